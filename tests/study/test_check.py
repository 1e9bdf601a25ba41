"""Each fault of a questionnaire, by a tiny form that has it and a near-miss that has not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rule_strategies import EVERY_KIND, codes, rules

from atbalss.exchange.xlsform import read_questionnaire
from atbalss.exchange.xlsform_markdown import read_markdown
from atbalss.problems import Severity
from atbalss.study.check import check
from atbalss.study.codes import Code, CodeList, Net
from atbalss.study.question import Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text

SURVEY = ("type", "name", "label", "relevant", "constraint", "calculation", "choice_filter")
CHOICES = """
| list_name | name | label | region |
| --- | --- | --- | --- |
| yn | yes | Yes | a |
| yn | no | No | b |
| yn | maybe | Maybe | b |
| region | a | A | |
| region | b | B | |
"""


def form(*rows, columns=SURVEY, choices=CHOICES, nets=""):
    """A questionnaire from rows `type; name; label; ...` as a user would write them."""
    head = "| " + " | ".join(columns) + " |\n|" + " --- |" * len(columns) + "\n"
    body = "".join("| " + " | ".join(part.strip() for part in r.split(";")) + " |\n" for r in rows)
    text = f"## survey\n\n{head}{body}\n## choices\n{choices}\n"
    text += f"## nets\n{nets}\n" if nets else ""
    workbook, found = read_markdown(text)
    questionnaire, more = read_questionnaire(workbook, default_lang="en")
    assert questionnaire is not None, [item.sentence("en") for item in (*found, *more)]
    return questionnaire


def faults(questionnaire):
    return {item.code: item for item in check(questionnaire)}


NO_CHOICES = "\n| list_name | name | label |\n| --- | --- | --- |\n"
WITH_EXCLUSIVE = """
| list_name | name | label | exclusive |
| --- | --- | --- | --- |
| yn | a | A | yes |
"""
WITH_MISSING = """
| list_name | name | label | missing |
| --- | --- | --- | --- |
| l | 1 | A | |
| l | 9 | DK | dont_know |
"""
TWO_LANGUAGES = ("type", "name", "label::lv", "label::en")
WITH_DEFAULT = ("type", "name", "label", "default")
YN, MULTI, INT = "select_one yn; q; Q", "select_multiple yn; m; M", "integer; n; N"

CASES = [
    (
        "study-name-unknown",
        form(YN, "text; t; T; ${whatever} = 1"),
        form(YN, "text; t; T; ${q} = 'yes'"),
    ),
    (
        "study-name-unknown-slip",
        form("select_one yn; apply_mode; Q", "text; t; T; ${aply_mode} = 'yes'"),
        form("select_one yn; apply_mode; Q", "text; t; T; ${apply_mode} = 'yes'"),
    ),
    ("study-text-forward", form("text; t; Hi ${q}", YN), form(YN, "text; t; Hi ${q}")),
    (
        "study-forward",
        form("text; t; T; ${q} = 'yes'", YN),
        form(YN, "text; t; T; ${q} = 'yes'"),
    ),
    (
        "study-forward-computed",
        form("calculate; c; ; ; ; ${n} + 1", INT),
        form(INT, "calculate; c; ; ; ; ${n} + 1"),
    ),
    (
        "study-circle",
        form("calculate; a; ; ; ; ${b} + 1", "calculate; b; ; ; ; ${a} + 1", INT),
        form("calculate; a; ; ; ; 1 + 1", "calculate; b; ; ; ; ${a} + 1", INT),
    ),
    (
        "study-circle",
        form("select_one yn; q; Q; ${q} = 'yes'"),
        form("select_one yn; q; Q; ; ${q} = 'yes'"),
    ),
    (
        "study-bare-name",
        form(YN, "text; t; T; q = 'yes'"),
        form("select_one region; r; R", "select_one yn; q; Q; ; ; ; region = ${r}"),
    ),
    (
        "study-own-answer",
        form(YN, "integer; n; N; . > 1 or ${q} = 'yes'"),
        form(YN, "integer; n; N; ; . > 1 or ${q} = 'yes'"),
    ),
    (
        "study-pattern",
        form("text; t; T; ; regex(., '[0-9')"),
        form("text; t; T; ; regex(., '[0-9]')"),
    ),
    (
        "study-refers-to-note",
        form("note; w; Welcome", "text; t; T; ${w} = ''"),
        form("text; w; Welcome", "text; t; T; ${w} = ''"),
    ),
    (
        "study-code-unknown",
        form(YN, "text; t; T; ${q} = 'jes' or ${q} = 'no'"),
        form(YN, "text; t; T; ${q} = 'yes' or ${q} = ''"),
    ),
    (
        "study-code-unknown",
        form(MULTI, "text; t; T; not(selected(${m}, 'jes'))"),
        form(MULTI, "text; t; T; not(selected(${m}, 'yes'))"),
    ),
    (
        "study-multiple-compared",
        form(MULTI, "text; t; T; ${m} = 'yes'"),
        form(MULTI, "text; t; T; ${m} != ''"),
    ),
    (
        "study-unreachable",
        form(YN, "text; t; T; ${q} = 'yes' and ${q} = 'no'"),
        form(MULTI, "text; t; T; selected(${m}, 'yes') and selected(${m}, 'no')"),
    ),
    (
        "study-unreachable",
        form("integer; n; N; ; . >= 18 and . <= 99", "text; t; T; ${n} < 18"),
        form("integer; n; N; ; . >= 18 and . <= 99", "text; t; T; ${n} <= 18"),
    ),
    (
        "study-unreachable",
        form(YN, "select_one yn; p; P; ${q} = 'yes'", "text; t; T; ${p} = 'yes' and ${q} = 'no'"),
        form(YN, "select_one yn; p; P; ${q} = 'yes'", "text; t; T; ${p} = '' and ${q} = 'no'"),
    ),
    (
        "study-group-unreachable",
        form(YN, "begin_group; g; G; count-selected(${q}) > 1", "text; t; T", "end_group"),
        form(MULTI, "begin_group; g; G; count-selected(${m}) > 1", "text; t; T", "end_group"),
    ),
    (
        "study-switched-off",
        form("text; t; T; false()", YN),
        form("text; t; T; true()", YN),
    ),
    (
        "study-constraint-impossible",
        form("integer; n; N; ; . > 10 and . < 11"),
        form("decimal; n; N; ; . > 10 and . < 11"),
    ),
    (
        "study-option-never",
        form("select_one region; r; R; ; . = 'a'", "select_one yn; q; Q; ; ; ; region = ${r}"),
        form("select_one region; r; R", "select_one yn; q; Q; ; ; ; region = ${r}"),
    ),
    (
        "study-filter-empty",
        form(YN, "select_one yn; p; P; ; ; ; region = ${q}"),
        form("select_one region; q; Q", "select_one yn; p; P; ; ; ; region = ${q}"),
    ),
    (
        "study-route-not-checked",
        form("date; d; D", "text; t; T; ${d} > today()"),
        form("date; d; D", "text; t; T; ${d} != ''"),
    ),
    (
        "study-constraint-not-checked",
        form("text; t; T; ; regex(., '[0-9]+')"),
        form("text; t; T; ; . != 'x'"),
    ),
    (
        "study-options-not-checked",
        form("text; d; D", "select_one yn; q; Q; ; ; ; contains(${d}, region)"),
        form("text; d; D", "select_one yn; q; Q; ; ; ; ${d} = region"),
    ),
    (
        "study-constraint-silent",
        form("integer; n; N; ; . > 10"),
        form(
            "integer; n; N; . > 10; More!",
            columns=("type", "name", "label", "constraint", "constraint_message"),
        ),
    ),
    (
        "study-soft-silent",
        form("integer; n; N; . > 10", columns=("type", "name", "label", "soft_constraint")),
        form(
            "integer; n; N; . > 10; More?",
            columns=("type", "name", "label", "soft_constraint", "soft_message_en"),
        ),
    ),
    (
        "study-constraint-dead-end",
        form(
            "integer; n; N; . > 5 and . < 3; yes",
            columns=("type", "name", "label", "constraint", "required"),
        ),
        form(
            "integer; n; N; . > 5 or . < 3; yes",
            columns=("type", "name", "label", "constraint", "required"),
        ),
    ),
    (
        "study-open-uncoded",
        form("text; t; What else?"),
        form("integer; t; What else?"),
    ),
    (
        "study-default-code",
        form("select_one yn; q; Q; jes", columns=WITH_DEFAULT),
        form("select_one yn; q; Q; yes", columns=WITH_DEFAULT),
    ),
    (
        "study-default-number",
        form("integer; n; N; 2.5", columns=WITH_DEFAULT),
        form("decimal; n; N; 2.5", columns=WITH_DEFAULT),
    ),
    (
        "study-default-refused",
        form("integer; n; N; 5; . > 5", columns=("type", "name", "label", "default", "constraint")),
        form("integer; n; N; 6; . > 5", columns=("type", "name", "label", "default", "constraint")),
    ),
    (
        "study-forward-default",
        form(
            "integer; n; N; ${k} + 1", "integer; k; K", columns=("type", "name", "label", "default")
        ),
        form(
            "integer; k; K", "integer; n; N; ${k} + 1", columns=("type", "name", "label", "default")
        ),
    ),
    ("study-list-unused", form(YN), form(YN, "select_one region; r; R")),
    (
        "study-exclusive-single",
        form(
            YN,
            choices="\n| list_name | name | label | exclusive |\n|-|-|-|-|\n| yn | a | A | yes |\n",
        ),
        form(
            MULTI,
            choices="\n| list_name | name | label | exclusive |\n|-|-|-|-|\n| yn | a | A | yes |\n",
        ),
    ),
    (
        "study-net-empty",
        form(
            YN,
            choices="\n| list_name | name | label | net |\n|-|-|-|-|\n| yn | a | A | |\n",
            nets="\n| list_name | name | label_en |\n|-|-|-|\n| yn | most | Most |\n",
        ),
        form(
            YN,
            choices="\n| list_name | name | label | net |\n|-|-|-|-|\n| yn | a | A | most |\n",
            nets="\n| list_name | name | label_en |\n|-|-|-|\n| yn | most | Most |\n",
        ),
    ),
    (
        "study-translation",
        form("text; t; Kas?; What?", "text; s; Kur?; ", columns=TWO_LANGUAGES, choices=NO_CHOICES),
        form("text; t; Kas?; What?", "text; s; Ā?; Ah?", columns=TWO_LANGUAGES, choices=NO_CHOICES),
    ),
    (
        "study-text-unknown",
        Questionnaire("f", items=(Question("t", Kind.TEXT, Text((("lv", "Hi ${who}"),))),)),
        Questionnaire(
            "f",
            items=(
                Question("who", Kind.TEXT, Text((("lv", "Who?"),))),
                Question("t", Kind.TEXT, Text((("lv", "Hi ${who}"),))),
            ),
        ),
    ),
    (
        "study-text-unknown-slip",
        Questionnaire(
            "f",
            items=(
                Question("person", Kind.TEXT),
                Question("t", Kind.TEXT, Text((("lv", "Hi ${persom}"),))),
            ),
        ),
        Questionnaire(
            "f",
            items=(
                Question("person", Kind.TEXT),
                Question("t", Kind.TEXT, Text((("lv", "Hi ${person}"),))),
            ),
        ),
    ),
    (
        "study-code-twice",
        Questionnaire("f", lists=(codes("l", "a", "b", "a"),)),
        Questionnaire("f", lists=(codes("l", "a", "b", "c"),)),
    ),
    (
        "study-label-twice",
        Questionnaire(
            "f",
            lists=(
                CodeList(
                    "l", (Code("a", Text((("lv", "Jā"),))), Code("b", Text((("lv", " jā "),))))
                ),
            ),
        ),
        Questionnaire(
            "f",
            lists=(
                CodeList("l", (Code("a", Text((("lv", "Jā"),))), Code("b", Text((("lv", "Nē"),))))),
            ),
        ),
    ),
    (
        "study-band-empty",
        Questionnaire("f", lists=(CodeList("l", (), (Net("high", is_band=True),)),)),
        Questionnaire("f", lists=(CodeList("l", (), (Net("high"),)),)),
    ),
    (
        "study-name-twice",
        Questionnaire("f", items=(Question("t", Kind.TEXT), Question("t", Kind.DATE))),
        Questionnaire("f", items=(Question("t", Kind.TEXT), Question("u", Kind.DATE))),
    ),
]


@pytest.mark.parametrize(
    ("code", "bad", "good"), CASES, ids=[f"{case[0]}-{at}" for at, case in enumerate(CASES)]
)
def test_each_fault_is_found_and_its_near_miss_is_not(code, bad, good):
    found = faults(bad)
    assert code in found, sorted(found)
    assert code not in faults(good)
    problem = found[code]
    for lang in ("lv", "en", "ru"):
        assert "{" not in problem.sentence(lang).replace("${", "")
        assert problem.remedy(lang)


def test_every_fault_of_a_check_has_its_case():
    folder = Path(__file__).parents[2] / "src/atbalss/problems"
    names = ("study_names", "study_routes", "study_lists")
    declared = {
        line.split('"')[1]
        for name in names
        for line in (folder / f"{name}.py").read_text(encoding="utf-8").splitlines()
        if line.startswith('    "study-')
    }
    assert declared - {code for code, _, _ in CASES} == {
        "study-route-not-checked-long",
        "study-constraint-not-checked-long",
        "study-options-not-checked-long",
    }


def test_a_fault_knows_its_row_and_column():
    found = faults(form(YN, "text; t; T; ${q} = 'jes'"))["study-code-unknown"]
    assert (found.where.sheet, found.where.row, found.where.column) == ("survey", 3, "relevant")
    option = faults(
        form("select_one region; r; R; ; . = 'a'", "select_one yn; q; Q; ; ; ; region = ${r}")
    )
    assert (option["study-option-never"].where.sheet, option["study-option-never"].where.row) == (
        "choices",
        4,
    )


def test_a_dead_group_is_told_once_and_not_for_each_question():
    found = check(
        form(
            YN,
            "begin_group; g; G; ${q} = 'yes' and ${q} = 'no'",
            "text; t; T",
            "begin_group; h; H; ${q} = 'yes'",
            "text; u; U",
            "end_group",
            "end_group",
        )
    )
    assert [item.code for item in found if item.severity is Severity.ERROR] == [
        "study-group-unreachable"
    ]


def test_missing_codes_are_no_way_out_of_an_impossible_constraint():
    bad = form("select_one l; q; Q; ; . > 5", choices=WITH_MISSING)
    assert "study-constraint-impossible" in faults(bad)
    good = form("select_one l; q; Q; ; . < 5", choices=WITH_MISSING)
    assert "study-constraint-impossible" not in faults(good)


def test_a_search_without_end_is_named_and_not_waited_for(monkeypatch):
    monkeypatch.setattr("atbalss.study.decide_search._BUDGET", 1)
    found = faults(
        form(
            "integer; n; N; ; . > 5 and ${n} < 9",
            "text; t; T; ${n} = 7",
            "select_one yn; q; Q; ; ; ; region = 'a' or ${n} > 6",
        )
    )
    assert "study-route-not-checked-long" in found
    assert "study-constraint-not-checked-long" in found
    assert "study-options-not-checked-long" in found


def test_a_good_questionnaire_has_no_faults():
    group = Group("g", (Question("q", Kind.SINGLE, codes=codes("l", "a")),))
    assert check(Questionnaire("f", items=(group,), lists=(codes("l", "a"),))) == []


def test_a_chain_of_a_thousand_rows_is_checked():
    rows = [Question("q0", Kind.SINGLE, codes=codes("l", "a", "b"))]
    for at in range(1, 1000):
        rule = parse(f"${{q{at - 1}}} = 'a' or ${{q0}} = 'b'")
        rows.append(
            Question(f"q{at}", Kind.SINGLE, codes=rows[0].codes, relevant=rule, asked_of=rule)
        )
    found = check(Questionnaire("long", items=tuple(rows), lists=(rows[0].codes,)))
    assert [item for item in found if item.severity is Severity.ERROR] == []


@settings(max_examples=20, deadline=None)
@given(
    st.lists(rules(own=True, columns=True, impure=True), min_size=4, max_size=4),
    st.sampled_from(["multiple", "whole", "words", "result", "single"]),
)
def test_whatever_rules_say_a_check_ends_with_problems_and_no_traceback(some, name):
    relevant, constraint, calculation, shown = some
    changed = {"relevant": relevant, "asked_of": relevant, "constraint": constraint}
    changed |= {"calculation": calculation, "choice_filter": shown, "default": calculation}
    items = tuple(
        replace(question, **changed) if question.name == name else question
        for question in EVERY_KIND.questions
    )
    for problem in check(replace(EVERY_KIND, items=items)):
        for lang in ("lv", "en", "ru"):
            assert problem.sentence(lang) and problem.remedy(lang)
