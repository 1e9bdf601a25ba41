"""Writing tasks and their frames: begin, set up, change. Each in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from atbalss.coding import pack
from atbalss.coding.codeframe import CodeFrame
from atbalss.study.bases import base_question
from atbalss.study.codes import CodeList
from atbalss_web.accounts.models import User
from atbalss_web.codingdesk.book import asked
from atbalss_web.codingdesk.models import Answer, Decision, FrameVersion, Task
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study


class Stale(Exception):  # noqa: N818
    """What is to be changed was changed by somebody else meanwhile."""


def begin(study: Study, question: str, now: datetime, *, actor: User | None) -> Task:
    """The task of coding a question, with the questionnaire's own frame as its first version.

    Twice is the same task. For the text behind "Cits" the question it continues is shown too.
    """
    with transaction.atomic():
        study = Study.objects.select_for_update().get(pk=study.pk)
        row = Task.objects.filter(study=study, question=question).first()
        if row is not None:
            return row
        found = asked(study).by_name[question]
        row = Task.objects.create(study=study, question=question)
        if found.frame is not None and found.frame.codes:
            _add_version(row, CodeFrame(found.frame), now, actor, source="questionnaire")
        parent = base_question(asked(study), found)
        if parent is not found:
            row.context = [parent.name]
            row.save(update_fields=["context"])
        event("coding-begun", now, actor=actor, study=str(study.pk), subject=question)
    return row


def set_up(
    row: Task,
    now: datetime,
    *,
    actor: User,
    share: float,
    threshold: float | None,
    context: Sequence[str],
    by_meaning: bool = False,
) -> None:
    """Set the share that two code, the threshold of the machine, what coders see beside, and
    whether the machine reads meaning.
    """
    with transaction.atomic():
        row = Task.objects.select_for_update().get(pk=row.pk)
        names = asked(row.study).by_name
        row.share, row.threshold = share, threshold
        row.context = [name for name in context if name in names and name != row.question]
        row.by_meaning = by_meaning
        row.save(update_fields=["share", "threshold", "context", "by_meaning"])
        event(
            "coding-set-up",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            share=share,
            threshold=threshold,
            context=row.context,
            by_meaning=by_meaning,
        )


def hand_over(row: Task, who: str, heir: str, now: datetime, *, actor: User) -> None:
    """Give the second looks that wait for a coder to another, and let go of what he holds.

    A blank `heir` takes that back: the looks are the coder's own again.
    """
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).get(pk=row.pk)
        row.handed = {k: v for k, v in row.handed.items() if k != who} | (
            {who: heir} if heir and heir != who else {}
        )
        row.save(update_fields=["handed"])
        if who.isdecimal():
            held = Answer.objects.select_for_update().filter(task=row, held_by=int(who))
            held.update(held_by=None, held_until=None)
        event(
            "coding-handed-over",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            who=who,
            heir=heir,
        )


def _add_version(
    row: Task, frame: CodeFrame, now: datetime, actor: User | None, *, source: str = ""
) -> None:
    FrameVersion.objects.create(
        task=row,
        number=frame.version,
        content=pack.frame_plain(frame),
        source=source,
        made=now,
        by=actor,
    )
    row.number = frame.version
    row.save(update_fields=["number"])


def change_frame(row: Task, number: int, made: CodeFrame, now: datetime, *, actor: User) -> None:
    """Put a frame made of version `number` into use; Stale if that is not the one in use."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if row.number != number or made.version <= number:
            raise Stale
        _add_version(row, made, now, actor)
        event(
            "frame-changed",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            version=row.number,
            kinds=[one.kind.value for one in made.changes if one.version > number],
        )


def replace_frame(
    row: Task, number: int, codes: CodeList, source: str, now: datetime, *, actor: User
) -> None:
    """Begin the frame anew, while nothing is coded in it; Stale if something is."""
    with transaction.atomic():
        row = Task.objects.select_for_update(of=("self",)).get(pk=row.pk)
        if row.number != number or Decision.objects.filter(answer__task=row).exists():
            raise Stale
        row.frames.all().delete()
        _add_version(row, CodeFrame(codes), now, actor, source=source)
        event(
            "frame-begun",
            now,
            actor=actor,
            study=str(row.study_id),
            subject=row.question,
            source=source,
            n=len(codes.codes),
        )
