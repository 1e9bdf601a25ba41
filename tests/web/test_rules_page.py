"""The page of a study's rules: shown in words, changed under the same checks, told in the log."""

from __future__ import annotations

from datetime import date

import pytest
from django.http import QueryDict
from django.test import Client
from django.utils.html import escape

from atbalss.fieldwork.calls import CallRules
from atbalss.fieldwork.rules import read_rules
from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Centre, Role
from atbalss_web.board import ruling
from atbalss_web.board.rule_form import wanted_of
from atbalss_web.cases.models import Attempt, Case
from atbalss_web.events.models import Event
from atbalss_web.studies.models import QuotaCell, StudyCentre
from atbalss_web.studies.queries import rules_of

from .conftest import NOW
from .field import in_field, interviewer
from .walk import Page

LEGAL = [{"from": "00:00", "to": "23:59", "days": list(range(7))}]


@pytest.fixture
def study(version):
    made = in_field(version, 2)
    made.rules = {"legal": LEGAL, "preset": "named"}
    made.save()
    centre = Centre.objects.create(organisation=made.organisation, code="ogre", name="Ogre")
    StudyCentre.objects.create(study=made, centre=centre, mode="every_kth", k=3, start=2)
    QuotaCell.objects.create(
        study=made, name="women", cell=[["d_sex", "female"]], target=10, done=4
    )
    return made


def client(study, role):
    made = Client()
    made.force_login(add_person(role, "x", study.organisation, role, check=False))
    return made


def form_of(client, study, lang="lv"):
    where = f"/board/{study.pk}/rules/"
    page = Page(where, client.get(f"{where}?lang={lang}").content.decode())
    form = next(form for form in page.forms if "seen" in form.fields)
    days = {key: "on" for key in form.fields if key.startswith("day-0-")}
    other = {key for key in form.fields if key.startswith("day-")}
    fields = {key: value for key, value in form.fields.items() if key not in other}
    (mode,) = (key for key in fields if key.startswith("mode-"))
    return where, fields | days | {mode: "every_kth", "e": "", "spread": "yes"}


def test_a_supervisor_changes_rules_and_the_next_hand_out_follows(study):
    case = Case.objects.filter(study=study).first()
    caller = interviewer(study, "zvana")
    Attempt.objects.create(case=case, at=NOW, ended=NOW, code="3.13", by=caller, once="1")
    chief = client(study, Role.SUPERVISOR)
    where, form = form_of(chief, study)
    assert chief.post(where, form).headers["Location"] == where  # nothing to change
    assert not Event.objects.filter(name=ruling.CHANGED).exists()
    k = next(key for key in form if key.startswith("k-"))
    target = next(key for key in form if key.startswith("target-"))
    sent = form | {"max_attempts": "1", "delay-3.13": "15", "complete": "90", k: "5", target: "12"}
    assert chief.post(where, sent | {"holidays": "2026-12-24\n2026-12-25"}).status_code == 303
    study.refresh_from_db()
    rules = rules_of(study)
    assert (rules.calls.max_attempts, rules.calls.delay("3.13")) == (1, 15)
    assert rules.thresholds.complete == 0.9 and date(2026, 12, 24) in rules.calls.holidays
    assert (study.centres.get().k, study.quotas.get().target) == (5, 12)
    case.refresh_from_db()
    assert case.ready_at is None, "its one attempt was made"
    changes = {
        what: (old, new)
        for what, old, new in Event.objects.get(name=ruling.CHANGED).data["changes"]
    }
    assert changes["max_attempts"] == (None, 1) and changes["quota women"] == (10, 12)
    assert changes["centre ogre"] == (["every_kth", 3, 2], ["every_kth", 5, 2])
    shown = chief.get(where).content.decode()
    there = chief.get(f"{where}?done=1&lang=ru").content.decode()
    assert 'href="?done=1&amp;lang=en"' in there, "another language, the same page"
    assert "ne vairāk kā 1" in shown and "supervisor" in shown and "24.12.2026" in shown


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("max_attempts", "desmit", "fieldwork-number"),
        ("max_per_day", "0", "fieldwork-number"),
        ("zone", "Mars/Base", "fieldwork-zone"),
        ("to-0", "00:00", "fieldwork-hours"),
        ("holidays", "24.12.2026", "fieldwork-day"),
        ("first_day", "2027-01-01", "fieldwork-days"),
        ("complete", "30", "fieldwork-thresholds"),
        ("delay-3.13", "-5", "fieldwork-number"),
        ("target", "3", "fieldwork-quota"),
        ("k", "1", "fieldwork-invite"),
    ],
)
def test_what_makes_no_sense_is_told_and_nothing_changed(study, field, value, code):
    chief = client(study, Role.SUPERVISOR)
    where, form = form_of(chief, study)
    field = next(key for key in form if key == field or key.startswith(f"{field}-"))
    form |= {field: value, "last_day": "2026-12-31"}
    typed = QueryDict(mutable=True)
    typed.update(form)
    (fault,) = ruling.faults_of(study, wanted_of(study, typed))
    found, before = chief.post(where, form), study.rules
    text = found.content.decode()
    assert (found.status_code, fault.code) == (422, code)
    assert fault.remedy("lv") in text and escape(value) in text, "what was typed stays"
    study.refresh_from_db()
    assert study.rules == before


def test_who_may_and_who_comes_second(study):
    chief, reader = client(study, Role.SUPERVISOR), client(study, Role.ANALYST)
    where, form = form_of(chief, study)
    assert chief.post(where, form | {"max_attempts": "5"}).status_code == 303
    late = chief.post(where, form | {"max_attempts": "6"})
    study.refresh_from_db()
    assert late.status_code == 409 and study.rules["max_attempts"] == 5
    text = reader.get(where).content.decode()
    assert "ne vairāk kā 5" in text and '<form method="post"><input' not in text
    assert reader.post(where, form).status_code == 403
    assert client(study, Role.INTERVIEWER).get(where).status_code == 403


def test_rules_are_read_once_for_file_site_and_page():
    made, problems = read_rules(
        {"max_attempts": 3, "classes": {"2.34": "NC"}, "delays": {"3.13": 5}}
    )
    assert problems == [] and made.calls.max_attempts == 3 and made.classes["2.34"] == "NC"
    wrong = {
        "delays": {"9.99": 5}, "preset": "x", "classes": {"2.34": "Q"}, "e": "maybe", "legal": [],
        "spread": "no", "holidays": 5, "silent_days": True, "thresholds": {"complete": "x"},
    }  # fmt: skip
    made, problems = read_rules(wrong)
    assert {item.where.column for item in problems} == set(wrong)
    assert made.calls.max_attempts == 8 and made.calls.delay("3.13") == CallRules().delay("3.13")
