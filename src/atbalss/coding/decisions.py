"""Decisions: who coded which answer how, and what stands of them. Nothing is ever overwritten.

A decision holds the mark of the text it was taken on: when the text is another, it is stale and
counts no more. What stands does not depend on the order in which decisions arrive.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from atbalss.coding.answer import Answer
from atbalss.coding.codeframe import carry
from atbalss.coding.task import Task
from atbalss.problems import Place, Problem, Refused, problem


class Origin(StrEnum):
    """Who took a decision."""

    PERSON = "person"
    MACHINE = "machine"
    ADJUDICATED = "adjudicated"  # a person, on an answer that two coders coded differently


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of an answer, characters `start` to `end` (not included), and the codes it has."""

    start: int
    end: int
    codes: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or not self.codes:
            raise Refused([problem("coding-bad-segment", start=self.start, end=self.end)])


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one answer, in the words of `version` of the frame.

    `codes` are all codes of the answer, those of its segments among them; none: the coder takes
    back what they decided before. `when` knows its time zone. `confidence` (0 to 1) is the
    machine's; with a person it says what the machine held of a suggestion that they took over.
    """

    question: str
    id: str
    mark: str
    codes: tuple[str, ...]
    who: str
    when: datetime
    origin: Origin = Origin.PERSON
    version: int = 1
    segments: tuple[Segment, ...] = ()
    confidence: float | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if self.when.tzinfo is None:
            raise Refused([problem("coding-when-no-zone", id=self.id)])
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise Refused([problem("coding-bad-confidence", id=self.id)])
        parts = [code for segment in self.segments for code in segment.codes]
        whole = tuple(dict.fromkeys((*self.codes, *(parts if self.codes else ()))))
        object.__setattr__(self, "codes", whole)

    @property
    def order(self) -> tuple[float, str, str, str, str]:
        """What decisions are ordered by: time, then what settles a tie always in the same way."""
        rest = repr((self.mark, self.codes, self.version, self.segments, self.note))
        return (self.when.timestamp(), self.who, self.origin.value, str(self.confidence), rest)


class Status(StrEnum):
    """How far the coding of an answer is."""

    OPEN = "open"  # nobody has coded it
    STALE = "stale"  # coded, but its text is another since
    MACHINE = "machine"  # coded by the machine alone, above the study's threshold
    CODED = "coded"  # by one person
    AGREED = "agreed"  # by two or more, alike
    DISPUTED = "disputed"  # by two or more, differently: the first coder's codes hold till settled
    ADJUDICATED = "adjudicated"  # settled


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of an answer: its codes in the present frame, and how far it is.

    `held` are the decisions that count (the last of each coder); `look` says that a change of the
    frame asks for a second look. `stale` decisions were taken on another text.
    """

    answer: Answer
    status: Status
    codes: tuple[str, ...] = ()
    look: bool = False
    held: tuple[Decision, ...] = ()
    stale: tuple[Decision, ...] = ()


def standings(
    task: Task, answers: Iterable[Answer], decisions: Iterable[Decision]
) -> list[Standing]:
    """What stands of each answer, in the order of the answers; blank texts have no standing.

    Of each coder the last decision on the present text counts. An adjudicated one goes before
    persons, persons before the machine, which counts only from the task's threshold on.
    """
    by_answer: dict[str, list[Decision]] = {}
    for decision in decisions:
        if decision.question == task.name:
            by_answer.setdefault(decision.id, []).append(decision)
    return [
        stand(task, answer, by_answer.get(answer.id, ()))
        for answer in answers
        if answer.text.strip()
    ]


