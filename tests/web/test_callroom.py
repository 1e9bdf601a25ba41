"""The interviewer's pages over HTTP: hand-out, outcome, appointment, interview, why not now."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from atbalss_web.accounts.models import Organisation, Role
from atbalss_web.cases.calling import hand_out
from atbalss_web.cases.models import Appointment, Attempt, Case
from atbalss_web.runner.models import Interview, Step
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study

from .conftest import NOW
from .field import add_case, generated, in_field, interviewer
from .test_runner import filled


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    """A Monday, 14:00 in Riga."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def study(version):
    return in_field(version)


@pytest.fixture
def anna(study):
    return interviewer(study, "anna")


@pytest.fixture
def client(anna):
    found = Client()
    found.force_login(anna)
    return found


def handed(client: Client, study: Study) -> str:
    """The address of the case handed out."""
    done = client.post("/calls/next/", {"study": study.pk})
    assert done.status_code == 303
    return done.headers["Location"]


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_call_from_hand_out_to_outcome(client, study):
    assert "Gaida zvanu: 3" in text(client, "/calls/")
    address = handed(client, study)
    html = text(client, address)
    assert "Kāpēc šis gadījums: pirmais zvans." in html and 'href="tel:+3712' in html
    assert "Labdien! Zvanu no institūta." in html and "plkst. 14:00 (Europe/Riga)" in html
    assert "Turpināt iesākto zvanu" in text(client, "/calls/")
    assert client.post(f"{address}end/", {"code": "1.1"}).status_code == 422
    for _ in range(2):
        done = client.post(f"{address}end/", {"code": "3.13", "note": "Neceļ"})
        assert done.headers["Location"].startswith("/calls/?ended=")
    assert Attempt.objects.get().code == "3.13"
    assert "Zvans pabeigts: Neatbild" in text(client, done.headers["Location"])
    assert client.get(address).status_code == 303


def test_an_appointment_and_what_the_law_says_to_it(client, study):
    address = handed(client, study)
    form = {"date": "2026-10-11", "time": "12:00", "is_hard": "1", "who": "self"}
    done = client.post(f"{address}appointment/", form)
    assert done.status_code == 422
    assert "Tad zvanīt nevarēs" in done.content.decode()
    assert client.post(f"{address}appointment/", {"date": "x", "time": ""}).status_code == 422
    done = client.post(f"{address}appointment/", {**form, "date": "2026-10-06"})
    assert done.status_code == 303
    assert Appointment.objects.get().at == datetime(2026, 10, 6, 9, tzinfo=UTC)
    assert "rīt plkst. 12:00" in text(client, "/calls/")


def test_do_not_call_is_for_all_studies(client, study):
    address = handed(client, study)
    client.post(f"{address}end/", {"code": "bar"})
    row = Case.objects.get(attempts__isnull=False)
    assert (row.code, row.is_barred) == ("2.112b", True)
    html = text(client, f"/calls/why/?key={row.key}")
    assert "nezvanāmo sarakstā" in html and "Gadījums ir slēgts" in html


def test_another_holds_it(client, study, version):
    address = handed(client, study)
    other = Client()
    other.force_login(interviewer(study, "zane"))
    assert other.get(address).status_code == 410
    assert other.post(f"{address}end/", {"code": "3.13"}).status_code == 410
    client.post(f"{address}begin/")
    assert other.get(f"{address}interview/").status_code == 410
    assert Client().get(f"{address}interview/").status_code == 302
    lease = address.split("/")[2]
    held = Case.objects.get(lease=lease)
    assert "Gadījumu pašlaik tur anna" in text(other, f"/calls/why/?key={held.key}")


def test_not_for_others(study, organisation):
    stranger = interviewer(study, "x")
    stranger.memberships.all().delete()
    client = Client()
    client.force_login(stranger)
    assert client.get("/calls/").status_code == 403
    foreign = Organisation.objects.create(name="Cita", slug="cita")
    stranger.memberships.create(organisation=foreign, role=Role.INTERVIEWER)
    assert client.get("/calls/").status_code == 200
    done = client.post("/calls/next/", {"study": study.pk})
    assert done.headers["Location"] == "/calls/"
    assert "Šāda gadījuma nav" in text(client, "/calls/why/?key=k00000")
    assert Client().get("/calls/").status_code == 302


@pytest.mark.parametrize("lang", ["lv", "en", "ru"])
def test_every_page_in_every_language(client, study, lang):
    address = handed(client, study)
    client.post(f"{address}begin/")
    for page in ("/calls/", address, f"{address}interview/", "/calls/why/?key=k00000"):
        found = client.get(page, {"lang": lang, **({"key": "k00000"} if "why" in page else {})})
        assert found.status_code == 200


