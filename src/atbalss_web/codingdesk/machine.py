"""Coding by machine, where a person set a threshold and asked for it: marked, and counted apart."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from atbalss.coding import decisions as rules
from atbalss.coding.answer import Answer as AnswerValue
from atbalss.coding.decisions import Decision as DecisionValue
from atbalss.coding.decisions import Origin
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk.actions import add_decision
from atbalss_web.codingdesk.book import Book, book_of, moment_after
from atbalss_web.codingdesk.learning import Learned, learn
from atbalss_web.codingdesk.models import Answer, Task
from atbalss_web.events.actions import record as event

MACHINE = "machine"


def code_by_machine(row: Task, now: datetime, *, actor: User) -> int:
    """Code by the machine what nobody coded and it is sure of by the task's threshold; how many."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        if row.threshold is None:
            return 0
        book = book_of(row)
        learned = learn(book.task, book.all)
        n = 0
        for standing in book.all:
            if standing.status not in (rules.Status.OPEN, rules.Status.STALE):
                continue
            made = _by_machine(book, standing.answer, learned, row.threshold, now)
            if made is not None:
                held, _ = Answer.objects.get_or_create(task=row, interview_id=standing.answer.id)
                add_decision(held, made, None, "")
                n += 1
        event(
            "answers-coded-by-machine",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            n=n,
            threshold=row.threshold,
        )
    return n


def _by_machine(
    book: Book, answer: AnswerValue, learned: Learned, threshold: float, now: datetime
) -> DecisionValue | None:
    found = learned.suggestions.get(answer.id, ())
    sure = [one for one in found if one.confidence >= threshold]
    alone = [one for one in sure if book.task.is_exclusive(one.code)]
    sure = (
        sure
        if not alone
        else sure[:1]
        if sure[0] in alone
        else [one for one in sure if one not in alone]
    )
    if not sure:
        return None
    return DecisionValue(
        book.row.question,
        answer.id,
        answer.mark,
        tuple(one.code for one in sure),
        f"{MACHINE}:{learned.name}"[:40],
        moment_after(book.decisions.get(answer.id, ()), now),
        Origin.MACHINE,
        book.row.number,
        confidence=min(one.confidence for one in sure),
    )
