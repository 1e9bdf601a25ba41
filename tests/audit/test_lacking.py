# ruff: noqa: E501 - sentences are kept whole
"""What the rest of a report tells and one place does not: the question, the error, how many; and reports that do tell."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

REPORT = {
    "en": """# Visitor survey of the town museums 2024

## Method

In May 2024 a random sample of 640 visitors was drawn at the exit and interviewed. {e} Figures are not weighted.

## Who comes

Question: "How often do you visit a museum?" One answer.

Table 1. Frequency of visits, % (n=640)

| Answer | % |
|---|---|
| Every month | 30.0 |
| Every year | 50.0 |
| More rarely | 20.0 |

## Content

{q2}

Table 2. Content with the exhibition, % (n=640)

| Answer | % |
|---|---|
| Content | 70.0 |
| Not content | 25.0 |
| Hard to say | 5.0 |

## Prices

Question: "Is the price of a ticket acceptable?" Yes: 60.0% (n=640). {prices}

{extra}

## Conclusions

The price of a ticket should stay. This report is meant for the staff of the museums and for the council, which decides on prices in the autumn. The survey is to be repeated next year in the same buildings and with the same questions, so that it can be seen whether the new exhibition draws people. Heads of the museums will talk the results over, and what is decided will be put on the website. Suggestions may be sent to the office.
""",
    "lv": """# Muzeju apmeklētāju aptauja 2024

## Metode

2024. gada maijā pie izejas nejauši izraudzījās un intervēja 640 apmeklētājus. {e} Dati nav svērti.

## Kas nāk

Jautājums: „Cik bieži apmeklējat muzeju?” Viena atbilde.

1. tabula. Apmeklējumu biežums, % (n=640)

| Atbilde | % |
|---|---|
| Katru mēnesi | 30,0 |
| Katru gadu | 50,0 |
| Retāk | 20,0 |

## Apmierinātība

{q2}

2. tabula. Apmierinātība ar izstādi, % (n=640)

| Atbilde | % |
|---|---|
| Apmierināti | 70,0 |
| Neapmierināti | 25,0 |
| Grūti pateikt | 5,0 |

## Cenas

Jautājums: „Vai biļetes cena ir pieņemama?” Jā – 60,0 % (n=640). {prices}

{extra}

## Secinājumi

Biļetes cena jāsaglabā. Šis pārskats domāts muzeju darbiniekiem un novada domei, kas par cenām lemj rudenī. Nākamgad aptauju iecerēts atkārtot tajās pašās ēkās un ar tiem pašiem jautājumiem, lai varētu redzēt, vai jaunā izstāde apmeklētājus piesaista. Anketu palīdzēja sagatavot augstskolas pasniedzēji, un tās tulkojumu pārbaudīja divas redaktores. Muzeju vadītāji rezultātus pārrunās sanāksmē, un lēmumus pēc tam publicēs mājaslapā. Ieteikumus var sūtīt muzeja birojam.
""",
    "ru": """# Опрос посетителей музеев 2024

## Методика

В мае 2024 года на выходе случайным образом отобрали и опросили 640 посетителей. {e} Данные не взвешивались.

## Кто приходит

Вопрос: «Как часто вы бываете в музее?» Один ответ.

Таблица 1. Частота посещений, % (n=640)

| Ответ | % |
|---|---|
| Каждый месяц | 30,0 |
| Каждый год | 50,0 |
| Реже | 20,0 |

## Удовлетворённость

{q2}

Таблица 2. Довольны выставкой, % (n=640)

| Ответ | % |
|---|---|
| Довольны | 70,0 |
| Недовольны | 25,0 |
| Затруднились | 5,0 |

## Цены

Вопрос: «Приемлема ли цена билета?» Да – 60,0 % (n=640). {prices}

{extra}

## Выводы

