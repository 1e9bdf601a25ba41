"""Tables of plain text: columns kept apart by spaces or dots, the head above them; running titles."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.audit import regex

_PER_CENT = r"per ?cent|procent(?:i|s|u)?|proc\.|процент(?:а|ов)?|проц\."
_POINTS = r"[pп]\.\s?[pп]\.|pp|procentpunkt\w*|percentage points?|процентны\w+ пункт\w*"
_PERSONS = r"(?:чел|cilv|pers|resp|atb|отв)\w*\.?"
_COUNTED = r"\d{1,3}(?: \d{3})*\s[^\W\d_]{3,}\.?(?=\s{2,}\d|\t\s*\d)"  # `51 readers    45 %`
_VALUE = rf"{_COUNTED}|\d{{1,3}}(?: \d{{3}})+(?!\d)|[+±−–-]?\s?\d[\d\u00a0,.]*\s?(?:%|{_POINTS}|{_PER_CENT}|{_PERSONS})?|[–—-]|n/a"
_SPAN = r"\d[\d,.]*\s?[–-]\s?\d[\d,.]*"  # an interval, last of a row
_ROW = regex.pattern(
    rf"^\s*(?P<label>\S.*?)(?:\s{{2,}}|\t\s*|\s?\.{{3,}}\s*|\s\.\.\s|\s?…+\s*)(?P<values>(?:{_VALUE})(?:(?:\s{{2,}}|\t\s*|\s?\.{{3,}}\s*)(?:{_VALUE}))*(?:\s\([nN]\s?=\s?\d[\d ,]*\))?(?:\s{{2,}}{_SPAN})?)(?:(?<=%)\s(?:of|no|из|от)\s[^\d%]{{3,40}})?\s*$"
)
_TURNED = regex.pattern(
    r"^\s+(?P<value>\d{1,3}(?:[.,]\d{1,2})?\s?%?)(?:\s{2,}|\t\s*)(?P<label>[^\W\d].*?)\s*$"
)
_BARE = regex.pattern(rf"^\s+(?:{_VALUE})(?:(?:\s{{2,}}|\t\s*)(?:{_VALUE}))+\s*$")
_MARK = regex.pattern(r"\d{1,2}[.,]\d{1,2}")
_SHARES = regex.any_case(r"%|(?<!\w)(?:per ?cent|procent|процент)")
_COLON = regex.pattern(
    rf"^\s+(?P<label>[^\W\d_][^:;.%]{{1,60}}(?:\([^()]*\))?)\s?:\s+(?P<values>\d{{1,3}}(?:[.,]\d{{1,2}})?\s?(?:%|{_PER_CENT}))[;,.]?\s*$"
)
_CLOSE = regex.pattern(
    r"^\s*(?P<label>[^\W\d][^%.:;?!]{1,70}?) (?:[–—-] )?(?P<value>\d{1,3}(?:[.,]\d)?\s?%?)\s*$"
)
_MARKED = regex.pattern(r"^[–—•*·▪●-]\s+(?=\S)")  # the mark of an item before a label
_GAP = regex.pattern(r"\s?\.{3,}\s*|\s{2,}|\t\s*")
_CELLS = regex.pattern(r"\s?\.{3,}\s*|\s{2,}|\t\s*|\s(?=\([nN]\s?=)")
_RULED = regex.pattern(r"\s*[-–—=_]{3,}[\s–—=_-]*")
_DOTS = regex.pattern(r"\.{3,}|…")
_PAGED = regex.any_case(
    r"(?:page|pg\.?|p\.|lpp\.?|lapa|lappuse|стр\.?|страница)\s?\d{1,3}|\d{1,3}\.?\s?(?:lpp|lapa|lappuse|page|стр)"
    r"|[–—-]\s?\d{1,3}\s?[–—-]$|\s\d{1,3}\s?(?:of|/|no|из)\s?\d{1,3}$"
)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table of plain text: rows with their places among the lines, its head first; where it ends."""

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    end: int


