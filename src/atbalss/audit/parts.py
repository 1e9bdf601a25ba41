"""Lists whose entries are counted, with their shares or without: tables, items, lines of a paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Spot, quoted, row_spot
from atbalss.audit.kept import listed_once
from atbalss.audit.language import words_of
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers, whole_number
from atbalss.audit.text import Block, Kind, Text, word_pattern

INTEGER = r"(?:\d{1,3}(?:[ \u00a0]\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,6})(?![\d]|[.,]\d)"
_PERCENT = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per ?cent(?!age)|procent\w*|процент\w*)"
_NOUN = r"[^\W\d_][\w.'’-]*(?:\s[^\W\d_][\w.'’-]*){0,2}"
_LABEL = r".*?[^\W\d_].*?|\d{1,3}\s?(?:[–-]\s?\d{1,3}|\+)"  # words, or ages
_COUNTED_LINE = regex.any_case(
    rf"(?P<label>{_LABEL})[\s:–—.…-]+(?P<n>{INTEGER})(?:\s(?:of|no|из)\s(?P<of>{INTEGER}))?(?:\s(?P<noun>{_NOUN}))?"
    rf"(?:\s?[(,–—-]+\s?(?P<p>{_PERCENT})\)?)?[.;,]?"
)
_SHARED_LINE = regex.any_case(
    rf"(?P<label>{_LABEL})[\s:–—.…-]+(?P<p>{_PERCENT})[,;]?\s?[(–—-]\s?(?:[nN]\s?=\s?)?(?P<n>{INTEGER})(?:\s(?P<noun>{_NOUN}))?\)?[.;,]?"
)
_SIGNED = regex.any_case("%|per ?cent|procent|процент")
_CELL = regex.any_case(rf"(?P<n>{INTEGER})(?:\s{_NOUN})?\s?[(/;,–—-]\s?(?P<p>{_PERCENT})\)?")
_BARE = regex.pattern(rf"(?P<n>{INTEGER})(?:\s{_NOUN})?")
MEASURED = {  # what is counted that is no person, firm or sheet
    "lv": r"gad\w*|mēne\w*|nedēļ\w*|dien\w*|stund\w*|min\w*|sek\w*|punkt\w*|ball\w*|eiro|EUR|km|m|metr\w*|kilometr\w*|reiz\w*|tūkst\w*|milj\w*|procent\w*|lpp|jautājum\w*|pieminējum\w*|minējum\w*",
    "en": r"years?|months?|weeks?|days?|hours?|min\w*|sec\w*|points?|marks?|euros?|EUR|pounds?|km|m|metres?|miles?|times|thousand|million|per ?cent\w*|pages?|questions?|mentions?|am|pm|a\.m|p\.m",
    "ru": r"год\w*|лет|мес\w*|недел\w*|дн\w*|день|час\w*|мин\w*|сек\w*|пункт\w*|балл\w*|евро|руб\w*|км|м|метр\w*|раз\w?|тыс\w*|млн|процент\w*|стр\w*|вопрос\w*|упоминани\w*",
}
_HEAD = {  # of a column that counts those who answered
    "lv": r"skait\w*|cilv\w*\.?|pers\.?|aptauj\w*|atbild\w*|interv\w*|anket\w*",
    "en": r"number|count|no\.?|persons?|interview\w*|answer\w*|repl\w+|asked|forms?",
    "ru": r"числ\w*|кол-во|количеств\w*|чел\w*\.?|опрошен\w*|ответ\w*|анкет\w*|интервью",
}
_SCORED = r"(?<!\w)(?:mean|average|score|points?|rating|vidēj\w*|ball\w*|punkt\w*|средн\w*|балл\w*|оценк\w*|index|indeks\w*|индекс\w*)(?!\w)"


@dataclass(frozen=True, slots=True)
class Part:
    """An entry: its label, how many it counts (0: not told), its share, its place; `of`: of how many."""

    label: str
    count: int
    percent: Number | None
    spot: Spot
    of: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """The entries of a list, blocks `first` to `last`, and its row of all, where there is one."""

    parts: tuple[Part, ...]
    first: int
    last: int
    table: bool
    head: str  # of the column of counts, or the noun behind the first count
    whole: Part | None = None

    @property
    def made(self) -> int:
        """The sum of the counts."""
        return sum(part.count for part in self.parts)


@listed_once
def parts_of(text: Text, claims: Claims) -> Iterator[Parts]:
    """All lists with counts of a document."""
    run: list[tuple[int, Part, str]] = []
    for index, block in enumerate(text.blocks):
        item = _of_item(text, index, block)
        if run and item is None:
            yield from _closed(run)
            run = []
        if item is not None:
            run.append(item)
        elif block.kind is Kind.TABLE and len(block.rows) > 2:
            yield from _of_table(text, index, block)
        elif block.kind is Kind.PARAGRAPH and len(block.starts) > 1:
            yield from _of_lines(text, index, block)
    yield from _closed(run)


def _closed(run: Sequence[tuple[int, Part, str]]) -> Iterator[Parts]:
    if len(run) > 1:
        parts = tuple(part for _, part, _ in run)
        yield Parts(parts, run[0][0], run[-1][0], False, run[0][2])


def _of_item(text: Text, index: int, block: Block) -> tuple[int, Part, str] | None:
    if block.kind is not Kind.ITEM or len(block.text) > 140 or not regex.search(r"\d", block.text):
        return None
    where = Spot(quoted(block.text), block.line, block.page, index)
    found = _line(block.text, where, text.lang)
    return (index, *found) if found else None


def _of_lines(text: Text, index: int, block: Block) -> Iterator[Parts]:
    edges = [start for start, _ in block.starts] + [len(block.text) + 1]
    lines = [block.text[a : b - 1].strip() for a, b in itertools.pairwise(edges)]
    read = []
    for line, (_, number) in zip(lines, block.starts, strict=True):
        where = Spot(quoted(line), number, block.page, index)
        read.append(_line(line, where, text.lang) if len(line) < 110 else None)
    found = [item for item in read if item]
    if len(found) < 2 or len(found) < len(read) - (read[0] is None):
        return
    parts = [part for part, _ in found]
    yield _without_whole(text, parts, index, index, table=False, head=found[0][1])


def _line(line: str, where: Spot, lang: str) -> tuple[Part, str] | None:
    """(entry, noun) of a line that counts; None of other lines."""
    line = line.strip()
    if not any(map(str.isdigit, line)):
        return None
    shared = _SHARED_LINE.fullmatch(line) if _SIGNED.search(line) else None
    match = shared or _COUNTED_LINE.fullmatch(line)
    if match is None or "%" in match["label"]:
        return None
    noun = match["noun"] or ""
    if noun and _measured(lang).match(noun):
        return None
    if not noun and not match["p"] and not regex.search(r"[–—:]|\.{3}", line):
        return None
    label, of = match["label"].strip(" :–—.-"), match.groupdict().get("of")
    count, share = whole_number(match["n"]), _share(match["p"], lang)
    return Part(label, count, share, where, whole_number(of) if of else 0), noun


@cache
def _measured(lang: str) -> re.Pattern[str]:
    return regex.any_case(rf"(?:{MEASURED[lang]})(?!\w)")


def _share(printed: str | None, lang: str) -> Number | None:
    found = numbers(printed, lang) if printed else ()
    return found[0] if len(found) == 1 and found[0].unit is Unit.PERCENT else None


def _without_whole(
    text: Text, found: Sequence[Part], first: int, last: int, *, table: bool, head: str
) -> Parts:
    """A list whose row of all, the first or the last, is kept apart."""
    total = word_pattern(text.words.total)
    wholes = [
        part for part in (found[0], found[-1]) if total.match(part.label.strip(' „“"«».:').lower())
    ]
    if not wholes and sum(part.percent is None for part in found) == 1:
        wholes = [  # `Customers interviewed | 500` among `Satisfied | 415 (83 %)`
            part
            for part in found
            if part.percent is None and part.count >= max(item.count for item in found)
        ]
    kept = tuple(part for part in found if part not in wholes)
    return Parts(kept, first, last, table, head, wholes[0] if len(wholes) == 1 else None)


def _of_table(text: Text, index: int, block: Block) -> Iterator[Parts]:
    head = block.rows[0]
    width = len(head)
    if any(len(row) != width for row in block.rows):
        return
    columns = {column: [row[column] for row in block.rows[1:]] for column in range(1, width)}
    for column, cells in columns.items():
        joined = [_CELL.fullmatch(cell) for cell in cells]
        if sum(item is not None for item in joined) >= max(2, len(cells) - 1):
            pairs = [
                (whole_number(item["n"]), _share(item["p"], text.lang)) if item else (_plain(cell), None)
                for item, cell in zip(joined, cells, strict=True)
            ]  # fmt: skip
            yield _rows(text, index, block, pairs, head[column])
            return
    counted = [at for at, cells in columns.items() if _counts(text, head[at], cells)]
    if not counted and width == 2 and _is_counted_over(text, index, columns[1]):
        counted = [1]
    shares = [at for at in columns if at not in counted and _percents(text, head[at], columns[at])]
    if not counted and len(shares) == 1:
        counted = [
            at
            for at in columns
            if at != shares[0] and _is_counted_beside(block, at, shares[0], text)
        ]
    if len(counted) > max(1, len(shares)):
        return  # how many of how many
    for at in counted:
        beside = [other for other in shares if abs(other - at) == 1]
        if len(counted) > 1 and len(beside) != 1:
            continue
        if any(_is_of_another(head, other) for other in beside):
            continue
        taken = beside[0] if len(beside) == 1 else None
        pairs = [
            (_plain(cell), _cell_share(block, row, taken, text) if taken else None)
            for row, cell in enumerate(columns[at], 1)
        ]
        yield _rows(text, index, block, pairs, head[at])


def _is_of_another(head: Sequence[str], shares: int) -> bool:
    """Whether a share has the name of another column: `Yes | No | Yes, %`."""
    bare = [regex.sub(r"[%(),]", " ", cell).strip().lower() for cell in head]
    return bool(bare[shares]) and bare[shares] in bare[1:shares]


def _plain(cell: str) -> int:
    match = _BARE.fullmatch(cell.strip())
    return whole_number(match["n"]) if match else 0


def _counts(text: Text, head: str, cells: Sequence[str]) -> bool:
    """Whether a column counts those who answered: whole numbers under a head that says so."""
    if not all(_BARE.fullmatch(cell.strip()) for cell in cells) or "%" in head:
        return False
    if regex.search(_SCORED, head, regex.IGNORECASE) or _measured(text.lang).match(head.strip()):
        return False
    known = word_pattern(f"{_HEAD[text.lang]}|{words_of(text.lang).people}")
    unit = any(regex.search(r"[^\W\d_]", cell) for cell in cells)
    return unit or COUNTS.fullmatch(head.strip()) is not None or known.search(head) is not None


def _is_counted_beside(block: Block, column: int, shares: int, text: Text) -> bool:
    """Whether all but one of the numbers of a column are to the shares beside them as of one base."""
    wholes = []
    for row in range(1, len(block.rows)):
        count, share = _plain(block.rows[row][column]), _cell_share(block, row, shares, text)
        if not count or share is None or not share.value:
            return False
        wholes.append(100 * count / share.value)
    middle = sorted(wholes)[len(wholes) // 2]
    near = sum(abs(whole - middle) <= 0.05 * middle for whole in wholes)
    return len(wholes) > 2 and near >= len(wholes) - 1 and middle > 20


def _is_counted_over(text: Text, index: int, cells: Sequence[str]) -> bool:
    """Whether the words over a list without heads say that it counts those who answered."""
    over = text.blocks[index - 1].text if index else ""
    if not all(_BARE.fullmatch(cell.strip()) for cell in cells) or "%" in over:
        return False
    if regex.search(_SCORED, over, regex.IGNORECASE) or not any(
        _plain(cell) > 100 for cell in cells
    ):
        return False
    known = word_pattern(f"{_HEAD[text.lang]}|{text.words.people}")
    return known.search(over) is not None


def _percents(text: Text, head: str, cells: Sequence[str]) -> bool:
    named = "%" in head or regex.search(
        r"procent|per ?cent|share|īpatsvar|дол[яи]|процент", head, regex.IGNORECASE
    )
    return all(
        len(found := numbers(cell, text.lang)) == 1
        and (found[0].unit is Unit.PERCENT or bool(named))
        for cell in cells
    )


def _cell_share(block: Block, row: int, column: int, text: Text) -> Number | None:
    found = numbers(block.rows[row][column], text.lang)
    return found[0] if len(found) == 1 and not found[0].sign else None


def _rows(
    text: Text, index: int, block: Block, pairs: Sequence[tuple[int, Number | None]], head: str
) -> Parts:
    found = []
    for place, (count, share) in enumerate(pairs, 1):
        where = row_spot(block, index, place)
        found.append(Part(block.rows[place][0], count, share, where))
    return _without_whole(text, found, index, index, table=True, head=head)
