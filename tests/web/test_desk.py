"""The counter: visitors counted, invited by rule, agreeing once, undone within a minute."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.utils import timezone

from atbalss.study.about import SampleKind
from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Organisation, Role
from atbalss_web.cases.calling import enter_interview
from atbalss_web.cases.contacts import Refusal, open_contact
from atbalss_web.cases.invitations import add_contact, bar
from atbalss_web.cases.models import Case, Consent, Contact, Visit
from atbalss_web.cases.participation import participation, sample_kind_taken
from atbalss_web.desk import actions
from atbalss_web.events.models import Event
from atbalss_web.runner.models import Interview
from atbalss_web.studies.models import QuotaCell, StudyCentre
from atbalss_web.studies.queries import quota_open, sample_kind_of

from .conftest import NOW

GOOD = "gara-un-droša-parole"
HOSTILE = [
    "<script>alert(1)</script>",
    "=cmd|' /C calc'!A0",
    "x" * 10_000,
    "a\0b",
    "\u202eetirw",
    "👵🏽🇱🇻",
    "{{ 7*7 }}{% x %}",
    "'; DROP TABLE cases_case; --",
    "\ud800".encode("utf-8", "replace").decode(),
]


@pytest.fixture
def place(version, organisation):
    """An open study at a centre with the clerk's choice."""
    study = version.study
    study.is_open = True
    study.consent = {
        "version": "3",
        "text": {"lv": "Piekrītu sarunai.", "ru": "Согласен на разговор."},
    }
    study.save()
    centre = Centre.objects.create(organisation=organisation, code="ogre", name="Ogre")
    return StudyCentre.objects.create(study=study, centre=centre, mode="everybody")


@pytest.fixture
def clerk(place, organisation):
    return add_person("ilze", GOOD, organisation, Role.CLERK, centre=place.centre)


@pytest.fixture
def client(clerk):
    made = Client()
    made.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    return made


def visitor(place, clerk, **more):
    return actions.count_visitor(place, "", timezone.now(), clerk, **more)


def shown(visit, lang="lv"):
    return actions.consent_of(visit.study, lang)


def posted(html, **more):
    """The hidden fields of a page with what a person adds."""
    found = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', html))
    return found | more


def test_a_day_at_the_counter(place, clerk, client):
    assert client.get("/desk/").headers["Location"] == f"/desk/{place.pk}/"
    html = client.get(f"/desk/{place.pk}/").content.decode()
    once = posted(html)["once"]
    first = client.post(f"/desk/{place.pk}/", {"once": once})
    assert client.post(f"/desk/{place.pk}/", {"once": once}).headers == first.headers
    visit = Visit.objects.get()
    assert (visit.number, visit.is_invited, visit.has_agreed) == (1, True, None)
    assert "Uzaiciniet šo apmeklētāju" in client.get(f"/desk/visit/{visit.pk}/").content.decode()
    form = client.get(f"/desk/visit/{visit.pk}/agree/?client=ru").content.decode()
    assert "Согласен на разговор." in form and 'lang="ru"' in form
    values = posted(form, phone="29 123-456", name="Jānis", lang="ru", hours="evening")
    page = client.post(f"/desk/visit/{visit.pk}/agree/", values).content.decode()
    assert "+371 29 123 456" in page and Case.objects.count() == 0
    sure = posted(page, confirm="1")
    for _ in range(2):
        assert client.post(f"/desk/visit/{visit.pk}/agree/", sure).status_code == 303
    case = Case.objects.get()
    assert open_contact(case)["phone"] == "+37129123456" and case.lang == "ru"
    assert case.hours == [{"from": "17:00", "to": "20:00", "days": [0, 1, 2, 3, 4]}]
    consent = Consent.objects.get()
    assert (consent.version, consent.lang, consent.channel) == ("3", "ru", "desk")
    assert consent.digest == actions.consent_of(visit.study, "ru").digest
    for address in (f"/desk/{place.pk}/", f"/desk/visit/{visit.pk}/"):
        page = client.get(address, follow=True).content.decode()
        assert "29123456" not in page.replace(" ", "") and "Jānis" not in page
    again = visitor(place, clerk)
    assert client.post(f"/desk/visit/{again.pk}/no/", {"act": "refuses"}).status_code == 303
    row = participation(place.study)[0]
    assert (row.visitors, row.invited, row.agreed, row.refused, row.waiting) == (2, 2, 1, 1, 0)
    assert not [row for row in Event.objects.all() if "29123456" in str(row.__dict__)]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("field", ["phone", "name", "lang", "hours", "client", "digest", "once"])