def columns_at(lines: Sequence[str], at: int, captioned: bool) -> Columns | None:
    """The table that begins at a line (its head or its first row); None where none does.

    `captioned`: whether a table's caption stands just before; else a lone column of numbers after
    dots may be a list of contents, and is left alone.
    """
    lead = _lead(lines, at)
    if (turned := _turned(lines, at, lead)) is not None:
        return turned
    if (grid := _grid(lines, at)) is not None:
        return grid
    captioned = captioned or (bool(_SHARES.search(lead)) and lines[at][:1].isspace())
    parted = _GAP.search(lines[at].strip()) or _DOTS.search(lines[at]) or _COLON.match(lines[at])
    if captioned and (spaced := _spaced(lines, at)) is not None:
        return spaced
    if not parted and (not captioned or len(lines[at]) > 60):
        return None
    heads, place = _heads(lines, at)
    rows, dotted, place = _rows(lines, place)
    width = max((len(cells) for _, cells in rows), default=0)
    percent = any(_SHARES.search(cell) for _, cells in rows for cell in cells[1:])
    marks = len(rows) > 1 and all(_MARK.fullmatch(cell) for _, (_, *v) in rows for cell in v)
    ends = lead.rstrip(" )”“»\"'")
    led = ends.endswith(":") and len(rows) > 2 and not dotted and width == 2
    asked = ends.endswith("?") and width == 2
    listed = len(rows) > 2 and width == 2 and _are_amounts([cells[1] for _, cells in rows])
    headed = bool(heads) and width > 1 and not dotted
    headed = headed or (not dotted and width == 2 and _SHARES.search(lead) is not None)
    sure = captioned or percent or marks or led or asked or listed or headed or width > 2
    lone = captioned and width > 3 and len(heads) == width  # one row below a head of its own
    if len(rows) < 2 - lone or not sure or any(len(cells) != width for _, cells in rows):
        return None
    if not heads:
        return Columns(((at, ("",) * width), *rows), place)
    if len(heads) not in (width - 1, width):
        return None
    return Columns(((at, ("",) * (width - len(heads)) + heads), *rows), place)


def _spaced(lines: Sequence[str], at: int) -> Columns | None:
    """Rows below a caption whose values stand one space behind their labels."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    place = at
    while place < len(lines) and (match := _CLOSE.match(lines[place])):
        rows.append((place, (match.group("label"), match.group("value"))))
        place += 1
    over = place < len(lines) and bool(lines[place].strip())
    if len(rows) < 3 or over or any(regex.search(r"\d", cells[0]) for _, cells in rows):
        return None
    signs = sum(cells[1].endswith("%") for _, cells in rows)
    return Columns(((at, ("", "")), *rows), place) if signs in (0, len(rows)) else None


def _rows(lines: Sequence[str], place: int) -> tuple[list[tuple[int, tuple[str, ...]]], bool, int]:
    """(rows from a line on, whether dots part their cells, where they end): over rules and broken labels."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    dotted, broken = False, ""
    while place < len(lines):
        line, after = lines[place], lines[place + 1] if place + 1 < len(lines) else ""
        match = _ROW.match(line) or _COLON.match(line)
        if match is None and (cells := _filled(line, lines[place - 1], rows)):
            rows.append((place, cells))
            place += 1
            continue
        if match is None:
            ruled = _RULED.fullmatch(line) is not None and _ROW.match(after) is not None
            if not rows or not (ruled or _is_broken(line, after, rows[0][1][0])):
                break
            broken = "" if ruled else line.strip()
            place += 1
            continue
        between = line[match.end("label") : match.start("values")]
        dotted = dotted or bool(_DOTS.search(between))
        label = f"{broken} {_MARKED.sub('', match.group('label')).strip(' .:…')}".strip()
        cells = (label, *_CELLS.split(match.group("values")))
        rows.append((place, tuple(cell.strip() for cell in cells)))
        broken = ""
        place += 1
    return rows, dotted, place


def _filled(line: str, above: str, rows: Sequence[tuple[int, tuple[str, ...]]]) -> tuple[str, ...]:
    """The cells of a row whose label fills its column: one space, and the value ends as that above."""
    match = _CLOSE.match(line)
    if match is None or len(rows) < 2 or len(rows[-1][1]) != 2:
        return ()
    ends = abs(len(line.rstrip()) - len(above.rstrip())) <= 1
    signed = line.rstrip().endswith("%") == above.rstrip().endswith("%")
    return (match.group("label").strip(), match.group("value")) if ends and signed else ()


