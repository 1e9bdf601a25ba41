"""A rule over one record, with the semantics of XPath 1.0 as XLSForm tools use it.

The answer to a number question is a number, to any other a text: a code, codes parted by blanks
in the list's order, an ISO date. No answer, and "hard to say" to a question without codes, is the
blank text, whose number is NaN. Time and chance come in by `Context`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from random import Random

from atbalss.answers.calls import clock_text, pure
from atbalss.answers.missing import missing_code
from atbalss.answers.record import Answer, as_text
from atbalss.study.codes import Code, Missing
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import (
    Binary,
    Call,
    Literal,
    Negative,
    Ref,
    Rule,
    Self,
    named_in_text,
    to_xpath,
)
from atbalss.study.values import NAN, Value, compare, compute, to_number, to_text, to_truth

__all__ = ["Context", "Value", "evaluate", "offered", "read", "truth"]


@dataclass(frozen=True, slots=True)
class Context:
    """What rules may know beside answers: the day, the moment, chance, the language spoken.

    `random()` draws from `seed` and from the rule it stands in: the same context and rule give
    the same number; a caller who wants other numbers elsewhere passes another seed.
    """

    today: date = date(2000, 1, 1)
    now: datetime = datetime(2000, 1, 1)  # noqa: DTZ001 - moments are on the local clock
    seed: int = 0
    lang: str = ""
    uuid: str = "00000000-0000-4000-8000-000000000000"


@dataclass(frozen=True, slots=True)
class _Scope:
    answers: Mapping[str, Answer]
    own: Answer | None
    context: Context
    questionnaire: Questionnaire
    columns: Mapping[str, str] = field(default_factory=dict)
    rule: Rule | None = None


def evaluate(
    rule: Rule,
    answers: Mapping[str, Answer],
    *,
    own: Answer | None = None,
    context: Context,
    questionnaire: Questionnaire,
    columns: Mapping[str, str] | None = None,
) -> Value:
    """The value of a rule: a number, a text or a truth.

    `own` is the answer that `.` stands for; `columns` are the columns of one option in a
    choice_filter. Names that the questionnaire does not have read as blank.
    """
    return _value(rule, _Scope(answers, own, context, questionnaire, columns or {}, rule))


def truth(
    rule: Rule,
    answers: Mapping[str, Answer],
    *,
    own: Answer | None = None,
    context: Context,
    questionnaire: Questionnaire,
    columns: Mapping[str, str] | None = None,
) -> bool:
    """Whether a rule holds, under the same arguments as `evaluate`."""
    value = evaluate(
        rule, answers, own=own, context=context, questionnaire=questionnaire, columns=columns
    )
    return to_truth(value)


def offered(
    question: Question,
    answers: Mapping[str, Answer],
    *,
    context: Context,
    questionnaire: Questionnaire,
) -> tuple[Code, ...]:
    """The options of a choice question that its choice_filter leaves, in the list's order."""
    if question.codes is None:
        return ()
    rule = question.choice_filter
    if rule is None:
        return question.codes.codes
    return tuple(
        code
        for code in question.codes.codes
        if truth(
            rule,
            answers,
            own=answers.get(question.name),
            context=context,
            questionnaire=questionnaire,
            columns=option_columns(code, context.lang or questionnaire.langs[0]),
        )
    )


def option_columns(code: Code, lang: str) -> dict[str, str]:
    """What a choice_filter may read of one option: its name, its label and its own columns."""
    return {**code.filters, "name": code.name, "label": code.label.get(lang)}


def read(question: Question | None, answer: Answer | None) -> Value:
    """An answer as rules see it: a number, or a text; blank where there is none."""
    if isinstance(answer, Missing):
        return (missing_code(question, answer) or "") if question is not None else ""
    if answer is None or isinstance(answer, bool):
        return "" if answer is None else to_text(answer)
    if isinstance(answer, tuple):
        names = question.codes.names if question is not None and question.codes else ()
        known = [name for name in names if name in answer]
        return " ".join(known + [code for code in answer if code not in names])
    if isinstance(answer, int | float):
        as_number = question is None or question.kind in NUMBER_KINDS
        return float(answer) if as_number else as_text(float(answer))
    if isinstance(answer, time):
        return clock_text(answer)
    return as_text(answer)


def _value(rule: Rule, scope: _Scope) -> Value:
    if isinstance(rule, Binary):
        return _binary(rule, scope)
    if isinstance(rule, Call):
        return _call(rule, scope)
    if isinstance(rule, Literal):
        return rule.value if isinstance(rule.value, str) else float(rule.value)
    if isinstance(rule, Ref):
        question = scope.questionnaire.by_name.get(rule.name)
        if question is None or question.kind is Kind.NOTE:
            return ""
        return read(question, scope.answers.get(rule.name))
    if isinstance(rule, Self):
        return read(None, scope.own)
    if isinstance(rule, Negative):
        return -to_number(_value(rule.operand, scope))
    return scope.columns.get(rule.name, "")


def _binary(rule: Binary, scope: _Scope) -> Value:
    if rule.op == "and":
        return to_truth(_value(rule.left, scope)) and to_truth(_value(rule.right, scope))
    if rule.op == "or":
        return to_truth(_value(rule.left, scope)) or to_truth(_value(rule.right, scope))
    left, right = _value(rule.left, scope), _value(rule.right, scope)
    if rule.op in ("+", "-", "*", "div", "mod"):
        return compute(rule.op, left, right)
    return compare(rule.op, left, right)


def _call(call: Call, scope: _Scope) -> Value:
    context = scope.context
    if call.name == "if":
        met = to_truth(_value(call.args[0], scope))
        return _value(call.args[1 if met else 2], scope)
    if call.name == "today":
        return context.today.isoformat()
    if call.name == "now":
        return context.now.replace(tzinfo=None).isoformat()
    if call.name == "random":
        return Random(f"{context.seed}:{to_xpath(scope.rule or call)}").random()  # noqa: S311
    if call.name == "uuid":
        length = to_number(_value(call.args[0], scope)) if call.args else NAN
        return context.uuid[: int(length)] if 0 <= length < 100 else context.uuid
    if call.name == "version":
        return scope.questionnaire.version
    if call.name == "once":
        kept = read(None, scope.own)
        return kept if to_text(kept) else _value(call.args[0], scope)
    if call.name == "jr:choice-name":
        return _choice_name(call, scope)
    function = pure(call.name)
    if function is None:
        raise ValueError(f"no function {call.name}()")
    return function([_value(arg, scope) for arg in call.args])


def _choice_name(call: Call, scope: _Scope) -> str:
    name = named_in_text(call)
    question = scope.questionnaire.by_name.get(name) if name else None
    code = to_text(_value(call.args[0], scope)).strip()
    if question is None or question.codes is None or not question.codes.has(code):
        return ""
    return question.codes.code(code).label.get(scope.context.lang or scope.questionnaire.langs[0])
