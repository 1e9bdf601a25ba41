"""A rule on a record is the same rule on columns."""

from __future__ import annotations

from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.rule_strategies import EVERY_KIND, records, rules

from atbalss.answers.evaluate import Context, read, truth
from atbalss.answers.select import NotColumnar, to_polars
from atbalss.study.question import NUMBER_KINDS, Kind
from atbalss.study.rules import parse

CONTEXT = Context(today=date(2024, 11, 25), now=datetime(2024, 11, 25, 13, 30))  # noqa: DTZ001


def frame(rows):
    """Answers by column, as the brief of a frame has them."""
    columns = {"id": pl.Series("id", range(len(rows)), dtype=pl.Int64)}
    for question in EVERY_KIND.questions:
        name, given = question.name, [row.get(question.name) for row in rows]
        if question.kind is Kind.MULTIPLE:
            for code in question.codes.names:
                has = [None if answer is None else code in answer for answer in given]
                columns[f"{name}/{code}"] = pl.Series(has, dtype=pl.Boolean)
        elif question.kind is Kind.SINGLE:
            columns[name] = pl.Series(given, dtype=pl.Enum(question.codes.names))
        elif question.kind in NUMBER_KINDS:
            columns[name] = pl.Series(given, dtype=pl.Float64, strict=False)
        elif question.kind is not Kind.NOTE:
            texts = [None if answer is None else read(question, answer) for answer in given]
            columns[name] = pl.Series(texts, dtype=pl.String)
    return pl.DataFrame(columns)


def by_columns(rule, rows, own=None):
    expr = to_polars(rule, EVERY_KIND, CONTEXT, own=own)
    return frame(rows).with_columns(expr.alias("holds"))["holds"].to_list()


def by_record(rule, rows, own=None):
    return [
        truth(
            rule, row, own=row.get(own) if own else None, context=CONTEXT, questionnaire=EVERY_KIND
        )
        for row in rows
    ]


@settings(max_examples=133, deadline=None)
@given(rules(), st.lists(records(), min_size=1, max_size=4))
def test_a_rule_on_a_record_equals_the_rule_on_columns(rule, rows):
    try:
        found = by_columns(rule, rows)
    except NotColumnar:
        return
    assert found == by_record(rule, rows)


@settings(max_examples=33, deadline=None)
@given(rules(own=True), st.lists(records(), min_size=1, max_size=4))
def test_the_own_answer_is_a_column_too(rule, rows):
    try:
        found = by_columns(rule, rows, own="whole")
    except NotColumnar:
        return
    assert found == by_record(rule, rows, own="whole")


@pytest.mark.parametrize(
    "text",
    [
        "selected(${multiple}, 'a') or ${single} = 'b'",
        "not(selected(${multiple}, 'none')) and count-selected(${multiple}) > 1",
        "${whole} >= 1 and ${whole} <= 10",
        "${numbered} > 1",
        "${whole} = ''",
        "${multiple} != ''",
        "regex(${words}, '[a-z]+')",
        "${day} < today()",
        "if(${whole} > 3, ${whole}, '') = ''",
        "coalesce(${single}, 'b') = 'b'",
    ],
)
def test_what_rules_usually_say_goes_to_columns(text):
    rows = [
        {"multiple": ("a", "b"), "whole": 4, "single": "a"},
        {"numbered": "2", "words": "abc", "day": date(2024, 1, 1)},
        {"multiple": ("none",), "whole": 1},
        {},
    ]
    found = by_columns(parse(text), rows)
    assert found == by_record(parse(text), rows)
    assert len(set(found)) == 2


@pytest.mark.parametrize(
    "text", ["random() < 0.5", "once(1) = 1", ". = 1", "uuid() = ''", "region = 'a'"]
)
def test_what_columns_cannot_say_is_named(text):
    with pytest.raises(NotColumnar):
        to_polars(parse(text), EVERY_KIND, CONTEXT)


def test_an_empty_frame_has_an_empty_answer():
    assert by_columns(parse("${whole} mod 2 = 1 and regex(${words}, 'a')"), []) == []