def _is_broken(line: str, after: str, first: str) -> bool:
    """Whether a line is the beginning of the label that the row behind it ends."""
    match = _ROW.match(after)
    if match is None or not line[:1].isspace() or not first[:1].isupper():
        return False
    words = line.strip()
    return (
        bool(words)
        and words[:1].isupper()
        and words[-1] not in ".:;?!"
        and (match.group("label")[:1].islower())
    )


def _are_amounts(cells: Sequence[str]) -> bool:
    """Whether whole numbers fall somewhere or add to the last, as pages of contents never do."""
    if not all(regex.fullmatch(r"\d{1,4}", cell) for cell in cells):
        return False
    values = [int(cell) for cell in cells]
    falls = any(one > other for one, other in itertools.pairwise(values))
    return falls or values[-1] == sum(values[:-1])


def _lead(lines: Sequence[str], at: int) -> str:
    """The line above, over one blank one: `Satisfied, % (n = 1100):`."""
    above = [line for line in lines[max(0, at - 2) : at] if line.strip()]
    return above[-1] if above and len(above[-1]) < 110 else ""


def _turned(lines: Sequence[str], at: int, lead: str) -> Columns | None:
    """Rows whose value stands before their label: `79  clean carriages`."""
    rows: list[tuple[int, tuple[str, ...]]] = []
    place = at
    while place < len(lines) and (match := _TURNED.match(lines[place])):
        rows.append((place, (match.group("label"), match.group("value").strip())))
        place += 1
    sure = _SHARES.search(lead) or all(
        "%" in cells[1] or _MARK.fullmatch(cells[1]) for _, cells in rows
    )
    if len(rows) < 3:
        return None
    bare = [cells[1].replace(",", ".") for _, cells in rows]
    if not sure and all(regex.fullmatch(r"[\d.]+", value) for value in bare):
        whole = abs(sum(map(float, bare)) - 100) <= len(rows) / 2  # the answers to one question
        return Columns(((at, ("", "%")), *rows), place) if whole else None
    return Columns(((at, ("", "")), *rows), place) if sure else None


def _grid(lines: Sequence[str], at: int) -> Columns | None:
    """Years in one line and their values in the next, with no label before them."""
    heads = tuple(_GAP.split(lines[at].strip()))
    values = lines[at + 1] if at + 1 < len(lines) else ""
    if (
        len(heads) < 3
        or not all(_YEAR.fullmatch(head) for head in heads)
        or not _BARE.match(values)
    ):
        return None
    cells = tuple(_GAP.split(values.strip()))
    if len(cells) != len(heads):
        return None
    return Columns(((at, ("", *heads)), (at + 1, ("", *cells))), at + 2)


_YEAR = regex.pattern(r"(?:199\d|20[0-3]\d)\.?")


def _heads(lines: Sequence[str], at: int) -> tuple[tuple[str, ...], int]:
    """The head above the rows (one to three lines of short cells, put together), and what follows."""
    found: list[tuple[str, ...]] = []
    places: list[list[float]] = []
    place = at
    while place < min(len(lines), at + 4):
        line = lines[place]
        if found and _RULED.fullmatch(line):
            place += 1
            continue
        cells = tuple(cell for cell in _GAP.split(line.strip()) if cell)
        after = lines[place + 1] if place + 1 < len(lines) and not found else ""
        if _ROW.match(line) and not (_is_head(cells) or _is_year_over(cells, after)):
            break
        if not cells or len(line) > 100 or any(len(cell) > 40 for cell in cells):
            return (), at
        if len(cells) < 2 and not line[:1].isspace():
            return (), at
        found.append(cells)
        places.append(_middles(line, cells))
        place += 1
    width = max(map(len, found), default=0)
    full = next((one for one in places if len(one) == width), [])
    joined = [""] * width
    for cells, own in zip(found, places, strict=True):
        if len(cells) < width - 1:  # over or below the nearest of a full line
            below = [min((abs(one - x), n) for n, one in enumerate(full))[1] for x in own]
        else:
            below = list(range(width - len(cells), width))
        if len(set(below)) < len(cells):
            return (), at
        for index, cell in zip(below, cells, strict=True):
            joined[index] = f"{joined[index]} {cell}".strip()
    return tuple(joined), place


