"""Who differs: groups against the rest, to R's numbers, to what was built in, and under chance."""

from __future__ import annotations

import csv
import os
from math import isclose
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.tables.made import QUESTIONNAIRE, cells

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.problems import Refused
from atbalss.study.about import SmallRows, TableRules
from atbalss.tables import measures
from atbalss.tables.adjust import Adjustment, adjusted
from atbalss.tables.cells import Cells
from atbalss.tables.compare import Side
from atbalss.tables.demand import Demand
from atbalss.tables.differs import score_test
from atbalss.tables.effect import cohen_h
from atbalss.tables.family import side_of
from atbalss.tables.looks import Look, demographics, filters_of
from atbalss.tables.result import Verdict

ROOT = Path(__file__).resolve().parents[2]
UNITS = ROOT / "tests" / "reference" / "units"
BY = Demand(filters_of(QUESTIONNAIRE, ["sex", "tools", "speed"]))


def rows(name: str) -> list[dict[str, float]]:
    with (UNITS / name).open(encoding="utf-8") as file:
        return [{key: float(value) for key, value in row.items()} for row in csv.DictReader(file)]


def side(x: float, n: float) -> Side:
    return Side(x / n, 0.0, int(n), n)


@pytest.mark.parametrize("row", rows("score.csv"))
def test_score_test_is_r_prop_test_without_continuity(row: dict[str, float]) -> None:
    test = score_test(side(row["x1"], row["n1"]), side(row["x2"], row["n2"]), 0.95)
    assert test.p is not None
    assert isclose(test.p, row["p"], rel_tol=1e-9)
    assert isclose(cohen_h(row["x1"] / row["n1"], row["x2"] / row["n2"]), row["h"], rel_tol=1e-12)


# ---- on answers

PERSON = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["f", "m", None]),
        "tools": st.sampled_from([["a"], ["a", "b"], ["c"], ["none"], ["dk"], ["no"], None]),
        "rate": st.sampled_from(["1", "3", "5", "dk", "no", None]),
        "speed": st.sampled_from(["1", "2", "3", "4", "5", "dk", None]),
        "visits": st.sampled_from([None, 0, 1, 2, 7]),
    }
)


@settings(max_examples=15, deadline=None)
@given(st.lists(PERSON, min_size=3, max_size=40), st.data())
def test_group_and_rest_are_the_base_of_those_who_answered(
    people: list[dict[str, object]], data: st.DataObject
) -> None:
    """The sums of group and rest add up to those of all who answered the grouping question."""
    weights = data.draw(st.lists(st.floats(0.2, 5), min_size=len(people), max_size=len(people)))
    found = cells(people, demand=BY, weights=weights)
    look = Look("rate", "5", by=("sex", "speed"), nets=True)
    whole = {
        name: found.base("rate", among=((name, code),)).base or 0
        for name, code in (("sex", "f"), ("speed", "1"))
    }
    for item in found.differs(look).groups:
        pair = item.comparison
        known = [p for p in people if p[item.question] not in (None, "no")]
        asked = sum(p["rate"] not in (None, "no") for p in known)
        assert (pair.later.base or 0) + (pair.earlier.base or 0) == asked
        if item.code in ("f", "1"):
            assert pair.later.base == whole[item.question]
        if pair.difference.value is not None:
            assert pair.later.value is not None
            assert pair.earlier.value is not None
            assert isclose(
                pair.difference.value, pair.later.value - pair.earlier.value, abs_tol=1e-12
            )


@settings(max_examples=25, deadline=None)
@given(st.lists(PERSON, min_size=3, max_size=40))
def test_the_rest_of_a_multiple_group_is_everybody_outside_it(
    people: list[dict[str, object]],
) -> None:
    found = cells(people, demand=BY).differs(Look("rate", "5", by=("tools",), nets=True))
    asked = sum(p["rate"] not in (None, "no") for p in people)
    for item in found.groups:
        assert (item.comparison.later.base or 0) + (item.comparison.earlier.base or 0) == asked


def test_a_group_number_equals_the_cell_of_its_filter() -> None:
    people = [{"sex": "f", "rate": str(1 + i % 5)} for i in range(40)]
    people += [{"sex": "m", "rate": str(3 + i % 3)} for i in range(40)]
    found = cells(people, demand=BY, weights=[1 + (i % 7) / 3 for i in range(80)])
    item = found.differs(Look("rate", by=("sex",))).groups[0]
    own = found.mean("rate", among=(("sex", item.code),))
    assert item.comparison.later == own
    assert item.comparison.earlier.cell.outside == (("sex", item.code),)
    assert item.comparison.earlier.cell.words() == f"rate; 2024; sex≠{item.code}"


def test_two_halves_are_one_look() -> None:
    people = [{"sex": "fm"[i % 2], "rate": str(1 + i % 5)} for i in range(80)]
    found = cells(people, demand=BY).differs(Look("rate", "5", by=("sex",)))
    assert found.family_size == 1
    assert sorted(item.twin for item in found.groups) == ["", "f"]
    assert len({item.comparison.p_adjusted for item in found.groups}) == 1


