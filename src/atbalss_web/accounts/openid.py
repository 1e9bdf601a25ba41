"""OpenID Connect: the way to the issuer and back, by authorization code with PKCE.

What the issuer signed is checked here; who that is among our people is decided in `oidc_person`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import jwt
from django.conf import settings
from django.db import transaction

from atbalss_web.accounts.models import User
from atbalss_web.events.actions import record

ALGORITHMS = ("RS256", "PS256", "ES256", "EdDSA")  # signed by a key of the issuer's, never shared
FRESH, LEEWAY, TIMEOUT, MOST_BYTES = 3600, 60, 10, 500_000
_known: dict[str, tuple[float, dict[str, Any]]] = {}


class Failed(Exception):  # noqa: N818 - a refusal: who came back is nobody we may let in
    """The issuer did not answer as it must, or what came back is not for us."""


@dataclass(frozen=True)
class Journey:
    """What a person takes along to the issuer and must bring back."""

    state: str
    nonce: str
    verifier: str


def is_on() -> bool:
    """Whether the site has an issuer."""
    return bool(settings.OIDC_ISSUER and settings.OIDC_CLIENT_ID)


def new_journey() -> Journey:
    """Fresh secrets for one login."""
    return Journey(*(secrets.token_urlsafe(32) for _ in range(3)))


def address(journey: Journey, back: str) -> str:
    """Where to send the person, to come back to the address `back`."""
    digest = hashlib.sha256(journey.verifier.encode()).digest()
    asked = {
        "response_type": "code",
        "client_id": settings.OIDC_CLIENT_ID,
        "redirect_uri": back,
        "scope": "openid email",
        "state": journey.state,
        "nonce": journey.nonce,
        "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
        "code_challenge_method": "S256",
    }
    where = str(_about()["authorization_endpoint"])
    return f"{where}{'&' if '?' in where else '?'}{urlencode(asked)}"


def claims(journey: Journey, state: str, code: str, back: str) -> dict[str, Any]:
    """What the issuer says of whoever came back, checked; Failed for anything that is not right."""
    if not secrets.compare_digest(journey.state.encode(), state.encode()) or not code:
        raise Failed("state")
    about = _about()
    sent = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": back,
        "code_verifier": journey.verifier,
    }
    headers = {}
    ways = about.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    if not settings.OIDC_CLIENT_SECRET:
        sent["client_id"] = settings.OIDC_CLIENT_ID
    elif "client_secret_basic" in ways:
        pair = f"{quote(settings.OIDC_CLIENT_ID, '')}:{quote(settings.OIDC_CLIENT_SECRET, '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
    else:
        sent |= {
            "client_id": settings.OIDC_CLIENT_ID,
            "client_secret": settings.OIDC_CLIENT_SECRET,
        }
    answer = _fetched(str(about["token_endpoint"]), urlencode(sent).encode(), headers)
    return checked(str(answer.get("id_token", "")), journey.nonce)


def checked(token: str, nonce: str) -> dict[str, Any]:
    """The claims of an identity token: signature, issuer, audience, times and nonce are right."""
    try:
        header = jwt.get_unverified_header(token)
        if header.get("alg") not in ALGORITHMS:
            raise Failed("algorithm")
        found: dict[str, Any] = jwt.decode(
            token,
            _key(header),
            algorithms=list(ALGORITHMS),
            audience=settings.OIDC_CLIENT_ID,
            issuer=settings.OIDC_ISSUER,
            leeway=LEEWAY,
            options={"require": ["exp", "iat", "iss", "aud", "sub"]},
        )
    except (jwt.PyJWTError, ValueError, TypeError) as error:
        raise Failed(type(error).__name__) from None
    if isinstance(found["aud"], list) and len(found["aud"]) > 1:
        if found.get("azp") != settings.OIDC_CLIENT_ID:
            raise Failed("azp")
    elif "azp" in found and found["azp"] != settings.OIDC_CLIENT_ID:
        raise Failed("azp")
    if not secrets.compare_digest(str(found.get("nonce", "")).encode(), nonce.encode()):
        raise Failed("nonce")
    return found


def _key(header: Mapping[str, Any]) -> jwt.PyJWK:
    """The issuer's key that signed; asked for again once where the issuer has a new one."""
    where = str(_about()["jwks_uri"])
    for is_again in (False, True):
        keys = [
            item
            for item in jwt.PyJWKSet.from_dict(_cached(where, is_again=is_again)).keys
            if item.public_key_use in (None, "sig")
            and (header.get("kid") is None or item.key_id == header["kid"])
        ]
        if len(keys) == 1:
            return keys[0]
    raise Failed("key")


def _about() -> dict[str, Any]:
    """The issuer's description of itself."""
    issuer = settings.OIDC_ISSUER
    found = _cached(issuer.rstrip("/") + "/.well-known/openid-configuration")
    needed = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    if found.get("issuer") != issuer or any(key not in found for key in needed):
        raise Failed("issuer")
    return found


def _cached(where: str, *, is_again: bool = False) -> dict[str, Any]:
    at, found = _known.get(where, (0.0, {}))
    age = time.monotonic() - at
    if not found or age > FRESH or (is_again and age > 5):
        found = _fetched(where)
        _known[where] = (time.monotonic(), found)
    return found


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: secrets go to the addresses that the issuer named."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Nowhere."""
        return


def _fetched(
    where: str, content: bytes | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    parts = urlsplit(where)
    if parts.scheme != "https" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise Failed("https")
    asked = Request(where, content, {"Accept": "application/json", **(headers or {})})  # noqa: S310
    try:
        with build_opener(_Stay).open(asked, timeout=TIMEOUT) as answer:
            found = json.loads(answer.read(MOST_BYTES))
    except (URLError, OSError, ValueError):
        raise Failed("answer") from None
    if not isinstance(found, dict):
        raise Failed("answer")
    return found


def oidc_person(found: Mapping[str, Any], now: datetime) -> User | None:
    """The one person whom the claims name; nobody is ever added.

    By the subject if he came before, else by a verified e-mail that one active person here has and
    that no other subject came with; that subject is his from then on.
    """
    subject = hashlib.sha256(f"{found['iss']}|{found['sub']}".encode()).hexdigest()
    with transaction.atomic():
        user = User.objects.filter(oidc=subject).first()
        if user is not None:
            return user if user.is_active else None
        email = str(found.get("email") or "").strip()
        if not email or "\0" in email or found.get("email_verified") is not True:
            return None
        mine = list(User.objects.select_for_update().filter(email__iexact=email)[:2])
        if len(mine) != 1 or mine[0].oidc or not mine[0].is_active:
            return None
        mine[0].oidc = subject
        mine[0].save(update_fields=["oidc"])
        record("oidc-bound", now, actor=mine[0], subject=str(mine[0].pk))
        return mine[0]
