"""The table of weighting cells: who belongs to which, and which category of a margin that is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from atbalss.problems import Place, Problem, problem
from atbalss.study.bases import net_members
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.weights.targets import Margin

Ints = NDArray[np.intp]
_RANGE = re.compile(r"^\s*(-?\d+(?:\.\d+)?)?\s*(?:-|–|\.\.)\s*(\d+(?:\.\d+)?)?\s*$")
NO_CATEGORY = -1


@dataclass(frozen=True, eq=False)
class Variable:
    """A weighting question: each row's level, and the levels that a target's word stands for.

    `names` are the levels in words (codes; ranges of numbers), "" for no answer; `missing` are the
    levels of no answer, of refusals and the like.
    """

    name: str
    names: tuple[str, ...]
    levels: Ints
    missing: frozenset[int]
    words: Mapping[str, frozenset[int]]


@dataclass(frozen=True, eq=False)
class Table:
    """Weighting cells: for each, its level of every variable; for each row, its cell."""

    variables: tuple[Variable, ...]
    levels: NDArray[np.intp]  # (variables, cells)
    cell: Ints  # of each row

    @property
    def size(self) -> int:
        """Number of cells that have anybody."""
        return int(self.levels.shape[1])

    def answers(self, cell: int) -> tuple[tuple[str, str], ...]:
        """The answers of a cell as (question, code)."""
        return tuple(
            (item.name, item.names[self.levels[place, cell]])
            for place, item in enumerate(self.variables)
        )


def check(questionnaire: Questionnaire, margins: Sequence[Margin]) -> list[Problem]:
    """Targets of questions or codes that the study does not have, and categories that overlap."""
    found: list[Problem] = []
    for margin in margins:
        wrong: list[Problem] = []
        for name in margin.questions:
            question = questionnaire.by_name.get(name)
            if question is None:
                names = ", ".join(questionnaire.by_name)
                wrong.append(
                    problem("weights-unknown-question", margin.place, question=name, known=names)
                )
            elif question.kind is not Kind.SINGLE and question.kind not in NUMBER_KINDS:
                wrong.append(problem("weights-not-single", margin.place, question=name))
        wrong = wrong or _unknown_codes(questionnaire, margin)
        found += wrong or _overlaps(questionnaire, margin)
    return found


def _unknown_codes(questionnaire: Questionnaire, margin: Margin) -> list[Problem]:
    found = []
    for target in margin.targets:
        for name, code in zip(margin.questions, target.codes, strict=True):
            question = questionnaire.question(name)
            if not members(question, code):
                place = target.place if target.place != Place() else margin.place
                found.append(
                    problem(
                        "weights-unknown-code",
                        place,
                        question=name,
                        answer=code,
                        known=", ".join(_known(question)),
                    )
                )
    return found


def _known(question: Question) -> list[str]:
    if question.codes is None:
        return ["18-34", "-17", "75-"]
    nets = [net.name for net in question.codes.nets if net_members(question, net.name)]
    return [*question.codes.names, *nets]


def members(question: Question, code: str) -> tuple[str, ...]:
    """The codes that a target's code stands for: itself, those of a net; a range for a number."""
    if question.codes is None:
        match = _RANGE.match(code)
        return (code,) if match and (match[1] or match[2]) else ()
    if question.codes.has(code):
        return (code,)
    if any(net.name == code for net in question.codes.nets):
        return net_members(question, code)
    return ()


def limits(words: str) -> tuple[float, float]:
    """The ends of a range such as "18-34", "75-" or "-17", both within it."""
    match = _RANGE.match(words)
    if match is None:
        raise ValueError(words)
    low = float(match[1]) if match[1] else -np.inf
    return low, float(match[2]) if match[2] else np.inf


def _overlaps(questionnaire: Questionnaire, margin: Margin) -> list[Problem]:
    """Two categories of a margin that a person could both be in."""
    sets = [
        [
            _set(questionnaire.question(name), code)
            for name, code in zip(margin.questions, t, strict=True)
        ]
        for t in (target.codes for target in margin.targets)
    ]
    for first in range(len(sets)):
        for second in range(first):
            if all(_meet(a, b) for a, b in zip(sets[first], sets[second], strict=True)):
                one, other = (" ".join(margin.targets[i].codes) for i in (second, first))
                return [
                    problem(
                        "weights-overlap",
                        margin.place,
                        question=" ".join(margin.questions),
                        first=one,
                        second=other,
                    )
                ]
    return []