def stand(task: Task, answer: Answer, decisions: Sequence[Decision]) -> Standing:
    """What stands of one answer whose decisions these are, in any order."""
    ordered = sorted(decisions, key=lambda one: one.order)
    fresh = [one for one in ordered if one.mark == answer.mark]
    stale = tuple(one for one in ordered if one.mark != answer.mark)
    last: dict[tuple[Origin, str], Decision] = {}
    for one in fresh:
        # a coder's later decision keeps the place of their first
        key = (one.origin, one.who)
        if one.codes:
            last[key] = one
        else:
            last.pop(key, None)
    # settlements and machines speak with one voice: the last counts, whoever it was
    settled = _latest(one for one in last.values() if one.origin is Origin.ADJUDICATED)
    machine = _latest(one for one in last.values() if one.origin is Origin.MACHINE)
    persons = _in_view(task, [one for one in last.values() if one.origin is Origin.PERSON])
    if settled:
        return _standing(task, answer, Status.ADJUDICATED, (*settled, *persons), stale)
    if persons:
        return _of_persons(task, answer, tuple(persons), stale)
    sure = [one for one in machine if _is_sure(task, one)]
    if sure:
        return _standing(task, answer, Status.MACHINE, tuple(sure), stale)
    return Standing(answer, Status.STALE if stale else Status.OPEN, stale=stale)


def origin_of(standing: Standing) -> Origin:
    """What a person's decision on an answer is: a second look at a settled one settles it anew."""
    settled = standing.status is Status.ADJUDICATED and standing.look
    return Origin.ADJUDICATED if settled else Origin.PERSON


def _latest(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda one: one.order)[-1:]


def _in_view(task: Task, persons: list[Decision]) -> list[Decision]:
    """Persons' decisions but those that wait for a second look which somebody else has taken.

    Whoever decided in view of the frame that asks for the look has looked: it need not be the coder
    of the first decision, who may be gone.
    """
    asked = [carry(task.frame, one.codes, one.version).since for one in persons]
    return [
        one
        for one, since in zip(persons, asked, strict=True)
        if not since or not any(other is not one and other.version >= since for other in persons)
    ]


def faults(task: Task, decision: Decision, answer: Answer | None = None) -> list[Problem]:
    """What forbids a decision: unknown codes, an exclusive one beside others, a segment outside.

    `answer`: also whether the text is still the one it was taken on.
    """
    found: list[Problem] = []
    place = Place(column=task.name)
    for code in decision.codes:
        if not task.has(code):
            args = {"frame": task.frame.name, "option": code}
            found.append(problem("coding-unknown-code", place, **args))
    alone = [code for code in decision.codes if task.is_exclusive(code)]
    if alone and len(decision.codes) > 1:
        found.append(problem("coding-exclusive-beside", place, option=alone[0], id=decision.id))
    if decision.version != task.frame.version:
        args = {"version": str(decision.version), "now": str(task.frame.version)}
        found.append(problem("coding-other-version", place, id=decision.id, **args))
    if answer is not None and answer.mark != decision.mark:
        found.append(problem("coding-text-changed", place, id=decision.id))
    if answer is not None and any(one.end > len(answer.text) for one in decision.segments):
        found.append(problem("coding-segment-outside", place, id=decision.id))
    return found


def _of_persons(
    task: Task, answer: Answer, persons: tuple[Decision, ...], stale: tuple[Decision, ...]
) -> Standing:
    if len(persons) == 1:
        return _standing(task, answer, Status.CODED, persons, stale)
    codes = {frozenset(carry(task.frame, one.codes, one.version).codes) for one in persons}
    status = Status.AGREED if len(codes) == 1 else Status.DISPUTED
    return _standing(task, answer, status, persons, stale)


def _standing(
    task: Task,
    answer: Answer,
    status: Status,
    held: tuple[Decision, ...],
    stale: tuple[Decision, ...],
) -> Standing:
    first = held[0]
    carried = carry(task.frame, first.codes, first.version)
    known = tuple(code for code in carried.codes if task.has(code))
    look = carried.look or len(known) < len(carried.codes)
    return Standing(answer, status, known, look, held, stale)


def _is_sure(task: Task, decision: Decision) -> bool:
    return task.threshold is not None and (decision.confidence or 0.0) >= task.threshold
