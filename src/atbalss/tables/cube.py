"""The cube: the sums that every published number is made from, and how a block of rows makes them.

For each line and cell: n, sum w, sum w^2. For each open number and grid six moments beside them:
sum wk, sum ws, sum wq, sum w^2 k^2, sum w^2 ks, sum w^2 s^2, where k is how many answers a person
gave (1 for a number), s their sum and q the sum of their squares. Cubes of blocks, partitions and
waves add up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.demand import Filter
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

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
WK, WS, WQ, W2KK, W2KS, W2SS = range(6)


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows as arrays. Questions that are not there count as not asked.

    `codes`: position in the spec's codes by question, -1 for none; `marks`: (codes, rows) of a
    multiple question, with `answered` by question for it and for texts; `numbers`: nan for none.
    """

    weights: Floats
    codes: Mapping[str, NDArray[np.integer[Any]]] = field(default_factory=dict)
    marks: Mapping[str, Bools] = field(default_factory=dict)
    answered: Mapping[str, Bools] = field(default_factory=dict)
    numbers: Mapping[str, Floats] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Sums:
    """The sums of some rows: n, w, w2 (lines, cells) and moments (6, moment lines, cells)."""

    n: Ints
    w: Floats
    w2: Floats
    moments: Floats

    @classmethod
    def zeros(cls, spec: Spec) -> Sums:
        """The sums of no rows."""
        shape = (spec.n_lines, spec.n_cells)
        return cls(
            np.zeros(shape, np.int64),
            np.zeros(shape),
            np.zeros(shape),
            np.zeros((6, spec.n_moments, spec.n_cells)),
        )

    def __add__(self, other: Sums) -> Sums:
        return Sums(
            self.n + other.n,
            self.w + other.w,
            self.w2 + other.w2,
            self.moments + other.moments,
        )


@dataclass(frozen=True, eq=False)
class Cube:
    """Sums by wave, all of one spec."""

    spec: Spec
    waves: Mapping[str, Sums]
    _margins: dict[tuple[str, Filter], Sums] = field(default_factory=dict, repr=False)

    def margin(self, wave: str, among: Filter = ()) -> Sums:
        """The sums of every line within a filter, as one cell; remembered."""
        key = (wave, among)
        if key not in self._margins:
            self._margins[key] = self.over(wave, self.spec.cells_of(among))
        return self._margins[key]

    def over(self, wave: str, cells: NDArray[np.intp]) -> Sums:
        """The sums of every line over some cells (numbers of the spec's cells), as one cell."""
        sums = self.waves[wave]
        return Sums(
            sums.n[:, cells].sum(axis=1),
            sums.w[:, cells].sum(axis=1),
            sums.w2[:, cells].sum(axis=1),
            sums.moments[:, :, cells].sum(axis=2),
        )

    def narrowed(self, wave: str, cells: NDArray[np.intp]) -> Cube:
        """The cube of those in some cells of a wave: there they are everybody (no filter)."""
        return Cube(self.spec, {wave: self.waves[wave]}, {(wave, ()): self.over(wave, cells)})

    def total(self, wave: str, line: int, among: Filter = ()) -> tuple[int, float, float]:
        """n, sum w, sum w^2 of a line within a filter; zeros for a wave without rows."""
        if wave not in self.waves:
            return 0, 0.0, 0.0
        sums = self.margin(wave, among)
        return int(sums.n[line]), float(sums.w[line]), float(sums.w2[line])

    def moments(self, wave: str, line: int, among: Filter = ()) -> Floats:
        """The six moments of a moment line within a filter."""
        if wave not in self.waves:
            return np.zeros(6)
        found: Floats = self.margin(wave, among).moments[:, line]
        return found


def add(a: Cube, b: Cube) -> Cube:
    """cube(a + b): sums of the same spec added wave by wave; ValueError if the specs differ."""
    if a.spec != b.spec:
        raise ValueError("cubes of different specs do not add up")
    waves = dict(a.waves)
    for wave, sums in b.waves.items():
        waves[wave] = waves[wave] + sums if wave in waves else sums
    return Cube(a.spec, waves)


def count_block(spec: Spec, block: Block) -> Sums:
    """The sums of one block of rows: one bincount of code x cell keys a question and sum."""
    sums = Sums.zeros(spec)
    w2 = block.weights**2
    for banner in spec.banners:
        counter = _Counter(sums, banner, _cells(banner, spec, block), block.weights, w2)
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
    return sums


@dataclass(frozen=True, eq=False)
class _Counter:
    """Adds rows to the cells of one banner."""

    sums: Sums
    banner: Banner
    cell: NDArray[np.intp]
    w: Floats
    w2: Floats

    @property
    def where(self) -> slice:
        return slice(self.banner.start, self.banner.start + self.banner.size)

    def persons(self, line: int, who: Bools) -> None:
        rows, size = np.flatnonzero(who), self.banner.size
        cell = self.cell[rows]
        self.sums.n[line, self.where] += np.bincount(cell, minlength=size)
        self.sums.w[line, self.where] += np.bincount(cell, self.w[rows], size)
        self.sums.w2[line, self.where] += np.bincount(cell, self.w2[rows], size)

    def codes(self, start: int, n_codes: int, code: NDArray[np.integer[Any]]) -> None:
        size = self.banner.size
        keys = (code.astype(np.intp) + 1) * size + self.cell  # row 0 takes those without a code
        shape, length = (n_codes + 1, size), (n_codes + 1) * size
        lines = slice(start, start + n_codes)
        for target, weights in (
            (self.sums.n, None),
            (self.sums.w, self.w),
            (self.sums.w2, self.w2),
        ):
            target[lines, self.where] += np.bincount(keys, weights, length).reshape(shape)[1:]

    def moments(self, line: int, k: Floats, s: Floats, q: Floats) -> None:
        w, w2 = self.w, self.w2
        terms = (w * k, w * s, w * q, w2 * k * k, w2 * k * s, w2 * s * s)
        for target, term in zip(self.sums.moments, terms, strict=True):
            target[line, self.where] += np.bincount(self.cell, term, self.banner.size)


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
