"""Reading interviews: by token, with what rules may know of the moment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from atbalss.answers.evaluate import Context
from atbalss.interview.path import is_computed, is_put
from atbalss.study.question import ANSWER_KINDS
from atbalss.study.questionnaire import Questionnaire
from atbalss_web.runner.models import Interview

CLOCK = ZoneInfo("Europe/Riga")


def locked(token: str) -> Interview:
    """The interview of a token with its study, locked until the transaction ends."""
    return (
        Interview.objects.select_related("study").select_for_update(of=("self",)).get(token=token)
    )


def by_token(token: str) -> Interview:
    """The interview of a token with its study; `Interview.DoesNotExist` if there is none."""
    return Interview.objects.select_related("study").get(token=token)


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
