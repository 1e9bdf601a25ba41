"""Cells of one or two persons: rows of 1 % in a table of 142 answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.counts import is_weighted
from atbalss.audit.text import Block, Kind, Text, word_pattern

_PERSONS = 2


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Tables with cells that at most two persons can stand behind: one finding a table."""
    yield from _counted(text)
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


def _counted(text: Text) -> Iterator[Finding]:
    """Rows of one or two persons by the table's own count, with what these persons answered."""
    rest = word_pattern(f"{text.words.total}|{text.words.other}")
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows[0]) < 3 or len(block.rows) < 3:
            continue
        counts = [
            place
            for place, cell in enumerate(block.rows[0])
            if place and COUNTS.fullmatch(cell.strip())
        ]
        if counts != [1]:  # the base of each row, told before its answers
            continue
        found = [
            (row, _count(block.rows[row], counts[0]))
            for row in range(1, len(block.rows))
            if not rest.match(block.rows[row][0]) and re.search(r"[^\W\d_]", block.rows[row][0])
        ]
        few = [row for row, count in found if 0 < count <= _PERSONS]
        if not few or max(count for _, count in found) < 10:
            continue
        line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
        total = sum(count for _, count in found)
        yield finding(text, "small-cell", at, rows=len(few), base=total)


def _count(row: Sequence[str], column: int) -> int:
    """The whole number of a cell, 0 where it has none."""
    cell = re.sub(r"[\s,]", "", row[column]) if column < len(row) else ""
    others = any(
        re.search(r"\d", item) for place, item in enumerate(row) if place not in (0, column)
    )
    return int(cell) if cell.isdigit() and others else 0
