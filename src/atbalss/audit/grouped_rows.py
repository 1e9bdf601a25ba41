"""Tables with two columns of words, `Sex | Male | 49`: rows under the name of their group, which stands alone."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from atbalss.audit import regex

Rows = list[tuple[str, ...]]
_VALUE = regex.pattern(r"[<>≈~]?\s?[-–−+]?\d[\d\s\u00a0.,]*\s?%?(?:\s?[±(/].*)?|[–—-]?")
_YEAR = regex.pattern(r"(?:199\d|20[0-3]\d)\b.*")
_FEWEST = 3  # columns


def grouped(rows: Rows, numbers: Sequence[int]) -> tuple[Rows, list[int]]:
    """Rows with their line numbers; those of one group of two or more labels stand below its name."""
    body = rows[1:]
    if not _has_groups(rows):
        return rows, list(numbers)
    names = _carried([row[0] for row in body])
    empty = ("",) * (len(rows[0]) - 2)
    found, lines = [rows[0][1:]], [numbers[0]]
    last = None
    for name, row, line in zip(names, body, numbers[1:], strict=True):
        if name != last:
            found.append((name, *empty))
            lines.append(line)
            last = name
        found.append(row[1:])
        lines.append(line)
    return found, lines


def _carried(names: Sequence[str]) -> list[str]:
    """Names, each going on down the empty cells below it."""
    found: list[str] = []
    for name in names:
        found.append(name or (found[-1] if found else ""))
    return found


def _has_groups(rows: Rows) -> bool:
    """Whether the first column names groups and the second what stands in each of them."""
    body = rows[1:]
    width = len(rows[0])
    if len(body) < _FEWEST or width < _FEWEST or any(len(row) != width for row in rows):
        return False
    names = [row[0].strip() for row in body]
    labels = [row[1].strip() for row in body]
    if not names[0] or (all(names) and len(set(names)) == len(names)):
        return False
    if not all(labels) or all(map(_YEAR.fullmatch, labels)) or all(map(_YEAR.match, names)):
        return False
    plain = [regex.fullmatch(r"\d+(?:[.,]\d+)?\s?%?", label) is not None for label in labels]
    if 2 * sum(plain) >= len(plain) or not any(regex.search(r"[^\W\d]", name) for name in names):
        return False
    valued = [_VALUE.fullmatch(cell.strip()) for row in body for cell in row[2:3]]
    if not all(valued):
        return False
    known = _carried(names)
    groups = [list(group) for _, group in itertools.groupby(range(len(body)), known.__getitem__)]
    apart = len({known[group[0]] for group in groups}) == len(groups)
    unlike = all(len({labels[at] for at in group}) == len(group) for group in groups)
    return apart and unlike and len(groups) > 1 and all(len(group) > 1 for group in groups)
