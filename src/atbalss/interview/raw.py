"""Raw answers, as a form or a keyboard gives them, read as values."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from atbalss.answers.missing import WORDS, missing_code
from atbalss.answers.record import Answer, from_text, in_list_order
from atbalss.interview.checks import at
from atbalss.problems import Problem
from atbalss.study.question import Kind, Question

Raw = str | Sequence[str] | None
CONFIRMED = "OK"
_YES = {"ok", "on", "true", "yes", "1"}
_FAULT_OF = {
    Kind.INTEGER: "interview-not-whole",
    Kind.DECIMAL: "interview-not-number",
    Kind.RANGE: "interview-not-number",
    Kind.DATE: "interview-not-date",
    Kind.TIME: "interview-not-time",
    Kind.DATETIME: "interview-not-moment",
}
_LOCAL_DATE = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})\.?", re.ASCII)
_SHORT_TIME = re.compile(r"(\d{1,2})[:.](\d{2})", re.ASCII)


def value_of(question: Question, raw: Raw) -> Answer | Problem | None:
    """The answer that raw input stands for, None if blank, or why it cannot be read.

    Decimal commas, dates such as 26.11.2024 and times such as 9:30 are understood. The words
    `_dont_know` and `_refused` become the list's own code where it has one.
    """
    given = [raw] if isinstance(raw, str) else list(raw or ())
    given = [words for words in (cleaned(item) for item in given) if words]
    if not given:
        return None
    if question.kind is Kind.MULTIPLE:
        return _codes(question, [code for item in given for code in item.split()])
    if len(set(given)) > 1:
        return at(question, "interview-one-only")
    words = given[0]
    if words in WORDS:
        why = WORDS[words]
        return missing_code(question, why) or why
    if question.kind is Kind.ACKNOWLEDGE:
        confirmed = words.lower() in _YES
        return CONFIRMED if confirmed else at(question, "interview-not-confirmed")
    try:
        return from_text(question, _written(question.kind, words))
    except (ValueError, OverflowError):
        return at(question, _FAULT_OF[question.kind])


def cleaned(words: str) -> str:
    """Text as it is kept: composed letters, plain line ends, no control characters."""
    text = unicodedata.normalize("NFC", words).replace("\r\n", "\n").replace("\r", "\n")
    kept = (sign for sign in text if sign in "\n\t" or unicodedata.category(sign) not in _DROPPED)
    return "".join(kept).strip()


_DROPPED = {"Cc", "Cs"}


def _codes(question: Question, codes: list[str]) -> Answer:
    found = []
    for code in codes:
        if code not in WORDS:
            found.append(code)
            continue
        own = missing_code(question, WORDS[code])
        if own is None:
            return WORDS[code]
        found.append(own)
    return in_list_order(question, found)


def _written(kind: Kind, words: str) -> str:
    if kind in (Kind.INTEGER, Kind.DECIMAL, Kind.RANGE):
        return words.replace("\u2212", "-").replace(",", ".", 1)
    if kind is Kind.DATE and (match := _LOCAL_DATE.fullmatch(words)):
        day, month, year = match.groups()
        return f"{year}-{int(month):02d}-{int(day):02d}"
    if kind is Kind.TIME and (match := _SHORT_TIME.fullmatch(words)):
        return f"{int(match.group(1)):02d}:{match.group(2)}"
    return words
