"""Frames from raw answers: types, routes, and that nothing is lost."""

from dataclasses import replace

import polars as pl
import pytest

from atbalss.answers.frame import as_table, build, from_records
from atbalss.answers.record import Record, as_text, from_text
from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse

CODES = CodeList("c", (Code("a"), Code("b"), Code("98", missing=Missing.DONT_KNOW)))
FRAME = CodeList("f", (Code("kind"), Code("fast")))


def form(*questions: Question) -> Questionnaire:
    return Questionnaire(
        "t", items=tuple(replace(q, asked_of=q.asked_of or q.relevant) for q in questions)
    )


FORM = form(
    Question("s", Kind.SINGLE, codes=CODES),
    Question("m", Kind.MULTIPLE, codes=CODES),
    Question("n", Kind.INTEGER),
    Question("t", Kind.TEXT, frame=FRAME),
    Question("d", Kind.DATE),
)


def table(**columns: list[str | None]) -> pl.DataFrame:
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def codes(problems) -> list[str]:
    return [item.code for item in problems if item.code != "answers-no-column"]


def test_columns_and_types():
    raw = table(
        id=["1", "2"],
        s=["a", " 98 "],
        m=["a b", None],
        n=["12", "_refused"],
        t=[" labi ", ""],
        d=["2024-11-26", "_dont_know"],
    )
    frame, problems = build(FORM, raw, wave="2024")
    assert problems == []
    assert frame.data.columns == [
        *("id", "weight", "s", "s:reached", "m/a", "m/b", "m/98", "m:reached"),
        *("n", "n:missing", "n:reached", "t", "t/kind", "t/fast", "t:missing", "t:reached"),
        *("d", "d:missing", "d:reached"),
    ]
    assert frame.data.schema["s"] == pl.Enum(["a", "b", "98"])
    assert frame.data.schema["n:missing"] == pl.Enum(["dont_know", "refused"])
    assert frame.data.select("s", "m/a", "m/98", "n", "n:missing", "t", "d").rows() == [
        ("a", True, False, 12.0, None, " labi ", "2024-11-26"),
        ("98", None, None, None, "refused", None, None),
    ]
    assert frame.data["weight"].to_list() == [1.0, 1.0]
    assert frame.data["t/kind"].to_list() == [None, None]


def test_a_bad_value_is_a_problem_with_its_row_and_is_kept():
    raw = table(id=["1", "2", "3"], s=["z", "a", None], m=["a z y", "z", ""], n=["1.5", "x", "1e2"])
    frame, problems = build(FORM, raw, wave="2024", file="answers.csv")
    assert [(p.code, p.where.row, p.where.column) for p in problems if p.where.row] == [
        ("answers-unknown-code", 2, "s"),
        ("answers-unknown-code", 2, "m"),
        ("answers-unknown-code", 3, "m"),
        ("answers-not-read", 2, "n"),
        ("answers-not-read", 3, "n"),
    ]
    assert sorted(frame.off_route.rows()) == [
        ("1", "m", "z y", "unknown_code"),
        ("1", "n", "1.5", "not_read"),
        ("1", "s", "z", "unknown_code"),
        ("2", "m", "z", "unknown_code"),
        ("2", "n", "x", "not_read"),
    ]
    assert frame.data["m/a"].to_list() == [True, None, None]
    assert frame.data["n"].to_list() == [None, None, 100.0]


@pytest.mark.parametrize("text", ["1e300", "-1e16", "9" * 17, "1" + "0" * 400])
def test_a_number_too_large_to_count_with_is_no_answer(text):
    form_of = form(Question("n", Kind.DECIMAL))
    raw = table(id=["1", "2", "3"], n=["1e15", text, "-1e15"])
    frame, problems = build(form_of, raw, wave="2024", weight=None)
    assert frame.data["n"].to_list() == [1e15, None, -1e15]
    assert ("answers-not-read", 3) in [(p.code, p.where.row) for p in problems]
    with pytest.raises((ValueError, OverflowError)):
        from_text(Question("n", Kind.DECIMAL), text)


def test_many_faults_of_a_column_are_counted():
    raw = table(id=[str(n) for n in range(50)], n=["x"] * 50)
    _, problems = build(FORM, raw, wave="2024")
    assert codes(problems) == ["answers-not-read"] * 20 + ["answers-more-faults"]
    assert dict(problems[-1].args)["count"] == "30"


