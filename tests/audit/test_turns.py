# ruff: noqa: E501
"""Courses that turn, shares of all and of groups in words, idle abbreviations, counts out of a number."""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

WAVES = {
    "en": "Reader survey 2024\n\nIn May 2024 we interviewed 700 readers drawn at random.\n\nOpening hours\n\n"
    'We asked: "Are you content with the opening hours?" The share answering "yes" was\n\n'
    "  2020    58%\n  2022    {}%\n  2024    70%\n\n{}\n",
    "lv": "Lasītāju aptauja 2024\n\n2024. gada maijā intervēja 700 nejauši izraudzītus lasītājus.\n\nDarba laiks\n\n"
    "Jautājums: «Vai Jūs apmierina darba laiks?» To lasītāju īpatsvars, kuri atbildēja «jā»:\n\n"
    "  2020    58 %\n  2022    {} %\n  2024    70 %\n\n{}\n",
    "ru": "Опрос читателей 2024\n\nВ мае 2024 года опросили 700 случайно отобранных читателей.\n\nЧасы работы\n\n"
    "Вопрос: «Довольны ли вы часами работы?» Доля ответивших «да»:\n\n"
    "  2020    58 %\n  2022    {} %\n  2024    70 %\n\n{}\n",
}
DIPS = [
    ("en", "Contentment with the hours slipped in 2022 and then recovered."),
    ("en", "After a dip in 2022 the share of the content rose again."),
    ("en", "The share first fell and later grew."),
    ("lv", "Darba laika vērtējums 2022. gadā kritās un pēc tam atkal pieauga."),
    ("lv", "Pēc krituma 2022. gadā apmierināto īpatsvars atkal audzis."),
    ("ru", "Доля довольных в 2022 году снизилась, а затем выросла."),
    ("ru", "После падения в 2022 году доля довольных увеличилась."),
]


def rules(text: str, name: str = "x.md") -> set[str]:
    return {item.rule for item in audit(read_plain(name, text))}


@pytest.mark.parametrize(("lang", "claim"), DIPS)
def test_a_course_that_turns_is_held_against_all_waves(lang, claim):
    assert "trend-word" not in rules(WAVES[lang].format(51, claim), "x.txt")
    assert "trend-word" in rules(WAVES[lang].format(64, claim), "x.txt")


BUSES = """# Passenger survey 2024

We interviewed 900 passengers in May 2024; the margin of error at the 95% level is ±3.3 points.

## Weekends

We asked: "Are you satisfied with the buses at weekends?" Among urban passengers (n=500) 60% said yes; among rural passengers (n=400) the share was 38%.

## Overall

"Overall, are you satisfied with the bus?" The table gives those who answered yes.

| Line | n | % |
|---|---|---|
| North line | 300 | 80 |
| South line | 300 | 62 |
| Ring line | 300 | 68 |
| All | 900 | 70 |

## Conclusions

{}
"""


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("A majority of rural passengers are satisfied with the buses at weekends.", True),
        ("Fewer than half of rural passengers are satisfied with the buses at weekends.", False),
        ("Four fifths of all passengers are satisfied with the bus overall.", True),
        ("Seven in ten of all passengers are satisfied with the bus overall.", False),
    ],
)
def test_words_for_a_share_are_held_against_a_group_told_in_prose_and_the_row_of_all(claim, wrong):
    assert bool(rules(BUSES.format(claim)) & {"fraction-word", "majority-word"}) == wrong


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (
            "The survey preceded the household waste centre (HWC). It closes at six.",
            "abbreviation-unused",
        ),
        ("The survey preceded the household waste centre (HWC). The HWC closes at six.", ""),
        (
            "It was done by the Regional Transport Data Office (RTDO). RTOD asked 300 people.",
            "abbreviation-slip",
        ),
        ("Iestādes vērtēja šādi: VID 70 %, PLMP 52 %, VSAA 40 %.", "abbreviation-slip"),
    ],
)
def test_idle_abbreviations_and_slips_of_those_that_everybody_knows(words, rule):
    found = {one for one in rules(f"# 2024\n\n{words}\n") if one.startswith("abbreviation")}
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("amount", "wrong"), [("by 10%", True), ("by 10 percentage points", False), ("by half", False)]
)
def test_counts_out_of_a_number_are_levels_too(amount, wrong):
    text = f"# Clients 2024\n\nIn 2024 the portal was used by 120 of 400 clients, in 2022 by 80 of 400. Use of it has risen {amount}.\n"
    assert ("percent-for-points" in rules(text)) == wrong


