"""Reading for the interviewer's screens: appointments, the day so far, a case's history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.db.models import Q

from atbalss.fieldwork.outcomes import CALL_ROOM, OUTCOMES, Disposition
from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import organisations_with
from atbalss_web.cases.contacts import open_note
from atbalss_web.cases.models import Appointment, Attempt, Case
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of


def studies_of(user: User) -> list[Study]:
    """Open studies of the organisations where somebody calls."""
    places = organisations_with(user, Role.INTERVIEWER)
    return list(Study.objects.filter(is_open=True, organisation__in=places).order_by("slug"))


def zone_of(study: Study) -> ZoneInfo:
    """The clock of a study."""
    return ZoneInfo(rules_of(study).calls.zone)


def next_appointments(user: User, studies: Sequence[Study]) -> list[Appointment]:
    """The next open appointments that somebody may come to call, his own and everybody's."""
    rows = Appointment.objects.filter(is_open=True, case__study__in=studies, case__is_closed=False)
    mine = rows.filter(Q(only=None) | Q(only=user), case__is_barred=False)
    return list(mine.select_related("case", "case__study").order_by("at")[:8])


@dataclass(frozen=True, slots=True)
class Day:
    """What somebody did today: calls, interviews, refusals, and how each call ended."""

    calls: int
    interviews: int
    refusals: int
    codes: tuple[tuple[str, int], ...]


def day_of(user: User, now: datetime, zone: ZoneInfo) -> Day:
    """The day so far of an interviewer, on a study's clock."""
    begin = datetime.combine(now.astimezone(zone).date(), time(), zone)
    codes = Counter(
        Attempt.objects.filter(by=user, ended__gte=begin).values_list("code", flat=True)
    )
    kinds: Counter[Disposition] = Counter()
    for code, n in codes.items():
        kinds[OUTCOMES[code].named] += n
    return Day(
        codes.total(),
        kinds[Disposition.COMPLETE] + kinds[Disposition.PARTIAL],
        kinds[Disposition.REFUSAL],
        tuple(codes.most_common()),
    )


@dataclass(frozen=True, slots=True)
class Past:
    """An attempt as the next caller reads it."""

    at: datetime
    code: str
    who: str
    note: str


def history(case: Case, *, notes: bool) -> list[Past]:
    """What was tried on a case, the latest first; notes only for whoever holds it."""
    rows = case.attempts.select_related("by").order_by("-ended", "-id")
    return [
        Past(
            row.at,
            row.code,
            row.by.username if row.by else "",
            open_note(case.study_id, row.note) if notes else "",
        )
        for row in rows
    ]


def outcome_groups() -> list[tuple[str, list[tuple[int, str]]]]:
    """Outcomes to choose from, numbered, by who was reached: nobody, somebody, or a bad number."""
    groups: dict[str, list[tuple[int, str]]] = {"nobody": [], "reached": [], "number": []}
    names = [*(code for code in CALL_ROOM if not code.startswith("2.112"))]
    for code in names:
        kind = "number" if code[0] == "4" else "reached" if OUTCOMES[code].contacted else "nobody"
        groups[kind].append((0, code))
    number = 0
    found = []
    for kind, items in groups.items():
        numbered = []
        for _, code in items:
            number += 1
            numbered.append((number, code))
        found.append((kind, numbered))
    return found


def case_for(user: User, key: str) -> Case | None:
    """A case of an organisation where somebody calls or supervises; None where it is another's."""
    places = organisations_with(user, Role.INTERVIEWER, Role.SUPERVISOR)
    rows = Case.objects.select_related("study").filter(study__organisation__in=places)
    return rows.filter(key=key).first()
