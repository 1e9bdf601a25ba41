"""Hand-out under a lease, ends of attempts, appointments: each in one transaction, only once."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from atbalss.fieldwork.calls import CONVERSION
from atbalss_web.cases.calling import (
    Booking,
    LeaseLost,
    NotThen,
    book,
    end_attempt,
    give_back,
    hand_out,
)
from atbalss_web.cases.contacts import open_contact, open_note
from atbalss_web.cases.models import Appointment, Attempt, Case, DoNotCall
from atbalss_web.runner.actions import answer, finish, resume, set_aside, start
from atbalss_web.runner.models import Interview, Step
from atbalss_web.runner.queries import Held
from atbalss_web.studies.models import QuotaCell

from .conftest import NOW
from .field import add_case, in_field, interviewer

RIGA = ZoneInfo("Europe/Riga")  # NOW is a Monday, 14:00 in Riga


@pytest.fixture
def study(version):
    return in_field(version)


@pytest.fixture
def anna(study):
    return interviewer(study, "anna")


@pytest.fixture
def zane(study):
    return interviewer(study, "zane", skills=[CONVERSION])


def test_everyone_holds_one_case_and_no_case_is_held_twice(study, anna, zane):
    first = hand_out(study, anna, NOW)
    assert first.held_reason == "fresh" and len(first.lease) == 32
    assert hand_out(study, anna, NOW).lease == first.lease
    assert hand_out(study, zane, NOW).key != first.key


def test_a_lease_that_ran_out_comes_back_and_its_owner_may_be_late(study, anna, zane):
    Case.objects.exclude(key="k00000").update(is_paused=True)
    first = hand_out(study, anna, NOW)
    assert hand_out(study, zane, NOW) is None
    late = NOW + timedelta(hours=2, minutes=1)
    second = hand_out(study, zane, late)
    assert second.key == first.key and second.lease != first.lease
    with pytest.raises(LeaseLost):
        end_attempt(first.lease, anna, "3.13", late)
    with pytest.raises(LeaseLost):
        give_back(second.lease, anna, late)
    end_attempt(second.lease, zane, "3.13", late + timedelta(hours=3))  # nobody took it meanwhile
    assert Case.objects.get(key=first.key).n_attempts == 1


def test_an_attempt_is_entered_once(study, anna):
    row = hand_out(study, anna, NOW)
    for _ in range(3):
        made = end_attempt(row.lease, anna, "3.12", NOW + timedelta(minutes=2), note="Aizņemts")
    assert Attempt.objects.count() == 1
    row.refresh_from_db()
    assert (row.code, row.n_attempts, row.lease, row.held_by) == ("3.12", 1, "", None)
    assert row.ready_at == NOW + timedelta(minutes=32)
    assert made.reason == "fresh" and b"Aiz" not in bytes(made.note)
    assert open_note(study.pk, made.note) == "Aizņemts"
    assert open_contact(row)["phone"] == f"+3712{int(row.key[1:]):07d}"


def test_a_hand_out_costs_the_same_for_many_cases(study, anna):
    for number in range(10, 150):
        add_case(study, number)
    with CaptureQueriesContext(connection) as found:
        assert hand_out(study, anna, NOW) is not None
    assert len(found) <= 16, [item["sql"][:90] for item in found]


def test_refusals_need_conversion_and_for_good_are_for_good(study, anna, zane):
    Case.objects.exclude(key="k00000").update(is_paused=True)
    row = hand_out(study, anna, NOW)
    end_attempt(row.lease, anna, "2.112", NOW)
    later = NOW + timedelta(days=7, minutes=1)
    assert hand_out(study, anna, later) is None
    row = hand_out(study, zane, later)
    end_attempt(row.lease, zane, "2.112b", later, bar=True)
    row.refresh_from_db()
    assert row.is_closed and row.is_barred and row.ready_at is None
    assert DoNotCall.objects.count() == 1
    assert hand_out(study, zane, later + timedelta(days=30)) is None


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 10, day, hour, minute, tzinfo=RIGA)


def test_an_appointment_is_kept_by_whom_it_was_promised(study, anna, zane):
    Case.objects.exclude(key="k00000").update(is_paused=True)
    row = hand_out(study, anna, NOW)
    booking = Booking(at(6, 16), only_me=True)
    end_attempt(row.lease, anna, "2.35", NOW, booking=booking)
    row.refresh_from_db()
    assert row.ready_at == at(6, 15, 55)
    assert hand_out(study, anna, at(6, 15, 50)) is None
    assert hand_out(study, zane, at(6, 16)) is None
    assert hand_out(study, anna, at(6, 15, 55)).held_reason == "appointment"
    again = hand_out(study, anna, at(6, 15, 56))
    end_attempt(again.lease, anna, "3.13", at(6, 16))
    assert not Appointment.objects.filter(is_open=True).exists()


def test_given_back_it_stays_as_it_was(study, anna):
    Case.objects.exclude(key="k00000").update(is_paused=True)
    row = hand_out(study, anna, NOW)
    give_back(row.lease, anna, NOW)
    assert Attempt.objects.count() == 0
    assert hand_out(study, anna, NOW).key == row.key


@pytest.mark.parametrize(
    ("when", "why"),
    [(at(5, 13), "past"), (at(5, 21), "legal_hours"), (at(11, 12), "legal_hours")],
)
def test_no_appointment_outside_the_law(study, anna, when, why):
    row = hand_out(study, anna, NOW)
    with pytest.raises(NotThen) as caught:
        end_attempt(row.lease, anna, "2.35", NOW, booking=Booking(when))
    assert [item.code for item in caught.value.blocks] == [why]
    assert Attempt.objects.count() == 0 and hand_out(study, anna, NOW).lease == row.lease


def test_no_appointment_beyond_the_field_period(study, anna):
    study.rules = {"last_day": "2026-10-09"}
    study.save()
    row = add_case(study, 77)
    with pytest.raises(NotThen) as caught:
        book(row, Booking(at(12, 12)), NOW, actor=anna)
    assert [item.code for item in caught.value.blocks] == ["over"]
    book(row, Booking(at(9, 12)), NOW, actor=anna)
    row.refresh_from_db()
    assert row.ready_at == at(9, 11, 55)


# ---- interviews


def test_an_interview_that_ends_is_the_attempt_of_whoever_holds_the_case(study, anna, version):
    row = hand_out(study, anna, NOW)
    door = Held(row.lease, anna.pk)
    resume(row, NOW, actor=anna, lang="lv")
    answer(door, {"centrs": ["riga"]}, NOW, page="centrs", mode="phone")
    done = finish(door, NOW + timedelta(minutes=9), mode="phone")
    assert done.code == "2.12"
    made = Attempt.objects.get()
    assert (made.once, made.by, made.code) == (row.lease, anna, "2.12")
    assert end_attempt(row.lease, anna, "3.13", NOW).pk == made.pk
    row.refresh_from_db()
    assert (row.lease, row.code, row.is_closed) == ("", "2.12", False)


def test_a_finished_web_interview_closes_its_case_whoever_holds_it(study, anna, version):
    row = hand_out(study, anna, NOW)
    interview = start(version, NOW, lang="lv", mode="web", case=row)
    Interview.objects.filter(pk=interview.pk).update(step=1)
    study.rules = {"thresholds": {"complete": 0, "partial": 0}}
    study.save()
    assert finish(interview.token, NOW).code == "1.2"
    row.refresh_from_db()
    assert (row.is_closed, row.lease, row.code) == (True, "", "1.2")
    with pytest.raises(LeaseLost):
        end_attempt(row.lease, anna, "3.13", NOW)


def test_a_place_is_given_back_when_the_call_ends_and_taken_again(study, anna, version):
    from atbalss_web.studies.queries import questionnaire_of

    question = next(
        q for q in questionnaire_of(version.pk).questions if q.kind.value == "select_one"
    )
    code = question.codes.codes[0].name
    QuotaCell.objects.create(study=study, name="a", cell=[[question.name, code]], target=1)
    row = hand_out(study, anna, NOW)
    door = Held(row.lease, anna.pk)
    resume(row, NOW, actor=anna, lang="lv")
    answer(door, {question.name: [code]}, NOW, page=question.name, mode="phone", lang="ru")
    assert QuotaCell.objects.get().reserved == 1
    step = Step.objects.get()
    assert (step.mode, step.lang, step.by) == ("phone", "ru", anna)
    assert set_aside(door, NOW, over=False) == ""
    assert QuotaCell.objects.get().reserved == 0
    assert set_aside(door, NOW, over=True) == "2.12"
    assert QuotaCell.objects.get().done == 0


def test_no_to_the_interview_itself_is_a_refusal(study, anna, version):
    row = hand_out(study, anna, NOW)
    door = Held(row.lease, anna.pk)
    resume(row, NOW, actor=anna, lang="lv")
    answer(door, {"intro": []}, NOW, page="intro", mode="phone")
    answer(door, {"S1": ["no"]}, NOW, page="S1", mode="phone")
    answer(door, {"closing": []}, NOW, page="closing", mode="phone")
    assert finish(door, NOW, mode="phone").code == "2.112"


def test_a_clock_that_is_behind_opens_no_closed_case(study, anna, zane):
    """An appointment is called minutes early: by a clock that is behind, before it was agreed.

    Then attempts by their times stand in another order than they were made in; the case is closed
    all the same, by its final outcome, and nobody gets it again.
    """
    Case.objects.exclude(key="k00000").delete()
    first = hand_out(study, anna, NOW)
    booking = Booking(NOW + timedelta(minutes=1), is_hard=True)
    end_attempt(first.lease, anna, "2.35", NOW, booking=booking)
    behind = NOW - timedelta(minutes=3)
    again = hand_out(study, zane, behind)
    assert again.pk == first.pk
    end_attempt(again.lease, zane, "2.112b", behind)
    row = Case.objects.get()
    assert row.is_closed and row.code == "2.112b" and row.n_attempts == 2
    assert list(row.attempts.order_by("ended").values_list("code", flat=True)) == ["2.112b", "2.35"]
    for moment in (behind, NOW, NOW + timedelta(days=9)):
        assert hand_out(study, anna, moment) is None
