"""Taking people into the sample, and keeping off it those who asked not to be called."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from atbalss_web.accounts.models import Centre, Organisation, User
from atbalss_web.cases.contacts import Refusal, normalised, phone_hash, seal_contact
from atbalss_web.cases.models import Case, Contact, DoNotCall, Visit
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study


def add_case(
    study: Study,
    now: datetime,
    *,
    centre: Centre | None = None,
    visit: Visit | None = None,
    lang: str = "",
    zone: str = "",
    hours: Sequence[Mapping[str, Any]] = (),
    sample: Mapping[str, str] | None = None,
    replicate: int = 0,
    is_released: bool = True,
    is_called: bool = True,
    actor: User | None = None,
    key: str = "",
) -> Case:
    """A new case by a random key or that given; with no number (`is_called`) it is never ready."""
    case = Case.objects.create(
        study=study,
        key=key or secrets.token_hex(12),
        centre=centre,
        visit=visit,
        lang=lang[:8],
        zone=zone[:40],
        hours=[dict(item) for item in hours],
        sample=dict(sample or {}),
        replicate=replicate,
        is_released=is_released,
        ready_at=now if is_called else None,
        made=now,
    )
    event("case-added", now, actor=actor, study=str(study.pk), subject=case.key)
    return case


def add_contact(study: Study, values: Mapping[str, str], now: datetime, **more: Any) -> Case:
    """A case with its sealed contact (name, phone, email, note); `more` as in `add_case`.

    Refusal, with the key of its sentence, for a number that cannot exist, is in the study already,
    is on the do-not-call list, or where the study's contacts were destroyed.
    """
    e164 = normalised(values.get("phone", ""))
    found = phone_hash(study.organisation_id, e164)
    with transaction.atomic():
        Study.objects.select_for_update(no_key=True).get(pk=study.pk)  # one number, one case
        if DoNotCall.objects.filter(
            organisation_id=study.organisation_id, phone_hash=found
        ).exists():
            raise Refusal("number-barred")
        if Contact.objects.filter(case__study=study, phone_hash=found).exists():
            raise Refusal("number-known")
        box = seal_contact(study, {**values, "phone": e164})
        case = add_case(study, now, **more)
        Contact.objects.create(case=case, sealed=box, phone_hash=found)
    return case


def bar(
    organisation: Organisation,
    phone: str,
    reason: str,
    now: datetime,
    *,
    actor: User | None = None,
) -> int:
    """Put a number on the organisation's do-not-call list; how many of its cases that barred."""
    return _bar(organisation.pk, phone_hash(organisation, normalised(phone)), reason, now, actor)


def bar_case(case: Case, reason: str, now: datetime, *, actor: User | None = None) -> int:
    """Put the number of a case on the do-not-call list, without opening its contact."""
    found = case.contact.phone_hash
    return _bar(case.study.organisation_id, found, reason, now, actor)


def _bar(organisation: int, found: str, reason: str, now: datetime, actor: User | None) -> int:
    with transaction.atomic():
        DoNotCall.objects.get_or_create(
            organisation_id=organisation,
            phone_hash=found,
            defaults={"at": now, "reason": reason[:40]},
        )
        mine = Case.objects.filter(
            contact__phone_hash=found, study__organisation_id=organisation, is_barred=False
        )
        keys = list(mine.values_list("key", "study_id"))
        Case.objects.filter(key__in=[key for key, _ in keys]).update(is_barred=True)
        for key, study in keys:
            event("case-barred", now, actor=actor, study=str(study), subject=key)
        event("number-barred", now, actor=actor, reason=reason[:40], cases=len(keys))
    return len(keys)
