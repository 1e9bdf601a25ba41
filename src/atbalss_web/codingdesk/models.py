"""Coding of open answers: tasks, frame versions, answers with their leases, decisions, quotations.

A row knows an answer by its interview's made-up key and the question of its task; the words stay in
the interview. Decisions are only ever added. All of it goes when the interview is erased.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import Study


class Task(models.Model):
    """The coding of one open question of a study. `number` is the frame version in use."""

    study = models.ForeignKey(Study, models.PROTECT, related_name="coding")
    question = models.CharField(max_length=100)
    number = models.PositiveIntegerField(default=0)
    share = models.FloatField(default=0.1)  # of answers that a second coder codes too, blind
    threshold = models.FloatField(null=True, blank=True)  # None: no machine codes
    by_meaning = models.BooleanField(default=False)  # suggestions and groups by embeddings too
    context = models.JSONField(default=list, blank=True)  # questions whose answers coders see too
    handed = models.JSONField(default=dict, blank=True)  # who left, and who has their second looks

    class Meta:
        constraints = (models.UniqueConstraint(fields=["study", "question"], name="one_task"),)

    def __str__(self) -> str:
        return f"{self.study} {self.question}"


class FrameVersion(models.Model):
    """A code frame as it was from some moment on, with the changes that led to it."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="frames")
    number = models.PositiveIntegerField()
    content = models.JSONField()
    source = models.CharField(max_length=20, blank=True)  # of version 1: where it was taken from
    made = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "number"], name="one_frame"),)

    def __str__(self) -> str:
        return f"{self.task} v{self.number}"


class Answer(models.Model):
    """One answer that somebody coded or holds. `step` counts its decisions: nobody overwrites."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="answers")
    interview = models.ForeignKey(Interview, models.CASCADE, to_field="key", db_column="key")
    step = models.PositiveIntegerField(default=0)
    held_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="coding_held"
    )
    held_until = models.DateTimeField(null=True)
    skipped_by = models.JSONField(default=list, blank=True)  # keys of those who left it for later
    asked = models.BooleanField(default=False)  # set aside till a question about it is answered

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "interview"], name="one_answer"),)
        indexes = (models.Index(fields=["task", "held_until"], name="answer_held"),)

    def __str__(self) -> str:
        return f"{self.task} {self.interview_id}"


class Decision(models.Model):
    """What somebody said an answer means. Added, never changed; `by` is None for the machine.

    `segments` are [[start, end, [codes]], ...] over the words with this `mark`, in version `frame`
    of the frame. What is undone is said anew as it was before; `undoes` numbers what it takes back.
    """

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="decisions")
    number = models.PositiveIntegerField()
    origin = models.CharField(max_length=12)  # person, machine, adjudicated
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    who = models.CharField(max_length=40)  # key of the person, or name of the machine's method
    at = models.DateTimeField()
    frame = models.PositiveIntegerField()
    mark = models.CharField(max_length=16)
    codes = models.JSONField()
    segments = models.JSONField(default=list, blank=True)
    confidence = models.FloatField(null=True)  # of the suggestion that was taken, or the machine's
    is_unsure = models.BooleanField(default=False)
    seconds = models.FloatField(null=True)
    keys = models.PositiveIntegerField(null=True)  # key presses it cost
    batch = models.CharField(max_length=12, blank=True)  # of those decided at one stroke
    undoes = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["answer", "number"], name="one_decision"),)
        indexes = (models.Index(fields=["by", "at"], name="decision_by"),)

    def __str__(self) -> str:
        return f"{self.answer} #{self.number}"


class Example(models.Model):
    """An answer that shows coders what belongs to a code."""

    answer = models.ForeignKey(Answer, models.CASCADE, related_name="examples")
    code = models.CharField(max_length=200)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["answer", "code"], name="one_example"),)

    def __str__(self) -> str:
        return f"{self.answer} {self.code}"


class Remark(models.Model):
    """What a coder asks or notes: about an answer, or without one about the frame.

    It is open until somebody who answers for the coding writes a reply.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="remarks")
    answer = models.ForeignKey(Answer, models.CASCADE, null=True, related_name="remarks")
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True)
    at = models.DateTimeField()
    reply = models.TextField(blank=True)
    closed = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="remarks_closed"
    )

    class Meta:
        indexes = (models.Index(fields=["task", "closed"], name="remark_open"),)

    def __str__(self) -> str:
        return f"{self.task} remark {self.pk}"


class Quotation(models.Model):
    """An answer chosen for publication; `text` is it without its `cuts`. Published if `released`.

    `cuts` are [[start, end, why], ...] over the words with this `mark`.
    """

    answer = models.OneToOneField(Answer, models.CASCADE, related_name="quotation")
    step = models.PositiveIntegerField(default=0)
    mark = models.CharField(max_length=16)
    cuts = models.JSONField(default=list, blank=True)
    text = models.TextField()
    is_sensitive = models.BooleanField(default=False)
    chosen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="quotations_chosen"
    )
    at = models.DateTimeField()
    released = models.DateTimeField(null=True)
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="quotations_released"
    )

    def __str__(self) -> str:
        return f"{self.answer} quotation"


class Vector(models.Model):
    """The meaning of an answer's words (float32), kept while the answer is; `mark` tells of which
    words and model it is.
    """

    task = models.ForeignKey(Task, models.CASCADE, related_name="vectors")
    interview = models.ForeignKey(Interview, models.CASCADE, to_field="key", db_column="key")
    mark = models.CharField(max_length=60)
    content = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["task", "interview"], name="one_vector"),)

    def __str__(self) -> str:
        return f"{self.task} {self.interview_id} {self.mark}"
