"""The day of those who neither invite, call nor code: in a browser, at 1280 and 360 px."""

from __future__ import annotations

import os
import re
import threading
from wsgiref.simple_server import make_server

import pytest
from tests.browser import axe_violations, open_page

from atbalss_web.accounts.models import User
from atbalss_web.events.models import Event

from .test_desk_pages import _Quiet
from .test_every_page import finished_in
from .test_site import client_of
from .two import seed


@pytest.fixture
def site(db, monkeypatch):
    """The site on a port of its own, in the middle of a fieldwork; and who works there."""
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    from atbalss_web.wsgi import application

    found = seed("musu", 1)
    finished_in(found)
    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", found
    server.shutdown()
    thread.join()


def begins(page, site, role):
    """Somebody is logged in and sees where the work is."""
    where, found = site
    page.context.clear_cookies()
    for name, cookie in client_of(found, role).cookies.items():
        page.context.add_cookies([{"name": name, "value": cookie.value, "url": where}])
    page.goto(f"{where}/?lang=lv")
    assert page.locator("h1").inner_text() == "Jūsu darbs"


def looked_at(page):
    assert axe_violations(page) == [], page.url
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= page.viewport_size["width"], page.url


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_days_of_five_roles(site, width):
    with open_page(width, 800) as page:
        _supervisor(page, site)
        _analyst(page, site)
        _client_and_manager(page, site)
        _administrator(page, site, width)


def _supervisor(page, site):
    """Draws re-calls, opens one, keeps what the respondent said; all by keyboard."""
    begins(page, site, "supervisor")
    page.locator("main a", has_text="Lauka darba pārskats").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/board/*/")
    looked_at(page)
    page.locator(".tabs a", has_text="Pārbaude").focus()
    page.keyboard.press("Enter")
    page.locator("#share").fill("100")
    page.keyboard.press("Enter")
    page.locator("#drawn").wait_for()
    looked_at(page)
    page.locator("#drawn + div a").first.focus()
    page.keyboard.press("Enter")
    page.locator("button[name=number]").focus()
    page.keyboard.press("Enter")
    page.get_by_text("Numura vairs nav.").wait_for()  # it came from elsewhere, without a number
    page.locator("input[value=confirmed]").focus()
    page.keyboard.press("Space")
    looked_at(page)
    page.locator("form:has(input[name=result]) button").focus()
    page.keyboard.press("Enter")
    page.locator("#drawn").wait_for()
    assert Event.objects.filter(name="recall-result").last().data["result"] == "confirmed"


def _analyst(page, site):
    """Takes paradata away and reads results."""
    begins(page, site, "analyst")
    page.locator("main a", has_text="Dati un pārskats").click()
    page.locator(".tabs a", has_text="Pārbaude").click()
    looked_at(page)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Lapas (CSV)").click()
    assert taken.value.suggested_filename == "vpvkac-steps.csv"


def _client_and_manager(page, site):
    """Both choose a question; the manager sees that the own centre has too few answers."""
    for role in ("client", "manager"):
        begins(page, site, role)
        page.locator("main a").first.click()
        page.locator("#q").select_option("d_sex")
        page.locator("#q").press("Tab")
        page.get_by_role("button", name="Rādīt").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**q=d_sex**")
        looked_at(page)
        text = page.locator("main").inner_text()
        assert re.search(r"n = (9|10)\b", text) and "paslēpts" in text  # one may not have said


def _administrator(page, site, width):
    """Adds a person and hands over the one-time password."""
    begins(page, site, "administrator")
    page.locator("main a", has_text="Pārvaldība").click()
    looked_at(page)
    page.get_by_role("link", name="Pievienot cilvēku").click()
    page.locator("#username").fill(f"jauns{width}")
    page.locator("#role").select_option("analyst")
    looked_at(page)
    page.locator("#username").press("Enter")
    page.get_by_text("Vienreizējā parole").first.wait_for()
    looked_at(page)
    assert User.objects.get(username=f"jauns{width}").must_change
