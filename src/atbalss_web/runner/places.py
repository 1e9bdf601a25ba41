"""Quota places of an interview: reserved at screening, taken at its end or given back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.quotas import Place, cells_of
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import quotas_beside
from atbalss_web.studies.models import QuotaCell

QUOTA_FULL = "4.80"


def may_reserve(interview: Interview) -> bool:
    """Whether an interview has no place yet in a study with quotas."""
    if interview.kind != "real" or interview.quotas or interview.code:
        return False
    return bool(quotas_beside(interview))


def reserve(interview: Interview, record: Record, now: datetime) -> None:
    """Reserve a place once the answers that quotas depend on are known; send away if it is full."""
    if not may_reserve(interview):
        return
    answers = {name: as_text(value) for name, value in record.answers.items()}
    place, names = cells_of(quotas_beside(interview), answers)
    if place is Place.OPEN and _taken(interview.study_id, names):
        interview.quotas = list(names)
    elif place in (Place.OPEN, Place.FULL):
        interview.state, interview.code = "sent_away", QUOTA_FULL
        interview.ended = now
    elif place is Place.NONE:
        interview.quotas = ["-"]


def _taken(study_id: int, names: Sequence[str]) -> bool:
    """Reserve a place in every quota named, or in none; never beyond a target."""
    with transaction.atomic():
        point = transaction.savepoint()
        for name in sorted(names):
            free = QuotaCell.objects.filter(
                study_id=study_id, name=name, target__gt=F("done") + F("reserved")
            )
            if not free.update(reserved=F("reserved") + 1):
                transaction.savepoint_rollback(point)
                return False
        transaction.savepoint_commit(point)
    return True


def settle(interview: Interview, *, done: bool) -> None:
    """Turn reserved places into taken ones, or give them back."""
    for name in sorted(interview.quotas):  # in the order in which places are reserved
        cells = QuotaCell.objects.filter(study_id=interview.study_id, name=name, reserved__gt=0)
        cells.update(reserved=F("reserved") - 1, done=F("done") + int(done))
    interview.quotas = []
