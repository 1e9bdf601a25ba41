"""Results of studies in the field, for those who read them: clients, managers, analysts."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from atbalss.report.numerals import decimal
from atbalss_web.accounts.models import Centre, Membership, Role
from atbalss_web.accounts.queries import memberships_of, organisations_with, person, require
from atbalss_web.pages import in_words, language_of, render
from atbalss_web.press.live import STEP, live
from atbalss_web.press.results import Choice, choices, result, statement
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import rules_of

WORKERS: tuple[Role, ...] = (Role.SUPERVISOR, Role.ANALYST)  # they see all, and any centre
READERS: tuple[Role, ...] = (*WORKERS, Role.CLIENT, Role.MANAGER)


def studies(request: HttpRequest) -> HttpResponse:
    """The studies whose results the person may read; the only one at once."""
    require(request, *READERS)
    places = organisations_with(person(request), *READERS)
    rows = list(Study.objects.filter(organisation__in=places).order_by("-is_open", "-pk"))
    if len(rows) == 1:
        return HttpResponseRedirect(reverse("results-study", args=[rows[0].pk]))
    lang = language_of(request)
    items = [(row, in_words(row.title, lang, row.slug)) for row in rows]
    return render(request, "press/studies.html", {"items": items})


def results(request: HttpRequest, pk: int) -> HttpResponse:
    """One question's results: table, bars, base, notes; a manager's own centre beside them."""
    study = get_object_or_404(Study.objects.select_related("organisation"), pk=pk)
    centre, centres, is_worker = _sees(request, study)
    lang = language_of(request)
    found = live(study, centre=centre, whole_tens=not is_worker)
    zone = ZoneInfo(rules_of(study).calls.zone)
    values: dict[str, object] = {
        "study": study,
        "title": in_words(study.title, lang, study.slug),
        "invented": study.is_invented,
        "found": found,
        "centre": centre,
        "centres": centres,
        "is_worker": is_worker,
        "step": STEP,
        "number": lambda value: decimal(float(value), 0, lang),
        "at": lambda moment: _day(moment, zone),
    }
    if found is None:
        return render(request, "press/results.html", values)
    listed = choices(found, lang)
    wanted = request.GET.get("q", "") or (listed[0].name if listed else "")
    here = next((n for n, item in enumerate(listed) if item.name == wanted), None)
    if here is None and listed:
        raise Http404
    values |= {
        "choices": listed,
        "wanted": wanted,
        "before": _beside(listed, here, -1),
        "after": _beside(listed, here, 1),
        "shown": None if here is None else result(found, wanted, lang),
        "statement": statement(found, lang),
    }
    return render(request, "press/results.html", values)


def _sees(request: HttpRequest, study: Study) -> tuple[Centre | None, list[Centre], bool]:
    """The centre beside the network, the centres that may be chosen, and whether all is seen."""
    own = _here(request, study)
    if not own:
        raise PermissionDenied
    mine = [item.centre for item in own if item.role == Role.MANAGER and item.centre is not None]
    is_worker = any(item.role in (*WORKERS, Role.ADMINISTRATOR) for item in own)
    known = list(study.organisation.centres.order_by("name", "pk")) if is_worker else mine
    asked = request.GET.get("centre", "")
    if asked in ("", "0"):
        return (None if asked or is_worker or not mine else mine[0]), known, is_worker
    centre = next((item for item in known if str(item.pk) == asked), None)
    if centre is None:
        raise PermissionDenied
    return centre, known, is_worker


def _here(request: HttpRequest, study: Study) -> list[Membership]:
    """The roles of the person in the study's organisation that read results."""
    found = memberships_of(person(request)).filter(organisation=study.organisation_id)
    return [item for item in found if item.role in (*READERS, Role.ADMINISTRATOR)]


def _beside(listed: list[Choice], here: int | None, step: int) -> Choice | None:
    place = -1 if here is None else here + step
    return listed[place] if 0 <= place < len(listed) else None


def _day(moment: datetime | None, zone: ZoneInfo) -> str:
    return "–" if moment is None else f"{moment.astimezone(zone):%d.%m.%Y}"
