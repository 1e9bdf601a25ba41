# ruff: noqa: E501 - sentences are kept whole
"""What long reports of communities print and audits of them took amiss: a sound text, and a faulty one like it."""

from __future__ import annotations

import pytest

from atbalss.audit.claims import Claims
from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit
from atbalss.audit.text import Kind

PAIRS = (
    (
        "en", "fraction-word",
        "Two thirds of our readers use the app (23% often, 41% now and then).",
        "Two thirds of our readers use the app (23% often, 12% now and then).",
    ),
    (
        "lv", "fraction-word",
        "Lietotni izmanto divas trešdaļas lasītāju (23 % bieži, 41 % šad tad).",
        "Lietotni izmanto divas trešdaļas lasītāju (23 % bieži, 12 % šad tad).",
    ),
    (
        "ru", "fraction-word",
        "Приложением пользуются две трети читателей (23 % часто, 41 % время от времени).",
        "Приложением пользуются две трети читателей (23 % часто, 12 % время от времени).",
    ),
    (
        "en", "fraction-word",
        "Only 16% play it daily, with more than half of them playing briefly (20% of the day or less).",
        "Only 16% play it daily, with more than half of readers playing briefly (20%).",
    ),
    (
        "en", "trend-word",
        "In comparison to last year, the share answering yes has increased to 25.8% from 23.5%.",
        "In comparison to last year, the share answering yes has increased to 23.5% from 25.8%.",
    ),
    (
        "en", "joint-above-part",
        "Some 46% use it both at work and at home. The rest use it at work (27%) and at home (27%).",
        "Some 46% use it both at work and at home. They use it at work (61%) and at home (27%).",
    ),
    (
        "en", "impossible-percent",
        "Six of the eleven branches lost nothing, and of those with losses, none were greater than 19%.",
        "Of the eleven branches, 19% lost nothing.",
    ),
    (
        "en", "untested-change",
        "In May 684 people answered. As few as 0.9% never come, decreasing a further 1% since last year.",
        "In May 684 people answered. As few as 0.9% never come, decreasing from 1.1% last year.",
    ),
    (
        "en", "untested-change",
        "The survey ran until the 31st of July 2018. The share of members has grown from 43% to 47% since 2017.",
        "In July 2018, 231 people answered the survey. The share of members has grown from 43% to 47% since 2017.",
    ),
    (
        "en", "sum-of-answers",
        "# Survey\n\n## What editor(s) do you use?\n\n- Kate - 54%\n- Atom - 32.2%\n- Nano - 28.8%\n- Ed - 8.4%",
        "# Survey\n\n## Why do you come?\n\n- Work - 54%\n- Books - 32.2%\n- Friends - 28.8%\n- Rest - 8.4%",
    ),
    (
        "en", "fraction-word",
        "The share of old versions has decreased by over half (27% last year to 11% this year).",
        "Over half still use old versions (27% last year, 11% this year).",
    ),
    (
        "en", "majority-word",
        "The majority of readers come only rarely (25% of the time or less).",
        "The majority of readers come only rarely (25%).",
    ),
    (
        "en", "joint-above-part",
        "Tea is drunk by 52% and coffee by 27%. Satisfaction with tea and coffee was both 77%.",
        "Tea is drunk by 52% and coffee by 27%. Both are drunk by 77%.",
    ),
    (
        "en", "value-difference",
        "Some 23% can knit (a decrease of 6 points from 2022), 28% can sew (an increase of 1 point), and 47% can cook, up from 42% in 2022.",
        "Cooks were 42% in 2022 and are 47% now, an increase of 9 points.",
    ),
    (
        "en", "two-values",
        "# Branches\n\nThe old catalogue is used by 28.9% of the libraries in town.\n\nIf weighted by turnover, the old catalogue is used by 18.5% of the libraries in town.",
        "# Branches\n\nThe old catalogue is used by 28.9% of the libraries in town.\n\nThe old catalogue is used by 18.5% of the libraries in town.",
    ),
    (
        "en", "untested-change",
        "We heard from 412 sites. Over 25% of the sites hold more than 10 Petabytes, and use of 50 GbE more than doubles.",
        "We heard from 412 sites. In 2024 412 sites answered. The share of large sites has grown from 25% in 2023 to 27% in 2024.",
    ),
    (
        "en", "sum-of-answers",
        "# Survey\n\n## Where do you read?\n\nMulti select.\n\n- Home: 76%\n- Work: 49%\n- Train: 18%\n- Bath: 7%",
        "# Survey\n\n## Why do you come?\n\n- Work - 54%\n- Books - 32.2%\n- Friends - 28.8%\n- Rest - 8.4%",
    ),
    (
        "en", "sum-of-answers",
        "# Survey\n\nWhich of these are you? (one answer)\n\n- Reader: 89.7%\n- Author: 1.5%\n- Other: 8.8%, that is:\n    - Editor: 4.3%\n    - Printer: 3%\n    - Seller: 1.5%",
        "# Survey\n\nWhich of these are you? (one answer)\n\n- Reader: 89.7%\n- Author: 11.5%\n- Other: 8.8%",
    ),
    (
        "en", "value-difference",
        "Of those who left, 36% named the hours, which is a 10 point decrease from last year. We also asked whether they might come back: 63% would.",
        "The hours were named by 36% last year and by 63% this year. That is an increase of 10 points.",
    ),
    (
        "lv", "sum-of-answers",
        "61 % lasītāju sveicienu vēlētos saņemt kartītē, taču realitātē tikai 16 % to tā sūta, 45 % zvana un 13 % raksta.",
        "Kāpēc jūs šurp nākat?\n\nDarba dēļ nāk 61 %, grāmatu dēļ 56 %, draugu dēļ 45 % un miera dēļ 33 %.",
    ),
)  # fmt: skip
PICTURES = "\n\n".join(f"![](figure-{place}.png)" for place in range(6))


