"""An administrator's work: people, roles and centres of his own organisation, each an event."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.text import slugify

from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User
from atbalss_web.accounts.own import Refusal, random_words
from atbalss_web.accounts.queries import is_theirs_alone
from atbalss_web.events.actions import record

IN_CENTRE = (Role.CLERK, Role.MANAGER)
LANGS = ("lv", "en", "ru")
SKILLS = ("conversion",)
NAME = re.compile(r"[\w.@+-]{1,150}")
MOST_CENTRES = 5000


def _check(actor: User, organisation: Organisation) -> None:
    if not actor.memberships.filter(organisation=organisation, role=Role.ADMINISTRATOR).exists():
        raise PermissionDenied


def _someone(organisation: Organisation, pk: int) -> User:
    """A person of the organisation, locked; PermissionDenied for anybody else."""
    user = User.objects.select_for_update().filter(pk=pk).first()
    if user is None or not user.memberships.filter(organisation=organisation).exists():
        raise PermissionDenied
    return user


def _own_account(organisation: Organisation, user: User) -> None:
    if not is_theirs_alone(organisation, user):
        raise Refusal("works-elsewhere")


def _place(organisation: Organisation, role: str, centre: str) -> tuple[Role, Centre | None]:
    """A role and the centre in which it holds; Refusal where the two do not go together."""
    if role not in Role.values:
        raise Refusal("choose-role")
    if role not in IN_CENTRE:
        return Role(role), None
    found = organisation.centres.filter(code=centre).first()
    if found is None:
        raise Refusal("choose-centre")
    return Role(role), found


def add_user(
    actor: User, organisation: Organisation, typed: Mapping[str, str], now: datetime
) -> tuple[User, str]:
    """A new person with a first role, and the one-time password to hand over."""
    _check(actor, organisation)
    name = typed.get("username", "").strip()
    if not NAME.fullmatch(name):
        raise Refusal("bad-username")
    role, centre = _place(organisation, typed.get("role", ""), typed.get("centre", ""))
    email = typed.get("email", "").strip()[:254]
    if email and not re.fullmatch(r"[^@\s]+@[^@\s]+", email):
        raise Refusal("bad-email")
    password = random_words()
    with transaction.atomic():
        if User.objects.filter(username__iexact=name).exists():
            raise Refusal("username-taken")
        user = User(
            username=name,
            first_name=typed.get("name", "").strip()[:150],
            email=email,
            langs=["lv"],
            must_change=True,
        )
        user.set_password(password)
        user.save()
        Membership.objects.create(user=user, organisation=organisation, centre=centre, role=role)
        record("person-added", now, actor=actor, subject=str(user.pk), organisation=organisation.pk)
        _note_role("role-given", actor, user, organisation, role, centre, now)
    return user, password


def _note_role(
    name: str,
    actor: User,
    user: User,
    organisation: Organisation,
    role: str,
    centre: Centre | None,
    now: datetime,
) -> None:
    record(
        name,
        now,
        actor=actor,
        subject=str(user.pk),
        organisation=organisation.pk,
        role=str(role),
        centre=centre.code if centre else "",
    )


def give_role(
    actor: User, organisation: Organisation, pk: int, role: str, centre: str, now: datetime
) -> None:
    """One role more for a person of the organisation."""
    _check(actor, organisation)
    with transaction.atomic():
        user = _someone(organisation, pk)
        what, where = _place(organisation, role, centre)
        _, is_new = Membership.objects.get_or_create(
            user=user, organisation=organisation, centre=where, role=what
        )
        if is_new:
            _note_role("role-given", actor, user, organisation, what, where, now)


def take_role(
    actor: User, organisation: Organisation, pk: int, membership: int, now: datetime
) -> None:
    """One role less; the last one stays, as does one's own administration."""
    _check(actor, organisation)
    with transaction.atomic():
        user = _someone(organisation, pk)
        held = {item.pk: item for item in user.memberships.filter(organisation=organisation)}
        item = held.get(membership)
        if item is None:
            raise Refusal("choose-role")
        if len(held) == 1:
            raise Refusal("last-role")
        if user == actor and item.role == Role.ADMINISTRATOR:
            raise Refusal("not-yourself")
        item.delete()
        _note_role("role-taken", actor, user, organisation, item.role, item.centre, now)


def set_active(
    actor: User, organisation: Organisation, pk: int, is_active: bool, now: datetime
) -> None:
    """Let a person in, or out at once."""
    _check(actor, organisation)
    with transaction.atomic():
        user = _someone(organisation, pk)
        if user == actor:
            raise Refusal("not-yourself")
        _own_account(organisation, user)
        user.is_active = is_active
        user.nonce = secrets.token_hex(8)
        user.save(update_fields=["is_active", "nonce"])
        name = "person-activated" if is_active else "person-deactivated"
        record(name, now, actor=actor, subject=str(user.pk), organisation=organisation.pk)


def new_password(actor: User, organisation: Organisation, pk: int, now: datetime) -> str:
    """A one-time password for somebody who lost his; his second factor goes, sessions end."""
    _check(actor, organisation)
    password = random_words()
    with transaction.atomic():
        user = _someone(organisation, pk)
        if user == actor:
            raise Refusal("not-yourself")
        _own_account(organisation, user)
        user.set_password(password)
        user.must_change, user.totp_key, user.recovery = True, None, []
        user.save(update_fields=["password", "must_change", "totp_key", "recovery"])
        record(
            "password-given", now, actor=actor, subject=str(user.pk), organisation=organisation.pk
        )
    return password


def set_skills(
    actor: User,
    organisation: Organisation,
    pk: int,
    langs: Sequence[str],
    skills: Sequence[str],
    now: datetime,
) -> None:
    """The languages in which a person can interview, and whether he converts refusals."""
    _check(actor, organisation)
    with transaction.atomic():
        user = _someone(organisation, pk)
        user.langs = [item for item in LANGS if item in langs]
        user.skills = [item for item in SKILLS if item in skills]
        user.save(update_fields=["langs", "skills"])
        record(
            "skills-set",
            now,
            actor=actor,
            subject=str(user.pk),
            organisation=organisation.pk,
            langs=user.langs,
            skills=user.skills,
        )


def put_centres(
    actor: User, organisation: Organisation, rows: Sequence[tuple[str, str]], now: datetime
) -> tuple[int, int]:
    """Centres by code and name, added or renamed: how many of each. All or none.

    An empty code is made of the name.
    """
    _check(actor, organisation)
    if not rows or len(rows) > MOST_CENTRES:
        raise Refusal("no-centres-read")
    added = renamed = 0
    with transaction.atomic():
        for code, name in rows:
            code, name = code.strip() or slugify(name)[:50], name.strip()
            if not name or len(name) > 200 or not re.fullmatch(r"[-a-zA-Z0-9_]{1,50}", code):
                raise Refusal("bad-centre")
            centre, is_new = Centre.objects.get_or_create(
                organisation=organisation, code=code, defaults={"name": name}
            )
            if is_new:
                added += 1
                record("centre-added", now, actor=actor, subject=code, organisation=organisation.pk)
            elif centre.name != name:
                centre.name = name
                centre.save(update_fields=["name"])
                renamed += 1
                record(
                    "centre-renamed", now, actor=actor, subject=code, organisation=organisation.pk
                )
    return added, renamed
