"""The report language's page names every function, filter, block, key and word."""

from __future__ import annotations

from pathlib import Path

import pytest

from atbalss.report import words_lv
from atbalss.report.fences import CALLOUT_KINDS, KEYS
from atbalss.report.filters import FILTERS
from atbalss.report.ranges import FRACTIONS
from atbalss.report.reading import FRONT_KEYS
from atbalss.report.register import Register
from atbalss.report.vocabulary import FUNCTIONS
from atbalss.study.about import DISCLOSURE

from .told import build

PAGE = (Path(__file__).parents[2] / "docs" / "report-language.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_are_documented(name):
    assert f"{{{{ {name}(" in PAGE


@pytest.mark.parametrize("name", FILTERS)
def test_filters_are_documented(name):
    assert f"\\| {name}" in PAGE


@pytest.mark.parametrize("name", KEYS)
def test_blocks_and_their_keys_are_documented(name):
    assert f"```{name}" in PAGE
    for key in KEYS[name]:
        said = (f"{key}:", f"{key},", f", {key};", f"`{key}`")
        assert any(words in PAGE for words in said), key


def test_the_rest_is_documented():
    for word in (*FRONT_KEYS, *CALLOUT_KINDS, *DISCLOSURE):
        assert word in PAGE, word
    for case in words_lv.CASES:
        assert case in PAGE, case
    for name, (fraction) in ((item.key, item) for item in FRACTIONS):
        words = words_lv.FRACTIONS[name]["nom"]
        low, high = (f"{edge:g}".replace(".", ",") for edge in (fraction.low, fraction.high))
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| {words}"))
        assert row.endswith(f"| {low}–{high} |"), row


def test_every_field_of_numbers_json_is_documented():
    document, _ = build("{{ change('use', 'daily', since='2023') }}")
    for entry in document.numbers.values():
        for key in entry:
            assert f"`{key}`" in PAGE, key
    assert Register.__doc__
