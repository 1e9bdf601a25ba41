"""Sealing bytes: AES-GCM under a data key, and data keys under the key of the environment."""

from __future__ import annotations

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

NONCE = 12


def _wrapping_key() -> bytes:
    return hashlib.sha256(b"atbalss wrapping|" + settings.WRAPPING_KEY.encode()).digest()


def new_key() -> bytes:
    """A fresh data key, wrapped: what a row may hold."""
    return sealed(AESGCM.generate_key(bit_length=256))


def unwrapped(wrapped: bytes) -> bytes:
    """The data key of its wrapped form; ValueError where the environment's key is another."""
    return opened(bytes(wrapped))


def sealed(content: bytes, key: bytes | None = None) -> bytes:
    """Content encrypted and authenticated under a data key, or under the environment's."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key or _wrapping_key()).encrypt(nonce, content, None)


def opened(content: bytes, key: bytes | None = None) -> bytes:
    """What was sealed; ValueError where the key is another or the content was changed."""
    try:
        return AESGCM(key or _wrapping_key()).decrypt(content[:NONCE], content[NONCE:], None)
    except InvalidTag:
        raise ValueError("sealed under another key, or changed") from None


def keyed_hash(purpose: str, value: str) -> str:
    """A hash that only this site can make: for matching telephone numbers, never for reading."""
    return hmac.new(_wrapping_key(), f"{purpose}|{value}".encode(), hashlib.sha256).hexdigest()
