"""Forgetting and keeping: retention, erasure, the register, backups; nothing personal elsewhere."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import zipfile
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import get_resolver
from django.utils import timezone

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Role
from atbalss_web.cases.contacts import open_contact, open_note, seal_note
from atbalss_web.cases.invitations import add_contact, bar_case
from atbalss_web.cases.models import Attempt, Case, Consent, Contact, DoNotCall, Erasure
from atbalss_web.cases.privacy import withdraw
from atbalss_web.desk import actions
from atbalss_web.events.models import Event
from atbalss_web.jobs.backup import BadBackup, backup, restore
from atbalss_web.jobs.retention import keep_to_dates
from atbalss_web.runner.actions import start
from atbalss_web.runner.models import Interview
from atbalss_web.runner.privacy import erase
from atbalss_web.studies.models import Study

from .conftest import NOW
from .test_desk import GOOD, clerk, place, posted  # noqa: F401 - fixtures

NAME, PHONE = "Zigfrīds Īpašvārdiņš", "+37126543219"
MARKS = ("Īpašvārdiņš", "26543219", "26 543 219")


@pytest.fixture
def case(version, place, clerk):  # noqa: F811
    """A person with all that is kept of one."""
    study = version.study
    visit = actions.count_visitor(place, "", timezone.now(), clerk)
    shown = actions.consent_of(visit.study, "lv")
    made = actions.agree(visit, shown, timezone.now(), clerk, phone=PHONE, name=NAME)
    Attempt.objects.create(
        case=made, at=NOW, ended=NOW, code="2.112", note=seal_note(study, NAME), once="a"
    )
    start(version, NOW, lang="lv", mode="phone", case=made)
    Interview.objects.update(record={"answers": {"positives": NAME}}, code="1.2")
    return made


def test_retention_destroys_what_old_backups_would_need(case, tmp_path):
    keys, old = tmp_path / "keys.json", tmp_path / "old.zip"
    backup(old, keys, NOW)
    assert keep_to_dates(keys, NOW) == {}
    Study.objects.update(retention=date(2026, 10, 5))
    done = keep_to_dates(keys, NOW)
    assert list(done.values()) == [{"contacts": 1, "notes": 1, "keys": 1}]
    assert keep_to_dates(keys, NOW) == {} and json.loads(keys.read_text()) == {}
    assert Contact.objects.count() == 0 and Study.objects.get().data_key is None
    assert open_note(case.study_id, b"x" * 40) == ""
    assert Event.objects.get(name="contacts-destroyed").data["contacts"] == 1
    restore(old, keys, NOW, force=True)
    assert Contact.objects.count() == 0 and Study.objects.get().destroyed is not None
    note = Attempt.objects.get().note
    assert note and open_note(case.study_id, note) == ""


def test_erasing_a_person_leaves_code_and_proof(case):
    bar_case(case, "asked", NOW)
    proof = erase(case, "on request", None, NOW)
    gone = dict(proof.counts)
    assert gone.pop("answers") >= 1
    assert gone == {"contacts": 1, "notes": 1, "appointments": 0, "consents": 1}
    assert erase(case, "again", None, NOW) == proof
    case.refresh_from_db()
    assert (case.code, case.is_closed, case.erased, case.sample) == ("1.2", True, NOW, {})
    assert Interview.objects.count() == Contact.objects.count() == Consent.objects.count() == 0
    assert DoNotCall.objects.count() == 1 and Erasure.objects.count() == 1


def test_the_register_and_requests(case, organisation):
    chief = add_person("vad", GOOD, organisation, Role.SUPERVISOR)
    client = Client()
    client.force_login(chief, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/privacy/{case.study_id}/"
    assert client.get("/privacy/").status_code == 200
    page = client.get(address).content.decode()
    assert "Īpašvārdiņš" not in page and "26543219" not in page
    for what, phone in (("withdraw", "26543218"), ("withdraw", PHONE), ("bar", PHONE)):
        done = client.post(address, {"who": phone, "what": what})
        assert done.status_code == 303 and "2654" not in done.headers["Location"]
    assert Consent.objects.get().withdrawn is not None
    assert client.post(address, {"who": "<script>", "what": "erase"}).status_code == 422
    assert client.post(address, {"who": PHONE, "what": "x" * 9999}).status_code == 303
    assert client.post(address, {"who": PHONE, "what": "erase", "bar": "1"}).status_code == 303
    assert Erasure.objects.count() == 1 and DoNotCall.objects.count() == 1
    assert (
        client.post(address, {"who": PHONE, "what": "erase"})
        .headers["Location"]
        .endswith("person-unknown")
    )
    assert client.get(address).status_code == 200


def test_a_backup_comes_back_whole(case, tmp_path):
    keys, file = tmp_path / "keys.json", tmp_path / "b.zip"
    withdraw(case, NOW, None)
    counts = backup(file, keys, NOW)
    assert counts["cases.case"] == 1 and file.stat().st_mode & 0o077 == 0
    events = list(Event.objects.order_by("id").values())
    with pytest.raises(BadBackup, match="not-empty"):
        restore(file, keys, NOW)
    add_contact(case.study, {"phone": "26543218"}, NOW)
    assert restore(file, keys, NOW, force=True) == counts
    found = Case.objects.get()
    assert open_contact(found) == {"name": NAME, "phone": PHONE, "email": "", "note": ""}
    assert open_note(found.study_id, Attempt.objects.get().note) == NAME
    assert list(Event.objects.order_by("id").values()) == events
    assert add_contact(found.study, {"phone": "26543218"}, NOW).pk > found.pk
    erase(found, "on request", None, NOW + timedelta(days=1))
    restore(file, keys, NOW + timedelta(days=2), force=True)
    assert Contact.objects.count() == 0 and Case.objects.get().erased is not None


def test_damaged_or_foreign_backups_are_refused(case, tmp_path):
    keys, file, bad = tmp_path / "keys.json", tmp_path / "b.zip", tmp_path / "bad.zip"
    backup(file, keys, NOW)
    with zipfile.ZipFile(file) as box:
        rows, about = box.read("rows.jsonl"), json.loads(box.read("manifest.json"))
    newer = about | {"migrations": ["cases.9999_later"]}
    for why, manifest, content in (
        ("damaged", about, rows.replace(b"2.112", b"1.1", 1)),
        ("newer", newer, rows),
        ("newer", about | {"format": 2}, rows),
    ):
        with zipfile.ZipFile(bad, "w") as box:
            box.writestr("rows.jsonl", content)
            box.writestr("manifest.json", json.dumps(manifest))
        with pytest.raises(BadBackup, match=why):
            restore(bad, keys, NOW, force=True)
    bad.write_bytes(file.read_bytes()[:500])
    with pytest.raises(BadBackup, match="no-backup"):
        restore(bad, keys, NOW, force=True)
    assert Case.objects.count() == 1


def test_nothing_personal_leaks(case, clerk, place, organisation, tmp_path, caplog):  # noqa: F811
    caplog.set_level(logging.DEBUG)
    Interview.objects.update(record={"answers": {}})
    keys, file = tmp_path / "keys.json", tmp_path / "b.zip"
    backup(file, keys, NOW)
    with zipfile.ZipFile(file) as box:
        rows = box.read("rows.jsonl").decode()
    shown = [rows, json.dumps(rows), keys.read_text(), _database()]
    shown += [str(row.__dict__) for row in Event.objects.all()]
    roles = [item for item in Role if item not in (Role.INTERVIEWER,)]
    for role in roles:
        user = add_person(f"p-{role}", GOOD, organisation, role)
        client = Client(raise_request_exception=False)
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        for address in _addresses(case, place):
            shown.append(client.get(address).content.decode("utf-8", "replace"))
    failing = Client(raise_request_exception=False)
    failing.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    visit = actions.count_visitor(place, "", timezone.now(), clerk)
    address = f"/desk/visit/{visit.pk}/agree/"
    page = failing.get(address).content.decode()
    Study.objects.update(data_key=b"broken" * 8)
    done = failing.post(address, posted(page, phone="26543210", name=NAME, confirm="1"))
    assert done.status_code == 500 and "Kaut kas nogāja greizi" in done.content.decode()
    shown += [done.content.decode(), caplog.text]
    for mark in (*MARKS, "26543210"):
        assert not [text[:200] for text in shown if mark in text], mark


def _addresses(case, place):  # noqa: F811
    """Every address of the site that can be opened by what the test has: keys and numbers."""
    from django.urls import NoReverseMatch, reverse

    token = Interview.objects.get(case=case).token
    known = [[], [place.pk], [case.study_id], [case.pk], [case.key], [case.visit_id], [token]]
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str)}
    found = set()
    for name in names:
        for arguments in known:
            try:
                found.add(reverse(name, args=arguments))
            except NoReverseMatch:
                continue
    return sorted(found)


def _database() -> str:
    """Every row of every table but Contact, as text."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table == Contact._meta.db_table:
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            found += [str([_plain(value) for value in row]) for row in cursor.fetchall()]
    return "\n".join(found)


def _plain(value):
    if isinstance(value, (bytes, memoryview)):
        return bytes(value).decode("utf-8", "replace")
    return value


def test_backup_restore_and_retention_as_commands(tmp_path):
    environment = os.environ | {"ATBALSS_DATA": str(tmp_path / "d"), "DATABASE_URL": ""}

    def run(*words):
        command = [sys.executable, "-m", "atbalss", "--ui", "en", *words]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert "No study" in run("site", "retention").stdout
    file = str(tmp_path / "b.zip")
    assert "0 rows saved" in run("backup", file).stdout
    assert "0 rows restored" in run("restore", file).stdout
    assert run("restore", str(tmp_path / "none.zip")).returncode == 1
