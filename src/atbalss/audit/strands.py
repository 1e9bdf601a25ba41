"""The levels that a claim of change or gap can be about: one quantity in several waves, or of several groups.

Read from tables either way, from lines, items and sentences; shares and means alike. A document has
few of them, so that a claim which names no other can be held against the only one there is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, quoted, spot
from atbalss.audit.group_sizes import size_of, sizes_of_waves
from atbalss.audit.lists import COUNTS, names
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.series import is_rest, own_base, years_in
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Sentence, Text, word_pattern
from atbalss.audit.wave_names import waves_of
from atbalss.audit.waves import OF_THEM

_PERCENT = re.compile(r"%|per ?cent|procent(?!punkt)|процент(?!н\w+ пункт)|проц\.", re.IGNORECASE)
_SKIP = (  # columns and rows that hold no levels
    r"error|margin|±.*|kļūda\w*|ошибк\w*|погрешност\w*|difference|change|starpīb\w*|izmaiņ\w*|разниц\w*|изменени\w*|разность|p|CI|ticamīb\w*"
)
_LEADERS = re.compile(r"\s?(?:\.{2,}|…+|\s\.(?:\s\.)+|[–—:|=])\s?")


@dataclass(frozen=True, slots=True)
class Point:
    """A level: what its wave or group is called, when it was (0 of a group), of how many persons."""

    label: str
    when: float
    number: Number
    base: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Strand:
    """Comparable levels, waves in order; `title`: the answer, `lead`: the question or caption."""

    points: tuple[Point, ...]
    waves: bool
    title: str
    lead: str
    section: int
    block: int
    orders: tuple[int, ...] = ()  # its sentences
    share: bool = True
    cross: bool = False  # rows of a table whose columns are the groups: answers, not groups

    @property
    def values(self) -> frozenset[float]:
        """All its levels."""
        return frozenset(point.number.value for point in self.points)


def strands_of(text: Text, claims: Claims) -> tuple[Strand, ...]:
    """All strands of a document, in order; found once."""
    if "strands" not in claims.kept:
        found = [_sized(item, text, claims) for item in _strands(text, claims)]
        claims.kept["strands"] = tuple(_apart(found))
    known: tuple[Strand, ...] = claims.kept["strands"]
    return known


def _strands(text: Text, claims: Claims) -> Iterator[Strand]:
    by_block: dict[int, list[Claim]] = {}
    for claim in claims.levels:
        by_block.setdefault(claim.sentence.block, []).append(claim)
    items: list[int] = []
    for index, block in enumerate(text.blocks):
        if items and block.kind is not Kind.ITEM:
            yield from _of_items(text, items)
            items = []
        if block.kind is Kind.TABLE:
            yield from _of_table(text, index)
        elif block.kind is Kind.ITEM:
            items.append(index)
        elif block.kind is Kind.PARAGRAPH or block.kind is Kind.CAPTION:
            made = _of_lines(text, index)
            if made is not None:
                yield made
            else:
                yield from _of_prose(text, by_block.get(index, []))
    yield from _of_items(text, items)


def _apart(found: Sequence[Strand]) -> Iterator[Strand]:
    """Strands without those that only tell another the other way round: `No` of `Yes` and `No`."""
    for place, item in enumerate(found):
        mirrored = any(
            other.block == item.block and _mirrors(other, item) for other in found[:place]
        )
        if not mirrored:
            yield item


def _mirrors(one: Strand, other: Strand) -> bool:
    if len(one.points) != len(other.points) or not one.share or one.waves != other.waves:
        return False
    if [point.label for point in one.points] != [point.label for point in other.points]:
        return False
    pairs = zip(one.points, other.points, strict=True)
    return all(abs(a.number.value + b.number.value - 100) <= 1 for a, b in pairs)


# ---- numbers of persons


def _sized(strand: Strand, text: Text, claims: Claims) -> Strand:
    """A strand whose points know their numbers of persons, from wherever these are told."""
    by_year = sizes_of_waves(text, claims)
    named = [names(point.label, text) for point in strand.points]
    found = []
    for place, point in enumerate(strand.points):
        base = point.base
        years = years_in(point.label)
        if not base and len(years) == 1:
            base = by_year.get(years[0], 0)
        elif not base and not strand.waves:
            own = named[place].difference(*named[:place], *named[place + 1 :])
            base = size_of(own, text, claims)
        found.append(replace(point, base=base))
    if not any(point.base for point in found):
        sizes = _all_sizes(text, by_year) if strand.orders or strand.waves else ()
        if len(sizes) == len(found):  # as many numbers as levels: in their order
            found = [replace(p, base=size) for p, size in zip(found, sizes, strict=True)]
    return replace(strand, points=tuple(found))


def _all_sizes(text: Text, by_year: dict[int, int]) -> tuple[int, ...]:
    """The numbers of persons that a document prints, in order: of its waves, else behind `n =`."""
    if len(by_year) > 1:
        return tuple(by_year[year] for year in sorted(by_year))
    found = [int(re.sub(r"\D", "", match.group(1))) for match in _N.finditer(text.whole)]
    return tuple(found) if len(found) < 6 else ()


_N = re.compile(r"(?<![\w.,])[nN]\s?=\s?(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{2,5})(?![\d.,]*\d)")


# ---- tables


def _of_table(text: Text, index: int) -> Iterator[Strand]:
    block = text.blocks[index]
    if len(block.rows) < 2:
        return
    head = block.rows[0]
    skip = word_pattern(_SKIP)
    columns = [
        place
        for place in range(1, len(head))
        if not COUNTS.fullmatch(head[place].strip())
        and not skip.match(head[place].strip())
        and not is_rest(head[place], text)
    ]
    rows = [
        place
        for place in range(1, len(block.rows))
        if block.rows[place][0].strip()
        and not COUNTS.fullmatch(block.rows[place][0].strip())
        and not skip.match(block.rows[place][0].strip())
    ]
    down = waves_of([block.rows[row][0] for row in rows], text.lang)
    across = waves_of([head[column] for column in columns], text.lang)
    counted = [p for p in range(1, len(head)) if COUNTS.fullmatch(head[p].strip())]
    if across or (down is None and len(columns) > 1):
        for row in rows:
            cells = [(head[column], row, column) for column in columns]
            yield from _lane(text, index, cells, across, block.rows[row][0])
    if across is None:
        for column in columns:
            cells = [(block.rows[row][0], row, column) for row in rows]
            cross = down is None and not any(
                own_base(block.rows[row][0]) or counted for row in rows
            )
            title = head[column] if len(columns) > 1 or down is None else ""
            yield from _lane(text, index, cells, down, title, cross=cross)


def _lane(
    text: Text,
    index: int,
    cells: Sequence[tuple[str, int, int]],
    whens: Sequence[float] | None,
    title: str,
    *,
    cross: bool = False,
) -> Iterator[Strand]:
    """One row or column of a table as a strand."""
    block = text.blocks[index]
    lead = lead_of(text, index)
    points = []
    for place, (label, row, column) in enumerate(cells):
        number = _level(block, row, column, text, lead)
        if number is None or (whens is None and is_rest(label, text)):
            continue
        line = block.row_lines[row] if row < len(block.row_lines) else block.line
        where = Spot(quoted(" | ".join(block.rows[row])), line, block.page, index)
        base = own_base(label) or own_base(title) or _count(block, row)
        when = whens[place] if whens is not None else 0.0
        points.append(Point(_bare(label), when, number, base, where))
    if len(points) < 2:
        return
    points.sort(key=lambda point: point.when)
    share = all(point.number.unit is Unit.PERCENT for point in points)
    section = text.sections[index]
    yield Strand(
        tuple(points), whens is not None, _bare(title), lead, section, index, (), share, cross
    )


def _level(block: Block, row: int, column: int, text: Text, lead: str) -> Number | None:
    """The one number of a cell; a share where its head, row or title says so."""
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].unit is Unit.POINTS or items[0].value > 1000:
        return None
    item = items[0]
    rest = (cells[column][: item.start] + cells[column][item.end :]).strip(" %*†")
    if rest or re.search(r"±", cells[column]):
        return None
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    told = any(_PERCENT.search(words) for words in (head, cells[0], block.rows[0][0], lead))
    if item.unit is Unit.NONE and told and item.value <= 100:
        return replace(item, unit=Unit.PERCENT)
    return item


def _count(block: Block, row: int) -> int:
    head = block.rows[0]
    places = [p for p in range(1, len(head)) if COUNTS.fullmatch(head[p].strip())]
    cell = (
        block.rows[row][places[0]] if len(places) == 1 and places[0] < len(block.rows[row]) else ""
    )
    bare = re.sub(r"[\s,\u00a0]", "", cell)
    return int(bare) if bare.isdigit() else 0


def _bare(label: str) -> str:
    return re.sub(r"\s{2,}", " ", re.sub(r"\([^()]*\d[^()]*\)", " ", label)).strip(" ,.:;–—-")


def lead_of(text: Text, index: int) -> str:
    """The words that open what begins at a block: its caption and the question above it."""
    found: list[str] = []
    for place in range(index - 1, max(-1, index - 4), -1):
        block = text.blocks[place]
        if block.kind is Kind.TABLE:
            break
        if block.text:
            found.insert(0, block.text)
            if block.kind in (Kind.HEADING, Kind.PARAGRAPH):
                break
    return " ".join(found)


# ---- lines and items


def _of_lines(text: Text, index: int) -> Strand | None:
    """`Nursing (n = 64) ..... 14.2`: lines of a paragraph that end in a value each."""
    block = text.blocks[index]
    if len(block.starts) < 2:
        return None
    edges = [start for start, _ in block.starts] + [len(block.text) + 1]
    found: list[Point] = []
    first = -1
    for place, (begin, end) in enumerate(itertools.pairwise(edges)):
        made = _entry(block.text[begin : end - 1].strip(), text)
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


def _of_items(text: Text, items: Sequence[int]) -> Iterator[Strand]:
    found = []
    for index in items:
        block = text.blocks[index]
        made = _entry(block.text.strip(" ;.,"), text)
        if made is None:
            continue
        where = Spot(quoted(block.text), block.line, block.page, index)
        found.append(Point(made[0], 0.0, made[1], made[2], where))
    if len(found) > 1 and len(found) * 3 >= len(items) * 2:
        yield _listed(found, lead_of(text, items[0]), text, items[0])


def _entry(line: str, text: Text) -> tuple[str, Number, int] | None:
    """(label, level, number of persons) of a line that gives one level, at its end or behind its mark."""
    if len(line) > 140:
        return None
    bare = re.sub(r"\([^()]*\)|(?<!\w)[nN]\s?=\s?[\d \u00a0,]+\d", lambda m: " " * len(m[0]), line)
    found = [n for n in numbers(bare, text.lang) if not (1990 <= n.value <= 2039 and not n.digits)]
    shares = [n for n in found if n.unit is Unit.PERCENT]
    found = shares if len(shares) == 1 else found
    if len(found) != 1 or found[0].sign or found[0].unit is Unit.POINTS or found[0].ranged:
        return None
    item = found[0]
    label = _LEADERS.sub(" ", bare[: item.start]).strip(" .,;:–—-|")
    if item.unit is Unit.NONE and not _LEADERS.search(bare[: item.start][-12:] + " "):
        return None
    if not label:
        label = bare[item.end :].strip(" .,;:–—-|")
    return (label, item, own_base(line)) if label else None


def _listed(found: list[Point], lead: str, text: Text, index: int) -> Strand:
    whens = waves_of([point.label for point in found], text.lang)
    kept = [point for point in found if whens is not None or not is_rest(point.label, text)]
    if whens is not None:
        kept = [replace(point, when=when) for point, when in zip(kept, whens, strict=True)]
        kept.sort(key=lambda point: point.when)
    percent = bool(_PERCENT.search(lead))
    if percent and all(p.number.value <= 100 for p in kept):
        kept = [replace(p, number=replace(p.number, unit=Unit.PERCENT)) for p in kept]
    share = all(point.number.unit is Unit.PERCENT for point in kept)
    return Strand(tuple(kept), whens is not None, "", lead, text.sections[index], index, (), share)


# ---- prose


def _of_prose(text: Text, own: Sequence[Claim]) -> Iterator[Strand]:
    """The shares of a paragraph: those of waves together, else two of a sentence or of two."""
    if len(own) < 2:
        return
    labels = [_label(claim, place, own) for place, claim in enumerate(own)]
    whens = waves_of(labels, text.lang)
    if whens is not None and len(own) <= 6:
        yield _told(text, own, labels, whens)
        return
    for size in (4, 3, 2):
        for place in range(len(own) - size + 1):
            few = own[place : place + size]
            if few[-1].sentence.order - few[0].sentence.order > 1:
                continue
            whens = waves_of(labels[place : place + size], text.lang)
            if whens is not None:
                yield _told(text, few, labels[place : place + size], whens)
                return
    for place, (one, other) in enumerate(itertools.pairwise(own)):
        alone = sum(c.sentence.order in (one.sentence.order, other.sentence.order) for c in own)
        if (
            alone == 2
            and other.sentence.order - one.sentence.order <= 1
            and not _is_part(one, other)
        ):
            yield _told(text, (one, other), labels[place : place + 2], None)


def _is_part(one: Claim, other: Claim) -> bool:
    """Whether the second share is of a part of the first."""
    begin = one.number.end if one.sentence is other.sentence else 0
    return OF_THEM.search(other.sentence.text, begin, other.number.start) is not None


def _label(claim: Claim, place: int, own: Sequence[Claim]) -> str:
    """The words of a share: its part of the sentence without the question that leads it in."""
    words = claim.segment
    head = words[: claim.number.start - claim.start]
    if not place or own[place - 1].sentence is not claim.sentence:
        cut = max(head.rfind(mark) for mark in ':?»”"') + 1
        words = head[cut:] + words[claim.number.end - claim.start :]
    else:
        words = head + words[claim.number.end - claim.start :]
    return words.strip(" .,;:–—-")


def _told(
    text: Text, own: Sequence[Claim], labels: Sequence[str], whens: Sequence[float] | None
) -> Strand:
    points = []
    for place, claim in enumerate(own):
        where = spot(text, claim.sentence, claim.number.start, claim.number.end)
        when = whens[place] if whens is not None else 0.0
        points.append(
            Point(_bare(labels[place]), when, claim.number, own_base(claim.segment), where)
        )
    points.sort(key=lambda point: point.when)
    first, last = own[0].sentence, own[-1].sentence
    orders = tuple(range(first.order, last.order + 1))
    lead = " ".join(text.sentences[order].text for order in (max(0, first.order - 1), *orders))
    return Strand(tuple(points), whens is not None, "", lead, first.section, first.block, orders)


def about_of(strand: Strand, text: Text) -> frozenset[str]:
    """The stems of all that tells what a strand measures: question, title, labels, headings."""
    heads = f"{text.titles.get(strand.section, '')} {text.blocks[0].text[:120]}"
    labels = " ".join(point.label for point in strand.points)
    return frozenset(stems(f"{strand.lead} {strand.title} {labels} {heads}", text.lang))


def sentence_at(text: Text, order: int) -> Sentence | None:
    """The sentence of a place, None before the first and behind the last."""
    return text.sentences[order] if 0 <= order < len(text.sentences) else None
