"""Tables of plain text: columns kept apart by spaces or dots, the head above them; running titles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_VALUE = r"[+±−–-]?\s?\d[\d\u00a0,.]*\s?(?:%|p\.\s?p\.|pp)?|[–—-]|n/a"
_ROW = re.compile(
    rf"^\s*(?P<label>\S.*?)(?:\s{{2,}}|\t\s*|\s?\.{{3,}}\s*|\s?…+\s*)(?P<values>(?:{_VALUE})(?:(?:\s{{2,}}|\t\s*)(?:{_VALUE}))*)\s*$"
)
_GAP = re.compile(r"\s{2,}|\t\s*")
_DOTS = re.compile(r"\.{3,}|…")
_PAGED = re.compile(
    r"(?:page|pg\.?|p\.|lpp\.?|lapa|lappuse|стр\.?|страница)\s?\d{1,3}|\d{1,3}\.?\s?(?:lpp|lapa|lappuse|page|стр)"
    r"|[–—-]\s?\d{1,3}\s?[–—-]$|\s\d{1,3}\s?(?:of|/|no|из)\s?\d{1,3}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of plain text: rows with their places among the lines, its head first; where it ends."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    end: int


def columns_at(lines: Sequence[str], at: int, captioned: bool) -> Columns | None:
    """The table that begins at a line (its head or its first row); None where none does.

    `captioned`: whether a table's caption stands just before; else a lone column of numbers after
    dots may be a list of contents, and is left alone.
    """
    parted = _GAP.search(lines[at].strip()) or _DOTS.search(lines[at])
    if not parted and (not captioned or len(lines[at]) > 60):
        return None
    heads, place = _heads(lines, at)
    rows: list[tuple[int, tuple[str, ...]]] = []
    dotted = False
    while place < len(lines) and (match := _ROW.match(lines[place])):
        between = lines[place][match.end("label") : match.start("values")]
        dotted = dotted or bool(_DOTS.search(between))
        cells = (match.group("label").strip(" .…"), *_GAP.split(match.group("values")))
        rows.append((place, tuple(cell.strip() for cell in cells)))
        place += 1
    width = max((len(cells) for _, cells in rows), default=0)
    percent = any("%" in cell for _, cells in rows for cell in cells)
    sure = captioned or percent or (bool(heads) and not dotted and width > 1)
    if len(rows) < 2 or not sure or any(len(cells) != width for _, cells in rows):
        return None
    if not heads:
        return Columns(((at, ("",) * width), *rows), place)
    if len(heads) not in (width - 1, width):
        return None
    return Columns(((at, ("",) * (width - len(heads)) + heads), *rows), place)


def _heads(lines: Sequence[str], at: int) -> tuple[tuple[str, ...], int]:
    """The head above the rows (one to three lines of short cells, put together), and what follows."""
    found: list[tuple[str, ...]] = []
    place = at
    while place < min(len(lines), at + 3):
        line = lines[place]
        cells = tuple(cell for cell in _GAP.split(line.strip()) if cell)
        if _ROW.match(line) and not _is_head(cells):
            break
        if not cells or len(line) > 100 or any(len(cell) > 40 for cell in cells):
            return (), at
        if len(cells) < 2 and not line[:1].isspace():
            return (), at
        found.append(cells)
        place += 1
    width = max(map(len, found), default=0)
    if any(len(cells) not in (width, width - 1) for cells in found):
        return (), at
    joined = [""] * width
    for cells in found:
        shift = width - len(cells)
        for index, cell in enumerate(cells):
            joined[index + shift] = f"{joined[index + shift]} {cell}".strip()
    return tuple(joined), place


def _is_head(cells: tuple[str, ...]) -> bool:
    """Whether all cells are years or bases: `2024   2022`, `(n = 418)   (n = 402)`."""
    return all(re.search(r"(?:19|20)\d\d|[nN]\s?=", cell) for cell in cells)


def running_titles(lines: Sequence[str]) -> frozenset[int]:
    """Places of lines that stand on several pages but for the page's number."""
    marked = [
        (place, re.sub(r"\d+", "#", line.strip()))
        for place, line in enumerate(lines)
        if len(line) < 160 and _PAGED.search(line.strip())
    ]
    often = Counter(skeleton for _, skeleton in marked)
    return frozenset(place for place, skeleton in marked if often[skeleton] > 1)
