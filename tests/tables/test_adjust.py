"""Adjusted p values held to R's `p.adjust`, and what must always hold of them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.tables.adjust import Adjustment, adjusted

EXPECTED = Path(__file__).parent.parent / "reference" / "r_survey" / "expected.csv"
with EXPECTED.open(encoding="utf-8") as lines:
    ROWS = [row for row in csv.DictReader(lines) if row["case"] == "PADJ"]
NAMES = {"bonferroni": "bonferroni", "holm": "holm", "BH": "bh", "BY": "by"}


@pytest.mark.parametrize("name", NAMES)
def test_adjusted_p_values_equal_r(name):
    rows = [row for row in ROWS if row["call"] == f"p.adjust {name}"]
    raw = [float(row["row"]) for row in rows]
    assert len(raw) == 10
    shuffled = sorted(range(10), key=lambda i: (i * 7) % 10)
    found = adjusted([raw[i] for i in shuffled], NAMES[name])
    assert found == pytest.approx([float(rows[i]["value"]) for i in shuffled], rel=1e-12)


@given(st.lists(st.floats(0, 1), max_size=12), st.sampled_from(Adjustment))
def test_an_adjusted_p_is_no_smaller_and_keeps_the_order(p_values, method):
    found = adjusted(p_values, method)
    assert all(p <= a <= 1 for p, a in zip(p_values, found, strict=True))
    ranked = sorted(zip(p_values, found, strict=True))
    assert [a for _, a in ranked] == sorted(found)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_holm_is_between_bonferroni_and_none_and_bh_below_holm(p_values):
    each = {method: adjusted(p_values, method) for method in Adjustment}
    for none, bh, holm, bonferroni in zip(
        each[Adjustment.NONE],
        each[Adjustment.BH],
        each[Adjustment.HOLM],
        each[Adjustment.BONFERRONI],
        strict=True,
    ):
        assert none <= bh <= holm + 1e-15
        assert holm <= bonferroni


def test_what_is_no_p_or_no_method_is_refused():
    with pytest.raises(ValueError, match="outside"):
        adjusted([0.5, 1.5], "holm")
    with pytest.raises(ValueError, match="fdr"):
        adjusted([0.5], "fdr")