def test_results_set_in_above_a_sentence_are_a_list_and_what_is_beside_them_an_earlier_wave():
    text = (
        "Kalnupe, 2024\n\nAptaujāti 500 iedzīvotāji, tikpat 2022. gadā.\n\nJ1. «Vai šķirojat atkritumus?»\n"
        "    jā – 62 % (2022. gadā 49 %)\n    nē – 38 % (2022. gadā 51 %)\nŠķiro {}.\n"
    )
    assert "fraction-word" in rules(
        text.format("vairāk nekā trīs ceturtdaļas iedzīvotāju"), "x.txt"
    )
    assert rules(text.format("nepilnas divas trešdaļas iedzīvotāju"), "x.txt") <= {
        "missing-interval"
    }


CLINIC = """# Patient survey 2024

We interviewed 600 patients drawn at random in May 2024; the margin of error at the 95% level is ±4.0 points.

## Visits

"Were you content with the doctor?" Yes 84%, no 16%.

"How did you book?" By telephone 61%, on the website 29%, in person 10%.

## Recommendations

1. Keep the telephone line open in the evening, since 61% book by telephone.
2. {}
"""


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("Patients praise the new laboratory, where samples are taken without queues.", True),
        ("Fit lifts, as patients have asked us to.", True),
        ("Patients praise the doctors.", False),
        ("Patients would rather book by telephone than on the website.", False),
        ("Keep the website, on which 29% book.", False),
        ("Ask patients next year why they book in person.", False),
    ],
)
def test_claims_among_recommendations_rest_on_results(claim, wrong):
    assert ("summary-without-body" in rules(CLINIC.format(claim))) == wrong


@pytest.mark.parametrize(
    ("claim", "wrong"),
    [
        ("The younger tenants do so twice as often.", False),
        ("The younger tenants do so four times as often.", True),
        ("Older and younger tenants lie 26 points apart.", False),
        ("Older and younger tenants lie 36 points apart.", True),
    ],
)
def test_of_two_age_groups_one_name_is_enough(claim, wrong):
    words = (
        "Of 1,050 tenants, 52 per cent of those aged 35 to 54 and 26 per cent of those aged 55"
        f" and over pay by phone.\n\n{claim}\n"
    )
    found = {item.rule for item in audit(read_plain("x.txt", words))}
    assert ("value-difference" in found) is wrong


@pytest.mark.parametrize(("claim", "wrong"), [("вдвое", True), ("втрое", False)])
def test_the_youngest_and_the_oldest_of_three_age_groups_are_its_ends(claim, wrong):
    table = "| Возраст | Платят телефоном, % |\n|---|---|\n| 18–34 | 60 |\n| 35–54 | 39 |\n| 55 и старше | 20 |\n"
    claim = f"Самые молодые платят телефоном {claim} чаще самых пожилых."
    assert ("value-difference" in rules(f"Опросили 900 жителей.\n\n{table}\n{claim}\n")) is wrong


def test_counts_and_shares_of_one_list_that_make_too_much_are_told_once():
    table = "| Answer | People | % |\n|---|---|---|\n| Yes | 240 | 60 |\n| No | 140 | 35 |\n| Cannot say | {} |\n| All | 400 | 100 |\n"
    text = "We asked 400 readers.\n\nDo you like the hours? One answer was to be given.\n\n"
    right, wrong = (
        [item.rule for item in audit(read_plain("x.md", text + table.format(last)))]
        for last in ("20 | 5", "60 | 15")
    )
    assert "sum-of-answers" not in right
    assert wrong.count("sum-of-answers") == 1
