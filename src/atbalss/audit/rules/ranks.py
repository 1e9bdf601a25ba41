"""Superlatives and "followed by" against the other numbers of the sentence or its table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.two_values import _row_of as row_of
from atbalss.audit.rules.two_values import _values as values_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.report.words import find_ranks


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rank words that a larger (or smaller, or equal) number beside them denies."""
    for sentence in text.prose:
        items = _comparable(sentence, text)
        if len(items) < 1:
            continue
        yield from _followed(text, sentence, items)
        yield from _least_or_most(text, sentence, items)
        yield from _majority_beside(text, claims, sentence)
    yield from _of_table(text, claims)


def _comparable(sentence: Sentence, text: Text) -> list[Number]:
    """The levels of a sentence if all are of one unit and one wave; else none."""
    found = numbers(sentence.text, text.lang)
    if any(1990 <= item.value <= 2039 and not item.digits for item in found):
        return []
    if word_pattern(text.words.last_wave).search(sentence.text):
        return []
    percents = [
        item for item in found if item.unit is Unit.PERCENT and not item.sign and not item.ranged
    ]
    if percents:
        return percents
    return [
        item for item in found if item.digits and item.unit is not Unit.PERCENT and not item.sign
    ]


def _followed(text: Text, sentence: Sentence, items: list[Number]) -> Iterator[Finding]:
    """`A (24 %), followed by B (36 %)`."""
    for match in word_pattern(text.words.followed).finditer(sentence.text):
        if not match.group(0).strip():
            continue
        before = [item for item in items if item.end <= match.start()]
        after = [item for item in items if item.start >= match.end()]
        if not before or not after or match.start() - before[-1].end > 40:
            continue
        if ";" in sentence.text[before[-1].end : after[0].start]:
            continue
        if after[0].value > before[-1].value and after[0].start - match.end() < 90:
            yield _denied(text, sentence, match.group(0).strip(), before[-1], after[0])


def _least_or_most(text: Text, sentence: Sentence, items: list[Number]) -> Iterator[Finding]:
    """`A 85 %, B 65 % and least of all C - 70 %`: the last one must be the extreme."""
    if len(items) < 3 or word_pattern(text.words.group).search(sentence.text):
        return
    ranks = [rank for rank in find_ranks(sentence.text, text.lang) if rank[0] in ("top", "bottom")]
    if len(ranks) != 1:
        return
    kind, words, start = ranks[0]
    before = [item for item in items if item.end <= start]
    after = [item for item in items if item.start >= start]
    if (
        len(before) < 2
        or len(after) != 1
        or re.search(r"[;:]", sentence.text[before[-1].end : after[0].start])
    ):
        return
    if not re.search(
        r"\s(?:un|and|и|bet|but|а|savukārt)\s(?:\w+\s){0,2}$", sentence.text[:start], re.I
    ):
        return
    least = kind == "bottom"
    worse = [
        item
        for item in before
        if (item.value < after[0].value) == least and item.value != after[0].value
    ]
    if worse:
        yield _denied(text, sentence, words, after[0], worse[0])


def _majority_beside(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`most often (24 %), less often (36 %)`: a "less often" that is more."""
    found = claims.of(sentence)
    if len(found) != 2 or word_pattern(text.words.group).search(sentence.text):
        return
    ranks = [rank for rank in find_ranks(sentence.text, text.lang) if rank[0] == "top"]
    lesser = list(word_pattern(text.words.less_often).finditer(sentence.text))
    if len(ranks) != 1 or len(lesser) != 1:
        return
    one, other = found[0].number, found[1].number
    if ranks[0][2] < one.start < lesser[0].start() < other.start and other.value > one.value:
        yield _denied(text, sentence, ranks[0][1], one, other)


def _denied(text: Text, sentence: Sentence, words: str, one: Number, other: Number) -> Finding:
    at = spot(text, sentence, min(one.start, other.start), max(one.end, other.end))
    first, second = one.shown, other.shown
    if text.lang != "en":
        first, second = first.replace(".", ","), second.replace(".", ",")
    return finding(text, "rank-word", at, words=words, value=first, other=second)


def _of_table(text: Text, claims: Claims) -> Iterator[Finding]:
    """`most often price (24 %)` against the table of the same section, ties included."""
    for claim in claims.levels:
        sentence = claim.sentence
        if len(claims.of(sentence)) != 1 or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        ranks = [
            rank for rank in find_ranks(sentence.text, text.lang) if rank[0] in ("top", "bottom")
        ]
        if len(ranks) != 1 or word_pattern(text.words.group).search(sentence.text) or claim.years:
            continue
        near = [
            index
            for index, block in enumerate(text.blocks)
            if block.kind is Kind.TABLE
            and text.sections[index] == sentence.section
            and len(block.rows) > 2
        ]
        if len(near) == 1:
            yield from _in_table(text, claim, near[0], ranks[0][:2])


def _in_table(text: Text, claim: Claim, index: int, rank: tuple[str, str]) -> Iterator[Finding]:
    block = text.blocks[index]
    row = row_of(claim, block, text)
    own = values_of(block, row, text) if row is not None else []
    if row is None or len(own) != 1 or abs(own[0] - claim.number.value) > claim.number.step / 2:
        return
    least = rank[0] == "bottom"
    for place in range(1, len(block.rows)):
        label = block.rows[place][0]
        if place == row or word_pattern(f"{text.words.total}|{text.words.other}").match(
            label.strip()
        ):
            continue
        found = values_of(block, place, text)
        if len(found) != 1 or (found[0] > own[0] if least else found[0] < own[0]):
            continue
        at = spot(text, claim.sentence, claim.number.start, claim.number.end)
        line = block.row_lines[place] if place < len(block.row_lines) else block.line
        where = Spot(quoted(" | ".join(block.rows[place])), line, block.page, index)
        first, second = claim.number.shown, f"{found[0]:g}"
        if text.lang != "en":
            first, second = first.replace(".", ","), second.replace(".", ",")
        rule = "rank-tie" if found[0] == own[0] else "rank-word"
        yield finding(text, rule, at, (where,), words=rank[1], value=first, other=second)
        return
