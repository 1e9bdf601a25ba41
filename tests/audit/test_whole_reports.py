# ruff: noqa: E501 - sentences are kept whole
"""What surveys of communities and libraries print whole: brackets in prose, the rest, ties, retellings.

Each sentence is invented; `{right~wrong}`: the right one must pass, the wrong one be told.
"""

from __future__ import annotations

import re

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

MARK = re.compile(r"\{([^{}~]*)~([^{}~]*)\}")
ASKED = {
    "lv": "# Lietotāju aptauja\n\nAtbildēja 164 cilvēki.\n\n",
    "en": "# Survey of users\n\n164 people answered.\n\n",
    "ru": "# Опрос пользователей\n\nОтветили 164 человека.\n\n",
}


def rules(words, lang, side):
    body = MARK.sub(lambda match: match[side], words)
    return {item.rule for item in audit(read_plain("a.md", ASKED[lang] + body, lang))}


TOLD = [
    (
        "en",
        "rank-word",
        "Handbooks ({59%~55%}) were voted the number one weak spot of the whole toolkit, closely followed by worked examples (57%).",
    ),
    (
        "en",
        "rank-word",
        "Handbooks (55%) are the weakest spot, followed by examples (50%) and tied for third place, setting up ({36%~39%}) and upgrading (36%).",
    ),
    ("en", "rank-word", "Third place is shared by setting up (39%) and upgrading ({39%~31%})."),
    ("lv", "rank-word", "Trešo vietu dala uzstādīšana (39 %) un atjaunināšana ({39~31} %)."),
    ("ru", "rank-word", "Третье место делят установка (39 %) и обновление ({39~31} %)."),
    ("ru", "rank-word", "Одинаково часто назвали установку (39 %) и обновление ({39~31} %)."),
    (
        "en",
        "sum-of-answers",
        "{51~61}% said their team stayed the same, 38% said it had grown, and only 11% said it was shrinking.",
    ),
    (
        "lv",
        "sum-of-answers",
        "{51~61} % atzina, ka komanda nav mainījusies, 38 % – ka tā palielinājusies, un tikai 11 % – ka tā samazinājusies.",
    ),
    (
        "ru",
        "sum-of-answers",
        "{51~61} % сказали, что команда не изменилась, 38 % – что она выросла, и лишь 11 % – что она уменьшилась.",
    ),
    (
        "en",
        "sum-of-answers",
        "82% have no plan for handing it over, and it is known to one person for 39% of respondents, to two for {36~46}%, and to three or more for the remaining 25%.",
    ),
    (
        "lv",
        "sum-of-answers",
        "Lietotāju aptaujā 39 % bija viena ierīce, {36~46} % divas, atlikušajiem 25 % trīs vai vairāk.",
    ),
    (
        "ru",
        "sum-of-answers",
        "Одно устройство у 39 %, два у {36~46} %, оставшиеся 25 % назвали три и больше.",
    ),
    (
        "en",
        "sum-of-answers",
        "115 chose male to describe themselves, while 19 chose female, 6 chose “prefer not to say”, and {24~34} did not answer.",
    ),
    ("lv", "sum-of-answers", "115 bija vīrieši, 25 sievietes, {24~34} dzimumu nenorādīja."),
    ("ru", "sum-of-answers", "115 указали мужской пол, 25 женский, {24~34} не ответили."),
    (
        "en",
        "sum-of-answers",
        "The replies came from a community made up of people from North America (43%), Europe ({34~64}%) and Asia (10%).",
    ),
    (
        "en",
        "two-values",
        "42% are employed without an end date as long as sponsors pay, 40% without one on core funds, and 15% for a fixed term.\n\n## Talks to come\n\nGiven that {42~45}% of our helpers are employed without an end date as long as sponsors pay, what would help?",
    ),
    (
        "en",
        "fraction-word",
        "Of the 83 readers who wrote to us, {more~less} than half (51) saw no gap in the stock.",
    ),
    (
        "lv",
        "fraction-word",
        "No 83 lasītājiem, kuri rakstīja, {vairāk~mazāk} nekā puse (51) krājumā trūkumu neredzēja.",
    ),
    (
        "ru",
        "fraction-word",
        "Из 83 читателей, которые нам написали, {больше~меньше} половины (51) недостатков не увидели.",
    ),
    (
        "en",
        "count-and-percent",
        "## Campus\n\n| Campus | count | percent |\n|---|---|---|\n| Main | 122 | 74.4 |\n| Law | {42~38} | 25.6 |\n| Total | 164 | 100.0 |",
    ),
]


