"""OpenID Connect against an issuer on loopback: the good way in, and every bad one."""

from __future__ import annotations

import base64
import hashlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, parse_qsl, urlsplit

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.test import Client

from atbalss_web.accounts import actions, openid
from atbalss_web.accounts.models import Role

GOOD = "gara-un-droša-parole"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
OTHER_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Issuer:
    """A fake issuer: `change` alters the claims, `sign` the signature of what it hands out."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}
        self.change: dict[str, object] = {}
        self.sign = lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "k"})
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def claims(self) -> dict[str, object]:
        now = int(time.time())
        made = {
            "iss": self.url,
            "aud": "atbalss",
            "sub": "s-1",
            "iat": now,
            "exp": now + 60,
            "nonce": self.asked["nonce"],
            "email": "Anna@piemers.lv",
            "email_verified": True,
        }
        found = {**made, **self.change}
        return {key: value for key, value in found.items() if value is not None}

    def token(self, sent: dict[str, str], header: str) -> dict[str, str]:
        digest = hashlib.sha256(sent["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        assert challenge == self.asked["code_challenge"]
        assert sent["redirect_uri"] == self.asked["redirect_uri"]
        assert base64.b64decode(header.split()[1]) == b"atbalss:sleepjums"
        return {"id_token": self.sign(self.claims()), "access_token": "x", "token_type": "Bearer"}

    def handler(self) -> type[BaseHTTPRequestHandler]:
        issuer = self

        class Answer(BaseHTTPRequestHandler):
            def say(self, value):
                content = json.dumps(value).encode()
                self.send_response(200)
                self.end_headers()
                self.wfile.write(content)

            def do_GET(self):
                if self.path.endswith("openid-configuration"):
                    names = ("authorization_endpoint", "token_endpoint", "jwks_uri")
                    ways = {name: f"{issuer.url}/{name}" for name in names}
                    return self.say({"issuer": issuer.url, **ways})
                public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
                return self.say({"keys": [{**public, "kid": "k", "use": "sig"}]})

            def do_POST(self):
                sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
                self.say(issuer.token(dict(parse_qsl(sent)), self.headers["Authorization"]))

            def log_message(self, *_):
                pass

        return Answer


@pytest.fixture
def issuer(monkeypatch):
    made = Issuer()
    openid._known.clear()
    monkeypatch.setattr(settings, "OIDC_ISSUER", made.url)
    monkeypatch.setattr(settings, "OIDC_CLIENT_ID", "atbalss")
    monkeypatch.setattr(settings, "OIDC_CLIENT_SECRET", "sleepjums")
    yield made
    made.server.shutdown()
    made.server.server_close()


@pytest.fixture
def anna(organisation):
    user = actions.add_person("anna", GOOD, organisation, Role.CODER)
    user.email = "anna@piemers.lv"
    user.must_change = True
    user.save()
    return user


def _come_back(client, issuer, **instead):
    gone = client.get("/login/oidc/?next=/account/")
    assert gone.status_code == 302
    asked = {
        key: values[0] for key, values in parse_qs(urlsplit(gone.headers["Location"]).query).items()
    }
    assert asked["code_challenge_method"] == "S256" and asked["scope"] == "openid email"
    issuer.asked = asked
    return client.get("/login/oidc/back/", {"code": "c", "state": asked["state"], **instead})


def test_a_person_with_a_verified_address_gets_in(issuer, anna):
    client = Client()
    assert "/login/oidc/" in client.get("/login/").content.decode()
    done = _come_back(client, issuer)
    assert (done.status_code, done.headers["Location"]) == (303, "/account/")
    assert client.get("/account/").status_code == 200  # vouched for: no password of ours to change
    anna.refresh_from_db()
    assert anna.oidc
    issuer.change = {"email": "other@piemers.lv", "email_verified": False}  # now by the subject
    assert _come_back(Client(), issuer).status_code == 303
    issuer.change = {"sub": "s-2"}  # the address is bound to another subject
    assert _come_back(Client(), issuer).status_code == 403
    anna.is_active = False
    anna.save()
    issuer.change = {}
    assert _come_back(Client(), issuer).status_code == 403


BAD = {
    "nonce": {"nonce": "x"},
    "no nonce": {"nonce": None},
    "audience": {"aud": "somebody"},
    "two audiences": {"aud": ["atbalss", "somebody"]},
    "made for another": {"azp": "somebody"},
    "issuer": {"iss": "https://evil.example"},
    "expired": {"exp": int(time.time()) - 600},
    "never expires": {"exp": None},
    "of the future": {"iat": int(time.time()) + 6000},
    "no subject": {"sub": None},
    "unverified": {"email_verified": False},
    "verified in words": {"email_verified": "true"},
    "unknown": {"email": "nav@piemers.lv"},
    "no address": {"email": None},
}


@pytest.mark.parametrize("change", BAD.values(), ids=list(BAD))
def test_claims_that_are_not_right_let_nobody_in(issuer, anna, change):
    issuer.change = change
    client = Client()
    assert _come_back(client, issuer).status_code == 403
    assert client.get("/account/").status_code == 302


def _none(claims):
    return jwt.encode(claims, None, "none", headers={"kid": "k"})


def _by_public_key(claims):
    secret = hashlib.sha256(
        jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()).encode()
    ).hexdigest()
    return jwt.encode(claims, secret, "HS256", headers={"kid": "k"})


SIGNATURES = {
    "none": _none,
    "shared": _by_public_key,
    "another key": lambda claims: jwt.encode(claims, OTHER_KEY, "RS256", headers={"kid": "k"}),
    "unknown key": lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "z"}),
    "cut": lambda claims: jwt.encode(claims, KEY, "RS256", headers={"kid": "k"})[:-8],
    "nothing": lambda claims: "",
}


@pytest.mark.parametrize("sign", SIGNATURES.values(), ids=list(SIGNATURES))
def test_signatures_that_are_not_right_let_nobody_in(issuer, anna, sign):
    issuer.sign = sign
    assert _come_back(Client(), issuer).status_code == 403


def test_state_is_needed_and_works_once(issuer, anna):
    assert _come_back(Client(), issuer, state="x").status_code == 403
    assert _come_back(Client(), issuer, code="").status_code == 403
    client = Client()
    assert _come_back(client, issuer).status_code == 303
    again = {"code": "c", "state": issuer.asked["state"]}
    assert client.get("/login/oidc/back/", again).status_code == 403
    assert Client().get("/login/oidc/back/", again).status_code == 403


def test_two_people_with_one_address_are_nobody(issuer, anna, organisation):
    other = actions.add_person("anna2", GOOD, organisation, Role.CODER)
    other.email = "ANNA@piemers.lv"
    other.save()
    assert _come_back(Client(), issuer).status_code == 403


def test_nobody_is_led_elsewhere(issuer, anna):
    client = Client()
    client.get("/login/oidc/?next=https://evil.example/")
    assert client.session["oidc"][3] == "/"


def test_an_issuer_that_does_not_answer(issuer, anna):
    issuer.server.shutdown()
    issuer.server.server_close()
    openid._known.clear()
    assert Client().get("/login/oidc/").status_code == 502


def test_without_an_issuer_there_is_no_such_page(db):
    assert Client().get("/login/oidc/").status_code == 404
    assert Client().get("/login/oidc/back/").status_code == 404
    assert "/login/oidc/" not in Client().get("/login/").content.decode()


def test_secrets_go_to_safe_addresses_alone(monkeypatch, db):
    monkeypatch.setattr(settings, "OIDC_ISSUER", "http://evil.example")
    monkeypatch.setattr(settings, "OIDC_CLIENT_ID", "atbalss")
    assert Client().get("/login/oidc/").status_code == 502
