"""One set of numbers in every format: each is read back by other software and compared."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections import Counter
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import pptx as python_pptx
import pytest
from lxml import etree
from tests.report.office import W, faults, part

from atbalss.audit.door import open_report
from atbalss.audit.run import audit

pytestmark = pytest.mark.xdist_group("report")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
VALUE = re.compile(r"^(≥ )?\d+(,\d+)?( %)?[*†]*$")
Told = list[tuple[str, str]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


class Page(HTMLParser):
    """Bound numbers of a page with their section, and the cells of each figure's data table."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.told: Told = []
        self.headings: list[str] = []
        self.figures: dict[str, list[str]] = {}
        self.section, self.label = "", ""
        self.stack: list[tuple[str, str]] = []
        self.buffer: dict[str, str] = {}
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        have = dict(attrs)
        if tag in ("h2", "h3", "h4", "h5") or have.get("data-number") or tag in ("td", "th"):
            self.buffer[tag] = ""
            self.inside = tag if not have.get("data-number") or tag == "td" else "number"
            self.buffer[self.inside] = ""
        if tag == "span" and have.get("class") == "label":
            self.buffer["label"], self.inside = "", "label"

    def handle_data(self, data):
        if self.inside:
            self.buffer[self.inside] = self.buffer.get(self.inside, "") + data

    def handle_endtag(self, tag):
        if tag in ("h2", "h3", "h4", "h5"):
            self.section = re.sub(r"^[\d.]+(?=\D)", "", squeezed(self.buffer.get(tag, "")))
            self.headings.append(self.section)
        elif tag == "span" and self.inside == "number":
            self.told.append((self.section, squeezed(self.buffer["number"])))
        elif tag == "span" and self.inside == "label":
            self.label = squeezed(self.buffer["label"]).rstrip(".")
        elif tag in ("td", "th") and self.inside == tag:
            self.figures.setdefault(self.label, []).append(squeezed(self.buffer[tag]))
        elif tag == "span":
            return
        self.inside = ""


@pytest.fixture(scope="module")
def files(built: Path) -> dict[str, bytes]:
    return {file.suffix[1:]: file.read_bytes() for file in built.glob("vpvkac-lv.*")}


@pytest.fixture(scope="module")
def page(files) -> Page:
    return Page(files["html"].decode())


def bound_in_word(content: bytes) -> Told:
    """The content controls of the text, of footnotes where they are referred to, by section."""
    notes = {
        item.get(f"{W}id"): item
        for item in part(content, "word/footnotes.xml").iter(f"{W}footnote")
    }
    found: Told = []
    section = ""

    def controls(root) -> None:
        for item in root.iter(f"{W}sdt", f"{W}footnoteReference"):
            if item.tag.endswith("footnoteReference"):
                controls(notes[item.get(f"{W}id")])
            elif item.find(f"{W}sdtPr/{W}tag") is not None:
                text = "".join(t.text or "" for t in item.iter(f"{W}t"))
                found.append((section, squeezed(text)))

    for block in part(content, "word/document.xml").find(f"{W}body"):
        style = block.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val")
        if name.startswith("Heading"):
            words = "".join(t.text or "" for t in block.iter(f"{W}t"))
            section = squeezed(words.partition("\u2002")[2] or words)
        if block.tag == f"{W}p" or "KeyNumber" in etree.tostring(block).decode():
            controls(block)
    return found


