"""One robot interviewer of `soak_calls.py`: takes cases and ends them in every way that people do.

It works through the actions that the pages call. When the database says that it is busy it does
what the page tells a person to do: it sends the same again. It keeps when it held which case, by
the machine's own clock, so that two who held one at once are found out by what they saw themselves.
"""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

T = TypeVar("T")
START = datetime(2026, 10, 5, 7, tzinfo=UTC)
SPEED = 30  # seconds in the field for each second of work
TRIES = 5
CODES = ("3.13", "3.12", "2.222", "2.112", "2.35", "2.112b", "later", "interview", "interview")


class Robot:
    """An interviewer of a study, with what he met."""

    def __init__(self, study: int, me: int, began: float) -> None:
        from atbalss_web.accounts.models import User
        from atbalss_web.studies.models import Study

        self.study = Study.objects.get(pk=study)
        self.user = User.objects.get(username=f"{self.study.slug}{me}")
        self.chance = random.Random(1000 + me)
        self.began = began
        self.met: Counter[str] = Counter()
        self.held: list[tuple[int, float, float]] = []
        self.longest = 0.0

    def now(self) -> datetime:
        """The field's clock, one for all robots, read anew for each action as pages do."""
        return START + SPEED * timedelta(seconds=time.time() - self.began)

    def insist(self, action: Callable[[], T]) -> T:
        """What an action gives; sent again while the database is busy, as a person would."""
        from django.db import InterfaceError, OperationalError, connection

        for left in reversed(range(TRIES)):
            start = time.monotonic()
            try:
                return action()
            except (OperationalError, InterfaceError):
                connection.close()
                self.met["busy"] += 1
                if not left:
                    raise
            finally:
                self.longest = max(self.longest, time.monotonic() - start)
        raise AssertionError

    def turn(self) -> None:
        """One case from its hand-out to its end."""
        from atbalss_web.cases.calling import LeaseLost, hand_out
        from atbalss_web.cases.models import Case
        from atbalss_web.runner.models import Interview

        row = self.insist(lambda: hand_out(self.study, self.user, self.now()))
        if row is None:
            self.met["none"] += 1
            return
        self.met["taken"] += 1
        start = time.monotonic()
        self.until, self.by_web = start, False
        mine = Case.objects.filter(held_by=self.user, held_until__gt=self.now()).exclude(lease="")
        self.met["twice"] += mine.count() != 1
        try:
            self.work(row)
        except (LeaseLost, Interview.DoesNotExist):
            self.met["ended_by_web" if self.by_web else "lost"] += 1
        self.held.append((row.pk, start, max(self.until, start)))

    def work(self, row) -> None:
        """What comes of a case that is held."""
        from atbalss_web.cases.calling import Booking, give_back
        from atbalss_web.cases.models import Case

        lease, user, chance = row.lease, self.user, self.chance
        code = chance.choice(CODES)
        if chance.random() < 0.03:  # forgotten: the lease runs out
            self.still()
            self.insist(lambda: Case.objects.filter(lease=lease).update(held_until=self.now()))
            self.met["dropped"] += 1
        elif chance.random() < 0.05:
            self.still()
            self.insist(lambda: give_back(lease, user, self.now()))
            self.met["given_back"] += 1
        elif code == "later":
            at = self.now() + timedelta(minutes=chance.randint(20, 300))
            self.end(lease, "2.35", booking=Booking(at, chance.random() < 0.7))
            self.met["appointments"] += 1
        elif code == "interview":
            self.interview(row)
        else:
            self.end(lease, code)
            self.end(lease, code)  # a double click

    def still(self) -> None:
        """Note that the case is held up to here: what follows lets go of it."""
        self.until = time.monotonic()

    def end(self, lease: str, code: str, booking=None) -> None:
        """End the call, as the call room does."""
        from atbalss_web.callroom.actions import end_call

        self.still()
        self.insist(lambda: end_call(lease, self.user, code, self.now(), booking=booking))

    def interview(self, row) -> None:
        """Three questions, some of them answered by the person's own link meanwhile."""
        from atbalss_web.runner.actions import answer, finish, resume
        from atbalss_web.runner.queries import Held

        chance, door = self.chance, Held(row.lease, self.user.pk)
        held = self.insist(lambda: resume(row, self.now(), actor=self.user, lang="lv"))
        if held is None:
            raise RuntimeError("no version")
        self.met["interviews"] += 1
        asked = ["q0", "q1", "q2"]
        if chance.random() < 0.2:  # a second thought: a quota place may have to move
            asked.append(chance.choice(asked))
        for name in asked:
            values = {name: [chance.choice("ab")]}
            web = chance.random() < 0.1
            at, mode = (held.token, "web") if web else (door, "phone")
            self.still()
            self.by_web = web
            done = self.insist(
                lambda at=at, values=values, name=name, mode=mode: answer(
                    at, values, self.now(), page=name, mode=mode
                )
            )
            if done.interview.state != "open":
                self.met["sent_away"] += 1
                return
            if chance.random() < 0.1:
                self.end(row.lease, "2.12")
                self.met["broken_off"] += 1
                return
        self.still()
        self.by_web = chance.random() < 0.1
        at, mode = (held.token, "web") if self.by_web else (door, "phone")
        self.insist(lambda: finish(at, self.now(), mode=mode))
        if self.by_web:
            self.end(row.lease, "2.35")  # too late: the person's own end came first
