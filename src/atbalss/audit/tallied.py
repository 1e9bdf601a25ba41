"""Tables whose cells count persons: which columns do, and whether a column counts those of each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rests import is_made_of
from atbalss.audit.text import Block, Kind, Text, word_pattern

_LEAST = 10  # persons of a table
_PERSONS = {  # heads of columns that count those who answered
    "lv": r"(?:atbilžu |atbildējušo |aptaujāto |respondentu |dalībnieku )?(?:atbildes|atbildējuši|atbildēja|atbildējušie|piedalījās|skaits|cilvēki|personas|dalībnieki|aptaujāti|intervijas|anketas|kopā(?=, cilv))",
    "en": r"(?:number (?:of )?|no\. (?:of )?|total )?(?:answers?|answered|replies|replied|responses?|responded|took part|people|persons|participants|participated|headcount|completed|forms|staff|interviewed|asked|base|size|famil\w+|households?)",
    "ru": r"(?:число |кол-во |количество |всего )?(?:ответ(?:ы|ов|или|ило|ивших)|ответивш\w+|опрошен\w*|участ\w+|анкет\w*|человек|людей|чел|лиц|респондент\w*|голосов)",
}
_TITLED = {  # a title, or the head of the numbers, says that they count persons
    "lv": r"(?:respondentu|klientu|aptaujāto|cilvēku|atbildējušo|dalībnieku|iedzīvotāju|lasītāju|pacientu|apmeklētāju|atbilžu|minējumu|darbinieku|personu) skaits|skaits (?:respondentu|klientu|cilvēku)|(?:respondenti|klienti|cilvēki|atbildes), skaits",
    "en": r"(?:number|count|numbers|counts) of (?:the )?(?:respondents|people|persons|readers|clients|customers|visitors|patients|pupils|students|employees|staff|workers|residents|mentions|answers|replies|interviews|passengers|farmers|users|parents)",
    "ru": r"(?:число|количество|кол-во) (?:респондентов|опрошенных|ответивших|человек|людей|клиентов|ответов|упоминаний|посетителей|пациентов|читателей|слушателей|сотрудников|работников|лиц)|(?:респондентов|опрошенных), (?:чел|человек)",
}
_BRACKETED = regex.any_case(  # "Other answers (persons, n = 530)", "Reasons (number of mentions; n = 40)"
    r"\((?:[^()%]*(?<!\w)(?:number|count) of [a-z]+|[^\W\d]+ skaits|(?:число|количество) [а-яё]+)[,;] ?[nN]\s?="
    r"|\((?:people|persons|cilvēki|personas|человек|чел\.?)(?:\)|[,;] ?[nN]\s?=)"
)
RETURNED = regex.any_case(  # of whom something other than an answer is told
    r"return\w*|respon[sd]e rate|sent|handed|invited|approached|target|plann?\w*|quota|population|atgriez\w*|atsauc\w*|izsniegt\w*|izdalīt\w*|plān\w*|mērķ\w*|kvot\w*|aicināt\w*"
    r"|роздан\w*|возвра\w*|отклик\w*|выдан\w*|план\w*|квот\w*|приглаш\w*|share of (?:the )?sample|% of (?:the )?sample|no izlases|от выборки|weight|svars|вес"
)
_FIELD = regex.any_case(  # heads of who came, not of what they answered
    r"took part|participat|attend|absent|piedal|neieradās|ieradās|участвова|явил|пришл|interview|intervij|интервью"
)
_WHOLE = regex.pattern(
    r"(?:[nN]\s?=\s?)?(?P<n>\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})(?:\s[^\W\d_]{2,}\.?)?"
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A table that counts persons: in the column `base` those of each row (0: none does), in `answers` parts of them."""

    block: Block
    rows: tuple[int, ...]
    base: int
    answers: tuple[int, ...] = ()
    own: bool = False  # other columns are shares of each row's persons

    def persons(self) -> int:
        """How many persons the table counts."""
        columns = (self.base,) if self.base else self.answers
        return sum(max(whole(self.block, row, at), 0) for row in self.rows for at in columns)


