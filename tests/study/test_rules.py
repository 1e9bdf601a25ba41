"""Rules are read, printed back the same, and refused with a place and a reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.rule_strategies import rules

from atbalss.problems import Place
from atbalss.study.functions import ARITY, REFUSED
from atbalss.study.rules import (
    Binary,
    Call,
    Literal,
    Negative,
    Ref,
    RuleError,
    Self,
    all_of,
    depth,
    functions,
    parse,
    references,
    to_xpath,
    walk,
)


@given(rules(columns=True, own=True, impure=True))
def test_what_is_printed_is_read_back_the_same(rule):
    assert parse(to_xpath(rule)) == rule


@given(st.text(alphabet="${a}(),'\"=!<>+-*. orand1/[]:\u201c\u2019\n", max_size=40) | st.text())
def test_any_text_is_read_or_refused(text):
    try:
        rule = parse(text)
    except RuleError as error:
        assert 1 <= error.position <= len(text) + 1
        assert error.message
    else:
        assert parse(to_xpath(rule)) == rule


def test_precedence_is_that_of_xpath():
    assert parse("1 + 2 * 3 = 7 and 1 or 0") == parse("(((1 + (2 * 3)) = 7) and 1) or 0")
    assert parse("8 - 4 - 2") == Binary("-", Binary("-", Literal(8.0), Literal(4.0)), Literal(2.0))
    assert parse("-2 * 3") == Binary("*", Negative(Literal(2.0)), Literal(3.0))
    assert parse("1 < 2 = 3 > 2") == parse("(1 < 2) = (3 > 2)")


def test_dots_names_and_operators_that_look_alike():
    assert parse(".>=1 and .<=10") == parse(". >= 1 and . <= 10")
    assert parse(". - .5") == Binary("-", Self(), Literal(0.5))
    assert parse("${a-b}-1") == Binary("-", Ref("a-b"), Literal(1.0))
    assert parse(". = -999 or. > 0") == parse("(. = -999) or (. > 0)")
    assert parse("${ a }\n=\n1") == Binary("=", Ref("a"), Literal(1.0))


def test_quotes_that_a_word_processor_put_in():
    wanted = Call("selected", (Ref("a"), Literal("b")))
    for text in ("selected(${a}, “b”)", "selected(${a}, ‘b’)", "selected(${a}, „b“)"):
        assert parse(text) == wanted
    assert parse("'it’s'") == Literal("it’s")


@pytest.mark.parametrize(
    ("text", "fault", "position"),
    [
        ("", "study-rule-empty", 1),
        ("${a} == 1", "study-rule-syntax", 7),
        ("${a} = ", "study-rule-ends", 7),
        ("'a", "study-rule-quote", 1),
        ("../a = 1", "study-rule-path", 1),
        ("/data/a = 1", "study-rule-path", 1),
        ("count(/data/a)", "study-rule-function-refused", 1),
        ("pulldata('a', 'b', 'c', 'd')", "study-rule-function-refused", 1),
        ("${last-saved#a}", "study-rule-function-refused", 1),
        ("1 + frobnicate(2)", "study-rule-function-unknown", 5),
        ("selected(${a})", "study-rule-arity", 1),
        ("${a b} = 1", "study-rule-syntax", 1),
        ("${a} AND ${b}", "study-rule-syntax", 6),
        ("(" * 5000, "study-rule-deep", 101),
        ("-" * 5000 + "1", "study-rule-deep", 101),
        ("not(" * 5000, "study-rule-deep", 401),
        (" + ".join(["1"] * 5000), "study-rule-deep", 1),
    ],
)
def test_a_rule_that_cannot_be_read_says_where_and_why(text, fault, position):
    with pytest.raises(RuleError) as caught:
        parse(text)
    found = caught.value.as_problem(Place("questionnaire.md", "survey", 3))
    assert (found.code, caught.value.position) == (fault, position)
    for lang in ("lv", "en", "ru"):
        assert found.sentence(lang) and found.remedy(lang)


def test_a_long_chain_of_or_is_no_deep_tree():
    rule = parse(" or ".join(f"${{a}} = {number}" for number in range(3000)))
    assert depth(rule) < 50
    assert parse(to_xpath(rule)) == rule
    assert sum(isinstance(node, Ref) for node in walk(rule)) == 3000


def test_references_and_functions_come_once_in_order():
    rule = parse("selected(${b}, 'x') or ${a} > 1 or not(${b} = jr:choice-name('1', '${c}'))")
    assert references(rule) == ("b", "a", "c")
    assert functions(rule) == ("selected", "not", "jr:choice-name")


def test_rules_are_joined_by_and():
    assert all_of([None, None]) is None
    assert all_of([parse("1"), None, parse("2 or 3")]) == parse("1 and (2 or 3)")


def test_every_function_is_documented():
    page = (Path(__file__).parents[2] / "docs/rules.md").read_text(encoding="utf-8")
    assert [name for name in ARITY if f"`{name}`" not in page] == []
    assert not ARITY.keys() & REFUSED
