"""A case whose interview was sent back or rejected: its attempt counts no more."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from atbalss.fieldwork.outcomes import COMPLETE, OTHER_ELIGIBLE, PARTIAL
from atbalss_web.accounts.models import User
from atbalss_web.cases.calling import refresh
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.events.actions import record as event
from atbalss_web.studies.queries import rules_of


def call_again(case_id: int, now: datetime, *, actor: User) -> Case:
    """Open a case whose interview is to be mended: it is handed out again, before others."""
    with transaction.atomic():
        row = _voided(case_id, now)
        row.is_queued = True
        refresh(row, rules_of(row.study), now)
        row.save()
        event("case-reopened", now, actor=actor, study=str(row.study_id), subject=row.key)
    return row


def close_rejected(case_id: int, now: datetime, *, actor: User) -> Case:
    """Close a case whose interview was rejected: an eligible person without an interview, 2.30."""
    with transaction.atomic():
        row = _voided(case_id, now)
        Attempt.objects.create(
            case=row, at=now, ended=now, code=OTHER_ELIGIBLE, by=actor, calls=0,
            reason="rejected", once=secrets.token_hex(16),
        )  # fmt: skip
        refresh(row, rules_of(row.study), now)
        row.save()
    return row


def _voided(case_id: int, now: datetime) -> Case:
    row = Case.objects.select_for_update(of=("self",)).select_related("study").get(pk=case_id)
    made = Attempt.objects.filter(case=row, code__in=(COMPLETE, PARTIAL), voided=None)
    made.update(voided=now)
    return row
