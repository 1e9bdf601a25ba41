"""Bound numbers and bound words: the values of expressions, and how a number is printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from atbalss.problems import Refused, problem
from atbalss.report.numerals import NBSP, decimal, percent
from atbalss.report.phrases import phrase
from atbalss.report.words import counted
from atbalss.study.about import Study
from atbalss.study.decimals import half_up
from atbalss.tables.result import (
    CellKey,
    Comparison,
    Flag,
    Number,
    Source,
    Unit,
)

DIFFERENCES = frozenset({Unit.SHARE_DIFFERENCE, Unit.MEAN_DIFFERENCE, Unit.SCORE_DIFFERENCE})
SMALL_MARK = "*"
_DIGITS = {
    Unit.SHARE: 0,
    Unit.SHARE_DIFFERENCE: 0,
    Unit.MEAN: 1,
    Unit.MEAN_DIFFERENCE: 1,
    Unit.COUNT: 0,
    Unit.SCORE: 0,
    Unit.SCORE_DIFFERENCE: 0,
}
_UNIT_NOUNS = {
    Unit.SHARE_DIFFERENCE: "percentage_point",
    Unit.MEAN_DIFFERENCE: "point",
    Unit.SCORE_DIFFERENCE: "point",
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A number and how it is to be printed; filters change the print, never the number."""

    number: Number
    expression: str
    comparison: Comparison | None = None
    unit: bool = True
    signed: bool = True  # for differences
    case: str = "nom"
    interval: bool = False
    aside: bool = False  # the interval stands within the author's brackets: no second pair
    digits: int | None = None
    noun: str = ""  # "respondent": counted in words behind the number
    marked: bool = True  # a small base shows its mark; words that choose themselves carry none

    def change(self, **more: object) -> Printed:
        """The same number, printed otherwise."""
        return replace(self, **more)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class BoundWord:
    """Words that a number allows, or that the build chose for it."""

    text: str
    number: Number
    expression: str
    comparison: Comparison | None = None
    lead: Comparison | None = None  # of a rank word: its place against the next
    unseen: tuple[CellKey, ...] = ()  # of a rank word: what does not rank, as it is hidden


@dataclass(frozen=True, slots=True)
class Pointer:
    """A reference to a numbered thing."""

    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Run:
    """Several values in a row, such as a ranked list."""

    parts: tuple[Value, ...]


Value = Printed | BoundWord | Pointer | Run | str


def scaled(number: Number, value: float | None = None) -> float:
    """The value in the unit it is printed in: percent for shares."""
    raw = number.value if value is None else value
    share = number.unit in {Unit.SHARE, Unit.SHARE_DIFFERENCE}
    return (raw or 0.0) * (100 if share else 1)


def rounded(number: Number, digits: int | None = None) -> Decimal:
    """The number as printed, as a decimal: 36 for a share of 0.3591, half up."""
    return half_up(scaled(number), _DIGITS[number.unit] if digits is None else digits)


def bare_text(number: Number, lang: str, digits: int | None = None) -> str:
    """A number as figures and tables print it: `36 %`, `7,9`, `+10`, `142`."""
    places = _DIGITS[number.unit] if digits is None else digits
    if number.unit is Unit.SHARE:
        return percent(number.value or 0.0, lang, places)
    return decimal(scaled(number), places, lang, signed=number.unit in DIFFERENCES)


def refuse_unprintable(number: Number, expression: str, study: Study) -> None:
    """Raises `Refused` where the small-base rule hides the number or there is none."""
    if number.flag is Flag.HIDDEN and number.unit is not Unit.COUNT:
        limit, base = study.rules.hide_under, number.base or 0
        if base >= limit:
            raise Refused([problem("report-withheld", expression=expression)])
        raise Refused([problem("report-hidden", expression=expression, base=base, limit=limit)])
    if number.value is None:
        raise Refused([problem("report-no-number", expression=expression)])


def text_of(printed: Printed, lang: str, level: float = 0.95) -> str:
    """What is printed, its unit, interval (of the level) and small-base mark with it."""
    number = printed.number
    places = _DIGITS[number.unit] if printed.digits is None else printed.digits
    if printed.interval and printed.digits is None:
        places = _interval_places(number)
    value = scaled(number)
    mark = mark_of(number) if printed.marked else ""
    if number.unit in DIFFERENCES:
        signed = printed.signed
        core = decimal(value if signed else abs(value), places, lang, signed=signed)
        if printed.unit:
            noun = _UNIT_NOUNS[number.unit]
            core += NBSP + counted(abs(half_up(value, places)), noun, lang, printed.case)
        return core + mark + _rounding_aside(printed, lang)
    if number.unit is Unit.SHARE and printed.unit:
        core = percent(number.value or 0.0, lang, places)
    else:
        core = decimal(value, places, lang)
    core += mark
    if printed.noun:
        core += NBSP + counted(half_up(value, places), printed.noun, lang, printed.case)
    if printed.interval:
        words = interval_words(number, lang, places, level)
        core += f"; {words}" if printed.aside else f" ({words})"
    return core


def mark_of(number: Number) -> str:
    """The mark of a small base, which the notes explain; counts and bound words carry none."""
    return SMALL_MARK if number.flag is Flag.MARKED and number.unit is not Unit.COUNT else ""


def is_weighted(number: Number) -> bool:
    """Whether weights cost a part of the number's base."""
    effective = number.base_effective
    return effective is not None and abs(effective - (number.base or 0)) >= 0.5


def _rounding_aside(printed: Printed, lang: str) -> str:
    """The aside where the difference of the printed pair is not the printed difference."""
    other = rounded_difference(printed.comparison)
    if printed.comparison is None or other is None:
        return ""
    places = _DIGITS[printed.number.unit]
    shown = other if printed.signed else abs(other)
    text = decimal(float(shown), places, lang, signed=printed.signed)
    return phrase("rounding_inline", lang, other=text)


def rounded_difference(comparison: Comparison | None) -> Decimal | None:
    """The difference of the printed pair where it is not the printed difference, else None."""
    if comparison is None:
        return None
    of_pair = rounded(comparison.later) - rounded(comparison.earlier)
    return None if of_pair == rounded(comparison.difference) else of_pair


def _interval_places(number: Number) -> int:
    """The decimals of a number and its interval: one or two more where both ends print alike.

    "3,7 (3,7–3,7)" would say that the interval has no width.
    """
    usual = _DIGITS[number.unit]
    low, high = number.low, number.high
    if low is None or high is None or low == high:
        return usual
    ends = scaled(number, low), scaled(number, high)
    apart = (more for more in range(3) if len({half_up(end, usual + more) for end in ends}) == 2)
    return usual + next(apart, 0)


def interval_words(
    number: Number, lang: str, places: int | None = None, level: float = 0.95
) -> str:
    """The interval in words, or why there is none."""
    if number.low is None or number.high is None:
        if number.source is not Source.ANSWERS:
            return phrase("published", lang)
        return phrase("n_too_small", lang)
    digits = _interval_places(number) if places is None else places
    share = number.unit in {Unit.SHARE, Unit.SHARE_DIFFERENCE}
    low = decimal(scaled(number, number.low), digits, lang)
    high = decimal(scaled(number, number.high), digits, lang)
    if number.unit is Unit.SHARE:
        high += "%" if lang == "en" else NBSP + "%"
    elif share:
        high += NBSP + counted(half_up(scaled(number, number.high)), "percentage_point", lang)
    shown = decimal(level * 100, 0, lang)
    return phrase("interval", lang, level=shown, low=low, high=high)
