"""Calls on the database, in any order: interviewers, respondents on the web, leases that run out.

Beside the site stands a model of a few lines: who holds which case until when, and how the attempts
on it ended. After every step the rows say the same.
"""

from __future__ import annotations

import sys
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from atbalss.fieldwork.case import is_closed
from atbalss.fieldwork.outcomes import OUTCOMES
from atbalss_web.accounts.models import User
from atbalss_web.callroom.actions import end_call
from atbalss_web.cases.calling import LeaseLost, give_back, hand_out
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.runner import actions
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import Held
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import QuotaCell, Study
from atbalss_web.studies.queries import live_version

from .conftest import NOW
from .field import generated

sys.path.append(str(Path(__file__).resolve().parents[2] / "tools"))
from soak_calls import faults

LEASE = timedelta(hours=2)
CODES = ("3.13", "3.12", "2.222", "2.112", "2.112b", "2.35")
STEPS = st.tuples(
    st.sampled_from(["next", "next", "end", "end", "talk", "talk", "web", "back", "late", "pause"]),
    st.integers(0, 2),  # which interviewer
    st.integers(0, 3),  # which case, of those that a choice is among
    st.sampled_from(CODES),
    st.sampled_from("ab"),
    st.sampled_from([1, 5, 20, 130]),  # minutes that pass
)


class Model:
    """Cases, who holds them, and how attempts ended: what the site must agree with."""

    def __init__(self, study: Study, users: list[User]) -> None:
        self.study, self.users, self.now = study, users, NOW
        self.codes: dict[str, list[str]] = {row.key: [] for row in study.cases.all()}
        self.held: dict[int, tuple[str, str]] = {}  # interviewer: case, lease
        self.until = {}
        self.spent: list[tuple[User, str]] = []
        self.paused: set[str] = set()

    def step(self, what: str, who: int, which: int, code: str, said: str, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)
        getattr(self, what)(who, which, code, said)
        self.agrees()

    def next(self, who: int, *_: object) -> None:
        row = hand_out(self.study, self.users[who], self.now)
        mine = self.held.get(who)
        if mine and self.until[mine[1]] > self.now:
            assert row is not None and (row.key, row.lease) == mine  # the same one again
            return
        if row is None:
            return
        for other, (key, lease) in list(self.held.items()):
            if key == row.key:
                assert other == who or self.until[lease] <= self.now, "held twice"
                del self.held[other]
        assert not self.closed(row.key) and row.key not in self.paused
        if mine:
            self.spent.append((self.users[who], mine[1]))
        self.held[who] = row.key, row.lease
        self.until[row.lease] = self.now + LEASE

    def end(self, who: int, _: int, code: str, *__: object) -> None:
        if who not in self.held:
            return
        key, lease = self.held.pop(who)
        made = end_call(lease, self.users[who], code, self.now)
        assert end_call(lease, self.users[who], "3.13", self.now).pk == made.pk  # twice is once
        self.codes[key].append(made.code)
        self.spent.append((self.users[who], lease))

    def back(self, who: int, *_: object) -> None:
        if who in self.held:
            give_back(self.held.pop(who)[1], self.users[who], self.now)

    def late(self, who: int, which: int, code: str, *_: object) -> None:
        """A lease of before is used again: it is the attempt that it made, or nothing."""
        if not self.spent:
            return
        user, lease = self.spent[which % len(self.spent)]
        before = Attempt.objects.count()
        holds = any(mine == lease for _, mine in self.held.values())
        if holds or Case.objects.filter(lease=lease).exists():
            return  # it ran out and nobody took the case: its owner may still end the attempt
        try:
            assert end_call(lease, user, code, self.now).once == lease
        except LeaseLost:
            assert not Attempt.objects.filter(once=lease, by=user).exists()
        assert Attempt.objects.count() == before

    def talk(self, who: int, which: int, _: str, said: str) -> None:
        """Some of an interview on the telephone, or the whole of it."""
        if who not in self.held:
            return
        key, lease = self.held[who]
        row = Case.objects.select_related("study").get(key=key)
        if actions.resume(row, self.now, actor=self.users[who], lang="lv") is None:
            raise AssertionError("no version")
        self.until[lease] = max(self.until[lease], self.now)
        for number in range(which):
            page = f"q{number}"
            door = Held(lease, self.users[who].pk)
            given = {page: said}
            done = actions.answer(door, given, self.now, page=page, mode="phone")
            if done.interview.state == "sent_away":
                self.over(key, "4.80", who)
                return
        self.until[lease] = Case.objects.get(key=key).held_until
        if which == 3:
            done = actions.finish(Held(lease, self.users[who].pk), self.now, mode="phone")
            self.over(key, done.code, who)

    def web(self, _: int, which: int, __: str, said: str) -> None:
        """A respondent answers all by the link, whoever is calling just now."""
        key = sorted(self.codes)[which]
        if self.closed(key):
            return
        row = Case.objects.get(key=key)
        held = Interview.objects.filter(case=row).first()
        version = live_version(self.study)
        held = held or actions.start(version, self.now, lang="lv", mode="web", case=row)
        if held.state != "open":
            return
        for number in range(3):
            page = f"q{number}"
            done = actions.answer(held.token, {page: said}, self.now, page=page, mode="web")
        if done.interview.state == "open":
            done = actions.Answered(actions.finish(held.token, self.now, mode="web"))
        self.over(key, done.interview.code, None)

    def over(self, key: str, code: str, who: int | None) -> None:
        self.codes[key].append(code)
        for other, (mine, lease) in list(self.held.items()):
            if mine == key and (other == who or OUTCOMES[code].is_final):
                del self.held[other]
                self.spent.append((self.users[other], lease))

    def pause(self, _: int, which: int, *__: object) -> None:
        key = sorted(self.codes)[which]
        self.paused ^= {key}
        Case.objects.filter(key=key).update(is_paused=key in self.paused)

    def closed(self, key: str) -> bool:
        return any(OUTCOMES[code].is_final for code in self.codes[key])

    def agrees(self) -> None:
        for row in self.study.cases.all():
            made = list(row.attempts.order_by("id"))
            assert [item.code for item in made] == self.codes[row.key]
            assert row.is_closed == is_closed(made) == self.closed(row.key)
            holder = [who for who, (key, _) in self.held.items() if key == row.key]
            assert bool(row.lease) == bool(holder), row.key
            if holder:
                assert row.held_by_id == self.users[holder[0]].pk


@pytest.fixture
def people(organisation) -> list[User]:
    more = {"langs": ["lv"], "skills": ["refusal_conversion"]}
    return [User.objects.create(username=f"i{n}", **more) for n in range(3)]


@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(STEPS, min_size=4, max_size=16))
def test_rows_agree_with_the_model_after_every_step(organisation, people, steps):
    slug = f"m{Study.objects.count()}"
    study = Study.objects.create(organisation=organisation, slug=slug, langs=["lv"], is_open=True)
    delays = dict.fromkeys(("3.13", "3.12", "2.222", "2.112"), 0)
    study.rules = {"delays": delays, "max_per_day": 20}
    study.save()
    add_version(study, generated(3), None, NOW)
    QuotaCell.objects.create(study=study, name="a", cell=[["q0", "a"]], target=1)
    for number in range(4):
        study.cases.create(key=f"{slug}k{number}", lang="lv", ready_at=NOW, made=NOW)
    Case.objects.exclude(study=study).update(held_by=None, held_until=None, lease="")
    model = Model(study, people)
    for step in steps:
        model.step(*step)
    assert faults(study.pk, []) == []
