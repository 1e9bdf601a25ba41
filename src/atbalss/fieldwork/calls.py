"""Whom to call next, and why not now: the rules of a call room, each with its reason.

Times are aware datetimes; `now` comes from the caller. Waiting is reckoned in UTC, hours of the day
in the respondent's own time zone, so that summer time and respondents abroad are no special cases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from atbalss.fieldwork.case import Attempt, is_closed
from atbalss.fieldwork.outcomes import OUTCOMES, Disposition

WEEK = range(7)  # Monday is 0


@dataclass(frozen=True, slots=True)
class Hours:
    """From and until a time of day, on some days of the week (Monday 0)."""

    start: time
    end: time
    days: frozenset[int] = frozenset(WEEK)

    def __post_init__(self) -> None:
        if self.start >= self.end or not self.days <= set(WEEK):
            raise ValueError("hours start before they end, on days 0 to 6")

    def holds(self, local: datetime) -> bool:
        """Whether a local time lies in them; the end does not."""
        return local.weekday() in self.days and self.start <= local.time() < self.end


class Part(StrEnum):
    """Parts of the week that attempts are spread over."""

    MORNING = "morning"  # weekdays before 12
    AFTERNOON = "afternoon"  # weekdays 12 to 17
    EVENING = "evening"  # weekdays from 17
    WEEKEND = "weekend"


def part_of(local: datetime) -> Part:
    """The part of the week that a local time lies in."""
    if local.weekday() >= 5:
        return Part.WEEKEND
    if local.hour < 12:
        return Part.MORNING
    return Part.AFTERNOON if local.hour < 17 else Part.EVENING


@dataclass(frozen=True)
class CallRules:
    """How a study calls: legal hours, delays by outcome (minutes), limits, appointments.

    `early` and `late`: how many minutes before its time an appointment may be called, and for how
    long after it nobody else's turn comes first. `spread`: prefer a part of the week not tried yet.
    """

    zone: str = "Europe/Riga"
    legal: tuple[Hours, ...] = (
        Hours(time(9), time(20), frozenset(range(5))),
        Hours(time(10), time(18), frozenset({5})),
    )
    holidays: frozenset[date] = frozenset()
    delays: Mapping[str, int] = field(default_factory=dict)
    max_attempts: int = 8
    max_per_day: int = 3
    early: int = 5
    late: int = 30
    spread: bool = True
    first_day: date | None = None
    last_day: date | None = None

    def __post_init__(self) -> None:
        ZoneInfo(self.zone)
        if not self.legal or self.max_attempts < 1 or self.max_per_day < 1:
            raise ValueError("hours and at least one attempt")

    def delay(self, code: str) -> int:
        """Minutes from an outcome to the next attempt: the study's own, else the outcome's."""
        return self.delays.get(code, OUTCOMES[code].delay)


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the respondent asked to be called; `only` names the one who must make the call.

    A hard appointment was promised for its time; a soft one says when it is best to try.
    """

    at: datetime
    is_hard: bool = True
    only: str = ""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("the time of an appointment has a time zone")
        object.__setattr__(self, "at", self.at.astimezone(UTC))


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules need to know of one person: no name, no number.

    `hours` are the respondent's own (none: any legal time); `needs` are skills such as a language
    or refusal conversion; `quota_open`: its cell still takes interviews.
    """

    key: str
    lang: str = ""
    zone: str = ""
    hours: tuple[Hours, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    appointment: Appointment | None = None
    priority: int = 0
    is_queued: bool = False  # a supervisor put it first
    assigned: str = ""
    needs: frozenset[str] = frozenset()
    is_released: bool = True
    is_paused: bool = False
    is_barred: bool = False  # do not call
    is_answering: bool = False  # the respondent is in the web interview now
    quota_open: bool = True
    held_by: str = ""
    held_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Caller:
    """An interviewer: who, in which languages, with which skills."""

    name: str
    langs: frozenset[str]
    skills: frozenset[str] = frozenset()


CONVERSION = "refusal_conversion"


@dataclass(frozen=True, slots=True)
class Block:
    """A rule that keeps a case from being called: its code, what it is about, until when."""

    code: str
    what: str = ""
    until: datetime | None = None


def why_not(
    case: Case, rules: CallRules, now: datetime, caller: Caller | None = None
) -> list[Block]:
    """Every rule that keeps a case from being called now (by somebody, or by one interviewer).

    Empty: it may be called. A due appointment overrides delays, attempt limits and the
    respondent's usual hours, never the law's, the quota, a refusal for good or do-not-call.
    """
    now = now.astimezone(UTC)
    found = [*_standing(case, now), *_season(case, rules, now)]
    due = is_due(case, rules, now)
    local = now.astimezone(ZoneInfo(case.zone or rules.zone))
    if not _is_legal(rules, local):
        found.append(Block("legal_hours", until=_opens(rules, (), local, now)))
    if not due:
        found += _pace(case, rules, now, local)
    if caller is not None:
        found += _fit(case, caller, due=due)
    return found


def _standing(case: Case, now: datetime) -> list[Block]:
    """What no hour changes: the case's own state."""
    found = []
    if is_closed(case.attempts):
        found.append(Block("closed", what=_last_final(case)))
    if case.is_barred:
        found.append(Block("do_not_call"))
    if not case.is_released:
        found.append(Block("not_released"))
    if case.is_paused:
        found.append(Block("paused"))
    if case.is_answering:
        found.append(Block("answering"))
    if not case.quota_open:
        found.append(Block("quota_full"))
    if case.held_by and case.held_until is not None and case.held_until.astimezone(UTC) > now:
        found.append(Block("held", what=case.held_by, until=case.held_until))
    return found


