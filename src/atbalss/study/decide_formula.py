"""Rules as formulas over single answers: what can be decided, and what is left opaque.

An atom says something of one answer alone; whatever says more (arithmetic, dates, patterns, two
questions at once) is opaque: true or false, nobody knows which.
"""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.study.formulas import (
    Atom,
    Formula,
    Opaque,
    blank,
    every,
    is_handy,
    negated,
    some,
)
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import (
    Binary,
    Call,
    Column,
    Literal,
    Negative,
    Ref,
    Rule,
    Self,
)
from atbalss.study.values import Value, compare, compute, to_number, to_text, to_truth

_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
_ARITHMETIC = frozenset({"+", "-", "*", "div", "mod"})
FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "="}
_MOST_CASES = 64
_DEEPEST = 12  # calculations within calculations


@dataclass(frozen=True, slots=True)
class _Answer:
    """The answer to a question, as a value not known yet."""

    question: Question


@dataclass(frozen=True, slots=True)
class _Count:
    """How many codes an answer holds."""

    question: Question


_Simple = Value | _Answer | _Count
_Case = tuple[Formula, _Simple]


class _NoCasesError(Exception):
    """An expression whose value cannot be told case by case."""


class Translation:
    """Turns rules of one questionnaire into formulas."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self.questionnaire = questionnaire
        self.expanding: list[str] = []

    def formula(self, rule: Rule, own: str = "") -> Formula:
        """The truth of a rule; `own` is the question that `.` stands for.

        A rule that its calculations make very long is opaque.
        """
        try:
            found = self._formula(rule, own)
        except RecursionError:
            return Opaque(rule, own)
        return found if is_handy(found) else Opaque(rule, own)

    def _formula(self, rule: Rule, own: str = "") -> Formula:
        if isinstance(rule, Binary) and rule.op == "and":
            return every(self._formula(rule.left, own), self._formula(rule.right, own))
        if isinstance(rule, Binary) and rule.op == "or":
            return some(self._formula(rule.left, own), self._formula(rule.right, own))
        if isinstance(rule, Call):
            found = self._call(rule, own)
            if found is not None:
                return found
        try:
            if isinstance(rule, Binary) and rule.op in _COMPARISONS:
                return self._comparison(rule, own)
            cases = self.cases(rule, own)
            return some(*(every(when, self._truthy(rule, own, value)) for when, value in cases))
        except _NoCasesError:
            return Opaque(rule, own)

    def _call(self, rule: Call, own: str) -> Formula | None:
        if rule.name in ("true", "false"):
            return rule.name == "true"
        if rule.name == "not":
            return negated(self._formula(rule.args[0], own))
        if rule.name == "boolean":
            return self._formula(rule.args[0], own)
        if rule.name == "if":
            met = self._formula(rule.args[0], own)
            yes, no = (self._formula(arg, own) for arg in rule.args[1:])
            return some(every(met, yes), every(negated(met), no))
        if rule.name == "selected":
            if not isinstance(rule.args[1], Literal):
                return Opaque(rule, own)
            code = to_text(rule.args[1].value).strip()
            try:
                cases = self.cases(rule.args[0], own)
            except _NoCasesError:
                return Opaque(rule, own)
            return some(*(every(when, self._has(rule, own, value, code)) for when, value in cases))
        return None

    def _has(self, rule: Rule, own: str, value: _Simple, code: str) -> Formula:
        if isinstance(value, _Answer):
            decidable = value.question.kind in CHOICE_KINDS
            return Atom(value.question.name, "has", "=", code) if decidable else Opaque(rule, own)
        if isinstance(value, _Count):
            return Opaque(rule, own)
        return code in to_text(value).split()

    def _truthy(self, rule: Rule, own: str, value: _Simple) -> Formula:
        if isinstance(value, _Answer):
            answered = negated(blank(value.question))
            if value.question.kind not in NUMBER_KINDS:
                return answered
            return every(answered, negated(Atom(value.question.name, "number", "=", 0.0)))
        if isinstance(value, _Count):
            return negated(blank(value.question))
        return to_truth(value)

    def _comparison(self, rule: Binary, own: str) -> Formula:
        op = "=" if rule.op == "!=" else rule.op
        lefts, rights = self.cases(rule.left, own), self.cases(rule.right, own)
        if len(lefts) * len(rights) > _MOST_CASES:
            raise _NoCasesError
        whole = Opaque(Binary(op, rule.left, rule.right), own)
        found = some(
            *(
                every(one, other, self._compared(whole, op, left, right))
                for one, left in lefts
                for other, right in rights
            )
        )
        return negated(found) if rule.op == "!=" else found

    def _compared(self, whole: Opaque, op: str, left: _Simple, right: _Simple) -> Formula:
        if isinstance(right, _Answer | _Count):
            if not isinstance(left, _Answer | _Count):
                return self._compared(whole, FLIPPED[op], right, left)
            return _two_answers(whole, op, left, right)
        if isinstance(left, _Count):
            return Atom(left.question.name, "count", op, to_number(right))
        if isinstance(left, _Answer):
            return _answer_compared(whole, op, left.question, right)
        return compare(op, left, right)

    def cases(self, rule: Rule, own: str) -> list[_Case]:
        """The values that an expression can have, each with when it has it."""
        if isinstance(rule, Literal):
            return [(True, rule.value if isinstance(rule.value, str) else float(rule.value))]
        if isinstance(rule, Ref | Self):
            return self._answer(rule.name if isinstance(rule, Ref) else own)
        if isinstance(rule, Negative):
            return [(when, -_number(value)) for when, value in self.cases(rule.operand, own)]
        if isinstance(rule, Column):
            raise _NoCasesError
        if isinstance(rule, Binary) and rule.op in _ARITHMETIC:
            return self._computed(rule, own)
        if isinstance(rule, Call):
            found = self._called(rule, own)
            if found is not None:
                return found
        if isinstance(rule, Binary) or rule.name in ("not", "true", "false", "boolean", "selected"):
            met = self._formula(rule, own)
            return [(met, True), (negated(met), False)]
        raise _NoCasesError

    def _computed(self, rule: Binary, own: str) -> list[_Case]:
        lefts, rights = self.cases(rule.left, own), self.cases(rule.right, own)
        if len(lefts) * len(rights) > _MOST_CASES:
            raise _NoCasesError
        return [
            (every(one, other), compute(rule.op, _number(left), _number(right)))
            for one, left in lefts
            for other, right in rights
        ]

    def _called(self, rule: Call, own: str) -> list[_Case] | None:
        if rule.name == "if":
            met = self._formula(rule.args[0], own)
            yes, no = (self.cases(arg, own) for arg in rule.args[1:])
            if len(yes) + len(no) > _MOST_CASES:
                raise _NoCasesError
            chosen = [(every(met, when), value) for when, value in yes]
            return chosen + [(every(negated(met), when), value) for when, value in no]
        if rule.name == "count-selected":
            cases = self.cases(rule.args[0], own)
            if all(isinstance(value, _Answer) for _, value in cases):
                return [(when, _counted(value)) for when, value in cases]
        if rule.name in ("number", "string", "int", "round"):
            cases = self.cases(rule.args[0], own)
            if rule.name == "number":
                return [(when, _number(value)) for when, value in cases]
            if rule.name == "string":
                return [(when, _text(value)) for when, value in cases]
        return None

    def _answer(self, name: str) -> list[_Case]:
        question = self.questionnaire.by_name.get(name)
        if question is None or question.kind is Kind.NOTE:
            return [(True, "")]
        if question.kind is Kind.META:
            raise _NoCasesError
        if question.kind is Kind.CALCULATE:
            return self._calculated(question)
        if question.calculation is not None or question.read_only:
            raise _NoCasesError
        return [(True, _Answer(question))]

    def _calculated(self, question: Question) -> list[_Case]:
        """The values of a calculation, as texts, blank where it is off the route."""
        rule = question.calculation
        if rule is None or question.name in self.expanding or len(self.expanding) > _DEEPEST:
            raise _NoCasesError
        self.expanding.append(question.name)
        try:
            asked = True if question.asked_of is None else self._formula(question.asked_of)
            cases: list[_Case] = [
                (every(asked, when), _stored(value))
                for when, value in self.cases(rule, question.name)
            ]
        finally:
            self.expanding.pop()
        off = negated(asked)
        return cases if off is False else [*cases, (off, "")]


def _answer_compared(whole: Opaque, op: str, question: Question, value: Value) -> Formula:
    name, kind = question.name, question.kind
    if isinstance(value, bool):
        return whole
    if op == "=" and value == "":
        return blank(question)
    if kind in NUMBER_KINDS:
        number = to_number(value)
        return False if number != number else Atom(name, "number", op, number)
    if kind is Kind.SINGLE:
        if op == "=" and isinstance(value, str):
            return Atom(name, "is", "=", value)
        return Atom(name, "number", op, to_number(value))
    if op != "=" or not isinstance(value, str):
        return whole
    if kind is Kind.MULTIPLE:
        return _exactly(question, value)
    return Atom(name, "is", "=", value) if kind in (Kind.TEXT, Kind.ACKNOWLEDGE) else whole


def _exactly(question: Question, value: str) -> Formula:
    """That a multiple answer is exactly the codes of a text, in the list's order."""
    names = question.codes.names if question.codes is not None else ()
    wanted = value.split()
    in_order = [name for name in names if name in wanted]
    if in_order != wanted or " ".join(wanted) != value:
        return False
    chosen = [Atom(question.name, "has", "=", code) for code in wanted]
    return every(*chosen, Atom(question.name, "count", "=", float(len(wanted))))


