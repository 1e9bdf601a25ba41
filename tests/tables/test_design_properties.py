"""What must always hold of errors by design, whatever the sums."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.tables import design, measures, proportions
from atbalss.tables.chi_square import rao_scott
from atbalss.tables.design import Tallies, ratios

PEOPLE = st.lists(
    st.tuples(st.floats(0.2, 5), st.booleans(), st.integers(0, 3), st.integers(0, 1)),
    min_size=4,
    max_size=60,
)


def sums(people, units: int):
    """Sum w and sum w^2 of those without and with the answer, by unit."""
    w, w2 = np.zeros((2, units)), np.zeros((2, units))
    for weight, hit, unit, _ in people:
        w[int(hit), unit % units] += weight
        w2[int(hit), unit % units] += weight**2
    return w, w2


def share(tallies: Tallies, sampling: design.Sampling) -> design.Ratios:
    return ratios(tallies, np.array([[0.0, 1.0]]), np.ones((1, 2)), sampling)


@given(PEOPLE)
def test_sums_by_unit_give_the_total_s_value_and_one_stratum_its_error(people):
    w, w2 = sums(people, 4)
    n = len(people)
    by_unit = share(Tallies(w, w2), design.stratified([n, 0, 0, 0]))
    whole = Tallies(w.sum(axis=1, keepdims=True), w2.sum(axis=1, keepdims=True))
    plain = share(whole, design.simple(n))
    assert by_unit.value == pytest.approx(plain.value)
    moved = np.zeros_like(w), np.zeros_like(w2)
    moved[0][:, 0], moved[1][:, 0] = w.sum(axis=1), w2.sum(axis=1)
    one = share(Tallies(*moved), design.stratified([n, 0, 0, 0]))
    assert one.se == pytest.approx(plain.se)


@given(PEOPLE)
def test_no_design_is_the_exact_formula_and_equal_weights_the_textbook(people):
    w, w2 = sums(people, 1)
    hits = sum(hit for _, hit, _, _ in people)
    n = len(people)
    found = measures.share(
        (hits, float(w[1, 0]), float(w2[1, 0])), (n, float(w.sum()), float(w2.sum()))
    )
    by_design = share(Tallies(w, w2), design.simple(n))
    assert found is not None
    assert by_design.se[0] == pytest.approx(found.se, rel=1e-9, abs=1e-9)
    counts = np.array([[n - hits], [hits]], dtype=float)
    equal = share(Tallies(counts, counts), design.simple(n))
    p = hits / n
    assert equal.se[0] == pytest.approx(sqrt(p * (1 - p) / (n - 1)), abs=1e-9)


@given(PEOPLE)
def test_each_interview_its_own_cluster_is_no_design(people):
    n = len(people)
    w = np.zeros((2, n))
    for i, (weight, hit, _, _) in enumerate(people):
        w[int(hit), i] = weight
    as_clusters = share(Tallies(w), design.clustered([0] * n, [True] * n))
    alone = sums(people, 1)
    plain = share(Tallies(*alone), design.simple(n))
    assert as_clusters.se == pytest.approx(plain.se, rel=1e-6, abs=1e-9)


@given(st.integers(0, 60), st.integers(1, 60), st.floats(0.3, 8), st.integers(1, 60), st.booleans())
def test_the_interval_by_design_is_within_0_and_1_and_holds_the_share(hits, more, deff, df, known):
    n = hits + more
    found = measures.share((hits, hits, hits), (n, n, n))
    assert found is not None
    by_design = measures.share_by_design(found, found.se * sqrt(deff), float(df), known=known)
    interval = measures.share_interval(by_design, 0.95)
    if n > 1:
        assert interval.low is not None and interval.high is not None
        assert 0 <= interval.low <= by_design.value <= interval.high <= 1
        low, high = proportions.clopper_pearson(by_design.value, by_design.n_star, 0.95)
        assert 0 <= low <= by_design.value + 1e-12 and by_design.value - 1e-12 <= high <= 1


@given(PEOPLE)
def test_two_columns_turned_round_and_alone(people):
    keys = [(column, hit) for column in (0, 1) for hit in (False, True)]
    who = [[(c, h) == key for _, h, _, c in people] for key in keys]
    w = np.array([weight for weight, *_ in people])
    tallies = Tallies(
        np.array([[np.sum(w[some])] for some in who]),
        np.array([[np.sum(w[some] ** 2)] for some in who]),
    )
    n = [sum(some) for some in who]
    bases = [n[0] + n[1], n[2] + n[3]]
    tops, bottoms = np.array([[0, 1, 0, 0], [0, 0, 0, 1]]), np.array([[1, 1, 0, 0], [0, 0, 1, 1]])
    if min(bases) == 0 or len(people) < 2:
        return
    found = ratios(tallies, tops, bottoms, design.simple(len(people)))
    (one, se), (other, same) = found.contrast([1, -1]), found.contrast([-1, 1])
    assert one == pytest.approx(-other) and se == pytest.approx(same)
    assert se**2 == pytest.approx(found.se[0] ** 2 + found.se[1] ** 2)  # nobody is in both
    if bases[0] > 1:
        hit, base = (
            (count, float(np.sum(w[some])), float(np.sum(w[some] ** 2)))
            for count, some in ((n[1], who[1]), (bases[0], np.array(who[0]) | np.array(who[1])))
        )
        alone = measures.share(hit, base)
        assert alone is not None
        bessel = len(people) / (len(people) - 1) / (bases[0] / (bases[0] - 1))
        if 0 < n[1] < bases[0]:
            assert found.se[0] == pytest.approx(alone.se * sqrt(bessel), rel=1e-6)


@settings(max_examples=16)
@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=2, max_size=4))
def test_rao_scott_without_weights_is_nearly_pearson_s_test(table):
    counts = np.array(table, dtype=float)
    n = int(counts.sum())
    found = rao_scott(n, counts, design.simple(n), counts)
    if found.p is None:
        assert found.f is None or found.method
        return
    assert 0 <= found.p <= 1 and found.v is not None and 0 <= found.v <= 1
    assert found.f is not None and found.chi2 is not None and found.chi2 >= 0
