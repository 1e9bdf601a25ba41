"""Errors that follow how the sample was drawn: strata, clusters, finite populations, replicates.

Everything is a ratio of weighted sums (a share, a mean, a difference of such), and every variance
is made from sums by unit: by stratum where each interview is its own unit, by primary sampling
unit (PSU) where the sample is clustered, or from replicate weights. Formulas: docs/statistics.md;
held to R's `survey` 4.1 (`svydesign`, `svrepdesign`).

With z_i = w_i e_i the linearised values, V = sum over strata h of
(1 - f_h) m_h/(m_h - 1) [ sum of z^2 over the units of h - (sum of z over h)^2 / m_h ],
with m_h units in the stratum, those outside a domain counted with z = 0.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atbalss.weights.design import Replication

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
_EXACT = 1e-12  # of the sum of squares: less spread than this is rounding


@dataclass(frozen=True, eq=False)
class Replicates:
    """How estimates from replicate weights make a variance: scale * sum_r rscales_r (t_r - t)^2.

    t is the mean of the replicates' estimates, as R's default (`mse = FALSE`), or the estimate
    itself (`around_estimate`).
    """

    scale: float
    rscales: Floats  # (replicates,)
    degrees: float
    around_estimate: bool = False


@dataclass(frozen=True, eq=False)
class Sampling:
    """The units of a whole sample of one wave.

    `stratum` is the stratum of each unit; `sizes` how many interviews a stratum has, or PSUs where
    `clustered`; `fpc` is 1 - f by stratum, 1 where the population counts as infinite. A stratum of
    one unit is centred on 0, the mean of linearised values (R's `lonely.psu = "adjust"`), which
    overstates rather than understates.
    """

    stratum: Ints  # (units,)
    sizes: Floats  # (strata,)
    fpc: Floats  # (strata,)
    clustered: bool = False
    replicates: Replicates | None = None
    declared: bool = True  # whether the study declares a design at all

    def __post_init__(self) -> None:
        if len(self.sizes) != len(self.fpc) or np.any(self.stratum >= len(self.sizes)):
            raise ValueError("strata of units do not fit")
        if np.any((self.fpc < 0) | (self.fpc > 1)):
            raise ValueError("a finite population correction is within 0..1")

    @property
    def degrees(self) -> float:
        """Degrees of freedom: units less strata (R `degf`); at least 1."""
        if self.replicates is not None:
            return max(self.replicates.degrees, 1.0)
        present = self.sizes > 0
        return max(float(self.sizes.sum() - present.sum()), 1.0)

    @property
    def factors(self) -> Floats:
        """(1 - f_h) m_h/(m_h - 1) of each stratum; 1 - f_h for a single unit, 0 for none."""
        m = self.sizes
        bessel = np.where(m > 1, m / np.where(m > 1, m - 1, 1.0), np.where(m > 0, 1.0, 0.0))
        return np.asarray(self.fpc * bessel, dtype=np.float64)

    @property
    def is_lonely(self) -> bool:
        """Whether a stratum has one unit only."""
        return bool(self.declared and np.any((self.sizes == 1) & (self.fpc > 0)))


def simple(n: float) -> Sampling:
    """Every interview its own unit, one stratum, drawn with replacement: no design declared."""
    return Sampling(np.zeros(1, np.int64), np.array([float(n)]), np.ones(1), declared=False)


def stratified(sizes: Sequence[float], population: Sequence[float | None] = ()) -> Sampling:
    """Interviews within strata: their numbers by stratum, population sizes for the fpc."""
    n = np.asarray(sizes, dtype=np.float64)
    return Sampling(np.arange(len(n)), n, _fpc(n, population))


def clustered(
    stratum: Sequence[int] | Ints, present: Sequence[bool], population: Sequence[float | None] = ()
) -> Sampling:
    """PSUs within strata: the stratum of each PSU, whether it has any interview, PSUs in all."""
    where = np.asarray(stratum, dtype=np.int64)
    strata = max(int(where.max(initial=-1)) + 1, len(population))
    m = np.bincount(where, np.asarray(present, dtype=np.float64), strata).astype(np.float64)
    return Sampling(where, m, _fpc(m, population), clustered=True)


def replicated(n: float, replicates: Replicates) -> Sampling:
    """A sample whose errors come from replicate weights alone."""
    base = simple(n)
    return Sampling(base.stratum, base.sizes, base.fpc, replicates=replicates)


def replication_of(
    kind: Replication, count: int, scale: float | None = None, rscales: Sequence[float] = ()
) -> Replicates:
    """The constants of a method for `count` replicates; ValueError where they must be given.

    JK1: scale (R-1)/R. JKn: rscales (n_h - 1)/n_h, to be given. BRR: 1/R. Fay: 1/(R (1 - rho)^2),
    to be given, as rho is not known. Bootstrap: 1/(R-1). SDR (successive differences): 4/R.
    Degrees of freedom: R - 1; of JKn the sum of rscales, which is PSUs less strata.
    """
    own = {
        Replication.JK1: (count - 1) / count,
        Replication.JKN: 1.0,
        Replication.BRR: 1 / count,
        Replication.BOOTSTRAP: 1 / max(count - 1, 1),
        Replication.SDR: 4 / count,
    }
    if kind is Replication.JKN and not rscales:
        raise ValueError("rscales of a stratified jackknife are to be given")
    if rscales:
        own[Replication.FAY] = 1.0
    if scale is None and kind not in own:
        raise ValueError("the scale of Fay's method is to be given: 1/(R (1 - rho)^2)")
    if rscales and len(rscales) != count:
        raise ValueError("as many rscales as replicate weights")
    each = np.asarray(rscales, dtype=np.float64) if rscales else np.ones(count)
    degrees = float(each.sum()) if kind is Replication.JKN else float(count - 1)
    return Replicates(own[kind] if scale is None else scale, each, degrees)


def _fpc(sizes: Floats, population: Sequence[float | None]) -> Floats:
    known = [None] * len(sizes) if not len(population) else list(population)
    found = np.ones(len(sizes))
    for i, (n, whole) in enumerate(zip(sizes, known, strict=True)):
        if whole is not None and np.isfinite(whole):
            found[i] = max(1 - n / whole, 0.0) if whole > 0 else 1.0
    return found


# ---- variance


@dataclass(frozen=True, eq=False)
class Tallies:
    """Weighted sums of some variables, as far as a design needs them.

    `by_unit` is sum w y by unit; `square` sum w^2 y y' by unit, either (variables, units) where no
    person has two of the variables (answer codes), or (variables, variables, units); clustered
    samples and replicates need none. `replicates` is sum w_r y.
    """

    by_unit: Floats  # (variables, units)
    square: Floats | None = None
    replicates: Floats | None = None  # (replicates, variables)

    @property
    def total(self) -> Floats:
        """Sum w y of each variable."""
        return np.asarray(self.by_unit.sum(axis=1), dtype=np.float64)


@dataclass(frozen=True, eq=False)
class Ratios:
    """Ratios of weighted sums (or sums, where nothing divides them) and their covariance."""

    value: Floats  # (k,)
    covariance: Floats  # (k, k)

    @property
    def se(self) -> Floats:
        """Standard errors."""
        return np.sqrt(np.maximum(np.diag(self.covariance), 0.0))

    def contrast(self, weights: Sequence[float] | Floats) -> tuple[float, float]:
        """A linear combination and its standard error (R `svycontrast`)."""
        a = np.asarray(weights, dtype=np.float64)
        variance = float(a @ self.covariance @ a)
        return float(a @ self.value), float(np.sqrt(max(variance, 0.0)))


def ratios(tallies: Tallies, tops: Floats, bottoms: Floats | None, sampling: Sampling) -> Ratios:
    """Ratios top/bottom of combinations of sums, with the covariance that the design gives.

    `tops` and `bottoms` (k, variables) say which sums each ratio adds; without `bottoms` they are
    totals. Ratios of an empty bottom are nan.
    """
    tops = np.atleast_2d(np.asarray(tops, dtype=np.float64))
    value, bottom = _values(tallies.total, tops, bottoms)
    if sampling.replicates is not None:
        if tallies.replicates is None:
            raise ValueError("sums of replicate weights were not counted")
        each = np.array([_values(row, tops, bottoms)[0] for row in tallies.replicates])
        return Ratios(value, of_replicates(each, value, sampling.replicates))
    forms = tops if bottoms is None else tops - value[:, None] * np.atleast_2d(bottoms)
    forms = forms / bottom[:, None]
    return Ratios(value, covariance(forms, tallies, sampling))


def covariance(forms: Floats, tallies: Tallies, sampling: Sampling) -> Floats:
    """The covariance (k, k) of linear forms (k, variables) of weighted sums: see the module."""
    units = forms @ tallies.by_unit
    strata = len(sampling.sizes)
    where = sampling.stratum
    sums = np.zeros((strata, len(forms)))
    np.add.at(sums, where, units.T)
    if sampling.clustered:
        each = np.einsum("ku,lu->ukl", units, units)
    elif tallies.square is None:
        raise ValueError("sums of squared weights were not counted")
    elif tallies.square.ndim == 2:
        each = np.einsum("ka,au,la->ukl", forms, tallies.square, forms, optimize=True)
    else:
        each = np.einsum("ka,abu,lb->ukl", forms, tallies.square, forms, optimize=True)
    squares = np.zeros((strata, len(forms), len(forms)))
    np.add.at(squares, where, each)
    m = np.where(sampling.sizes > 1, sampling.sizes, np.inf)  # a lonely unit is centred on 0
    centred = squares - np.einsum("hk,hl->hkl", sums, sums) / m[:, None, None]
    size = np.sqrt(np.maximum(np.einsum("hkk->hk", squares), 0.0))
    noise = _EXACT * np.einsum("hk,hl->hkl", size, size)
    centred = np.where(np.abs(centred) <= noise, 0.0, centred)  # all alike: exactly no variance
    return np.asarray(np.einsum("h,hkl->kl", sampling.factors, centred), dtype=np.float64)


def _values(total: Floats, tops: Floats, bottoms: Floats | None) -> tuple[Floats, Floats]:
    if bottoms is None:
        return tops @ total, np.ones(len(tops))
    bottom = np.atleast_2d(bottoms) @ total
    bottom = np.where(bottom > 0, bottom, np.nan)
    return np.asarray(tops @ total / bottom), bottom


def of_replicates(each: Floats, value: Floats, how: Replicates) -> Floats:
    """scale * sum_r rscales_r (t_r - t)(t_r - t)'; replicates without the domain are left out."""
    kept = ~np.isnan(each).any(axis=1)
    rscales = how.rscales[kept]
    used = each[kept]
    if not len(used):
        return np.full((len(value), len(value)), np.nan)
    centre = value if how.around_estimate else used[rscales > 0].mean(axis=0)
    away = (used - centre) * np.sqrt(rscales)[:, None]
    return np.asarray(how.scale * (away.T @ away), dtype=np.float64)
