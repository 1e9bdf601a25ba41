"""Shrunken estimates: each unit's value drawn towards the overall one by how little it rests on.

Empirical Bayes by moments. Shares: beta-binomial (Kleinman 1973, JASA 68). Means: normal-normal
(DerSimonian and Laird 1986; Morris 1983, JASA 78). Intervals carry the error of the overall value
beside that of the unit, so that they never close up when no spread between units is found.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from scipy.special import betaincinv, ndtri

BETA = "empirical_bayes_beta_binomial"
NORMAL = "empirical_bayes_normal"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as it was measured: value and (effective) base."""

    value: float
    n: float


@dataclass(frozen=True, slots=True)
class Between:
    """What lies between units: the overall value and the variance of true values around it."""

    overall: float
    variance: float
    within: float  # variance of one answer: p(1-p), or sd^2 within units
    error: float  # variance of the overall value itself: (tau^2 sum n^2 / N + within) / N


@dataclass(frozen=True, slots=True)
class Shrunken:
    """A unit's shrunken value, its error and interval; `weight` is what its own value counts."""

    value: float
    se: float
    low: float
    high: float
    weight: float


def between(units: Sequence[Unit], overall: float, within: float) -> Between:
    """The variance between units by moments, at least 0.

    Q = sum n_i (y_i - m)^2 with m the n-weighted mean; E Q = within (k - 1) + tau^2 (N - sum n^2/N)
    for means (DerSimonian and Laird). For shares one answer's variance is m(1-m) - tau^2, so that
    tau^2 = (Q - m(1-m)(k-1)) / (N - sum n^2/N - (k-1)) (Kleinman's moments with weights n).
    """
    return _between(units, overall, within, is_share=False)


def between_shares(units: Sequence[Unit], overall: float) -> Between:
    """As `between`, for shares: the binomial variance falls by what lies between units."""
    return _between(units, overall, overall * (1 - overall), is_share=True)


def _between(units: Sequence[Unit], overall: float, within: float, *, is_share: bool) -> Between:
    total = sum(unit.n for unit in units)
    k = len(units)
    if k < 2 or total <= 0:
        return Between(overall, 0.0, within, within / total if total > 0 else 0.0)
    mean = sum(unit.n * unit.value for unit in units) / total
    q = sum(unit.n * (unit.value - mean) ** 2 for unit in units)
    room = total - sum(unit.n**2 for unit in units) / total - (k - 1 if is_share else 0)
    variance = max((q - within * (k - 1)) / room, 0.0) if room > 0 else 0.0
    if is_share:
        variance = min(variance, within / 2)  # M at least 1: the prior never has two humps
    left = within - variance if is_share else within
    error = (variance * sum(unit.n**2 for unit in units) / total + left) / total
    return Between(overall, variance, within, error)


def shrunken_share(unit: Unit, around: Between, confidence: float) -> Shrunken:
    """The posterior of a share: Beta(m M + x, (1 - m) M + n - x), M = m(1-m)/tau^2 - 1.

    Value (M m + n p)/(M + n). The variance adds (1 - weight)^2 times that of the overall value, and
    the interval is that of the beta distribution with this mean and variance.
    """
    m = around.overall
    if around.within <= 0:
        return Shrunken(m, 0.0, m, m, 0.0)
    prior = around.within / around.variance - 1 if around.variance > 0 else None
    weight = 0.0 if prior is None else unit.n / (unit.n + prior)
    value = (1 - weight) * m + weight * unit.value
    own = 0.0 if prior is None else value * (1 - value) / (prior + unit.n + 1)
    variance = own + (1 - weight) ** 2 * around.error
    low, high = _beta(value, variance, confidence)
    return Shrunken(value, sqrt(variance), low, high, weight)


def _beta(mean: float, variance: float, confidence: float) -> tuple[float, float]:
    """The central interval of the beta distribution of a mean and a variance."""
    if variance <= 0 or not 0 < mean < 1:
        return mean, mean
    size = mean * (1 - mean) / variance - 1
    if size <= 0:
        return 0.0, 1.0
    tail = (1 - confidence) / 2
    a, b = mean * size, (1 - mean) * size
    low, high = float(betaincinv(a, b, tail)), float(betaincinv(a, b, 1 - tail))
    return min(low, mean), max(high, mean)


def shrunken_mean(unit: Unit, around: Between, confidence: float) -> Shrunken:
    """The posterior of a mean: weight B = tau^2/(tau^2 + sd^2/n), value (1-B) m + B y.

    Variance B sd^2/n + (1 - B)^2 Var(m); normal interval (Morris 1983).
    """
    noise = around.within / unit.n
    weight = around.variance / (around.variance + noise) if around.variance > 0 else 0.0
    value = (1 - weight) * around.overall + weight * unit.value
    variance = weight * noise + (1 - weight) ** 2 * around.error
    half = float(ndtri(0.5 + confidence / 2)) * sqrt(variance)
    return Shrunken(value, sqrt(variance), value - half, value + half, weight)


def ranks(found: Sequence[Shrunken], confidence: float) -> list[tuple[int, int]]:
    """The places (1 is the highest) that each unit may hold: from, to.

    Units are parted where the interval of the difference of their shrunken values excludes 0
    (Goldstein and Healy 1995, JRSS A 158, ask the same of pairs); the rest may stand either way.
    """
    z = float(ndtri(0.5 + confidence / 2))
    places = []
    for one in found:
        above = below = 0
        for other in found:
            gap = other.value - one.value
            if abs(gap) > z * sqrt(one.se**2 + other.se**2):
                above += gap > 0
                below += gap < 0
        places.append((1 + above, len(found) - below))
    return places
