"""The call room in a browser: by keyboard alone, on narrow screens, without a fault of axe."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client

from atbalss_web.cases.models import Attempt
from atbalss_web.runner.models import Interview

from ..browser import axe_violations, open_page
from .conftest import NOW
from .field import in_field, interviewer

pytestmark = pytest.mark.browser
SHOTS = os.environ.get("ATBALSS_SHOTS", "")
WAIT = "() => document.readyState === 'complete'"


@pytest.fixture
def study(version, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    return in_field(version)


@pytest.fixture
def address(study) -> Iterator[str]:
    """The site on a port of this machine, with the test's own database."""
    from django.test.testcases import LiveServerThread, _StaticFilesHandler

    shared = {}
    for connection in connections.all():
        if connection.vendor == "sqlite" and connection.is_in_memory_db():
            connection.inc_thread_sharing()
            shared[connection.alias] = connection
    server = LiveServerThread("localhost", _StaticFilesHandler, connections_override=shared)
    server.daemon = True
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://{server.host}:{server.port}"
    server.terminate()
    for connection in shared.values():
        connection.dec_thread_sharing()


def logged_in(page, address: str, study, name: str = "anna") -> None:
    client = Client()
    client.force_login(interviewer(study, name))
    cookie = client.cookies["sessionid"].value
    kept = {"sessionid": cookie, "lang": "lv"}
    page.context.add_cookies(
        [{"name": name, "value": value, "url": address} for name, value in kept.items()]
    )


def shoot(page, name: str) -> None:
    if SHOTS:
        page.screenshot(path=str(Path(SHOTS) / f"{name}.png"), full_page=True)


def press(page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def settle(page) -> None:
    page.wait_for_load_state("load")


def go(page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)
    settle(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_a_whole_interview_by_keyboard_alone(study, address, width):
    with open_page(width) as page:
        logged_in(page, address, study)
        page.goto(f"{address}/calls/")
        go(page, "n")
        assert "/calls/" in page.url and page.locator("[data-tel]").count()
        go(page, "n")
        assert page.url.endswith("/interview/")
        seen = 0
        while page.locator("[name=finish]").count() == 0:
            seen += 1
            assert seen < 80, page.url
            if seen in (3, 5):
                assert axe_violations(page) == []
                shoot(page, f"interview-{seen}-{width}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, page.locator("h1,legend").all_inner_texts()
            answer_by_keys(page, seen)
            go(page, "Enter")
        assert axe_violations(page) == []
        for _ in range(30):  # to the button, and no further
            if page.evaluate("document.activeElement.name") == "finish":
                break
            press(page, "Tab")
        go(page, "Enter")
        assert page.url.split("?")[0].endswith("/calls/")
        shoot(page, f"ended-{width}")
    assert Interview.objects.get().code == "1.1"
    assert Attempt.objects.get().code == "1.1"


def answer_by_keys(page, seen: int) -> None:
    """Answer whatever is on the page: digits, words, or G."""
    for _ in range(page.locator("[data-question]").count()):
        kind = page.evaluate("document.activeElement.type || ''")
        if kind in ("textarea", "text"):
            page.keyboard.type("7")
            press(page, "Escape")
        else:
            press(page, "g" if seen % 7 == 0 else "1")


KEYS = [
    *"abcdefghijklmnopqrstuvwxyz0123456789 .,;/-+*",
    *("Escape", "Backspace", "Delete", "Home", "End", "PageUp", "PageDown", "ArrowUp", "ArrowDown"),
    *("ArrowLeft", "ArrowRight", "Insert", "F2", "F3", "F4", "F6", "F8", "F9", "Enter", "Tab"),
]


def test_no_key_ends_or_loses_an_interview(study, address):
    with open_page() as page:
        logged_in(page, address, study)
        page.goto(f"{address}/calls/")
        go(page, "n")
        case = page.url
        go(page, "n")
        where, steps = page.url, 0
        for number in range(6):
            for key in [*KEYS, "Enter", "Enter"]:
                press(page, key)
            settle(page)
            for key in KEYS:  # and again where that has led
                press(page, key)
            settle(page)
            page.wait_for_load_state("networkidle")
            row = Interview.objects.get()
            assert row.state == "open" and row.step >= steps, page.url
            assert not Attempt.objects.exists()
            steps = row.step
            page = left_for(page, where if number % 2 else f"{case}?to=outcome")
        if not steps:  # on a slow machine each page was left before it was sent
            page = left_for(page, where)
            answer_by_keys(page, 1)
            go(page, "Enter")
    assert Interview.objects.get().step > 0


def left_for(page, where: str):
    """A new page there; the old one, which keys may still be leading elsewhere, is let be.

    To close a page on its way elsewhere may wait for ever.
    """
    new = page.context.new_page()
    new.goto(where)
    return new


@pytest.mark.parametrize("width", [1280, 360] if SHOTS else [360])
def test_pages_have_no_fault(study, address, width):
    with open_page(width) as page:
        logged_in(page, address, study)
        page.goto(f"{address}/calls/")
        shoot(page, f"first-{width}")
        assert axe_violations(page) == []
        go(page, "n")
        case = page.url
        assert axe_violations(page) == []
        shoot(page, f"case-{width}")
        page.fill("#date", "2026-10-11")
        page.fill("#time", "12:00")
        page.click("text=Saglabāt norunu")
        assert page.locator(".summary li").count() == 1
        assert axe_violations(page) == []
        shoot(page, f"not-then-{width}")
        page.goto(case)
        go(page, "n")
        answer_by_keys(page, 1)
        go(page, "Enter")
        press(page, "p")
        page.keyboard.type("Steidzas uz darbu")
        shoot(page, f"note-{width}")
        assert axe_violations(page) == []
        press(page, "Escape")
        go(page, "i")
        page.wait_for_function("document.activeElement.name === 'code'")
        press(page, "1")
        assert page.evaluate("document.activeElement.dataset.number") == "1"
        go(page, "Enter")
        shoot(page, f"sure-{width}")
        page.wait_for_function("'start' in document.activeElement.dataset")
        assert axe_violations(page) == [] and page.locator("[name=sure]").count() == 1
        go(page, "Enter")
        assert page.url.endswith("/interview/")
        page.goto(f"{address}/calls/why/?key={study.cases.get(lease=case.split('/')[4]).key}")
        shoot(page, f"why-{width}")
        assert axe_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
