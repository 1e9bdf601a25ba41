"""The first organisation and its administrator, made from the command line."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction

from atbalss_web.accounts.administration import NAME
from atbalss_web.accounts.models import Membership, Organisation, Role, User
from atbalss_web.accounts.own import Refusal, random_words
from atbalss_web.events.actions import record


def begin(name: str, slug: str, administrator: str, now: datetime) -> tuple[User, str]:
    """An organisation and its administrator with a one-time password; Refusal by what is wrong."""
    if not NAME.fullmatch(administrator):
        raise Refusal("bad-username")
    if not re.fullmatch(r"[-a-z0-9_]{1,50}", slug):
        raise Refusal("bad-slug")
    if not name.strip():
        raise Refusal("no-name")
    password = random_words()
    with transaction.atomic():
        if Organisation.objects.filter(slug=slug).exists():
            raise Refusal("slug-taken")
        if User.objects.filter(username__iexact=administrator).exists():
            raise Refusal("username-taken")
        organisation = Organisation.objects.create(name=name.strip()[:200], slug=slug)
        user = User(username=administrator, langs=["lv"], must_change=True)
        user.set_password(password)
        user.save()
        Membership.objects.create(user=user, organisation=organisation, role=Role.ADMINISTRATOR)
        record("organisation-made", now, subject=slug, organisation=organisation.pk)
    return user, password
