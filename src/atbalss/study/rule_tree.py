"""The tree of a rule: its nodes, walks over them, and the tree as XPath text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

_MAX_CHAIN = 24  # longer chains of `and` or `or` become balanced trees


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


LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
LEVEL = {op: number for number, ops in enumerate(LEVELS, start=1) for op in ops}
UNARY = len(LEVELS) + 1


def joined(op: str, operands: list[Rule]) -> Rule:
    """The operands joined by `and` or by `or`; a long chain as a balanced tree."""
    if len(operands) <= _MAX_CHAIN:
        return reduce(lambda left, right: Binary(op, left, right), operands)
    return _balanced(op, operands)


def _balanced(op: str, operands: list[Rule]) -> Rule:
    # leaves much shorter than _MAX_CHAIN: printed and read again, the tree stays as it is
    if len(operands) <= _MAX_CHAIN // 3:
        return joined(op, operands)
    half = len(operands) // 2
    return Binary(op, _balanced(op, operands[:half]), _balanced(op, operands[half:]))


def children(rule: Rule) -> tuple[Rule, ...]:
    """The rules directly inside a rule, left to right."""
    if isinstance(rule, Binary):
        return (rule.left, rule.right)
    if isinstance(rule, Negative):
        return (rule.operand,)
    return rule.args if isinstance(rule, Call) else ()


def walk(rule: Rule) -> Iterator[Rule]:
    """Every node of a rule, parents before children, left to right."""
    waiting = [rule]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(children(node)))


def depth(rule: Rule) -> int:
    """Levels of a rule: 1 for a literal or a reference."""
    deepest, waiting = 1, [(rule, 1)]
    while waiting:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        waiting.extend((child, level + 1) for child in children(node))
    return deepest


def references(rule: Rule) -> tuple[str, ...]:
    """Names of the questions that a rule reads, each once, in order of appearance."""
    names: dict[str, None] = {}
    for node in walk(rule):
        if isinstance(node, Ref):
            names[node.name] = None
        elif isinstance(node, Call) and (name := named_in_text(node)) is not None:
            names[name] = None
    return tuple(names)


def named_in_text(call: Call) -> str | None:
    """The question that `jr:choice-name(code, '${name}')` names inside its text, or None."""
    if call.name != "jr:choice-name" or not isinstance(call.args[1], Literal):
        return None
    match = re.fullmatch(r"\s*\$\{\s*([^{}]*?)\s*\}\s*", str(call.args[1].value))
    return match.group(1) if match else None


def functions(rule: Rule) -> tuple[str, ...]:
    """Names of the functions that a rule calls, each once, in order of appearance."""
    return tuple(dict.fromkeys(node.name for node in walk(rule) if isinstance(node, Call)))


def all_of(rules: Iterable[Rule | None]) -> Rule | None:
    """The rules joined by `and`, leaving out None; None if none is left."""
    present = [rule for rule in rules if rule is not None]
    return joined("and", present) if present else None


def split(rule: Rule, op: str) -> list[Rule]:
    """The operands of a chain of `and` (or of `or`), however it is nested."""
    if isinstance(rule, Binary) and rule.op == op:
        return split(rule.left, op) + split(rule.right, op)
    return [rule]


def to_xpath(rule: Rule) -> str:
    """A rule as XPath text, such that `parse` gives the same rule again."""
    if isinstance(rule, Literal):
        return quoted(rule.value) if isinstance(rule.value, str) else plain(rule.value)
    if isinstance(rule, Ref):
        return f"${{{rule.name}}}"
    if isinstance(rule, Self):
        return "."
    if isinstance(rule, Column):
        return rule.name
    if isinstance(rule, Call):
        return f"{rule.name}({', '.join(to_xpath(arg) for arg in rule.args)})"
    if isinstance(rule, Negative):
        return "-" + _bracketed(rule.operand, UNARY)
    level = LEVEL[rule.op]
    return f"{_bracketed(rule.left, level)} {rule.op} {_bracketed(rule.right, level + 1)}"


def _bracketed(rule: Rule, least: int) -> str:
    level = UNARY + 1
    if isinstance(rule, Binary):
        level = LEVEL[rule.op]
    elif isinstance(rule, Negative):
        level = UNARY
    return to_xpath(rule) if level >= least else f"({to_xpath(rule)})"


def quoted(words: str) -> str:
    """A text as an XPath literal; one that holds both kinds of quotes becomes a `concat`."""
    if "'" not in words:
        return f"'{words}'"
    if '"' not in words:
        return f'"{words}"'
    return "concat(" + ', "\'", '.join(f"'{part}'" for part in words.split("'")) + ")"


def plain(number: float) -> str:
    """A number as XPath writes it: no exponent, whole numbers without a point."""
    if number != number:
        return "NaN"
    if number in (float("inf"), float("-inf")):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number):
        return str(int(number))
    return format(Decimal(repr(float(number))), "f")
