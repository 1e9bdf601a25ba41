"""What a supervisor does to the field: assign, release, pause, queue, check, draw re-calls."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from atbalss_web.accounts.models import User
from atbalss_web.cases.again import call_again
from atbalss_web.cases.models import Case
from atbalss_web.events.actions import record as event
from atbalss_web.runner.actions import reopen
from atbalss_web.runner.checked import reserve_again
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import Study


def change_cases(
    study: Study,
    keys: Sequence[str],
    what: str,
    now: datetime,
    *,
    actor: User,
    who: User | None = None,
) -> int:
    """Assign, free, pause, resume, queue or unqueue cases by key; how many there were."""
    changes: dict[str, object] = {
        "assign": {"assigned": who},
        "free": {"assigned": None},
        "pause": {"is_paused": True},
        "resume": {"is_paused": False},
        "queue": {"is_queued": True},
        "unqueue": {"is_queued": False},
    }
    with transaction.atomic():
        rows = Case.objects.select_for_update().filter(study=study, key__in=list(keys))
        held = sorted(rows.values_list("key", flat=True))
        Case.objects.filter(key__in=held).update(**changes[what])
        to = "" if who is None else str(who.pk)
        event(f"cases-{what}", now, actor=actor, study=str(study.pk), keys=held, n=len(held), to=to)
    return len(held)


def release(study: Study, replicate: int, now: datetime, *, actor: User) -> int:
    """Release a replicate of the sample for calling; how many cases that were."""
    with transaction.atomic():
        rows = Case.objects.select_for_update().filter(
            study=study, replicate=replicate, is_released=False
        )
        held = list(rows.values_list("pk", flat=True))
        Case.objects.filter(pk__in=held).update(is_released=True)
        event(
            "replicate-released",
            now,
            actor=actor,
            study=str(study.pk),
            subject=str(replicate),
            n=len(held),
        )
    return len(held)


def accept(study: Study, key: str, now: datetime, *, actor: User) -> Interview:
    """Mark a finished interview as checked and good."""
    with transaction.atomic():
        row = finished(study).select_for_update().get(key=key)
        row.is_checked = True
        row.save(update_fields=["is_checked"])
        event("interview-accepted", now, actor=actor, study=str(study.pk), subject=key)
    return row


def send_back(study: Study, key: str, now: datetime, *, actor: User) -> Interview:
    """Open a finished interview again to be mended, and its case to be called again.

    Its quota places are reserved, not lost.
    """
    with transaction.atomic():
        row = finished(study).select_for_update().get(key=key)
        reserve_again(row)
        row.is_checked = False
        row.save(update_fields=["is_checked", "quotas"])
        event("interview-sent-back", now, actor=actor, study=str(study.pk), subject=key)
        opened = reopen(row.token, now, actor=actor)
        if row.case_id is not None:
            call_again(row.case_id, now, actor=actor)
    return opened
