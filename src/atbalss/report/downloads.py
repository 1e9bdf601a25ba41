"""A figure's numbers to take away: CSV and a workbook of one sheet, cells never formulas."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from atbalss.exchange.cells import MARK, csv_text
from atbalss.report.document import DataTable, FigureBlock

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # the same file each time it is made


def csv_of(table: DataTable) -> bytes:
    """The table as CSV, its cells as printed."""
    return csv_bytes(_rows(table))


def csv_bytes(rows: Iterable[Sequence[object]]) -> bytes:
    """Rows as CSV (UTF-8 with a mark for Excel); texts that look like formulas are disarmed."""
    return (MARK + csv_text(rows, ends="\n")).encode()


def xlsx_of(block: FigureBlock, notes: tuple[str, ...]) -> bytes:
    """The figure's table as a workbook: the table on one sheet, base and notes on another."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False,
                                     "strings_to_urls": False})  # fmt: skip
    book.set_properties({"title": block.caption, "created": _LONG_AGO})
    sheet = book.add_worksheet("data")
    rows = _rows(block.data)
    for down, row in enumerate(rows):
        for across, text in enumerate(row):
            sheet.write_string(down, across, text)
    widths = zip(*rows, strict=False)
    for across, column in enumerate(widths):
        sheet.set_column(across, across, min(60, 2 + max(map(len, column))))
    beside = book.add_worksheet("notes")
    beside.set_column(0, 0, 100)
    for down, text in enumerate((block.caption, block.wording, block.base, *notes)):
        beside.write_string(down, 0, text)
    book.close()
    return out.getvalue()


def _rows(table: DataTable) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row) for row in (table.header, *table.rows) if row]
