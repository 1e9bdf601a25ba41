"""Numbers of a sentence: percents, percentage points, means, counts; each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.language import words_of
from atbalss.audit.numerals import after_larger, in_words, value_of


class Unit(StrEnum):
    """What a number measures."""

    PERCENT = "percent"
    POINTS = "points"  # percentage points, or points of a scale
    NONE = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as printed: value, decimals, unit, sign (-1, 0 none printed, 1) and place."""

    value: float
    digits: int
    unit: Unit
    sign: int
    start: int
    end: int
    ranged: bool = False  # one end of "15-20 %"

    @property
    def step(self) -> float:
        """One unit of the last digit."""
        return float(10**-self.digits)

    @property
    def shown(self) -> str:
        """The value as printed, with a decimal point."""
        return f"{self.value:.{self.digits}f}"


_THOUSANDS = regex.pattern(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_GLUED = regex.pattern(r"[\d]|[./]\d|:\d(?![\d.,]*\s?%)|[-–]?[^\W\d_]")
_YEAR = regex.pattern(r"(?:199|20[0-3])\d")
_SEASON = regex.pattern(r"\.?/(?:\d\d)?\d\d(?!\d)")  # behind a year: 2021/22
_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?![\d])(?:\.\d{1,3})?|\d+(?:[.,]\d{1,3})?"


@lru_cache(maxsize=4)
def _pattern(lang: str) -> re.Pattern[str]:
    words = words_of(lang)
    points = rf"(?P<points>[ -]?(?:{words.points})(?!\w))"
    percent = rf"(?P<percent>\s?%|\s(?:{words.percent})(?!\w))"
    to = r"(?P<to>(?:\s?[–-]\s?|—)(?=\d+(?:[.,]\d+)?\s?%))"
    return regex.any_case(
        rf"(?<![\w.,/])(?P<sign>[+−–-]\s?(?=\d))?(?P<n>{_DIGITS})(?:{points}|{percent}|{to})?"
    )


@lru_cache(maxsize=20_000)
def numbers(text: str, lang: str) -> tuple[Number, ...]:
    """All numbers of a sentence in order; dates, laws and references are among them, unitless."""
    found: list[Number] = []
    to_before = False
    for match in _pattern(lang).finditer(text):
        printed = match.group("n")
        after = text[match.end("n") :]
        glued = _GLUED.match(after)
        season = _SEASON.match(text, match.end("n")) if _YEAR.fullmatch(printed) else None
        if glued and not season and not match.group("percent") and not match.group("points"):
            continue
        value, digits = _value(printed, lang)
        value = float(_last_of(printed, season)) if season else value
        unit = Unit.NONE
        to_next = (
            match.group("to")
            and value <= 100
            and not _ends_label(text, match)
            and not regex.search(
                r"(?:№|#|Nr\.|No\.|\d[–-])\s?$",
                text[: match.start()],  # "18-29 – 77 %"
            )
        )
        if match.group("percent") or to_next:
            unit = Unit.PERCENT
        elif match.group("points"):
            if _OF_ERROR.search(text[: match.start("n")]):
                continue  # `within the margin (5.2 points)` is no difference
            unit = Unit.POINTS
        signed = 0 if to_before else _sign(match.group("sign") or "", text[: match.start()])
        end = match.end() if not match.group("to") else match.end("n")
        ranged = bool(to_next) or to_before
        found.append(Number(value, digits, unit, signed, match.start("n"), end, ranged))
        to_before = bool(to_next)
    found += _in_words(text, lang)
    if _HUNDRED.search(text):
        found = _of_hundred(text, lang, found)
    return tuple(sorted(found, key=lambda item: item.start))


def _sign(sign: str, before: str) -> int:
    """1 of a plus, -1 of a minus; 0 of none, of a dash before a number, of a dash in a range."""
    last = before.rstrip()[-1:]
    if not sign or (sign[0] in "–-" and (last.isalnum() or last == "%")):
        return 0
    parted = last and last not in ":(=[~" and not sign.startswith(("+", "−"))
    if sign.endswith(" ") and (sign[0] in "–—" or parted):
        return 0
    return 1 if sign[0] == "+" else -1


_OF_ERROR = regex.any_case(
    r"(?<!\w)(?:margins?|errors?|kļūd\w*|погрешност\w*|ошибк\w*)(?: [^\W\d_]+){0,4}\s?(?:\(|[–—:-]\s)\s?$"
)
_HUNDRED = regex.any_case(
    r"(?<![\d.,])100(?![\d.,]*\d|\s?%)|hundred|simt|(?<!\w)(?:сто|ста|сотн\w*)(?!\w)"
)
_EACH_HUNDRED = regex.any_case(  # `83 customers in every hundred`
    r"(?:\s[^\W\d][\w'’-]*){0,3}?\s(?:in|out of|of|per|no|uz|из|на)\s(?:a|an|one|each|every|any|the|katr\w+|ikvien\w+|кажд\w+|люб\w+)?\s?(?:one |vien\w+ )?(?:100|hundred|simt\w*|сто|ста|сотн\w*)(?![\d.,]*[\d%]|\s?%)(?![^\W\d])(?!\s\d)"
)


