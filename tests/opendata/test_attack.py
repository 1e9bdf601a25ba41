"""The attack on open data: what is published lets no hidden cell follow and singles out nobody.

The attack is held to the truth first: every hidden cell lies within the bounds that it finds. Then
leaks are planted, and it finds them.
"""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from atbalss.answers.frame import Frame, build
from atbalss.opendata import cubes, prepare
from atbalss.opendata.attack import bounds, found_cells
from atbalss.opendata.fold import Folds
from atbalss.opendata.microdata import make
from atbalss.opendata.rules import Band, QuasiIdentifier, Rules
from atbalss.opendata.wave import OpenWave
from atbalss.study.about import Study, TableRules
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.study.waves import Wave
from atbalss.tables.banner_ask import BannerAsk, RowAsk
from atbalss.tables.banner_result import BannerCell
from atbalss.tables.compute import compute
from atbalss.tables.demand import Demand
from atbalss.tables.suppress import hidden


def words(text: str) -> Text:
    return Text.of({"lv": text})


def question(name: str, kind: Kind, codes: str, role: Role = Role.NORMAL) -> Question:
    listed = CodeList(name, tuple(Code(code, words(code)) for code in codes.split()))
    return Question(name, kind, words(name), codes=listed, role=role)


ASKED = Questionnaire(
    "made",
    items=(
        question("sex", Kind.SINGLE, "f m", Role.DEMOGRAPHIC),
        question("place", Kind.SINGLE, "riga city town village farm", Role.DEMOGRAPHIC),
        question("reason", Kind.SINGLE, "a b c d e g h"),
        question("uses", Kind.MULTIPLE, "p q r s t u v w"),
        question("grade", Kind.SINGLE, "good fair bad"),
    ),
)
GROUPS = (
    Band("urban", words("pilsēta"), ("riga", "city", "town")),
    Band("rural", words("lauki"), ("village", "farm")),
)
RULES = Rules((QuasiIdentifier("sex"), QuasiIdentifier("place", (GROUPS,), 1)), k=5, most_blank=0.2)
REPORT = frozenset({(("grade", "bad"),), (("sex", "m"),), (("place", "riga"),)})


def frame(count: int, seed: int) -> Frame:
    chance = random.Random(seed)
    rare = [40, 30, 15, 3, 2, 1, 1]
    rows = []
    for number in range(count):
        uses = [code for code, p in zip("pqrstuvw", (60, 40, 20, 4, 2, 1, 1, 1), strict=True)]
        chosen = [
            code
            for code, p in zip(uses, (60, 40, 20, 4, 2, 1, 1, 1), strict=True)
            if chance.random() < p / 100
        ]
        rows.append(
            {
                "id": f"secret-{number}",
                "sex": chance.choices("fm", [60, 40])[0],
                "place": chance.choices(
                    "riga city town village farm".split(), [30, 25, 20, 15, 10]
                )[0],
                "reason": chance.choices("abcdegh", rare)[0],
                "uses": " ".join(chosen),
                "grade": chance.choices("good fair bad".split(), [70, 20, 10])[0],
            }
        )
    made, problems = build(ASKED, pl.DataFrame(rows), wave="2026")
    assert not problems
    return made


def study(rules: TableRules) -> Study:
    return Study(
        "made", words("made"), ("lv",), "2026", (Wave("2026", has_answers=True),), rules=rules
    )


def published(count: int, seed: int, table_rules: TableRules | None = None):
    """The frame with its recodings, the open wave, the counted cells."""
    about = study(table_rules or TableRules())
    wide = prepare.extended({"2026": frame(count, seed)}, RULES)
    asked = wide["2026"].questionnaire
    demand = prepare.demand(asked, RULES, ["2026"]) | Demand(amongs=REPORT)
    cells = compute(asked, wide, about.waves, about.rules, "2026", demand)
    return wide["2026"], prepare.prepare(about, RULES, ASKED, wide, cells), cells


def truth(held: Frame, name: str, code: str, own, table=None) -> int:
    if code == "_other_answers":  # the row of the codes that have none of their own
        printed = {row.key for row in table.rows}
        rest = [c for c in ASKED.question(name).codes.names if c not in printed]
        if name == "uses":
            chosen = pl.any_horizontal(pl.col([f"uses/{c}" for c in rest]))
        else:
            chosen = pl.col(name).cast(pl.String).is_in(rest)
        for other, value in own:
            chosen = chosen & (pl.col(other).cast(pl.String) == value)
        return int(held.data.select(chosen.fill_null(False).sum()).item())
    column = f"{name}/{code}" if f"{name}/{code}" in held.data.columns else name
    chosen = pl.col(column) if "/" in column else pl.col(column).cast(pl.String) == code
    for other, value in own:
        chosen = chosen & (pl.col(other).cast(pl.String) == value)
    return int(held.data.select(chosen.fill_null(False).sum()).item())


@pytest.mark.parametrize(("count", "seed"), [(300, 1), (300, 2), (900, 3)])
def test_nothing_hidden_follows_from_what_is_published(count, seed):
    held, made, _ = published(count, seed)
    assert not [item for item in made.problems if item.severity == "error"], made.problems
    (wave,) = made.waves
    assert wave.microdata.k >= RULES.k
    secret = 0
    for table in wave.tables:
        for cell in bounds(wave, table, exact=True):
            secret += 1
            column = table.columns[table.column(cell.column)]
            true = truth(held, cell.question, cell.code, column.own, table)
            assert cell.low - 1e-6 <= true <= cell.high + 1e-6, cell
            assert not cell.is_found
    assert secret


