"""Numbers of prose that nothing else in the document has, nor makes: what was told again with a slip stands among them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counts_told import counts_of
from atbalss.audit.finding import spot
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.retold import sections_again
from atbalss.audit.sheets import Sheet, is_part_of, question_over, sheets_of
from atbalss.audit.text import Kind, Sentence, Text

_MOST = 9  # cells of a column that are put together
_FEWEST = 2  # answers
_RUN = 4  # neighbours that make a net


@dataclass(frozen=True, slots=True)
class Stray:
    """A share that prose tells beside the lists."""

    claim: Claim
    beside: int  # shares of its sentence that are told elsewhere too
    alone: bool  # nothing else in the document has the number
    made: bool  # neighbours of a list make it together

    @property
    def number(self) -> Number:
        """The share itself."""
        return self.claim.number


@read_once
def lists_of(text: Text, claims: Claims) -> tuple[Sheet, ...]:
    """The lists of answers: tables, lists of lines, and sentences whose shares make 100; none of the conclusions."""
    again = sections_again(text)
    found = [
        sheet
        for sheet in sheets_of(text, claims)
        if sheet.shares
        and (sheet.table or sheet.is_whole or _is_set_out(sheet, text))
        and (sheet.table or sheet.first not in again)
    ]
    return tuple(found or _counted_out(text, claims))


def _is_set_out(sheet: Sheet, text: Text) -> bool:
    """Whether results stand on lines of their own, or each behind a mark: `Centre – 58 %, Park – 81 %`."""
    marked = len(_SET_OUT.findall(text.blocks[sheet.first].text)) >= len(sheet.labels)
    lines = len({one.line for one in sheet.spots})
    return lines > _FEWEST or (len(sheet.labels) > _FEWEST and marked)


_SET_OUT = regex.pattern(r"[^\W\d_][”“»\"]?(?:\s[–—-]|:)\s\d[\d.,]*\s?%")


def _counted_out(text: Text, claims: Claims) -> Iterator[Sheet]:
    """Answers told as counts alone, which make the number asked: `340 said yes, 520 no, 140 could not say`."""
    base = claims.base
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.PARAGRAPH or not base:
            continue
        own = [
            item for item in counts_of(text) if item.sentence.block == index and item.value < base
        ]
        if len(own) < _FEWEST or sum(item.value for item in own) != base:
            continue
        cells = tuple(
            (Number(100 * one.value / base, 0, Unit.PERCENT, 0, one.start, one.end),) for one in own
        )
        labels = tuple(regex.split(r"[,;.]\s", one.sentence.text[one.end :])[0] for one in own)
        spots = tuple(spot(text, one.sentence, one.start, one.end) for one in own)
        yield Sheet(
            labels,
            ("",),
            cells,
            spots,
            question_over(text, index),
            text.sections[index],
            index,
            index,
        )


@listed_once
def strays_of(text: Text, claims: Claims) -> Iterator[Stray]:
    """All shares of prose that no list has."""
    sheets = lists_of(text, claims)
    if not sheets:
        return
    times = Counter(round(claim.number.value, 2) for claim in claims.levels)
    for sheet in sheets:
        if sheet.table:
            times.update(round(n.value, 2) for row in sheet.cells for n in row if n is not None)
    sums, counted = _sums(sheets), _counted(text, claims)
    for found in claims.by_sentence.values():
        sentence = found[0].sentence
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CAPTION):
            continue
        if is_listed(sentence, sheets):
            continue
        for claim in found:
            value, step = claim.number.value, claim.number.step
            if is_confidence(claim) or any(abs(n - value) <= 0.55 * step for n in counted):
                continue
            beside = sum(times[round(c.number.value, 2)] > 1 for c in found if c is not claim)
            made = any(abs(n - value) <= step + 1e-9 for n in sums)
            yield Stray(claim, beside, times[round(value, 2)] == 1, made)


def is_listed(sentence: Sentence, sheets: Sequence[Sheet]) -> bool:
    """Whether a sentence is part of a list itself."""
    return any(not sheet.table and is_part_of(sentence, sheet) for sheet in sheets)


def _sums(sheets: Sequence[Sheet]) -> set[float]:
    """What the lists make: rests to 100, neighbours together."""
    found: set[float] = set()
    for sheet in sheets:
        for column in zip(*sheet.cells, strict=True):
            cells = [n.value for n in column if n is not None][:_MOST]
            found |= {100 - one for one in cells}
            for begin in range(len(cells)):
                for end in range(begin + 2, min(begin + _RUN, len(cells)) + 1):
                    found.add(sum(cells[begin:end]))
    return found


def _counted(text: Text, claims: Claims) -> set[float]:
    """What the printed counts are of the sizes, in percent."""
    bases = {claims.base, claims.survey[0]}
    told = (n for one in text.sentences for n in numbers(one.text, text.lang))
    counts = {
        int(n.value)
        for n in told
        if n.unit is Unit.NONE and not n.digits and n.value >= 5 and not 1990 <= n.value <= 2039
    }
    return {
        100 * count / base for base, count in itertools.product(bases, counts) if 0 < count < base
    }


def named_apart(one: str, other: str, text: Text) -> bool:
    """Whether words name two things of one kind that the document knows: `North Branch`, `South Branch`."""
    named = [{last: first for first, last in _PAIR.findall(words)} for words in (one, other)]
    return any(
        len({names[last] for names in named}) > 1
        and all(text.whole.count(f"{names[last]} {last}") > 1 for names in named)
        for last in named[0].keys() & named[1].keys()
    )


_PAIR = regex.pattern(
    r"(?<!\w)([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][^\W\d_]+) (?=([A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ][^\W\d_]{3,}))"
)
