"""What a person does with his own account: password, language, second factor, all sessions."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from atbalss_web.accounts.actions import matching_step
from atbalss_web.accounts.models import User
from atbalss_web.accounts.seal import keyed_hash, opened, sealed
from atbalss_web.events.actions import record

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
N_RECOVERY = 8


class Refusal(Exception):  # noqa: N818 - a sentence for the person, no fault
    """Not done; `key` is the sentence to show."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


def random_words(groups: int = 4) -> str:
    """A password to be read out and typed: groups of four signs, 20 bits a group."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(groups))


def checked_password(user: User, password: str) -> None:
    """Refusal of a password that is short, common or the person's own name."""
    try:
        validate_password(password, user)
    except ValidationError:
        raise Refusal("weak-password") from None
    if password.strip().lower() == user.username.lower():
        raise Refusal("weak-password")


def change_password(user: User, old: str, new: str, again: str, now: datetime) -> User:
    """The person with a new password; every other session of his has ended."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if not user.check_password(old):
            raise Refusal("wrong-password")
        if new != again:
            raise Refusal("passwords-differ")
        if new == old:
            raise Refusal("same-password")
        checked_password(user, new)
        user.set_password(new)
        user.must_change = False
        user.save(update_fields=["password", "must_change"])
        record("password-changed", now, actor=user, subject=str(user.pk))
    return user


def change_lang(user: User, lang: str, now: datetime) -> None:
    """The language in which the site speaks to a person."""
    User.objects.filter(pk=user.pk).update(lang=lang)
    record("language-changed", now, actor=user, subject=str(user.pk), lang=lang)


def end_sessions(user: User, now: datetime) -> User:
    """The person, logged out everywhere."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        user.nonce = secrets.token_hex(8)
        user.save(update_fields=["nonce"])
        record("sessions-ended", now, actor=user, subject=str(user.pk))
    return user


def proposal(user: User, secret: str) -> str:
    """A second-factor secret sealed for one person, to travel through the form that confirms it."""
    return sealed(f"totp|{user.pk}|{secret}".encode()).hex()


def proposed(user: User, box: str) -> str:
    """The secret of a proposal; Refusal for another person's or a made-up one."""
    try:
        kind, owner, secret = opened(bytes.fromhex(box[:500])).decode().split("|")
    except ValueError:
        raise Refusal("stale-form") from None
    if kind != "totp" or owner != str(user.pk):
        raise Refusal("stale-form")
    return secret


def switch_on(user: User, box: str, code: str, now: datetime) -> list[str]:
    """Recovery codes, shown once: the second factor is on, as its first code was right."""
    secret = proposed(user, box)
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if user.totp_key:
            raise Refusal("totp-is-on")
        step = matching_step(secret, code.replace(" ", ""), now)
        if step < 0:
            raise Refusal("wrong-code")
        codes = [random_words(3) for _ in range(N_RECOVERY)]
        user.totp_key, user.totp_last = sealed(secret.encode()), step
        user.recovery = [keyed_hash(f"recovery|{user.pk}", item.replace("-", "")) for item in codes]
        user.save(update_fields=["totp_key", "totp_last", "recovery"])
        record("totp-on", now, actor=user, subject=str(user.pk))
    return codes


def switch_off(user: User, password: str, now: datetime) -> None:
    """No second factor any more; Refusal without the password."""
    with transaction.atomic():
        user = User.objects.select_for_update().get(pk=user.pk)
        if not user.check_password(password):
            raise Refusal("wrong-password")
        user.totp_key, user.recovery = None, []
        user.save(update_fields=["totp_key", "recovery"])
        record("totp-off", now, actor=user, subject=str(user.pk))
