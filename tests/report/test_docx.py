"""The Word document: valid, editable, accessible; nothing that was typed becomes a field."""

from __future__ import annotations

import itertools
import re
import zipfile
from io import BytesIO

import docx as python_docx
import openpyxl
import pytest
from tests.report.office import W, faults, names, part
from tests.report.sample import NASTY, document

from atbalss.report.office_charts import CHART, DRAWING
from atbalss.report.outline import figures_of
from atbalss.report.render.docx import docx

C, A = f"{{{CHART}}}", f"{{{DRAWING}}}"


@pytest.fixture(scope="module")
def made() -> bytes:
    return docx(document())


def test_it_is_valid_and_the_same_each_time(made, tmp_path):
    assert faults(made, tmp_path, ".docx") == []
    assert docx(document()) == made


def test_each_figure_is_a_native_chart_with_its_workbook_and_its_numbers_as_alternative(made):
    root = part(made, "word/document.xml")
    figures = [f for f in figures_of(document().blocks) if not f.model.is_empty]
    alts = [item.get("descr") for item in root.iter() if item.tag.endswith("}docPr")]
    assert len(alts) == len(figures) == sum("charts/chart" in name for name in names(made))
    for alt, figure in zip(alts, figures, strict=True):
        for series in figure.model.series:
            for point in series.points:
                assert point.label in alt
    assert sum("charts/_rels/chart" in name for name in names(made)) == len(figures)


def test_words_of_people_stand_in_text_runs_alone(made):
    root = part(made, "word/document.xml")
    texts = "\n".join(item.text or "" for item in root.iter(f"{W}t"))
    codes = [item.text or "" for item in root.iter(f"{W}instrText")]
    codes += [item.get(f"{W}instr") for item in root.iter(f"{W}fldSimple")]
    assert 'HYPERLINK("http://evil")' in texts and "<script>" in texts
    allowed = re.compile(r' (TOC \\o "1-2" \\h \\z \\u|(PAGE)?REF \w+ \\h|SEQ \w+ \\\* ARABIC) ')
    assert all(allowed.fullmatch(code) for code in codes), codes
    for nasty in NASTY[:5]:
        assert nasty in texts


def test_another_reader_finds_headings_in_order_and_header_rows(made):
    read = python_docx.Document(BytesIO(made))
    levels = [int(p.style.name[-1]) for p in read.paragraphs if p.style.name[:7] == "Heading"]
    assert levels and levels[0] == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))
    assert any(row._tr.xpath("./w:trPr/w:tblHeader") for t in read.tables for row in t.rows)
    assert read.core_properties.title == document().title
    assert read.core_properties.language == "lv-LV"


def test_workbooks_inside_hold_texts_never_formulas(made):
    books = [name for name in names(made) if name.endswith(".xlsx")]
    with zipfile.ZipFile(BytesIO(made)) as file:
        for name in books:
            for row in openpyxl.load_workbook(BytesIO(file.read(name))).active.iter_rows():
                assert all(cell.data_type != "f" for cell in row)


def test_names_of_bars_have_their_place_and_are_not_turned(made):
    """Without it LibreOffice left out every second name of a chart with many bars."""
    charts = [part(made, name) for name in names(made) if "charts/chart" in name]
    bars = [space for space in charts if space.find(f".//{C}barChart") is not None]
    assert len(bars) > 2
    for space in bars:
        place = space.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
        box = {name: float(place.find(f"{C}{name}").get("val")) for name in "xywh"}
        assert box["x"] + box["w"] <= 1 and box["y"] + box["h"] <= 1 and box["h"] > 0.3
        assert space.find(f".//{C}catAx/{C}txPr/{A}bodyPr").get("rot") == "0"