def _two_answers(
    whole: Opaque, op: str, left: _Answer | _Count, right: _Answer | _Count
) -> Formula:
    """Whether two single choices have the same code; else opaque."""
    if not isinstance(left, _Answer) or not isinstance(right, _Answer) or op != "=":
        return whole
    one, other = left.question, right.question
    if one.kind is not Kind.SINGLE or other.kind is not Kind.SINGLE:
        return True if one == other else whole
    names = one.codes.names if one.codes is not None else ()
    shared = [name for name in names if other.codes is not None and other.codes.has(name)]
    if len(shared) > _MOST_CASES:
        return whole
    same = [
        every(Atom(one.name, "is", "=", name), Atom(other.name, "is", "=", name)) for name in shared
    ]
    return some(every(blank(one), blank(other)), *same)


def _counted(value: _Simple) -> _Simple:
    if not isinstance(value, _Answer) or value.question.kind not in CHOICE_KINDS:
        raise _NoCasesError
    return _Count(value.question)


def _stored(value: _Simple) -> _Simple:
    """What a calculation keeps: a text, or the answer it repeats."""
    if isinstance(value, _Answer) and value.question.kind not in NUMBER_KINDS:
        return value
    return _text(value)


def _number(value: _Simple) -> float:
    if isinstance(value, _Answer | _Count):
        raise _NoCasesError
    return to_number(value)


def _text(value: _Simple) -> str:
    if isinstance(value, _Answer | _Count):
        raise _NoCasesError
    return to_text(value)
