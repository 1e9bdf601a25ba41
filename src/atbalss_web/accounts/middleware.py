"""What to show to those who may not see a page."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from atbalss_web.accounts.queries import NotLoggedIn
from atbalss_web.pages import render


class Doors:
    """Leads those who are not logged in to the login page; tells the others what they may not."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response of the view."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The login page, or a sentence, for a refusal; nothing for other errors."""
        if isinstance(error, NotLoggedIn):
            return HttpResponseRedirect(f"/login/?next={quote(request.get_full_path())}")
        if isinstance(error, PermissionDenied):
            return render(request, "message.html", {"key": "not-allowed"}, status=403)
        return None
