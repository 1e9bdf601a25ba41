"""How to reach a person: telephone numbers made alike, contact data sealed with the study's key."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

import phonenumbers
from django.db import transaction
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from atbalss_web.accounts.models import Organisation
from atbalss_web.accounts.seal import keyed_hash, new_key, opened, sealed, unwrapped
from atbalss_web.cases.models import Case
from atbalss_web.studies.models import Study

FIELDS = ("name", "phone", "email", "note")
LONGEST = {"name": 200, "phone": 20, "email": 254, "note": 1000}
_DEAR = (PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST)
_UNSEEN = re.compile(r"[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


class Refusal(ValueError):  # noqa: N818 - nothing went wrong: the contact is not to be taken
    """Why a contact cannot be taken; `key` names the sentence in the catalogue of words."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def cleaned(text: str, longest: int) -> str:
    """Typed text without characters that cannot be seen, on one line, cut at `longest`."""
    return " ".join(_UNSEEN.sub(" ", text[: longest * 2]).split())[:longest]


def normalised(phone: str, region: str = "LV") -> str:
    """A telephone number as E.164 (+37129123456); Refusal where no such number can exist.

    Numbers that cost the caller more, extensions and letters are refused.
    """
    text = _UNSEEN.sub("", phone).strip()
    if not text:
        raise Refusal("phone-missing")
    if len(text) > 40 or re.search(r"[^\W\d_]", text):
        raise Refusal("phone-impossible")
    try:
        number = phonenumbers.parse(text, region)
    except NumberParseException:
        raise Refusal("phone-impossible") from None
    if not phonenumbers.is_valid_number(number) or number.extension:
        raise Refusal("phone-impossible")
    if phonenumbers.number_type(number) in _DEAR:
        raise Refusal("phone-dear")
    return phonenumbers.format_number(number, PhoneNumberFormat.E164)


def spaced(e164: str) -> str:
    """A number as people read it: +371 29 123 456."""
    number = phonenumbers.parse(e164, None)
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def phone_hash(organisation: Organisation | int, e164: str) -> str:
    """The keyed hash by which an organisation knows a number again without reading it."""
    return keyed_hash(f"phone|{getattr(organisation, 'pk', organisation)}", e164)


def data_key(study: Study) -> bytes:
    """The key that seals a study's contacts, made on first use; Refusal once it was destroyed."""
    with transaction.atomic():
        row = Study.objects.select_for_update(no_key=True).get(pk=study.pk)
        if row.destroyed is not None:
            raise Refusal("contacts-destroyed")
        if row.data_key is None:
            row.data_key = new_key()
            row.save(update_fields=["data_key"])
    study.data_key = row.data_key
    return unwrapped(row.data_key)


def _kept_key(study_id: int) -> bytes:
    """The key of a study for reading, asked of the database each time: it may be destroyed."""
    wrapped = Study.objects.values_list("data_key", flat=True).get(pk=study_id)
    if wrapped is None:
        raise Refusal("contacts-destroyed")
    return unwrapped(wrapped)


def seal_contact(study: Study, values: Mapping[str, str]) -> bytes:
    """Name, phone, email and note of a person, sealed with the study's data key."""
    kept = {name: cleaned(values.get(name, ""), LONGEST[name]) for name in FIELDS}
    content = {name: text for name, text in kept.items() if text}
    return sealed(json.dumps(content, ensure_ascii=False).encode(), data_key(study))


def open_contact(case: Case, study: Study | None = None) -> dict[str, str]:
    """Name, phone, email and note of a case ("" where unknown); `Contact.DoesNotExist` if erased.

    Refusal once the study's key was destroyed. `study` is its row, if it was read just now.
    """
    if study is not None and study.data_key is None:
        raise Refusal("contacts-destroyed")
    key = _kept_key(case.study_id) if study is None else unwrapped(bytes(study.data_key))
    content = json.loads(opened(bytes(case.contact.sealed), key))
    return {name: content.get(name, "") for name in FIELDS}


def seal_note(study: Study, text: str) -> bytes | None:
    """A note of a call, sealed; None for an empty one."""
    text = text.replace("\0", "")[:5000].strip()
    return sealed(text.encode("utf-8", "replace"), data_key(study)) if text else None


def open_note(study_id: int, note: bytes | None) -> str:
    """A sealed note; "" where there is none, or its key was destroyed."""
    if not note:
        return ""
    try:
        return opened(bytes(note), _kept_key(study_id)).decode()
    except Refusal:
        return ""
