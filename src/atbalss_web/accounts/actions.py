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
from atbalss_web.accounts.seal import opened, sealed

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
    if user.totp_key and not pyotp.TOTP(opened(bytes(user.totp_key)).decode()).verify(
        code, for_time=now, valid_window=1
    ):
        if code:
            LoginFailure.objects.create(at=now, who=who, source=where)
        raise NeedsCode
    LoginFailure.objects.filter(who=who).delete()
    LoginFailure.objects.filter(at__lt=now - WINDOW).delete()
    return user


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
