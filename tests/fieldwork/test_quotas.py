"""Quotas never overshoot, wait for their questions, and give places back; invitations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.fieldwork.invite import Mode, Rule, is_invited, sample_kind
from atbalss.fieldwork.quotas import Place, Quota, cells_of, fill, release, reserve
from atbalss.study.about import SampleKind

YOUNG_MEN = Quota("young_men", (("sex", "m"), ("age", "young")), 2)
OLD = Quota("old", (("age", "old"),), 1, done=1)


def test_a_quota_waits_until_its_questions_are_answered():
    assert cells_of([YOUNG_MEN, OLD], {}) == (Place.UNKNOWN, ())
    assert cells_of([YOUNG_MEN, OLD], {"sex": "m"}) == (Place.UNKNOWN, ())
    assert cells_of([YOUNG_MEN], {"sex": "f"}) == (Place.NONE, ())
    assert cells_of([YOUNG_MEN, OLD], {"sex": "m", "age": "young"}) == (Place.OPEN, ("young_men",))
    assert cells_of([YOUNG_MEN, OLD], {"sex": "f", "age": "old"}) == (Place.FULL, ("old",))


@given(st.lists(st.sampled_from(["reserve", "release", "fill"]), max_size=60), st.integers(0, 6))
def test_a_quota_never_overshoots(steps, target):
    quotas = (Quota("a", (("x", "1"),), target),)
    for step in steps:
        before = quotas[0]
        if step == "reserve":
            after = reserve(quotas, ["a"])
            assert (after is None) == (before.done + before.reserved >= target)
            quotas = after or quotas
        elif before.reserved == 0:
            with pytest.raises(ValueError, match="reserved"):
                (fill if step == "fill" else release)(quotas, ["a"])
        else:
            quotas = (fill if step == "fill" else release)(quotas, ["a"])
        assert 0 <= quotas[0].done + quotas[0].reserved <= target


def test_a_place_in_several_quotas_is_all_or_nothing():
    quotas = (Quota("a", (("x", "1"),), 5), Quota("b", (("y", "1"),), 0))
    assert reserve(quotas, ["a", "b"]) is None
    assert reserve(quotas, ["a"])[0].reserved == 1


@given(st.integers(1, 20), st.data())
def test_every_kth_visitor(k, data):
    start = data.draw(st.integers(1, k))
    rule = Rule(Mode.EVERY_KTH, k, start)
    invited = [visitor for visitor in range(1, 10 * k + 1) if is_invited(rule, visitor)]
    assert invited == list(range(start, 10 * k + 1, k))


def test_what_a_way_of_inviting_makes_of_the_sample():
    assert sample_kind(Rule(Mode.EVERY_KTH, 5)) is SampleKind.PROBABILITY
    assert sample_kind(Rule(Mode.EVERYBODY)) is SampleKind.PROBABILITY
    for mode in (Mode.CHOICE, Mode.OPEN_LINK, Mode.QUOTA):
        assert sample_kind(Rule(mode)) is SampleKind.SELF_SELECTED
    assert not is_invited(Rule(Mode.QUOTA), 3, quota_open=False)
    with pytest.raises(ValueError, match="counted"):
        is_invited(Rule(Mode.CHOICE), 0)
    with pytest.raises(ValueError, match="start"):
        Rule(Mode.EVERY_KTH, 3, 4)