def test_answers_off_the_route_are_masked_one_after_another_and_kept():
    questionnaire = form(
        Question("s", Kind.SINGLE, codes=CODES),
        Question("n", Kind.INTEGER, relevant=parse("${s} = 'a'")),
        Question("t", Kind.TEXT, relevant=parse("${n} > 3")),
    )
    raw = table(id=["1", "2", "3"], s=["a", "b", "98"], n=["5", "5", None], t=["x", "y", None])
    frame, _ = build(questionnaire, raw, wave="2024")
    assert frame.data.select("n", "n:reached", "t", "t:reached").rows() == [
        (5.0, True, "x", True),
        (None, False, None, False),
        (None, False, None, False),
    ]
    assert frame.off_route.rows() == [("2", "n", "5", "off_route"), ("2", "t", "y", "off_route")]


def test_option_columns_of_one_and_zero():
    raw = pl.DataFrame(
        {
            "id": ["1", "2", "3"],
            "m/a": ["1", "0", "TRUE"],
            "m/b": ["0", "0", "?"],
        }
    )
    frame, problems = build(FORM, raw, wave="2024")
    assert frame.data.select("m/a", "m/b", "m/98").rows() == [
        (True, False, False),
        (None, None, None),
        (True, False, False),
    ]
    assert codes(problems) == ["answers-not-read"]


def test_coded_open_answers():
    raw = table(id=["1", "2", "3"], t=["laipni", "ātri", "hm"])
    coded = table(
        id=["1", "1", "2", "9", "1", "2"],
        question=["t", "t", "t", "t", "s", "t"],
        code=["kind", "fast", "fast", "kind", "a", "zz"],
    )
    frame, problems = build(FORM, raw, codes=coded, wave="2024")
    assert frame.data.select("t/kind", "t/fast").rows() == [
        (True, True),
        (False, True),
        (None, None),
    ]
    assert codes(problems) == [
        "answers-unknown-code",
        "answers-code-without-question",
        "answers-code-without-person",
    ]
    assert [p.where.row for p in problems if p.where.row] == [7, 6, 5]


def test_ids_and_weights_are_checked():
    raw = table(id=["1", "1", None], w=["1.5", "-1", "x"])
    frame, problems = build(FORM, raw, wave="2024", weight="w")
    assert codes(problems) == [
        "answers-blank-id",
        "answers-same-id",
        "answers-bad-weight",
        "answers-bad-weight",
    ]
    assert frame.data["weight"].to_list() == [1.5, 0.0, 0.0]
    assert codes(build(FORM, table(x=["1"]), wave="2024")[1])[0] == "answers-no-id"
    assert "answers-no-weight" in codes(build(FORM, raw, wave="2024", weight="v")[1])


def test_calculations_are_worked_out_where_the_file_has_none():
    questionnaire = form(
        Question("n", Kind.INTEGER),
        Question("twice", Kind.CALCULATE, calculation=parse("${n} * 2")),
        Question("t", Kind.TEXT, relevant=parse("${twice} > 5")),
    )
    frame, _ = build(questionnaire, table(id=["1", "2"], n=["1", "4"]), wave="2024")
    assert frame.data["twice"].to_list() == ["2", "8"]
    assert frame.data["t:reached"].to_list() == [False, True]


def test_no_rows_make_an_empty_frame():
    frame, problems = build(FORM, table(id=[], s=[], m=[], n=[], t=[], d=[]), wave="2024")
    assert (frame.data.height, problems) == (0, [])


def test_records_there_and_back():
    record = Record("r1", {"s": "a", "m": ("a", "b"), "n": Missing.REFUSED, "t": "x"})
    assert as_table(FORM, [record]).rows() == [("r1", "a", "a b", "_refused", "x", "")]
    frame = from_records(FORM, [record], "2024")
    assert frame.data.select("s", "n:missing", "t").rows() == [("a", "refused", "x")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (Kind.INTEGER, "12"),
        (Kind.DECIMAL, "2.5"),
        (Kind.DATE, "2024-11-26"),
        (Kind.TIME, "09:30:00"),
        (Kind.DATETIME, "2024-11-26T09:30:00"),
        (Kind.TEXT, "  divi vārdi"),
        (Kind.MULTIPLE, "a b"),
        (Kind.DECIMAL, "_dont_know"),
    ],
)
def test_text_of_an_answer_reads_back(kind, text):
    question = Question("q", kind, codes=CODES if kind is Kind.MULTIPLE else None)
    assert as_text(from_text(question, text)) == text


def test_weights_that_nobody_named_are_told_as_not_used():
    raw = table(id=["1"], weight=["2.5"], s=["a"], m=["a"], n=["1"], t=["x"], d=["2024-01-01"])
    assert codes(build(FORM, raw, wave="2024")[1]) == ["answers-unknown-column"]
    frame, problems = build(FORM, raw, wave="2024", weight="weight")
    assert codes(problems) == []
    assert frame.data["weight"].to_list() == [2.5]
