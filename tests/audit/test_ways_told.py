# ruff: noqa: E501 - sentences are kept whole
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
lv|Ar darbu apmierināti 72 % klientu. Pērn tādu bija 66 %, tātad rādītājs ir {audzis|krities}.
lv|Autobusu izmanto 31 %. Pirms diviem gadiem to darīja 38 %, un šī daļa turpina {sarukt|augt}.
lv|2022. gadā internetā iepirkās 45 % mājsaimniecību. 2024. gadā tas {pieauga|kritās} līdz 52 %.
lv|Bibliotēku apmeklē 40 % cilvēku. Iepriekšējā aptaujā to bija {vairāk|mazāk} – 47 %.
lv|Grāmatu lasījuši 49 % cilvēku, kas ir {vairāk|mazāk} nekā 2022. gadā (44 %).
ru|Доля {выросла|снизилась} с 38,2 балла в 2022 году в среднем до 45,1 балла.
ru|Довольны 72 % клиентов. Год назад таких было 66 %, то есть показатель {вырос|снизился}.
ru|Средняя оценка в этом году 4,2. Год назад она была {ниже|выше} – 3,9.
en|72% are satisfied. A year ago it was 66%; the {rise|fall} is statistically significant.
en|The library is visited by 40%. In the last survey there were {more|fewer}: 47%.
en|Waiting times {shortened|lengthened} from an average of 14.2 minutes to 11.8 minutes.
en|81% trust doctors (76% last year), which points to {growing|falling} trust.
lv|Lasītāja karšu īpatsvars nedaudz samazinājās – no {49|59} % 2022. gadā līdz 45 % 2024. gadā.
lv|Lasītāja karšu īpatsvars {|nedaudz }samazinājās – no 59 % 2022. gadā līdz 45 % 2024. gadā.
ru|Доля немного снизилась – с {49|59} % в 2022 году до 45 % в 2024 году.
en|45% have a library card, slightly down from {49|59}% in 2022.
en|The share with a card fell slightly from {49|59}% in 2022 to 45% in 2024.
en|The map is used by 20% of readers ({down|up} from 26% in 2022), while the card is used by 8%.
en|We saw {a decrease|an increase} in users who come daily, {falling|rising} from approximately 33% to 10%.
lv|Ikdienas lietotāju īpatsvars {kritās|pieauga} no aptuveni 33 % līdz apmēram 10 %.
ru|Доля ежедневных визитов {снизилась|выросла} с примерно 33 % до почти 10 %.
en|12% come by bus, the same as 2022, and 3% come by tram, {more|fewer} than in 2022 (2%).
lv|Ar autobusu brauc 12 % klientu, bet ar tramvaju 3 %, {vairāk|mazāk} nekā 2022. gadā (2 %).
ru|На автобусе ездят 12 % клиентов, на трамвае 3 %, {больше|меньше}, чем в 2022 году (2 %).
lv|Novērots to klientu īpatsvara {kritums|pieaugums}, kuri norādīja uz rindām: 2024. gadā 34 %, 2022. gadā 39 %.
ru|Наблюдается {снижение|рост} доли клиентов, которые сообщили об очередях: 34 % в 2024 году и 39 % в 2022 году.
en|We saw {a decrease|an increase} in the share of people who reported that parking was hard: 34% in 2024 and 39% in 2022.
"""

SOUND = """
en|Waiting times shortened slightly from 59 minutes in 2022 to 45 minutes in 2024.
en|We saw an increase in prices, which was reported by many: 34% in 2024 and 39% in 2022.
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
lv|Apmierināti 72 % klientu. Pērn tādu bija 76 %, bet gaidīšanas laiks ir sarucis.
lv|Neapmierināti ir 12 % klientu. Pērn tādu bija 17 %, tātad apmierinātība augusi.
lv|Bibliotēku apmeklē 40 %. Pērn veikalu apmeklēja 47 %, un to skaits pieaudzis.
lv|Samazinājušās rindas, un apmierināti ir 72 % klientu. Pērn tādu bija 66 %.
lv|Autobusu izmanto 31 %. 2020. gadā kritums bija straujš: to izmantoja vien 22 %.
lv|Augusi uzticība Saeimai. Parlamentam tagad neuzticas 66 %, bet 2017. gadā – 75 %.
ru|Снижение тарифов поддержали 61 %. В 2022 году таких было 55 %.
ru|Рост цен ощутили 72 %. Год назад таких было 80 %.
en|12% are dissatisfied. A year ago it was 17%, so satisfaction has risen.
en|31% use the bus. The drop in 2020 was steep: only 22% used it then.
en|Women are more satisfied (72%). In 2022, 66% of men were, and their share has fallen.
en|Queues have shortened, and 72% are satisfied. A year ago it was 66%.
"""

LEAD = {
    "lv": "Šajā pārskatā stāstām, ko par pakalpojumiem atbildēja iedzīvotāji un klienti.",
    "ru": "В этом отчёте рассказано, что об услугах ответили жители и клиенты.",
    "en": "This report tells what residents and customers said about the services.",
}
CHOICE = re.compile(r"\{([^|}]*)\|([^}]*)\}")


def told(lang, words, rule="trend-word"):
    """Whether the audit finds what a rule is of, a wrong trend word, in a sentence."""
    text = read_plain("a.md", f"# 1\n\n{LEAD[lang]}\n\n{words}\n")
    return rule in {item.rule for item in audit(text)}


def lines(table):
    return [tuple(line.split("|", 1)) for line in table.strip().splitlines()]


@pytest.mark.parametrize(("lang", "words"), lines(CASES))
def test_the_word_is_held_against_its_levels(lang, words):
    assert not told(lang, CHOICE.sub(r"\1", words))
    assert told(lang, CHOICE.sub(r"\2", words))


@pytest.mark.parametrize(("lang", "words"), lines(SOUND))
def test_what_is_of_something_else_is_passed(lang, words):
    assert not told(lang, words)


GAPS = """
lv|Starpība starp sievietēm (68 %) un vīriešiem (51 %) ir 17 {procentpunkti|procenti}.
ru|Разница между женщинами (68 %) и мужчинами (51 %) составляет 17 {пунктов|процентов}.
en|The difference between women (68%) and men (51%) is 17 {points|percent}.
"""


@pytest.mark.parametrize(("lang", "words"), lines(GAPS))
def test_a_difference_of_two_shares_is_told_in_points(lang, words):
    assert not told(lang, CHOICE.sub(r"\1", words), "percent-for-points")
    assert told(lang, CHOICE.sub(r"\2", words), "percent-for-points")


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
