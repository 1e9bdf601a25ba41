"""The small workbook inside a native chart: one sheet, texts as texts, never a formula."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.exchange.cells import column_letters
from atbalss.report.opc import OFFICE, Package, escape

SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NAME = "Sheet1"

Value = str | float | None


def workbook(rows: Sequence[Sequence[Value]], number_format: str) -> bytes:
    """A workbook of one sheet; numbers are shown by `number_format`."""
    made = Package()
    book = made.add(
        "/xl/workbook.xml",
        f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
        f'<sheet name="{NAME}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        f"{_TYPE}.sheet.main+xml",
    )
    sheet = made.add("/xl/worksheets/sheet1.xml", _sheet(rows), f"{_TYPE}.worksheet+xml")
    styles = made.add("/xl/styles.xml", _styles(number_format), f"{_TYPE}.styles+xml")
    made.relate("/", "officeDocument", book)
    made.relate(book, "worksheet", sheet)
    made.relate(book, "styles", styles)
    return made.zipped()


def _sheet(rows: Sequence[Sequence[Value]]) -> str:
    lines = []
    for number, row in enumerate(rows, 1):
        cells = "".join(_cell(f"{column_letters(i)}{number}", value) for i, value in enumerate(row))
        lines.append(f'<row r="{number}">{cells}</row>')
    return (
        f'<worksheet xmlns="{SHEET}"><cols><col min="1" max="1" width="48" customWidth="1"/></cols>'
        f"<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _cell(place: str, value: Value) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, str):
        words = escape(value[:32_000])
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'
    return f'<c r="{place}" s="1"><v>{float(value)!r}</v></c>'


def _styles(number_format: str) -> str:
    return (
        f'<styleSheet xmlns="{SHEET}">'
        f'<numFmts count="1"><numFmt numFmtId="164" formatCode="{escape(number_format)}"/>'
        "</numFmts>"
        '<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        "</cellStyleXfs>"
        '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        "</cellXfs></styleSheet>"
    )