def whole(block: Block, row: int, column: int) -> int:
    """The count of a cell; -1 where it is none."""
    cells = block.rows[row]
    match = _WHOLE.fullmatch(cells[column].strip()) if column < len(cells) else None
    return int(regex.sub(r"\D", "", match["n"])) if match else -1


def share_in(block: Block, row: int, column: int, text: Text) -> Number | None:
    """The one share of a cell."""
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].ranged or items[0].value > 100:
        return None
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    if regex.search(r"[±<>≤≥]", cells[column] + head):
        return None
    return items[0] if items[0].unit is Unit.PERCENT or "%" in head else None


def tallies_of(text: Text, claims: Claims, index: int) -> Iterator[Tally]:
    """How a table counts persons, each way that is proven."""
    block = text.blocks[index]
    total = word_pattern(text.words.total)
    rows = tuple(
        row
        for row in range(1, len(block.rows))
        if not total.match(block.rows[row][0].strip())
        and regex.search(r"[^\W\d_]", block.rows[row][0])
    )
    if len(rows) < 2:
        return
    named = _named(text, block, rows)
    if named is not None:
        yield named
    counts = [
        at
        for at in range(1, len(block.rows[0]))
        if min(whole(block, row, at) for row in rows) >= 0
        and "%" not in block.rows[0][at]
        and (len(block.rows[0]) == 2 or not RETURNED.search(block.rows[0][at]))
    ]
    sizes = {size.value for size in claims.sizes} | {claims.base}
    rows = rows[:-1] if _is_total(block, rows, counts) else rows
    yield from _summed(text, index, rows, counts, sizes)
    if not any(RETURNED.search(cell) for cell in block.rows[0][1:]):
        yield from _by_row(text, block, rows, counts, sizes)
        yield from _split(text, block, rows, counts, sizes)


def _is_total(block: Block, rows: Sequence[int], counts: Sequence[int]) -> bool:
    """Whether the last row is of all, whatever it is called: in each column the sum of the others."""
    made = [sum(whole(block, row, at) for row in rows[:-1]) for at in counts]
    last = [whole(block, rows[-1], at) for at in counts]
    return len(rows) > 2 and bool(counts) and made == last and max(made) >= _LEAST


def _named(text: Text, block: Block, rows: Sequence[int]) -> Tally | None:
    """Cells that say themselves that they count persons: `2 people`."""
    person = regex.any_case(rf"\d{{1,5}}\s(?:{text.words.people}|чел\.)")
    found = [
        at
        for at in range(1, len(block.rows[0]))
        if sum(
            at < len(block.rows[row]) and person.fullmatch(block.rows[row][at].strip()) is not None
            for row in rows
        )
        > 1
    ]
    return Tally(block, tuple(rows), 0, tuple(found)) if found else None


def is_titled(text: Text, index: int) -> bool:
    """Whether the head of a table's numbers, or the title above it, says that they count persons."""
    titles = [
        one.text
        for one in text.blocks[max(0, index - 1) : index]
        if one.kind in (Kind.CAPTION, Kind.HEADING) or len(one.text) < 110
    ]
    counted = word_pattern(_TITLED[text.lang])
    return any(
        (counted.search(words) or _BRACKETED.search(words)) and "%" not in words
        for words in (text.blocks[index].rows[0][1], *titles)
    )


def _summed(
    text: Text, index: int, rows: tuple[int, ...], counts: Sequence[int], sizes: set[int]
) -> Iterator[Tally]:
    """Columns of counts that add to the number of those asked, or whose title says what they count."""
    block = text.blocks[index]
    last = len(block.rows) - 1
    made = {at: sum(whole(block, row, at) for row in rows) for at in counts}
    added = [
        at for at in counts if last not in rows and whole(block, last, at) == made[at] >= _LEAST
    ]
    totals = {made[at] for at in added}
    if added and (sizes & {*totals, sum(totals)} or is_titled(text, index)):
        yield Tally(block, rows, 0, tuple(added))
    elif len(block.rows[0]) == 2 and counts and (made[1] in sizes or is_titled(text, index)):
        yield Tally(block, rows, 0, (1,))
    elif len(counts) > 1 and len(counts) == len(block.rows[0]) - 1 and sum(made.values()) in sizes:
        yield Tally(block, rows, 0, tuple(counts))  # each group by its answers


