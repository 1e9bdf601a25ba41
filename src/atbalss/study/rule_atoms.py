"""A rule as people read it: what is answered to which question, joined by and, or."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import reduce

from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Binary, Call, Literal, Negative, Ref, Rule, Self

Bound = tuple[str, float]
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_DEEPEST = 3  # calculations within calculations that words still tell
_DAY_KINDS = frozenset({Kind.DATE, Kind.DATETIME})


@dataclass(frozen=True, slots=True)
class Atom:
    """One statement: `rule` holds, or (not `positive`) does not; `kind` says what that means.

    `question` is None for the own answer.

    choice: the answer is (one of) `codes`, or all of them where `every`; number, count, length:
    between `low` and `high`; date: `op` against `day` (blank: today); answered; opaque: `rule`.
    """

    kind: str
    rule: Rule
    positive: bool = True
    question: Question | None = None
    codes: tuple[str, ...] = ()
    every: bool = False
    low: Bound | None = None
    high: Bound | None = None
    op: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Statements joined by `and` or by `or`."""

    op: str
    parts: tuple[Node, ...]


Node = Atom | Joined | bool


def statements(rule: Rule, questionnaire: Questionnaire) -> Node:
    """The rule as statements, negations pushed to them, those on one question merged."""
    return _Reading(questionnaire).logic(rule, positive=True)


class _Reading:
    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.within = 0  # calculations that are being read

    def logic(self, rule: Rule, *, positive: bool) -> Node:
        if isinstance(rule, Binary) and rule.op in ("and", "or"):
            op = rule.op if positive else {"and": "or", "or": "and"}[rule.op]
            parts = (self.logic(rule.left, positive=positive),)
            return join(op, (*parts, self.logic(rule.right, positive=positive)))
        if isinstance(rule, Call) and rule.name == "not":
            return self.logic(rule.args[0], positive=not positive)
        if isinstance(rule, Call) and rule.name == "boolean":
            return self.logic(rule.args[0], positive=positive)
        if isinstance(rule, Call) and rule.name in ("true", "false"):
            return (rule.name == "true") is positive
        if isinstance(rule, Binary) and rule.op in _FLIPPED:
            return self.comparison(rule, positive=positive)
        return self.statement(rule, positive=positive)

    def statement(self, rule: Rule, *, positive: bool) -> Node:
        opaque = Atom("opaque", rule, positive)
        if isinstance(rule, Call) and rule.name == "selected":
            code = rule.args[1]
            if isinstance(code, Literal) and self.is_answer(rule.args[0]):
                names = (_text(code).strip(),)
                question = self.question(rule.args[0])
                return Atom("choice", rule, positive, question, names)
        if isinstance(rule, Ref | Self) and self.is_answer(rule):
            return _answered(rule, self.question(rule), positive=positive)
        return opaque

    def comparison(self, rule: Binary, *, positive: bool) -> Node:
        op, left, right = rule.op, rule.left, rule.right
        if isinstance(left, Literal) or _is_today(left):
            op, left, right = _FLIPPED[op], right, left
        if op == "!=":
            op, positive = "=", not positive
            rule = Binary(op, left, right)
        decided = self.calculated(op, left, right)
        if decided is not None and self.within < _DEEPEST:
            self.within += 1
            node = self.logic(decided[0], positive=positive is decided[1])
            self.within -= 1
            return node
        opaque = Atom("opaque", rule, positive)
        if isinstance(left, Call) and left.name in ("count-selected", "string-length"):
            kind = "count" if left.name == "count-selected" else "length"
            value = _value(right)
            if value is None or not self.is_answer(left.args[0]):
                return opaque
            question = self.question(left.args[0])
            if kind == "count" and (op, value) in ((">=", 1.0), (">", 0.0)):
                return _answered(left.args[0], question, positive=positive)
            if kind == "count" and (op, value) in (("=", 0.0), ("<", 1.0), ("<=", 0.0)):
                return _answered(left.args[0], question, positive=not positive)
            return _bounded(kind, rule, op, value, question, positive=positive)
        if not self.is_answer(left):
            return opaque
        return self.against(rule, op, left, right, positive=positive) or opaque

    def against(
        self, rule: Rule, op: str, left: Rule, right: Rule, *, positive: bool
    ) -> Atom | None:
        """What it means that an answer is compared with a literal or with today."""
        question = self.question(left)
        if _is_today(right):
            return Atom("date", rule, positive, question, op=op)
        if not isinstance(right, Literal):
            day = _day(right)
            return Atom("date", rule, positive, question, op=op, day=day) if day else None
        if op == "=" and right.value == "":
            return _answered(left, question, positive=not positive)
        if question is not None and question.kind in _DAY_KINDS and _is_day(_text(right)):
            return Atom("date", rule, positive, question, op=op, day=_text(right))
        if op == "=" and _is_named(question, right):
            return Atom("choice", rule, positive, question, (_text(right),))
        value = _value(right)
        return (
            None
            if value is None
            else _bounded("number", rule, op, value, question, positive=positive)
        )

    def calculated(self, op: str, left: Rule, right: Rule) -> tuple[Rule, bool] | None:
        """For `${c} = 1` where c is `if(condition, 1, 0)`: the condition, and whether it holds."""
        if op != "=" or not isinstance(left, Ref) or not isinstance(right, Literal):
            return None
        question = self.questionnaire.by_name.get(left.name)
        rule = question.calculation if question is not None else None
        if not isinstance(rule, Call) or rule.name != "if":
            return None
        yes, no = rule.args[1:]
        if not isinstance(yes, Literal) or not isinstance(no, Literal) or _text(yes) == _text(no):
            return None
        if _text(right) == _text(yes):
            return rule.args[0], True
        return (rule.args[0], False) if _text(right) == _text(no) else None

    def is_answer(self, rule: Rule) -> bool:
        """Whether a rule is the own answer or an answer to a question that has a label."""
        if isinstance(rule, Self):
            return True
        question = self.question(rule)
        return question is not None and bool(question.label or question.short_label)

    def question(self, rule: Rule) -> Question | None:
        return self.questionnaire.by_name.get(rule.name) if isinstance(rule, Ref) else None


