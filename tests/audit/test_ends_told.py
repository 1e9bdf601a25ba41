# ruff: noqa: E501 - sentences are kept whole
"""What stands at the top and at the bottom, told in sentences or lists of one paragraph; each `{right~wrong}`."""

from __future__ import annotations

import re

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

MARK = re.compile(r"\{([^{}~]*)~([^{}~]*)\}")
METHOD = {
    "en": "A random sample of 900 residents was asked in May; the margin of error is ±3.3 points.",
    "lv": "Maijā pēc nejaušas izlases aptaujāti 900 iedzīvotāji; kļūda ir ±3,3 procentpunkti.",
    "ru": "В мае по случайной выборке опрошены 900 жителей; погрешность ±3,3 процентного пункта.",
}
# fmt: off
CASES = [
    ("lv", "Visaugstāk novērtēta attieksme ({89~65} %). Viszemāk novērtēts telpu ērtums ({65~89} %)."),
    ("lv", "{Visaugstāk~Viszemāk} novērtēta attieksme (89 %). Viszemāk novērtēts ērtums (65 %)."),
    ("lv", "{Visaugstāk~Viszemāk} novērtēta attieksme (89 %), bet viszemāk – telpu ērtums (65 %)."),
    ("lv", "Visaugstāk novērtēta attieksme (vidēji {9,8~9,1}). Viszemāk – telpu ērtums (9,3)."),
    ("lv", "Visaugstāk novērtēta attieksme ({89~45} %), bet viszemāk – telpu ērtums (65 %)."),
    ("lv", "Visbiežāk klienti min rindas ({45~25} %). Tā bijis jau sen. Visretāk – troksni (31 %)."),
    ("lv", "Klienti {visaugstāk~viszemāk} novērtēja attieksmi – 89 % to vērtēja ar 10 punktiem. "
           "Viszemāk klienti novērtēja ērtumu – 65 % to vērtēja ar 10 punktiem."),
    ("en", "The {highest~lowest} rated was the staff (89%). The lowest rated were the rooms (65%)."),
    ("en", "Best rated was the staff: {91~65}% gave it full marks. Worst rated were the rooms: 89% did."),
    ("en", "Rent was named most often ({45~25}%). Least often people named the noise (31%)."),
    ("ru", "Выше всего оценили сотрудников ({89~65} %). Ниже всего оценили помещения (71 %)."),
    ("ru", "Чаще всего называли аренду ({45~25} %). Реже всего называли шум (31 %)."),
    ("lv", "31 % nosauca attālumu, bet 67 % – laika trūkumu, kas bija {visbiežāk~visretāk} minētais."),
    ("en", "31% named distance, with 67% naming a lack of time, which was the {most~least} common."),
    ("ru", "31 % назвали расстояние, а 67 % – нехватку времени, что было {чаще~реже} всего."),
    ("en", "The top five were Riga ({18~17}%), Liepaja ({17~18}%), Ogre (13%), Talsi (11%) and Cesis (8%)."),
    ("en", "The most common reasons were rent (31%), noise ({27~17}%), dust (24%) and cold (9%)."),
    ("lv", "Visbiežāk minētie iemesli ir īre (31 %), troksnis ({27~17} %), putekļi (24 %) un aukstums (9 %)."),
    ("ru", "Чаще всего называли аренду (31 %), шум ({27~17} %), пыль (24 %) и холод (9 %)."),
    ("en", "People came from Riga (25%), Liepaja (12%), Ogre (7%), Talsi (6%), Saldus ({5~15}%), Tukums (4%) and Cesis (2%)."),
    ("lv", "{85~72} % zina par portālu, bet to lieto tikai {72~85} %."),
    ("en", "{63~9}% said they work in the office, but only {9~63}% work in the office alone."),
    ("en", "9% work in the office, but only 63%{ of them~} work there alone."),
    ("en", "9% {do not~} work in the office, but only 63% work there alone."),
    ("ru", "О портале знают {85~72} %, но пользуются им лишь {72~85} %."),
    ("lv", "Dienvidos sūdzas {3~8} % klientu. Ziemeļos sūdzas vēl vairāk – 4 %."),
    ("lv", "Dienvidos sūdzas 8 % klientu, bet ziemeļos – vēl {retāk~biežāk} (4 %)."),
    ("en", "8% of visits to the south end badly. In the north it was even {lower~higher} at 4%."),
    ("en", "8% of visits to the south end badly. In the north it was even more{ striking: a mere~ at} 4%."),
    ("ru", "На юге жалуются 8 % клиентов. На севере жалуются ещё {реже~чаще} – 4 %."),
]
SOUND = [
    ("lv", "Par portālu zina 8 % klientu. Vēl vairāk, 4 % to lieto."),
    ("en", "8% come by bus and 9% by tram. In the north it was even more at 4%."),
    ("en", "8% come by bus. In the north it was even more in 2022, at 4%."),
    ("en", "8% come by bus. In the north it was even higher a year ago, at 4%."),
    ("en", "8% come by bus.\n\nIn the north it was even more at 4%."),
    ("en", "92% are satisfied with the bus. In the north even more (4%) are dissatisfied with the tram."),
    ("en", "Even more in the north, where 8% come by bus, than in the south (4%)."),
    ("en", "9% of all women work here, but only 63% of all men know it."),
    ("en", "9% work here, but just as many, or 63%, know it."),
    ("en", "9% work here. But who they are only 63% know."),
    ("lv", "Viszemāk vērtē gaidīšanu – 35 % ir neapmierināti. Visaugstāk vērtē attieksmi – 5 % ir neapmierināti."),
    ("lv", "Viszemāk vērtē gaidīšanu – 35 % deva 1–4 punktus. Visaugstāk vērtē attieksmi – 5 % deva 1–4 punktus."),
    ("lv", "Viszemāk vērtē gaidīšanu – 35 % deva zemas atzīmes. Visaugstāk vērtē attieksmi – 5 % deva zemas atzīmes."),
    ("lv", "Visbiežāk klienti brauc ar autobusu (31 %). Visbiežāk klienti nāk no rītiem (45 %)."),
    ("lv", "Visbiežāk klienti brauc ar autobusu (31 %). Viszemāk klienti novērtē rindas (45 %)."),
    ("lv", "Visaugstāk novērtēta attieksme (65 %). Viszemāk no visiem telpu ērtumiem klientiem patika krēsli (89 %)."),
    ("lv", "Visaugstāk novērtēta attieksme (65 %).\n\nViszemāk novērtēts telpu ērtums (89 %)."),
    ("lv", "Visaugstāk novērtēta attieksme (65 %). Viszemāk novērtēts ērtums (vidēji 9,2 punkti)."),
    ("lv", "Visaugstāk novērtēta attieksme (65 % deva 10). Viszemāk novērtēts ērtums (89 % deva 9 vai 10)."),
    ("lv", "Attiecībā uz telpām visaugstāk novērtēta zāle (65 %). Viszemāk novērtēta attieksme (89 %)."),
    ("en", "For speed, the highest rated was the staff (65%). The lowest rated were the rooms (89%)."),
    ("lv", "Visaugstāk novērtēta attieksme (vidēji 9,2 punkti). Viszemāk novērtēts ērtums (65 %)."),
    ("en", "31% named distance, but 67% a lack of time; the least common was the noise."),
    ("en", "The most common reasons were rent (31%), noise (10%), dust (9%), cold (24%) and heat (12%)."),
    ("en", "Among staff the highest rated was pay (65%). The lowest rated were the rooms (89%)."),
    ("en", "One of the highest rated was the staff (65%). The lowest rated were the rooms (89%)."),
    ("en", "The highest rated was the staff (65%). In 2022 the lowest rated were the rooms (89%)."),
    ("en", "The highest rated was the staff (65%). They work here. They like it. The lowest rated were the rooms (89%)."),
    ("en", "45% have a card, and 20% of them use it daily, which is the most common use."),
    ("en", "45% have a card, but 20% of them use it daily, which is the most common use."),
    ("en", "45% have a card; 20% read at home, which is the most common place."),
    ("en", "The most common reasons were rent (31%), noise (17%) and dust (24%)."),
    ("en", "People came from Riga (25%), Liepaja (12%), Ogre (17%) and Talsi (6%)."),
    ("en", "The most common reasons were rent (31%), noise (17%), dust (24%), cold (9%) and heat (12%)."),
    ("en", "The most common reasons were rent (31%), noise (17%), cold (9%) and other reasons (24%)."),
    ("lv", "Lielākā daļa klientu brauc ar autobusu (51 %), velosipēdu (17 %), tramvaju (24 %) un auto (9 %)."),
    ("en", "In the main building people came by bus (31%), bicycle (17%), tram (24%) and car (9%)."),
    ("en", "The most common ages were old (31%), young (17%), women (24%) and men (9%)."),
    ("en", "People came from Riga (2%), Liepaja (4%), Ogre (5%), Talsi (6%), Saldus (7%), Tukums (14%) and Cesis (25%)."),
    ("en", "The most common reasons were rent (31%), noise (17%, and with dust 24%) and cold (9%)."),
]
# fmt: on


def _told(lang: str, words: str) -> list[str]:
    found = audit(read_plain("a.md", f"# X\n\n{METHOD[lang]}\n\n{words}\n", lang))
    return [item.rule for item in found if item.rule == "rank-word"]


@pytest.mark.parametrize(("lang", "words"), CASES)
def test_an_end_that_the_other_denies_is_told_once(lang, words):
    assert _told(lang, MARK.sub(r"\1", words)) == []
    assert _told(lang, MARK.sub(r"\2", words)) == ["rank-word"]


@pytest.mark.parametrize(("lang", "words"), SOUND)
def test_ends_of_two_measures_or_of_ill_are_silent(lang, words):
    assert _told(lang, words) == []
