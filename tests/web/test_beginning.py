"""From nothing to a study in the field: organisation, administrator, `field.yaml`."""

from __future__ import annotations

import argparse
import shutil
from datetime import time

import pytest
from django.test import Client

from atbalss.problems import Refused
from atbalss.study.about import SampleKind
from atbalss_web import beginning
from atbalss_web.accounts.models import Centre, Organisation, User
from atbalss_web.studies.fielding import put_in_field
from atbalss_web.studies.models import QuotaCell, Study
from atbalss_web.studies.queries import invitation_rule, rules_of, sample_kind_of

from .conftest import NOW, STUDIES


@pytest.fixture
def folder(tmp_path):
    target = tmp_path / "vpvkac"
    shutil.copytree(STUDIES / "vpvkac", target, ignore=shutil.ignore_patterns(".*", "waves"))
    return target


def edited(folder, before, after):
    file = folder / "field.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


def test_an_administrator_begins_and_must_change_the_password(db, monkeypatch, capsys):
    monkeypatch.setattr(beginning, "set_up", lambda _: None)
    asked = argparse.Namespace(
        name="Pētnieki", slug="petnieki", administrator="anna", data=None, ui="lv"
    )
    assert beginning.begin(asked) == 0
    told = capsys.readouterr().out
    password = told.split("vienreizējā parole: ")[1].split(".")[0]
    client = Client()
    client.post("/login/", {"username": "anna", "password": password})
    assert client.get("/").headers["Location"] == "/account/password/"
    assert beginning.begin(asked) == 1 and User.objects.count() == 1
    asked.slug = "cita"
    assert beginning.begin(asked) == 1 and Organisation.objects.count() == 1


def test_a_folder_is_put_into_the_field_and_changed(organisation, folder, monkeypatch, capsys):
    monkeypatch.setattr(beginning, "set_up", lambda _: None)
    asked = argparse.Namespace(study=folder, organisation="instituts", data=None, ui="lv")
    assert beginning.field(asked) == 0 and "anketas versija 1" in capsys.readouterr().out
    study = Study.objects.get()
    assert study.is_open and study.retention.year == 2027 and study.data_key is not None
    assert study.consent["version"] == "1" and "Piekrītu" in study.consent["text"]["lv"]
    rules = rules_of(study).calls
    assert rules.legal[0].end == time(20) and len(rules.holidays) == 2
    assert sample_kind_of(study) is SampleKind.PROBABILITY
    assert [invitation_rule(item).k for item in study.centres.order_by("centre__code")] == [3, 1]
    QuotaCell.objects.filter(name="men").update(done=10)
    edited(folder, "target: 300}\n\nrules", "target: 320}\n\nrules")
    edited(folder, "open: yes", "open: no")
    put_in_field(folder, organisation, NOW)
    study.refresh_from_db()
    cell = study.quotas.get(name="men")
    assert (cell.done, cell.target, study.is_open) == (10, 320, False)
    assert study.versions.count() == 1 and Centre.objects.count() == 2
    asked.organisation = "nav"
    assert beginning.field(asked) == 1


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("cell: {d_sex: male}", "cell: {d_sex: robot}", "folder-quota-cell", 22),
        ("code: saldus", "code: ogre", "folder-twice", 18),
        ("mode: everybody", "mode: nobody", "folder-choice", 18),
        ("zone: Europe/Riga", "zone: Mars/Base", "fieldwork-zone", 25),
        ('to: "20:00"', 'to: "08:00"', "fieldwork-hours", 27),
        ("max_attempts: 8", "max_atempts: 8", "folder-unknown-key", 32),
    ],
)
def test_what_is_wrong_is_told_and_nothing_changed(organisation, folder, before, after, code, line):
    edited(folder, before, after)
    with pytest.raises(Refused) as refused:
        put_in_field(folder, organisation, NOW)
    found = refused.value.problems[0]
    assert (found.code, found.where.line) == (code, line)
    assert not Study.objects.exists() and not Centre.objects.exists()


def test_a_folder_without_the_file_says_so(organisation, folder):
    (folder / "field.yaml").unlink()
    with pytest.raises(Refused) as refused:
        put_in_field(folder, organisation, NOW)
    assert refused.value.problems[0].code == "folder-no-fielding"


def test_the_site_is_begun_with_the_word_for_what_is_wrong(db, capsys):
    from argparse import Namespace

    from atbalss_web.beginning import begin

    def told(slug: str, user: str) -> str:
        asked = Namespace(name="Dome", slug=slug, administrator=user, ui="lv", data=None)
        assert begin(asked) == 1
        return capsys.readouterr().err

    asked = Namespace(name="Dome", slug="dome", administrator="anna", ui="lv", data=None)
    assert begin(asked) == 0
    assert "„a b“ neder" in told("a b", "x")
    assert "„z z“ ir nederīgas" in told("x", "z z")
    assert "„dome“ jau ir" in told("dome", "x")
    assert "„anna“ jau ir aizņemts" in told("x", "anna")
