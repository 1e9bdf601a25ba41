"""A rehearsed fieldwork keeps every rule of the call room, and is the same for the same seed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss.fieldwork.calls import Caller, CallRules, Hours, next_case
from atbalss.fieldwork.case import final_code
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss.fieldwork.quotas import Quota
from atbalss.folder import open_study
from atbalss.rehearsal.field import Paper, Plan, bank_of, people_of, play
from atbalss.rehearsal.field_summary import summary

ROOT = Path(__file__).resolve().parents[2]
LEGAL = (Hours(time(9), time(20), frozenset(range(5))), Hours(time(10), time(18), frozenset({5})))


@pytest.fixture(scope="module")
def questionnaire():
    return open_study(ROOT / "studies" / "tikls").questionnaire


@pytest.fixture(scope="module")
def bank(questionnaire):
    return bank_of(questionnaire, Plan(cases=40), 1)


PLANS = st.builds(
    Plan,
    start=st.dates(date(2026, 3, 20), date(2026, 11, 2)),  # over both changes of the clock
    days=st.integers(2, 12),
    cases=st.integers(0, 40),
    interviewers=st.integers(1, 5),
    centres=st.sampled_from([("a",), ("a", "b", "c")]),
    langs=st.sampled_from([("lv",), ("lv", "ru", "en")]),
    rules=st.builds(
        CallRules,
        legal=st.just(LEGAL),
        max_attempts=st.integers(1, 6),
        max_per_day=st.integers(1, 3),
        spread=st.booleans(),
        delays=st.sampled_from([{}, {"3.13": 0, "2.112": 60}]),
    ),
)
SLOW = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


@SLOW
@given(plan=PLANS, seed=st.integers(0, 10**6))
def test_rules_hold_whatever_is_planned(questionnaire, bank, plan, seed):
    work = play(questionnaire, plan, seed, bank)
    zone = ZoneInfo(plan.rules.zone)
    sittings = defaultdict(list)
    open_at: dict[str, datetime] = {}
    for item in sorted(work.events, key=lambda e: e.at):
        if item.kind == "handed_out":
            assert item.case not in open_at, "held twice"
            open_at[item.case] = item.at
        elif item.kind == "ended":
            sittings[item.case].append((open_at.pop(item.case), item.at))
    assert not open_at
    for case in work.cases:
        mine = sorted(case.attempts, key=lambda a: a.at)
        assert len(sittings[case.key]) == len(mine)
        days: dict[date, int] = defaultdict(int)
        for nth, attempt in enumerate(mine):
            local = attempt.at.astimezone(zone)
            assert any(hours.holds(local) for hours in LEGAL), local
            assert plan.start <= local.date() <= plan.last
            days[local.date()] += 1
            promised = nth and mine[nth - 1].code == "2.35"  # a due appointment is exempt
            assert promised or nth < plan.rules.max_attempts
            assert promised or days[local.date()] <= plan.rules.max_per_day
        for one, two in pairwise(mine):
            assert not OUTCOMES[one.code].is_final
            if one.code != "2.35":
                assert two.at >= one.at + timedelta(minutes=plan.rules.delay(one.code))
        assert work.codes[case.key] == final_code(case.attempts)
    found = summary(work)
    assert found.tally.total == len(work.cases) == plan.cases == found.agreed
    assert sum(found.codes.values()) == plan.cases


@SLOW
@given(plan=PLANS, seed=st.integers(0, 10**6))
def test_the_same_seed_is_the_same_fieldwork(questionnaire, bank, plan, seed):
    one, two = (play(questionnaire, plan, seed, bank) for _ in range(2))
    assert one.events == two.events and one.records == two.records and one.hours == two.hours


@SLOW
@given(plan=PLANS, seed=st.integers(0, 10**6))
def test_the_pool_gives_what_the_rules_give_over_all_cases(questionnaire, bank, plan, seed):
    """A shortlist is asked for speed; it must not change what is handed out."""
    people = people_of(plan, seed)
    room = Paper(plan, people, bank, seed)
    now = datetime.combine(plan.start, time(9, 30), ZoneInfo("Europe/Riga")).astimezone(UTC)
    for step in range(60):
        room.arrive(now)
        worker = people.workers[step % len(people.workers)]
        caller = Caller(worker.name, worker.langs, worker.skills)
        whole = next_case(room.pool.cases.values(), room.rules, now, caller, str(seed))
        assert room.pool.next(caller, now) == whole
        sitting = room.sit(worker, now)
        assert (sitting and sitting.key) == (whole and whole.case.key)
        if sitting is not None:
            room.end(worker, sitting, now, now + timedelta(minutes=1))
        now += timedelta(minutes=37)


def test_quotas_never_overshoot(questionnaire):
    name, question = next(
        (q.name, q) for q in questionnaire.questions if q.codes is not None and q.name == "d_sex"
    )
    cells = tuple(
        Quota(f"q{i}", ((name, code),), 5) for i, code in enumerate(question.codes.names[:2])
    )
    plan = Plan(cases=80, days=10, interviewers=6, quotas=cells)
    work = play(questionnaire, plan, 3)
    assert all(item.done <= item.target and item.reserved == 0 for item in work.quotas)
    assert sum(item.done for item in work.quotas) == 10
    assert "4.80" in work.codes.values()


def test_more_interviewers_reach_more(questionnaire, bank):
    few, many = (
        summary(play(questionnaire, Plan(cases=300, days=6, interviewers=n), 5, bank))
        for n in (1, 8)
    )
    assert many.interviews > few.interviews
    assert few.blocked.get("no_interviewer", 0) > many.blocked.get("no_interviewer", 0)


def test_nobody_speaks_the_language(questionnaire, bank):
    plan = Plan(cases=60, days=8, interviewers=3, langs=("lv", "ru"))
    people = people_of(plan, 2)
    deaf = tuple(replace(w, langs=frozenset({"lv"})) for w in people.workers)
    room = Paper(plan, people, bank, 2)
    now = datetime(2026, 10, 12, 12, tzinfo=UTC)
    room.arrive(now)
    for _ in range(100):
        sitting = room.sit(deaf[0], now)
        if sitting is None:
            break
        assert room.pool.cases[sitting.key].lang in ("lv", "ru")
        room.end(deaf[0], sitting, now, now)
    left = [c for c in room.pool.cases.values() if c.lang == "ru"]
    assert left and all(not c.attempts or c.attempts[-1].code == "2.333" for c in left)
