"""Taking answers, kind by kind and check by check."""

from dataclasses import replace
from datetime import date, time

import pytest

from atbalss.answers.evaluate import Context
from atbalss.answers.record import Change, Record
from atbalss.interview.accept import accept, accept_page, begin
from atbalss.interview.path import path, walk
from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import Bounds, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import parse
from atbalss.study.texts import Text

CONTEXT = Context(today=date(2024, 11, 26), seed=3)
MODES = CodeList(
    "modes",
    (
        Code("pc", Text.of({"lv": "Publiskajā datorā", "en": "On the public computer"})),
        Code("paper", Text.of({"lv": "Papīra formā"})),
        Code("none", Text.of({"lv": "Nepieteicu"}), exclusive=True),
        Code("98", Text.of({"lv": "Grūti pateikt"}), missing=Missing.DONT_KNOW),
    ),
)


def form(*questions: Question) -> Questionnaire:
    routed = [replace(q, asked_of=q.asked_of or q.relevant) for q in questions]
    return Questionnaire("t", langs=("lv", "en"), items=tuple(routed))


def question(kind: Kind, name: str = "q", **rules) -> Question:
    parsed = {
        key: parse(value) if isinstance(value, str) and key not in ("role", "meta") else value
        for key, value in rules.items()
    }
    if kind in (Kind.SINGLE, Kind.MULTIPLE):
        parsed.setdefault("codes", MODES)
    return Question(name, kind, Text.of({"lv": "Jautājums"}), **parsed)


def take(asked: Question, raw, record: Record | None = None, **more):
    return accept(form(asked), record or Record("r1"), asked.name, raw, "lv", CONTEXT, **more)


def codes_of(taken) -> list[str]:
    return [item.code for item in taken.problems]


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        (Kind.SINGLE, "pc", "pc"),
        (Kind.SINGLE, ["pc"], "pc"),
        (Kind.SINGLE, "_dont_know", "98"),
        (Kind.SINGLE, "_refused", Missing.REFUSED),
        (Kind.MULTIPLE, ["paper", "pc", "paper"], ("pc", "paper")),
        (Kind.MULTIPLE, "paper pc", ("pc", "paper")),
        (Kind.MULTIPLE, ["none"], ("none",)),
        (Kind.INTEGER, " 12 ", 12),
        (Kind.INTEGER, "−3", -3),
        (Kind.DECIMAL, "2,5", 2.5),
        (Kind.DECIMAL, "_refused", Missing.REFUSED),
        (Kind.TEXT, "  Paldies!\r\n\x00", "Paldies!"),
        (Kind.TEXT, "Z\u0065\u0304le", "Zēle"),
        (Kind.TEXT, "=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
        (Kind.DATE, "2024-11-26", date(2024, 11, 26)),
        (Kind.DATE, "26.11.2024.", date(2024, 11, 26)),
        (Kind.TIME, "9:30", time(9, 30)),
        (Kind.ACKNOWLEDGE, "on", "OK"),
    ],
)
def test_raw_answers_become_values(kind, raw, value):
    taken = take(question(kind), raw)
    assert taken.taken
    assert taken.record.answers == {"q": value}


@pytest.mark.parametrize(
    ("kind", "raw", "code"),
    [
        (Kind.SINGLE, "x", "interview-not-offered"),
        (Kind.SINGLE, ["pc", "paper"], "interview-one-only"),
        (Kind.MULTIPLE, "pc x", "interview-not-offered"),
        (Kind.MULTIPLE, ["pc", "none"], "interview-exclusive"),
        (Kind.MULTIPLE, ["pc", "98"], "interview-exclusive"),
        (Kind.INTEGER, "2,5", "interview-not-whole"),
        (Kind.INTEGER, "divi", "interview-not-whole"),
        (Kind.DECIMAL, "nan", "interview-not-number"),
        (Kind.DECIMAL, "1e999", "interview-not-number"),
        (Kind.TEXT, "x" * 10_001, "interview-too-long"),
        (Kind.DATE, "31.02.2024", "interview-not-date"),
        (Kind.TIME, "25:00", "interview-not-time"),
        (Kind.DATETIME, "rīt", "interview-not-moment"),
        (Kind.ACKNOWLEDGE, "varbūt", "interview-not-confirmed"),
        (Kind.CALCULATE, "5", "interview-no-question"),
    ],
)
def test_what_cannot_be_taken_leaves_the_record_as_it_was(kind, raw, code):
    record = Record("r1")
    taken = take(question(kind), raw, record)
    assert codes_of(taken) == [code]
    assert taken.record is record
    for lang in ("lv", "en", "ru"):
        assert "{" not in taken.problems[0].sentence(lang) + taken.problems[0].remedy(lang)


