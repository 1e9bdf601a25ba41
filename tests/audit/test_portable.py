"""Reports as PDF: tables by the places of their letters, headings by size, footnote marks."""

from __future__ import annotations

import pytest

from atbalss.audit.door import open_report
from atbalss.audit.plain import read_lines, read_plain
from atbalss.audit.portable import pdf_lines
from atbalss.audit.run import audit
from atbalss.audit.text import Kind

PAGE = '#set page(width: 16cm, height: 20cm)\n#set text(lang: "lv", size: 11pt)\n'
LEAD = "Aptaujāti 500 klienti, un dati nav svērti; kļūda nepārsniedz ±4,4 procentpunktus.\n\n"
TABLE = """\
1. tabula. Gaidīšanas laiks, % (n = 500)
#table(columns: (4cm, 2cm, 2cm), stroke: {stroke},
  [Atbilde], [2023], [2024],
  [Līdz piecām minūtēm], [40,0], [42,0],
  [No sešām līdz piecpadsmit minūtēm kopā], [35,0], [33,0],
  [Ilgāk], [15,0], [{last}],
  [Grūti pateikt], [10,0], [10,0],
)
"""


def made(tmp_path, source):
    import typst

    path = tmp_path / "report.pdf"
    path.write_bytes(typst.compile((PAGE + source).encode()))
    return path


def tables(path):
    return [block.rows for block in open_report(path).blocks if block.rows]


@pytest.mark.parametrize("stroke", ["none", "0.5pt"])
def test_a_table_keeps_its_rows_though_a_label_takes_two_lines(tmp_path, stroke):
    path = made(tmp_path, LEAD + TABLE.format(stroke=stroke, last="15,0"))
    assert tables(path) == [
        (
            ("Atbilde", "2023 %", "2024 %"),
            ("Līdz piecām minūtēm", "40,0", "42,0"),
            ("No sešām līdz piecpadsmit minūtēm kopā", "35,0", "33,0"),
            ("Ilgāk", "15,0", "15,0"),
            ("Grūti pateikt", "10,0", "10,0"),
        )
    ]
    assert audit(open_report(path)) == []


def test_answers_of_a_table_that_make_more_than_a_hundred_are_found_in_a_pdf(tmp_path):
    path = made(tmp_path, LEAD + TABLE.format(stroke="none", last="25,0"))
    found = audit(open_report(path))
    assert [(item.rule, item.spot.page) for item in found] == [("sum-of-answers", 1)]


def test_a_table_that_a_page_parts_is_one_table(tmp_path):
    rows = ", ".join(
        f"[Pakalpojums {'abcdefghijklmnopqrstuvwxyz'[n]}], [{n + 3}]" for n in range(26)
    )
    table = f"#table(columns: 2, stroke: none, table.header([Atbilde], [Skaits]), {rows})"
    found = tables(made(tmp_path, "#set page(height: 10cm)\n" + LEAD + table))
    assert len(found) == 1 and len(found[0]) == 27


def test_headings_are_known_by_their_size_or_weight_and_short_lines_are_none(tmp_path):
    chapter = "= {0}\n" + LEAD + "Īsa rinda\n\n" + LEAD
    source = "".join(chapter.format(name) for name in ("Gaidīšana", "Telpas", "Darbinieki"))
    blocks = open_report(made(tmp_path, source)).blocks
    heads = [block.text for block in blocks if block.kind is Kind.HEADING]
    assert heads == ["Gaidīšana", "Telpas", "Darbinieki"]


def test_marks_of_footnotes_are_no_digits_of_the_number_before_them(tmp_path):
    source = (
        LEAD
        + "Apmierināti ir 85,0 %#footnote[Izlase ir nejauša.], un 320#footnote[Skaits.] rakstīja."
    )
    text = open_report(made(tmp_path, source))
    assert any("85,0 %, un 320 rakstīja" in block.text for block in text.blocks)


def test_running_heads_and_page_numbers_are_left_out(tmp_path):
    head = '#set page(header: [Klientu aptauja 2024], numbering: "1", height: 8cm)\n'
    source = head + "#pagebreak()\n".join(
        f"Nodaļa par {n}. #lorem({20 + at})\n\n{LEAD} #lorem({30 + at})"
        for at, n in enumerate("abcd")
    )
    words = " ".join(line.text for line in pdf_lines(made(tmp_path, source).read_bytes()))
    assert words.count("Aptaujāti 500") == 4 and "Klientu aptauja" not in words


def test_a_list_of_contents_is_known_without_leaders(tmp_path):
    outline = "#set outline.entry(fill: none)\n#outline(title: [Saturs])\n#pagebreak()\n"
    chapters = "".join(f"= Nodaļa {n}\n" + LEAD for n in "abcdefg")
    blocks = open_report(made(tmp_path, outline + chapters)).blocks
    assert sum(block.kind is Kind.CONTENTS for block in blocks) == 7


@pytest.mark.parametrize("space", ["\t", "\u00a0", "\u2003", "  "])
def test_a_numbered_list_is_read_with_any_space_behind_its_numbers(space):
    text = read_plain("x.txt", f"Why?\n\n1.{space}Price — 34 %\n2.{space}Time — 28 %\n")
    assert any("34 %" in block.text or block.rows for block in text.blocks)


def test_a_question_counted_as_seven_point_two_is_no_average():
    lines = ["The average score is 9.8 for the interest of the staff."]
    lines += [f"7.{n} how you liked the {what}" for n, what in enumerate(("staff", "light"), 1)]
    from atbalss.audit.plain import Line

    made_ = [Line(words, at + 1) for at, each in enumerate(lines) for words in (each, "")]
    assert audit(read_lines("x.pdf", made_)) == []
