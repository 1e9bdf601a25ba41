"""Cells of one or two persons: rows of 1 % in a table of 142 answers, counts of one or two, shares of a small group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.answer_lists import answer_columns
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.parts import parts_of
from atbalss.audit.possible_percents import is_weighted, possible
from atbalss.audit.rests import How, shares
from atbalss.audit.rules.counts import base_with
from atbalss.audit.series import own_base, series_of
from atbalss.audit.tallied import RETURNED, Tally, tallies_of, whole
from atbalss.audit.text import Block, Kind, Text, word_pattern

_PERSONS = 2
_LEAST = 10
_MOST = 1000  # of more, nobody prints shares of two persons but by weighting
_LIKELY = 200  # a base that is only likely to be meant, or that of a group
_BOUND = {
    "lv": r"mazāk (?:par|nekā)|zem|līdz|vismaz|gandrīz|nepilni?",
    "en": r"less than|under|fewer than|below|up to|at least|nearly|almost|over",
    "ru": r"менее|меньше|до|не более|почти|свыше|около",
}
_OF_FEW = regex.pattern(r"(?<!\w)[nN]\s?=\s?[12](?![\d.,\u00a0])(?! \d)")
_COUNTED = regex.pattern(r"(?<!\w)(?:no|of|из|[nN]\s?=)\s(?:\w+\s)?\d")  # a base told with a share
_OF_WORDS = {  # in words
    "lv": r"(?<!\w)no (?:trim|trijām|četr|piec|seš|septiņ|astoņ|deviņ|desmit)",
    "en": r"(?<!\w)of (?:the |our |its )?(?:three|four|five|six|seven|eight|nine|ten)(?!\w)",
    "ru": r"(?<!\w)из (?:тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти)(?!\w)",
}
_SILENT = regex.any_case(  # who told nothing is not known by it
    r"\W*(?:(?:atteic\w+|refus\w+|declin\w+|отказ\w+) (?:no atbild|atbild|to (?:answer|reply|take)|отвеч)|neatbildēj|did not (?:answer|reply)|не ответили)"
)
_FEWEST = 4  # persons of a group whose share its sentence tells


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Tables, lists and sentences with shares or counts of at most two persons: one finding each."""
    weighted = is_weighted(text)
    told: set[int] = set()
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2 and len(block.rows[0]) > 1:
            cells, base = _in_table(text, claims, index, weighted)
            if cells:
                told.add(index)
                line = block.row_lines[cells[0]] if cells[0] < len(block.row_lines) else block.line
                at = Spot(quoted(" | ".join(block.rows[cells[0]])), line, block.page, index)
                yield finding(text, "small-cell", at, rows=len(cells), base=base)
    few: dict[int, list[tuple[Spot, int]]] = {}
    for where, base, passage in _counted(text, claims):
        if passage not in told:
            few.setdefault(passage, []).append((where, base))
    for number, base, where, passage in () if weighted else _known(text, claims):
        if passage not in told and base <= _MOST and is_of_persons(number, base):
            few.setdefault(passage, []).append((where, base))
    for found in few.values():
        rows = len({where for where, _ in found})
        yield finding(text, "small-cell", found[0][0], rows=rows, base=found[0][1])


def is_of_persons(number: Number, base: int) -> bool:
    """Whether a share is surely of one or two persons of a base."""
    persons = (number.value + number.step / 2) * base / 100
    return number.value > 0 and 0.5 <= persons < _PERSONS + 1  # less: it is of others


# ---- tables


def _in_table(text: Text, claims: Claims, index: int, weighted: bool) -> tuple[list[int], int]:
    """(rows of one or two persons, all persons of the table); [] of most tables."""
    block = text.blocks[index]
    few = [row for row in range(1, len(block.rows)) if _is_of_few(block.rows[row], block.rows[0])]
    if few:
        return few, claims.base
    sizes = {size.value for size in claims.sizes} | {claims.base}
    for tally in tallies_of(text, claims, index):
        all_of = len(block.rows[0]) == 2 and tally.persons() in sizes
        few = _few(tally, text, weighted, every=all_of)
        if few:
            return few, tally.persons()
    return _by_grades(block, text)


