"""Pages of administration: people, their roles, and centres."""

from __future__ import annotations

import csv
import io

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from atbalss_web.accounts import administration as actions
from atbalss_web.accounts.models import Organisation, Role, User
from atbalss_web.accounts.own import Refusal
from atbalss_web.accounts.queries import administered, is_theirs_alone, people_of, person
from atbalss_web.pages import LANGS, render

FIELDS = ("username", "name", "email", "role", "centre")
MOST_BYTES = 1_000_000


def _mine(request: HttpRequest, slug: str) -> tuple[User, Organisation]:
    """The administrator and his organisation; PermissionDenied if it is not his."""
    user = person(request)
    found = administered(user).filter(slug=slug).first()
    if found is None:
        raise PermissionDenied
    return user, found


def administration(request: HttpRequest) -> HttpResponse:
    """The people of an organisation; `?in=` chooses among several organisations."""
    places = list(administered(person(request)))
    if not places:
        raise PermissionDenied
    wanted = request.GET.get("in", "")
    place = next((item for item in places if item.slug == wanted), places[0])
    values = {"places": places, "place": place, "people": list(people_of(place))}
    return render(request, "accounts/administration.html", values)


def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Adding a person: his one-time password is shown once, in the answer to the form."""
    actor, place = _mine(request, slug)
    typed = {key: request.POST.get(key, "")[:300] for key in FIELDS}
    values = {"place": place, "typed": typed, "fault": "", **_choices(place)}
    if request.method == "POST":
        try:
            user, password = actions.add_user(actor, place, typed, timezone.now())
        except Refusal as refusal:
            values["fault"] = refusal.key
        else:
            shown = {"place": place, "someone": user, "password": password}
            return render(request, "accounts/given.html", shown)
    return render(
        request, "accounts/person_add.html", values, status=422 if values["fault"] else 200
    )


def _choices(place: Organisation) -> dict[str, object]:
    return {
        "roles": Role.values,
        "in_centre": [str(item) for item in actions.IN_CENTRE],
        "centres": list(place.centres.order_by("name")),
    }


def someone(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One person: roles, skills, password, in or out."""
    actor, place = _mine(request, slug)
    user = people_of(place).filter(pk=pk).first()
    if user is None:
        raise Http404
    fault = ""
    if request.method == "POST":
        try:
            password = _change(request, actor, place, user)
        except Refusal as refusal:
            fault = refusal.key
        else:
            if password:
                shown = {"place": place, "someone": user, "password": password}
                return render(request, "accounts/given.html", shown)
            where = reverse("person", args=[place.slug, user.pk])
            return HttpResponseRedirect(f"{where}?done=1", status=303)
    values = {
        "place": place,
        "someone": user,
        "fault": fault,
        "is_me": user == actor,
        "alone": is_theirs_alone(place, user),
        "skills": actions.SKILLS,
        "talk": LANGS,
        "done": request.GET.get("done") == "1",
        **_choices(place),
    }
    return render(request, "accounts/person.html", values, status=422 if fault else 200)


def _change(request: HttpRequest, actor: User, place: Organisation, user: User) -> str:
    """Do what the form asks; the one-time password where it made one, else nothing."""
    sent, now = request.POST, timezone.now()
    act = sent.get("act", "")
    if act == "give":
        role, centre = sent.get("role", ""), sent.get("centre", "")
        actions.give_role(actor, place, user.pk, role, centre, now)
    elif act == "take":
        number = sent.get("membership", "")
        key = int(number) if number.isascii() and number.isdigit() and len(number) < 16 else 0
        actions.take_role(actor, place, user.pk, key, now)
    elif act == "skills":
        actions.set_skills(
            actor, place, user.pk, sent.getlist("langs"), sent.getlist("skills"), now
        )
    elif act in ("activate", "deactivate"):
        actions.set_active(actor, place, user.pk, act == "activate", now)
    elif act == "password":
        return actions.new_password(actor, place, user.pk, now)
    return ""


def centres(request: HttpRequest, slug: str) -> HttpResponse:
    """The centres of an organisation: one added or renamed, or many from a CSV file."""
    actor, place = _mine(request, slug)
    fault = ""
    if request.method == "POST":
        try:
            if "file" in request.FILES:
                rows = centre_rows(request.FILES["file"].read(MOST_BYTES + 1))
            else:
                rows = [(request.POST.get("code", "")[:100], request.POST.get("name", "")[:300])]
            added, renamed = actions.put_centres(actor, place, rows, timezone.now())
        except Refusal as refusal:
            fault = refusal.key
        else:
            where = reverse("centres", args=[place.slug])
            return HttpResponseRedirect(f"{where}?added={added}&renamed={renamed}", status=303)
    done = {key: request.GET.get(key, "") for key in ("added", "renamed")}
    values = {
        "place": place,
        "centres": list(place.centres.order_by("name")),
        "fault": fault,
        "done": done if all(item.isdigit() for item in done.values()) else None,
    }
    return render(request, "accounts/centres.html", values, status=422 if fault else 200)


def centre_rows(content: bytes) -> list[tuple[str, str]]:
    """Code and name of each line of a CSV file (comma or semicolon, a header line `code,name`).

    Refusal for a file that is no such table.
    """
    if len(content) > MOST_BYTES:
        raise Refusal("no-centres-read")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal("no-centres-read") from None
    if "\0" in text:
        raise Refusal("no-centres-read")
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=";" if ";" in first else ","))
    except csv.Error:
        raise Refusal("no-centres-read") from None
    found = [
        ({str(key).strip().lower(): value or "" for key, value in row.items()}) for row in rows
    ]
    if not found or "name" not in found[0]:
        raise Refusal("no-centres-read")
    return [(str(row.get("code", "")), str(row["name"])) for row in found if row["name"]]
