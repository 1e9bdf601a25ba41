"""A sheet to be filled in, as an Excel workbook: cells that choose from a list, the rest locked.

Two sheets: the rows, and the list that cells choose from. No cell is ever a formula; columns that
are for the program alone are hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from atbalss.exchange.cells import column_letters, put_text, sheet_names
from atbalss.exchange.xlsform_xlsx import read_xlsx
from atbalss.problems import Place, Problem, problem

NARROW = 14.0  # letters of a column that nothing is said of
LIST_WIDTHS = {0: 46.0, 2: 70.0}  # of the list that cells choose from


def write_list_sheet(
    title: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str]],
    choices: Sequence[Sequence[str]],
    *,
    chosen: Sequence[str],
    written: Sequence[str],
    hidden: Sequence[str],
    list_title: str,
    wide: Mapping[str, float],
) -> bytes:
    """The workbook: `chosen` columns choose from the first column of `choices`, whose other columns
    explain it; `written` ones take any text; every other cell is locked. `wide`: widths by column.
    """
    from openpyxl import Workbook as Book

    book = Book()
    sheet: Any = book.active
    sheet.title, list_name = sheet_names([title, list_title])
    named: Any = book.create_sheet(list_name)
    shown = {at: wide.get(name, NARROW) for at, name in enumerate(head) if name not in hidden}
    for target, grid, widths in ((sheet, [head, *rows], shown), (named, choices, LIST_WIDTHS)):
        _fill(target, grid, widths)
        _protect(target)
    for at, name in enumerate(head):
        if name in hidden:
            sheet.column_dimensions[column_letters(at)].hidden = True
    _unlock(sheet, [at for at, name in enumerate(head) if name in (*chosen, *written)], len(rows))
    if rows:
        columns = [at for at, name in enumerate(head) if name in chosen]
        _let_choose(sheet, columns, len(rows), f"'{list_name}'!$A$2:$A${max(2, len(choices))}")
    sheet.freeze_panes = "C2"
    named.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Any, grid: Sequence[Sequence[str]], widths: Mapping[int, float]) -> None:
    """Put texts into a sheet, the first row as its head; `widths` (in letters) by column from 0."""
    from openpyxl.styles import Alignment, Font, PatternFill

    wrap = Alignment(wrap_text=True, vertical="top")
    bold, tint = Font(bold=True), PatternFill("solid", fgColor="E8EEF1")
    for at, row in enumerate(grid, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(at, column)
            cell.alignment = wrap
            if text:
                put_text(cell, text)
            if at == 1:
                cell.font, cell.fill = bold, tint
        if at > 1:
            sheet.row_dimensions[at].height = _height(row, widths)
    for column, width in widths.items():
        sheet.column_dimensions[column_letters(column)].width = width


def _protect(sheet: Any) -> None:
    """Lock a sheet without a password (against slips, not against people) and fit it to print."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = "1:1"
    sheet.protection.sheet = True
    sheet.protection.formatColumns = False
    sheet.protection.formatRows = False


def _unlock(sheet: Any, columns: Sequence[int], rows: int) -> None:
    """Let the cells under the head of some columns (from 0) be written in."""
    from openpyxl.styles import Protection

    free = Protection(locked=False)
    for column in columns:
        for number in range(2, rows + 2):
            sheet.cell(number, column + 1).protection = free


def _let_choose(sheet: Any, columns: Sequence[int], rows: int, source: str) -> None:
    """Let the cells of some columns (from 0) choose from the range `source`."""
    from openpyxl.worksheet.datavalidation import DataValidation

    many = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    sheet.add_data_validation(many)
    for column in columns:
        many.add(f"{column_letters(column)}2:{column_letters(column)}{rows + 1}")


def _height(row: Sequence[str], widths: Mapping[int, float]) -> float:
    """The height in points of a row whose texts wrap within these widths (in letters)."""
    lines = [
        sum(max(1, ceil(len(line) * 1.1 / width)) for line in row[at].splitlines() or [""])
        for at, width in widths.items()
        if at < len(row)
    ]
    return min(400.0, 15.0 * max(lines, default=1) + 2)


def read_list_sheet(
    content: bytes, file: str
) -> tuple[list[tuple[Place, dict[str, str]]], list[dict[str, str]], str, list[Problem]]:
    """Rows of the first sheet by column with their places, of the second, the first's name.

    Formulas come as the value that Excel computed last.
    """
    book, found = read_xlsx(content, file)
    if book is None or len(book.sheets) < 2:
        return [], [], "", found or [problem("exchange-not-a-coding-sheet", Place(file))]
    first, second = book.sheets[:2]
    rows = [
        (Place(file, first.name, row.number), dict(zip(first.header, row.cells, strict=False)))
        for row in first.rows
        if not row.is_blank
    ]
    listed = [dict(zip(second.header, row.cells, strict=False)) for row in second.rows]
    return rows, listed, first.name, found