def test_a_whole_interview_by_telephone_and_link_in_two_languages(client, study):
    address = handed(client, study)
    page = client.post(f"{address}begin/").headers["Location"]
    interview = Interview.objects.get()
    link, n = f"/i/{interview.token}/", 0
    while 'name="finish"' not in (html := text(client, page)):
        where = link if n % 3 == 2 else page
        data = filled(html) | {"lang": "ru" if n % 2 else "lv"}
        done = client.post(where, data)
        assert done.status_code == 303
        n += 1
    modes = list(Step.objects.order_by("number").values_list("mode", "lang", "by__username"))
    assert modes[:4] == [
        ("phone", "lv", "anna"),
        ("phone", "ru", "anna"),
        ("web", "lv", None),
        ("phone", "ru", "anna"),
    ]
    done = client.post(page, {"finish": "1"})
    assert done.headers["Location"].startswith("/calls/?ended=")
    made = Attempt.objects.get()
    assert (made.code, made.by.username) == ("1.1", "anna")
    assert "Pilna intervija" in text(client, done.headers["Location"])
    assert client.get(page).status_code == 303


def test_the_outcome_asks_again_in_an_interview_that_was_begun(client, study):
    address = handed(client, study)
    page = client.post(f"{address}begin/").headers["Location"]
    client.post(page, filled(text(client, page)))
    html = text(client, page)
    done = client.post(page, filled(html) | {"go": "outcome", "note": "Steidzas"})
    assert done.headers["Location"] == f"{address}?to=outcome#outcome"
    assert Interview.objects.get().step == 2  # what was chosen was kept
    assert "Steidzas" in text(client, address)
    sure = client.post(f"{address}end/", {"code": "soft"})
    assert "Intervija ir iesākta" in sure.content.decode() and not Attempt.objects.exists()
    client.post(f"{address}end/", {"code": "soft", "sure": "1"})
    assert Attempt.objects.get().code == "2.12"
    assert Interview.objects.get().code == "2.12"


@pytest.mark.parametrize("n", [20, 200])
def test_an_answer_by_telephone_costs_five_statements_at_most(organisation, n):
    made = Study.objects.create(organisation=organisation, slug=f"q{n}", langs=["lv"])
    study = in_field(add_version(made, generated(n), None, NOW))
    client = Client()
    client.force_login(interviewer(study, "anna"))
    page = client.post(f"{handed(client, study)}begin/").headers["Location"]
    for _ in range(4):
        html = text(client, page)
        with CaptureQueriesContext(connection) as found:
            assert client.post(page, filled(html)).status_code == 303
            client.get(page)
        asked = [
            q["sql"] for q in found if not re.match("BEGIN|COMMIT|SAVEPOINT|RELEASE", q["sql"])
        ]
        assert len(asked) <= 5, asked
    assert Interview.objects.get().step == 4


def test_what_people_type_runs_nowhere(client, study):
    evil = '"><script>alert(1)</script>'
    row = add_case(study, 999, is_queued=True)
    address = handed(client, study)
    client.post(f"{address}note/", {"note": evil})
    assert "<script>alert" not in text(client, address)
    assert "<script>alert" not in text(client, f"/calls/why/?key={evil}")
    for field in ("code", "note", "date", "time", "who"):
        for value in (evil, "\0", "9" * 5000, "0001-01-01"):
            for what in ("end", "appointment", "note"):
                assert client.post(f"{address}{what}/", {field: value}).status_code < 500
    assert get_user_model().objects.count() == 1 and row.key


def test_who_is_deactivated_in_mid_call_goes_on_with_nothing(client, study):
    address = handed(client, study)
    page = client.post(f"{address}begin/").headers["Location"]
    form = filled(text(client, page))
    assert client.post(page, form).status_code == 303
    before = Interview.objects.get().record
    anna = get_user_model().objects.get()
    anna.is_active = False
    anna.save()
    for where in (page, address, f"{address}note/", f"{address}end/", "/calls/next/"):
        done = client.post(where, form | {"code": "3.13", "note": "x"})
        assert done.status_code in (302, 303, 404, 405), (where, done.status_code)
    assert client.get(page).status_code in (302, 303, 404)
    assert Interview.objects.get().record == before and not Attempt.objects.exists()
    boris = interviewer(study, "boris")
    later = NOW + timedelta(hours=3)  # the lease has run out
    assert hand_out(study, boris, later).held_by_id == boris.pk


def test_who_gets_no_call_is_told_which_rules_keep_them(client, study):
    cases = list(study.cases.order_by("key"))
    Case.objects.filter(pk=cases[0].pk).update(lang="en")
    study.rules = {"legal": [{"from": "09:00", "to": "12:00"}]}  # it is 14:00
    study.save()
    where = handed(client, study)
    assert where == f"/calls/?nothing={study.pk}"
    with CaptureQueriesContext(connection) as asked:
        html = text(client, where)
    assert len(asked) <= 24
    assert "laiks, kad zvanīt nedrīkst" in html and "Līdz: rīt plkst. 9:00." in html
    assert "(gadījumi: 2)" in html and "Vajadzīga valoda: angļu." in html
    assert "gadījumi:" not in text(client, "/calls/?nothing=0")
