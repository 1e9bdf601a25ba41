# ruff: noqa: E501 - sentences are kept whole
"""Press texts about surveys: what newsrooms write is passed, and the fault beside it is found.

Invented sentences in the manner of agencies, pollsters and municipalities, in three languages: each
pair has one construction, once sound and once with its fault.
"""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

ASKED = {
    "lv": "2024. gada maijā aptaujāti 800 iedzīvotāji. Kļūdas robeža ir 3,5 procentpunkti.",
    "en": "In May 2024 we interviewed 800 residents. The margin of error is 3.5 percentage points.",
    "ru": "В мае 2024 года опрошено 800 жителей. Погрешность 3,5 процентного пункта.",
}
PAIRS = (  # language, rule, sound, faulty
    (  # no `55 līdz 74` is a number of those who were asked
        "lv",
        "small-cell",
        "Aptauja internetā.\n\nIedzīvotājiem vecumā no 55 līdz 74 gadiem - šo respondentu vidū 61% jūras peldvietas slavē. Tikmēr 3% atbildēt nevarēja.",
        "Aptauja internetā. Atbildēja visi 55 respondenti.\n\nPeldvietas slavē 61% respondentu. Tikmēr 3% atbildēt nevarēja.",
    ),
    (  # a clause tells on of the group of the clause before
        "lv",
        "two-values",
        f"{ASKED['lv']}\n\nTramvaju drīzāk izvēlas 20% pilsētnieku, bet 24% par maršrutu viedokli nepauda.\n\nPēc dzimuma: tramvaju izvēlas 19% vīriešu un 20% sieviešu, bet vēl 16% vīriešu un 28% sieviešu par maršrutu viedokli nepauda.",
        f"{ASKED['lv']}\n\nTramvaju drīzāk izvēlas 20% respondentu. Par maršrutu viedokli nepauda 24%.\n\nKopumā par maršrutu viedokli nepauda 31% respondentu.",
    ),
    (  # two surveys of two years, each told in a paragraph of its own
        "lv",
        "two-values",
        "2020. gada rudenī notika pirmā aptauja. Bibliotēkas darba laiku labi vērtē 81% lasītāju.\n\n2022. gada rudenī notika otrā aptauja. Bibliotēkas darba laiku labi vērtē 57% lasītāju.",
        "2022. gada rudenī notika aptauja. Bibliotēkas darba laiku labi vērtē 81% lasītāju.\n\nAptauja bija anonīma. Bibliotēkas darba laiku labi vērtē 57% lasītāju.",
    ),
    (  # the rest of a question of which one half is told before
        "lv",
        "sum-of-answers",
        f"{ASKED['lv']}\n\nNeapmierināti ar ceļiem ir 32%.\n\nSavukārt apmierināti ar ceļiem ir 65%. Pilnīgi apmierināti ir 14% respondentu, bet 51% – drīzāk apmierināti. Pārējiem 3% viedokļa nav.",
        f"{ASKED['lv']}\n\nVai ar ceļiem esat apmierināti? Pilnīgi apmierināti ir 14% respondentu, bet 51% – drīzāk apmierināti. Pārējiem 13% viedokļa nav.",
    ),
    (  # `they note, that …` asks nothing, and a service each is no list of answers
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nБольшинство отмечают, что ничего важного не изменилось в работе почты (82%), аптек (73%) и рынка (61%).",
        "Опрошено 800 жителей.\n\nЧто мешает ездить на велосипеде? Погода (82%), плохие дороги (73%), кражи (61%).",
    ),
    (
        "ru",
        "sum-of-answers",
        "Опрошено 800 жителей.\n\nО том, что двор стал чище, чаще говорили молодые жители (71%), жители центра (74%), мужчины (70%).",
        "Опрошено 800 жителей.\n\nНа вопрос, что стало лучше, назвали двор (71%), подъезд (74%), крышу (70%).",
    ),
    (
        "en",
        "sum-of-answers",
        "We interviewed 800 residents.\n\nMost respondents note, what is plain to see, that nothing changed at the post office (82%), the chemist's (73%) and the market (61%).",
        "We interviewed 800 residents.\n\nWhat keeps you from cycling? The weather (82%), bad roads (73%), theft (61%).",
    ),
    (  # the attitude that grows is told by those who agree less
        "lv",
        "trend-word",
        f"{ASKED['lv']}\n\nRedzams kritiskas attieksmes pieaugums: tam, ka skola gādā par visiem, piekrīt mazāk jauniešu – no 84 procentiem 2022. gadā uz 79 procentiem 2024. gadā.",
        f"{ASKED['lv']}\n\nRedzams atbalsta pieaugums: tam, ka skola gādā par visiem, piekrīt vairāk jauniešu – no 84 procentiem 2022. gadā uz 79 procentiem 2024. gadā.",
    ),
)


def rules_of(words, lang):
    return {found.rule for found in audit(read_plain("a.md", f"# X\n\n{words}\n", lang))}


@pytest.mark.parametrize("pair", PAIRS, ids=[f"{lang}-{rule}" for lang, rule, *_ in PAIRS])
def test_a_newsroom_construction_is_passed_and_its_fault_found(pair):
    lang, rule, sound, faulty = pair
    assert rule not in rules_of(sound, lang)
    assert rule in rules_of(faulty, lang)
