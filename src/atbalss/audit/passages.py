"""The parts of a report that give results: lists and tables with what opens them, paragraphs, items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.columns import NOTE
from atbalss.audit.finding import Spot
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.retold import sections_again
from atbalss.audit.sampling_error import ASKED
from atbalss.audit.summaries import concluding
from atbalss.audit.text import Block, Kind, Text, word_pattern

LEAD = 260  # letters of what opens a list of answers
_SHORT = 220  # letters of an item that gives one result
WORDED = regex.pattern(r"\?|[„“\"«][^„“”\"«»]{9,}[”“\"»]")
_ANSWER = regex.pattern(r"[^\W\d_]+,? [„“\"«][^\W\d_]+[”“\"»]")  # `answered "yes"`
NUMBERED = regex.any_case(  # `Second question`, `Question 2`, `Figure 2`
    r"\W{0,3}(?:(?:\d{1,2}\.?|[^\W\d]+(?:ais|ā|st|nd|rd|th|ond|ый|ой|ий)) (?:jautājums|attēls|tabula|diagramma|question|figure|table|chart|вопрос|рисунок|таблица|диаграмма)"
    r"|(?:jautājums|attēls|tabula|diagramma|question|figure|table|chart|вопрос|рисунок|рис\.|таблица|табл\.|диаграмма|график|q|j|в)\s?(?:№ ?|nr\. ?|no\. ?)?(?:\d{1,2}|(?-i:[A-FА-Е]))(?!\w)|\d{1,2}[.)](?= ))"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A part with results: its words (lead, head, notes), whether they make a whole, where it begins."""

    words: str
    labels: str
    whole: bool
    listed: bool  # one item of several, with one result
    spot: Spot
    first: int
    last: int
    shares: tuple[float, ...] = ()


@listed_once
def passages_of(text: Text, claims: Claims) -> Iterator[Passage]:
    """All parts with results of a document."""
    inside = {text.sentences[order].block for order in concluding(text, claims)}
    again = sections_again(text)
    asked = word_pattern(ASKED[text.lang])
    by_block: dict[int, list[float]] = {}
    for claim in claims.levels:
        by_block.setdefault(claim.sentence.block, []).append(claim.number.value)
    edge, at = -1, 0
    while at < len(text.blocks):
        block, own = text.blocks[at], by_block.get(at, [])
        end = at
        if block.kind is Kind.ITEM and own:
            while end + 1 < len(text.blocks) and text.blocks[end + 1].kind is Kind.ITEM:
                end += 1
            shares = [value for place in range(at, end + 1) for value in by_block.get(place, [])]
            opened = at > edge + 1 and _opens(text.blocks[at - 1])
            if at in again:  # what the body has told with its base
                edge, at = end, end + 1
                continue
            if opened and len(shares) > 1 and abs(sum(shares) - 100) <= 3:
                yield _made(text, at, end, edge, shares)
            else:
                yield from _items(text, at, end, by_block, asked)
        elif block.kind is Kind.TABLE and (shares := _column(block, text)):
            yield _made(text, at, at, edge, shares)
        elif (
            block.kind is Kind.PARAGRAPH
            and own
            and (at not in inside or NUMBERED.match(block.text))
        ):
            method = asked.search(block.text) and len(own) == 1 and not WORDED.search(block.text)
            if not method or NUMBERED.match(block.text):
                yield _made(text, at, at, edge, own)
        else:
            at += 1
            continue
        edge, at = end, end + 1


def _items(
    text: Text, first: int, last: int, by_block: dict[int, list[float]], asked: re.Pattern[str]
) -> Iterator[Passage]:
    """Items that give one result each, but for those that tell of the field."""
    for at in range(first, last + 1):
        words = text.blocks[at].text
        own = by_block.get(at, [])
        field = asked.search(_ANSWER.sub(" ", words)) is not None and not WORDED.search(words)
        if len(own) > 1 and abs(sum(own) - 100) <= 1:
            yield _made(text, at, at, at - 1, own)
        elif own and not field and len(words) <= _SHORT:
            yield Passage(words, words, False, True, block_spot(text.blocks[at], at), at, at)


def _opens(block: Block) -> bool:
    return block.kind in (Kind.CAPTION, Kind.HEADING) or block.text.rstrip('”“»") ').endswith(
        (":", "?")
    )


def _made(text: Text, first: int, last: int, edge: int, shares: Sequence[float]) -> Passage:
    """A part: its block or blocks, what opens them since the part before, and the note behind them."""
    lead = first
    while lead - 1 > edge and len(text.blocks[lead - 1].text) <= LEAD:
        above = text.blocks[lead - 1]
        titled = above.kind in (Kind.CAPTION, Kind.HEADING)
        if above.rows or above.kind is Kind.ITEM or not (titled or lead == first):
            break
        if above.kind is Kind.PARAGRAPH and text.blocks[first].kind is Kind.PARAGRAPH:
            break
        lead -= 1
        if titled:
            break
    blocks = text.blocks[lead : last + 1]
    words = [block.text for block in blocks if block.kind is not Kind.TABLE]
    words += [" ".join(row) for block in blocks for row in block.rows[:1]]
    words += [" ".join(row) for block in blocks for row in block.rows[1:]]
    behind = text.blocks[last + 1 : last + 2]
    words += [one.text for one in behind if NOTE.match(one.text) or one.text.startswith("(")]
    labels = " ".join((text.blocks[lead].text, *(row[0] for block in blocks for row in block.rows)))
    spare = 1 if text.blocks[first].kind is Kind.PARAGRAPH else 3
    whole = abs(sum(shares) - 100) <= spare and len(shares) > 1
    place = lead if text.blocks[lead].text else first
    return Passage(
        "\n".join(words),
        labels,
        whole,
        False,
        block_spot(text.blocks[place], place),
        lead,
        last,
        tuple(shares),
    )


def _column(block: Block, text: Text) -> list[float]:
    """The shares of the first column of a table that holds shares."""
    for column in range(1, len(block.rows[0])):
        found = []
        for row in block.rows[1:]:
            items = numbers(row[column], text.lang) if column < len(row) else ()
            head = block.rows[0][column]
            total = word_pattern(text.words.total).match(row[0].strip()) is not None
            if len(items) == 1 and not total and (items[0].unit is Unit.PERCENT or "%" in head):
                found.append(items[0].value)
        if len(found) > 1:
            return found
    return []
