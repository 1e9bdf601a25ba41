"""Claims of the levels right above them: courses, points in percent, fractions, places, groups."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

POOL = """# Swimming in the town
A random sample of 900 residents was interviewed in each year;
the sampling error is at most ±3.3 percentage points.
## Pool
We asked: "Have you been to the pool in the past month?" Those who said yes:
- 2020: 41 % (n = 900)
- 2022: 33 % (n = 900)
- 2024: 40 % (n = 900)

{}
## Lessons
We asked: "Have you had a swimming lesson?" 22 % said yes (n = 900).
"""
BICYCLES = """# Velobraukšana pilsētā
Katru reizi aptaujāti 1000 nejauši izvēlēti iedzīvotāji; kļūda nepārsniedz ±3,1 procentpunktu.
## Brauc ar velosipēdu
1. attēls. „Vai pēdējā mēnesī braucāt ar velosipēdu?” Atbilde „jā”, %
2020 (n = 1000): 22
2022 (n = 1000): 29
2024 (n = 1000): 24

{}
## Ķiveres
„Vai lietojat ķiveri?” Jā atbildēja 41 % (n = 1000).
"""
BOOKS = """# Чтение в посёлке
В каждом опросе участвовали 800 жителей, отобранных случайно;
погрешность до ±3,5 процентного пункта.
## Книги
«Прочли ли вы за последний год хотя бы одну книгу?» Ответили «да»:

| Год | n | Доля, % |
|---|---|---|
| 2019 | 800 | 58,0 |
| 2021 | 800 | 51,0 |
| 2023 | 800 | 57,0 |

{}
## Газеты
«Читаете ли вы газету?» Да ответили 34,0 % (n = 800).
"""
STALLS = """# Market survey
In 2022 and 2024 we interviewed 700 shoppers each, at random; error ±3.7 points.
## Stalls
"Are there enough stalls?" Yes:

| Year | n | Yes, % |
|---|---|---|
| 2022 | 700 | 44.0 |
| 2024 | 700 | 52.0 |

{}
"""
COUNTERS = """# Опрос на рынке
В 2022 и 2024 годах опрошено по 700 покупателей, отобранных случайно; погрешность ±3,7 пункта.
## Прилавки
«Хватает ли прилавков?» (один ответ; в скобках 2022 год)
- да: 52 % (44 %)
- нет: 40 % (49 %)
- не знаю: 8 % (7 %)

{}
"""
BUS = """# Bus survey
We interviewed 800 passengers at random; error ±3.5 points.
"Is the bus clean?" Yes, said 376 of the 800 (47.0 %). {}
"""
TICKETS = """# Aptauja
Aptaujāti 600 pasažieri pēc nejaušības principa; kļūda ±4 punkti.
„Kā visbiežāk pērkat biļeti?” (viena atbilde, n = 600)
- lietotnē: 51 %
- pie šofera: 27 %
- kasē: 14 %
- abonements: 8 %

{}
"""
CLINIC = """# Klīnikas aptauja
2023. gadā atbildēja 410, 2024. gadā 430 nejauši izvēlēti pacienti;
kļūda nepārsniedz ±4,9 punktus.
## Uzņemšana
„Vai jūs pieņēma laikā?” Jā atbildēja 262 no 430 (60,9 %), \
uz jautājumu „Vai ārsts visu paskaidroja?” – 349 (81,2 %).
Par laiku jautāja arī 2023. gadā; toreiz „jā” teica 240 no 410 (58,5 %). {}
## Filiāles
Pilsētā (n = 230) laikā pieņemti 62,2 %, laukos (n = 200) 59,5 %. {}
"""
CASES = [  # (rule, report, wrong, right)
    ("trend-word", POOL, ["The share of those who swim has been shrinking survey after survey."],
     ["The share of those who swim fell at first and then recovered."]),
    ("trend-word", POOL, ["The share of swimmers fell in 2022 and has stood still since."],
     ["Tickets have become dearer with every year. More lifeguards are trained each season."]),
    ("trend-word", BICYCLES, ["Braucēju īpatsvars aptauju pēc aptaujas kļūst lielāks."],
     ["Braucēju īpatsvars vispirms pieauga, bet pēc tam saruka."]),
    ("trend-word", BICYCLES, ["Braucēju īpatsvars visu laiku ir krities."],
     ["Pilsētā ar katru gadu kļūst vairāk veloceliņu. Zādzību skaits aug no gada uz gadu."]),
    ("trend-word", BOOKS, ["Доля читающих растёт от опроса к опросу."],
     ["Доля читающих снизилась, а затем вернулась почти к прежнему уровню."]),
    ("trend-word", BOOKS, ["Доля читающих последовательно снижается."],
     ["Цены на книги растут из года в год. По сравнению с 2021 годом доля читающих выросла,"
      " но в 2019 году она была выше."]),
    ("percent-for-points", STALLS, ["Since the last survey the share has gone up by 8 per cent."],
     ["In relative terms that is an increase of 18 %."]),
    ("percent-for-points", COUNTERS, ["Доля ответивших «да» выросла на 8 %."],
     ["Выручка рынка за два года выросла на 8 %."]),
    ("fraction-word", BUS, ["So a little more than half find it clean."],
     ["So more than half of the fleet should be cleaned twice a day."]),
    ("fraction-word", BUS, ["The seat is free for three of every five passengers (39.6 %)."],
     ["The seat is free for two of every five passengers (39.6 %)."]),
    ("rank-word", TICKETS, ["Vismazāk ir to, kuri biļeti iegādājas kasē."],
     ["Vismazāk ir to, kuri biļeti iegādājas ar abonementu."]),
    ("untested-change", CLINIC,
     ["Tātad ārsti strādā precīzāk nekā pirms gada.", "Starpība ir kļūdas robežās."],
     ["Starpība nepārsniedz kļūdu.", "Starpība ir kļūdas robežās."]),
    ("untested-change", CLINIC,
     ["Starpība nepārsniedz kļūdu.", "Pilsētas pacienti tiek pieņemti punktuālāk."],
     ["Starpība nepārsniedz kļūdu.", "Ilgāk par nedēļu neviens negaidīja."]),
]  # fmt: skip


def _rules(report, said):
    return {item.rule for item in audit(read_plain("a.md", report.format(*said)))}


@pytest.mark.parametrize(("rule", "report", "wrong", "right"), CASES)
def test_what_is_told_right_behind_its_levels_is_held_against_them(rule, report, wrong, right):
    assert rule in _rules(report, wrong)
    assert rule not in _rules(report, right)