Цену билета следует сохранить. Отчёт предназначен сотрудникам музеев и совету, который осенью решает о ценах. В следующем году опрос предполагается повторить в тех же зданиях и по той же анкете, чтобы увидеть, привлекает ли людей новая выставка. Подготовить анкету помогли преподаватели университета, перевод проверили редакторы. Руководители музеев обсудят результаты на совещании, а решения затем опубликуют на сайте. Предложения можно направить в музейную контору.
""",
}
USUAL = {
    "en": {
        "e": "The sampling error at the 95% level is at most ±3.9 percentage points.",
        "q2": 'Question: "Are you content with the exhibition?" One answer.',
        "prices": "",
        "extra": "",
    },
    "lv": {
        "e": "Izlases kļūda ar 95 % ticamību nepārsniedz ±3,9 procentpunktus.",
        "q2": "Jautājums: „Vai esat apmierināts ar izstādi?” Viena atbilde.",
        "prices": "",
        "extra": "",
    },
    "ru": {
        "e": "Ошибка выборки с вероятностью 95 % не превышает ±3,9 процентного пункта.",
        "q2": "Вопрос: «Довольны ли вы выставкой?» Один ответ.",
        "prices": "",
        "extra": "",
    },
}
LACKING = (
    ("en", "missing-wording", {"q2": ""}),
    (
        "en",
        "missing-wording",
        {"q2": "Visitors also judged the exhibition. The results are in the table."},
    ),
    ("lv", "missing-wording", {"q2": ""}),
    ("lv", "missing-wording", {"q2": "Apmeklētāji vērtēja arī izstādi; rezultāti redzami tabulā."}),
    ("ru", "missing-wording", {"q2": ""}),
    (
        "ru",
        "missing-wording",
        {"q2": "Посетители оценили и выставку, результаты приведены в таблице."},
    ),
    (
        "en",
        "missing-wording",
        {
            "extra": "A further question was about guided tours. Yes was the answer of 45.0% (n=640)."
        },
    ),
    (
        "lv",
        "missing-wording",
        {"extra": "Apmeklētājiem uzdeva arī jautājumu par gidiem. „Jā” atbildēja 45,0 % (n=640)."},
    ),
    (
        "ru",
        "missing-wording",
        {"extra": "Посетителям задали и вопрос о гидах. «Да» ответили 45,0 % (n=640)."},
    ),
    (
        "en",
        "missing-interval",
        {
            "e": "In 2022 the same method gave 600 interviews, with a margin of error of ±4.0 points."
        },
    ),
    (
        "lv",
        "missing-interval",
        {
            "e": "2022. gadā tāpat intervēja 600 apmeklētāju, izlases kļūda bija līdz ±4,0 procentpunktiem."
        },
    ),
    (
        "ru",
        "missing-interval",
        {
            "e": "В 2022 году так же опросили 600 посетителей, ошибка выборки была до ±4,0 процентного пункта."
        },
    ),
    (
        "en",
        "missing-interval",
        {"e": "For groups of about 100 the margin of error is ±9.8 points."},
    ),
    (
        "en",
        "missing-interval",
        {"e": "", "prices": "In 2022 it was 52.0% (n=600); the rise is statistically significant."},
    ),
    (
        "lv",
        "missing-interval",
        {
            "e": "",
            "prices": "2022. gadā tā teica 52,0 % (n=600); pieaugums pārsniedz statistisko kļūdu.",
        },
    ),
    (
        "ru",
        "missing-interval",
        {"e": "", "prices": "В 2022 году так считали 52,0 % (n=600); рост превышает погрешность."},
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Visitors with prams were asked one more question: "Did you find the lift?" Yes, said 55.0%.'
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Apmeklētājiem ar bērnu ratiem vaicāja arī: „Vai atradāt liftu?” Apstiprinoši atbildēja 55,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Посетителей, которые пришли с колясками, спросили: «Нашли ли вы лифт?» Утвердительно ответили 55,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Вопрос: «Удобны ли часы работы?» Среди горожан (n=400) это подтвердили 70,0 %, в сёлах – 50,0 %."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Tiem, kuri nāca ar bērniem, uzdevām vēl vienu jautājumu: „Vai bērniem bija interesanti?” Jā – 80,0 %, nē – 15,0 %, grūti pateikt – 5,0 %."
        },
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Those who had come with children were also asked: "Did the children enjoy it?" Here 80.0% said yes and 20.0% said no.'
        },
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Question: "Are the signs clear?" Clear signs were found by 60.0% of women (n=350) and 50.0% of men.'
        },
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Question: "Are the signs clear?" Yes: town residents 60.0% (n=350), country residents 50.0%.'
        },
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Question: "Are the signs clear?" The share of yes is 60.0% in the town (n=350) and 50.0% in the country.'
        },
    ),
    (
        "en",
        "missing-base",
        {
            "extra": 'Question: "Are the signs clear?" Yes was said by 60.0% of those under 40 (n=350), by 50.0% of those aged 40 or over.'
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Jautājums: „Vai norādes ir skaidras?” Jā teica 60,0 % sieviešu (n=350) un 50,0 % vīriešu."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Jautājums: „Vai norādes ir skaidras?” Pilsētnieku vidū (n=350) jā teica 60,0 %, lauku iedzīvotāju vidū – 50,0 %."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Jautājums: „Vai norādes ir skaidras?” Pilsētā tā domā 60,0 % (n=350), laukos – 50,0 %."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Jautājums: „Vai norādes ir skaidras?” Sievietes par skaidrām norādes atzina 60,0 % (n=350) gadījumu, vīrieši – 50,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Вопрос: «Понятны ли указатели?» Да ответили 60,0 % женщин (n=350) и 50,0 % мужчин."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Вопрос: «Понятны ли указатели?» Среди горожан (n=350) да ответили 60,0 %, среди жителей сёл – 50,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Вопрос: «Понятны ли указатели?» В городе так считают 60,0 % (n=350), в сёлах – 50,0 %."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Grupu apmeklētājiem bija vēl viens jautājums: „Vai gids stāstīja saprotami?” Jā – 80,0 %."
        },
    ),
    (
        "lv",
        "missing-base",
        {
            "extra": "Jautājām arī grupu apmeklētājiem: „Vai gids stāstīja saprotami?” Jā teica 80,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "Посетителям групповых экскурсий задали ещё один вопрос: «Понятно ли говорил гид?» Да – 80,0 %."
        },
    ),
    (
        "ru",
        "missing-base",
        {
            "extra": "У посетителей групповых экскурсий мы спросили: «Понятно ли говорил гид?» Да ответили 80,0 %."
        },
    ),
)
SOUND = (
    ("en", {}),
    ("lv", {}),
    ("ru", {}),
    ("en", {"q2": "The same question was put about the exhibition."}),
    ("en", {"q2": "The wording is in Annex 1."}),
    ("en", {"q2": "Visitors rated the statement “I am content with the exhibition”."}),
    (
        "lv",
        {
            "extra": "Pēc kases uzskaites biļetes sadalās šādi.\n\n3. tabula. Pārdotās biļetes pa veidiem, %\n\n| Veids | % |\n|---|---|\n| Pilnā cena | 60,0 |\n| Atlaide | 40,0 |"
        },
    ),
    (
        "en",
        {
            "extra": "Table 3. Respondents by age, % (n=640)\n\n| Age | % |\n|---|---|\n| Under 40 | 55.0 |\n| 40 and over | 45.0 |"
        },
    ),
    (
        "en",
        {
            "extra": "Table 3. Price acceptable by age, %\n\n| Age | % |\n|---|---|\n| Under 40 (n=352) | 55.0 |\n| 40 and over (n=288) | 66.0 |"
        },
    ),
    (
        "en",
        {
            "extra": "Table 3. Price acceptable: 2022 and 2024, %\n\n| Year | % |\n|---|---|\n| 2022 (n=600) | 55.0 |\n| 2024 (n=640) | 60.0 |"
        },
    ),
    (
        "en",
        {
            "extra": 'A further question was about guided tours: "Would you take one?" Yes: 45.0% (n=640).'
        },
    ),
    ("en", {"e": "With 640 interviews the margin of error is not more than 4 percentage points."}),
    ("en", {"e": "In both 2022 (n=600) and 2024 the margin of error did not exceed ±4.0 points."}),
    (
        "lv",
        {
            "e": "Izlases kļūda ir ±3,9 procentpunkti 2024. gadā un ±4,0 procentpunkti 2022. gadā (n=600)."
        },
    ),
    (
        "en",
        {
            "e": "",
            "extra": "Table 3. Sampling error\n\n| Sample | n | Error, points |\n|---|---|---|\n| All | 640 | 3.9 |\n| Town | 300 | 5.7 |",
        },
    ),
    ("en", {"e": "As exits were not all covered, no sampling error was calculated."}),
    ("ru", {"e": "Ошибка выборки с учётом дизайна не превышает ±5,2 процентного пункта."}),
    (
        "en",
        {
            "e": "",
            "prices": "In 2022 it was 52.0% (n=600); the rise is significant (z-test, 95% level).",
        },
    ),
    ("en", {"e": "The error is at most ±3.9 points; in 2022 it was ±4.0 (n=600)."}),
    ("ru", {"e": "Погрешность – плюс-минус 3,9 процентного пункта."}),
    (
        "en",
        {
            "extra": 'Visitors with prams (n=60) were asked one more question: "Did you find the lift?" Yes, said 55.0%.'
        },
    ),
    (
        "en",
        {
            "extra": 'Visitors with prams were asked one more question: "Did you find the lift?" Of the 60 who answered 55.0% said yes.'
        },
    ),
    (
        "lv",
        {
            "extra": "Apmeklētājiem ar bērnu ratiem vaicāja arī: „Vai atradāt liftu?” Apstiprinoši atbildēja 55,0 % (n=60)."
        },
    ),
    (
        "lv",
        {
            "extra": "Ar bērnu ratiem bija nākuši 60 apmeklētāji. Apmeklētājiem ar bērnu ratiem vaicāja arī: „Vai atradāt liftu?” Apstiprinoši atbildēja 55,0 %."
        },
    ),
    ("en", {"extra": 'All visitors were asked: "Did you find the lift?" Yes, said 55.0%.'}),
    ("ru", {"extra": "Посетителей спросили: «Нашли ли вы лифт?» Утвердительно ответили 55,0 %."}),
    (
        "lv",
        {
            "extra": "Visiem apmeklētājiem vaicāja arī: „Vai atradāt liftu?” Apstiprinoši atbildēja 55,0 %."
        },
    ),
    (
        "lv",
        {
            "extra": "Muzeja apmeklētājiem uzdevām vēl vienu jautājumu: „Vai atradāt liftu?” Apstiprinoši atbildēja 55,0 %."
        },
    ),
    (
        "en",
        {"extra": 'Visitors to the museums were asked: "Did you find the lift?" Yes, said 55.0%.'},
    ),
    (
        "en",
        {
            "extra": 'People leaving the museum were asked: "Did you find the lift?" Yes, said 55.0%.'
        },
    ),
    (
        "ru",
        {
            "e": "Ошибка выборки с вероятностью 95 % не превышает ±3,9 процентного пункта. С колясками пришли 60 посетителей.",
            "extra": "Посетителей, которые пришли с колясками, спросили: «Нашли ли вы лифт?» Утвердительно ответили 55,0 %.",
        },
    ),
    (
        "en",
        {
            "e": "The sampling error at the 95% level is at most ±3.9 percentage points. Of the visitors 350 live in the town and 290 in the country.",
            "extra": 'Question: "Are the signs clear?" The share of yes is 60.0% in the town (n=350) and 50.0% in the country.',
        },
    ),
    (
        "en",
        {
            "extra": 'Question: "Are the signs clear?" Of families (n=350) 60.0% said yes and 30.0% no.'
        },
    ),
    (
        "en",
        {
            "extra": 'Question: "Are the signs clear?" In the town (n=350) 60.0% said yes, 30.0% said no.'
        },
    ),
    (
        "en",
        {
            "extra": 'Question: "Are the signs clear?" Yes: 60.0% of women (n=350), 50.0% of the others.'
        },
    ),
    (
        "en",
        {"extra": 'Question: "Are the signs clear?" Yes: 60.0% of women (n=350), in 2022 50.0%.'},
    ),
    (
        "en",
        {
            "extra": 'Question: "What did you buy?" In the shop (n=350) 60.0% bought a card and 50.0% a book.'
        },
    ),
    (
        "lv",
        {
            "extra": "Jautājums: „Ko pirkāt?” Veikalā (n=350) kartīti nopirka 60,0 %, grāmatu – 50,0 %."
        },
    ),
    (
        "ru",
        {
            "extra": "Вопрос: «Что вы купили?» В лавке (n=350) открытку купили 60,0 %, книгу – 50,0 %."
        },
    ),
    (
        "lv",
        {
            "extra": "Jautājums: „Ko pirkāt?” Sievietes (n=350) kartīti nopirka 60,0 % gadījumu un grāmatu 50,0 %."
        },
    ),
    (
        "lv",
        {
            "extra": "Jautājums: „Vai norādes ir skaidras?” Pilsētā tā domā 60,0 % (n=350), laukos – 50,0 %.\n\nLaukos dzīvo 290 apmeklētāji."
        },
    ),
    ("ru", {"extra": "Вопрос: «Понятны ли указатели?» Да ответили 60,0 % (n=640), нет – 30,0 %."}),
    (
        "ru",
        {
            "extra": "Вопрос: «Понятны ли указатели?» Да ответили 60,0 % женщин (n=350) и 50,0 % мужчин (n=290)."
        },
    ),
    (
        "en",
        {
            "extra": 'Question: "What did you buy?" Among members (n=350) 60.0% bought in the shop and 50.0% in the café.'
        },
    ),
    (
        "ru",
        {
            "extra": "Вопрос: «Где вы купили билет?» Среди членов клуба (n=350) 60,0 % купили билет в кассе, 40,0 % – в автомате."
        },
    ),
    (
        "lv",
        {
            "extra": "Jautājums: „Kur pirkāt biļeti?” Kluba biedru vidū (n=350) 60,0 % biļeti pirka kasē, 40,0 % – automātā."
        },
    ),
)


def _lacking(text):
    return [
        item.rule for item in audit(read_plain("a.md", text)) if item.rule.startswith("missing-")
    ]


@pytest.mark.parametrize(("lang", "rule", "changed"), LACKING)
def test_what_is_lacking_is_found(lang, rule, changed):
    assert rule in _lacking(REPORT[lang].format(**{**USUAL[lang], **changed}))


@pytest.mark.parametrize(("lang", "changed"), SOUND)
def test_reports_that_tell_it_pass(lang, changed):
    assert not _lacking(REPORT[lang].format(**{**USUAL[lang], **changed}))


QUESTION = {
    "lv": "Vai esat apmierināts ar izstādi?",
    "en": "Are you content with the exhibition?",
    "ru": "Довольны ли вы выставкой?",
}


@pytest.mark.parametrize("lang", REPORT)
def test_a_question_may_stand_in_the_heading_or_in_an_annex(lang):
    without = REPORT[lang].format(**{**USUAL[lang], "q2": ""})
    headings = [line for line in without.split("\n") if line.startswith("## ")]
    assert not _lacking(without.replace(headings[2], f"## {QUESTION[lang]}"))
    annex = {"lv": "Pielikums. Jautājumi", "en": "Annex. Questions", "ru": "Приложение. Вопросы"}[
        lang
    ]
    assert not _lacking(f"{without}\n## {annex}\n\n1. {QUESTION[lang]}\n")
