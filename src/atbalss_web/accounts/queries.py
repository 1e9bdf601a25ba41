"""Reading who may do what."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest

from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User


class NotLoggedIn(PermissionDenied):
    """Nobody is logged in: the middleware leads to the login page and back."""


def memberships_of(user: User) -> QuerySet[Membership]:
    """The roles of a person, with their organisations and centres."""
    return user.memberships.select_related("organisation", "centre").order_by("id")


def person(request: HttpRequest) -> User:
    """The person who is logged in; NotLoggedIn if nobody is."""
    user = request.user
    if isinstance(user, AnonymousUser) or not user.is_active:
        raise NotLoggedIn
    return user


def require(
    request: HttpRequest,
    *roles: Role,
    organisation: Organisation | int | None = None,
    centre: Centre | int | None = None,
) -> Membership:
    """A membership of the person in one of `roles`; PermissionDenied if there is none.

    `organisation` and `centre` are where the role must hold; a role of the whole organisation holds
    in each of its centres. An administrator may do whatever others may in the organisation.
    """
    wanted = {*roles, Role.ADMINISTRATOR}
    place = getattr(organisation, "pk", organisation)
    spot = getattr(centre, "pk", centre)
    for item in memberships_of(person(request)):
        if item.role not in wanted:
            continue
        if place is not None and item.organisation_id != place:
            continue
        if spot is not None and not _covers(item, spot):
            continue
        return item
    raise PermissionDenied


def _covers(item: Membership, centre: int) -> bool:
    if item.centre_id is not None:
        return item.centre_id == centre
    return Centre.objects.filter(pk=centre, organisation_id=item.organisation_id).exists()


def organisations_with(user: User, *roles: Role) -> list[int]:
    """Keys of the organisations in which a person holds one of the roles, or administers."""
    wanted = {*roles, Role.ADMINISTRATOR}
    return [item.organisation_id for item in memberships_of(user) if item.role in wanted]
