"""How much or how long, as words bound it: `up to 15 minutes`, `no viena līdz trim mēnešiem`, `4 раза и чаще`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from atbalss.audit import regex
from atbalss.audit.numerals import in_words, value_of

Extent = tuple[float, float]  # from, to; in minutes where it is time
_FAR = float("inf")
_UNITS = (
    (1, r"min\w*|мин\w*"),
    (60, r"stund\w*|hours?|hrs?|час\w*"),
    (1440, r"dien\w*|days?|дн(?:я|ей|и|ям)|день|сут\w+"),
    (10080, r"nedēļ\w*|weeks?|недел\w*"),
    (43800, r"mēne\w*|months?|месяц\w*"),
    (525600, r"gad(?:s|a|u|i|us|iem|os)|years?|лет|год\w{0,2}"),
)
_UP_TO = (
    r"mazāk(?: nekā| kā| par)?|īsāk\w*(?: nekā| kā| par)?|līdz|zem|ne (?:ilgāk|vairāk|tālāk)(?: kā| par| nekā)|nepārsniedz|nepilnu"
    r"|less than|fewer than|under|below|up to|within|no (?:more|longer|further) than|not (?:more|longer) than|at most|shorter than"
    r"|меньше(?: чем)?|менее(?: чем)?|до|не (?:более|больше|дольше|свыше)(?: чем)?|в пределах|максимум"
)
_FROM = (
    r"vairāk(?: nekā| kā| par)?|ilgāk(?: nekā| kā| par)?|tālāk(?: nekā| kā| par)?|virs|vismaz|ne mazāk(?: kā| par| nekā)|pārsniedz"
    r"|more than|over|above|longer than|further than|at least|no (?:less|fewer) than|upwards of"
    r"|больше(?: чем)?|более(?: чем)?|свыше|дольше|выше|не (?:менее|меньше|реже)(?: чем)?|как минимум|от"
)
_OR_MORE = r"\+|(?:un|vai) (?:vairāk|ilgāk|biežāk)|(?:and|or) (?:more|over|longer|above|up)|(?:и|или) (?:более|больше|дольше|чаще|выше)"
_OR_LESS = r"(?:un|vai) (?:mazāk|īsāk|retāk)|(?:and|or) (?:less|fewer|under|shorter)|(?:и|или) (?:менее|меньше|реже)"

_TIME = regex.any_case(rf"(?<!\w)(?:{'|'.join(rule for _, rule in _UNITS)})(?!\w)")


@cache
def _rule(lang: str) -> re.Pattern[str]:
    number = rf"\d{{1,4}}(?:[.,]\d)?|(?<!\w){in_words(lang)}(?!\w)"
    unit = "|".join(rule for _, rule in _UNITS)
    article = r"(?<!\w)(?:an?|half an|pus|полу?)(?!\w)"
    amount = rf"(?:{number}|{article})"
    joint = r"\s?[–—-]\s?|\s(?:līdz|to|and|until|до|или|or|vai|un)\s"
    return regex.any_case(
        rf"(?:(?<!\w)(?:no|from|between|от|starp)\s)?(?P<a>{amount})(?:\s(?P<ua>{unit}))?(?:,\s(?:{number}))*(?:{joint})(?P<b>{amount})(?:\s(?:un|and|и) (?:more|vairāk))?\s?-?(?P<ub>{unit})?"
        rf"|(?:(?<!\w)(?P<up>{_UP_TO})\s|(?<!\w)(?P<from>{_FROM})\s)?(?P<n>{amount})(?:[- ]?(?P<un>{unit})(?!\w))?(?:\s?(?:[^\W\d]{{3,12}}\s)?(?P<more>{_OR_MORE})|\s(?P<less>{_OR_LESS}))?"
        rf"|(?<!\w)(?:(?P<up1>{_UP_TO})|(?P<from1>{_FROM}))\s(?P<u1>{unit})(?!\w)"
    )


@lru_cache(maxsize=4_000)
def extent(words: str, lang: str, timed: bool = True) -> Extent | None:
    """The one stretch that words bound; None of words that bound none, or several.

    `timed`: in minutes, where they name units of time; else as the numbers stand.
    """
    matches = _rule(lang).finditer(words)
    found = [made for match in matches if (made := _extent(match, lang, timed))]
    return found[0] if len(found) == 1 else None


def _extent(match: re.Match[str], lang: str, timed: bool) -> Extent | None:
    said = match.groupdict()
    if said["u1"]:
        size = _size(said["u1"], timed)
        return (0.0, size) if said["up1"] else (size, _FAR)
    if said["a"]:
        unit = said["ub"] or said["ua"] or ""
        low = _value(said["a"], lang) * _size(said["ua"] or unit, timed)
        return low, _value(said["b"], lang) * _size(unit, timed)
    size = _value(said["n"], lang) * _size(said["un"] or "", timed)
    if said["less"] or said["up"]:
        return 0.0, size
    if said["more"] or said["from"]:
        return size, _FAR
    return size, size


def _size(unit: str, timed: bool) -> float:
    if not timed:
        return 1.0
    return next(
        (float(n) for n, rule in _UNITS if regex.fullmatch(rule, unit, regex.IGNORECASE)), 1.0
    )


def _value(said: str, lang: str) -> float:
    bare = said.strip().replace(",", ".")
    if bare[0].isdigit():
        return float(bare)
    if regex.fullmatch(r"half an|pus|полу?", bare, regex.IGNORECASE):
        return 0.5
    return float(value_of(bare, lang) or 1)


def is_timed(labels: Sequence[str]) -> bool:
    """Whether labels name units of time."""
    return any(_TIME.search(label) for label in labels)


def is_within(one: Extent, other: Extent) -> bool:
    """Whether one stretch lies in another."""
    return one[0] >= other[0] and one[1] <= other[1]


def is_outside(one: Extent, other: Extent) -> bool:
    """Whether two stretches have nothing in common, but for an end."""
    return one[1] <= other[0] or one[0] >= other[1]
