"""Workbooks as Markdown and as Excel: what is written is what is read back."""

from __future__ import annotations

import datetime
import io

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform_markdown import read_markdown, write_markdown
from atbalss.exchange.xlsform_xlsx import read_xlsx, unwritable, write_xlsx
from atbalss.problems import Refused

TRICKY = [
    "|", "\\", "\\|", "\\\\", "<br>", "<BR />", "<b>", "&#32;", "&", "\n", " ", "\t", "=1+1",
    "+", "-", "@", "01", "1.0", "1", "-0", "TRUE", "---", ":-:", "#", "##", "`", "```", "${a}",
    "\\d", "\\.", "\u00a0", "\u2028", "_x0041_", "_x000D_", "_x005F_", "ā", "щ", "🙂", "'", '"',
]  # fmt: skip
cell = st.one_of(
    st.just(""),
    st.sampled_from(TRICKY),
    st.lists(st.sampled_from(TRICKY), max_size=5).map("".join),
    st.text(max_size=12),
)
sheet_name = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, exclude_characters="[]:*?/\\'"),
    min_size=1,
    max_size=20,
).filter(lambda name: name.strip())
grids = st.lists(st.lists(cell, max_size=4), max_size=5)
workbooks = st.lists(
    st.tuples(sheet_name, grids), max_size=3, unique_by=lambda pair: pair[0].lower()
).map(lambda pairs: Workbook(tuple(Sheet.of(name, grid) for name, grid in pairs)))


@given(workbooks)
def test_markdown_gives_every_cell_back(workbook):
    again, problems = read_markdown(write_markdown(workbook))
    assert problems == []
    assert again == workbook


@settings(max_examples=20, deadline=None)
@given(workbooks.filter(lambda book: book.sheets))
def test_excel_gives_every_cell_back(workbook):
    again, problems = read_xlsx(write_xlsx(workbook))
    assert problems == []
    assert again == workbook


@settings(max_examples=30, deadline=None)
@given(workbooks.filter(lambda book: book.sheets))
def test_conversion_there_and_back_loses_nothing(workbook):
    through_excel, _ = read_xlsx(write_xlsx(workbook))
    assert through_excel is not None
    again, _ = read_markdown(write_markdown(through_excel))
    assert again == workbook


@given(st.text(max_size=300))
def test_any_text_can_be_read_as_markdown(text):
    book, _ = read_markdown(text)
    again, _ = read_markdown(write_markdown(book))
    assert again == book


@given(st.binary(max_size=200))
def test_any_bytes_can_be_refused_as_excel(content):
    workbook, problems = read_xlsx(content)
    assert workbook is None
    assert problems[0].code in ("exchange-excel-none", "exchange-excel-empty")


def test_rows_keep_their_numbers_and_lines():
    text = (
        "# Title\n\n## survey\nfor readers\n\n"
        "| type | name |\n|---|---|\n| text | a |\n|  |  |\n| text | b |\n"
    )
    workbook, _ = read_markdown(text)
    sheet = workbook.sheet("survey")
    assert sheet is not None
    assert [(row.number, row.line, row.cells) for row in sheet.rows] == [
        (2, 8, ("text", "a")),
        (3, 9, ()),
        (4, 10, ("text", "b")),
    ]


def test_a_table_broken_by_a_blank_line_is_refused():
    text = "## survey\n\n| type |\n| --- |\n| text |\n\n| note |\n"
    _, problems = read_markdown(text)
    assert [item.code for item in problems] == ["exchange-table-broken"]
    assert problems[0].where.line == 7


def test_two_sheets_of_one_name_are_refused():
    _, problems = read_markdown("## choices\n\n## Choices\n")
    assert [item.code for item in problems] == ["exchange-sheet-twice"]


def test_regular_expressions_need_no_doubling():
    workbook, _ = read_markdown(r"## s" + "\n| " + r"regex(., '^\d{4}\.\d$')" + " |\n")
    assert workbook.sheets[0].header == (r"regex(., '^\d{4}\.\d$')",)


def test_excel_cells_read_as_they_were_typed():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "survey"
    sheet.append(["a", "b", "c", "d", "e", "f"])
    sheet.append([1.0, 2.5, True, datetime.date(2024, 1, 31), datetime.time(9, 30), None])
    sheet.append([])
    sheet.append([datetime.datetime(2024, 1, 31, 9, 30), "=1+1", " x ", -3, 1e20, "last"])  # noqa: DTZ001
    out = io.BytesIO()
    book.save(out)
    workbook, _ = read_xlsx(out.getvalue())
    assert workbook is not None
    rows = workbook.sheets[0].rows
    assert rows[0].cells == ("1", "2.5", "TRUE", "2024-01-31", "09:30:00")
    assert rows[1].is_blank
    assert rows[2].number == 4
    assert rows[2].cells == ("2024-01-31 09:30:00", "", " x ", "-3", "1e+20", "last")


def test_nothing_written_to_excel_is_a_formula():
    content = write_xlsx(Workbook((Sheet.of("survey", [["=HYPERLINK(1)", "+1", "@a"]]),)))
    cells = next(openpyxl.load_workbook(io.BytesIO(content))["survey"].iter_rows())
    assert [cell.data_type for cell in cells] == ["s", "s", "s"]


@pytest.mark.parametrize("name", ["a/b", "x" * 32, "'a", "a:b", " "])
def test_sheet_names_that_excel_forbids_are_refused(name):
    workbook = Workbook((Sheet.of(name, [["a"]]),))
    assert [item.code for item in unwritable(workbook)] == ["exchange-sheet-name"]
    with pytest.raises(Refused):
        write_xlsx(workbook)


def test_texts_that_excel_cannot_hold_are_refused():
    workbook = Workbook((Sheet.of("survey", [["a"], ["x" * 40_000]]),))
    found = unwritable(workbook)
    assert [(item.code, item.where.row) for item in found] == [("exchange-cell-long", 2)]
