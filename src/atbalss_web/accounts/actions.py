"""Logging in, with what slows down guessing; people and their roles."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

import pyotp
from django.conf import settings
from django.contrib.auth import authenticate
from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from atbalss_web.accounts.models import Centre, LoginFailure, Membership, Organisation, Role, User
from atbalss_web.accounts.seal import keyed_hash, opened, sealed
from atbalss_web.events.actions import record

WINDOW = timedelta(minutes=15)
LIMIT_WHO, LIMIT_SOURCE = 5, 30


class Throttled(Exception):  # noqa: N818 - a refusal, no fault
    """Too many failures lately for this name or from this address."""


class NeedsCode(Exception):  # noqa: N818
    """Name and password are right; the second factor is missing or wrong."""


def log_in(name: str, password: str, code: str, source: str, now: datetime) -> User | None:
    """The person whose name and password these are, or None; failures are counted.

    Throttled after 5 failures of a name, or 30 from an address, within 15 minutes. NeedsCode where
    a second factor is set and `code` is not its number of the moment.
    """
    who, where = _hashed("who", name.strip().lower()), _hashed("source", source)
    recent = LoginFailure.objects.filter(at__gt=now - WINDOW)
    if (
        recent.filter(who=who).count() >= LIMIT_WHO
        or recent.filter(source=where).count() >= LIMIT_SOURCE
    ):
        raise Throttled
    user = authenticate(username=name.strip(), password=password)
    if not isinstance(user, User) or not user.is_active:
        LoginFailure.objects.create(at=now, who=who, source=where)
        return None
    if user.totp_key and not second_factor(user, code, now):
        if code:
            LoginFailure.objects.create(at=now, who=who, source=where)
        raise NeedsCode
    LoginFailure.objects.filter(who=who).delete()
    LoginFailure.objects.filter(at__lt=now - WINDOW).delete()
    return user


def second_factor(user: User, code: str, now: datetime) -> bool:
    """Whether a code is the number of the moment, or a recovery code; neither works twice."""
    typed = code.replace(" ", "").replace("-", "").lower()
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        step = matching_step(opened(bytes(user.totp_key or b"")).decode(), typed, now)
        if step > user.totp_last:
            user.totp_last = step
            user.save(update_fields=["totp_last"])
            return True
        found = keyed_hash(f"recovery|{user.pk}", typed)
        if found in user.recovery:
            user.recovery = [item for item in user.recovery if item != found]
            user.save(update_fields=["recovery"])
            record("recovery-used", now, actor=user, subject=str(user.pk), left=len(user.recovery))
            return True
    return False


def matching_step(secret: str, code: str, now: datetime) -> int:
    """The half-minute whose number `code` is, this one or a neighbour; -1 if it is none's."""
    clock = pyotp.TOTP(secret)
    for offset in (0, -1, 1):
        moment = now + timedelta(seconds=30 * offset)
        if hmac.compare_digest(clock.at(moment), code if code.isascii() else ""):
            return clock.timecode(moment)
    return -1


def _hashed(kind: str, value: str) -> str:
    key = settings.SECRET_KEY.encode()
    return hmac.new(key, f"login|{kind}|{value}".encode(), hashlib.sha256).hexdigest()


def add_person(
    name: str,
    password: str,
    organisation: Organisation,
    role: Role,
    *,
    centre: Centre | None = None,
    lang: str = "lv",
    langs: tuple[str, ...] = ("lv",),
    skills: tuple[str, ...] = (),
    check: bool = True,
) -> User:
    """A person with a role; a person who is there gets one role more. ValidationError if weak."""
    with transaction.atomic():
        user = User.objects.filter(username=name).first()
        if user is None:
            user = User(username=name, lang=lang, langs=list(langs), skills=list(skills))
            if check:
                validate_password(password, user)
            user.set_password(password)
            user.save()
        Membership.objects.get_or_create(
            user=user, organisation=organisation, centre=centre, role=role
        )
    return user


def new_totp(user: User) -> str:
    """A fresh second-factor secret for a person, to be shown once."""
    secret = pyotp.random_base32()
    user.totp_key = sealed(secret.encode())
    user.save(update_fields=["totp_key"])
    return secret
