"""A change told in one sentence: the word of the way against its two levels, in many grammars."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

# {right|wrong}: each sentence passes as it stands, and is told with the other word.
CASES = """
lv|{Pieaugusi|Samazinājusies} to daļa, kas aizgūst, – šogad tādu ir 11 %, kamēr pirms gada 8 %.
lv|Ja 2019. gadā iepirkās 7 %, tad 2020. gadā šis īpatsvars {samazinājās|pieauga} līdz 4 %.
lv|Lietotāju īpatsvars {palielinājies|samazinājies} no 57 % (456 no 800) līdz 65 % (520 no 800).
lv|Apmierināto kopā ir 84 %, par 9 procentpunktiem {vairāk|mazāk} nekā 2021. gadā (75 %, n = 398).
lv|Pirms gada ar darba laiku bija apmierināti 72 % klientu, tagad tādu ir {mazāk|vairāk} – 66 %.
lv|Aptverto novadu skaits {sarucis|audzis} no 43 novadiem pērn līdz 38 novadiem 2024. gadā.
lv|Ar autobusiem apmierināti 48 % (2022. gadā – 55 %), tātad tas ir {pasliktinājies|uzlabojies}.
ru|Доступ к сети имеют 78 % семей, {увеличившись|сократившись} с 65 % годом ранее.
ru|На связь жалуются {реже|чаще}, чем прежде: в 2023 году её назвали 43 %, теперь – 38 %.
ru|Среднее время ожидания {сократилось|увеличилось} с 14 минут до 9 минут.
ru|Работой библиотек довольны 82 %, на 7 процентных пунктов {больше|меньше}, чем в 2021 году (75 %).
en|In small firms it has {fallen|risen}, this year to 35% (compared to 44% three years ago).
en|Azure saw some {growth|decline} in container usage from 18% to 25%.
en|The coverage {increased|decreased} from 73 countries in 2021 to 100 countries in 2022.
en|Library visits were {higher|lower} in 2024 (45%) than in 2022 (39%).
en|Complaints are {less|more} common than a year ago (12% now, 19% then).
en|Compared with 2022, when 31% paid in cash, the share has {declined|risen} to 24%.
"""

SOUND = """
lv|Uzticība valdībai pieaugusi: neuzticas 58 %, pirms gada – 64 %.
lv|Cenas ir pieaugušas, tāpēc kafejnīcas apmeklē 31 %, pērn – 38 %.
lv|Neapmierināto skaits sarucis: apmierināti ir 78 %, pērn – 67 %.
lv|Ienākumu kritumu izjuta 25 % mājsaimniecību, pērn – 18 %.
lv|Tērēt no 50 līdz 99 eiro plāno mazāk cilvēku – šogad to īpatsvars sarucis.
lv|To, kuri nekad nelasa, kļuvis mazāk: lasa 61 %, pirms gada 54 %.
ru|Поездку планируют 14 % жителей в возрасте от 18 до 65 лет, а 80 % таких планов не имеют.
ru|Рост замедлился: с 61 % до 60 %.
ru|Сократились очереди: быстро обслужили 78 % клиентов против 64 % годом ранее.
ru|Снижение доходов заметили 25 % семей против 18 % годом ранее.
en|Trust has grown: 28% distrust doctors, compared with 34% a year ago.
en|More people now walk, and only 44% take the bus, compared with 51% in 2022.
en|Riga fell from 2 to 4 in the ranking.
en|Among those aged from 18 to 25 the share dropped to 31%.
en|The average rating worsened from 3.9 to 4.2.
"""

LEAD = {
    "lv": "Šajā pārskatā stāstām, ko par pakalpojumiem atbildēja iedzīvotāji un klienti.",
    "ru": "В этом отчёте рассказано, что об услугах ответили жители и клиенты.",
    "en": "This report tells what residents and customers said about the services.",
}
CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def told(lang, words):
    """Whether the audit says that a trend word of a sentence is wrong."""
    text = read_plain("a.md", f"# 1\n\n{LEAD[lang]}\n\n{words}\n")
    return "trend-word" in {item.rule for item in audit(text)}


def lines(table):
    return [tuple(line.split("|", 1)) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("lang", "words"), lines(CASES))
def test_the_word_is_held_against_its_levels(lang, words):
    assert not told(lang, CHOICE.sub(r"\1", words))
    assert told(lang, CHOICE.sub(r"\2", words))


@pytest.mark.parametrize(("lang", "words"), lines(SOUND))
def test_what_is_of_something_else_is_passed(lang, words):
    assert not told(lang, words)


FRAMES = {
    "lv": ("Lietotāju īpatsvars {} no {} % līdz {} %.", "pieaudzis", "sarucis"),
    "ru": ("Доля пользователей {} с {} % до {} %.", "выросла", "снизилась"),
    "en": ("The share of users {} from {}% to {}%.", "grew", "shrank"),
}


@given(st.sampled_from(sorted(FRAMES)), st.integers(3, 96), st.integers(3, 96), st.booleans())
@settings(max_examples=40, deadline=None)
def test_a_way_is_told_just_when_the_levels_went_the_other(lang, before, after, up):
    frame, rose, fell = FRAMES[lang]
    wrong = after < before if up else after > before
    assert told(lang, frame.format(rose if up else fell, before, after)) == wrong