def _of_hundred(text: str, lang: str, found: list[Number]) -> list[Number]:
    """Numbers of which some are told of a hundred: these are percents."""
    made: list[Number] = []
    over = -1
    spelt = [
        Number(float(value_of(match.group(0), lang)), 0, Unit.NONE, 0, match.start(), match.end())
        for match in regex.finditer(
            rf"(?<![\w-])(?:{in_words(lang)})(?![\w-])", text, regex.IGNORECASE
        )
    ]
    for item in sorted([*found, *(one for one in spelt if one.value)], key=lambda one: one.start):
        if item.start < over:
            continue
        match = _EACH_HUNDRED.match(text, item.end)
        whole = item.unit is Unit.NONE and not item.sign and 0 < item.value < 100
        if match and whole:
            over = match.end()
            made.append(Number(item.value, item.digits, Unit.PERCENT, 0, item.start, over))
        elif item in found:
            made.append(item)
    return made


_TO = regex.any_case(  # `up to 10 people`, `from 11 to 50`: an answer whose share follows a dash
    r"(?<!\w)(?:to|over|under|above|below|than|until|līdz|virs|zem|par|nekā|до|по|свыше|более|менее|старше|больше|меньше|выше)\s$|[<>≤≥]\s?$"
)
_SHARE = regex.pattern(r"\d+(?:[.,]\d+)?")


def _ends_label(text: str, match: re.Match[str]) -> bool:
    """Whether a number before a dash and a share is the end of a label: `11 to 50 — 37 %`, `50 – 37 %`."""
    if _TO.search(text, max(0, match.start("n") - 12), match.start("n")):
        return True
    after = _SHARE.match(text, match.end())
    return after is not None and float(after[0].replace(",", ".")) < float(
        match.group("n").replace(",", ".").replace(" ", "")
    )


@lru_cache(maxsize=4)
def _spelt(lang: str) -> re.Pattern[str]:
    words = words_of(lang)
    unit = rf"(?P<points>[ -](?:{words.points})(?!\w))|(?P<percent>\s(?:{words.percent})(?!\w))"
    return regex.any_case(rf"(?<![\w-])(?P<said>{in_words(lang)})(?:{unit})")


_COMPARED = regex.pattern(  # "five points above the level of 2022"
    r" (?:above|below|more|less|up|down|ahead|behind|higher|lower|vairāk|mazāk|augstāk|zemāk|больше|меньше|выше|ниже)(?!\w)"
)


def _in_words(text: str, lang: str) -> Iterator[Number]:
    """`by two percent`, `sixty-one per cent`: numbers in words before "percent" or "percentage points"."""
    for match in _spelt(lang).finditer(text):
        named = regex.search(r"cent|цент|проц", match.group(0), regex.IGNORECASE)
        named = named or _COMPARED.match(text, match.end())
        if not named or after_larger(text[max(0, match.start() - 20) : match.start()], lang):
            continue
        value = value_of(match.group("said"), lang)
        again = regex.match(rf"\s?\(\s?{value}\s?%", text[match.end() :])  # in digits too
        if value and not again:
            unit = Unit.POINTS if match.group("points") else Unit.PERCENT
            yield Number(float(value), 0, unit, 0, match.start(), match.end())


def _last_of(year: str, season: re.Match[str]) -> int:
    """The later year of a season: 2022 of 2021/22."""
    last = regex.sub(r"\D", "", season.group(0))
    return int(year[: 4 - len(last)] + last)


def years_in(text: str) -> frozenset[int]:
    """All years that a text names, a season by its later one."""
    found = regex.finditer(r"(?<![\d/])(?<!\d[.]/)(?:199\d|20[0-3]\d)(?![\d,.]\d)", text)
    return frozenset(
        _last_of(year.group(0), season)
        if (season := _SEASON.match(text, year.end()))
        else int(year.group(0))
        for year in found
    )


def _value(printed: str, lang: str) -> tuple[float, int]:
    bare = printed.replace(" ", "").replace("\u00a0", "").replace("\u202f", "")
    if ("," in bare and _THOUSANDS.fullmatch(bare)) and (lang == "en" or bare.count(",") > 1):
        bare = bare.replace(",", "")
    bare = bare.replace(",", ".")
    _whole, _, part = bare.partition(".")
    return float(bare), len(part)


def year_of(number: Number) -> int:
    """The year that a unitless number may be; 0 where it is none."""
    whole = number.unit is Unit.NONE and number.digits == 0 and number.sign == 0
    return int(number.value) if whole and 1990 <= number.value <= 2039 else 0


def whole_number(printed: str) -> int:
    """A count as printed: `1,214`, `1 214`."""
    return int(regex.sub(r"\D", "", printed))
