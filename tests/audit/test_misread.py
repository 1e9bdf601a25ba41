# ruff: noqa: E501 - texts are kept whole
"""Sound wordings that were once misread, each as `{right~wrong}`: the right one passes, the wrong one is found.

A half is no other group, a share of another clause is no first place's, a row of a table may have
an "and" in its name, a deviation is no mean, and what two answers make together is a share too.
"""

from __future__ import annotations

import re

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

MARK = re.compile(r"\{([^{}~]*)~([^{}~]*)\}")
METHOD = {
    "en": "A random sample of 900 residents was interviewed in May; the margin of error is ±3.3 percentage points.",
    "lv": "Maijā pēc nejaušas izlases aptaujāti 900 iedzīvotāji; kļūdas robeža ir ±3,3 procentpunkti.",
    "ru": "В мае по случайной выборке опрошены 900 жителей; погрешность ±3,3 процентного пункта.",
}
CLUBS = "| District | Asked | Yes | % |\n|---|---|---|---|\n| North | 200 | 94 | 47 |\n| South | 180 | 90 | 50 |\n| East | 120 | 72 | 60 |"
PASS = "Do you hold a season ticket?\n\n| Answer | % |\n|---|---|\n| Yes, a yearly one | 30 |\n| Yes, a monthly one | 25 |\n| Not now | 30 |\n| Never | 15 |"
SOUND = [
    ("en", f"Do you belong to a club? Yes:\n\n{CLUBS}\n\nIn the North fewer than half do."),
    ("ru", "«Есть ли у вас сад?» Да ответили:\n\n| Район | Опрошено | Да | % |\n|---|---|---|---|\n| Лесной | 150 | 71 | 47 |\n| Речной | 140 | 70 | 50 |\n| Горный | 110 | 66 | 60 |\n\nВ Лесном сад есть меньше чем у половины семей."),
    ("lv", "Vai jums ir suns? Jā:\n\n| Pagasts | Aptaujāti | Jā | % |\n|---|---|---|---|\n| Mālpils | 150 | 71 | 47 |\n| Suntaži | 140 | 70 | 50 |\n| Ropaži | 110 | 66 | 60 |\n\nMālpils pagastā suns ir mazāk nekā pusei."),
    ("en", "\"Who taught you most of what you know about bees?\"\n\n| Answer | % |\n|---|---|\n| Family | 41 |\n| A course | 33 |\n| Books | 26 |\n\nThe family comes first."),
    ("lv", "„No kurienes jūs esat?”\n\n| Pilsēta | % |\n|---|---|\n| Tukums | 26 |\n| Talsi | 24 |\n| Saldus | 30 |\n| Cita | 20 |\n\nAbas ziemeļu pilsētas kopā dod pusi atbilžu."),
    ("en", "What would you change in the park? (several answers)\n\n| Wish | % |\n|---|---|\n| Dogs kept off the lead | 18 |\n| Better paths | 47 |\n| Benches | 34 |\n\nWe ask owners to put their dogs on the lead, as visitors wished."),
    ("en", "What did you come for?\n\n| Reason | % |\n|---|---|\n| Books and journals | 44 |\n| Quiet | 29 |\n| Events | 27 |\n\nQuiet was named by 29 per cent, books and journals by 44 per cent."),
    ("lv", "Kāpēc nenākat?\n\n| Iemesls | % |\n|---|---|\n| Nav laika | 44 |\n| Tālu | 31 |\n| Dārgi | 25 |\n\nVisbiežāk min laika trūkumu, taču gandrīz trešdaļai (31 %) ir par tālu."),
    ("ru", "## Итоги\n\nНа шум и запах жалуются 53 % жителей.\n\n## Жалобы\n\n«Что мешает больше всего?» (один ответ)\n\n| Жалоба | % |\n|---|---|\n| Шум | 29 |\n| Запах | 24 |\n| Пыль | 27 |\n| Ничего | 20 |"),
    ("en", "## Annexes\n\nA. The questionnaire\nB. Letters received\n\n## Findings\n\nYes, said 61%; no, 39%. The letters are in Annex B."),
    ("ru", "Трамвай хвалят 71 % пассажиров (213 из 300), автобус – 73 % (219 из 300). Трамвай и автобус различаются в пределах ошибки."),
    ("lv", "1. attēls. Vai esat apmierināts ar peldbaseinu? (viena atbilde, n = 900; %)\nĻoti apmierina: 30,2\nDrīzāk apmierina: 46,3\nDrīzāk neapmierina: 14,0\nPavisam neapmierina: 6,0\nGrūti pateikt: 3,5"),
    ("en", "5 TIME OF DAY\n\nMornings (MOR) and evenings (EVE) were told apart. In MOR 61% of the visitors came, in EVE 39%.\n\n6 EASE OF USE Visitors found the gate easy to open: 64%."),
    ("lv", "Ko jūs izmantojat?\n\n| Pakalpojums | 2022 | 2024 | 2026 |\n|---|---:|---:|---:|\n| Baseins | – | – | 71,0 |\n| Pirts | 31,6 | 32,1 | 36,0 |\n| Zāle | 44,0 | 38,0 | 30,1 |\n\nAiz baseina otrajā vietā 2026. gadā ir pirts. Varēja nosaukt vairākus pakalpojumus, tāpēc summa pārsniedz 100 %."),
    ("en", "How do you mainly travel?\n\nFigure 1. Share answering “by bus”\n   2022 (n = 880) ........... 35.0%\n   2024 (n = 890) ........... 45.0%\n   2026 (n = 900) ........... 56.0%\n\nOf the 3,600 invited, 900 completed the form (25.0%)."),
    ("ru", "Таблица 1. Возраст опрошенных\n\n| Возраст | Человек | % |\n|---|---|---|\n| 18–49 лет | 412 | 45,8 |\n| 50 лет и старше | 488 | 54,2 |\n| Всего | 900 | 100,0 |\n\nТаблица 2. Довольны ли вы парком? (n = 900)\n\n| Ответ | % |\n|---|---|\n| Да | 71,0 |\n| Нет | 29,0 |\n\nТаблица 3. Нашли ли вы скамью? (бывшие вечером, n = 400)\n\n| Ответ | % |\n|---|---|\n| Да | 62,0 |\n| Нет | 38,0 |\n\nТаблица 4. Было ли светло? (бывшие ночью, n = 210)\n\n| Ответ | % |\n|---|---|\n| Да | 48,1 |\n| Нет | 51,9 |"),
    ("lv", "Iepriekš atbildēja 880 (2022. gadā, ±3,3) un 890 (2024. gadā, ±3,3) iedzīvotāji, 2026. gadā 900. Ar parku apmierināti 71,0 %."),
]  # fmt: skip
PAIRS = [
    ("ru", "rank-word", "Рисунок 1. Доля довольных, %\n\n– полы в залах (n = 900): 91\n– двери (n = 900): 66\n– буфет (n = 412): 58\n– лифт (n = 350): 73\n\nИз того, что оценивали все 900 жителей, ниже всего оценены {двери (66 %)~полы в залах (91 %)}."),
    ("en", "two-values", "## Key points\n\n{71~64}% of children brush their teeth at least twice a day.\n\n## Brushing\n\nTwice a day or more the teeth are brushed by 71% of children, and 29% of children brush their teeth once a day or less."),
    ("en", "value-difference", "How many minutes did you wait? At the harbour (n = 300) the average was 34 minutes, with a standard deviation of 18 minutes; at the station (n = 310) the average was 26 minutes, with a standard deviation of 17 minutes.\n\nPassengers at the harbour wait {8~13} minutes longer than at the station."),
    ("en", "dangling-reference", "## Findings\n\nYes, said 61%; no, 39%. The letters are in Annex {B~D}.\n\n## Annexes\n\nA. The questionnaire\nB. Letters received"),
    ("en", "two-values", "The survey ran from 1 May to 21 May. The survey closed on {22~28} May."),
    ("lv", "two-values", "Aptauja notika no 1. līdz 21. maijam. Aptauja noslēdzās {22~28}. maijā."),
    ("ru", "two-values", "Опрос проводился с 1 по 21 мая. Опрос завершился {22~28} мая."),
    ("en", "rank-word", "| What children enjoy | % |\n|---|---|\n| Reading | 71 |\n| Music | 65 |\n| Films | 60 |\n| Sport | 51 |\n\nSeveral answers were possible. Children enjoy much of this, with {only a bare majority that enjoys sport~only music enjoyed by a majority}."),
    ("lv", "rank-word", "| Kas bērniem patīk | % |\n|---|---|\n| Lasīt | 71 |\n| Mūzika | 65 |\n| Filmas | 60 |\n| Sports | 51 |\n\nVarēja minēt vairākas atbildes. Bērniem patīk daudz kas, bet {tikai nelielam vairākumam patīk sports~tikai mūzika patīk vairākumam}."),
    ("ru", "rank-word", "| Что нравится детям | % |\n|---|---|\n| Чтение | 71 |\n| Музыка | 65 |\n| Фильмы | 60 |\n| Спорт | 51 |\n\nМожно было назвать несколько ответов. Детям нравится многое, но {лишь небольшому большинству нравится спорт~лишь музыка нравится большинству}."),
    ("en", "rank-word", "Villagers showed higher rates of disagreement with the statement “I feel welcome in the office of my own town” ({14~4}% vs. 10%) than those who live in town."),
    ("en", "rank-word", "Villagers {are not~are} more often late (4% vs. 10%) than townspeople."),
    ("en", "rank-word", "Villagers are more often late (4% vs. 10%{ in 2022~}) than townspeople."),
    ("en", "rank-word", "Villagers are more often late (4% vs. 10%){, and they praise the staff rather~} than townspeople."),
    ("en", "rank-word", "Villagers are more often late (4%{, in winter~ vs.} 10%) than townspeople."),
    ("en", "rank-word", "Villagers are more often late{: their clocks are slow~} (4% vs. 10%) than townspeople."),
    ("lv", "rank-word", "Lauku iedzīvotāji {retāk~biežāk} kavē (4 % pret 10 %) nekā pilsētnieki."),
    ("ru", "rank-word", "Жители сёл {реже~чаще} опаздывают (4 % против 10 %), чем горожане."),
    ("en", "value-difference", "28% of our users come daily, a {40~49}% increase from 20% in 2022."),
    ("en", "value-difference", "More than 28% of our users come daily, which is a {41~49}% increase from last year's 20%."),
    ("en", "trend-sign", "We saw {a decrease~an increase} of −6% in tram rides."),
    ("lv", "trend-sign", "Tramvaju izmantošanā vērojams {pieaugums~kritums} par +6 procentpunktiem."),
    ("ru", "trend-sign", "Наблюдается {рост~снижение} на +6 процентных пунктов."),
    ("en", "value-difference", "Visits nearly doubled from 8.9% in 2022 to {16.5~12}% in 2024."),
    ("en", "value-difference", "Visits more than doubled from 8.9% in 2022 to {20.5~15}% in 2024."),
    ("en", "value-difference", "Visits nearly doubled and now make up {17~12}% of all (up from 8.9% in 2022)."),
    ("lv", "value-difference", "Apmeklējumi gandrīz trīskāršojās – no 8,9 % 2022. gadā līdz {24~15} % 2024. gadā."),
    ("ru", "value-difference", "Доля визитов почти удвоилась – с 8,9 % в 2022 году до {16~12} % в 2024 году."),
]  # fmt: skip


def told(lang, words):
    found = audit(read_plain("a.md", f"# X\n\n{METHOD[lang]}\n\n{words}\n", lang))
    return {item.rule for item in found} - {"missing-wording"}


@pytest.mark.parametrize(("lang", "words"), SOUND, ids=lambda words: words[:30])
def test_what_was_misread_passes(lang, words):
    assert told(lang, words) == set()


@pytest.mark.parametrize(("lang", "rule", "words"), PAIRS)
def test_the_fault_beside_it_is_still_found(lang, rule, words):
    sound, faulty = (MARK.sub(rf"\{side}", words) for side in (1, 2))
    assert rule not in told(lang, sound)
    assert rule in told(lang, faulty)


@pytest.mark.parametrize(
    ("words", "levels"),
    [
        ("Now 28% bake daily, which is a 40% increase from last year's 20%.", [28, 20]),
        ("Now 28% bake daily, 40% increase from year to year what they bake.", [28, 40]),
    ],
)
def test_the_amount_of_a_change_is_no_level(words, levels):
    read = Claims(read_plain("a.md", f"# X\n\n{METHOD['en']}\n\n{words}\n", "en"))
    assert [claim.number.value for claim in read.levels] == levels
