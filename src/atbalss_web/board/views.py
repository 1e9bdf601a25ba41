"""The supervisor's pages: the live state of a study, cases, checking, re-calls, the log."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.answers.record import as_text
from atbalss.fieldwork.outcomes import OUTCOMES, Disposition
from atbalss.fieldwork.rates import NAMES
from atbalss.interview.path import is_put, path
from atbalss.report.fieldwork_block import method_of
from atbalss.report.fieldwork_words import FORMULAS
from atbalss.report.fieldwork_words import say as told
from atbalss.report.numerals import decimal, percent
from atbalss.study.question import Question
from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import organisations_with, person, require
from atbalss_web.board import actions, queries
from atbalss_web.pages import language_of, render
from atbalss_web.runner.extract import finished
from atbalss_web.runner.queries import context_of
from atbalss_web.runner.record import as_record
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import questionnaire_of, rules_of

READERS = (Role.SUPERVISOR, Role.ANALYST)


def page(request: HttpRequest, template: str, study: Study, **values: object) -> HttpResponse:
    """A page of the board, with what all of them need: numbers, outcomes and times in words."""
    lang = language_of(request)
    zone = ZoneInfo(rules_of(study).calls.zone)

    def at(moment: datetime | None) -> str:
        return "–" if moment is None else f"{moment.astimezone(zone):%d.%m.%Y %H:%M}"

    def share(value: float | None) -> str:
        return told("undefined", lang) if value is None else percent(value, lang, 1)

    def number(value: float | None, digits: int = 0) -> str:
        return "–" if value is None else decimal(value, digits, lang)

    def outcome(code: str) -> str:
        return OUTCOMES[code].label.get(lang) if code in OUTCOMES else code

    shared: dict[str, object] = {
        "study": study,
        "title": study.title.get(lang) or next(iter(study.title.values()), study.slug),
        "invented": study.is_invented,
        "at": at,
        "share": share,
        "number": number,
        "outcome": outcome,
        "told": lambda key: told(key, lang),
        "may_act": values.pop("may_act", False),
    }
    return render(request, template, shared | values)


def study_of(request: HttpRequest, pk: int, *roles: Role) -> Study:
    """A study that the person may see in one of the roles; PermissionDenied otherwise."""
    study = get_object_or_404(Study.objects.select_related("organisation"), pk=pk)
    require(request, *roles, organisation=study.organisation_id)
    return study


def acts(request: HttpRequest, study: Study) -> bool:
    """Whether the person may change the field of a study, not only look."""
    return study.organisation_id in organisations_with(person(request), Role.SUPERVISOR)


def studies(request: HttpRequest) -> HttpResponse:
    """The studies whose fieldwork the person may see; the only one at once."""
    places = organisations_with(person(request), *READERS)
    require(request, *READERS)
    rows = list(Study.objects.filter(organisation__in=places).order_by("-is_open", "-pk"))
    if len(rows) == 1:
        return HttpResponseRedirect(reverse("board-study", args=[rows[0].pk]))
    lang = language_of(request)
    items = [(row, row.title.get(lang) or row.slug) for row in rows]
    return render(request, "board/studies.html", {"items": items})


def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """The live state of a study's fieldwork."""
    study = study_of(request, pk, *READERS)
    now, lang = timezone.now(), language_of(request)
    found = queries.overview(study, now, request.GET.get("item", ""))
    classes = [
        (
            item.value,
            int(getattr(found.found.found, item.value.lower())),
            [
                (code, n)
                for code, n in found.found.outcomes.items()
                if found.found.class_of(code) is item
            ],
        )
        for item in Disposition
    ]
    rates = [
        (
            name,
            FORMULAS[name],
            found.found.rates[name],
            (found.found.weighted_rates or {}).get(name),
        )
        for name in NAMES
    ]
    return page(
        request,
        "board/overview.html",
        study,
        now=now,
        found=found,
        classes=classes,
        rates=rates,
        method=method_of(found.found.e, lang),
        labels={
            item.name: item.short_label.get(lang) or item.label.get(lang) for item in found.items
        },
        may_act=acts(request, study),
    )


