"""What a survey report must say and this one nowhere does: base, margin, question wordings."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.finding import Finding, Spot, finding, row_spot, spot_of
from atbalss.audit.numbers import numbers
from atbalss.audit.rules.references import block_spot
from atbalss.audit.sampling_error import WHOLE
from atbalss.audit.text import Kind, Text, word_pattern

_ENOUGH = 15  # shares that make a document a report
LONG = 800  # words
_MOVES = 6  # sentences that tell by how much a share moved


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """At most one finding of each kind, and only in a whole report of a survey."""
    shares = [c for c in claims.levels if c.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)]
    if len(shares) < _ENOUGH or len(text.whole.split()) < LONG or not _survey(text):
        return
    if not _any_base(text, claims):
        first = shares[0]
        yield finding(text, "missing-base", spot_of(text, first), shares=len(shares))
    if _compares(text) and not text.says(text.words.interval):
        at = _sample(text, claims)
        if at is not None:
            yield finding(text, "missing-interval", at, shares=len(shares))
    captions = [
        block_spot(block, index)
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.CAPTION
        and (caption_of(block.text, text.words) or ("",))[0] in ("figure", "table")
    ]
    if len(captions) >= 5 and not text.says(text.words.question) and not _asked(text):
        yield finding(text, "missing-wording", captions[0], figures=len(captions))


def _compares(text: Text) -> bool:
    """Whether a report tells again and again by how much its shares moved."""
    if word_pattern(WHOLE[text.lang]).search(text.whole):
        return False  # everybody answered
    moved = (
        any(is_change(item, sentence.text, text) for item in numbers(sentence.text, text.lang))
        for sentence in text.prose
    )
    return sum(moved) >= _MOVES


def _sample(text: Text, claims: Claims) -> Spot | None:
    """Where it is told how many were asked."""
    size = word_pattern(f"{claims.base:,}".replace(",", "[ ,\u00a0]?"))
    if not claims.base:
        return None
    for index, block in enumerate(text.blocks):
        for row, cells in enumerate(block.rows):
            if any(size.search(cell) for cell in cells):
                return row_spot(block, index, row)
        if not block.rows and size.search(block.text):
            return block_spot(block, index)
    return None


def _survey(text: Text) -> bool:
    said = r"aptauj\w*|respondent\w*|survey\w*|respondents?|опрос\w*|респондент\w*|анкет\w*"
    return len(word_pattern(said).findall(text.whole)) >= 5


def _any_base(text: Text, claims: Claims) -> bool:
    if claims.base or regex.search(
        r"(?<!\w)[nN]\s?=\s?\d|\d{2,} (?:responses|interviews|interviju|анкет)", text.whole
    ):
        return True
    return bool(
        regex.search(
            rf"\d[\d ,.]*\s(?:\w+\s){{0,3}}?(?:{text.words.people})", text.whole, regex.IGNORECASE
        )
    )


def _asked(text: Text) -> bool:
    """Whether some caption or line by it is a question as it was asked."""
    for block in text.blocks:
        if block.kind in (Kind.CAPTION, Kind.CHART, Kind.HEADING) and "?" in block.text:
            return True
    listed = [
        regex.search(r"\?(?:\s?\([^()]*\))?$", block.text.rstrip()) is not None
        and (block.kind is Kind.ITEM or regex.match(r"\W?\w{1,3}[.)]\s", block.text) is not None)
        for block in text.blocks
    ]
    if sum(listed) >= 3:
        return True  # the questionnaire in an annex
    return sum('?"' in block.text or "?»" in block.text for block in text.blocks) > 1
