"""What answers there are to tell apart: each domain cut down to what the atoms can see."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from atbalss.study.codes import Code, CodeList
from atbalss.study.formulas import Atom
from atbalss.study.question import Bounds, Kind, Question
from atbalss.study.values import to_number

OTHER_TEXT = "…"


@dataclass(frozen=True, slots=True)
class Variable:
    """One thing to choose: a whole answer, one code of several, or how many `others` of them."""

    question: str
    code: str | None = None
    others: bool = False


@dataclass(frozen=True, slots=True)
class Several:
    """A multiple question: codes that atoms name, and the other codes, told apart by number only.

    `most` is how many others are worth choosing: one more than any count that an atom asks about.
    """

    question: str
    named: tuple[str, ...]
    others: tuple[str, ...]
    most: int

    def domains(self) -> dict[Variable, tuple[float, ...]]:
        """All that is to choose in this question, with its values: 0 and 1, or a number."""
        found: dict[Variable, tuple[float, ...]] = {
            Variable(self.question, code): (0.0, 1.0) for code in self.named
        }
        if self.others:
            numbers = tuple(float(number) for number in range(self.most + 1))
            found[Variable(self.question, others=True)] = numbers
        return found


def several(question: Question, atoms: Iterable[Atom]) -> Several:
    """How the codes of a multiple question are told apart by the atoms about it."""
    listed = question.codes.names if question.codes is not None else ()
    wanted = {str(atom.value) for atom in atoms if atom.kind == "has"}
    counts = [to_number(atom.value) for atom in atoms if atom.kind == "count"]
    most = max((math.ceil(count) + 1 for count in counts if math.isfinite(count)), default=1)
    others = tuple(code for code in listed if code not in wanted)
    named = tuple(code for code in listed if code in wanted)
    return Several(question.name, named, others, max(1, min(most, len(others))))


def single(question: Question, atoms: Iterable[Atom]) -> list[str]:
    """Codes of a single question that atoms or its filter tell apart; the blank answer last."""
    codes = question.codes if question.codes is not None else CodeList("")
    named, by_number = set(), False
    for atom in atoms:
        named.add(str(atom.value))
        by_number = by_number or atom.kind == "number"
    found: dict[object, str] = {}
    for code in codes.codes:
        alike = None if question.choice_filter is None else filter_columns(code)
        key: object = ("other", alike)
        if code.name in named or by_number or " " in code.name:
            key = code.name
        found.setdefault(key, code.name)
    return [*found.values(), ""]


def filter_columns(code: Code) -> tuple[tuple[str, str], ...]:
    """The columns by which a filter can tell an option from others, but for its name."""
    return tuple(sorted((key, cell) for key, cell in code.filters.items() if key != "name"))


def text(atoms: Iterable[Atom]) -> list[str]:
    """Texts that atoms tell apart, one other text, and the blank answer last."""
    literals = {str(atom.value) for atom in atoms if atom.kind == "is"}
    other = OTHER_TEXT
    while other in literals:
        other += OTHER_TEXT
    return [*sorted(word for word in literals if word.strip()), other, ""]


def whole(question: Question, atoms: Iterable[Atom]) -> list[float | str]:
    """Whole numbers, one at least from each region between the constants; blank last."""
    constants = {0.0} | {float(a.value) for a in atoms if a.kind == "number"}
    constants = {value for value in constants if math.isfinite(value)}
    if question.bounds is not None:
        return [*_lattice(question.bounds, constants), ""]
    found = {
        float(near + step)
        for value in constants
        for near in (math.floor(value), math.ceil(value))
        for step in (-1, 0, 1)
    }
    return [*sorted(found), ""]


def _lattice(bounds: Bounds, constants: set[float]) -> list[float]:
    """Values of a range question, one at least from each region between the constants."""
    steps = math.floor((bounds.end - bounds.start) / bounds.step + 1e-9)
    places = {0, steps}
    for value in constants:
        near = math.floor((value - bounds.start) / bounds.step)
        places |= {near - 1, near, near + 1, near + 2}
    kept = sorted(place for place in places if 0 <= place <= steps)
    return [float(bounds.start + place * bounds.step) for place in kept]


def real(atoms: Iterable[Atom]) -> list[float | str]:
    """Decimal numbers: each constant, one from each gap between them and beyond; blank last."""
    points = sorted(
        {0.0} | {float(a.value) for a in atoms if a.kind == "number" and _finite(a.value)}
    )
    gaps = [(one + other) / 2 for one, other in pairwise(points)]
    return [points[0] - 1, *sorted({*points, *gaps}), points[-1] + 1, ""]


def _finite(value: float | str) -> bool:
    return math.isfinite(to_number(value))


def scalar(question: Question, atoms: list[Atom]) -> list[float | str]:
    """The answers of any question but a multiple one that its atoms can tell apart."""
    if question.kind is Kind.SINGLE:
        return [*single(question, atoms)]
    if question.kind is Kind.DECIMAL:
        return real(atoms)
    if question.kind in (Kind.INTEGER, Kind.RANGE):
        return whole(question, atoms)
    return [*text(atoms)]
