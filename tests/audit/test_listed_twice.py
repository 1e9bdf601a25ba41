# ruff: noqa: E501 - passages are whole sentences
"""A figure and its annex table, a list and the sentence that retells it: alike in all but one value."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

FIRST = "\n".join(
    (
        "| Atbilde | % |",
        "|---|---|",
        "| No paziņas | 41 |",
        "| Internetā | 32 |",
        "| Avīzē | 14 |",
        "| Pašvaldībā | 22 |",
        "| Cits | 5 |",
    )
)
AGAIN = {
    "table": "\n".join(
        (
            "| Atbilde | Visi | Sievietes | Vīrieši |",
            "|---|---|---|---|",
            "| No paziņas | 41 | 45 | 37 |",
            "| Internetā | {0} | 31 | 33 |",
            "| Avīzē | 14 | 15 | 13 |",
            "| Pašvaldībā | 22 | 20 | 24 |",
            "| Cits | 5 | 4 | 6 |",
        )
    ),
    "turned": "\n".join(
        (
            "| Grupa | No paziņas | Internetā | Avīzē | Pašvaldībā | Cits |",
            "|---|---|---|---|---|---|",
            "| Visi | 41 % | {0} % | 14 % | 22 % | 5 % |",
            "| Sievietes | 45 % | 31 % | 15 % | 20 % | 4 % |",
            "| Vīrieši | 37 % | 33 % | 13 % | 24 % | 6 % |",
        )
    ),
    "bullets": "- no paziņas – 41 %\n- internetā – {0} %\n- pašvaldībā – 22 %\n- avīzē – 14 %\n- cits – 5 %",
    "prose": "Par pakalpojumu uzzinājuši no paziņas (41 %), internetā ({0} %), pašvaldībā (22 %), avīzē (14 %) vai citur (5 %).",
}


def report(again: str, first: str = FIRST) -> str:
    return f"""# Lasītāju aptauja 2024

Aptaujāti 400 lasītāji. Varēja izvēlēties vairākas atbildes.

## Kā uzzinājāt par pakalpojumu?

1. attēls. Kā uzzinājāt par pakalpojumu?

{first}

## Pielikums

1. tabula. Informācijas avoti

{again}
"""


def found(text: str) -> list[tuple[str, int, tuple[int, ...]]]:
    """The findings that two lists show: rule, line, lines of the other places."""
    return [
        (item.rule, item.spot.line, tuple(one.line for one in item.others))
        for item in audit(read_plain("report.md", text))
        if item.rule == "two-values"
    ]


@pytest.mark.parametrize("carrier", AGAIN)
def test_a_value_that_two_lists_give_differently_is_found(carrier):
    right = report(AGAIN[carrier].format(32))
    wrong = report(AGAIN[carrier].format(35))
    assert found(right) == []
    (one,) = found(wrong)
    at = wrong.splitlines()[one[1] - 1]
    assert "35" in at and wrong.splitlines()[one[2][0] - 1] == "| Internetā | 32 |"


def test_two_rows_that_have_each_the_others_value_are_both_told():
    swapped = AGAIN["turned"].format(14).replace("| 14 % | 14 % | 22", "| 14 % | 32 % | 22")
    assert len(found(report(swapped))) == 2


SOUND = {
    "rounded otherwise": report(
        AGAIN["table"]
        .format("32,4")
        .replace("| 41 | 45", "| 41,3 | 45")
        .replace("14 | 15", "13,6 | 15")
    ),
    "rounded twice": report(AGAIN["table"].format(33)),
    "another wave": report(
        AGAIN["table"].format(35).replace("Visi |", "2022 |"), FIRST.replace("| % |", "| 2024 |")
    ),
    "two differ": report(AGAIN["table"].format(35).replace("| 22 | 20", "| 26 | 20")),
    "other answers": report(
        AGAIN["table"].format(35).replace("No paziņas", "Pa tālruni").replace("Avīzē", "Klātienē")
    ),
    "few values in common": report(
        "| Atbilde | % |\n|---|---|\n| No paziņas | 41 |\n| Internetā | 35 |\n| Avīzē | 14 |",
        "| Atbilde | % |\n|---|---|\n| No paziņas | 41 |\n| Internetā | 30 |\n| Avīzē | 14 |",
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_lists_that_differ_for_a_reason_are_left_alone(name):
    assert found(SOUND[name]) == []


ENGLISH = """# Visitor survey 2024

We asked 400 visitors. Several answers were possible.

Figure 1. How did you hear of us?

From a friend: 41 %
On the internet: 32 %
In the paper: 14 %
At the town hall: {0} %
Elsewhere: 5 %

The sources differ little between men and women.

Table 1. How did you hear of us, by sex

               All   Women   Men
From a friend   41      45    37
On the internet 32      31    33
In the paper    14      15    13
At the town hall 22     20    24
Elsewhere        5       4     6
"""
RUSSIAN = """# Опрос читателей 2024

Опрошено 400 читателей. Можно было выбрать несколько ответов.

Рисунок 1. Как вы узнали о нас?

- от знакомых — 41 %
- в интернете — 32 %
- в газете — 14 %
- в самоуправлении — {0} %
- иначе — 5 %

Приложение. Как вы узнали о нас

| Ответ | Все | Женщины | Мужчины |
|---|---|---|---|
| От знакомых | 41 | 45 | 37 |
| В интернете | 32 | 31 | 33 |
| В газете | 14 | 15 | 13 |
| В самоуправлении | 22 | 20 | 24 |
| Иначе | 5 | 4 | 6 |
"""


@pytest.mark.parametrize("text", [ENGLISH, RUSSIAN])
def test_lists_of_other_languages_and_layouts(text):
    assert found(text.format(22)) == []
    assert len(found(text.format(27))) == 1
