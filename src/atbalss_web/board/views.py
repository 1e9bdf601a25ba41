"""The supervisor's pages: the live state of a study, cases, checking, re-calls, the log."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.fieldwork.outcomes import OUTCOMES, Disposition
from atbalss.fieldwork.rates import NAMES
from atbalss.report.fieldwork_block import method_of
from atbalss.report.fieldwork_words import FORMULAS
from atbalss.report.fieldwork_words import say as told
from atbalss.report.numerals import decimal, percent
from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import organisations_with, person, require
from atbalss_web.board import actions, queries
from atbalss_web.board.log_texts import told as told_event
from atbalss_web.pages import in_words, language_of, render
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of

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
        "title": in_words(study.title, lang, study.slug),
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
    items = [(row, in_words(row.title, lang, row.slug)) for row in rows]
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
        event=lambda name: told_event(name, language_of(request)),
        may_act=True,
    )


def _back(name: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(reverse(name, args=[pk]), status=303)
