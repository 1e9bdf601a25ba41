"""Regular expressions as XLSForm tools write them (Java's, JavaScript's), for Python's `re`."""

from __future__ import annotations

import re
from functools import cache

_LETTERS = r"A-Za-zªµºÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯḀ-ỿ"
_CLASSES = {
    "L": _LETTERS,
    "Lu": r"A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽЀ-Я",
    "Ll": r"a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįĵķĺļľŀłńņňŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžа-џ",
    "N": "0-9",
    "Nd": "0-9",
    "P": r"!-#%-*,-/:;?@\[-\]_{}¡§«¶·»¿–—‘-‟…",
    "Z": r" \u00a0\u2000-\u200a\u202f\u3000",
}


@cache
def compiled(text: str) -> re.Pattern[str] | None:
    """The pattern compiled, its letters and digits as in Java, or None where it is no pattern.

    Understood beyond Python's own: `\\p{L}` and its like, `[\\w-.]`, `[a[b]`, `(?<name>...)`.
    """
    try:
        return re.compile(_translated(text), re.ASCII)
    except (re.error, OverflowError, RecursionError):
        return None


def _translated(text: str) -> str:
    found, at, inside, start = [], 0, False, 0
    while at < len(text):
        mark = text[at]
        if mark == "\\" and at + 1 < len(text):
            part, at = _escape(text, at, inside=inside)
            found.append(part)
            continue
        if inside and mark == "]" and at > start:
            inside = False
        elif not inside and mark == "[":
            inside = True
            start = at + (2 if text[at + 1 : at + 2] == "^" else 1)
        elif inside and mark == "[":
            mark = r"\["
        elif inside and mark == "-" and re.search(r"\\[wdsWDS]$", text[:at]):
            mark = r"\-"
        elif text.startswith("(?<", at) and text[at + 3 : at + 4] not in ("=", "!"):
            mark, at = "(?P<", at + 2
        found.append(mark)
        at += 1
    return "".join(found)


def _escape(text: str, at: int, *, inside: bool) -> tuple[str, int]:
    """What a backslash begins, and where it ends."""
    match = re.match(r"\\([pP])\{(?:Is|script=)?(\w+)\}|\\([pP])([LNPZ])", text[at:])
    if match is None or (match[2] or match[4]) not in _CLASSES:
        return text[at : at + 2], at + 2
    letters = _CLASSES[match[2] or match[4]]
    negative = (match[1] or match[3]) == "P"
    whole = letters if inside else f"[{'^' if negative else ''}{letters}]"
    return whole, at + match.end()
