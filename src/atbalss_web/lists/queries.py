"""Reading lists: studies they go into, previews, replicates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q

from atbalss.study.question import Role
from atbalss_web.accounts.models import Role as Job
from atbalss_web.accounts.models import User
from atbalss_web.accounts.queries import organisations_with
from atbalss_web.cases.contacts import Refusal
from atbalss_web.cases.models import Case
from atbalss_web.lists import guess
from atbalss_web.lists.actions import answer_questions, contact_of, picked
from atbalss_web.lists.models import Upload
from atbalss_web.lists.reading import Rows
from atbalss_web.studies.models import Centre, Study
from atbalss_web.studies.queries import live_version, questionnaire_of

SHOWN = 5


def studies_of(user: User) -> list[Study]:
    """Studies into which a person may take lists."""
    mine = organisations_with(user, Job.SUPERVISOR)
    return list(Study.objects.filter(organisation_id__in=mine).order_by("slug", "wave"))


def sample_questions(study: Study) -> list[str]:
    """Names of the questions whose answers are known from the sample."""
    version = live_version(study)
    if version is None:
        return []
    questions = questionnaire_of(version.pk).questions
    return [item.name for item in questions if item.role is Role.SAMPLE]


def fields_of(upload: Upload) -> list[str]:
    """What columns may be mapped to."""
    if upload.kind == "contacts":
        more = sample_questions(upload.study)
    else:
        more = answer_questions(upload.study, upload.kind)
    return [*guess.FIELDS[upload.kind], *(f"q.{name}" for name in more)]


@dataclass(frozen=True)
class Preview:
    """The first rows as they would be taken; what is still missing; outcomes to be mapped."""

    rows: tuple[tuple[int, dict[str, str], str], ...]  # number, fields, key of a refusal
    missing: tuple[str, ...]
    outcomes: tuple[tuple[str, int, str], ...]  # raw, how often, code


def preview(upload: Upload, rows: Rows) -> Preview:
    """What would come of a list by its mapping."""
    centres: dict[str, Centre] = {}
    for item in Centre.objects.filter(organisation_id=upload.study.organisation_id):
        centres[item.code.lower()] = centres[item.name.lower()] = item
    seen: set[str] = set()
    shown = []
    for number, cells in rows.rows[:SHOWN]:
        fault = "row-formula" if number in rows.formulas else ""
        if upload.kind == "contacts" and not fault:
            try:
                contact_of(upload, cells, centres, seen)
            except Refusal as why:
                fault = why.key
        shown.append((number, picked(upload, cells), fault))
    columns = upload.mapping.get("columns", {})
    missing = tuple(item for item in guess.NEEDED[upload.kind] if item not in columns)
    return Preview(tuple(shown), missing, tuple(_outcomes(upload, rows)))


def _outcomes(upload: Upload, rows: Rows) -> list[tuple[str, int, str]]:
    if upload.kind != "calls" or "outcome" not in upload.mapping.get("columns", {}):
        return []
    counts: dict[str, int] = {}
    for _, cells in rows.rows:
        raw = picked(upload, cells).get("outcome", "").strip()
        counts[raw] = counts.get(raw, 0) + 1
    codes = upload.mapping.get("codes", {})
    ordered = sorted(counts.items(), key=lambda pair: -pair[1])[:200]
    return [(raw, n, codes.get(raw) or guess.outcome(raw)) for raw, n in ordered]


def replicates(study: Study) -> list[dict[str, Any]]:
    """Replicates of a study: how many cases, how many may be called."""
    return list(
        Case.objects.filter(study=study, replicate__gt=0)
        .values("replicate")
        .annotate(n=Count("id"), released=Count("id", filter=Q(is_released=True)))
        .order_by("replicate")
    )
