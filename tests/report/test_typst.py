"""The PDF: valid by both standards, the same bytes, whole, safe, tagged, with its data inside."""

from __future__ import annotations

import io
import itertools
import re
import shutil
import subprocess
import zlib
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
from tests.report.sample import NASTY, document

from atbalss.report import fonts
from atbalss.report.chart_workers import Workers
from atbalss.report.column_widths import CELL_SIZE, column_widths
from atbalss.report.document import (
    CellText,
    DataTable,
    Document,
    FigureBlock,
    Heading,
    Paragraph,
    Words,
)
from atbalss.report.outline import walk
from atbalss.report.pdf_streams import no_bare_returns
from atbalss.report.render import typst
from atbalss.report.theme import DEFAULT

ATTACHED = {
    "numbers.json": b'{"n1": 0.36}\n',
    "tables.csv": "atbilde;īpatsvars\r\nJā;92\r\n".encode(),
}


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    return Workers(here=True).draw(document(), DEFAULT, None).all()


@pytest.fixture(scope="module")
def made(drawn: dict[str, str]) -> bytes:
    return typst.pdf(document(), drawn, attachments=ATTACHED)


@pytest.fixture
def opened(made: bytes, tmp_path: Path) -> Any:
    path = tmp_path / "report.pdf"
    path.write_bytes(made)
    with pikepdf.open(path) as found:
        yield found


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_both_standards_find_nothing(made: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(made, profile=profile)
    assert [(item.rule_id, item.message) for item in report.failures] == []


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_every_language_and_a_true_study_are_valid(drawn: dict[str, str], lang: str) -> None:
    data = typst.pdf(document(lang, invented=lang == "lv"), drawn)
    for profile in ("ua1", "3a"):
        assert page.validate_pdf_bytes(data, profile=profile).is_compliant


def test_the_same_report_is_the_same_bytes(made: bytes, drawn: dict[str, str]) -> None:
    assert typst.pdf(document(), drawn, attachments=ATTACHED) == made


def test_language_title_and_viewer(opened: Any) -> None:
    assert str(opened.Root.Lang).startswith("lv")
    assert str(opened.docinfo["/Title"]) == document().title
    assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)
    assert "20241216" in str(opened.docinfo["/CreationDate"])


def test_bookmarks_are_the_headings(opened: Any) -> None:
    with opened.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert any("Galvenie secinājumi" in title for title in titles)
    assert any("Kā klienti piesaka" in title for title in titles)


def _elements(node: Any, kind: str, depth: int = 0) -> list[Any]:
    found = []
    if isinstance(node, pikepdf.Dictionary):
        if str(node.get("/S", "")) == kind:
            found.append(node)
        node = node.get("/K", [])
        if isinstance(node, pikepdf.Dictionary):
            node = [node]
    if isinstance(node, pikepdf.Array | list):
        for child in node:
            if isinstance(child, pikepdf.Dictionary | pikepdf.Array):
                found += _elements(child, kind, depth + 1)
    return found


def test_figures_have_alts_that_tell_and_differ(opened: Any) -> None:
    figures = _elements(opened.Root.StructTreeRoot, "/Figure")
    alts = [str(item.Alt) for item in figures if "/Alt" in item]
    wanted = [b for b in walk(document().blocks) if isinstance(b, FigureBlock)]
    assert [b.alt for b in wanted] == alts
    assert len(set(alts)) == len(alts)
    assert not {b.caption for b in wanted} & set(alts)


def test_every_table_has_header_cells_and_repeats_them(opened: Any) -> None:
    tables = _elements(opened.Root.StructTreeRoot, "/Table")
    assert tables
    for table in tables:
        heads = _elements(table, "/TH")
        assert heads
        for head in heads:
            attributes = head.get("/A")
            listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
            assert "/Column" in [str(item.get("/Scope")) for item in listed if item is not None]


