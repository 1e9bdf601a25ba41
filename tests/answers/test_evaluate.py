"""A rule over one record, held to XPath 1.0 and to the XLSForm reference."""

from __future__ import annotations

import math
from datetime import date, datetime, time

import pytest
from hypothesis import given
from tests.rule_strategies import EVERY_KIND, records, rules

from atbalss.answers.evaluate import Context, evaluate, offered, truth
from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text

CONTEXT = Context(today=date(2024, 11, 25), now=datetime(2024, 11, 25, 13, 30), seed=5, lang="lv")  # noqa: DTZ001
ANSWERS = {
    "numbered": "10",
    "single": "a",
    "multiple": ("none", "a"),
    "whole": 18,
    "broken": 2.5,
    "words": "Rīga 2024",
    "day": date(2024, 2, 29),
    "clock": time(18, 0),
    "result": "7",
}


def value(text, answers=ANSWERS, own=None):
    return evaluate(parse(text), answers, own=own, context=CONTEXT, questionnaire=EVERY_KIND)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("selected(${multiple}, 'a')", True),
        ("selected(${multiple}, 'b')", False),
        ("selected(${single}, ' a ')", True),
        ("selected(${moment}, '')", False),
        ("count-selected(${multiple})", 2.0),
        ("selected-at(${multiple}, 0)", "a"),
        ("selected-at(${multiple}, 5)", ""),
        ("${multiple} = 'a none'", True),
        ("${whole} = 18 and ${whole} = '18' and ${whole} != ''", True),
        ("${numbered} > 9", True),
        ("${moment} = ''", True),
        ("${moment} > 0 or ${moment} <= 0 or ${moment} = 0", False),
        ("${moment} != 0", True),
        ("${stranger} = ''", True),
        ("${result} + 1", 8.0),
        ("1 div 4 + 7 mod 4", 3.25),
        ("-7 mod 4", -3.0),
        ("1 div 0 > 1000000", True),
        ("if(${whole} >= 18, 'adult', 'child')", "adult"),
        ("coalesce(${moment}, ${whole})", 18.0),
        ("${day} < today()", True),
        ("${day} >= '2024-02-29'", True),
        ("${day} = date('2024-02-29')", True),
        ("int((today() - ${day}) div 7)", 38.0),
        ("${clock} > '17:30'", True),
        ("format-date(${day}, '%e.%n.%Y')", "29.2.2024"),
        ("format-date-time(now(), '%H:%M')", "13:30"),
        ("date(${day} + 1)", "2024-03-01"),
        ("decimal-time('18:00:00')", 0.75),
        ("decimal-date-time('1970-01-02T12:00:00')", 1.5),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -2.0),
        ("round(2.345, 1)", 2.3),
        ("int(-2.9)", -2.0),
        ("pow(2, 10) + sqrt(9) + abs(-1)", 1028.0),
        ("min(3, 1, 2) + max(3, 1, 2)", 4.0),
        ("string-length(${words})", 9.0),
        ("substr(${words}, 0, 4)", "Rīga"),
        ("substring(${words}, 1, 4)", "Rīga"),
        ("substring-before('a-b', '-')", "a"),
        ("substring-after('a-b', '-')", "b"),
        ("contains(${words}, 'īga') and starts-with(${words}, 'R')", True),
        ("ends-with(${words}, '24')", True),
        ("normalize-space('  a   b ')", "a b"),
        ("translate('abc', 'ab', 'x')", "xc"),
        ("concat('a', 1, true())", "a1true"),
        ("join('-', 'a', 2)", "a-2"),
        ("regex('29384756', '[0-9]{8}')", True),
        ("regex('29384756x', '[0-9]{8}')", False),
        ("regex('x', '[')", False),
        ("boolean-from-string('1')", True),
        ("not(0) and boolean('0')", True),
        ("string(0.1 + 0.2)", "0.30000000000000004"),
        ("string(1 div 3 = 1)", "false"),
        ("checklist(1, 2, ${whole} = 18, ${whole} = 17)", True),
        ("weighted-checklist(3, 5, 1 = 1, 4, 1 = 2, 9)", True),
        ("jr:choice-name(${single}, '${single}')", "A"),
        ("version()", "7"),
        ("uuid(8)", "00000000"),
    ],
)
def test_values(text, wanted):
    found = value(text)
    assert type(found) is type(wanted)
    assert found == wanted


def test_a_blank_answer_has_no_number():
    assert math.isnan(value("number(${moment})"))
    assert math.isnan(value("${moment} + 1"))
    assert math.isnan(value("sqrt(-1)"))
    assert math.isnan(value("min(1, ${moment})"))


def test_hard_to_say_reads_as_blank_where_there_are_no_codes():
    assert value("${whole} = ''", {"whole": Missing.DONT_KNOW}) is True
    assert value("${words} = ''", {"words": Missing.REFUSED}) is True


def test_hard_to_say_reads_as_its_code_where_there_is_one():
    dk = Code("98", missing=Missing.DONT_KNOW)
    form = Questionnaire("f", items=(Question("q", Kind.SINGLE, codes=CodeList("l", (dk,))),))
    rule, answers = parse("${q} = '98'"), {"q": Missing.DONT_KNOW}
    assert truth(rule, answers, context=CONTEXT, questionnaire=form)


def test_the_own_answer():
    assert value(". >= 1 and . <= 10", own=7) is True
    assert value("not(selected(., 'none') and count-selected(.) > 1)", own=("a", "none")) is False
    assert value("once('new')", own="old") == "old"
    assert value("once('new')") == "new"


def test_chance_comes_from_the_seed_alone():
    one = value("random()")
    assert one == value("random()")
    assert 0 <= one < 1
    other = evaluate(parse("random()"), {}, context=Context(seed=6), questionnaire=EVERY_KIND)
    assert one != other


def test_a_filter_reads_the_columns_of_each_option():
    towns = CodeList(
        "towns",
        (
            Code("riga", Text((("lv", "Rīga"),)), filters={"region": "a"}),
            Code("cesis", Text((("lv", "Cēsis"),)), filters={"region": "b"}),
        ),
    )
    town = Question(
        "town", Kind.SINGLE, codes=towns, choice_filter=parse("region = ${single} or name = 'x'")
    )
    form = Questionnaire("f", items=(*EVERY_KIND.items, town))
    found = offered(town, {"single": "b"}, context=CONTEXT, questionnaire=form)
    assert [code.name for code in found] == ["cesis"]


@given(rules(own=True, columns=True, impure=True), records())
def test_every_rule_has_a_value_on_every_record(rule, answers):
    found = evaluate(rule, answers, own=3, context=CONTEXT, questionnaire=EVERY_KIND)
    assert isinstance(found, float | str | bool)
