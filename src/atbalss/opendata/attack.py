"""The attack on open data: what a reader can find by counting in microdata and subtracting.

For every hidden cell of the open tables linear programmes over everything that is published ask
how small and how large it can be: printed cells and bases of the same question, and of every record
its published quasi-identifiers and answers. A cell whose bounds hold one whole number is found;
that it is 0 may be known, as in `tables.protect`: it tells of nobody.

Unknowns are persons by published group, true class and answer. Source: Hundepool et al. (2012),
Statistical Disclosure Control, chapter 4.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, floor
from typing import TYPE_CHECKING

import numpy as np
import polars as pl
from numpy.typing import NDArray

from atbalss.opendata.anonymity import Value
from atbalss.opendata.fold import NAME
from atbalss.opendata.wave import OpenWave
from atbalss.study.bases import in_base
from atbalss.tables.banner_result import BannerColumn, BannerTable
from atbalss.tables.result import Flag, RowKind
from atbalss.tables.withheld import FOLDED

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Row = tuple[Value, ...]
Answer = frozenset[str] | None  # codes told of a record; None where microdata tells nothing
Floats = NDArray[np.float64]
OUTSIDE = ""  # the answer of those who are not in the base
TRIES = 6  # directions tried before each cell is asked for by itself
_CODES = frozenset({RowKind.CODE, RowKind.OTHER, RowKind.MISSING, RowKind.FOLDED})


class Unsolved(Exception):  # noqa: N818 - what is published contradicts itself
    """No answers of persons give what is published: the tables and the microdata do not agree."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """A hidden cell and what it can be, in persons."""

    question: str
    code: str
    column: str
    low: float
    high: float

    @property
    def is_found(self) -> bool:
        """Whether one whole number alone lies between the bounds, and it is of somebody."""
        return self.is_known and self.high > 0.5

    @property
    def is_known(self) -> bool:
        """Whether one whole number alone lies between the bounds."""
        return floor(self.high + 1e-6) <= ceil(self.low - 1e-6)

    def __str__(self) -> str:
        return f"{self.question}={self.code} ({self.column})"


def found_cells(wave: OpenWave) -> list[Bounds]:
    """The hidden cells of a wave's tables that its publication lets follow."""
    return [cell for table in wave.tables for cell in bounds(wave, table) if cell.is_found]


def bounds(wave: OpenWave, table: BannerTable, *, exact: bool = False) -> list[Bounds]:
    """What each hidden cell of a table can be, given the table and the microdata.

    Unless `exact`, a cell's bounds are values that it was seen to have, once these differ enough to
    know that it is not found: most cells are then free after a few programmes for all of them.
    """
    cells = [
        (row.key, at)
        for row in table.rows
        if row.kind in _CODES
        for at, cell in enumerate(row.cells)
        if cell.number is not None and cell.number.flag is Flag.HIDDEN
    ]
    if not cells:
        return []
    programme = _Programme(wave, table)
    ranges = programme.ranges(cells, exact)
    question = table.blocks[0].question
    return [
        Bounds(question, code, table.columns[at].key, *found)
        for (code, at), found in zip(cells, ranges, strict=True)
    ]


