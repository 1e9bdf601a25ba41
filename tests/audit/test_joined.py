# ruff: noqa: E501 - texts are kept whole
"""Sound wordings that once were misread: answers joined, the firmest alone, advice, chance, sides."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

TRAVEL = '{claim}\n\nMethod\nWe spoke to 860 passengers drawn at random; the error is 3.3 percentage points at 95% confidence.\n\n"How do you travel to work?" One answer each.\n- By tram: 41%\n- In a car: 25%\n- On foot: 22%\n- I work at home: 12%\n'
PLOT = "{claim}\n\nОпрошены 650 семей, отобранных случайно; погрешность 3,8 процентного пункта при доверительной вероятности 95 %.\n\n«Согласились бы Вы на участок в другом районе?» — так звучал вопрос с одним вариантом ответа. Твёрдое «да» сказали 20 %, «скорее да» — 28 %, «скорее нет» — 30 %, «нет» — 18 %. Ещё 4 % затруднились.\n"
TRUST = "Доверие к школе\n\nВ октябре 2022 года из 1012 опрошенных «доверяю» ответили 627 (62 %), в октябре 2024 года из 1006 опрошенных — 493 (49 %). Обе выборки случайные, ошибка каждой ±3,1 процентного пункта на уровне 95 %.\n\nЗаключение. {claim}\n"
GROUPS = "Atbalsta grupas\n\nAnketu aizpildīja visas 96 dalībnieces.\n\n“Vai grupā jutāties droši?” – “jā” 85 dalībnieces (89 %), “ne vienmēr” 11 (11 %).\n\n“Vai ieteiktu grupu citai?” – “jā” 77 (80 %), “nezinu” 19 (20 %).\n\nSecinājumi\n{claim}\n"


@pytest.mark.parametrize(
    ("lang", "form", "claim"),
    [
        ("en", TRAVEL, "Two thirds of passengers go by tram or in a car."),
        ("en", TRAVEL, "About a third of passengers go on foot or work at home."),
        ("ru", PLOT, "Каждый пятый без колебаний согласился бы на участок в другом районе."),
        ("ru", PLOT, "Каждый пятый твёрдо согласился бы на участок в другом районе."),
        ("ru", TRUST, "Доля доверяющих снизилась, и министерству стоит это учесть, готовя поправки к закону."),
        ("ru", TRUST, "Доля снизилась на 13 процентных пунктов; это больше, чем можно объяснить случайностью."),
        ("lv", GROUPS, "Drošības sajūta ir grupu stiprā puse."),
        ("lv", GROUPS, "Drošības sajūta ir grupu spēcīgā puse."),
    ],
)  # fmt: skip
def test_sound_wordings_are_met_with_silence(lang, form, claim):
    found = audit(read_plain("a.txt", form.format(claim=claim), lang))
    named = {"fraction-word", "trend-word", "summary-without-body", "impossible-percent"}
    assert [item.rule for item in found if item.rule in named] == []


@pytest.mark.parametrize(
    ("lang", "form", "claim"),
    [
        ("en", TRAVEL, "Four fifths of passengers go by tram."),
        ("ru", PLOT, "Каждый третий родитель согласился бы на участок в другом районе."),
    ],
)
def test_the_same_lists_still_deny_a_false_word(lang, form, claim):
    found = {item.rule for item in audit(read_plain("a.txt", form.format(claim=claim), lang))}
    assert "fraction-word" in found
