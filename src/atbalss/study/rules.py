"""Rules: XLSForm's expression language as a small tree, parsed once.

`parse` reads it, `to_xpath` prints it back; evaluation on a record is `answers.evaluate`, on
columns `answers.select`, in words `study.rule_words`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text written in the rule."""

    value: float | str


@dataclass(frozen=True, slots=True)
class Ref:
    """The answer to another question: `${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Self:
    """The answer that is being checked: `.`."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function call: `selected(${a}, 'b')`."""

    name: str
    args: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Binary:
    """`left op right`, op one of `or and = != < <= > >= + - * div mod`."""

    op: str
    left: Rule
    right: Rule


@dataclass(frozen=True, slots=True)
class Negative:
    """Unary minus."""

    operand: Rule


@dataclass(frozen=True, slots=True)
class Column:
    """A bare name in a choice_filter: a column of the choices sheet."""

    name: str


Rule = Literal | Ref | Self | Call | Binary | Negative | Column
