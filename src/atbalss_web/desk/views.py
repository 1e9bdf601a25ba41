"""The clerk's pages at a centre: the next visitor, whom to invite, agreement, link, undo."""

from __future__ import annotations

import secrets
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from atbalss_web.accounts.models import User
from atbalss_web.accounts.queries import person, require
from atbalss_web.cases.contacts import Refusal, cleaned, normalised, spaced
from atbalss_web.cases.models import Case, Visit
from atbalss_web.cases.participation import today_at
from atbalss_web.desk import actions
from atbalss_web.desk.queries import ROLES, places_of, undoable, waiting_at
from atbalss_web.pages import language_of, render
from atbalss_web.patience import patiently
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import Study, StudyCentre

NOTES = ("too-late", "undone", "saved-contact", "counted-refusal", "counted", "not-invited")


def places(request: HttpRequest) -> HttpResponse:
    """The studies and centres at which the person invites; the only one at once."""
    found = places_of(person(request))
    if len(found) == 1:
        return HttpResponseRedirect(reverse("desk-place", args=[found[0].pk]))
    if not found:
        require(request, *ROLES)
    return render(request, "desk/places.html", {"places": found})


def _place(request: HttpRequest, pk: int) -> tuple[StudyCentre, User]:
    found = StudyCentre.objects.select_related("study", "centre").filter(pk=pk).first()
    if found is None or not found.study.is_open:
        person(request)
        raise Http404
    where = {"organisation": found.study.organisation_id, "centre": found.centre_id}
    return found, require(request, *ROLES, **where).user


def _visit(request: HttpRequest, pk: int) -> tuple[Visit, StudyCentre, User]:
    visit = Visit.objects.select_related("study", "centre").filter(pk=pk).first()
    place = visit and StudyCentre.objects.filter(study=visit.study, centre=visit.centre).first()
    if visit is None or place is None:
        person(request)
        raise Http404
    return visit, *_place(request, place.pk)


def _to_place(place: StudyCentre, note: str = "") -> HttpResponse:
    query = f"?note={note}" if note else ""
    return HttpResponseRedirect(reverse("desk-place", args=[place.pk]) + query, status=303)


def _to_visit(visit: Visit) -> HttpResponse:
    return HttpResponseRedirect(reverse("desk-visit", args=[visit.pk]), status=303)


def desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The counter between two visitors: the big button, today's counts, the last tap undone."""
    place, by = _place(request, pk)
    now = timezone.now()
    if request.method == "POST":
        once = cleaned(request.POST.get("once", ""), 32)
        chosen = request.POST.get("chosen") == "yes"
        visit = actions.count_visitor(place, once, now, by, chosen=chosen)
        if visit.mode == "choice" and not visit.is_invited:
            return _to_place(place, "counted")
        return _to_visit(visit)
    note = request.GET.get("note", "")
    values = _frame(place) | {
        "once": secrets.token_hex(16),
        "note": note if note in NOTES else "",
        "counts": today_at(place.study, place.centre, actions.day_of(place.study, now)),
        "waiting": waiting_at(place, now),
        "last": undoable(place, now, by),
        "consent": actions.consent_of(place.study, language_of(request)),
    }
    return render(request, "desk/desk.html", values)


def _frame(place: StudyCentre) -> dict[str, Any]:
    return {"place": place, "study": place.study, "invented": place.study.is_invented}


def visit(request: HttpRequest, pk: int) -> HttpResponse:
    """One visitor: whether to invite, and what he says; or the link that he was given."""
    found, place, _ = _visit(request, pk)
    values = _frame(place) | {"visit": found, "once": secrets.token_hex(16)}
    case = Case.objects.filter(visit=found).first()
    interview = Interview.objects.filter(case=case).first() if case else None
    if interview is not None and interview.state == "open" and interview.step == 0:
        address = request.build_absolute_uri(reverse("respondent", args=[interview.token]))
        values |= {"address": address, "code": qr(address), "client": interview.lang}
        return render(request, "desk/link.html", values)
    if found.has_agreed is not None:
        return _to_place(place)
    values["consent"] = actions.consent_of(place.study, language_of(request))
    return render(request, "desk/visit.html", values)


def qr(address: str) -> str:
    """A QR code of an address, as the data of an SVG image."""
    return segno.make(address, error="m").svg_data_uri(scale=8, border=4)


@require_POST
def say_no(request: HttpRequest, pk: int) -> HttpResponse:
    """A refusal, in one tap; or that the visitor is in the study already."""
    found, place, by = _visit(request, pk)
    act = actions.already_in if request.POST.get("act") == "known" else actions.refuse
    act(found, timezone.now(), by)
    return _to_place(place, "counted-refusal" if act is actions.refuse else "counted")


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """The last tap on a visitor taken back."""
    try:
        found, place, by = _visit(request, pk)
    except Http404:
        return HttpResponseRedirect(reverse("desk"), status=303)
    try:
        left = actions.undo(found, timezone.now(), by)
    except Refusal as refusal:
        return _to_place(place, refusal.key)
    return _to_visit(left) if left is not None else _to_place(place, "undone")


