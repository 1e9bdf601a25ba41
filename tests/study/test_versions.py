"""What changed between two versions, and what it does to the trend."""

from __future__ import annotations

from dataclasses import replace

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import read_questionnaire
from atbalss.study.versions import Change, Effect, differences, effects

SURVEY = [
    ["type", "name", "label", "relevant"],
    ["select_one rate", "sat", "Cik apmierināti?", ""],
    ["integer", "age", "Vecums", ""],
    ["text", "why", "Kāpēc?", "${sat} = 'low'"],
]
CHOICES = [
    ["list_name", "name", "label", "score"],
    ["rate", "low", "Zemi", "1"],
    ["rate", "high", "Augsti", "2"],
]


def made(survey=SURVEY, choices=CHOICES):
    book = Workbook((Sheet.of("survey", survey), Sheet.of("choices", choices)))
    found, problems = read_questionnaire(book, None, file="q", name="q", default_lang="lv")
    assert found is not None, problems
    return found


def changed(row, column, value, sheet=SURVEY):
    copy = [list(item) for item in sheet]
    copy[row][column] = value
    return copy


def kinds(found):
    return [(item.question, item.change, item.effect) for item in found]


def test_the_same_has_no_differences():
    assert differences(made(), made()) == ()


def test_each_kind_of_change():
    old = made()
    assert kinds(differences(old, made(changed(1, 2, "Vai apmierināti?")))) == [
        ("sat", Change.WORDING, Effect.REWORDED)
    ]
    assert kinds(differences(old, made(changed(3, 3, "${sat} = 'high'")))) == [
        ("why", Change.ROUTE, Effect.BASE)
    ]
    assert kinds(differences(old, made(changed(2, 0, "text")))) == [
        ("age", Change.KIND, Effect.SCALE)
    ]
    assert kinds(differences(old, made(choices=changed(1, 3, "0", CHOICES)))) == [
        ("sat", Change.SCALE, Effect.SCALE)
    ]
    assert kinds(differences(old, made(choices=changed(1, 2, "Ļoti zemi", CHOICES)))) == [
        ("sat", Change.OPTIONS, Effect.REWORDED)
    ]
    assert kinds(differences(old, made(choices=[*CHOICES, ["rate", "mid", "Vidēji", "3"]]))) == [
        ("sat", Change.CODES, Effect.SCALE)
    ]


def test_added_and_removed_and_the_gravest_effect():
    new = made([*SURVEY[:2], SURVEY[3], ["text", "more", "Vēl?", ""]])
    found = differences(made(), new)
    assert kinds(found) == [
        ("more", Change.ADDED, Effect.NEW),
        ("age", Change.REMOVED, Effect.GONE),
    ]
    reworded = made(changed(1, 2, "Cits"), changed(1, 3, "0", CHOICES))
    assert effects(differences(made(), reworded)) == {"sat": Effect.SCALE}
    assert differences(new, replace(new)) == ()
