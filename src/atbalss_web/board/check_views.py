"""Checking interviews, re-calls and their results, paradata to take away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import polars as pl
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.answers.record import as_text
from atbalss.exchange.delimited import write_table
from atbalss.interview.path import is_put, path
from atbalss.study.question import ANSWER_KINDS, NUMBER_KINDS, Kind, Question
from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import person
from atbalss_web.board import actions, queries, recalls
from atbalss_web.board.views import READERS, acts, page, study_of
from atbalss_web.events.actions import record as event
from atbalss_web.pages import language_of
from atbalss_web.runner.extract import changes, finished, steps
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import context_of
from atbalss_web.runner.record import as_record
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import questionnaire_of

TABLES: dict[str, Callable[[Study], pl.DataFrame]] = {"steps": steps, "changes": changes}
Verdict = Callable[..., object]
VERDICTS: dict[str, Verdict] = {
    "accept": actions.accept,
    "back": actions.send_back,
    "reject": recalls.reject,
}


def checking(request: HttpRequest, pk: int) -> HttpResponse:
    """Finished interviews to be checked, re-calls drawn by lot with their results, paradata."""
    study = study_of(request, pk, *READERS)
    may_act = acts(request, study)
    return page(
        request,
        "board/checking.html",
        study,
        rows=queries.to_check(study) if may_act else [],
        recalls=recalls.recalls(study),
        outcomes=("", *recalls.RESULTS),
        may_act=may_act,
    )


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw a share of interviews for re-calls."""
    study = study_of(request, pk, Role.SUPERVISOR)
    percent = request.POST.get("share", "")
    seed = request.POST.get("seed", "")[:40] or f"{timezone.now():%Y%m%d}"
    if percent.isascii() and percent.isdecimal() and 1 <= int(percent[:4]) <= 100:
        now = timezone.now()
        recalls.draw_recall(study, int(percent) / 100, seed, now, actor=person(request))
    return _back("board-checking", pk)


def interview(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One interview's answers, to be read; accepted, sent back or rejected; its re-call."""
    study = study_of(request, pk, Role.SUPERVISOR)
    row = finished(study).select_related("case", "version").filter(key=key).first()
    if row is None:
        raise Http404
    contact: tuple[str, str] | None = None
    if request.method == "POST":
        now, who = timezone.now(), person(request)
        contact = _recalled(request, study, key, now, who)
        if contact is None:
            verdict = VERDICTS.get(request.POST.get("verdict", ""))
            if verdict is not None:
                verdict(study, key, now, actor=who)
            return _back("board-checking", pk)
    return _interview(request, study, row, contact)


def _recalled(
    request: HttpRequest, study: Study, key: str, now: datetime, who: User
) -> tuple[str, str] | None:
    """The number of a drawn interview if that was asked for; else keeps the result sent, if any."""
    result = request.POST.get("result", "")
    try:
        if "number" in request.POST:
            return recalls.number_of(study, key, now, actor=who)
        if result in recalls.RESULTS:
            recalls.settle(study, key, result, now, actor=who)
    except recalls.NotDrawn:
        raise PermissionDenied from None
    return None


def _interview(
    request: HttpRequest, study: Study, row: Interview, contact: tuple[str, str] | None
) -> HttpResponse:
    lang = language_of(request)
    questionnaire = questionnaire_of(row.version_id)
    record = as_record(questionnaire, row.key, row.record)
    way = path(questionnaire, record, context_of(row, timezone.now()))
    answers = [
        (
            questionnaire.by_name[name].label.get(lang),
            _words(questionnaire.by_name[name], as_text(record.answers.get(name)), lang),
            record.reasons.get(name, ""),
        )
        for name in way.reached
        if is_put(questionnaire.by_name[name]) and questionnaire.by_name[name].kind in ANSWER_KINDS
    ]
    pages = list(row.steps.order_by("number"))
    seconds = sum(item.seconds or 0 for item in pages)
    return page(
        request,
        "board/interview.html",
        study,
        row=row,
        answers=answers,
        changes=record.changes,
        steps=pages,
        minutes=seconds / 60,
        may_act=True,
        contact=contact,
        drawn=recalls.is_drawn(study, row.key),
        results=recalls.RESULTS,
    )


_MISSING = {
    "_dont_know": ("grūti pateikt", "hard to say", "затрудняюсь ответить"),
    "_refused": ("atteicās atbildēt", "refused", "отказ от ответа"),
}


_MOMENTS = {Kind.DATE, Kind.TIME, Kind.DATETIME}


def _moment(text: str, lang: str) -> str:
    """A day and time of day of ISO 8601 as it is written: 26.11.2026, 9:30; in English as it is."""
    day, _, clock = text.rpartition("T") if "T" in text else ("", "", text)
    if not clock.partition(":")[1]:
        day, clock = clock, ""
    hour, minute = (*clock.split(":"), "", "")[:2]
    if lang != "en" and day:
        day = ".".join(reversed(day.split("-")))
    return " ".join(part for part in (day, f"{int(hour)}:{minute}" if clock else "") if part)


def _words(question: Question, text: str, lang: str) -> str:
    """An answer as it reads: labels of its options, days and times as people write them."""
    if text in _MISSING:
        return _MISSING[text][("lv", "en", "ru").index(lang)]
    if question.kind in _MOMENTS and text:
        return _moment(text, lang)
    if question.kind in NUMBER_KINDS and lang != "en":
        return text.replace(".", ",")
    if question.codes is None:
        return text
    codes = question.codes
    return "; ".join(
        codes.code(name).label.get(lang) if codes.has(name) else name for name in text.split()
    )


@require_POST
def paradata(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Paradata of the finished interviews by their made-up keys, as CSV for a spreadsheet."""
    study = study_of(request, pk, *READERS)
    if what not in TABLES:
        raise Http404
    text = write_table(TABLES[what](study), for_excel=True)
    event("paradata-taken", timezone.now(), actor=person(request), study=str(pk), subject=what)
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{study.slug}-{what}.csv"'
    return response


def _back(name: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[pk]), status=303)
