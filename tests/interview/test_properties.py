"""What must hold for any questionnaire and any answers."""

import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import CONTEXT, questionnaires, records

from atbalss.answers.frame import from_records
from atbalss.answers.order import in_order
from atbalss.answers.record import Record
from atbalss.interview.accept import accept, settled
from atbalss.interview.page import page
from atbalss.interview.path import path, walk
from atbalss.rehearsal.robots import Policy, interview
from atbalss.study.question import ANSWER_KINDS, Kind
from atbalss.study.rules import to_xpath

slow = settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@slow
@given(questionnaires(), st.integers(0, 10**6))
def test_a_simulated_interview_ends(questionnaire, seed):
    done = interview(questionnaire, random.Random(seed), CONTEXT, policy=Policy(budget=60))
    way = path(questionnaire, done.record, CONTEXT)
    assert done.complete == way.complete
    assert done.complete or {p.code for p in done.problems} & {
        "interview-dead-end",
        "interview-goes-round",
    }


@slow
@given(questionnaires(), st.integers(0, 10**6))
def test_every_page_reached_was_routed_to(questionnaire, seed):
    """The next question's own rule holds on what has been said on the route so far."""
    rng, record, steps = random.Random(seed), Record("r1"), 0
    while (name := path(questionnaire, record, CONTEXT).next) is not None and steps < 60:
        steps += 1
        seen = walk(questionnaire, record, CONTEXT)
        assert name in seen.reached
        shown = page(questionnaire, record, name, "lv", CONTEXT)
        assert name in [item.name for item in shown.items]
        assert all(item.name in seen.reached for item in shown.items)
        options = next(item for item in shown.items if item.name == name).options
        raw = rng.choice(options).code if options else "_refused"
        taken = accept(questionnaire, record, name, raw, "lv", CONTEXT, reason="test")
        if not taken.taken:
            taken = accept(questionnaire, record, name, "_refused", "lv", CONTEXT)
        if not taken.taken:
            break
        record = taken.record
    assert steps < 60


@slow
@given(st.data())
def test_finding_the_path_deletes_nothing(data):
    questionnaire = data.draw(questionnaires())
    record = data.draw(records(questionnaire))
    before = (dict(record.answers), record.changes, record.passed)
    way = path(questionnaire, record, CONTEXT)
    assert (dict(record.answers), record.changes, record.passed) == before
    assert set(way.off_route) | set(way.reached) >= set(record.answers)
    assert not set(way.off_route) & set(way.reached)


@slow
@given(st.data())
def test_accept_is_idempotent_and_keeps_all_other_answers(data):
    questionnaire = data.draw(questionnaires())
    record = settled(questionnaire, data.draw(records(questionnaire)), CONTEXT)
    name = data.draw(st.sampled_from([q.name for q in questionnaire.questions]))
    raw = data.draw(st.sampled_from(["", "a", "1", "12", "2024-03-01", "9:30", "_refused", "x y"]))
    reason = data.draw(st.sampled_from([None, "tā ir"]))
    once = accept(questionnaire, record, name, raw, "lv", CONTEXT, reason=reason)
    if once.taken:
        again = accept(questionnaire, once.record, name, raw, "lv", CONTEXT)
        assert again.taken and again.record == once.record
    else:
        assert once.record is record
    typed = {q.name for q in questionnaire.questions if q.kind is not Kind.CALCULATE} - {name}
    for other in typed & set(record.answers):
        assert once.record.answers[other] == record.answers[other]


@slow
@given(st.data())
def test_the_frame_reaches_what_the_path_reaches(data):
    questionnaire = data.draw(questionnaires())
    held = [data.draw(records(questionnaire, f"r{n}")) for n in range(3)]
    held += [settled(questionnaire, record, CONTEXT) for record in held[:1]]
    frame = from_records(questionnaire, held, "2024", CONTEXT)
    for row, record in zip(frame.data.iter_rows(named=True), held, strict=True):
        way = path(questionnaire, record, CONTEXT)
        for question in questionnaire.questions:
            if question.kind in ANSWER_KINDS:
                asked = question.name in way.reached
                assert row[f"{question.name}:reached"] == asked, to_text(question)
    off = frame.off_route.filter(frame.off_route["why"] == "off_route")
    kept = sorted(set(off.select("id", "question").rows()))
    marked = {
        (record.id, name)
        for record in held
        for name in path(questionnaire, record, CONTEXT).off_route
    }
    assert kept == sorted(marked)


def to_text(question):
    return f"{question.name}: {to_xpath(question.asked_of) if question.asked_of else ''}"


@given(questionnaires())
def test_the_order_holds_each_question_once_after_what_it_needs(questionnaire):
    assert in_order(questionnaire) == questionnaire.questions
