"""Reading the counter: where a clerk invites, which visitors wait, what may be taken back."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import memberships_of
from atbalss_web.cases.models import Visit
from atbalss_web.desk.actions import MINUTE, day_of
from atbalss_web.studies.models import StudyCentre

ROLES = (Role.CLERK, Role.SUPERVISOR)


def places_of(user: User) -> list[StudyCentre]:
    """The centres of open studies at which a person may invite, by study and centre."""
    mine = Q(pk__in=[])
    for item in memberships_of(user):
        if item.role in (*ROLES, Role.ADMINISTRATOR):
            here = {"centre_id": item.centre_id} if item.centre_id else {}
            mine |= Q(study__organisation_id=item.organisation_id, **here)
    found = StudyCentre.objects.filter(mine, study__is_open=True)
    return list(found.select_related("study", "centre").order_by("-study_id", "centre__name"))


def waiting_at(place: StudyCentre, now: datetime) -> list[Visit]:
    """Visitors of today who were invited and have not answered yet."""
    return list(
        Visit.objects.filter(
            study=place.study,
            centre=place.centre,
            day=day_of(place.study, now),
            is_invited=True,
            has_agreed=None,
        ).order_by("number")
    )


def undoable(place: StudyCentre, now: datetime, by: User) -> Visit | None:
    """The visitor on whom this clerk tapped last, if that was within a minute."""
    recent = Visit.objects.filter(study=place.study, centre=place.centre, by=by).filter(
        Q(answered__gt=now - MINUTE) | Q(answered=None, at__gt=now - MINUTE)
    )
    found = list(recent.select_related("case"))
    return max(found, key=lambda item: item.answered or item.at, default=None)
