"""Dependent pairs and rank leads: McNemar's example, what rank words rest on, what must hold."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from atbalss.tables.demand import Demand, Ranked
from atbalss.tables.dependent import mcnemar
from atbalss.tables.result import CellKey, Verdict

from .made import cells

A, B = CellKey("tools", "a"), CellKey("tools", "b")
RATE, SPEED = CellKey("rate"), CellKey("speed")


def tools(**counts: int):
    return [{"tools": list(codes)} for codes, n in counts.items() for _ in range(n)]


def told(people, first=A, second=B, **more):
    made = cells(people, demand=Demand(pairs=frozenset({(first, second)})), **more)
    (found,) = made.dependent.comparisons
    return found


def test_mcnemar_exact_equals_binom_test():
    """R: binom.test(2, 11)$p.value = 0.06542969, binom.test(5, 5)$p.value = 0.0625."""
    assert mcnemar(2, 9) == pytest.approx(0.06542969, rel=1e-6)
    assert mcnemar(9, 2) == pytest.approx(0.06542969, rel=1e-6)
    assert mcnemar(0, 5) == pytest.approx(0.0625)
    assert mcnemar(4, 4) == mcnemar(0, 0) == 1


def test_two_codes_of_a_multiple_question_by_hand():
    """100 of 400 chose both, 90 a alone, 60 b alone: Wald with n - 1, from the 2 x 2 table."""
    found = told(tools(ab=100, a=90, b=60, c=150))
    d = 30 / 400
    se = sqrt((150 / 400 - d**2) / 399)
    assert found.difference.value == pytest.approx(d)
    assert found.difference.se == pytest.approx(se, rel=1e-12)
    assert found.method == "z_dependent_shares"
    assert found.p == pytest.approx(2 * ndtr(-d / se), rel=1e-12)
    assert found.verdict is Verdict.HIGHER
    assert found.family == "dependent-pairs"


def test_few_who_differ_are_tested_exactly():
    found = told(tools(ab=100, a=9, b=2, c=20))
    assert found.method == "mcnemar_exact"
    assert found.p == pytest.approx(0.06542969, rel=1e-6)
    assert found.verdict is Verdict.NO_DIFFERENCE_SHOWN


def test_paired_means_equal_the_paired_t_test():
    from statistics import mean, stdev

    from scipy.special import stdtr

    pairs = [(5, 4), (4, 4), (3, 1), (2, 3), (5, 5), (4, 2), (1, 1), (5, 3)] * 6
    people = [{"rate": str(a), "speed": str(b)} for a, b in pairs]
    found = told(people, RATE, SPEED)
    away = [a - b for a, b in pairs]
    t = mean(away) / (stdev(away) / sqrt(len(away)))
    assert found.difference.se == pytest.approx(stdev(away) / sqrt(len(away)), rel=1e-12)
    assert found.p == pytest.approx(2 * stdtr(len(away) - 1, -t), rel=1e-10)
    assert found.effect_name == "cohen_d"


def test_the_same_share_in_overlapping_filters():
    people = [
        {"sex": sex, "tools": list(codes)}
        for sex, codes, n in (("f", "ab", 60), ("m", "ab", 20), ("f", "a", 50), ("m", "b", 70))
        for _ in range(n)
    ]
    first = CellKey("sex", "f", among=(("tools", "a"),))
    second = CellKey("sex", "f", among=(("tools", "b"),))
    found = told(people, first, second)
    p1, p2 = 110 / 130, 60 / 150
    v1, v2 = p1 * (1 - p1) / 129, p2 * (1 - p2) / 149
    e = 60 * (1 - p1) * (1 - p2) + 20 * p1 * p2  # persons of both filters
    cov = e / (130 * 150) * sqrt(130 / 129 * 150 / 149)
    assert found.difference.value == pytest.approx(p1 - p2)
    assert found.difference.se == pytest.approx(sqrt(v1 + v2 - 2 * cov), rel=1e-12)


def test_a_lead_is_the_weakest_of_its_places_and_adjusted_over_claims():
    codes = tuple(CellKey("tools", code) for code in ("a", "b", "c"))
    first, second = Ranked(codes), Ranked(codes, (1, 2))
    people = tools(a=80, b=30, c=25)
    made = cells(people, demand=Demand(ranks=frozenset({first, second})))
    lead, both = made.lead(first), made.lead(second)
    assert lead is not None and both is not None
    assert (lead.later.cell.code, lead.earlier.cell.code) == ("a", "b")
    assert lead.verdict is Verdict.HIGHER
    assert (both.later.cell.code, both.earlier.cell.code) == ("b", "c")
    assert both.verdict is Verdict.NO_DIFFERENCE_SHOWN
    assert lead.family_size == 2 and lead.p_adjusted == pytest.approx(2 * lead.p)
    assert made.lead(Ranked(codes, (3,))) is None
    last = Ranked(codes, (-1,))
    assert cells(people, demand=Demand(ranks=frozenset({last}))).lead(last).earlier.cell.code == "c"


def test_grid_items_are_ranked_by_paired_means():
    people = [{"rate": "5", "speed": "4"}] * 40 + [{"rate": "4", "speed": "4"}] * 30
    ranked = Ranked((RATE, SPEED))
    lead = cells(people, demand=Demand(ranks=frozenset({ranked}))).lead(ranked)
    assert lead is not None
    assert lead.method == "t_dependent_means"
    assert lead.verdict is Verdict.HIGHER


def test_different_questions_of_several_answers_are_not_tested():
    found = told([{"tools": ["a"], "said": ["f"]}] * 40, A, CellKey("said", "f"))
    assert found.method == "dependent" and found.p is None


PEOPLE = st.lists(
    st.tuples(st.sampled_from(["a", "b", "ab", "c", "abc"]), st.floats(0.2, 5)),
    min_size=3,
    max_size=40,
)


@settings(max_examples=15, deadline=None)
@given(PEOPLE)
def test_a_pair_turned_round_is_the_same_test_and_a_row_is_within_its_interval(people):
    answers = [{"tools": list(codes)} for codes, _ in people]
    weights = [w for _, w in people]
    one, other = told(answers, weights=weights), told(answers, B, A, weights=weights)
    assert one.p == pytest.approx(other.p) if one.p is not None else other.p is None
    assert one.difference.value == pytest.approx(-other.difference.value)
    if one.difference.low is not None:
        assert one.difference.low <= one.difference.value <= one.difference.high
        # by hand, from persons
        total = sum(weights)
        d = one.difference.value
        e = [("a" in codes) - ("b" in codes) - d for codes, _ in people]
        n = len(people)
        se = sqrt(n / (n - 1) * sum((w * x) ** 2 for w, x in zip(weights, e, strict=True))) / total
        assert one.difference.se == pytest.approx(se, rel=1e-6)
