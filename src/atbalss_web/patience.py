"""What a person sees while the database is busy, restarting or gone: a short page, nothing lost.

A request is asked once more where that is safe and quick; else the answer is 503 with Retry-After.
A form that was sent stands on that page, hidden, and can be sent again; passwords and files do not.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import Error, InterfaceError, InternalError, OperationalError, connection
from django.http import HttpRequest, HttpResponse

from atbalss_web.pages import language_of, render
from atbalss_web.texts import LANGS

RETRY_AFTER = 5  # seconds
QUICK = 3.0  # seconds; who has waited longer is not made to wait once more
_SAFE = ("GET", "HEAD", "OPTIONS")
_SECRET = ("/login/", "/account/")  # where passwords are typed
_SQLITE_AWAY = {5, 6, 7, 8, 10, 13, 14, 15}  # busy, locked, memory, read-only, I/O, full, not there
_IDLE_TOO_LONG = "25P03"
_log = logging.getLogger(__name__)


def is_away(error: BaseException | None) -> bool:
    """Whether the database could not be asked or could not write now, through no fault of ours.

    A table that is missing is our fault; a lock that nobody gave up, a server that restarts or a
    full disk are not.
    """
    cause = error.__cause__ if error is not None else None
    if isinstance(error, OperationalError):
        code = getattr(cause, "sqlite_errorcode", None)
        return code is None or code & 0xFF in _SQLITE_AWAY
    if isinstance(error, InternalError):
        return getattr(cause, "sqlstate", None) == _IDLE_TOO_LONG
    return isinstance(error, InterfaceError)


class Writes:
    """Counts what a request has written so far: one that wrote nothing may be asked again."""

    def __init__(self) -> None:
        self.began, self.n = time.monotonic(), 0

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        """What a statement gives; it counts if it changed anything."""
        found = execute(sql, params, many, context)
        self.n += sql.lstrip()[:6].upper() != "SELECT"
        return found


@contextmanager
def watched(request: HttpRequest) -> Iterator[None]:
    """Remember when a request began, and of a form whether it has written anything yet."""
    seen = Writes()
    request.writes = seen  # type: ignore[attr-defined]
    if request.method in _SAFE or request.path.startswith("/i/"):
        yield
        return
    with connection.execute_wrapper(seen):
        yield


def asked_again(
    request: HttpRequest,
    error: Exception,
    otherwise: Callable[[HttpRequest, Exception], HttpResponse | None],
) -> HttpResponse:
    """The page of a request whose first try met a database that was away; `busy` if it still is.

    It is asked again if that took no time and nothing was written. `otherwise` answers what else
    the second try may raise.
    """
    connection.close()
    seen = getattr(request, "writes", None)
    match = request.resolver_match
    if seen is None or match is None or seen.n or time.monotonic() - seen.began > QUICK:
        return busy(request, error)
    for sent in request.FILES.values():
        sent.seek(0)
    try:
        found: HttpResponse = match.func(request, *match.args, **match.kwargs)
    except Exception as second:
        if is_away(second):
            connection.close()
            return busy(request, second)
        answer = otherwise(request, second)
        if answer is None:
            raise
        return answer
    return found


def patiently(request: HttpRequest, ask: Callable[[], HttpResponse]) -> HttpResponse:
    """The page that `ask` makes; asked once more, whatever was written, if the database went away.

    For what may be sent twice without harm, also a commit of which nobody knows.
    """
    began, is_last = time.monotonic(), False
    while True:
        try:
            return ask()
        except Error as error:
            if not is_away(error):
                raise
            connection.close()
            if is_last or time.monotonic() - began > QUICK:
                return busy(request, error)
        is_last = True


def busy(request: HttpRequest, error: BaseException | None = None) -> HttpResponse:
    """503: the site is busy; a link, or the form that was sent, to try again. Asks no database."""
    _log.warning("the database is away: %s", type(error).__name__)
    kept = [
        (name, value)
        for name, values in (request.POST.lists() if request.method == "POST" else ())
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    is_kept = bool(kept) and not request.FILES and not request.path.startswith(_SECRET)
    is_respondent = request.path.startswith("/i/")
    spoken = request.POST.get("lang", "") if is_respondent else ""
    values = {
        "bare": True,
        "kept": kept if is_kept else [],
        "what": "busy-sent" if is_kept else "busy-what" if request.method in _SAFE else "busy-form",
        "where": request.get_full_path(),
        "is_respondent": is_respondent,
    }
    lang = spoken if spoken in LANGS else language_of(request)
    page = render(request, "busy.html", values, lang=lang, status=503)
    page.headers["Retry-After"] = str(RETRY_AFTER)
    return page
