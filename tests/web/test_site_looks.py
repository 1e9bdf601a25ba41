"""Every page that a role can reach, in Chromium: axe finds nothing, nothing is wider than it."""

from __future__ import annotations

import os
from urllib.parse import urlsplit

import pytest
from tests.browser import axe_violations, open_page

from atbalss_web.accounts.models import Role

from .test_every_page import finished_in
from .test_site import client_of, crawl
from .two import seed
from .walk import addresses

MOST = 25  # kinds of page looked at for a role


@pytest.fixture
def loops_allowed(monkeypatch):
    """The browser's own event loop runs in this thread; the database is asked from it."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")


def _kinds(seen) -> list[str]:
    """One address of each kind of page."""
    found: dict[tuple, str] = {}
    for where, (status, shown, _) in seen.items():
        if status == 200 and shown is not None and "lang=" not in where:
            path = urlsplit(where).path
            kind = "".join("N" if sign.isdigit() else sign for sign in path)
            found.setdefault((kind, len(shown.forms) > 2), where)
    return list(found.values())[:MOST]


@pytest.mark.browser
@pytest.mark.parametrize("role", [*Role.values, "nobody"])
def test_axe_finds_nothing_on_the_pages_of(db, loops_allowed, role):
    mine = seed("musu", 1)
    finished_in(mine)
    client = client_of(mine, role)
    pages = _kinds(crawl(client, ["/", "/login/", *dict(addresses())]))
    if role == "nobody":
        pages += [f"/i/{mine.tokens[0]}/", "/nekas/"]

    def answer(route):
        asked = urlsplit(route.request.url)
        found = client.get(asked.path + (f"?{asked.query}" if asked.query else ""), follow=True)
        content = b"".join(found.streaming_content) if found.streaming else found.content
        headers = {"Content-Type": found.headers.get("Content-Type", "text/html")}
        route.fulfill(status=found.status_code, headers=headers, body=content)

    wrong = []
    with open_page() as page:
        page.route("**/*", answer)
        for where in pages:
            for width in (1280, 360):
                page.set_viewport_size({"width": width, "height": 800})
                page.goto(f"http://testserver{where}")
                wrong += [f"{where} {width}: {line}" for line in axe_violations(page)]
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    wrong.append(f"{where} {width}: {wide} px wide")
                if folder := os.environ.get("ATBALSS_SCREENSHOTS"):
                    name = where.strip("/").replace("/", "_").replace("?", "-") or "home"
                    page.screenshot(path=f"{folder}/{role}-{name[:60]}-{width}.png", full_page=True)
    assert not wrong, "\n".join(wrong[:30])
