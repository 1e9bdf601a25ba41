"""Counting: the sums of a block of rows, and of many blocks, in one pass over the rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.spec import (
    EVERYBODY,
    AnsweredLine,
    Banner,
    Dimension,
    GridLines,
    MultipleLines,
    SingleLines,
    Spec,
)
from atbalss.tables.sums import Floats, ReplicateSums, Sums, UnitSums
from atbalss.tables.values import Values, no_values, values_of

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows as arrays. Questions that are not there count as not asked.

    `codes`: position in the spec's codes by question, -1 for none; `marks`: (codes, rows) of a
    multiple question, with `answered` by question for it and for texts; `numbers`: nan for none.
    `unit` is the design unit of each row and `replicates` (R, rows) the replicate weights, where
    the spec has them. Weights are finite and not negative.
    """

    weights: Floats
    codes: Mapping[str, NDArray[np.integer[Any]]] = field(default_factory=dict)
    marks: Mapping[str, Bools] = field(default_factory=dict)
    answered: Mapping[str, Bools] = field(default_factory=dict)
    numbers: Mapping[str, Floats] = field(default_factory=dict)
    unit: NDArray[np.intp] | None = None
    replicates: Floats | None = None


def count_block(spec: Spec, block: Block) -> Sums:
    """The sums of one block of rows."""
    return count_blocks(spec, (block,))


def count_blocks(spec: Spec, blocks: Iterable[Block]) -> Sums:
    """The sums of many blocks, added in their order: one bincount a question and sum."""
    tally = _Tally(spec)
    for block in blocks:
        tally.add(block)
    return tally.sums()


class _Tally:
    """Sums under way: cells are as wide as cells times units."""

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        wide = spec.n_cells * spec.n_units
        self.n = np.zeros((spec.n_lines, wide), np.int64)
        self.w, self.w2 = np.zeros((spec.n_lines, wide)), np.zeros((spec.n_lines, wide))
        self.moments = np.zeros((6, spec.n_moments, wide))
        r = spec.n_replicates
        self.rep_w = np.zeros((r, spec.n_lines, spec.n_cells))
        self.rep_moments = np.zeros((r, 2, spec.n_moments, spec.n_cells))
        self.values: dict[str, Values] = {name: no_values(name, r) for name in spec.medians}

    def add(self, block: Block) -> None:
        """Counts a block in."""
        spec, w = self.spec, block.weights
        w2 = w * w
        for banner in spec.banners:
            cell = _cells(banner, spec, block)
            key = cell if block.unit is None else cell * spec.n_units + block.unit
            into = ((self.n, None), (self.w, w), (self.w2, w2))
            wide = banner.size * spec.n_units
            _count(
                _Counter(into, self.moments, banner.start * spec.n_units, wide, key), spec, block
            )
            for r in range(spec.n_replicates):
                if block.replicates is None:
                    raise ValueError("the spec has replicate weights, the block has none")
                own = ((self.rep_w[r], block.replicates[r]),)
                counter = _Counter(own, self.rep_moments[r], banner.start, banner.size, cell)
                _count(counter, spec, block)
            for name in spec.medians:
                if name in block.numbers:
                    x, more = block.numbers[name], block.replicates
                    at = cell + banner.start
                    found = values_of(
                        name, x, at, block.unit, w, () if more is None else tuple(more)
                    )
                    self.values[name] = self.values[name] + found

    def sums(self) -> Sums:
        """The sums of all that was counted in."""
        spec = self.spec
        replicates = ReplicateSums(self.rep_w, self.rep_moments) if spec.n_replicates else None
        if spec.units is None:
            return Sums(self.n, self.w, self.w2, self.moments, None, replicates, self.values)
        shape = (spec.n_lines, spec.n_cells, spec.n_units)
        by_unit = UnitSums(
            self.n.reshape(shape),
            self.w.reshape(shape),
            self.w2.reshape(shape),
            self.moments.reshape(6, spec.n_moments, spec.n_cells, spec.n_units),
        )
        return Sums(
            by_unit.n.sum(axis=-1),
            by_unit.w.sum(axis=-1),
            by_unit.w2.sum(axis=-1),
            by_unit.moments.sum(axis=-1),
            by_unit,
            replicates,
            self.values,
        )


def _count(counter: _Counter, spec: Spec, block: Block) -> None:
    counter.persons(EVERYBODY, np.ones(len(block.weights), dtype=bool))
    for item in spec.lines:
        if isinstance(item, SingleLines):
            if item.question in block.codes:
                counter.codes(item.start, len(item.codes), block.codes[item.question])
        elif isinstance(item, MultipleLines):
            _count_multiple(counter, item, block)
        elif isinstance(item, AnsweredLine):
            _count_answered(counter, item, block)
        else:
            _count_grid(counter, item, block)


