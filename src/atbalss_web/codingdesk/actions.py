"""Writing the coding: take answers, decide, settle, take back.

Each in one transaction. Locks are taken in one order everywhere: task, then answer.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from atbalss.coding import decisions as rules
from atbalss.coding.answer import Answer as AnswerValue
from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.decisions import Origin, Segment
from atbalss.coding.queue import Order
from atbalss.problems import Problem, Refused, errors
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk import queries, remarks, stored
from atbalss_web.codingdesk.book import (
    Book,
    book_of,
    frame_of,
    moment_after,
    value_of,
)
from atbalss_web.codingdesk.models import Answer, Decision, Example, Task
from atbalss_web.events.actions import record as event

LEASE = timedelta(minutes=20)
AHEAD = 3  # answers a coder is given at a time
BACK = timedelta(hours=12)  # how long one's own decisions may be taken back by a key


class Overtaken(Exception):  # noqa: N818 - a refusal, no fault
    """Somebody else decided on the answer meanwhile, or its words changed: nothing was saved."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Taken:
    """Answers handed out: their keys, how many wait in all, and the book they are from."""

    book: Book
    keys: tuple[str, ...]
    waits: int


@dataclass(frozen=True, slots=True)
class Said:
    """What a coder decided on an answer, as it was posted."""

    step: int
    codes: tuple[str, ...]
    segments: tuple[Segment, ...] = ()
    frame: int = 0
    mark: str = ""
    is_unsure: bool = False
    seconds: float | None = None
    keys: int | None = None


# ---- taking answers


