"""The one result that is told without its question, where every other has one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.numbers import numbers
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Text

_QUOTED = regex.pattern(r"[„“\"«][^„“”\"«»?]{8,220}\?\s?(?:[^„“”\"«»?]{0,120})[”“\"»]")
_HABIT = 4  # questions quoted


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most one share that is told of persons counted in its sentence, by no question."""
    asked = [index for index, block in enumerate(text.blocks) if _QUOTED.search(block.text)]
    if len(asked) < _HABIT:
        return
    inside = summary_of(text, claims)
    found = [
        claim
        for claim in claims.levels
        if claim.alone
        and claim.sentence.kind is Kind.PARAGRAPH
        and claim.sentence.block not in inside
        and _is_bare(claim, text, claims)
    ]
    if len(found) != 1:
        return
    claim = found[0]
    yield finding(
        text, "missing-wording", spot_of(text, claim), code="missing-wording-of",
        value=claim.number.shown, asked=len(asked),
    )  # fmt: skip


def _is_bare(claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether a paragraph of one share counts its persons and answers no question near it."""
    sentence = claim.sentence
    block = text.blocks[sentence.block]
    if "?" in block.text or sum(s.block == sentence.block for s in text.prose) > 2:
        return False
    if len([c for c in claims.levels if c.sentence.block == sentence.block]) != 1 or claim.years:
        return False
    base = regex.search(
        r"[nN]\s?=\s?\d|(?<!\w)(?:of|no|из|among|starp|среди)\s(?:\w+\s)?\d[\d ,\u00a0]*\s[^\W\d]",
        sentence.text,
    )
    if base is None:
        return False
    others = [
        item.value
        for index, piece in enumerate(text.blocks)
        if index != sentence.block
        for words in (piece.text, *(cell for row in piece.rows for cell in row))
        for item in numbers(words, text.lang)
    ]
    value = claim.number.value
    small = sorted({item for item in others if 0 < item < 100})
    if value in small or 100 - value in small:
        return False
    near = _near(sentence.block, text)
    if any(abs(a + b - value) < 0.6 for a, b in itertools.combinations(near[1], 2)):
        return False
    own = {word[:4] for word in stems(sentence.text, text.lang)}
    return len(own) >= 3 and len(own & near[0]) * 3 < len(own)


def _near(index: int, text: Text) -> tuple[set[str], list[float]]:
    """The telling words of the questions, captions and tables of a section, and their shares."""
    said: set[str] = set()
    values: list[float] = []
    for place, block in enumerate(text.blocks):
        same = text.sections[place] == text.sections[index]
        if not same or place == index:
            continue
        table = block.kind is Kind.TABLE
        words = " ".join(cell for row in block.rows for cell in row) if table else block.text
        if table or "?" in words or block.kind is Kind.CAPTION:
            said |= {word[:4] for word in stems(words, text.lang)}
        values += [item.value for item in numbers(words, text.lang) if item.value < 100]
    return said, values[:24]
