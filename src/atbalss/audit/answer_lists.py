"""The answers of one question, in whatever carrier: columns and rows of tables, items, lines, captions."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from atbalss.audit import regex
from atbalss.audit.answer_words import answer_kind
from atbalss.audit.claims import Claims
from atbalss.audit.composed import are_sexes, is_sample
from atbalss.audit.finding import Spot, quoted, row_spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rests import silent_of
from atbalss.audit.series import NUMBERED, is_part, is_rest, lost_its_sign, series_of
from atbalss.audit.text import Block, Kind, Text

COUNTS = regex.any_case(r"[nN]|skaits|bāze|count|base|total|число|кол-во|база|kopā|всего")
_WHOLE = 100.0


class Beside(StrEnum):
    """What lists that stand together are to each other."""

    NOTHING = ""
    HEADS = "heads"  # rows of a table, whose columns are the answers
    SECTIONS = "sections"  # of one column: sex, then age, then where they live


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer: its label, its share, its place."""

    label: str
    number: Number
    spot: Spot
    cell: str = ""  # its share as a table prints it


@dataclass(frozen=True, slots=True)
class AnswerList:
    """Answers side by side, blocks `first` to `last`; what stands over them, and behind their question."""

    answers: tuple[Answer, ...]
    first: int
    last: int
    over: str  # the words right over it, and the head of its labels
    title: str = ""  # its caption
    head: str = ""  # of its column
    total: bool = False  # a row of all has 100
    silent: bool = False  # counts beside the shares tell that some gave no answer
    beside: Beside = Beside.NOTHING
    bare: bool = False  # it is not said that its numbers are shares

    @property
    def labels(self) -> list[str]:
        """What the answers are called."""
        return [item.label for item in self.answers]

    @property
    def values(self) -> list[Number]:
        """Their shares."""
        return [item.number for item in self.answers]

    @property
    def sum(self) -> float:
        """What the shares make."""
        return sum(item.number.value for item in self.answers)

    @property
    def spare(self) -> float:
        """What rounding may make of it."""
        return sum(item.number.step for item in self.answers) / 2 + 0.01

    @property
    def makes_all(self) -> bool:
        """Whether the shares make 100."""
        return abs(self.sum - _WHOLE) <= self.spare

    @property
    def shown(self) -> str:
        """The sum as it is told."""
        return f"{self.sum:.{max(item.digits for item in self.values)}f}"


