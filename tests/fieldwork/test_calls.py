"""Whom to call next and why not now: hours, zones, delays, appointments, skills, leases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from atbalss.fieldwork.calls import (
    CONVERSION,
    Appointment,
    Caller,
    CallRules,
    Case,
    Hours,
    Part,
    next_case,
    part_of,
    ready_at,
    why_not,
)
from atbalss.fieldwork.case import Attempt, Thresholds, final_code, interview_code, is_closed
from atbalss.fieldwork.outcomes import CALL_ROOM, OUTCOMES, Disposition, Preset

RIGA = ZoneInfo("Europe/Riga")
RULES = CallRules()
ANNA = Caller("anna", frozenset({"lv", "ru"}))


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    """October 2026; the 5th is a Monday."""
    return datetime(2026, month, day, hour, minute, tzinfo=RIGA)


def blocks(case: Case, now: datetime, caller: Caller | None = ANNA, rules: CallRules = RULES):
    return [item.code for item in why_not(case, rules, now, caller)]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"is_barred": True}, "do_not_call"),
        ({"is_released": False}, "not_released"),
        ({"is_paused": True}, "paused"),
        ({"is_answering": True}, "answering"),
        ({"quota_open": False}, "quota_full"),
        ({"held_by": "zane", "held_until": at(5, 12)}, "held"),
        ({"hours": (Hours(time(18), time(20)),)}, "own_hours"),
        ({"lang": "en"}, "language"),
        ({"needs": frozenset({"elderly"})}, "skill"),
        ({"assigned": "zane"}, "assigned"),
        ({"appointment": Appointment(at(5, 15))}, "appointment"),
        ({"appointment": Appointment(at(5, 10), only="zane")}, "exclusive"),
        ({"attempts": (Attempt(at(5, 10), "3.13"),)}, "delay"),
        ({"attempts": (Attempt(at(1, 10), "2.112b"),)}, "closed"),
        ({"attempts": tuple(Attempt(at(2, 9 + i), "3.12") for i in range(8))}, "max_attempts"),
        ({"attempts": tuple(Attempt(at(5, 9, i), "3.12") for i in range(3))}, "max_per_day"),
        ({"attempts": (Attempt(at(1, 10, month=9), "2.112"),)}, "skill"),
    ],
)
def test_each_rule_says_why_not(changes, code):
    free = Case("a")
    now = at(5, 11)
    assert blocks(free, now) == []
    assert code in blocks(replace(free, **changes), now)


def test_an_old_lease_holds_nobody():
    assert blocks(Case("a", held_by="zane", held_until=at(5, 10)), at(5, 11)) == []


def test_hours_are_the_respondents_own():
    """11:00 in Riga is 4:00 in New York: not legal there; 18:00 in Riga is 11:00."""
    abroad = Case("a", zone="America/New_York")
    assert blocks(abroad, at(5, 11)) == ["legal_hours"]
    assert blocks(abroad, at(5, 18)) == []


def test_evenings_sundays_and_holidays_are_no_time_to_call():
    rules = replace(RULES, holidays=frozenset({date(2026, 10, 6)}))
    case = Case("a")
    assert blocks(case, at(5, 20)) == ["legal_hours"]
    assert blocks(case, at(11, 12)) == ["legal_hours"]
    assert blocks(case, at(6, 12), rules=rules) == ["legal_hours"]
    assert ready_at(case, rules, at(5, 21)) == at(7, 9)
    assert ready_at(case, RULES, at(10, 19)) == at(12, 9)  # Saturday evening to Monday


def test_delays_run_through_the_hour_that_summer_time_gives_back():
    """Clocks go back on 25 October 2026 at 4:00: an hour more of waiting shows on the wall."""
    rules = replace(RULES, delays={"3.13": 24 * 60}, legal=(Hours(time(0), time(23, 59)),))
    case = Case("a", attempts=(Attempt(at(24, 12), "3.13"),))
    utc = ZoneInfo("UTC")
    ready = ready_at(case, rules, at(24, 13).astimezone(utc))
    assert ready is not None
    elapsed = ready.astimezone(utc) - at(24, 12).astimezone(utc)
    assert elapsed == timedelta(hours=24)
    assert ready.astimezone(RIGA) == at(25, 11)


def test_a_due_appointment_overrides_pace_but_not_the_law():
    tried = tuple(Attempt(at(5, 9, i), "3.12") for i in range(8))
    case = Case("a", appointment=Appointment(at(5, 10)), attempts=tried)
    assert blocks(case, at(5, 10)) == []
    late = replace(case, appointment=Appointment(at(5, 21)))
    assert blocks(late, at(5, 21)) == ["legal_hours"]
    assert "do_not_call" in blocks(replace(case, is_barred=True), at(5, 10))


def test_the_order_appointments_queue_priority_part_of_week_fewest_attempts():
    now = at(5, 11)
    cases = [
        Case("fresh"),
        Case("tried_monday_morning", attempts=(Attempt(at(28, 10, month=9), "3.13"),)),
        Case("tried_evening", attempts=(Attempt(at(1, 18), "3.13"),)),
        Case("first", priority=5),
        Case("queued", is_queued=True),
        Case("soft", appointment=Appointment(at(5, 9), is_hard=False)),
        Case("hard", appointment=Appointment(at(5, 11))),
        Case("barred", is_barred=True, priority=99),
    ]
    order = []
    while (pick := next_case(cases, RULES, now, ANNA)) is not None:
        order.append((pick.case.key, pick.reason))
        cases = [case for case in cases if case.key != pick.case.key]
    assert order == [
        ("hard", "appointment"),
        ("soft", "appointment"),
        ("queued", "queued"),
        ("first", "priority"),
        ("fresh", "fresh"),
        ("tried_evening", "part_of_week"),
        ("tried_monday_morning", "turn"),
    ]


def test_a_refusal_needs_who_can_convert_it():
    case = Case("a", attempts=(Attempt(at(1, 10, month=9), "2.112"),))
    assert blocks(case, at(5, 11)) == ["skill"]
    assert blocks(case, at(5, 11), replace(ANNA, skills=frozenset({CONVERSION}))) == []


def test_the_season():
    rules = replace(RULES, first_day=date(2026, 10, 6), last_day=date(2026, 10, 9))
    assert blocks(Case("a"), at(5, 11), rules=rules) == ["not_begun"]
    assert blocks(Case("a"), at(10, 11), rules=rules) == ["over"]


def test_parts_of_the_week():
    found = [part_of(at(*when)) for when in ((5, 9), (5, 12), (5, 17), (10, 12))]
    assert found == [Part.MORNING, Part.AFTERNOON, Part.EVENING, Part.WEEKEND]


def test_values_are_checked():
    with pytest.raises(ValueError, match="hours"):
        Hours(time(9), time(9))
    with pytest.raises(ValueError, match="time zone"):
        Appointment(datetime(2026, 10, 5, 9))  # noqa: DTZ001
    with pytest.raises(ValueError, match="time zone"):
        Attempt(datetime(2026, 10, 5, 9), "1.1")  # noqa: DTZ001
    with pytest.raises(ValueError, match="attempt"):
        CallRules(max_attempts=0)


# ---- final codes


def history(*codes: str) -> list[Attempt]:
    return [Attempt(at(1 + i, 10), code) for i, code in enumerate(codes)]


@pytest.mark.parametrize(
    ("codes", "final"),
    [
        ((), "3.11"),
        (("3.13", "3.12"), "3.13"),
        (("2.112", "3.13"), "2.112"),
        (("2.112b", "3.13"), "2.112b"),
        (("1.1", "3.13"), "1.1"),
        (("2.21", "3.13", "4.32"), "4.32"),
        (("3.12", "2.35", "3.13"), "2.35"),
        (("2.12", "1.2", "2.112b"), "1.2"),
        (("3.12", "3.12"), "3.12"),
    ],
)
def test_the_most_informative_outcome_stays(codes, final):
    assert final_code(history(*codes)) == final


@given(st.lists(st.sampled_from(CALL_ROOM), min_size=1, max_size=8))
def test_a_later_no_answer_never_erases_anything(codes):
    before = final_code(history(*codes))
    after = final_code(history(*codes, "3.13"))
    rank = [Disposition.REFUSAL, Disposition.OTHER, Disposition.NON_CONTACT]
    kinds = [OUTCOMES[code].disposition(Preset.NAMED) for code in (before, after)]
    if OUTCOMES[before].is_final and before != "2.112b":
        return  # it was closed: nobody calls again
    assert after == before or kinds[0] not in rank[:2]


def test_interviews_by_the_share_of_core_questions():
    assert interview_code(20, 20, at_end=True) == "1.1"
    assert interview_code(16, 20, at_end=True) == "1.1"
    assert interview_code(16, 20, at_end=False) == "1.2"
    assert interview_code(10, 20, at_end=False) == "1.2"
    assert interview_code(9, 20, at_end=False) == "2.12"
    assert interview_code(0, 0, at_end=True) == "1.1"
    assert interview_code(0, 0, at_end=False) == "2.12"
    with pytest.raises(ValueError, match="partial"):
        Thresholds(0.5, 0.8)


# ---- a call room at random


class Room(RuleBasedStateMachine):
    """Two interviewers, five cases, hours that pass: what must hold at every moment."""

    def __init__(self) -> None:
        super().__init__()
        self.now = at(5, 9)
        self.cases = {key: Case(key, lang="lv") for key in "abcde"}
        self.held: dict[str, str] = {}

    @rule(minutes=st.integers(1, 600))
    def pass_time(self, minutes):
        self.now = (self.now.astimezone(ZoneInfo("UTC")) + timedelta(minutes=minutes)).astimezone(
            RIGA
        )

    @rule(name=st.sampled_from(["anna", "zane"]))
    def take(self, name):
        if name in self.held:
            return
        caller = Caller(name, frozenset({"lv"}), frozenset({CONVERSION}))
        pick = next_case(self.cases.values(), RULES, self.now, caller)
        if pick is None:
            return
        case = pick.case
        assert not is_closed(case.attempts)
        assert case.key not in self.held.values()
        self.held[name] = case.key
        self.cases[case.key] = replace(
            case, held_by=name, held_until=self.now + timedelta(days=365), appointment=None
        )

    @precondition(lambda self: self.held)
    @rule(data=st.data(), code=st.sampled_from([*CALL_ROOM, "1.1", "later"]))
    def end(self, data, code):
        name = data.draw(st.sampled_from(sorted(self.held)))
        case = self.cases[self.held.pop(name)]
        appointment = None
        if code == "later":
            appointment = Appointment(self.now + timedelta(hours=20), only=name)
            code = "2.35"
        attempts = (*case.attempts, Attempt(self.now, code, name))
        self.cases[case.key] = replace(
            case, held_by="", held_until=None, attempts=attempts, appointment=appointment
        )

    @invariant()
    def limits_hold(self):
        for case in self.cases.values():
            normal = [item for item in case.attempts if item.code != "2.35"]
            assert len(normal) <= RULES.max_attempts + 1
            assert not is_closed(case.attempts[:-1])

    @invariant()
    def what_is_ready_at_is_free_then(self):
        for case in self.cases.values():
            moment = ready_at(case, RULES, self.now)
            if moment is not None:
                assert moment >= self.now
                assert why_not(case, RULES, moment) == []


TestRoom = Room.TestCase
TestRoom.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