def test_hostile_input_is_taken_as_text_or_refused(place, clerk, client, field, text):
    visit = visitor(place, clerk)
    address = f"/desk/visit/{visit.pk}/agree/"
    values = posted(client.get(address).content.decode(), phone="29123456", name="A", confirm="1")
    done = client.post(address, values | {field: text})
    page = done.content.decode()
    if "\0" in text:  # no form of the site takes it
        assert done.status_code == 400 and Case.objects.count() == 0
        return
    assert done.status_code in (200, 303, 409, 422)
    assert "<script>alert" not in page
    if field == "phone":
        assert done.status_code == 422 and Case.objects.count() == 0
    if field == "name":
        assert "\0" not in open_contact(Case.objects.get())["name"]
    assert client.post(f"/desk/{place.pk}/", {field: text}).status_code == 303
    assert client.get(f"/desk/{place.pk}/?note={text[:50]}&client=x").status_code == 200


def test_every_kth_quota_and_choice(place, clerk):
    place.mode, place.k, place.start = "every_kth", 3, 2
    place.save()
    found = [visitor(place, clerk).is_invited for _ in range(7)]
    assert found == [False, True, False, False, True, False, False]
    assert sample_kind_of(place.study) is SampleKind.PROBABILITY
    assert sample_kind_taken(place.study) is SampleKind.PROBABILITY
    place.mode = "choice"
    place.save()
    assert visitor(place, clerk, chosen=True).is_invited
    assert not visitor(place, clerk).is_invited
    assert sample_kind_of(place.study) is SampleKind.SELF_SELECTED
    place.mode = "quota"
    place.save()
    assert visitor(place, clerk).is_invited
    study = place.study
    study.rules = {"centre_question": "centre"}
    study.save()
    cell = QuotaCell.objects.create(study=study, name="o", cell=[["centre", "ogre"]], target=1)
    assert quota_open(study, {"centre": "ogre"}) and visitor(place, clerk).is_invited
    cell.done = 1
    cell.save()
    assert not visitor(place, clerk).is_invited
    place.mode = "everybody"
    place.save()
    assert sample_kind_of(study) is SampleKind.PROBABILITY
    assert sample_kind_taken(study) is SampleKind.SELF_SELECTED
    actions.poster_of(place, NOW, clerk)
    assert sample_kind_of(study) is SampleKind.SELF_SELECTED


def test_a_mis_tap_is_undone_within_a_minute(place, clerk, client):
    visit = visitor(place, clerk)
    client.post(f"/desk/visit/{visit.pk}/no/")
    assert "Atsaukt" in client.get(f"/desk/{place.pk}/").content.decode()
    client.post(f"/desk/visit/{visit.pk}/undo/")
    visit.refresh_from_db()
    assert visit.has_agreed is None
    now = timezone.now()
    actions.agree(visit, shown(visit), now, clerk, phone="29123456")
    assert actions.undo(visit, now + timedelta(seconds=59), clerk) is not None
    assert Case.objects.count() == Contact.objects.count() == Consent.objects.count() == 0
    actions.agree(visit, shown(visit), now, clerk, phone="29123457")
    with pytest.raises(Refusal, match="too-late"):
        actions.undo(visit, now + timedelta(seconds=61), clerk)
    Case.objects.update(n_attempts=1)
    with pytest.raises(Refusal, match="too-late"):
        actions.undo(visit, now, clerk)
    wrong = visitor(place, clerk)
    client.post(f"/desk/visit/{wrong.pk}/undo/")
    assert client.post(f"/desk/visit/{wrong.pk}/undo/").status_code == 303
    assert Visit.objects.count() == 1
    assert visitor(place, clerk).number == 2


