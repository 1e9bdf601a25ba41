"""Two groups compared: a difference that their n cannot show, an amount or a multiple that is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.multiples import multiple_in
from atbalss.audit.rules.untested import is_tested, margin_of_two, told
from atbalss.audit.sides import Sides, sides
from atbalss.audit.text import Text, word_pattern
from atbalss.study.decimals import marked

_SURE = {  # the document says that what it tells was tested
    "lv": r"(?:minēt\w+|tikai|visas?) (?:\w+ ){0,4}(?:atšķirīb|izmaiņ)\w+ (?:\w+ ){0,4}(?:nozīmīg|pārsniedz)\w*",
    "en": r"(?:only|all) (?:\w+ ){0,5}(?:differences|changes) (?:\w+ ){0,6}(?:significant|exceed|beyond|larger)\w*",
    "ru": r"(?:только|все) (?:\w+ ){0,5}(?:различия|изменения) (?:\w+ ){0,5}(?:значим|превыша)\w*",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """What is wrong where a sentence compares two groups of a list, or of its own."""
    tested = word_pattern(_SURE[text.lang]).search(text.whole) is not None
    for pair in sides(text, claims):
        if not pair.apart:
            continue
        many = multiple_in(pair.sentence.text, text.lang)
        if many is not None:
            yield from _times(text, claims, pair, many)
            continue
        if re.search(r"\d", pair.words) or tested or is_tested(text, pair.sentence):
            continue
        yield from _unproved(text, pair)


def _unproved(text: Text, pair: Sides) -> Iterator[Finding]:
    one, other = (entry.number for entry in pair.entries)
    if not all(20 <= base <= 5000 for base in pair.bases):
        return
    margin = margin_of_two(one.value, other.value, *pair.bases)
    if pair.apart + max(one.step, other.step) / 2 < margin:
        at = spot(text, pair.sentence, pair.start, pair.end)
        digits = max(one.digits, other.digits)
        yield told(text, at, pair.words, pair.apart, min(pair.bases), margin, digits)


def _times(
    text: Text, claims: Claims, pair: Sides, many: tuple[float, re.Match[str]]
) -> Iterator[Finding]:
    """`three times as many readers among the younger`, where the list gives 36 % and 9 %."""
    if len(claims.of(pair.sentence)) == 2:
        return  # read where its levels stand
    factor, match = many
    words = pair.sentence.text
    if re.search(r"\d", words[: match.start()] + words[match.end() :]):
        return  # of what these numbers count
    if word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.counted}").search(words):
        return
    low, high = sorted(entry.number.value for entry in pair.entries)
    half = pair.entries[0].number.step / 2
    if not low:
        return
    least, most = (high - half) / (low + half), (high + half) / max(low - half, 0.1)
    if least <= factor * 1.2 and most >= factor * 0.85:
        return
    at = spot(text, pair.sentence, match.start(), match.end())
    shown = [marked(entry.number.shown, text.lang) for entry in pair.entries]
    right = marked(f"{high / low:.1f}", text.lang)
    others = tuple(entry.spot for entry in pair.entries)
    yield finding(
        text, "value-difference", at, others, code="times-and-levels",
        words=match.group(0), earlier=shown[0], later=shown[1], right=right,
    )  # fmt: skip
