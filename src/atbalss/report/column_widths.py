"""Widths of a printed table's columns: as asked for, but never less than the longest word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atbalss.report import fonts
from atbalss.report.document import CellText, DataTable

_BREAKS = re.compile(r"[ \n\t]+")  # not at a space that holds its neighbours together: < 0,001
CELL_SIZE, CELL_INSET = 8.8, 11.0  # pt: size of table text, blank on both sides of a cell


def column_widths(
    block: DataTable,
    header: Sequence[CellText],
    total: float,
    *,
    size: float = CELL_SIZE,
    inset: float = CELL_INSET,
) -> list[float]:
    """Widths of a table's columns, pt: as asked for, but never less than the longest word.

    What a column lacks is taken from those that have room to spare, in proportion. `size` is that
    of the words and `inset` the blank on both sides of a cell, pt.
    """
    count = len(header)
    shares = block.widths if len(block.widths) == count else (1.0,) * count
    needed = [
        max(
            fonts.width(part, size, "FiraSans-SemiBold")
            for row in (header, *block.rows)
            for part in _BREAKS.split(row[place].text)
        )
        + inset
        for place in range(count)
    ]
    widths = [total * share / sum(shares) for share in shares]
    lacking = sum(max(0.0, need - width) for need, width in zip(needed, widths, strict=True))
    spare = sum(max(0.0, width - need) for need, width in zip(needed, widths, strict=True))
    if lacking > spare:
        return [total * need / sum(needed) for need in needed]
    return [
        need if width < need else width - (width - need) * (lacking / spare if spare else 0.0)
        for need, width in zip(needed, widths, strict=True)
    ]
