"""A claim of the summary that the body never makes: its number stands nowhere else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules import two_values
from atbalss.audit.stems import every_stem, stems
from atbalss.audit.text import Block, Kind, Text, word_pattern


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a summary whose number is nowhere in the body, where most of the others are."""
    inside = summary_of(text, claims)
    if not inside:
        return
    own = [c for c in claims.levels if c.sentence.block in inside]
    body = _body(text, inside)
    if len(own) < 3 or len(body) < 4:
        return
    opposites = _opposites(text, claims, inside)
    absent = [claim for claim in own if not _told(claim, body, opposites)]
    twice = {claim.number.value for claim in claims.kept.get("told-twice", ())}
    for claim in absent:
        against = _counterpart(text, claims, claim, own, inside)
        if against is not None:
            twice |= {claim.number.value}
            yield two_values.twice(text, claim, against)
    earlier = {(item.sentence.order, item.earlier.start) for item in changes(text, claims)}
    absent = [
        claim
        for claim in absent
        if claim.number.value not in twice
        and (claim.sentence.order, claim.number.start) not in earlier
    ]
    few = len(body) < 8 or _pictures(text)
    if few:  # who answered, and groups, are often in the pictures alone
        group = word_pattern(text.words.group)
        absent = [claim for claim in absent if not group.search(claim.sentence.text)]
    if len(absent) > (max(1, len(own) / 8) if few else len(own) / 3):
        return
    for claim in absent:
        yield finding(text, "summary-without-body", spot_of(text, claim), value=claim.number.shown)


def _counterpart(
    text: Text, claims: Claims, claim: Claim, own: list[Claim], inside: frozenset[int]
) -> Claim | None:
    """The one claim of the body that names the same answer with a number of its own."""
    if claim.number.value in {item.number.value for item in claims.kept.get("told-twice", ())}:
        return None
    known = {item.number.value for item in own}
    last = max((year for item in claims.levels for year in item.years), default=0)
    fits = [
        item
        for item in claims.levels
        if item.sentence.block not in inside
        and item.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
        and item.number.value not in known
        and item.years - {last} == claim.years - {last} == frozenset()
        and not word_pattern(text.words.last_wave).search(item.segment + claim.segment)
        and abs(item.number.value - claim.number.value)
        > max(item.number.step, claim.number.step) + 1e-9
        and two_values.one_topic(claim, item, text)
    ]
    return fits[0] if len({item.number.value for item in fits}) == 1 else None


@read_once
def summary_of(text: Text, claims: Claims) -> frozenset[int]:
    """The blocks under a heading of a summary, up to the next chapter."""
    found: set[int] = set()
    inside = False
    charts = any(block.kind is Kind.CHART for block in text.blocks)
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.HEADING and block.text.endswith(":") and inside:
            continue  # it opens a list
        if block.kind is Kind.HEADING:
            named = word_pattern(text.words.summary).search(block.text) and len(block.text) < 80
            late = bool(found) and not charts and index > 0.6 * len(text.blocks)
            inside = (
                bool(named) and not late
            )  # conclusions at the end are no summary of what follows
        elif inside or (block.kind is Kind.PARAGRAPH and _opens(block.text, text)):
            found.add(index)
    after = len(text.blocks) - max(found, default=0)
    ahead = bool(found) and after > 5 and max(found) < 0.6 * len(text.blocks)
    return frozenset(found if ahead else ())


def _opens(words: str, text: Text) -> bool:
    """Whether a paragraph begins as a summary: `In brief. …`."""
    head = regex.match(r"[^.:!?—–]{3,40}[.:]\s", words)
    return bool(head and word_pattern(text.words.summary).fullmatch(head.group(0).strip(" .:")))


_COUNTED = regex.pattern(r"\s*\(\d")  # `Food  32  (227 answers)`


def _body(text: Text, inside: frozenset[int]) -> set[tuple[float, int]]:
    found = set()
    for index, block in enumerate(text.blocks):
        if index in inside or block.kind in (Kind.CONTENTS, Kind.QUOTE):
            continue
        found |= set(_nets(block, text))
        for words in (block.text, *(cell for row in block.rows for cell in row)):
            found |= {
                (item.value, item.digits)
                for item in numbers(words, text.lang)
                if item.unit is Unit.PERCENT
                or (item.unit is Unit.NONE and (block.rows or _COUNTED.match(words, item.end)))
            }
    return found


def _nets(block: Block, text: Text) -> Iterator[tuple[float, int]]:
    """The sums of two neighbouring grades in a column: `very` and `rather satisfied` together."""
    graded = word_pattern(text.words.scale)
    for first, second in itertools.pairwise(block.rows[1:]):
        if not (graded.match(first[0]) and graded.match(second[0])):
            continue
        if not set(every_stem(first[0], text.lang)) & set(every_stem(second[0], text.lang)):
            continue
        for cells in zip(first[1:], second[1:], strict=False):
            one, other = (numbers(cell, text.lang) for cell in cells)
            if len(one) == len(other) == 1 and 0 < one[0].value + other[0].value <= 100:
                yield one[0].value + other[0].value, max(one[0].digits, other[0].digits)


def _pictures(text: Text) -> bool:
    """Whether figures of the body are pictures: then the text does not hold all its numbers."""
    bare = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.CAPTION
        and word_pattern(text.words.figure).search(block.text)
        and not _is_printed(text, index)
    ]
    charts = any(block.kind is Kind.CHART for block in text.blocks)
    return len(bare) >= 2 or charts


def _is_printed(text: Text, caption: int) -> bool:
    """Whether a caption's values stand right after it: a table, a list, a line of shares."""
    for block in text.blocks[caption + 1 : caption + 3]:
        if block.kind is Kind.TABLE:
            return True
        if block.kind in (Kind.HEADING, Kind.CAPTION):
            return False
        if len(numbers(block.text, text.lang)) > 2:
            return bool(numbers(block.text, text.lang))
    return False


def _told(
    claim: Claim, body: set[tuple[float, int]], opposites: list[tuple[float, frozenset[str]]]
) -> bool:
    """Whether the number, the rest to 100 of a like answer, or one that rounds to it is there."""
    value, half = claim.number.value, claim.number.step / 2
    if any(abs(other - value) <= half + 1e-9 for other, _ in body):
        return True
    said = frozenset(claim.about)
    return any(
        abs(100 - other - value) <= half + 1e-9 and len(said & named) > 1
        for other, named in opposites
    )


def _opposites(
    text: Text, claims: Claims, inside: frozenset[int]
) -> list[tuple[float, frozenset[str]]]:
    """The shares of the body, with the stems of what surrounds them."""
    found = [
        (claim.number.value, frozenset(stems(claim.sentence.text, text.lang)))
        for claim in claims.levels
        if claim.sentence.block not in inside
    ]
    for index, block in enumerate(text.blocks):
        if index in inside or not block.rows:
            continue
        title = frozenset(stems(text.titles.get(text.sections[index], ""), text.lang))
        for row in block.rows:
            named = frozenset(stems(row[0], text.lang)) | title
            found += [(n.value, named) for cell in row[1:] for n in numbers(cell, text.lang)]
    return found
