"""Raking held to R `survey` and Quantipy, the traps of other packages, and what must always hold.

R: rake(svydesign(id=~1, weights=~pw, data=apisrs), ~stype, ~sch.wide), then trimWeights(strict).
Quantipy: the RIM case of its test suite (weights of mean 1 over the rows of four age groups).
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from atbalss.weights.rake import rake, trim

REFERENCE = Path(__file__).parent.parent / "reference"
STYPE = {"E": 4421.0, "H": 755.0, "M": 1018.0}
WIDE = {"No": 1072.0, "Yes": 5122.0}


def _rows(path):
    with (REFERENCE / path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _category(values, names):
    return np.array([list(names).index(value) for value in values])


def _raked(base, categories, targets, **options):
    """Weights of rows, of the same sum as the first margin: each row is a cell of its own."""
    total = sum(targets[0])
    shares = [np.array(item) / sum(item) for item in targets]
    found = rake(base / base.sum(), categories, shares, **options)
    return base * found.factors * total / base.sum(), found


@pytest.fixture(scope="module")
def apisrs():
    rows = _rows("r_survey/rake_apisrs_weights.csv")
    base = np.array([float(row["pw"]) for row in rows])
    categories = [
        _category([row["stype"] for row in rows], STYPE),
        _category([row["sch.wide"] for row in rows], WIDE),
    ]
    return rows, base, categories, [[*STYPE.values()], [*WIDE.values()]]


def test_raking_equals_r_survey_in_all_200_rows(apisrs):
    rows, base, categories, targets = apisrs
    weights, found = _raked(base, categories, targets)
    expected = np.array([float(row["w_raked"]) for row in rows])
    assert found.converged and found.iterations < 50
    np.testing.assert_allclose(weights, expected, rtol=1e-6)
    assert weights.sum() == pytest.approx(6194, rel=1e-12)
    assert weights.sum() ** 2 / (weights**2).sum() == pytest.approx(199.810859536405, rel=1e-9)
    assert weights.min() == pytest.approx(28.9107682980693, rel=1e-9)
    assert weights.max() == pytest.approx(31.5292441377116, rel=1e-9)


def test_cells_give_what_rows_give(apisrs):
    _, base, categories, targets = apisrs
    by_rows, _ = _raked(base, categories, targets)
    key = categories[0] * 2 + categories[1]
    cells, where = np.unique(key, return_inverse=True)
    sums = np.bincount(where, base)
    shares = [np.array(item) / 6194 for item in targets]
    found = rake(sums / sums.sum(), [cells // 2, cells % 2], shares)
    by_cells = base * found.factors[where] * 6194 / base.sum()
    np.testing.assert_allclose(by_cells, by_rows, rtol=1e-12)


def test_trimming_equals_r_trim_weights_strict(apisrs):
    rows, base, categories, targets = apisrs
    weights, _ = _raked(base, categories, targets)
    cut = trim(weights, 29.5, 31.2)
    np.testing.assert_allclose(cut, [float(row["w_trimmed"]) for row in rows], rtol=1e-6)
    assert cut.sum() == pytest.approx(6177.1, rel=1e-9)  # R loses the rest: nobody was within


def test_post_stratification_equals_r():
    """postStratify(svydesign(id=~1, weights=~pw, data=apistrat), ~stype): mean of api00."""
    rows = _rows("r_survey/apistrat.csv")
    base = np.array([float(row["pw"]) for row in rows])
    stype = [_category([row["stype"] for row in rows], STYPE)]
    weights, found = _raked(base, stype, [[*STYPE.values()]])
    x = np.array([float(row["api00"]) for row in rows])
    assert found.iterations == 1
    assert (weights * x).sum() / weights.sum() == pytest.approx(662.287363577656, rel=1e-9)


def test_quantipy_rim_case():
    """Four groups of 25 %, in each gender 47 : 53: sums of weights by cell, mean 1 over rows."""
    rows = [row for row in _rows("quantipy/rim_cells.csv") if row["age_group"] in "2456"]
    group = _category([row["age_group"] for row in rows], "2456")
    gender = _category([row["profile_gender"] for row in rows], "12")
    base = np.ones(len(rows))
    joint = np.outer(np.full(4, 0.25), [0.47, 0.53]).ravel()
    weights, _ = _raked(base, [group * 2 + gender], [joint * len(rows)])
    sums = np.bincount(group * 2 + gender, weights, 8).reshape(4, 2)
    np.testing.assert_allclose(sums, np.tile([1.645, 1.855], (4, 1)), rtol=1e-12)
    np.testing.assert_allclose(sums.sum(axis=1), 3.5, rtol=1e-12)


# ---- what other packages got wrong


def test_base_weights_are_not_ignored():
    """A design weight stays inside a cell: two persons of one cell keep their ratio."""
    base = np.array([1.0, 4.0, 2.0, 3.0, 1.0, 1.0])
    sex, age = np.array([0, 0, 1, 1, 0, 1]), np.array([0, 0, 0, 1, 1, 1])
    weights, found = _raked(base, [sex, age], [[0.5, 0.5], [0.4, 0.6]])
    assert found.converged
    assert weights[1] / weights[0] == pytest.approx(4.0)
    plain, _ = _raked(np.ones(6), [sex, age], [[0.5, 0.5], [0.4, 0.6]])
    assert plain[1] / plain[0] == pytest.approx(1.0)


def test_caps_are_not_ignored():
    """Bounds hold and the margins too, where both can."""
    rng = np.random.default_rng(11)
    sex, age = rng.integers(0, 2, 400), rng.choice(4, 400, p=[0.05, 0.25, 0.3, 0.4])
    targets = [[0.47, 0.53], [0.2, 0.25, 0.3, 0.25]]
    free, _ = _raked(np.ones(400), [sex, age], targets)
    high = 0.98 * 400 * free.max()
    weights, found = _raked(np.ones(400), [sex, age], targets, low=0.4, high=high)
    assert found.converged and 400 * free.max() > high
    assert 400 * weights.max() == pytest.approx(high, rel=1e-9)
    for category, target in zip([sex, age], targets, strict=True):
        np.testing.assert_allclose(np.bincount(category, weights), target, atol=1e-9)


def test_bounds_that_the_margins_do_not_allow_do_not_pass_silently():
    category = np.array([0] * 95 + [1] * 5)
    _, found = _raked(np.ones(100), [category], [[0.5, 0.5]], low=0.3, high=3.0)
    assert not found.converged
    assert found.deviation == pytest.approx(0.35, abs=1e-6)  # 5 persons x 3 make 15 %


def test_contradictory_margins_do_not_pass_silently():
    a = np.array([0, 0, 1, 1])
    _, found = _raked(np.ones(4), [a, a], [[0.5, 0.5], [0.6, 0.4]])
    assert not found.converged and found.deviation >= 0.05


# ---- what must always hold


@st.composite
def samples(draw):
    """Rows of two or three questions in which every category has somebody, and targets of all."""
    sizes = draw(st.lists(st.integers(2, 4), min_size=2, max_size=3))
    n = draw(st.integers(30, 80))
    seed = draw(st.integers(0, 2**32 - 1))
    rng = np.random.default_rng(seed)
    full = np.array(np.meshgrid(*[np.arange(size) for size in sizes])).reshape(len(sizes), -1)
    extra = np.array([rng.integers(0, size, n) for size in sizes])
    categories = list(np.concatenate([full, extra], axis=1))
    targets = [rng.dirichlet(np.full(size, 5.0)) for size in sizes]
    base = rng.uniform(0.5, 2.0, full.shape[1] + n)
    return base, categories, targets


@settings(max_examples=20, deadline=None)
@given(samples())
def test_raked_margins_equal_their_targets(sample):
    base, categories, targets = sample
    weights, found = _raked(base, categories, targets)
    assert found.converged
    for category, target in zip(categories, targets, strict=True):
        np.testing.assert_allclose(np.bincount(category, weights), target, atol=1e-9)


@settings(max_examples=30, deadline=None)
@given(samples(), st.integers(0, 1000))
def test_order_of_rows_and_scale_of_weights_change_nothing(sample, seed):
    base, categories, targets = sample
    weights, _ = _raked(base, categories, targets)
    order = np.random.default_rng(seed).permutation(len(base))
    mixed, _ = _raked(base[order], [item[order] for item in categories], targets)
    np.testing.assert_allclose(mixed, weights[order], rtol=1e-8)
    scaled, _ = _raked(base * 7.5, categories, targets)
    np.testing.assert_allclose(scaled, weights, rtol=1e-8)
    counts, _ = _raked(base, categories, [item * 5000 for item in targets])
    np.testing.assert_allclose(counts / 5000, weights, rtol=1e-8)


@settings(max_examples=30, deadline=None)
@given(samples())
def test_raking_what_is_met_changes_nothing(sample):
    base, categories, targets = sample
    weights, _ = _raked(base, categories, targets)
    again, found = _raked(weights, categories, targets)
    assert found.iterations == 1
    np.testing.assert_allclose(again, weights, rtol=1e-8)


@settings(max_examples=30, deadline=None)
@given(samples())
def test_post_stratification_is_raking_on_one_joint_margin(sample):
    base, categories, targets = sample
    key = categories[0] * len(targets[1]) + categories[1]
    joint = np.outer(targets[0], targets[1]).ravel()
    weights, found = _raked(base, [key], [joint])
    assert found.iterations == 1
    by_hand = base * (joint / np.bincount(key, base))[key]
    np.testing.assert_allclose(weights, by_hand, rtol=1e-12)


@settings(max_examples=20, deadline=None)
@given(samples(), st.floats(0.2, 0.9), st.floats(1.1, 4.0))
def test_bounds_are_kept_and_margins_met_or_it_is_said(sample, low, high):
    base, categories, targets = sample
    weights, found = _raked(base, categories, targets, low=low, high=high)
    assert found.factors.min() >= low and found.factors.max() <= high
    off = max(
        np.abs(np.bincount(category, weights, len(target)) - target).max()
        for category, target in zip(categories, targets, strict=True)
    )
    assert off <= 1e-9 or not found.converged
    assert found.converged or _room(base, categories, targets, low, high) < 0.02


def _room(base, categories, targets, low, high):
    """By how much the bounds could be narrowed and the margins still be met (linear program)."""
    share = base / base.sum()
    rows = [
        np.append(np.where(category == k, share, 0.0), 0.0)
        for category, target in zip(categories, targets, strict=True)
        for k in range(len(target))
    ]
    n = len(base)
    ones = np.ones((n, 1))
    narrowed = np.block([[np.eye(n), ones], [-np.eye(n), ones]])
    limits = np.concatenate([np.full(n, high), np.full(n, -low)])
    cost = np.append(np.zeros(n), -1.0)
    found = linprog(cost, narrowed, limits, np.array(rows), np.concatenate(targets))
    return found.x[-1] if found.status == 0 else -1.0


@settings(max_examples=15, deadline=None)
@given(samples(), st.floats(0.5, 0.95), st.floats(1.05, 2.0))
def test_trimming_keeps_bounds(sample, low, high):
    base, *_ = sample
    weights = base / base.mean()
    cut = trim(weights, low, high)
    assert cut.min() >= low * (1 - 1e-9) and cut.max() <= high * (1 + 1e-9)
