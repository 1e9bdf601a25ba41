"""Shares, means and intervals at their edges."""

from __future__ import annotations

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.tables import measures

from .made import cells


@given(st.integers(0, 60), st.integers(1, 60), st.sampled_from([0.8, 0.9, 0.95, 0.99]))
def test_wilson_lies_in_zero_to_one_around_its_share_and_is_never_of_zero_width(hits, n, level):
    p = min(hits, n) / n
    low, high = measures.wilson(p, n, level)
    assert 0 <= low <= p <= high <= 1
    assert high > low


@given(
    st.lists(st.tuples(st.booleans(), st.floats(0.05, 20)), min_size=2, max_size=40),
    st.floats(0.1, 10),
)
def test_the_effective_base_is_at_most_n_and_does_not_know_the_scale_of_weights(rows, scale):
    def estimate(factor):
        hit = [w * factor for yes, w in rows if yes]
        every = [w * factor for _, w in rows]
        sums = [(len(ws), sum(ws), sum(w * w for w in ws)) for ws in (hit, every)]
        return measures.share(*sums)

    one, other = estimate(1.0), estimate(scale)
    assert one is not None
    assert other is not None
    assert 0 < one.n_star <= len(rows) + 1e-9
    assert one.base_effective <= len(rows) + 1e-9
    assert one.se == pytest.approx(other.se, rel=1e-9, abs=1e-12)
    assert one.n_star == pytest.approx(other.n_star, rel=1e-6)


def test_equal_weights_give_the_textbook():
    found = measures.share((51, 51, 51), (142, 142, 142))
    assert found is not None
    assert found.se == pytest.approx(sqrt(51 / 142 * 91 / 142 / 141))
    assert found.n_star == pytest.approx(142)
    mean = measures.mean_of_codes([1, 2, 3], [(2, 2, 2), (1, 1, 1), (1, 1, 1)])
    assert mean is not None
    assert mean.sd == pytest.approx(sqrt(11 / 12))
    assert mean.se == pytest.approx(sqrt(11 / 12) / 2)


@pytest.mark.parametrize("people", [["5"], ["5"] * 40])
def test_one_person_or_equal_answers_have_no_interval_of_a_mean(people):
    found = cells([{"rate": code} for code in people]).mean("rate")
    assert found.value == 5
    assert (found.low, found.high, found.interval) == (None, None, "n_too_small")


def test_equal_answers_with_uneven_weights_have_no_rounding_noise_as_interval():
    people = [{"rate": "5", "visits": 7.0} for _ in range(7)]
    found = cells(people, weights=[0.1, 0.7, 1.3, 2.1, 0.9, 1 / 3, 1.1])
    for number in (found.mean("rate"), found.mean("visits"), found.mean("grid")):
        assert number.interval == "n_too_small"
    share = found.share("rate", "5")
    assert share.value == 1
    assert share.high == 1
    assert share.low is not None
    assert share.low < 1


def test_one_person_has_no_interval_of_a_share():
    assert cells([{"rate": "5"}]).share("rate", "5").interval == "n_too_small"


def test_the_interval_of_a_mean_is_cut_at_the_ends_of_the_scale():
    found = cells([{"rate": code} for code in ["5"] * 20 + ["1"]]).mean("rate")
    assert found.high == 5
    assert found.low is not None
    assert found.low < found.value


def test_nobody_is_no_number():
    found = cells([{"sex": "f"}])
    for number in (found.share("rate", "5"), found.mean("rate"), found.mean("visits")):
        assert number.value is None
        assert number.flag.value == "empty"


def test_the_mean_of_a_grid_is_over_answers_and_keeps_persons_together():
    people = [{"rate": "5", "speed": "5"}, {"rate": "1", "speed": "1"}, {"rate": "3"}]
    found = cells(people).mean("grid")
    assert found.value == pytest.approx(3)  # 15 / 5 answers
    # residuals of persons s - 3k: 4, -4, 0; SE^2 = 3/2 * 32 / 25
    assert found.se == pytest.approx(sqrt(1.5 * 32 / 25))
    assert found.base == 3
    assert found.sd == pytest.approx(2.0)  # of the answers 5 5 1 1 3
    assert found.interval == "t_person_clusters"


def test_the_clustered_error_of_a_grid_is_that_of_person_means_when_all_are_answered():
    people = [{"rate": a, "speed": b} for a, b in ("53", "44", "15", "22", "45")]
    means = [4.0, 4.0, 3.0, 2.0, 4.5]
    centre = sum(means) / 5
    textbook = sqrt(sum((x - centre) ** 2 for x in means) / 4 / 5)
    assert cells(people).mean("grid").se == pytest.approx(textbook)


def test_two_codes_of_one_score_have_no_rounding_noise_as_interval():
    found = measures.mean_of_codes([0.1, 0.1], [(3, 2.1, 1.5), (4, 2.9, 2.2)])
    assert found is not None
    assert (found.value, found.se, found.sd) == (0.1, 0.0, 0.0)
    assert measures.mean_interval(found, 0.95).method == measures.TOO_SMALL
