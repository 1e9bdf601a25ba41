"""A text that a regular expression matches, for the common part of the language."""

from __future__ import annotations

import random
import string

_DIGITS, _LETTERS = string.digits, string.ascii_letters
_CLASSES = {"d": _DIGITS, "w": _LETTERS + _DIGITS + "_", "s": " "}
_ANY = _LETTERS + _DIGITS
_MORE = 4  # repetitions tried beyond the fewest where a pattern sets no limit


class _UnknownError(ValueError):
    """A construct that is not imitated: look-around, back references."""


def sample(pattern: str, rng: random.Random) -> str | None:
    """A text that should match `pattern`, or None where the pattern is beyond this imitation.

    It is a guess for the interview to judge: anchors are left out, so it may not match after all.
    """
    try:
        text, at = _alternatives(pattern, 0, rng)
    except (_UnknownError, IndexError, ValueError):
        return None
    return text if at == len(pattern) else None


def _alternatives(pattern: str, at: int, rng: random.Random) -> tuple[str, int]:
    found = []
    while True:
        text, at = _sequence(pattern, at, rng)
        found.append(text)
        if at >= len(pattern) or pattern[at] != "|":
            return rng.choice(found), at
        at += 1


def _sequence(pattern: str, at: int, rng: random.Random) -> tuple[str, int]:
    words = ""
    while at < len(pattern) and pattern[at] not in "|)":
        if pattern[at] in "^$":
            at += 1
            continue
        start = at
        text, at = _atom(pattern, start, rng)
        low, high, at = _times(pattern, at)
        parts = [text] if low else []
        for _ in range(rng.randint(low, high) - len(parts)):
            parts.append(_atom(pattern, start, rng)[0])
        words += "".join(parts)
    return words, at


def _atom(pattern: str, at: int, rng: random.Random) -> tuple[str, int]:
    sign = pattern[at]
    if sign == "(":
        at += 1
        if pattern.startswith("?:", at):
            at += 2
        elif pattern.startswith("?", at):
            raise _UnknownError(pattern)
        text, at = _alternatives(pattern, at, rng)
        if pattern[at] != ")":
            raise _UnknownError(pattern)
        return text, at + 1
    if sign == "[":
        choices, at = _set(pattern, at + 1)
        return rng.choice(choices), at
    if sign == "\\":
        return rng.choice(_escaped(pattern[at + 1])), at + 2
    if sign == ".":
        return rng.choice(_ANY), at + 1
    if sign in "*+?{":
        raise _UnknownError(pattern)
    return sign, at + 1


def _escaped(sign: str) -> str:
    if sign in _CLASSES:
        return _CLASSES[sign]
    if sign in "DWSbB" or sign.isdigit():
        raise _UnknownError(sign)
    return {"n": "\n", "t": "\t"}.get(sign, sign)


def _set(pattern: str, at: int) -> tuple[str, int]:
    negated = pattern[at] == "^"
    at += negated
    found, first = "", True
    while pattern[at] != "]" or first:
        first = False
        if pattern[at] == "\\":
            found += _escaped(pattern[at + 1])
            at += 2
        elif pattern[at + 1] == "-" and pattern[at + 2] != "]":
            low, high = ord(pattern[at]), ord(pattern[at + 2])
            found += "".join(chr(code) for code in range(low, min(high, low + 300) + 1))
            at += 3
        else:
            found += pattern[at]
            at += 1
    if negated:
        found = "".join(sign for sign in _ANY + " -.,@" if sign not in found)
    if not found:
        raise _UnknownError(pattern)
    return found, at + 1


def _times(pattern: str, at: int) -> tuple[int, int, int]:
    low, high = 1, 1
    if at < len(pattern) and pattern[at] in "*+?":
        low, high = {"*": (0, _MORE), "+": (1, 1 + _MORE), "?": (0, 1)}[pattern[at]]
        at += 1
    elif at < len(pattern) and pattern[at] == "{":
        end = pattern.index("}", at)
        least, comma, most = pattern[at + 1 : end].partition(",")
        low = int(least or 0)
        high = int(most) if most else (low + _MORE if comma else low)
        at = end + 1
    else:
        return low, high, at
    if at < len(pattern) and pattern[at] in "?+":
        at += 1
    return low, min(high, 500), at