def test_a_range_keeps_its_ends_and_its_step():
    asked = question(Kind.RANGE, bounds=Bounds(0, 10, 2.5))
    assert take(asked, "7.5").record.answers == {"q": 7.5}
    assert codes_of(take(asked, "12.5")) == ["interview-out-of-range"]
    assert codes_of(take(asked, "3")) == ["interview-off-step"]


def test_a_constraint_speaks_the_respondents_language_and_spares_missing_codes():
    message = Text.of({"lv": "No 18 gadiem.", "en": "From 18 years."})
    asked = question(Kind.INTEGER, constraint=". >= 18", constraint_message=message)
    assert take(asked, "17").problems[0].sentence("lv") == "No 18 gadiem."
    english = accept(form(asked), Record("r"), "q", "17", "en", CONTEXT)
    assert english.problems[0].sentence("en") == "From 18 years."
    assert take(asked, "_dont_know").record.answers == {"q": Missing.DONT_KNOW}
    assert take(asked, "18").taken


def test_a_missing_code_of_the_list_skips_the_constraint_and_satisfies_required():
    asked = question(Kind.SINGLE, constraint=". = 'pc'", required="true()")
    assert codes_of(take(asked, "paper")) == ["interview-constraint"]
    assert codes_of(take(asked, "")) == ["interview-required"]
    assert take(asked, "_dont_know").record.answers == {"q": "98"}
    assert take(asked, "98").taken


def test_required_has_its_own_message():
    asked = question(
        Kind.TEXT, required="true()", required_message=Text.of({"lv": "Vajag vārdus."})
    )
    assert take(asked, "  ").problems[0].sentence("lv") == "Vajag vārdus."


def test_an_optional_question_can_be_passed_and_taken_up_again():
    asked = question(Kind.TEXT)
    passed = take(asked, "").record
    assert (passed.passed, path(form(asked), passed, CONTEXT).complete) == (("q",), True)
    assert take(asked, "tomēr", passed).record.answers == {"q": "tomēr"}


def test_a_soft_check_wants_a_reason_and_keeps_it():
    asked = question(Kind.INTEGER, soft_constraint=". < 100")
    doubted = take(asked, "105")
    assert ([item.code for item in doubted.soft], doubted.taken) == (["interview-soft"], False)
    assert doubted.record.answers == {}
    kept = take(asked, "105", reason="Pārjautāju, tiešām 105").record
    assert kept.reasons == {"q": "Pārjautāju, tiešām 105"}
    again = take(asked, "105", kept)
    assert again.taken and again.record == kept
    other = take(asked, "50", kept).record
    assert other.reasons == {}
    assert other.changes == (Change("q", 105, 50, "Pārjautāju, tiešām 105"),)


def test_changing_an_earlier_answer_reroutes_and_keeps_later_ones():
    questionnaire = form(
        question(Kind.SINGLE, "mode"),
        question(Kind.TEXT, "why", relevant="selected(${mode}, 'paper')"),
        question(Kind.TEXT, "last"),
    )
    record = Record("r1")
    for name, raw in (("mode", "paper"), ("why", "tā ērtāk"), ("last", "viss")):
        record = accept(questionnaire, record, name, raw, "lv", CONTEXT).record
    changed = accept(questionnaire, record, "mode", "pc", "lv", CONTEXT).record
    way = path(questionnaire, changed, CONTEXT)
    assert (way.reached, way.off_route, way.complete) == (("mode", "last"), ("why",), True)
    assert changed.answers["why"] == "tā ērtāk"
    refused = accept(questionnaire, changed, "why", "cits", "lv", CONTEXT)
    assert codes_of(refused) == ["interview-off-route"]
    back = accept(questionnaire, changed, "mode", "paper", "lv", CONTEXT).record
    assert path(questionnaire, back, CONTEXT).reached == ("mode", "why", "last")
    assert back.answers["why"] == "tā ērtāk"


def test_an_off_route_answer_reads_as_blank_further_on():
    questionnaire = form(
        question(Kind.SINGLE, "mode"),
        question(Kind.TEXT, "why", relevant="${mode} = 'paper'"),
        question(Kind.TEXT, "more", relevant="${why} != ''"),
    )
    record = Record("r1", {"mode": "pc", "why": "tā", "more": "vēl"})
    assert path(questionnaire, record, CONTEXT).off_route == ("why", "more")


