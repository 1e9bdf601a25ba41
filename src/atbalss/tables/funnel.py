"""Between units: a funnel plot with exact limits, and shrunken estimates with honest ranks.

Limits are those of Spiegelhalter (2005, Statistics in Medicine 24, 1185-1202): what chance does to
a unit of its size if it were like all. A unit too small to show counts in everything and is not
named. Formulas: docs/statistics.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import sqrt

from atbalss.tables import shrink
from atbalss.tables.limits import limits
from atbalss.tables.numbers import Counted
from atbalss.tables.parts import by_question
from atbalss.tables.result import Flag
from atbalss.tables.shrink import Shrunken
from atbalss.tables.unit_results import (
    LEVELS,
    Funnel,
    FunnelUnit,
    Limits,
    Part,
    Parts,
    Place,
)

CURVE = 60  # points of each limit's curve


def funnel(counted: Counted, question: str, code: str, by: str, wave: str = "") -> Funnel:
    """The funnel of a share (a mean where no code is named) by the codes of a single choice."""
    parts = by_question(counted, question, code, by, counted.wave(wave))
    return of_parts(parts, question, code, by, counted.rules.confidence)


def of_parts(parts: Parts, question: str, code: str, by: str, confidence: float) -> Funnel:
    """The funnel of parts that are measured already."""
    drawn = _shrunken(parts, confidence)
    shown = [i for i, part in enumerate(parts.parts) if part.is_shown]
    places = dict(zip(shown, shrink.ranks([drawn[i] for i in shown], confidence), strict=True))
    units = tuple(_unit(parts, part, drawn[i], places.get(i)) for i, part in enumerate(parts.parts))
    sizes = [part.size for part in parts.parts if part.is_shown] or [1.0]
    phi, is_over = dispersion([parts.z(part) for part in parts.parts])
    return Funnel(
        question,
        code,
        by,
        parts,
        units,
        tuple((n, _limits(parts, n)) for n in _sizes(min(sizes), max(sizes))),
        phi,
        is_over,
        sqrt(_between(parts).variance),
    )


def dispersion(z_scores: Sequence[float]) -> tuple[float, bool]:
    """Winsorised phi = mean z^2, and whether it is more than chance explains.

    The lowest and highest tenth of z are drawn in to the tenth's edge, so that one true outlier
    is not taken for a general spread; overdispersed where phi > 1 + 2 sqrt(2/k) (Spiegelhalter
    2005).
    """
    k = len(z_scores)
    if k < 2:
        return 1.0, False
    ordered, cut = sorted(z_scores), k // 10
    low, high = ordered[cut], ordered[k - 1 - cut]
    phi = sum(min(max(z, low), high) ** 2 for z in z_scores) / k
    return phi, phi > 1 + 2 * sqrt(2 / k)


def _limits(parts: Parts, size: float) -> tuple[Limits, ...]:
    return tuple(limits(size, parts.overall, level, parts.is_share) for level in LEVELS)


def _sizes(low: float, high: float) -> list[float]:
    """Sizes for the curves, closer together where the limits bend."""
    low, high = max(low * 0.8, 1.0), high * 1.04
    ratio = (high / low) ** (1 / (CURVE - 1))
    return [low * ratio**i for i in range(CURVE)]


def _between(parts: Parts) -> shrink.Between:
    units = [shrink.Unit(part.side.value, part.size) for part in parts.parts]
    if parts.is_share:
        return shrink.between_shares(units, parts.overall.value)
    return shrink.between(units, parts.overall.value, (parts.overall.sd or 0.0) ** 2)


def _shrunken(parts: Parts, confidence: float) -> list[Shrunken]:
    around = _between(parts)
    make = shrink.shrunken_share if parts.is_share else shrink.shrunken_mean
    return [
        make(shrink.Unit(part.side.value, part.size), around, confidence) for part in parts.parts
    ]


def _unit(parts: Parts, part: Part, drawn: Shrunken, rank: tuple[int, int] | None) -> FunnelUnit:
    if not part.is_shown:
        return FunnelUnit(part, Place.HIDDEN)
    found = _limits(parts, part.size)
    number = replace(
        part.number,
        value=drawn.value,
        low=drawn.low,
        high=drawn.high,
        se=drawn.se,
        n=None,
        interval=shrink.BETA if parts.is_share else shrink.NORMAL,
        flag=part.number.flag if part.number.flag is Flag.MARKED else Flag.OK,
    )
    return FunnelUnit(part, _place(part.side.value, found), found, number, drawn.weight, rank)


def _place(value: float, found: Sequence[Limits]) -> Place:
    inner, outer = found
    if value > outer.high:
        return Place.ABOVE
    if value < outer.low:
        return Place.BELOW
    return Place.INSIDE if inner.low <= value <= inner.high else Place.NEAR