def test_small_groups_are_not_judged_and_are_in_no_family() -> None:
    people = [{"sex": "f", "rate": "5"}] * 80 + [{"sex": "m", "rate": "1"}] * 9
    rules = TableRules(hide_under=10, mark_under=30, small_rows=SmallRows.SHOW)
    found = cells(people, demand=BY, rules=rules).differs(Look("rate", "5", by=("sex",)))
    assert found.family_size == 0
    for item in found.groups:
        assert item.verdict is Verdict.UNTESTABLE
        assert item.comparison.difference.value is None
        assert item.comparison.p is None
        assert item.comparison.effect is None


def test_one_small_group_takes_the_next_along_and_its_rest() -> None:
    """Of four ratings one has 9 persons: it cannot be had from the total and the others."""
    people = [{"speed": "1", "rate": "5"}] * 9
    people += [{"speed": str(2 + i % 3), "rate": str(1 + i % 5)} for i in range(120)]
    people += [{"speed": "no", "rate": "5"}] * 12
    rules = TableRules(hide_under=10, mark_under=30, small_rows=SmallRows.SHOW)
    look = Look("rate", "5", by=("speed",), nets=True)
    found = cells(people, demand=BY, rules=rules).differs(look)
    closed = [item for item in found.groups if item.comparison.later.value is None]
    assert "1" in {item.code for item in closed}
    told = [item for item in closed if item.comparison.later.base]
    assert len([item for item in told if item.code.isdigit()]) >= 2
    for item in closed:
        assert item.comparison.earlier.value is None
        assert item.comparison.difference.value is None


def test_names_that_cannot_be_looked_at_are_refused() -> None:
    found = cells([{"sex": "f", "rate": "5"}], demand=BY)
    for look, code in (
        (Look("rate", "5"), "tables-no-groups"),
        (Look("rate", "5", by=("rate",)), "tables-grouped-by-itself"),
        (Look("rate", "no", by=("sex",)), "tables-outside-base"),
        (Look("rate", "5", by=("visits",)), "tables-no-codes"),
        (Look("rate", "5", by=("nobody",)), "tables-unknown-question"),
        (Look("tools", "", by=("sex",)), "tables-no-mean"),
        (Look("rate", "5", by=("sex",), wave="2023"), "tables-no-answers"),
        (Look("tools", "a", by=("rate",)), "tables-undeclared-filter"),
    ):
        with pytest.raises(Refused) as refused:
            found.differs(look)
        assert [item.code for item in refused.value.problems] == [code], look


# ---- under chance alone


@pytest.mark.parametrize("method", [Adjustment.HOLM, Adjustment.BONFERRONI])
def test_under_chance_one_study_in_twenty_has_a_false_alarm(method: Adjustment) -> None:
    """Family-wise error of 5 % over 14 looks at groups of 30 to 250 of 500, seeded.

    `CHANCE_RUNS` makes the soak longer; the bounds are three standard errors of the runs.
    """
    runs = int(os.environ.get("CHANCE_RUNS", "1500"))
    chance = np.random.default_rng(20261122)
    sizes = (250, 170, 110, 80, 60, 45, 35, 30)
    alarms = 0
    for _ in range(runs):
        answer = chance.random(500) < 0.12
        p_values = []
        for size in sizes:
            inside = chance.permutation(500) < size
            hits, all_hits = int(answer[inside].sum()), int(answer.sum())
            group = measures.share((hits, float(hits), float(hits)), (size,) + (float(size),) * 2)
            n, left = 500 - size, all_hits - hits
            rest = measures.share((left, float(left), float(left)), (n, float(n), float(n)))
            assert group is not None
            assert rest is not None
            p = score_test(side_of(group), side_of(rest), 0.95).p
            assert p is not None
            p_values.append(p)
        alarms += min(adjusted(p_values, method)) < 0.05
    error = (0.05 * 0.95 / runs) ** 0.5
    assert 0.05 - 3 * error - 0.015 < alarms / runs < 0.05 + 3 * error


# ---- what was built in


@pytest.fixture(scope="module")
def network() -> Cells:
    parts, problems = pieces(open_study(ROOT / "studies" / "tikls"))
    assert not problems
    names = demographics(parts.questionnaire)
    return plan.cells(parts, Demand(filters_of(parts.questionnaire, names)))


def test_the_seven_groups_built_into_the_example_are_found(network: Cells) -> None:
    """Men, over 55, not working, no children, Russian speakers, low income, larger places."""
    found = network.differs(Look("tried", "no", nets=True))
    higher = {(item.question, item.code) for item in found.of(Verdict.HIGHER)}
    assert {
        ("d_sex", "male"),
        ("d_age", "over_55"),
        ("d_work", "no"),
        ("d_children", "no"),
        ("d_lang", "ru"),
        ("d_income", "low"),
        ("d_place", "large"),
    } <= higher
    sizes = [abs(item.comparison.difference.value or 0) for item in found.of(Verdict.HIGHER)]
    assert sizes == sorted(sizes, reverse=True)


def test_where_nothing_was_built_in_nobody_differs(network: Cells) -> None:
    found = network.differs(Look("rooms"))
    assert not found.of(Verdict.HIGHER, Verdict.LOWER)
    assert found.least_detectable is not None
