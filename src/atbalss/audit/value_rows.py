"""Rows of values under a caption as a PDF's text gives them: `By post or e-mail 8 11`, one space apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from atbalss.audit import regex
from atbalss.audit.columns import Columns

_VALUE = r"[+±−–-]?\d{1,5}(?:[.,]\d{1,3})?%?|[–—-]|<\d{1,2}|\*"
_IS_VALUE = regex.pattern(_VALUE)
_YEAR = regex.pattern(r"(?:199\d|20[0-3]\d)\.?")
_DATED = regex.any_case(
    r"(?<=\d\d\d\d)\.? ?(?:gad[sāu]|г\.|год(?:у)?)(?!\w)|(?<=\d\d\d\d)\.(?= |$)"
)
_COLUMN = regex.any_case(r"%|[nN]|\d{1,3}\s?[–-]\s?\d{1,3}|\d{1,3}\+|[nN]=\d+|[^\W\d][\w()-]*")
_MEASURE = regex.any_case(
    r"%|[nN]|skait\w+|procent\w*|respondent\w*|count|number|per ?cent|percentage|share|mean|readers|persons|число|доля|процент\w*|чел\.?|кол-во|vidēj\w+|средн\w+"
)
_PROSE = regex.pattern(r"[.!?;:…][”“»\"')]?$|[.!?]\s+[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]")
_MARK = regex.pattern(r"^(?:[-*+•·–—▪●◦]|\d{1,2}\)|[a-zа-я]\))\s+")  # of an item
_BASED = regex.any_case(
    r"(?<!\w)n\s?=\s?\d|^\W*(?:bāze|base|база)\b|^(?:[вv] )?% (?:no|of|от|из|среди|among)\s|(?<![\d\s])[\s,]+% (?:no|of|от|из)\s(?:[^\W\d]+\s)*\d[\d\s,]*$"
)
_LONGEST = 90
_BACK = 6  # lines between a caption and its rows: a question, a base


def rows_at(lines: Sequence[str], at: int, captioned: Callable[[str], bool]) -> Columns | None:
    """The table of values under a caption that begins at a line (its head or first row); else None."""
    if not _under_caption(lines, at, captioned):
        return None
    rows, end = _rows(lines, at, 0)
    if rows and not all(_YEAR.fullmatch(value) for value in rows[0][2]):
        return _made(at, (), rows, end)
    head = " ".join(lines[at].split())
    if len(head) > _LONGEST or _PROSE.search(head):
        return None
    rows, end = _rows(lines, at + 1, 0)
    if not rows:
        return _parted(lines, at)
    width = min(len(values) for _, _, values in rows)
    heads = _heads(head, width)
    narrow = len(_DATED.sub("", head).split()) - 1
    if 0 < narrow < width and head[:1].isalpha():
        joined = _even(rows, narrow)
        if all(len(row[2]) == narrow and "*" not in row[2] for row in joined):
            heads, rows = _heads(head, narrow) or heads, joined
    if heads is None:
        wrapped, until = _rows(lines, at, width)
        return _made(at, (), wrapped, until) if wrapped else None
    return _made(at, heads, rows, end)


def _under_caption(lines: Sequence[str], at: int, captioned: Callable[[str], bool]) -> bool:
    blanks = 0
    for back in range(1, _BACK + 1):
        if back > at:
            return False
        line = lines[at - back].strip()
        blanks += not line
        if blanks > 1:
            return False
        if line and captioned(line):
            return True
        asks = "?" in line or _BASED.search(line)
        title = back == at or not lines[at - back - 1].strip() or captioned(lines[at - back - 1])
        if line and not asks and not title and line.endswith("."):
            return False
        if line and not asks and _trailing(line):
            return False
    return False


def _trailing(line: str) -> tuple[str, ...]:
    """The values at the end of a line; a number alone has no label and is none, nor is a base."""
    if _BASED.search(line):
        return ()
    words = regex.sub(r"(?<=\d)\s%", "%", line).split()
    found: list[str] = []
    while len(words) > 1 and _IS_VALUE.fullmatch(words[-1]):
        found.insert(0, words.pop())
    return tuple(found) if any(char.isdigit() for word in found for char in word) else ()


def _bare(line: str) -> tuple[str, ...]:
    words = regex.sub(r"(?<=\d)\s%", "%", line).split()
    return tuple(words) if words and all(map(_IS_VALUE.fullmatch, words)) else ()


_Row = tuple[int, str, tuple[str, ...]]


def _rows(lines: Sequence[str], at: int, width: int) -> tuple[list[_Row], int]:
    """Rows from a line on (place, label, values) and where they end; labels may take two lines."""
    rows: list[_Row] = []
    place, label, begun = at, "", at
    while place < len(lines):
        line = _MARK.sub("", " ".join(lines[place].split()))
        values = _trailing(line) if not (label and _bare(line)) else _bare(line)
        if not line or len(line) > _LONGEST or (not values and _PROSE.search(line)):
            break
        if values:
            own = line if not _bare(line) else ""
            goes_on = not label or not own or own[:1].islower() or own[:1] == "("
            if not goes_on:
                break
            rows.append((begun if label else place, f"{label} {own}".strip(), values))
            label, place = "", place + 1
            continue
        after = " ".join(lines[place + 1].split()) if place + 1 < len(lines) else ""
        continued = after[:1].islower() or bool(_bare(after))
        if label or not (_trailing(after) or _bare(after)) or not continued:
            break
        if not (rows or width or _bare(after)):
            break
        label, begun, place = line, place, place + 1
    end = place if not label else begun
    enough = len(rows) > 1 or (rows and at > 0 and _years_over(lines[at - 1], rows[0]))
    return (_even(rows), end) if enough else ([], at)


def _years_over(head: str, row: _Row) -> bool:
    """Whether a line is years alone but for its first cell, one for each value of the row below it."""
    words = _DATED.sub("", head).split()
    years = [word for word in words if _YEAR.fullmatch(word)]
    return len(years) == len(row[2]) > 1 and len(words) <= len(years) + 1


def _even(rows: Sequence[_Row], wanted: int = 0) -> list[_Row]:
    """Rows with as many values each as the one with the fewest; thousands parted by a space made one."""
    width = wanted or min(len(values) for _, _, values in rows)
    made = []
    for place, line, values in rows:
        joined = _joined(values, width)
        words = regex.sub(r"(?<=\d)\s%", "%", line).split()
        label = words if not _trailing(line) else words[: -len(values)]
        if len(values) > width and len(joined) != width and not wanted:
            label, joined = [*label, *values[:-width]], list(values[-width:])
        kept = values if len(values) == width else tuple(joined)
        made.append((place, " ".join(label), kept))
    return made


def _joined(values: Sequence[str], width: int) -> list[str]:
    """Values whose thousands a space parts made one: as many as are needed, else all."""
    words, many = " ".join(values), len(values) - width
    if many > 0:
        found = re.sub(r"(?<!\S)(\d{1,3}) (\d{3})(?!\S)", r"\1\2", words, count=many).split()
        if len(found) == width:
            return found
    return regex.sub(r"(?<!\S)(\d{1,3}) (?=\d{3}(?!\S))", r"\1", words).split()


def _heads(line: str, width: int) -> tuple[str, ...] | None:
    """The head's cells over `width` values (the first over the labels); None where it is no head."""
    words = _DATED.sub("", line).split()
    if len(words) > width and all(_YEAR.fullmatch(word) for word in words[-width:]):
        return (" ".join(words[:-width]), *(word.strip(".") for word in words[-width:]))
    if len(words) == width and all(_YEAR.fullmatch(word) for word in words):
        return ("", *words)
    if width == 1:
        found = _MEASURE.fullmatch(words[-1]) if len(words) > 1 else None
        return (" ".join(words[:-1]), words[-1]) if found else None
    if len(words) in (width, width + 1) and all(map(_COLUMN.fullmatch, words[-width:])):
        return (" ".join(words[:-width]), *words[-width:])
    return None


def _made(at: int, heads: tuple[str, ...], rows: Sequence[_Row], end: int) -> Columns | None:
    width = len(rows[0][2]) + 1
    low = [label[:1].islower() for _, label, _ in rows]
    if any(low[1:]) != all(low):
        return None  # lines of a sentence that happen to end with numbers
    body = tuple((place, (label, *values)) for place, label, values in rows)
    return Columns(((at, heads or ("",) * width), *body), end)


def _parted(lines: Sequence[str], at: int) -> Columns | None:
    """All labels first, then as many values, each in a line of its own."""
    labels: list[str] = []
    place = at
    while place < len(lines) and lines[place].strip() and not _bare(lines[place]):
        labels.append(" ".join(lines[place].split()))
        place += 1
    values: list[str] = []
    while place < len(lines) and len(_bare(lines[place])) == 1:
        values.append(_bare(lines[place])[0])
        place += 1
    plain = all(len(label) < 60 and not _PROSE.search(label) for label in labels)
    if len(labels) < 2 or len(labels) != len(values) or not plain:
        return None
    rows = [
        (at + n, (label, value))
        for n, (label, value) in enumerate(zip(labels, values, strict=True))
    ]
    return Columns(((at, ("", "")), *rows), place)