@dataclass(frozen=True, eq=False)
class _Counter:
    """Adds rows to the cells of one banner: arrays to add into, each with the weights it takes."""

    into: Sequence[tuple[NDArray[Any], Floats | None]]
    into_moments: Floats
    start: int
    size: int
    cell: NDArray[np.intp]

    @property
    def where(self) -> slice:
        return slice(self.start, self.start + self.size)

    def persons(self, line: int, who: Bools) -> None:
        rows = np.flatnonzero(who)
        cell = self.cell[rows]
        for target, weights in self.into:
            own = None if weights is None else weights[rows]
            target[line, self.where] += np.bincount(cell, own, self.size)

    def codes(self, start: int, n_codes: int, code: NDArray[np.integer[Any]]) -> None:
        keys = (code.astype(np.intp) + 1) * self.size + self.cell  # row 0: those without a code
        shape, length = (n_codes + 1, self.size), (n_codes + 1) * self.size
        lines = slice(start, start + n_codes)
        for target, weights in self.into:
            target[lines, self.where] += np.bincount(keys, weights, length).reshape(shape)[1:]

    def moments(self, line: int, k: Floats, s: Floats, q: Floats) -> None:
        """All six with the weights, or wk and ws alone with a replicate weight."""
        w, w2 = self.into[-2:][0][1], self.into[-1][1]
        if w is None or w2 is None:
            raise ValueError("moments need weights")
        terms = [(1, k), (1, s), (1, q), (2, k * k), (2, k * s), (2, s * s)]
        for target, (power, term) in zip(self.into_moments, terms, strict=False):
            weights = w if power == 1 else w2
            target[line, self.where] += np.bincount(self.cell, weights * term, self.size)


def _base_of_multiple(item: MultipleLines, block: Block) -> Bools:
    answered = block.answered[item.question]
    if not item.out:
        return answered
    inside: Bools = answered & ~block.marks[item.question][list(item.out)].any(axis=0)
    return inside


def _count_multiple(counter: _Counter, item: MultipleLines, block: Block) -> None:
    if item.question not in block.marks:
        return
    marks, base = block.marks[item.question], _base_of_multiple(item, block)
    for position in range(len(item.codes)):
        who = marks[position] if position in item.out else marks[position] & base
        counter.persons(item.start + position, who)
    for offset, (_, members) in enumerate(item.nets):
        counter.persons(
            item.start + len(item.codes) + offset, marks[list(members)].any(axis=0) & base
        )
    counter.persons(item.base, base)


def _count_answered(counter: _Counter, item: AnsweredLine, block: Block) -> None:
    if item.moments < 0:
        if item.question in block.answered:
            counter.persons(item.start, block.answered[item.question])
        return
    if item.question not in block.numbers:
        return
    x = block.numbers[item.question]
    has = ~np.isnan(x)
    x = np.where(has, x, 0.0)
    counter.persons(item.start, has)
    counter.moments(item.moments, has.astype(np.float64), x, x * x)


def _count_grid(counter: _Counter, item: GridLines, block: Block) -> None:
    rows = len(block.weights)
    k, s, q = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    anything = np.zeros(rows, dtype=bool)
    for name, scores, based in zip(item.items, item.scores, item.in_base, strict=True):
        if scores is None or based is None:
            if name not in block.numbers:
                continue
            x = block.numbers[name]
            anything |= ~np.isnan(x)
        elif name in block.codes:
            code = block.codes[name]
            x = np.append(np.asarray(scores, dtype=np.float64), np.nan)[code]  # -1: the last, nan
            anything |= np.append(np.asarray(based, dtype=bool), False)[code]
        else:
            continue
        has = ~np.isnan(x)
        x = np.where(has, x, 0.0)
        k, s, q = k + has, s + x, q + x * x
    counter.persons(item.start, anything)
    counter.persons(item.start + 1, k > 0)
    counter.moments(item.moments, k, s, q)


def _cells(banner: Banner, spec: Spec, block: Block) -> NDArray[np.intp]:
    """The cell of each row within a banner, from 0."""
    key = np.zeros(len(block.weights), dtype=np.intp)
    for dimension in banner.dimensions:
        key = key * (len(dimension.codes) + 1) + _levels(dimension, spec, block)
    return key


def _levels(dimension: Dimension, spec: Spec, block: Block) -> NDArray[np.intp]:
    """The level of each row in a dimension, 0 for rows of no level."""
    lines = spec.by_name[dimension.question]
    levels = np.zeros(len(block.weights), dtype=np.intp)
    if isinstance(lines, SingleLines) and dimension.question in block.codes:
        lookup = np.zeros(len(lines.codes) + 1, dtype=np.intp)
        for level, members in enumerate(dimension.members, start=1):
            lookup[[lines.codes.index(code) for code in members]] = level
        found: NDArray[np.intp] = lookup[block.codes[dimension.question]]
        return found
    if isinstance(lines, MultipleLines) and dimension.question in block.marks:
        base = _base_of_multiple(lines, block)
        for level, members in enumerate(dimension.members, start=1):
            marks = block.marks[dimension.question][[lines.codes.index(code) for code in members]]
            levels[marks.any(axis=0) & base] = level
    return levels
