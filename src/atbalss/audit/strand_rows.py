"""Comparable levels out of tables either way, lines and items."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import is_change
from atbalss.audit.finding import Spot, quoted, row_spot
from atbalss.audit.group_sizes import counted_of
from atbalss.audit.lists import COUNTS
from atbalss.audit.mean_levels import MEAN, UNIT
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.series import is_rest, own_base
from atbalss.audit.strand import PERCENT, Point, Strand, bare, lead_of, name_persons
from atbalss.audit.table_bases import column_bases
from atbalss.audit.text import Block, Text, word_pattern
from atbalss.audit.wave_names import is_wave, waves_of

_SKIP = (  # columns and rows that hold no levels
    r"error|margin|±.*|kļūda\w*|ошибк\w*|погрешност\w*|difference|change|starpīb\w*|izmaiņ\w*|разниц\w*|изменени\w*|разность|p|CI|ticamīb\w*|standar\w+ ?novir\w*|s\.?d\.?|std\.?|standard deviation|стандартн\w+ отклон\w+|σ"
)
_MARKED = regex.pattern(r"[^\W\d]\s?(?:\.{2,}|…+|[–—=|]|:(?=\s)|\s-(?=\s))\s?")
_LEADERS = regex.pattern(r"\s?(?:\.{2,}|…+|\s\.(?:\s\.)+|[–—:|=])\s?")

# ---- tables


def _is_skipped(label: str) -> bool:
    """Whether a row or column holds counts, or what is no level."""
    bare = label.strip()
    return bool(COUNTS.fullmatch(bare) or word_pattern(_SKIP).match(bare))


def _is_of_levels(head: str, text: Text) -> bool:
    """Whether a column may hold levels: no counts, errors or those of all."""
    if _is_skipped(head) or _COUNTED.search(head) or _INTERVAL.search(head):
        return False
    return not _is_whole(head, text)


def of_table(text: Text, index: int) -> Iterator[Strand]:
    """The rows of a table whose columns are waves or groups, else its columns."""
    block = text.blocks[index]
    if len(block.rows) < 2:
        yield from _of_cells(text, index)
        return
    head = block.rows[0]
    columns = [place for place in range(1, len(head)) if _is_of_levels(head[place], text)]
    measured = _measured(block, columns)
    counted = measured != columns or (
        len(columns) < len(head) - 1 and any(COUNTS.fullmatch(c.strip()) for c in head[1:])
    )
    columns = measured
    rows = [
        place
        for place, (label, *_) in enumerate(block.rows)
        if place and label.strip() and not _is_skipped(label)
    ]
    labels = dict(zip(rows, unnumbered([block.rows[row][0] for row in rows]), strict=True))
    down = waves_of(list(labels.values()), text.lang)
    across = waves_of([head[column] for column in columns], text.lang)
    by_row = counted or any(own_base(block.rows[row][0]) for row in rows)
    by_column = any(own_base(head[column]) for column in columns)
    persons = _counts(block)
    told = [0, *column_bases(block, range(1, len(head)), COUNTS)]
    rows = [row for row in rows if not _is_count_of_shares(block, row, rows, told)]
    if across or (down is None and len(columns) > 1):
        for row in rows:
            cells = [(head[column], row, column) for column in columns]
            cross = not across and by_row and not by_column
            yield from _lane(
                text, index, cells, across, block.rows[row][0], persons, told, cross=cross
            )
    if across is None:
        for column in columns:
            cells = [(labels[row], row, column) for row in rows]
            title = head[column] if len(columns) > 1 or down is None else ""
            cross = down is None and not by_row and not name_persons(list(labels.values()), text)
            yield from _lane(text, index, cells, down, title, persons, told, cross=cross)


def _is_count_of_shares(block: Block, row: int, rows: Sequence[int], told: Sequence[int]) -> bool:
    """Whether a row counts those whose shares another row gives: `Yes | 158 | 172` over `% | 31.0 | 34.1`."""
    parts = [_whole(cell) for cell in block.rows[row]]
    if len(parts) != len(told) or not all(told[1:]) or not all(parts[1:]):
        return False
    made = [100 * part / whole for part, whole in zip(parts[1:], told[1:], strict=True)]
    cells = ([cell.strip(" %").replace(",", ".") for cell in block.rows[at][1:]] for at in rows)
    return any(
        all(
            _SHARE.fullmatch(c) and abs(float(c) - own) < 1
            for c, own in zip(at, made, strict=False)
        )
        for at in cells
    )


_SHARE = regex.pattern(r"\d{1,3}(?:\.\d+)?")


_NUMBERED = regex.pattern(r"(?P<n>\d{1,2})[.)]\s")


def unnumbered(labels: Sequence[str]) -> list[str]:
    """Labels without the numbers of a numbered list: `1. 2022`, `2. 2024`; `8. klase` keeps its own."""
    marks = [_NUMBERED.match(label) for label in labels]
    bare = [label[m.end() :] if m else label for label, m in zip(labels, marks, strict=True)]
    counted = [int(m.group("n")) for m in marks if m is not None]
    return (
        bare
        if counted == list(range(1, len(labels) + 1)) and len(set(bare)) == len(bare)
        else list(labels)
    )


def _of_cells(text: Text, index: int) -> Iterator[Strand]:
    """`2019: 74 | 2020: 82 | 2021: 77`: one row whose cells are labels with their levels."""
    block = text.blocks[index]
    made = [entry(cell, text) for row in block.rows for cell in row]
    found = []
    for item in made:
        if item is None:
            return
        where = Spot(quoted(" | ".join(block.rows[0])), block.line, block.page, index)
        found.append(Point(item[0], 0.0, item[1], item[2], where))
    if len(found) > 1:
        yield _listed(found, lead_of(text, index), text, index)


def _measured(block: Block, columns: list[int]) -> list[int]:
    """The columns that hold shares, where others beside them count persons: `48 | 75%`."""
    head = block.rows[0]

    def cells(column: int) -> list[str]:
        return [row[column].strip() for row in block.rows[1:] if column < len(row)]

    shares = [
        column
        for column in columns
        if "%" in head[column] or (cells(column) and all("%" in cell for cell in cells(column)))
    ]
    shares = shares or [
        column
        for column in columns
        if cells(column) and all(_DECIMAL.fullmatch(cell) for cell in cells(column))
    ]
    others = [column for column in columns if column not in shares]
    whole = all(
        regex.fullmatch(r"\d[\d ,\u00a0]*", cell) for column in others for cell in cells(column)
    )
    return shares if shares and others and whole else columns


_DECIMAL = regex.pattern(r"[+−–-]?\d{1,3}[.,]\d{1,2}")


def _is_whole(label: str, text: Text) -> bool:
    """Whether a label is that of all together, or of no answer."""
    label = _UNCOUNTED.split(label)[0]
    return (
        is_rest(label, text)
        or regex.fullmatch(_TOGETHER, label.strip(" :*"), regex.IGNORECASE) is not None
    )


_UNCOUNTED = regex.pattern(r"\s[–—:]\s|\s?\d")  # what stands behind a label: `both: 136 of 200`
_TOGETHER = r"together|altogether|both(?: \w+)?(?: together)?|overall|kopā|kopumā|ab[aiu]s? \w+(?: kopā)?|вместе|в целом|об[еа]? \w+(?: вместе)?"


def _lane(
    text: Text,
    index: int,
    cells: Sequence[tuple[str, int, int]],
    whens: Sequence[float] | None,
    title: str,
    persons: Sequence[int],
    told: Sequence[int],
    *,
    cross: bool = False,
) -> Iterator[Strand]:
    """One row or column of a table as a strand."""
    block = text.blocks[index]
    lead = lead_of(text, index)
    points = []
    for place, (label, row, column) in enumerate(cells):
        number = _level(block, row, column, text, lead)
        if number is None or (whens is None and _is_whole(label, text)):
            continue
        where = row_spot(block, index, row)
        base = own_base(label) or own_base(title) or told[column] or persons[row]
        when = whens[place] if whens is not None else 0.0
        points.append(Point(bare(label), when, number, base, where))
    if len(points) < 2:
        return
    points.sort(key=lambda point: point.when)
    share = all(point.number.unit is Unit.PERCENT for point in points)
    section = text.sections[index]
    title = bare(title) if any(char.isalpha() for char in title) else ""
    yield Strand(tuple(points), whens is not None, title, lead, section, index, (), share, cross)


_INTERVAL = regex.any_case(  # a column of how sure the one beside it is
    r"interv|confiden|ticamīb|доверит|±|margin|погрешн|kļūd"
)
_COUNTED = regex.any_case(r"\((?:число|number|count|skaits)\)$")


def _level(block: Block, row: int, column: int, text: Text, lead: str) -> Number | None:
    """The one number of a cell; a share where its head, row or title says so."""
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    shares = [one for one in items if one.unit is Unit.PERCENT]
    if len(items) == 2 and len(shares) == 1 and _BOTH.fullmatch(cells[column].strip()):
        return shares[0]  # "33 (53 %)"
    if len(items) != 1 or items[0].unit is Unit.POINTS or items[0].value > 1000:
        return None
    item = items[0]
    behind = word_pattern(UNIT[text.lang]).sub("", cells[column][item.end :], count=1)
    rest = (cells[column][: item.start] + behind).strip(" %*†+−–-.,;")
    if rest:
        return None
    if item.sign:
        return replace(item, value=item.value * item.sign, sign=0) if not shares else None
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    told = any(PERCENT.search(words) for words in (head, cells[0], block.rows[0][0], lead))
    if item.unit is Unit.NONE and told and item.value <= 100:
        return replace(item, unit=Unit.PERCENT)
    return item


_BOTH = regex.pattern(
    r"\d[\d \u00a0]*\(\s?\d+(?:[.,]\d+)?\s?%?\s?\)|\d+(?:[.,]\d+)?\s?%\s?\(\s?\d[\d \u00a0]*\)"
)


def _counts(block: Block) -> list[int]:
    """The number of persons of each row: in its one column of counts, else the largest whole number."""
    head = block.rows[0]
    counted = [p for p in range(1, len(head)) if COUNTS.fullmatch(head[p].strip())]
    if len(counted) == 1:
        return [_whole(row[counted[0]]) if counted[0] < len(row) else 0 for row in block.rows]
    beside: dict[int, list[int]] = {}  # by width: columns that may count persons
    found = []
    for row in block.rows:
        wide = min(len(head), len(row))
        if wide not in beside:
            shares = _measured(block, list(range(1, wide)))
            rest = [p for p in range(1, wide) if p not in shares]
            beside[wide] = rest or counted
        found.append(max((_whole(row[p]) for p in beside[wide] if p < len(row)), default=0))
    return found


def _whole(cell: str) -> int:
    bare_cell = regex.sub(r"[\s,\u00a0]", "", cell)
    return int(bare_cell) if bare_cell.isdigit() else 0


# ---- lines and items


def of_lines(text: Text, index: int) -> Strand | None:
    """`Nursing (n = 64) ..... 14.2`: lines of a paragraph that end in a value each."""
    block = text.blocks[index]
    if len(block.starts) < 2:
        return None
    edges = [start for start, _ in block.starts] + [len(block.text) + 1]
    found: list[Point] = []
    first = -1
    for place, (begin, end) in enumerate(itertools.pairwise(edges)):
        made = entry(block.text[begin : end - 1].strip(), text)
        if made is None:
            if found:
                return None
            continue
        first = place if first < 0 else first
        label, number, base = made
        where = Spot(
            quoted(block.text[begin : end - 1].strip()), block.line_at(begin), block.page, index
        )
        found.append(Point(label, 0.0, number, base, where))
    if len(found) < 2 or first > 2:
        return None
    lead = block.text[: edges[first]].strip() if first else ""
    return _listed(found, f"{lead_of(text, index)} {lead}".strip(), text, index)


def of_pieces(text: Text, index: int) -> Strand | None:
    """`Answers by year, %: 2022 – 28; 2024 – 39.`: the levels behind the colon of a caption."""
    block = text.blocks[index]
    opened = _OPENED.search(block.text)
    if opened is None:
        return None
    found = []
    for piece in _PIECE.split(block.text[opened.end() :].rstrip(" .")):
        made = entry(piece.strip(), text) if _PARTED.search(piece) else None
        if made is None:
            return None
        where = Spot(quoted(piece.strip()), block.line_at(opened.end()), block.page, index)
        found.append(Point(made[0], 0.0, made[1], made[2], where))
    if len(found) < 2:
        return None
    return _listed(found, f"{lead_of(text, index)} {block.text[: opened.start()]}", text, index)


_PARTED = regex.pattern(r"\w\S?\s?(?:[–—=]|\s-|:)\s[€$£]?\d[\d.,]*\s?%?(?:\s[^\W\d]+\.?)?$")
_OPENED = regex.pattern(r":\s(?=[^:?]+$)")
_PIECE = regex.pattern(r";\s|,\s(?=[^,]*\d[^,]*(?:,|$))")


def of_items(text: Text, items: Sequence[int]) -> Iterator[Strand]:
    """Each run of items that give one level each."""
    found: list[Point] = []
    first = 0
    for index in (*items, -1) if items else ():
        block = text.blocks[index]
        made = entry(block.text.strip(" ;.,"), text) if index >= 0 else None
        if made is not None:
            first = first if found else index
            where = Spot(quoted(block.text), block.line, block.page, index)
            found.append(Point(made[0], 0.0, made[1], made[2], where))
            continue
        if len(found) > 1:
            yield _listed(found, lead_of(text, first), text, first)
        found = []


def entry(line: str, text: Text) -> tuple[str, Number, int] | None:
    """(label, level, number of persons) of a line that gives one level, at its end or behind its mark."""
    if len(line) > 140:
        return None
    printed, line = line, _opened(line, text)
    bare = regex.sub(
        r"\([^()]*\)|(?<!\w)[nN]\s?=\s?[\d \u00a0,]+\d", lambda m: " " * len(m[0]), line
    )
    found = [n for n in numbers(bare, text.lang) if not (1990 <= n.value <= 2039 and not n.digits)]
    shares = [n for n in found if n.unit is Unit.PERCENT]
    found = shares if len(shares) == 1 else found
    if len(found) > 1:  # `18–34 years — 27 minutes`
        marked = [m.end() for m in _MARKED.finditer(bare) if m.end() <= found[-1].start]
        found = [n for n in found if n.start >= marked[-1]] if marked else found
    if len(found) != 1 or found[0].sign or found[0].unit is Unit.POINTS or found[0].ranged:
        return None
    item = found[0]
    if is_change(item, bare, text):
        return None
    label = _LEADERS.sub(" ", bare[: item.start]).strip(" .,;:–—-|")
    parted = (
        _LEADERS.search(bare[: item.start][-12:] + " ")
        or own_base(line)
        or is_wave(label, text.lang)
    )
    behind = word_pattern(UNIT[text.lang]).sub("", bare[item.end :], count=1).strip(" .;,")
    mean = word_pattern(MEAN[text.lang]).search(bare) is not None
    if item.unit is Unit.NONE and not ((parted or mean) and not behind):
        return None
    if not label:
        label = bare[item.end :].strip(" .,;:–—-|")
    base = own_base(printed) or counted_of(printed, item)
    return (label, item, base) if label else None


_SHUT = regex.pattern(
    r"(?P<told>[^()]+)\(\s?(?P<share>\d{1,3}(?:[.,]\d)?\s?%)(?:[,;][^()%]*)?\)[^()%]*"
)
_NAMED = tuple(
    map(regex.pattern, (r"(.+?):\s(?=.*\d)", r"(.+?)\s[–—-]\s(?=.*\d)", r"(.+?),?\s(?=\d)"))
)


def _opened(line: str, text: Text) -> str:
    """`Elm Road: 65 of 90 patients said yes (72%)` as `Elm Road: 72%`; any other line as it is."""
    match = _SHUT.fullmatch(line)
    named = match and next(filter(None, (one.match(match["told"]) for one in _NAMED)), None)
    if match is None or not named:
        return line
    share = numbers(match["share"], text.lang)[0]
    told = match["told"][named.end() :]
    alone = regex.fullmatch(r"\d[\d \u00a0]*(?:[^\W\d_]+\s)?", told)
    return f"{named[1]}: {match['share']}" if alone or counted_of(told, share) else line


def _listed(found: list[Point], lead: str, text: Text, index: int) -> Strand:
    labels = unnumbered([point.label for point in found])
    found = [replace(p, label=label) for p, label in zip(found, labels, strict=True)]
    whens = waves_of([point.label for point in found], text.lang)
    kept = [point for point in found if whens is not None or not _is_whole(point.label, text)]
    if whens is not None:
        kept = [replace(point, when=when) for point, when in zip(kept, whens, strict=True)]
        kept.sort(key=lambda point: point.when)
    percent = bool(PERCENT.search(lead))
    if percent and all(p.number.value <= 100 for p in kept):
        kept = [replace(p, number=replace(p.number, unit=Unit.PERCENT)) for p in kept]
    share = all(point.number.unit is Unit.PERCENT for point in kept)
    return Strand(tuple(kept), whens is not None, "", lead, text.sections[index], index, (), share)
