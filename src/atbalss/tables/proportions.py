"""Intervals of a share by name: exact, score and design-based ones.

Our own default is Wilson's on the effective base (`measures.share_interval`); these are the others
that a methodologist may ask for. Each says what it does at 0 and 1, where the standard error is 0.
"""

from __future__ import annotations

from collections.abc import Callable
from math import copysign, exp, inf, log, sqrt

from scipy.special import betaincinv, ndtr, stdtrit, xlog1py, xlogy

from atbalss.tables.measures import z_of

Ends = tuple[float, float]


def clopper_pearson(p: float, n: float, confidence: float) -> Ends:
    """The exact interval of a share p of n, also of an effective n (Clopper and Pearson 1934).

    Quantiles of Beta(np, n(1-p)+1) and Beta(np+1, n(1-p)); 0 at p = 0, 1 at p = 1.
    """
    alpha = 1 - confidence
    hits, rest = n * p, n * (1 - p)
    low = float(betaincinv(hits, rest + 1, alpha / 2)) if hits > 0 else 0.0
    high = float(betaincinv(hits + 1, rest, 1 - alpha / 2)) if rest > 0 else 1.0
    return low, high


def korn_graubard(p: float, se: float, n: int, degrees: float, confidence: float) -> Ends:
    """Clopper-Pearson on the effective n, with t (Korn and Graubard 1998, Surv Meth 24).

    n* = p(1-p)/SE^2 * [t(n-1) / t(df)]^2 (R `svyciprop(method = "beta")`); where the share is 0 or
    1, n* is n, as for a simple sample: say so, or give the Kish base as n.
    """
    if se <= 0 or not 0 < p < 1:
        return clopper_pearson(p, n, confidence)
    tail = 0.5 + confidence / 2
    adjusted = float(stdtrit(n - 1, tail) / stdtrit(degrees, tail)) ** 2
    return clopper_pearson(p, p * (1 - p) / se**2 * adjusted, confidence)


def logit_interval(p: float, se: float, degrees: float, confidence: float) -> Ends | None:
    """Symmetric on the logit: logit p -+ t SE / (p(1-p)); none at 0 and 1 (R "logit", "xlogit")."""
    if not 0 < p < 1:
        return None
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * se / (p * (1 - p))
    centre = log(p / (1 - p))
    return 1 / (1 + exp(half - centre)), 1 / (1 + exp(-half - centre))


def mean_interval(p: float, se: float, degrees: float, confidence: float) -> Ends:
    """p -+ t SE (R "mean"): of no width at 0 and 1, and may leave 0..1."""
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * se
    return p - half, p + half


def likelihood_root(p: float, q: float, n: int) -> float:
    """Signed root of twice the log likelihood ratio of shares p and q of n, p observed.

    sign(q - p) sqrt(2 n [l(p) - l(q)] (n-1)/n), l of a binomial share; (n-1)/n is one over the
    dispersion of R's quasi-binomial.
    """
    best = float(xlogy(p, p) + xlog1py(1 - p, -p))
    fall = best - float(xlogy(p, q) + xlog1py(1 - p, -q))
    return copysign(sqrt(max(2 * (n - 1) * fall, 0.0)), q - p)


def likelihood_interval(
    p: float, se: float, n: int, degrees: float, confidence: float
) -> Ends | None:
    """Shares whose scaled likelihood ratio is not too large (Rao and Scott 1984; R "likelihood").

    |root| <= t sqrt(deff) with deff = n SE^2 / (p(1-p)). None at 0 and 1, nor without spread. The
    ends are exact; R reads its own off a spline of the profile, which differs by some 1e-6.
    """
    if not 0 < p < 1 or se <= 0 or n < 2:
        return None
    limit = float(stdtrit(degrees, 0.5 + confidence / 2)) * se * sqrt(n / (p * (1 - p)))

    def leaves(q: float) -> bool:
        return abs(likelihood_root(p, q, n)) > limit

    return _last(leaves, p, 0.0), _last(leaves, p, 1.0)


def _last(leaves: Callable[[float], bool], inner: float, outer: float) -> float:
    """The last value from `inner` towards `outer` that does not leave, by bisection."""
    middle = (inner + outer) / 2
    while middle not in (inner, outer):
        inner, outer = (inner, middle) if leaves(middle) else (middle, outer)
        middle = (inner + outer) / 2
    return middle


def pooled_difference(
    p1: float, n1: float, p2: float, n2: float, confidence: float
) -> tuple[float, float, float, float]:
    """The pooled test of two shares: chi-square, p, and the ends of p1 - p2 (unpooled).

    chi2 = (p1 - p2)^2 / [p(1-p)(1/n1 + 1/n2)], p the share of both together; the interval is
    p1 - p2 -+ z sqrt(p1(1-p1)/n1 + p2(1-p2)/n2), within -1..1 (R `prop.test`, correct = FALSE).
    Our own rule for waves is unpooled (docs/statistics.md); this is the named second one.
    """
    pooled = (p1 * n1 + p2 * n2) / (n1 + n2)
    variance = pooled * (1 - pooled) * (1 / n1 + 1 / n2)
    difference = p1 - p2
    chi2 = difference**2 / variance if variance > 0 else (0.0 if difference == 0 else inf)
    half = z_of(confidence) * sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2)
    p = float(2 * ndtr(-sqrt(chi2)))
    return chi2, p, max(difference - half, -1.0), min(difference + half, 1.0)
