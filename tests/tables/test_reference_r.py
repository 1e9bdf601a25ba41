"""Estimates, standard errors and intervals held to R's `survey` and `stats`.

Convention: design W of tests/reference/r_survey (weights as fixed, drawn with replacement).
"""

from __future__ import annotations

import csv
from math import sqrt
from pathlib import Path

import numpy as np
import pytest

from atbalss.tables import compare, measures

FOLDER = Path(__file__).parent.parent / "reference" / "r_survey"
with (FOLDER / "expected.csv").open(encoding="utf-8") as lines:
    ROWS = list(csv.DictReader(lines))
with (FOLDER / "apistrat.csv").open(encoding="utf-8") as lines:
    SCHOOLS = list(csv.DictReader(lines))
W = np.array([float(row["pw"]) for row in SCHOOLS])


def expected(case: str, stat: str, row: str = "", col: str = "", call: str = "") -> float:
    found = [
        float(item["value"])
        for item in ROWS
        if (item["case"], item["stat"], item["row"], item["col"]) == (case, stat, row, col)
        and item["call"].startswith(call)
    ]
    assert len(found) == 1, (case, stat, row, col, found)
    return found[0]


def line(who: np.ndarray) -> tuple[int, float, float]:
    return int(who.sum()), float(W[who].sum()), float((W[who] ** 2).sum())


def by_value(name: str, who: np.ndarray) -> measures.Estimate:
    """The mean of a variable from n, sum w, sum w^2 of each of its values."""
    x = np.array([float(row[name]) for row in SCHOOLS])
    values = np.unique(x[who])
    found = measures.mean_of_codes(list(values), [line(who & (x == value)) for value in values])
    assert found is not None
    return found


def of_moments(name: str, who: np.ndarray) -> measures.Estimate:
    """The mean of a variable from its moments, as an open number."""
    x = np.array([float(row[name]) for row in SCHOOLS])
    w, y = W[who], x[who]
    sums = [w, w * y, w * y * y, w * w, w * w * y, w * w * y * y]
    found = measures.mean_of_moments(line(who), np.array([term.sum() for term in sums]))
    assert found is not None
    return found


EVERYBODY = np.ones(len(W), dtype=bool)


@pytest.mark.parametrize("name", ["api00", "enroll", "ell"])
@pytest.mark.parametrize("way", [by_value, of_moments])
def test_means_and_their_standard_errors_equal_svymean(name, way):
    found = way(name, EVERYBODY)
    assert found.value == pytest.approx(expected("W", f"mean_{name}"), rel=1e-12)
    assert found.se == pytest.approx(expected("W", f"se_{name}"), rel=1e-9)
    assert found.base_effective == pytest.approx(expected("W", "n_eff_kish"), rel=1e-12)
    interval = measures.mean_interval(found, 0.95)
    assert interval.low == pytest.approx(expected("W", f"lo95_{name}"), rel=1e-9)
    assert interval.high == pytest.approx(expected("W", f"hi95_{name}"), rel=1e-9)
    # R's deff="replace": variance against that of simple random sampling with replacement
    side = compare.Side(found.value, found.se, found.base, sd=found.sd)
    assert compare.deff_of_mean(side) == pytest.approx(expected("W", f"deff_{name}"), rel=1e-9)


@pytest.mark.parametrize(
    ("name", "code"),
    [("stype", "E"), ("stype", "H"), ("stype", "M"), ("awards", "Yes"), ("sch.wide", "No")],
)
def test_shares_and_their_standard_errors_equal_svymean_of_a_factor(name, code):
    who = np.array([row[name] == code for row in SCHOOLS])
    found = measures.share(line(who), line(EVERYBODY))
    assert found is not None
    assert found.value == pytest.approx(expected("W", f"prop_{name}", name + code), rel=1e-12)
    assert found.se == pytest.approx(expected("W", f"se_prop_{name}", name + code), rel=1e-9)