def test_the_attack_finds_what_microdata_count_and_what_subtraction_gives():
    held, made, _ = published(300, 1)
    (wave,) = made.waves
    bare = replace(wave, microdata=make(held, RULES, Folds()))
    found = found_cells(bare)
    assert found
    for cell in found:
        table = next(t for t in bare.tables if t.blocks[0].question == cell.question)
        own = table.columns[table.column(cell.column)].own
        assert (
            round(cell.low) == round(cell.high) == truth(held, cell.question, cell.code, own, table)
        )


def test_the_attack_finds_a_cell_that_was_hidden_alone():
    held, made, _ = published(300, 2)
    (wave,) = made.waves
    table = next(item for item in wave.tables if item.blocks[0].question == "reason")
    row, at = table.rows[0], table.column("sex=m")
    cells = list(row.cells)
    cells[at] = BannerCell(hidden(cells[at].number))
    rows = (replace(row, cells=tuple(cells)), *table.rows[1:])
    leaky = replace(table, blocks=(replace(table.blocks[0], rows=rows),))
    found = found_cells(OpenWave(wave.wave, (leaky,)))
    assert [(item.code, item.column) for item in found] == [(row.key, "sex=m")]
    assert round(found[0].low) == truth(held, "reason", row.key, (("sex", "m"),))


@pytest.mark.parametrize("seed", [1, 2])
def test_no_filter_of_the_report_is_undone_by_counting(seed):
    _, made, cells = published(300, seed)
    (wave,) = made.waves
    data = wave.microdata.frame.data
    known = set(data.columns)
    for name in cubes.tabled(wave.microdata.frame.questionnaire, RULES):
        for code, among in cells.counted.withheld(name, "2026").cells:
            asked = wave.microdata.frame.questionnaire.by_name.get(name)
            told = asked is not None and asked.codes is not None and asked.codes.has(code)
            can = all(question in known for question, _ in among)
            assert not (told and can), (name, code, among)


def test_a_filter_by_a_rule_is_read_by_its_questions():
    rule = "${grade} = 'bad'"
    ask = BannerAsk("by_rule", (RowAsk("reason"), RowAsk("uses")), (), rule=rule)
    about = study(TableRules())
    wide = prepare.extended({"2026": frame(300, 1)}, RULES)
    demand = prepare.demand(wide["2026"].questionnaire, RULES, ["2026"])
    demand |= Demand(banners=frozenset({ask}))
    asked = wide["2026"].questionnaire
    cells = compute(asked, wide, about.waves, about.rules, "2026", demand)
    made = prepare.prepare(about, RULES, ASKED, wide, cells)
    (wave,) = made.waves
    kept = wave.microdata.frame.questionnaire.by_name
    assert "grade" not in kept  # fewer than 30 said "bad": the rule cannot be applied without it
    assert {"reason", "uses"} <= set(kept)


def test_nobody_is_singled_out_by_finer_tables_beside_coarse_microdata():
    """Another assignment of places to records fits all printed tables: for every single record."""
    from scipy.optimize import LinearConstraint, milp

    held, made, cells = published(300, 1)
    (wave,) = made.waves
    data = wave.microdata.frame.data
    fine = {"urban": ["riga", "city", "town"], "rural": ["village", "farm"]}
    every = [code for codes in fine.values() for code in codes]
    records = list(range(data.height))
    spots = {
        (row, code): at for at, (row, code) in enumerate((r, c) for r in records for c in every)
    }
    allowed = np.zeros(len(spots))
    for row, group in enumerate(data["place_grouped"].to_list()):
        for code in fine.get(group, every):
            allowed[spots[row, code]] = 1
    lines, values = [], []
    for row in records:
        line = np.zeros(len(spots))
        line[[spots[row, code] for code in every]] = 1
        lines.append(line)
        values.append(1.0)
    for place in every:
        line = np.zeros(len(spots))
        line[[spots[row, place] for row in records]] = 1
        lines.append(line)
        values.append(float(truth(held, "place", place, ())))
    riga = (("place", "riga"),)  # the filter that the report prints
    for name in ("reason", "uses", "grade", "sex"):
        asked = wave.microdata.frame.questionnaire.by_name.get(name)
        for code in asked.codes.names if asked is not None else ():
            if not ASKED.question(name).codes.has(code):
                continue
            number = cells.share(name, code, "2026", riga)
            if number.n is None:
                continue
            column = f"{name}/{code}" if name == "uses" else name
            chose = data[column].cast(pl.String).is_in(["true", code]).fill_null(False).to_list()
            line = np.zeros(len(spots))
            line[[spots[row, "riga"] for row in records if chose[row]]] = 1
            lines.append(line)
            values.append(float(number.n))
    tied = LinearConstraint(np.array(lines), values, values)
    seen: list[set[str]] = [set() for _ in records]
    goal = np.zeros(len(spots))
    for _ in range(12):
        found = milp(goal, constraints=tied, integrality=np.ones(len(spots)), bounds=(0, allowed))
        assert found.success, found.message
        for row in records:
            seen[row] |= {code for code in every if found.x[spots[row, code]] > 0.5}
        alone = [row for row in records if len(seen[row]) < 2]
        if not alone:
            break
        goal = np.zeros(len(spots))  # away from the one place that was seen
        for row in alone:
            goal[spots[row, next(iter(seen[row]))]] = 1
    assert not alone, f"{len(alone)} records have one place alone"
