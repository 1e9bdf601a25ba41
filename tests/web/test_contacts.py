"""Contacts: numbers made alike, sealed, taken once, never against the do-not-call list."""

from __future__ import annotations

import pytest

from atbalss_web.accounts.models import Organisation
from atbalss_web.cases.contacts import (
    Refusal,
    normalised,
    open_contact,
    open_note,
    phone_hash,
    seal_note,
    spaced,
)
from atbalss_web.cases.invitations import add_case, add_contact, bar, bar_case
from atbalss_web.cases.models import Case, Contact, DoNotCall
from atbalss_web.events.models import Event

from .conftest import NOW


@pytest.mark.parametrize(
    "typed",
    ["29123456", " +371 29 123 456 ", "00371-29123456", "(371) 29123456", "\u202a29123456\u202c"],
)
def test_numbers_are_made_alike(typed):
    assert normalised(typed) == "+37129123456"
    assert spaced("+37129123456") == "+371 29 123 456"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "phone-missing"),
        ("\0 ", "phone-missing"),
        ("112", "phone-impossible"),
        ("2912345", "phone-impossible"),
        ("29abc456", "phone-impossible"),
        ("29123456 ext 5", "phone-impossible"),
        ("29123456;12", "phone-impossible"),
        ("=1+29123456", "phone-impossible"),
        ("<script>29123456", "phone-impossible"),
        ("2" * 10000, "phone-impossible"),
        ("90000000", "phone-dear"),
    ],
)
def test_impossible_numbers_are_refused(typed, why):
    with pytest.raises(Refusal, match=why):
        normalised(typed)


def test_contacts_are_sealed_and_open_again(version):
    person = {"name": "Jānis Zīmīgs", "phone": "29 123 456", "note": "zvanīt\0 pēc <b>\n5"}
    case = add_contact(version.study, person, NOW, lang="lv")
    assert open_contact(case) == {
        "name": "Jānis Zīmīgs",
        "phone": "+37129123456",
        "email": "",
        "note": "zvanīt pēc <b> 5",
    }
    box = bytes(Contact.objects.get().sealed)
    assert b"29123456" not in box and "Zīmīgs".encode() not in box
    assert case.ready_at == NOW and add_case(version.study, NOW, is_called=False).ready_at is None
    note = seal_note(version.study, "Runāja Jānis")
    assert open_note(version.study_id, note) == "Runāja Jānis" and b"Runa" not in note
    assert seal_note(version.study, " \0") is None and open_note(version.study_id, None) == ""


def test_a_number_is_taken_once_a_study(version):
    add_contact(version.study, {"phone": "29123456"}, NOW)
    with pytest.raises(Refusal, match="number-known"):
        add_contact(version.study, {"phone": "+371 29123456"}, NOW)
    assert Case.objects.count() == Contact.objects.count() == 1


def test_numbers_that_are_not_to_be_called(version, organisation):
    study = version.study
    case = add_contact(study, {"phone": "29123456"}, NOW)
    assert bar_case(case, "asked", NOW) == 1
    assert bar(organisation, "29123456", "asked", NOW) == 0
    assert bar(organisation, "29123457", "asked", NOW) == 0
    case.refresh_from_db()
    assert case.is_barred and DoNotCall.objects.count() == 2
    with pytest.raises(Refusal, match="number-barred"):
        add_contact(study, {"phone": "29123457"}, NOW)
    other = Organisation.objects.create(name="Cita", slug="cita")
    assert phone_hash(other, "+37129123457") != phone_hash(organisation, "+37129123457")
    assert not [row for row in Event.objects.all() if "2912345" in str(row.__dict__)]


def test_a_destroyed_key_seals_and_opens_nothing(version):
    study = version.study
    case = add_contact(study, {"phone": "29123456"}, NOW)
    study.data_key, study.destroyed = None, NOW
    study.save()
    with pytest.raises(Refusal, match="contacts-destroyed"):
        open_contact(Case.objects.get(pk=case.pk))
    with pytest.raises(Refusal, match="contacts-destroyed"):
        add_contact(study, {"phone": "29123457"}, NOW)
