"""Columns of a banner side by side: their shares or means with the covariance kept.

Columns may overlap (columns of a multiple question, a column and the total): what they have in
common is in the cells of the crossing that both take in. The difference of two columns is R's
`svycontrast` of `svyby`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import stdtr, stdtrit

from atbalss.tables.compare import Side, Test, compare_shares
from atbalss.tables.design import Domain, Floats, Ratios, Sampling, Tallies, ratios, simple

DESIGN_DIFFERENCE = "t_design_covariance"


@dataclass(frozen=True, eq=False)
class CellSums:
    """Sums of one line (an answer code, a base) in each cell of a crossing.

    `n` counts persons (cells,); `w` and `w2` are sum w and sum w^2, (cells,), or (cells, units)
    where a design keeps them by unit; `replicates` (replicates, cells) is sum w_r.
    """

    n: NDArray[np.int64]
    w: Floats
    w2: Floats
    replicates: Floats | None = None

    def __sub__(self, other: CellSums) -> CellSums:
        both = (self.replicates, other.replicates)
        rest = None if both[0] is None or both[1] is None else both[0] - both[1]
        return CellSums(
            self.n - other.n,
            self.w - other.w,
            np.maximum(self.w2 - other.w2, 0.0),
            rest,
        )


@dataclass(frozen=True, eq=False)
class Columns:
    """The same share or mean in several columns: values, SEs, covariances, bases, spread."""

    estimates: Ratios
    base: NDArray[np.int64]  # persons with the share's base or a score, by column
    hits: NDArray[np.int64]  # persons with the code (shares); the base (means)
    kish: Floats
    degrees: float
    is_share: bool
    sd: Floats


def share_columns(
    hit: CellSums,
    base: CellSums,
    columns: NDArray[np.bool_],
    sampling: Sampling | None = None,
    domain: Domain = Domain.WHOLE,
) -> Columns:
    """The share of `hit` in `base` in each column; `columns` (k, cells) says which cells it has.

    `hit` is part of `base`, cell by cell. Without `sampling` the interviews of `base` over all
    cells are taken as a simple sample; give the wave's own to have R's n/(n-1).
    """
    return _columns([0.0, 1.0], [base - hit, hit], columns, sampling, domain, is_share=True)


def mean_columns(
    scores: Sequence[float],
    lines: Sequence[CellSums],
    columns: NDArray[np.bool_],
    sampling: Sampling | None = None,
    domain: Domain = Domain.WHOLE,
) -> Columns:
    """The mean of a scale in each column from the sums of its codes; nan scores are left out."""
    used = [(x, line) for x, line in zip(scores, lines, strict=True) if not np.isnan(x)]
    return _columns([x for x, _ in used], [line for _, line in used], columns, sampling, domain)


def _columns(
    scores: Sequence[float],
    lines: Sequence[CellSums],
    columns: NDArray[np.bool_],
    sampling: Sampling | None,
    domain: Domain,
    is_share: bool = False,
) -> Columns:
    member = np.atleast_2d(columns)
    n = np.stack([line.n for line in lines])  # (codes, cells)
    w = np.stack([_by_unit(line.w) for line in lines])  # (codes, cells, units)
    w2 = np.stack([_by_unit(line.w2) for line in lines])
    base = (member @ n.sum(axis=0)).astype(np.int64)
    x = np.asarray(scores, dtype=np.float64)
    inside = np.repeat(member[:, None, :], len(x), axis=1).astype(np.float64)
    tops = (inside * x[None, :, None]).reshape(len(member), -1)
    bottoms = inside.reshape(len(member), -1)
    tallies = Tallies(
        w.reshape(bottoms.shape[1], -1), w2.reshape(bottoms.shape[1], -1), _replicates(lines)
    )
    whole = sampling or simple(float(n.sum()))
    found = ratios(tallies, tops, bottoms, whole)
    if domain is Domain.OWN and not whole.declared:
        found = _own_base(found, base, float(whole.sizes[0]))
    total_w, total_w2 = member @ w.sum(axis=(0, 2)), member @ w2.sum(axis=(0, 2))
    kish = np.where(total_w2 > 0, total_w**2 / np.where(total_w2 > 0, total_w2, 1.0), 0.0)
    hits = (member @ n[-1]).astype(np.int64) if is_share else base
    sums = Tallies(tallies.by_unit.sum(axis=1, keepdims=True)).total
    return Columns(
        found, base, hits, kish, whole.degrees, is_share, _sd(sums, tops, bottoms, found, base)
    )


def _by_unit(sums: Floats) -> Floats:
    return sums[:, None] if sums.ndim == 1 else sums


def _replicates(lines: Sequence[CellSums]) -> Floats | None:
    parts = [line.replicates for line in lines if line.replicates is not None]
    return np.concatenate(parts, axis=1) if len(parts) == len(lines) else None


def _own_base(found: Ratios, base: NDArray[np.int64], whole: float) -> Ratios:
    """n/(n-1) of each column's own base instead of that of the whole sample."""
    own = np.where(base > 1, base / np.maximum(base - 1, 1), 0.0)
    factor = np.sqrt(own / (whole / (whole - 1) if whole > 1 else 1.0))
    return Ratios(found.value, found.covariance * np.outer(factor, factor))


