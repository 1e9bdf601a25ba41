"""What is in the field: studies, versions of their questionnaires, quotas."""

from __future__ import annotations

from django.db import models

from atbalss_web.accounts.models import Centre, Organisation


class Study(models.Model):
    """A study in the field. `rules` are call rules, thresholds and outcome preset as plain values.

    `data_key` encrypts its contacts; it is wrapped by a key from the environment, and None once
    the contacts were destroyed.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="studies")
    slug = models.SlugField()
    wave = models.SlugField(default="field")
    title = models.JSONField(default=dict)
    langs = models.JSONField(default=list)
    rules = models.JSONField(default=dict)
    consent = models.JSONField(default=dict)  # {"version": ..., "text": {lang: ...}}
    script = models.JSONField(default=dict)  # what the interviewer says first, by language
    is_open = models.BooleanField(default=False)
    is_invented = models.BooleanField(default=False)
    retention = models.DateField(null=True, blank=True)
    data_key = models.BinaryField(null=True, blank=True)
    destroyed = models.DateTimeField(null=True, blank=True)  # when contacts and key were

    class Meta:
        verbose_name_plural = "studies"
        constraints = (
            models.UniqueConstraint(fields=["organisation", "slug", "wave"], name="one_study"),
        )

    def __str__(self) -> str:
        return f"{self.slug} {self.wave}"


class Version(models.Model):
    """A questionnaire as it was asked: the sheets of its XLSForm. Never changed once used."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sheets = models.JSONField()
    frames = models.JSONField(null=True, blank=True)
    made = models.DateTimeField()
    is_live = models.BooleanField(default=False)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["study", "number"], name="one_version"),)

    def __str__(self) -> str:
        return f"{self.study} v{self.number}"


class StudyCentre(models.Model):
    """How a centre invites in a study: mode, k and the first visitor's number."""

    study = models.ForeignKey(Study, models.CASCADE, related_name="centres")
    centre = models.ForeignKey(Centre, models.CASCADE)
    mode = models.CharField(max_length=12, default="choice")
    k = models.PositiveIntegerField(default=1)
    start = models.PositiveIntegerField(default=1)
    poster = models.CharField(max_length=32, null=True, unique=True)  # of the open link

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["study", "centre"], name="one_centre_a_study"),
        )

    def __str__(self) -> str:
        return f"{self.study} {self.centre}"


class QuotaCell(models.Model):
    """A quota: answers as [[question, code], ...], its target, and what is taken of it."""

    study = models.ForeignKey(Study, models.CASCADE, related_name="quotas")
    name = models.SlugField()
    cell = models.JSONField()
    target = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    reserved = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["study", "name"], name="one_quota"),
            models.CheckConstraint(
                condition=models.Q(done__lte=models.F("target") - models.F("reserved")),
                name="no_overshoot",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.done}+{self.reserved}/{self.target}"
