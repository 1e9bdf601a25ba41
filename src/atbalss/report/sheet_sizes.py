"""How wide columns and how high rows of a sheet stand: nothing is cut off and nothing overlaps.

Excel makes rows higher for words that wrap as it opens a file; other programs do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from atbalss.report import fonts
from atbalss.report.sheets import Cell, Sheet

SIZE = 10.0  # pt: of the words of cells
LINE = 13.2  # pt: from line to line
UNIT = 5.25  # pt: the unit of a column's width, a digit
AIR = 14.0  # pt: blank at both sides of a cell, indent and all
EDGE = 6.0  # pt: blank that no program lets words into
BOLD = "FiraSans-SemiBold"
ABOUT = 140.0  # units: the longest line above a table
LEAST, LABEL, TEXT = 10.0, 46.0, 58.0  # units: of any column, at most of names, of other texts
_NUMBERS = re.compile(r"[–…<≥≤+−\d].*")


def on_the_right(sheet: Sheet) -> tuple[bool, ...]:
    """By column, whether it is one of numbers (and of what stands for them): set on the right."""
    columns = list(zip(*sheet.rows, strict=True))
    return tuple(
        bool(at) and (any(_is_number(cell) for cell in column) or _all_figures(column))
        for at, column in enumerate(columns)
    )


def _is_number(cell: Cell) -> bool:
    return not isinstance(cell.value, str)


def _all_figures(column: Sequence[Cell]) -> bool:
    texts = [str(cell.value) for cell in column]
    return all(_NUMBERS.fullmatch(text) and len(text) < 20 for text in texts)


def widths_of(sheet: Sheet) -> tuple[float, ...]:
    """Widths of the columns, in units: as wide as their words, up to where these wrap."""
    found = []
    for at, head in enumerate(sheet.header):
        words = max((fonts.width(word, SIZE, BOLD) for word in head.split()), default=0.0)
        cells = max(fonts.width(text, SIZE) for row in sheet.rows for text in _told(row[at]))
        most = LABEL if at == 0 else TEXT
        found.append(max(LEAST, (words + AIR) / UNIT, min((cells * 1.05 + AIR) / UNIT, most)))
    return tuple(round(width, 1) for width in found)


def _told(cell: Cell) -> tuple[str, ...]:
    if isinstance(cell.value, str):
        return (cell.value,)
    return (cell.printed or "100,0 %",)


def height_of(texts: Sequence[str], widths: Sequence[float], *, bold: bool = False) -> float | None:
    """Height of a row of wrapped texts, pt; None where a line is enough."""
    face = BOLD if bold else "FiraSans-Regular"
    lines = max(
        len(fonts.wrap(part, max(width * UNIT + 3.75 - EDGE, UNIT), SIZE, face)) + text.count("\n")
        for text, width in zip(texts, widths, strict=True)
        for part in text.split("\n")
    )
    return lines * LINE + 3.0 if lines > 1 else None


def lines_of(text: str) -> list[str]:
    """A text above a table in lines: it runs on over the cells beside it, not off the page."""
    return fonts.wrap(text, ABOUT * UNIT, SIZE)


def chart_height(bars: float, *, upright: bool, named: bool) -> int:
    """Height of a sheet's chart, px: closer the more bars it has, so that a page holds it."""
    if upright:
        return 380
    return round(70 + 26 * named + min(24 * bars, max(380, 15 * bars)))
