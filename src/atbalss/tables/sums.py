"""The sums of some rows: what a cube holds of each wave. Sums of blocks, partitions and files add.

For each line and cell: n, sum w, sum w^2. For each open number and grid six moments beside them:
sum wk, sum ws, sum wq, sum w^2 k^2, sum w^2 ks, sum w^2 s^2, where k is how many answers a person
gave (1 for a number), s their sum and q the sum of their squares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.spec import Spec
from atbalss.tables.values import Values, no_values

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WK, WS, WQ, W2KK, W2KS, W2SS = range(6)


@dataclass(frozen=True, eq=False)
class UnitSums:
    """Sums by design unit: n, w, w2 (lines, cells, units), moments (6, moment lines, cells, units).

    Of a margin the axis of cells is gone.
    """

    n: Ints
    w: Floats
    w2: Floats
    moments: Floats

    def __add__(self, other: UnitSums) -> UnitSums:
        return UnitSums(
            self.n + other.n, self.w + other.w, self.w2 + other.w2, self.moments + other.moments
        )

    def within(self, cells: NDArray[np.intp]) -> UnitSums:
        """The sums of some cells together."""
        return UnitSums(
            self.n[:, cells].sum(axis=1),
            self.w[:, cells].sum(axis=1),
            self.w2[:, cells].sum(axis=1),
            self.moments[:, :, cells].sum(axis=2),
        )


@dataclass(frozen=True, eq=False)
class ReplicateSums:
    """Sums with each replicate weight: w (R, lines, cells) and wk, ws (R, 2, moment lines, cells).

    Of a margin the axis of cells is gone.
    """

    w: Floats
    moments: Floats

    def __add__(self, other: ReplicateSums) -> ReplicateSums:
        return ReplicateSums(self.w + other.w, self.moments + other.moments)

    def within(self, cells: NDArray[np.intp]) -> ReplicateSums:
        """The sums of some cells together."""
        return ReplicateSums(
            self.w[:, :, cells].sum(axis=2), self.moments[:, :, :, cells].sum(axis=3)
        )


@dataclass(frozen=True, eq=False)
class Sums:
    """n, w, w2 (lines, cells) and moments (6, moment lines, cells); of a margin without cells.

    `by_unit` and `replicates` are there where the spec has units or replicate weights; `values`
    hold the distinct values of the spec's medians, by question.
    """

    n: Ints
    w: Floats
    w2: Floats
    moments: Floats
    by_unit: UnitSums | None = None
    replicates: ReplicateSums | None = None
    values: Mapping[str, Values] = field(default_factory=dict)

    @classmethod
    def zeros(cls, spec: Spec) -> Sums:
        """The sums of no rows."""
        shape = (spec.n_lines, spec.n_cells)
        moments = (6, spec.n_moments, spec.n_cells)
        by_unit = replicates = None
        if spec.units is not None:
            n = spec.n_units
            w, w2, m = (np.zeros((*size, n)) for size in (shape, shape, moments))
            by_unit = UnitSums(np.zeros((*shape, n), np.int64), w, w2, m)
        if spec.n_replicates:
            r = spec.n_replicates
            replicates = ReplicateSums(
                np.zeros((r, *shape)), np.zeros((r, 2, spec.n_moments, spec.n_cells))
            )
        values = {name: no_values(name, spec.n_replicates) for name in spec.medians}
        n_, w_, w2_ = np.zeros(shape, np.int64), np.zeros(shape), np.zeros(shape)
        return cls(n_, w_, w2_, np.zeros(moments), by_unit, replicates, values)

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.n + other.n,
            self.w + other.w,
            self.w2 + other.w2,
            self.moments + other.moments,
            _plus(self.by_unit, other.by_unit),
            _plus(self.replicates, other.replicates),
            {name: held + other.values[name] for name, held in self.values.items()},
        )

    def within(self, cells: NDArray[np.intp]) -> Sums:
        """The sums of some cells together, as one cell: the axis of cells is gone."""
        return Sums(
            self.n[:, cells].sum(axis=1),
            self.w[:, cells].sum(axis=1),
            self.w2[:, cells].sum(axis=1),
            self.moments[:, :, cells].sum(axis=2),
            None if self.by_unit is None else self.by_unit.within(cells),
            None if self.replicates is None else self.replicates.within(cells),
            {
                name: held.within(cells, by_unit=self.by_unit is not None)
                for name, held in self.values.items()
            },
        )


def _plus(one: Any, other: Any) -> Any:
    return other if one is None else one if other is None else one + other
