"""Distinct values of open numbers, kept by cell (and unit) where a median is declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.problems import Refused, problem

MAX_VALUES = 100_000

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Values:
    """The values of one open number: an entry for each value, cell and unit that occurs.

    Entries are sorted by value, then cell, then unit (0 where the design has none). `n`, `w`, `w2`
    are (entries,): persons, sum of weights, sum of their squares; `replicates` (R, entries) sums
    of replicate weights.
    """

    name: str
    value: Floats
    cell: Ints
    unit: Ints
    n: Ints
    w: Floats
    w2: Floats
    replicates: Floats

    def __len__(self) -> int:
        return len(self.value)

    def __add__(self, other: Values) -> Values:
        return _summed(
            self.name,
            np.concatenate([self.value, other.value]),
            np.concatenate([self.cell, other.cell]),
            np.concatenate([self.unit, other.unit]),
            [np.concatenate([self.n, other.n])],
            [
                np.concatenate([self.w, other.w]),
                np.concatenate([self.w2, other.w2]),
                *np.concatenate([self.replicates, other.replicates], axis=1),
            ],
        )

    def within(self, cells: NDArray[np.intp], *, by_unit: bool = False) -> Values:
        """The entries of some cells as one cell (0), by value; by unit beside it if asked."""
        kept = np.isin(self.cell, cells)
        none = np.zeros(int(kept.sum()), dtype=np.int64)
        return _summed(
            self.name,
            self.value[kept],
            none,
            self.unit[kept] if by_unit else none,
            [self.n[kept]],
            [self.w[kept], self.w2[kept], *self.replicates[:, kept]],
        )


def no_values(name: str, replicates: int = 0) -> Values:
    """The values of no rows."""
    floats, ints = np.zeros(0), np.zeros(0, np.int64)
    return Values(name, floats, ints, ints, ints, floats, floats, np.zeros((replicates, 0)))


def values_of(
    name: str,
    x: Floats,
    cell: NDArray[np.integer[Any]],
    unit: NDArray[np.intp] | None,
    w: Floats,
    replicates: Sequence[Floats] = (),
) -> Values:
    """The values of rows: `x` (rows,) nan for none, their cells, units, weights and replicates."""
    has = ~np.isnan(x)
    where = cell[has].astype(np.int64)
    own = np.zeros_like(where) if unit is None else unit[has].astype(np.int64)
    weights = w[has]
    ones = np.ones(len(where), dtype=np.int64)
    sums = [weights, weights * weights, *(item[has] for item in replicates)]
    return _summed(name, x[has], where, own, [ones], sums)


def _summed(
    name: str, value: Floats, cell: Ints, unit: Ints, counts: list[Ints], sums: list[Floats]
) -> Values:
    """Entries of the same value, cell and unit added up; too many different values are refused."""
    order = np.lexsort((unit, cell, value))
    value, cell, unit = value[order], cell[order], unit[order]
    changes = np.ones(len(value), dtype=bool)
    changes[1:] = (np.diff(value) > 0) | (np.diff(cell) > 0) | (np.diff(unit) > 0)
    first = np.flatnonzero(changes)
    if np.count_nonzero(np.diff(value)) >= MAX_VALUES:
        raise Refused([problem("tables-too-many-values", question=name, limit=MAX_VALUES)])
    added = [np.add.reduceat(item[order], first) if len(first) else item[:0] for item in sums]
    n = np.add.reduceat(counts[0][order], first) if len(first) else counts[0][:0]
    rest = np.array(added[2:]) if len(added) > 2 else np.zeros((0, len(first)))
    return Values(name, value[first], cell[first], unit[first], n, added[0], added[1], rest)
