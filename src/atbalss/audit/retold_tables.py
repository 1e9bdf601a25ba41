"""Which table of its section a passage retells: that before or behind it with most of its values."""

from __future__ import annotations

from atbalss.audit.claims import Claims
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.text import Kind, Text


@read_once
def table_retold(text: Text, claims: Claims, index: int) -> int:
    """The block of the one table of a section that has most of a passage's values; -1 where unsure."""
    said = {
        item.value
        for item in numbers(text.blocks[index].text, text.lang)
        if item.unit is Unit.PERCENT or item.digits
    }
    if not said:
        return -1
    hits: list[tuple[int, int]] = []
    for place, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and text.sections[place] == text.sections[index]:
            hits.append((len(said & _values(text, claims, place)), place))
    if len(hits) < 2:
        return -1
    most = max(hits)[0]
    best = [place for hit, place in hits if hit == most > 0]
    follows = index + 2 in best and text.blocks[index + 1].kind is Kind.CAPTION
    if follows and (len(best) == 1 or index - 1 not in best):
        return index + 2
    return best[0] if len(best) == 1 and most > 1 else -1


@read_once
def _values(text: Text, claims: Claims, index: int) -> frozenset[float]:
    return frozenset(
        item.value
        for row in text.blocks[index].rows[1:]
        for cell in row[1:]
        for item in numbers(cell, text.lang)
    )
