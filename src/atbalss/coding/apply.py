"""Decisions -> codes of answers: the rows that frames read, and the counts that a method tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atbalss.coding.decisions import Origin, Standing, Status

Row = tuple[str, str, str]  # id, question, code: a row of codes.csv


def rows(standings: Iterable[Standing]) -> list[Row]:
    """The codes that stand, a row each, in the order of the answers.

    An option of the closed question comes as `parent/option`: a frame that is built from these rows
    gives it to that question, and takes "Cits" away where nothing else was said.
    """
    return [(one.answer.id, one.answer.question, code) for one in standings for code in one.codes]


@dataclass(frozen=True, slots=True)
class Counts:
    """How the answers to one question were coded, in answers."""

    question: str
    answers: int
    by_person: int
    by_machine: int
    double: int  # coded by two persons or more
    disputed: int  # differently, and not settled yet
    adjudicated: int
    open: int
    look: int  # waiting for a second look after a change of the frame
    upcoded: int  # belonging, all or part, to an option of the closed question
    version: int
    threshold: float | None = None
    alpha: float | None = None  # Krippendorff's, MASI distance, over answers coded twice
    coders: int = 0


def counts(
    standings: Sequence[Standing],
    question: str,
    version: int,
    threshold: float | None = None,
    alpha: float | None = None,
) -> Counts:
    """How many answers were coded by whom; an answer coded by nobody is open."""
    status = [one.status for one in standings]
    persons = [{held.who for held in one.held if held.origin is Origin.PERSON} for one in standings]
    done = (Status.CODED, Status.AGREED, Status.DISPUTED, Status.ADJUDICATED)
    return Counts(
        question=question,
        answers=len(standings),
        by_person=sum(one in done for one in status),
        by_machine=status.count(Status.MACHINE),
        double=sum(len(who) > 1 for who in persons),
        disputed=status.count(Status.DISPUTED),
        adjudicated=status.count(Status.ADJUDICATED),
        open=status.count(Status.OPEN) + status.count(Status.STALE),
        look=sum(one.look for one in standings),
        upcoded=sum(any("/" in code for code in one.codes) for one in standings),
        version=version,
        threshold=threshold,
        alpha=alpha,
        coders=len(set().union(*persons)) if persons else 0,
    )
