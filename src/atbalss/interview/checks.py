"""Checks of an answer: hard ones that it must meet, soft ones that a reason may override."""

from __future__ import annotations

from collections.abc import Mapping

from atbalss.answers.evaluate import Context, offered, truth
from atbalss.answers.missing import is_missing
from atbalss.answers.record import Answer, number_text
from atbalss.interview.pipe import fill
from atbalss.problems import Place, Problem, problem
from atbalss.study.codes import Code, Missing
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Question
from atbalss.study.questionnaire import Questionnaire

LONGEST = 10_000  # characters of a text answer
_NEARLY = 1e-9


def hard(
    questionnaire: Questionnaire,
    question: Question,
    answer: Answer,
    visible: Mapping[str, Answer],
    context: Context,
) -> tuple[Problem, ...]:
    """Why an answer cannot be taken; "hard to say" and "refused" meet every condition."""
    if isinstance(answer, Missing):
        return ()
    if question.kind in CHOICE_KINDS:
        found = _choice_faults(questionnaire, question, answer, visible, context)
        if found:
            return found
    if is_missing(question, answer):
        return ()
    if question.kind in NUMBER_KINDS and isinstance(answer, int | float):
        found = _range_faults(question, answer, context)
        if found:
            return found
    if isinstance(answer, str) and len(answer) > LONGEST:
        return (at(question, "interview-too-long", limit=LONGEST),)
    rule = question.constraint
    if rule is None or truth(
        rule, visible, own=answer, context=context, questionnaire=questionnaire
    ):
        return ()
    message = fill(question.constraint_message, questionnaire, visible, context)
    if message:
        return (at(question, "interview-constraint-own", message=message),)
    return (at(question, "interview-constraint"),)


def soft(
    questionnaire: Questionnaire,
    question: Question,
    answer: Answer,
    visible: Mapping[str, Answer],
    context: Context,
) -> tuple[Problem, ...]:
    """Why an answer looks unusual; it may be kept with a reason."""
    rule = question.soft_constraint
    if rule is None or is_missing(question, answer):
        return ()
    if truth(rule, visible, own=answer, context=context, questionnaire=questionnaire):
        return ()
    message = fill(question.soft_message, questionnaire, visible, context)
    if message:
        return (at(question, "interview-soft-own", message=message),)
    return (at(question, "interview-soft"),)


def at(question: Question, code: str, **args: object) -> Problem:
    """A problem at a question: its name stands in the column of the place."""
    return problem(code, Place(column=question.name), **args)


def stands_alone(code: Code) -> bool:
    """Whether an option of a multiple question excludes all others."""
    return code.exclusive or code.missing is not None


def _choice_faults(
    questionnaire: Questionnaire,
    question: Question,
    answer: Answer,
    visible: Mapping[str, Answer],
    context: Context,
) -> tuple[Problem, ...]:
    given = answer if isinstance(answer, tuple) else (str(answer),)
    options = offered(question, visible, context=context, questionnaire=questionnaire)
    names = {code.name for code in options}
    for name in given:
        if name not in names:
            return (at(question, "interview-not-offered", value=name[:60]),)
    if len(given) < 2:
        return ()
    for code in options:
        if code.name in given and stands_alone(code):
            label = fill(code.label, questionnaire, visible, context) or code.name
            return (at(question, "interview-exclusive", label=label),)
    return ()


def _range_faults(question: Question, answer: int | float, context: Context) -> tuple[Problem, ...]:
    bounds = question.bounds
    if bounds is None:
        return ()
    low, high = sorted((bounds.start, bounds.end))
    if not low <= answer <= high:
        ends = {"low": number_text(float(low)), "high": number_text(float(high))}
        return (at(question, "interview-out-of-range", **ends),)
    step = abs(bounds.step)
    if step:
        steps = (answer - bounds.start) / step
        if abs(steps - round(steps)) > _NEARLY * max(1.0, abs(steps)):
            low_text, step_text = number_text(float(bounds.start)), number_text(float(step))
            return (at(question, "interview-off-step", low=low_text, step=step_text),)
    return ()
