"""Printed numbers as numbers of a spreadsheet: the exact value under the format that prints it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from atbalss.study.decimals import half_up

_PRINTED = (
    r"(?P<floor>≥\s?)?(?P<sign>[+−-])?(?P<whole>\d{1,3}(?:[%s]\d{3})+|\d+)"
    r"(?:[%s](?P<rest>\d+))?(?P<percent>\s?%%)?(?P<marks>[*†↑↓⁺⁻]*)"
)
_BLANKS = "\u00a0\u202f "
_ENGLISH = re.compile(_PRINTED % (f"{_BLANKS},", "."))
_OTHERS = re.compile(_PRINTED % (_BLANKS, ",."))  # there a comma begins the decimals: 0,033
DIGITS = 9


def number_of(text: str, entry: Mapping[str, object], lang: str) -> tuple[float, str] | None:
    """Value and number format of a printed number; None where the text is none.

    `entry` is what `numbers.json` knows of it: its exact value is taken where it prints as `text`
    does, so that an analyst can go on from it; else the printed one.
    """
    found = (_ENGLISH if lang == "en" else _OTHERS).fullmatch(text.strip())
    if found is None:
        return None
    digits = len(found["rest"] or "")
    whole = re.sub(r"\D", "", found["whole"])
    printed = float(f"{whole}.{found['rest'] or '0'}")
    signed = -printed if found["sign"] in ("−", "-") else printed
    share = bool(found["percent"])
    value = signed / 100 if share else signed
    exact = entry.get("value")
    if isinstance(exact, float | int):
        for scale in (1.0, 100.0):
            shown = float(exact) * (100 if share else scale)
            if float(half_up(shown, digits)) == signed:
                value = float(exact) * (1.0 if share else scale)
                break
    return round(value, DIGITS), _format(found, digits, lang)


def _format(found: re.Match[str], digits: int, lang: str) -> str:
    grouped = not found["whole"].isdigit()
    form = "#,##0" if grouped else "0"
    form += f".{'0' * digits}" if digits else ""
    if found["percent"]:
        form += "%" if lang == "en" else '"\u00a0"%'
    if found["floor"]:
        form = f'"≥\u00a0"{form}'
    if found["marks"]:
        form += f'"{found["marks"]}"'
    if found["sign"]:
        return f'{"+" if found["sign"] == "+" else ""}{form};"−"{form};{form}'
    return form
