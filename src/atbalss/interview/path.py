"""The path: which questions are asked, as a function of questionnaire and answers alone.

Answers off the path are kept and marked; rules see them as blank.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atbalss.answers.evaluate import Context, evaluate, truth
from atbalss.answers.order import names_in, steps
from atbalss.answers.record import Answer, Record, from_text
from atbalss.answers.values import to_text
from atbalss.interview.checks import hard
from atbalss.study.question import ASKED_KINDS, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class Walk:
    """What rules see: names reached, answers on the route, and values the machine computes.

    `computed` has every question that nobody answers; None where its value is blank.
    """

    reached: frozenset[str]
    visible: Mapping[str, Answer]
    computed: Mapping[str, Answer | None]


@dataclass(frozen=True, slots=True)
class Path:
    """The way through a questionnaire.

    `reached` names the questions and notes that are asked, `off_route` the answered ones that are
    not, `next` the first that waits for an answer, `again` the answered ones that an earlier
    answer, changed since, has made impossible. `complete`: nothing waits.
    """

    reached: tuple[str, ...]
    off_route: tuple[str, ...]
    next: str | None
    complete: bool
    again: tuple[str, ...] = ()


def path(
    questionnaire: Questionnaire, record: Record, context: Context, seen: Walk | None = None
) -> Path:
    """The path of a record; it changes nothing. `seen`: the walk of this record, if it is known."""
    seen = seen or walk(questionnaire, record, context)
    reached, off_route, again = [], [], []
    waiting = None
    for question in questionnaire.questions:
        name = question.name
        if question.kind not in ASKED_KINDS:
            continue
        if name not in seen.reached:
            if name in record.answers:
                off_route.append(name)
            continue
        reached.append(name)
        if _is_doubtful(questionnaire, question, seen, context):
            again.append(name)
        elif not _waits(questionnaire, question, record, seen, context):
            continue
        waiting = waiting or name
    return Path(tuple(reached), tuple(off_route), waiting, waiting is None, tuple(again))


def walk(questionnaire: Questionnaire, record: Record, context: Context) -> Walk:
    """Look at each question once, after those that its route needs."""
    reached: set[str] = set()
    visible: dict[str, Answer] = {}
    computed: dict[str, Answer | None] = {}
    routes: dict[int | None, bool] = {}
    for step in steps(questionnaire):
        question, on_route = step.question, routes.get(step.route)
        if question.asked_of is None:
            on_route = True
        elif on_route is None:
            on_route = truth(
                question.asked_of, visible, context=context, questionnaire=questionnaire
            )
            if step.route is not None:
                routes[step.route] = on_route
        answer = record.answers.get(question.name)
        if is_computed(question):
            own = _computed(questionnaire, question, answer, visible, context)
            answer = own if on_route else None
            computed[question.name] = answer
        if not on_route:
            continue
        reached.add(question.name)
        if answer is not None:
            visible[question.name] = answer
    return Walk(frozenset(reached), visible, computed)


def is_computed(question: Question) -> bool:
    """Whether the machine and nobody else gives the answer."""
    if question.kind in (Kind.CALCULATE, Kind.META):
        return True
    has_value = question.calculation is not None or question.default is not None
    return question.read_only and question.kind is not Kind.NOTE and has_value


def is_put(question: Question) -> bool:
    """Whether a question is put to the respondent: not computed, nor known from the sample."""
    return question.kind in ASKED_KINDS and question.role is not Role.SAMPLE


def _computed(
    questionnaire: Questionnaire,
    question: Question,
    held: Answer | None,
    visible: Mapping[str, Answer],
    context: Context,
) -> Answer | None:
    if question.kind is Kind.META:
        return _meta(question, held, context)
    if question.kind is Kind.CALCULATE:
        rule = question.calculation or question.default
    else:
        rule = question.calculation if question.calculation is not None else question.default
    if rule is None:
        return held
    value = evaluate(rule, visible, own=held, context=context, questionnaire=questionnaire)
    return readable(question, to_text(value))


def readable(question: Question, text: str) -> Answer | None:
    """The answer that a computed text stands for; None where it does not fit the question."""
    try:
        return from_text(question, text)
    except ValueError:
        return None


def _meta(question: Question, held: Answer | None, context: Context) -> Answer | None:
    now = context.now.replace(tzinfo=None).isoformat()
    if question.meta == "end":
        return now
    if held is not None:
        return held
    return {"start": now, "today": context.today.isoformat()}.get(question.meta)


def _waits(
    questionnaire: Questionnaire,
    question: Question,
    record: Record,
    seen: Walk,
    context: Context,
) -> bool:
    if not is_put(question):
        return False
    if question.name in seen.visible and not is_computed(question):
        return False
    if question.name not in record.passed:
        return True
    return is_required(questionnaire, question, seen.visible, context)


def is_required(
    questionnaire: Questionnaire,
    question: Question,
    visible: Mapping[str, Answer],
    context: Context,
) -> bool:
    """Whether a question may not be left blank."""
    if question.required is None or question.kind is Kind.NOTE or question.read_only:
        return False
    own = visible.get(question.name)
    return truth(question.required, visible, own=own, context=context, questionnaire=questionnaire)


def _is_doubtful(
    questionnaire: Questionnaire, question: Question, seen: Walk, context: Context
) -> bool:
    """Whether an answer on the route fails a check that depends on other answers."""
    answer = seen.visible.get(question.name)
    if answer is None or not is_put(question) or is_computed(question):
        return False
    if not names_in(question.constraint, question.choice_filter):
        return False
    return bool(hard(questionnaire, question, answer, seen.visible, context))
