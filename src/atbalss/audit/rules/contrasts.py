"""Two groups compared by a multiple that the list before denies: `three times as many`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.multiples import multiple_in
from atbalss.audit.rules.sided import near_by, two_named
from atbalss.audit.series import series_of, years_in
from atbalss.audit.sides import Sides, sides
from atbalss.audit.text import Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Multiples that are wrong where a sentence compares two groups of a list without their shares."""
    known = sides(text, claims)
    done = {pair.sentence.order for pair in known}
    for pair in (*known, *_by_series(text, claims, done)):
        many = multiple_in(pair.sentence.text, text.lang)
        if many is not None and pair.apart:
            yield from _times(text, claims, pair, many)


def _by_series(text: Text, claims: Claims, done: set[int]) -> Iterator[Sides]:
    """Two groups of any series near by that a sentence with a multiple names."""
    for sentence in text.prose:
        many = multiple_in(sentence.text, text.lang)
        if sentence.order in done or many is None or claims.of(sentence) or years_in(sentence.text):
            continue
        said = names(sentence.text, text)
        found = {}
        for series in series_of(text, claims):
            if not near_by(sentence, series, text) or any(
                years_in(r.label) for r in series.results
            ):
                continue
            pair = two_named(series, said, sentence.text, text)
            if pair is not None:
                found[(pair[0].number.value, pair[1].number.value)] = pair
        if len(found) == 1:
            one, other = next(iter(found.values()))
            entries = (
                Entry(frozenset(), one.number, one.spot),
                Entry(frozenset(), other.number, other.spot),
            )
            yield Sides(sentence, entries, many[1].start(), many[1].end())


_OTHERS = regex.pattern(
    r"(?<!\w)(?:nekā|kā|than|as|чем)\s(?:[^\W\d]+\s){0,2}?(?:cit(?:s|a|i|as|u|iem|ām|os|ās)|pārēj\w+|vidēj\w+|others?|the rest|(?:anyone|everyone|anybody|everybody) else|average|друг\w+|остальн\w+|прочи\w+|средн\w+)(?!\w)",
    regex.IGNORECASE,
)


def _times(
    text: Text, claims: Claims, pair: Sides, many: tuple[float, re.Match[str]]
) -> Iterator[Finding]:
    """`three times as many readers among the younger`, where the list gives 36 % and 9 %."""
    if len(claims.of(pair.sentence)) == 2:
        return  # read where its levels stand
    factor, match = many
    words = pair.sentence.text
    if regex.search(r"\d", words[: match.start()] + words[match.end() :]):
        return  # of what these numbers count
    if word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.counted}").search(words):
        return
    if _OTHERS.search(words[match.end() :]):
        return  # than all the others, whose share is not told
    low, high = sorted(entry.number.value for entry in pair.entries)
    half = pair.entries[0].number.step / 2
    if not low:
        return
    least, most = (high - half) / (low + half), (high + half) / max(low - half, 0.1)
    if least <= factor * 1.2 and most >= factor * 0.85:
        return
    at = spot(text, pair.sentence, match.start(), match.end())
    shown = [entry.number.shown for entry in pair.entries]
    others = tuple(entry.spot for entry in pair.entries)
    yield finding(
        text, "value-difference", at, others, code="times-and-levels",
        words=match.group(0), earlier=shown[0], later=shown[1], right=f"{high / low:.1f}",
    )  # fmt: skip
