"""Cells that hold a count and its share, `415 (83 %)`, parted into two columns; years over values, with no labels."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.audit import regex
from atbalss.audit.language import Language

_N = r"(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})"
_P = r"(?P<p>\d{1,3}(?:[.,]\d{1,2})?\s?%)"
_NOUN = r"(?:\s[^\W\d_][\w-]*\.?)?"
_BOTH = (
    regex.pattern(rf"{_N}{_NOUN}(?:\s?\(\s?{_P}\s?\)|(?:\s?[/;]\s?|\s[–—]\s|,\s){_P.replace('<p>', '<q>')})"),
    regex.any_case(rf"{_P}(?:\s?\(\s?(?:n\s?=\s?)?{_N}{_NOUN}\s?\)|(?:\s?[/;]\s?|\s[–—]\s|,\s){_N.replace('<n>', '<m>')}{_NOUN})"),
)  # fmt: skip
_ALONE = regex.pattern(r"\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6}|[–—-]?")
_YEAR = regex.pattern(r"(?:199\d|20[0-3]\d)\.?")
_SPAN = regex.any_case(r"interv|интервал|\bCI\b|\bДИ\b|\bTI\b")
_WORD = {"lv": "skaits", "en": "count", "ru": "число"}

Rows = list[tuple[str, ...]]


def parted(rows: Rows, words: Language) -> Rows:
    """Rows whose cells hold one value each, their first column the labels."""
    rows = _without_dashes(_turned(_labelled(rows)))
    width = len(rows[0])
    if len(rows) < 3 or any(len(row) != width for row in rows):
        return rows
    for column in range(width - 1, 0, -1):
        pairs = [_pair(row[column]) for row in rows[1:]]
        both = [pair for pair in pairs if pair and pair[1]]
        if len(both) < 2 or not all(pairs) or _SPAN.search(rows[0][column]):
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
    bare = regex.sub(r"\s?[,/]?\s?\(?%\)?|^[nN](?=\s?\()", "", head).strip(" ,/()")
    bare = "" if regex.fullmatch(r"n|skaits|count|число", bare, regex.IGNORECASE) else bare
    return f"{bare} ({_WORD[words.key]})".strip(), f"{bare}, %".strip(" ,")


def _labelled(rows: Rows) -> Rows:
    """Rows of years and their values with an empty label before them."""
    first = rows[0][0] if rows[0] else ""
    if len(rows) < 2 or not _YEAR.fullmatch(first) or not _all_years(rows[0]):
        return rows
    if not all(row and regex.fullmatch(r"[\d.,\s%]+", row[0]) for row in rows[1:]):
        return rows
    return [("", *row) for row in rows]


_TOLD = regex.pattern(r"(?P<label>[^:]*[^:\s])\s?:\s(?P<value>\d{1,3}(?:[.,]\d{1,2})?\s?%?)")
_VALUE = regex.pattern(r"\d{1,3}(?:[.,]\d{1,2})?\s?%?")


def _turned(rows: Rows) -> Rows:
    """One row of answers as a list: `2022: 74 | 2023: 82`, or `Yes | No` over `44 | 56`."""
    if len(rows) == 1 and len(rows[0]) > 1:
        told = [_TOLD.fullmatch(cell.strip()) for cell in rows[0]]
        if all(told):
            return [("", ""), *((m.group("label"), m.group("value")) for m in told if m)]
    if len(rows) != 2 or len(rows[0]) != len(rows[1]) or len(rows[0]) < 2:
        return rows
    heads, values = rows
    named = all(regex.search(r"[^\W\d_]", head) and not regex.search(r"\d", head) for head in heads)
    if not named or not all(_VALUE.fullmatch(value.strip()) for value in values):
        return rows
    made = sum(float(value.strip(" %").replace(",", ".")) for value in values)
    if abs(made - 100) > len(values) / 2:
        return rows
    return [("", "%"), *zip(heads, values, strict=True)]


def _without_dashes(rows: Rows) -> Rows:
    """Rows without a column of dashes alone: `Yes | – | 74 %`."""
    width = len(rows[0])
    if len(rows) < 2 or width < 3 or any(len(row) != width for row in rows):
        return rows
    kept = [
        at
        for at in range(width)
        if at == 0 or not all(row[at].strip() in ("–", "—", "-", ":", "") for row in rows)
    ]
    return [tuple(row[at] for at in kept) for row in rows] if len(kept) < width else rows


def _all_years(head: Sequence[str]) -> bool:
    return len(head) > 1 and all(_YEAR.fullmatch(cell) for cell in head)
