"""The levels that a claim of change or gap can be about: one quantity in several waves, or of several groups.

Read from tables either way, from lines, items and sentences; shares and means alike. A document has
few of them, so that a claim which names no other can be held against the only one there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.group_sizes import counted_of, size_of, sizes_by_year, sizes_of_waves
from atbalss.audit.histories import histories, hits
from atbalss.audit.kept import read_once
from atbalss.audit.lists import names
from atbalss.audit.mean_levels import means_told
from atbalss.audit.series import years_in
from atbalss.audit.shifts import direction, shift
from atbalss.audit.stems import stems
from atbalss.audit.strand import Point, Strand
from atbalss.audit.strand_prose import of_prose
from atbalss.audit.strand_rows import of_items, of_lines, of_pieces, of_table
from atbalss.audit.text import Kind, Text
from atbalss.audit.wave_names import LATER
from atbalss.audit.waves import last_year

_BACK = 6  # blocks in which the question of a list may stand before it


@read_once
def strands_of(text: Text, claims: Claims) -> tuple[Strand, ...]:
    """All strands of a document, in order."""
    many = [] if claims.crowded else _with_histories(text, claims, list(_strands(text, claims)))
    found = [_sized(item, text, claims) for item in many]
    return tuple(_apart(found))


def _strands(text: Text, claims: Claims) -> Iterator[Strand]:
    by_block: dict[int, list[Claim]] = {}
    for claim in claims.levels:
        by_block.setdefault(claim.sentence.block, []).append(claim)
    items: list[int] = []
    for index, block in enumerate(text.blocks):
        if items and block.kind not in (Kind.ITEM, Kind.CONTENTS):
            yield from of_items(text, items)
            items = []
        if block.kind is Kind.TABLE:
            yield from of_table(text, index)
        elif block.kind is Kind.ITEM or block.kind is Kind.CONTENTS:
            items.append(index)
            yield from of_prose(text, by_block.get(index, []))
        elif block.kind is Kind.PARAGRAPH or block.kind is Kind.CAPTION:
            made = of_lines(text, index) or of_pieces(text, index)
            if made is not None:
                yield made
            else:
                yield from of_prose(text, by_block.get(index, []))
                yield from of_prose(text, list(means_told(text, index)))
    yield from of_items(text, items)


def _with_histories(text: Text, claims: Claims, found: list[Strand]) -> list[Strand]:
    """Strands with the levels of near sentences: `57 % have used it. In 2023 it was 48 %`.

    What a paragraph tells of an earlier wave is surer there than two shares side by side.
    """
    made: list[Strand] = []
    for item in histories(text, claims):
        orders = set(item.orders)
        same = [one for one in found if one.waves and orders and orders <= set(one.orders)]
        values = {level.number.value for level in item.levels}
        near = [one for one in found if one.waves and one.section == item.section]
        misread = [one for one in found if set(one.orders) == orders and one.values == values]
        if not orders or (any(values <= one.values for one in near) and not misread):
            continue
        lead = " ".join(text.sentences[order].text for order in item.orders)
        beside = len(orders) == 1 and item.latest.spot.block == item.block  # in one sentence
        if beside and not (direction(lead, text) or shift(lead, text)):
            continue
        wrong = [one for one in same if len(one.points) < 3] + misread
        found = [one for one in found if one not in wrong]
        points = tuple(
            Point(str(level.year), float(level.year), level.number, 0, level.spot)
            for level in item.levels
        )
        made.append(Strand(points, True, "", lead, item.section, item.block, item.orders))
    return [*found, *made]


def _apart(found: Sequence[Strand]) -> Iterator[Strand]:
    """Strands without those that only tell another the other way round: `No` of `Yes` and `No`."""
    for place, item in enumerate(found):
        near = [other for other in found if other.block == item.block and other is not item]
        mirrored = any(_mirrors(other, item) for other in found[:place] if other in near)
        part = any(other.waves and other.values > item.values for other in near if item.waves)
        again = item.orders and not item.waves and any(_tells(other, item) for other in found)
        if not (mirrored or part or again):
            yield item


def _tells(one: Strand, other: Strand) -> bool:
    """Whether two waves of a table are what a sentence of its section tells again without naming them."""
    return (
        one.waves and not one.orders and one.section == other.section and one.values == other.values
    )


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
    strand = _dated(strand, text, claims)
    labels = [regex.sub(r"\d[\d \u00a0]*\w*", " ", point.label) for point in strand.points]
    named = [
        names(label if strand.orders else p.label, text)
        for label, p in zip(labels, strand.points, strict=True)
    ]
    found = []
    for place, point in enumerate(strand.points):
        base = point.base or counted_of(point.label, point.number)
        years = years_in(point.label)
        if not base and len(years) == 1:
            base = by_year.get(years[0], 0)
        elif not base and point.when == LATER:
            base = by_year.get(last_year(text), 0)
        elif not base and not strand.waves:
            own = named[place].difference(*named[:place], *named[place + 1 :])
            base = size_of(own, text, claims)
        found.append(replace(point, base=base))
    if not any(point.base for point in found) and strand.waves:
        sizes = _all_sizes(text, by_year)
        if len(sizes) == len(found):  # as many numbers as levels: in their order
            found = [replace(p, base=size) for p, size in zip(found, sizes, strict=True)]
    elif strand.orders and not all(point.base for point in found):
        for at, point in enumerate(found):
            own = named[at].difference(*named[:at], *named[at + 1 :])
            found[at] = replace(point, base=point.base or _size_beside(own, text, claims))
    if strand.orders and not any(point.base for point in found):
        words = " ".join(text.sentences[order].text for order in strand.orders)
        told = [int(n) for match in _TWO.finditer(words) for n in match.groups() if n]
        if len(told) == len(found):  # as many as levels: in the order in which they are printed
            found = [replace(p, base=size) for p, size in zip(found, told, strict=True)]
    bases = {point.base for point in found}
    cross = strand.cross and (0 in bases or len(bases) < len(found))  # of groups after all
    return replace(strand, points=tuple(found), cross=cross)


def _dated(strand: Strand, text: Text, claims: Claims) -> Strand:
    """A strand as one of waves, where its numbers of persons are told just before as those of years.

    `58 returned it in 2022 and 61 in 2024. Yes was said by 36 of the 58 (62 %) and 43 of the 61 (70 %)`.
    """
    bases = [point.base or counted_of(point.label, point.number) for point in strand.points]
    if strand.waves or not strand.orders or not all(bases) or len(set(bases)) < len(bases):
        return strand
    years: dict[int, int] = {}
    for sentence in text.sentences[max(0, strand.orders[0] - 3) : strand.orders[0]]:
        if sentence.section == strand.section and not claims.of(sentence):
            years |= {count: year for year, count in sizes_by_year(sentence.text, text)}
    if not all(base in years for base in bases):
        return strand
    points = [replace(p, when=float(years[b])) for p, b in zip(strand.points, bases, strict=True)]
    return replace(strand, points=tuple(sorted(points, key=lambda p: p.when)), waves=True)


def _all_sizes(text: Text, by_year: dict[int, int]) -> tuple[int, ...]:
    """The numbers of persons that a document prints, in order: of its waves, else behind `n =`."""
    if len(by_year) > 1:
        return tuple(by_year[year] for year in sorted(by_year))
    found = [_whole(match) for match in _N.finditer(text.whole)]
    return tuple(found) if len(found) < 6 else ()


def _size_beside(own: frozenset[str], text: Text, claims: Claims) -> int:
    """The one number behind `n =` that the name of a group stands before: `the campus group (n = 52)`."""
    found = {size for size, before in _told_sizes(text, claims) if hits(own, before)}
    return found.pop() if len(found) == 1 else 0


@read_once
def _told_sizes(text: Text, claims: Claims) -> tuple[tuple[int, frozenset[str]], ...]:
    """Each number behind `n =` and the stem right before it."""
    return tuple(
        (
            _whole(match),
            frozenset(
                stems(text.whole[max(0, match.start() - 40) : match.start()], text.lang)[-1:]
            ),
        )
        for match in _N.finditer(text.whole)
    )


def _whole(match: re.Match[str]) -> int:
    return int(regex.sub(r"\D", "", match.group(1)))


_N = regex.pattern(r"(?<![\w.,])[nN]\s?=\s?(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{2,5})(?![\d.,]*\d)")


_TWO = regex.pattern(  # `(n = 118 and 110)`, `2022: n = 88, 2024: n = 94`
    r"(?<!\w)[nN]\s?=\s?(\d{2,4})(?:\s?(?:and|un|и|/|,)\s(?!(?:19|20)\d\d)(\d{2,4})(?![\d.,]*\s?%|\d))?"
)


def about_of(strand: Strand, text: Text) -> frozenset[str]:
    """The stems of all that tells what a strand measures: question, title, labels, headings."""
    heads = f"{text.titles.get(strand.section, '')} {text.blocks[0].text[:120]}"
    labels = " ".join(point.label for point in strand.points)
    asked = question_before(strand, text)
    return frozenset(stems(f"{strand.lead} {asked} {strand.title} {labels} {heads}", text.lang))


def question_before(strand: Strand, text: Text) -> str:
    """The nearest question that a document prints before its levels."""
    for index in range(strand.block - 1, max(-1, strand.block - _BACK), -1):
        words = text.blocks[index].text
        if "?" in words:
            return regex.split(r"(?<=[.!:])\s", words[: words.rfind("?")])[-1]
    return ""