@pytest.mark.parametrize("stype", ["E", "H", "M"])
def test_domains_equal_svyby_but_for_the_factor_of_the_own_base(stype):
    """R keeps n of the whole sample in n/(n-1); we take that of the domain (docs/statistics.md)."""
    who = np.array([row["stype"] == stype for row in SCHOOLS])
    n, whole = who.sum(), len(W)
    factor = sqrt((n - 1) / n * whole / (whole - 1))
    mean = by_value("api00", who)
    assert mean.value == pytest.approx(expected("W", "mean_api00", stype), rel=1e-12)
    assert mean.se * factor == pytest.approx(expected("W", "se_api00", stype), rel=1e-9)
    awards = np.array([row["awards"] == "Yes" for row in SCHOOLS])
    share = measures.share(line(who & awards), line(who))
    assert share is not None
    assert share.value == pytest.approx(expected("W", "colprop_awards", "Yes", stype), rel=1e-12)
    assert share.se * factor == pytest.approx(
        expected("W", "se_colprop_awards", "Yes", stype), rel=1e-9
    )


def test_the_unpooled_difference_has_the_standard_error_of_svycontrast():
    """Domains of one sample without strata are not quite independent; R's covariance is 0 here."""
    parts = {}
    for stype in "EHM":
        who = np.array([row["stype"] == stype for row in SCHOOLS])
        awards = np.array([row["awards"] == "Yes" for row in SCHOOLS])
        found = measures.share(line(who & awards), line(who))
        assert found is not None
        n, whole = who.sum(), len(W)
        factor = sqrt((n - 1) / n * whole / (whole - 1))
        parts[stype] = compare.Side(found.value, found.se * factor, found.base, found.n_star)
    for first, second in (("E", "H"), ("E", "M"), ("H", "M")):
        test = compare.compare_shares(parts[first], parts[second], 0.95, "z")
        assert test.difference == pytest.approx(
            expected("W", "diff_prop_awardsYes", first, second), rel=1e-9
        )
        assert test.se == pytest.approx(expected("W", "se_diff", first, second), rel=1e-9)


BINOM = [
    (int(row["row"]), int(row["col"]), row["stat"], float(row["value"]))
    for row in ROWS
    if row["case"] == "BINOM" and "Wilson" in row["call"]
]


@pytest.mark.parametrize(("hits", "n", "stat", "value"), BINOM)
def test_unweighted_wilson_intervals_equal_prop_test(hits, n, stat, value):
    """prop.test without continuity correction; with equal weights our n* is n, also at 0 and 1."""
    found = measures.share((hits, hits, hits), (n, n, n))
    assert found is not None
    assert found.n_star == pytest.approx(n, rel=1e-12)
    interval = measures.share_interval(found, 0.95)
    low_high = interval.low if stat == "lo95" else interval.high
    assert low_high == pytest.approx(value, rel=1e-6, abs=1e-12)


PAIRS = sorted({row["row"] for row in ROWS if row["case"] == "PUBLISHED"})


@pytest.mark.parametrize("pair", PAIRS)
def test_published_shares_have_the_unpooled_interval_of_prop_test(pair):
    """Both sides published as percent + n, no rounding, deff 1: the interval of prop.test.

    R rounds p*n to whole persons first; its p is that of the pooled test, so it is not held here.
    """
    p1, n1, p2, n2 = (float(part) for part in pair.split("|"))
    sides = [
        compare.published_share(round(p * n) / n, n, 0.0, compare.Side(p, 0.0, int(n), n_star=n))
        for p, n in ((p1, n1), (p2, n2))
    ]
    test = compare.compare_shares(sides[0], sides[1], 0.95, "z")
    assert test.low == pytest.approx(expected("PUBLISHED", "lo95_diff", pair), rel=1e-6)
    assert test.high == pytest.approx(expected("PUBLISHED", "hi95_diff", pair), rel=1e-6)
    assert test.p == pytest.approx(expected("PUBLISHED", "p", pair), rel=0.05)


def test_holm_equals_p_adjust():
    raw = [
        (float(row["row"]), float(row["value"]))
        for row in ROWS
        if row["case"] == "PADJ" and row["call"] == "p.adjust holm"
    ]
    shuffled = raw[3:] + raw[:3]
    assert compare.holm([p for p, _ in shuffled]) == pytest.approx([p for _, p in shuffled])
