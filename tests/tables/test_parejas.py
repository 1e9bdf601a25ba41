"""The second study: its answers can be made again, and its waves show every verdict."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from atbalss import plan
from atbalss.folder import open_study, pieces
from atbalss.tables.demand import Demand
from atbalss.tables.result import CellKey, Verdict

STUDY = Path(__file__).parent.parent.parent / "studies" / "parejas"


def test_the_answers_are_made_again_byte_for_byte(tmp_path):
    runpy.run_path(str(STUDY / "make_answers.py"))["main"](tmp_path)
    for file in sorted((STUDY / "waves").rglob("*.csv")):
        made = tmp_path / file.relative_to(STUDY)
        assert made.read_bytes() == file.read_bytes().replace(b"\r\n", b"\n"), file


@pytest.fixture(scope="module")
def family():
    parts, problems = pieces(open_study(STUDY))
    assert problems == []
    cells = {("channels", code) for code in ("in_person", "portal", "phone", "email")} | {
        ("info", code) for code in ("social", "newspaper", "people", "website", "board")
    }
    cells |= {("politeness", "good"), ("clarity", "good"), ("speed", ""), ("service", "")}
    pairs = frozenset((CellKey(q, c), CellKey(q, c, "2025")) for q, c in cells)
    found = plan.cells(parts, Demand(comparisons=pairs)).family_table()
    return {(item.later.cell.question, item.later.cell.code): item for item in found}


def test_some_differences_pass_holm(family):
    for key in (("channels", "portal"), ("info", "social")):
        assert family[key].verdict is Verdict.HIGHER
        assert family[key].p < family[key].p_adjusted < 0.05


def test_some_pass_only_unadjusted(family):
    for key in (("channels", "in_person"), ("info", "newspaper"), ("service", "")):
        assert family[key].p < 0.05 < family[key].p_adjusted
        assert family[key].verdict is Verdict.NO_DIFFERENCE_SHOWN


def test_one_is_unchanged_by_equivalence_and_one_not_even_that(family):
    assert family["politeness", "good"].verdict is Verdict.UNCHANGED
    assert family["clarity", "good"].verdict is Verdict.NO_DIFFERENCE_SHOWN


def test_all_are_of_one_family(family):
    assert {item.family_size for item in family.values()} == {len(family)}
