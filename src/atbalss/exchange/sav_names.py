"""Names that SPSS can hold: at most 64 bytes, letters first, no two alike but for case."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from atbalss.exchange.losses import cut

LONGEST = 64
_RESERVED = frozenset("all and by eq ge gt le lt ne not or to with".split())
_OTHER = re.compile(r"[^\w.$#@]", re.UNICODE)


def valid_names(names: Iterable[str]) -> dict[str, str]:
    """For each name, in order, one that SPSS accepts: itself where it can be kept."""
    every = list(dict.fromkeys(names))
    return dict(zip(every, apart(every), strict=True))


def apart(names: Iterable[str]) -> list[str]:
    """Names that SPSS accepts, each its own though the same be wanted twice."""
    taken: set[str] = set()
    made: list[str] = []
    for name in names:
        first = _valid(name)
        new, count = first, 1
        while new.lower() in taken:
            count += 1
            tail = f"_{count}"
            new = cut(first, LONGEST - len(tail)) + tail
        taken.add(new.lower())
        made.append(new)
    return made


def _valid(name: str) -> str:
    new = _OTHER.sub("_", unicodedata.normalize("NFC", name))
    if not new or not new[0].isalpha():
        new = "v" + new
    new = cut(new, LONGEST)
    while new.endswith((".", "_")) and len(new) > 1 and not name.endswith("_"):
        new = new[:-1]
    return f"{new}_" if new.lower() in _RESERVED else new.rstrip(".")
