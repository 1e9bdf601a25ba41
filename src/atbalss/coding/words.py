"""Texts as features: pieces of words and lemmas, so that slips and endings matter little."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from zlib import crc32

_WORD = re.compile(r"[^\W_]+", re.UNICODE)
_PIECES = (3, 4, 5)
SIZE = 2**20  # features are numbered by a hash
_LEMMA = 2.0  # a lemma counts as much as two pieces


def words(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


@lru_cache(maxsize=200_000)
def folded(word: str) -> str:
    """A word without diacritics: what is typed in haste."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(mark for mark in parts if not unicodedata.combining(mark))


def language(word: str) -> str:
    """`ru` for Cyrillic letters, else `lv`."""
    return "ru" if any("\u0400" <= mark <= "\u04ff" for mark in word) else "lv"


@lru_cache(maxsize=200_000)
def lemma(word: str) -> str:
    """The dictionary form of a Latvian or Russian word; the word itself where it is not known.

    Needs the extra `coding` (simplemma); without it every word is its own lemma.
    """
    try:
        from simplemma import lemmatize
    except ImportError:
        return word
    return lemmatize(word, lang=language(word)).lower()


@lru_cache(maxsize=200_000)
def _features(word: str) -> tuple[tuple[int, float], ...]:
    plain = folded(word)
    padded = f" {plain} "
    found = {
        crc32(padded[at : at + size].encode()) % SIZE: 1.0
        for size in _PIECES
        for at in range(max(1, len(padded) - size + 1))
    }
    found[crc32(f"\0{folded(lemma(word))}".encode()) % SIZE] = _LEMMA
    return tuple(found.items())


def features(text: str) -> dict[int, float]:
    """The features of a text with their weights: 3 to 5 letters of each word, and its lemma."""
    held: dict[int, float] = {}
    for word in words(text):
        for number, weight in _features(word):
            held[number] = held.get(number, 0.0) + weight
    return held
