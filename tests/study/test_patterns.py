"""Regular expressions of Java and JavaScript mean here what they mean there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.study.patterns import compiled


@pytest.mark.parametrize(
    ("pattern", "matching", "other"),
    [
        (r"[0-9]{8}", "29384756", "2938475"),
        (r"^[\w-\.]+@([\w-]+\.)+[\w-]{2,}$", "a-b.c@x-y.lv", "a b@x.lv"),
        (r"\p{L}+", "Žanis", "Žanis1"),
        (r"[\p{L} -]+", "Anna-Līva Ozola", "Anna_Līva"),
        (r"\p{Lu}\p{Ll}*", "Āris", "āris"),
        (r"\P{L}+", "12", "1a"),
        (r"(?<year>\d{4})", "2024", "24"),
        (r"(?<=a)b|ab", "ab", "b"),
        (r"[a[b]+", "a[b", "a]"),
        (r"[]x]+", "]x", "y"),
        (r"[^]x]+", "yz", "]"),
        (r"\d+", "12", "١٢"),
    ],
)
def test_what_matches(pattern, matching, other):
    found = compiled(pattern)
    assert found is not None
    assert found.fullmatch(matching)
    assert not found.fullmatch(other)


@pytest.mark.parametrize("pattern", ["[0-9", "(a", "*", "a{2,1}", "(?<y"])
def test_what_is_no_pattern(pattern):
    assert compiled(pattern) is None


@given(st.text(alphabet="\\\\pP{L}[]()?<=!-^wd.*+a0|$", max_size=15) | st.text(max_size=20))
def test_no_text_breaks_it(text):
    compiled(text)