def _set(question: Question, code: str) -> frozenset[str] | tuple[float, float]:
    return limits(code) if question.codes is None else frozenset(members(question, code))


def _meet(a: frozenset[str] | tuple[float, float], b: frozenset[str] | tuple[float, float]) -> bool:
    if isinstance(a, tuple) and isinstance(b, tuple):
        return a[0] <= b[1] and b[0] <= a[1]
    return bool(set(a) & set(b))


# ---- from rows to cells


def table(questionnaire: Questionnaire, data: pl.DataFrame, margins: Sequence[Margin]) -> Table:
    """The weighting cells of some rows: their answers to the questions of all margins, crossed."""
    names = dict.fromkeys(name for margin in margins for name in margin.questions)
    variables = tuple(_variable(questionnaire.question(name), data, margins) for name in names)
    key = np.zeros(data.height, dtype=np.intp)
    for item in variables:
        key = key * len(item.names) + item.levels
    cells, where = np.unique(key, return_inverse=True)
    levels = np.empty((len(variables), len(cells)), dtype=np.intp)
    for place in range(len(variables) - 1, -1, -1):
        cells, levels[place] = np.divmod(cells, len(variables[place].names))
    return Table(variables, levels, where)


def split_by(found: Table, values: NDArray[np.float64]) -> Table:
    """The table with cells split so that everybody of a cell has the same value."""
    _, value = np.unique(values, return_inverse=True)
    pairs, where = np.unique(found.cell * (value.max(initial=0) + 1) + value, return_inverse=True)
    first = np.zeros(len(pairs), dtype=np.intp)
    first[where] = found.cell
    return replace(found, levels=found.levels[:, first], cell=where)


def _variable(question: Question, data: pl.DataFrame, margins: Sequence[Margin]) -> Variable:
    series = data[question.name]
    words = [
        target.codes[margin.questions.index(question.name)]
        for margin in margins
        if question.name in margin.questions
        for target in margin.targets
    ]
    if question.codes is None:
        return _number(question, series, words)
    names = question.codes.names
    place = series.cast(pl.String).cast(pl.Enum(names), strict=False).to_physical()
    levels = place.cast(pl.Int64).fill_null(len(names)).to_numpy().astype(np.intp)
    missing = {i for i, code in enumerate(question.codes.codes) if code.missing is not None}
    held = {word: frozenset(names.index(x) for x in members(question, word)) for word in words}
    missing -= {level for levels_ in held.values() for level in levels_}  # a target of its own
    return Variable(question.name, (*names, ""), levels, frozenset(missing | {len(names)}), held)


def _number(question: Question, series: pl.Series, words: Sequence[str]) -> Variable:
    """Numbers in the pieces that all ranges cut them into, so that ranges may overlap."""
    ranges = {word: limits(word) for word in words}
    starts = np.unique([low for low, _ in ranges.values()])
    ends = np.unique([high for _, high in ranges.values()])
    width, size = len(ends) + 1, (len(starts) + 1) * (len(ends) + 1)
    x = series.cast(pl.Float64).fill_null(float("nan")).to_numpy()
    levels = np.searchsorted(starts, x, "right") * width + np.searchsorted(ends, x, "left")
    levels = np.where(np.isnan(x), size, levels).astype(np.intp)
    held, names = {}, ["…"] * size + [""]
    for word, (low, high) in ranges.items():
        first, last = np.searchsorted(starts, low) + 1, np.searchsorted(ends, high)
        held[word] = frozenset(
            at for at in range(size) if at // width >= first and at % width <= last
        )
        for at in held[word]:
            names[at] = word if names[at] == "…" else names[at]
    return Variable(question.name, tuple(names), levels, frozenset({size}), held)


def categories(found: Table, margin: Margin) -> tuple[Ints, NDArray[np.bool_]]:
    """For each cell its category of a margin (NO_CATEGORY for none), and whether an answer to one
    of the margin's questions is missing."""
    place = {item.name: i for i, item in enumerate(found.variables)}
    category = np.full(found.size, NO_CATEGORY, dtype=np.intp)
    for number, target in enumerate(margin.targets):
        inside = np.ones(found.size, dtype=bool)
        for name, word in zip(margin.questions, target.codes, strict=True):
            levels = sorted(found.variables[place[name]].words[word])
            inside &= np.isin(found.levels[place[name]], levels)
        category[inside] = number
    absent = np.zeros(found.size, dtype=bool)
    for name in margin.questions:
        missing = sorted(found.variables[place[name]].missing)
        absent |= np.isin(found.levels[place[name]], missing)
    return category, absent
