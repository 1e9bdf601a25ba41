"""Each fault of a questionnaire's sheets: a small form that has it, and where it is found."""

from __future__ import annotations

import pytest

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform import judge, read_questionnaire
from atbalss.problems.exchange_choices import CHOICES_FAULTS
from atbalss.problems.exchange_named import NAMED_FAULTS
from atbalss.problems.exchange_sheets import SHEETS_FAULTS
from atbalss.problems.exchange_survey import SURVEY_FAULTS
from atbalss.problems.exchange_types import TYPE_FAULTS

YN = ["list_name name label", "yn yes Jā", "yn no Nē"]
GOOD = ["type name label", "text a A"]


def book(**sheets: list[str]) -> Workbook:
    """A workbook from rows of cells parted by blanks; `.` is an empty cell, `~` a blank."""
    return Workbook(
        tuple(
            Sheet.of(
                name,
                [
                    [cell.replace("~", " ") if cell != "." else "" for cell in row.split(" ")]
                    for row in rows
                ],
            )
            for name, rows in sheets.items()
        )
    )


def survey(*rows: str, head: str = "type name label") -> dict[str, list[str]]:
    return {"survey": [head, *rows], "choices": YN}


def codes(*rows: str, head: str = "list_name name label") -> dict[str, list[str]]:
    return {"survey": ["type name label", "select_one~yn a A"], "choices": [head, *rows]}


def nets(*rows: str) -> dict[str, list[str]]:
    return {**codes("yn yes Jā", "yn no Nē"), "nets": ["list_name name label_lv", *rows]}


def levels(*rows: str) -> dict[str, list[str]]:
    head = "list_name name label_lv inside"
    return {**codes("yn yes Jā", "yn no Nē"), "nets": [head, *rows]}


CASES: dict[str, tuple[dict[str, list[str]], int | None]] = {
    # ---- sheets and columns
    "exchange-no-survey": ({"questions": GOOD, "choices": YN}, None),
    "exchange-sheet-slip": ({"survey": GOOD, "choice": YN}, None),
    "exchange-entities-ignored": ({"survey": GOOD, "entities": ["list_name", "trees"]}, None),
    "exchange-survey-empty": ({"survey": ["type name label"]}, None),
    "exchange-no-column": ({"survey": ["typ name label", "text a A"]}, 1),
    "exchange-header-blank": (survey("text a A extra"), 2),
    "exchange-column-slip": (survey("text a A x", head="type name label lable"), 1),
    "exchange-column-slip-grave": (survey("text a A x", head="type name label relevent"), 1),
    "exchange-column-twice": (survey("text a A 1 1", head="type name label relevant relevance"), 1),
    "exchange-column-language": (survey("text a A x", head="type name label short_label_fr"), 1),
    "exchange-column-ignored": (survey("text a A b", head="type name label save_to"), 1),
    "exchange-media-ignored": (survey("text a A b.png", head="type name label media::image"), 1),
    "exchange-default-language": (
        {
            "survey": ["type name label::English~(en)", "text a A"],
            "settings": ["default_language", "Latviešu~(lv)"],
        },
        2,
    ),
    # ---- rows of the survey
    "exchange-type-missing": (survey("text a A", ". b B"), 3),
    "exchange-type-slip": (survey("integr a A"), 2),
    "exchange-type-unknown": (survey("wizardry a A"), 2),
    "exchange-refused-repeat": (survey("begin_repeat r R", "text a A", "end_repeat . ."), 2),
    "exchange-refused-geo": (survey("geopoint a A"), 2),
    "exchange-refused-media": (survey("image a A"), 2),
    "exchange-refused-barcode": (survey("barcode a A"), 2),
    "exchange-refused-external": (survey("select_one_from_file~a.csv a A"), 2),
    "exchange-refused-rank": (survey("rank~yn a A"), 2),
    "exchange-refused-cascading": (survey("cascading_select~yn a A"), 2),
    "exchange-refused-search": (
        survey("select_one~yn a A search('x')", head="type name label appearance"),
        2,
    ),
    "exchange-not-recorded": (survey("text a A", "audit . ."), 3),
    "exchange-name-missing": (survey("text . A"), 2),
    "exchange-name-bad": (survey("text 1a A"), 2),
    "exchange-name-reserved": (survey("text id A"), 2),
    "exchange-name-twice": (survey("text a A", "text a B"), 3),
    "exchange-group-twice": (
        survey("begin_group g G", "text a A", "end_group", "begin_group g G", "end_group"),
        5,
    ),
    "exchange-end-alone": (survey("text a A", "end_group"), 3),
    "exchange-end-other": (survey("begin_group g G", "text a A", "end_repeat"), 4),
    "exchange-never-ends": (survey("text a A", "begin_group g G", "text b B"), 3),
    "exchange-no-label": (survey("text a"), 2),
    "exchange-no-calculation": (survey("text a A", "calculate b"), 3),
    "exchange-calculation-hidden": (
        survey("text a A 1 yes", head="type name label calculation read_only"),
        2,
    ),
    "exchange-calculation-default": (survey("text a A 1", head="type name label calculation"), 2),
    "exchange-appearance-device": (
        survey("text a A ex:org.app", head="type name label appearance"),
        2,
    ),
    "exchange-last-saved": (
        survey("text a A ${last-saved#a}", head="type name label default"),
        2,
    ),
    "exchange-range": (survey("range a A step=0", head="type name label parameters"), 2),
    "exchange-list-missing": (survey("select_one~towns a A"), 2),
    "exchange-list-slip": (survey("select_one~ynn a A"), 2),
    "exchange-filter-column": (
        survey("select_one~yn a A region='x'", head="type name label choice_filter"),
        2,
    ),
    "exchange-filter-slip": (
        survey("select_one~yn a A nme='x'", head="type name label choice_filter"),
        2,
    ),
    "exchange-text-unknown": (survey("text a ${zebra}"), 2),
    "exchange-text-slip": (survey("text visits A", "text b ${visit}"), 3),
    "exchange-frame-missing": (survey("text a A why", head="type name label codeframe"), 2),
    "exchange-frame-not-open": (survey("date a A why", head="type name label codeframe"), 2),
    "exchange-word-unknown": (survey("text a A maybe", head="type name label read_aloud"), 2),
    # ---- rows of choices and nets
    "exchange-choice-no-list": (codes("yn yes Jā", ". no Nē"), 3),
    "exchange-code-twice": (codes("yn yes Jā", "yn yes Nē"), 3),
    "exchange-code-no-name": (codes("yn yes Jā", "yn . Nē"), 3),
    "exchange-code-blank": (codes("yn ye~s Jā"), 2),
    "exchange-code-blank-multiple": (
        {
            "survey": ["type name label", "select_multiple~yn a A"],
            "choices": ["list_name name label", "yn ye~s Jā"],
        },
        2,
    ),
    "exchange-code-no-label": (codes("yn yes"), 2),
    "exchange-score": (codes("yn yes Jā much", head="list_name name label score"), 2),
    "exchange-net-no-name": (nets("yn . Neto"), 2),
    "exchange-net-no-list": (nets("other all Neto"), 2),
    "exchange-net-twice": (nets("yn all Neto", "yn all Neto"), 3),
    "exchange-net-is-code": (nets("yn yes Neto"), 2),
    "exchange-net-unknown-around": (levels("yn all Neto far"), 2),
    "exchange-net-circle": (levels("yn all Neto near", "yn near Tuvu all"), 2),
    "exchange-net-undeclared": (codes("yn yes Jā all", head="list_name name label net"), 2),
}
ELSEWHERE = {  # shown in test_sheets.py and below
    "exchange-not-a-coding-sheet",  # tests/coding/test_sheet.py
    "exchange-sheet-name",
    "exchange-sheet-twice",
    "exchange-table-broken",
    "exchange-cell-long",
    "exchange-pyxform-refuses",
    "exchange-pyxform-crashes",
    "exchange-pyxform-remarks",
}