def _by_row(
    text: Text, block: Block, rows: tuple[int, ...], counts: Sequence[int], sizes: set[int]
) -> Iterator[Tally]:
    """The column that counts the persons of each row, of whom the other columns tell."""
    named = regex.any_case(
        rf"(?:{_PERSONS[text.lang]}|{text.words.people})[,. ]*(?:n|\w{{0,4}}\.?)?"
    )
    for column in counts if len(block.rows[0]) > 2 else ():
        head = block.rows[0][column].strip(" ,.()")
        of = [whole(block, row, column) for row in rows]
        told = COUNTS.fullmatch(head) or named.fullmatch(head) or sum(of) in sizes
        if not told or min(of) < 1 or max(of) < 5:
            continue
        others = [at for at in range(1, len(block.rows[0])) if at != column]
        bare = replace(block, rows=tuple(_bare(cells, column) for cells in block.rows))
        own = not is_made_of(bare, column, text)
        shares = any(share_in(block, row, at, text) for row in rows for at in others)
        parts = tuple(at for at in others if at in counts and _are_parts(block, rows, at, of))
        if shares or parts:
            field = any(_FIELD.search(cell) for cell in block.rows[0][1:])
            lone = sum(of) in sizes and len(parts) == 1 and not (shares or field)
            yield Tally(block, rows, column, parts if lone else (), own=own)
            return


def _bare(row: tuple[str, ...], column: int) -> tuple[str, ...]:
    """A row whose count stands without its noun: `64 people`."""
    return tuple(
        regex.sub(r"^(\d+)\s[^\W\d]+\.?$", r"\1", cell.strip()) if at == column else cell
        for at, cell in enumerate(row)
    )


def _are_parts(block: Block, rows: Sequence[int], column: int, of: Sequence[int]) -> bool:
    """Whether a column counts some of the persons of each row: `Yes | No`."""
    found = [whole(block, row, column) for row in rows]
    return all(0 <= n <= count for n, count in zip(found, of, strict=True)) and any(found)


def _split(
    text: Text, block: Block, rows: tuple[int, ...], counts: Sequence[int], sizes: set[int]
) -> Iterator[Tally]:
    """A column of persons, and columns of their answers that make it, or whose share stands by."""
    head = block.rows[0]
    if any(_FIELD.search(cell) for cell in head[1:]):
        return
    people = regex.any_case(rf"(?:{text.words.people}|{_PERSONS[text.lang]})(?!\w)")
    of_people = [
        at
        for at in counts
        if people.search(head[at]) or sum(whole(block, row, at) for row in rows) in sizes
    ]
    for base in of_people:
        parts = tuple(at for at in counts if at != base)
        made = [sum(whole(block, row, at) for at in parts) for row in rows]
        if len(parts) > 1 and made == [whole(block, row, base) for row in rows]:
            yield Tally(block, rows, base, parts)
            return
    for base, part in permutations(counts, 2):
        if base in of_people and any(
            _is_share(block, rows, base, part, at, text) for at in range(1, len(head))
        ):
            yield Tally(block, rows, base, (part,))
            return


def _is_share(block: Block, rows: Sequence[int], base: int, part: int, at: int, text: Text) -> bool:
    """Whether a column is the share of one count of another in every row."""
    if at in (base, part) or len(rows) < 3:
        return False
    for row in rows:
        cell = block.rows[row][at].strip(" %") if at < len(block.rows[row]) else ""
        found = numbers(cell, text.lang)
        of, some = whole(block, row, base), whole(block, row, part)
        if len(found) != 1 or not 0 <= some <= of or not of:
            return False
        if abs(100 * some / of - found[0].value) > 0.51 * found[0].step:
            return False
    return True
