"""Suggestions of codes, learned from decisions. A suggestion decides nothing.

`learn` is a pure function of what was decided: it may run beside the coders, and what it gives
stays as it is; the next one takes its place when it is ready.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

from atbalss.coding.answer import Answer
from atbalss.coding.decisions import Decision, Origin, Standing, Status
from atbalss.coding.task import Task

if TYPE_CHECKING:
    from atbalss.coding.embed import Embedder

TAUGHT_BY = frozenset({Status.CODED, Status.AGREED, Status.ADJUDICATED})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code that may be right, and how sure the machine is of it: of 100 suggestions with
    confidence 0.7 about 70 are right.
    """

    code: str
    confidence: float

    @property
    def percent(self) -> int:
        """The confidence as it is told: whole percent, never rounded up, never 100."""
        return min(99, int(self.confidence * 100 + 1e-9))


@dataclass(frozen=True, slots=True)
class Taught:
    """A text and the codes that persons gave it."""

    text: str
    codes: tuple[str, ...]


class Suggester(Protocol):
    """What suggests codes."""

    @property
    def name(self) -> str:
        """Its name, as machine decisions and the method page tell it."""

    def suggest(self, texts: Sequence[str], top: int = 3) -> list[tuple[Suggestion, ...]]:
        """For each text its likeliest codes, the surest first, at most `top`."""


def taught(standings: Iterable[Standing]) -> list[Taught]:
    """What may be learned: answers that persons coded, agreed or settled; parts of answers too.

    Nothing is learned from the machine, from disputes, nor from answers that wait for a second
    look. Segments teach their own codes, whole texts all of theirs.
    """
    found: list[Taught] = []
    for one in standings:
        if one.status not in TAUGHT_BY or one.look or not one.codes:
            continue
        found.append(Taught(one.answer.text, one.codes))
        for segment in one.held[0].segments:
            codes = tuple(code for code in segment.codes if code in one.codes)
            part = one.answer.text[segment.start : segment.end]
            if codes and part != one.answer.text:
                found.append(Taught(part, codes))
    return found


def learn(task: Task, lessons: Sequence[Taught], embedder: Embedder | None = None) -> Suggester:
    """A suggester that knows the frame (labels, descriptions, examples) and the lessons.

    Without an embedder the light one: pieces of words and lemmas. With one: meaning as well.
    """
    from atbalss.coding.light import learned

    return learned(task, lessons, embedder)


def by_machine(
    task: Task, answer: Answer, found: Sequence[Suggestion], who: str, when: datetime
) -> Decision | None:
    """The machine's own decision on an answer: the codes that reach the task's threshold. None
    where none does, and always where no person has set a threshold. An exclusive code stands alone
    if it is the surest, else it is left out. `who` is the name of the machine's method.
    """
    limit = task.threshold
    if limit is None:
        return None
    sure = [one for one in found if one.confidence >= limit]
    alone = [one for one in sure if task.is_exclusive(one.code)]
    kept = sure[:1] if sure and sure[0] in alone else [one for one in sure if one not in alone]
    if not kept:
        return None
    return Decision(
        task.name,
        answer.id,
        answer.mark,
        tuple(one.code for one in kept),
        who,
        when,
        Origin.MACHINE,
        task.frame.version,
        confidence=min(one.confidence for one in kept),
    )
