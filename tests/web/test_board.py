"""The supervisor's pages: what they show, what they change, and who may see them."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from atbalss.study.question import Kind, Question
from atbalss.study.texts import Text
from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Organisation, Role
from atbalss_web.accounts.seal import new_key
from atbalss_web.board import actions, queries, recalls
from atbalss_web.board.check_views import _words
from atbalss_web.board.log_texts import WORDS
from atbalss_web.cases.calling import hand_out
from atbalss_web.cases.contacts import seal_contact
from atbalss_web.cases.extract import fieldwork
from atbalss_web.cases.models import Case, Contact
from atbalss_web.events.models import Event
from atbalss_web.runner.actions import finish, resume, start
from atbalss_web.runner.extract import finished
from atbalss_web.runner.models import Interview
from atbalss_web.runner.queries import Held
from atbalss_web.studies.models import QuotaCell, StudyCentre
from atbalss_web.studies.queries import questionnaire_of

from .conftest import NOW, STUDIES
from .fielded import PASSWORD, fill, interview


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
    assert html.index("Kopējais atbilžu līmenis") < html.index("Atbilžu līmenis (RR1)")
    for name in ("RR1", "COOP4", "REF3", "CON2", "CASRO", "ilze", "juris", "Atdarināti dati"):
        assert name in html
    assert found.found.cumulative is not None and found.effect is not None
    assert sum(item.completes for item in found.pace) == finished(study).filter(code="1.1").count()


def test_weighted_rates_by_hand(version, organisation):
    """Two strata of unequal probability: RR1 is 2/5 counted and (1 + 3)/11 weighted."""
    study = version.study
    centres = [
        Centre.objects.create(organisation=organisation, code=code, name=code) for code in "ab"
    ]
    for centre, mode, k in zip(centres, ("everybody", "every_kth"), (1, 3), strict=True):
        StudyCentre.objects.create(study=study, centre=centre, mode=mode, k=k)
    codes = (("a", "1.1"), ("a", "3.13"), ("b", "1.1"), ("b", "2.112"), ("b", "2.30"))
    for number, (place, code) in enumerate(codes):
        centre = centres["ab".index(place)]
        Case.objects.create(
            study=study, key=f"c{number}", centre=centre, code=code, made=NOW,
            sample={"svars": 2 if place == "a" else 5},
        )  # fmt: skip
    found = fieldwork(study, {})
    assert (found.found.i, found.found.total) == (2, 5)
    by_k = found.weighted  # I 1 + 3, NC 1, R 3, O 3
    assert (by_k.i, by_k.nc, by_k.r, by_k.o, by_k.total) == (4, 1, 3, 3, 11)
    assert found.rates["RR1"] == pytest.approx(2 / 5)
    assert found.weighted_rates["RR1"] == pytest.approx(4 / 11)
    assert found.weighted_rates["COOP1"] == pytest.approx(4 / 10)  # I / (I + P + R + O)
    assert found.weighted_rates["REF1"] == pytest.approx(3 / 11)
    assert found.weighted_rates["CON1"] == pytest.approx(10 / 11)
    study.rules = {"weight": "svars"}
    named = fieldwork(study, {})
    assert named.weighted_rates["RR1"] == pytest.approx((2 + 5) / (2 + 2 + 5 + 5 + 5))
    study.rules = {}
    study.centres.update(mode="choice")
    assert fieldwork(study, {}).weighted is None
    study.centres.update(mode="every_kth", k=3)
    assert fieldwork(study, {}).weighted is None  # all alike: nothing to weight


def test_silent_centres_and_break_offs(study, version, organisation):
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
    assert recalls.draw(keys, 0.1, "a") == recalls.draw(keys[::-1], 0.1, "a")
    assert len(recalls.draw(keys, 0.1, "a")) == 4 and recalls.draw([], 0.5, "a") == []
    chief.post(f"/board/{study.pk}/recall/", {"share": "50", "seed": "oktobris"})
    drawn = Event.objects.get(name="recall-drawn").data["keys"]
    assert set(drawn) <= set(finished(study).values_list("key", flat=True)) and drawn
    assert drawn[0][:8] in chief.get(f"/board/{study.pk}/checking/").content.decode()


def test_a_recall_closes_its_loop(study, organisation, chief):
    """The number is shown for a drawn interview alone, and logged; the result by interviewer."""
    keys = list(finished(study).order_by("key").values_list("key", flat=True))
    case = Case.objects.get(interview__key=keys[0])
    study.data_key = new_key()
    study.save()
    sealed = seal_contact(study, {"name": "Izdomāta Persona", "phone": "+37120000001"})
    Contact.objects.create(case=case, sealed=sealed, phone_hash="x")
    where = f"/board/{study.pk}/interviews/{keys[0]}/"
    assert chief.post(where, {"number": "1"}).status_code == 403  # not drawn
    assert chief.post(where, {"result": "confirmed"}).status_code == 403
    chief.post(f"/board/{study.pk}/recall/", {"share": "100", "seed": "viss"})
    assert "20 000 001" in chief.post(where, {"number": "1"}).content.decode()
    assert "20 000 001" not in chief.get(where).content.decode()
    assert Event.objects.get(name="recall-number-seen").subject == keys[0]
    for result in ("not-reached", "<b>", "denied"):
        chief.post(where, {"result": result})
    found = recalls.recalls(study)
    assert found.counts == {"": len(keys) - 1, "denied": 1}
    assert sum(counts["denied"] for _, counts in found.by_interviewer) == 1
    n, rates = finished(study).count(), queries.overview(study, NOW).found.found
    chief.post(where, {"verdict": "reject"})
    case.refresh_from_db()
    assert finished(study).count() == n - 1 and (case.code, case.is_closed) == ("2.30", True)
    after = queries.overview(study, NOW).found.found
    assert (after.i + after.p, after.o) == (rates.i + rates.p - 1, rates.o + 1)
    html = chief.get(f"/board/{study.pk}/checking/?lang=lv").content.decode()
    assert "intervijas nav bijis" in html and "vairs netiek skaitīta" in html


def test_what_was_sent_back_is_handed_out_again(version):
    """Reopened with its case, before all others; ended again it is one interview, no more."""
    from .field import in_field, interviewer
    from .fielded import willing

    study = in_field(version, 3)
    first, second = interviewer(study, "ilze"), interviewer(study, "juris")
    held = hand_out(study, first, NOW)
    made = interview(version, willing(version, 1, 3)[0], NOW, case=held, finish=False)
    finish(Held(held.lease, first.pk), NOW, actor=first)
    held.refresh_from_db()
    assert held.is_closed and held.code in ("1.1", "1.2")
    later = NOW + timedelta(minutes=30)
    actions.send_back(study, made.key, later, actor=first)
    held.refresh_from_db()
    assert (held.is_closed, held.code, held.n_attempts) == (False, "2.30", 0)
    assert finished(study).count() == 0
    again = hand_out(study, second, later)
    assert again.pk == held.pk
    resumed = resume(again, later, actor=second, lang="lv")
    assert resumed.key == made.key and resumed.state == "open"
    finish(Held(again.lease, second.pk), later, actor=second)
    again.refresh_from_db()
    assert (again.is_closed and again.code == made.code) or again.code in ("1.1", "1.2")
    assert finished(study).count() == 1
    assert [item.voided is None for item in again.attempts.order_by("id")] == [False, True]
    assert sum(item.completes for item in queries.pace(study)) == 1


def test_paradata_have_no_contacts(study, chief, organisation):
    analyst = client_of(organisation, Role.ANALYST, "analītiķe")
    found = analyst.post(f"/board/{study.pk}/paradata/steps.csv")
    assert found.status_code == 200 and found["Content-Type"].startswith("text/csv")
    head, first, *_ = found.content.decode("utf-8-sig").splitlines()
    assert head == "id;number;at;page;lang;mode;seconds;what" and first.count(";") == 7
    assert analyst.post(f"/board/{study.pk}/paradata/changes.csv").status_code == 200
    assert analyst.post(f"/board/{study.pk}/paradata/contacts.csv").status_code == 404
    other = client_of(organisation, Role.CLIENT, "pasūtītāja")
    assert other.post(f"/board/{study.pk}/paradata/steps.csv").status_code == 403


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
    found = chief.get(f"/board/{study.pk}/log/", {"day": day, "lang": "lv"})
    assert found.status_code == 200 and "visitor-" not in found.content.decode()


def test_every_event_of_a_study_has_words(study):
    """What actions record is read from their source: none may reach the log as a bare name."""
    source = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(actions.__file__).parents[1].rglob("*.py")
        if path.parent.name not in ("accounts", "rehearsed", "migrations")
    )
    names = set(re.findall(r'\b(?:event|_told)\(\s*"([a-z-]+)"', source))
    assert len(names) > 25 and names - WORDS.keys() == set()


@pytest.mark.parametrize(
    ("kind", "text", "lv", "en"),
    [
        (Kind.DATE, "2026-11-03", "03.11.2026", "2026-11-03"),
        (Kind.TIME, "09:30:00", "9:30", "9:30"),
        (Kind.DATETIME, "2026-11-03T09:30:00", "03.11.2026 9:30", "2026-11-03 9:30"),
        (Kind.DECIMAL, "3.5", "3,5", "3.5"),
        (Kind.TEXT, "3.5 km", "3.5 km", "3.5 km"),
        (Kind.DATE, "_refused", "atteicās atbildēt", "refused"),
    ],
)
def test_a_checked_answer_reads_as_people_write_it(kind, text, lv, en):
    question = Question("q", kind, Text.of({"lv": "Jautājums"}))
    assert (_words(question, text, "lv"), _words(question, text, "en")) == (lv, en)
