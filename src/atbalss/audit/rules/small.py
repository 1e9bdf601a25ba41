"""Cells of one or two persons: rows of 1 % in a table of 142 answers."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.counts import is_weighted
from atbalss.audit.text import Block, Kind, Text

_PERSONS = 2


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Tables with cells that at most two persons can stand behind: one finding a table."""
    base = claims.base
    if not 10 <= base <= 1000 or is_weighted(text):
        return
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            rows = [row for row in range(1, len(block.rows)) if _small(block, row, base, text)]
            if not rows:
                continue
            row = rows[0]
            line = block.row_lines[row] if row < len(block.row_lines) else block.line
            at = Spot(quoted(" | ".join(block.rows[row])), line, block.page, index)
            yield finding(text, "small-cell", at, rows=len(rows), base=base)


def _small(block: Block, row: int, base: int, text: Text) -> bool:
    """Whether a row has a percent so small that of `base` it is one or two persons."""
    cells = block.rows[row][1:]
    heads = block.rows[0][1:]
    for column, cell in enumerate(cells):
        items = numbers(cell, text.lang)
        if len(items) != 1 or items[0].sign:
            continue
        head = heads[column] if column < len(heads) else ""
        if items[0].unit is not Unit.PERCENT and "%" not in head:
            continue
        value, half = items[0].value, items[0].step / 2
        if value > 0 and (value + half) * base / 100 < _PERSONS + 0.5:
            return True
    return False
