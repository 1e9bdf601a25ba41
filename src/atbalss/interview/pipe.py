"""Fills: `${name}` in a text becomes the answer in words. Plain text, never markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Answer, number_text
from atbalss.study.codes import Missing
from atbalss.study.decimals import marked
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import FILL, Text


def fill(
    text: Text,
    questionnaire: Questionnaire,
    visible: Mapping[str, Answer],
    context: Context,
) -> str:
    """A text in the context's language, each `${name}` filled with the answer on the route.

    A blank answer, an unknown name and an answer off the route fill with nothing. What comes in
    is printed as it is and never read again: neither as markup nor as another fill.
    """
    lang = context.lang or questionnaire.langs[0]

    def of(match: re.Match[str]) -> str:
        question = questionnaire.by_name.get(match.group(1))
        if question is None:
            return ""
        return in_words(question, visible.get(question.name), lang)

    return FILL.sub(of, text.get(lang))


def in_words(question: Question, answer: Answer | None, lang: str) -> str:
    """An answer as people read it: labels of options, numbers and dates as the language writes."""
    if answer is None or isinstance(answer, Missing):
        return ""
    if isinstance(answer, tuple):
        return ", ".join(_label(question, code, lang) for code in answer)
    if isinstance(answer, datetime):
        return f"{_day(answer.date(), lang)} {answer:%H:%M}"
    if isinstance(answer, date):
        return _day(answer, lang)
    if isinstance(answer, time):
        return f"{answer:%H:%M}"
    if isinstance(answer, int | float):
        return marked(number_text(float(answer)), lang)
    return _label(question, answer, lang)


def _label(question: Question, code: str, lang: str) -> str:
    if question.codes is None or not question.codes.has(code):
        return code
    return question.codes.code(code).label.get(lang) or code


def _day(day: date, lang: str) -> str:
    words = f"{day.day:02d}.{day.month:02d}.{day.year:04d}"
    return {"lv": words + ".", "ru": words}.get(lang, day.isoformat())
