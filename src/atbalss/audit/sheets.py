"""Every list of a document as one sheet: labels down, groups (or nothing) across, shares or means between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, quoted, spot_of
from atbalss.audit.forms import marks
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.lists import is_of_counts
from atbalss.audit.mean_lists import mean_lists
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.series import ERROR, Series, cell_share, is_rest, label_of, series_of
from atbalss.audit.table_bases import total_row
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import wave_columns
from atbalss.audit.yes_no import is_no, is_yes

_ALL = 100.0
_ANSWERS = 2  # to a question that yes and no answer
_WHOLE = 2.5  # points that the shares of all answers may miss 100 by
_BEFORE = 3  # blocks before a list that may hold its question
_RUNS_ON = regex.pattern(r"[.?!][”“»\"’)]?\s+\S")  # a label that goes over into the next sentence
_STATED = regex.pattern(
    r"[„“«\"](?=(?:[^„“«»”\"\s]+\s+){2})[^„“«»”\"]+[”“»\"]"
)  # three words or more
_QUOTED = regex.pattern(r"[„“«\"]([^„“«»”\"]{2,60})[”“»\"]")
_WORD = regex.pattern(r"[^\W\d_]{2,}")
_TELLING = 6  # words that may stand beside an answer that is quoted
_ASKED = regex.pattern(r"[^.?!„“«\"]{8,}\?")
_SIGN = regex.any_case(r"%|per ?cent(?!\w)|procent|процент")
_IN_PERCENT = regex.pattern(r"(?<![\d\s])\s?%|^%")  # of a note that says so, no share of its own
_PLAIN = regex.pattern(r"\s*\d{1,3}(?:[.,]\d{1,2})?\s?%?\s*")


@dataclass(frozen=True)
class Sheet:
    """A list or table: `cells[row][column]`; a list has one column, whose head is empty."""

    labels: tuple[str, ...]
    heads: tuple[str, ...]
    cells: tuple[tuple[Number | None, ...], ...]
    spots: tuple[Spot, ...]  # of the rows
    asked: str  # its question, caption or opening words
    section: int
    first: int  # block
    last: int
    table: bool = False
    shares: bool = True  # of persons; else means or the like
    waves: tuple[tuple[int, int], ...] = ()  # (year, column), the last wave last
    kind: str = ""  # what its rows are called
    rests: frozenset[int] = frozenset()  # rows of all, of other answers, of none

    def column(self, place: int) -> list[tuple[int, Number]]:
        """The rows that have a value in a column, with it; without the rests."""
        return [
            (row, number)
            for row, cells in enumerate(self.cells)
            if row not in self.rests and (number := cells[place]) is not None
        ]

    @cached_property
    def is_whole(self) -> bool:
        """Whether its rows are the answers to one question: each column makes 100."""
        totals = {row for row in self.rests if self._is_total(row)}
        sums = [
            sum(n.value for row, n in enumerate(column) if n is not None and row not in totals)
            for column in zip(*self.cells, strict=True)
        ]
        return (
            self.shares
            and len(self.labels) - len(totals) > 1
            and all(abs(one - 100) <= _WHOLE for one in sums)
        )

    def _is_total(self, row: int) -> bool:
        """Whether a row is that of all: 100 in each column."""
        return all(n is None or n.value == _ALL for n in self.cells[row])

    @cached_property
    def turned(self) -> Sheet:
        """The same with its columns as rows: `yes | no | not sure` by groups."""
        return Sheet(
            self.heads, self.labels, tuple(zip(*self.cells, strict=True)),
            tuple(self.spots[0] for _ in self.heads), self.asked, self.section, self.first, self.last,
            self.table, self.shares,
        )  # fmt: skip


@read_once
def sheets_of(text: Text, claims: Claims) -> tuple[Sheet, ...]:
    """All sheets of a document, in order."""
    found = list(_sheets(text, claims))
    return tuple(sorted(found, key=lambda sheet: sheet.first))


def is_part_of(sentence: Sentence, sheet: Sheet) -> bool:
    """Whether a sentence is a line of a list."""
    return sheet.first <= sentence.block <= sheet.last and any(
        one.quote.strip("… ") in sentence.text for one in sheet.spots
    )


def _sheets(text: Text, claims: Claims) -> Iterator[Sheet]:
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            made = _of_table(text, index)
            if made is not None:
                yield made
    told_out = sheets_told_out(text, claims)
    yield from told_out
    taken = {sheet.first for sheet in told_out}
    for series in series_of(text, claims):
        if series.first in taken:
            continue
        if not series.table and not any(_RUNS_ON.search(one.label) for one in series.results):
            yield _of_series(series, text)
    for first, last, lines in mean_lists(text):
        labels = tuple(label for label, _, _ in lines)
        yield Sheet(
            labels, ("",), tuple((number,) for _, number, _ in lines),
            tuple(where for _, _, where in lines), _opening(text, first, labels[0]),
            text.sections[first], first, last, shares=False,
            rests=frozenset(at for at, label in enumerate(labels) if is_rest(label, text)),
        )  # fmt: skip


def question_over(text: Text, index: int) -> str:
    """The caption, question or opening words of what begins at a block, and the heading over it."""
    found = []
    for place in range(index - 1, max(-1, index - _BEFORE - 1), -1):
        block = text.blocks[place]
        if block.kind is Kind.TABLE or not block.text or len(_SIGN.findall(block.text)) > 2:
            break
        asks = "?" in block.text
        if (
            block.kind in (Kind.CAPTION, Kind.HEADING)
            or asks
            or block.text.endswith(":")
            or place == index - 1
        ):
            found.append(block.text)
        if asks or block.kind is Kind.HEADING:
            break
    return " ".join(reversed(found))


def _opening(text: Text, index: int, label: str) -> str:
    """What stands before the first label of a list: in its own block, else over it."""
    block = text.blocks[index]
    own = block.text.partition(label)[0].strip() if block.kind is not Kind.ITEM else ""
    return own if len(own.split()) > 1 else f"{question_over(text, index)} {own}".strip()


def _of_table(text: Text, index: int) -> Sheet | None:
    block = text.blocks[index]
    head, lead = block.rows[0], question_over(text, index)
    after = text.blocks[index + 1].text if index + 1 < len(text.blocks) else ""
    told = f"{lead} {head[0]}" + (" %" if _IN_PERCENT.search(after[:200]) else "")
    columns = [at for at in range(1, len(head)) if not is_of_counts(block, at)]
    rows = range(1, len(block.rows))
    grid = {(r, c): cell_share(block, r, c, text, told) for r in rows for c in columns}
    shares = any(grid.values())
    if not shares:
        grid = {(r, c): _mean(block.rows[r], c, text) for r in rows for c in columns}
    columns = [c for c in columns if 2 * sum(grid[r, c] is not None for r in rows) > len(rows)]
    kept = [r for r in rows if any(grid[r, c] is not None for c in columns)]
    if not columns or len(kept) < 2:
        return None
    lines = block.row_lines
    spots = tuple(
        Spot(
            quoted(" | ".join(block.rows[r])),
            lines[r] if r < len(lines) else block.line,
            block.page,
            index,
        )
        for r in kept
    )
    labels, last = tuple(block.rows[r][0] for r in kept), total_row(block)
    waves = tuple((year, columns.index(c)) for year, c in wave_columns(block) if c in columns)
    return Sheet(
        labels, tuple(head[c] for c in columns), tuple(tuple(grid[r, c] for c in columns) for r in kept),
        spots, lead, text.sections[index], index, index, True, shares, waves, head[0],
        frozenset(at for at, r in enumerate(kept) if r == last or is_rest(labels[at], text)),
    )  # fmt: skip


def _mean(cells: tuple[str, ...], column: int, text: Text) -> Number | None:
    """The one plain number of a cell."""
    cell = ERROR.sub("", cells[column]) if column < len(cells) else ""
    if not _PLAIN.fullmatch(cell):
        return None
    found = numbers(cell, text.lang)
    return found[0] if len(found) == 1 and found[0].unit is Unit.NONE else None


def _of_series(series: Series, text: Text) -> Sheet:
    lead = series.lead
    over = question_over(text, series.first)
    if "?" not in lead and "?" in over:
        lead = f"{over} {lead}"
    if "?" not in lead and series.first == series.last:
        told = text.blocks[series.first].text
        place = told.find(series.results[0].spot.quote.strip("… ")[:40])
        lead = " ".join((*_ASKED.findall(told[: max(place, 0)])[-1:], lead))
    stated = " ".join(said for item in series.results for said in _STATED.findall(item.label))
    labels = tuple(_label(item.label, text) for item in series.results)
    return Sheet(
        labels, ("",), tuple((item.number,) for item in series.results),
        tuple(item.spot for item in series.results), f"{lead} {stated}".strip(),
        text.sections[series.first], series.first, series.last,
        rests=frozenset(at for at, label in enumerate(labels) if is_rest(label, text)),
    )  # fmt: skip


_GIVEN = {  # how an answer was given, whatever it is; counts of those who gave it
    "lv": r"(?:atbild|izvēl|nosauc|teic|teikuš|minēj|norād|atzīm)\w*|variantu?|atbildi|(?:jeb|tas ir|kas ir)(?=\s*$)",
    "en": r"(?:is|was|were|are)? ?(?:the (?:answer|choice|reply) of|(?:chosen|picked|ticked|named|given|mentioned|selected) by(?: \d+ \w+)?)|(?:chose|picked|ticked|selected|named|answered|replied|said)|(?:which (?:makes|is|gives)|that is|or)(?=\s*$)",
    "ru": r"(?:ответил|выбрал|назвал|сказал|отметил|указал)\w*|вариант\w*|ответ\w{0,2}|(?:то есть|или|что составляет)(?=\s*$)",
}


def _label(said: str, text: Text) -> str:
    """What names a result: its quoted answer, else its words, without `and` and how it was given."""
    answers = _QUOTED.findall(said)
    given = word_pattern(_GIVEN[text.lang])
    rest = word_pattern(rf"\d+|{text.words.people}").sub(
        " ", given.sub(" ", _QUOTED.sub(" ", said))
    )
    if len(answers) == 1 and not marks(rest, text.lang).all:
        return str(answers[0])
    bare = _STATED.split(said)[-1].strip(" ,:–—") or said
    bare = regex.sub(r"^(?:of (?:the |all |those )?\w+|no \w+iem|из \w+)(?=\s)", "", bare.strip())
    bare = regex.sub(
        r"^(?:and|un|и|but|bet|а|но)\s", "", " ".join(bare.split()), flags=regex.IGNORECASE
    )
    people = word_pattern(text.words.people).match(bare)
    rest = bare[people.end() :].strip() if people else ""
    bare = rest if len(rest.split()) > 1 else bare
    short = " ".join(given.sub(" ", bare).split()).strip(" ,:–—")
    return short if marks(short, text.lang).all else bare


@listed_once
def sheets_told_out(text: Text, claims: Claims) -> Iterator[Sheet]:
    """The sheets that are told in several sentences."""
    shares: dict[int, list[Claim]] = {}
    for claim in claims.levels:
        shares.setdefault(claim.sentence.block, []).append(claim)
    for index, block in enumerate(text.blocks):
        own = shares.get(index, [])
        if block.kind is not Kind.PARAGRAPH or len(own) < _ANSWERS:
            continue
        made = sum(claim.number.value for claim in own)
        if len({c.sentence.order for c in own}) < 2 or abs(made - 100) > _WHOLE:
            continue
        labels = tuple(_label(label, text) for label in map(_answer_of, own))
        if len(own) == _ANSWERS and not (is_yes(labels[0]) and is_no(labels[1])):
            continue
        yield Sheet(
            labels, ("",), tuple((c.number,) for c in own),
            tuple(spot_of(text, c) for c in own),
            f"{question_over(text, index)} {' '.join(_ASKED.findall(block.text))}".strip(),
            text.sections[index], index, index,
            rests=frozenset(at for at, label in enumerate(labels) if is_rest(label, text)),
        )  # fmt: skip


def _answer_of(claim: Claim) -> str:
    """The answer that a share is of: the one that its part of the sentence quotes, else all its words."""
    said = claim.segment.rpartition("?")[2]
    found = _QUOTED.findall(said)
    if len(found) == 1 and len(_WORD.findall(said)) - len(_WORD.findall(found[0])) <= _TELLING:
        return str(found[0])
    return label_of(claim.segment, _moved(claim.number, claim.start))


def _moved(number: Number, by: int) -> Number:
    return replace(number, start=number.start - by, end=number.end - by)


def total_column(sheet: Sheet, text: Text) -> int:
    """The column of all who answered, or of the last wave; the only one; -1 where none is plain."""
    if len(sheet.heads) == 1:
        return 0
    if sheet.waves:
        return sheet.waves[-1][1]
    found = [at for at, head in enumerate(sheet.heads) if is_of_all(head, text)]
    return found[0] if len(found) == 1 else -1


def is_of_all(label: str, text: Text) -> bool:
    """Whether a label is that of all who answered."""
    everyone = word_pattern(
        rf"{text.words.total}|total|overall|all(?: \w+)?|everyone|kopā|vis[iauā]\w*(?: \w+)?|kopumā|все\w*(?: \w+)?|итого|в целом|%"
    )
    return everyone.fullmatch(regex.sub(r"\([^()]*\)", "", label).strip(" ,.%:")) is not None