def test_numbers_that_cannot_be_taken_are_refused_with_a_reason(place, clerk, client, organisation):
    add_contact(place.study, {"phone": "29123456"}, NOW)
    bar(organisation, "29123457", "asked", NOW)
    visit = visitor(place, clerk)
    address = f"/desk/visit/{visit.pk}/agree/"
    for phone, words in (
        ("29123456", "jau ir pierakstīts"),
        ("29123457", "nezvanām"),
        ("123", "Šāda tālruņa numura nav"),
    ):
        values = posted(client.get(address).content.decode(), phone=phone, confirm="1")
        done = client.post(address, values)
        assert done.status_code == 422 and words in done.content.decode()
    client.post(f"/desk/visit/{visit.pk}/no/", {"act": "known"})
    assert participation(place.study)[0].invited == 0


def test_a_changed_consent_text_is_shown_again(place, clerk, client):
    visit = visitor(place, clerk)
    address = f"/desk/visit/{visit.pk}/agree/"
    values = posted(client.get(address).content.decode(), phone="29123456", confirm="1")
    study = place.study
    study.consent = {"version": "4", "text": {"lv": "Jauns teksts."}}
    study.save()
    done = client.post(address, values)
    assert done.status_code == 409 and "Jauns teksts." in done.content.decode()
    assert Case.objects.count() == 0


def test_a_link_for_oneself(place, clerk, client):
    visit = visitor(place, clerk)
    address = f"/desk/visit/{visit.pk}/link/"
    values = posted(client.get(address + "?client=ru").content.decode())
    for _ in range(2):
        assert client.post(address, values).status_code == 303
    interview = Interview.objects.get()
    assert (interview.mode, interview.lang, interview.case.ready_at) == ("web", "ru", None)
    page = client.get(f"/desk/visit/{visit.pk}/").content.decode()
    assert f"/i/{interview.token}/" in page and "data:image/svg+xml" in page
    assert Client().get(f"/i/{interview.token}/").status_code == 200
    assert actions.undo(visit, timezone.now(), clerk) is not None
    assert Interview.objects.count() == Case.objects.count() == 0


def test_a_poster_for_everybody(place, clerk, client):
    place.mode = "open_link"
    place.save()
    client.post(f"/desk/{place.pk}/poster/")
    page = client.get(f"/desk/{place.pk}/poster/").content.decode()
    token = re.search(r"/p/(\w+)/", page)[1]
    passer = Client()
    html = passer.get(f"/p/{token}/?client=lv").content.decode()
    assert "Piekrītu sarunai." in html and Interview.objects.count() == 0
    done = passer.post(f"/p/{token}/", posted(html))
    interview = Interview.objects.get()
    assert done.headers["Location"] == f"/i/{interview.token}/"
    assert passer.get(f"/p/{token}/").headers["Location"] == f"/i/{interview.token}/"
    assert Consent.objects.get().channel == "web" and interview.case.centre == place.centre
    assert Client().get("/p/x/").status_code == 404
    enter_interview(interview.case_id, "2.12", timezone.now())
    interview.case.refresh_from_db()
    assert interview.case.ready_at is None  # broken off; who left no number is never called


def test_a_poster_passed_on_to_thousands_floods_nothing(place, clerk, client):
    place.mode, place.study.rules = "open_link", {"poster_a_minute": 3}
    place.study.save()
    place.poster = "plakats"
    place.save()
    pages = [Client().get("/p/plakats/?client=lv").content.decode() for _ in range(6)]
    found = [Client().post("/p/plakats/", posted(html)) for html in pages]
    assert [item.status_code for item in found] == [303] * 3 + [429] * 3
    assert "pēc minūtes" in found[-1].content.decode() and found[-1]["Retry-After"] == "60"
    assert Case.objects.count() == Interview.objects.count() == Consent.objects.count() == 3
    assert Event.objects.filter(name="poster-crowded").count() == 1  # counted once a minute
    later = timezone.now() + timedelta(minutes=2)
    shown = actions.consent_of(place.study, "lv")
    assert actions.take_part(place, shown, later, lang="lv").state == "open"


