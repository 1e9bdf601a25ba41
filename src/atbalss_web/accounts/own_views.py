"""Pages of one's own account."""

from __future__ import annotations

import pyotp
import segno
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from atbalss_web.accounts import own as actions
from atbalss_web.accounts.queries import is_vouched_for, person
from atbalss_web.pages import LANGS, render

YEAR = 365 * 86400


def _done(name: str, note: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse(name)}?done={note}", status=303)


NOTES = ("password-changed", "sessions-ended", "totp-off", "saved")


def own(request: HttpRequest) -> HttpResponse:
    """The own account: language, and what leads to password and second factor."""
    user = person(request)
    if request.method == "POST":
        act, now = request.POST.get("act", ""), timezone.now()
        if act == "lang" and (lang := request.POST.get("lang", "")) in LANGS:
            actions.change_lang(user, lang, now)
            response = _done("own", "saved")
            response.set_cookie("lang", lang, max_age=YEAR, samesite="Lax", httponly=True)
            return response
        if act == "everywhere":
            user = actions.end_sessions(user, now)
            update_session_auth_hash(request, user)
            return _done("own", "sessions-ended")
        return _done("own", "")
    note = request.GET.get("done", "")
    values = {"user": user, "note": note if note in NOTES else "", "oidc": is_vouched_for(request)}
    return render(request, "accounts/own.html", values)


def password(request: HttpRequest) -> HttpResponse:
    """Changing the own password."""
    user = person(request, any_password=True)
    fault, was_given = "", user.must_change
    if request.method == "POST":
        old, new, again = (request.POST.get(key, "")[:200] for key in ("old", "new", "again"))
        try:
            user = actions.change_password(user, old, new, again, timezone.now())
        except actions.Refusal as refusal:
            fault = refusal.key
        else:
            update_session_auth_hash(request, user)
            if was_given:  # the first login: now to the work
                return HttpResponseRedirect("/", status=303)
            return _done("own", "password-changed")
    values = {"user": user, "fault": fault}
    return render(request, "accounts/password.html", values, status=422 if fault else 200)


def second(request: HttpRequest) -> HttpResponse:
    """Switching the second factor on and off."""
    user = person(request)
    fault, box = "", ""
    if request.method == "POST":
        act = request.POST.get("act", "")
        try:
            if act == "off":
                actions.switch_off(user, request.POST.get("password", "")[:200], timezone.now())
                return _done("own", "totp-off")
            box = request.POST.get("box", "")
            codes = actions.switch_on(user, box, request.POST.get("code", "")[:20], timezone.now())
        except actions.Refusal as refusal:
            fault = refusal.key
            box = "" if fault == "stale-form" else box
        else:
            return render(request, "accounts/recovery.html", {"codes": codes})
    values: dict[str, object] = {"user": user, "fault": fault}
    if not user.totp_key:
        secret = actions.proposed(user, box) if box else pyotp.random_base32()
        address = pyotp.TOTP(secret).provisioning_uri(name=user.username, issuer_name="Atbalss")
        values |= {
            "box": actions.proposal(user, secret),
            "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
            "picture": segno.make(address, error="m").svg_data_uri(scale=5, border=4, light="#fff"),
        }
    return render(request, "accounts/second.html", values, status=422 if fault else 200)
