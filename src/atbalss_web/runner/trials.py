"""Preview, practice and pre-test on the live version: interviews that can never enter a frame."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import memberships_of, person, require
from atbalss_web.pages import language_of, render
from atbalss_web.runner import actions
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import live_version, questionnaire_of

KINDS = ("preview", "practice", "pretest")
MODES = ("web", "phone")
WHO = (Role.SUPERVISOR, Role.INTERVIEWER, Role.CODER, Role.ANALYST)


@require_http_methods(["GET", "POST"])
def trials(request: HttpRequest) -> HttpResponse:
    """The studies in which the person may try the questionnaire; a POST begins one."""
    user = person(request)
    require(request, *WHO)
    if request.method == "POST":
        return _begin(request)
    rows = [(study, _langs(study)) for study in _studies(user)]
    values = {"rows": [row for row in rows if row[1]], "kinds": KINDS, "modes": MODES}
    return render(request, "runner/trials.html", values)


def _studies(user: User) -> list[Study]:
    places = [
        item.organisation_id
        for item in memberships_of(user)
        if item.role in {*WHO, Role.ADMINISTRATOR}
    ]
    return list(Study.objects.filter(organisation__in=places).order_by("slug", "wave"))


def _langs(study: Study) -> tuple[str, ...]:
    version = live_version(study)
    return questionnaire_of(version.pk).langs if version is not None else ()


def _begin(request: HttpRequest) -> HttpResponse:
    number = request.POST.get("study", "")
    study = Study.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    version = live_version(study) if study is not None else None
    if study is None or version is None:
        return render(request, "message.html", {"key": "not-found"}, status=404)
    require(request, *WHO, organisation=study.organisation_id)
    kind, mode = request.POST.get("kind", ""), request.POST.get("mode", "")
    lang, langs = request.POST.get("lang", ""), questionnaire_of(version.pk).langs
    if kind not in KINDS or mode not in MODES:
        return render(request, "message.html", {"key": "not-found"}, status=422)
    if lang not in langs:
        lang = language_of(request) if language_of(request) in langs else langs[0]
    made = actions.start(
        version, timezone.now(), lang=lang, mode=mode, kind=kind, actor=request.user
    )
    return HttpResponseRedirect(f"/i/{made.token}/", status=303)
