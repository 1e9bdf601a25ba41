"""Effect sizes, equivalence and the minimum detectable difference."""

from __future__ import annotations

from math import asin, inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.tables import compare, effect

SHARES = st.floats(0.01, 0.99)


def test_cohen_h_and_d_of_the_textbook():
    """Cohen 1988: h of .65 and .50 is about .30 (table 6.2.2); d = 6 / 12."""
    assert effect.cohen_h(0.65, 0.5) == pytest.approx(2 * asin(sqrt(0.65)) - 1.5707963, abs=1e-6)
    assert effect.cohen_h(0.65, 0.5) == pytest.approx(0.3047, abs=5e-5)
    assert effect.cohen_d(56, 50, 12, 12, 30, 40) == pytest.approx(0.5)
    assert effect.cohen_d(56, 50, 12, None, 30, 0) == pytest.approx(0.5)
    assert effect.cohen_d(5, 5, 0, 0, 30, 30) is None


def test_detectable_difference_of_the_textbook():
    """2.8 standard errors at 80 % and two-sided 5 %; twenty of 30 and 30 persons' t is larger."""
    assert effect.detectable(1.0, inf) == pytest.approx(2.80158, abs=1e-5)
    assert effect.detectable(1.0, 58) == pytest.approx(2.8494, abs=1e-3)
    assert effect.detectable(0.0, inf) is None


def test_a_difference_as_large_as_is_detectable_is_found_with_80_percent():
    from scipy.special import ndtr

    size = effect.detectable(1.0, inf)
    assert size is not None
    power = ndtr(size - 1.959964) + ndtr(-size - 1.959964)
    assert power == pytest.approx(0.8, abs=1e-3)


@given(st.floats(-0.5, 0.5), st.floats(0.001, 0.3), st.floats(0.01, 0.4), st.integers(2, 500))
def test_the_whole_interval_within_the_margin_is_tost_at_half_of_alpha(difference, se, margin, df):
    half = compare.t_of(0.95, df) * se
    within = compare.within(difference - half, difference + half, margin)
    p = effect.equivalence_p(difference, se, margin, df)
    assert p is not None
    if abs(p - 0.025) > 1e-9:
        assert (p < 0.025) == within


@given(SHARES, SHARES)
def test_effects_have_the_sign_of_the_difference_and_turn_with_it(a, b):
    assert effect.cohen_h(a, b) == -effect.cohen_h(b, a)
    assert (effect.cohen_h(a, b) > 0) == (a > b)
