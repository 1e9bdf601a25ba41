"""ICC against a hand oracle."""

from __future__ import annotations

import pytest

from atbalss.fieldwork.effect import Pace, interviewer_effect


def test_icc_by_hand():
    # a: 1 2 3 (mean 2), b: 4 6 (mean 5); N = 5, mean 3.2
    # MSB = (3 * 1.44 + 2 * 3.24) / 1 = 10.8; MSW = (2 + 2) / 3 = 4/3
    # sum n^2 / N = 13/5; n0 = (5 - 2.6) / 1 = 2.4
    found = interviewer_effect({"a": [1, 2, 3], "b": [4, 6]})
    icc = (10.8 - 4 / 3) / (10.8 + 1.4 * 4 / 3)
    assert found.icc == pytest.approx(icc)
    assert found.deff == pytest.approx(1 + 1.6 * icc)
    assert (found.interviewers, found.answers) == (2, 5)


def test_no_effect_may_be_negative_and_is_not_hidden():
    found = interviewer_effect({"a": [1, 3], "b": [1, 3]})
    assert found.icc == pytest.approx(-1.0) and found.deff == pytest.approx(0.0)


@pytest.mark.parametrize(
    "answers", [{}, {"a": [1, 2]}, {"a": [1], "b": [2]}, {"a": [2, 2], "b": [2, 2]}]
)
def test_not_defined(answers):
    assert interviewer_effect(answers) is None


def test_pace():
    pace = Pace("a", 10, 4, 120.0, 44.0)
    assert (pace.an_hour, pace.mean_minutes) == (2.0, 11.0)
    assert Pace("b", 0, 0, 0.0, 0.0).an_hour is None