def _last_final(case: Case) -> str:
    return next(item.code for item in reversed(case.attempts) if OUTCOMES[item.code].is_final)


def _season(case: Case, rules: CallRules, now: datetime) -> list[Block]:
    day = now.astimezone(ZoneInfo(rules.zone)).date()
    if rules.first_day is not None and day < rules.first_day:
        return [Block("not_begun", what=rules.first_day.isoformat())]
    if rules.last_day is not None and day > rules.last_day:
        return [Block("over", what=rules.last_day.isoformat())]
    return []


def _pace(case: Case, rules: CallRules, now: datetime, local: datetime) -> list[Block]:
    """Appointments yet to come, delays, limits and the respondent's own hours."""
    found = []
    if case.appointment is not None:
        found.append(
            Block("appointment", until=case.appointment.at - timedelta(minutes=rules.early))
        )
    if case.hours and not any(hours.holds(local) for hours in case.hours):
        found.append(Block("own_hours", until=_opens(rules, case.hours, local, now)))
    if len(case.attempts) >= rules.max_attempts:
        found.append(Block("max_attempts", what=str(rules.max_attempts)))
    zone = local.tzinfo
    today = [item for item in case.attempts if item.at.astimezone(zone).date() == local.date()]
    if len(today) >= rules.max_per_day:
        midnight = datetime.combine(local.date() + timedelta(days=1), time(), zone).astimezone(UTC)
        found.append(Block("max_per_day", what=str(rules.max_per_day), until=midnight))
    if case.attempts:
        last = max(case.attempts, key=lambda item: item.at)
        ready = last.at + timedelta(minutes=rules.delay(last.code))
        if ready > now:
            found.append(Block("delay", what=last.code, until=ready))
    return found


def _fit(case: Case, caller: Caller, *, due: bool) -> list[Block]:
    """What this interviewer lacks for the case."""
    found = []
    if case.lang and case.lang not in caller.langs:
        found.append(Block("language", what=case.lang))
    found += [Block("skill", what=skill) for skill in sorted(_needed(case) - caller.skills)]
    if case.assigned and case.assigned != caller.name:
        found.append(Block("assigned", what=case.assigned))
    only = case.appointment.only if case.appointment is not None and due else ""
    if only and only != caller.name:
        found.append(Block("exclusive", what=only))
    return found


