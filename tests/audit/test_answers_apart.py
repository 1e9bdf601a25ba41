# ruff: noqa: E501 - passages are written as they are read
"""Two answers under one percent, several answers left unsaid, captions and abbreviations in short reports: `{right~wrong}`."""

from __future__ import annotations

import re

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

PASSAGES = [
    (
        "one-percent-two-items",
        "What visitors bought\n\nSample of 520 cinema visitors. They ticked boxes; sweets, drinks, popcorn and nachos each had a box.\n\n{Popcorn was bought by 44% and drinks by 39%~Popcorn and drinks were bought by 44%} of visitors. A quarter bought nothing.",
    ),
    (
        "one-percent-two-items",
        "Ko paņem līdzi uz jūru\n\nAptaujāti 350 viesi (nejauša izlase, kļūda ±5,2 procentpunkti). „Ko šodien paņēmāt līdzi?” (varēja nosaukt vairākas lietas).\n\nDvieli nosauca 88 %. {Krēmu minēja 52 %, cepuri 41 %~Krēmu un cepuri minēja 52 %}. Grāmata bija 19 %, bumba 11 %.",
    ),
    (
        "one-percent-two-items",
        "Зачем покупают велосипед\n\nКаждого из 300 покупателей попросили назвать одну главную причину. На первом месте здоровье: 41 %. Дорогу на работу {и отдых за городом выбрали по 17 %~и отдых за городом выбрали 17 %}, экономию — 16 %. Другие причины набрали 9 %.",
    ),
    (
        "sum-of-answers",
        "Why volunteers leave\n\nFormer volunteers (n = 240, all who left in 2024) were asked: “Why did you stop?”{ They could give as many answers as they liked.~} Lack of time was named by 54%. Travel came second with 37%. Some 28% had moved house, and 21% felt unneeded.",
    ),
    (
        "sum-of-answers",
        "Чего не хватает в парке\n\nОпрошены 390 посетителей (случайный отбор, ошибка до 5 процентных пунктов). Вопрос: «Чего вам не хватает в парке?»{ Записывался каждый ответ.~}\n\nСкамеек — 51 %. Туалетов — 44 %. Тени — 31 %. Питьевой воды — 18 %.",
    ),
    (
        "duplicate-number",
        "Tram noise survey\n\nAll 96 households replied, so there is no sampling error.\n\nChart A. “Does tram noise wake you?” Yes 22%, no 78% (n = 96)\n\nChart {B~A}. “Would you pay for new windows?” Yes 15%, no 85% (n = 96)",
    ),
    (
        "abbreviation-unused",
        "Опрос жителей о переработке\n\nСписок сокращений\nТКО   твёрдые коммунальные отходы\n{~РСО   раздельный сбор отходов\n}УК    управляющая компания\n\nОпрошены 510 жителей, выборка случайная, ошибка до 4,4 процентного пункта. О тарифе на вывоз ТКО знают 38 %, свою УК могут назвать 71 %.",
    ),
    (
        "abbreviation-undefined",
        "Jauniešu centra aptauja\n\nJauniešu iniciatīvu centrs (JIC) aptaujāja 260 jauniešus (nejauša izlase, kļūda ±6,1 procentpunkts). Par ko dzirdējuši:\n\n- {Brīvprātīgo dienests (BPD)~BPD}: zina 44 %\n- JIC: zina 73 %\n\nBPD vadītājs rezultātus komentēs maijā. JIC plāno jaunu telpu.",
    ),
]
SOUND = [
    "Опрошены 389 гостей, можно было назвать до трёх вещей. Дальше идут качества персонала: компетентность и быстроту назвали 34 % и 26 % гостей.\n\nТаблица 1. Ответы гостей (n = 389)\n   Вежливость 41 %\n   Компетентность 34 %\n   Быстрота 26 %\n   Ничего 10 %",
    "Таблица 1. Что читают (n = 300), %\nРоманы 41\nСтихи 12\nГазеты 47\n\nТаблица 2. Сколько минут в день\nРоманы 40\nСтихи 15\nГазеты 20\n\nЧаще всего читают газеты (таблица 1), но дольше всего — романы (таблица 2).",
    "How did you hear of us? (n = 320)\n\nFriends            48%\n  of whom family   20%\nRadio              31%\nPoster             21%",
    "Kurss | Aptaujāti | Strādā, %\n1. kurss | 150 | 20\n2. kurss | 100 | 35\n3. kurss | 50 | 60\nVisi | 300 | 32",
]


@pytest.mark.parametrize(("rule", "words"), PASSAGES)
def test_the_fault_is_found_and_its_sound_twin_passed(rule, words):
    told = {}
    for side in (1, 2):
        text = re.sub(r"\{([^{}~]*)~([^{}]*)\}", lambda match, side=side: match.group(side), words)
        told[side] = {item.rule for item in audit(read_plain("a.txt", text))}
    assert told[1] == set()
    assert rule in told[2]


@pytest.mark.parametrize("words", SOUND)
def test_what_only_looks_wrong_is_passed(words):
    assert audit(read_plain("a.txt", words)) == []


def test_a_short_english_text_is_no_latvian_one():
    words = "All 96 households replied, so there is no sampling error. Yes 22%, no 78%."
    assert read_plain("a.txt", words).lang == "en"
