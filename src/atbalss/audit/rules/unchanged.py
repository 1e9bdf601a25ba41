"""`It has stayed the same` of a quantity that two waves put far apart, told away from its levels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.histories import History, histories, shares_of
from atbalss.audit.numbers import Number, numbers, year_of
from atbalss.audit.rules.retraced import rows_named
from atbalss.audit.rules.untested import margin_of_two
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.words_course import EXCEPT, SAME
from atbalss.study.decimals import marked

_FEWEST = (
    400  # persons, where the report tells none: a difference beyond their error is no standstill
)


@cache
def _same(lang: str) -> Pattern[str]:
    return word_pattern(SAME[lang])


@cache
def _except(lang: str) -> Pattern[str]:
    return word_pattern(EXCEPT[lang])


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Words of standstill that two levels far beyond sampling error deny."""
    known = histories(text, claims)
    for sentence in text.prose:
        match = _same(text.lang).search(sentence.text)
        if match is None or _except(text.lang).search(sentence.text) or "?" in sentence.text:
            continue
        levels = _levels(sentence, known, text, claims)
        if levels is None or not _far_apart(*levels, claims):
            continue
        at = spot(text, sentence, match.start(), match.end())
        earlier, later = (marked(item.shown, text.lang) for item in levels)
        yield finding(text, "trend-word", at, words=match.group(0), earlier=earlier, later=later)


def _levels(
    sentence: Sentence, known: Sequence[History], text: Text, claims: Claims
) -> tuple[Number, Number] | None:
    """The two levels that a sentence of standstill is about: its own two, or those of the row it names."""
    found = claims.of(sentence)
    values = [claim.number.value for claim in found]
    if len(found) == 2:
        fits = [item for item in known if sentence.order not in item.orders]
        pairs = [item for item in fits if shares_of(values, item) and values[0] != values[1]]
        return (found[0].number, found[1].number) if pairs else None
    rest = [item for item in numbers(sentence.text, text.lang) if not year_of(item)]
    if found or rest:
        return None
    rows = rows_named(sentence, (0, len(sentence.text)), known, text)
    if len(rows) != 1 or len(rows[0].levels) != 2 or len(rows[0].named) < 2:
        return None
    return rows[0].levels[0].number, rows[0].latest.number


def _far_apart(earlier: Number, later: Number, claims: Claims) -> bool:
    persons = claims.base if claims.base >= 30 else _FEWEST
    apart = abs(later.value - earlier.value)
    margin = margin_of_two(earlier.value, later.value, persons, persons)
    return apart - max(earlier.step, later.step) / 2 > margin