def test_bound_numbers_are_the_same_in_html_word_excel_and_pdf_section_by_section(files, page):
    word = bound_in_word(files["docx"])
    sheet = openpyxl.load_workbook(BytesIO(files["xlsx"]))["Teksta skaitļi"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head = next(i for i, row in enumerate(rows) if row[0] == "Nodaļa")
    excel = [(squeezed(row[0]), squeezed(row[1])) for row in rows[head + 1 :]]
    assert len(word) > 200
    assert Counter(word) == Counter(excel)
    assert Counter(word) == Counter(page.told)
    command = ["pdftotext", "-", "-"]
    run = subprocess.run(command, input=files["pdf"], capture_output=True, check=True)
    text = squeezed(run.stdout.decode()).replace(" ", "")
    sections = list(dict.fromkeys(name for name, _ in word))
    bare = [name.replace(" ", "") for name in sections]
    places = [text.find(bare[0], text.find(bare[0]) + 1)]  # first it stands in the contents
    for name in bare[1:]:
        places.append(text.find(name, places[-1] + 1))
    assert places == sorted(places) and places[0] > 0
    for name, first, end in zip(sections, places, [*places[1:], len(text)], strict=True):
        for number in (told.replace(" ", "") for section, told in word if section == name):
            assert number in text[first:end], (name, number)


def shown(value: str, form: str) -> str:
    """A value as its number format prints it, in Latvian."""
    literals = re.findall(r'"([^"]*)"', form)
    bare = re.sub(r'"[^"]*"', "", form)
    number = float(value) * (100 if "%" in bare else 1)
    digits = len(bare.partition(".")[2].rstrip("%"))
    text = f"{round(number + 1e-9, digits):.{digits}f}".replace(".", ",")
    floor = "≥ " if any("≥" in item for item in literals) else ""
    marks = "".join(item for item in literals if item.strip("*†") == "")
    return f"{floor}{text}{' %' if '%' in bare else ''}{marks}"


def chart_values(xml: bytes) -> Counter[str]:
    """What the labels of a native chart print."""
    found: Counter[str] = Counter()
    for series in etree.fromstring(xml).iter(f"{C}ser"):
        val = series.find(f"{C}val/{C}numRef/{C}numCache")
        common = val.findtext(f"{C}formatCode")
        own = {
            label.find(f"{C}idx").get("val"): label.find(f"{C}numFmt").get("formatCode")
            for label in series.iter(f"{C}dLbl")
            if label.find(f"{C}numFmt") is not None
        }
        for point in val.iter(f"{C}pt"):
            form = own.get(point.get("idx"), common)
            found[shown(point.findtext(f"{C}v"), form).rstrip("*†")] += 1
    return found


def table_values(cells: list[str]) -> Counter[str]:
    return Counter(
        cell.rstrip("*†") for cell in cells if VALUE.match(cell) and ("%" in cell or "," in cell)
    )


def test_figures_hold_the_same_numbers_in_html_word_powerpoint_and_excel(files, page):
    labels = [label for label in page.figures if label.endswith("attēls")]
    assert len(labels) == 27
    deck = python_pptx.Presentation(BytesIO(files["pptx"]))
    slides: dict[str, Counter[str]] = {}
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart:
                name = squeezed(shape.name.partition(" (")[0])
                slides.setdefault(name, Counter())
                slides[name] += chart_values(shape.chart.part.blob)
    book = openpyxl.load_workbook(BytesIO(files["xlsx"]))
    with zipfile.ZipFile(BytesIO(files["docx"])) as word:
        for number, label in enumerate(labels, 1):
            wanted = table_values(page.figures[label])
            assert chart_values(word.read(f"word/charts/chart{number}.xml")) == wanted, label
            assert slides[label] == wanted, label
            sheet = book[label]
            table = next(iter(sheet.tables.values()))
            head, *rows = sheet[table.ref]
            values = [
                at
                for at, cell in enumerate(head)
                if re.search(r"(Īpatsvars, %|punkti)\)?$", cell.value)
            ]
            printed = Counter(
                shown(str(row[at].value), row[at].number_format).rstrip("*†")
                for row in rows
                for at in values
                if isinstance(row[at].value, int | float)
            )
            assert printed == wanted, label


def test_office_files_are_valid_and_say_whose_language_they_speak(files, tmp_path):
    for kind in ("docx", "pptx", "xlsx"):
        assert faults(files[kind], tmp_path, f".{kind}") == []
    deck = python_pptx.Presentation(BytesIO(files["pptx"]))
    titles = [slide.shapes.title.text for slide in deck.slides]
    assert len(set(titles)) == len(titles) and all(titles)
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr/@descr")[0]
    assert b'lang="lv-LV"' in zipfile.ZipFile(BytesIO(files["pptx"])).read("ppt/slides/slide3.xml")
    assert 'w:lang w:val="lv-LV"' in etree.tostring(part(files["docx"], "word/styles.xml")).decode()
    book = openpyxl.load_workbook(BytesIO(files["xlsx"]))
    for sheet in book:
        assert sheet["A1"].value and not sheet.merged_cells.ranges
        assert len(sheet.tables) == 1
        ref = next(iter(sheet.tables.values())).ref
        blank = [c.coordinate for row in sheet[ref] for c in row if c.value in (None, "")]
        assert not blank, (sheet.title, blank)
        assert not any(c.data_type == "f" for row in sheet.iter_rows() for c in row)


def test_charts_of_the_pdf_are_read_back_as_the_figures_of_the_page(built, page):
    """The audit binds each number of a drawn chart to its label, as the data tables have them."""
    text = open_report(built / "vpvkac-lv.pdf")
    told: dict[str, set[str]] = {}
    for cells in page.figures.values():
        for label, value in pairwise(cells):
            for name in {label, label.partition(": ")[2]}:
                told.setdefault(name, set()).add(bare(value))
    read = []
    for block in text.blocks:
        heads = block.rows[0] if block.rows else ()
        if heads[1:] == ("%",):
            read += [row for row in block.rows[1:] if row[0] in told]
        elif heads[-1:] == ("Grūti pateikt",):
            names = [
                (row[0], *cell) for row in block.rows[1:] for cell in zip(heads, row, strict=True)
            ]
            read += [(f"{row}: {head}", value) for row, head, value in names if head and value]
    assert len(read) > 100
    assert [(label, value) for label, value in read if bare(value) not in told[label]] == []
    assert audit(text) == []


def bare(value: str) -> str:
    """A share without its sign and its marks."""
    return value.rstrip("*†").strip(" %")
