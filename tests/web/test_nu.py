"""One page of each kind on the site, in whichever role first reaches it: vnu finds no error."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.test import Client
from tests.nu import nu_errors, written

from atbalss_web.accounts.models import Role

from .test_every_page import finished_in
from .test_site import client_of
from .two import seed
from .walk import Page


def kind_of(where: str) -> str:
    """An address without its numbers and tokens."""
    return re.sub(r"/i/[^/]+", "/i/x", re.sub(r"\d+", "N", urlsplit(where).path))


def gather(client: Client, start: list[str], pages: dict[str, str]) -> None:
    """Add the pages of kinds that are not there yet, following links."""
    waiting, tried = list(start), set()
    while waiting:
        where = waiting.pop(0)
        kind = kind_of(where)
        if where.startswith("http") or kind in tried or "lang=" in where:
            continue
        tried.add(kind)
        if kind in pages and kind != "/":
            continue
        found = client.get(where, follow=True)
        if found.streaming or not found.headers["Content-Type"].startswith("text/html"):
            continue
        text = found.content.decode()
        if found.status_code == 200:
            pages[kind if kind != "/" else f"/{len(pages)}"] = text
            waiting += [link for link in Page(where, text).links if link]


def test_vnu_finds_nothing(db, tmp_path):
    mine = seed("musu", 1)
    finished_in(mine)
    pages: dict[str, str] = {}
    for role in Role.values:
        client = client_of(mine, role)
        if role == "interviewer":
            given = client.post("/calls/next/", {"study": mine.version.study.pk})
            gather(client, [given.headers["Location"]], pages)
        gather(client, ["/"], pages)
    gather(Client(), ["/login/", f"/i/{mine.tokens[0]}/", "/nekas/"], pages)
    assert len(pages) > 30
    named = {key.strip("/").replace("/", "_") or "home": text for key, text in pages.items()}
    found = nu_errors(written(named, tmp_path))
    assert not found, "\n".join(found)
