"""A change called growth or decline that the stated number of answers cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

from atbalss.audit.changes import changes
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern

_Z = 1.96


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Changes within the margin of chance even if the earlier wave had no error at all."""
    base = claims.base
    if base < 30 or base > 5000:
        return
    told: set[int] = set()
    for change in changes(text, claims):
        if not change.direction or change.later.unit is not Unit.PERCENT:
            continue
        if word_pattern(text.words.tested).search(change.sentence.text) or change.difference == 0:
            continue
        if (change.difference > 0) != (change.direction > 0):
            continue  # the trend word itself is wrong
        margin = margin_of(change.later.value, base)
        if abs(change.difference) + change.step / 2 < margin and change.sentence.order not in told:
            told.add(change.sentence.order)
            at = spot(text, change.sentence, change.earlier.start, change.later.end)
            shown = abs(change.difference)
            yield _told(text, at, change.verb, shown, base, margin, change.later.digits)
    for sentence, words, item, share in _brackets(text, claims):
        margin = margin_of(share, base)
        if item.value + item.step / 2 < margin and sentence.order not in told:
            told.add(sentence.order)
            at = spot(text, sentence, item.start, item.end)
            yield _told(text, at, words, item.value, base, margin, item.digits)


def margin_of(percent: float, base: int) -> float:
    """Half the 95 % interval of a share of `base` persons, in points: 1.96 sqrt(p(1-p)/n)."""
    share = min(max(percent / 100, 0.5 / base), 1 - 0.5 / base)
    return 100 * _Z * sqrt(share * (1 - share) / base)


def _told(
    text: Text, at: object, words: str, amount: float, base: int, margin: float, digits: int
) -> Finding:
    shown, least = f"{amount:.{digits}f}", f"{margin:.1f}"
    if text.lang != "en":
        shown, least = shown.replace(".", ","), least.replace(".", ",")
    return finding(text, "untested-change", at, words=words, amount=shown, base=base, margin=least)  # type: ignore[arg-type]


def _brackets(text: Text, claims: Claims) -> Iterator[tuple[Sentence, str, Number, float]]:
    """`less used (-7 points)` in a sentence with a trend word, with the share it changed."""
    for sentence in text.prose:
        if word_pattern(text.words.tested).search(sentence.text):
            continue
        signed = [
            item
            for item in numbers(sentence.text, text.lang)
            if item.sign and item.unit in (Unit.PERCENT, Unit.POINTS)
        ]
        levels = claims.of(sentence)
        if len(signed) != 1 or len(levels) > 1:
            continue
        item = signed[0]
        less = r"mazāk tiek|biežāk tiek|retāk tiek|used less|used more|реже|чаще"
        verb = word_pattern(f"{text.words.rise}|{text.words.fall}|{less}").search(
            sentence.text[: item.start]
        )
        if verb is None or (item.unit is Unit.POINTS and not _of_share(sentence.text, item, text)):
            continue
        share = levels[0].number.value if levels else _share_before(text, claims, sentence)
        if share is not None and re.search(r"\([+−–-]\s?$", sentence.text[: item.start]):
            yield sentence, verb.group(0), item, share


def _of_share(words: str, item: Number, text: Text) -> bool:
    """Whether points are percentage points, not points of a scale."""
    printed = words[item.start : item.end]
    return bool(re.search(r"procent|percent|проц|p\.\s?p|pp|п\.\s?п", printed, re.IGNORECASE))


def _share_before(text: Text, claims: Claims, sentence: Sentence) -> float | None:
    """A share near 50 % has the widest margin; take the narrowest that the text allows."""
    near = [
        claim.number.value
        for claim in claims.levels
        if claim.sentence.block == sentence.block or 0 < sentence.block - claim.sentence.block <= 3
    ]
    if not near:
        return None
    said = set(stems(sentence.text, text.lang))
    for claim in reversed(claims.levels):
        close = 0 <= sentence.block - claim.sentence.block <= 3
        if close and 0 < len(set(claim.about)) <= 2 and set(claim.about) <= said:
            return claim.number.value
    return max(near, key=lambda value: abs(value - 50))
