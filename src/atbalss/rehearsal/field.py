"""A rehearsed fieldwork: weeks of invitations, calls and interviews on a made-up clock, in seconds.

Robots go through the same rules as people: `next_case`, `why_not`, `final_code`, quotas and the
interview itself. The same plan and seed give the same fieldwork.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.calls import Caller, CallRules, Case, why_not
from atbalss.fieldwork.case import Attempt, Thresholds, final_code, interview_code
from atbalss.fieldwork.invite import Mode, Rule
from atbalss.fieldwork.outcomes import Preset
from atbalss.fieldwork.quotas import Place, Quota, cells_of, fill, release, reserve
from atbalss.interview.path import is_computed, is_put, path
from atbalss.rehearsal import field_people, robots
from atbalss.rehearsal.field_clock import Hours, Sitting, run
from atbalss.rehearsal.field_people import INTERVIEW, Customs, People, Visitor, Worker, dial
from atbalss.rehearsal.field_pool import Pool
from atbalss.study.question import ANSWER_KINDS
from atbalss.study.questionnaire import Questionnaire

LEASE = timedelta(hours=2)
QUOTA_FULL = "4.80"
BANK = 80  # robot interviews that the interviews of a fieldwork are drawn from
MINUTES_A_QUESTION = 0.35


@dataclass(frozen=True)
class Plan:
    """What is rehearsed: when, how many cases and interviewers, by which rules, in which places.

    Visitors are invited on the weekdays of the first three quarters of the time.
    """

    start: date = date(2026, 10, 5)
    days: int = 21
    cases: int = 400
    interviewers: int = 6
    centres: tuple[str, ...] = ("c1", "c2", "c3", "c4", "c5", "c6")
    langs: tuple[str, ...] = ("lv",)
    rules: CallRules = field(default_factory=CallRules)
    invite: Rule = field(default_factory=lambda: Rule(Mode.EVERY_KTH, 2, 1))
    quotas: tuple[Quota, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    preset: Preset = Preset.NAMED
    customs: Customs = field(default_factory=Customs)

    @property
    def last(self) -> date:
        """The last day of calls."""
        return self.start + timedelta(days=self.days - 1)


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to a case. `reason`: why it was handed out."""

    at: datetime
    kind: str  # invited, handed_out, ended
    case: str
    who: str = ""
    code: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Fieldwork:
    """What a rehearsed fieldwork came to."""

    plan: Plan
    seed: int
    people: People
    cases: tuple[Case, ...]
    codes: Mapping[str, str]
    events: tuple[Event, ...]
    hours: Mapping[str, Hours]
    quotas: tuple[Quota, ...]
    records: Mapping[str, Record]  # of cases interviewed, whole or broken off
    bank: Bank


