"""An interview over HTTP: answers are kept before they are acknowledged, and only once."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from atbalss_web.runner import actions
from atbalss_web.runner.actions import start
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study

from .conftest import NOW
from .field import generated

_FRAME = "BEGIN|COMMIT|SAVEPOINT|RELEASE"


@pytest.fixture
def interview(version):
    return start(version, NOW, lang="lv", mode="phone")


def filled(html: str) -> dict[str, str]:
    """The form of a page with the first option chosen everywhere."""
    data = {"page": re.search(r'name="page" value="([^"]*)"', html)[1], "lang": "lv"}
    for name in re.findall(r'name="has\.([^"]+)"', html):
        options = re.findall(rf'name="q\.{name}" value="([^"]*)"', html)
        data[f"has.{name}"] = "1"
        data[f"q.{name}"] = options[0] if options and options[0] else "vārds"
    return data


def test_a_whole_interview(interview):
    client, address = Client(), f"/i/{interview.token}/"
    html = client.get(address).content.decode()
    pages = 0
    while 'name="finish"' not in html:
        assert client.post(address, filled(html)).status_code == 303
        html = client.get(address).content.decode()
        pages += 1
        assert pages < 100
    client.post(address, {"finish": "1"})
    interview.refresh_from_db()
    assert (interview.state, interview.code, interview.step) == ("ended", "1.1", pages)
    assert "Paldies" in client.get(address).content.decode()


@pytest.mark.parametrize("n", [20, 200])
def test_an_answer_costs_five_statements_at_most(organisation, n):
    """By link, as a form: the post and the page after it. By telephone: tests/web/test_callroom."""
    made = Study.objects.create(organisation=organisation, slug=f"q{n}", langs=["lv"])
    version = add_version(made, generated(n), None, NOW)
    interview = start(version, NOW, lang="lv", mode="web")
    client, address = Client(), f"/i/{interview.token}/"
    for _ in range(4):
        html = client.get(address).content.decode()
        with CaptureQueriesContext(connection) as found:
            client.post(address, filled(html))
            client.get(address)
        asked = [
            q["sql"] for q in found if not re.match("BEGIN|COMMIT|SAVEPOINT|RELEASE", q["sql"])
        ]
        assert len(asked) <= 5, asked
    assert Interview.objects.get().step == 4


def test_who_comes_second_in_one_moment_is_taken_after_the_first(organisation, monkeypatch):
    """Another page is saved between reading and writing: neither is lost, neither is twice."""
    made = Study.objects.create(organisation=organisation, slug="two", langs=["lv"])
    interview = start(add_version(made, generated(3), None, NOW), NOW, lang="lv", mode="web")
    actions.answer(interview.token, {"q0": "a"}, NOW, page="q0")
    take, late = actions._take, [{"q0": "b"}]

    def hindered(*args):
        if late:
            actions.answer(interview.token, late.pop(), NOW, page="q0")
        return take(*args)

    monkeypatch.setattr(actions, "_take", hindered)
    done = actions.answer(interview.token, {"q1": "a"}, NOW, page="q1")
    row = Interview.objects.get()
    assert not done.problems and row.record == done.interview.record
    assert row.record["answers"] == {"q0": "b", "q1": "a"}
    assert row.step == Step.objects.count() == 3
    assert sorted(Step.objects.values_list("number", flat=True)) == [1, 2, 3]


def test_a_double_click_is_one_answer(interview):
    client, address = Client(), f"/i/{interview.token}/"
    data = filled(client.get(address).content.decode())
    for _ in range(3):
        client.post(address, data)
    assert Step.objects.filter(interview=interview).count() == 1
    assert Interview.objects.get().step == 1


def test_a_token_that_is_none(db):
    assert Client().get("/i/nothing/").status_code == 404
