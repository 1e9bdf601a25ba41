"""The consent register: counts for supervisors and administrators, and a person's own requests."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.queries import organisations_with, person, require
from atbalss_web.cases.contacts import Refusal, cleaned, normalised, phone_hash
from atbalss_web.cases.invitations import bar
from atbalss_web.cases.models import Case, Contact, DoNotCall, Erasure
from atbalss_web.cases.participation import consents_by_text, participation
from atbalss_web.cases.privacy import withdraw
from atbalss_web.pages import render
from atbalss_web.runner.privacy import erase
from atbalss_web.studies.models import Study
from atbalss_web.studies.queries import sample_kind_of

NOTES = ("person-erased", "consent-withdrawn", "number-barred-now", "person-unknown")


def registers(request: HttpRequest) -> HttpResponse:
    """The studies whose consent register the person may see."""
    own = organisations_with(person(request), Role.SUPERVISOR)
    if not own:
        require(request, Role.SUPERVISOR)
    studies = Study.objects.filter(organisation__in=own).order_by("-id")
    return render(request, "desk/registers.html", {"studies": studies})


def register(request: HttpRequest, pk: int) -> HttpResponse:
    """One study's register; posted: a person asks to be forgotten, or not to be called."""
    study = Study.objects.select_related("organisation").filter(pk=pk).first()
    if study is None:
        person(request)
        raise Http404
    by = require(request, Role.SUPERVISOR, organisation=study.organisation_id).user
    if request.method == "POST":
        try:
            note = asked(study, request, by)
        except Refusal as refusal:
            return _page(request, study, refusal.key, 422)
        address = reverse("privacy-study", args=[study.pk])
        return HttpResponseRedirect(f"{address}?note={note}", status=303)
    note = request.GET.get("note", "")
    return _page(request, study, note if note in NOTES else "", 200)


def _page(request: HttpRequest, study: Study, note: str, status: int) -> HttpResponse:
    values = {
        "study": study,
        "invented": study.is_invented,
        "note": note,
        "rows": consents_by_text(study),
        "centres": participation(study),
        "kind": sample_kind_of(study).value,
        "contacts": Contact.objects.filter(case__study=study).count(),
        "erased": Erasure.objects.filter(study=study).order_by("-at")[:200],
        "barred": DoNotCall.objects.filter(organisation=study.organisation_id).count(),
    }
    return render(request, "desk/register.html", values, status=status)


def asked(study: Study, request: HttpRequest, by: User) -> str:
    """Do what a person asked for, found by telephone or by the key of the case or interview."""
    who = cleaned(request.POST.get("who", ""), 60)
    what = request.POST.get("what", "")
    now = timezone.now()
    if what == "bar":
        bar(study.organisation, who, "asked", now, actor=by)
        return "number-barred-now"
    case = _find(study, who)
    if case is None:
        return "person-unknown"
    if what == "withdraw":
        withdraw(case, now, by)
        return "consent-withdrawn"
    if what != "erase":
        return ""
    with transaction.atomic():
        if "bar" in request.POST and Contact.objects.filter(case=case).exists():
            bar(study.organisation, who, "erased", now, actor=by)
        erase(case, "on request", by, now)
    return "person-erased"


def _find(study: Study, who: str) -> Case | None:
    cases = Case.objects.filter(study=study)
    found = cases.filter(key=who).first() or cases.filter(interview__key=who).first()
    if found is not None:
        return found
    number = phone_hash(study.organisation_id, normalised(who))
    return cases.filter(contact__phone_hash=number).first()
