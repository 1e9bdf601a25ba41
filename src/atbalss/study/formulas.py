"""Formulas: statements on single answers and opaque rules, joined by not, all and some."""

from __future__ import annotations

import operator
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.study.question import Question
from atbalss.study.rules import Rule

_LONGEST, _HIGHEST = 5_000, 200  # nodes and levels of a formula
COUNT_OPS = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Atom:
    """What one answer is: `has` a code, `is` a text, compares as a `number`, `count` of codes."""

    question: str
    kind: str
    op: str
    value: float | str


@dataclass(frozen=True, slots=True)
class Opaque:
    """A rule whose truth cannot be decided here; equal rules have equal truth."""

    rule: Rule
    own: str


@dataclass(frozen=True, slots=True)
class Not:
    """What does not hold."""

    part: Formula


@dataclass(frozen=True, slots=True)
class All:
    """What holds together."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """What holds at least once."""

    parts: tuple[Formula, ...]


Formula = bool | Atom | Opaque | Not | All | Some


def negated(part: Formula) -> Formula:
    """What holds exactly when `part` does not."""
    if isinstance(part, bool):
        return not part
    return part.part if isinstance(part, Not) else Not(part)


def every(*parts: Formula) -> Formula:
    """All of the parts, constants dropped."""
    if any(part is False for part in parts):
        return False
    kept = tuple(part for part in parts if part is not True)
    return kept[0] if len(kept) == 1 else All(kept) if kept else True


def some(*parts: Formula) -> Formula:
    """At least one of the parts, constants dropped."""
    if any(part is True for part in parts):
        return True
    kept = tuple(part for part in parts if part is not False)
    return kept[0] if len(kept) == 1 else Some(kept) if kept else False


def leaves(formula: Formula) -> Iterator[Atom | Opaque]:
    """All atoms and opaque rules of a formula, left to right."""
    if isinstance(formula, Atom | Opaque):
        yield formula
    elif isinstance(formula, Not):
        yield from leaves(formula.part)
    elif isinstance(formula, All | Some):
        for part in formula.parts:
            yield from leaves(part)


def is_handy(formula: Formula) -> bool:
    """Whether a formula is neither too long nor too deep to be walked again and again."""
    waiting: list[tuple[Formula, int]] = [(formula, 1)]
    for _ in range(_LONGEST):
        if not waiting:
            return True
        part, depth = waiting.pop()
        if depth > _HIGHEST:
            return False
        if isinstance(part, Not):
            waiting.append((part.part, depth + 1))
        elif isinstance(part, All | Some):
            waiting += [(inner, depth + 1) for inner in part.parts]
    return False


def blank(question: Question) -> Formula:
    """That a question has no answer."""
    return Atom(question.name, "is", "=", "")
