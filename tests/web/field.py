"""A study in the field for tests: cases with invented contacts, and interviewers."""

from __future__ import annotations

from datetime import timedelta

from atbalss_web.accounts.actions import add_person
from atbalss_web.accounts.models import Role, User
from atbalss_web.accounts.seal import new_key
from atbalss_web.cases.contacts import phone_hash, seal_contact
from atbalss_web.cases.models import Case, Contact
from atbalss_web.studies.models import Study, Version

from .conftest import NOW

PASSWORD = "gara-un-droša-parole"


def in_field(version: Version, n: int = 3, **fields: object) -> Study:
    """The study of a version, open, with `n` cases whose contacts are invented."""
    study = version.study
    if study.data_key is None:
        study.data_key = new_key()
    study.is_open, study.is_invented = True, True
    study.script = {"lv": "Labdien! Zvanu no institūta.", "ru": "Добрый день!", "en": "Hello!"}
    study.save()
    for number in range(n):
        add_case(study, number, **fields)
    return study


def add_case(study: Study, number: int, **fields: object) -> Case:
    """A case with an invented contact, ready since yesterday."""
    row = Case.objects.create(
        study=study,
        key=f"k{number:05d}",
        made=NOW - timedelta(days=1),
        **{"lang": "lv", "ready_at": NOW - timedelta(days=1), **fields},
    )
    phone = f"+3712{number:07d}"
    contact = {"name": f"Izdomāta Persona {number}", "phone": phone, "email": "", "note": ""}
    Contact.objects.create(
        case=row,
        sealed=seal_contact(study, contact),
        phone_hash=phone_hash(study.organisation_id, phone),
    )
    return row


def interviewer(study: Study, name: str, **fields: object) -> User:
    """Somebody who calls, in Latvian and Russian."""
    user = add_person(
        name, PASSWORD, study.organisation, Role.INTERVIEWER, langs=("lv", "ru"), check=False
    )
    for key, value in fields.items():
        setattr(user, key, value)
    user.save()
    return user


def generated(n: int) -> list[dict]:
    """The sheets of a questionnaire with n single-choice questions."""
    survey = [["type", "name", "label::Latviešu (lv)"]]
    survey += [["select_one j", f"q{i}", f"Jautājums {i}"] for i in range(n)]
    choices = [["list_name", "name", "label::Latviešu (lv)"], ["j", "a", "Jā"], ["j", "b", "Nē"]]
    return [{"name": "survey", "grid": survey}, {"name": "choices", "grid": choices}]
