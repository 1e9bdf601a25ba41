"""A published survey made again from its answers: 380 printed cells, 16 suppressed ones.

Convention: weighted percent of those asked, half up; hidden where the unweighted base is under 100.
"""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from atbalss.folder import open_study, pieces
from atbalss.plan import cells
from atbalss.problems import errors
from atbalss.tables.banner_ask import BannerAsk, RowAsk, read_banner
from atbalss.tables.banner_result import BannerTable
from atbalss.tables.demand import Demand
from atbalss.tables.result import Flag

FOLDER = Path(__file__).parent.parent / "reference" / "masculinity_2018"
MULTIPLE = ("q0004", "q0010")
GRID = ("q0007_0001", "q0007_0002", "q0007_0008", "q0007_0009")
SINGLE = ("q0001", "q0002", "q0005", *GRID, "q0009", "q0014", "q0015", "age3", "kids", "educ3")
COLUMNS = {
    "Adult Men": "total",
    "age 18 - 34": "age3=c0",
    "age 35 - 64": "age3=c1",
    "age 65 and up": "age3=c2",
    "Has children": "kids=c0",
    "No children": "kids=c1",
}
STUDY = """
name: masculinity
title: {en: What men think it means to be a man}
languages: [en]
sample_kind: probability
wave: "2018"
waves: {"2018": {label: {en: "2018"}, n: 1615}}
weighting: {method: none, base: weight}
tables: {hide_under: 100, mark_under: 100, complementary: no, small_rows: show,
         small_rows_reason: {en: as published}}
"""


def _read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@cache
def _lists() -> dict[str, list[str]]:
    """The options of each question, published ones in published order."""
    found: dict[str, list[str]] = {}
    for row in _read("published.csv"):
        options = found.setdefault(row["question"], [])
        if row["option"] not in options:
            options.append(row["option"])
    for name in ("age3", "kids", "educ3"):
        found[name] = sorted({row[name] for row in _read("responses.csv")} - {""})
    return found


def _sheets() -> str:
    """The questionnaire as XLSForm sheets, its routes as the publisher's base shows them."""
    employed = "${q0009} = 'c0' or ${q0009} = 'c1'"
    routes = {"q0010": employed, "q0014": employed, "q0015": "${q0014} != ''"}
    survey = ["| type | name | label | relevant |", "| --- | --- | --- | --- |"]
    order = ("q0001", "q0002", "q0004", "q0005", *GRID, "q0009", "q0010", "q0014", "q0015")
    for name in (*order, "age3", "kids", "educ3"):
        kind = "select_multiple" if name in MULTIPLE else "select_one"
        survey.append(f"| {kind} {name} | {name} | {name} | {routes.get(name, '')} |")
    choices = ["| list_name | name | label | exclusive |", "| --- | --- | --- | --- |"]
    for name, options in _lists().items():
        choices += [f"| {name} | c{at} | {words} | |" for at, words in enumerate(options)]
        if name in MULTIPLE:
            choices.append(f"| {name} | nothing | Nothing ticked | yes |")
    return "\n".join(["## survey", "", *survey, "", "## choices", "", *choices, ""])


def _answers() -> str:
    lists = _lists()
    lines = [",".join(["id", *SINGLE, *MULTIPLE, "weight"])]
    for row in _read("responses.csv"):
        cells_ = [row["row"]]
        cells_ += [f"c{lists[n].index(row[n])}" if row[n] else "" for n in SINGLE]
        for name in MULTIPLE:
            said = [value for key, value in row.items() if key.startswith(f"{name}_") and value]
            codes = [f"c{lists[name].index(words)}" for words in said if words != "Not selected"]
            cells_.append(" ".join(codes) or ("nothing" if said else ""))
        lines.append(",".join([*cells_, row["weight"]]))
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> BannerTable:
    folder = tmp_path_factory.mktemp("masculinity")
    (folder / "study.yaml").write_text(STUDY, encoding="utf-8")
    (folder / "questionnaire.md").write_text(_sheets(), encoding="utf-8")
    wave = folder / "waves" / "2018"
    wave.mkdir(parents=True)
    (wave / "answers.csv").write_text(_answers(), encoding="utf-8")
    study = open_study(folder)
    parts, problems = pieces(study)
    assert not errors([*study.problems, *problems])
    assert parts.frames["2018"].off_route.is_empty()
    names = dict.fromkeys(row["question"] for row in _read("published.csv"))
    ask = BannerAsk(
        "all",
        tuple(RowAsk(name, measures=("shares",)) for name in names),
        read_banner("age3, kids"),
    )
    return cells(parts, Demand(banners=frozenset({ask}))).banner(ask)


def test_every_published_cell_and_every_blank_one(made):
    lists, same, blank = _lists(), 0, 0
    for row in _read("published.csv"):
        code = f"c{lists[row['question']].index(row['option'])}"
        at = made.column(COLUMNS[row["column"]])
        cell = next(
            item for item in made.rows if (item.question, item.key) == (row["question"], code)
        ).cells[at]
        number = cell.number
        assert number is not None
        assert number.base == int(row["unweighted_base"])
        if row["published_pct"] == "":
            assert (number.flag, number.value, number.n, cell.weighted) == (
                Flag.HIDDEN,
                None,
                None,
                None,
            )
            blank += 1
            continue
        assert number.value is not None, row
        percent = Decimal(repr(number.value * 100)).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        assert percent == int(row["published_pct"]), row
        same += 1
    assert (same, blank) == (380, 16)


def test_nothing_else_is_hidden(made):
    hidden = [
        cell
        for row in made.rows
        if row.key != "nothing"
        for cell in row.cells
        if cell.number is not None and cell.number.flag is Flag.HIDDEN
    ]
    assert len(hidden) == 16


def test_bases_stand_beside_each_other(made):
    base = made.columns[0].base
    assert base.n == 1615
    assert base.base_weighted == pytest.approx(1615, abs=0.5)
    assert base.base_effective == pytest.approx(1615 / 3.07, rel=0.01)
    assert made.weighted


def test_the_table_of_answers_is_whole():
    assert pl.read_csv(FOLDER / "responses.csv").height == 1615
