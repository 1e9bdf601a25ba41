"""Which table of its section a passage retells: that before or behind it with most of its values."""

from __future__ import annotations

from atbalss.audit.claims import Claims
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.text import Kind, Text


def table_retold(index: int, text: Text, claims: Claims) -> int:
    """The block of the one table of a section that has most of a passage's values; -1 where unsure."""
    key = f"retold-{index}"
    if key not in claims.kept:
        claims.kept[key] = _retold(index, text, claims)
    found: int = claims.kept[key]
    return found


def _retold(index: int, text: Text, claims: Claims) -> int:
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
            hits.append((len(said & _values(place, text, claims)), place))
    if len(hits) < 2:
        return -1
    most = max(hits)[0]
    best = [place for hit, place in hits if hit == most > 0]
    follows = index + 2 in best and text.blocks[index + 1].kind is Kind.CAPTION
    if follows and (len(best) == 1 or index - 1 not in best):
        return index + 2
    return best[0] if len(best) == 1 and most > 1 else -1


def _values(index: int, text: Text, claims: Claims) -> frozenset[float]:
    key = f"values-{index}"
    if key not in claims.kept:
        claims.kept[key] = frozenset(
            item.value
            for row in text.blocks[index].rows[1:]
            for cell in row[1:]
            for item in numbers(cell, text.lang)
        )
    found: frozenset[float] = claims.kept[key]
    return found
