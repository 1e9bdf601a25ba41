"""How questions are packed for counting: several in one key, so that one pass counts them all.

What a question says of a row is a small number, its level: the position of a code, or the marks of
a multiple question as bits. A group of questions makes one key (levels multiplied together), a
table of sums is counted by key, and lines are margins of that table. Nets and bases of a multiple
question are read from its table of all combinations. Why and how fast: docs/decisions/0009.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.spec import (
    AnsweredLine,
    Banner,
    GridLines,
    Lines,
    MultipleLines,
    SingleLines,
    Spec,
)

MOST_LEVELS = 1 << 16  # of questions together: levels are made in 16 bits

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Factor:
    """What a question says of a row, as a level.

    `first` and `count` are which bits of the question's rows of bits make the level; count 0: its
    codes do (level 0 for none). `indicator` (lines, levels) says which levels count on the lines
    `lines`, None: each level but the first on its own; `split` that bits are those of lines, not
    of marks (`bits_of`).
    """

    item: Lines
    levels: int
    lines: NDArray[np.intp]
    indicator: Floats | None = None
    first: int = 0
    count: int = 0
    split: bool = False


@dataclass(frozen=True, eq=False)
class Group:
    """Factors that are counted together; the level of a row is sum of factor level x stride."""

    factors: tuple[Factor, ...]

    @cached_property
    def levels(self) -> int:
        """How many levels the factors make together."""
        return prod(factor.levels for factor in self.factors)

    @cached_property
    def strides(self) -> tuple[int, ...]:
        """The step of each factor: the last one runs fastest."""
        sizes = [factor.levels for factor in self.factors]
        return tuple(prod(sizes[at + 1 :]) for at in range(len(sizes)))

    def margins(self, table: Floats) -> Iterator[tuple[Factor, Floats]]:
        """For each factor its lines (lines, places), from the table (levels, places)."""
        places = table.shape[1]
        for factor in self.factors:
            rest = table.reshape(factor.levels, -1)
            margin = rest.reshape(factor.levels, -1, places).sum(axis=1)
            yield factor, margin[1:] if factor.indicator is None else factor.indicator @ margin
            table = rest.sum(axis=0).reshape(-1, places)


def pack(spec: Spec, banner: Banner, limit: int) -> tuple[Group, ...]:
    """Groups of questions, as few as have up to `limit` levels each (a large question has more).

    Questions that the banner crosses whole are left out: their lines are the cells themselves
    (`lines_of_cells`). The first group is there also when there is nothing to count.
    """
    limit = min(limit, MOST_LEVELS)
    known = {item.question for item, _ in lines_of_cells(spec, banner)}
    factors: list[Factor] = []
    for item in spec.lines:
        if isinstance(item, SingleLines):
            if item.question not in known:
                factors.append(_codes(item))
        else:
            factors += _bits(item, limit)
    return tuple(Group(tuple(members)) for members in _grouped(factors, limit) or [[]])


def lines_of_cells(spec: Spec, banner: Banner) -> list[tuple[SingleLines, int]]:
    """Single choices whose every code is a level of the banner, and their dimension."""
    found = []
    for axis, dimension in enumerate(banner.dimensions):
        item = spec.by_name[dimension.question]
        if isinstance(item, SingleLines):
            alone = [members for members in dimension.members if len(members) == 1]
            if len(alone) == len(item.codes) and {code for (code,) in alone} == set(item.codes):
                found.append((item, axis))
    return found


def bits_in(item: Lines, split: bool) -> int:
    """How many rows of bits a question has: marks, or with `split` one for each of its lines."""
    if isinstance(item, MultipleLines):
        return len(item.codes) + (len(item.nets) + 1 if split else 0)
    return 2 if isinstance(item, GridLines) else 1


def _codes(item: SingleLines) -> Factor:
    levels = len(item.codes) + 1
    lines = np.arange(item.start, item.start + len(item.codes))
    return Factor(item, levels, lines)


def _bits(item: MultipleLines | AnsweredLine | GridLines, limit: int) -> list[Factor]:
    """The whole question as one factor if its combinations fit; else bits of lines, in parts."""
    own = bits_in(item, split=False)
    if isinstance(item, MultipleLines) and item.codes and 1 << own < limit:
        indicator = _combinations(item)
        lines = np.arange(item.start, item.start + len(indicator))
        return [Factor(item, (1 << own) + 1, lines, indicator, 0, own)]
    total = bits_in(item, split=True)
    width = max(min(limit.bit_length() - 1, 8), 1)
    return [_part(item, first, min(width, total - first)) for first in range(0, total, width)]


def _part(item: MultipleLines | AnsweredLine | GridLines, first: int, count: int) -> Factor:
    level = np.arange(1 << count)
    indicator = np.array([(level >> bit) & 1 for bit in range(count)], dtype=np.float64)
    lines = np.arange(item.start + first, item.start + first + count)
    return Factor(item, 1 << count, lines, indicator, first, count, split=True)


def _combinations(item: MultipleLines) -> Floats:
    """Which lines (codes, nets, base) each combination of marks counts on; the first: no answer."""
    n = len(item.codes)
    level = np.maximum(np.arange((1 << n) + 1) - 1, 0)
    marks = np.array([(level >> bit) & 1 for bit in range(n)], dtype=bool)
    base = ~marks[list(item.out)].any(axis=0)
    base = base & (np.arange(len(level)) > 0)
    lines = [marks[at] if at in item.out else marks[at] & base for at in range(n)]
    lines += [marks[list(members)].any(axis=0) & base for _, members in item.nets]
    return np.array([*lines, base], dtype=np.float64)


def _grouped(factors: Sequence[Factor], limit: int) -> list[list[Factor]]:
    """First fit, largest first; a factor too large for the limit stands alone."""
    groups: list[list[Factor]] = []
    sizes: list[int] = []
    for factor in sorted(factors, key=lambda item: -item.levels):
        for at, size in enumerate(sizes):
            if size * factor.levels <= limit:
                groups[at].append(factor)
                sizes[at] *= factor.levels
                break
        else:
            groups.append([factor])
            sizes.append(factor.levels)
    return groups
