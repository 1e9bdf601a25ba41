"""The options of a question as they are shown: filtered, and in a kept random order."""

from __future__ import annotations

import random
from collections.abc import Mapping

from atbalss.answers.evaluate import Context, evaluate, offered
from atbalss.answers.record import Answer, Record
from atbalss.answers.values import to_text
from atbalss.interview.checks import stands_alone
from atbalss.study.codes import Code, CodeRole
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire


def in_shown_order(
    questionnaire: Questionnaire,
    question: Question,
    record: Record,
    visible: Mapping[str, Answer],
    context: Context,
) -> tuple[Code, ...]:
    """The options offered, in the order shown to this respondent.

    A random order comes from the question's own seed, else from the context's seed, the record's
    id and the question (or its grid, whose items share one order); once an answer is taken it is
    kept. "Other", missing and exclusive options stay last, in the list's order.
    """
    codes = offered(question, visible, context=context, questionnaire=questionnaire)
    if not question.randomize:
        return codes
    kept = record.orders.get(question.name)
    if kept is not None:
        place = {name: index for index, name in enumerate(kept)}
        new = len(place)
        return tuple(sorted(codes, key=lambda c: (_stays_last(c), place.get(c.name, new))))
    last = [code for code in codes if _stays_last(code)]
    first = [code for code in codes if not _stays_last(code)]
    seed = _seed(questionnaire, question, record, visible, context)
    random.Random(seed).shuffle(first)  # noqa: S311 - an order, no secret
    return (*first, *last)


def _stays_last(code: Code) -> bool:
    return stands_alone(code) or code.role is not CodeRole.NORMAL


def _seed(
    questionnaire: Questionnaire,
    question: Question,
    record: Record,
    visible: Mapping[str, Answer],
    context: Context,
) -> str:
    if question.seed is not None:
        value = evaluate(question.seed, visible, context=context, questionnaire=questionnaire)
        if to_text(value):
            return to_text(value)
    return f"{context.seed}:{record.id}:{question.grid or question.name}"
