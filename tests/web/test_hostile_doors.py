"""Every address of the site under hostile input, in every role: no 500, nothing of others.

The addresses are read from the urlconf, the field names from the code and the templates, so a new
page is tried as soon as it is there. ATBALSS_FUZZ=20 tries twenty times as much (`make soak`).
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import URLPattern, get_resolver

from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User
from atbalss_web.cases.contacts import seal_contact
from atbalss_web.cases.models import Contact, Visit
from atbalss_web.lists.models import Upload
from atbalss_web.runner.actions import start
from atbalss_web.studies.actions import add_version
from atbalss_web.studies.models import Study, StudyCentre

from .conftest import NOW
from .field import generated, in_field

SITE = Path(__file__).resolve().parents[2] / "src" / "atbalss_web"
MARK = "Svešinieks"  # in everything that is the other organisation's
ROUNDS = int(os.environ.get("ATBALSS_FUZZ", "1"))
MASK = re.compile(r"<(?:(\w+):)?(\w+)>")
JUNK = {
    "int": ("0", "99999999", str(2**63), "9" * 40),
    "str": ("%00", "x" * 3000, "..", "' OR 1=1 --", "%ff", "ā%F0%9F%98%80"),
    "path": ("../../etc/passwd", "%2e%2e/%2e%2e/x", "%00", "a/" * 500, "index.html"),
    "slug": ("x" * 3000, "none", "0", "-"),
}
WORDS = ("", "\0", "x" * 9000, "<script>bad()</script>", "9" * 400, "-1", "1e999", "NaN", "\ud7ff")
WORDS += ("2026-13-45", "25:61", "2026-10-06", "14:00", "[]", "{", "=1+1", "1", "%s%n", "\u202e")


def world(slug: str, word: str):
    """An organisation with something of everything; one person a role. Its study."""
    place = Organisation.objects.create(name=f"{word} institūts", slug=slug)
    centre = Centre.objects.create(organisation=place, code="c1", name=f"{word} centrs")
    titles = dict.fromkeys(("lv", "en", "ru"), f"{word} pētījums")
    made = Study.objects.create(organisation=place, slug=slug, langs=["lv"], title=titles)
    version = add_version(made, generated(3), None, NOW)
    study = in_field(version, n=0)
    StudyCentre.objects.create(study=study, centre=centre, poster=f"{slug}poster{'0' * 12}")
    for number in range(3):
        row = study.cases.create(
            key=f"{slug}{number}",
            lang="lv",
            made=NOW,
            ready_at=NOW - timedelta(days=1),
            centre=centre,
        )
        contact = {"name": word, "phone": "+37120000000", "email": "", "note": word}
        Contact.objects.create(case=row, sealed=seal_contact(study, contact), phone_hash=row.key)
    start(version, NOW, lang="lv", mode="web", case=study.cases.first())
    Visit.objects.create(
        study=study, centre=centre, at=NOW, day=NOW.date(), number=1, is_invited=True, mode="choice"
    )
    Upload.objects.create(study=study, kind="contacts", at=NOW, digest="0" * 64)
    for role in Role.values:
        spot = centre if role in ("clerk", "manager") else None
        user = User.objects.create(username=f"{word}-{role}", langs=["lv"])
        Membership.objects.create(user=user, organisation=place, centre=spot, role=role)
    study.cases.filter(key=f"{slug}2").update(
        held_by=f"{place.memberships.get(role='interviewer').user_id}",
        held_at=NOW,
        held_until=NOW + timedelta(days=9),
        held_reason="fresh",
        lease=f"{slug}{'a' * 24}",
    )
    return study


def addresses() -> Iterator[tuple[str, str]]:
    """The name and the pattern of every address of the site."""

    def within(patterns, before):
        for item in patterns:
            route = before + str(item.pattern)
            if isinstance(item, URLPattern):
                yield item.name, route
            else:
                yield from within(item.url_patterns, route)

    yield from within(get_resolver().url_patterns, "/")


def fields() -> tuple[list[str], list[str]]:
    """Names of fields that the code reads or the pages send; and values that pages offer."""
    names, values = set(), set()
    for file in (*SITE.rglob("*.py"), *SITE.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        names |= set(re.findall(r'(?:POST|GET|FILES)\.(?:get|getlist)\(\s*"(\w+)"', text))
        names |= set(re.findall(r'<(?:input|select|textarea|button)[^>]*? name="(\w+)"', text))
        values |= set(re.findall(r' value="(\w+)"', text)) if file.suffix == ".html" else set()
    return sorted(names), sorted(values)


NAMES, OFFERED = fields()


def fill(route: str, theirs: dict[str, list[str]], chance: random.Random) -> str:
    return MASK.sub(lambda found: chance.choice(theirs[found[1] or "str"]), route)


def ids_of(study: Study) -> dict[str, list[str]]:
    """What stands for a study's own things in addresses; its leases and links apart."""
    place, numbers = study.organisation, {study.pk, study.organisation_id}
    for rows in (study.versions, study.uploads, study.centres, place.centres, study.visit_set):
        numbers |= set(rows.values_list("pk", flat=True))
    numbers |= set(place.memberships.values_list("user", flat=True))
    keys = [rows.values_list("key", flat=True) for rows in (study.cases, study.interviews)]
    words = [*keys[0], *keys[1]]
    return {
        "int": [str(n) for n in sorted(numbers)],
        "str": words,
        "path": words,
        "slug": [place.slug, *words],
    }


