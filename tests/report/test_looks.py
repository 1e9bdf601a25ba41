# ruff: noqa: E501 - sentences for people read best whole
"""Who differs, centres and alerts in a report: sentences, charts, tables, bound numbers, faults."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from tests.report.office import faults

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.problems import Problem, errors
from atbalss.report import charts
from atbalss.report.document import (
    Block,
    BoundText,
    DataTable,
    Document,
    FigureBlock,
    Form,
    Paragraph,
)
from atbalss.report.render.pptx import pptx
from atbalss.report.render.xlsx import xlsx
from atbalss.report.sentences import plain
from atbalss.report.theme import DEFAULT

ROOT = Path(__file__).resolve().parents[2]
NB = "\u00a0"

DIFFERS = """
{{ fig("who") }}

```differs
id: who
question: tried
code: "no"
nets: yes
SAYS
lower: yes
caption: C
```
"""
FUNNEL = """
{{ fig("centres") }}

```funnel
id: centres
question: solved
code: "yes"
by: centre
table: yes
caption: C
```
"""
CONTROL = """
{{ fig("months") }}

```control
id: months
question: speed
time: visit_date
caption: C
```
"""
SAYS = {
    "lv": "says: Nav mēģinājuši",
    "en": "says: Have not tried",
    "ru": "says: Не пробовали",
}


@cache
def _parts() -> plan.Pieces:
    found, problems = pieces(open_study(ROOT / "studies" / "tikls"))
    assert not problems
    return found


def built(body: str, lang: str = "lv") -> tuple[Document, list[Problem]]:
    text = f"---\ntitle: T\ndescription: D\n---\n\n{body}"
    made = plan.build(replace(_parts(), texts={lang: text}, memory=None), (lang,))
    found = errors(made.problems)
    return made.documents.get(lang), list(found)  # type: ignore[return-value]


def sentence(document: Document, which: int = 1) -> str:
    texts = [plain(block.items) for block in document.blocks if isinstance(block, Paragraph)]
    return texts[which].replace(NB, " ")


def of(document: Document, kind: type[Block]) -> list[Block]:  # type: ignore[valid-type]
    return [block for block in document.blocks if isinstance(block, kind)]


# ---- sentences

WHO = {
    "lv": (
        "Nav mēģinājuši biežāk nekā pārējie: 55 gadi un vairāk (67 %, pārējie – 46 %); bez bērniem "
        "(62 % pret 42 %); nestrādājošie (67 % pret 49 %); ar zemiem ienākumiem (64 % pret 51 %); "
        "krieviski runājošie (64 % pret 51 %); lielās pilsētās dzīvojošie (63 % pret 50 %); vīrieši "
        "(62 % pret 49 %). Retāk nekā pārējie: latviski runājošie (51 %, pārējie – 63 %); "
        "ar vidējiem ienākumiem (51 % pret 59 %)."
    ),
    "en": (
        "Have not tried more often than the rest: 55 and older (67%, the rest – 46%); Without "
        "children (62% against 42%); Not working (67% against 49%); With a low income (64% against "
        "51%); Russian speakers (64% against 51%); Living in large towns (63% against 50%); Men "
        "(62% against 49%). Less often than the rest: Latvian speakers (51%, the rest – 63%); With "
        "a middling income (51% against 59%)."
    ),
    "ru": (
        "Не пробовали чаще остальных: 55 лет и старше (67 %, остальные – 46 %); без детей (62 % "
        "против 42 %); неработающие (67 % против 49 %); с низкими доходами (64 % против 51 %); "
        "говорящие по-русски (64 % против 51 %); жители больших городов (63 % против 50 %); мужчины "
        "(62 % против 49 %). Реже остальных: говорящие по-латышски (51 %, остальные – 63 %); со "
        "средними доходами (51 % против 59 %)."
    ),
}


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_the_sentence_of_the_2017_study_is_told_in_three_languages(lang: str) -> None:
    body = DIFFERS.replace("SAYS", SAYS[lang])
    document, problems = built(body.replace("lower: yes\n", "") if lang == "en" else body, lang)
    assert not problems
    assert sentence(document) == WHO[lang]
    figure = of(document, FigureBlock)[0]
    assert isinstance(figure, FigureBlock)
    assert figure.alt.replace(NB, " ") == WHO[lang]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("lv", "Zem 99,8 % robežas ir: Dižozoli (53 %). Virs 99,8 % robežas ir: Ievusala (96 %)."),
        ("en", "Below the 99.8% limit: Dižozoli (53%). Above the 99.8% limit: Ievusala (96%)."),
        ("ru", "Ниже 99,8%-ной границы: Дижозоли (53 %). Выше 99,8%-ной границы: Иевусала (96 %)."),
    ],
)
def test_the_funnel_names_the_two_centres(lang: str, words: str) -> None:
    document, problems = built(FUNNEL, lang)
    assert not problems
    assert sentence(document).startswith(words)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("lv", "Zem kontroles robežas ir: 2026. gada marts (7,1). Vidējais līmenis – 8,2."),
        ("en", "Below the control limit: March 2026 (7.1). The centre is 8.2."),
        ("ru", "Ниже контрольной границы: март 2026 года (7,1). Средний уровень — 8,2."),
    ],
)
def test_the_control_chart_names_the_slow_month(lang: str, words: str) -> None:
    document, problems = built(CONTROL, lang)
    assert not problems
    assert sentence(document) == words


def test_where_nobody_differs_the_least_that_would_have_shown_is_told() -> None:
    document, problems = built('{{ differs("rooms") }}')
    assert not problems
    words = sentence(document, 0)
    assert words.startswith("Neviena no aplūkotajām grupām (16) statistiski nozīmīgi neatšķiras")
    assert "80 % varbūtību, ir 0,3 punkti." in words


def test_calm_months_and_alike_centres_are_told_to_be_so() -> None:
    calm = CONTROL.replace("speed", 'solved\ncode: "yes"')
    assert sentence(built(calm)[0]).startswith("Neviens posms (12) nav ārpus kontroles robežām")
    alike = FUNNEL.replace("solved", "tried")
    assert sentence(built(alike)[0]).startswith("Ārpus 99,8 % robežām nav neviena punkta (32)")


def test_an_answer_without_the_authors_clause_stays_grammatical() -> None:
    words = sentence(built('{{ differs("tried", "no", by=("d_sex", "d_work")) }}')[0], 0)
    assert words == (
        "Atbildi „Nav mēģinājis“ (Mēģinājuši pieteikt pakalpojumu elektroniski) biežāk nekā pārējie "
        "sniedza šādas grupas: Nestrādājošie (67 %, pārējie – 49 %); Vīrieši (62 % pret 49 %)."
    )


# ---- numbers


def test_every_number_knows_its_cell_test_family_and_effect() -> None:
    document, _ = built(DIFFERS.replace("SAYS", SAYS["lv"]))
    bound = [i for b in document.blocks if isinstance(b, Paragraph) for i in b.items]
    for item in bound:
        if isinstance(item, BoundText):
            assert document.numbers[item.number_id]["text"] == item.text
            assert item.detail
    tests = [n for n in document.numbers.values() if n.get("comparison")]
    for entry in tests:
        test = entry["comparison"]
        assert isinstance(test, dict)
        assert test["family"] == "differs:tried=no"
        assert test["family_size"] == 17
        assert test["adjust"] == "holm"
        assert test["method"] == "z_score_effective_base"
        assert test["effect_name"] == "cohen_h"
        assert "≠" in test["earlier"]
    male = next(n for n in tests if n["among"] == [["d_sex", "male"]])
    assert male["unit"] == "share_difference"
    first = next(item for item in bound if isinstance(item, BoundText))
    assert "pārējie: 46" in first.detail.replace(NB, " ")
    assert "Holma labojumu 17" in first.detail


def test_a_funnels_table_has_limits_shrunken_estimates_and_possible_ranks() -> None:
    document, _ = built(FUNNEL)
    table = of(document, DataTable)[0]
    assert isinstance(table, DataTable)
    assert len(table.rows) == 36
    rows = {row[0].text: [cell.text.replace(NB, " ") for cell in row] for row in table.rows}
    assert rows["Dižozoli"][1:] == [
        "53 %", "96", "71–88 %", "66–92 %", "59 %", "50–68 %", "31–32", "zem robežas",
    ]  # fmt: skip
    assert set(rows["Ziedoņi"][1:]) == {"…", "8", "slēpta"}
    shrunken = [n for n in document.numbers.values() if n.get("statistic") == "shrunken"]
    assert len(shrunken) == 32
    assert {n["interval"] for n in shrunken} == {"empirical_bayes_beta_binomial"}
    hidden = [n for n in document.numbers.values() if ["centre", "ziedoni"] in n["among"]]  # type: ignore[operator]
    assert hidden == []


def test_notes_say_family_method_bases_and_that_reasons_are_not_told() -> None:
    document, _ = built(DIFFERS.replace("SAYS", SAYS["lv"]) + FUNNEL + CONTROL)
    who, centres, months = (b for b in of(document, FigureBlock) if isinstance(b, FigureBlock))
    assert "17 pārbaudes" in " ".join(who.notes)
    assert "nepasaka tās iemeslu" in " ".join(who.notes)
    assert "nav parādītas (4), bet kopējā rezultātā ir iekļautas" in " ".join(centres.notes)
    assert "Nelsona" in " ".join(months.notes)
    assert who.base == f"Visi respondenti; n = {1530}"
    assert "Atdarināti dati." in who.notes


def test_weighted_answers_are_said_to_be_and_stand_on_their_effective_base() -> None:
    frame = _parts().frames["2026"]
    weights = pl.Series("weight", [0.5 + (i % 5) / 2 for i in range(frame.data.height)])
    held = {"2026": replace(frame, data=frame.data.with_columns(weights))}
    text = f"---\ntitle: T\ndescription: D\n---\n\n{FUNNEL}"
    parts = replace(_parts(), frames=held, texts={"lv": text}, memory=None)
    figure = of(plan.build(parts, ("lv",)).documents["lv"], FigureBlock)[0]
    assert isinstance(figure, FigureBlock)
    assert figure.model.axis == ("Efektīvā bāze",)
    assert "n = 1530" in figure.base
    assert "efektīvā" in figure.base
    assert "Svērti dati" in " ".join(figure.notes)
    assert "svari ņemti kā nemainīgi" in " ".join(figure.notes)


# ---- charts


@pytest.mark.parametrize("narrow", [False, True])
def test_charts_are_drawn_with_direct_labels_at_both_widths(narrow: bool) -> None:
    document, _ = built(DIFFERS.replace("SAYS", SAYS["lv"]) + FUNNEL + CONTROL)
    figures = [b for b in of(document, FigureBlock) if isinstance(b, FigureBlock)]
    assert [f.model.form for f in figures] == [Form.DIFFERENCES, Form.FUNNEL, Form.CONTROL]
    for figure, words in zip(figures, ("+21", "Dižozoli", "7,1"), strict=True):
        svg = charts.draw(figure.model, DEFAULT, "lv", narrow=narrow)
        assert words in svg.replace(NB, " ")
        assert ("350" if narrow else "680") in svg[:200]
    marked = [figures[1].model.categories[i] for i in figures[1].model.marked]
    assert marked == ["Dižozoli", "Ievusala"]
    assert "Ziedoņi" not in figures[1].model.categories


def test_the_workbook_draws_units_among_their_limits(tmp_path) -> None:
    document, _ = built(DIFFERS.replace("SAYS", SAYS["lv"]) + FUNNEL + CONTROL)
    deck = pptx(document)
    assert faults(deck, tmp_path, ".pptx") == []
    book = openpyxl.load_workbook(BytesIO(xlsx(document)))
    drawn = {sheet.title for sheet in book if sheet._charts}
    assert drawn == {"1. attēls", "2. attēls", "3. attēls"}
    funnel = of(document, FigureBlock)[1].model  # type: ignore[attr-defined]
    lines = book["2. attēls, robežas"]
    rows = [row for row in lines.iter_rows(values_only=True) if isinstance(row[1], float)]
    for at, curve in enumerate(funnel.curves[:-1], 1):
        own = [value for row in rows for value in (row[0], row[at])]
        assert own == pytest.approx([value for point in curve.points for value in point])
    points = book["2. attēls"]._charts[0].series[-1]
    head = next(row for row in book["2. attēls"].iter_rows() if row[0].value == "Vienība")
    assert head[1].value == funnel.axis[0]
    assert f"$B${head[0].row + 1}:$B$" in points.xVal.numRef.f
    assert f"$C${head[0].row + 1}:$C$" in points.yVal.numRef.f
    with zipfile.ZipFile(BytesIO(deck)) as file:
        charts_in = "".join(file.read(n).decode() for n in file.namelist() if "/charts/chart" in n)
    assert charts_in.count("<c:legendEntry>") == 2  # a limit has one name for its two lines


# ---- faults

WRONG = {
    "unknown answer": (DIFFERS.replace("SAYS", "says: X").replace('"no"', "nobody"), "tables-unknown-code"),
    "unknown key": (DIFFERS.replace("SAYS", "units: a"), "report-fence-key"),
    "unknown correction": (DIFFERS.replace("SAYS", "adjust: bayes"), "report-fence-value"),
    "grouped by itself": (DIFFERS.replace("SAYS", "by: tried"), "tables-grouped-by-itself"),
    "unknown group": (DIFFERS.replace("SAYS", "by: d_shoes"), "tables-unknown-question"),
    "no unit": (FUNNEL.replace("by: centre\n", ""), "report-no-unit"),
    "unit without codes": (FUNNEL.replace("by: centre", "by: visit_date"), "tables-not-single"),
    "period without time": (CONTROL.replace("time: visit_date", "every: month"), "report-fence-value"),
    "wrong period": (CONTROL.replace("caption", "every: day\ncaption"), "report-fence-value"),
    "mean of no scale": (CONTROL.replace("speed", "tried"), "tables-no-mean"),
}  # fmt: skip


@pytest.mark.parametrize("fault", WRONG)
def test_a_wrong_block_is_named_with_its_line_and_remedy(fault: str) -> None:
    body, code = WRONG[fault]
    document, problems = built(body)
    assert document is None
    assert code in {item.code for item in problems}, problems
    found = next(item for item in problems if item.code == code)
    assert found.where.line is not None
    assert found.where.line >= 8
    assert found.remedy("lv")
