"""Versions of a questionnaire: upload, differences against the live one, activation."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss.problems import Problem, Refused
from atbalss.study.versions import effects
from atbalss_web.accounts.models import Role
from atbalss_web.accounts.queries import person
from atbalss_web.board.views import page, study_of
from atbalss_web.pages import language_of
from atbalss_web.runner.models import Interview
from atbalss_web.studies import drafts
from atbalss_web.studies.models import Version

LARGEST = 5 * 1024 * 1024


def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """All versions of a study; a new one is uploaded here, its problems shown where they are."""
    study = study_of(request, pk, Role.SUPERVISOR)
    problems: list[Problem] = []
    too_large = False
    sent = request.FILES.get("file")
    if request.method == "POST" and sent is not None:
        too_large = (sent.size or 0) > LARGEST
        if not too_large:
            try:
                version, _ = drafts.upload(
                    study, sent.name or "", sent.read(), timezone.now(), actor=person(request)
                )
                where = reverse("board-version", args=[pk, version.number])
                return HttpResponseRedirect(where, status=303)
            except Refused as refused:
                problems = list(refused.problems)
    lang = language_of(request)
    faults = [
        (item.where.words(lang), item.sentence(lang), item.remedy(lang), item.severity)
        for item in problems
    ]
    rows = [(row, _in_progress(row)) for row in study.versions.order_by("-number")]
    values = {"rows": rows, "faults": faults, "large": too_large, "may_act": True}
    found = page(request, "board/versions.html", study, **values)
    found.status_code = 422 if faults or too_large else 200
    return found


def _in_progress(version: Version) -> int:
    return Interview.objects.filter(version=version, kind="real", state="open").count()


def version(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """What a version changes of the live one, and what that does to the trend."""
    study = study_of(request, pk, Role.SUPERVISOR)
    row = get_object_or_404(Version, study=study, number=number)
    found = drafts.against_live(row)
    return page(
        request,
        "board/version.html",
        study,
        row=row,
        found=found,
        worst=effects(found),
        may_act=True,
        open=Interview.objects.filter(study=study, kind="real", state="open").count(),
    )


@require_POST
def activate(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Make a version live."""
    study = study_of(request, pk, Role.SUPERVISOR)
    row = get_object_or_404(Version, study=study, number=number)
    drafts.activate(row, timezone.now(), actor=person(request))
    return HttpResponseRedirect(reverse("board-versions", args=[pk]), status=303)