def _needed(case: Case) -> frozenset[str]:
    """Skills for a case: its own, and refusal conversion after a refusal."""
    refused = any(OUTCOMES[item.code].named is Disposition.REFUSAL for item in case.attempts)
    return case.needs | {CONVERSION} if refused else case.needs


def is_due(case: Case, rules: CallRules, now: datetime) -> bool:
    """Whether the time of its appointment has come; it stays due until it is called."""
    if case.appointment is None:
        return False
    return now.astimezone(UTC) >= case.appointment.at - timedelta(minutes=rules.early)


# ---- hours


def _is_legal(rules: CallRules, local: datetime) -> bool:
    return local.date() not in rules.holidays and any(item.holds(local) for item in rules.legal)


def _opens(
    rules: CallRules, own: Sequence[Hours], local: datetime, now: datetime
) -> datetime | None:
    """The next moment within legal and own hours, in UTC terms of the local zone; None: no such.

    Looked for in the next fortnight at the beginnings of hours, where it must lie.
    """
    zone = local.tzinfo
    starts = {item.start for item in (*rules.legal, *own)}
    for ahead in range(15):
        day = local.date() + timedelta(days=ahead)
        for start in sorted(starts):
            moment = datetime.combine(day, start, zone)
            if moment.astimezone(UTC) <= now or not _is_legal(rules, moment):
                continue
            if not own or any(item.holds(moment) for item in own):
                return moment.astimezone(UTC)
    return None


def ready_at(case: Case, rules: CallRules, now: datetime) -> datetime | None:
    """The first moment from now at which nothing keeps the case from being called; None: never.

    What may be asked of a database before the rules are asked one by one.
    """
    moment = now.astimezone(UTC)
    for _ in range(60):
        blocks = why_not(case, rules, moment)
        if not blocks:
            return moment
        waits = [item.until for item in blocks]
        if any(wait is None for wait in waits):
            return None
        later = max(wait for wait in waits if wait is not None)
        if later <= moment:
            return None
        moment = later
    return None


# ---- choosing


@dataclass(frozen=True, slots=True)
class Pick:
    """The case to call and why it: appointment, queue, priority, part of the week, or its turn."""

    case: Case
    reason: str


def next_case(
    cases: Iterable[Case], rules: CallRules, now: datetime, caller: Caller, seed: str = ""
) -> Pick | None:
    """The case that this interviewer calls now, or None.

    Due appointments come first (hard before soft, the oldest first), then what a supervisor
    queued, then priority, then cases not yet tried in this part of the week, then those with the
    fewest attempts, then by lot: a hash of the seed and the case, so that a day can be replayed.
    """
    free = [case for case in cases if not why_not(case, rules, now, caller)]
    if not free:
        return None
    chosen = min(free, key=lambda case: _rank(case, rules, now, seed))
    return Pick(chosen, reason_of(chosen, rules, now))


def _rank(case: Case, rules: CallRules, now: datetime, seed: str) -> tuple[object, ...]:
    due = is_due(case, rules, now)
    at = case.appointment.at if due and case.appointment is not None else now.astimezone(UTC)
    hard = due and case.appointment is not None and case.appointment.is_hard
    lot = hashlib.blake2b(f"{seed}|{case.key}|{len(case.attempts)}".encode(), digest_size=8)
    return (
        not hard,
        not due,
        at,
        not case.is_queued,
        -case.priority,
        rules.spread and _tried(case, rules, now),
        len(case.attempts),
        lot.digest(),
    )


def _tried(case: Case, rules: CallRules, now: datetime) -> bool:
    """Whether an attempt was made in this part of the week."""
    zone = ZoneInfo(case.zone or rules.zone)
    part = part_of(now.astimezone(zone))
    return any(part_of(item.at.astimezone(zone)) is part for item in case.attempts)


def reason_of(case: Case, rules: CallRules, now: datetime) -> str:
    """Why a case comes first, as a code: what put it before others."""
    if is_due(case, rules, now):
        return "appointment"
    if case.is_queued:
        return "queued"
    if case.priority > 0:
        return "priority"
    if case.attempts and rules.spread and not _tried(case, rules, now):
        return "part_of_week"
    return "turn" if case.attempts else "fresh"
