"""The whole site, room by room as they stand: nobody sees, changes or breaks what is not his."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss_web.accounts.models import Role

from .two import Seeded, seed
from .walk import Form, Page, addresses, patterns, room_of, rows

# Who may ever be shown a page of a room; administrators may in each. A new room must say it here.
ROOMS = {
    "accounts": set(Role.values),
    "desk": {"clerk", "supervisor"},
    "callroom": {"interviewer", "supervisor"},
    "board": {"supervisor", "analyst"},
    "codingdesk": {"coder", "supervisor", "analyst"},
    "press": {"analyst", "client", "manager", "supervisor"},
    "lists": {"supervisor"},
    "runner": set(Role.values),
}
CENTRE_ROLES = ("clerk",)  # they see one centre alone; a manager sees it beside the network
OPEN = ("/i/", "/p/", "/login/", "/published/")
PUBLIC = ("/login/", "/login/oidc/", "/login/oidc/back/", "/published/")
MOST_PAGES = 150
ROLES = [*Role.values, "nobody"]


@pytest.fixture
def two(db) -> tuple[Seeded, Seeded]:
    return seed("musu", 1), seed("cita", 2)


def client_of(found: Seeded, role: str) -> Client:
    client = Client()
    if role != "nobody":
        client.force_login(found.people[role], backend="django.contrib.auth.backends.ModelBackend")
    return client


def crawl(client: Client, start: list[str]) -> dict[str, tuple[int, Page | None, str]]:
    """What a GET of each address, and of each link on the way, shows: status, page, text."""
    seen: dict[str, tuple[int, Page | None, str]] = {}
    waiting = list(dict.fromkeys(start))
    linked = 0
    while waiting:
        where = waiting.pop(0)
        if where in seen:
            continue
        found = client.get(where)
        text = "" if found.streaming else found.content.decode("utf-8", "replace")
        is_page = found.headers.get("Content-Type", "").startswith("text/html")
        shown = Page(where, text) if is_page and text else None
        seen[where] = (found.status_code, shown, text)
        if shown is not None and found.status_code == 200 and linked < MOST_PAGES:
            new = [link for link in shown.links if link and link not in seen]
            linked += len(new)
            waiting += new
    return seen


def test_every_room_says_who_may_see_it():
    rooms = {room_of(pattern) for _, pattern in patterns()}
    assert rooms <= ROOMS.keys(), "say in ROOMS who may see the new room"


@pytest.mark.parametrize("role", ROLES)
def test_a_walk_by_each_role(two, role):
    mine, other = two
    client = client_of(mine, role)
    before = rows()
    rooms = dict(addresses())
    seen = crawl(client, ["/", *rooms])
    assert rows() == before, "a GET changed something"
    wrong = []
    for where, (status, shown, text) in seen.items():
        if status >= 500:
            wrong.append(f"{status} {where}")
        if other.mark in text:
            wrong.append(f"shows the other organisation: {where}")
        if role in CENTRE_ROLES and "Vieta2" in text:
            wrong.append(f"shows the other centre: {where}")
        if shown is not None:
            wrong += [f"{where}: {fault}" for fault in faults_of(shown, status)]
        if status != 200 or where in PUBLIC or where.startswith(OPEN):
            continue
        room = rooms.get(where, "")
        may = ROOMS.get(room, set(Role.values)) | {"administrator"}
        if room == "accounts" and where.startswith("/administration/"):
            may = {"administrator"}
        if role not in may:
            wrong.append(f"page of another role: {where}")
    assert not wrong, "\n".join(wrong[:20])
    if role != "nobody":
        assert sum(status == 200 for status, _, _ in seen.values()) >= 4


def faults_of(page: Page, status: int) -> list[str]:
    """What every page must have, and this one has not."""
    found = []
    if page.lang not in ("lv", "en", "ru"):
        found.append(f"language {page.lang!r}")
    if page.n_h1 != 1:
        found.append(f"{page.n_h1} h1")
    if not page.title:
        found.append("no title")
    if page.inline:
        found.append(f"inline {page.inline}")
    for form in page.forms:
        is_link = form.action.startswith("/i/")
        if form.method == "post" and not is_link and "csrfmiddlewaretoken" not in form.fields:
            found.append(f"form without token to {form.action}")
    return found


def test_respondents_see_their_own_interview_alone(two):
    mine, other = two
    client = Client()
    before = rows()
    for token in mine.tokens:
        found = client.get(f"/i/{token}/")
        assert found.status_code == 200 and other.mark not in found.content.decode()
        assert faults_of(Page(f"/i/{token}/", found.content.decode()), 200) == []
    for wrong in ("x", mine.tokens[0][:-1], mine.tokens[0] + "x", "%00", "x" * 3000):
        assert client.get(f"/i/{wrong}/").status_code == 404
    assert rows() == before


def test_a_form_without_its_token_does_nothing(two):
    mine, _ = two
    client = Client(enforce_csrf_checks=True)
    client.force_login(mine.people["administrator"])
    before = rows()
    for where, _ in addresses():
        status = client.post(where, {"act": "everywhere"}).status_code
        assert status in (302, 303, 403, 404, 405), where
    assert rows() == before


def test_error_pages_tell_nothing(two, monkeypatch):
    from atbalss_web.accounts import queries

    mine, _ = two

    def broken(*_):
        secret = "Persona Slepena +37120000000"
        raise RuntimeError(secret)

    client = client_of(mine, "clerk")
    client.raise_request_exception = False
    monkeypatch.setattr(queries, "is_vouched_for", broken)
    monkeypatch.setattr("atbalss_web.accounts.views.ways_of", broken)
    found = client.get("/")
    assert found.status_code == 500
    text = found.content.decode()
    for secret in ("Slepena", "RuntimeError", "Traceback", "SECRET", "settings", mine.mark):
        assert secret not in text
    assert faults_of(Page("/", text), 500) == []
    assert faults_of(Page("/x/", client.get("/x/").content.decode()), 404) == []


NASTY = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            "\0",
            "a\0b",
            "-1",
            "0",
            "1e999",
            "NaN",
            "9" * 40,
            "٣",
            "²",
            "x" * 70_000,
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "%s%n{0}",
            "' OR 1=1 --",
            "../../etc/passwd",
            "2026-13-45T99:99",
            "2026-10-05T10:00",
            "0001-01-01",
            "[]",
            '{"a":',
            "\u202e",
            "https://evil.example/",
        ]
    ),
)


@pytest.mark.parametrize("role", ROLES)
def test_hostile_forms_break_nothing(two, role):
    mine, other = two
    client = client_of(mine, role)
    seen = crawl(client, ["/", *dict(addresses())])
    forms = {}
    for where, (status, shown, _) in seen.items():
        if status == 200 and shown is not None:
            for form in shown.forms:
                if form.method == "post" and not form.action.startswith("/logout/"):
                    key = (re.sub(r"\d+", "N", form.action), *sorted(form.fields))
                    forms.setdefault(key, form)
        elif status == 405:
            forms.setdefault((re.sub(r"\d+", "N", where),), Form(where, "post"))
    for token in mine.tokens[:2]:
        page = Page(f"/i/{token}/", client.get(f"/i/{token}/").content.decode())
        forms |= {(form.action,): form for form in page.forms if form.method == "post"}
    names = sorted({name for form in forms.values() for name in form.fields} | {"act", "at"})

    @settings(
        max_examples=20,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def one(data):
        form = data.draw(st.sampled_from(list(forms.values())))
        sent: dict[str, object] = dict(form.fields)
        some = st.sampled_from(sorted(form.fields) or names)
        for name in data.draw(st.lists(st.one_of(some, st.sampled_from(names)), max_size=4)):
            sent[name] = data.draw(st.one_of(NASTY, st.lists(NASTY, max_size=3)))
        for name in data.draw(st.sets(some, max_size=2)):
            sent.pop(name, None)
        for name in form.files:
            content = data.draw(st.one_of(st.binary(max_size=300), NASTY.map(str.encode)))
            sent[name] = SimpleUploadedFile("x.csv", content)
        with transaction.atomic():
            found = client.post(form.action, sent)
            transaction.set_rollback(True)
        assert found.status_code < 500, (form.action, sent)
        if not found.streaming and not form.action.startswith(("/i/", "/p/")):
            text = found.content.decode("utf-8", "replace")
            assert other.mark not in text
            assert "<script>alert(1)" not in text

    one()
