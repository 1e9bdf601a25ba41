"""Administration of people and centres, and what everybody does with his own account."""

from __future__ import annotations

import re
from datetime import timedelta

import pyotp
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from atbalss_web.accounts import actions, own
from atbalss_web.accounts.models import Centre, Membership, Organisation, Role, User
from atbalss_web.events.models import Event

GOOD = "gara-un-droša-parole"


@pytest.fixture
def boss(organisation):
    return actions.add_person("boss", GOOD, organisation, Role.ADMINISTRATOR)


@pytest.fixture
def site(boss):
    client = Client()
    client.force_login(boss)
    return client


@pytest.fixture
def elsewhere(db):
    other = Organisation.objects.create(name="Cita iestāde", slug="cita")
    user = actions.add_person("svesa", GOOD, other, Role.CODER)
    return other, user


def _add(site, **fields):
    typed = {"username": "jauna", "role": "coder", "email": "j@piemers.lv", **fields}
    return site.post("/administration/instituts/add/", typed)


def test_a_person_is_added_and_must_change_the_password(site, organisation):
    page = _add(site).content.decode()
    password = re.search(r"<code>([a-z2-9-]{19})</code>", page)[1]
    client = Client()
    assert client.post("/login/", {"username": "jauna", "password": password}).status_code == 303
    assert client.get("/").headers["Location"] == "/account/password/"
    assert client.get("/account/").headers["Location"] == "/account/password/"
    form = {"old": password, "new": GOOD, "again": GOOD}
    assert client.post("/account/password/", {**form, "old": "x"}).status_code == 422
    assert client.post("/account/password/", {**form, "again": "x"}).status_code == 422
    assert client.post("/account/password/", {**form, "new": "a", "again": "a"}).status_code == 422
    assert client.post("/account/password/", form).headers["Location"] == "/"
    assert client.get("/").status_code == 200
    done = set(Event.objects.values_list("name", flat=True))
    assert done >= {"person-added", "role-given", "password-changed"}
    assert "jauna" not in str(list(Event.objects.values_list("data", "subject")))
    assert password not in str(list(Event.objects.values_list("data", "subject")))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"username": "a b"}, "Lietotājvārdā"),
        ({"username": "BOSS"}, "aizņemts"),
        ({"username": "svesa"}, "aizņemts"),
        ({"role": "king"}, "Izvēlieties lomu"),
        ({"role": "clerk"}, "jāizvēlas centrs"),
        ({"role": "clerk", "centre": "sveSs"}, "jāizvēlas centrs"),
        ({"email": "nav"}, "E-pasta adrese"),
    ],
)
def test_what_is_wrong_with_a_new_person_is_said(site, elsewhere, fields, words):
    Centre.objects.create(organisation=elsewhere[0], code="sveSs", name="Svešs")
    found = _add(site, **fields)
    assert found.status_code == 422
    assert words in found.content.decode()


def test_roles_are_given_and_taken(site, organisation, boss):
    Centre.objects.create(organisation=organisation, code="ogre", name="Ogre")
    _add(site)
    user = User.objects.get(username="jauna")
    page = f"/administration/instituts/people/{user.pk}/"
    for _ in range(2):
        give = {"act": "give", "role": "clerk", "centre": "ogre"}
        assert site.post(page, give).status_code == 303
    held = list(user.memberships.order_by("pk"))
    assert [(item.role, str(item.centre)) for item in held] == [
        ("coder", "None"),
        ("clerk", "Ogre"),
    ]
    assert "Ogre" in site.get(page).content.decode()
    assert site.post(page, {"act": "take", "membership": held[0].pk}).status_code == 303
    assert site.post(page, {"act": "take", "membership": held[1].pk}).status_code == 422
    mine = f"/administration/instituts/people/{boss.pk}/"
    site.post(mine, {"act": "give", "role": "coder"})
    first = boss.memberships.get(role="administrator")
    assert site.post(mine, {"act": "take", "membership": first.pk}).status_code == 422
    assert site.post(mine, {"act": "deactivate"}).status_code == 422
    skills = {"act": "skills", "langs": ["ru", "xx", "lv"], "skills": ["conversion", "flying"]}
    site.post(page, skills)
    user.refresh_from_db()
    assert (user.langs, user.skills) == (["lv", "ru"], ["conversion"])


def test_whoever_is_deactivated_is_out_at_once(site, organisation):
    user = actions.add_person("anna", GOOD, organisation, Role.CODER)
    client = Client()
    client.force_login(user)
    assert client.get("/").status_code == 200
    page = f"/administration/instituts/people/{user.pk}/"
    site.post(page, {"act": "deactivate"})
    assert client.get("/").status_code == 302
    assert client.post("/login/", {"username": "anna", "password": GOOD}).status_code == 422
    site.post(page, {"act": "activate"})
    assert client.get("/").status_code == 302
    assert client.post("/login/", {"username": "anna", "password": GOOD}).status_code == 303
    given = re.search(
        r"<code>([a-z2-9-]{19})</code>", site.post(page, {"act": "password"}).content.decode()
    )
    assert client.get("/").status_code == 302
    assert given


