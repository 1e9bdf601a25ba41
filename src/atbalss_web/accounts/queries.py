"""Reading who may do what."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User

FIRST_PAGES = {
    "clerk": "desk",
    "interviewer": "callroom",
    "supervisor": "board",
    "coder": "codingdesk",
    "analyst": "board",
    "client": "results",
    "manager": "results",
    "administrator": "administration",
}


class NotLoggedIn(PermissionDenied):
    """Nobody is logged in: the middleware leads to the login page and back."""


class MustChange(PermissionDenied):
    """The password was given by somebody else: the middleware leads to where it is changed."""


def memberships_of(user: User) -> QuerySet[Membership]:
    """The roles of a person, with their organisations and centres."""
    return user.memberships.select_related("organisation", "centre").order_by("id")


def person(request: HttpRequest, *, any_password: bool = False) -> User:
    """The person who is logged in; NotLoggedIn if nobody is.

    MustChange while he logged in by a password that was given to him, unless `any_password`.
    """
    user = request.user
    if isinstance(user, AnonymousUser) or not user.is_active:
        raise NotLoggedIn
    if user.must_change and not any_password and not is_vouched_for(request):
        raise MustChange
    return user


def is_vouched_for(request: HttpRequest) -> bool:
    """Whether this session began at the OpenID Connect issuer, not by a password of ours."""
    session = getattr(request, "session", None)
    return session is not None and session.get("by") == "oidc"


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


def administered(user: User) -> QuerySet[Organisation]:
    """The organisations that a person administers, by name."""
    mine = user.memberships.filter(role=Role.ADMINISTRATOR).values("organisation")
    return Organisation.objects.filter(pk__in=mine).order_by("name", "pk")


def people_of(organisation: Organisation) -> QuerySet[User]:
    """Those who hold a role in an organisation, with their roles in it as `here`."""
    here = Membership.objects.filter(organisation=organisation).select_related("centre")
    return (
        User.objects.filter(memberships__organisation=organisation)
        .distinct()
        .order_by("-is_active", "username")
        .prefetch_related(Prefetch("memberships", here.order_by("role", "pk"), to_attr="here"))
    )


def is_theirs_alone(organisation: Organisation, user: User) -> bool:
    """Whether a person works for no other organisation: then its administrator has the account."""
    return not user.memberships.exclude(organisation=organisation).exists()


_TRIALS = ("trials", "trials")
_LISTS, _RESULTS, _PRIVACY = ("lists", "lists"), ("results", "results"), ("privacy", "register")
_CODING = ("codingdesk", "role-coder")
MORE = {  # pages beside the first one of a role: address, key of its words
    "supervisor": (_LISTS, _CODING, _RESULTS, _TRIALS, _PRIVACY),
    "administrator": (("board", "role-supervisor"), _LISTS, _CODING, _RESULTS, _TRIALS, _PRIVACY),
    "interviewer": (_TRIALS,),
    "coder": (_TRIALS,),
    "analyst": (_CODING, _RESULTS, _TRIALS),
}


def ways_of(user: User) -> list[dict[str, object]]:
    """The first page of each role that a person holds, a page and a place once."""
    found: dict[tuple[str, str], dict[str, object]] = {}
    for item in memberships_of(user):
        place = str(item.centre or item.organisation)
        for name, key in ((FIRST_PAGES[item.role], f"role-{item.role}"), *MORE.get(item.role, ())):
            try:
                where = reverse(name)
            except NoReverseMatch:
                continue
            found.setdefault((where, place), {"key": key, "url": where, "place": place})
    return list(found.values())