class _Programme:
    """The unknowns and equations of one table.

    A group are records that look alike: published quasi-identifiers and answer. For every group
    and every true class that fits it there is the number of its persons, and for every answer that
    is not told, how many of those gave it.
    """

    def __init__(self, wave: OpenWave, table: BannerTable) -> None:
        self.table = table
        self.multiple = table.blocks[0].multiple
        self.question = table.blocks[0].question
        self.codes = [row.key for row in table.rows if row.kind in _CODES]
        self.quasi = list(dict.fromkeys(q for item in table.columns for q, _ in item.own))
        self.levels = [
            [*sorted({c for item in table.columns for q, c in item.own if q == name}), None]
            for name in self.quasi
        ]
        self.lines: list[dict[int, float]] = []
        self.values: list[float] = []
        self.upper: list[dict[int, float]] = []
        self.cells: dict[tuple[str, Row], list[int]] = {}
        self.size = 0
        self.rowless: set[str] = set()
        self.union: set[str] = set()  # the code that stands for those that are not told apart
        published = self._published(wave)
        for (row, answer), count in self._groups(wave, published).items():
            self._group(row, answer, count, published)
        self._printed()

    # ---- what microdata tells

    def _published(self, wave: OpenWave) -> set[str] | None:
        """The codes that microdata tells apart; None where it tells nothing of the question."""
        if wave.microdata is None:
            return None
        question = wave.microdata.frame.questionnaire.by_name.get(self.question)
        if question is None or question.codes is None:
            return None
        self.union = {code for code in question.codes.names if code.startswith(NAME)}
        told = set(question.codes.names) - self.union
        based = {code.name for code in question.codes.codes if in_base(question, code)}
        if FOLDED in self.codes:  # codes without a row of their own are told all the same
            self.rowless = (told & based) - set(self.codes)
        return (told & set(self.codes)) | ({FOLDED} if self.rowless else set())

    def _groups(self, wave: OpenWave, published: set[str] | None) -> Counter[tuple[Row, Answer]]:
        if wave.microdata is None:
            size = max((base.base or 0 for base in self.table.blocks[0].bases), default=0)
            return Counter({((None,) * len(self.quasi), None): size})
        data = wave.microdata.frame.data
        blank = pl.Series([None] * data.height, dtype=pl.String)
        columns = [
            data[name].cast(pl.String) if name in data.columns else blank for name in self.quasi
        ]
        rows: Iterable[Row] = zip(*columns, strict=True) if columns else [()] * data.height
        told = self._told(data, published)
        return Counter(zip(rows, told, strict=True))

    def _told(self, data: pl.DataFrame, published: set[str] | None) -> list[Answer]:
        if published is None:
            return [None] * data.height
        if not self.multiple:
            answers = data[self.question].cast(pl.String).to_list()
            return [self._rows_of([] if value is None else [value]) for value in answers]
        start = f"{self.question}/"
        names = [name for name in data.columns if name.startswith(start)]
        return [
            self._rows_of(n.removeprefix(start) for n, yes in zip(names, row, strict=True) if yes)
            for row in data.select(names).iter_rows()
        ]

    def _rows_of(self, codes: Iterable[str]) -> frozenset[str]:
        """The rows of the table that codes are in."""
        return frozenset(FOLDED if code in self.rowless else code for code in codes)

    # ---- unknowns

    def _new(self) -> int:
        self.size += 1
        return self.size - 1

    def _group(self, row: Row, answer: Answer, count: int, published: set[str] | None) -> None:
        """The unknowns of one group: its persons by true class, their answers that are not told."""
        fitting = [
            [value] if value is not None else level
            for value, level in zip(row, self.levels, strict=True)
        ]
        free = self._free(answer, published)
        united = answer is not None and bool(answer & self.union)
        whole: dict[int, float] = {}
        for true in product(*fitting):
            persons = self._new()
            whole[persons] = 1.0
            for code in self._sure(answer, free, true):
                self.cells.setdefault((code, true), []).append(persons)
            spread: dict[int, float] = {}
            for code in free:
                some = self._new()
                spread[some] = 1.0
                self.cells.setdefault((code, true), []).append(some)
                self.upper.append({some: 1.0, persons: -1.0})
            if free and not self.multiple:
                self.lines.append({**spread, persons: -1.0})
                self.values.append(0.0)
            elif free and united:
                self.upper.append({**dict.fromkeys(spread, -1.0), persons: 1.0})
        self.lines.append(whole)
        self.values.append(float(count))

    def _free(self, answer: Answer, published: set[str] | None) -> list[str]:
        """Codes that persons of a group may have given without its being told."""
        if self.question in self.quasi:
            return []
        if answer is None or published is None:
            return [*self.codes, OUTSIDE]
        hidden = [code for code in self.codes if code not in published]
        without = self.multiple and not self.union
        return hidden if without or answer & self.union else []

    def _sure(self, answer: Answer, free: Sequence[str], true: Row) -> list[str]:
        """Codes that every person of a group gave; of a quasi-identifier that of its class."""
        if self.question in self.quasi:
            return [true[self.quasi.index(self.question)] or OUTSIDE]
        if answer is None:
            return []
        told = [code for code in self.codes if code in answer]
        return told if told or free or self.multiple else [OUTSIDE]

    # ---- equations

    def _printed(self) -> None:
        for row in self.table.rows:
            for at, cell in enumerate(row.cells):
                number = cell.number
                if row.kind not in _CODES or number is None or number.flag is Flag.HIDDEN:
                    continue
                if number.n is not None:
                    self.lines.append(self._sum([row.key], at))
                    self.values.append(float(number.n))
        if self.multiple:
            return
        for at, base in enumerate(self.table.blocks[0].bases):
            if base.base is not None:
                self.lines.append(self._sum(self.codes, at))
                self.values.append(float(base.base))

    def _sum(self, codes: Sequence[str], at: int) -> dict[int, float]:
        """The unknowns of answers within a column, added."""
        column: BannerColumn = self.table.columns[at]
        wanted = [(self.quasi.index(name), code) for name, code in column.own]
        line: dict[int, float] = {}
        for (code, true), places in self.cells.items():
            if code in codes and all(true[place] == value for place, value in wanted):
                for place in places:
                    line[place] = line.get(place, 0.0) + 1.0
        return line

    # ---- answers

    def ranges(self, cells: Sequence[tuple[str, int]], exact: bool) -> list[tuple[float, float]]:
        """The smallest and largest value of each cell: (code, place of the column)."""
        goals = self._matrix([self._sum([code], at) for code, at in cells])
        equations, limits = self._matrix(self.lines), self._matrix(self.upper)
        low, high = np.full(len(cells), np.inf), np.full(len(cells), -np.inf)

        def solve(direction: Floats) -> None:
            from scipy.optimize import LinearConstraint, milp

            tied = [LinearConstraint(equations, self.values, self.values)]
            if self.upper:
                tied.append(LinearConstraint(limits, -np.inf, 0))
            found = milp(direction, constraints=tied)
            if not found.success:
                raise Unsolved(f"{self.question}: {found.message}")
            seen = goals @ found.x
            np.minimum(low, seen, out=low)
            np.maximum(high, seen, out=high)

        for at in range(TRIES):  # in many directions at once: most cells are seen to be free
            mixed = np.cos(np.arange(len(cells)) * (at + 1) * 2.4)
            solve(np.asarray(goals.T @ mixed, dtype=np.float64))
        for at in range(len(cells)):
            line = np.asarray(goals[[at]].toarray()[0], dtype=np.float64)
            for sign in (1.0, -1.0):
                if exact or floor(high[at] + 1e-6) <= ceil(low[at] - 1e-6):
                    solve(sign * line)
        return [(float(a), float(b)) for a, b in zip(low, high, strict=True)]

    def _matrix(self, lines: Sequence[dict[int, float]]) -> csr_array:
        from scipy.sparse import csr_array

        rows = [at for at, line in enumerate(lines) for _ in line]
        columns = [place for line in lines for place in line]
        values = [value for line in lines for value in line.values()]
        return csr_array((values, (rows, columns)), shape=(len(lines), self.size))