def test_headings_never_skip_a_level(opened: Any) -> None:
    levels = []

    def visit(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                visit(child)
        elif isinstance(node, pikepdf.Dictionary):
            match = re.fullmatch(r"/H([1-6])", str(node.get("/S", "")))
            if match:
                levels.append(int(match[1]))
            if "/K" in node:
                visit(node.K)

    visit(opened.Root.StructTreeRoot)
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_attachments_come_back_as_data(opened: Any) -> None:
    assert set(opened.attachments) == set(ATTACHED)
    for name, content in ATTACHED.items():
        assert opened.attachments[name].get_file().read_bytes() == content
    assert {str(item.AFRelationship) for item in opened.Root.AF} == {"/Data"}


def test_only_the_vendored_face_all_embedded(opened: Any) -> None:
    names = set()
    for item in opened.objects:
        if isinstance(item, pikepdf.Dictionary) and str(item.get("/Type", "")) == "/FontDescriptor":
            names.add(str(item.FontName))
            assert "/FontFile2" in item or "/FontFile3" in item
    assert names
    assert all("FiraSans" in name for name in names)


def pages_of(data: bytes, folder: Path) -> list[str]:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("NO pdftotext: this test did NOT run; install poppler-utils")
    path = folder / "text.pdf"
    path.write_bytes(data)
    done = subprocess.run([tool, "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def test_invented_data_say_so_on_every_page(
    made: bytes, drawn: dict[str, str], tmp_path: Path
) -> None:
    pages = pages_of(made, tmp_path)
    assert len(pages) > 5
    assert all("ATDARINĀTI DATI" in text for text in pages)
    true = pages_of(typst.pdf(document(invented=False), drawn), tmp_path)
    assert not any("ATDARINĀTI DATI" in text for text in true)


def test_hostile_words_are_printed_as_words(made: bytes, tmp_path: Path) -> None:
    text = " ".join("".join(pages_of(made, tmp_path)).split())
    for nasty in NASTY[:4]:
        assert " ".join(nasty.split()) in text
    for bold in (
        "1.\u00a0attēls",
        "Zemsvītras piezīme ar skaitli",
        "3–7 %",
        "Viedās administrācijas",
    ):
        assert " ".join(bold.split()) in text


def test_every_character_of_the_source_can_be_drawn(drawn: dict[str, str]) -> None:
    assert fonts.missing([typst.source(document(), drawn)]) == ()


@pytest.mark.parametrize("text", [*NASTY, '"', "\\", '\\"', '")', "#{", "\n\r\t", "\ud800", ""])
def test_literals_hold_any_text(text: str) -> None:
    found = typst.literal(text)
    assert found[0] == found[-1] == '"'
    inside = found[1:-1]
    assert '"' not in re.sub(r"\\.", "", inside)
    assert "\n" not in inside


def test_a_warning_is_a_fault(monkeypatch: pytest.MonkeyPatch, drawn: dict[str, str]) -> None:
    from dataclasses import replace

    with pytest.raises(RuntimeError):
        typst.pdf(document(), drawn, theme=replace(DEFAULT, font="No Such Face"))


def test_a_figure_without_a_chart_is_a_fault() -> None:
    with pytest.raises(RuntimeError):
        typst.pdf(document(), {})


def test_columns_are_never_narrower_than_their_words() -> None:
    header = tuple(CellText(text, header=True) for text in ("Vērtējums", *"123456789", "Atteicās"))
    row = tuple(CellText("garš apgalvojums par darbinieku attieksmi") for _ in header[:1]) + tuple(
        CellText("1") for _ in header[1:]
    )
    table = DataTable(header, (row,), widths=(20.0, *(0.2 for _ in header[1:])))
    widths = column_widths(table, header, typst.TEXT_WIDTH)
    assert sum(widths) == pytest.approx(typst.TEXT_WIDTH)
    assert widths[-1] >= fonts.width("Atteicās", CELL_SIZE, "FiraSans-SemiBold")


def _words(number: int) -> bytes:
    return b"(number %d) Tj " % (number * number) * (1 + number % 7)


def _pdf_of_streams(count: int) -> bytes:
    """A tiny PDF written as Typst writes: one line feed before each `endstream`, a plain xref."""
    bodies = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    for number in range(count):
        packed = zlib.compress(_words(number))
        head = b"<</Length %d/Filter/FlateDecode>>\nstream\n" % len(packed)
        bodies.append(head + packed + b"\nendstream")
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    lines = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(bodies) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\n" % (
        size,
        lines,
        size,
    )
    return out + table + b"startxref\n%d\n%%%%EOF\n" % len(out)


def test_no_stream_ends_in_a_bare_carriage_return() -> None:
    data = _pdf_of_streams(900)
    count = data.count(b"\r\nendstream")
    assert count > 0
    mended = no_bare_returns(data)
    assert len(mended) == len(data) + count
    assert len(re.findall(rb"\r\r\nendstream", mended)) == count
    assert no_bare_returns(mended) == mended
    with pikepdf.open(io.BytesIO(mended), attempt_recovery=False) as pdf:
        for number in range(900):
            assert pdf.get_object(number + 3, 0).read_bytes() == _words(number)


def test_a_small_document_needs_nothing() -> None:
    blocks = (Heading(1, (Words("Viens"),), "one"), Paragraph((Words("Teksts."),)))
    small = Document("lv", "Nosaukums", "", "", "", "", "2024-01-02", blocks)
    data = typst.pdf(small, {})
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
