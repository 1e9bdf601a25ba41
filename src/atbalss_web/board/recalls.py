"""Re-calls: a share of interviews drawn by lot, called back, and what the respondents said.

Draws and results are events; the latest result of an interview counts.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from atbalss_web.accounts.models import User
from atbalss_web.cases.again import close_rejected
from atbalss_web.cases.contacts import Refusal, open_contact, spaced
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.events.actions import record as event
from atbalss_web.events.models import Event
from atbalss_web.runner.checked import reject_interview
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import Study

RESULTS = ("confirmed", "differs", "denied", "not-reached")
DONE = RESULTS[:3]


class NotDrawn(Exception):  # noqa: N818 - a refusal, no fault
    """The interview was not drawn for a re-call: its number is nobody's to see."""


@dataclass(frozen=True)
class Recall:
    """An interview that was drawn: `result` "" while nobody has called, `by` who made it."""

    key: str
    drawn: datetime
    result: str
    at: datetime | None
    by: str
    is_there: bool  # its interview still counts


@dataclass(frozen=True)
class Recalls:
    """All draws of a study, with what came of them by interviewer."""

    items: tuple[Recall, ...]
    draws: tuple[Event, ...]

    @property
    def counts(self) -> Counter[str]:
        """How many have each result; "" are those waiting."""
        return Counter(item.result for item in self.items)

    @property
    def by_interviewer(self) -> list[tuple[str, Counter[str]]]:
        """Results by who interviewed."""
        found: dict[str, Counter[str]] = {}
        for item in self.items:
            found.setdefault(item.by, Counter())[item.result] += 1
        return sorted(found.items())


def draw_recall(study: Study, share: float, seed: str, now: datetime, *, actor: User) -> list[str]:
    """Draw a share of finished interviews for re-calls by lot; the same seed draws the same."""
    keys = sorted(finished(study).values_list("key", flat=True))
    drawn = draw(keys, share, seed)
    event(
        "recall-drawn", now, actor=actor, study=str(study.pk),
        keys=drawn, share=share, seed=seed, of=len(keys),
    )  # fmt: skip
    return drawn


def draw(keys: Sequence[str], share: float, seed: str) -> list[str]:
    """At least `share` of the keys (rounded up) by lot, in order."""
    size = min(math.ceil(len(keys) * share), len(keys))
    return sorted(random.Random(seed).sample(sorted(keys), size))  # noqa: S311 - repeatable by design


def recalls(study: Study) -> Recalls:
    """Every interview drawn for a re-call, those nobody has called first."""
    rows = Event.objects.filter(study=str(study.pk)).select_related("actor")
    draws = list(rows.filter(name="recall-drawn").order_by("-at")[:50])
    drawn: dict[str, datetime] = {}
    for row in reversed(draws):
        for key in row.data["keys"]:
            drawn.setdefault(key, row.at)
    results = {row.subject: row for row in rows.filter(name="recall-result").order_by("at", "id")}
    there = dict(
        Interview.objects.filter(study=study, key__in=list(drawn)).values_list("key", "state")
    )
    made = _made_by(study, list(drawn))
    items = [
        Recall(
            key,
            at,
            results[key].data["result"] if key in results else "",
            results[key].at if key in results else None,
            made.get(key, ""),
            there.get(key) == "ended",
        )
        for key, at in drawn.items()
    ]
    return Recalls(tuple(sorted(items, key=lambda item: item.result in DONE)), tuple(draws))


def _made_by(study: Study, keys: list[str]) -> dict[str, str]:
    """User names of those who ended the interviews on the telephone."""
    rows = Attempt.objects.filter(
        case__study=study, case__interview__key__in=keys, code__in=("1.1", "1.2"), by__isnull=False
    ).order_by("ended")
    return dict(rows.values_list("case__interview__key", "by__username"))


def is_drawn(study: Study, key: str) -> bool:
    """Whether an interview was ever drawn for a re-call."""
    rows = Event.objects.filter(study=str(study.pk), name="recall-drawn")
    return any(key in row.data["keys"] for row in rows)


def number_of(study: Study, key: str, now: datetime, *, actor: User) -> tuple[str, str]:
    """Name and telephone of a drawn interview's respondent, to be called back; it is logged.

    NotDrawn for any other interview; ("", "") where no number is left.
    """
    if not is_drawn(study, key):
        raise NotDrawn
    row = Case.objects.select_related("study", "contact").filter(interview__key=key).first()
    if row is None or not hasattr(row, "contact") or row.is_barred:
        return "", ""
    event("recall-number-seen", now, actor=actor, study=str(study.pk), subject=key)
    try:
        found = open_contact(row)
    except Refusal:
        return "", ""
    return found["name"], spaced(found["phone"])


def settle(study: Study, key: str, result: str, now: datetime, *, actor: User) -> None:
    """Keep what a re-call showed; ValueError for an unknown result, NotDrawn if none was drawn."""
    if result not in RESULTS:
        raise ValueError(result)
    if not is_drawn(study, key):
        raise NotDrawn
    event("recall-result", now, actor=actor, study=str(study.pk), subject=key, result=result)


def reject(study: Study, key: str, now: datetime, *, actor: User) -> Interview:
    """Take a finished interview out of the results for good; its quota places are free again."""
    with transaction.atomic():
        row = reject_interview(study, key, now, actor=actor)
        if row.case_id is not None:
            close_rejected(row.case_id, now, actor=actor)
    return row
