"""Logging in: throttled, with a second factor where set; roles hold where they are held."""

from __future__ import annotations

from datetime import timedelta

import pyotp
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client, RequestFactory

from atbalss_web.accounts import actions
from atbalss_web.accounts.models import Centre, LoginFailure, Organisation, Role
from atbalss_web.accounts.queries import require
from atbalss_web.accounts.seal import keyed_hash, new_key, opened, sealed, unwrapped

from .conftest import NOW

GOOD = "gara-un-droša-parole"


@pytest.fixture
def anna(organisation):
    return actions.add_person("anna", GOOD, organisation, Role.INTERVIEWER)


def test_logging_in_and_out(anna):
    client = Client()
    assert client.get("/").headers["Location"].startswith("/login/?next=")
    assert client.post("/login/", {"username": "anna", "password": "nepareiza"}).status_code == 422
    done = client.post("/login/", {"username": "anna", "password": GOOD, "next": "/"})
    assert (done.status_code, done.headers["Location"]) == (303, "/")
    assert "Jūsu darbs" in client.get("/").content.decode()
    client.post("/logout/")
    assert client.get("/").status_code == 302


@pytest.mark.parametrize(
    "after", ["https://evil.example/", "//evil.example", "javascript:alert(1)"]
)
def test_nobody_is_led_elsewhere(anna, after):
    done = Client().post("/login/", {"username": "anna", "password": GOOD, "next": after})
    assert done.headers["Location"] == "/"


def test_guessing_is_slowed_down_and_forgiven(anna):
    for _ in range(5):
        assert actions.log_in("anna", "x", "", "1.2.3.4", NOW) is None
    with pytest.raises(actions.Throttled):
        actions.log_in("ANNA", GOOD, "", "1.2.3.4", NOW)
    assert actions.log_in("anna", GOOD, "", "1.2.3.4", NOW + timedelta(minutes=16)) == anna
    assert LoginFailure.objects.count() == 0


def test_an_address_that_guesses_names_is_slowed_down(anna):
    for number in range(30):
        actions.log_in(f"x{number}", "x", "", "1.2.3.4", NOW)
    with pytest.raises(actions.Throttled):
        actions.log_in("anna", GOOD, "", "1.2.3.4", NOW)
    assert actions.log_in("anna", GOOD, "", "5.6.7.8", NOW) == anna


def test_the_second_factor(anna):
    secret = actions.new_totp(anna)
    with pytest.raises(actions.NeedsCode):
        actions.log_in("anna", GOOD, "", "", NOW)
    with pytest.raises(actions.NeedsCode):
        actions.log_in("anna", GOOD, "000000", "", NOW)
    assert actions.log_in("anna", GOOD, pyotp.TOTP(secret).at(NOW), "", NOW) == anna


def test_weak_passwords_are_refused(organisation):
    with pytest.raises(ValidationError):
        actions.add_person("x", "parole", organisation, Role.CLERK)


def test_roles_hold_where_they_are_held(organisation):
    here = Centre.objects.create(organisation=organisation, code="a", name="A")
    there = Centre.objects.create(organisation=organisation, code="b", name="B")
    other = Organisation.objects.create(name="Cita", slug="cita")
    clerk = actions.add_person("c", GOOD, organisation, Role.CLERK, centre=here)
    chief = actions.add_person("s", GOOD, organisation, Role.SUPERVISOR)
    boss = actions.add_person("b", GOOD, organisation, Role.ADMINISTRATOR)

    def may(user, role, **where):
        request = RequestFactory().get("/")
        request.user = user
        try:
            require(request, role, **where)
        except PermissionDenied:
            return False
        return True

    assert may(clerk, Role.CLERK, centre=here) and not may(clerk, Role.CLERK, centre=there)
    assert may(chief, Role.SUPERVISOR, centre=there)
    assert not may(chief, Role.SUPERVISOR, organisation=other)
    assert not may(clerk, Role.SUPERVISOR) and may(boss, Role.SUPERVISOR, organisation=organisation)
    assert not may(boss, Role.SUPERVISOR, organisation=other)


def test_what_is_sealed_opens_with_its_key_alone():
    key = unwrapped(new_key())
    box = sealed("Jānis +371 20000000".encode(), key)
    assert opened(box, key).decode() == "Jānis +371 20000000"
    assert "Jānis".encode() not in box
    for wrong in (box[:-1] + bytes([box[-1] ^ 1]), sealed(b"x", unwrapped(new_key()))):
        with pytest.raises(ValueError, match="sealed"):
            opened(wrong, key)
    assert keyed_hash("a", "1") == keyed_hash("a", "1") != keyed_hash("b", "1")


def test_pages_say_who_may_run_scripts(db):
    found = Client().get("/login/")
    assert "script-src 'self'" in found.headers["Content-Security-Policy"]
    assert "unsafe" not in found.headers["Content-Security-Policy"]
    assert found.headers["Cache-Control"] == "no-store"