def people_of(plan: Plan, seed: int) -> People:
    """Everybody in a plan's fieldwork."""
    invited = max(1, plan.days * 3 // 4)
    visits, visitors = field_people.visitors_of(
        plan.cases,
        plan.centres,
        plan.langs,
        plan.start,
        invited,
        plan.invite,
        plan.rules.zone,
        seed,
        plan.customs,
    )
    return People(visits, visitors, field_people.workers_of(plan.interviewers, plan.langs, seed))


def play(
    questionnaire: Questionnaire, plan: Plan, seed: int, bank: Bank | None = None
) -> Fieldwork:
    """Play a fieldwork from its first day to its last."""
    people = people_of(plan, seed)
    room = Paper(plan, people, bank or bank_of(questionnaire, plan, seed), seed)
    hours = run(room, people.workers, plan.start, plan.last, plan.rules.zone)
    room.arrive(datetime.max.replace(tzinfo=UTC))
    cases = tuple(room.pool.cases[item.key] for item in people.visitors)
    codes = {item.key: final_code(item.attempts, plan.preset) for item in cases}
    return Fieldwork(
        plan, seed, people, cases, codes, tuple(room.events), hours, room.quotas, room.records,
        room.bank,
    )  # fmt: skip


# ---- interviews


@dataclass(frozen=True)
class Bank:
    """Robot interviews made beforehand: what visitors say when they are interviewed."""

    questionnaire: Questionnaire
    records: tuple[Record, ...]
    cores: tuple[tuple[str, ...], ...]  # the questions on each route that make it complete
    made: robots.Rehearsal

    def draw(self, key: str) -> int:
        """Which interview a visitor gives."""
        return random.Random(f"answers:{key}").randrange(len(self.records))  # noqa: S311

    def upto(self, index: int, share: float) -> tuple[Record, int, int]:
        """An interview broken off after a share of its questions: answered, of all on its route."""
        core, whole = self.cores[index], self.records[index]
        kept = core[: int(len(core) * share)]
        left = set(core) - set(kept)
        answers = {name: value for name, value in whole.answers.items() if name not in left}
        said = sum(as_text(answers.get(name)) not in ("", "_refused") for name in core)
        return replace(whole, answers=answers), said, len(core)


def bank_of(questionnaire: Questionnaire, plan: Plan, seed: int) -> Bank:
    """Interviews by robots who let themselves be interviewed: routes cut short are left out."""
    noon = datetime.combine(plan.start, time(12))
    context = Context(plan.start, noon)
    n = min(BANK, max(plan.cases // 3, 12))
    made = robots.rehearse(
        questionnaire, n, seed, context, lang=plan.langs[0], policy=robots.Policy(rare=0.25)
    )
    cores = [_core(questionnaire, record, context) for record in made.records]
    usual = median(len(core) for core in cores)
    longest = max(len(core) for core in cores)
    kept = [i for i, core in enumerate(cores) if len(core) * 2 >= max(usual, longest / 2)]
    return Bank(
        questionnaire,
        tuple(made.records[i] for i in kept),
        tuple(cores[i] for i in kept),
        made,
    )


def _core(questionnaire: Questionnaire, record: Record, context: Context) -> tuple[str, ...]:
    asked = (questionnaire.by_name[name] for name in path(questionnaire, record, context).reached)
    return tuple(
        item.name
        for item in asked
        if item.kind in ANSWER_KINDS and is_put(item) and not is_computed(item)
    )


# ---- the call room in memory


class Paper:
    """A call room in memory: cases, leases, quotas and a list of what happened."""

    def __init__(self, plan: Plan, people: People, bank: Bank, seed: int) -> None:
        self.plan = plan
        self.rules = replace(plan.rules, first_day=plan.start, last_day=plan.last)
        self.bank = bank
        self.pool = Pool(self.rules, str(seed))
        self.quotas = plan.quotas
        self.events: list[Event] = []
        self.records: dict[str, Record] = {}
        self._waiting = list(reversed(people.visitors))
        self._visitors = {item.key: item for item in people.visitors}
        self._reserved: dict[str, tuple[str, ...]] = {}

    def arrive(self, now: datetime) -> None:
        """Take in the visitors who agreed until now."""
        while self._waiting and self._waiting[-1].visit <= now:
            visitor = self._waiting.pop()
            self.events.append(Event(visitor.visit, "invited", visitor.key))
            case = Case(visitor.key, lang=visitor.listed_lang, hours=visitor.hours)
            self.pool.put(case, visitor.visit)

    def sit(self, worker: Worker, now: datetime) -> Sitting | None:
        """Hand out the next case by the rules and call it."""
        self.arrive(now)
        caller = Caller(worker.name, worker.langs, worker.skills)
        pick = self.pool.next(caller, now)
        if pick is None:
            return None
        case = replace(pick.case, held_by=worker.name, held_until=now + LEASE)
        self.pool.put(case, now)
        self.events.append(Event(now, "handed_out", case.key, worker.name, reason=pick.reason))
        visitor = self._visitors[case.key]
        promised = pick.reason == "appointment"
        reply = dial(
            visitor, case.attempts, now, self.rules.zone, worker, self.plan.customs,
            promised=promised,
        )  # fmt: skip
        if reply.lang:
            self.pool.put(replace(case, lang=reply.lang), now)
        code, minutes = reply.code, reply.minutes
        if code == INTERVIEW:
            code, more = self._interview(visitor, len(case.attempts))
            minutes += more
        return Sitting(case.key, code, minutes, pick.reason, reply.appointment)

    def end(self, worker: Worker, sitting: Sitting, began: datetime, now: datetime) -> None:
        """Enter the outcome; settle its quotas and free the case."""
        case = self.pool.cases[sitting.key]
        attempt = Attempt(began, sitting.code, worker.name)
        if names := self._reserved.pop(sitting.key, ()):
            done = sitting.code in ("1.1", "1.2")
            self.quotas = (fill if done else release)(self.quotas, names)
        self.pool.put(
            replace(
                case,
                attempts=(*case.attempts, attempt),
                appointment=sitting.appointment,
                held_by="",
                held_until=None,
            ),
            now,
        )
        self.events.append(Event(now, "ended", case.key, worker.name, sitting.code))

    def _interview(self, visitor: Visitor, nth: int) -> tuple[str, float]:
        """The code of an interview and its minutes; a place is reserved, or it is sent away."""
        index = self.bank.draw(visitor.seed)
        rng = random.Random(f"interview:{visitor.seed}:{nth}")  # noqa: S311
        share = rng.random() if rng.random() < self.plan.customs.breaks_off else 1.0
        record, said, of = self.bank.upto(index, share)
        if self.quotas:
            answers = {name: as_text(value) for name, value in record.answers.items()}
            place, names = cells_of(self.quotas, answers)
            taken = reserve(self.quotas, names) if place is Place.OPEN else None
            if place is Place.FULL or (place is Place.OPEN and taken is None):
                return QUOTA_FULL, 2.0
            if taken is not None:
                self.quotas, self._reserved[visitor.key] = taken, names
        self.records[visitor.key] = replace(record, id=visitor.key)
        code = interview_code(said, of, at_end=share == 1.0, thresholds=self.plan.thresholds)
        return code, 2 + MINUTES_A_QUESTION * of * share


def blocked(work: Fieldwork) -> Counter[str]:
    """Why cases that nobody was reached in stand where they stand, at the last hour of calls.

    `no_interviewer`: by the rules somebody could still have called.
    """
    from atbalss.fieldwork.outcomes import OUTCOMES

    rules, plan = work.plan.rules, work.plan
    now = _last_hour(plan)
    callers = [Caller(item.name, item.langs, item.skills) for item in work.people.workers]
    found: Counter[str] = Counter()
    for case in work.cases:
        if any(OUTCOMES[item.code].contacted for item in case.attempts):
            continue
        blocks = why_not(case, rules, now)
        if blocks:
            found.update({item.code for item in blocks})
            continue
        fits = [why_not(case, rules, now, caller) for caller in callers]
        if fits and all(fits):
            found.update({item.code for item in fits[0]})
        else:
            found["no_interviewer"] += 1
    return found


def _last_hour(plan: Plan) -> datetime:
    """The last minute of legal hours in the field period."""
    clock = ZoneInfo(plan.rules.zone)
    for back in range(plan.days):
        day = plan.last - timedelta(days=back)
        ends = [item.end for item in plan.rules.legal if day.weekday() in item.days]
        if ends and day not in plan.rules.holidays:
            moment = datetime.combine(day, max(ends), clock) - timedelta(minutes=1)
            return moment.astimezone(UTC)
    return datetime.combine(plan.last, time(12), clock).astimezone(UTC)


def by_day(work: Fieldwork, codes: Sequence[str] = ("1.1", "1.2")) -> dict[date, int]:
    """Interviews done by day of the field, running total."""
    clock = ZoneInfo(work.plan.rules.zone)
    daily = Counter(
        item.at.astimezone(clock).date()
        for item in work.events
        if item.kind == "ended" and item.code in codes
    )
    total, found = 0, {}
    for ahead in range(work.plan.days):
        day = work.plan.start + timedelta(days=ahead)
        total += daily[day]
        found[day] = total
    return found
