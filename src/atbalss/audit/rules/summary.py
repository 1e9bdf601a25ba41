"""A claim of the summary that the body never makes: its number stands nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.text import Kind, Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a summary whose number is nowhere in the body, where most of the others are."""
    inside = _summary(text)
    if not inside:
        return
    own = [
        c
        for c in claims.levels
        if c.sentence.block in inside and c.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
    ]
    body = _body(text, inside)
    if len(own) < 3 or len(body) < 8 or _pictures(text, inside):
        return
    absent = [claim for claim in own if not _told(claim, body)]
    if len(absent) > len(own) / 3:
        return
    for claim in absent:
        at = spot(text, claim.sentence, claim.number.start, claim.number.end)
        shown = claim.number.shown if text.lang == "en" else claim.number.shown.replace(".", ",")
        yield finding(text, "summary-without-body", at, value=shown)


def _summary(text: Text) -> set[int]:
    """The blocks under a heading of a summary, up to the next chapter."""
    found: set[int] = set()
    inside = False
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.HEADING:
            inside = (
                bool(word_pattern(text.words.summary).search(block.text)) and len(block.text) < 80
            )
        elif inside:
            found.add(index)
    after = len(text.blocks) - max(found, default=0)
    return found if found and after > 10 and max(found) < 0.6 * len(text.blocks) else set()


def _body(text: Text, inside: set[int]) -> set[tuple[float, int]]:
    found = set()
    for index, block in enumerate(text.blocks):
        if index in inside or block.kind in (Kind.CONTENTS, Kind.QUOTE):
            continue
        for words in (block.text, *(cell for row in block.rows for cell in row)):
            found |= {
                (item.value, item.digits)
                for item in numbers(words, text.lang)
                if item.unit is Unit.PERCENT or (block.rows and item.unit is Unit.NONE)
            }
    return found


def _pictures(text: Text, inside: set[int]) -> bool:
    """Whether figures of the body are pictures: then the text does not hold all its numbers."""
    captions = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.CAPTION and word_pattern(text.words.figure).search(block.text)
    ]
    charts = any(block.kind is Kind.CHART for block in text.blocks)
    return len(captions) >= 2 or charts


def _told(claim: Claim, body: set[tuple[float, int]]) -> bool:
    """Whether the number, the rest to 100, or one that rounds to it stands in the body."""
    value, half = claim.number.value, claim.number.step / 2
    return any(
        abs(other - value) <= half + 1e-9 or abs(100 - other - value) <= half + 1e-9
        for other, _ in body
    )
