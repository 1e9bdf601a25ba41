"""Majority words and the share that closes their clause; and shares that are none of theirs."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

HEAD = {
    "en": "We asked 1000 respondents in 2024. The margin of error is 3 percentage points.",
    "lv": "2024. gadā aptaujāti 1000 respondenti. Statistiskā kļūda ir 3 procentpunkti.",
    "ru": "В 2024 году опрошено 1000 респондентов. Погрешность составляет 3 процентных пункта.",
}
FALSE = [
    (
        "The most common sector was finance (46%), but a minority of respondents work outside "
        "of the public one (54%)."
    ),
    "Tests are mostly run at night (84%), with a majority running them on the spot too (22%).",
    (
        "Once more the minority of our respondents felt at ease talking of technical things "
        "in English at 92.7%."
    ),
    (
        "A vast minority of our respondents felt at ease talking of technical things in "
        "English (93%), followed by Welsh (7%)."
    ),
    "Vairākums respondentu savu pieteikumu šogad iesniedza pa pastu no mājām (22 %).",
    "Меньшинство респондентов подавали своё заявление в этом году по почте из дома (78 %).",
    "A minority of respondents use either buses (59%) or trams (52%) when they come to us.",
    "A majority of respondents use either buses (29%) or trams (12%) when they come to us.",
    "A majority of respondents use buses (29%), trams (12%) or trains (5%) when they come to us.",
    "Mazākā daļa respondentu pie mums brauc ar autobusu (59 %) vai ar tramvaju (52 %).",
    "Lielākā daļa respondentu brauc vai nu ar autobusu (29 %), vai arī ar tramvaju (12 %).",
    "Меньшинство клиентов приезжают к нам на автобусе (59 %) или на трамвае (52 %).",
    "Большинство клиентов приезжают либо на автобусе (29 %), либо на трамвае (12 %).",
]
SOUND = [
    (
        "The most common sector was finance (46%), but a majority of respondents work outside "
        "of the public one (54%)."
    ),
    (
        "A majority of respondents came to the office of their own town by bus (43%), by car "
        "(30%) or on foot (9%)."
    ),
    "A majority of those who came to the office of their own town by bus (43%) were content.",
    "The majority of our respondents use it at work, which some do every day (22%).",
    "A majority of respondents in the office of their own town answered by car or on foot (43%).",
    "A minority of our respondents felt at ease talking of technical things in Welsh at 7%.",
    "Vairākums respondentu savu pieteikumu šogad iesniedza pa pastu no mājām (78 %).",
    "Меньшинство респондентов подавали своё заявление в этом году по почте из дома (22 %).",
    "A minority of respondents use either buses (29%) or trams (12%) when they come to us.",
    "A majority of respondents use either buses (39%) or trams (32%) when they come to us.",
    "A majority of respondents use buses (29%), trams (12%) and bikes (15%) to come to us.",
    "A minority of those who use either buses (59%) or trams (52%) were content.",
    "A majority of those in the town use either buses (29%) or, like all others, trams (12%).",
    "A minority of the clients live in the towns where buses (59%) or trams (52%) stop.",
    (
        "A minority of respondents came to our oldest office in the town by bus (29% of them), "
        "though all others have used one at least once (52%)."
    ),
    "A minority of respondents use buses (29%) or trams (52% of those who live in the town).",
    "A minority of respondents live in towns with a turnout of 54%.",
    "A minority of respondents felt at ease in English at 54% of our offices.",
    "A minority of respondents praised in writing the work of most of the clerks (54%).",
    (
        "Respondents told our interviewers in the street of a majority of neighbours served "
        "at once at home on weekdays (22%)."
    ),
    "A majority of clients were content with the service among women (22%).",
    "Mazākā daļa respondentu pie mums brauc ar autobusu (29 %) vai ar tramvaju (12 %).",
    "Lielākā daļa respondentu brauc vai nu ar autobusu (39 %), vai arī ar tramvaju (32 %).",
    "Lielākā daļa respondentu brauc gan ar autobusu (59 %), gan ar tramvaju (52 %).",
    "Меньшинство клиентов приезжают к нам на автобусе (29 %) или на трамвае (12 %).",
    "Большинство клиентов приезжают либо на автобусе (39 %), либо на трамвае (32 %).",
]


def _language(words: str) -> str:
    if any("а" <= letter <= "я" for letter in words.lower()):
        return "ru"
    return "lv" if "respondentu" in words else "en"


def _told(words: str) -> list[str]:
    report = f"# 2024\n\n{HEAD[_language(words)]}\n\n{words}\n"
    return [found.rule for found in audit(read_plain("x.md", report))]


@pytest.mark.parametrize("words", FALSE)
def test_a_share_that_closes_the_clause_is_of_its_majority(words):
    assert "majority-word" in _told(words)


@pytest.mark.parametrize("words", SOUND)
def test_what_is_true_or_told_of_others_is_silent(words):
    assert "majority-word" not in _told(words)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("A vast majority were content (55%).", "not so large"),
        ("A minority were content (55%).", "less than half"),
        ("A majority were content (45%).", "more than half"),
    ],
)
def test_the_sentence_says_what_the_word_means(words, why):
    report = f"# 2024\n\n{HEAD['en']}\n\n{words}\n"
    told = [f for f in audit(read_plain("x.md", report)) if f.rule == "majority-word"]
    assert [why in found.why("en") for found in told] == [True]
