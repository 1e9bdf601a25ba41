"""Counting: the sums of many blocks of rows, each row read once.

For each banner a row has a place (its cell and design unit); for each group of questions
(`packing`) it has a level; place and level make a key, and a table of sums is counted by key.
Lines are margins of the tables, taken once at the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from itertools import islice
from operator import add
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.block import Block, Codes, PersonSums, cells_of, grid_of
from atbalss.tables.keys import AnyKey, Keys, Scratch
from atbalss.tables.moments import Moments
from atbalss.tables.packing import Group, lines_of_cells, pack
from atbalss.tables.spec import EVERYBODY, Banner, GridLines, SingleLines, Spec
from atbalss.tables.sums import Floats, Ints, ReplicateSums, Sums, UnitSums
from atbalss.tables.values import no_values, values_of

LARGEST_TABLE = 1 << 17  # entries: 1 MiB of float64, what a core's cache holds
SMALLEST_TABLE = 1 << 10  # few rows get small tables: emptying one costs more than the rows do
ALL_SUMS = 1 << 21  # entries of all sums of a table, with many replicate weights


class Table(Protocol):
    """Sums by key: n, and one for each weight.

    `rows_at_once` are what it counts fastest; with `small_keys` it takes keys of 16 bits too.
    """

    rows_at_once: int
    small_keys: bool

    def __init__(self, size: int, n_weights: int) -> None: ...

    def add(self, key: AnyKey, weights: Sequence[Floats]) -> None:
        """Counts rows in: their keys, and each weight of them."""

    def sums(self) -> list[NDArray[np.float64]]:
        """n, then the sum of each weight, by key."""


class BincountTable:
    """Sums by key, by one `numpy.bincount` a sum and block."""

    rows_at_once = 1 << 18
    small_keys = False

    def __init__(self, size: int, n_weights: int) -> None:
        self._n = np.zeros(size, np.int64)
        self._sums = np.zeros((n_weights, size))

    def add(self, key: AnyKey, weights: Sequence[Floats]) -> None:
        """Counts rows in: their keys, and each weight of them."""
        self._n += np.bincount(key, None, len(self._n))
        for total, weight in zip(self._sums, weights, strict=True):
            total += np.bincount(key, weight, len(total))

    def sums(self) -> list[NDArray[np.float64]]:
        """n, then the sum of each weight, by key."""
        return [self._n.astype(np.float64), *self._sums]


Grids = dict[str, PersonSums | None]


def count_block(spec: Spec, block: Block) -> Sums:
    """The sums of one block of rows."""
    return count_blocks(spec, (block,))


def count_blocks(
    spec: Spec, blocks: Iterable[Block], table: type[Table] = BincountTable, threads: int = 1
) -> Sums:
    """The sums of many blocks, added in a fixed order.

    Threads take the parts of blocks in turn; they help a table that lets others work meanwhile.
    """
    tallies = [Tally(spec, table) for _ in range(threads)]
    parts = (part for block in blocks for part in _parts(block, table.rows_at_once))
    if threads == 1:
        for part in parts:
            tallies[0].add(part)
        return tallies[0].sums()
    with ThreadPoolExecutor(threads) as pool:
        while turn := list(islice(parts, threads)):
            list(pool.map(Tally.add, tallies, turn))
    return reduce(add, (tally.sums() for tally in tallies))


def _parts(block: Block, rows: int) -> Iterator[Block]:
    if 0 < len(block) <= rows:
        yield block
        return
    for start in range(0, len(block), rows):
        yield block.part(start, start + rows)


class Tally:
    """Sums under way: rows are counted in, block by block, until the sums are taken."""

    def __init__(self, spec: Spec, table: type[Table] = BincountTable) -> None:
        self.spec = spec
        self._scratch = Scratch()
        self._crossings = [_Crossing(spec, banner, table, self._scratch) for banner in spec.banners]
        self._values = {name: no_values(name, spec.n_replicates) for name in spec.medians}

    def add(self, block: Block) -> None:
        """Counts a block in."""
        if self.spec.n_replicates and block.replicates is None:
            raise ValueError("the spec has replicate weights, the block has none")
        if self.spec.units is not None and block.unit is None:
            raise ValueError("the spec has units, the block has none")
        grids = {
            item.grid: grid_of(item, block)
            for item in self.spec.lines
            if isinstance(item, GridLines)
        }
        w = block.weights
        weights = [w, w * w, *(() if block.replicates is None else block.replicates)]
        for crossing in self._crossings:
            cell = cells_of(crossing.banner, self.spec, block)
            crossing.add(block, cell, weights, grids)
            for name in self.spec.medians:
                if name in block.numbers:
                    self._values[name] += values_of(
                        name,
                        block.numbers[name],
                        cell + crossing.banner.start,
                        block.unit,
                        block.weights,
                        () if block.replicates is None else tuple(block.replicates),
                    )

    def sums(self) -> Sums:
        """The sums of all that was counted in so far."""
        parts = [crossing.sums() for crossing in self._crossings]
        n, w, moments = (np.concatenate([part[at] for part in parts], axis=-1) for at in range(3))
        spec = self.spec
        replicates = None
        if spec.n_replicates:
            replicates = ReplicateSums(
                w[2:], moments[6:].reshape(spec.n_replicates, 2, *moments.shape[1:])
            )
        if spec.units is None:
            return Sums(n, w[0], w[1], moments[:6], None, replicates, self._values)
        n, w, moments = (
            item.reshape(*item.shape[:-1], spec.n_cells, spec.n_units) for item in (n, w, moments)
        )
        by_unit = UnitSums(n, w[0], w[1], moments)
        return Sums(
            n.sum(axis=-1),
            w[0].sum(axis=-1),
            w[1].sum(axis=-1),
            moments.sum(axis=-1),
            by_unit,
            values=self._values,
        )


class _Crossing:
    """The sums of one banner under way.

    Cells (times units) that occur get a place each; tables have room for `capacity` places. Where
    more occur, the tables are emptied into the sums of lines and packed anew.
    """

    def __init__(self, spec: Spec, banner: Banner, table: type[Table], scratch: Scratch) -> None:
        self.spec, self.banner, self._make, self._scratch = spec, banner, table, scratch
        self._wide = banner.size * spec.n_units
        kind = np.uint16 if self._wide < 1 << 16 else np.uint32
        self._nowhere = np.iinfo(kind).max
        self._place: Codes = np.full(self._wide, self._nowhere, kind)
        self._occurring = np.zeros(0, np.intp)  # by place
        self._capacity = 0
        self._groups: tuple[Group, ...] = ()
        self._tables: list[Table] = []
        self._n_weights = 2 + spec.n_replicates
        self._lines = np.zeros((1 + self._n_weights, spec.n_lines, self._wide))
        self._moments = Moments(spec, self._wide)

    def add(self, block: Block, cell: Codes, weights: Sequence[Floats], grids: Grids) -> None:
        """Counts a block in, given the cell of each row, and w, w2 and replicate weights."""
        wide = cell
        if block.unit is not None:
            wide = cell.astype(np.intp) * self.spec.n_units + block.unit
        place = self._places(wide)
        if not self._groups:
            self._pack(len(block))
        keys = Keys(block, place, grids, self._scratch)
        for at, (group, table) in enumerate(zip(self._groups, self._tables, strict=True)):
            key = keys.of(group, self._capacity, small=self._make.small_keys)
            if key is None and at == 0:
                key = keys.of_nothing()  # the first table counts everybody
            if key is not None:
                table.add(key, weights)
        self._moments.add(block, wide, weights, grids)

    def _places(self, wide: Codes) -> Codes:
        """The place of each row; room is made for cells that did not occur before.

        Room is for what occurs in the first block, and for twice as much when that was too little.
        """
        place = self._place.take(wide)
        if len(wide) and place.max() == self._nowhere:
            occurs = np.zeros(self._wide, dtype=bool)
            occurs[wide] = True
            new = np.flatnonzero(occurs & (self._place == self._nowhere))
            room = len(self._occurring) + len(new)
            if room > self._capacity:
                self._empty()
                self._capacity = min(2 * room if self._capacity else room, self._wide)
            self._place[new] = np.arange(len(self._occurring), room)
            self._occurring = np.append(self._occurring, new)
            place = self._place.take(wide)
        return place

    def _pack(self, rows: int) -> None:
        """Lays out empty tables."""
        n_sums = 1 + self._n_weights
        limit = max(min(LARGEST_TABLE, ALL_SUMS // n_sums, rows), SMALLEST_TABLE)
        self._groups = pack(self.spec, self.banner, limit // self._capacity)
        sizes = [self._capacity * group.levels for group in self._groups]
        self._tables = [self._make(size, self._n_weights) for size in sizes]

    def _empty(self) -> None:
        """Adds the margins of the tables to the sums of lines; then there are no tables."""
        cells = self._occurring
        for at, (group, table) in enumerate(zip(self._groups, self._tables, strict=True)):
            for into, sums in zip(self._lines, table.sums(), strict=True):
                held = sums.reshape(group.levels, self._capacity)[:, : len(cells)]
                if at == 0:
                    into[EVERYBODY, cells] += held.sum(axis=0)
                for factor, lines in group.margins(held):
                    into[np.ix_(factor.lines, cells)] += lines
        self._groups = ()

    def sums(self) -> tuple[Ints, Floats, Floats]:
        """n (lines, wide); w, w2 and replicates (weights, lines, wide); moments.

        Moments are (6 and 2 for each replicate, moment lines, wide).
        """
        self._empty()
        for item, axis in lines_of_cells(self.spec, self.banner):
            self._read_off_cells(item, axis)
        n = np.rint(self._lines[0]).astype(np.int64)
        w = self._lines[1:]
        return n, w, self._moments.sums(w)

    def _read_off_cells(self, item: SingleLines, axis: int) -> None:
        """The lines of a question that the banner crosses: everybody in the cells of its codes."""
        shape = (len(self._lines), *self.banner.shape, self.spec.n_units)
        everybody = self._lines[:, EVERYBODY].reshape(shape)
        for level, (code,) in enumerate(self.banner.dimensions[axis].members, start=1):
            line = item.start + item.codes.index(code)
            into = self._lines[:, line].reshape(shape)
            where = (slice(None),) * (axis + 1) + (level,)
            into[where] = everybody[where]
