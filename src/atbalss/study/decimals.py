"""Decimal numbers as people read them: rounded half up, with the decimal mark of the language."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

_NOISE_DIGITS = 9  # floats of shares carry noise far below; it must not turn 28.5 into 28.4999


def half_up(value: float, digits: int = 0) -> Decimal:
    """`value` rounded half up (away from zero) to `digits` decimals, as a Decimal."""
    exact = Decimal(repr(round(value, _NOISE_DIGITS)))
    return exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def marked(number: str, lang: str) -> str:
    """A number written with a point as the language writes it: with a comma, but in English."""
    return number if lang == "en" else number.replace(".", ",")


def fixed(value: float, digits: int, lang: str) -> str:
    """A number rounded half up to `digits` decimals: `7,9`; no marks of thousands."""
    return marked(f"{half_up(value, digits):f}", lang)
