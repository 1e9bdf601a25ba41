"""Who differs? Each group against the rest of the base, corrected for the number of looks.

A group is compared with all others who answered the grouping question (of a multiple question:
with all outside the group), never with the total that it is a part of: group and rest share no
person. Differences are one at a time: groups overlap, and nothing here says why they differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr

from atbalss.problems import Refused, problem
from atbalss.study.bases import code_list, in_base, is_multiple
from atbalss.study.question import Question
from atbalss.tables import compare
from atbalss.tables.adjust import adjusted
from atbalss.tables.compare import Side, Test
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.effect import COHEN_D, COHEN_H, cohen_d, cohen_h, detectable
from atbalss.tables.family import number_of, side_of
from atbalss.tables.layout import label_of
from atbalss.tables.looks import Differs, GroupDifference, Look, grouping, groups_of
from atbalss.tables.names import check_code, question_named
from atbalss.tables.numbers import Counted
from atbalss.tables.result import CellKey, Comparison, Flag, Number, Unit, Verdict
from atbalss.tables.suppress import hidden

SCORE = "z_score_effective_base"
Cells = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Halves:
    """The cells of a group and those of the rest."""

    group: Cells
    rest: Cells


def halves(counted: Counted, question: Question, code: str) -> Halves:
    """The cells of a group and of the rest; `Refused` if the question was not declared."""
    spec = counted.cube.spec
    codes = code_list(question)
    if codes is None:
        raise TypeError(question.name)
    try:
        if is_multiple(question):
            own: Filter = ((question.name, code),)
            return Halves(spec.cells_of(own), spec.cells_outside(own))
        members = (code,) if codes.has(code) else codes.members(code)
        based = [item.name for item in codes.codes if in_base(question, item)]
        where = {name: spec.cells_of(((question.name, name),)) for name in based}
    except KeyError:
        words = f"{question.name}={code}"
        raise Refused([problem("tables-undeclared-filter", among=words)]) from None
    none = np.zeros(0, dtype=np.intp)
    return Halves(
        np.concatenate([none, *(where[name] for name in based if name in members)]),
        np.concatenate([none, *(where[name] for name in based if name not in members)]),
    )


# ---- the test


def score_test(group: Side, rest: Side, confidence: float) -> Test:
    """Two shares: z = (p1 - p2) / sqrt(p(1-p)(1/n1* + 1/n2*)), p pooled on the effective bases.

    The score test keeps its level in the far tail that a correction for many looks reads, where
    the unpooled test of small groups does not (docs/statistics.md has the simulation). Interval:
    Newcombe (1998), method 10, on the same effective bases; within -1..1.
    """
    difference = group.value - rest.value
    if min(group.base, rest.base) < 2 or min(group.n_star, rest.n_star) <= 0:
        return Test(difference, 0.0, None, None, None, "n_too_small")
    se = pooled_se(group, rest)
    p = 1.0 if se == 0 else float(2 * ndtr(-abs(difference) / se))
    low, high = compare.newcombe(group, rest, confidence)
    return Test(difference, se, p, max(low, -1.0), min(high, 1.0), SCORE)


def pooled_se(group: Side, rest: Side) -> float:
    """Standard error of a difference of shares if both were the pooled share."""
    total = group.n_star + rest.n_star
    pooled = (group.value * group.n_star + rest.value * rest.n_star) / total
    return sqrt(pooled * (1 - pooled) * (1 / group.n_star + 1 / rest.n_star))


# ---- looking


def differs(counted: Counted, look: Look) -> Differs:
    """Every group of a look against the rest; the family are all its groups.

    Groups whose base, or whose rest, is under the small-base limit are not judged and are in no
    family; groups that part the base alike (men and women) are one look. `Refused` for unknown
    names.
    """
    raw = _raw(counted, look)
    family = [item.comparison.p for item in raw if _counts(item)]
    p_values = adjusted([p for p in family if p is not None], look.adjust)
    own = iter(p_values)
    alpha = 1 - counted.rules.confidence
    done: list[GroupDifference] = []
    for item in raw:
        if item.comparison.p is None:
            done.append(item)
            continue
        p = _twin_p(done, item) if item.twin else next(own)
        done.append(_judged(item, p, len(family), alpha, look))
    wave = counted.wave(look.wave)
    total = number_of(counted, CellKey(look.question, look.code, wave, NO_FILTER))
    return Differs(look, total, tuple(sorted(done, key=_rank)), len(family), alpha)


def _counts(item: GroupDifference) -> bool:
    return item.comparison.p is not None and not item.twin


def _twin_p(done: Sequence[GroupDifference], item: GroupDifference) -> float | None:
    """The corrected p of the look that this one is again."""
    pair = (item.question, item.twin)
    return next((g.comparison.p_adjusted for g in done if (g.question, g.code) == pair), None)


def _judged(
    item: GroupDifference, p: float | None, size: int, alpha: float, look: Look
) -> GroupDifference:
    found = item.comparison
    verdict = Verdict.NO_DIFFERENCE_SHOWN
    if p is not None and p < alpha:
        verdict = Verdict.HIGHER if (found.difference.value or 0.0) > 0 else Verdict.LOWER
    family = f"{look.question}={look.code}" if look.code else look.question
    found = replace(
        found,
        p_adjusted=p,
        verdict=verdict,
        family=f"differs:{family}",
        family_size=size,
        adjust=look.adjust.value,
    )
    se = found.difference.se or 0.0
    smallest = detectable(se, inf, 1 - alpha / max(size, 1))  # as Holm's first step asks
    return replace(item, comparison=replace(found, detectable=smallest))


def _rank(item: GroupDifference) -> tuple[int, float]:
    """Those that differ first, by size; the not judged last, in their own order."""
    if item.verdict is Verdict.UNTESTABLE:
        return 2, 0.0
    size = -abs(item.comparison.difference.value or 0.0)
    return (0 if item.verdict in (Verdict.HIGHER, Verdict.LOWER) else 1), size


def _raw(counted: Counted, look: Look) -> list[GroupDifference]:
    """Every group of a look, not yet corrected."""
    _check(counted, look)
    wave = counted.wave(look.wave)
    found: list[GroupDifference] = []
    for question in grouping(counted.questionnaire, look):
        twins = _twins(counted, question, look.nets, wave)
        items = [
            replace(_one(counted, look, question, code, wave), twin=twins.get(code, ""))
            for code in groups_of(question, look.nets)
        ]
        found += _withheld(question, [item for item in items if item.comparison.later.base])
    return found


def _twins(counted: Counted, question: Question, nets: bool, wave: str) -> dict[str, str]:
    """Groups that part the base just as an earlier one does, and that one: the same look again.

    Of two groups each is the other's rest; a net may have the same members as a code.
    """
    codes = code_list(question)
    if codes is None or is_multiple(question):
        return {}
    based = [code.name for code in codes.codes if in_base(question, code)]
    held = frozenset(name for name in based if _size(counted, question, name, wave))
    seen: dict[frozenset[str], str] = {}
    found: dict[str, str] = {}
    for code in groups_of(question, nets):
        own = held & ({code} if codes.has(code) else set(codes.members(code)))
        first = seen.get(own) or seen.get(held - own)
        if first:
            found[code] = first
        else:
            seen[own] = code
    return found


def _withheld(question: Question, items: Sequence[GroupDifference]) -> list[GroupDifference]:
    """The groups of one question, hidden where shown ones would give a hidden one away.

    One hidden group alone is the total less the others: the smallest shown one is hidden too. A net
    is hidden where a member of it is. (A multiple question's groups do not add up to anything.)
    """
    codes = code_list(question)
    if codes is None or is_multiple(question):
        return list(items)
    own = [item for item in items if codes.has(item.code)]
    closed = {item.code for item in own if item.comparison.later.flag is Flag.HIDDEN}
    if len(closed) == 1:
        shown = [i for i in own if i.code not in closed and i.comparison.later.value is not None]
        smallest = min(shown, key=lambda item: item.comparison.later.base or 0, default=None)
        closed |= {smallest.code} if smallest is not None else set()
    return [
        _closed(item) if closed & ({item.code} | set(_members(question, item.code))) else item
        for item in items
    ]


def _members(question: Question, code: str) -> tuple[str, ...]:
    codes = code_list(question)
    return () if codes is None or codes.has(code) else codes.members(code)


def _closed(item: GroupDifference) -> GroupDifference:
    """A group of which nothing is told but its base."""
    found = item.comparison
    sides = (hidden(found.later), hidden(found.earlier))
    return replace(item, comparison=_untested(*sides))


def _check(counted: Counted, look: Look) -> None:
    if look.code:
        check_code(question_named(counted.questionnaire, look.question), look.code)
        if counted.is_outside(look.question, look.code):
            raise Refused(
                [problem("tables-outside-base", question=look.question, answer=look.code)]
            )
    else:
        counted.check_mean(look.question)
    if not counted.has_answers(counted.wave(look.wave)):
        raise Refused([problem("tables-no-answers", wave=counted.wave(look.wave))])


def _size(counted: Counted, question: Question, code: str, wave: str) -> int:
    return counted.line(question, code, wave, NO_FILTER)[0]


def _narrowed(counted: Counted, wave: str, cells: Cells) -> Counted:
    """The study of those in some cells; for estimates only, as it knows nothing of hiding."""
    return replace(counted, cube=counted.cube.narrowed(wave, cells), _withheld={}, _folded={})


def _one(counted: Counted, look: Look, question: Question, code: str, wave: str) -> GroupDifference:
    parts = halves(counted, question, code)
    everybody = CellKey(look.question, look.code, wave)
    pair = ((question.name, code),)
    one = _narrowed(counted, wave, parts.group).estimate(everybody)
    other = _narrowed(counted, wave, parts.rest).estimate(everybody)
    made = counted.share_number if look.code else counted.mean_number
    group = made(replace(everybody, among=pair), one)
    rest = made(replace(everybody, outside=pair), other)
    if Flag.HIDDEN in (group.flag, rest.flag):
        group, rest = hidden(group), hidden(rest)
    found = GroupDifference(
        question.name,
        code,
        label_of(counted, question.name, code),
        label_of(counted, question.name),
        _untested(group, rest),
    )
    if one is None or other is None or found.comparison.difference.value is None:
        return found
    return _tested(found, side_of(one), side_of(other), counted.rules.confidence)


def _tested(item: GroupDifference, group: Side, rest: Side, confidence: float) -> GroupDifference:
    is_share = item.comparison.later.unit is Unit.SHARE
    if is_share:
        test = score_test(group, rest, confidence)
        effect: float | None = cohen_h(group.value, rest.value)
    else:
        test = compare.compare_means(group, rest, confidence, compare.WELCH)
        effect = cohen_d(group.value, rest.value, group.sd, rest.sd, group.base, rest.base)
    if test.p is None:
        return replace(item, comparison=replace(item.comparison, method=test.method))
    number = replace(
        item.comparison.difference,
        low=test.low,
        high=test.high,
        se=test.se,
        interval="newcombe" if is_share else "t",
    )
    comparison = replace(
        item.comparison,
        difference=number,
        p=test.p,
        method=test.method,
        effect=effect,
        effect_name=COHEN_H if is_share else COHEN_D,
    )
    return replace(item, comparison=comparison)


def _untested(group: Number, rest: Number) -> Comparison:
    """The pair with its difference, hidden or empty where a side is."""
    unit = Unit.SHARE_DIFFERENCE if group.unit is Unit.SHARE else Unit.MEAN_DIFFERENCE
    number = Number(group.cell, unit, None, base=group.base)
    flags = (group.flag, rest.flag)
    if Flag.HIDDEN in flags:
        number = hidden(number)
    elif group.value is None or rest.value is None:
        number = replace(number, flag=Flag.EMPTY)
    else:
        flag = Flag.MARKED if Flag.MARKED in flags else Flag.OK
        number = replace(number, value=group.value - rest.value, flag=flag)
    return Comparison(group, rest, number, Verdict.UNTESTABLE, method="not_judged")


def as_rows(found: Differs) -> list[Mapping[str, object]]:
    """A look as plain values: group, both sides, difference, interval, p values, effect."""
    return [
        {
            "question": item.question,
            "code": item.code,
            "group": item.comparison.later.value,
            "group_n": item.comparison.later.base,
            "rest": item.comparison.earlier.value,
            "rest_n": item.comparison.earlier.base,
            "difference": item.comparison.difference.value,
            "low": item.comparison.difference.low,
            "high": item.comparison.difference.high,
            "p": item.comparison.p,
            "p_adjusted": item.comparison.p_adjusted,
            "method": item.comparison.method,
            "effect": item.comparison.effect,
            "detectable": item.comparison.detectable,
            "verdict": item.verdict.value,
            "same_look_as": item.twin,
        }
        for item in found.groups
    ]