@pytest.mark.parametrize("code", CASES)
def test_each_fault_is_found_where_it_is(code):
    sheets, row = CASES[code]
    workbook = book(**sheets)
    _, problems = read_questionnaire(workbook, workbook if "frame" in code else None)
    found = [item for item in problems if item.code == code]
    assert found, [item.code for item in problems]
    assert found[0].where.file == "questionnaire.md"
    assert found[0].where.row == row


def test_every_fault_has_its_case():
    rows = {*TYPE_FAULTS, *SURVEY_FAULTS, *NAMED_FAULTS}
    assert {*SHEETS_FAULTS, *rows, *CHOICES_FAULTS} == {*CASES, *ELSEWHERE}


def test_a_good_form_has_no_faults():
    questionnaire, problems = read_questionnaire(book(**survey("select_one~yn a A", "text b B")))
    assert questionnaire is not None
    assert problems == []


def test_rules_that_cannot_be_read_are_faults_at_their_cell():
    head = "type name label relevant"
    _, problems = read_questionnaire(book(**survey("text a A ${a", head=head)))
    assert [(item.code, item.where.row, item.where.column) for item in problems] == [
        ("study-rule-syntax", 2, "relevant")
    ]


def test_pyxform_refuses_with_its_own_words_and_row():
    found = judge(book(**survey("text a A", "text a B")))
    assert [(item.code, item.where.row) for item in found] == [("exchange-pyxform-refuses", 3)]
    assert "unique" in found[0].sentence("lv")


def test_pyxform_remarks_are_notes():
    found = judge(book(survey=["type name label", "text a A", "text A B"]))
    assert [item.code for item in found] == ["exchange-pyxform-remarks"]


def test_a_crash_of_pyxform_is_no_fault_of_the_form(monkeypatch):
    import pyxform.xls2xform

    def crash(*_: object, **__: object) -> None:
        raise KeyError("label")

    monkeypatch.setattr(pyxform.xls2xform, "convert", crash)
    assert [item.code for item in judge(book(survey=GOOD))] == ["exchange-pyxform-crashes"]


def test_translated_columns_of_choices_do_not_crash_pyxform():
    sheets = codes("yn yes Jā J", head="list_name name label short_label::Latviešu~(lv)")
    assert not [item for item in judge(book(**sheets)) if item.code.endswith("crashes")]
