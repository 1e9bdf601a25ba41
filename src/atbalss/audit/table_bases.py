"""Of how many persons each row of a column of shares is: found by counting, whatever its columns are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from atbalss.audit import regex
from atbalss.audit.text import Block

_WHOLE = regex.pattern(r"\s*(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})(?:\s[^\W\d_]+\.?)?\s*")
_SHARE = regex.pattern(r"\s*(?P<n>\d{1,3}(?:[.,]\d{1,2})?)\s?%?\s*")
_SPARE = 0.76  # points: a share printed without decimals, rounded or cut off
_LEAST_ALL = 20  # persons
_LEAST = 2  # rows that bear it out


def row_bases(block: Block, column: int) -> list[int]:
    """The base of each row below the head: another column's count, or what the counts make; [] where unknown.

    `Asked | Yes | Yes, %`: each share is one count of the other. `Count | %`: each is its count of all.
    """
    rows = block.rows[1:]
    shares = [_share(row[column]) if column < len(row) else -1.0 for row in rows]
    counts = {
        place: values
        for place in range(1, len(block.rows[0]))
        if place != column and all(values := [_whole(row, place) for row in rows])
    }
    if len(rows) < _LEAST or not counts:
        return []
    for place, of in counts.items():
        for other, parts in counts.items():
            if place != other and _fit(parts, of, shares):
                return of
    for parts in counts.values():
        total = sum(parts)
        if len(parts) > _LEAST and parts[-1] * 2 == total:
            total = parts[-1]  # the last row is that of all
        if _fit(parts, [total] * len(parts), shares):
            return [total] * len(parts)
    for parts in counts.values():
        if _are_groups(parts, shares):
            return parts
    return []


def _are_groups(parts: Sequence[int], shares: Sequence[float]) -> bool:
    """Whether the last row is of all: its count is the sum, its share the mean of those of the groups."""
    if len(parts) < _LEAST + 1 or parts[-1] * 2 != sum(parts) or min(shares) < 0:
        return False
    mean = sum(n * share for n, share in zip(parts[:-1], shares[:-1], strict=True)) / parts[-1]
    return abs(mean - shares[-1]) <= 1 and len(set(shares)) > 1


def total_row(block: Block) -> int:
    """The last row, where it counts as many as all others together: `The whole works | 555`; else 0."""
    rows = block.rows[1:]
    for place in range(1, len(block.rows[0])) if len(rows) > _LEAST else ():
        parts = [_whole(row, place) for row in rows]
        if all(parts) and parts[-1] > _LEAST_ALL and parts[-1] * 2 == sum(parts):
            return len(rows)
    return 0


def column_bases(block: Block, columns: Sequence[int], told: re.Pattern[str]) -> list[int]:
    """The base of each column, where a row tells how many were asked: `Interviewed | 1,002 | 1,010`."""
    for row in block.rows[1:]:
        if told.fullmatch(row[0].strip(" ,.:")):
            found = [_whole(row, place) for place in columns]
            if all(found) and max(found) > 100:
                return found
    return [0] * len(columns)


def _fit(parts: Sequence[int], of: Sequence[int], shares: Sequence[float]) -> bool:
    """Whether all rows but one at most print the share that a count makes of its base."""
    known = [row for row in zip(parts, of, shares, strict=True) if row[2] >= 0]
    right = sum(abs(100 * part / base - share) <= _SPARE for part, base, share in known)
    return right >= max(_LEAST, len(known) - 1) and all(part <= base for part, base, _ in known)


def _share(cell: str) -> float:
    match = _SHARE.fullmatch(cell)
    return float(match.group("n").replace(",", ".")) if match else -1.0


def _whole(row: Sequence[str], place: int) -> int:
    match = _WHOLE.fullmatch(row[place]) if place < len(row) else None
    return int(regex.sub(r"\D", "", match.group("n"))) if match else 0