def rules(words, lang, name="a.md"):
    return [item.rule for item in audit(read_plain(name, words, lang))]


@pytest.mark.parametrize(
    "pair", PAIRS, ids=[f"{pair[0]}-{pair[1]}-{at}" for at, pair in enumerate(PAIRS)]
)
def test_what_long_reports_print_is_passed_and_its_fault_found(pair):
    lang, rule, sound, faulty = pair
    assert rule not in rules(sound, lang)
    assert rule in rules(faulty, lang)


def test_what_is_drawn_alone_is_no_list_to_judge_by_elimination():
    report = (
        "# Our readers\n\nMost were content with the library (90% content, 6% not content).\n\n{}\n\n"
        "A majority of readers from every branch come for books."
    )
    assert "rank-word" not in rules(report.format(PICTURES), "en")
    drawn = (Claims(read_plain("a.md", report.format(some))).drawn for some in (PICTURES, ""))
    assert list(drawn) == [True, False]


def test_those_who_do_not_are_not_those_who_do():
    lead = "Aptauja: puse lasītāju ir apmierināti ar krājumu\n\nAptaujā piedalījās 974 lasītāji. "
    split = "Gandrīz trešdaļa jeb 32 % lasītāju nav apmierināti ar krājumu: 15 % tas neapmierina pilnībā, bet 17 % drīzāk neapmierina."
    assert rules(lead + split, "lv", "a.txt") == []


def test_links_to_chapters_are_a_list_of_contents():
    links = "\n".join(
        f"- [{name} is the best of them](#{name})" for name in ("Tea", "Milk", "Kvass")
    )
    table = "| Drink | Share |\n|---|---|\n| Tea | 21% |\n| Milk | 33% |\n| Kvass | 40% |"
    assert (
        rules(
            f"# Drinks\n\n{links}\n\nWhich do you like best? (one answer)\n\n{table}", "en"
        ).count("rank-word")
        == 0
    )


def test_headings_of_a_page_within_markdown_begin_chapters():
    read = read_plain(
        "a.md", '# Report\n\n  <h3 id="q1">Why do you read?</h3>\n\nFor joy, say 41%.\n', "en"
    )
    assert [block.text for block in read.blocks if block.kind is Kind.HEADING] == [
        "Report",
        "Why do you read?",
    ]


def test_a_count_of_nobody_is_no_base():
    assert rules("Of the 0 readers who wrote, 0 of 0 (0%) complained.", "en") == []


def test_who_asked_is_a_name_and_no_abbreviation_to_be_explained():
    words = "Pusei lasītāju ir lasītāja karte, liecina {} aptaujas dati. Aptaujāti 1000 lasītāji vecumā no 18 gadiem."
    assert [rules(words.format(name), "lv", "a.txt") for name in ("SKDU", "Kantar TNU")] == [[], []]


def test_ages_of_those_asked_are_no_sample():
    words = "Свою грамотность выше всего оценивают опрошенные 35-44 лет. Доля тех, кто доволен, выросла с 25% до 38%."
    assert "untested-change" not in rules(words, "ru", "a.txt")
