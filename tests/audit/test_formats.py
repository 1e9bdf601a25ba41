"""The same report in every format; hostile files are met with a problem, never a traceback."""

from __future__ import annotations

import io
import json
import zipfile

import pytest

from atbalss.audit import word
from atbalss.audit.door import open_report
from atbalss.audit.page import page
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit
from atbalss.audit.text import Kind
from atbalss.cli import main
from atbalss.problems import Refused

FAULTY = "Lielākā daļa (17 %) klientu neko nemainītu."
SOUND = "Aptaujā piedalījās 142 klienti, un apmierināti ir 83 % klientu."


def write(folder, kind):
    path = folder / f"report.{kind}"
    if kind == "docx":
        import docx

        made = docx.Document()
        made.add_heading("Apmierinātība", 1)
        made.add_paragraph(SOUND)
        made.add_paragraph(FAULTY)
        made.save(path)
    elif kind == "pdf":
        import typst

        source = f'#set text(lang: "lv")\n= Apmierinātība\n{SOUND}\n\n{FAULTY}\n'
        path.write_bytes(typst.compile(source.encode()))
    elif kind == "html":
        hidden = "<script>Lielākā daļa (1 %)</script><nav>2 %</nav>"
        words = f"<h1>Apmierinātība</h1>{hidden}<p>{SOUND}</p>\n<p>{FAULTY}</p>"
        path.write_text(f"<!doctype html><html><body>{words}</body></html>", encoding="utf-8")
    else:
        path.write_text(f"# Apmierinātība\n\n{SOUND}\n\n{FAULTY}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("kind", ["md", "txt", "html", "docx", "pdf"])
def test_one_fault_is_found_in_every_format(tmp_path, kind):
    found = audit(open_report(write(tmp_path, kind)))
    assert [item.rule for item in found] == ["majority-word"]
    assert found[0].spot.quote == FAULTY
    assert found[0].spot.page == (1 if kind == "pdf" else 0)


def test_the_program_gives_a_list_and_says_by_its_code_that_there_are_findings(tmp_path, capsys):
    path = write(tmp_path, "md")
    out = tmp_path / "audit.html"
    assert main(["--ui", "en", "audit", str(path), "--json", "--out", str(out)]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [sorted(item) for item in found] == [["line", "proposal", "quote", "rule", "why"]]
    assert found[0]["line"] == 5 and "17%" in found[0]["why"]
    assert f"<mark>{FAULTY}</mark>" in out.read_text(encoding="utf-8")
    path.write_text(f"# Apmierinātība\n\n{SOUND}\n", encoding="utf-8")
    assert main(["audit", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_what_a_report_says_is_escaped_in_the_annotated_page(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Lielākā daļa (17 %) <img src=x onerror=1> klientu.\n", encoding="utf-8")
    text = open_report(path)
    assert "<img" not in page(text, audit(text), "lv")


def test_every_quotation_of_a_paragraph_is_marked_in_the_annotated_page(tmp_path):
    path = tmp_path / "report.txt"
    other = "Viena trešdaļa (52 %) klientu zvana."
    path.write_text(f"{FAULTY} {SOUND} {other}\n", encoding="utf-8")
    text = open_report(path)
    shown = page(text, audit(text), "lv")
    assert f"<mark>{FAULTY}</mark>" in shown and f"<mark>{other}</mark>" in shown


def bomb(many):
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(many):
            archive.writestr(f"word/part{number}.xml", b"0" * 50_000_000)
    return held.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"%PDF-1.7\nnothing", "audit-broken"),
        ("a.docx", b"PK\x03\x04 no zip", "audit-broken"),
        ("a.txt", b"%PDF-1.7", "audit-broken"),
        ("a.txt", b"  \n ", "audit-no-text"),
        ("a.html", b"<p></p>", "audit-no-text"),
        ("a.xls", b"1", "audit-unknown-format"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(Refused) as refused:
        open_report(path)
    assert [item.code for item in refused.value.problems] == [code]


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(bomb(5))
    with pytest.raises(Refused) as refused:
        open_report(path)
    assert refused.value.problems[0].code == "audit-too-large"
    with pytest.raises(ValueError, match="zip"):
        word.check_archive(b"no zip")


def test_deep_and_broken_markup_is_read(tmp_path):
    path = tmp_path / "a.html"
    path.write_text("<div>" * 20_000 + f"<td><tr><p>{FAULTY}" + "</table>" * 50, encoding="utf-8")
    assert [item.rule for item in audit(open_report(path))] == ["majority-word"]


COLUMNS = """\
1. Payment
How people paid is in table 1.

Table 1. Method of payment, per cent

                     2024         2022
                   (n = 418)    (n = 402)
  Contactless card      57      49
  Cash                  14      19

Transport office, passengers 2024          page 1 of 2

2. Lines
  o  Line 1 leads.
  o  Line 2 is last.

   Line        Interviews    Satisfied, per cent
   Line 1          402               84
   Line 2          318               79

Transport office, passengers 2024          page 2 of 2
"""


def test_tables_of_plain_text_are_read_by_their_columns():
    text = read_plain("a.txt", COLUMNS)
    tables = [block for block in text.blocks if block.kind is Kind.TABLE]
    assert tables[0].rows == (
        ("", "2024 (n = 418) %", "2022 (n = 402) %"),
        ("Contactless card", "57", "49"),
        ("Cash", "14", "19"),
    )
    assert tables[0].row_lines == (6, 8, 9)
    assert tables[1].rows[0] == ("Line", "Interviews", "Satisfied, %")
    assert tables[1].rows[2] == ("Line 2", "318", "79")
    assert not any("page" in block.text for block in text.blocks)
    kinds = [(block.kind, block.text) for block in text.blocks if block.kind is not Kind.TABLE]
    assert (Kind.HEADING, "1. Payment") in kinds
    assert (Kind.ITEM, "Line 1 leads.") in kinds


def test_a_list_of_contents_is_no_table():
    listed = "Contents\n\nMethod ........ 3\nResults ........ 5\nAnnex ........ 12\n"
    text = read_plain("a.txt", listed)
    assert not any(block.kind is Kind.TABLE for block in text.blocks)


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        ("Share of the content, %:\n  79  clean cars\n  84  polite staff\n  66  punctuality",
         [("", "%"), ("clean cars", "79"), ("polite staff", "84"), ("punctuality", "66")]),
        ("Who sorts (per cent of 1,000)\n\n    2016   2018   2020\n      24     39     31",
         [("", "2016 %", "2018 %", "2020 %"), ("", "24", "39", "31")]),
        ("Marks out of ten.\n\n  staff    8,8\n  signs    7,6\n  café     7,1",
         [("", ""), ("staff", "8,8"), ("signs", "7,6"), ("café", "7,1")]),
        ("Contents\n\n  Staff    3\n  Signs    7\n  Café     9", []),
    ],
)  # fmt: skip
def test_plain_tables_without_a_head(lines, rows):
    read = read_plain("a.txt", f"{lines}\n\nThe staff of the café are liked.\n", "en")
    assert [row for block in read.blocks for row in block.rows] == rows