def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Consent in the client's language; telephone checked, shown back, then saved."""
    found, place, by = _visit(request, pk)
    if found.has_agreed is not None or not found.is_invited:
        return _to_visit(found)
    client, shown = _shown(request, place.study)
    if shown is None:
        return _to_visit(found)
    typed = _typed(request, place.study, client)
    values = _frame(place) | {
        "offered": actions.langs_of(place.study),
        "visit": found,
        "client": client,
        "consent": shown,
        "typed": typed,
        "hours": actions.hours_at(place.study),
        "fault": "",
    }
    if request.method != "POST" or "edit" in request.POST:
        return render(request, "desk/agree.html", values)
    if request.POST.get("digest") != shown.digest:
        values["fault"] = "consent-changed"
        return render(request, "desk/agree.html", values, status=409)
    try:
        values["number"] = spaced(normalised(typed["phone"]))
        if "confirm" in request.POST:
            actions.agree(found, shown, timezone.now(), by, **typed)
            return _to_place(place, "saved-contact")
    except Refusal as refusal:
        values["fault"] = refusal.key
        return render(request, "desk/agree.html", values, status=422)
    return render(request, "desk/confirm.html", values)


def _shown(request: HttpRequest, study: Study) -> tuple[str, actions.Shown | None]:
    """The client's language and the consent text in it."""
    wanted = request.POST.get("client") or request.GET.get("client") or language_of(request)
    offered = actions.langs_of(study)
    client = wanted if wanted in offered else offered[0]
    return client, actions.consent_of(study, client)


def _typed(request: HttpRequest, study: Study, client: str) -> dict[str, Any]:
    asked = request.POST.get("lang") or client
    return {
        "phone": cleaned(request.POST.get("phone", ""), 100),
        "name": cleaned(request.POST.get("name", ""), 200),
        "lang": asked if asked in study.langs else (study.langs or ["lv"])[0],
        "hours": tuple(item for item in request.POST.getlist("hours") if item in actions.HOURS),
    }


def give_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Consent in the client's language, then a link and QR code for answering by himself."""
    found, place, by = _visit(request, pk)
    client, shown = _shown(request, place.study)
    if found.has_agreed is not None or not found.is_invited or shown is None:
        return _to_visit(found)
    values = _frame(place) | {"visit": found, "client": client, "consent": shown, "fault": ""}
    values["offered"] = actions.langs_of(place.study)
    if request.method == "POST":
        if request.POST.get("digest") == shown.digest:
            lang = client if client in place.study.langs else shown.lang
            try:
                actions.agree_to_link(found, shown, timezone.now(), by, lang=lang)
            except Refusal as refusal:
                values["fault"] = refusal.key
                return render(request, "desk/self.html", values, status=422)
            return _to_visit(found)
        values["fault"] = "consent-changed"
        return render(request, "desk/self.html", values, status=409)
    return render(request, "desk/self.html", values)


def poster(request: HttpRequest, pk: int) -> HttpResponse:
    """A page to print: QR code and link by which anybody may take part at this centre."""
    place, by = _place(request, pk)
    if request.method == "POST":
        actions.poster_of(place, timezone.now(), by)
        return HttpResponseRedirect(request.path, status=303)
    values = _frame(place) | {"address": "", "code": ""}
    if place.poster:
        address = request.build_absolute_uri(reverse("poster-link", args=[place.poster]))
        values |= {"address": address, "code": qr(address)}
    return render(request, "desk/poster.html", values)


def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """What a poster leads to: the consent text, and an interview for who agrees to it.

    Asked once more where nobody knows whether it was saved: a form is one person.
    """
    return patiently(request, lambda: _open_link(request, token))


def _open_link(request: HttpRequest, token: str) -> HttpResponse:
    place = StudyCentre.objects.select_related("study", "centre").filter(poster=token).first()
    client, shown = _shown(request, place.study) if place else ("", None)
    if place is None or not place.study.is_open or shown is None:
        return render(request, "runner/gone.html", {}, status=404)
    kept = f"poster-{place.pk}"
    begun = Interview.objects.filter(token=request.COOKIES.get(kept, ""), case__visit=None).first()
    if begun is not None and begun.study_id == place.study_id:
        return HttpResponseRedirect(reverse("respondent", args=[begun.token]))
    if request.method == "POST" and request.POST.get("digest") == shown.digest:
        lang = client if client in place.study.langs else shown.lang
        try:
            once = cleaned(request.POST.get("once", ""), 32)
            interview = actions.take_part(place, shown, timezone.now(), lang=lang, once=once)
        except actions.Crowded:
            crowded = render(request, "desk/crowded.html", _frame(place), lang=client, status=429)
            crowded.headers["Retry-After"] = "60"
            return crowded
        except Refusal:
            return render(request, "runner/gone.html", {}, status=404)
        address = reverse("respondent", args=[interview.token])
        begin = HttpResponseRedirect(address, status=303)
        begin.set_cookie(
            kept,
            interview.token,
            max_age=30 * 86400,
            httponly=True,
            samesite="Lax",
            secure=request.is_secure(),
        )
        return begin
    values = _frame(place) | {"client": client, "consent": shown, "once": secrets.token_hex(16)}
    values["offered"] = actions.langs_of(place.study)
    response = render(request, "desk/open.html", values, lang=client)
    response.headers["Cache-Control"] = "no-store"  # a form is one person's
    return response
