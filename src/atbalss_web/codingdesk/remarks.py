"""What coders ask about answers and note about frames, and the replies to it.

An answer that is asked about is set aside for everybody, until somebody who answers for the coding
replies or codes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from atbalss_web.accounts.models import User
from atbalss_web.codingdesk.models import Answer, Remark, Task
from atbalss_web.events.actions import record as event

LONGEST = 600


def write(row: Task, key: str, text: str, user: User, now: datetime) -> bool:
    """Ask about an answer, or with a blank `key` note something on the frame; False: no words."""
    words = " ".join(text.split())[:LONGEST]
    if not words:
        return False
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).get(pk=row.pk)
        held = None
        if key:
            held, _ = Answer.objects.select_for_update().get_or_create(task=row, interview_id=key)
            held.asked, held.held_by, held.held_until = True, None, None
            held.save(update_fields=["asked", "held_by", "held_until"])
        Remark.objects.create(task=row, answer=held, text=words, by=user, at=now)
        event(
            "coding-asked" if key else "frame-noted",
            now,
            actor=user,
            study=str(row.study_id),
            subject=row.question,
        )
    return True


def reply(row: Task, pk: int, text: str, user: User, now: datetime) -> None:
    """Reply to a question or note, and with it close it; the answer is in the queue again."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).get(pk=row.pk)
        found = Remark.objects.select_for_update().filter(task=row, pk=pk, closed=None).first()
        if found is None:
            return
        found.reply, found.closed, found.closed_by = " ".join(text.split())[:LONGEST], now, user
        found.save(update_fields=["reply", "closed", "closed_by"])
        if found.answer_id is not None and not of_answer(found.answer_id, is_open=True).exists():
            Answer.objects.filter(pk=found.answer_id).update(asked=False)
        event(
            "coding-replied",
            now,
            actor=user,
            study=str(row.study_id),
            subject=row.question,
        )


def close_by_decision(held: Answer, user: User | None, now: datetime) -> None:
    """Close what was asked about an answer that somebody has decided on."""
    if held.asked:
        held.asked = False
        held.save(update_fields=["asked"])
        of_answer(held.pk, is_open=True).update(closed=now, closed_by=user)


def of_answer(pk: int, *, is_open: bool = False) -> QuerySet[Remark]:
    """The questions about an answer, the oldest first."""
    found = Remark.objects.filter(answer=pk).select_related("by", "closed_by").order_by("pk")
    return found.filter(closed=None) if is_open else found


def about(row: Task, key: str) -> Sequence[Remark]:
    """What was asked about the answer of an interview, with the replies, the oldest first."""
    found = Remark.objects.filter(task=row, answer__interview_id=key)
    return list(found.select_related("by", "closed_by").order_by("pk"))


def asked(row: Task) -> Sequence[Remark]:
    """Questions about answers that nobody has replied to, the oldest first."""
    found = Remark.objects.filter(task=row, closed=None).exclude(answer=None)
    return list(found.select_related("by", "answer").order_by("pk"))


def notes(row: Task) -> Sequence[Remark]:
    """Notes on the frame: the open ones first, then the last closed."""
    found = Remark.objects.filter(task=row, answer=None).select_related("by", "closed_by")
    return [
        *found.filter(closed=None).order_by("pk"),
        *found.exclude(closed=None).order_by("-pk")[:20],
    ]
