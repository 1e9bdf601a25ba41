"""Rows to be counted: a block of them as arrays, and what is read off them row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.spec import (
    AnsweredLine,
    Banner,
    Dimension,
    GridLines,
    Lines,
    MultipleLines,
    SingleLines,
    Spec,
)

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Codes = NDArray[np.integer[Any]]


@dataclass(frozen=True, eq=False)
class Block:
    """Some rows as arrays. Questions that are not there count as not asked.

    `codes`: position in the spec's codes by question, -1 for none; `marks`: (codes, rows) of a
    multiple question, with `answered` by question for it and for texts (who is marked, answered);
    `numbers`: nan for none.
    `unit` is the design unit of each row and `replicates` (R, rows) the replicate weights, where
    the spec has them. Weights are finite and not negative.
    """

    weights: Floats
    codes: Mapping[str, Codes] = field(default_factory=dict)
    marks: Mapping[str, Bools] = field(default_factory=dict)
    answered: Mapping[str, Bools] = field(default_factory=dict)
    numbers: Mapping[str, Floats] = field(default_factory=dict)
    unit: NDArray[np.intp] | None = None
    replicates: Floats | None = None

    def __len__(self) -> int:
        return len(self.weights)

    def part(self, start: int, stop: int) -> Block:
        """The rows from `start` up to `stop`, without copying them."""
        return Block(
            self.weights[start:stop],
            {name: item[start:stop] for name, item in self.codes.items()},
            {name: item[:, start:stop] for name, item in self.marks.items()},
            {name: item[start:stop] for name, item in self.answered.items()},
            {name: item[start:stop] for name, item in self.numbers.items()},
            None if self.unit is None else self.unit[start:stop],
            None if self.replicates is None else self.replicates[:, start:stop],
        )


@dataclass(frozen=True, eq=False)
class PersonSums:
    """Of each row of a grid: any answer in the base, how many scored answers, and their sum."""

    answered: Bools
    k: Floats
    s: Floats


def bits_of(item: Lines, block: Block, split: bool, grid: PersonSums | None) -> list[Bools] | None:
    """What is said of each row, yes or no; None if the block does not have the question.

    Of a multiple question its marks, or with `split` its lines (codes, nets, base);
    of other questions who is on their lines. `grid` are the sums of a grid.
    """
    if isinstance(item, MultipleLines):
        if item.question not in block.marks:
            return None
        marks = block.marks[item.question]
        if not split:
            return list(marks)
        base = base_of_multiple(item, block)
        codes = [mark if at in item.out else mark & base for at, mark in enumerate(marks)]
        nets = [marks[list(members)].any(axis=0) & base for _, members in item.nets]
        return [*codes, *nets, base]
    if isinstance(item, GridLines):
        return None if grid is None else [grid.answered, grid.k > 0]
    if isinstance(item, AnsweredLine) and item.moments >= 0:
        numbers = block.numbers.get(item.question)
        return None if numbers is None else [~np.isnan(numbers)]
    answered = block.answered.get(item.question)
    return None if answered is None else [answered]


def base_of_multiple(item: MultipleLines, block: Block) -> Bools:
    """Who is in the base of a multiple question: answered it, and holds no code outside."""
    answered = block.answered[item.question]
    if not item.out:
        return answered
    inside: Bools = answered & ~block.marks[item.question][list(item.out)].any(axis=0)
    return inside


def grid_of(item: GridLines, block: Block) -> PersonSums | None:
    """The sums of a grid's items by row; None if the block has none of them."""
    rows = len(block)
    k, s = np.zeros(rows), np.zeros(rows)
    answered = np.zeros(rows, dtype=bool)
    found = False
    for name, scores, based in zip(item.items, item.scores, item.in_base, strict=True):
        if scores is None or based is None:
            if name not in block.numbers:
                continue
            x = block.numbers[name]
            answered |= ~np.isnan(x)
        elif name in block.codes:
            code = block.codes[name]
            x = np.append(np.asarray(scores, dtype=np.float64), np.nan)[code]  # -1: the last, nan
            answered |= np.append(np.asarray(based, dtype=bool), False)[code]
        else:
            continue
        found = True
        has = ~np.isnan(x)
        k, s = k + has, s + np.where(has, x, 0.0)
    return PersonSums(answered, k, s) if found else None


def cells_of(banner: Banner, spec: Spec, block: Block) -> Codes:
    """The cell of each row within a banner, from 0, in the smallest type that is quick."""
    kind = np.int16 if banner.size < 1 << 15 else np.int64
    cell: Codes = np.zeros(len(block), dtype=kind)
    for dimension in banner.dimensions:
        cell *= kind(len(dimension.codes) + 1)
        cell += _levels(dimension, spec, block).astype(kind, copy=False)
    return cell


def _levels(dimension: Dimension, spec: Spec, block: Block) -> Codes:
    """The level of each row in a dimension, 0 for rows of no level."""
    lines = spec.by_name[dimension.question]
    if isinstance(lines, SingleLines) and dimension.question in block.codes:
        codes = block.codes[dimension.question]
        if dimension.members == tuple((code,) for code in lines.codes):
            return codes.astype(np.int16) + np.int16(1)
        place = {code: level for level, held in enumerate(dimension.members, 1) for code in held}
        lookup = np.array([*(place.get(code, 0) for code in lines.codes), 0], dtype=np.int16)
        return lookup[codes]  # -1: the last, 0
    levels = np.zeros(len(block), dtype=np.int16)
    if isinstance(lines, MultipleLines) and dimension.question in block.marks:
        base = base_of_multiple(lines, block)
        for level, members in enumerate(dimension.members, start=1):
            marks = block.marks[dimension.question][[lines.codes.index(code) for code in members]]
            levels[marks.any(axis=0) & base] = level
    return levels
