"""The counter's pages in a browser: axe finds nothing, 360 px and tablet, by keyboard alone."""

from __future__ import annotations

import os
import threading
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
from tests.browser import axe_violations, open_page

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Role
from atbalss_web.cases.models import Case, Visit

from .test_desk import GOOD, clerk, place  # noqa: F401 - fixtures


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def site(clerk, monkeypatch):  # noqa: F811
    """The site on a port of its own, for a browser."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs here
    from atbalss_web.wsgi import application

    server = make_server("127.0.0.1", 0, application, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


def looked_at(page, name):
    folder = os.environ.get("ATBALSS_SCREENSHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)
    assert axe_violations(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


@pytest.mark.parametrize(("width", "lang"), [(360, "lv"), (800, "ru"), (1280, "en")])
def test_the_counter_by_keyboard(site, place, organisation, width, lang):  # noqa: F811
    add_person("vad", GOOD, organisation, Role.SUPERVISOR)
    with open_page(width, 900) as page:
        page.goto(f"{site}/login/?lang={lang}")
        page.locator("#username").fill("ilze")
        page.locator("#password").fill(GOOD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}/")
        page.goto(f"{site}/desk/{place.pk}/?lang={lang}")
        assert page.locator("html").get_attribute("lang") == lang
        looked_at(page, f"desk-{width}")
        page.keyboard.press("Enter")  # the big button has the focus
        page.wait_for_url("**/desk/visit/*/")
        looked_at(page, f"visit-{width}")
        page.locator(".big a.primary").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/agree/")
        page.wait_for_function("document.activeElement.tagName === 'INPUT'")
        page.keyboard.type("29123456")
        looked_at(page, f"agree-{width}")
        page.keyboard.press("Enter")
        page.wait_for_selector(".verdict.number")
        looked_at(page, f"confirm-{width}")
        page.keyboard.press("Enter")
        page.wait_for_selector(".told")
        looked_at(page, f"saved-{width}")
        page.locator("form.big button").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/desk/visit/*/")
        page.locator(".big a").nth(1).click()
        looked_at(page, f"self-{width}")
        page.locator("form.big button").click()
        page.wait_for_selector(".qr img")
        looked_at(page, f"link-{width}")
        page.goto(f"{site}/desk/{place.pk}/poster/")
        page.locator("form.big button").click()
        page.wait_for_selector(".qr img")
        looked_at(page, f"poster-{width}")
        page.goto(page.locator(".address").inner_text())
        looked_at(page, f"open-{width}")
        page.context.clear_cookies()
        page.goto(f"{site}/login/?lang={lang}&next=/privacy/{place.study_id}/%3Flang%3D{lang}")
        page.locator("#username").fill("vad")
        page.locator("#password").fill(GOOD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/privacy/*/*lang={lang}")
        looked_at(page, f"register-{width}")
    assert Case.objects.count() == 2 and Visit.objects.count() == 2