def test_another_organisation_is_not_there(site, elsewhere, organisation):
    other, user = elsewhere
    assert site.get(f"/administration/instituts/people/{user.pk}/").status_code == 404
    for page in ("add/", "centres/", f"people/{user.pk}/"):
        assert site.get(f"/administration/cita/{page}").status_code == 403
    for act in ("deactivate", "password", "give", "take", "skills"):
        page = f"/administration/instituts/people/{user.pk}/"
        assert site.post(page, {"act": act, "role": "coder"}).status_code == 404
    assert "svesa" not in site.get("/administration/?in=cita").content.decode()
    both = actions.add_person("abas", GOOD, organisation, Role.CODER)
    Membership.objects.create(user=both, organisation=other, role=Role.CODER)
    page = f"/administration/instituts/people/{both.pk}/"
    for act in ("deactivate", "password"):
        assert site.post(page, {"act": act}).status_code == 422
    foreign = both.memberships.get(organisation=other).pk
    assert site.post(page, {"act": "take", "membership": foreign}).status_code == 422
    assert "Cita iestāde" not in site.get(page).content.decode()


def test_centres_are_added_renamed_and_imported(site, organisation):
    page = "/administration/instituts/centres/"
    assert site.post(page, {"name": "Rīga, Brīvības iela"}).status_code == 303
    assert site.post(page, {"code": "riga-brivibas-iela", "name": "Rīga"}).status_code == 303
    assert [c.name for c in Centre.objects.all()] == ["Rīga"]
    file = "\ufeffcode;name\nogre;Ogre\nriga-brivibas-iela;Rīga, centrs\n".encode()
    site.post(page, {"file": SimpleUploadedFile("c.csv", file)})
    assert {c.name for c in Centre.objects.all()} == {"Ogre", "Rīga, centrs"}
    bad = (b"", b"\xff\xfe", b"a,b\n1,2\n", b"code,name\n,\n", b"code,name\nx y,z\n", b"\0,name\n")
    for content in bad:
        sent = {"file": SimpleUploadedFile("c.csv", content)}
        assert site.post(page, sent).status_code in (200, 303, 422)
        assert Centre.objects.count() == 2
    assert Event.objects.filter(name="centre-renamed").count() == 2


def test_the_second_factor_is_switched_on_with_a_code_and_off_with_the_password(site, boss):
    page = site.get("/account/second/").content.decode()
    secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
    box = re.search(r'name="box" value="([0-9a-f]+)"', page)[1]
    now = timezone.now()
    assert site.post("/account/second/", {"box": box, "code": "000000"}).status_code == 422
    assert site.post("/account/second/", {"box": "ab", "code": "000000"}).status_code == 422
    code = pyotp.TOTP(secret).at(now)
    shown = site.post("/account/second/", {"box": box, "code": code}).content.decode()
    codes = re.findall(r"<code>([a-z2-9-]{14})</code>", shown)
    assert len(codes) == 8
    boss.refresh_from_db()
    with pytest.raises(actions.NeedsCode):  # a code works once
        actions.log_in("boss", GOOD, code, "", now)
    later = now + timedelta(seconds=60)
    assert actions.log_in("boss", GOOD, pyotp.TOTP(secret).at(later), "", later) == boss
    assert actions.log_in("boss", GOOD, codes[0].upper(), "", now) == boss
    with pytest.raises(actions.NeedsCode):
        actions.log_in("boss", GOOD, codes[0], "", now)
    assert secret not in str(bytes(boss.totp_key)) and codes[1] not in str(boss.recovery)
    assert site.post("/account/second/", {"act": "off", "password": "x"}).status_code == 422
    assert site.post("/account/second/", {"act": "off", "password": GOOD}).status_code == 303
    assert actions.log_in("boss", GOOD, "", "", now) == boss


def test_a_secret_proposed_to_one_is_no_good_for_another(boss, organisation):
    anna = actions.add_person("anna", GOOD, organisation, Role.CODER)
    with pytest.raises(own.Refusal):
        own.proposed(anna, own.proposal(boss, "AAAA"))


def test_logging_out_everywhere_and_the_language(site, boss):
    there = Client()
    there.force_login(boss)
    assert there.get("/account/").status_code == 200
    assert site.post("/account/", {"act": "everywhere"}).status_code == 303
    assert site.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    site.post("/account/", {"act": "lang", "lang": "ru"})
    boss.refresh_from_db()
    assert boss.lang == "ru" and "Моя учётная запись" in site.get("/account/").content.decode()
