"""A database that is busy, restarting or gone: a short page, and nothing that was typed is lost."""

from __future__ import annotations

import html
import re
from contextlib import closing, contextmanager
from itertools import cycle

from django.db import OperationalError, connection, connections, transaction
from django.test import Client
from django.urls import resolve

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Role, User
from atbalss_web.cases.models import Attempt, Case, Contact, Visit
from atbalss_web.codingdesk.models import Decision
from atbalss_web.runner.models import Step
from atbalss_web.studies.models import StudyCentre

from .coded import answered, somebody, task_of
from .conftest import NOW
from .field import PASSWORD, in_field, interviewer
from .test_runner import filled
from .test_site import client_of
from .two import seed
from .walk import addresses

SAID = {
    "lv": "Serveris šobrīd ir aizņemts",
    "en": "The server is busy",
    "ru": "Сервер сейчас занят",
}


@contextmanager
def gone(after: int = 0, times: int = 10_000):
    """No statement reaches the database once `after` of them have; `times` of them fail."""
    left = [after, times]

    def refuse(execute, sql, params, many, context):
        if left[0]:
            left[0] -= 1
        elif left[1]:
            left[1] -= 1
            raise OperationalError("server closed the connection unexpectedly")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield


@contextmanager
def held(table: str):
    """Somebody else writes and does not let go; the site waits for a moment only."""
    if connection.vendor == "postgresql":
        import psycopg

        told = connection.settings_dict["OPTIONS"]
        where = connection.get_connection_params()
        for name in ("cursor_factory", "context"):
            where.pop(name, None)
        with closing(psycopg.connect(**where)) as other, other.transaction(force_rollback=True):
            other.execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
            connection.settings_dict["OPTIONS"] = told | {"options": "-c lock_timeout=100ms"}
            connection.close()
            yield
        connection.settings_dict["OPTIONS"] = told
        connection.close()
        return
    import sqlite3

    told = connection.settings_dict["OPTIONS"]
    name = connections["default"].settings_dict["NAME"]
    with closing(sqlite3.connect(name, uri=True, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        connection.settings_dict["OPTIONS"] = told | {"timeout": 0.1}
        try:
            yield
        finally:
            connection.settings_dict["OPTIONS"] = told
            other.rollback()


def is_busy(answer, lang: str = "lv") -> str:
    """The page's text, once it was seen to be the short page in a language."""
    text = answer.content.decode()
    assert answer.status_code == 503 and int(answer.headers["Retry-After"]) > 0, answer
    assert SAID[lang] in text and f'lang="{lang}"' in text
    assert "Traceback" not in text and "OperationalError" not in text
    return text


def sent_again(client: Client, text: str, answer):
    """What the button on the page sends."""
    names = re.findall(r'<textarea name="([^"]*)" hidden>\n(.*?)</textarea>', text, re.DOTALL)
    where = html.unescape(re.search(r'<form method="post" action="([^"]*)">', text)[1])
    data: dict[str, list[str]] = {}
    for name, value in names:
        data.setdefault(html.unescape(name), []).append(html.unescape(value))
    return client.post(where, data)


def test_every_page_of_every_room_is_the_short_page(db):
    """No address shows a bare fault when the database goes, at once or in the middle of a page."""
    found = seed("viens", 1)
    who = {"desk": "clerk", "callroom": "interviewer", "codingdesk": "coder"}
    clients = {role: client_of(found, role) for role in ("supervisor", *who.values())}
    one_each = {resolve(where).url_name: (where, room) for where, room in addresses()}
    seen, turn = set(), cycle(SAID)
    for where, room in one_each.values():
        client = clients[who.get(room, "supervisor")]
        for after in (0, 3):
            client.cookies["lang"] = lang = next(turn)
            with gone(after):
                answer = client.get(where)
            if answer.status_code >= 500:
                is_busy(answer, lang)
                seen.add((room, after))
    rooms = ("callroom", "desk", "board", "codingdesk", "press", "lists")
    assert seen >= {(room, after) for room in rooms for after in (0, 3)}


def test_a_call_ended_while_the_database_is_busy_is_entered_once(version, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    study = in_field(version)
    client = Client()
    client.force_login(interviewer(study, "anna"))
    with held("cases_case"):
        text = is_busy(client.post("/calls/next/", {"study": study.pk}))
    lease = sent_again(client, text, None).headers["Location"]
    note = '\nviņa teica: "<zvaniet> vēlāk & ilgāk"\nrīt'
    with held("cases_case"):
        text = is_busy(client.post(f"{lease}end/", {"code": "3.13", "note": note}))
    for _ in range(2):
        assert sent_again(client, text, None).status_code == 303
    made = Attempt.objects.get()
    assert made.code == "3.13" and made.note is not None
    assert Case.objects.get(pk=made.case_id).n_attempts == 1


def test_an_agreement_at_the_counter_is_saved_once(version, organisation):
    study = in_field(version, 0)
    study.consent = {"version": "3", "text": {"lv": "Piekrītu sarunai."}}
    study.save()
    centre = Centre.objects.create(organisation=organisation, code="ogre", name="Ogre")
    place = StudyCentre.objects.create(study=study, centre=centre, mode="everybody")
    client = Client()
    client.force_login(add_person("ieva", PASSWORD, organisation, Role.CLERK, centre=centre))
    with held("cases_visit"):
        text = is_busy(client.post(f"/desk/{place.pk}/", {"once": "viens-pieskariens"}))
    for _ in range(2):
        where = sent_again(client, text, None).headers["Location"]
    assert Visit.objects.count() == 1
    form = client.get(f"{where}agree/").content.decode()
    digest = re.search(r'name="digest" value="([^"]+)"', form)[1]
    typed = {"digest": digest, "client": "lv", "phone": "29 123 456", "name": "Jānis & Co"}
    typed |= {"hours": ["morning", "evening"], "confirm": "1"}
    with held("cases_contact"):
        text = is_busy(client.post(f"{where}agree/", typed))
    for _ in range(2):
        assert sent_again(client, text, None).status_code == 303
    assert Contact.objects.count() == 1 and Visit.objects.get().has_agreed


def test_a_code_given_while_the_database_is_busy_is_one_decision(version, organisation):
    answered(version, 6)
    row = task_of(version, "positives")
    client = Client()
    client.force_login(somebody("koda", organisation))
    where = client.post(f"/coding/{row.pk}/next/").headers["Location"]
    page = client.get(where).content.decode()
    data = {
        name: html.unescape(value)
        for name, value in re.findall(r'name="(step|mark)" value="([^"]*)"', page)
    } | {"codes0": "kind_attitude"}
    with held("codingdesk_decision"):
        text = is_busy(client.post(where, data))
    for _ in range(2):
        assert sent_again(client, text, None).status_code < 500
    assert Decision.objects.count() == 1


def test_a_commit_of_which_nobody_knows_is_no_second_attempt(version, monkeypatch):
    """The server dies after it has committed, before it could say so."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    study = in_field(version)
    client = Client()
    client.force_login(interviewer(study, "anna"))
    lease = client.post("/calls/next/", {"study": study.pk}).headers["Location"]
    commit = connection._commit

    def forgotten():
        commit()
        raise OperationalError("server closed the connection unexpectedly")

    with monkeypatch.context() as patched:
        patched.setattr(connection, "_commit", forgotten)
        text = is_busy(client.post(f"{lease}end/", {"code": "3.13"}))
    assert Attempt.objects.count() == 1
    assert sent_again(client, text, None).status_code == 303
    assert Attempt.objects.count() == 1


def test_a_connection_that_died_is_opened_again_unseen(version, monkeypatch):
    """After a restart of PostgreSQL the first thing that anybody sends is taken at once."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    study = in_field(version)
    client = Client()
    client.force_login(interviewer(study, "anna"))
    with gone(times=1):
        answer = client.post("/calls/next/", {"study": study.pk})
    lease = answer.headers["Location"]
    assert answer.status_code == 303 and lease != "/calls/"
    with gone(times=1):
        assert client.get(lease).status_code == 200
    with gone(after=6, times=1):  # something is written already: the person decides
        text = is_busy(client.post(f"{lease}end/", {"code": "3.13"}))
    assert sent_again(client, text, None).status_code == 303
    assert Attempt.objects.count() == 1


def test_an_interview_by_telephone_goes_on_after_it(version, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    study = in_field(version)
    client = Client()
    client.force_login(interviewer(study, "anna"))
    lease = client.post("/calls/next/", {"study": study.pk}).headers["Location"]
    where = client.post(f"{lease}begin/").headers["Location"]
    data = filled(client.get(where).content.decode()) | {"note": "klausās suni"}
    with gone():
        is_busy(client.get(where))
        text = is_busy(client.post(where, data))
    with gone(after=2, times=1):
        assert sent_again(client, text, None).status_code == 303
    assert Step.objects.count() == 1


def test_what_is_secret_or_too_much_does_not_stand_on_the_page(version, organisation):
    boss = add_person("vita", PASSWORD, organisation, Role.SUPERVISOR)
    client = Client()
    with gone():
        text = is_busy(client.post("/login/", {"username": "vita", "password": PASSWORD}))
    assert PASSWORD not in text and "<form" not in text
    client.force_login(boss)
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("saraksts.csv", b"telefons\n29123456\n")
    with gone():
        text = is_busy(client.post(f"/lists/{version.study_id}/", {"file": file, "kind": "x"}))
    assert "29123456" not in text and "<form" not in text


def test_our_own_fault_stays_a_fault(version, organisation, monkeypatch):
    """A table that is missing does not come back by waiting."""
    client = Client(raise_request_exception=False)
    client.force_login(add_person("vita", PASSWORD, organisation, Role.SUPERVISOR))

    def amiss(*_):
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM no_such_table")

    monkeypatch.setattr("atbalss_web.board.views.queries.overview", amiss)
    answer = client.get(f"/board/{version.study_id}/")
    assert answer.status_code == 500 and "Kaut kas nogāja greizi" in answer.content.decode()


def test_a_fault_behind_the_page_is_the_short_page_too(version, organisation, monkeypatch):
    """Where no view is asked yet, or the menu of an error's page asks the database."""
    client = Client(raise_request_exception=False)
    client.force_login(add_person("klerks", PASSWORD, organisation, Role.CODER))
    User.objects.get(username="klerks")

    def away(*_):
        raise OperationalError("the database system is starting up")

    monkeypatch.setattr("atbalss_web.accounts.middleware.ways_of", away)
    is_busy(client.get(f"/board/{version.study_id}/"))