def test_who_joins_by_a_poster_joins_once_whatever_happens_to_the_commit(place, monkeypatch):
    place.mode, place.poster = "open_link", "plakats"
    place.save()
    form = posted(Client().get("/p/plakats/?client=lv").content.decode())
    real, lost = actions.take_part, []

    def committed_and_gone(*args, **more):
        found = real(*args, **more)
        if not lost:
            lost.append(found.token)
            raise OperationalError("server closed the connection unexpectedly")
        return found

    monkeypatch.setattr(actions, "take_part", committed_and_gone)
    first = Client().post("/p/plakats/", form)
    assert first.headers["Location"] == f"/i/{lost[0]}/"  # asked again unseen: the same interview
    monkeypatch.setattr(actions, "take_part", real)
    assert Client().post("/p/plakats/", form).headers["Location"] == f"/i/{lost[0]}/"
    monkeypatch.setattr(Interview.objects, "filter", lambda **_: Interview.objects.none(), False)
    shown = actions.consent_of(place.study, "lv")
    with pytest.raises(Refusal):  # what is not seen yet is never made twice
        real(place, shown, timezone.now(), lang="lv", once=form["once"])
    assert Case.objects.count() == Interview.objects.count() == Consent.objects.count() == 1


def test_a_study_in_one_language_asks_for_consent_in_it_alone(place, clerk, client):
    study = place.study
    study.langs, study.title = ["lv"], {"lv": "Kas Jums palīdzēja?"}
    study.consent = {"version": "1", "text": {"lv": "Piekrītu sarunai."}}
    study.save()
    place.poster = "plakats"
    place.save()
    visit = visitor(place, clerk)
    for where in ("/p/plakats/", f"/desk/visit/{visit.pk}/agree/", f"/desk/visit/{visit.pk}/link/"):
        html = client.get(where + "?lang=en&client=ru").content.decode()
        assert 'name="client" value="lv"' in html and "client-langs" not in html, where
    html = Client(headers={"accept-language": "en"}).get("/p/plakats/").content.decode()
    assert "<h1>Kas Jums palīdzēja?</h1>" in html and '<html lang="lv">' in html
    assert "Kas Jums palīdzēja?" in client.get(f"/desk/{place.pk}/?lang=en").content.decode()


def test_nobody_else_invites_here(place, clerk, organisation):
    there = Centre.objects.create(organisation=organisation, code="cits", name="Cits")
    other = Organisation.objects.create(name="Cita", slug="cita")
    visit = visitor(place, clerk)
    people = (
        add_person("c1", GOOD, organisation, Role.CLERK, centre=there),
        add_person("i1", GOOD, organisation, Role.INTERVIEWER),
        add_person("k1", GOOD, organisation, Role.CLIENT),
        add_person("s1", GOOD, other, Role.SUPERVISOR),
    )
    for user in people:
        foreign = Client()
        foreign.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        for address in (f"/desk/{place.pk}/", f"/desk/visit/{visit.pk}/agree/"):
            assert foreign.get(address).status_code == 403
        assert foreign.post(f"/desk/visit/{visit.pk}/no/").status_code == 403
    assert Client().get(f"/desk/{place.pk}/").status_code == 302
    visit.refresh_from_db()
    assert visit.has_agreed is None


def test_two_clerks_at_once_get_different_numbers(place, clerk):
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        numbers = [visitor(place, clerk).number for _ in range(12)]
    else:

        def one(_):
            try:
                return visitor(place, clerk).number
            finally:
                connection.close()

        with ThreadPoolExecutor(4) as pool:
            numbers = list(pool.map(one, range(12)))
    assert sorted(numbers) == list(range(1, 13))


def test_only_hours_in_which_the_study_calls_are_offered(place):
    study = place.study
    assert actions.hours_at(study) == tuple(actions.HOURS)
    study.rules = {"legal": [{"from": "09:00", "to": "17:00", "days": [0, 1, 2, 3, 4]}]}
    assert actions.hours_at(study) == ("morning", "day")
