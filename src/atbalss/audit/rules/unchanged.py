"""`It has stayed the same`, `it has risen` of a row of a table that says otherwise, told without its levels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from re import Pattern

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.histories import History, histories, shares_of
from atbalss.audit.numbers import Number, numbers, year_of
from atbalss.audit.rules.concluded import direction
from atbalss.audit.rules.retraced import rows_named
from atbalss.audit.rules.unmoved import row_told
from atbalss.audit.rules.untested import margin_of_two
from atbalss.audit.shifts import is_deed
from atbalss.audit.spans import earlier_waves
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
    tables = {item.section for item in known if not item.orders}
    for sentence in text.prose:
        match = _same(text.lang).search(sentence.text)
        if match is None and sentence.section in tables and not claims.of(sentence):
            yield from _against_row(sentence, known, text)
        if match is None or _except(text.lang).search(sentence.text) or "?" in sentence.text:
            continue
        levels = _levels(sentence, known, text, claims)
        if levels is None or not _far_apart(*levels, claims):
            continue
        at = spot(text, sentence, match.start(), match.end())
        earlier, later = (marked(item.shown, text.lang) for item in levels)
        yield finding(text, "trend-word", at, words=match.group(0), earlier=earlier, later=later)


_BETTER = re.compile(  # better may be less
    r"improv|worsen|deterior|uzlab|paslikt|улучш|ухудш|lost|los|gain|won|win|weak|strength|vājin|stiprin",
    re.IGNORECASE,
)


def _against_row(sentence: Sentence, known: Sequence[History], text: Text) -> Iterator[Finding]:
    """A rise of the one row that a sentence names, which has fallen, or the other way."""
    words = sentence.text
    if "?" in words or word_pattern(text.words.tested).search(words):
        return
    rows = row_told(sentence, known, text)
    said = direction(words, text) if rows else None
    if said is None or any(not year_of(item) for item in numbers(words, text.lang)):
        return
    if _BETTER.match(said[0]) or is_deed(words, said) or _except(text.lang).search(words):
        return
    years = earlier_waves(words, rows[0].waves, text)
    if years is None and len(rows[0].waves) > 2:
        return
    earlier, later = rows[0].levels[0], rows[0].latest
    if years is not None:
        if len(years) != 1:
            return
        earlier = rows[0].at(years[0])
    if (later.number.value - earlier.number.value) * said[1] < 0:
        at = spot(text, sentence, said[2], said[2] + len(said[0]))
        shown = [marked(level.number.shown, text.lang) for level in (earlier, later)]
        yield finding(
            text, "trend-word", at, (later.spot,), words=said[0], earlier=shown[0], later=shown[1]
        )


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
