# ruff: noqa: E501
"""Few persons by counts alone, sums told over several sentences, changes of one dated pair."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

ALL = "All 63 members of the choir answered, none is missing.\n\n"
TABLE = "| Voice | Members | Will stay | Will leave |\n|---|---|---|---|\n| Alto | 22 | {} |\n| Tenor | 20 | 14 | 6 |\n| Bass | 21 | 16 | 5 |\n"
WAVES = "В 2023 и 2024 году отобрали по 350 жильцов. «Довольны ли Вы уборкой?» В 2023 году «да» сказали 52 %, в 2024 году — 56 %.\n\n"
ONE = "Kāpēc atnācāt uz bibliotēku? Nosaukt varēja tikai vienu iemeslu. 41 % nāca pēc grāmatas. 26 % nāca lasīt avīzes. 15 % lietoja datoru, {} % satika draugus, bet 7 % minēja citu iemeslu.\n"
REST = "How often do you sing? Only one reply could be given. 31% sing several times a week and 24% once. For 20% it is once a month; 14% sing more rarely. The remaining {}% never do.\n"
CARDS = "Of 900 cards handed out, 512 came back.\n\n“Is the hall warm?”\n\n- Yes: 300 readers, 59%\n- No: 212 readers, 41%\n\nWe thank the {} readers who took the time to fill in a card.\n"
CASES = (
    ("small-cell", ALL + TABLE.format("20 | 2"), ALL + TABLE.format("15 | 7")),
    ("small-cell", ALL + "“Will you stay?” No: two people.\n", ALL + "“Will you stay?” No: 12 people.\n"),
    (
        "small-cell",
        ALL + "The only bass from the north shore answered no.\n",
        ALL + "The only question to which nobody answered no was the last.\n",
    ),
    (
        "untested-change",
        WAVES + "Довольных уборкой стало больше.\n",
        WAVES.replace("56", "66") + "Довольных уборкой стало больше.\n",
    ),
    ("sum-of-answers", ONE.format(2), ONE.format(11)),
    ("sum-of-answers", REST.format(3), REST.format(11)),
    ("two-values", CARDS.format(562), CARDS.format(512)),
    (
        "impossible-percent",
        "Aptaujāti visi 36 dalībnieki, un visi atbildēja.\n\n“Jā” sacīja 37 % dalībnieku.\n",
        "Aptaujāti visi 36 dalībnieki, un visi atbildēja.\n\n“Jā” sacīja 39 % dalībnieku.\n",
    ),
)  # fmt: skip


def told(text):
    return {found.rule for found in audit(read_plain("a.md", text))}


@pytest.mark.parametrize(("rule", "wrong", "right"), CASES)
def test_the_fault_is_found_and_its_sound_twin_passed(rule, wrong, right):
    assert rule in told(wrong)
    assert rule not in told(right)


def test_a_table_that_counts_its_persons_itself_lacks_no_base():
    text = (
        "Опрошены все 236 жителей.\n\nВопрос 1. «Как Вы оцените обед?»\n\n| Оценка | Жителей | % |\n|---|---|---|\n"
        "| 5 | 130 | 55 |\n| 4 | 70 | 30 |\n| 3 | 36 | 15 |\n\n"
        "Вопрос 2. «Хватает ли времени?» Да ответили 189 человек (80 %), нет — 47 (20 %).\n"
    )
    assert "missing-base" not in told(text)
