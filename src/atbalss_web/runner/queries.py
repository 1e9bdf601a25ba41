"""Reading interviews: by token, with what rules may know of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import QuerySet

from atbalss.answers.evaluate import Context
from atbalss.interview.path import is_computed, is_put
from atbalss.study.question import ANSWER_KINDS, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.runner.models import Interview

CLOCK = ZoneInfo("Europe/Riga")


@dataclass(frozen=True, slots=True)
class Held:
    """The right to an interview of whoever holds its case: the lease, and his number."""

    lease: str
    holder: int


def locked(door: str | Held) -> Interview:
    """The interview of a token or lease with its study, locked until the transaction ends."""
    rows = Interview.objects.select_for_update(of=("self",))
    return _behind(door, rows)


def behind(door: str | Held) -> Interview:
    """The interview of a token or lease with its study; `Interview.DoesNotExist` if there is none.

    By a lease, with its case and contact too: one statement.
    """
    return _behind(door, Interview.objects.all())


def _behind(door: str | Held, rows: QuerySet[Interview]) -> Interview:
    if isinstance(door, str):
        return rows.select_related("study").get(token=door)
    if not door.lease:
        raise Interview.DoesNotExist
    full = rows.select_related("study", "case__contact")
    found = full.get(case__lease=door.lease, case__held_by_id=door.holder)
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
