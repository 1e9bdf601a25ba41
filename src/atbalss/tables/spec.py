"""What is to be counted, said before the scan: lines (answer rows) and cells (crossed banner).

A `Spec` numbers the lines of the cube and its cells. Codes of a single choice, codes and nets of a
multiple one, bases, and the sums of open numbers and of grids are lines; filters are declared as
`Banner`s, whose cells are crossed, so that every filter and every overlap is a sum of cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import prod

import numpy as np
from numpy.typing import NDArray

from atbalss.problems import Refused, problem
from atbalss.study.bases import (
    base_question,
    code_list,
    in_base,
    is_multiple,
    net_members,
    score_of,
)
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.demand import Filter
from atbalss.tables.derived import Derived, derived_of
from atbalss.tables.units import Units
from atbalss.weights.design import SIMPLE, Design

MAX_CELLS = 2_000  # of one crossing; beyond it filters are crossed in separate banners
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


# ---- building


def build(
    questionnaire: Questionnaire,
    filters: Iterable[Filter] = (),
    unions: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
    *,
    design: Design = SIMPLE,
    units: Units | None = None,
    medians: Iterable[str] = (),
    weighted: bool = True,
    unprinted: Iterable[Filter] = (),
    only: frozenset[str] | None = None,
) -> Spec:
    """The spec of a questionnaire: every question and grid, crossed by the declared filters.

    `unions` declares further nets, by question: name -> member codes; `medians` the open numbers
    whose values are kept, `design` and its `units` how the sample was drawn. With `only` the lines
    are those of these questions, no grids. A median of anything but an open number is refused.
    """
    lines: list[Lines] = []
    at, moments = EVERYBODY + 1, 0
    wanted = tuple(sorted({tuple(sorted(item)) for item in filters if item}))
    counted = _counted(questionnaire, only, {name for item in wanted for name, _ in item})
    for question in counted:
        made = _question_lines(question, at, moments, (unions or {}).get(question.name, {}))
        if made is None:
            continue
        lines.append(made)
        at += _width(made)
        moments += isinstance(made, AnsweredLine) and made.moments >= 0
    for name, items in questionnaire.grids.items() if only is None else ():
        grid = _grid_lines(name, items, at, moments)
        lines.append(grid)
        at += 2
        moments += 1
    banners, served = _banners(questionnaire, wanted, 1 if units is None else len(units))
    kept = tuple(sorted(set(medians)))
    numbers = {
        item.question for item in lines if isinstance(item, AnsweredLine) and item.moments >= 0
    }
    for name in kept:
        if name not in numbers:
            raise Refused([problem("tables-no-values", question=name)])
    derived = derived_of(questionnaire)
    return Spec(
        tuple(lines),
        banners,
        at,
        moments,
        served,
        design,
        units,
        kept,
        derived,
        weighted,
        frozenset(tuple(sorted(item)) for item in unprinted),
    )


def crossed(
    questionnaire: Questionnaire,
    names: Iterable[str],
    filters: Mapping[str, Iterable[Filter]],
    *,
    design: Design = SIMPLE,
    units: Units | None = None,
) -> Spec:
    """A small spec of the single choices `names`, each crossed with other questions' filters.

    `filters`: for each other question its own filters; they make a crossing of their own, so that
    pairs of questions cost no more than their codes times codes.
    """
    lines: list[Lines] = []
    at = EVERYBODY + 1
    asked = {name for wanted in filters.values() for item in wanted for name, _ in item}
    for name in sorted({*names, *asked}):
        made = _question_lines(questionnaire.question(name), at, 0, {})
        if made is None:
            raise TypeError(name)
        lines.append(made)
        at += _width(made)
    banners: list[Banner] = [Banner((), 0)]
    served: list[tuple[Filter, int]] = []
    for _, wanted in sorted(filters.items()):
        own = {tuple(sorted(item)) for item in wanted}
        atoms = {atom for item in own for atom in item}
        last = banners[-1]
        banners.append(Banner(_dimensions(questionnaire, atoms), last.start + last.size))
        served += [(item, len(banners) - 1) for item in sorted(own)]
    derived = derived_of(questionnaire)
    return Spec(tuple(lines), tuple(banners), at, 0, tuple(served), design, units, derived=derived)


def _counted(
    questionnaire: Questionnaire, only: frozenset[str] | None, crossed: set[str]
) -> list[Question]:
    """All questions, or the named ones with those of their bases and of the filters."""
    if only is None:
        return list(questionnaire.questions)
    names = only | crossed
    for question in questionnaire.questions:
        if question.name in only and question.frame is not None:
            names |= {base_question(questionnaire, question).name}
    return [question for question in questionnaire.questions if question.name in names]


def _question_lines(
    question: Question, at: int, moments: int, unions: Mapping[str, tuple[str, ...]]
) -> Lines | None:
    if question.kind in (Kind.NOTE, Kind.META, Kind.CALCULATE):
        return None
    codes = code_list(question)
    if codes is None:
        is_number = question.kind in NUMBER_KINDS
        return AnsweredLine(question.name, at, moments if is_number else -1)
    if not is_multiple(question):
        return SingleLines(question.name, codes.names, at)
    members = {net.name: codes.members(net.name) for net in codes.nets} | dict(unions)
    where = {name: position for position, name in enumerate(codes.names)}
    return MultipleLines(
        question.name,
        codes.names,
        tuple(i for i, code in enumerate(codes.codes) if not in_base(question, code)),
        tuple((net, tuple(where[code] for code in them)) for net, them in members.items()),
        at,
    )


def _width(lines: Lines) -> int:
    if isinstance(lines, SingleLines):
        return len(lines.codes)
    if isinstance(lines, MultipleLines):
        return len(lines.codes) + len(lines.nets) + 1
    return 2 if isinstance(lines, GridLines) else 1


def _grid_lines(name: str, items: tuple[Question, ...], at: int, moments: int) -> GridLines:
    usable = [item for item in items if item.kind is Kind.SINGLE or item.kind in NUMBER_KINDS]
    scores: list[tuple[float, ...] | None] = []
    based: list[tuple[bool, ...] | None] = []
    for item in usable:
        codes = item.codes.codes if item.codes is not None else None
        scores.append(None if codes is None else tuple(score_of(code) for code in codes))
        based.append(None if codes is None else tuple(in_base(item, code) for code in codes))
    names = tuple(item.name for item in usable)
    return GridLines(name, names, tuple(scores), tuple(based), at, moments)


def _banners(
    questionnaire: Questionnaire, filters: tuple[Filter, ...], units: int
) -> tuple[tuple[Banner, ...], tuple[tuple[Filter, int], ...]]:
    """Puts filters into few crossings of at most MAX_CELLS cells (times units) each."""
    groups: list[set[tuple[str, str]]] = [set()]
    served: list[tuple[Filter, int]] = []
    for item in filters:
        served.append((item, _room(questionnaire, groups, set(item), units)))
    banners: list[Banner] = []
    start = 0
    for group in groups:
        banner = Banner(_dimensions(questionnaire, group), start)
        banners.append(banner)
        start += banner.size
    return tuple(banners), tuple(served)


def _room(
    questionnaire: Questionnaire,
    groups: list[set[tuple[str, str]]],
    atoms: set[tuple[str, str]],
    units: int,
) -> int:
    """The number of the crossing that has these atoms, or that they were added to."""
    for number, group in enumerate(groups):
        if atoms <= group:
            return number
    for number, group in enumerate(groups):
        if not group or _size(questionnaire, group | atoms) * units <= MAX_CELLS:
            group |= atoms
            return number
    groups.append(atoms)
    return len(groups) - 1


def _size(questionnaire: Questionnaire, atoms: set[tuple[str, str]]) -> int:
    return Banner(_dimensions(questionnaire, atoms), 0).size


def _dimensions(questionnaire: Questionnaire, atoms: set[tuple[str, str]]) -> tuple[Dimension, ...]:
    """Codes of a single choice share a dimension; every other atom is one of two levels."""
    together: dict[str, list[str]] = {}
    alone: list[tuple[str, str]] = []
    for name, code in sorted(atoms):
        question = questionnaire.question(name)
        codes = code_list(question)
        if not is_multiple(question) and codes is not None and codes.has(code):
            together.setdefault(name, []).append(code)
        else:
            alone.append((name, code))
    dimensions = [
        Dimension(name, tuple(codes), tuple((code,) for code in codes))
        for name, codes in together.items()
    ]
    for name, code in alone:
        question = questionnaire.question(name)
        codes = code_list(question)
        if codes is None:
            raise KeyError((name, code))
        members = (code,) if codes.has(code) else net_members(question, code)
        dimensions.append(Dimension(name, (code,), (members,)))
    return tuple(dimensions)
