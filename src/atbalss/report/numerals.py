"""Numbers as they are printed: rounded half up on exact values, with the marks of the language."""

from __future__ import annotations

from functools import lru_cache

from atbalss.study.decimals import half_up

NBSP = "\u00a0"
MINUS = "\u2212"


@lru_cache(maxsize=10_000)  # the same few hundred numbers, in texts, tables and charts
def decimal(value: float, digits: int, lang: str, *, signed: bool = False) -> str:
    """A number with `digits` decimals; lv and ru: decimal comma, thousands by no-break spaces."""
    rounded = half_up(value, digits)
    text = f"{abs(rounded):,f}"
    if lang != "en":
        text = text.replace(",", NBSP).replace(".", ",")
        whole = text.split(",")[0]
        if len(whole) == 5 and whole[1] == NBSP:  # 4-digit numbers stay together
            text = text.replace(NBSP, "", 1)
    if rounded < 0:
        return MINUS + text
    return "+" + text if signed and rounded > 0 else text


def percent(share: float, lang: str, digits: int = 0) -> str:
    """A share 0..1 as percent: `36 %` (no-break space) in lv and ru, `36%` in en."""
    gap = "" if lang == "en" else NBSP
    return decimal(share * 100, digits, lang) + gap + "%"
