"""What holds on every page: the content security policy, and no secret links in the log."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; manifest-src 'self'"
)
_LINK = re.compile(r"(/(?:[a-z]{1,3}|calls)/)[A-Za-z0-9_-]{20,}")


class WithoutLinks(logging.Filter):
    """Takes respondents' links and the leases of calls out of log lines: they open an interview."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the line is changed."""
        record.msg, record.args = _LINK.sub(r"\1…", record.getMessage()), ()
        return True


class ContentSecurityPolicy:
    """Adds the policy and keeps pages with personal data out of caches."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response with its policy."""
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "no-store")
        return response
