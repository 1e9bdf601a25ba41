"""Comparisons of two independent samples: tests, intervals of differences, equivalence.

Formulas: docs/statistics.md. A published past value counts as an estimate of its own, with the
design effect of the current wave and the variance of its rounding.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isinf, sqrt

from scipy.special import ndtr, stdtr, stdtrit

from atbalss.tables.adjust import holm as holm
from atbalss.tables.measures import wilson, z_of
from atbalss.tables.side import Side as Side

TWO_PROPORTIONS = "z_unpooled_exact_se"
TWO_PROPORTIONS_POOLED = "z_pooled_effective_base"
WELCH = "t_welch_exact_se"
PUBLISHED_SHARE = "z_published_share"
PUBLISHED_MEAN = "t_published_mean_current_sd"
LARGEST_N = 1_000_000


@dataclass(frozen=True, slots=True)
class Test:
    """A test of later minus earlier: p (two-sided), interval of the difference and the method."""

    __test__ = False  # no pytest class

    difference: float
    se: float
    p: float | None
    low: float | None
    high: float | None
    method: str
    degrees: float = inf  # of Student's t; infinite where the normal distribution is used


def compare_shares(later: Side, earlier: Side, confidence: float, method: str) -> Test:
    """Two-proportion z test with unpooled exact SEs: z = (p1 - p2) / sqrt(SE1^2 + SE2^2).

    Where a side is 0 or 1 its SE is 0 and the unpooled test would overstate: then the test is
    pooled on the effective bases, and the interval is Newcombe's (1998, Statistics in Medicine 17,
    method 10) from the two Wilson intervals; elsewhere it is the z interval, which agrees with p.
    Where a design is declared, t with its degrees of freedom (Satterthwaite) takes the place of z.
    """
    difference = later.value - earlier.value
    if later.base < 2 or earlier.base < 2:
        return Test(difference, 0.0, None, None, None, "n_too_small")
    degrees = degrees_of(later, earlier, inf)
    if (later.se > 0 or later.is_fixed) and (earlier.se > 0 or earlier.is_fixed):
        se = sqrt(later.variance + earlier.variance)
        half = t_of(confidence, degrees) * se
        low, high = difference - half, difference + half
    else:
        method = TWO_PROPORTIONS_POOLED
        se = sqrt(_pooled_variance(later, earlier))
        low, high = newcombe(later, earlier, confidence)
    p = p_of(difference, se, degrees)
    return Test(difference, se, p, max(low, -1.0), min(high, 1.0), method, degrees)


def _pooled_variance(later: Side, earlier: Side) -> float:
    """p(1-p)(1/n1 + 1/n2) on the effective bases, p the share of both together."""
    sides = [side for side in (later, earlier) if not isinf(side.n_star)]
    total = sum(side.n_star for side in sides)
    pooled = sum(side.value * side.n_star for side in sides) / total
    return pooled * (1 - pooled) * sum(1 / side.n_star for side in sides)


def t_of(confidence: float, degrees: float) -> float:
    """The two-sided quantile of Student's t; the normal one for infinite degrees of freedom."""
    return z_of(confidence) if isinf(degrees) else float(stdtrit(degrees, 0.5 + confidence / 2))


def p_of(difference: float, se: float, degrees: float) -> float:
    """Two-sided p of a difference; 1 where there is neither difference nor error."""
    if se == 0:
        return 1.0 if difference == 0 else 0.0
    ratio = -abs(difference) / se
    return float(2 * (ndtr(ratio) if isinf(degrees) else stdtr(degrees, ratio)))


def degrees_of(later: Side, earlier: Side, own: float | None = None) -> float:
    """Satterthwaite's degrees of freedom; a side without a design has `own`, or base - 1.

    df = (V1 + V2)^2 / (SE1^4/df1 + SE2^4/df2); rounding variance counts as known.
    """
    total = later.variance + earlier.variance
    parts = 0.0
    for side in (later, earlier):
        df = side.degrees if side.degrees is not None else (side.base - 1 if own is None else own)
        parts += side.se**4 / df
    return total**2 / parts if parts > 0 else inf


