"""Robots of a rehearsed fieldwork: visitors who answer at their hours, interviewers with shifts.

What a robot does depends on the seed, its key and the number of the attempt alone, so that the same
robots behave alike in memory and on the site.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from atbalss.fieldwork.calls import CONVERSION, Appointment, Hours
from atbalss.fieldwork.case import Attempt
from atbalss.fieldwork.invite import Rule, is_invited
from atbalss.fieldwork.outcomes import HARD_REFUSAL, OUTCOMES, SOFT_REFUSAL, Disposition

INTERVIEW = ""  # instead of a code: the visitor agrees to be interviewed now
WEEKDAYS = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Customs:
    """How people behave; all are probabilities. Invented: set them by your own call records."""

    agree: float = 0.55  # to be called at all, at the counter; each centre is better or worse
    dead: float = 0.03
    wrong: float = 0.02
    moved: float = 0.03
    other_language: float = 0.05
    unable: float = 0.01
    denies: float = 0.01
    refuses: float = 0.12
    hard: float = 0.3  # of refusals, for good
    call_back: float = 0.25
    somebody_else: float = 0.08
    breaks_off: float = 0.06
    keeps: float = 0.8  # an appointment


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who agreed to be called. `reach`: chance to answer by day, evening, weekend.

    `listed_lang` is what the clerk wrote, `lang` what the visitor speaks.
    """

    key: str
    centre: str
    visit: datetime
    lang: str
    listed_lang: str
    reach: tuple[float, float, float]
    number: str
    seed: str
    hours: tuple[Hours, ...] = ()

    def chance(self, local: datetime) -> float:
        """The chance to answer at a local time."""
        if local.weekday() >= 5:
            return self.reach[2]
        return self.reach[1] if local.hour >= 17 else self.reach[0]


@dataclass(frozen=True, slots=True)
class Visit:
    """A visitor at the counter, whether or not invited: the n-th of a day in a centre."""

    centre: str
    at: datetime
    number: int
    is_invited: bool
    has_agreed: bool
    key: str = ""