def body(theirs: dict[str, list[str]], chance: random.Random) -> dict[str, object]:
    """Fields of every page with anything in them."""
    data: dict[str, object] = {}
    for name in chance.sample(NAMES, min(len(NAMES), 25)):
        pool = chance.choice((WORDS, OFFERED, theirs["int"], theirs["slug"]))
        data[name] = [chance.choice(pool) for _ in range(chance.choice((1, 1, 1, 3)))]
    if chance.random() < 0.3:
        content = chance.choice((b"", b"\0\xff", b"a,b\n=1,2\n", b"PK\3\4" + bytes(40)))
        data["file"] = SimpleUploadedFile(chance.choice(("a.csv", "a.xlsx", "=1+1")), content)
    return data


def rows_now() -> dict[str, dict[object, object]]:
    """Every row of every table."""
    return {
        model._meta.label: {row["pk"]: row for row in model.objects.values("pk", *columns(model))}
        for model in apps.get_models()
        if model._meta.app_label != "contenttypes"
    }


def columns(model) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


@pytest.fixture
def worlds(db, monkeypatch):
    """The other organisation, what its rows are; and ours."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    other = world("zz", MARK)
    theirs = rows_now()
    return other, theirs, world("aa", "Mūsu")


def test_no_address_fails_or_shows_what_is_others(worlds):
    other, before, own = worlds
    wrong, tried = [], 0
    for role in ("", *Role.values):  # the administrator, who may change the others, is the last
        client = Client(raise_request_exception=False)
        if role:
            client.force_login(own.organisation.memberships.get(role=role).user)
        for found in answers(client, role, other, own):
            tried += 1
            wrong += [f"{role or 'nobody'} {found}"] if found else []
    assert not wrong, f"{len(wrong)} of {tried}\n" + "\n".join(wrong[:20])[:6000]
    after = rows_now()
    for label, rows in before.items():
        for number, row in rows.items():
            assert after[label].get(number) == row, (label, number)
    assert tried > 1000


def answers(client: Client, role: str, other: Study, own: Study) -> Iterator[str]:
    """What is wrong with the answer to each request of a role; "" where nothing is."""
    chance = random.Random(f"{role}{ROUNDS}")
    session, theirs = dict(client.cookies), ids_of(other)
    mine = ids_of(own) | {"str": ["aa" + "a" * 24, "aa0"], "path": ["aa0"]}
    for name, route in list(addresses()) * ROUNDS:
        if name in ("logout", "own-password", "own-second"):
            continue  # their own tests; here they would end the session
        for ids in (theirs, chance.choice((mine, mine, JUNK)))[: 1 + ("<" in route)]:
            for method in ("get", "post") if ids is theirs else (chance.choice(("get", "post")),):
                client.cookies.clear()
                client.cookies.update(session)
                where, data = fill(route, ids, chance), body(theirs, chance)
                if method == "get":
                    data.pop("file", None)
                answered = getattr(client, method)(where, data)
                shown = b"".join(answered) if answered.streaming else answered.content
                asked = f"{method} {name} {where[:80]}"
                if answered.status_code >= 500:
                    yield f"{asked} {answered.status_code} {str(data)[:1500]}"
                elif MARK.encode() in shown:
                    yield f"{asked} shows what is others'"
                else:
                    yield f"{asked} runs what was typed" if b"<script>bad" in shown else ""
