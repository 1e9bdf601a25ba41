"""The declared design of a study, and what it makes of the sums in a cube."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from atbalss.tables import design
from atbalss.tables.cube import Cube
from atbalss.tables.demand import Filter
from atbalss.tables.design import Floats, Ratios, Sampling, Tallies
from atbalss.tables.rows import Rows
from atbalss.tables.spec import EVERYBODY
from atbalss.tables.sums import W2KK, W2KS, W2SS, WK, WS, Sums
from atbalss.tables.values import Values
from atbalss.weights.design import Replication


def sampling_of(cube: Cube, wave: str) -> Sampling | None:
    """The units of a wave's whole sample; None where no design is declared or nothing counted.

    Units of other waves, without any interview in this one, do not count.
    """
    spec = cube.spec
    if wave not in cube.waves or spec.design.is_simple:
        return None
    sums, cells = cube.waves[wave], spec.cells_of(())  # also of a narrowed cube: the whole sample
    if spec.design.replicates and spec.design.replication is not None:
        made = design.replication_of(
            spec.design.replication,
            len(spec.design.replicates),
            spec.design.scale,
            spec.design.rscales,
        )
        if spec.design.replication not in (Replication.JK1, Replication.JKN):
            made = replace(made, degrees=min(made.degrees, _rank(sums) - 1))
        return design.replicated(float(sums.n[EVERYBODY, cells].sum()), made)
    units = spec.units
    if units is None or sums.by_unit is None:
        return None
    n = sums.by_unit.n[EVERYBODY, cells].sum(axis=0)
    if units.clustered:
        return design.clustered(units.stratum, [bool(item) for item in n > 0], units.population)
    return design.stratified(n.astype(np.float64), units.population)


def _rank(sums: Sums) -> float:
    """The rank of the replicate weights, as far as sums over lines and cells show it.

    R's `degf` takes that of the weights themselves; sums show no more of it, and all of it where
    there are more lines and cells than units. A jackknife knows its own: units less strata.
    """
    if sums.replicates is None:
        return float("inf")
    found = sums.replicates.w
    return float(np.linalg.matrix_rank(found.reshape(len(found), -1), rtol=1e-5))


def groups(sums: Sums, rows: Sequence[Rows]) -> Tallies:
    """Sums by unit of groups of lines that have no person in common: a variable each."""
    replicates = None
    if sums.replicates is not None:
        kept = sums.replicates.w
        replicates = np.stack([kept[:, list(row)].sum(axis=1) for row in rows], axis=1)
    w, w2 = _by_unit(sums)
    return Tallies(
        np.stack([w[list(row)].sum(axis=0) for row in rows]),
        np.stack([w2[list(row)].sum(axis=0) for row in rows]),
        replicates,
    )


def share(cube: Cube, wave: str, among: Filter, hit: Rows, base: Rows, whole: Sampling) -> Ratios:
    """The share of a hit in its base, with the design's variance."""
    return share_of(cube.margin(wave, among), hit, base, whole)


def share_of(sums: Sums, hit: Rows, base: Rows, whole: Sampling) -> Ratios:
    """The share of a hit in its base from the sums of one cell."""
    both = groups(sums, (hit, base))
    square = both.square
    rest = None if square is None else np.maximum(square[1] - square[0], 0.0)
    apart = Tallies(
        np.stack([both.by_unit[0], both.by_unit[1] - both.by_unit[0]]),
        None if square is None or rest is None else np.stack([square[0], rest]),
        _apart(both.replicates),
    )
    return design.ratios(apart, np.array([[1.0, 0.0]]), np.array([[1.0, 1.0]]), whole)


def mean_of_scores(sums: Sums, scored: Sequence[tuple[float, Rows]], whole: Sampling) -> Ratios:
    """The mean of a scale from the lines of its codes."""
    tallies = groups(sums, [row for _, row in scored])
    x = np.array([[score for score, _ in scored]])
    return design.ratios(tallies, x, np.ones_like(x), whole)


def values_of_scores(sums: Sums, scored: Sequence[tuple[float, Rows]]) -> tuple[Floats, Tallies]:
    """The values of a scale (codes,) and the sums of those who chose each, for quantiles."""
    return np.array([score for score, _ in scored]), groups(sums, [row for _, row in scored])


def values_of_numbers(kept: Values, units: int) -> tuple[Floats, Tallies]:
    """The distinct values of an open number and the sums of those who gave each, for quantiles.

    `kept` may have an entry for each unit of a value; `units`: how many there are, 1 where the
    sums are not kept by unit.
    """
    x, place = np.unique(kept.value, return_inverse=True)
    w, w2 = np.zeros((len(x), units)), np.zeros((len(x), units))
    np.add.at(w, (place, kept.unit), kept.w)
    np.add.at(w2, (place, kept.unit), kept.w2)
    replicates = None
    if len(kept.replicates):
        found = [np.bincount(place, row, len(x)) for row in kept.replicates]
        replicates = np.array(found, dtype=np.float64)
    return x, Tallies(w, w2, replicates)


def mean_of_moments(sums: Sums, line: int, whole: Sampling) -> Ratios:
    """The mean of an open number or a grid: the ratio of sum ws to sum wk of persons."""
    replicates = None if sums.replicates is None else sums.replicates.moments[:, :, line]
    if sums.by_unit is None:
        found = sums.moments[:, line][:, None]
    else:
        found = sums.by_unit.moments[:, line]
    square = np.array([[found[W2KK], found[W2KS]], [found[W2KS], found[W2SS]]])
    tallies = Tallies(np.stack([found[WK], found[WS]]), square, replicates)
    return design.ratios(tallies, np.array([[0.0, 1.0]]), np.array([[1.0, 0.0]]), whole)


def _by_unit(sums: Sums) -> tuple[Floats, Floats]:
    if sums.by_unit is None:
        return sums.w[:, None], sums.w2[:, None]
    return sums.by_unit.w, sums.by_unit.w2


def _apart(replicates: Floats | None) -> Floats | None:
    if replicates is None:
        return None
    return np.stack([replicates[:, 0], replicates[:, 1] - replicates[:, 0]], axis=1)
