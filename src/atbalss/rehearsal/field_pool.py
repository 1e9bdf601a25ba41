"""The cases of a rehearsed call room, kept so that few of them need to be asked about a call."""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from atbalss.fieldwork.calls import (
    Caller,
    CallRules,
    Case,
    Pick,
    is_due,
    next_case,
    part_of,
    ready_at,
    why_not,
)


class Pool:
    """Cases by number of attempts, each list in the order of the lot that `next_case` draws.

    `next` gives what `next_case` over all cases would give, where no priorities are set.
    """

    def __init__(self, rules: CallRules, seed: str) -> None:
        self.rules = rules
        self.seed = seed
        self.cases: dict[str, Case] = {}
        self._ready: dict[str, datetime | None] = {}
        self._rows: dict[int, list[tuple[bytes, str]]] = {}
        self._promised: set[str] = set()

    def put(self, case: Case, now: datetime) -> None:
        """Add a case, or take it as it is now."""
        old = self.cases.get(case.key)
        if old is not None and len(old.attempts) != len(case.attempts):
            self._rows[len(old.attempts)].remove(self._row(old))
            old = None
        self.cases[case.key] = case
        if old is None:
            bisect.insort(self._rows.setdefault(len(case.attempts), []), self._row(case))
        self._ready[case.key] = ready_at(replace(case, held_by=""), self.rules, now)
        if case.appointment is None:
            self._promised.discard(case.key)
        else:
            self._promised.add(case.key)

    def _row(self, case: Case) -> tuple[bytes, str]:
        words = f"{self.seed}|{case.key}|{len(case.attempts)}".encode()
        return hashlib.blake2b(words, digest_size=8).digest(), case.key

    def next(self, caller: Caller, now: datetime) -> Pick | None:
        """The case that a caller is given now."""
        return next_case(self._some(caller, now), self.rules, now, caller, self.seed)

    def _some(self, caller: Caller, now: datetime) -> Iterator[Case]:
        """The due appointments, and of each number of attempts the first that may be called."""
        for key in sorted(self._promised):
            if is_due(self.cases[key], self.rules, now):
                yield self.cases[key]
        for rows in self._rows.values():
            found: set[bool] = set()
            for _, key in rows:
                ready = self._ready[key]
                if ready is None or ready > now:
                    continue
                case = self.cases[key]
                tried = self._tried(case, now)
                if tried not in found and not why_not(case, self.rules, now, caller):
                    found.add(tried)
                    yield case
                if len(found) == 2 or (found and not case.attempts):
                    break

    def _tried(self, case: Case, now: datetime) -> bool:
        zone = ZoneInfo(case.zone or self.rules.zone)
        part = part_of(now.astimezone(zone))
        return any(part_of(item.at.astimezone(zone)) is part for item in case.attempts)
