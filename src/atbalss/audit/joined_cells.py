"""Cells that hold a count and its share, `415 (83 %)`, parted into two columns; years over values, with no labels."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atbalss.audit.language import Language

_N = r"(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})"
_P = r"(?P<p>\d{1,3}(?:[.,]\d{1,2})?\s?%)"
_NOUN = r"(?:\s[^\W\d_][\w-]*\.?)?"
_BOTH = (
    re.compile(rf"{_N}{_NOUN}(?:\s?\(\s?{_P}\s?\)|(?:\s?[/;–—]\s?|,\s){_P.replace('<p>', '<q>')})"),
    re.compile(rf"{_P}(?:\s?\(\s?(?:n\s?=\s?)?{_N}{_NOUN}\s?\)|(?:\s?[/;–—]\s?|,\s){_N.replace('<n>', '<m>')}{_NOUN})", re.IGNORECASE),
)  # fmt: skip
_ALONE = re.compile(r"\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6}|[–—-]?")
_YEAR = re.compile(r"(?:199\d|20[0-3]\d)\.?")
_WORD = {"lv": "skaits", "en": "count", "ru": "число"}

Rows = list[tuple[str, ...]]


def parted(rows: Rows, words: Language) -> Rows:
    """Rows whose cells hold one value each, their first column the labels."""
    rows = _labelled(rows)
    width = len(rows[0])
    if len(rows) < 3 or any(len(row) != width for row in rows):
        return rows
    for column in range(width - 1, 0, -1):
        pairs = [_pair(row[column]) for row in rows[1:]]
        both = [pair for pair in pairs if pair and pair[1]]
        if len(both) < 2 or not all(pairs):
            continue
        heads = _heads(rows[0][column], words)
        made = [(*rows[0][:column], *heads, *rows[0][column + 1 :])]
        for row, pair in zip(rows[1:], pairs, strict=True):
            made.append((*row[:column], *(pair or ("", "")), *row[column + 1 :]))
        rows = made
    return rows


def _pair(cell: str) -> tuple[str, str] | None:
    """(the count, the share) of a cell; the share is empty where it holds a count alone."""
    for pattern in _BOTH:
        if match := pattern.fullmatch(cell.strip()):
            found = match.groupdict()
            return found.get("n") or found.get("m") or "", found.get("p") or found.get("q") or ""
    return (cell.strip(), "") if _ALONE.fullmatch(cell.strip()) else None


def _heads(head: str, words: Language) -> tuple[str, str]:
    """The heads of the two columns that one makes."""
    bare = re.sub(r"\s?[,/]?\s?\(?%\)?|^[nN](?=\s?\()", "", head).strip(" ,/()")
    bare = "" if re.fullmatch(r"n|skaits|count|число", bare, re.IGNORECASE) else bare
    return f"{bare} ({_WORD[words.key]})".strip(), f"{bare}, %".strip(" ,")


def _labelled(rows: Rows) -> Rows:
    """Rows of years and their values with an empty label before them."""
    first = rows[0][0] if rows[0] else ""
    if len(rows) < 2 or not _YEAR.fullmatch(first) or not _all_years(rows[0]):
        return rows
    if not all(row and re.fullmatch(r"[\d.,\s%]+", row[0]) for row in rows[1:]):
        return rows
    return [("", *row) for row in rows]


def _all_years(head: Sequence[str]) -> bool:
    return len(head) > 1 and all(_YEAR.fullmatch(cell) for cell in head)
