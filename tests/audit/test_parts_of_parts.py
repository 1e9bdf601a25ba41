# ruff: noqa: E501 - passages are whole sentences
"""A fraction of those just told of, whose share of all stands in brackets; a cell that lost its sign."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

OPENING = {
    "lv": "Aptaujāti 400 lasītāji.",
    "en": "We asked 400 readers.",
    "ru": "Опрошено 400 читателей.",
}
OF_PART = {
    "lv": "Katalogu lieto {0} % lasītāju, un divas trešdaļas no viņiem (40 %) to dara katru nedēļu.",
    "en": "The catalogue is used by {0} % of readers; two thirds of them (40 %) do so every week.",
    "ru": "Каталогом пользуются {0} % читателей, и две трети из них (40 %) делают это каждую неделю.",
}


def rules(words: str) -> list[str]:
    return [item.rule for item in audit(read_plain("report.md", words))]


@pytest.mark.parametrize("lang", OF_PART)
def test_a_fraction_of_a_part_may_have_its_share_of_all(lang):
    assert "fraction-word" not in rules(f"{OPENING[lang]}\n\n{OF_PART[lang].format(60)}")
    assert "fraction-word" in rules(f"{OPENING[lang]}\n\n{OF_PART[lang].format(90)}")


TABLE = """We asked 400 readers.

How often do you come?

| Answer | Share |
|---|---|
| Weekly | 30.2% |
| Monthly | 40.1% |
| Yearly | 26.1% |
| Never | {0} |
"""


@pytest.mark.parametrize("last", ["3.6", "3.57"])
def test_a_cell_without_its_sign_counts_where_the_column_makes_all_with_it(last):
    assert "sum-of-answers" not in rules(TABLE.format(last))


@pytest.mark.parametrize("last", ["14.6%", "14.6"])
def test_a_column_that_does_not_make_all_is_told_all_the_same(last):
    assert "sum-of-answers" in rules(TABLE.format(last))
