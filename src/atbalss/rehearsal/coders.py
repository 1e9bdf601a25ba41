"""Invented coders: decisions that lead to given codes, as coders would have left them.

A wave whose answers are made up has codes that were made up too. Here they become `coding.csv`:
two coders by turns, some answers coded twice, now and then differently and then settled, frames
that changed meanwhile, second looks. What stands in the end is what was given, to the code.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import CodeFrame, Kind, carry
from atbalss.coding.decisions import Decision, Origin, Segment
from atbalss.coding.queue import is_double
from atbalss.coding.task import Task

CODERS = ("anna (atdarināta)", "juris (atdarināts)")
SUPERVISOR = "vadītāja (atdarināta)"
NOTE = "atdarināts lēmums"
TURN = 35  # answers after which the other coder goes on
DIFFERS = 0.3  # of answers coded twice, those that the second coder sees otherwise
SITTING, BREAK = timedelta(minutes=95), timedelta(minutes=20)
DAY = timedelta(hours=7)  # from the first decision of a day to the last


@dataclass
class _Clock:
    """A coder's own clock: seconds an answer, breaks, and the next day after a day's work."""

    at: datetime
    chance: random.Random
    day: datetime = field(init=False)
    sitting: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.day = self.sitting = self.at

    def tick(self, codes: int = 1) -> datetime:
        """The moment of the next decision, of an answer with so many codes."""
        self.at += timedelta(seconds=self.chance.randint(4, 14) + 6 * codes)
        if self.at - self.sitting > SITTING:
            self.sitting = self.at = self.at + BREAK
        if self.at - self.day > DAY:
            self.day += timedelta(days=3 if self.day.weekday() == 4 else 1)
            self.sitting = self.at = self.day
        return self.at


@dataclass
class _Desk:
    """What one question's coding needs: its task, chance, the coders' clocks, what was decided."""

    task: Task
    chance: random.Random
    clocks: Mapping[str, _Clock]
    made: list[Decision] = field(default_factory=list)

    def say(
        self,
        answer: Answer,
        codes: Sequence[str],
        who: str,
        origin: Origin = Origin.PERSON,
        version: int = 0,
    ) -> Decision:
        """Add a decision in the codes of the version that was in use, or in `version`."""
        clock = self.clocks[who]
        when = clock.tick(len(codes))
        used = version or version_at(self.task.frame, when)
        said = then(self.task.frame, codes, used, self.chance)
        parts = segments(self.task, answer, codes) if tuple(codes) == said else ()
        if parts and self.chance.random() >= 0.5:
            parts = ()  # half of the coders' answers of several parts are coded whole
        one = Decision(
            self.task.name,
            answer.id,
            answer.mark,
            said,
            who,
            when,
            origin,
            used,
            parts,
            note=NOTE,
        )
        self.made.append(one)
        return one


def invented_decisions(
    tasks: Mapping[str, Task],
    answers: Mapping[str, Sequence[Answer]],
    codes: Mapping[tuple[str, str], Sequence[str]],
    begin: datetime,
    seed: int,
    *,
    share: float = 0.1,
    salt: str = "",
) -> list[Decision]:
    """Decisions, by time, of which exactly `codes` (by question and id) stand in the end.

    `begin` is the first coder's first moment, a morning of a working day; of the answers `share`
    are coded twice. Answers without codes stay open. The same seed gives the same decisions.
    """
    chance = random.Random(seed)  # noqa: S311 - made-up coders, no secret
    people = (*CODERS, SUPERVISOR)
    clocks = {who: _Clock(begin + timedelta(hours=2 * n), chance) for n, who in enumerate(people)}
    found: list[Decision] = []
    turn = 0
    for name, task in tasks.items():
        desk = _Desk(task, chance, clocks)
        for answer in answers.get(name, ()):
            wanted = tuple(dict.fromkeys(codes.get((name, answer.id), ())))
            if not wanted:
                continue
            first, second = CODERS[turn // TURN % 2], CODERS[(turn // TURN + 1) % 2]
            turn += 1
            double = is_double(name, answer.id, share, salt)
            _code(desk, answer, wanted, first, second if double else "")
        found += desk.made
    return sorted(found, key=lambda one: one.order)


def _code(desk: _Desk, answer: Answer, wanted: tuple[str, ...], first: str, second: str) -> None:
    """One answer to its codes: coded, coded again, settled; looked at again if the frame asks."""
    frame = desk.task.frame
    held = [desk.say(answer, wanted, first)]
    if second:
        differs = desk.chance.random() < DIFFERS
        other = _otherwise(desk, wanted) if differs else wanted
        held.append(desk.say(answer, other, second))
        if frozenset(other) != frozenset(wanted):
            moment = max(one.when for one in held)
            clock = desk.clocks[SUPERVISOR]
            clock.at = max(clock.at, moment)
            held.append(desk.say(answer, wanted, SUPERVISOR, Origin.ADJUDICATED))
    changed = max((one.when for one in frame.changes if one.when), default=held[0].when)
    for one in held if len(held) < 3 else held[-1:]:  # what is settled is looked at as settled
        carried = carry(frame, one.codes, one.version)
        if carried.look or frozenset(carried.codes) != frozenset(wanted):
            clock = desk.clocks[one.who]
            clock.at = max(clock.at, changed)
            desk.say(answer, wanted, one.who, one.origin, frame.version)


def _otherwise(desk: _Desk, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """What another coder may see in the answer: one code fewer, or a neighbour for the last."""
    if len(wanted) > 1:
        return wanted[:-1]
    names = [
        name
        for name in desk.task.frame.codes.names
        if not desk.task.is_exclusive(name) and name not in wanted
    ]
    if not names or desk.task.is_exclusive(wanted[0]):
        return wanted
    return (desk.chance.choice(names),)


def version_at(frame: CodeFrame, when: datetime) -> int:
    """Which version of a frame was in use at a moment."""
    made = [one.version for one in frame.changes if one.when is not None and one.when <= when]
    return max(made, default=1)


def then(
    frame: CodeFrame, codes: Sequence[str], version: int, chance: random.Random
) -> tuple[str, ...]:
    """Codes as they were called in an earlier version; one that was not yet there is left out.

    Of codes that were merged since, chance takes one. All of them missing, the first of the frame's
    codes then that is not exclusive stands for what the coder could say.
    """
    held = list(codes)
    for change in frame.changes[::-1]:
        if change.version <= version:
            continue
        if change.kind is Kind.ADD:
            held = [code for code in held if code not in change.into]
        elif change.kind in (Kind.RENAME, Kind.SPLIT):
            held = [change.codes[0] if code in change.into else code for code in held]
        elif change.kind is Kind.MERGE:
            held = [chance.choice(change.codes) if code in change.into else code for code in held]
    kept = tuple(dict.fromkeys(held))
    return kept or tuple(name for name in frame.codes.names if name not in frame.exclusive)[-1:]


def segments(task: Task, answer: Answer, codes: Sequence[str]) -> tuple[Segment, ...]:
    """The parts of an invented answer that say its codes, where each part's words name its code."""
    if len(codes) < 2:
        return ()
    labels = {text: name for name, one in task.choices.items() for _, text in one.label.pairs}
    found = []
    at = 0
    for part in answer.text.split("; "):
        words = part.split(" (", 1)[0].strip()
        name = labels.get(words)
        if name in codes and name is not None:
            found.append(Segment(at, at + len(part), (name,)))
        at += len(part) + 2
    said = [code for one in found for code in one.codes]
    return tuple(found) if sorted(said) == sorted(codes) else ()