def join(op: str, parts: tuple[Node, ...]) -> Node:
    """Parts joined by `op`: flat, constants dropped, statements on one question merged."""
    flat: list[Node] = []
    for part in parts:
        if isinstance(part, bool):
            if part is (op == "or"):
                return part
            continue
        flat.extend(part.parts if isinstance(part, Joined) and part.op == op else [part])
    merged: list[Node] = []
    for part in flat:
        for at, earlier in enumerate(merged):
            both = _merged(op, earlier, part)
            if both is not None:
                merged[at] = both
                break
        else:
            merged.append(part)
    if not merged:
        return op == "and"
    return merged[0] if len(merged) == 1 else Joined(op, tuple(merged))


def _answered(answer: Rule, question: Question | None, *, positive: bool) -> Atom:
    return Atom("answered", Binary("!=", answer, Literal("")), positive, question)


def as_rule(node: Node) -> Rule:
    """Statements as a rule again."""
    if isinstance(node, bool):
        return Call("true" if node else "false")
    if isinstance(node, Atom):
        return node.rule if node.positive else Call("not", (node.rule,))
    parts = [as_rule(part) for part in node.parts]
    return reduce(lambda left, right: Binary(node.op, left, right), parts)


def _merged(op: str, one: Node, other: Node) -> Atom | None:
    if not isinstance(one, Atom) or not isinstance(other, Atom) or one == other:
        return one if isinstance(one, Atom) and one == other else None
    alike = (one.kind, one.positive, one.question) == (other.kind, other.positive, other.question)
    if not alike:
        return None
    if one.kind == "choice":
        return _merged_choice(op, one, other)
    if op == "and" and one.positive and one.kind in ("number", "count", "length"):
        if one.low and other.high and not (one.high or other.low):
            return replace(one, high=other.high, rule=Binary(op, one.rule, other.rule))
        if one.high and other.low and not (one.low or other.high):
            return replace(other, high=one.high, rule=Binary(op, one.rule, other.rule))
    return None


def _merged_choice(op: str, one: Atom, other: Atom) -> Atom | None:
    codes = tuple(dict.fromkeys((*one.codes, *other.codes)))
    if op == ("or" if one.positive else "and") and not (one.every or other.every):
        return replace(one, codes=codes, rule=Binary("or", one.rule, other.rule))
    several = one.question is not None and one.question.kind is Kind.MULTIPLE
    single_codes = (len(one.codes) == 1 or one.every) and len(other.codes) == 1
    if op == "and" and one.positive and several and single_codes:
        return replace(one, codes=codes, every=True, rule=Binary(op, one.rule, other.rule))
    return None


def _bounded(
    kind: str, rule: Rule, op: str, value: float, question: Question | None, *, positive: bool
) -> Atom:
    low = (op, value) if op in (">", ">=", "=") else None
    high = (op, value) if op in ("<", "<=") else None
    return Atom(kind, rule, positive, question, low=low, high=high, op=op)


def _is_named(question: Question | None, right: Literal) -> bool:
    """Whether `= literal` names a code or a text, not an amount."""
    if question is None:
        return isinstance(right.value, str) and _value(right) is None
    if question.codes is not None:
        return question.codes.has(_text(right))
    return isinstance(right.value, str) and question.kind not in NUMBER_KINDS


def _is_today(rule: Rule) -> bool:
    return isinstance(rule, Call) and rule.name == "today"


def _is_day(words: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", words) is not None


def _day(rule: Rule) -> str:
    if isinstance(rule, Call) and rule.name == "date" and isinstance(rule.args[0], Literal):
        return _text(rule.args[0]) if _is_day(_text(rule.args[0])) else ""
    return ""


def _text(rule: Literal) -> str:
    if isinstance(rule.value, str):
        return rule.value
    return str(int(rule.value)) if rule.value.is_integer() else str(rule.value)


def _value(rule: Rule) -> float | None:
    if not isinstance(rule, Literal):
        if isinstance(rule, Negative) and (value := _value(rule.operand)) is not None:
            return -value
        return None
    try:
        return float(rule.value)
    except ValueError:
        return None
