"""Interviews -> rows: answers in the convention of `answers.csv`, and paradata. Real ones only.

A previewed, practised or pre-tested interview has another `kind` and can never be here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import polars as pl
from django.db.models import Count, Max, Min, QuerySet

from atbalss.fieldwork.outcomes import COMPLETE, PARTIAL
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.models import Study

REAL = "real"
FINISHED = (COMPLETE, PARTIAL)

STEPS = {
    "id": pl.String,
    "number": pl.Int64,
    "at": pl.Datetime("us", "UTC"),
    "page": pl.String,
    "lang": pl.String,
    "mode": pl.String,
    "seconds": pl.Float64,
    "what": pl.String,
}
CHANGES = dict.fromkeys(("id", "question", "before", "after", "reason"), pl.String)


def finished(study: Study) -> QuerySet[Interview]:
    """The interviews that count: real, ended, complete or partial by the study's thresholds."""
    return Interview.objects.filter(study=study, kind=REAL, state="ended", code__in=FINISHED)


def answers(study: Study) -> pl.DataFrame:
    """One row an interview by its random key, a column a question, raw strings.

    Columns are all questions of all versions that were asked; a question that a version did not
    have is blank.
    """
    rows = finished(study).order_by("key").values_list("key", "lang", "record")
    return as_table((key, record.get("answers", {})) for key, _, record in rows.iterator())


def as_table(rows: Iterable[tuple[str, dict[str, str]]]) -> pl.DataFrame:
    """(id, answers by question) as a table of raw strings; what nobody has is blank."""
    held = list(rows)
    names = list(dict.fromkeys(name for _, given in held for name in given))
    columns: dict[str, list[str | None]] = {"id": [key for key, _ in held]}
    for name in names:
        columns[name] = [given.get(name, "") for _, given in held]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))


def by_mode(study: Study) -> dict[str, int]:
    """Finished interviews by the mode they ended in."""
    rows = finished(study).values("mode").annotate(n=Count("id")).order_by("mode")
    return {row["mode"]: row["n"] for row in rows}


def span(study: Study) -> tuple[datetime | None, datetime | None]:
    """When the first finished interview began and the last one ended."""
    found = finished(study).aggregate(first=Min("began"), last=Max("ended"))
    return found["first"], found["last"]


# ---- paradata


def steps(study: Study) -> pl.DataFrame:
    """One row a page answered: when, in which language and mode, seconds on it, changed or not."""
    rows = (
        Step.objects.filter(interview__in=finished(study))
        .order_by("interview__key", "number")
        .values_list("interview__key", "number", "at", "page", "lang", "mode", "seconds", "what")
    )
    return pl.DataFrame(list(rows), schema=STEPS, orient="row")


def changes(study: Study) -> pl.DataFrame:
    """One row a changed answer: the question, what stood before, what came after, the reason."""
    found = [
        (key, *item)
        for key, record in finished(study).order_by("key").values_list("key", "record")
        for item in record.get("changes", [])
    ]
    return pl.DataFrame(found, schema=CHANGES, orient="row")


# ---- fingerprint


def digest(*parts: Any) -> str:
    """SHA-256 of plain values: the same rows in the same order, the same 64 hex digits."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(json.dumps(part, ensure_ascii=False, sort_keys=True, default=str).encode())
        whole.update(b"\x00")
    return whole.hexdigest()