def newcombe(later: Side, earlier: Side, confidence: float) -> tuple[float, float]:
    """Newcombe's hybrid score interval of a difference of two shares."""
    low1, high1 = wilson(later.value, later.n_star, confidence)
    low2, high2 = wilson(earlier.value, earlier.n_star, confidence)
    difference = later.value - earlier.value
    down = sqrt((later.value - low1) ** 2 + (high2 - earlier.value) ** 2)
    up = sqrt((high1 - later.value) ** 2 + (earlier.value - low2) ** 2)
    return difference - down, difference + up


def compare_means(later: Side, earlier: Side, confidence: float, method: str) -> Test:
    """Welch's t test on exact SEs; degrees of freedom by Satterthwaite (Welch 1947, Biometrika 34).

    df = (V1 + V2)^2 / (V1^2/(n1-1) + V2^2/(n2-1)) with V = SE^2; rounding variance counts as known.
    With a declared design its degrees of freedom stand for n - 1.
    """
    difference = later.value - earlier.value
    if min(later.base, earlier.base) < 2 or later.se <= 0 or earlier.se <= 0:
        return Test(difference, 0.0, None, None, None, "n_too_small")
    se, degrees = sqrt(later.variance + earlier.variance), degrees_of(later, earlier)
    half = t_of(confidence, degrees) * se
    p = p_of(difference, se, degrees)
    return Test(difference, se, p, difference - half, difference + half, method, degrees)


# ---- a published past


def deff_of_share(side: Side) -> float:
    """The design effect of a share as n / n*, 1 where it has none."""
    return side.base / side.n_star if 0 < side.n_star < inf else 1.0


def deff_of_mean(side: Side) -> float:
    """The design effect of a mean: SE^2 / (sd^2/n), 1 where it has none."""
    return side.se**2 * side.base / side.sd**2 if side.sd else 1.0


def published_share(value: float, n: float, rounding: float, current: Side) -> Side:
    """A published share as a side: SE^2 = p(1-p) deff/n, plus r^2/12 where r = 2 x half-width.

    deff is that of the current wave's share. The rounding error counts as uniform over the printed
    step; where two roundings add up (derived values) the step is the sum of both: on the safe side.
    """
    deff = deff_of_share(current)
    variance = value * (1 - value) * deff / n
    return Side(value, sqrt(variance), int(n), n / deff, extra=(2 * rounding) ** 2 / 12)


def published_mean(value: float, n: float, rounding: float, current: Side) -> Side:
    """A published mean as a side: it borrows the sd and design effect of the current wave."""
    sd = current.sd or 0.0
    se = sd * sqrt(deff_of_mean(current) / n)
    return Side(value, se, int(n), sd=sd, extra=(2 * rounding) ** 2 / 12)


def n_from(current: Side, published: float, is_share: bool, alpha: float = 0.05) -> int | None:
    """Smallest past n from which the difference would pass at `alpha`, unadjusted; None: at no n.

    The published value is taken as printed (no rounding variance), so what is unknown is n alone.
    46 % of 142 against 22 %: from 13; 65 % against 72 %: at no n.
    """

    def passes(n: float) -> bool:
        if is_share:
            side = published_share(published, n, 0.0, current)
            test = compare_shares(current, side, 1 - alpha, PUBLISHED_SHARE)
        else:
            side = published_mean(published, n, 0.0, current)
            test = compare_means(current, side, 1 - alpha, PUBLISHED_MEAN)
        return test.p is not None and test.p < alpha

    if not passes(LARGEST_N):
        return None
    low, high = 1, LARGEST_N  # p falls as n grows: bisect for the first n that passes
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if passes(middle) else (middle, high)
    return high


# ---- equivalence


def within(low: float | None, high: float | None, margin: float) -> bool:
    """Equivalence: whether the whole confidence interval lies strictly within +-margin.

    At 95 % this is the two one-sided tests procedure at 2.5 % each (Schuirmann 1987); it is taken
    over the 90 % interval because a reader can check it on the interval that is printed.
    """
    return low is not None and high is not None and -margin < low and high < margin
