"""Raking on the table of weighting cells: iterative proportional fitting, with bounds inside.

Cells, not persons, are raked: everybody of a cell gets the same factor on the base weight, so a
million interviews cost no more than their few dozen cells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]

TOLERANCE = 1e-10  # of a category's share: the largest deviation that counts as met
ITERATIONS = 2000
_STEPS = 200  # of the search for one factor within bounds
_TINY, _HUGE = 1e-150, 1e150  # where bounds cannot be met factors run away: not beyond these


@dataclass(frozen=True, eq=False)
class Raked:
    """The factor of each cell, and how the fitting ended.

    `deviation` is the largest |share - target| left over all categories of all margins (0..1).
    """

    factors: Floats
    iterations: int
    deviation: float
    converged: bool


def rake(
    base: Floats,
    margins: Sequence[Ints],
    targets: Sequence[Floats],
    *,
    low: Floats | float = 0.0,
    high: Floats | float = np.inf,
    tolerance: float = TOLERANCE,
    iterations: int = ITERATIONS,
) -> Raked:
    """Factors f of cells, so that sums of base x f meet the targets of every margin.

    `base`: sum of base weights of each cell, adding to 1; `margins`: for each margin the category
    of each cell; `targets`: for each margin the share of each category, adding to 1. Without
    bounds this is iterative proportional fitting (Deming and Stephan 1940): the weights nearest to
    the base weights in I-divergence. With bounds `low` <= f <= `high` it is the same distance
    under both conditions: f = clip(product of one factor a margin, low, high), each category's
    factor solved exactly in turn (bounded raking; Deville and Sarndal 1992, case 2's dual with
    truncation). Bounds that the margins do not allow end unconverged, never silently.
    """
    bounded = bool(np.any(np.asarray(low) > 0) or np.any(np.isfinite(high)))
    free = np.ones_like(base)
    factors = np.clip(free, low, high)
    deviation = _deviation(base * factors, margins, targets)
    done = 0
    for done in range(1, iterations + 1):
        for category, target in zip(margins, targets, strict=True):
            if bounded:
                free *= _steps(base, free, category, target, low, high)[category]
                free = np.clip(free, _TINY, _HUGE)
            else:
                free *= _ratio(target, sums_of(category, base * free, len(target)))[category]
        factors = np.clip(free, low, high)
        last, deviation = deviation, _deviation(base * factors, margins, targets)
        if deviation <= tolerance or (done > 50 and _stands_still(last, deviation)):
            break
    return Raked(factors, done, deviation, deviation <= tolerance)


def sums_of(category: Ints, values: Floats, size: int) -> Floats:
    """The sum of the values of each category."""
    found: Floats = np.bincount(category, values, size).astype(np.float64)
    return found


def _stands_still(last: float, now: float) -> bool:
    """Whether a round changed nothing worth another: margins or bounds contradict each other."""
    return abs(last - now) <= 1e-13 * max(last, 1e-300)


def _deviation(sums: Floats, margins: Sequence[Ints], targets: Sequence[Floats]) -> float:
    """The largest |share - target| over all categories; targets add to 1."""
    return max(
        float(np.abs(np.bincount(category, sums, len(target)) - target).max())
        for category, target in zip(margins, targets, strict=True)
    )


def _ratio(target: Floats, sums: Floats) -> Floats:
    found: Floats = np.divide(target, sums, out=np.ones_like(target), where=sums > 0)
    return found


def _steps(
    base: Floats,
    free: Floats,
    category: Ints,
    target: Floats,
    low: Floats | float,
    high: Floats | float,
) -> Floats:
    """For each category t > 0 with sum of base x clip(free x t, low, high) = target.

    Newton's steps on a function that is piecewise straight and never falls, kept within brackets.
    Where no t gives the target, the t at which the bound is reached.
    """
    size = len(target)
    t = np.ones(size)
    least, most = np.full(size, _TINY), np.full(size, _HUGE)
    for _ in range(_STEPS):
        wanted = free * t[category]
        clipped = np.clip(wanted, low, high)
        gap = np.bincount(category, base * clipped, size) - target
        open_ = np.abs(gap) > 1e-15 + 1e-14 * target
        if not open_.any():
            break
        most = np.where(gap > 0, np.minimum(most, t), most)
        least = np.where(gap < 0, np.maximum(least, t), least)
        inside = (wanted > low) & (wanted < high)
        slope = np.bincount(category, np.where(inside, base * free, 0.0), size)
        step = np.divide(gap, slope, out=np.full(size, np.nan), where=slope > 0)
        middle = np.sqrt(least) * np.sqrt(most)
        guess = t - step
        fits = np.isfinite(guess) & (guess > least) & (guess < most)
        moved = np.where(fits, guess, middle)
        if np.all(np.abs(moved - t)[open_] <= 1e-16 * t[open_]):
            break
        t = np.where(open_, moved, t)
    return t


def trim(weights: Floats, low: float, high: float, *, strict: bool = True) -> Floats:
    """Weights cut to low..high, what was cut shared equally among those within.

    With `strict` again and again, until the sharing pushes nobody over a bound: the numbers that
    R's `survey::trimWeights(strict=TRUE)` gives. As there, the sum stays as long as anybody is
    within the bounds; where all are cut at once, what was cut is lost and the sum changes. The
    margins that the weights met before are met no longer: `rake` with bounds is the way to both.
    """
    now = weights.astype(np.float64)
    for _ in range(10_000):
        outside = (now < low) | (now > high)
        if not outside.any():
            break
        cut = np.clip(now, low, high)
        if not outside.all():
            cut[~outside] += (now - cut).sum() / (~outside).sum()
        now = cut
        if not strict:
            break
    return now
