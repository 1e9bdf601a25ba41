"""Two groups of a list set against each other, without their shares, by a multiple or a distance that these deny."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.multiples import multiple_in
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.apart import GAP, LOOSE
from atbalss.audit.rules.sided import near_by, two_named
from atbalss.audit.series import Result, series_of, years_in
from atbalss.audit.spread import against
from atbalss.audit.text import Sentence, Text, word_pattern

_APART = (
    rf"{GAP}|šķir|šķīra|pārsvar\w*|attālum\w*|aizmugurē|separat\w+|part(?:s|ed)?|advantage|distance|margin|divide[sd]?|lies? between|ahead of"
    r"|отдел\w+|преимуществ\w+|дистанци\w+|перевес\w*|отличает|впереди|позади"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Multiples and distances that are wrong of the only two groups that a sentence names."""
    for sentence in text.prose:
        words = sentence.text
        if claims.of(sentence) or years_in(words):
            continue
        many, amount = multiple_in(words, text.lang), _amount(sentence, text)
        if many is None and amount is None:
            continue
        pair = _pair(sentence, text, claims)
        if pair is None or word_pattern(text.words.last_wave).search(words):
            continue
        if many is not None:
            yield from _times(text, sentence, pair, many)
        if amount is not None and text.sections[pair[0].spot.block] == sentence.section:
            low, high = sorted(pair, key=lambda item: item.number.value)
            at = spot(text, sentence, amount.start, amount.end)
            spots = (pair[0].spot, pair[1].spot)
            yield from against(text, at, spots, low.number, high.number, amount)


def _amount(sentence: Sentence, text: Text) -> Number | None:
    """The one distance of a sentence, in points, or in percent that is no level."""
    found = [n for n in numbers(sentence.text, text.lang) if n.unit is not Unit.NONE]
    if len(found) != 1 or found[0].ranged or not found[0].value:
        return None
    if word_pattern(_APART).search(sentence.text) is None:
        return None
    item = found[0]
    if regex.search(rf"{LOOSE}|[±<>≤≥]\s?$", sentence.text[: item.start], regex.IGNORECASE):
        return None
    if word_pattern(text.words.interval).search(sentence.text) or "±" in sentence.text:
        return None
    is_level = item.unit is Unit.PERCENT and not is_change(item, sentence.text, text)
    return None if is_level else item


def _pair(sentence: Sentence, text: Text, claims: Claims) -> tuple[Result, Result] | None:
    """The two groups of the lists near by that a sentence names, where they have two shares in all."""
    said, found = names(sentence.text, text), {}
    for series in series_of(text, claims):
        dated = any(years_in(item.label) for item in series.results)
        if near_by(sentence, series, text) and not dated:
            pair = two_named(series, said, sentence.text, text)
            if pair is not None:
                found[(pair[0].number.value, pair[1].number.value)] = pair
    return next(iter(found.values())) if len(found) == 1 else None


_OTHERS = regex.any_case(
    r"(?<!\w)(?:nekā|kā|than|as|чем)\s(?:[^\W\d]+\s){0,2}?(?:cit(?:s|a|i|as|u|iem|ām|os|ās)|pārēj\w+|vidēj\w+|others?|the rest|(?:anyone|everyone|anybody|everybody) else|average|друг\w+|остальн\w+|прочи\w+|средн\w+)(?!\w)"
)


def _times(
    text: Text, sentence: Sentence, pair: tuple[Result, Result], many: tuple[float, re.Match[str]]
) -> Iterator[Finding]:
    """`three times as many readers among the younger`, where the list gives 36 % and 9 %."""
    factor, match = many
    words = sentence.text
    if regex.search(r"\d", words[: match.start()] + words[match.end() :]):
        return  # of what these numbers count
    if word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.counted}").search(words):
        return
    if _OTHERS.search(words[match.end() :]):
        return  # than all the others, whose share is not told
    low, high = sorted(item.number.value for item in pair)
    half = pair[0].number.step / 2
    if low in (0, high):
        return
    least, most = (high - half) / (low + half), (high + half) / max(low - half, 0.1)
    if least <= factor * 1.2 and most >= factor * 0.85:
        return
    at = spot(text, sentence, match.start(), match.end())
    one, other = pair
    yield finding(
        text, "value-difference", at, (one.spot, other.spot), code="times-and-levels",
        words=match.group(0), earlier=one.number.shown, later=other.number.shown,
        right=f"{high / low:.1f}",
    )  # fmt: skip
