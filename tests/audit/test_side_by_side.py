# ruff: noqa: E501 - sentences are kept whole
"""What stands side by side in whole reports: captions, lists with a size of their own, one sentence under each heading.

Each text is invented. Beside what is sound stands the like with a fault, which must still be told.
"""

from __future__ import annotations

import pytest

from atbalss.audit.plain import read_plain
from atbalss.audit.run import audit

_TRIPS = """# Ferry passengers

## Why do people cross?

{note}

| Why islanders cross (n = 1245) | n | % |
|---|---|---|
| Work | 1058 | 85.0 |
| Shops | 960 | 77.1 |
| Doctor | 445 | 35.7 |
| Other | 47 | 3.8 |

The crossing takes an hour.

| Why visitors cross (n = 74) | n | % |
|---|---|---|
| Beaches | 50 | 67.6 |
| Friends | 36 | 48.6 |
| Festivals | 9 | 12.2 |
| Other | 5 | 6.8 |

| How islanders heard of the timetable (n = 1243) | n | % |
|---|---|---|
| Letter | 740 | 59.5 |
| Neighbour | 324 | 26.1 |
| Website | 179 | 14.4 |
"""
_RATED = "## {}\n\nThe most common mark was 9, given by {}% of passengers.\n\n"
SOUND = {
    "captions under two pictures": "# Smoke\n\nFigure 1 shows who smokes, Figure 2 where, and Figure 4 how often.\n\nFigure 1      Figure 2\n\nFigure 3      Figure 4\n",
    "captions under two pictures, in Latvian": "# Dūmi\n\n1. attēlā redzams, kas smēķē, 2. attēlā – kur.\n\n1. attēls      2. attēls\n",
    "captions under two pictures, in Russian": "# Дым\n\nНа рисунке 1 видно, кто курит, на рисунке 2 – где.\n\nРисунок 1      Рисунок 2\n",
    "a row that counts all the others": "# Tools\n\nHow often do you use the workshop? (one answer)\n\n| Answer | subtotal |\n|---|---|\n| Daily | 33 |\n| Weekly | 12 |\n| Monthly | 1 |\n| Rarely | 6 |\n| Number of valid answers to the question | 52 |\n",
    "sizes that their own tables bear out": _TRIPS.format(
        note="Passengers were asked to tick all that apply in the tables below."
    ),
    "one sentence under each heading": "# Ferry marks\n\nWe asked 411 passengers.\n\n"
    + "".join(
        _RATED.format(*item) for item in (("Deck", 17), ("Crew", 42), ("Food", 24), ("Price", 29))
    ),
    "another thing by its name": "# Branches\n\nNorth Library and South Library asked how likely readers are to recommend them. North Library did so in May, South Library in June.\n\n| North Library Score | n | % |\n|---|---|---|\n| Detractor | 32 | 3.7 |\n| Passive | 131 | 15.3 |\n| Promoter | 565 | 66.2 |\n| No answer | 126 | 14.8 |\n\nFor South Library readers who answered this question, 57.8% are promoters.\n",
    "a yes to another question": "# Courses\n\n## Writing\n\nDid the course help you to write?\n\n| Answer | n | % |\n|---|---|---|\n| No. | 193 | 44.5 |\n| Not sure. | 123 | 28.3 |\n| Yes. | 118 | 27.2 |\n\n## Summary\n\nWe asked learners if they had recommended the course, and 74% said yes!\n",
}
_DONE = {
    "en": "# Readers\n\nWe asked 476 readers.\n\n{}\n\nWhat have you done? (several answers)\n\n| Answer | % |\n|---|---|\n| Borrowed newspapers | 66 |\n| Borrowed books | {} |\n| Used the app | 55 |\n| Nothing | 4 |\n",
    "lv": "# Lasītāji\n\nAptaujājām 476 lasītājus.\n\n{}\n\nKo jūs lasāt? (vairākas atbildes)\n\n| Atbilde | % |\n|---|---|\n| Avīzes | 66 |\n| Grāmatas | {} |\n| Žurnālus | 55 |\n| Neko | 4 |\n",
    "ru": "# Читатели\n\nМы опросили 476 читателей.\n\n{}\n\nЧто вы читаете? (несколько ответов)\n\n| Ответ | % |\n|---|---|\n| Газеты | 66 |\n| Книги | {} |\n| Журналы | 55 |\n| Ничего | 4 |\n",
}
_SAID = {
    "en": "Most readers have borrowed newspapers, have used the app and have borrowed books.",
    "lv": "Vairums lasītāju lasa avīzes, lasa žurnālus un lasa grāmatas.",
    "ru": "Большинство читателей читают газеты, читают журналы и читают книги.",
}
SOUND |= {
    f"most do each of three things, {lang}": _DONE[lang].format(_SAID[lang], 58) for lang in _SAID
}
SOUND |= {
    "another subject behind the first": _DONE["en"].format(
        "Most readers have used the app, and some have borrowed books.", 41
    ),
    "a title that its share bears": "# Learners\n\nWe asked 476 learners.\n\n## Majority of learners were graduates\n\nSome came from far. In all, 65% of our learners were graduates.\n",
    "most of an age": "# Survey\n\nWe asked 200 people.\n\nMost respondents were 65 or over (62.5%), but the young made up 35% of the respondents.\n",
}
FAULTY = {
    **{
        f"most do each of three things, {lang}": (
            "majority-word",
            _DONE[lang].format(_SAID[lang], 41),
        )
        for lang in _SAID
    },
    "a title that its share does not bear": (
        "majority-word",
        "# Learners\n\nWe asked 476 learners.\n\n## Majority of learners were graduates\n\nSome came from far. In all, 35% of our learners were graduates.\n",
    ),
    "most of an age": (
        "majority-word",
        "# Survey\n\nWe asked 200 people.\n\nMost respondents were 65 or over (32.5%), but the young made up 35% of the respondents.\n",
    ),
    "captions under two pictures": (
        "dangling-reference",
        "# Smoke\n\nFigure 1 shows who smokes, and Figure 5 how often.\n\nFigure 1      Figure 2\n\nFigure 3      Figure 4\n",
    ),
    "answers that make too much": (
        "sum-of-answers",
        "# Tools\n\nHow often do you use the workshop? (one answer)\n\n| Answer | % |\n|---|---|\n| Daily | 33 |\n| Weekly | 42 |\n| Monthly | 21 |\n| Rarely | 16 |\n",
    ),
    "several answers of which nothing is said": (
        "sum-of-answers",
        _TRIPS.format(note="Passengers were asked in May."),
    ),
    "one sentence twice": (
        "two-values",
        "# Ferry\n\n## Summary\n\nThe ferry crew was praised by 42% of passengers.\n\n## Crew\n\nThe ferry crew was praised by 47% of passengers.\n",
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_stands_side_by_side_is_met_with_silence(name: str) -> None:
    """No alarm where each stands for itself."""
    assert [
        f"{item.rule}: {item.spot.quote}" for item in audit(read_plain("a.md", SOUND[name]))
    ] == []


@pytest.mark.parametrize("name", FAULTY)
def test_the_like_with_a_fault_is_told(name: str) -> None:
    """The fault is still found."""
    rule, text = FAULTY[name]
    assert rule in {item.rule for item in audit(read_plain("a.md", text))}


def test_answers_of_one_person_in_one_list_are_told_once() -> None:
    """Four rows of a chart are one finding; a second list is another."""
    rows = "\n\n".join(f"{many} ({many * 2.5:g}%)" for many in (31, 14, 1, 1, 1, 1))
    text = f"# Clusters\n\n40 responses from keepers of clusters.\n\n{rows}\n\n"
    text += "What else matters to those who keep them?\n\n33 (82.5%)\n\n1 (2.5%)\n\n1 (2.5%)\n"
    found = [item.rule for item in audit(read_plain("a.md", text))]
    assert found == ["small-cell", "small-cell"]
