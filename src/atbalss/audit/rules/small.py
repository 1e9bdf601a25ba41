"""Cells of one or two persons: rows of 1 % in a table of 142 answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rests import How, shares
from atbalss.audit.rules.counts import is_weighted
from atbalss.audit.rules.sums import answer_columns
from atbalss.audit.text import Block, Kind, Text, word_pattern

_PERSONS = 2
_MOST = 1000  # of more, nobody prints shares of two persons but by weighting
_LIKELY = 200  # a base that is only likely to be meant
_BOUND = {
    "lv": r"mazāk (?:par|nekā)|zem|līdz|vismaz|gandrīz|nepilni?",
    "en": r"less than|under|fewer than|below|up to|at least|nearly|almost|over",
    "ru": r"менее|меньше|до|не более|почти|свыше|около",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Tables with cells that at most two persons can stand behind: one finding a table."""
    counted = list(_counted(text, claims))
    yield from counted
    told = {item.spot.block for item in counted}
    base = claims.base
    if is_weighted(text):
        return
    yield from _in_lists(text, claims)
    if not 10 <= base <= _MOST:
        return
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2 and index not in told:
            rows = [row for row in range(1, len(block.rows)) if _small(block, row, base, text)]
            if not rows:
                continue
            row = rows[0]
            line = block.row_lines[row] if row < len(block.row_lines) else block.line
            at = Spot(quoted(" | ".join(block.rows[row])), line, block.page, index)
            yield finding(text, "small-cell", at, rows=len(rows), base=base)


def _in_lists(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of a list or sentence that are one or two of all who were asked: one finding a passage."""
    prose = [
        item for item in shares(text, claims) if text.blocks[item.passage].kind is not Kind.TABLE
    ]
    sizes = Counter(item.passage for item in prose)
    told: set[int] = set()
    for share in prose:
        sure = share.how is How.SURVEY or (share.base <= _LIKELY and sizes[share.passage] > 2)
        bound = word_pattern(_BOUND[text.lang]).search(share.label) is not None
        if not sure or bound or share.passage in told or not 10 <= share.base <= _MOST:
            continue
        if is_of_persons(share.number, share.base):
            told.add(share.passage)
            yield finding(text, "small-cell", share.spot, rows=1, base=share.base)


def is_of_persons(number: Number, base: int) -> bool:
    """Whether a share is surely of one or two persons of a base."""
    persons = (number.value + number.step / 2) * base / 100
    return number.value > 0 and 0.5 <= persons < _PERSONS + 0.5  # less: it is of others


def _small(block: Block, row: int, base: int, text: Text) -> bool:
    """Whether a row has a percent so small that of `base` it is one or two persons."""
    cells = block.rows[row][1:]
    heads = block.rows[0][1:]
    counted = [
        regex.sub(r"[\s,]", "", cell)
        for cell, head in zip(cells, heads, strict=False)
        if COUNTS.fullmatch(head.strip())
    ]
    if any(cell.isdigit() and int(cell) > _PERSONS for cell in counted):
        return False  # the row says itself how many they are
    for column, cell in enumerate(cells):
        items = numbers(cell, text.lang)
        if len(items) != 1 or items[0].sign:
            continue
        head = heads[column] if column < len(heads) else ""
        if items[0].unit is not Unit.PERCENT and "%" not in head:
            continue
        if is_of_persons(items[0], base):
            return True
    return False


_OF = re.compile(r"(?<!\w)[nN]\s?=\s?[12](?![\d.,\u00a0])(?! \d)")
_PEOPLE = r"forms?|sheets?|replies|returns|anketu|lapas|лист\w*|бланк\w*"
RETURNED = re.compile(  # of whom something other than an answer is told
    r"return\w*|respon[sd]e rate|sent|handed|invited|approached|target|plann?\w*|quota|population|atgriez\w*|atsauc\w*|izsniegt\w*|izdalīt\w*|plān\w*|mērķ\w*|kvot\w*|aicināt\w*"
    r"|роздан\w*|возвра\w*|отклик\w*|выдан\w*|план\w*|квот\w*|приглаш\w*|share of (?:the )?sample|% of (?:the )?sample|no izlases|от выборки|weight|svars|вес",
    regex.IGNORECASE,
)


def _counted(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rows of one or two persons by the table's own count, with what these persons answered."""
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows[0]) < 2 or len(block.rows) < 3:
            continue
        few, total = _few(block, text, claims)
        few = few or [
            row for row in range(1, len(block.rows)) if _is_of_few(block.rows[row], block.rows[0])
        ]
        if not few:
            continue
        line = block.row_lines[few[0]] if few[0] < len(block.row_lines) else block.line
        at = Spot(quoted(" | ".join(block.rows[few[0]])), line, block.page, index)
        yield finding(text, "small-cell", at, rows=len(few), base=total or claims.base)


def _few(block: Block, text: Text, claims: Claims) -> tuple[list[int], int]:
    """(rows of one or two persons, all persons of the table), by a column of bases or by counts."""
    rest = word_pattern(text.words.total)
    rows = [
        row
        for row in range(1, len(block.rows))
        if not rest.match(block.rows[row][0]) and regex.search(r"[^\W\d_]", block.rows[row][0])
    ]
    if len(rows) < 2:
        return [], 0
    if len(block.rows[0]) == 2:
        return _few_alone(block, rows, text, claims)
    rest = word_pattern(text.words.other)
    rows = [row for row in rows if not rest.match(block.rows[row][0])]
    if answer_columns(block.rows[0], text):
        sums = [_whole(block.rows[row][1:]) for row in rows]
        if any(cell and not _is_whole(cell) for row in rows for cell in block.rows[row][1:]):
            return [], 0
        few = [row for row, made in zip(rows, sums, strict=True) if 0 < made <= _PERSONS]
        return (few, sum(sums)) if sum(sums) >= 10 and max(sums) >= 5 else ([], 0)
    counts = [_count(block.rows[row], 1) for row in rows]
    few = [row for row, count in zip(rows, counts, strict=True) if 0 < count <= _PERSONS]
    if not few or max(counts) < 10 or not _are_persons(block, rows, counts, text, claims):
        return [], 0
    return few, sum(counts)


