"""What to show to those who may not see a page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import quote, urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from atbalss_web.accounts.models import User
from atbalss_web.accounts.queries import MustChange, NotLoggedIn, ways_of
from atbalss_web.pages import render
from atbalss_web.patience import asked_again, is_away, patiently, watched


class Doors:
    """Leads those who are not logged in to the login page; tells the others what they may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of the view; `request.ways()` is what the menu offers the person.

        No database keeps the character NUL, so an address or a field with it is refused here. (The
        interview itself reads what respondents typed: an answer is never refused for its signs.)
        """
        if "\0" in request.path or any(map(_has_nul, request.GET.lists())):
            return render(request, "message.html", {"key": "not-found", "bare": True}, status=404)
        if (
            request.method == "POST"
            and not request.path.startswith("/i/")
            and any(map(_has_nul, request.POST.lists()))
        ):
            return render(request, "message.html", {"key": "unreadable", "bare": True}, status=400)
        request.ways = partial(_ways, request)  # type: ignore[attr-defined]
        with watched(request):
            response = self.get_response(request)
        if response.status_code == 405 and request.method in ("GET", "HEAD"):
            only = {"key": "only-sent"}
            page = patiently(request, lambda: render(request, "message.html", only, status=405))
            page.headers["Allow"] = response.headers.get("Allow", "POST")
            return page
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The login page, or a sentence, for a refusal; a second try where the database was away.

        Nothing for other errors.
        """
        if is_away(error):
            return asked_again(request, error, self.process_exception)
        if isinstance(error, MustChange):
            return HttpResponseRedirect(reverse("own-password"), status=303)
        if isinstance(error, NotLoggedIn):
            return HttpResponseRedirect(f"/login/?next={quote(_after(request))}")
        if isinstance(error, PermissionDenied):
            refused = {"key": "not-allowed"}
            return patiently(request, lambda: render(request, "message.html", refused, status=403))
        return None


def _after(request: HttpRequest) -> str:
    """Where to go on after logging in: the page asked for, or the one whose form was sent."""
    if request.method == "GET":
        return request.get_full_path()
    before = urlsplit(request.headers.get("Referer", ""))
    return before.path if before.netloc == request.get_host() and before.path else "/"


def _has_nul(field: tuple[str, list[str]]) -> bool:
    name, values = field
    return "\0" in name or any("\0" in value for value in values)


def _ways(request: HttpRequest) -> list[dict[str, object]]:
    user = request.user
    return ways_of(user) if isinstance(user, User) and user.is_active else []
