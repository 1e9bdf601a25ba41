"""Logging in at an OpenID Connect issuer: there and back."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from atbalss_web.accounts import openid
from atbalss_web.pages import render

YEAR = 365 * 86400


def _back(request: HttpRequest) -> str:
    return request.build_absolute_uri(reverse("oidc-back"))


def leave(request: HttpRequest) -> HttpResponse:
    """On the way to the issuer."""
    if not openid.is_on():
        raise Http404
    after = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(after, {request.get_host()}, request.is_secure()):
        after = "/"
    journey = openid.new_journey()
    try:
        where = openid.address(journey, _back(request))
    except openid.Failed:
        return render(request, "message.html", {"key": "oidc-silent", "bare": True}, status=502)
    request.session["oidc"] = [journey.state, journey.nonce, journey.verifier, after]
    return HttpResponseRedirect(where)


def back(request: HttpRequest) -> HttpResponse:
    """Back from the issuer: logged in, if the issuer's word is good and the person is known."""
    if not openid.is_on():
        raise Http404
    kept = request.session.pop("oidc", None)
    refused = {"key": "oidc-refused", "bare": True}
    if not isinstance(kept, list) or len(kept) != 4:
        return render(request, "message.html", refused, status=403)
    state, code = request.GET.get("state", ""), request.GET.get("code", "")[:2000]
    try:
        found = openid.claims(openid.Journey(*kept[:3]), state, code, _back(request))
    except openid.Failed:
        return render(request, "message.html", refused, status=403)
    user = openid.oidc_person(found, timezone.now())
    if user is None:
        unknown = {"key": "oidc-unknown", "bare": True}
        return render(request, "message.html", unknown, status=403)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    request.session["by"] = "oidc"
    response = HttpResponseRedirect(kept[3], status=303)
    response.set_cookie("lang", user.lang, max_age=YEAR, samesite="Lax", httponly=True)
    return response
