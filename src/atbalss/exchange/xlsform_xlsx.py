"""A workbook as an Excel file (.xlsx, .xlsm): values only, no formulas, no colours."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from atbalss.exchange.broken_workbook import TooManyCells, broken_workbook
from atbalss.exchange.cells import LONGEST_CELL, escaped, put_text, unescaped
from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.problems import Place, Problem, Refused, problem

MOST_CELLS = 3_000_000
MOST_BLANK_ROWS = 500
_BAD_NAME = re.compile(r"[\[\]:*?/\\]|^'|'$")
_WHOLE = re.compile(r"0|-?[1-9][0-9]{0,14}")


def read_xlsx(
    content: bytes, file: str = "questionnaire.xlsx"
) -> tuple[Workbook | None, list[Problem]]:
    """The sheets of an Excel file: formulas by their last computed value, numbers as typed."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and validations, which are not read
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            sheets = []
            for source in book.worksheets:
                source.reset_dimensions()
                sheets.append(Sheet.of(source.title, _grid(source.iter_rows(values_only=True))))
            book.close()
    except Exception as fault:  # any of dozens, when a file is broken or no workbook at all
        return None, [broken_workbook(content, file, fault)]
    return Workbook(tuple(sheets)), []


def write_xlsx(workbook: Workbook, file: str = "questionnaire.xlsx") -> bytes:
    """The workbook as an Excel file; Refused where Excel cannot hold a name or a text."""
    from openpyxl import Workbook as Book
    from openpyxl.cell import WriteOnlyCell

    faults = unwritable(workbook, file)
    if faults:
        raise Refused(faults)
    book = Book(write_only=True)
    for sheet in workbook.sheets:
        target = book.create_sheet(sheet.name)
        target.freeze_panes = "A2"
        for cells in sheet.grid:
            target.append([_cell(WriteOnlyCell, target, text) for text in cells])
    if not workbook.sheets:
        book.create_sheet("survey")
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def unwritable(workbook: Workbook, file: str = "questionnaire.xlsx") -> list[Problem]:
    """What Excel cannot hold: sheet names it forbids, texts of more than 32 767 characters."""
    found: list[Problem] = []
    seen: set[str] = set()
    for sheet in workbook.sheets:
        name = sheet.name
        bad = not name.strip() or len(name) > 31 or _BAD_NAME.search(name) or "\n" in name
        if bad or name.lower() in seen:
            found.append(problem("exchange-sheet-name", Place(file, sheet=name), sheet=name))
        seen.add(name.lower())
        for number, cells in enumerate(sheet.grid, start=1):
            if any(len(escaped(text)) > LONGEST_CELL for text in cells):
                place = Place(file, sheet=name, row=number)
                found.append(problem("exchange-cell-long", place, longest=LONGEST_CELL))
    return found


def _cell(make: Any, sheet: Any, text: str) -> Any:
    if not text:
        return None
    if _WHOLE.fullmatch(text):
        return int(text)
    cell = make(sheet)
    put_text(cell, text)
    return cell


def _grid(rows: Iterable[tuple[Any, ...]]) -> list[list[str]]:
    grid: list[list[str]] = []
    blank = count = 0
    for row in rows:
        cells = [_text(value) for value in row]
        grid.append(cells)
        count += len(cells)
        blank = 0 if any(cells) else blank + 1
        if blank > MOST_BLANK_ROWS:
            break
        if count > MOST_CELLS:
            raise TooManyCells(MOST_CELLS)
    return grid


def _text(value: Any) -> str:
    """A cell's value as an XLSForm author typed it: 1 not 1.0, TRUE, ISO dates."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return unescaped(str(value))
