# ruff: noqa: E501 - sentences are kept whole
"""A change in brackets behind its level, told in the summary and in the body."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

METHOD = {
    "en": "We asked 900 clients in 2024, 900 in 2023 and 900 in 2022; the margin of error is ±3.3 points.",
    "lv": "2024. gadā aptaujāti 900 klienti, 2023. un 2022. gadā – pa 900; kļūda ir ±3,3 procentpunkti.",
    "ru": "В 2024 году опрошены 900 клиентов, в 2023 и 2022 году – по 900; погрешность ±3,3 пункта.",
}
TOLD = {
    "lv": (
        "- Bibliotēkas elektronisko katalogu izmanto 41% (tāpat kā 2023. gadā, {} procentpunkti salīdzinājumā ar 2022. gadu) klientu.",
        "Bibliotēkas elektronisko katalogu, kas ir pieejams visiem, izmanto 41% klientu (tāpat kā 2023. gadā, {} procentpunkti salīdzinājumā ar 2022. gadu).",
    ),
    "en": (
        "- The library's electronic catalogue is used by 41% (as in 2023, {} points compared with 2022).",
        "The electronic catalogue of the library, which all may use, is used by 41% of clients (as in 2023, {} points compared with 2022).",
    ),
    "ru": (
        "- Электронным каталогом библиотеки пользуется 41% (как в 2023 году, {} пункта по сравнению с 2022 годом) клиентов.",
        "Электронным каталогом библиотеки, который доступен всем, пользуется 41% клиентов (как в 2023 году, {} пункта по сравнению с 2022 годом).",
    ),
}
APART = [
    (
        "another wave",
        "The electronic catalogue of the library is used by 41% of clients (+12 points compared with 2023).",
    ),
    (
        "another level",
        "The electronic catalogue of the library is used by 39% of clients (+12 points compared with 2022).",
    ),
    (
        "a group",
        "Among women, the electronic catalogue of the library is used by 41% (+12 points compared with 2022).",
    ),
    (
        "another thing",
        "The reading room for children is visited by 41% of clients (+12 points compared with 2022).",
    ),
    (
        "some of the words",
        "The electronic catalogue of photographs, paintings and old maps in the town museum is used by 41% of clients (+12 points compared with 2022).",
    ),
    (
        "of which it is",
        "The electronic catalogue of the library is used by 41%, and by 20 clients from abroad (+12 points compared with 2022).",
    ),
    (
        "rounded",
        "The electronic catalogue of the library is used by 41% of clients (+19 points compared with 2022).",
    ),
]


def _told(lang: str, one: str, other: str) -> list[str]:
    parts = ["# 2024", METHOD[lang], "## 1", one, "## 2", other]
    found = audit(read_plain("a.md", "\n\n".join(parts) + "\n", lang))
    return [item.rule for item in found if item.rule == "two-values"]


@pytest.mark.parametrize("lang", list(TOLD))
def test_one_change_told_with_two_values_is_found(lang):
    one, other = TOLD[lang]
    assert _told(lang, one.format("+18"), other.format("+ 18")) == []
    assert _told(lang, one.format("+18"), other.format("+81")) == ["two-values"]
    assert _told(lang, one.format("+18"), other.format("−18")) == ["two-values"]


@pytest.mark.parametrize(("why", "other"), APART)
def test_a_change_of_something_else_is_silent(why, other):
    assert _told("en", TOLD["en"][0].format("+18"), other) == [], why


def test_most_words_must_be_shared():
    one = "- New electronic novels are borrowed over the summer holidays by grandmothers by 41% (+18 points compared with 2022)."
    other = "New electronic novels are bought as birthday presents for cousins by 41% of clients (+12 points compared with 2022)."
    assert _told("en", one, other) == []


def test_items_of_one_list_are_two_things():
    items = "- 41% use the new electronic catalogue at home (+18 points compared with 2022).\n\nMany of them read something else as well.\n\n- 41% use the new electronic catalogue at work (+7 points compared with 2022)."
    assert _told("en", items, "Thanks to all.") == []