def _middles(line: str, cells: Sequence[str]) -> list[float]:
    """Where the middle of each cell stands in its line."""
    found, begin = [], 0
    for cell in cells:
        begin = line.index(cell, begin)
        found.append(begin + len(cell) / 2)
        begin += len(cell)
    return found


def _is_head(cells: tuple[str, ...]) -> bool:
    """Whether all cells are years or bases: `2024   2022`, `(n = 418)   (n = 402)`."""
    if len(cells) > 2 and all(map(_YEAR.fullmatch, cells[1:])):
        return True  # over the labels there is a word: `Facility   2023   2025`
    return all(regex.search(r"(?:19|20)\d\d|[nN]\s?=", cell) for cell in cells)


def _is_year_over(cells: tuple[str, ...], after: str) -> bool:
    """Whether two cells are the head of a row that has no year: `Answer   2024` over `Yes   45,0`."""
    row = _ROW.match(after)
    small = row is not None and regex.fullmatch(r"\d{1,3}(?:[.,]\d+)?\s?%?", row["values"])
    return len(cells) == 2 and bool(small and _YEAR.fullmatch(cells[1]))


_LONE = regex.pattern(r"\d{1,3}")
_APART = 8  # lines between two page numbers, at least


def running_titles(lines: Sequence[str]) -> frozenset[int]:
    """Places of lines that stand on several pages but for the page's number, and of lone page numbers."""
    marked = [
        (place, regex.sub(r"\d+", "#", line.strip()))
        for place, line in enumerate(lines)
        if len(line) < 160 and _PAGED.search(line.strip())
    ]
    often = Counter(skeleton for _, skeleton in marked)
    pages = _page_numbers(lines)
    beside = [(place, lines[place].strip()) for page in pages for place in _beside(lines, page)]
    twice = Counter(words for _, words in beside)
    return frozenset(
        [*_numbered_feet(lines)]
        + [place for place, skeleton in marked if often[skeleton] > 1]
        + [place for place, words in beside if twice[words] > 1]
        + pages
    )


def _page_numbers(lines: Sequence[str]) -> list[int]:
    """Places of lone numbers that count on by one, far from each other."""
    lone = [
        (at, int(line.strip())) for at, line in enumerate(lines) if _LONE.fullmatch(line.strip())
    ]
    found: list[int] = []
    for (at, number), (then, following) in itertools.pairwise(lone):
        if following == number + 1 and then - at >= _APART:
            found += [place for place in (at, then) if place not in found]
    return found


def _beside(lines: Sequence[str], page: int) -> list[int]:
    """The lines that stand nearest to a page number on either side, if short."""
    found = []
    for step in (-1, 1):
        place = page + step
        while 0 <= place < len(lines) and not lines[place].strip() and abs(place - page) < 5:
            place += step
        inside = 0 <= place < len(lines) and 0 < len(lines[place].strip()) < 120
        if inside and not NOTE.match(lines[place]):
            found.append(place)
    return found


NOTE = regex.any_case(  # what is printed below a figure: of whom it is, where it is from, how it was asked
    r"\W*(?:(?:bāze|avots|jautājums|piezīme|base|source|question|note|база|источник|вопрос|примечание)(?:\s?[:–—]|\s\()|[nN]\s?=\s?\d)"
)


def _numbered_feet(lines: Sequence[str]) -> set[int]:
    """Lines alone between blanks that differ by a growing number at their end: `Clients 2025 7`."""
    feet: dict[str, list[tuple[int, int]]] = {}
    for place, line in enumerate(lines):
        match = _FOOT.fullmatch(line.strip())
        near = [lines[at].strip() for at in (place - 1, place + 1) if 0 <= at < len(lines)]
        if match and not any(near):
            feet.setdefault(match.group("title"), []).append((place, int(match.group("n"))))
    return {
        place
        for run in feet.values()
        if len(run) > 1 and all(a[1] < b[1] for a, b in itertools.pairwise(run))
        for place, _ in run
    }


_FOOT = regex.pattern(r"(?P<title>[^\W\d][^%|:;]{7,100}?)\s(?P<n>\d{1,3})")
