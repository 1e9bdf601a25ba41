"""Reading interviews: by token, with what rules may know of the moment."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from atbalss.answers.evaluate import Context
from atbalss.fieldwork.quotas import Quota
from atbalss.interview.path import is_computed, is_put
from atbalss.study.question import ANSWER_KINDS, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.runner.models import Interview
from atbalss_web.runner.prepared import Prepared

CLOCK = ZoneInfo("Europe/Riga")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,43}", re.ASCII)
_CELLS = {  # the quotas of an interview's study, in the same statement as the interview
    "sqlite": "SELECT json_group_array(json_array(name, json(cell), target, done, reserved))"
    " FROM (SELECT * FROM studies_quotacell"
    " WHERE study_id = runner_interview.study_id ORDER BY id)",
    "postgresql": "SELECT jsonb_agg(jsonb_build_array(name, cell, target, done, reserved)"
    " ORDER BY id)::text FROM studies_quotacell WHERE study_id = runner_interview.study_id",
}


@dataclass(frozen=True, slots=True)
class Held:
    """The right to an interview of whoever holds its case: the lease, and his number."""

    lease: str
    holder: int


def locked(door: str | Held) -> Interview:
    """The interview of a token or lease with its study, locked until the transaction ends.

    The study's quotas come along in the same statement: `quotas_beside`.
    """
    if isinstance(door, str):
        return _found(_LOCKED, door)
    return _behind(door, _LOCKED_BY_LEASE)


def unlocked(token: str) -> Interview:
    """The interview of a token as `locked` gives it, for one who waits for nobody."""
    return _found(_BESIDE, token)


def behind(door: str | Held) -> Interview:
    """The interview of a token or lease with its study; `Interview.DoesNotExist` if there is none.

    By a lease, with its case and contact too: one statement.
    """
    if isinstance(door, str):
        return _found(_SEEN, door)
    return _behind(door, _BY_LEASE)


def _with_cells() -> QuerySet[Interview]:
    return _beside().select_for_update(of=("self",))


def _beside() -> QuerySet[Interview]:
    cells = RawSQL(f"({_CELLS[connection.vendor]})", ())  # noqa: S611 - a constant text
    return Interview.objects.annotate(cells=cells)


_LOCKED = Prepared(lambda token: _with_cells().select_related("study").filter(token=token))
_BESIDE = Prepared(lambda token: _beside().select_related("study").filter(token=token))
_SEEN = Prepared(lambda token: Interview.objects.select_related("study").filter(token=token))


def _of_lease(rows: QuerySet[Interview], lease: str) -> QuerySet[Interview]:
    """The interview of a lease with study, case and contact, while its holder is active."""
    full = rows.select_related("study", "case__contact")
    return full.filter(case__lease=lease, case__held_by__is_active=True)


_BY_LEASE = Prepared(lambda lease: _of_lease(Interview.objects.all(), lease))
_LOCKED_BY_LEASE = Prepared(lambda lease: _of_lease(_with_cells(), lease))


def _found(query: Prepared[Interview], token: str) -> Interview:
    found = query.get(token) if _TOKEN.fullmatch(token) else None
    if found is None:
        raise Interview.DoesNotExist
    return found


def quotas_beside(interview: Interview) -> tuple[Quota, ...]:
    """The quotas that came with a locked interview, with their counts of that moment."""
    rows = json.loads(interview.cells or "[]")
    return tuple(
        Quota(name, tuple((question, code) for question, code in cell), target, done, reserved)
        for name, cell, target, done, reserved in rows
    )


def _behind(door: Held, query: Prepared[Interview]) -> Interview:
    found = query.get(door.lease) if door.lease else None
    if found is None or found.case is None or found.case.held_by_id != door.holder:
        raise Interview.DoesNotExist
    found.case.study = found.study
    return found


def context_of(interview: Interview, now: datetime) -> Context:
    """What rules may know: the day and moment on the study's clock, chance, the language."""
    local = now.astimezone(CLOCK).replace(tzinfo=None)
    return Context(local.date(), local, interview.seed, interview.lang, interview.key)


def core_questions(questionnaire: Questionnaire, reached: Sequence[str]) -> list[str]:
    """The questions on a route whose answers decide whether an interview is complete."""
    found = []
    for name in reached:
        question = questionnaire.by_name[name]
        if question.kind in ANSWER_KINDS and is_put(question) and not is_computed(question):
            found.append(name)
    return found


def is_screened_out(questionnaire: Questionnaire, core: Sequence[str]) -> bool:
    """Whether only screening questions were put of a questionnaire that has others."""
    if any(questionnaire.by_name[name].role is not Role.SCREENING for name in core):
        return False
    return any(
        item.kind in ANSWER_KINDS and is_put(item) and item.role is not Role.SCREENING
        for item in questionnaire.questions
    )
