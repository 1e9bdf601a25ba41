"""What a third place bears out is not blamed; a level that fell is not said to have risen."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

POOL = """# Peldbaseina apmeklētāju aptauja 2025

## Īsumā

- Abonements ir 62 % apmeklētāju, vakara grupās – {told} %.

## Kā aptaujājām

Aptaujāti 500 nejauši izraudzīti apmeklētāji, kļūda ±4,4 procentpunkti (95 % ticamība).

**1. tabula. Apmeklētāji pēc laika (n = 500)**

| Laiks | Skaits | % |
|---|---:|---:|
| Rīta grupas | 150 | 30 |
| Vakara grupas | 350 | 70 |

## Abonementi

Jautājums: „Vai jums ir abonements?” Abonements ir 310 apmeklētājiem no 500 (62 %). \
Vakara grupās abonements ir 190 no 350 (54 %), rīta grupās – 120 no 150 (80 %).
"""


def rules(text: str) -> list[str]:
    return [item.rule for item in audit(read_plain("a.md", text))]


def test_a_share_of_a_group_told_twice_is_no_second_value_of_how_many_they_are() -> None:
    assert rules(POOL.format(told=54)) == []


def test_a_share_that_nothing_bears_out_is_still_blamed() -> None:
    assert rules(POOL.format(told=45)) == ["two-values"]


FELL = {
    "en": (
        "In 2025, 69% of anglers were content. In 2023 it was 61%. "
        "Contentment thus {} by eight percentage points."
    ),
    "lv": (
        "2025. gadā apmierināti bija 69 % makšķernieku. 2023. gadā – 61 %. "
        "Tātad to īpatsvars ir {} par 8 procentpunktiem."
    ),
    "ru": (
        "В 2025 году довольны 69 % рыболовов. В 2023 году довольны были 61 %. "
        "Таким образом, доля довольных {} на 8 процентных пунктов."
    ),
}
WORDS = {"en": ("rose", "fell"), "lv": ("audzis", "sarucis"), "ru": ("выросла", "снизилась")}


@pytest.mark.parametrize("lang", FELL)
def test_an_amount_that_fits_goes_the_way_that_is_told(lang: str) -> None:
    right, wrong = WORDS[lang]
    assert "trend-word" not in rules(FELL[lang].format(right))
    assert "trend-word" in rules(FELL[lang].format(wrong))
