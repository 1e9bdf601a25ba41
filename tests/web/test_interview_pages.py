"""Interview pages in Chromium: by keyboard alone, axe on each kind of page, hostile answers.

The browser's requests are answered by Django's test client: the real pages, no port.
"""

from __future__ import annotations

import os
from contextlib import contextmanager

import pytest
from django.test import Client
from tests.browser import axe_violations, open_page

from atbalss_web.runner import actions
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study

from .conftest import NOW

LANGS = ("lv", "en", "ru")
HEAD = ["type", "name", *(f"label::{lang}" for lang in LANGS)]
HEAD += ["appearance", "parameters", "required", "soft_constraint", "constraint"]


def _row(kind, name, label, appearance="", parameters="", required="", soft="", hard=""):
    labels = [f"{label} ({lang})" for lang in LANGS]
    return [kind, name, *labels, appearance, parameters, required, soft, hard]


SURVEY = [
    HEAD,
    _row("note", "hello", "Labdien"),
    _row("select_one five", "one", "Cik apmierināts?", required="yes"),
    _row("select_multiple five", "many", "Kas patika?"),
    _row("integer", "age", "Cik gadu?", soft=". < 60", hard=". < 120"),
    _row("range", "score", "Punkti?", parameters="start=0 end=10 step=1"),
    _row("date", "day", "Kurā dienā?"),
    _row("time", "hour", "Cikos?"),
    _row("text", "words", "Kas vēl?"),
    _row("begin_group", "grid", "Cik apmierināts ar", appearance="table-list"),
    _row("select_one five", "g1", "telpām"),
    _row("select_one five", "g2", "darbiniekiem"),
    _row("end_group", "", ""),
    _row("text", "last", "Jūs teicāt: ${words}"),
]
CHOICES = [["list_name", "name", *(f"label::{lang}" for lang in LANGS)]]
CHOICES += [["five", code, *(f"{lang} {code}" for lang in LANGS)] for code in "12345"]


@pytest.fixture
def interview(organisation, monkeypatch):
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # the browser's own loop
    study = Study.objects.create(
        organisation=organisation,
        slug="lapas",
        langs=list(LANGS),
        title={"lv": "Apmierinātība", "en": "Satisfaction", "ru": "Удовлетворённость"},
    )
    sheets = [
        {"name": "survey", "grid": SURVEY},
        {"name": "choices", "grid": CHOICES},
        {"name": "settings", "grid": [["default_language"], ["lv"]]},
    ]
    version = add_version(study, sheets, None, NOW)
    return actions.start(version, NOW, lang="lv", mode="web")


@contextmanager
def browser(width: int, *, scripts: bool = True, lost: list[str] | None = None):
    """A page whose requests the test client answers; posts named in `lost` are never answered."""
    client = Client()

    def answer(route):
        asked = route.request
        where = "/" + asked.url.split("/", 3)[3]
        headers = {key: value for key, value in asked.headers.items() if key == "x-atbalss"}
        done = client.generic(
            asked.method,
            where,
            asked.post_data_buffer or b"",
            content_type=asked.headers.get("content-type", ""),
            headers=headers,
        )
        if asked.method == "POST" and lost:
            lost.pop()
            route.abort()
            return
        body = b"".join(done.streaming_content) if done.streaming else done.content
        if done.status_code == 303:  # the browser's own following of a faked redirect is not had
            done = client.get(done.headers["Location"])
            body = done.content
        kind = {"Content-Type": done.headers["Content-Type"]}
        route.fulfill(status=done.status_code, headers=kind, body=body)

    with open_page(width, scripts=scripts) as page:
        page.route("**/*", answer)
        yield page


def row() -> Interview:
    return Interview.objects.get()


def at(page) -> str:
    return page.locator("input[name=page]").get_attribute("value")


