"""Tests of dependent pairs and of the leads that rank words claim, each a family of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from math import inf

from atbalss.tables import adjust
from atbalss.tables.compare import Test
from atbalss.tables.cube import Cube
from atbalss.tables.demand import Pair, Ranked
from atbalss.tables.dependent import dependent
from atbalss.tables.family import Family, difference, number_of, sized
from atbalss.tables.numbers import Counted
from atbalss.tables.result import Comparison, Flag, Number, Source, Unit, Verdict

PAIRS = "dependent-pairs"
LEADS = "rank-leads"


@dataclass(frozen=True)
class Leads:
    """The test of each rank claim: its weakest lead; p adjusted by Holm over all claims."""

    by_claim: Mapping[Ranked, Comparison] = field(default_factory=dict)

    def find(self, ranked: Ranked) -> Comparison | None:
        """The lead of a claim, or None if it was not declared or has no next place."""
        return self.by_claim.get(ranked)


@dataclass(frozen=True)
class Overlap:
    """What pairs have in common: the study's sums with their unions and filters, codes by codes."""

    counted: Counted
    joint: Cube | None = None

    def test(self, pair: Pair) -> Test | None:
        """The test of first minus second; None where what they share was not counted."""
        found = dependent(self.counted, self.joint, pair)
        if found is not None:
            return found
        turned = dependent(self.counted, self.joint, (pair[1], pair[0]))
        if turned is None or turned.low is None or turned.high is None:
            return turned
        return replace(turned, difference=-turned.difference, low=-turned.high, high=-turned.low)


def pairs_of(counted: Counted, ranks: Iterable[Ranked]) -> frozenset[Pair]:
    """The pairs of neighbours, by size, whose difference the claims rest on."""
    return frozenset(
        (first.cell, second.cell)
        for ranked in ranks
        for first, second in _neighbours(counted, ranked)
    )


def test_pairs(counted: Counted, overlap: Overlap, pairs: Iterable[Pair]) -> Family:
    """The family of declared dependent pairs: each tested, p adjusted by Holm."""
    ordered = sorted(set(pairs), key=lambda pair: (pair[0].words(), pair[1].words()))
    raw = [
        _tested(counted, overlap, number_of(counted, a), number_of(counted, b)) for a, b in ordered
    ]
    return Family(tuple(_adjusted(counted, raw, PAIRS)))


def test_leads(counted: Counted, overlap: Overlap, ranks: Iterable[Ranked]) -> Leads:
    """The weakest lead of each claim, tested; p adjusted by Holm over the claims of a report.

    That the leader and the next are found in the same answers needs no correction: the two-sided
    test of winner against runner-up holds its level (Hung and Fithian 2019, Annals of Statistics
    47). A claim of several leads holds if each does: its p is the largest (Berger 1982,
    Technometrics 24).
    """
    claims, raw = [], []
    for ranked in sorted(set(ranks), key=str):
        found = _weakest(counted, overlap, ranked)
        if found is not None:
            claims.append(ranked)
            raw.append(found)
    return Leads(dict(zip(claims, _adjusted(counted, raw, LEADS), strict=True)))


def _weakest(counted: Counted, overlap: Overlap, ranked: Ranked) -> Comparison | None:
    leads = [_tested(counted, overlap, *pair) for pair in _neighbours(counted, ranked)]
    if not leads:
        return None
    return max(leads, key=lambda item: 2.0 if item.p is None else item.p)


def _neighbours(counted: Counted, ranked: Ranked) -> list[tuple[Number, Number]]:
    """The numbers at each place of a claim and next to it, in order of size; ties as listed."""
    numbers = [number_of(counted, cell) for cell in ranked.cells]
    order = [item for item in numbers if item.value is not None and item.source is Source.ANSWERS]
    order.sort(key=lambda item: -(item.value or 0.0))
    places = [place - 1 if place > 0 else len(order) + place - 1 for place in ranked.places]
    return [(order[at], order[at + 1]) for at in places if 0 <= at < len(order) - 1]


def _tested(counted: Counted, overlap: Overlap, first: Number, second: Number) -> Comparison:
    """The unadjusted test of two numbers of the same persons."""
    change = replace(difference(counted, first, second), rounding=0.0)
    found = Comparison(first, second, change, Verdict.UNTESTABLE)
    if change.value is None or change.flag in (Flag.HIDDEN, Flag.EMPTY):
        return replace(found, method=change.flag.value)
    test = overlap.test((first.cell, second.cell))
    if test is None:
        return replace(found, method="dependent")
    if test.p is None or test.low is None or test.high is None:
        return replace(found, method=test.method)
    limit = 1.0 if change.unit is Unit.SHARE_DIFFERENCE else inf
    low, high = max(test.low, -limit), min(test.high, limit)
    change = replace(change, low=low, high=high, se=test.se, interval=test.method)
    return sized(counted, replace(found, difference=change, p=test.p, method=test.method), test)


def _adjusted(counted: Counted, raw: list[Comparison], family: str) -> list[Comparison]:
    """The comparisons with p adjusted over those that have one, and their verdicts."""
    with_p = [item.p for item in raw if item.p is not None]
    adjusted = iter(adjust.holm(with_p))
    alpha = 1 - counted.rules.confidence
    done = []
    for item in raw:
        if item.p is None:
            done.append(replace(item, family=family, family_size=len(with_p)))
            continue
        p = next(adjusted)
        verdict = Verdict.NO_DIFFERENCE_SHOWN
        if p < alpha:
            verdict = Verdict.HIGHER if (item.difference.value or 0.0) > 0 else Verdict.LOWER
        done.append(
            replace(item, p_adjusted=p, family=family, family_size=len(with_p), verdict=verdict)
        )
    return done