def take(
    row: Task,
    user: User,
    now: datetime,
    order: Order,
    *,
    n: int = 1,
    beside: Sequence[str] = (),
) -> Taken:
    """The next answers for a coder, held for him; `beside` are those he has already."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        book = book_of(row)
        waiting = [answer.id for answer, _ in queries.waiting(book, user, order, now)]
        found = [key for key in waiting if key not in beside][:n]
        for key in (*found, *(one for one in beside if one in book.answers)):
            _hold(row, key, user, now)
    return Taken(book, tuple(found), len(waiting))


def _hold(row: Task, key: str, user: User, now: datetime) -> None:
    made, _ = Answer.objects.get_or_create(task=row, interview_id=key)
    if made.held_by_id not in (None, user.pk) and made.held_until and made.held_until > now:
        return
    made.held_by, made.held_until = user, now + LEASE
    made.save(update_fields=["held_by", "held_until"])


def skip(row: Task, key: str, user: User) -> None:
    """Leave an answer for later: it comes to this coder after all others."""
    with transaction.atomic():
        found = Answer.objects.select_for_update().filter(task=row, interview_id=key).first()
        if found is not None and found.held_by_id == user.pk:
            found.held_by = found.held_until = None
            found.skipped_by = sorted({*found.skipped_by, user.pk})
            found.save(update_fields=["held_by", "held_until", "skipped_by"])


def give_back(row: Task, user: User) -> None:
    """Let others have what a coder holds."""
    Answer.objects.filter(task=row, held_by=user).update(held_by=None, held_until=None)


# ---- deciding


def decide(
    row: Task,
    said: dict[str, Said],
    user: User,
    now: datetime,
    *,
    settle: bool = False,
) -> list[str]:
    """Record what was decided on each answer, by key; the keys that were overtaken and not saved.

    The first key is the answer that was shown: where that one is overtaken, nothing is saved and
    Overtaken is raised. Others ("same as this one") are left out where somebody was faster. Refused
    with what the frame forbids.
    """
    batch = secrets.token_hex(6)
    late: list[str] = []
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        book = book_of(row)
        for place, (key, one) in enumerate(said.items()):
            try:
                _decide(book, key, one, user, now, batch, settle=settle)
            except Overtaken:
                if place == 0:
                    raise
                late.append(key)
        event(
            "answers-settled" if settle else "answers-coded",
            now,
            actor=user,
            study=str(row.study_id),
            subject=row.question,
            n=len(said) - len(late),
        )
    return late


def _decide(
    book: Book, key: str, said: Said, user: User, now: datetime, batch: str, *, settle: bool
) -> None:
    row, answer = book.row, book.answers.get(key)
    if answer is None:
        raise Overtaken(key)
    held, _ = Answer.objects.select_for_update().get_or_create(task=row, interview_id=key)
    if held.step != said.step or said.mark not in ("", answer.mark):
        raise Overtaken(key)
    suggested = {one.code: one.confidence for one in queries.suggested(book, key)}
    sure = [suggested[code] for code in said.codes if code in suggested]
    made = DecisionValue(
        row.question,
        key,
        answer.mark,
        said.codes,
        str(user.pk),
        moment_after(book.decisions.get(key, ()), now),
        Origin.ADJUDICATED if settle else rules.origin_of(book.standings[key]),
        said.frame or row.number,
        said.segments,
        min(sure) if len(sure) == len(said.codes) else None,
    )
    faults = _faults(book, made, answer)
    if faults:
        raise Refused(faults)
    add_decision(held, made, user, batch, said=said)


def _faults(book: Book, made: DecisionValue, answer: AnswerValue) -> list[Problem]:
    """What forbids a decision in the version in which it was taken: later changes carry it on."""
    task = book.task
    if made.version != task.frame.version:
        task = value_of(book.row, frame_of(book.row, made.version))
    return errors(rules.faults(task, made, answer))


def add_decision(
    held: Answer,
    made: DecisionValue,
    user: User | None,
    batch: str,
    *,
    said: Said | None = None,
    undoes: int | None = None,
) -> None:
    """Append a decision to an answer whose row is locked, and let go of it."""
    held.step += 1
    held.held_by = held.held_until = None
    held.save(update_fields=["step", "held_by", "held_until"])
    Decision.objects.create(
        answer=held,
        number=held.step,
        origin=made.origin.value,
        by=user,
        who=made.who,
        at=made.when,
        frame=made.version,
        mark=made.mark,
        codes=list(made.codes),
        segments=[[one.start, one.end, list(one.codes)] for one in made.segments],
        confidence=made.confidence,
        is_unsure=said.is_unsure if said else False,
        seconds=said.seconds if said else None,
        keys=said.keys if said else None,
        batch=batch,
        undoes=undoes,
    )
    remarks.close_by_decision(held, user, made.when)


def take_back(row: Task, user: User, now: datetime) -> list[str]:
    """Take back what the person last decided, and all decided at the same stroke; their keys.

    What stood before stands again: a decision is added that says so.
    """
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        last = queries.last_stroke(row, user, now - BACK)
        book = book_of(row)
        keys = []
        for one in last:
            key = one.answer.interview_id
            held = Answer.objects.select_for_update().get(pk=one.answer_id)
            _say_again(book, held, one, user, now)
            held.held_by, held.held_until = user, now + LEASE
            held.save(update_fields=["held_by", "held_until"])
            keys.append(key)
        if keys:
            event(
                "answers-taken-back",
                now,
                actor=user,
                study=str(row.study_id),
                subject=row.question,
                n=len(keys),
            )
    return keys


def _say_again(book: Book, held: Answer, one: Decision, user: User, now: datetime) -> None:
    """Add the decision that the person's earlier one holds again, or that there is none."""
    rows = list(held.decisions.filter(who=one.who, origin=one.origin).order_by("number"))
    undone = {item.undoes for item in rows if item.undoes}
    before = [
        item
        for item in rows
        if item.number < one.number and item.number not in undone and not item.undoes
    ]
    old = before[-1] if before else None
    made = DecisionValue(
        book.row.question,
        held.interview_id,
        old.mark if old else one.mark,
        tuple(old.codes) if old else (),
        one.who,
        moment_after(book.decisions.get(held.interview_id, ()), now),
        Origin(one.origin),
        old.frame if old else one.frame,
        stored.segments_of(old.segments) if old else (),
        old.confidence if old else None,
    )
    add_decision(held, made, user, "", undoes=one.number)


def keep_example(row: Task, key: str, codes: Sequence[str], user: User, now: datetime) -> None:
    """Keep an answer as an example of its codes."""
    with transaction.atomic():
        held, _ = Answer.objects.get_or_create(task=row, interview_id=key)
        for code in codes:
            Example.objects.get_or_create(
                answer=held, code=code[:200], defaults={"by": user, "at": now}
            )
