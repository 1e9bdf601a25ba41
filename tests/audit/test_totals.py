"""Answers that begin as the row of all does: `All the time`, `Kopā ar ģimeni`, `Все время`."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

ASKED = {
    "lv": ("Aptaujāti 400 lasītāji.", "Ar ko jūs nākat uz bibliotēku?"),
    "en": ("We asked 400 readers.", "How often do you read at work?"),
    "ru": ("Опрошено 400 читателей.", "Как часто вы читаете на работе?"),
}
ROWS = {
    "lv": ("Vienatnē", "Ar draugu", "Ar kolēģi", "Kopā ar ģimeni"),
    "en": ("Never", "Rarely", "Sometimes", "All the time"),
    "ru": ("Никогда", "Редко", "Иногда", "Все время"),
}


def report(lang: str, last: str) -> str:
    opening, asked = ASKED[lang]
    rows = zip(ROWS[lang], ("15 %", "23 %", "40 %", last), strict=True)
    table = "\n".join(f"| {label} | {share} |" for label, share in rows)
    return f"{opening}\n\n{asked}\n\n| – | 2024 |\n|---|---|\n{table}\n"


def rules(words: str) -> list[str]:
    return [item.rule for item in audit(read_plain("report.md", words))]


@pytest.mark.parametrize("lang", ROWS)
def test_an_answer_that_begins_as_the_row_of_all_is_an_answer(lang):
    assert "sum-of-answers" not in rules(report(lang, "22 %"))


@pytest.mark.parametrize("lang", ["en"])
def test_and_counts_in_the_sum(lang):
    assert "sum-of-answers" in rules(report(lang, "32 %"))


GROUPS = """We asked 400 readers.

What are the reasons for coming?

| Library | Books | Quiet | Films | Talks |
|---|---|---|---|---|
| Main | 64 % | 41 % | 22 % | 19 % |
| Hill | 58 % | 47 % | 25 % | 12 % |
| Lake | 71 % | 36 % | 21 % | 17 % |
"""


def test_a_table_of_groups_by_answers_is_told_once():
    assert rules(GROUPS).count("sum-of-answers") == 1
