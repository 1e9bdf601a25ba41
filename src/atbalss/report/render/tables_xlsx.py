"""Banner tables as a workbook: an index, then a sheet a table. No cell is ever a formula.

Cells hold exact values under number formats, so that an analyst can go on from them; letters stand
in a row of their own beneath the numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from atbalss.exchange.cells import put_text, sheet_names
from atbalss.report.banner_print import PrintedBlock, PrintedCell, PrintedRow, PrintedTable
from atbalss.report.phrases import phrase
from atbalss.report.theme import DEFAULT

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

LABEL_WIDTH, COLUMN_WIDTH = 46, 13


def workbook(
    tables: Sequence[PrintedTable],
    lang: str,
    *,
    title: str,
    subtitle: str = "",
    digits: Sequence[int] = (),
) -> bytes:
    """The workbook as bytes; `digits` are the decimals of percents, by table."""
    from openpyxl import Workbook

    book = Workbook()
    index = book.active
    if index is None:
        raise TypeError("a workbook without a sheet")
    names = sheet_names([phrase("b_tables", lang), *(item.id for item in tables)])
    _index(index, names, tables, lang, title=title, subtitle=subtitle)
    for at, table in enumerate(tables):
        sheet = book.create_sheet(names[at + 1])
        places = digits[at] if at < len(digits) else 0
        _Writer(sheet, table, lang, places).write(names[0])
    stamp = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = stamp
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def put(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Any:
    """A value in a cell: numbers as numbers, any text as text, never as a formula."""
    cell = sheet.cell(row=row, column=column)
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value
    return cell


def _index(
    sheet: Worksheet,
    names: Sequence[str],
    tables: Sequence[PrintedTable],
    lang: str,
    *,
    title: str,
    subtitle: str,
) -> None:
    from openpyxl.styles import Font

    sheet.title = names[0]
    put(sheet, 1, 1, title).font = Font(bold=True, size=14)
    put(sheet, 2, 1, subtitle).font = Font(color=_grey())
    row = 3
    if any(item.invented for item in tables):
        put(sheet, row, 1, phrase("invented_title", lang)).font = Font(bold=True)
        row += 1
    row += 1
    for name, table in zip(names[1:], tables, strict=True):
        cell = put(sheet, row, 1, name)
        cell.hyperlink = f"#'{name}'!A1"
        cell.font = Font(color=DEFAULT.deep.lstrip("#"), underline="single")
        put(sheet, row, 2, table.title)
        row += 1
    sheet.column_dimensions["A"].width = 32
    sheet.column_dimensions["B"].width = 90


def _grey() -> str:
    return DEFAULT.muted.lstrip("#")


class _Writer:
    """Writes one table on its sheet."""

    def __init__(self, sheet: Worksheet, table: PrintedTable, lang: str, digits: int) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self.sheet, self.table, self.lang = sheet, table, lang
        thin = Side(style="thin", color=DEFAULT.rule.lstrip("#"))
        self.below, self.left = Border(bottom=thin), Border(left=thin)
        self.bold, self.grey = Font(bold=True), Font(color=_grey())
        self.small = Font(color=DEFAULT.deep.lstrip("#"), bold=True, size=9)
        self.middle = Alignment(horizontal="center", vertical="bottom", wrap_text=True)
        self.right = Alignment(horizontal="right", vertical="top")
        self.wrap = Alignment(wrap_text=True, vertical="top")
        self.fill = PatternFill("solid", fgColor=DEFAULT.tint.lstrip("#"))
        zeros = "0" * digits
        point = "." if digits else ""
        self.formats = {
            "percent": f"0{point}{zeros}%",
            "mean": f"0.{'0' * (digits + 1)}",
            "points": f"0{point}{zeros}",
            "count": "#,##0",
        }
        self.row = 1

    def write(self, index: str) -> None:
        """The whole sheet: title, header, blocks, notes; and how it is printed."""
        from openpyxl.utils import get_column_letter

        put(self.sheet, 1, 1, self.table.title).font = self.bold
        back = put(self.sheet, 2, 1, f"← {index}")
        back.hyperlink = f"#'{index}'!A1"
        back.font = self.grey
        self.row = 4
        first = self.row
        self._heads()
        self.sheet.freeze_panes = self.sheet.cell(row=self.row, column=2)
        self.sheet.print_title_rows = f"{first}:{self.row - 1}"
        self.sheet.print_title_cols = "A:A"
        for block in self.table.blocks:
            self._block(block)
        self.row += 1
        for note in self.table.notes:
            put(self.sheet, self.row, 1, note).font = self.grey
            self.row += 1
        self.sheet.column_dimensions["A"].width = LABEL_WIDTH
        for at in range(self.table.width):
            letter = get_column_letter(at + 2)
            self.sheet.column_dimensions[letter].width = COLUMN_WIDTH
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = 9  # A4
        self.sheet.page_setup.fitToWidth = 1
        self.sheet.page_setup.fitToHeight = 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True

    def _heads(self) -> None:
        top = self.row
        taken: set[tuple[int, int]] = set()
        for level, heads in enumerate(self.table.heads):
            column = 0
            for head in heads:
                while (level, column) in taken:
                    column += 1
                for down in range(head.depth):
                    taken |= {(level + down, column + across) for across in range(head.span)}
                row, at = top + level, column + 2
                cell = put(self.sheet, row, at, head.text)
                cell.alignment, cell.font = self.middle, self.bold
                if head.span > 1 or head.depth > 1:
                    self.sheet.merge_cells(
                        start_row=row,
                        start_column=at,
                        end_row=row + head.depth - 1,
                        end_column=at + head.span - 1,
                    )
                column += head.span
        self.row = top + len(self.table.heads)
        if self.table.letters:
            put(self.sheet, self.row, 1, phrase("b_letter", self.lang)).font = self.grey
            for at, letter in enumerate(self.table.letters):
                cell = put(self.sheet, self.row, at + 2, letter)
                cell.alignment, cell.font = self.middle, self.grey
            self.row += 1
        for at in range(self.table.width + 1):
            self.sheet.cell(row=self.row - 1, column=at + 1).border = self.below

    def _block(self, block: PrintedBlock) -> None:
        self.row += 1
        put(self.sheet, self.row, 1, block.title).font = self.bold
        self.row += 1
        for words in (block.wording, block.base):
            if words:
                put(self.sheet, self.row, 1, words).font = self.grey
                self.row += 1
        for row in block.rows:
            self._line(row)
        for words in block.tests:
            put(self.sheet, self.row, 1, words).font = self.grey
            self.row += 1

    def _line(self, row: PrintedRow) -> None:
        label = put(self.sheet, self.row, 1, row.label)
        label.alignment = self.wrap
        if row.kind in ("base", "statistic"):
            label.font = self.grey
        elif row.kind in ("measure", "part"):
            label.font = self.bold
        for at, cell in enumerate(row.cells):
            self._cell(row, at, cell)
        if row.kind == "measure":
            for at in range(self.table.width + 1):
                self.sheet.cell(row=self.row, column=at + 1).fill = self.fill
        self.row += 1
        if any(cell.letters for cell in row.cells):
            for at, cell in enumerate(row.cells):
                if cell.letters:
                    made = put(self.sheet, self.row, at + 2, cell.letters)
                    made.font, made.alignment = self.small, self.right
            self.row += 1

    def _cell(self, row: PrintedRow, at: int, cell: PrintedCell) -> None:
        value: str | float | None = cell.value if cell.value is not None else cell.text or None
        made = put(self.sheet, self.row, at + 2, value)
        made.alignment = self.right
        if cell.value is not None:
            made.number_format = self.formats[cell.form] + _marks(cell)
        if row.kind in ("base", "statistic"):
            made.font = self.grey
        elif row.kind == "measure":
            made.font = self.bold
        starts = at > 0 and self.table.groups[at] != self.table.groups[at - 1]
        if starts:
            made.border = self.left


def _marks(cell: PrintedCell) -> str:
    """Marks behind a number as part of its format, so that the value stays a number."""
    marks = "".join(mark for mark in "*↑↓⁺⁻" if mark in cell.text)
    return f'"{marks}"' if marks else ""