def _few(tally: Tally, text: Text, weighted: bool, *, every: bool) -> list[int]:
    """The rows with a count of one or two, or a share of so many; of other answers, where the table is of all."""
    block, rest = tally.block, word_pattern(text.words.other)
    rows = [row for row in tally.rows if every or not rest.match(block.rows[row][0].strip())]
    named = [at for at in tally.answers if not rest.search(block.rows[0][at])]
    if not tally.base:
        most = max(whole(block, row, at) for row in tally.rows for at in tally.answers)
        if most <= _PERSONS:
            return []
        return [row for row in rows if any(0 < whole(block, row, at) <= _PERSONS for at in named)]
    if named:
        if weighted:
            return []
        few = [
            row
            for row in tally.rows
            if _LEAST <= whole(block, row, tally.base) <= _LIKELY
            and any(0 < whole(block, row, at) <= _PERSONS for at in named)
        ]
        few += [row for row in rows if 0 < whole(block, row, tally.base) <= _PERSONS]
        return few if len(few) * 2 <= len(tally.rows) else []  # more: they are rare with all
    if not tally.own and tally.base > 1:
        return []  # those who gave each answer, told behind its share
    few = [row for row in rows if 0 < whole(block, row, tally.base) <= _PERSONS]
    return few if len(few) < len(tally.rows) else []


def _by_grades(block: Block, text: Text) -> tuple[list[int], int]:
    """Rows that one or two persons make, where each column counts the answers of a scale."""
    rest = word_pattern(f"{text.words.total}|{text.words.other}")
    rows = [at for at in range(1, len(block.rows)) if not rest.match(block.rows[at][0])]
    if not answer_columns(block.rows[0], text) or not rows:
        return [], 0
    cells = [[whole(block, row, at) for at in range(1, len(block.rows[row]))] for row in rows]
    sums = [sum(counts) for counts in cells]
    if min(min(counts) for counts in cells) < 0 or sum(sums) < _LEAST:
        return [], 0
    return [row for row, n in zip(rows, sums, strict=True) if 0 < n <= _PERSONS], sum(sums)


def _is_of_few(row: Sequence[str], head: Sequence[str]) -> bool:
    """Whether a row, or a column in it, is of one or two by its name: `Haematology (n = 1)`."""
    values = [bool(regex.search(r"\d", cell)) for cell in row[1:]]
    if _OF_FEW.search(row[0]):
        return any(values)
    named = [bool(_OF_FEW.search(cell)) for cell in head[1:]]
    return any(value and name for value, name in zip(values, named, strict=False))


# ---- lists and sentences


def _counted(text: Text, claims: Claims) -> Iterator[tuple[Spot, int, int]]:
    """(place, base, passage) of entries of a list that count one or two: `Ward: 2 of 12`, or of all who were asked."""
    sizes = {size.value for size in claims.sizes} | {claims.base}
    for parts in parts_of(text, claims):
        whole_of = parts.made if not parts.table and parts.made in sizes else 0
        if max(part.count for part in parts.parts) <= _PERSONS or parts.made < _LEAST:
            continue
        for part in parts.parts:
            base = part.of or whole_of
            if 0 < part.count <= _PERSONS and 1 < base <= _LIKELY and not _SILENT.match(part.label):
                yield part.spot, base, parts.first


def _known(text: Text, claims: Claims) -> Iterator[tuple[Number, int, Spot, int]]:
    """(share, base, place, passage) of all shares whose base is sure enough."""
    found = shares(text, claims)
    sizes = Counter(item.passage for item in found)
    bound = word_pattern(_BOUND[text.lang])
    for item in found:
        table = text.blocks[item.passage].kind is Kind.TABLE
        if item.how is How.TABLE:
            heads = text.blocks[item.passage].rows[0]
            sure = 1 < item.base <= _LIKELY and not any(map(RETURNED.search, heads))
        elif table:
            sure = item.base == claims.base or (item.how is How.CAPTION and item.base <= _LIKELY)
        else:
            sure = item.how is How.SURVEY or (item.base <= _LIKELY and sizes[item.passage] > 2)
            sure = sure and bound.search(item.label) is None
        sure = sure and _SILENT.match(item.label) is None
        if sure and (item.base >= _LEAST or item.how is How.TABLE):
            yield item.number, item.base, item.spot, item.passage
    for series in series_of(text, claims):
        for result in series.results if not series.table else ():
            if _LEAST <= result.base <= _LIKELY:
                yield result.number, result.base, result.spot, series.first
    opened = regex.any_case(rf"{_COUNTED.pattern}|{_OF_WORDS[text.lang]}")
    of_people = word_pattern(
        rf"(?:of|no|из) (?:the |our |its )?[^\W_]+ (?:\w+ )?(?:{text.words.people})"
    )
    for claim in claims.levels:
        if claim.number.value > 100 * _PERSONS / _FEWEST or not opened.search(claim.sentence.text):
            continue
        base = base_with(claim, text)
        said = claim.sentence.text  # `22 % of them (n = 9)`
        people = base >= _LEAST or of_people.search(said) or own_base(said) == base
        if _FEWEST <= base <= _LIKELY and people and possible(claim.number, base):
            where = spot(text, claim.sentence, claim.number.start)
            yield claim.number, base, where, claim.sentence.block
