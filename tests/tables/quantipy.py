"""Quantipy's example data as a study: its questionnaire from labels.json, and its expected numbers.

`table` asks for a banner table and counts it the way every study is counted.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from functools import cache
from pathlib import Path

import polars as pl

from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.study.waves import Wave
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.banner_result import BannerTable
from atbalss.tables.cells import Cells
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand

from .made import NO_RULES, Made

FOLDER = Path(__file__).parent.parent / "reference" / "quantipy"
FIRST = 250  # rows of the cases C12 to C14
Row = dict[str, str]


def _rows(name: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    with (FOLDER / name).open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found[row["case"]].append(row)
    return found


TABLES = _rows("expected_tables.csv")
LETTERS = _rows("expected_sig.csv")
LABELS = json.loads((FOLDER / "labels.json").read_text(encoding="utf-8"))


def _text(words: str) -> Text:
    return Text.of({"en": words})


def _question(name: str) -> Question:
    about = LABELS[name]
    label = _text(about["text"])
    if about["type"] in ("int", "float"):
        kind = Kind.INTEGER if about["type"] == "int" else Kind.DECIMAL
        return Question(name, kind, label)
    codes = tuple(
        Code(str(code), _text(words), score=float(code)) for code, words in about["values"]
    )
    kind = Kind.MULTIPLE if about["type"] == "delimited set" else Kind.SINGLE
    grid = "q5" if name.startswith("q5_") else ""
    return Question(name, kind, label, codes=CodeList(name, codes), grid=grid)


@cache
def questionnaire() -> Questionnaire:
    """The questionnaire of labels.json; q5_1 to q5_6 are the grid q5."""
    names = [name for name in LABELS if name != "record_number"]
    grid = tuple(_question(name) for name in names if name.startswith("q5_"))
    others = tuple(_question(name) for name in names if not name.startswith("q5_"))
    group = Group("q5", grid, label=_text("How likely"), is_grid=True)
    return Questionnaire("example", langs=("en",), items=(*others, group))


@cache
def frame(weight: str, rows: int = 0) -> Made:
    """The answers as a frame, weighted by a column (none: by 1); `rows` first rows (0: all)."""
    table = pl.read_csv(FOLDER / "example_data_a.csv", infer_schema=False)
    table = table.head(rows) if rows else table
    columns: dict[str, pl.Series] = {"id": table["record_number"]}
    columns["weight"] = (
        table[weight].cast(pl.Float64) if weight else pl.Series([1.0] * table.height)
    )
    for question in questionnaire().questions:
        raw = table[question.name]
        if question.codes is None:
            columns[question.name] = raw.cast(pl.Float64)
        elif question.kind is Kind.SINGLE:
            plain = raw.str.strip_suffix(".0")
            columns[question.name] = plain.cast(pl.Enum(question.codes.names))
        else:
            split = raw.str.strip_chars(";").str.split(";")
            for code in question.codes.names:
                columns[f"{question.name}/{code}"] = split.list.contains(code)
    return Made("a", pl.DataFrame(columns))


@cache
def counted(ask: BannerAsk, weight: str, rows: int = 0) -> Cells:
    """The numbers of the study with one banner table asked for."""
    demand = Demand(banners=frozenset({ask}))
    frames = {"a": frame(weight, rows)}
    return compute(questionnaire(), frames, (Wave("a"),), NO_RULES, "a", demand)  # type: ignore[arg-type]


def table(ask: BannerAsk, weight: str, rows: int = 0) -> BannerTable:
    """The banner table that is asked for."""
    return counted(ask, weight, rows).banner(ask)
