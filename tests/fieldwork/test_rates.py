"""Rates held to outcomerate's published test (A) and to a vector computed by hand (B)."""

from __future__ import annotations

from fractions import Fraction as F
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.fieldwork.outcomes import OUTCOMES, Disposition, Preset
from atbalss.fieldwork.rates import (
    NAMES,
    NEEDS_E,
    Eligible,
    Tally,
    cumulative,
    proportional,
    rates,
    tally,
)

A = Tally(5, 3, 2, 1, 2, 1, 1, 1)
RATES_A = {
    "RR1": F(1, 3), "RR2": F(8, 15), "RR3": F(5, 14), "RR4": F(4, 7), "RR5": F(5, 13),
    "RR6": F(8, 13), "COOP1": F(5, 12), "COOP2": F(2, 3), "COOP3": F(1, 2), "COOP4": F(4, 5),
    "REF1": F(2, 15), "REF2": F(1, 7), "REF3": F(2, 13), "CON1": F(4, 5), "CON2": F(6, 7),
    "CON3": F(12, 13),
}  # fmt: skip
B = Tally(612, 38, 141, 207, 29, 84, 16, 73)
RATES_B = {
    "RR1": 0.543035, "RR2": 0.576752, "RR3": 0.546251, "RR4": 0.580169, "RR5": 0.595910,
    "RR6": 0.632911, "COOP1": 0.746341, "COOP2": 0.792683, "COOP3": 0.773704, "COOP4": 0.821745,
    "REF1": 0.125111, "REF2": 0.125852, "REF3": 0.137293, "CON1": 0.727595, "CON2": 0.731905,
    "CON3": 0.798442,
}  # fmt: skip


def test_outcomerates_published_vector():
    found = rates(A, Eligible(0.5, 0.5, "given"))
    assert set(found) == set(NAMES) == set(RATES_A)
    for name, value in RATES_A.items():
        assert found[name] == pytest.approx(float(value), abs=1e-12), name


def test_a_vector_with_e_by_casro():
    e = proportional(B)
    assert e is not None and e.method == "casro" and e.uh == pytest.approx(0.933636, abs=1e-6)
    found = rates(B, e)
    for name, value in RATES_B.items():
        assert found[name] == pytest.approx(value, abs=1e-6), name


def test_rates_that_need_e_have_none_without_it_and_zero_denominators_give_none():
    assert {name for name, value in rates(A, None).items() if value is None} == NEEDS_E
    assert set(rates(Tally(), Eligible(1, 1, "all")).values()) == {None}
    assert rates(Tally(nc=3), None)["COOP1"] is None
    assert proportional(Tally(uh=4)) is None


COUNTS = st.integers(0, 500)
TALLIES = st.builds(Tally, *[COUNTS] * 8)
SHARES = st.floats(0, 1)


@given(TALLIES, SHARES, SHARES)
def test_invariants(found, uh, uo):
    got = rates(found, Eligible(uh, uo, "given"))

    def ordered(*names):
        values = [got[name] for name in names]
        if None not in values:
            assert all(a <= b + 1e-12 for a, b in pairwise(values)), names

    ordered("RR1", "RR3", "RR5")
    ordered("RR2", "RR4", "RR6")
    ordered("RR1", "RR2")
    ordered("COOP1", "COOP3")
    ordered("REF1", "REF2", "REF3")
    for n in (1, 2, 3):
        ordered(f"RR{2 * n}", f"CON{n}")
        ordered(f"REF{n}", f"CON{n}")
    if got["COOP1"] is not None and got["CON3"] is not None:
        assert got["RR5"] == pytest.approx(got["COOP1"] * got["CON3"])
        assert got["RR1"] == pytest.approx(got["COOP1"] * got["CON1"])
    assert all(value is None or 0 <= value <= 1 for value in got.values())


@given(TALLIES, SHARES)
def test_an_unknown_case_more_never_raises_response(found, e):
    before = rates(found, Eligible(e, e, "given"))
    more = Tally(*(found.i, found.p, found.r, found.nc, found.o, found.uh + 1, found.uo, found.ne))
    after = rates(more, Eligible(e, e, "given"))
    for name in ("RR1", "RR3"):
        if before[name] is not None and after[name] is not None:
            assert after[name] <= before[name] + 1e-12


@given(st.lists(st.sampled_from(list(OUTCOMES)), max_size=60), st.randoms())
def test_each_case_has_one_class_and_order_does_not_matter(codes, random):
    cases = [(OUTCOMES[code].disposition(Preset.NAMED), 1.0) for code in codes]
    shuffled = random.sample(cases, len(cases))
    assert tally(cases) == tally(shuffled)
    assert tally(cases).total == len(codes)


def test_a_dead_number_of_an_invited_visitor_stays_in_the_denominator():
    for code in ("4.20", "4.31", "4.32", "4.33", "3.13"):
        assert OUTCOMES[code].disposition(Preset.NAMED) is Disposition.NON_CONTACT
    assert OUTCOMES["4.32"].disposition(Preset.RANDOM) is Disposition.NOT_ELIGIBLE
    assert OUTCOMES["3.13"].disposition(Preset.RANDOM) is Disposition.UNKNOWN_HOUSEHOLD


def test_every_code_has_a_name_in_three_languages():
    for outcome in OUTCOMES.values():
        assert all(outcome.label.has(lang) for lang in ("lv", "en", "ru"))


def test_the_cumulative_rate_is_participation_by_response():
    assert cumulative(200, 100, 0.5) == 0.25
    assert cumulative(0, 0, 0.5) is None and cumulative(10, 5, None) is None
    with pytest.raises(ValueError, match="uninvited"):
        cumulative(1, 2, 0.5)


@pytest.mark.parametrize("bad", [-1.0, float("nan"), float("inf")])
def test_a_tally_has_no_negative_or_endless_counts(bad):
    with pytest.raises(ValueError, match="tally"):
        Tally(i=bad)