def press(page, *keys: str) -> None:
    """Press keys on a page and wait until the next one is there."""
    before = at(page)
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_function(
        "was => !document.querySelector('input[name=page]')"
        " || document.querySelector('input[name=page]').value !== was",
        arg=before,
    )


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_a_whole_interview_by_keyboard_alone(interview, width):
    with browser(width) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        press(page, "Enter")
        press(page, "4", "Enter")
        press(page, "1", "3", "Enter")
        page.keyboard.type("77")
        page.keyboard.press("Enter")
        page.wait_for_selector(".doubt")
        page.keyboard.type("gribt")  # the reason is typed where one is: no letter is a key here
        press(page, "Enter")
        page.keyboard.type("7")
        press(page, "Enter")
        press(page, "Escape", "r", "Enter")  # would rather not say the day
        press(page, "Escape", "g", "Enter")
        page.keyboard.type("Viss labi")
        press(page, "Tab", "Tab", "Tab", "Enter")  # past two ways not to answer, to Next
        press(page, "5", "2", "Enter")
        assert "Jūs teicāt: Viss labi" in page.locator(".wording").inner_text()
        press(page, "Escape", "b")  # back
        press(page, "Enter")
        page.keyboard.type("Nē")
        press(page, "Tab", "Tab", "Tab", "Enter")
        assert row().state == "open"
        page.keyboard.press("Enter")  # no key ends it by accident
        page.wait_for_timeout(200)
        assert row().state == "open"
        page.locator("button[name=finish]").focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("h1:has-text('Paldies')")
    answers = row().record["answers"]
    assert answers["one"] == "4" and answers["many"] == "1 3" and answers["age"] == "77"
    assert (answers["g1"], answers["g2"], answers["last"]) == ("5", "2", "Nē")
    assert row().record["reasons"] == {"age": "gribt"}
    assert (answers["day"], answers["hour"]) == ("_refused", "_dont_know")
    assert (row().state, row().code) == ("ended", "1.1")


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "widths"), [("lv", (1280, 360)), ("ru", (360,))])
def test_axe_finds_nothing_on_any_kind_of_page(interview, lang, widths):
    wrong = []

    def look(page, name):
        for width in widths:
            page.set_viewport_size({"width": width, "height": 800})
            wrong.extend(f"{name} {width}: {line}" for line in axe_violations(page))
            wide = page.evaluate("document.documentElement.scrollWidth")
            if wide > width:
                wrong.append(f"{name} {width}: {wide} px wide")
            if folder := os.environ.get("ATBALSS_SCREENSHOTS"):
                page.screenshot(path=f"{folder}/{lang}-{name}-{width}.png", full_page=True)

    actions.speak(interview.token, lang, NOW)
    with browser(1280) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        seen = []
        while at(page) != "-":
            seen.append(at(page))
            look(page, seen[-1])
            if seen[-1] == "one":
                page.locator("[data-next]").click()  # required: the summary of faults
                page.wait_for_selector(".summary")
                look(page, "fault")
                page.locator("input[value='2']").check()
            if seen[-1] == "age":
                page.locator("#q-age").fill("77")
                page.locator("[data-next]").click()
                page.wait_for_selector(".doubt")
                look(page, "doubt")
                page.locator("input[name='reason.age']").fill("x")
            page.locator("[data-next]").click()
            page.wait_for_function(
                "was => document.querySelector('input[name=page]').value !== was", arg=seen[-1]
            )
        look(page, "all")
        page.locator("button[name=finish]").click()
        page.wait_for_selector("h1:not(.chapter)")
        page.wait_for_function("!document.querySelector('[data-interview]')")
        look(page, "end")
        page.goto("http://testserver/i/nothing/")
        look(page, "gone")
    assert len(seen) == 10
    assert not wrong, "\n".join(wrong[:30])


@pytest.mark.browser
def test_nothing_that_was_typed_runs(interview):
    evil = '<script>window.bad=1</script><img src=x onerror="window.bad=1">\'"><svg onload=bad=1>'
    with browser(1280) as page:
        for name, given in (("hello", []), ("one", "1"), ("words", evil)):
            actions.answer(interview.token, {name: given}, NOW, page=name, lang="lv")
        for where in ("?at=words", "", "?at=last"):
            page.goto(f"http://testserver/i/{interview.token}/{where}")
        page.locator("[data-next]").click()
        page.wait_for_timeout(200)
        actions.answer(interview.token, {"many": [evil]}, NOW, page="many", lang="lv")
        page.locator("[name=speak][value=ru]").click()
        page.wait_for_function("document.documentElement.lang === 'ru'")
        assert page.evaluate("window.bad === undefined")


@pytest.mark.browser
def test_a_post_of_which_nothing_came_back_is_sent_again(interview):
    lost = ["once"]
    with browser(360, lost=lost) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        press(page, "Enter")
        assert (at(page), lost) == ("one", []) and Step.objects.count() == 1


@pytest.mark.browser
def test_while_nothing_comes_back_it_says_so_and_sends_what_stands_there(interview):
    with browser(360) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        press(page, "Enter")
    lost = ["first", "second"]
    with browser(360, lost=lost) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        page.keyboard.press("4")
        page.keyboard.press("Enter")
        page.locator("[data-unsent]").wait_for(state="visible")
        page.locator("input[value='5']").check()
        page.wait_for_function("document.querySelector('input[name=page]').value === 'many'")
        assert row().record["answers"]["one"] == "5" and lost == []
        assert page.locator("[data-unsent]").is_hidden()


@pytest.mark.browser
def test_without_scripts_it_is_a_form(interview):
    with browser(360, scripts=False) as page:
        page.goto(f"http://testserver/i/{interview.token}/")
        page.locator("[data-next]").click()
        page.locator("input[value='4']").check()
        page.locator("[data-next]").click()
        assert row().record["answers"] == {"one": "4"}
