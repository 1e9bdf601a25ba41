"""Quota places of an interview: reserved at screening, taken at its end or given back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import Record, as_text
from atbalss.fieldwork.quotas import Place, cells_of
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import quotas_beside
from atbalss_web.studies.models import QuotaCell

QUOTA_FULL = "4.80"
NO_QUOTA = "-"  # all that quotas ask is answered, and none applies


def may_reserve(interview: Interview) -> bool:
    """Whether an interview has no place yet in a study with quotas."""
    return not interview.quotas and _counts(interview)


def moves(interview: Interview, record: Record) -> bool:
    """Whether answers were changed so that an interview falls in other quotas than it has."""
    if not interview.quotas or not _counts(interview):
        return False
    place, names = _cells(interview, record)
    return place is not Place.UNKNOWN and set(names) != _held(interview)


def _counts(interview: Interview) -> bool:
    return interview.kind == "real" and not interview.code and bool(quotas_beside(interview))


def _cells(interview: Interview, record: Record) -> tuple[Place, tuple[str, ...]]:
    answers = {name: as_text(value) for name, value in record.answers.items()}
    return cells_of(quotas_beside(interview), answers)


def _held(interview: Interview) -> set[str]:
    return set(interview.quotas) - {NO_QUOTA}


def reserve(interview: Interview, record: Record, now: datetime) -> None:
    """Reserve a place once the answers that quotas depend on are known; send away if it is full.

    Where such an answer is changed, the place moves with it: the old one is free again, and who
    now falls in a full cell is sent away as at screening. To be called inside a transaction.
    """
    if not may_reserve(interview) and not moves(interview, record):
        return
    place, names = _cells(interview, record)
    if place is Place.UNKNOWN:
        return
    held = _held(interview)
    if _moved(interview.study_id, taken=set(names) - held, freed=held - set(names)):
        interview.quotas = list(names) or [NO_QUOTA]
        return
    settle(interview, done=False)
    interview.state, interview.code, interview.ended = "sent_away", QUOTA_FULL, now


def _moved(study_id: int, *, taken: set[str], freed: set[str]) -> bool:
    """Reserve a place in all quotas of `taken` and free those of `freed`; or nothing at all.

    Never beyond a target. Rows are met in one order, so that no two interviews wait in a ring.
    """
    with transaction.atomic():
        point = transaction.savepoint()
        for name in sorted(taken | freed):
            cell = QuotaCell.objects.filter(study_id=study_id, name=name)
            if name in freed:
                cell.filter(reserved__gt=0).update(reserved=F("reserved") - 1)
                continue
            free = cell.filter(target__gt=F("done") + F("reserved"))
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
