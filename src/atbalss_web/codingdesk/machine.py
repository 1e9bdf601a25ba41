"""Coding by machine, where a person set a threshold and asked for it: marked, and counted apart."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from atbalss.coding import decisions as rules
from atbalss.coding import suggest
from atbalss.coding.answer import Answer as AnswerValue
from atbalss.coding.embed import is_there
from atbalss.coding.suggest import Suggestion
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk import meaning
from atbalss_web.codingdesk.actions import add_decision
from atbalss_web.codingdesk.book import Book, book_of, moment_after
from atbalss_web.codingdesk.learning import learn
from atbalss_web.codingdesk.models import Answer, Task
from atbalss_web.events.actions import record as event

MACHINE = "machine"


def code_by_machine(row: Task, now: datetime, *, actor: User) -> int:
    """Code by the machine what nobody coded and it is sure of by the task's threshold; how many.

    It learns before anything is locked, so that coders go on; what they decided meanwhile stays.
    """
    if row.threshold is None:
        return 0
    name, learned = _learned(book_of(row))
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).select_related("study").get(pk=row.pk)
        if row.threshold is None:
            return 0
        book = book_of(row)
        n = 0
        for standing in book.all:
            if standing.status not in (rules.Status.OPEN, rules.Status.STALE):
                continue
            answer = standing.answer
            made = suggest.by_machine(
                book.task,
                answer,
                [one for one in learned.get(answer, ()) if book.task.has(one.code)],
                name,
                moment_after(book.decisions.get(answer.id, ()), now),
            )
            if made is not None:
                held, _ = Answer.objects.get_or_create(task=row, interview_id=answer.id)
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


def _learned(book: Book) -> tuple[str, dict[AnswerValue, Sequence[Suggestion]]]:
    """The method's name, and suggestions for what nobody coded. By meaning where the task asks for
    it and the model has read every answer: nobody waits for it here.
    """
    answers, model = list(book.answers.values()), None
    if book.row.by_meaning and is_there() and meaning.is_ready(book.row.pk, answers):
        model = meaning.embedder(book.row.pk, answers)
    made = learn(book.task, book.all, groups={}, embedder=model)
    found = {book.answers[key]: best for key, best in made.suggestions.items()}
    return f"{MACHINE}:{made.name}"[:40], found
