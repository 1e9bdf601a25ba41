"""A sheet to be filled in, as an Excel workbook: cells that choose from a list, the rest locked.

Two sheets: the rows, and the list that cells choose from. No cell is ever a formula; columns that
are for the program alone are hidden.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from math import ceil
from typing import Any

from atbalss.exchange.sheets import cell_text
from atbalss.exchange.xlsform_xlsx import read_xlsx
from atbalss.problems import Place, Problem, problem

LONGEST = 32_000
_BAD = str.maketrans(dict.fromkeys("[]:*?/\\'", "_"))


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
    from openpyxl.styles import Alignment, Font, PatternFill, Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties

    book = Book()
    sheet: Any = book.active
    sheet.title = title.translate(_BAD)[:31] or "1"
    named: Any = book.create_sheet(list_title.translate(_BAD)[:31])
    free = Protection(locked=False)
    wrap = Alignment(wrap_text=True, vertical="top")
    for grid, target in (([head, *rows], sheet), (choices, named)):
        for at, row in enumerate(grid, start=1):
            for column, text in enumerate(row, start=1):
                cell = target.cell(at, column)
                _put(cell, text)
                cell.alignment = wrap
                if at == 1:
                    cell.font = Font(bold=True)
                    cell.fill = PatternFill("solid", fgColor="E8EEF1")
    last = len(rows) + 1
    many = DataValidation(
        type="list",
        formula1=f"'{named.title}'!$A$2:$A${max(2, len(choices))}",
        allow_blank=True,
        showErrorMessage=True,
    )
    sheet.add_data_validation(many)
    for at, name in enumerate(head, start=1):
        letter = get_column_letter(at)
        sheet.column_dimensions[letter].width = wide.get(name, 14)
        sheet.column_dimensions[letter].hidden = name in hidden
        if rows and name in chosen:
            many.add(f"{letter}2:{letter}{last}")
        if name in chosen or name in written:
            for number in range(2, last + 1):
                sheet.cell(number, at).protection = free
    shown = {at: wide.get(name, 14.0) for at, name in enumerate(head) if name not in hidden}
    named.column_dimensions["A"].width = 46
    named.column_dimensions["C"].width = 70
    for target, grid, widths in ((sheet, rows, shown), (named, choices[1:], {0: 46.0, 2: 70.0})):
        for at, row in enumerate(grid, start=2):
            target.row_dimensions[at].height = _height(row, widths)
        target.page_setup.orientation = "landscape"
        target.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        target.page_setup.fitToHeight = 0
        target.print_title_rows = "1:1"
        target.protection.sheet = True  # without a password: against slips, not against people
        target.protection.formatColumns = False
        target.protection.formatRows = False
    sheet.freeze_panes = "C2"
    named.freeze_panes = "A2"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _height(row: Sequence[str], widths: Mapping[int, float]) -> float:
    """The height in points of a row whose texts wrap within these widths (in letters)."""
    lines = [
        sum(max(1, ceil(len(line) * 1.1 / width)) for line in row[at].splitlines() or [""])
        for at, width in widths.items()
        if at < len(row)
    ]
    return min(400.0, 15.0 * max(lines, default=1) + 2)


def _put(cell: Any, text: str) -> None:
    words = cell_text(text)[:LONGEST].replace("_x000D_", "_x005F_x000D_")
    if not words:
        return
    cell.value = words
    cell.data_type = "s"  # never a formula, whatever the text begins with
    if words[0] in "=+-@\t":
        cell.quotePrefix = True


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
