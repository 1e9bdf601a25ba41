"""Logging in and out, and the first page: what there is to do in each role."""

from __future__ import annotations

import sys

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from atbalss_web.accounts import actions
from atbalss_web.accounts.models import User
from atbalss_web.accounts.openid import is_on
from atbalss_web.accounts.queries import person, ways_of
from atbalss_web.pages import render
from atbalss_web.patience import busy, is_away

DEMO_PASSWORD = "paraugs-paraugs"  # noqa: S105 - of invented people on an example site


def log_in(request: HttpRequest) -> HttpResponse:
    """The login page."""
    after = request.POST.get("next") or request.GET.get("next") or "/"
    if not url_has_allowed_host_and_scheme(after, {request.get_host()}, request.is_secure()):
        after = "/"
    values = {
        "next": after,
        "username": "",
        "key": "",
        "status": 200,
        "demo": _demo(),
        "oidc": is_on(),
    }
    if request.method != "POST":
        return render(request, "accounts/login.html", values)
    name = request.POST.get("username", "")[:150]
    password, code = request.POST.get("password", "")[:200], request.POST.get("code", "")[:20]
    source = source_of(request)
    try:
        user = actions.log_in(name, password, code, source, timezone.now())
    except actions.Throttled:
        values |= {"key": "throttled", "status": 429}
    except actions.NeedsCode:
        values |= {"key": "needs-code", "status": 422}
    else:
        if user is not None:
            login(request, user, backend="django.contrib.auth.backends.ModelBackend")
            request.session["by"] = "password"
            response = HttpResponseRedirect(after, status=303)
            response.set_cookie(
                "lang", user.lang, max_age=365 * 86400, samesite="Lax", httponly=True
            )
            return response
        values |= {"key": "wrong-login", "status": 422}
    values["username"] = name
    return render(request, "accounts/login.html", values, status=int(str(values["status"])))


def source_of(request: HttpRequest) -> str:
    """The address that logs in; of a web server on this machine, the last one it passed on."""
    direct: str = request.META.get("REMOTE_ADDR", "")
    passed = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    return passed[:64] if passed and direct in ("127.0.0.1", "::1") else direct


def _demo() -> dict[str, object]:
    """Who can log in to the example site, one a role; nothing on a real one."""
    if not settings.DEMO:
        return {}
    users = User.objects.filter(memberships__isnull=False).distinct().order_by("id")
    seen: dict[str, str] = {}
    for user in users.prefetch_related("memberships"):
        for item in user.memberships.all():
            seen.setdefault(item.role, user.username)
    return {"password": DEMO_PASSWORD, "users": seen}


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Logging out."""
    logout(request)
    return HttpResponseRedirect("/login/", status=303)


def home(request: HttpRequest) -> HttpResponse:
    """The first page: a way in for each role that the person holds."""
    user = person(request)
    return render(request, "accounts/home.html", {"ways": ways_of(user), "user": user})


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return render(request, "message.html", {"key": "not-found", "bare": True}, status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent cannot be read."""
    return render(request, "message.html", {"key": "unreadable", "bare": True}, status=400)


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without its token: an old page, cookies switched off, or somebody else's page."""
    return render(request, "message.html", {"key": "stale-form", "bare": True}, status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Our fault: what was saved is saved; nothing of the person is shown.

    Where only the database was away, also behind a page that was being made, it says that.
    """
    error = sys.exc_info()[1]
    if is_away(error):
        return busy(request, error)
    return render(request, "message.html", {"key": "our-fault", "bare": True}, status=500)
