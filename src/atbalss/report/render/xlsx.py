"""All tables of a report as a workbook: cover, contents, notes, then one table a sheet.

Every text is written as a text: no cell is ever a formula, whoever typed what stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

from atbalss.exchange.cells import LONGEST_CELL, cell_text, each_once, sheet_names
from atbalss.report.document import Document
from atbalss.report.outline import print_date
from atbalss.report.phrases import phrase
from atbalss.report.render.xlsx_charts import add_chart
from atbalss.report.sheet_numbers import numbers_sheet
from atbalss.report.sheet_sizes import height_of, lines_of, on_the_right, widths_of
from atbalss.report.sheet_words import word
from atbalss.report.sheets import LIMITS, Cell, Sheet, sheets_of
from atbalss.report.standing import standing, watermark
from atbalss.report.theme import DEFAULT, Theme

MAX_HEAD = 255  # characters of a table's heading in Excel
WIDEST = 240.0  # units: a wider sheet is printed on two pages side by side
PAGE_ROWS = 30  # rows of a printed page: longer tables repeat their headings
SIGNS = ("sign_none", "sign_hidden", "sign_small", "sign_derived", "sign_floor", "exact")


def xlsx(document: Document, *, theme: Theme = DEFAULT) -> bytes:
    """The workbook as bytes."""
    return _Writer(document, theme).whole()


class _Writer:
    """Writes one workbook sheet by sheet."""

    def __init__(self, document: Document, theme: Theme) -> None:
        from xlsxwriter import Workbook

        self.document = document
        self.theme = theme
        self.lang = document.lang
        self.out = BytesIO()
        self.book: Any = Workbook(
            self.out,
            {
                "in_memory": True,
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            },
        )
        face = theme.office_font
        self.formats: dict[str, Any] = {}
        self.book.formats[0].set_font_name(face)
        self.base = {"font_name": face, "font_size": 10, "valign": "top"}
        look = self.book.add_format
        self.title = look({**self.base, "font_size": 14, "bold": True, "font_color": theme.deep})
        self.plain = look({**self.base, "text_wrap": True})
        self.line = look(self.base)
        self.right = look({**self.base, "text_wrap": True, "align": "right"})
        self.left = look({**self.base, "text_wrap": True, "align": "left", "indent": 1})
        head = {
            **self.base,
            "bold": True,
            "text_wrap": True,
            "valign": "bottom",
            "font_color": theme.deep,
            "bg_color": theme.tint,
            "bottom": 1,
        }
        self.head = look(head)
        self.head_right = look({**head, "align": "right"})
        self.head_left = look({**head, "align": "left", "indent": 1})
        self.link = look({**self.base, "font_color": theme.accent, "underline": 1})
        self.alarm = look({**self.base, "bold": True, "font_color": theme.warning})
        self.tables = 0

    def whole(self) -> bytes:
        doc = self.document
        numbers = numbers_sheet(doc)
        sheets = (*sheets_of(doc), *((numbers,) if numbers.rows else ()))
        fixed = [self._say("cover"), phrase("contents", self.lang), self._say("notes")]
        names = sheet_names([*fixed, *(self._short(sheet) for sheet in sheets)])
        self.cover, self.contents, self.notes = names[:3]
        when = datetime.fromisoformat(doc.date or "2000-01-01")
        self.book.set_properties(
            {
                "title": doc.title,
                "subject": doc.subtitle,
                "author": doc.conductor,
                "keywords": ", ".join(doc.keywords),
                "comments": doc.description,
                "status": doc.state,
                "created": when,
            }
        )
        for name, value in (("fingerprint", doc.fingerprint), ("language", doc.lang)):
            if value:
                self.book.set_custom_property(name, value)
        self._cover(len(sheets))
        self._contents(names[3:], sheets)
        self._notes(names[3:], sheets)
        lines = {
            sheet.anchor: (name, len(self._about(sheet)) + 2)
            for name, sheet in zip(names[3:], sheets, strict=True)
            if sheet.kind == "limits"
        }
        for name, sheet in zip(names[3:], sheets, strict=True):
            self._sheet(name, sheet, lines.get(f"{sheet.anchor}{LIMITS}"))
        self.book.close()
        return self.out.getvalue()

    def _say(self, key: str, **fills: object) -> str:
        return word(key, self.lang, **fills)

    def _short(self, sheet: Sheet) -> str:
        """A sheet's name: the label of its table, or what it is."""
        if sheet.kind in ("numbers", "limits"):
            fills = {"label": self._label(sheet)} if sheet.kind == "limits" else {}
            return self._say(sheet.kind, **fills)
        return self._label(sheet)

    def _label(self, sheet: Sheet) -> str:
        block = sheet.figure
        label = block.label if block else sheet.title.partition(". ")[0]
        number = re.match(r"^(?:\d+\. \S+|\S+ \d+)", sheet.title)
        return label if block or number is None else number[0]

    # ---- cells

    def put(self, made: Any, row: int, column: int, text: str, look: Any = None) -> None:
        """A text as a text."""
        made.write_string(row, column, _clean(text), look or self.plain)

    def cell(self, made: Any, row: int, column: int, cell: Cell, look: Any) -> None:
        """A number as a number under its format, anything else as a text."""
        if isinstance(cell.value, str):
            self.put(made, row, column, cell.value, look)
            return
        if cell.form not in self.formats:
            form = {**self.base, "num_format": cell.form, "align": "right"}
            self.formats[cell.form] = self.book.add_format(form)
        made.write_number(row, column, cell.value, self.formats[cell.form])

    def table(
        self,
        made: Any,
        top: int,
        header: Sequence[str],
        rows: int,
        right: Sequence[bool] | None = None,
    ) -> None:
        """A real table with its own name; Excel wants each heading once."""
        self.tables += 1
        heads = [self.head] * len(header)
        if right is not None:
            heads[1:] = [self.head_right if each else self.head_left for each in right[1:]]
        made.add_table(
            top,
            0,
            top + max(rows, 1),
            len(header) - 1,
            {
                "name": f"tbl_{self.tables:03}",
                "style": "Table Style Light 1",
                "banded_rows": False,
                "first_column": True,
                "autofilter": False,
                "columns": [
                    {"header": item, "header_format": look}
                    for item, look in zip(
                        each_once([_clean(text) for text in header], MAX_HEAD), heads, strict=True
                    )
                ],
            },
        )

    def _new(self, name: str, widths: Sequence[float]) -> Any:
        made = self.book.add_worksheet(name)
        for at, width in enumerate(widths):
            made.set_column(at, at, width)
        made.set_landscape()
        made.set_paper(9)
        made.fit_to_pages(1, 0)
        mark = watermark(self.document)
        if mark:
            made.set_header(f"&C&28{mark.replace('&', '&&')}")
        made.set_footer("&R&P / &N")
        made.hide_gridlines(2)
        return made

    # ---- sheets

    def _cover(self, count: int) -> None:
        doc = self.document
        made = self._new(self.cover, (30, 110))
        self.put(made, 0, 0, doc.title, self.title)
        rows = [
            (self._say("invented"), doc.invented_words if doc.invented else ""),
            (self._say("state"), "; ".join(standing(doc))),
            (self._say("subtitle"), doc.subtitle),
            (self._say("period"), doc.period),
            (phrase("commissioner", self.lang), doc.commissioner),
            (phrase("conductor", self.lang), doc.conductor),
            (phrase("date", self.lang), print_date(doc.date, self.lang)),
            (self._say("tables"), str(count)),
            (self._say("note"), self._say("exact")),
            (phrase("fingerprint", self.lang), doc.fingerprint),
        ]
        kept = [row for row in rows if row[1]]
        self.table(made, 1, (self._say("field"), self._say("content")), len(kept))
        for at, (name, text) in enumerate(kept, 2):
            self.put(made, at, 0, name)
            self.put(made, at, 1, text, self.alarm if name == self._say("invented") else None)

    def _contents(self, names: Sequence[str], sheets: Sequence[Sheet]) -> None:
        made = self._new(self.contents, (26, 100, 34))
        self.put(made, 0, 0, phrase("contents", self.lang), self.title)
        self.table(made, 1, [self._say(key) for key in ("sheet", "title", "kind")], len(names) + 1)
        self._go(made, 2, self.notes, self.notes)
        self.put(made, 2, 1, self._say("notes"))
        self.put(made, 2, 2, self._say("notes"))
        for at, (name, sheet) in enumerate(zip(names, sheets, strict=True), 3):
            self._go(made, at, name, name)
            self.put(made, at, 1, sheet.title)
            self.put(made, at, 2, self._say(f"kind_{sheet.kind}"))
        made.freeze_panes(2, 0)

    def _go(self, made: Any, row: int, name: str, text: str) -> None:
        made.write_url(row, 0, f"internal:'{name}'!A1", self.link, string=text)

    def _notes(self, names: Sequence[str], sheets: Sequence[Sheet]) -> None:
        widths = (34.0, 110.0)
        made = self._new(self.notes, widths)
        self.put(made, 0, 0, self._say("notes"), self.title)
        places: dict[str, list[int]] = {}
        for at, sheet in enumerate(sheets):
            for note in dict.fromkeys(sheet.notes):
                if note.strip():
                    places.setdefault(note, []).append(at)
        rows = [(self._say("everywhere"), self._say(sign)) for sign in SIGNS]
        rows += [("; ".join(in_runs(names, where)), note) for note, where in places.items()]
        self.table(made, 1, (self._say("where"), self._say("note")), len(rows))
        for at, both in enumerate(rows, 2):
            for column, text in enumerate(both):
                self.put(made, at, column, text)
            made.set_row(at, height_of(both, widths))
        made.freeze_panes(2, 0)

    def _about(self, sheet: Sheet) -> list[tuple[str, Any]]:
        """The lines above a table: title, where notes are, what the whole report is, its own."""
        told = [
            self.document.invented_words if self.document.invented else "",
            *standing(self.document),
        ]
        line = " · ".join(part for part in told if part)
        return [
            (sheet.title, self.title),
            (f"{self._say('one_table')} {self._say('see_notes', sheet=self.notes)}", self.line),
            *([(line, self.alarm)] if line else []),
            *((line, self.line) for text in sheet.about for line in lines_of(text)),
        ]

    def _sheet(self, name: str, sheet: Sheet, limits: tuple[str, int] | None) -> None:
        widths, right = widths_of(sheet), on_the_right(sheet)
        made = self._new(name, widths)
        if sum(widths) > WIDEST:
            made.fit_to_pages(2, 0)
            made.repeat_columns(0)
        about = self._about(sheet)
        for at, (text, look) in enumerate(about):
            self.put(made, at, 0, text, look)
        row = len(about)
        self._go(made, row, self.contents, self._say("back"))
        top = row + 1
        self.table(made, top, sheet.header, len(sheet.rows), right)
        made.set_row(top, height_of(sheet.header, widths, bold=True))
        looks = [self.plain, *(self.right if each else self.left for each in right[1:])]
        for at, cells in enumerate(sheet.rows, top + 1):
            for column, (cell, look) in enumerate(zip(cells, looks, strict=True)):
                self.cell(made, at, column, cell, look)
            made.set_row(at, height_of([_text(cell) for cell in cells], widths))
        made.freeze_panes(top + 1, 1)
        if len(sheet.rows) > PAGE_ROWS:
            made.repeat_rows(top)
        chart = self._say("chart_of", title=sheet.title)
        add_chart(self.book, made, sheet, self.theme, self.lang, top + 1, chart, limits)


def _text(cell: Cell) -> str:
    return cell.value if isinstance(cell.value, str) else ""


def in_runs(names: Sequence[str], places: Sequence[int]) -> list[str]:
    """The names at `places` (rising), three and more in a row as the first and the last."""
    found: list[str] = []
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in runs:
        if len(run) > 2:
            found.append(f"{names[run[0]]} – {names[run[-1]]}")
        else:
            found += [names[place] for place in run]
    return found


def _clean(text: str) -> str:
    return cell_text(text)[:LONGEST_CELL]