def lists_of(text: Text, claims: Claims) -> Iterator[tuple[AnswerList, ...]]:
    """All lists of a document that may hold the answers of one question; those of one table together."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 1:
            yield from _of_table(text, index, block)
    yield from ((made,) for made in captioned(text))
    for series in series_of(text, claims):
        if series.listed:
            answers = tuple(Answer(one.label, one.number, one.spot) for one in series.results)
            yield (AnswerList(answers, series.first, series.last, series.lead),)


# ---- tables


def _of_table(text: Text, index: int, block: Block) -> Iterator[tuple[AnswerList, ...]]:
    """The rows of a table, where its columns are answers; else its columns."""
    over = text.blocks[index - 1].text if index else ""
    shown = in_percent(text, block)
    bare, block = shown is not block, shown
    title = over if index and text.blocks[index - 1].kind is Kind.CAPTION else ""
    across = answer_columns(block.rows[0], text)
    if not across:
        made = made_across(text, block)
        whole = [one.makes_all for one in _across(text, index, block, made, over)]
        odd = whole.count(True) >= _LINES and whole.count(False) == 1
        if odd or _OF_ROW.search(f"{over} {' '.join(block.rows[0])}"):
            across = made
    if across:
        yield tuple(_across(text, index, block, across, over))
    elif not made_across(text, block):
        yield tuple(
            replace(one, bare=bare, title=title) for one in _columns(text, index, block, over)
        )
    if len(block.rows) > _SECTIONED:
        yield from _sections(text, index, block, over)


def _columns(text: Text, index: int, block: Block, over: str) -> Iterator[AnswerList]:
    kinds = [answer_kind(NUMBERED.sub("", row[0]), text) for row in block.rows[1:]]
    for column in range(1, max(len(row) for row in block.rows)):
        found, whole = [], []
        cells = [_cell(block, row, column, text) for row in range(1, len(kinds) + 1)]
        others = [c.value for c, kind in zip(cells, kinds, strict=True) if c and kind != "total"]
        for row, kind in enumerate(kinds, 1):
            label = NUMBERED.sub("", block.rows[row][0])
            number = None if is_part(label) else cells[row - 1]
            if number is not None and kind == "total" and not _is_outside(number, others):
                whole.append(number)
            elif number is not None:
                cell = block.rows[row][column]
                found.append(Answer(label, number, row_spot(block, index, row), cell))
        if len(found) < 2 or len(found) < len(kinds) - 1:
            continue
        if len({(one.label, one.number) for one in found}) < len(found):
            continue  # a chart that prints its legend again
        total = bool(whole) and abs(whole[0].value - _WHOLE) <= whole[0].step
        silent = bool(silent_of(block, column, text))
        words = f"{over} {block.rows[0][0]}"
        head = block.rows[0][column] if column < len(block.rows[0]) else ""
        yield AnswerList(tuple(found), index, index, words, "", head, total, silent)


def _is_outside(number: Number, others: Sequence[float]) -> bool:
    """Whether what looks like a row of all is an answer (`all of it`): no mean of the others, nor their whole."""
    apart = abs(number.value - _WHOLE) > number.step
    return (
        apart
        and bool(others)
        and not min(others) <= number.value <= max(others)
        and (abs(number.value - sum(others)) > 1)
    )


def _across(
    text: Text, index: int, block: Block, columns: Sequence[int], over: str
) -> Iterator[AnswerList]:
    """Rows of groups, columns of answers."""
    for row in range(1, len(block.rows)):
        found = tuple(
            Answer(block.rows[0][column], number, row_spot(block, index, row))
            for column in columns
            if (number := _cell(block, row, column, text)) is not None
        )
        if len(found) == len(columns) > 1:
            yield AnswerList(found, index, index, over, beside=Beside.HEADS)


_SECTIONED = 4  # rows


def _sections(text: Text, index: int, block: Block, over: str) -> Iterator[tuple[AnswerList, ...]]:
    """The sections of each column of shares, the right ones and the wrong."""
    for column in range(1, len(block.rows[0])):
        parts = sections_of(text, index, block, column)
        percent = "%" in block.rows[0][column] or (len(block.rows[0]) == 2 and "%" in over)
        if len(parts) > 1 and (percent or parts[0][0].number.unit is Unit.PERCENT):
            yield tuple(
                AnswerList(tuple(part), index, index, over, beside=Beside.SECTIONS)
                for part in parts
            )


def sections_of(text: Text, index: int, block: Block, column: int) -> list[list[Answer]]:
    """The sections of a column: each begins at a row with a label alone; or runs that make 100, in a table of the sample."""
    found: list[list[Answer]] = [[]]
    for row, cells in enumerate(block.rows[1:], 1):
        if cells[0].strip() and not any(cell.strip() for cell in cells[1:]):
            found.append([])
            continue
        items = numbers(cells[column], text.lang) if column < len(cells) else ()
        plain = len(items) == 1 and _NUMERIC.fullmatch(cells[column].strip())
        if not plain or items[0].sign:
            return []
        if items[0].value == _WHOLE and is_rest(cells[0], text):
            continue  # the row of all belongs to no section
        found[-1].append(Answer(cells[0], items[0], row_spot(block, index, row), cells[column]))
    labels = [row[0] for row in block.rows[1:]]
    sexes = any(are_sexes(one, other) for one, other in itertools.pairwise(labels))
    over = text.blocks[index - 1].text if index else ""
    if len(found) == 1 and (sexes or is_sample(over)):
        found = _by_runs(found[0])
    return [part for part in found if len(part) > 1]


_NUMERIC = regex.pattern(r"[\d\s.,%\u00a0]+")


def _by_runs(rows: list[Answer]) -> list[list[Answer]]:
    """Rows one after the other that make 100, from the first and from the last, and those that are left between."""
    ahead = _run_to_whole(rows)
    left = rows[sum(map(len, ahead)) :]
    behind = [run[::-1] for run in _run_to_whole(left[::-1])][::-1]
    between = left[: len(left) - sum(map(len, behind))]
    return [*ahead, between, *behind]


def _run_to_whole(rows: Sequence[Answer]) -> list[list[Answer]]:
    """The runs of two rows or more, from the first on, that make 100 each."""
    found: list[list[Answer]] = []
    run: list[Answer] = []
    for row in rows:
        run.append(row)
        if len(run) > 1 and AnswerList(tuple(run), 0, 0, "").makes_all:
            found.append(run)
            run = []
    return found


_PLAIN = regex.pattern(r"\d{1,3}(?:[.,]\d)?")
_NEAR = (80, 120)  # what bare numbers make that may be shares


def in_percent(text: Text, block: Block) -> Block:
    """A table of bare numbers that make about 100 as one of shares; a matrix whose lines all but one do."""
    if len(block.rows[0]) > 2:
        return _matrix_in_percent(block)
    cells = [row[1].strip() for row in block.rows[1:] if len(row) == 2]
    bare = len(cells) == len(block.rows) - 1 >= 4 and all(map(_PLAIN.fullmatch, cells))
    if not bare or "%" in block.rows[0][1] or COUNTS.fullmatch(block.rows[0][1].strip()):
        return block
    totals = [answer_kind(row[0], text) == "total" for row in block.rows[1:]]
    values = [float(cell.replace(",", ".")) for cell in cells]
    if any(2 * value == sum(values) != 2 * _WHOLE for value in values):
        return block  # counts, one of which is of all the others
    made = sum(value for value, total in zip(values, totals, strict=True) if not total)
    whole = [value for value, total in zip(values, totals, strict=True) if total]
    if not _NEAR[0] < made < _NEAR[1] or any(value != _WHOLE for value in whole):
        return block
    head = (block.rows[0][0], f"{block.rows[0][1]} %".strip())
    return replace(block, rows=(head, *block.rows[1:]))


_LINES = 3  # that make 100, so that the numbers of a matrix without a sign are shares


def _matrix_in_percent(block: Block) -> Block:
    """`positive | neutral | negative` of each thing asked about: bare numbers that make 100 a row, or a column."""
    body = [[cell.strip() for cell in row[1:]] for row in block.rows[1:]]
    even = {len(row) for row in body} == {len(block.rows[0]) - 1}
    if not even or not all(_PLAIN.fullmatch(cell) for row in body for cell in row):
        return block
    values = [[float(cell.replace(",", ".")) for cell in row] for row in body]
    for lines in (values, list(zip(*values, strict=True))):
        whole = [abs(sum(line) - _WHOLE) < len(line) * 0.05 for line in lines]
        if whole.count(True) >= _LINES and whole.count(False) <= 1:
            head = (block.rows[0][0], *(f"{cell} %".strip() for cell in block.rows[0][1:]))
            return replace(block, rows=(head, *block.rows[1:]))
    return block


def answer_columns(head: Sequence[str], text: Text) -> list[int]:
    """The columns of a table whose heads are the answers to one question; [] of other tables."""
    if len(head) < 3:
        return []
    names = [regex.sub(r"[,(]?\s?%\s?\)?$", "", cell).strip() for cell in head]
    places = [place for place in range(1, len(head)) if not COUNTS.fullmatch(names[place])]
    kinds = [answer_kind(names[place], text) for place in places]
    good = [kind for kind in kinds if kind in ("other", "scale")]
    return places if len(good) >= 2 and len(good) >= len(places) - 1 else []


_OF_ROW = regex.any_case(
    r"(?<!\w)(?:% |percent\w* |per cent |procent\w* |процент\w* |дол\w+ )?(?:(?:of|by|in|across) (?:the |each )?rows?|rindā|rindās|pa rindām|no rindas|по строк\w+|в строк\w+|от строки)(?!\w)"
)


def made_across(text: Text, block: Block) -> list[int]:
    """The columns of a table whose rows make 100 %, each or all but one; [] of other tables."""
    width = range(1, len(block.rows[0]))
    rows = range(1, len(block.rows))
    columns = [  # an index in a column of its own is no answer
        at
        for at in width
        if not COUNTS.fullmatch(block.rows[0][at].strip(" ,%"))
        and any(_cell(block, row, at, text) for row in rows)
    ]
    if len(columns) < 2 or len(block.rows) < 3:
        return []
    made = [one.makes_all for one in _across(text, 0, block, columns, "")]
    right, wrong = made.count(True), made.count(False)
    return columns if right > wrong or (right and right == wrong == 1) else []


def _cell(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells, head = block.rows[row], block.rows[0]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    if len(items) != 1 or items[0].sign or items[0].value > _WHOLE:
        return None
    percent = items[0].unit is Unit.PERCENT or (column < len(head) and "%" in head[column])
    return items[0] if percent or lost_its_sign(block, row, column) else None


# ---- captions

_BARE = regex.pattern(
    r"(?:^|[;,]\s)(?P<label>[^;:]{1,60}?)\s(?:[–—-]\s)?(?P<n>\d{1,3}(?:[.,]\d)?)(?=;|,\s|\.?$)"
)


def captioned(text: Text) -> Iterator[AnswerList]:
    """The figures that their captions tell."""
    found = (_of_caption(text, index, block) for index, block in enumerate(text.blocks))
    yield from (made for made in found if made is not None)


def _of_caption(text: Text, index: int, block: Block) -> AnswerList | None:
    """`Figure 2. Main reason, %: price 38; place 29; other 17`: a figure told in its caption."""
    if block.kind not in (Kind.CAPTION, Kind.PARAGRAPH, Kind.CHART) or ":" not in block.text:
        return None
    head, _, rest = block.text.partition(":")
    rest = rest.strip(" .")
    if "%" not in head or "%" in rest or len(head) > _LONGEST:
        return None
    parts = list(_BARE.finditer(rest))
    if len(parts) < _FEWEST or len(parts) != len(regex.split(r";\s|,\s", rest)):
        return None
    where = Spot(quoted(block.text), block.line, block.page, index)
    found = []
    for match in parts:
        value = match["n"].replace(",", ".")
        digits = len(value.partition(".")[2])
        place = match.start("n")
        number = Number(float(value), digits, Unit.PERCENT, 0, place, match.end("n"))
        found.append(Answer(match["label"].strip(), number, where))
    return AnswerList(tuple(found), index, index, head, head)


_LONGEST = 160  # letters of a caption
_FEWEST = 3  # answers told in it