def cases(request: HttpRequest, pk: int) -> HttpResponse:
    """Cases of a study by key; a supervisor assigns, pauses and queues them."""
    study = study_of(request, pk, *READERS)
    code, who = request.GET.get("code", ""), request.GET.get("who", "")
    return page(
        request,
        "board/cases.html",
        study,
        rows=queries.cases_of(study, code, who),
        code=code,
        people=queries.interviewers_of(study),
        may_act=acts(request, study),
        most=queries.MOST,
    )


@require_POST
def change_cases(request: HttpRequest, pk: int) -> HttpResponse:
    """What was chosen for the cases that were ticked."""
    study = study_of(request, pk, Role.SUPERVISOR)
    what = request.POST.get("what", "")
    if what not in ("assign", "free", "pause", "resume", "queue", "unqueue"):
        raise Http404
    who = None
    if what == "assign":
        people = {str(item.pk): item for item in queries.interviewers_of(study)}
        who = people.get(request.POST.get("who", ""))
        if who is None:
            return _back("board-cases", pk)
    keys = request.POST.getlist("key")[: queries.MOST]
    actions.change_cases(study, keys, what, timezone.now(), actor=person(request), who=who)
    return _back("board-cases", pk)


@require_POST
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Release a replicate."""
    study = study_of(request, pk, Role.SUPERVISOR)
    replicate = request.POST.get("replicate", "")
    if replicate.isdecimal() and len(replicate) < 9:
        actions.release(study, int(replicate), timezone.now(), actor=person(request))
    return _back("board-study", pk)


def checking(request: HttpRequest, pk: int) -> HttpResponse:
    """Finished interviews to be checked, and re-calls drawn by lot."""
    study = study_of(request, pk, Role.SUPERVISOR)
    rows = queries.to_check(study)
    return page(
        request,
        "board/checking.html",
        study,
        rows=rows,
        recalls=queries.recalls(study),
        may_act=True,
    )


@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw a share of interviews for re-calls."""
    study = study_of(request, pk, Role.SUPERVISOR)
    percent_ = request.POST.get("share", "")
    seed = request.POST.get("seed", "")[:40] or f"{timezone.now():%Y%m%d}"
    if percent_.isdecimal() and 1 <= int(percent_) <= 100:
        actions.draw_recall(study, int(percent_) / 100, seed, timezone.now(), actor=person(request))
    return _back("board-checking", pk)


def interview(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """One interview's answers, to be read; accepted or sent back."""
    study = study_of(request, pk, Role.SUPERVISOR)
    row = finished(study).select_related("case", "version").filter(key=key).first()
    if row is None:
        raise Http404
    if request.method == "POST":
        do: dict[str, Callable[..., object]] = {"accept": actions.accept, "back": actions.send_back}
        verdict = do.get(request.POST.get("verdict", ""))
        if verdict is not None:
            verdict(study, key, timezone.now(), actor=person(request))
        return _back("board-checking", pk)
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
        if is_put(questionnaire.by_name[name])
    ]
    steps = list(row.steps.order_by("number"))
    seconds = sum(item.seconds or 0 for item in steps)
    return page(
        request,
        "board/interview.html",
        study,
        row=row,
        answers=answers,
        changes=record.changes,
        steps=steps,
        minutes=seconds / 60,
        may_act=True,
    )


_MISSING = {
    "_dont_know": ("grūti pateikt", "hard to say", "затрудняюсь ответить"),
    "_refused": ("atteicās atbildēt", "refused", "отказ от ответа"),
}


def _words(question: Question, text: str, lang: str) -> str:
    """An answer as it reads: labels of its options, else what was said."""
    if text in _MISSING:
        return _MISSING[text][("lv", "en", "ru").index(lang)]
    if question.codes is None:
        return text
    codes = question.codes
    return "; ".join(
        codes.code(name).label.get(lang) if codes.has(name) else name for name in text.split()
    )


def log(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened in a study on one day, on the study's clock."""
    study = study_of(request, pk, Role.SUPERVISOR)
    zone = ZoneInfo(rules_of(study).calls.zone)
    try:
        day = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        day = timezone.now().astimezone(zone).date()
    first = datetime.combine(day, time(), zone)
    try:
        rows = queries.day_log(study, first, first + timedelta(days=1))
    except OverflowError:
        rows = []
    return page(
        request,
        "board/log.html",
        study,
        rows=rows,
        day=day,
        days=queries.days_of(study),
        may_act=True,
    )


def _back(name: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[pk]), status=303)
