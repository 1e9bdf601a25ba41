"""What checking does to a finished interview: its quota places reserved again, or given back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from atbalss.answers.record import as_text
from atbalss.fieldwork.quotas import cells_of
from atbalss_web.accounts.models import User
from atbalss_web.events.actions import record as event
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.runner.record import as_record
from atbalss_web.studies.models import QuotaCell, Study
from atbalss_web.studies.queries import questionnaire_of, quotas_of


def reserve_again(row: Interview) -> None:
    """Turn the places that a locked interview took back into reserved ones (unsaved)."""
    row.quotas = _given_back(row, reserve=True)


def reject_interview(study: Study, key: str, now: datetime, *, actor: User) -> Interview:
    """Mark a finished interview as rejected: it is kept, and counts nowhere any more."""
    with transaction.atomic():
        row = finished(study).select_for_update(of=("self",)).get(key=key)
        _given_back(row, reserve=False)
        row.state, row.is_checked, row.quotas = "rejected", False, []
        row.save(update_fields=["state", "is_checked", "quotas"])
        event("interview-rejected", now, actor=actor, study=str(study.pk), subject=key)
    return row


def _given_back(row: Interview, *, reserve: bool) -> list[str]:
    """Take an interview's places off what is done; names of its quotas."""
    questionnaire = questionnaire_of(row.version_id)
    record = as_record(questionnaire, row.key, row.record)
    answers = {name: as_text(value) for name, value in record.answers.items()}
    names = [item for item in cells_of(quotas_of(row.study), answers)[1] if item != "-"]
    for name in names:
        cells = QuotaCell.objects.filter(study_id=row.study_id, name=name, done__gt=0)
        cells.update(done=F("done") - 1, reserved=F("reserved") + int(reserve))
    return names
