"""All 599 numbers and 191 letter cells of Quantipy's test suite, through banner tables.

Conventions: base of a column = persons with any answer to x in it; a multiple-response base counts
persons; a code nobody chose stays; sd divides by sum(w) - 1 (`sd_by="weights"`); effective base by
Kish, rounded as printed; letters by the "dimensions" rule, uncorrected, no base too small.
"""

from __future__ import annotations

import pytest

from atbalss.study.bases import code_list
from atbalss.tables.banner_ask import BannerAsk, LetterRule, RowAsk, Tests, read_banner
from atbalss.tables.banner_result import BannerTable

from .quantipy import FIRST, LETTERS, TABLES, Row, questionnaire, table

SCORES = (("2", None), ("3", None), ("4", 300.0), ("7", 900.0))
ROWS = {
    "M07": RowAsk("religion", measures=("mean",), scores=SCORES),
    "N01": RowAsk("q9", measures=("shares",), nets=(("net", ("1", "2", "3")),)),
    "N02": RowAsk(
        "q1",
        measures=("nps",),
        nets=(("net{1,2,3}", ("1", "2", "3")), ("net{4}", ("4",)), ("net{5,6}", ("5", "6"))),
        promoters=("1", "2", "3"),
        detractors=("5", "6"),
    ),
    "N03": RowAsk("q8", measures=("cumulative",)),
    "N04": RowAsk("q5", measures=("cumulative",)),
    "M09": RowAsk("weight_a", measures=("sd",)),
}
CHAINS = ("C12", "C13", "C14")


def _row_ask(case: str, name: str) -> RowAsk:
    if case in ROWS:
        return ROWS[case]
    if case in CHAINS:
        return RowAsk(name, measures=("shares", "mean", "median"))
    return RowAsk(name, measures=("mean",) if case[0] in "MC" and _is_number(name) else ())


def _is_number(name: str) -> bool:
    return code_list(questionnaire().question(name)) is None


def _banner(case: str, y: str) -> str:
    return "" if y == "@" else y.split(" > ")[0] if " > " not in y else y


def _ask(case: str) -> BannerAsk:
    first = TABLES[case][0]
    name, y = first["x"].split(" ")[0], first["y"]
    row = _row_ask(case, name)
    if case.startswith("M") and case not in ROWS:
        row = RowAsk(name, measures=("mean",))
    return BannerAsk(
        case,
        (row,),
        read_banner(_banner(case, y)),
        sd_by="weights" if case == "M09" else "interviews",
    )


def _column(row: Row) -> str:
    """The key of an expected column: "4" of y, "q4=1>gender=2", or the total."""
    col = row["col"]
    if col in ("All", "@", "Total"):
        return "total"
    return col if "=" in col else f"{row['y']}={col}"


def _cell(made: BannerTable, key: str, column: str):
    row = next(item for item in made.rows if item.key == key)
    return row.cells[made.column(column)]


def _number(made: BannerTable, key: str, column: str):
    number = _cell(made, key, column).number
    assert number is not None
    return number


def _found(case: str, row: Row, made: BannerTable) -> float:
    """The table's own figure for an expected number."""
    stat, key, column = row["stat"], row["row"], _column(row)
    block = made.blocks[0]
    if stat == "count":
        weighted = _cell(made, key, column).weighted
        return 0.0 if weighted is None else weighted
    if stat == "col_pct":
        return 100 * (_number(made, key, column).value or 0.0)
    if stat == "row_pct":
        return 100 * (_cell(made, key, column).row_share or 0.0)
    if stat in ("count_row_margin", "col_base"):
        base = block.bases[made.column(column)].base_weighted
        return 0.0 if base is None else base
    if stat == "effective_base_kish":
        return block.bases[made.column(column)].base_effective or 0.0
    if stat.startswith(("mean", "stddev")):
        return _number(made, "sd" if stat.startswith("stddev") else "mean", column).value or 0.0
    if stat == "net_count_any_of_1_2_3":
        return _cell(made, "net", column).weighted or 0.0
    if stat == "net_col_pct_and_difference":
        if "-" in key:
            return _number(made, "nps", column).value or 0.0
        return 100 * (_number(made, key, column).value or 0.0)
    if stat == "cumulative_count":
        return float(_number(made, f"cumulative:{key}", column).n or 0)
    if stat == "cumulative_row_pct":
        rows = [item for item in made.rows if item.question == key]
        code = row["col"]
        found = next(item for item in rows if item.key == f"cumulative:{code}").cells[0].number
        assert found is not None
        return 100 * (found.value or 0.0)
    assert stat == "base_counts_mean_median"
    if key == "Base":
        return float(block.bases[made.column(column)].base or 0)
    if key in ("mean", "median"):
        return _number(made, key, column).value or 0.0
    return float(_number(made, key, column).n or 0)


TOLERANCE = {"E01": 0.05 + 1e-9, "E02": 0.05 + 1e-9, "N04": 5e-9}


@pytest.mark.parametrize("case", sorted(TABLES))
def test_every_expected_number(case):
    made = table(_ask(case), TABLES[case][0]["weight"], FIRST if case in CHAINS else 0)
    wrong = []
    for row in TABLES[case]:
        found, expected = _found(case, row, made), float(row["expected"])
        if abs(found - expected) > TOLERANCE.get(case, 1e-9 * max(abs(expected), 1.0)):
            wrong.append((row, found))
    assert not wrong, (len(wrong), wrong[:3])


def _letter_ask(case: str) -> BannerAsk:
    first = LETTERS[case][0]
    metric = first["metric"]
    out = (("97", None), ("98", None)) if "excl" in metric else ()
    row = RowAsk(first["x"], measures=("mean",) if "means" in metric else ("shares",), scores=out)
    tests = Tests(LetterRule.DIMENSIONS, (1 - float(first["level"]),), smallest=0)
    return BannerAsk(case, (row,), read_banner(first["y"]), tests=tests)


@pytest.mark.parametrize("case", sorted(LETTERS))
def test_every_cell_is_higher_than_just_the_expected_columns(case):
    ask = _letter_ask(case)
    made = table(ask, LETTERS[case][0]["weight"])
    code_of = {item.letter: item.key.partition("=")[2] for item in made.columns if item.letter}
    wrong = []
    for row in LETTERS[case]:
        cell = _cell(made, row["row"], f"{row['y']}={row['col']}")
        found = {code_of[letter] for letter in cell.letters}
        expected = set(filter(None, row["higher_than"].split(";")))
        if found != expected:
            wrong.append((row, found))
    assert not wrong, (len(wrong), wrong[:3])


def test_nothing_of_the_reference_is_left_out():
    assert sum(len(rows) for rows in TABLES.values()) == 599
    assert sum(len(rows) for rows in LETTERS.values()) == 191
    assert (len(TABLES), len(LETTERS)) == (29, 6)
