"""Interviews: one row holds all that a respondent said; each step is logged beside it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from atbalss_web.cases.models import Case
from atbalss_web.studies.models import Study, Version


class Interview(models.Model):
    """An interview by a random key. `record` is the whole record; `kind` keeps trials apart.

    Whoever has the `token` may answer: it is the respondent's link or the interviewer's.
    """

    study = models.ForeignKey(Study, models.PROTECT, related_name="interviews")
    version = models.ForeignKey(Version, models.PROTECT)
    case = models.OneToOneField(Case, models.SET_NULL, null=True, blank=True)
    key = models.CharField(max_length=32, unique=True)  # the id in the frame; joins no contact
    token = models.CharField(max_length=43, unique=True)
    kind = models.CharField(max_length=10, default="real")  # real, preview, practice, pretest
    mode = models.CharField(max_length=8, default="web")  # web, phone
    lang = models.CharField(max_length=8)
    seed = models.BigIntegerField(default=0)
    record = models.JSONField(default=dict)
    step = models.PositiveIntegerField(default=0)
    state = models.CharField(max_length=10, default="open")  # open, ended, sent_away
    code = models.CharField(max_length=8, blank=True)
    quotas = models.JSONField(default=list, blank=True)  # names of reserved quotas
    is_checked = models.BooleanField(null=True)  # the supervisor's: accepted, or sent back
    began = models.DateTimeField()
    touched = models.DateTimeField(db_index=True)
    ended = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=["study", "kind", "state"], name="interview_state"),)

    def __str__(self) -> str:
        return self.key


class Step(models.Model):
    """One page answered: paradata. Changed answers are in the interview's record."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="steps")
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    page = models.CharField(max_length=100)
    lang = models.CharField(max_length=8)
    mode = models.CharField(max_length=8)
    seconds = models.FloatField(null=True)
    what = models.CharField(max_length=10, default="answer")  # answer, changed, refused, soft
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["interview", "number"], name="one_step"),)
