"""What is to be counted, said before the scan: lines (answer rows) and cells (crossed banner).

A `Spec` numbers the lines of the cube and its cells. Codes of a single choice, codes and nets of a
multiple one, bases, and the sums of open numbers and of grids are lines; filters are declared as
`Banner`s, whose cells are crossed, so that every filter and every overlap is a sum of cells.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.demand import Filter
from atbalss.tables.derived import Derived
from atbalss.tables.units import Units
from atbalss.weights.design import SIMPLE, Design

EVERYBODY = 0  # the first line: all interviews


@dataclass(frozen=True, slots=True)
class SingleLines:
    """A line for each code of a single choice."""

    question: str
    codes: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class MultipleLines:
    """A line for each code, then each net (persons), then the base of a multiple choice.

    `out` are positions of codes whose holders are outside the base (refused).
    """

    question: str
    codes: tuple[str, ...]
    out: tuple[int, ...]
    nets: tuple[tuple[str, tuple[int, ...]], ...]
    start: int

    @property
    def base(self) -> int:
        """The line of the base: persons who answered."""
        return self.start + len(self.codes) + len(self.nets)


@dataclass(frozen=True, slots=True)
class AnsweredLine:
    """One line: who answered a text, a date or a number; `moments` numbers its sums of x, or -1."""

    question: str
    start: int
    moments: int = -1


@dataclass(frozen=True, slots=True)
class GridLines:
    """Two lines of a grid: persons with any answer in the base, persons with any scored answer.

    `scores` are, for each item, the score of each code (nan: none); None for items that are open
    numbers. `in_base` says of each code whether it belongs to the base of shares.
    """

    grid: str
    items: tuple[str, ...]
    scores: tuple[tuple[float, ...] | None, ...]
    in_base: tuple[tuple[bool, ...] | None, ...]
    start: int
    moments: int


Lines = SingleLines | MultipleLines | AnsweredLine | GridLines


@dataclass(frozen=True, slots=True)
class Dimension:
    """A banner variable: level 0 is nobody's; level i+1 those with `codes[i]`.

    `members` are, for each level, the codes of the question it unites (one, but for nets).
    """

    question: str
    codes: tuple[str, ...]
    members: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Banner:
    """A crossing of dimensions; its cells lie at `start` and after."""

    dimensions: tuple[Dimension, ...]
    start: int

    @property
    def shape(self) -> tuple[int, ...]:
        """Number of levels of each dimension, level 0 included."""
        return tuple(len(item.codes) + 1 for item in self.dimensions)

    @property
    def size(self) -> int:
        """Number of cells."""
        return prod(self.shape)


@dataclass(frozen=True)
class Spec:
    """Lines and cells of a cube; equal specs make cubes that add up.

    `design` names the columns of strata, clusters and replicate weights, `units` lists those that
    occur: with them sums are kept by unit too. `medians` are open numbers whose values are kept.
    `derived` are columns that a block gets before it is counted; not `weighted`: each weight is 1.
    `unprinted` are filters counted for tests alone.
    """

    lines: tuple[Lines, ...]
    banners: tuple[Banner, ...]
    n_lines: int
    n_moments: int
    filters: tuple[tuple[Filter, int], ...] = ()  # filter -> its banner
    design: Design = SIMPLE
    units: Units | None = None
    medians: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    weighted: bool = True
    unprinted: frozenset[Filter] = frozenset()  # counted for tests alone: no number of them is told

    @property
    def n_units(self) -> int:
        """Number of design units, 1 where the sums are not kept by unit."""
        return 1 if self.units is None else len(self.units)

    @property
    def n_replicates(self) -> int:
        """Number of replicate weights."""
        return len(self.design.replicates) if self.weighted else 0

    @property
    def n_cells(self) -> int:
        """Number of cells over all banners."""
        last = self.banners[-1]
        return last.start + last.size

    @cached_property
    def by_name(self) -> dict[str, Lines]:
        """Lines by the name of their question or grid."""
        return {
            item.grid if isinstance(item, GridLines) else item.question: item for item in self.lines
        }

    def cells_of(self, among: Filter) -> NDArray[np.intp]:
        """Numbers of the cells whose sum is the filter; KeyError if it was not declared."""
        if not among:
            first = self.banners[0]
            return np.arange(first.start, first.start + first.size)
        banner = self.banners[dict(self.filters)[among]]
        keep = np.ones(banner.shape, dtype=bool)
        for atom in among:
            axis, level = _place(banner, atom)
            wanted = np.zeros(banner.shape[axis], dtype=bool)
            wanted[level] = True
            shape = [1] * len(banner.shape)
            shape[axis] = -1
            keep &= wanted.reshape(shape)
        found: NDArray[np.intp] = banner.start + np.flatnonzero(keep)
        return found

    def cells_outside(self, among: Filter) -> NDArray[np.intp]:
        """Numbers of the cells whose sum is everybody outside a declared filter."""
        banner = self.banners[dict(self.filters)[among]]
        all_cells = np.arange(banner.start, banner.start + banner.size)
        return np.setdiff1d(all_cells, self.cells_of(among), assume_unique=True)


def _place(banner: Banner, atom: tuple[str, str]) -> tuple[int, int]:
    """Axis and level of a (question, code) in a banner."""
    for axis, item in enumerate(banner.dimensions):
        if item.question == atom[0] and atom[1] in item.codes:
            return axis, item.codes.index(atom[1]) + 1
    raise KeyError(atom)
