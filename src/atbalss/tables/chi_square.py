"""Rao and Scott's chi-square of a two-way table, from its weighted sums by design unit."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import chdtrc, fdtrc

from atbalss.tables.design import Floats, Sampling, Tallies, ratios

Bools = NDArray[np.bool_]
RAO_SCOTT_F = "rao_scott_f"


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """A test that rows and columns are independent.

    `f`, `ndf`, `ddf`, `p`: Rao and Scott's second-order correction as an F. `chi2`, `df`,
    `p_chi2`: Pearson's statistic of the weighted shares on n, p by the first-order correction.
    `v` is Cramer's V of that Pearson statistic, 0..1. None where nothing can be tested: fewer
    than two rows or columns with answers.
    """

    f: float | None = None
    ndf: float | None = None
    ddf: float | None = None
    p: float | None = None
    chi2: float | None = None
    df: int | None = None
    p_chi2: float | None = None
    v: float | None = None
    n: int = 0
    method: str = "n_too_small"


def rao_scott(
    n: int,
    w: Floats,
    sampling: Sampling,
    w2: Floats | None = None,
    replicates: Floats | None = None,
) -> ChiSquare:
    """Rao-Scott test of a table of disjoint cells (Rao and Scott 1984, Annals of Statistics 12).

    `n` persons in the table; `w`, `w2` (rows, columns) or (rows, columns, units): sum w and sum
    w^2 (not needed where clustered); `replicates` (replicates, rows, columns). `sampling` is that
    of the whole sample. Pearson: X^2 = n sum (p - p_r p_c)^2 / (p_r p_c) of weighted shares. With
    D the matrix of generalised design effects (covariance of the design against that of a simple
    sample, on the interaction contrasts), F = X^2 / tr D on d0 = (tr D)^2 / tr D^2 and d0 * df of
    the design; first order: X^2 / (tr D / df) as chi-square on df. Rows and columns without any
    answer are left out. As R's `svychisq` with `statistic = "F"` and `"Chisq"`.
    """
    w = w[..., None] if w.ndim == 2 else w
    rows = w.sum(axis=(1, 2)) > 0
    columns = w.sum(axis=(0, 2)) > 0
    if rows.sum() < 2 or columns.sum() < 2 or n < 2:
        return ChiSquare(n=n)
    w = w[rows][:, columns]
    shape = w.shape[:2]
    tallies = Tallies(
        w.reshape(shape[0] * shape[1], -1),
        None if w2 is None else _cells(w2[..., None] if w2.ndim == 2 else w2, rows, columns),
        None
        if replicates is None
        else replicates[:, rows][:, :, columns].reshape(len(replicates), -1),
    )
    each = np.eye(len(tallies.by_unit))
    shares = ratios(tallies, each, np.ones_like(each), sampling)
    p = shares.value
    expected = np.outer(p.reshape(shape).sum(axis=1), p.reshape(shape).sum(axis=0)).ravel()
    pearson = float(n * ((p - expected) ** 2 / expected).sum())
    effects = _design_effects(shares.covariance, p, n, shape)
    if effects is None:
        return ChiSquare(n=n, chi2=pearson, v=_cramer(pearson, n, shape), method="no_variance")
    trace, df = float(np.trace(effects)), len(effects)
    d0 = trace**2 / float(np.trace(effects @ effects))
    f, ddf = pearson / trace, d0 * sampling.degrees
    return ChiSquare(
        f,
        d0,
        ddf,
        float(fdtrc(d0, ddf, f)),
        pearson,
        df,
        float(chdtrc(df, pearson / (trace / df))),
        _cramer(pearson, n, shape),
        n,
        RAO_SCOTT_F,
    )


def _cells(w2: Floats, rows: Bools, columns: Bools) -> Floats:
    kept = w2[rows][:, columns]
    return np.asarray(kept.reshape(kept.shape[0] * kept.shape[1], -1), dtype=np.float64)


def _design_effects(covariance: Floats, p: Floats, n: int, shape: tuple[int, int]) -> Floats | None:
    """(C'(P/n)C)^-1 C'P V P C with P = diag(1/p), 0 where p = 0; None if the first is singular."""
    contrasts = _interactions(*shape)
    inverse = np.where(p > 0, 1 / np.where(p > 0, p, 1.0), 0.0)
    scaled = contrasts * inverse[:, None]
    bottom = contrasts.T @ scaled / n
    top = scaled.T @ covariance @ scaled
    if np.linalg.matrix_rank(bottom) < len(bottom):
        return None
    found = np.asarray(np.linalg.solve(bottom, top), dtype=np.float64)
    return found if np.trace(found) > 0 else None


def _interactions(rows: int, columns: int) -> Floats:
    """An orthonormal basis of what is neither row nor column effect: (cells, (r-1)(c-1))."""
    return np.asarray(np.kron(_contrasts(rows), _contrasts(columns)), dtype=np.float64)


def _contrasts(k: int) -> Floats:
    """(k, k-1) orthonormal columns that sum to 0 (Helmert)."""
    found = np.zeros((k, k - 1))
    for j in range(1, k):
        found[:j, j - 1] = 1.0
        found[j, j - 1] = -j
        found[:, j - 1] /= sqrt(j * (j + 1))
    return found


def _cramer(pearson: float, n: int, shape: tuple[int, int]) -> float:
    """Cramer's V = sqrt(X^2 / (n (min(r, c) - 1))) (Cramer 1946)."""
    return min(sqrt(pearson / (n * (min(shape) - 1))), 1.0)
