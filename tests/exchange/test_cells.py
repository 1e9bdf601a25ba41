"""No text becomes a formula, by whichever door it leaves; and none is changed by it."""

from __future__ import annotations

import csv
import io

import openpyxl
import polars as pl
from hypothesis import example, given
from hypothesis import strategies as st

from atbalss.exchange import cells
from atbalss.exchange.delimited import write_table

TEXTS = st.text(alphabet=st.sampled_from("=+-@\t\r\n',.;\"0159eE_xA ā"), max_size=12)


@given(TEXTS)
@example("=cmd|' /C calc'!A0")
@example("+10")
@example("-1e-05")
@example("-1,5")
@example("-2+3")
@example("\r=1")
@example("+٣")
def test_a_disarmed_text_begins_as_a_formula_only_where_it_is_a_number(text):
    written = cells.disarmed(text)
    assert written in (text, "'" + text)
    if written[:1] in set("=+-@\t\r"):
        assert written[:1] in "+-"
        float(written.replace(",", "."))


@given(st.lists(TEXTS.map(lambda text: text.replace("\r", "\n")), min_size=1, max_size=5))
def test_columns_are_disarmed_as_single_texts_are(texts):
    made = write_table(pl.DataFrame({"q": texts, "end": "x"}), for_excel=True)
    rows = csv.reader(io.StringIO(made.removeprefix(cells.MARK)), delimiter=";")
    assert [row[0] for row in rows][1:] == [cells.disarmed(text) for text in texts]


@given(st.lists(TEXTS.map(str.strip).filter(bool), min_size=1, max_size=8))
@example(["_x0041_", "_x000D_", "_x005F_", "=1+1"])
def test_a_text_in_a_workbook_is_a_text_and_comes_back(texts):
    book = openpyxl.Workbook()
    for row, text in enumerate(texts, 1):
        cells.put_text(book.active.cell(row, 1), text)
    out = io.BytesIO()
    book.save(out)
    sheet = openpyxl.load_workbook(out).active
    for row, text in enumerate(texts, 1):
        cell = sheet.cell(row, 1)
        assert cell.data_type == "s"
        assert cells.unescaped(cell.value) == cells.cell_text(text)
        assert cell.quotePrefix is (text[0] in "=+-@")


@given(st.lists(st.text(max_size=40), min_size=1, max_size=6))
@example(["a" * 40, "A" * 40, "[x]", "", "'"])
def test_names_of_sheets_are_those_that_excel_allows(wanted):
    names = cells.sheet_names(wanted)
    assert len({name.lower() for name in names}) == len(wanted)
    assert all(0 < len(name) <= cells.LONGEST_NAME for name in names)
    assert not [name for name in names if set(name) & set("[]:*?/\\'")]
