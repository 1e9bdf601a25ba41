"""What must always hold of errors by design, whatever the sums."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.tables import design, measures, proportions
from atbalss.tables.chi_square import rao_scott
from atbalss.tables.columns import CellSums, design_difference, share_columns
from atbalss.tables.design import Domain, Tallies, ratios

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
def test_two_columns_turned_round_and_together(people):
    n, w, w2 = (np.zeros((2, 2)) for _ in range(3))
    for weight, hit, _, column in people:
        n[int(hit), column] += 1
        w[int(hit), column] += weight
        w2[int(hit), column] += weight**2
    hit = CellSums(n[1].astype(np.int64), w[1], w2[1])
    base = CellSums(n.sum(axis=0).astype(np.int64), w.sum(axis=0), w2.sum(axis=0))
    columns = np.array([[True, False], [False, True], [True, True]])
    found = share_columns(hit, base, columns, domain=Domain.OWN)
    one, other = design_difference(found, 0, 1), design_difference(found, 1, 0)
    assert (one.p is None) == (other.p is None)
    if one.p is not None and other.p is not None:
        assert one.p == pytest.approx(other.p)
        assert one.difference == pytest.approx(-other.difference)
        assert 0 <= one.p <= 1
    if base.n[0] > 1 and 0 < hit.n[0] < base.n[0]:
        alone = measures.share(
            (int(hit.n[0]), float(hit.w[0]), float(hit.w2[0])),
            (int(base.n[0]), float(base.w[0]), float(base.w2[0])),
        )
        assert alone is not None
        assert found.estimates.se[0] == pytest.approx(alone.se, rel=1e-6)


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
