"""Tests of waves: the stated examples, published pasts, equivalence, Holm, what is refused."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.problems import Refused
from atbalss.study.about import TableRules
from atbalss.tables import compare, measures
from atbalss.tables.compare import Side
from atbalss.tables.demand import Demand
from atbalss.tables.result import CellKey, Verdict

from .made import NO_RULES, cells


def side(p: float, n: int) -> Side:
    """A share of n persons with equal weights."""
    return Side(p, sqrt(p * (1 - p) / (n - 1)), n, n)


def test_from_which_past_n_a_difference_would_pass():
    assert compare.n_from(side(0.46, 142), 0.22, is_share=True) == 13
    assert compare.n_from(side(0.65, 142), 0.72, is_share=True) is None


@given(st.floats(0.02, 0.98), st.floats(0.02, 0.98), st.integers(10, 2000), st.floats(0.7, 1.0))
def test_n_from_is_the_first_that_passes(p, past, n, effective):
    now = Side(p, sqrt(p * (1 - p) / (n * effective)), n, n * effective)
    found = compare.n_from(now, past, is_share=True)

    def passes(m: int) -> bool:
        test = compare.compare_shares(now, compare.published_share(past, m, 0, now), 0.95, "")
        return test.p is not None and test.p < 0.05

    if found is None:
        assert not passes(100_000)
    else:
        assert passes(found)
        assert not passes(found - 1)


def test_the_interval_agrees_with_the_test():
    test = compare.compare_shares(side(0.5, 400), side(0.43, 380), 0.95, "z")
    assert test.p is not None
    assert (test.p < 0.05) == (test.low > 0)


def test_a_share_of_nothing_is_tested_on_the_pooled_variance():
    now, past = Side(0.0, 0.0, 142, 142), side(0.02, 130)
    test = compare.compare_shares(now, past, 0.95, "z")
    assert test.method == compare.TWO_PROPORTIONS_POOLED
    assert test.p is not None
    assert 0.05 < test.p < 0.15
    both = compare.compare_shares(now, Side(0.0, 0.0, 130, 130), 0.95, "z")
    assert both.p == 1
    assert both.low < 0 < both.high


def test_newcombe_equals_its_published_example():
    """56/70 against 48/80: 0.0524 to 0.3339 (Newcombe 1998, table II, method 10)."""
    low, high = compare.newcombe(side(56 / 70, 70), side(48 / 80, 80), 0.95)
    assert low == pytest.approx(0.0524, abs=5e-5)
    assert high == pytest.approx(0.3339, abs=5e-5)


def test_welch_equals_its_textbook():
    """Means 20 and 22, sd 2 and 3, n 10 and 15: t = -2/sqrt(0.4 + 0.6), df = 22.99 (by hand)."""
    a, b = Side(20, 2 / sqrt(10), 10, sd=2), Side(22, 3 / sqrt(15), 15, sd=3)
    test = compare.compare_means(a, b, 0.95, "t")
    df = 1 / (0.4**2 / 9 + 0.6**2 / 14)
    assert test.se == pytest.approx(1.0)
    assert test.p == pytest.approx(2 * float(compare.stdtr(df, -2.0)))


def test_a_published_share_carries_its_rounding():
    now = side(0.5, 400)
    past = compare.published_share(0.4, 1000, 0.005, now)
    assert past.variance == pytest.approx(0.24 / 1000 + 0.01**2 / 12)


PAIR = CellKey("rate", "high"), CellKey("rate", "high", "2022")


def _waves(now: int, then: int, n: int = 100, **rules):
    people = [{"rate": "5"}] * now + [{"rate": "1"}] * (n - now)
    past = [{"rate": "5"}] * then + [{"rate": "1"}] * (n - then)
    made = cells(
        people,
        past=past,
        demand=Demand(comparisons=frozenset({PAIR})),
        rules=TableRules(hide_under=0, mark_under=0, **rules),
    )
    return made.compare(made.share("rate", "high"), made.share("rate", "high", "2022"))


def test_verdicts():
    assert _waves(80, 50).verdict is Verdict.HIGHER
    assert _waves(50, 80).verdict is Verdict.LOWER
    assert _waves(50, 52).verdict is Verdict.NO_DIFFERENCE_SHOWN
    assert _waves(500, 502, 1000).verdict is Verdict.UNCHANGED
    assert _waves(50, 50).verdict is Verdict.NO_DIFFERENCE_SHOWN
    assert _waves(50, 50, margin=0.2).verdict is Verdict.UNCHANGED


def test_p_is_adjusted_over_the_family_and_both_are_kept():
    people = [{"rate": "5", "sex": "f", "tools": ["a"]}] * 60 + [
        {"rate": "1", "sex": "m", "tools": ["b"]}
    ] * 40
    past = [{"rate": "5", "sex": "f", "tools": ["a"]}] * 45 + [
        {"rate": "1", "sex": "m", "tools": ["b"]}
    ] * 55
    pairs = frozenset(
        (CellKey(name, code), CellKey(name, code, "2022"))
        for name, code in (("rate", "high"), ("sex", "f"), ("tools", "a"), ("tools", "b"))
    ) | {(CellKey("tools", "a"), CellKey("tools", "a", "2023"))}
    made = cells(people, past=past, demand=Demand(comparisons=pairs))
    table = made.family_table()
    tested = [item for item in table if item.p is not None]
    assert len(table) == 5
    assert all(item.family_size == 4 for item in table)  # the one without n has no p
    assert [item.p_adjusted for item in tested] == pytest.approx(
        compare.holm([i.p for i in tested])
    )
    assert all(item.p < 0.05 < item.p_adjusted for item in tested)
    assert all(item.verdict is Verdict.NO_DIFFERENCE_SHOWN for item in tested)
    assert [item.later.cell for item in table] == [
        item.later.cell
        for item in cells(people, past=past, demand=Demand(comparisons=pairs)).family_table()
    ]


def _against_print(name: str, code: str, people):
    pair = (CellKey(name, code), CellKey(name, code, "2023"))
    made = cells(people, demand=Demand(comparisons=frozenset({pair})))
    now, past = made.family_table()[0].later, made.family_table()[0].earlier
    return made.compare(now, past)


def test_a_past_without_n_is_untestable_and_says_from_which_n():
    people = [{"tools": ["a"]}] * 46 + [{"tools": ["b"]}] * 54
    found = _against_print("tools", "a", people)
    assert found.verdict is Verdict.UNTESTABLE
    assert (found.p, found.method) == (None, "no_n")
    assert found.n_from is not None
    assert found.difference.value == pytest.approx(0.24)
    assert found.difference.low is None


def test_a_published_past_with_n_is_tested_approximately():
    people = [{"tools": ["b"]}] * 70 + [{"tools": ["a"]}] * 30
    found = _against_print("tools", "b", people)
    assert found.approximate
    assert found.method == compare.PUBLISHED_SHARE
    assert found.verdict is Verdict.HIGHER
    assert found.difference.source.value == "derived"
    assert found.difference.rounding == pytest.approx(0.01)
    variance = 0.7 * 0.3 / 99 + 0.25 / 200 + 0.02**2 / 12
    assert found.difference.se == pytest.approx(sqrt(variance))
    mean = _against_print("rate", "", [{"rate": code} for code in "5" * 60 + "4" * 40])
    assert mean.method == compare.PUBLISHED_MEAN
    assert mean.verdict is Verdict.HIGHER


def test_a_floor_is_never_compared():
    found = _against_print("rate", "high", [{"rate": "1"}] * 100)
    assert found.verdict is Verdict.UNTESTABLE
    assert (found.method, found.n_from, found.p) == ("floor", None, None)
    assert (found.difference.value, found.difference.low) == (None, None)  # no number to print


def test_outside_the_family_nothing_is_tested():
    made = cells([{"rate": "5"}] * 9, past=[{"rate": "5"}] * 9)
    with pytest.raises(Refused) as caught:
        made.compare(made.share("rate", "high"), made.share("rate", "high", "2022"))
    assert caught.value.problems[0].code == "tables-outside-family"
    with pytest.raises(Refused):
        made.difference(made.share("rate", "high"), made.mean("rate"))


@given(st.lists(st.floats(0, 1), max_size=12))
def test_holm_never_lowers_a_p_and_keeps_the_order(p_values):
    adjusted = compare.holm(p_values)
    assert all(a >= p and a <= 1 for a, p in zip(adjusted, p_values, strict=True))
    ranked = sorted(zip(p_values, adjusted, strict=True))
    assert [a for _, a in ranked] == sorted(adjusted)


def test_the_difference_of_hidden_numbers_is_hidden():
    rules = TableRules(hide_under=30)
    made = cells([{"rate": "5"}] * 20, past=[{"rate": "1"}] * 200, rules=rules)
    found = made.difference(made.share("rate", "5"), made.share("rate", "5", "2022"))
    assert found.value is None
    assert (found.low, found.se, found.n) == (None, None, None)
    assert found.flag.value == "hidden"
    assert NO_RULES.confidence == rules.confidence
    assert measures.z_of(0.95) == pytest.approx(1.959964, abs=1e-6)
