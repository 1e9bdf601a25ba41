"""Forgetting: contacts destroyed at the retention date, one person's contact erased, withdrawal."""

from __future__ import annotations

from datetime import date, datetime

from django.db import connection, transaction

from atbalss_web.accounts.models import User
from atbalss_web.cases.models import Appointment, Attempt, Case, Consent, Contact
from atbalss_web.events.actions import record as event
from atbalss_web.studies.models import Study


def due(today: date) -> list[Study]:
    """Studies whose retention date has come and whose contacts were not destroyed yet."""
    return list(Study.objects.filter(retention__lte=today, destroyed=None).order_by("id"))


def destroy(study: Study, now: datetime, *, actor: User | None = None) -> dict[str, int]:
    """Destroy a study's contacts, sealed notes and data key; how many rows of each.

    What was sealed stays unreadable in old backups too: they hold no data key.
    """
    with transaction.atomic():
        study = Study.objects.select_for_update(no_key=True).get(pk=study.pk)
        contacts, _ = Contact.objects.filter(case__study=study).delete()
        notes = Attempt.objects.filter(case__study=study, note__isnull=False).update(note=None)
        Case.objects.filter(study=study, is_closed=False).update(ready_at=None)
        counts = {"contacts": contacts, "notes": notes, "keys": int(study.data_key is not None)}
        study.data_key, study.destroyed = None, now
        study.save(update_fields=["data_key", "destroyed"])
        event("contacts-destroyed", now, actor=actor, study=str(study.pk), **counts)
    return counts


def scrub() -> None:
    """Rewrite the database's file, so that deleted rows are not left in its free pages."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for model in (Contact, Attempt, Study):
                name = connection.ops.quote_name(model._meta.db_table)
                cursor.execute(f"VACUUM FULL {name}")


def forget(case: Case, now: datetime) -> dict[str, int]:
    """Erase what a locked case holds of a person; code, centre and counts stay. Rows by kind."""
    counts = {
        "contacts": Contact.objects.filter(case=case).delete()[0],
        "notes": Attempt.objects.filter(case=case, note__isnull=False).update(note=None),
        "appointments": Appointment.objects.filter(case=case).delete()[0],
        "consents": Consent.objects.filter(case=case).delete()[0],
    }
    case.sample, case.hours, case.zone, case.lang = {}, [], "", ""
    case.visit = case.ready_at = case.held_by = case.held_until = case.assigned = None
    case.is_closed, case.lease, case.erased = True, "", now
    case.save()
    return counts


def withdraw(case: Case, now: datetime, by: User | None) -> int:
    """Note that a person withdrew the consent and call no more; how many consents that ended."""
    with transaction.atomic():
        case = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
        ended = Consent.objects.filter(case=case, withdrawn=None).update(withdrawn=now)
        case.is_barred, case.ready_at = True, None
        case.save(update_fields=["is_barred", "ready_at"])
        event("consent-withdrawn", now, actor=by, study=str(case.study_id), subject=case.key)
    return ended
