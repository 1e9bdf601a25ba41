"""Measures from sums: shares, means, standard errors and intervals. Formulas: docs/statistics.md.

Standard errors are exact for weighted answers drawn with replacement (Taylor linearisation with
the weights taken as fixed; R `svymean` of `svydesign(ids=~1, weights=~w)`), and are made from n,
sum w and sum w^2 of each answer code alone. The factor n/(n-1) uses the base's own n.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf, isclose, isnan, sqrt

import numpy as np
from scipy.special import ndtri, stdtrit

from atbalss.tables.sums import W2KK, W2KS, W2SS, WK, WQ, WS, Floats

TOO_SMALL = "n_too_small"
WILSON = "wilson_effective"
T_MEAN = "t"
T_PERSONS = "t_person_clusters"
BY_DESIGN = {WILSON: "wilson_design", T_MEAN: "t_design", T_PERSONS: "t_design"}


@dataclass(frozen=True, slots=True)
class Interval:
    """A confidence interval in the unit of its value, or none; `method` says how or why not."""

    low: float | None = None
    high: float | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share (0..1) or a mean with its base: persons, sum of weights, Kish and interval base.

    `n_star` is the effective base of the interval (shares); `sd` that of the answers (means).
    `degrees` are those of the declared design; None where none is declared: base - 1.
    """

    value: float
    n: int
    base: int
    base_weighted: float
    base_effective: float
    se: float
    n_star: float = 0.0
    sd: float | None = None
    degrees: float | None = None


def kish(w: float, w2: float) -> float:
    """Kish's effective base (sum w)^2 / sum w^2 (Kish 1965, Survey Sampling, 11.7)."""
    return w * w / w2 if w2 > 0 else 0.0


def share(hit: tuple[int, float, float], base: tuple[int, float, float]) -> Estimate | None:
    """The share of a line in its base, both as (n, sum w, sum w^2); None for an empty base.

    p = sum_hit w / sum w; SE^2 = n/(n-1) (W2_hit (1-p)^2 + W2_rest p^2) / (sum w)^2.
    n* = n / deff with deff = SE^2 / (p(1-p)/(n-1)), at most n; at 0 and 1 Kish's base.
    """
    n, w, w2 = base
    if n == 0 or w <= 0:
        return None
    p = min(max(hit[1] / w, 0.0), 1.0)
    rest = max(w2 - hit[2], 0.0)
    spread = hit[2] * (1 - p) ** 2 + rest * p**2
    if hit[0] in (0, n) or n < 2 or spread <= 0:
        p = 0.0 if hit[0] == 0 else 1.0 if hit[0] == n else p
        return Estimate(p, hit[0], n, w, kish(w, w2), 0.0, min(kish(w, w2), n))
    variance = n / (n - 1) * spread / (w * w)
    n_star = n * (p * (1 - p) / (n - 1)) / variance
    return Estimate(p, hit[0], n, w, kish(w, w2), sqrt(variance), min(n_star, n))


def mean_of_codes(
    scores: Sequence[float], lines: Sequence[tuple[int, float, float]]
) -> Estimate | None:
    """The mean of a scale from (n, sum w, sum w^2) of each code; codes without score left out.

    SE^2 = n/(n-1) sum_c W2_c (x_c - m)^2 / (sum w)^2; sd^2 = n/(n-1) sum_c W_c (x_c - m)^2 / sum w.
    """
    used = [(x, *line) for x, line in zip(scores, lines, strict=True) if not isnan(x)]
    n = sum(item[1] for item in used)
    w = sum(item[2] for item in used)
    if n == 0 or w <= 0:
        return None
    w2 = sum(item[3] for item in used)
    mean = sum(item[0] * item[2] for item in used) / w
    squares = sum(item[2] * (item[0] - mean) ** 2 for item in used) / w
    spread = sum(item[3] * (item[0] - mean) ** 2 for item in used) / (w * w)
    if len({item[0] for item in used if item[1] > 0}) == 1:  # no rounding noise as spread
        mean = next(item[0] for item in used if item[1] > 0)
        squares = spread = 0.0
    bessel = n / (n - 1) if n > 1 else 0.0
    return Estimate(mean, n, n, w, kish(w, w2), sqrt(bessel * spread), sd=sqrt(bessel * squares))


