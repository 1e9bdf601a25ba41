"""A workbook from an Excel file of before 2007 (.xls); read only."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from atbalss.exchange.broken_workbook import broken_workbook
from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.problems import Problem


def read_xls(
    content: bytes, file: str = "questionnaire.xls"
) -> tuple[Workbook | None, list[Problem]]:
    """The sheets of an old Excel file: formulas by their last value, numbers as typed."""
    from xlrd import open_workbook  # type: ignore[import-untyped]

    try:
        book = open_workbook(file_contents=content)
        sheets = tuple(
            Sheet.of(sheet.name, [[_text(cell, book.datemode) for cell in row] for row in sheet])
            for sheet in book.sheets()
        )
    except Exception as fault:  # any of dozens, when a file is broken or no workbook at all
        return None, [broken_workbook(content, file, fault, old=True)]
    return Workbook(sheets), []


def _text(cell: Any, datemode: int) -> str:
    from xlrd import biffh
    from xlrd.xldate import xldate_as_datetime  # type: ignore[import-untyped]

    value = cell.value
    if cell.ctype == biffh.XL_CELL_BOOLEAN:
        return "TRUE" if value else "FALSE"
    if cell.ctype == biffh.XL_CELL_ERROR:
        return str(biffh.error_text_from_code.get(value, "#ERROR!"))
    if cell.ctype == biffh.XL_CELL_NUMBER:
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if cell.ctype == biffh.XL_CELL_DATE:
        moment: datetime = xldate_as_datetime(value, datemode)
        if value < 1:
            return moment.time().isoformat()
        midnight = moment.time() == time()
        return moment.date().isoformat() if midnight else moment.isoformat(sep=" ")
    return str(value)
