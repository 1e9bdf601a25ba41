"""The supervisor's pages: what they show, what they change, and who may see them."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Organisation, Role
from atbalss_web.board import actions, queries
from atbalss_web.cases.models import Case
from atbalss_web.events.models import Event
from atbalss_web.runner.actions import finish, start
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import QuotaCell, StudyCentre
from atbalss_web.studies.queries import questionnaire_of

from .conftest import NOW, STUDIES
from .fielded import PASSWORD, fill


@pytest.fixture
def study(version, organisation):
    return fill(version, organisation, n=10)


def client_of(organisation, role, name="vadītāja"):
    user = add_person(name, PASSWORD, organisation, role)
    client = Client()
    client.force_login(user)
    client.user = user
    return client


@pytest.fixture
def chief(organisation):
    return client_of(organisation, Role.SUPERVISOR)


def test_the_board_shows_the_cumulative_rate_first(study, chief):
    html = chief.get(f"/board/{study.pk}/?lang=lv").content.decode()
    found = queries.overview(study, NOW)
    assert html.index("Kopējais atbilstības līmenis") < html.index("Atbilžu līmenis (RR1)")
    for name in ("RR1", "COOP4", "REF3", "CON2", "CASRO", "ilze", "juris", "Atdarināti dati"):
        assert name in html
    assert found.found.cumulative is not None and found.effect is not None
    assert sum(item.completes for item in found.pace) == finished(study).filter(code="1.1").count()


def test_silent_centres_and_break_offs(study, version, organisation):
    from atbalss_web.accounts.models import Centre

    quiet = Centre.objects.create(organisation=organisation, code="kluss", name="Klusais")
    StudyCentre.objects.create(study=study, centre=quiet)
    assert [(item.centre, item.last) for item in queries.silent_centres(study, NOW)] == [
        ("Klusais", None)
    ]
    made = start(version, NOW, lang="lv", mode="web")
    Interview.objects.filter(pk=made.pk).update(state="ended", code="2.12")
    assert queries.break_offs(study) == [("–", 1)]


def test_nobody_else_sees_it(study, organisation):
    other = Organisation.objects.create(name="Cita", slug="cita")
    for client in (
        client_of(other, Role.SUPERVISOR, "svešais"),
        client_of(organisation, Role.INTERVIEWER, "zvanītāja"),
        client_of(organisation, Role.CLIENT, "pasūtītāja"),
    ):
        for path in ("", "cases/", "checking/", "log/", "versions/"):
            assert client.get(f"/board/{study.pk}/{path}").status_code == 403
    reader = client_of(organisation, Role.ANALYST, "analītiķe")
    assert reader.get(f"/board/{study.pk}/").status_code == 200
    key = study.cases.first().key
    for path in ("cases/change/", "release/", "recall/"):
        assert (
            reader.post(f"/board/{study.pk}/{path}", {"what": "pause", "key": key}).status_code
            == 403
        )
    assert not Case.objects.filter(is_paused=True).exists()


def test_cases_are_assigned_paused_and_queued(study, chief):
    rows = list(study.cases.filter(is_closed=False)[:2])
    who = queries.interviewers_of(study)[0]
    keys = [row.key for row in rows]
    for what, more in (("assign", {"who": who.pk}), ("pause", {}), ("queue", {})):
        done = chief.post(f"/board/{study.pk}/cases/change/", {"what": what, "key": keys, **more})
        assert done.status_code == 303
    assert (
        Case.objects.filter(key__in=keys, assigned=who, is_paused=True, is_queued=True).count() == 2
    )
    chief.post(f"/board/{study.pk}/cases/change/", {"what": "resume", "key": [*keys, "<b>x"]})
    assert not Case.objects.filter(is_paused=True).exists()
    assert Event.objects.filter(name="cases-assign").get().data["keys"] == sorted(keys)


def test_replicates_are_released(study, chief):
    Case.objects.filter(study=study, code="3.13").update(is_released=False, replicate=2)
    n = Case.objects.filter(is_released=False).count()
    assert n
    chief.post(f"/board/{study.pk}/release/", {"replicate": "2"})
    assert not Case.objects.filter(is_released=False).exists()
    assert Event.objects.filter(name="replicate-released").get().data["n"] == n
    assert chief.post(f"/board/{study.pk}/release/", {"replicate": "x'"}).status_code == 303


def test_an_interview_is_read_accepted_or_sent_back_without_losing_its_quota(study, chief):
    row = finished(study).filter(code="1.1").order_by("pk").first()
    name, code = next(
        (key, value) for key, value in row.record["answers"].items() if key == "d_sex"
    )
    QuotaCell.objects.create(study=study, name="q", cell=[[name, code]], target=5, done=1)
    where = f"/board/{study.pk}/interviews/{row.key}/"
    assert chief.get(where).status_code == 200
    chief.post(where, {"verdict": "back"})
    row.refresh_from_db()
    assert (row.state, row.is_checked) == ("open", False)
    cell = QuotaCell.objects.get()
    assert (cell.done, cell.reserved) == (0, 1)
    finish(row.token, NOW)
    cell.refresh_from_db()
    assert (cell.done, cell.reserved) == (1, 0)
    chief.post(where, {"verdict": "accept"})
    row.refresh_from_db()
    assert row.is_checked is True
    assert "interview-sent-back" in Event.objects.values_list("name", flat=True)


def test_recalls_are_drawn_by_lot_and_the_same_again(study, chief):
    keys = [f"k{n}" for n in range(37)]
    assert actions.draw(keys, 0.1, "a") == actions.draw(keys[::-1], 0.1, "a")
    assert len(actions.draw(keys, 0.1, "a")) == 4 and actions.draw([], 0.5, "a") == []
    chief.post(f"/board/{study.pk}/recall/", {"share": "50", "seed": "oktobris"})
    drawn = Event.objects.get(name="recall-drawn").data["keys"]
    assert set(drawn) <= set(finished(study).values_list("key", flat=True)) and drawn
    assert drawn[0] in chief.get(f"/board/{study.pk}/checking/").content.decode()


def test_a_new_version_is_compared_and_made_live(study, version, chief):
    text = (STUDIES / "vpvkac" / "questionnaire.md").read_text(encoding="utf-8")
    open_one = start(version, NOW, lang="lv", mode="web")
    label = questionnaire_of(version.pk).questions[3].label.get("lv")
    assert text.count(label) >= 1
    file = SimpleUploadedFile("q.md", text.replace(label, f"{label} Tagad.").encode())
    done = chief.post(f"/board/{study.pk}/versions/", {"file": file})
    assert done.status_code == 303, done.content.decode()[:2000]
    html = chief.get(done.headers["Location"] + "?lang=lv").content.decode()
    assert "formulējums" in html and "salīdzināms ar piezīmi" in html
    assert study.versions.get(is_live=True) == version
    chief.post(done.headers["Location"] + "live/")
    assert study.versions.get(is_live=True).number == 2
    open_one.refresh_from_db()
    assert open_one.version == version
    assert start(study.versions.get(number=2), NOW, lang="lv", mode="web").version.number == 2


def test_a_bad_version_is_refused_with_its_places(study, chief):
    for content in (b"not a form", b"\x00\x01", b"| survey |\n|---|\n"):
        file = SimpleUploadedFile("a<b>.md", content)
        done = chief.post(f"/board/{study.pk}/versions/", {"file": file})
        assert done.status_code == 422 and "<b>.md" not in done.content.decode()
    assert study.versions.count() == 1
    bad = SimpleUploadedFile("a.xlsx", b"PK nothing")
    assert chief.post(f"/board/{study.pk}/versions/", {"file": bad}).status_code == 422


@pytest.mark.parametrize("day", ["", "2026-10-05", "x", "9999-12-31", "0001-01-01"])
def test_any_day_can_be_asked(study, chief, day):
    assert chief.get(f"/board/{study.pk}/log/", {"day": day}).status_code == 200
