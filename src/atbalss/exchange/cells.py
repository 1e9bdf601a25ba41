"""Cells and sheet names of spreadsheets: what they can hold, and texts that are never run.

A workbook says of a cell that it is a text. A comma-separated file cannot, and whoever opens it in
a spreadsheet runs what looks like a formula: there an apostrophe stands before such a text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

LONGEST_CELL = 32_767  # characters of a text in Excel
LONGEST_NAME = 31  # characters of a sheet's name
MARK = "\ufeff"  # by which Excel knows UTF-8

# as Python and Polars both read them: a spreadsheet runs what `RUN` finds, unless it is a `NUMBER`
RUN = r"^[=+\-@\t\r]"
NUMBER = r"^[+-]?[0-9]+([.,][0-9]+)?([eE][+-]?[0-9]+)?$"

_RUN, _NUMBER = re.compile(RUN), re.compile(NUMBER)
UNWRITABLE = re.compile(  # what XML 1.0 has no place for
    "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x005F_|_x000D_")
_UNNAMEABLE = re.compile(r"[\[\]:*?/\\'\x00-\x1f]")


def cell_text(text: str) -> str:
    """Text as a cell can hold it in every format: line breaks are LF, no control characters."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWRITABLE.sub("", text)


def escaped(text: str) -> str:
    """A text as a workbook's XML holds it, where Excel reads `_x0041_` as a character's number."""
    return _ESCAPE.sub("_x005F_", text)


def unescaped(text: str) -> str:
    """The text that `escaped` has made, carriage returns as Excel writes them read too."""
    return _ESCAPED.sub(lambda match: "_" if match[0] == "_x005F_" else "\r", text)


def put_text(cell: Any, text: str) -> None:
    """Make an openpyxl cell hold a text, never a formula; what is over `LONGEST_CELL` is cut."""
    words = cell_text(text)
    cell.value = escaped(words)[:LONGEST_CELL]
    cell.data_type = "s"
    if _RUN.match(words):
        cell.quotePrefix = True


def disarmed(text: str) -> str:
    """A text for a comma-separated file that no spreadsheet runs; numbers stay as they are."""
    return "'" + text if _RUN.match(text) and not _NUMBER.match(text) else text


def csv_text(
    rows: Iterable[Iterable[object]],
    *,
    ends: str = "\r\n",
    disarm: Callable[[str], str] = disarmed,
) -> str:
    """Rows as comma-separated text (RFC 4180) for people to open: texts disarmed, None blank."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=ends)
    for row in rows:
        writer.writerow([disarm(value) if isinstance(value, str) else value for value in row])
    return out.getvalue()


def column_letters(place: int) -> str:
    """The letters of a column counted from 0: A, 26 is AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_names(wanted: Iterable[str]) -> list[str]:
    """Names of sheets as Excel allows them, each once; the order stays."""
    return each_once(
        [_UNNAMEABLE.sub(" ", name.replace("\u00a0", " ")).strip() for name in wanted], LONGEST_NAME
    )


def each_once(wanted: Sequence[str], longest: int) -> list[str]:
    """The texts cut to `longest` characters, those that stood before numbered: `a`, `a (2)`.

    Capital letters do not tell them apart; a blank text becomes a dash.
    """
    found: list[str] = []
    seen: set[str] = set()
    for text in wanted:
        plain = text[:longest] or "-"
        name, number = plain, 2
        while name.lower() in seen:
            end = f" ({number})"
            name, number = plain[: longest - len(end)] + end, number + 1
        seen.add(name.lower())
        found.append(name)
    return found
