# ruff: noqa: E501 - tables are written as they are read
"""Lists and tables in the many ways that plain text prints them: what rows are read."""

from __future__ import annotations

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.plain import read_plain
from atbalss.audit.series import series_of
from atbalss.audit.text import Kind

LAYOUTS = {
    "dashes": (
        "Cik bieži braucat ar autobusu?\n\nbieži — 41 %\nreti — 36 %\nnekad — 23 %\n",
        [("bieži", "41 %"), ("reti", "36 %"), ("nekad", "23 %")],
    ),
    "bars": (
        "Довольны ли вы парком?\n\nДа   ▪▪▪▪▪▪▪   71 %\nНет  ▪▪▪  25 %\nНе знаю  ▪  4 %\n",
        [("Да", "71 %"), ("Нет", "25 %"), ("Не знаю", "4 %")],
    ),
    "one line": (
        "How do you get to work?\n\nBy bus 44% | On foot 31% | By car 25%\n",
        [("By bus", "44%"), ("On foot", "31%"), ("By car", "25%")],
    ),
    "spaced dots": (
        "Mean hours a week\n  Gardeners (n = 40) . . . . . 12.5\n  Beekeepers (n = 31) . . . . 9.5\n",
        [("Gardeners (n = 40)", "12.5"), ("Beekeepers (n = 31)", "9.5")],
    ),
    "means with bases": (
        "Novērtējums\n\nTalsu filiāle: vidējais 4,2 (n = 120)\nKandavas filiāle: vidējais 3,9 (n = 95)\n",
        [("Talsu filiāle (n = 120)", "4,2"), ("Kandavas filiāle (n = 95)", "3,9")],
    ),
    "counts alone": (
        "Чем вы заняты летом?\n\nРаботаю — 61 студент\nУчусь — 22 студента\nОтдыхаю — 40 студентов\n",
        [("Работаю", "61 студент"), ("Учусь", "22 студента"), ("Отдыхаю", "40 студентов")],
    ),
    "counts and shares": (
        "Ни разу 60 чел. (50 %)\nОдин раз 36 чел. (30 %)\nЧаще 24 чел. (20 %)\n",
        [("Ни разу", "60 чел.", "50 %"), ("Один раз", "36 чел.", "30 %"), ("Чаще", "24 чел.", "20 %")],
    ),
    "joined cells": (
        "| Atbilde | Visi |\n|---|---|\n| Jā | 45 (60 %) |\n| Nē | 30 (40 %) |\n",
        [("Jā", "45", "60 %"), ("Nē", "30", "40 %")],
    ),
    "years without labels": (
        "| 2021 | 2022 | 2023 |\n|---|---|---|\n| 41% | 44% | 39% |\n",
        [("", "41%", "44%", "39%")],
    ),
    "heads over values": (
        "Table 1. Helmet worn, % (n = 845)\n\n| Yes | No |\n|---|---|\n| 44 | 56 |\n",
        [("Yes", "44"), ("No", "56")],
    ),
    "years and values": (
        "Доля «да», %\n\n   2020 – 69\n   2021 – 64\n   2022 – 71\n",
        [("2020", "69"), ("2021", "64"), ("2022", "71")],
    ),
    "waves with bases": (
        "Ответ «да»:\n2022 год, n = 90: 44 %\n2024 год, n = 85: 51 %\n",
        [("2022 год (n = 90)", "44 %"), ("2024 год (n = 85)", "51 %")],
    ),
    "quoted lines": (
        "Which of these slows you?\n\n> slow tools 40%\n> long meetings 35%\n> other things 25%\n",
        [("slow tools", "40%"), ("long meetings", "35%"), ("other things", "25%")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_each_layout_is_read_as_a_table(name):
    words, rows = LAYOUTS[name]
    tables = [block for block in read_plain("a.md", words).blocks if block.kind is Kind.TABLE]
    assert [list(block.rows[1:]) for block in tables] == [rows]


@pytest.mark.parametrize(
    "words",
    [
        "The council spent 14 % of its budget on paths and\nthe county added a further 12 %\nwhich nobody had asked for.",
        "Lasītāju skaits pieauga par\n12 %\nun krājums par\n8 %\n",
        "Открыто с 10 до 18 часов\nв мае 2024 года\n",
    ],
)
def test_lines_of_a_paragraph_are_no_list(words):
    assert all(block.kind is not Kind.TABLE for block in read_plain("a.txt", words).blocks)


def test_a_column_of_counts_beside_shares_is_no_list_of_shares():
    words = "Из опрошенных (80 %) ответили так.\n\n| Отдел | Ответы | Не согласны |\n|---|---|---|\n| Сбыт | 84 | 18 % |\n| Склад | 51 | 24 % |\n"
    text = read_plain("a.md", words)
    found = [
        [(item.number.value, item.base) for item in series.results]
        for series in series_of(text, Claims(text))
        if series.table
    ]
    assert found == [[(18.0, 84), (24.0, 51)]]
