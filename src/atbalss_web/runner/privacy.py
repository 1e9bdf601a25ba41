"""Erasing one person on request: contact, notes, appointments, consents and answers."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from atbalss.fieldwork.case import NOT_ATTEMPTED
from atbalss_web.accounts.models import User
from atbalss_web.cases.models import Case, Erasure
from atbalss_web.cases.privacy import forget
from atbalss_web.events.actions import record as event
from atbalss_web.runner.models import Interview


def erase(case: Case, reason: str, by: User | None, now: datetime) -> Erasure:
    """Erase a person's data and keep the proof; the final code stays, so rates do not change.

    The do-not-call list stays too: it holds a keyed hash. Twice is the same proof.
    """
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        before = Erasure.objects.filter(case_key=case.key).first()
        if before is not None:
            return before
        interviews = Interview.objects.select_for_update(of=("self",)).filter(case=case)
        for interview in interviews:
            if case.code == NOT_ATTEMPTED and interview.code:
                case.code = interview.code
        gone, _ = interviews.delete()
        counts = forget(case, now) | {"answers": gone}
        proof = Erasure.objects.create(
            study=case.study,
            case_key=case.key,
            at=now,
            by=by,
            counts=counts,
            reason=reason[:40],
        )
        event("person-erased", now, actor=by, study=str(case.study_id), subject=case.key, **counts)
    return proof
