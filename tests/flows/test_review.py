"""The ministry's Word comments come back to the lines of the report, also through LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from tests.flows.shell import atbalss

from atbalss.cli import main

pytestmark = pytest.mark.xdist_group("report")
SOFFICE = shutil.which("soffice")


def paragraph(read, words: str):
    return next(p for p in read.paragraphs if words in p.text)


def tracked(kind: str, author: str, text: str):
    """A tracked change as Word writes it."""
    change = OxmlElement(f"w:{kind}")
    for name, value in (("id", "900"), ("author", author), ("date", "2024-12-17T10:00:00Z")):
        change.set(qn(f"w:{name}"), value)
    run = OxmlElement("w:r")
    words = OxmlElement("w:t" if kind == "ins" else "w:delText")
    words.text = text
    run.append(words)
    change.append(run)
    return change


@pytest.fixture(scope="module")
def commented(built: Path, tmp_path_factory) -> Path:
    """The report as a reader gives it back: a comment, two changes, a number typed over."""
    read = python_docx.Document(BytesIO((built / "vpvkac-lv.docx").read_bytes()))
    runs = paragraph(read, "Risinājuma grūtības kā iemeslu").runs
    read.add_comment(runs, "Vai tas attiecas uz <b>visiem</b>?\n=1+1", "Anna Bērziņa", "AB")
    place = paragraph(read, "Padarīt telpas")
    place._p.append(tracked("ins", "Jānis Ozols", " Arī liftus."))
    first = place.runs[-1]
    first._r.addprevious(tracked("del", "Jānis Ozols", "svītrotais"))
    control = next(
        item
        for item in read.element.body.iter(qn("w:sdt"))
        if 'share("internet_use", "none")'
        in str([t.get(qn("w:val")) for t in item.iter(qn("w:tag"))])
    )
    next(control.iter(qn("w:t"))).text = "55\u00a0%"
    file = tmp_path_factory.mktemp("review") / "commented.docx"
    read.save(file)
    return file


def found(file: Path) -> list[dict[str, str]]:
    return json.loads(atbalss("review", file, "--json").stdout)


def check(remarks, source: list[str]) -> None:
    by_kind = {item["kind"]: item for item in remarks}
    comment = by_kind["comment"]
    assert (comment["author"], comment["date"][:2]) == ("Anna Bērziņa", "20")
    assert "Risinājuma grūtības kā iemeslu" in source[comment["line"] - 1]
    assert comment["quote"].startswith("Vispirms labot") or "Risinājuma" in comment["quote"]
    assert comment["text"].startswith("Vai tas attiecas uz <b>visiem</b>?")
    assert "Padarīt telpas" in source[by_kind["inserted"]["line"] - 1]
    assert by_kind["inserted"]["text"].strip() == "Arī liftus."
    assert by_kind["deleted"]["quote"] == "svītrotais"
    assert by_kind["deleted"]["author"] == "Jānis Ozols"
    assert [item["kind"] for item in remarks].count("number") == 1
    number = by_kind["number"]
    assert number["text"] == "55\u00a0%" and number["quote"] != number["text"]
    assert number["expression"] == 'share("internet_use", "none")'
    assert number["expression"] in source[number["line"] - 1]


def test_comments_changes_and_numbers_come_back_to_their_lines(commented, vpvkac, tmp_path):
    source = (vpvkac / "report.lv.md").read_text("utf-8").splitlines()
    remarks = found(commented)
    check(remarks, source)
    number = next(item for item in remarks if item["kind"] == "number")
    out = tmp_path / "review.md"
    told = atbalss("review", commented, "--study", vpvkac, "--out", out).stdout
    assert f"report.lv.md:{number['line']}: [skaitlis pārrakstīts ar roku]" in told
    text = out.read_text("utf-8")
    assert "<b>" not in text.replace("\\<b\\>", "") and "Anna Bērziņa" in text


def test_an_untouched_document_has_no_remarks(built):
    assert found(built / "vpvkac-lv.docx") == []
    assert found(built / "vpvkac-press-lv.docx") == []


def test_a_file_that_is_not_there_and_a_command_cut_short_are_told(tmp_path, capsys):
    assert main(["--ui", "lv", "review", str(tmp_path / "none.docx")]) == 1
    assert "folder-no-file" in "".join(capsys.readouterr())
    for words, said in (
        (["review"], "trūkst: file"),
        (["review", "a.docx", "--nekas"], "nepazīst: --nekas"),
        (["review", "a.docx", "--out"], "pēc --out trūkst vērtības"),
        (["diff", "a", "b", "--lang", "xx"], "--lang: nevar būt „xx“"),
    ):
        assert main(["--ui", "lv", *words]) == 2
        assert said in capsys.readouterr().err


def test_what_is_no_document_of_ours_is_refused(tmp_path):
    plain = python_docx.Document()
    plain.add_paragraph("Sveiki")
    plain.save(tmp_path / "foreign.docx")
    (tmp_path / "text.docx").write_text("no zip")
    for name, code in (
        ("foreign.docx", "report-review-foreign"),
        ("text.docx", "report-review-file"),
    ):
        done = atbalss("review", tmp_path / name, code=1)
        assert code in done.stdout + done.stderr


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is missing")
def test_the_same_through_libreoffice(commented, vpvkac, tmp_path):
    """LibreOffice reads the commented file and writes it anew, as an office without Word would."""
    command = [SOFFICE, f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(tmp_path), str(commented)]
    subprocess.run(command, check=True, capture_output=True, timeout=900)
    source = (vpvkac / "report.lv.md").read_text("utf-8").splitlines()
    check(found(tmp_path / commented.name), source)