@pytest.mark.parametrize(
    "case", TOLD, ids=[f"{lang}-{rule}-{i}" for i, (lang, rule, _) in enumerate(TOLD)]
)
def test_a_fault_of_whole_reports_is_told_and_its_sound_twin_passes(case):
    lang, rule, words = case
    assert rule not in rules(words, lang, 1)
    assert rule in rules(words, lang, 2)


SOUND = [  # what was taken amiss, and look-alikes of what is told above
    "51% came by bus, 38% on foot, and 11% by bicycle.\n\n## Titles\n\nOnly 15% of respondents had a season ticket in their purse.",
    "Handbooks (55%) came late to the toolkit and worked examples were, for many, followed by talks (57%).",
    "10% came by car. 30% came on foot, 35% by bus, and the remaining 25% by bicycle.",
    "Close to 65% use the new one, 9.2% the one before, and the remaining 26.7% something older still.",
    "Almost tied for third place are setting up (39%) and upgrading (38%).",
    "43% come from North America, and the team that is made up of helpers was praised by women (63%) and men (58%).",
    "Half of the older readers (51) saw no gap; of the 83 who wrote, 40 live in town.",
]


@pytest.mark.parametrize("words", SOUND, ids=range(len(SOUND)))
def test_sound_passages_of_whole_reports_pass(words):
    assert rules(words, "en", 1) == set()


@pytest.mark.parametrize(
    "words",
    [
        "There were a total of 80 responses. Most were kind.\n\nOf the 83 respondents to the question about the stock, half saw no gaps.",
        "Only a minority of the respondents (39%) consider themselves professional builders, and most have been building for years. 52% conduct testing of what they build, while 35% have users do the testing, and 7% do no testing.",
    ],
)
def test_what_answered_one_question_and_only_a_minority_deny_nothing(words):
    assert audit(read_plain("a.md", words, "en")) == []


def test_who_was_asked_knows_an_abbreviation_that_stands_in_the_question():
    told = "62% of users have between 11 and 250 QFNs in their largest store."
    asked = f"## How many QFNs do you have? (single choice)\n\n{told}"
    assert "abbreviation-undefined" not in rules(
        f"{asked}\n\nMost of them keep each QFN for years.", "en", 1
    )
    assert "abbreviation-undefined" in rules(
        f"{told}\n\nMost of them keep each QFN for years.", "en", 1
    )


ROUNDED = {
    "lv": "64 % lietotāju strādā lielos uzņēmumos, kas ir par 11 % vairāk nekā 2020. gadā.\n\n## Uzņēmumi\n\nLielos uzņēmumos strādā 64 % lietotāju, 2020. gadā – 52,7 %.",
    "en": "64% of users work for big companies, which is an 11 percent increase compared to 2020.\n\n## Companies\n\n64% of users work for big companies, compared to 52.7% in 2020.",
    "ru": "В крупных компаниях работают 64 % пользователей, это на 11 % больше, чем в 2020 году.\n\n## Компании\n\nВ крупных компаниях работают 64 % пользователей, в 2020 году – 52,7 %.",
}


@pytest.mark.parametrize("lang", sorted(ROUNDED))
def test_points_that_were_rounded_are_points_all_the_same(lang):
    relative = {"lv": "par 21 %", "en": "a 21 percent", "ru": "на 21 %"}[lang]
    sound = re.sub(r"par 11 %|an 11 percent|на 11 %", relative, ROUNDED[lang])
    assert "percent-for-points" in rules(ROUNDED[lang], lang, 1)
    assert "percent-for-points" not in rules(sound, lang, 1)


def test_how_large_a_company_is_counts_nobody_who_was_asked():
    words = "# Survey\n\n210 people answered.\n\n64% of users work for companies with 200+ employees.\n\n## Companies\n\n64% of users who responded work for companies bigger than 200 employees."
    assert audit(read_plain("a.md", words, "en")) == []
