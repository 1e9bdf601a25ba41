"""Reading cases: rows, attempts and appointments as the values that the call rules ask."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from django.db.models import F, Q, QuerySet

from atbalss.fieldwork import calls
from atbalss.fieldwork.calls import Caller, CallRules
from atbalss.fieldwork.case import Attempt as AttemptValue
from atbalss.fieldwork.quotas import Place, Quota, cells_of
from atbalss.fieldwork.rules import hours_of
from atbalss_web.accounts.models import User
from atbalss_web.cases.models import Appointment, Attempt, Case
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import quotas_of, rules_of

ANSWERING = timedelta(minutes=15)  # how long after a web answer nobody is called
BATCH = 100
NEVER = datetime.max.replace(tzinfo=UTC)


def caller_of(user: User) -> Caller:
    """An interviewer as the rules know him: by his number, languages and skills."""
    return Caller(str(user.pk), frozenset(user.langs), frozenset(user.skills))


def with_interviews(cases: QuerySet[Case]) -> QuerySet[Case]:
    """Cases with what the rules ask of their interviews, in the same statement."""
    return cases.annotate(
        interview_state=F("interview__state"),
        interview_mode=F("interview__mode"),
        interview_step=F("interview__step"),
        interview_touched=F("interview__touched"),
        interview_quotas=F("interview__quotas"),
    )


def as_cases(
    rows: Sequence[Case], now: datetime, quotas: Iterable[Quota] = ()
) -> dict[int, calls.Case]:
    """Values of rows that came `with_interviews`, by number: two statements for all of them."""
    numbers = [row.pk for row in rows]
    attempts: dict[int, list[AttemptValue]] = defaultdict(list)
    for item in Attempt.objects.filter(case__in=numbers, voided=None).order_by("ended", "id"):
        attempts[item.case_id].append(
            AttemptValue(item.ended, item.code, str(item.by_id or ""), item.calls)
        )
    waiting: dict[int, calls.Appointment] = {}
    for item in Appointment.objects.filter(case__in=numbers, is_open=True).order_by("-at"):
        waiting[item.case_id] = calls.Appointment(item.at, item.is_hard, str(item.only_id or ""))
    known = tuple(quotas)
    return {row.pk: as_case(row, attempts[row.pk], waiting.get(row.pk), now, known) for row in rows}


def as_case(
    row: Case,
    attempts: Sequence[AttemptValue],
    appointment: calls.Appointment | None,
    now: datetime,
    quotas: Sequence[Quota] = (),
) -> calls.Case:
    """One row, which came `with_interviews`, as a value."""
    return calls.Case(
        key=row.key,
        lang=row.lang,
        zone=row.zone,
        hours=tuple(hours_of(item) for item in row.hours),
        attempts=tuple(attempts),
        appointment=appointment,
        priority=row.priority,
        is_queued=row.is_queued,
        assigned=str(row.assigned_id or ""),
        needs=frozenset(row.needs),
        is_released=row.is_released,
        is_paused=row.is_paused,
        is_barred=row.is_barred,
        is_answering=_is_answering(row, now),
        quota_open=_is_quota_open(row, quotas),
        held_by=str(row.held_by_id or "") if row.lease else "",
        held_until=row.held_until if row.lease else None,
    )


def _is_answering(row: Case, now: datetime) -> bool:
    """Whether the respondent answered on the web a moment ago."""
    return (
        getattr(row, "interview_state", None) == "open"
        and row.interview_mode == "web"
        and row.interview_step > 0
        and row.interview_touched > now - ANSWERING
    )


def _is_quota_open(row: Case, quotas: Sequence[Quota]) -> bool:
    """Whether what is known of a person beforehand falls in no quota that is full."""
    if not quotas or getattr(row, "interview_quotas", None):
        return True  # no quotas, or it has its places
    place, _ = cells_of(quotas, {name: str(value) for name, value in row.sample.items()})
    return place is not Place.FULL


def one_case(row: Case, now: datetime) -> calls.Case:
    """The value of one row, with the quotas of its study."""
    full = with_interviews(Case.objects.filter(pk=row.pk)).get()
    return as_cases([full], now, quotas_of(row.study))[row.pk]


def without_state(case: calls.Case) -> calls.Case:
    """A case without what columns or other rows say at every moment: for `ready_at`."""
    return replace(
        case,
        held_by="",
        held_until=None,
        is_paused=False,
        is_released=True,
        is_barred=False,
        is_answering=False,
        quota_open=True,
    )


def ready_at(case: calls.Case, rules: CallRules, now: datetime) -> datetime | None:
    """When the rules may first allow a call, whatever the season; None: never as things stand."""
    return calls.ready_at(without_state(case), replace(rules, first_day=None, last_day=None), now)


# ---- candidates


def free_cases(study: Study, now: datetime) -> QuerySet[Case]:
    """Cases that nobody holds and that no column keeps from being called."""
    return Case.objects.filter(
        study=study,
        is_closed=False,
        is_released=True,
        is_paused=False,
        is_barred=False,
        erased=None,
    ).filter(Q(held_until=None) | Q(held_until__lte=now) | Q(lease=""))


def candidates(
    study: Study, user: User, now: datetime, early: int, *, start: int = 0
) -> list[Case]:
    """A bounded number of cases that this interviewer may be handed, the likeliest first.

    Due appointments (with the first batch) and cases whose time has come: queued, by priority, with
    the fewest attempts. The rules choose among them; the next batch begins at `start`.
    """
    mine = with_interviews(free_cases(study, now)).filter(
        Q(lang="") | Q(lang__in=list(user.langs)), Q(assigned=None) | Q(assigned=user)
    )
    ready = mine.filter(ready_at__lte=now).order_by("-is_queued", "-priority", "n_attempts", "key")
    found = list(ready[start : start + BATCH])
    if start:
        return found
    due = mine.filter(
        appointments__is_open=True, appointments__at__lte=now + timedelta(minutes=early)
    ).order_by("appointments__at")
    first = {row.pk: row for row in due[:BATCH]}
    return [*first.values(), *(row for row in found if row.pk not in first)]


def n_ready(study: Study, now: datetime) -> int:
    """How many cases could be called now, hours and seasons apart."""
    return free_cases(study, now).filter(ready_at__lte=now).count()


def what_keeps(study: Study, user: User, now: datetime) -> list[tuple[calls.Block, int]]:
    """Why somebody gets no call: the rule that keeps each open case longest, and how many it keeps.

    Of `BATCH` cases, those that come first; until when is that of the first to be free. The most
    frequent rule first; none where no case is open.
    """
    rules, caller = rules_of(study).calls, caller_of(user)
    open_ones = Case.objects.filter(study=study, is_closed=False, erased=None)
    first = with_interviews(open_ones).order_by("-is_queued", "-priority", "n_attempts", "key")
    rows = list(first[:BATCH])
    values = as_cases(rows, now, quotas_of(study))
    found: dict[tuple[str, str], list[calls.Block]] = defaultdict(list)
    for row in rows:
        blocks = calls.why_not(values[row.pk], rules, now, caller)
        if blocks:
            last = max(blocks, key=lambda item: item.until or NEVER)
            found[last.code, last.what].append(last)
    told = [(min(items, key=lambda x: x.until or NEVER), len(items)) for items in found.values()]
    return sorted(told, key=lambda item: (-item[1], item[0].code, item[0].what))


def held_of(user: User, now: datetime) -> Case | None:
    """The case that an interviewer holds now, in whatever study."""
    return (
        Case.objects.select_related("study")
        .filter(held_by=user, held_until__gt=now, is_closed=False)
        .exclude(lease="")
        .order_by("held_at")
        .first()
    )


def names_of(numbers: Iterable[str]) -> Mapping[str, str]:
    """User names by number, as sentences name interviewers."""
    wanted = {int(item) for item in numbers if item.isdigit()}
    return {
        str(pk): name
        for pk, name in User.objects.filter(pk__in=wanted).values_list("pk", "username")
    }
