"""Presentation and workbook of a document with every block: valid, fixed, safe from its texts."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import openpyxl
import pptx as python_pptx
import pytest
from tests.report.office import faults
from tests.report.sample import LONG, NASTY, document

from atbalss.report.deck import slides_of, split
from atbalss.report.document import BoundText, KeyNumbers, Paragraph, Point, Series, Words
from atbalss.report.fonts import width
from atbalss.report.office_numbers import number_of
from atbalss.report.outline import figures_of
from atbalss.report.render import html, typst
from atbalss.report.render.docx import docx
from atbalss.report.render.pptx import pptx
from atbalss.report.render.xlsx import xlsx
from atbalss.report.render.xlsx_charts import names_high


@pytest.mark.parametrize(("make", "ending"), [(pptx, ".pptx"), (xlsx, ".xlsx")])
def test_files_are_valid_and_the_same_each_time(make, ending, tmp_path):
    made = make(document())
    assert faults(made, tmp_path, ending) == []
    assert make(document()) == made


def test_no_cell_is_a_formula_whoever_typed_it():
    book = openpyxl.load_workbook(BytesIO(xlsx(document())))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(cell.data_type in ("s", "n") for cell in cells)
    assert any(str(cell.value).startswith("<script>") for cell in cells)


def test_a_slide_a_finding_with_its_chart_and_notes():
    deck = python_pptx.Presentation(BytesIO(pptx(document())))
    figures = [item for item in figures_of(document().blocks) if not item.model.is_empty]
    charts = [s for slide in deck.slides for s in slide.shapes if s.has_chart]
    assert len(charts) >= len(figures)
    assert all(slide.notes_slide.notes_text_frame.text for slide in list(deck.slides)[2:4])
    words = "\n".join(
        s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame
    )
    assert not re.search(r"\{\{|#import", words) or NASTY[1] in words


def test_names_of_bars_have_their_place_on_a_slide():
    """Without it names wrap, and LibreOffice leaves out those that no longer fit."""
    deck = python_pptx.Presentation(BytesIO(pptx(document())))
    seen = 0
    for frame in (s for slide in deck.slides for s in slide.shapes if s.has_chart):
        space = frame.chart._chartSpace
        bars = space.xpath(".//c:barChart")
        places = space.xpath(".//c:plotArea/c:layout/c:manualLayout")
        assert bool(bars) == bool(places)
        if not bars:
            continue
        seen += 1
        box = {n: float(places[0].xpath(f"c:{n}/@val")[0]) for n in "xywh"}
        assert box["x"] + box["w"] <= 1 and box["y"] + box["h"] <= 1 and box["h"] > 0.3
        names = {str(name) for name in frame.chart.plots[0].categories}
        size = int(space.xpath("./c:txPr//a:defRPr/@sz")[0]) / 100
        widest = max(width(name, size) for name in names)
        assert box["x"] * frame.width / 12_700 >= min(widest, 0.4 * frame.width / 12_700)
    assert seen > 2


def test_marks_are_explained_on_the_slide_where_they_stand():
    """A slide is read alone: neither the notes nor the end of a chapter is at hand."""
    whole = document()
    first, second = "* Maza bāze (30–99).", "† Publicētais skaitlis mīnus publicētā starpība."
    model = replace(
        figures_of(whole.blocks)[0].model,
        categories=("Jā", "Nē"),
        series=(Series("2024", (Point(0.4, "40\u00a0%*"), Point(0.6, "60\u00a0%"))),),
    )
    figure = replace(figures_of(whole.blocks)[0], model=model, notes=("Cits.", second, first))
    keys = KeyNumbers(((BoundText("82\u00a0%*", "n1"), "vārdi"),))
    chapter = Paragraph((Words("* Bāze ir no 30 līdz 99."),))
    slides = slides_of(replace(whole, blocks=(keys, figure, chapter)))
    assert [slide.marks for slide in slides[:2]] == ["* Bāze ir no 30 līdz 99.", first]
    plain = replace(figure, model=replace(model, series=(Series("2024", (Point(1.0, "1"),) * 2),)))
    assert slides_of(replace(whole, blocks=(plain, chapter)))[0].marks == ""
    deck = python_pptx.Presentation(BytesIO(pptx(replace(whole, blocks=(keys, figure, chapter)))))
    shown = [[s.text_frame.text for s in page.shapes if s.has_text_frame] for page in deck.slides]
    assert "* Bāze ir no 30 līdz 99." in shown[1] and first in shown[2]


def test_labels_of_bars_stay_on_one_line():
    """LibreOffice breaks "48 %" in two where a chart is as low as a single bar."""
    deck = python_pptx.Presentation(BytesIO(pptx(document())))
    for frame in (s for slide in deck.slides for s in slide.shapes if s.has_chart):
        labels = frame.chart._chartSpace.xpath(".//c:dLbls//c:txPr/a:bodyPr")
        assert all(body.get("wrap") == "none" for body in labels)


def test_a_sheets_chart_is_as_high_as_its_names():
    """Names of three lines need room, or every second one goes missing."""
    assert names_high(("Jā", "Nē")) < 2 * 24 < names_high(("Jā", LONG * 2)) <= 2 * 6 * 15


def test_a_long_chart_goes_on_over_slides_and_loses_nothing():
    for figure in figures_of(document().blocks):
        parts = split(figure.model, 3)
        if len(parts) > 1:
            assert sum((part.categories for part in parts), ()) == figure.model.categories
    titles = [slide.title for slide in slides_of(document())]
    assert len(titles) == len(set(titles))


@pytest.mark.parametrize(
    ("text", "entry", "found"),
    [
        ("36\u00a0%", {"value": 0.3592}, (0.3592, '0"\u00a0"%')),
        ("36\u00a0%*", {"value": 0.9}, (0.36, '0"\u00a0"%"*"')),
        ("7,9", {"value": 7.86}, (7.86, "0.0")),
        ("+12", {"value": 0.1234}, (12.34, '+0;"−"0;0')),
        ("−12", {}, (-12.0, '0;"−"0;0')),
        ("1\u00a0204", {}, (1204.0, "#,##0")),
        ("=1+1", {}, None),
        ("31–45\u00a0%", {}, None),
        ("0,033", {}, (0.033, "0.000")),  # a p value, not thirty-three
        ("1,000", {}, (1.0, "0.000")),
    ],
)
def test_a_printed_number_is_its_exact_value_under_the_format_that_prints_it(text, entry, found):
    assert number_of(text, entry, "lv") == found
    if text[-4:-3] == ",":
        assert number_of(text, {}, "en") == (float(text.replace(",", "")), "#,##0")


def test_a_draft_under_embargo_says_so_in_every_format(tmp_path):
    draft = replace(document(), state="draft", embargo="2024-12-20")
    page = html.page(draft, {}, "")
    assert "Nepublicēt pirms 20.12.2024." in page and 'content:"MELNRAKSTS"' in page
    source = typst.source(draft)
    assert "Nepublicēt pirms 20.12.2024." in source and "MELNRAKSTS" in source
    for make, ending in ((docx, ".docx"), (pptx, ".pptx"), (xlsx, ".xlsx")):
        made = make(draft)
        assert faults(made, tmp_path, ending) == []
        with zipfile.ZipFile(BytesIO(made)) as file:
            whole = b"".join(file.read(name) for name in file.namelist()).decode("utf-8", "ignore")
        assert "Nepublicēt pirms 20.12.2024." in whole and "MELNRAKSTS" in whole
        clean = make(document())
        with zipfile.ZipFile(BytesIO(clean)) as file:
            whole = b"".join(file.read(name) for name in file.namelist()).decode("utf-8", "ignore")
        assert "MELNRAKSTS" not in whole