def _sd(
    total: Floats, tops: Floats, bottoms: Floats, found: Ratios, base: NDArray[np.int64]
) -> Floats:
    """The sd of scores in each column, n/(n-1) of its own base."""
    with np.errstate(divide="ignore", invalid="ignore"):
        scores = np.where(bottoms > 0, tops, 0.0)
        away = bottoms * (scores - np.nan_to_num(found.value)[:, None]) ** 2
        squares = (away @ total) / (bottoms @ total)
        bessel = np.where(base > 1, base / np.maximum(base - 1, 1), 0.0)
    return np.sqrt(np.maximum(np.nan_to_num(squares) * bessel, 0.0))


def design_difference(columns: Columns, first: int, second: int, confidence: float = 0.95) -> Test:
    """Column `first` minus column `second`: exact SE with their covariance, t on the design's df.

    z = (p1 - p2) / sqrt(V1 + V2 - 2 C12) (R `svycontrast`). Where a share is 0 or 1 its SE is 0
    and the test would overstate: columns that have nobody in common are then tested pooled on the
    Kish bases, as waves are (`compare_shares`); overlapping ones are not tested (`se_zero`).
    """
    weights = np.zeros(len(columns.base))
    weights[first] += 1.0
    weights[second] -= 1.0
    pair = (first, second)
    if min(columns.base[list(pair)]) < 2:
        return Test(float("nan"), 0.0, None, None, None, "n_too_small")
    difference, se = columns.estimates.contrast(weights)
    if columns.is_share and any(columns.hits[i] in (0, columns.base[i]) for i in pair):
        return _at_the_ends(columns, first, second, confidence)
    if se <= 0 or not np.isfinite(se):
        return Test(difference, 0.0, None, None, None, "se_zero")
    half = float(stdtrit(columns.degrees, 0.5 + confidence / 2)) * se
    p = float(2 * stdtr(columns.degrees, -abs(difference) / se))
    return Test(difference, se, p, difference - half, difference + half, DESIGN_DIFFERENCE)


def _at_the_ends(columns: Columns, first: int, second: int, confidence: float) -> Test:
    value, covariance = columns.estimates.value, columns.estimates.covariance
    if abs(covariance[first, second]) > 1e-15 * max(float(np.abs(covariance).max()), 1e-300):
        return Test(float(value[first] - value[second]), 0.0, None, None, None, "se_zero")
    sides = [
        Side(
            float(value[i]),
            sqrt(max(float(covariance[i, i]), 0.0)),
            int(columns.base[i]),
            float(min(columns.kish[i], columns.base[i])),
        )
        for i in (first, second)
    ]
    return compare_shares(sides[0], sides[1], confidence, DESIGN_DIFFERENCE)
