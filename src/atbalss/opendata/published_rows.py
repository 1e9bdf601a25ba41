"""The results of a published site as rows, for spreadsheets: CSV and a workbook.

The rows are read off the JSON-stat collection and know nothing else: what is hidden there has no
value here.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from atbalss.exchange.cells import MARK, csv_text
from atbalss.opendata.jsonstat import MEASURES
from atbalss.opendata.phrases import say

Value = str | int | float | None

NAMES = tuple(
    "question question_label view view_label answer answer_label group group_label".split()
)
STATUS = "status"
_MADE = "data_status"  # as in the open data: invented rows say so themselves
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)  # the same file each time it is made
_WIDTHS = (16, 44, 14, 20, 14, 44, 14, 28)


def csv_of(collection: Mapping[str, Any], lang: str, *, invented: bool) -> bytes:
    """The rows as CSV (UTF-8 with a mark for Excel); names of columns are the same everywhere."""
    head = (*NAMES, *MEASURES, STATUS, *((_MADE,) if invented else ()))
    more = (say("made", lang),) if invented else ()
    rows = [[*row, *more] for row in rows_of(collection)]
    return (MARK + csv_text([head, *rows], ends="\n")).encode()


def rows_of(collection: Mapping[str, Any]) -> Iterator[list[Value]]:
    """A row an answer of a group of a view: names and words, the measures, the status."""
    for cube in collection["link"]["item"]:
        about, parts = cube["extension"], cube["dimension"]
        answers, groups = (parts[name]["category"]["label"] for name in ("answer", "group"))
        asked = about["question"], parts["answer"]["label"]
        told, at = (*asked, about["view"], about["view_label"]), 0
        for answer, answer_label in answers.items():
            for group, group_label in groups.items():
                values = cube["value"][at : at + len(MEASURES)]
                status = cube["status"].get(str(at), "")
                at += len(MEASURES)
                yield [*told, answer, answer_label, group, group_label, *values, status]


def xlsx_of(collection: Mapping[str, Any], lang: str) -> bytes:
    """The rows as a workbook: numbers on one sheet, with filters; notes and marks on another."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False,
                                     "strings_to_urls": False})  # fmt: skip
    book.set_properties({"title": collection["label"], "created": _LONG_AGO})
    sheet = book.add_worksheet("data")
    rows = list(rows_of(collection))
    measures = [say(f"measure-{name}", lang) for name in MEASURES]
    head = [*(say(f"column-{name}", lang) for name in NAMES), *measures, say("column-status", lang)]
    wrapped = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for across, text in enumerate(head):
        sheet.write_string(0, across, text, wrapped)
    for down, row in enumerate(rows, 1):
        for across, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(down, across, value)
            elif value is not None:
                sheet.write_number(down, across, value)
    for across, width in enumerate(_WIDTHS):
        sheet.set_column(across, across, width)
    sheet.set_column(len(NAMES), len(head) - 1, 13)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(head) - 1)
    beside = book.add_worksheet("notes")
    beside.set_column(0, 0, 110)
    for down, text in enumerate(_notes(collection)):
        beside.write_string(down, 0, text)
    book.close()
    return out.getvalue()


def _notes(collection: Mapping[str, Any]) -> Sequence[str]:
    """Title, wordings, bases and notes of all views, each once, and what each status means."""
    found: dict[str, None] = {collection["label"]: None}
    for cube in collection["link"]["item"]:
        about = cube["extension"]
        told = (about["wording"], about["base"], *cube["note"])
        found |= dict.fromkeys(text for text in told if text)
        found |= dict.fromkeys(f"{key}: {words}" for key, words in about["statuses"].items())
    return list(found)
