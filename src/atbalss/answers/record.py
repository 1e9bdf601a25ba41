"""One respondent's answers, and the convention that writes an answer as text (`answers.csv`)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from atbalss.answers.missing import WORDS
from atbalss.study.codes import Missing
from atbalss.study.question import Kind, Question

Answer = str | tuple[str, ...] | int | float | date | time | datetime | Missing

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_LARGEST_WHOLE = 2**53
LARGEST = 1e15
"""No number beyond it is an answer: doubles no longer tell its neighbours apart."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that was changed: what it was before and after (None: no answer).

    `reason` is why a soft check had been overridden for the answer before.
    """

    question: str
    before: Answer | None
    after: Answer | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """All that one respondent said. Never changed in place, and nothing in it is ever deleted.

    `answers` holds only questions with an answer, those off the route too; `reasons` why a soft
    check was overridden, by question; `orders` the order in which randomised options were shown;
    `passed` the notes read and the optional questions left blank.
    """

    id: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    lang: str = ""
    reasons: Mapping[str, str] = field(default_factory=dict)
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()
    passed: tuple[str, ...] = ()

    def with_answer(self, name: str, answer: Answer | None) -> Record:
        """The record with one answer set (None takes it back); the old one is kept in `changes`."""
        before = self.answers.get(name)
        if same(before, answer):
            return self
        answers = {key: value for key, value in self.answers.items() if key != name}
        reasons = {key: value for key, value in self.reasons.items() if key != name}
        if answer is not None:
            answers[name] = answer
        changes = self.changes
        if before is not None:
            changes = (*changes, Change(name, before, answer, self.reasons.get(name, "")))
        return replace(self, answers=answers, reasons=reasons, changes=changes)


def same(one: Answer | None, other: Answer | None) -> bool:
    """Whether two answers are the same value of the same type."""
    return type(one) is type(other) and one == other


def as_text(answer: Answer | None) -> str:
    """An answer as `answers.csv` writes it: codes parted by blanks, ISO dates, `_refused`."""
    if answer is None:
        return ""
    if isinstance(answer, Missing):
        return f"_{answer.value}"
    if isinstance(answer, tuple):
        return " ".join(answer)
    if isinstance(answer, float):
        return number_text(answer)
    if isinstance(answer, date | time):
        return answer.isoformat()
    return str(answer)


def number_text(value: float) -> str:
    """A number as short text that reads back as the same number: 3, 2.5."""
    if value.is_integer() and abs(value) < _LARGEST_WHOLE:
        return str(int(value))
    return repr(value)


def from_text(question: Question, text: str) -> Answer | None:
    """The answer that `text` stands for in a question; None if blank.

    Codes of a multiple question come in the list's order, each once. Times with an offset keep
    the time on the clock and drop the offset. ValueError where the text is no value of the kind;
    whether a code belongs to the list is not looked at.
    """
    kind = question.kind
    if kind not in (Kind.TEXT, Kind.CALCULATE, Kind.META):
        text = text.strip()
    if not text.strip():
        return None
    if text.strip() in WORDS and kind not in (Kind.CALCULATE, Kind.META):
        return WORDS[text.strip()]
    if kind is Kind.MULTIPLE:
        return in_list_order(question, text.split())
    if kind in (Kind.INTEGER, Kind.DECIMAL, Kind.RANGE):
        return _number(question, text)
    if kind is Kind.DATE:
        return datetime.fromisoformat(text).date()
    if kind is Kind.TIME:
        return time.fromisoformat(text).replace(tzinfo=None)
    if kind is Kind.DATETIME:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    return text


def in_list_order(question: Question, codes: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Codes each once, in the order of the question's list; unknown ones last, as they came."""
    names = question.codes.names if question.codes is not None else ()
    known = tuple(name for name in names if name in codes)
    return known + tuple(dict.fromkeys(code for code in codes if code not in names))


def _number(question: Question, text: str) -> int | float:
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    value = float(text)
    if not abs(value) <= LARGEST:
        raise ValueError(text)
    if question.kind is Kind.INTEGER:
        whole = int(text) if re.fullmatch(r"[+-]?\d+", text) else int(value)
        if whole != value:
            raise ValueError(text)
        return whole
    return value
