"""Lists from elsewhere: what was uploaded, how its columns were read, what was refused."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from atbalss_web.studies.models import Study


class Upload(models.Model):
    """A file on its way into a study. `sealed` is its content, gone once it was taken in.

    `refused` holds [row number, key of the reason]; never what stood in the row.
    """

    study = models.ForeignKey(Study, models.CASCADE, related_name="uploads")
    kind = models.CharField(max_length=10)  # contacts, calls, answers
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    at = models.DateTimeField()
    digest = models.CharField(max_length=64)
    sealed = models.BinaryField(null=True)
    encoding = models.CharField(max_length=10, blank=True)
    mapping = models.JSONField(default=dict)
    n_rows = models.PositiveIntegerField(default=0)
    n_taken = models.PositiveIntegerField(default=0)
    refused = models.JSONField(default=list)
    done = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.study} {self.kind} {self.pk}"