def _few_alone(
    block: Block, rows: Sequence[int], text: Text, claims: Claims
) -> tuple[list[int], int]:
    """Of a table of answers and counts alone: persons, where its title says so or they make those asked."""
    cells = [block.rows[row][1] if len(block.rows[row]) > 1 else "" for row in rows]
    total = _whole(cells)
    if not all(map(_is_whole, cells)):
        return [], 0
    if _is_titled(block, text) and max(map(int, cells)) >= _PERSONS * 2:
        rest = word_pattern(text.words.other)
        named = [row for row in rows if not rest.match(block.rows[row][0].strip())]
        return [row for row in named if 0 < int(block.rows[row][1]) <= _PERSONS], total
    if total not in {size.value for size in claims.sizes}:
        return [], 0
    return [row for row, cell in zip(rows, cells, strict=True) if 0 < int(cell) <= _PERSONS], total


_COUNTED = {  # a title says that the numbers count persons
    "lv": r"(?:respondentu|klientu|aptaujāto|cilvēku|atbildējušo|dalībnieku|iedzīvotāju|lasītāju|pacientu|apmeklētāju|atbilžu|minējumu) skaits|skaits (?:respondentu|klientu|cilvēku)|(?:respondenti|klienti|cilvēki|atbildes), skaits",
    "en": r"(?:number|count|numbers|counts) of (?:the )?(?:respondents|people|persons|readers|clients|customers|visitors|patients|pupils|students|employees|residents|mentions|answers|replies|interviews|passengers|farmers|users|parents)",
    "ru": r"(?:число|количество|кол-во) (?:респондентов|опрошенных|ответивших|человек|людей|клиентов|ответов|упоминаний|посетителей|пациентов|читателей|слушателей)|(?:респондентов|опрошенных), (?:чел|человек)",
}


_IN_BRACKETS = re.compile(
    r"\((?:[^()%]*(?<!\w)(?:number|count) of [a-z]+|[^\W\d]+ skaits|(?:число|количество) [а-яё]+)[,;] ?[nN]\s?=",
    regex.IGNORECASE,
)


_PERSONS_EACH = re.compile(  # "Other answers (persons, n = 530)"
    r"\((?:people|persons|cilvēki|personas|человек|чел\.?)(?:\)|[,;] ?[nN]\s?=)", regex.IGNORECASE
)


def _is_titled(block: Block, text: Text) -> bool:
    """Whether the head of a table's numbers, or the title above it, says that they count persons."""
    place = text.blocks.index(block)
    titles = [
        one.text
        for one in text.blocks[max(0, place - 1) : place]
        if one.kind in (Kind.CAPTION, Kind.HEADING) or len(one.text) < 110
    ]
    counted = word_pattern(_COUNTED[text.lang])
    return any(
        (counted.search(words) or _IN_BRACKETS.search(words) or _PERSONS_EACH.search(words))
        and "%" not in words
        for words in (block.rows[0][1], *titles)
    )


def _are_persons(
    block: Block, rows: Sequence[int], counts: Sequence[int], text: Text, claims: Claims
) -> bool:
    """Whether the first column of numbers counts those who answered, and the others their answers."""
    head = [cell.strip() for cell in block.rows[0]]
    others = [place for place, cell in enumerate(head) if place and COUNTS.fullmatch(cell)]
    if others == [1]:
        return True  # the base of each row, told before its answers
    if others or any(RETURNED.search(cell) for cell in head[1:]):
        return False
    for column in range(2, len(head)):
        cells = [block.rows[row][column] if column < len(block.rows[row]) else "" for row in rows]
        if "%" in head[column] or all(
            "%" in cell or not regex.search(r"\d", cell) for cell in cells
        ):
            continue
        pairs = zip(cells, counts, strict=True)
        if not all(_is_whole(cell) and _whole([cell]) <= count for cell, count in pairs):
            return False
    total = sum(counts)
    told = rf"(?<![\d.,]){total}\s(?:[^\W\d]\w*\s){{0,2}}?(?:{text.words.people}|{_PEOPLE})(?!\w)"
    return claims.base == total or regex.search(told, text.whole, regex.IGNORECASE) is not None


def _is_of_few(row: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row, or a column in it, is of one or two by its name: `Haematology (n = 1)`."""
    values = [bool(regex.search(r"\d", cell)) for cell in row[1:]]
    if _OF.search(row[0]):
        return any(values)
    named = [bool(_OF.search(cell)) for cell in head[1:]]
    return any(value and name for value, name in zip(values, named, strict=False))


def _is_whole(cell: str) -> bool:
    return regex.fullmatch(r"\s*\d{1,4}\s*", cell) is not None


def _whole(cells: Sequence[str]) -> int:
    return sum(int(cell) for cell in cells if _is_whole(cell))


def _count(row: Sequence[str], column: int) -> int:
    """The whole number of a cell, 0 where it has none."""
    cell = regex.sub(r"[\s,]", "", row[column]) if column < len(row) else ""
    others = any(
        regex.search(r"\d", item) for place, item in enumerate(row) if place not in (0, column)
    )
    return int(cell) if cell.isdigit() and others else 0
