"""Comparisons of waves: the test of a pair of cells, and Holm over the family fixed beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from atbalss.problems import Refused, problem
from atbalss.tables import adjust, compare, effect, standard
from atbalss.tables.compare import Side, Test
from atbalss.tables.demand import Pair
from atbalss.tables.measures import Estimate
from atbalss.tables.names import check_code, codes_named, question_named
from atbalss.tables.numbers import Counted
from atbalss.tables.result import NO_N, CellKey, Comparison, Flag, Number, Source, Unit, Verdict
from atbalss.tables.suppress import hidden

FAMILY = "wave-comparisons"
_DIFFERENCE = {
    Unit.SHARE: Unit.SHARE_DIFFERENCE,
    Unit.MEAN: Unit.MEAN_DIFFERENCE,
    Unit.COUNT: Unit.COUNT,
}


@dataclass(frozen=True)
class Family:
    """All comparisons of a report in a fixed order, their p values adjusted together."""

    comparisons: tuple[Comparison, ...] = ()

    def find(self, pair: Pair) -> Comparison | None:
        """The comparison of two cells, or None if it is not of the family."""
        return self._by_pair.get(pair)

    @cached_property
    def _by_pair(self) -> dict[Pair, Comparison]:
        return {(item.later.cell, item.earlier.cell): item for item in self.comparisons}


def number_of(counted: Counted, cell: CellKey) -> Number:
    """The share or mean of a cell."""
    if cell.standard:
        return counted.standardised(cell)
    if cell.code:
        return counted.share(cell.question, cell.code, cell.wave, cell.among)
    return counted.mean(cell.question, cell.wave, cell.among)


def build(counted: Counted, pairs: Iterable[Pair]) -> Family:
    """The family of the given pairs: each tested, p adjusted by Holm over those that have a p.

    Codes outside the base of their question have no share and fall out.
    """
    kept = {pair for pair in pairs if not _outside(counted, pair[0])}
    ordered = sorted(kept, key=lambda pair: _place(counted, pair))
    raw = [
        tested(counted, number_of(counted, later), number_of(counted, earlier))
        for later, earlier in ordered
    ]
    with_p = [item.p for item in raw if item.p is not None]
    adjusted = iter(adjust.holm(with_p))
    done: list[Comparison] = []
    for item in raw:
        p = None if item.p is None else next(adjusted)
        item = replace(item, p_adjusted=p, family=FAMILY, family_size=len(with_p))
        done.append(replace(item, verdict=_verdict(counted, item)))
    return Family(tuple(done))


def _outside(counted: Counted, cell: CellKey) -> bool:
    if not cell.code:
        return False
    check_code(question_named(counted.questionnaire, cell.question), cell.code)
    return counted.is_outside(cell.question, cell.code)


def _place(counted: Counted, pair: Pair) -> tuple[object, ...]:
    names = [*counted.questionnaire.by_name, *counted.questionnaire.grids]
    waves = list(counted.wave_names)
    later, earlier = pair
    return (
        names.index(later.question),
        later.among,
        _position(counted, later),
        -waves.index(earlier.wave),
        -waves.index(later.wave),
        earlier.words(),
    )


def difference(counted: Counted, later: Number, earlier: Number) -> Number:
    """Later minus earlier, exact, with an interval where the samples are independent waves.

    Empty where a side has no value, and where one is only a lower bound ("at least").
    """
    if later.unit is not earlier.unit or later.unit not in _DIFFERENCE:
        first, second = later.cell.words(), earlier.cell.words()
        raise Refused([problem("tables-unlike-units", later=first, earlier=second)])
    number = Number(
        later.cell,
        _DIFFERENCE[later.unit],
        None,
        base=later.base,
        source=earlier.source if later.source is Source.ANSWERS else later.source,
        rounding=later.rounding + earlier.rounding,
        is_floor=later.is_floor or earlier.is_floor,
    )
    if Flag.HIDDEN in (later.flag, earlier.flag):
        return hidden(number)
    if later.value is None or earlier.value is None or number.is_floor:
        return replace(number, flag=Flag.EMPTY)
    flag = Flag.MARKED if Flag.MARKED in (later.flag, earlier.flag) else Flag.OK
    number = replace(number, value=later.value - earlier.value, flag=flag, interval="dependent")
    if later.cell.wave == earlier.cell.wave or later.unit is Unit.COUNT:
        return number
    test = _test(counted, later, earlier)
    if test is None or test.p is None:
        return replace(number, interval=NO_N if test is None else test.method)
    return replace(number, low=test.low, high=test.high, se=test.se, interval=test.method)


def tested(counted: Counted, later: Number, earlier: Number) -> Comparison:
    """The unadjusted comparison of two cells; the verdict is not yet that of the family."""
    change = difference(counted, later, earlier)
    rules = counted.rules
    margin = rules.margin if later.unit is Unit.SHARE else rules.mean_margin
    approximate = Source.ANSWERS is not later.source or Source.ANSWERS is not earlier.source
    found = Comparison(
        later, earlier, change, Verdict.UNTESTABLE, margin=margin, approximate=approximate
    )
    if change.is_floor:
        return replace(found, method="floor")
    if change.flag in (Flag.HIDDEN, Flag.EMPTY):
        return replace(found, method=change.flag.value)
    if later.cell.wave == earlier.cell.wave:
        return replace(found, method="dependent")
    test = _test(counted, later, earlier)
    if test is None:
        return replace(found, method=NO_N, n_from=_n_from(counted, later, earlier))
    if test.p is None:
        return replace(found, method=test.method)
    found = replace(found, p=test.p, method=test.method)
    found = sized(counted, found, test)
    return replace(found, verdict=_verdict(counted, found))


def sized(counted: Counted, item: Comparison, test: Test) -> Comparison:
    """The comparison with its effect size, equivalence and what the bases could have shown."""
    later, earlier = item.later, item.earlier
    if later.value is None or earlier.value is None:
        return item
    size: float | None = effect.cohen_h(later.value, earlier.value)
    name = effect.COHEN_H
    if later.unit is not Unit.SHARE:
        sides = later.sd, earlier.sd, later.base or 0, earlier.base or 0
        size, name = effect.cohen_d(later.value, earlier.value, *sides), effect.COHEN_D
    return replace(
        item,
        effect=size,
        effect_name="" if size is None else name,
        p_equivalence=effect.equivalence_p(
            test.difference, test.se, item.margin or 0.0, test.degrees
        ),
        detectable=effect.detectable(test.se, test.degrees, counted.rules.confidence),
    )


def _verdict(counted: Counted, item: Comparison) -> Verdict:
    """What may be said: a passed test first, then equivalence, else that none was shown.

    A difference that passes unadjusted is never called unchanged, however small it is.
    """
    p = item.p if item.p_adjusted is None else item.p_adjusted
    change = item.difference
    if item.p is None or p is None or change.value is None or item.margin is None:
        return Verdict.UNTESTABLE
    alpha = 1 - counted.rules.confidence
    if p < alpha:
        return Verdict.HIGHER if change.value > 0 else Verdict.LOWER
    if item.p >= alpha and compare.within(change.low, change.high, item.margin):
        return Verdict.UNCHANGED
    return Verdict.NO_DIFFERENCE_SHOWN


def _position(counted: Counted, cell: CellKey) -> int:
    """Where a code stands in its list, nets and bands after the codes; a mean comes first."""
    if not cell.code:
        return -1
    codes = codes_named(question_named(counted.questionnaire, cell.question))
    return [*codes.names, *(net.name for net in codes.nets)].index(cell.code)


# ---- sides


def _test(counted: Counted, later: Number, earlier: Number) -> Test | None:
    """The test of two numbers of different waves; None if a published side has no n."""
    if earlier.cell.standard:
        return standard.tested(counted, later.cell, earlier.cell)
    is_share = later.unit is Unit.SHARE
    current = _counted_side(counted, later)
    past = _counted_side(counted, earlier)
    new = current or _published_side(later, past, is_share)
    old = past or _published_side(earlier, current, is_share)
    if new is None or old is None:
        return None
    confidence = counted.rules.confidence
    printed = current is None or past is None
    if is_share:
        method = compare.PUBLISHED_SHARE if printed else compare.TWO_PROPORTIONS
        return compare.compare_shares(new, old, confidence, method)
    method = compare.PUBLISHED_MEAN if printed else compare.WELCH
    return compare.compare_means(new, old, confidence, method)


def _counted_side(counted: Counted, number: Number) -> Side | None:
    if number.source is not Source.ANSWERS:
        return None
    estimate = counted.estimate(number.cell)
    return None if estimate is None else side_of(estimate)


def side_of(estimate: Estimate) -> Side:
    """An estimate from answers as a side of a comparison."""
    return Side(
        estimate.value,
        estimate.se,
        estimate.base,
        estimate.n_star,
        estimate.sd,
        degrees=estimate.degrees,
    )


def _published_side(number: Number, current: Side | None, is_share: bool) -> Side | None:
    """A published number as a side, with the design effect or sd of the counted one."""
    if number.base is None or number.value is None:
        return None
    if is_share:
        model = current or Side(number.value, 0.0, number.base, number.base)
        return compare.published_share(number.value, number.base, number.rounding, model)
    if current is None:
        return None
    return compare.published_mean(number.value, number.base, number.rounding, current)


def _n_from(counted: Counted, later: Number, earlier: Number) -> int | None:
    side = _counted_side(counted, later)
    if side is None or earlier.value is None:
        return None
    return compare.n_from(side, earlier.value, later.unit is Unit.SHARE)


def as_rows(family: Family) -> list[Mapping[str, object]]:
    """The family as plain values: cells, values, difference, p, adjusted p, verdict, n from."""
    return [
        {
            "later": item.later.cell.words(),
            "earlier": item.earlier.cell.words(),
            "later_value": item.later.value,
            "earlier_value": item.earlier.value,
            "difference": item.difference.value,
            "low": item.difference.low,
            "high": item.difference.high,
            "p": item.p,
            "p_adjusted": item.p_adjusted,
            "method": item.method,
            "verdict": item.verdict.value,
            "n_from": item.n_from,
            "approximate": item.approximate,
            "family_size": item.family_size,
            "p_equivalence": item.p_equivalence,
            "effect": item.effect,
            "effect_name": item.effect_name,
            "detectable": item.detectable,
        }
        for item in family.comparisons
    ]
