"""Whatever is sent to an interview: no error of ours, nothing lost, nothing run."""

from __future__ import annotations

import logging

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from atbalss_web.runner.actions import start
from atbalss_web.runner.models import Interview

from .conftest import NOW
from .test_runner import filled

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def interview(version):
    return start(version, NOW, lang="lv", mode="web")


@pytest.fixture
def address(interview):
    """An interview with one answer in it."""
    client, address = Client(), f"/i/{interview.token}/"
    client.post(address, filled(client.get(address).content.decode()))
    return address


def held() -> dict:
    return Interview.objects.get().record["answers"]


BODIES = [
    (FORM, b"\x00=\x00&has.\x00=1"),
    (FORM, b"has.a=1&q.a=%00&reason.a=%00&page=%00&lang=%00&seconds=%00"),
    (FORM, b"page=\xff\xfe&has.\xff=1&q.\xff=\xff"),
    (FORM, b"seconds=nan"),
    (FORM, b"seconds=1e999&page=" + b"x" * 100_000),
    (FORM, b"&".join(b"has.x%d=1" % i for i in range(1900))),
    (FORM, b"&".join(b"has.x%d=1" % i for i in range(9000))),
    (FORM, b"speak=../../etc"),
    (FORM, b"speak=%00"),
    (FORM + "; charset=utf-16", "has.a=1".encode("utf-16")),
    (FORM + "; charset=rot13", b"has.a=1"),
    (FORM + "; charset=nothing", b"has.a=1"),
    ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=a"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=x; charset=unicode_escape", b"--x\r\n\\ud800"),
    ("application/json", b'{"has.a": 1}'),
    ("text/plain", b"\xff" * 1000),
    ("", b""),
]


@pytest.mark.parametrize(("kind", "body"), BODIES)
def test_no_body_is_our_error_or_loses_an_answer(address, kind, body):
    before = held()
    client = Client(raise_request_exception=False)
    for header in ({}, {"X-Atbalss": "page"}):
        done = client.generic("POST", address, body, content_type=kind, headers=header)
        assert done.status_code < 500, done.status_code
    assert held() == before


def test_a_huge_body_is_refused(address):
    before = held()
    body = b"q.a=" + b"x" * (11 * 1024 * 1024)
    done = Client(raise_request_exception=False).post(address, body, content_type=FORM)
    assert done.status_code in (400, 413) and held() == before


@pytest.mark.parametrize(
    "query", ["?at=%00", "?at=" + "x" * 5000, "?lang=%00", "?at=-&lang=xx", "?at=%ff&at=2"]
)
def test_no_address_is_our_error(address, query):
    assert Client(raise_request_exception=False).get(address + query).status_code in (200, 404)


@pytest.mark.parametrize("token", ["%00", "x" * 5000, "%ff%fe", "..", "' OR 1=1 --", "a" * 43])
def test_no_token_is_our_error(db, token):
    for ask in (Client(raise_request_exception=False).get, Client().post):
        assert ask(f"/i/{token}/").status_code == 404


NAMES = st.one_of(
    st.sampled_from(["q.", "has.", "reason.", "page", "lang", "speak", ""]), st.text()
)
WORDS = st.text(max_size=60) | st.sampled_from(
    ["_refused", "1", "-1e308", "9" * 400, "\x00", "\ud7ff"]
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_no_fields_are_our_error_or_lose_an_answer(address, data):
    client = Client(raise_request_exception=False)
    names = [name for name in Interview.objects.get().version.sheets[0]["grid"] if name]
    questions = [str(row[1]) for row in names[1:] if len(row) > 1 and row[1]]
    name = st.builds(lambda kind, rest: kind + rest, NAMES, st.sampled_from(questions) | st.text())
    fields = data.draw(st.dictionaries(name, st.lists(WORDS, max_size=3), max_size=8))
    fields.pop("finish", None)
    for question in data.draw(st.lists(st.sampled_from(questions), max_size=4)):
        fields[f"has.{question}"] = ["1"]
        fields[f"q.{question}"] = data.draw(st.lists(WORDS, max_size=3))
    before = Interview.objects.get()
    done = client.post(address, fields)
    assert done.status_code in (200, 303, 400, 422), done.status_code
    after = Interview.objects.get()
    changed = {item[0] for item in after.record["changes"][len(before.record["changes"]) :]}
    for question, words in before.record["answers"].items():
        kept = after.record["answers"].get(question) == words
        assert kept or question in changed, question  # an answer changes, and the old one is kept


def test_markup_in_answers_is_shown_as_text(address):
    client = Client()
    evil = "<script>window.bad=1</script><img src=x onerror=window.bad=1>\"'>"
    html = client.get(address).content.decode()
    data = filled(html) | {"page": evil, "lang": evil, "speak": "lv"}
    for name in [key for key in data if key.startswith("q.")]:
        data[name] = evil
    shown = client.post(address, data).content.decode()
    assert "<script>window" not in shown and "<img" not in shown


def test_links_stay_out_of_the_log(address, capfd):
    from atbalss_web.security import WithoutLinks

    for where, shown in ((address, "/i/…/"), (f"/calls/{'a1' * 16}/end/", "/calls/…/end/")):
        line = logging.LogRecord("x", 30, "", 1, "Not Found: %s", (where,), None)
        assert WithoutLinks().filter(line) and line.getMessage() == f"Not Found: {shown}"