def test_an_answer_made_impossible_by_a_later_change_is_asked_again():
    questionnaire = form(
        question(Kind.INTEGER, "all"),
        question(Kind.INTEGER, "part", constraint=". <= ${all}"),
    )
    record = Record("r1", {"all": 5, "part": 4})
    assert path(questionnaire, record, CONTEXT).complete
    fewer = accept(questionnaire, record, "all", "3", "lv", CONTEXT).record
    way = path(questionnaire, fewer, CONTEXT)
    assert (way.next, way.again, way.complete) == ("part", ("part",), False)
    assert fewer.answers["part"] == 4


def test_calculations_follow_the_answers():
    questionnaire = form(
        question(Kind.INTEGER, "a"),
        question(Kind.CALCULATE, "twice", calculation="${a} * 2"),
        question(Kind.INTEGER, "b", constraint=". <= ${twice}"),
    )
    record = accept(questionnaire, Record("r1"), "a", "4", "lv", CONTEXT).record
    assert record.answers["twice"] == "8"
    assert codes_of(accept(questionnaire, record, "b", "9", "lv", CONTEXT)) == [
        "interview-constraint"
    ]
    record = accept(questionnaire, record, "a", "5", "lv", CONTEXT).record
    assert (record.answers["twice"], len(record.changes)) == ("10", 1)


def test_read_only_questions_are_filled_by_the_machine():
    asked = question(Kind.INTEGER, default="40 + 2", read_only=True)
    questionnaire = form(asked)
    record = begin(questionnaire, "r1", CONTEXT)
    assert record.answers == {"q": 42}
    assert codes_of(take(asked, "7", record)) == ["interview-read-only"]
    gone_past = take(asked, "", record).record
    assert path(questionnaire, gone_past, CONTEXT).complete


def test_start_is_kept_and_today_comes_from_the_context():
    questionnaire = form(
        question(Kind.META, "start", meta="start"), question(Kind.META, "day", meta="today")
    )
    record = begin(questionnaire, "r1", CONTEXT)
    assert record.answers == {"start": "2000-01-01T00:00:00", "day": "2024-11-26"}


def test_a_filtered_option_is_not_offered():
    towns = CodeList("t", (Code("r", filters={"part": "pc"}), Code("v", filters={"part": "paper"})))
    questionnaire = form(
        question(Kind.SINGLE, "mode"),
        question(Kind.SINGLE, "town", codes=towns, choice_filter="part = ${mode}"),
    )
    record = accept(questionnaire, Record("r1"), "mode", "pc", "lv", CONTEXT).record
    assert codes_of(accept(questionnaire, record, "town", "v", "lv", CONTEXT)) == [
        "interview-not-offered"
    ]
    assert accept(questionnaire, record, "town", "r", "lv", CONTEXT).taken


def test_the_good_answers_of_a_page_stay_beside_bad_ones():
    questionnaire = form(
        question(Kind.INTEGER, "a"),
        question(Kind.INTEGER, "b"),
        question(Kind.TEXT, "c", relevant="${a} > 5"),
    )
    raw = {"a": "3", "b": "x", "c": "paslēpts", "z": "1"}
    taken = accept_page(questionnaire, Record("r1"), raw, "lv", CONTEXT)
    assert taken.record.answers == {"a": 3}
    assert [(p.code, p.where.column) for p in taken.problems] == [
        ("interview-no-question", ""),
        ("interview-not-whole", "b"),
    ]


def test_what_is_known_from_the_sample_cannot_be_answered():
    known = question(Kind.TEXT, "centre", role=Role.SAMPLE)
    asked = form(known, question(Kind.TEXT, "name"))
    record = begin(asked, "r", CONTEXT, sample={"centre": "Ogre"})
    taken = accept_page(asked, record, {"centre": "Rīga", "name": "x"}, "lv", CONTEXT)
    assert [item.code for item in taken.problems] == ["interview-no-question"]
    assert taken.record.answers == {"centre": "Ogre", "name": "x"}


def test_a_walk_that_comes_with_the_record_is_its_own():
    asked = form(
        question(Kind.INTEGER, "a"), question(Kind.CALCULATE, "twice", calculation="${a} * 2")
    )
    record = begin(asked, "r", CONTEXT)
    for given in ("1", "2", "2"):
        taken = accept_page(asked, record, {"a": given}, "lv", CONTEXT)
        record = taken.record
        assert taken.seen is None or taken.seen == walk(asked, record, replace(CONTEXT, lang="lv"))
    assert taken.seen is not None and record.answers["twice"] == "4"
