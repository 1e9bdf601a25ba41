"""Control limits that chance draws around one overall value: exact binomial, and normal for means.

Used by the funnel plot (by the size of a unit) and by the control chart (by month or wave).
"""

from __future__ import annotations

from math import floor, sqrt

from scipy.special import betainc, ndtri

from atbalss.tables.compare import Side
from atbalss.tables.unit_results import Limits

SIGMA3 = 0.9973002039367398  # what lies within 3 sigma of a normal variable


def binomial_cdf(k: float, n: float, p: float) -> float:
    """P(X <= k) of a binomial variable; by the incomplete beta, so that n may be an effective base.

    F(k; n, p) = I_{1-p}(n - k, k + 1) (DLMF 8.17.5), 0 under k = 0 and 1 from k = n.
    """
    if k < 0:
        return 0.0
    return 1.0 if k >= n else float(betainc(n - k, k + 1, 1 - p))


def lower_limit(n: float, p: float, tail: float) -> float:
    """The share under which counts of n come with a chance of less than `tail` if p is true.

    Spiegelhalter (2005, Statistics in Medicine 24, appendix): with r the smallest count for which
    F(r) >= tail, (r - a)/n with a = (F(r) - tail)/(F(r) - F(r - 1)), so that the limit is smooth
    in n. It lies between the counts r - 1 and r: x/n is under it exactly where P(X <= x) < tail.
    0 where no count is that rare, and for p = 0; 1 for p = 1.
    """
    if p <= 0 or p >= 1:
        return min(max(p, 0.0), 1.0)
    low, high = -1, floor(n) + 1
    while high - low > 1:  # the smallest r with F(r) >= tail
        middle = (low + high) // 2
        low, high = (low, middle) if binomial_cdf(middle, n, p) >= tail else (middle, high)
    upper, under = binomial_cdf(high, n, p), binomial_cdf(high - 1, n, p)
    part = (upper - tail) / (upper - under) if upper > under else 0.0
    return min(max((high - part) / n, 0.0), 1.0)


def share_limits(n: float, p: float, level: float) -> Limits:
    """The two exact limits of a share of n at a level, each with half of what is left outside.

    The upper limit is the lower one of the complement, 1 - lower(n, 1 - p): so x/n is over it
    exactly where P(X >= x) < tail. (Inverting F at 1 - tail instead, as is often drawn, would
    call ten of ten beyond 99.8 % at p = 0.8, though that comes once in nine.)
    """
    tail = (1 - level) / 2
    return Limits(level, lower_limit(n, p, tail), 1 - lower_limit(n, 1 - p, tail))


def mean_limits(n: float, mean: float, sd: float, level: float) -> Limits:
    """Normal limits of a mean of n on the pooled sd: mean -+ z sd / sqrt n."""
    half = float(ndtri(0.5 + level / 2)) * sd / sqrt(n)
    return Limits(level, mean - half, mean + half)


def limits(n: float, overall: Side, level: float, is_share: bool) -> Limits:
    """Limits around an overall value (`overall.sd` is the sd within units) for a unit of n."""
    if is_share:
        return share_limits(n, overall.value, level)
    return mean_limits(n, overall.value, overall.sd or 0.0, level)


def effective(side: Side, sd: float | None) -> float:
    """The base that counts: n* of a share; of a mean the n its error would need without weights.

    For a mean n_eff = n / deff with deff = SE^2 n / sd_own^2, at most n; where the unit has no
    spread of its own, n.
    """
    if sd is None:
        return side.n_star
    if not side.sd or side.se <= 0:
        return float(side.base)
    return min(side.sd**2 / side.se**2, float(side.base))


def pooled_sd(sides: list[Side]) -> float:
    """The sd within units: sqrt(sum (n - 1) sd^2 / sum (n - 1)); 0 without any spread."""
    weight = sum(side.base - 1 for side in sides if side.base > 1)
    squares = sum((side.base - 1) * (side.sd or 0.0) ** 2 for side in sides if side.base > 1)
    return sqrt(squares / weight) if weight > 0 else 0.0
