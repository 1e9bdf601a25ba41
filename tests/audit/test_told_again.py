# ruff: noqa: E501
"""What is told again, given to another answer, or claimed of people nobody told of: reports of our own, in three languages."""

from __future__ import annotations

import re

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

LIFTS = """Tenants' survey

Need a lift? By age, "yes":

| Age | n | % |
|---|---|---|
| Under 40 | 210 | 14 |
| 70 and over | 190 | 56 |

"""
FAULTY = (
    (
        "lv",
        r"""Zooloģiskā dārza apmeklētāji 2024. gadā

Galvenais. Dārzu draugiem ieteiktu {81~84} % apmeklētāju, un barošanas paraugstundas redzējuši 37 %.

Jūnijā aptaujāti 640 apmeklētāji, kļūda ±3,9 procentpunkti.

Uz jautājumu „Vai ieteiktu dārzu draugiem?” ar „jā” atbildēja 518 no 640 (81 %). Uz jautājumu „Vai redzējāt barošanas paraugstundu?” apstiprinoši atbildēja 37 % (n = 640).""",
    ),
    (
        "en",
        r"""Allotment holders: survey 2024

"Nearly everyone composts these days: {68~86} per cent of our plot holders told us so," says the chair, Ann Lowe.

We asked 402 plot holders in May.

"Do you make your own compost?" was answered yes by 273 of 402 (68 per cent). "Do you keep bees?" was answered yes by 12 per cent.""",
    ),
    (
        "ru",
        r"""Опрос гостей музея, 2024 год

Коротко: аудиогидом воспользовались {44~49} % гостей, в 2022 году таких было {31~36} %.

В июле опрошены 512 гостей, в 2022 году 498.

На вопрос «Брали ли вы аудиогид?» в 2022 году «да» ответили 31 %, в 2024 году 44 % (n = 512). На вопрос «Понравилась ли вам выставка?» «да» ответили 90 %.""",
    ),
    (
        "en",
        r"""Rowing club members, 2024

Summary
Last year {52~58}% of members rowed at least weekly; this year it is 61%.

1. Results
We asked 240 members (2023: 231). "Do you row at least once a week?" Yes: 52% in 2023, 61% in 2024.

Table 1. "What keeps you from rowing?" (several answers, n = 240)
Weather        41%
Work           38%
Injuries       12%""",
    ),
    (
        "lv",
        r"""Peldbaseina apmeklētāji

Aptaujāti 330 cilvēki.

1. tabula. „Kas jāuzlabo?” (vairākas atbildes, n = 330)
Ģērbtuves          46 %
Ūdens temperatūra  31 %
Stāvvieta          22 %

Visvairāk iebilst pret ģērbtuvēm. Ūdens temperatūru {min 31 %, stāvvietu – 22 %~un stāvvietu min 31 %} apmeklētāju.""",
    ),
    (
        "en",
        r"""Night bus riders

We asked 280 riders.

"Is the driver polite?" was answered yes by 77%. "Is the heating good enough?" was answered yes by 49%.

{The driver's manners please 77% and the heating 49% of riders.~The driver's politeness and the heating please 77% of riders.}""",
    ),
    (
        "ru",
        r"""Опрос дачников

Опрошены 300 человек.

Что мешает? (можно было назвать несколько, n = 300)
• плохая дорога: 51 %
• перебои со светом: 37 %
• вывоз мусора: 19 %

{Перебои со светом~Вывоз мусора} мешает 37 % дачников, хотя жалоб в управу почти нет.""",
    ),
    (
        "en",
        r"""Orchard visitors

We asked 350 visitors.

What did you buy? (several answers, n = 350)
- Apples: 72%
- Juice: 44%
- Honey: 18%

{Juice~Honey} was bought by 44% of the visitors, most of them on Sundays.""",
    ),
    (
        "lv",
        r"""Bibliotēkas apmeklētāju aptauja 2024

Kopumā
Ar bibliotēku apmierināti 82 % lasītāju.{~ Studenti ar to ir apmierinātāki nekā citi lasītāji.}

Aptauja
Aptaujāti 410 lasītāji. Uz jautājumu „Vai esat apmierināts ar bibliotēku?” ar „jā” atbildēja 82 %. Uz jautājumu „Vai lietojat lasītavu?” ar „jā” atbildēja 34 %.""",
    ),
    (
        "en",
        r"""Ferry passengers 2024

Main points
1.1 On-time sailings satisfy 63% of passengers.
{~1.2 Passengers fear storms more than they fear delays on the road.
}
2. Survey
We asked 520 passengers. "Are you satisfied with punctuality?" was answered yes by 63%. "Did you use the snack bar?" was answered yes by 41%.""",
    ),
    (
        "lv",
        r"""Pasta klienti

Jautājums: „Vai apmierina darba laiks?” Atbildes „jā”:
- 2020. gadā 231 no 400 jeb 57,8 %;
- 2022. gadā 250 no 410 jeb 61,0 %;
- 2024. gadā 287 no 420 jeb 68,3 %.

Pēdējos divos gados apmierināto daļa augusi par {7,3~9,3} procentpunktiem, un tas pārsniedz kļūdu.""",
    ),
    (
        "en",
        LIFTS
        + r"""Tenants aged 70 and over need a lift about {four~six} times as often as those under 40.""",
    ),
    (
        "ru",
        r"""Опрос садоводов

Обе положительные оценки вместе дают 64 %. В 2022 году эта сумма была 55 %, то есть прирост составил {9~6} процентных пунктов и превышает погрешность.""",
    ),
)
SOUND = (
    (
        "en",
        r"""Allotment holders: survey 2024

"Of our older plot holders 86 per cent make compost, and more than 60 per cent of all do," says the chair. "Our target is 75 per cent of plots with compost by 2030."

We asked 402 plot holders in May.

"Do you make your own compost?" was answered yes by 273 of 402 (68 per cent). "Do you keep bees?" was answered yes by 12 per cent.""",
    ),
    (
        "ru",
        r"""Опрос гостей музея, 2024 год

Коротко: аудиогидом не воспользовались 56 % гостей, по стране таких 61 %. Скорее довольны аудиогидом 30 %.

В июле опрошены 512 гостей, в 2022 году 498.

На вопрос «Брали ли вы аудиогид?» в 2022 году «да» ответили 31 %, в 2024 году 44 % (n = 512). Аудиогидом очень довольны 48 %, скорее довольны 30 %.""",
    ),
    (
        "en",
        r"""Night bus riders

We asked 280 riders.

"Is the driver polite?" was answered yes by 77%. "Is the heating good enough?" was answered yes by 49%. Both the driver and the heating please 40%.

Drivers are polite, and the heating is good enough, for 49% of riders it is at least. Drivers (77%) please more than the heating.

Politeness of drivers is rated well by 77%, while for heating and lighting there is room for improvement.""",
    ),
    (
        "lv",
        r"""Peldbaseina apmeklētāji

1. tabula. „Kas jāuzlabo?” (vairākas atbildes, n = 330)
Ģērbtuves un dušas  46 %
Ūdens temperatūra   31 %
Stāvvieta           22 %
Kafejnīca           22 %

Ģērbtuves un dušas min 46 % apmeklētāju. Stāvvietu un kafejnīcu min pa 22 %. Ūdens temperatūru un citus tehniskus trūkumus apmeklētāji min retāk; temperatūru – 31 %.

Ūdens temperatūru un stāvvietu kopā min 53 %. Aiz ģērbtuvēm un pirms stāvvietas ir ūdens temperatūra (31 %).""",
    ),
    (
        "ru",
        r"""Опрос дачников

Что мешает? (можно было назвать несколько, n = 300)
• плохая дорога: 51 %
• перебои со светом: 37 %
• вывоз мусора: 19 %

В отличие от вывоза мусора, перебои со светом мешают 37 % дачников. После дороги это вторая помеха: 37 %. Мусор вывозят дважды в неделю, и всё же 37 % просят чинить линию.

Уборкой снега довольны 37 % дачников, а вывозом мусора в прошлом году были недовольны 22 %.""",
    ),
    (
        "lv",
        r"""Bibliotēkas apmeklētāju aptauja 2024

Kopumā
Ar bibliotēku apmierināti 82 % lasītāju. Studenti ar to ir apmierinātāki nekā citi lasītāji. Lasītavu lieto trešdaļa.

Aptauja
Aptaujāti 410 lasītāji. Uz jautājumu „Vai esat apmierināts ar bibliotēku?” ar „jā” atbildēja 82 %, starp studentiem – 91 %. Uz jautājumu „Vai lietojat lasītavu?” ar „jā” atbildēja 34 %.

Ieteikumi
1. Pagarināt lasītavas darba laiku.
2. Vēlreiz aptaujāt studentus.
3. Iekārtot bērnu stūrīti.""",
    ),
    (
        "ru",
        r"""Опрос пассажиров канатной дороги

Временем ожидания довольны 58 % пассажиров. Большинство видело расписание.

Опрошены 430 человек. На вопрос «Довольны ли вы временем ожидания?» «да» ответили 58 %. На вопрос «Видели ли вы расписание?» «да» ответили 71 %. На вопрос «Что изменить?» 33 % попросили поставить навес.

Рекомендации
• Повесить расписание у кассы.
• Поставить навес, о котором просит каждый третий пассажир.
• Сократить ожидание: время сотрудников позволяет.""",
    ),
    (
        "lv",
        r"""Pasta klienti

Jautājums: „Vai apmierina darba laiks?” Atbildes „jā”:
- 2020. gadā 231 no 400 jeb 57,8 %;
- 2022. gadā 250 no 410 jeb 61,0 %;
- 2024. gadā 287 no 420 jeb 68,3 %.

Pēdējos četros gados apmierināto daļa augusi par 10,5 procentpunktiem, un tas pārsniedz kļūdu. Izlases kļūda ir 4,9 procentpunkti. Aptaujā par pirmajiem diviem gadiem pieaugums bija 3,2 procentpunkti.""",
    ),
    (
        "en",
        LIFTS
        + r"""Tenants aged 70 and over need a lift about four times as often as those under 40. Tenants over 70 visit the office about twice as often as those under 40.""",
    ),
)


def _told(text: str, lang: str) -> set[tuple[str, int]]:
    name = "a.md" if re.search(r"^(#|\||- )", text, re.M) else "a.txt"
    return {(found.rule, found.spot.line) for found in audit(read_plain(name, text, lang))}


@pytest.mark.parametrize(("lang", "text"), FAULTY)
def test_each_slip_is_found_and_nothing_without_it(lang: str, text: str) -> None:
    sound, faulty = (re.sub(r"\{([^{}~]*)~([^{}~]*)\}", rf"\{side}", text) for side in (1, 2))
    assert _told(faulty, lang) - _told(sound, lang)
    assert _told(sound, lang) == set()


@pytest.mark.parametrize(("lang", "text"), SOUND)
def test_what_only_looks_like_a_slip_is_left_alone(lang: str, text: str) -> None:
    assert _told(text, lang) == set()
