"""What must not be published of a text: patterns, lists of names and places, words of health."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from atbalss.coding.places import NAMES, PLACES
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
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


def found(text: str, names: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> tuple[Cut, ...]:
    """Cuts in order, none within another; patterns go before lists."""
    held: list[Cut] = []
    for why, pattern in _PATTERNS:
        held += [Cut(m.start(), m.end(), why) for m in pattern.finditer(text)]
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
    return [
        Cut(match.start(), match.end(), why)
        for match in _WORD.finditer(text)
        if match.group()[:1].isupper() and _stem(match.group()) in stems
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


_HEALTH = re.compile(
    r"\b(?:slim[ioīaeu]\w*|saslim\w*|veselīb\w*|invalid\w*|ārst(?:s|a|am|u|i|iem|e|es|ei|ēt\w*)?|"
    r"slimnīc\w*|diagno\w*|operācij\w*|operē\w*|zāles|zālēm|medikament\w*|insult\w*|infarkt\w*|"
    r"vēz(?:is|i|a|im)|ļaundab\w*|diabēt\w*|depresij\w*|psih\w*|alkohol\w*|atkarīb\w*|demenc\w*|"
    r"redz(?:e|i|es|ei)|redzes\w*|dzird(?:e|i|es|ei)|neredz\w*|nedzird\w*|vājredz\w*|trīc\w*|"
    r"ratiņkrēsl\w*|kruķ\w*|grūtniec\w*|stāvoklī|sāp\w*|astm\w*|epilep\w*|kovid\w*|covid\w*|"
    r"здоров\w*|бол(?:ен|ьна|ею|еет|езн\w*|ит|ят|ь|и|ьн\w*)|врач\w*|инвалид\w*|больниц\w*|диагноз\w*|операци\w*|"
    r"лекарств\w*|инсульт\w*|инфаркт\w*|рак(?:а|ом)?|диабет\w*|депресси\w*|психи\w*|алкогол\w*|"
    r"зрени\w*|слух\w*|слеп\w*|глух\w*|дрож\w*|коляск\w*|костыл\w*|беремен\w*|астм\w*|эпилеп\w*|"
    r"health\w*|ill(?:ness)?|sick\w*|doctor\w*|disab\w*|hospital\w*|diagnos\w*|surgery|cancer|"
    r"diabet\w*|depress\w*|mental\w*|blind\w*|deaf\w*|eyesight|wheelchair\w*|pregnan\w*)\b",
    re.I,
)
_FOLDED = re.compile(folded(_HEALTH.pattern), re.I)


def kinds(text: str) -> tuple[str, ...]:
    """`health` where a word of health is met, diacritics or not."""
    met = _HEALTH.search(text) or _FOLDED.search(folded(text))
    return ("health",) if met else ()