def mean_of_moments(
    line: tuple[int, float, float], moments: Floats, answers: int | None = None
) -> Estimate | None:
    """The mean of open numbers, or of all answers to the items of a grid, from its moments.

    m = sum ws / sum wk; residual of a person e = s - m k, so a person's answers stay together:
    SE^2 = n/(n-1) sum w^2 e^2 / (sum wk)^2 (R `svyratio`; `svymean` where k = 1). `answers` is the
    unweighted number of answers for the sd (None: one a person).
    """
    n, w, w2 = line
    if n == 0 or moments[WK] <= 0:
        return None
    wk = float(moments[WK])
    mean = float(moments[WS]) / wk
    spread = float(moments[W2SS] - 2 * mean * moments[W2KS] + mean**2 * moments[W2KK])
    if isclose(spread, 0.0, abs_tol=1e-12 * max(float(moments[W2SS]), 1e-300)):
        spread = 0.0
    squares = float(moments[WQ]) / wk - mean**2
    if isclose(squares, 0.0, abs_tol=1e-12 * max(float(moments[WQ]) / wk, 1e-300)):
        squares = 0.0
    bessel = n / (n - 1) if n > 1 else 0.0
    count = n if answers is None else answers
    bessel_sd = count / (count - 1) if count > 1 else 0.0
    se = sqrt(max(bessel * spread, 0.0)) / wk
    return Estimate(mean, n, n, w, kish(w, w2), se, sd=sqrt(max(bessel_sd * squares, 0.0)))


# ---- by the declared design


def share_by_design(estimate: Estimate, se: float, degrees: float, *, known: bool) -> Estimate:
    """The share with the design's SE: n* = n / deff, deff = SE^2 / (p(1-p)/(n-1)), not cut at n.

    At 0 and 1 n* stays Kish's, at most n. Elsewhere an SE of 0 means that the design fixes the
    share (`known`: strata, a census; n* is infinite), or that all clusters agree: then Kish's too.
    """
    p, n = estimate.value, estimate.base
    if estimate.n in (0, n) or n < 2:
        return replace(estimate, degrees=degrees)
    if not se > 0:
        kept = inf if known else min(estimate.base_effective, n)
        return replace(estimate, se=0.0, n_star=kept, degrees=degrees)
    n_star = n * (p * (1 - p) / (n - 1)) / se**2
    return replace(estimate, se=se, n_star=n_star, degrees=degrees)


def mean_by_design(estimate: Estimate, se: float, degrees: float) -> Estimate:
    """The mean with the design's SE and degrees of freedom."""
    return replace(estimate, se=se if se > 0 else 0.0, degrees=degrees)


def design_effect(estimate: Estimate) -> float | None:
    """SE^2 against that of a simple sample with replacement of the same size (R "replace").

    p(1-p)/(n-1) for shares, sd^2/n for means; None where that has no spread.
    """
    n = estimate.base
    if estimate.sd is None:
        srs = estimate.value * (1 - estimate.value) / (n - 1) if n > 1 else 0.0
    else:
        srs = estimate.sd**2 / n
    return estimate.se**2 / srs if srs > 0 else None


# ---- intervals


def z_of(confidence: float) -> float:
    """The normal quantile of a two-sided interval."""
    return float(ndtri(0.5 + confidence / 2))


def wilson(p: float, n: float, confidence: float) -> tuple[float, float]:
    """Wilson's score interval of a share on a base of n, within 0..1 (Wilson 1927, JASA 22)."""
    z2 = z_of(confidence) ** 2
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = sqrt(z2 * (p * (1 - p) / n + z2 / (4 * n * n))) / (1 + z2 / n)
    low = 0.0 if p <= 0 else max(centre - half, 0.0)
    high = 1.0 if p >= 1 else min(centre + half, 1.0)
    return min(low, p), max(high, p)


def share_interval(estimate: Estimate, confidence: float) -> Interval:
    """Wilson's interval of a share on its effective base; none for fewer than 2 persons.

    With a declared design n* is multiplied by [t(n-1) / t(degrees)]^2 (Korn and Graubard 1998), as
    few clusters know their own spread badly.
    """
    if estimate.base < 2 or estimate.n_star <= 0:
        return Interval(method=TOO_SMALL)
    n, method = estimate.n_star, WILSON
    if estimate.degrees is not None:
        tail = 0.5 + confidence / 2
        n *= float(stdtrit(estimate.base - 1, tail) / stdtrit(estimate.degrees, tail)) ** 2
        method = BY_DESIGN[WILSON]
    return Interval(*wilson(estimate.value, n, confidence), method)


def mean_interval(
    estimate: Estimate,
    confidence: float,
    bounds: tuple[float, float] = (-inf, inf),
    method: str = T_MEAN,
) -> Interval:
    """Student's t on the exact SE, cut at the scale's ends; n-1 or the design's degrees of freedom.

    None for fewer than 2 persons or where all answers are the same.
    """
    if estimate.base < 2 or not estimate.sd or estimate.se <= 0:
        return Interval(method=TOO_SMALL)
    degrees = estimate.base - 1 if estimate.degrees is None else estimate.degrees
    method = method if estimate.degrees is None else BY_DESIGN[method]
    half = float(stdtrit(degrees, 0.5 + confidence / 2)) * estimate.se
    low, high = max(estimate.value - half, bounds[0]), min(estimate.value + half, bounds[1])
    return Interval(low, high, method)


def scale_bounds(scores: Sequence[float]) -> tuple[float, float]:
    """The ends of a scale; without scores unbounded."""
    known = [float(x) for x in scores if not np.isnan(x)]
    return (min(known), max(known)) if known else (-inf, inf)