@dataclass(frozen=True, slots=True)
class Worker:
    """A robot interviewer: languages, skills, when at work, how fast (2: half as long)."""

    name: str
    langs: frozenset[str]
    shifts: tuple[Hours, ...]
    skills: frozenset[str] = frozenset()
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of dialling: a code, or an interview; minutes it took; when to be called again."""

    code: str
    minutes: float
    appointment: Appointment | None = None
    lang: str = ""  # the language that turned out to be needed


@dataclass(frozen=True)
class People:
    """Everybody in a fieldwork."""

    visits: tuple[Visit, ...]
    visitors: tuple[Visitor, ...]
    workers: tuple[Worker, ...] = field(default=())


def workers_of(n: int, langs: Sequence[str], seed: int) -> tuple[Worker, ...]:
    """Interviewers by shifts: mornings or evenings, every third also on Saturdays.

    The first speaks all languages and converts refusals, as somebody in every call room must.
    """
    found = []
    for index in range(n):
        rng = random.Random(f"worker:{seed}:{index}")  # noqa: S311 - robots, no secret
        early = index % 2 == 1
        shifts = [Hours(time(9 if early else 15), time(14 if early else 20), WEEKDAYS)]
        if index % 3 == 0:
            shifts.append(Hours(time(10), time(16), frozenset({5})))
        known = {langs[0]} | {lang for lang in langs[1:] if index == 0 or rng.random() < 0.6}
        converts = index == 0 or rng.random() < 0.25
        skills = frozenset({CONVERSION}) if converts else frozenset()
        speed = round(rng.uniform(0.8, 1.25), 2)
        found.append(Worker(f"int{index + 1}", frozenset(known), tuple(shifts), skills, speed))
    return tuple(found)


def visitors_of(
    n: int,
    centres: Sequence[str],
    langs: Sequence[str],
    start: date,
    days: int,
    rule: Rule,
    zone: str,
    seed: int,
    customs: Customs,
) -> tuple[tuple[Visit, ...], tuple[Visitor, ...]]:
    """Visits on the weekdays of `days` days from `start`, until `n` visitors agreed."""
    clock = ZoneInfo(zone)
    open_days = [
        day for day in (start + timedelta(days=i) for i in range(max(days, 1))) if day.weekday() < 5
    ] or [start]
    visits: list[Visit] = []
    visitors: list[Visitor] = []
    for place, centre in enumerate(centres):
        rng = random.Random(f"centre:{seed}:{centre}")  # noqa: S311
        agrees = min(max(rng.gauss(customs.agree, 0.12), 0.15), 0.95)
        mine = n // len(centres) + (place < n % len(centres))
        number = dict.fromkeys(open_days, 0)
        for index in range(mine):
            day = open_days[index * len(open_days) // mine]
            while True:
                number[day] += 1
                minute = min(8 * 60 - 1, 7 * number[day] + rng.randrange(7))
                at = datetime.combine(day, time(9), clock) + timedelta(minutes=minute)
                at = at.astimezone(UTC)
                invited = is_invited(rule, number[day])
                agreed = invited and rng.random() < agrees
                key = f"{centre}-{index + 1}" if agreed else ""
                visits.append(Visit(centre, at, number[day], invited, agreed, key))
                if agreed:
                    visitors.append(_visitor(key, centre, at, langs, seed, customs))
                    break
    visits.sort(key=lambda item: (item.at, item.centre))
    visitors.sort(key=lambda item: (item.visit, item.key))
    return tuple(visits), tuple(visitors)


def _visitor(
    key: str, centre: str, at: datetime, langs: Sequence[str], seed: int, customs: Customs
) -> Visitor:
    rng = random.Random(f"visitor:{seed}:{key}")  # noqa: S311
    kind = rng.random()
    if kind < 0.5:  # at work by day
        reach = (rng.uniform(0.1, 0.35), rng.uniform(0.35, 0.7), rng.uniform(0.3, 0.6))
    elif kind < 0.9:  # at home
        reach = (rng.uniform(0.35, 0.7), rng.uniform(0.35, 0.6), rng.uniform(0.3, 0.6))
    else:  # hardly ever answers
        reach = (0.05, 0.08, 0.08)
    others = langs[1:]
    lang = langs[0] if not others or rng.random() < 0.72 else rng.choice(others)
    listed = rng.choice(langs) if rng.random() < customs.other_language else lang
    draw = rng.random()
    number = "good"
    for name in ("dead", "wrong", "moved"):
        share = getattr(customs, name)
        if draw < share:
            number = name
            break
        draw -= share
    hours: tuple[Hours, ...] = ()
    if rng.random() < 0.2:
        hours = (Hours(time(17), time(20), WEEKDAYS), Hours(time(10), time(18), frozenset({5})))
    return Visitor(key, centre, at, lang, listed, reach, number, f"{seed}:{key}", hours)


def dial(
    visitor: Visitor,
    attempts: Sequence[Attempt],
    now: datetime,
    zone: str,
    worker: Worker,
    customs: Customs,
    *,
    promised: bool = False,
) -> Reply:
    """What happens when a visitor is called for the next time. `promised`: by appointment."""
    rng = random.Random(f"dial:{visitor.seed}:{len(attempts)}")  # noqa: S311
    if visitor.number == "dead":
        return Reply("4.32", 0.7)
    if visitor.number == "moved" and not any(item.code == "4.41" for item in attempts):
        return Reply("4.41", 1.5)
    chance = visitor.chance(now.astimezone(ZoneInfo(zone)))
    if rng.random() >= (max(chance, customs.keeps) if promised else chance):
        code = rng.choices(("3.13", "3.12", "2.222", "3.15"), (70, 12, 15, 3))[0]
        return Reply(code, {"3.12": 0.5, "2.222": 1.2}.get(code, 1.0))
    if visitor.number == "wrong":
        return Reply("4.50", 1.0)
    if rng.random() < customs.somebody_else:
        return Reply("2.21" if rng.random() < 0.9 else "2.111", 1.5)
    if visitor.lang not in worker.langs:
        return Reply("2.333", 1.5, lang=visitor.lang)
    return _answers(visitor, attempts, now, zone, rng, customs)


def _answers(
    visitor: Visitor,
    attempts: Sequence[Attempt],
    now: datetime,
    zone: str,
    rng: random.Random,
    customs: Customs,
) -> Reply:
    own = random.Random(f"temper:{visitor.seed}")  # noqa: S311
    if own.random() < customs.unable:
        return Reply("2.32", 2.0)
    if own.random() < customs.denies:
        return Reply("4.70", 1.5)
    refused = any(OUTCOMES[item.code].named is Disposition.REFUSAL for item in attempts)
    if rng.random() < (0.5 if refused else customs.refuses):
        return Reply(HARD_REFUSAL if rng.random() < customs.hard else SOFT_REFUSAL, 1.5)
    asked = sum(item.code == "2.35" for item in attempts)
    if rng.random() < customs.call_back / (1 + asked):
        return Reply("2.35", 2.0, _again(visitor, now, zone, rng))
    return Reply(INTERVIEW, 1.0)


def _again(visitor: Visitor, now: datetime, zone: str, rng: random.Random) -> Appointment:
    """An appointment in the next days, at an hour when the visitor answers best."""
    clock = ZoneInfo(zone)
    day = now.astimezone(clock).date() + timedelta(days=rng.randint(1, 3))
    while day.weekday() == 6:
        day += timedelta(days=1)
    hour = rng.choice((17, 18, 19) if visitor.reach[1] > visitor.reach[0] else (10, 11, 14))
    if day.weekday() == 5:
        hour = min(hour, 17)
    at = datetime.combine(day, time(hour, rng.choice((0, 15, 30))), clock)
    return Appointment(at, is_hard=rng.random() < 0.7)
