"""Counts, bases, nets and means held to Quantipy's test suite (tests/reference/quantipy).

Convention: base of a column = persons with any answer to x in it; Kish base to one decimal.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path

import polars as pl
import pytest

from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.waves import Wave
from atbalss.tables.cells import Cells, Demand, compute

from .made import NO_RULES, Made

FOLDER = Path(__file__).parent.parent / "reference" / "quantipy"
MULTIPLE = ("q2", "q3", "q8", "q9")
SINGLE = ("gender", "religion", "q1")
CASES: dict[str, list[dict[str, str]]] = defaultdict(list)
with (FOLDER / "expected_tables.csv").open(encoding="utf-8") as lines:
    for item in csv.DictReader(lines):
        CASES[item["case"]].append(item)


def _codes(table: pl.DataFrame, name: str) -> list[str]:
    parts = table[name].drop_nulls().str.split(";").explode().drop_nulls()
    seen = {part for part in parts if part} | {
        code
        for rows in CASES.values()
        for row in rows
        for code, variable in ((row["row"], row["x"]), (row["col"], row["y"]))
        if variable == name and code.isdigit()
    }
    return sorted(seen, key=int)


@cache
def _read(weight: str) -> tuple[Questionnaire, Made]:
    table = pl.read_csv(FOLDER / "example_data_a.csv", infer_schema=False).with_columns(
        pl.col("religion", "q1", "gender").str.strip_suffix(".0")
    )
    questions, columns = [Question("age", Kind.INTEGER)], {}
    columns["age"] = table["age"].cast(pl.Float64)
    for name in (*SINGLE, *MULTIPLE):
        codes = _codes(table, name)
        first = ("one_to_three",) if name == "q9" else ()
        made = CodeList(
            name,
            tuple(
                Code(code, score=float(code), nets=first if code in "123" else ()) for code in codes
            ),
            (Net("one_to_three"),) if first else (),
        )
        if name in SINGLE:
            questions.append(Question(name, Kind.SINGLE, codes=made))
            columns[name] = table[name].cast(pl.Enum(codes))
        else:
            questions.append(Question(name, Kind.MULTIPLE, codes=made))
            split = table[name].str.strip_chars(";").str.split(";")
            for code in codes:
                columns[f"{name}/{code}"] = split.list.contains(code)
    weights = table[weight].cast(pl.Float64) if weight else pl.Series([1.0] * table.height)
    data = pl.DataFrame({"id": table["record_number"], "weight": weights, **columns})
    return Questionnaire("example", items=tuple(questions)), Made("a", data)


@cache
def _cells(y: str, weight: str) -> Cells:
    questionnaire, made = _read(weight)
    filters = set()
    if y not in ("", "@"):
        codes = questionnaire.question(y).codes
        assert codes is not None
        filters = {((y, code),) for code in codes.names}
    demand = Demand(frozenset(filters))
    return compute(questionnaire, {"a": made}, (Wave("a"),), NO_RULES, "a", demand)  # type: ignore[dict-item]


def _among(row: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return () if row["col"] in ("All", "@") else ((row["y"], row["col"]),)


def _weighted(cells: Cells, x: str, code: str, among) -> float:
    """Sum of weights of a code, from its share and base."""
    found = cells.share(x, code, among=among)
    return 0.0 if found.value is None else found.value * (found.base_weighted or 0.0)


@pytest.mark.parametrize("case", ["C01", "C04", "C07"])
def test_counts_of_codes_within_columns(case):
    for row in CASES[case]:
        if not row["row"].isdigit() or not row["col"].isdigit():
            continue
        found = _weighted(_cells(row["y"], row["weight"]), row["x"], row["row"], _among(row))
        assert found == pytest.approx(float(row["expected"]), abs=1e-6), row


@pytest.mark.parametrize("case", ["C02", "C05", "C08"])
def test_column_percentages_on_persons(case):
    for row in CASES[case]:
        found = _cells(row["y"], row["weight"]).share(row["x"], row["row"], among=_among(row))
        assert found.value is not None
        assert found.value * 100 == pytest.approx(float(row["expected"]), abs=1e-8), row


def test_weighted_bases_of_multiple_by_itself():
    for row in CASES["C10"]:
        found = _cells("q9", "weight_a").base("q9", among=_among(row))
        assert found.base_weighted == pytest.approx(float(row["expected"]), abs=1e-6)


@pytest.mark.parametrize("case", ["M01", "M02", "M03", "M04"])
def test_means_of_numbers_and_codes_within_columns(case):
    for row in CASES[case]:
        found = _cells(row["y"], row["weight"]).mean(row["x"], among=_among(row))
        assert found.value == pytest.approx(float(row["expected"]), rel=1e-10), row


def test_a_net_of_multiple_response_counts_a_person_once():
    for row in CASES["N01"]:
        found = _weighted(_cells(row["y"], "weight_a"), "q9", "one_to_three", _among(row))
        assert found == pytest.approx(float(row["expected"]), abs=1e-6)


@pytest.mark.parametrize("case", ["E01", "E02"])
def test_effective_bases(case):
    for row in CASES[case]:
        found = _cells(row["y"], "weight_a").base("gender", among=_among(row))
        assert found.base_effective == pytest.approx(float(row["expected"]), abs=0.05 + 1e-9)
