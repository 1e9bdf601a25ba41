"""Names for questions and codes out of names that files give them: letters a-z, digits, `_`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f h c ch sh sch _ y _ e yu ya".split(),
        strict=True,
    )
)
_RESERVED = frozenset({"id", "weight", "wave", "name", "label", "type", "meta", "instanceid"})
LONGEST = 60


def plain_names(names: Iterable[str], *, prefix: str = "v") -> dict[str, str]:
    """For each name a short one of a-z, 0-9 and `_`, case kept; no two alike but for case.

    Accents are dropped, Cyrillic is transliterated; a name of which nothing is left becomes
    `prefix` and its place.
    """
    made: dict[str, str] = {}
    taken = set(_RESERVED)
    for place, name in enumerate(names, start=1):
        first = plain(name) or f"{prefix}{place}"
        if not first[0].isalpha():
            first = f"{prefix}{first.lstrip('_')}"
        new, count = first, 1
        while new.lower() in taken:
            count += 1
            new = f"{first}_{count}"
        taken.add(new.lower())
        made[name] = new
    return made


def plain(name: str) -> str:
    """A text as letters a-z, digits and `_`; "" where nothing is left of it."""
    out = []
    for sign in unicodedata.normalize("NFKD", name):
        low = sign.lower()
        if low in _CYRILLIC:
            new = _CYRILLIC[low].replace("_", "")
            out.append(new.capitalize() if sign != low else new)
        elif sign.isascii() and (sign.isalnum() or sign == "_"):
            out.append(sign)
        elif not unicodedata.combining(sign):
            out.append("_")
    return re.sub(r"__+", "_", "".join(out)).strip("_")[:LONGEST].strip("_")
