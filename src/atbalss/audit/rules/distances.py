"""The distance between two groups of a list, told without their shares: `14 points lie between them`."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.finding import Finding, spot
from atbalss.audit.histories import hits
from atbalss.audit.lists import names
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.apart import GAP, LOOSE
from atbalss.audit.series import Result, Series, is_rest, series_of, years_in
from atbalss.audit.spread import against
from atbalss.audit.text import Sentence, Text, word_pattern

_APART = (
    rf"{GAP}|šķir|šķīra|pārsvar\w*|attālum\w*|aizmugurē|separat\w+|part(?:s|ed)?|advantage|distance|margin|divide[sd]?|lies? between|ahead of"
    r"|отдел\w+|преимуществ\w+|дистанци\w+|перевес\w*|отличает|впереди|позади"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Distances that the shares of the two groups that a sentence names deny."""
    apart = word_pattern(_APART)
    for sentence in text.prose:
        amount = _amount(sentence, text, claims)
        if amount is None or apart.search(sentence.text) is None:
            continue
        words = sentence.text
        if years_in(words) or word_pattern(text.words.last_wave).search(words):
            continue
        pairs = {
            (one.number.value, other.number.value): (one, other)
            for series in series_of(text, claims)
            if _near(sentence, series, text) and (pair := _two(series, sentence, text)) is not None
            for one, other in (pair,)
        }
        if len(pairs) == 1:
            yield from _against(text, sentence, amount, *next(iter(pairs.values())))


def _amount(sentence: Sentence, text: Text, claims: Claims) -> Number | None:
    """The one amount in points, or in percent that is no level, of a sentence without levels."""
    if claims.of(sentence):
        return None
    found = [n for n in numbers(sentence.text, text.lang) if n.unit is not Unit.NONE]
    if len(found) != 1 or found[0].ranged or not found[0].value:
        return None
    item = found[0]
    if regex.search(rf"{LOOSE}|[±<>≤≥]\s?$", sentence.text[: item.start], regex.IGNORECASE):
        return None
    if word_pattern(text.words.interval).search(sentence.text) or "±" in sentence.text:
        return None
    if item.unit is Unit.PERCENT and not is_change(item, sentence.text, text):
        return None
    return item if not year_of(item) else None


def _near(sentence: Sentence, series: Series, text: Text) -> bool:
    """Whether a list stands in the section of a sentence, before it or close behind it."""
    return text.sections[series.first] == sentence.section


def _two(series: Series, sentence: Sentence, text: Text) -> tuple[Result, Result] | None:
    """The two groups of a list that a sentence names by a word that no other has."""
    kept = [item for item in series.results if not is_rest(item.label, text)]
    if len(kept) < 2 or any(years_in(item.label) for item in kept):
        return None
    named = [names(item.label, text) for item in kept]
    said = names(sentence.text, text)
    found = []
    for place, item in enumerate(kept):
        own = named[place].difference(*named[:place], *named[place + 1 :])
        if own and hits(own, said) * (2 if series.table else 6) >= len(own):
            found.append(item)
    return (found[0], found[1]) if len(found) == 2 else None


def _against(
    text: Text, sentence: Sentence, amount: Number, one: Result, other: Result
) -> Iterator[Finding]:
    low, high = sorted((one, other), key=lambda item: item.number.value)
    at = spot(text, sentence, amount.start, amount.end)
    yield from against(text, at, (one.spot, other.spot), low.number, high.number, amount)
