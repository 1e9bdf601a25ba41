"""What a supervisor does to the field: assign, release, pause, queue, check, draw re-calls."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import as_text
from atbalss.fieldwork.quotas import cells_of
from atbalss_web.accounts.models import User
from atbalss_web.cases.models import Case
from atbalss_web.events.actions import record as event
from atbalss_web.runner.actions import reopen
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.runner.record import as_record
from atbalss_web.studies.models import QuotaCell, Study
from atbalss_web.studies.queries import questionnaire_of, quotas_of


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
    """Open a finished interview again to be mended; its quota places are reserved, not lost."""
    with transaction.atomic():
        row = finished(study).select_for_update().get(key=key)
        _reserve_again(row)
        row.is_checked = False
        row.save(update_fields=["is_checked", "quotas"])
        event("interview-sent-back", now, actor=actor, study=str(study.pk), subject=key)
        return reopen(row.token, now, actor=actor)


def _reserve_again(row: Interview) -> None:
    """Turn the places that an interview took back into reserved ones."""
    questionnaire = questionnaire_of(row.version_id)
    record = as_record(questionnaire, row.key, row.record)
    answers = {name: as_text(value) for name, value in record.answers.items()}
    names = [item for item in cells_of(quotas_of(row.study), answers)[1] if item != "-"]
    for name in names:
        cells = QuotaCell.objects.filter(study_id=row.study_id, name=name, done__gt=0)
        cells.update(done=F("done") - 1, reserved=F("reserved") + 1)
    row.quotas = names


def draw_recall(study: Study, share: float, seed: str, now: datetime, *, actor: User) -> list[str]:
    """Draw a share of finished interviews for re-calls by lot; the same seed draws the same."""
    keys = sorted(finished(study).values_list("key", flat=True))
    drawn = draw(keys, share, seed)
    event(
        "recall-drawn",
        now,
        actor=actor,
        study=str(study.pk),
        keys=drawn,
        share=share,
        seed=seed,
        of=len(keys),
    )
    return drawn


def draw(keys: Sequence[str], share: float, seed: str) -> list[str]:
    """At least `share` of the keys (rounded up) by lot, in order."""
    size = min(math.ceil(len(keys) * share), len(keys))
    return sorted(random.Random(seed).sample(sorted(keys), size))  # noqa: S311 - repeatable by design
