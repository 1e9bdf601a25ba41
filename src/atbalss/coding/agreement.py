"""Do coders agree: Krippendorff's alpha of sets of codes and of each code, and drift over time.

Source: Klaus Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); the distance of
sets: Rebecca Passonneau, "Measuring Agreement on Set-valued Items (MASI)" (LREC 2006).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import nan
from typing import TypeVar

from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import carry
from atbalss.coding.decisions import Decision, Origin
from atbalss.coding.task import Task

V = TypeVar("V", bound=Hashable)
Codes = frozenset[str]


def nominal(one: Hashable, other: Hashable) -> float:
    """The distance of two names: 0 if the same, else 1."""
    return 0.0 if one == other else 1.0


def interval(one: float, other: float) -> float:
    """The squared difference of two numbers."""
    return (one - other) ** 2


def jaccard(one: Codes, other: Codes) -> float:
    """The distance of two sets of codes: 1 - |both| / |either|; two empty sets are alike."""
    either = one | other
    return 1 - len(one & other) / len(either) if either else 0.0


def masi(one: Codes, other: Codes) -> float:
    """The MASI distance of two sets: 1 - Jaccard x monotonicity.

    Monotonicity is 1 for the same sets, 2/3 where one holds the other, 1/3 where they overlap,
    0 where they share nothing.
    """
    if one == other:
        return 0.0
    if not one & other:
        return 1.0
    monotony = 2 / 3 if one <= other or other <= one else 1 / 3
    return 1 - (1 - jaccard(one, other)) * monotony


def alpha(
    units: Iterable[Sequence[V | None]], distance: Callable[[V, V], float] = nominal
) -> float:
    """Krippendorff's alpha = 1 - Do / De of units, each the values that its coders gave.

    None is no value; units with fewer than two values say nothing. With n values that can be paired
    in all, Do = 1/n sum over units of 1/(m - 1) x the distances of their ordered pairs, and
    De = 1/(n(n - 1)) x the distances of all ordered pairs. nan where there is nothing to compare,
    or where all values are one and chance could not have disagreed.
    """
    paired = [held for unit in units if len(held := [v for v in unit if v is not None]) > 1]
    total = Counter(value for unit in paired for value in unit)
    n = total.total()
    if n < 2:
        return nan
    seen = sum(
        sum(distance(one, other) for one in unit for other in unit) / (len(unit) - 1)
        for unit in paired
    )
    by_chance = sum(
        count * times * distance(one, other)
        for one, count in total.items()
        for other, times in total.items()
    )
    return 1 - (n - 1) * seen / by_chance if by_chance else nan


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """Agreement on one code: answers where all, and where some coders gave it; nominal alpha."""

    code: str
    all: int
    some: int
    alpha: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of persons on the answers that two or more coded, before anything was settled.

    `same` is the share of them with the very same codes; `masi` and `jaccard` are alphas of the
    sets of codes.
    """

    answers: int
    coders: tuple[str, ...]
    same: float
    masi: float
    jaccard: float
    codes: tuple[CodeAgreement, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """Agreement within a stretch of time, its first and last decision (by the later coder's)."""

    first: datetime
    last: datetime
    answers: int
    same: float
    masi: float


def agreement(task: Task, answers: Iterable[Answer], decisions: Iterable[Decision]) -> Agreement:
    """How far coders agree on the answers that two or more of them coded.

    Decisions on another text do not count, codes are those of the present frame, and settlements
    are left out: they are no one's independent judgement.
    """
    units = list(_units(task, answers, decisions).values())
    sets = [list(unit.values()) for unit in units]
    names = sorted({who for unit in units for who in unit})
    by_code = []
    for code in task.choices:
        marks = [[code in codes for codes in unit] for unit in sets]
        some = sum(any(unit) for unit in marks)
        if some:
            by_code.append(CodeAgreement(code, sum(map(all, marks)), some, alpha(marks)))
    return Agreement(
        len(sets),
        tuple(names),
        _same(sets),
        alpha(sets, masi),
        alpha(sets, jaccard),
        tuple(by_code),
    )


def drift(
    task: Task, answers: Iterable[Answer], decisions: Iterable[Decision], parts: int = 4
) -> list[Drift]:
    """Agreement in equal parts of the answers coded twice, in the order of time.

    An answer's time is when its last coder decided.
    """
    kept = list(decisions)
    units = _units(task, answers, kept)
    last: dict[str, datetime] = {}
    for one in _last_of_each(task, kept):
        if one.id in units:
            last[one.id] = max(one.when, last.get(one.id, one.when))
    ordered = sorted(units, key=lambda id: (last[id], id))
    size = max(1, -(-len(ordered) // parts))
    found = []
    for start in range(0, len(ordered), size):
        part = ordered[start : start + size]
        sets = [list(units[id].values()) for id in part]
        found.append(
            Drift(last[part[0]], last[part[-1]], len(part), _same(sets), alpha(sets, masi))
        )
    return found


def _units(
    task: Task, answers: Iterable[Answer], decisions: Iterable[Decision]
) -> dict[str, dict[str, Codes]]:
    """Of each answer that two persons or more coded, the codes by coder."""
    marks = {answer.id: answer.mark for answer in answers}
    found: dict[str, dict[str, Codes]] = {id: {} for id in marks}
    for one in _last_of_each(task, decisions):
        if marks.get(one.id) == one.mark and one.codes:
            carried = carry(task.frame, one.codes, one.version)
            if not carried.look:  # what waits for a second look is no judgement yet
                found[one.id][one.who] = frozenset(carried.codes)
    return {id: unit for id, unit in found.items() if len(unit) > 1}


def _last_of_each(task: Task, decisions: Iterable[Decision]) -> list[Decision]:
    last: dict[tuple[str, str, str], Decision] = {}
    for one in sorted(decisions, key=lambda one: one.order):
        if one.question == task.name and one.origin is Origin.PERSON:
            last[one.id, one.mark, one.who] = one
    return list(last.values())


def _same(sets: Sequence[Sequence[Codes]]) -> float:
    return sum(len(set(unit)) == 1 for unit in sets) / len(sets) if sets else nan
