"""The made-up clock of a rehearsed fieldwork: who is at work when, and what he does next.

A `Room` is what interviewers work in: one in memory (`field`) or the real site.
"""

from __future__ import annotations

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from atbalss.fieldwork.calls import Appointment
from atbalss.rehearsal.field_people import Worker

WRAP_UP = 0.5  # minutes from a call's end to the next case


@dataclass(frozen=True, slots=True)
class Sitting:
    """A call that was made: its case, outcome, minutes, and when to call again."""

    key: str
    code: str
    minutes: float
    reason: str
    appointment: Appointment | None = None


class Room(Protocol):
    """What a robot interviewer needs of a call room."""

    def sit(self, worker: Worker, now: datetime) -> Sitting | None:
        """Hand out a case to the worker and let him call; None: there is nothing to do."""

    def end(self, worker: Worker, sitting: Sitting, began: datetime, now: datetime) -> None:
        """Enter the outcome of a call."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Minutes of an interviewer: at work, of these busy."""

    present: float
    busy: float


def run(
    room: Room, workers: Sequence[Worker], first: date, last: date, zone: str, *, wait: int = 5
) -> dict[str, Hours]:
    """Let interviewers work their shifts from the first day to the last; minutes by name.

    An interviewer without a case asks again after `wait` minutes. One thing happens at a time, in
    the order of the clock. A call begun before the end of a shift is ended.
    """
    clock = ZoneInfo(zone)
    queue: list[tuple[datetime, int, int]] = []
    ends: dict[int, datetime] = {}
    held: dict[int, tuple[Sitting, datetime]] = {}
    present = dict.fromkeys(range(len(workers)), 0.0)
    busy = dict(present)
    shifts = {index: _shifts(item, first, last, clock) for index, item in enumerate(workers)}
    order = 0

    def push(at: datetime, index: int) -> None:
        nonlocal order
        order += 1
        heapq.heappush(queue, (at, order, index))

    def next_shift(index: int, after: datetime) -> None:
        for start, end in shifts[index]:
            if end > after:
                ends[index] = end
                push(max(start, after), index)
                return

    for index in range(len(workers)):
        next_shift(index, datetime.min.replace(tzinfo=UTC))
    while queue:
        now, _, index = heapq.heappop(queue)
        worker = workers[index]
        if index in held:
            sitting, began = held.pop(index)
            room.end(worker, sitting, began, now)
        if now >= ends[index]:
            next_shift(index, now)
            continue
        made = room.sit(worker, now)
        if made is None:
            later = min(now + timedelta(minutes=wait), ends[index])
            present[index] += (later - now) / timedelta(minutes=1)
            push(later, index)
            continue
        minutes = made.minutes / worker.speed + WRAP_UP
        present[index] += minutes
        busy[index] += minutes
        held[index] = made, now
        push(now + timedelta(minutes=minutes), index)
    return {item.name: Hours(present[index], busy[index]) for index, item in enumerate(workers)}


def _shifts(
    worker: Worker, first: date, last: date, clock: ZoneInfo
) -> list[tuple[datetime, datetime]]:
    found = []
    for ahead in range((last - first).days + 1):
        day = first + timedelta(days=ahead)
        for hours in worker.shifts:
            if day.weekday() in hours.days:
                start = datetime.combine(day, hours.start, clock).astimezone(UTC)
                found.append((start, datetime.combine(day, hours.end, clock).astimezone(UTC)))
    return sorted(found)
