"""Robots: what they find, and that the same seed finds it again."""

import random
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atbalss.answers.evaluate import Context
from atbalss.answers.frame import from_records
from atbalss.answers.record import Record
from atbalss.interview.path import path
from atbalss.rehearsal.regexes import sample
from atbalss.rehearsal.robots import Policy, interview, rehearse
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse

YES_NO = CodeList("yn", (Code("yes"), Code("no")))
STRICT = Policy(blank=0, missing=0, change=0)


def form(*questions: Question) -> Questionnaire:
    return Questionnaire(
        "t", items=tuple(replace(q, asked_of=q.asked_of or q.relevant) for q in questions)
    )


def test_the_same_seed_gives_the_same_records():
    questionnaire = form(Question("a", Kind.SINGLE, codes=YES_NO), Question("n", Kind.INTEGER))
    assert rehearse(questionnaire, 5, 1).records == rehearse(questionnaire, 5, 1).records
    assert rehearse(questionnaire, 5, 1).records != rehearse(questionnaire, 5, 2).records


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        (Kind.INTEGER, ". > 1000 and . < 1003"),
        (Kind.INTEGER, ". = 90210"),
        (Kind.DECIMAL, ". > 0.5 and . < 0.8"),
        (Kind.TEXT, "regex(., '^(\\+371)?2[0-9]{7}$')"),
        (Kind.TEXT, "string-length(.) = 37"),
        (Kind.TEXT, "contains(., '@')"),
        (Kind.DATE, ". >= date('1931-05-05') and . <= date('1931-05-08')"),
        (Kind.DATE, ". = today()"),
        (Kind.TIME, ". >= '23:58:00'"),
        (Kind.MULTIPLE, "count-selected(.) = 2"),
    ],
)
def test_a_robot_meets_narrow_constraints(kind, rule):
    codes = YES_NO if kind is Kind.MULTIPLE else None
    questionnaire = form(
        Question("q", kind, codes=codes, constraint=parse(rule), required=parse("true()"))
    )
    for seed in range(5):
        done = interview(questionnaire, random.Random(seed), Context(), policy=STRICT)
        assert (done.problems, done.complete) == ((), True)


def test_a_question_that_nobody_can_answer_is_named_and_the_interview_goes_on():
    questionnaire = form(
        Question("q", Kind.INTEGER, constraint=parse(". > 5 and . < 5"), required=parse("true()")),
        Question("last", Kind.SINGLE, codes=YES_NO),
    )
    done = rehearse(questionnaire, 3, 1, policy=STRICT)
    assert [(p.code, p.where.column) for p in done.problems] == [("interview-dead-end", "q")]
    assert done.complete == 3
    assert done.reached["last"] == 3


@pytest.mark.parametrize(("required", "dead"), [(None, []), ("true()", ["interview-dead-end"])])
def test_an_optional_question_without_options_is_passed(required, dead):
    place = CodeList("p", (Code("here", filters={"in": "yes"}),))
    questionnaire = form(
        Question("first", Kind.SINGLE, codes=YES_NO),
        Question(
            "town",
            Kind.SINGLE,
            codes=place,
            choice_filter=parse("in = ${first} and 1 = 2"),
            required=parse(required) if required else None,
        ),
    )
    done = rehearse(questionnaire, 3, 1, policy=STRICT)
    assert [item.code for item in done.problems] == dead
    assert done.complete == 3


def test_rules_that_go_round_end_with_a_problem():
    questionnaire = form(
        Question("a", Kind.TEXT, relevant=parse("${b} = ''")),
        Question("b", Kind.TEXT, relevant=parse("${a} = ''")),
    )
    done = [interview(questionnaire, random.Random(seed), Context()) for seed in range(20)]
    for one in done:
        assert one.complete or one.problems[-1].code == "interview-goes-round"


def test_coverage_names_questions_never_reached_and_options_never_chosen():
    codes = CodeList("c", (Code("a", filters={"k": "1"}), Code("b", filters={"k": "2"})))
    questionnaire = form(
        Question("q", Kind.SINGLE, codes=codes, choice_filter=parse("k = '1'")),
        Question("never", Kind.TEXT, relevant=parse("${q} = 'b'")),
    )
    done = rehearse(questionnaire, 10, 1, policy=STRICT)
    assert done.never_reached == ("never",)
    assert done.never_chosen == {"q": ("b",)}


def test_boundaries_in_later_rules_lead_robots_down_rare_routes():
    questionnaire = form(
        Question("age", Kind.INTEGER, constraint=parse(". >= 0 and . <= 120")),
        Question("old", Kind.NOTE, relevant=parse("${age} = 117")),
    )
    assert rehearse(questionnaire, 40, 1, policy=STRICT).never_reached == ()


@given(
    st.sampled_from(
        ["[0-9]{6}-[0-9]{5}", r"\d+", "(a|bc)*x?", r"[A-Z]{2}\d{2,4}", "[^ab]", r"\+?\w+@\w+\.lv"]
    ),
    st.integers(0, 99),
)
def test_samples_match_their_pattern(pattern, seed):
    text = sample(pattern, random.Random(seed))
    assert text is not None and re.fullmatch(pattern, text)


def test_patterns_beyond_the_sampler_are_left_alone():
    for pattern in ("(?=a)b", r"(a)\1", "[", "a{2", "*"):
        assert sample(pattern, random.Random(1)) is None


def test_questions_in_a_circle_are_looked_at_in_the_same_order_by_column_and_by_record():
    questionnaire = form(
        Question("a", Kind.TEXT, relevant=parse("${c} = ''")),
        Question("b", Kind.TEXT, relevant=parse("${a} = ''")),
        Question("c", Kind.TEXT, relevant=parse("${b} = '' and ${d} = ''")),
        Question("d", Kind.TEXT, relevant=parse("${a} = ''")),
    )
    held = [
        Record(f"r{n}", {name: "x" for bit, name in enumerate("abcd") if n & 1 << bit})
        for n in range(16)
    ]
    frame = from_records(questionnaire, held, "2024")
    for record, row in zip(held, frame.data.iter_rows(named=True), strict=True):
        reached = path(questionnaire, record, Context()).reached
        assert reached == tuple(name for name in "abcd" if row[f"{name}:reached"])
