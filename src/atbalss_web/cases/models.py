"""Whom to reach and what happened: visits, cases, contacts, attempts, consent, do-not-call.

Contact data live in `Contact` alone, sealed; everything else knows a person by the case's key.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from atbalss_web.accounts.models import Centre, Organisation
from atbalss_web.studies.models import Study


class Visit(models.Model):
    """A visitor at a counter, counted whether or not he was invited or agreed. No name."""

    study = models.ForeignKey(Study, models.PROTECT)
    centre = models.ForeignKey(Centre, models.PROTECT)
    at = models.DateTimeField(db_index=True)
    day = models.DateField()
    number = models.PositiveIntegerField()  # of the day in this centre, from 1
    is_invited = models.BooleanField()
    has_agreed = models.BooleanField(null=True)  # None: not invited, or no answer yet
    answered = models.DateTimeField(null=True)  # when it was said
    once = models.CharField(max_length=32, null=True, unique=True)  # a visitor is counted once
    mode = models.CharField(max_length=12)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["study", "centre", "day", "number"], name="one_visitor_number"
            ),
        )


class Case(models.Model):
    """One person of the sample, by a random key. What the call rules ask is here or in attempts.

    `ready_at` is when the rules may first allow a call (None: never as things stand); `lease` is
    the secret of whoever holds it until `held_until`.
    """

    study = models.ForeignKey(Study, models.PROTECT, related_name="cases")
    key = models.CharField(max_length=32, unique=True)
    centre = models.ForeignKey(Centre, models.PROTECT, null=True, blank=True)
    visit = models.OneToOneField(Visit, models.SET_NULL, null=True, blank=True)
    replicate = models.PositiveIntegerField(default=0)
    lang = models.CharField(max_length=8, blank=True)
    zone = models.CharField(max_length=40, blank=True)
    hours = models.JSONField(default=list, blank=True)
    sample = models.JSONField(default=dict, blank=True)  # answers known beforehand
    priority = models.IntegerField(default=0)
    is_queued = models.BooleanField(default=False)
    is_released = models.BooleanField(default=True)
    is_paused = models.BooleanField(default=False)
    is_barred = models.BooleanField(default=False)
    needs = models.JSONField(default=list, blank=True)
    assigned = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="assigned"
    )
    code = models.CharField(max_length=8, default="3.11")  # final code as things stand
    is_closed = models.BooleanField(default=False)
    n_attempts = models.PositiveIntegerField(default=0)
    ready_at = models.DateTimeField(null=True, blank=True)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="held"
    )
    held_until = models.DateTimeField(null=True, blank=True)
    lease = models.CharField(max_length=32, blank=True)
    held_at = models.DateTimeField(null=True, blank=True)
    held_reason = models.CharField(max_length=20, blank=True)  # why it was handed out
    held_note = models.BinaryField(null=True, blank=True)  # sealed; goes to the attempt
    made = models.DateTimeField()
    erased = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (
            models.Index(fields=["study", "is_closed", "ready_at"], name="case_ready"),
            models.Index(fields=["held_until"], name="case_held"),
            models.Index(fields=["lease"], name="case_lease"),
        )

    def __str__(self) -> str:
        return self.key


class Contact(models.Model):
    """How to reach a person: sealed with the study's data key. The only table with such data."""

    case = models.OneToOneField(Case, models.CASCADE, related_name="contact")
    sealed = models.BinaryField()  # JSON: name, phone, email, note
    phone_hash = models.CharField(max_length=64, db_index=True)  # keyed; joins nothing else


class Attempt(models.Model):
    """One sitting on a case and how it ended."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="attempts")
    at = models.DateTimeField(db_index=True)
    ended = models.DateTimeField()
    code = models.CharField(max_length=8)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    calls = models.PositiveIntegerField(default=1)
    reason = models.CharField(max_length=20, blank=True)  # why it was handed out
    note = models.BinaryField(null=True, blank=True)  # sealed: notes may name people
    once = models.CharField(max_length=32, unique=True)  # the lease: an attempt is entered once
    voided = models.DateTimeField(null=True, blank=True)  # its interview was sent back or rejected


class Appointment(models.Model):
    """A time at which the respondent asked to be called; done or cancelled ones stay."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="appointments")
    at = models.DateTimeField(db_index=True)
    is_hard = models.BooleanField(default=True)
    only = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    made = models.DateTimeField()
    is_open = models.BooleanField(default=True)


class Consent(models.Model):
    """That a person agreed: to which text, when, how, in whose presence. Withdrawn, not deleted."""

    case = models.ForeignKey(Case, models.CASCADE, related_name="consents")
    version = models.CharField(max_length=40)
    digest = models.CharField(max_length=64)  # of the text as shown
    lang = models.CharField(max_length=8)
    channel = models.CharField(max_length=12)  # desk, telephone, web
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    withdrawn = models.DateTimeField(null=True, blank=True)


class DoNotCall(models.Model):
    """A number that no study of the organisation calls, by its keyed hash; outlives studies."""

    organisation = models.ForeignKey(Organisation, models.CASCADE)
    phone_hash = models.CharField(max_length=64)
    at = models.DateTimeField()
    reason = models.CharField(max_length=40)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["organisation", "phone_hash"], name="one_bar"),
        )


class Erasure(models.Model):
    """Proof that a person's data were erased: which case, when, what; the outcome class stays."""

    study = models.ForeignKey(Study, models.PROTECT)
    case_key = models.CharField(max_length=32)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    counts = models.JSONField()
    reason = models.CharField(max_length=40)
