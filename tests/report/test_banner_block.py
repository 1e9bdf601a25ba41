"""A banner table in a report: numbers bound, parts that fit the page, faults with their lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.problems import errors
from atbalss.report.document import WideTable
from atbalss.report.render import html, typst

STUDY = Path(__file__).resolve().parents[2] / "studies" / "parejas"
REPORT = """---
title: Tabula
---
# Nodaļa

Rāda {{ tab("by", "nom") }}.

```table
id: by
question: roads
banner: "d_sex, d_age, d_place, d_sex > d_place"
tests: {rule: design, levels: [95, 90], correction: holm, rest: yes, chi_square: yes}
caption: Ceļu vērtējums
```
"""


@pytest.fixture(scope="module")
def parts():
    return pieces(open_study(STUDY))[0]


def built(parts, text: str) -> plan.Built:
    return plan.build(replace(parts, texts={"lv": text}), ["lv"])


@pytest.fixture(scope="module")
def document(parts):
    made = built(parts, REPORT)
    assert not errors(made.problems)
    return made.documents["lv"]


@pytest.fixture(scope="module")
def wide(document) -> WideTable:
    return next(block for block in document.blocks if isinstance(block, WideTable))


def test_every_number_of_the_table_is_bound(document, wide):
    printed = [
        cell
        for block in wide.table.blocks
        for row in block.rows
        for cell in row.cells
        if cell.number is not None and cell.number.value is not None
    ]
    assert len(printed) > 100
    for cell in printed:
        entry = document.numbers[cell.number_id]
        assert (entry["text"], entry["place"]) == (cell.text, "tab-by")
    tested = [entry for entry in document.numbers.values() if entry.get("tests")]
    assert all({"p", "p_adjusted"} <= set(test) for entry in tested for test in entry["tests"])
    lettered = [entry for entry in document.numbers.values() if entry.get("letters")]
    assert lettered


def test_parts_fit_a_page_and_each_has_the_total(wide):
    widths = [part.table.width for part in wide.parts]
    assert len(widths) > 1
    assert max(widths) <= 9
    assert all(part.table.groups[0] == -1 for part in wide.parts)
    for part in wide.parts:
        for row in part.heads:
            assert sum(span for _, span, _ in row) <= part.table.width
    columns = sum(width - 1 for width in widths) + 1
    assert columns == wide.table.width


def test_notes_name_rule_levels_correction_and_bases(wide):
    notes = " ".join(wide.table.notes)
    for words in ("„design“", "95 %", "90 %", "Holms", "pārējiem", "Maza bāze"):
        assert words in notes
    assert any("Rao–Skota" in words for block in wide.table.blocks for words in block.tests)


def test_both_renderers_place_it(document):
    page = html.page(document, {})
    assert page.count('<table class="banner"') == 1
    assert '<sup class="letters">' in page
    source = typst.source(document, {})
    wide = next(block for block in document.blocks if isinstance(block, WideTable))
    assert source.count("#banner-table(") == len(wide.parts)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("question: roads", "question: roadz"), "tables-unknown-question"),
        (("d_sex, d_age,", "d_sexx, d_age,"), "tables-unknown-question"),
        (("rule: design", "rule: desing"), "report-fence-value"),
        (("caption: Ceļu vērtējums", ""), "report-no-caption"),
        (("banner: ", "filter: '${x} = 1'\nbanner: "), "tables-unknown-question"),
        (("banner: ", "measures: [averages]\nbanner: "), "tables-unknown-measure"),
        (("banner: ", "form: bars\nbanner: "), "report-fence-key"),
        (('banner: "d_sex', 'filter: "x"\nnobanner: "d_sex'), "report-fence-key"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(parts, change, code):
    made = built(parts, REPORT.replace(*change))
    found = [item for item in errors(made.problems) if item.code == code]
    assert found, [item.code for item in made.problems]
    assert found[0].where.file == "report.lv.md"
    assert found[0].where.line
