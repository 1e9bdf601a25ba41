"""Numbers as figures and their data tables print them."""

from __future__ import annotations

from atbalss.report.figure_words import word
from atbalss.report.numerals import NBSP, decimal, percent
from atbalss.study.decimals import half_up
from atbalss.tables.result import Flag, Number, Source, Unit

NONE, HIDDEN = "–", "…"  # in all tables: there is nothing to tell; there is, and it is hidden


def text_of(number: Number | None, lang: str) -> str:
    """A number as printed in figures: whole percent, means with one decimal; "" where hidden."""
    if number is None or number.value is None or number.flag in (Flag.HIDDEN, Flag.EMPTY):
        return ""
    if number.unit is Unit.SHARE:
        text = percent(number.value, lang)
    elif number.unit is Unit.MEAN:
        text = decimal(number.value, 1, lang)
    else:
        text = decimal(number.value, 0, lang)
    return f"≥{NBSP}{text}" if number.is_floor else text


def absent(number: Number | None) -> str:
    """What stands where no number does; the notes explain what is hidden."""
    return HIDDEN if number is not None and number.flag is Flag.HIDDEN else NONE


def mark_of(number: Number | None) -> str:
    """The sign behind a number that the notes explain: small base, derived from print."""
    if number is None or number.value is None:
        return ""
    small = "*" if number.flag is Flag.MARKED else ""
    return small + ("†" if number.source is Source.DERIVED else "")


def interval_of(number: Number | None, lang: str) -> str:
    """The interval of a number as printed, "n par mazu" where there is none for that reason."""
    if number is None or not text_of(number, lang):
        return ""
    if number.low is None or number.high is None:
        return word("small", lang) if number.interval == "n_too_small" else ""
    if number.unit is Unit.SHARE:
        unit = "%" if lang == "en" else f"{NBSP}%"
        return f"{half_up(number.low * 100)}–{half_up(number.high * 100)}{unit}"
    return f"{decimal(number.low, 1, lang)}–{decimal(number.high, 1, lang)}"
