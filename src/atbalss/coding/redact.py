"""What must not be published of a text: patterns, lists of names and places."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atbalss.coding.places import ALSO_WORDS, NAMES, PLACES
from atbalss.coding.verbatims import Cut, Why
from atbalss.coding.words import folded

_BLANK = r"[\s \-–—.()/]"
_PATTERNS = (
    (Why.EMAIL, re.compile(r"[^\s@<>,;:]+\s?(?:@|\(at\)|\[at\])\s?[^\s@<>,;:]+\.\w{2,}", re.I)),
    (Why.ADDRESS, re.compile(r"(?:https?://|www\.)\S+", re.I)),
    (Why.ADDRESS, re.compile(r"\bLV\d{2}\s?[A-Z]{4}(?:\s?\w){13}\b", re.I)),
    # a personal code: 6 + 5 digits, however they are parted
    (Why.PERSONAL_CODE, re.compile(rf"(?<!\d)\d{{6}}{_BLANK}{{0,3}}\d{{5}}(?!\d)")),
    # a telephone: 7 digits or more, with or without a country's code, however they are parted
    (Why.PHONE, re.compile(rf"\+?\d(?:{_BLANK}{{0,3}}\d){{6,}}")),
)
# places by their kind: "Zaļenieku pagastā", "Skolas ielā 5", "в Резекненской волости"
_PLACE_KINDS = (
    re.compile(
        r"\b(?!(?:Mūs|Jūs|Viņ|Vis|Cit|Katr|Kur)[ua]\b)"
        r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][^\W\d_]+[aeius](?:\s(?:pagast|novad|ciem|muiž)\w*"
        r"|\s(?:iel|bulvār|prospekt|gatv|šosej)\w*(?:\s+\d+\w?(?:[-/]\d+)?)?)"
    ),
    re.compile(r"\b[А-ЯЁ][^\W\d_]+\s(?:волост|кра[йюе]\b|улиц|посёлк|поселк)\w*"),
    re.compile(
        r"(?:\b(?:улиц|волост|деревн|дерев[ео]н|посёл|посел|город)\w*|\bул\.|\bг\.)"
        r"\s+[А-ЯЁ][^\W\d_]+(?:\s+\d+\w?)?"
    ),
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


def found(text: str, names: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> tuple[Cut, ...]:
    """Cuts in order, none within another; patterns go before lists."""
    held: list[Cut] = []
    for why, pattern in _PATTERNS:
        held += [Cut(m.start(), m.end(), why) for m in pattern.finditer(text)]
    held += [Cut(m.start(), m.end(), Why.PLACE) for one in _PLACE_KINDS for m in one.finditer(text)]
    for why, stems in (
        (Why.NAME, _stems(names) | _stems(NAMES)),
        (Why.PLACE, _stems(places) | _stems(PLACES)),
    ):
        held += _listed(text, stems, why)
    kept: list[Cut] = []
    for one in held:
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.start))


@cache
def _stems(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_stem(word) for name in listed for word in name.split() if len(word) > 2)


def _listed(text: str, stems: frozenset[str], why: Why) -> list[Cut]:
    """Words of a list: with a capital letter, and places in haste without one, where no other word
    sounds so.
    """
    plain: frozenset[str] = frozenset()
    if why is Why.PLACE:
        plain = frozenset(one for one in stems - _ALSO_WORDS if len(one) > 3)
    return [
        Cut(match.start(), match.end(), why)
        for match in _WORD.finditer(text)
        if _stem(match.group()) in (stems if match.group()[:1].isupper() else plain)
    ]


_ENDINGS = re.compile(
    "(?:iem|ei|ajam|ajai|ais|am|ai|as|es|is|us|os|im|em|um|am|om|ов|ев|ам|ям|ах|ях|ой|ей|ом|ем|"
    "ою|ею|ого|ему|ым|им|[aeiousāēīūšаеиоуыэюяйь])$"
)


@lru_cache(maxsize=50_000)
def _stem(name: str) -> str:
    """A name without its ending and marks: Bērziņš, Bērziņa, Bērziņam are one."""
    plain = folded(name.strip().lower())
    return _ENDINGS.sub("", plain) if len(plain) > 3 else plain


_ALSO_WORDS = _stems(ALSO_WORDS)
