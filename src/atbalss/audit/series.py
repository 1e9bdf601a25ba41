"""Results that stand side by side: rows of a table, items, lines or parts of a sentence, with their bases."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, quoted, row_spot, spot, spot_of
from atbalss.audit.kept import listed_once
from atbalss.audit.lists import COUNTS, is_of_counts
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.table_bases import column_bases, row_bases
from atbalss.audit.text import Block, Kind, Text, kept_of_words, word_pattern

_DIGITS = r"(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,6})(?!\d|[.,]\d|\s?%)"
_OWN = regex.pattern(
    rf"(?<!\w)(?:[nN]|[Bb]ase|[Bb]āze|[Бб]аза)\s?[=:]\s?(?:[^\W\d][^\d.;:()=]{{1,40}}\s)?{_DIGITS}"
    rf"|(?<!\w)[Bb](?:ase|āze) (?:of )?(?:all |visi |visas )?{_DIGITS}|\(\s?(?:(?:опрошен\w*|ответил\w*|aptauj\w*|atbild\w*|interviewed|asked|of)\s)?{_DIGITS}\s?(?:atb|resp|opr|отв|чел|респ|cilv|people)\w*\.?\s?\)"
)
_YEAR = regex.pattern(r"(?<!\d)(?:199\d|20[0-3]\d)(?!\d)")
NUMBERED = regex.pattern(r"^(?:\d{1,2}[.)]|[a-zа-яāčēģīķļņšūž]\))\s")
_COUNTED = regex.any_case(  # persons beside their share: `parks – 312 or`
    r"(?:\s?[:–—-]|,)\s\d{1,3}(?:[ \u00a0,]?\d{3})*(?:\s[^\W\d]{3,})?(?:,?\s(?:jeb|or|или|то есть))?\s*[.,;]?\s*$"
)
_SHORT = 140  # letters of an item that gives one result


@dataclass(frozen=True, slots=True)
class Result:
    """One of several results: its words, share, own printed base (0: none), place, and whether it prints its error."""

    label: str
    number: Number
    base: int
    spot: Spot
    error: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """Results side by side; `lead`: the words that open them; blocks `first` to `last`."""

    results: tuple[Result, ...]
    lead: str
    lead_spot: Spot
    first: int
    last: int
    table: bool = False
    title: str = ""  # of a row, where the results stand in its columns
    listed: bool = False  # each result has a line or an item of its own

    @property
    def total(self) -> float:
        """The sum of the shares."""
        return sum(item.number.value for item in self.results)

    @property
    def spare(self) -> float:
        """What rounding may make of the sum."""
        return sum(item.number.step for item in self.results) / 2 + 0.01


def own_base(words: str) -> int:
    """The one base that words print beside a result (`n = 420`); 0 of none and of several."""
    found = {
        int(regex.sub(r"\D", "", group))
        for match in _OWN.findall(words)
        for group in match
        if group
    }
    return found.pop() if len(found) == 1 else 0


_ERRING = regex.pattern(r"(?:±|\+/[-−])\s?\d")


def has_error(*words: str) -> bool:
    """Whether words print a sampling error."""
    return any(_ERRING.search(one) for one in words)


@listed_once
def series_of(text: Text, claims: Claims) -> Iterator[Series]:
    """All series of a document, in order."""
    run: list[Claim] = []
    by_block: dict[int, list[Claim]] = {}
    for claim in claims.levels:
        by_block.setdefault(claim.sentence.block, []).append(claim)
    for index, block in enumerate(text.blocks):
        own = by_block.get(index, [])
        if run and not (_is_item(block, own) and text.sections[index] == run[0].sentence.section):
            yield from _of_items(text, run)
            run = []
        if block.kind is Kind.TABLE:
            yield from _of_table(text, index)
        elif _is_item(block, own):
            run += own[:1]
        elif lines := _lines(block, own):
            yield _of_lines(text, index, own, lines)
        elif block.kind in (Kind.PARAGRAPH, Kind.ITEM):
            yield from _of_sentences(text, index, own)
    yield from _of_items(text, run)


def _is_item(block: Block, own: Sequence[Claim]) -> bool:
    """Whether a block is an item that gives one result: short, with one share."""
    listed = block.kind is Kind.ITEM or NUMBERED.match(block.text)
    return bool(listed) and len(own) == 1 and len(block.text) < _SHORT


def label_of(words: str, number: Number) -> str:
    """The words of a result without its number, brackets and marks of a list."""
    bare = words[: number.start] + " " + words[number.end :]
    bare = _COUNTED.sub("", regex.sub(r"\([^()]*\)?", " ", NUMBERED.sub("", bare)))
    return regex.sub(r"\s{2,}", " ", bare).strip(" .,;:–—-|)")


def _lead(text: Text, index: int, own: str = "") -> tuple[str, Spot]:
    """The words that open what begins at a block: its caption or question, else the heading over it."""
    if own.strip():
        block = text.blocks[index]
        return own.strip(), Spot(quoted(own), block.line, block.page, index)
    for place in range(index - 1, max(-1, index - 3), -1):
        block = text.blocks[place]
        if block.kind in (Kind.CAPTION, Kind.HEADING, Kind.PARAGRAPH) and block.text:
            line = block.line_at(len(block.text)) if block.text.endswith((":", "?")) else block.line
            return block.text, Spot(quoted(block.text), line, block.page, place)
    block = text.blocks[index]
    return "", Spot("", block.line, block.page, index)


def without_parts(run: Sequence[Claim]) -> list[Claim]:
    """Items without the parts of one that ends with a colon: `Other: 9 %, that is:`, then what makes it."""
    found: list[Claim] = []
    rest = spare = 0.0
    for claim in run:
        number = claim.number
        if rest > 0 and number.value <= rest + spare + number.step:
            rest, spare = rest - number.value, spare + number.step / 2
            continue
        found.append(claim)
        opens = claim.sentence.text.rstrip().endswith(":")
        rest, spare = (number.value, number.step) if opens else (0.0, 0.0)
    return found


def _of_items(text: Text, run: Sequence[Claim]) -> Iterator[Series]:
    run = without_parts(run)
    if len(run) < 2:
        return
    found = []
    for claim in run:
        words, number = claim.sentence.text, claim.number
        where = spot(text, claim.sentence, number.start, number.end)
        whole = text.blocks[claim.sentence.block].text
        label, error = label_of(words, number), has_error(whole)
        found.append(Result(label, number, own_base(whole), where, error))
    first, last = run[0].sentence.block, run[-1].sentence.block
    yield Series(tuple(found), *_lead(text, first), first, last, listed=True)


_SIGN = regex.any_case(r"%|(?<=\d )(?:per ?cent|procent|процент|проц\.)")


def _lines(block: Block, own: Sequence[Claim]) -> list[str]:
    """The lines of a paragraph that is a list of results, one share a line; [] of other paragraphs."""
    if len(block.starts) < 2 or len(own) < 2 or block.kind is not Kind.PARAGRAPH:
        return []
    edges = [start for start, _ in block.starts] + [len(block.text) + 1]
    lines = [block.text[a : b - 1].strip() for a, b in itertools.pairwise(edges)]
    counts = [len(_SIGN.findall(line)) for line in lines]
    fits = all(count == 1 for count in counts[1:]) and counts[0] <= 1
    if not fits or len(own) != sum(counts) or any(len(line) > 80 for line in lines):
        return []
    return lines


def _of_lines(text: Text, index: int, own: Sequence[Claim], lines: Sequence[str]) -> Series:
    lead = "" if _SIGN.search(lines[0]) else lines[0]
    found = []
    for claim, line in zip(own, lines[1:] if lead else lines, strict=True):
        item = next(one for one in numbers(line, text.lang) if one.unit is Unit.PERCENT)
        label, error = label_of(line, item), has_error(line)
        found.append(Result(label, item, own_base(line), spot_of(text, claim), error))
    return Series(tuple(found), *_lead(text, index, lead), index, index, listed=True)


def results_told(text: Text, own: Sequence[Claim]) -> list[Result]:
    """The results of one sentence, each with its words."""
    words = own[0].sentence.text
    cut = _opened(words[: own[0].number.start])
    found = []
    for place, claim in enumerate(own):
        begin = max(claim.start, cut) if not place else claim.start
        part, number = words[begin : claim.end], claim.number
        bare = regex.sub(r"\([^()]*$", " ", words[begin : number.start])
        bare += " " + words[number.end : claim.end]
        label = regex.sub(r"\([^()]*\)?", " ", bare).strip(' .,;:–—-)”“»"')
        where = spot(text, claim.sentence, number.start, number.end)
        found.append(Result(label, number, own_base(part), where, has_error(part)))
    return found


def _opened(head: str) -> int:
    """Where the words end that open the results of a sentence: its question, its `By age:`."""
    cut = max(head.rfind(mark) for mark in ":?") + 1
    if regex.match(r"\s?[”“»\"]?\s?\([^()]*\)", head[cut:]):
        cut += head[cut:].find(")") + 1
    return cut


def _of_sentences(text: Text, index: int, own: Sequence[Claim]) -> Iterator[Series]:
    """The results of each sentence that gives two or more."""
    for order in sorted({claim.sentence.order for claim in own}):
        mine = [claim for claim in own if claim.sentence.order == order]
        if len(mine) < 2:
            continue
        head = mine[0].sentence.text[: mine[0].number.start]
        before = (
            text.sentences[order - 1].text
            if order and text.sentences[order - 1].block == index
            else ""
        )
        lead = f"{before} {head[: _opened(head)] or head}".strip()
        found, (lead, where) = results_told(text, mine), _lead(text, index, lead)
        over = text.blocks[index - 1] if index else text.blocks[index]
        if not before and "?" not in lead and "?" in over.text[-_NOTE:]:  # it answers a question
            asked, where = _lead(text, index)
            lead = f"{asked} {lead}"
        yield Series(tuple(found), lead, where, index, index)


_NOTE = 120  # letters behind a question that may say how it was answered


def _of_table(text: Text, index: int) -> Iterator[Series]:
    """Each column of shares, with the bases of its rows; each row, where the columns have bases."""
    block = text.blocks[index]
    if len(block.rows) < 2:
        return
    head = block.rows[0]
    lead, where = _lead(text, index)
    lead = f"{lead}\n{head[0]}".strip()
    counted = [place for place in range(1, len(head)) if is_of_counts(block, place)]
    columns = [place for place in range(1, len(head)) if place not in counted]
    by_column = dict(zip(columns, column_bases(block, columns, COUNTS), strict=True))
    for column in columns:
        found = []
        made = row_bases(block, column)
        for row in range(1, len(block.rows)):
            number = cell_share(block, row, column, text, lead)
            if number is None:
                continue
            base = made[row - 1] if made else _count(block, row, counted)
            base = own_base(" ".join(block.rows[row])) or base or by_column[column]
            found.append(_row_result(block, index, row, block.rows[row][0], number, base))
        if len(found) >= 2:
            dated = all(_YEAR.fullmatch(item.label) for item in found)  # each row is a wave
            title = head[column] if dated else ""
            yield Series(tuple(found), lead, where, index, index, True, title)
    told = column_bases(block, columns, COUNTS)
    bases = [own_base(head[c]) or base for c, base in zip(columns, told, strict=True)]
    waves = sum(_is_wave(head[column], text) for column in columns) == len(columns)
    if len(columns) < 2 or not (any(bases) or waves):
        return
    for row in range(1, len(block.rows)):
        across = [
            _row_result(block, index, row, head[column], number, base)
            for column, base in zip(columns, bases, strict=True)
            if (number := cell_share(block, row, column, text, lead)) is not None
        ]
        if len(across) >= 2:
            row_title = block.rows[row][0]
            yield Series(tuple(across), lead, where, index, index, True, row_title)


def _is_wave(head: str, text: Text) -> bool:
    """Whether the head of a column names a wave: a year, or `last year`, `now`."""
    relative = word_pattern(f"{text.words.last_wave}|{text.words.this_wave}")
    return len(years_in(head)) == 1 or relative.fullmatch(head.strip()) is not None


def _row_result(
    block: Block, index: int, row: int, label: str, number: Number, base: int
) -> Result:
    where = row_spot(block, index, row)
    bare = regex.sub(r"\([^()]*\)|,?\s[nN]\s?=\s?\d[\d ,]*|,\s?%$", " ", label)
    return Result(bare.strip(" ,"), number, base, where, has_error(*block.rows[row]))


def _count(block: Block, row: int, counted: Sequence[int]) -> int:
    """The number of persons in a row's column of counts, 0 where there is none."""
    cell = (
        block.rows[row][counted[0]]
        if len(counted) == 1 and counted[0] < len(block.rows[row])
        else ""
    )
    bare = regex.sub(r"[\s,\u00a0]", "", cell)
    return int(bare) if bare.isdigit() else 0


_IN_PERCENT = regex.any_case(r"%|percent|per cent|procent|процент|проц\.")


def cell_share(block: Block, row: int, column: int, text: Text, lead: str = "") -> Number | None:
    """The one share of a cell; that it is in percent may stand in its column's head or the title."""
    cells = block.rows[row]
    cell = ERROR.sub("", cells[column]) if column < len(cells) else ""
    items = numbers(cell, text.lang)
    if len(items) != 1 or items[0].sign or items[0].value > 100:
        return None
    head = block.rows[0][column] if column < len(block.rows[0]) else ""
    if items[0].unit is Unit.PERCENT or lost_its_sign(block, row, column):
        return items[0]
    told = any(_IN_PERCENT.search(words) for words in (head, cells[0]))
    told = told or (_SAID.search(lead) is not None and not _signed(block))
    alone = _PLAIN.fullmatch(cell)
    told = told or (alone is not None and own_base(lead) > 0 and _makes_all(block, column))
    return items[0] if told and alone and items[0].unit is Unit.NONE else None


ERROR = regex.pattern(r"\s?\(?(?:±|\+/[-−])\s?\d[^()|]*\)?")
_SAID = regex.any_case(  # that what follows is in percent; no share of its own
    r"(?<!\d)(?<!\d )(?:%|percent|per cent|procent|процент|проц\.)"
)


def _signed(block: Block) -> bool:
    """Whether some cells of a table have the sign of percent: those without it are no shares."""
    return any("%" in cell for row in block.rows for cell in row[1:])


_SHARE = regex.pattern(r"\s*(\d{1,3}(?:[.,]\d{1,2})?)\s?(%?)\s*")
_ROUNDED = 0.6  # points that the shares of a column may miss 100 by


def lost_its_sign(block: Block, row: int, column: int) -> bool:
    """Whether a cell alone in its column has no sign of percent, and only with it the column makes 100."""
    beside = block.rows[row - 1 if row > 1 else row + 1 if row + 1 < len(block.rows) else row]
    if column >= len(beside) or "%" not in beside[column]:
        return False
    found = [_SHARE.fullmatch(row[column] if column < len(row) else "") for row in block.rows[1:]]
    shares = [match for match in found if match is not None]
    if len(shares) < max(3, len(found)) or sum(not match[2] for match in shares) != 1:
        return False
    values = [float(match[1].replace(",", ".")) for match in shares]
    made = sum(values) - (100 if values[-1] == 100 else 0)
    return abs(made - 100) <= _ROUNDED


_PLAIN = regex.pattern(r"\s*\d{1,3}(?:[.,]\d)?\s*")


def _makes_all(block: Block, column: int) -> bool:
    """Whether the numbers of a column make 100, but for rounding and a total of 100."""
    cells = [row[column] if column < len(row) else "" for row in block.rows[1:]]
    if len(cells) < 3 or not all(map(_PLAIN.fullmatch, cells)):
        return False
    values = [float(cell.replace(",", ".")) for cell in cells]
    made = sum(values) - (100 if values[-1] == 100 else 0)
    return abs(made - 100) <= len(values) / 2


_AND = regex.pattern(r"(?:and|un|и|but|bet|а|но)\s[„“«\"]?")


@kept_of_words
def is_rest(label: str, text: Text) -> bool:
    """Whether a label is that of all, or of an answer that is none of the others."""
    bare = _AND.sub("", label.strip(' ,.:;–-„“”"«»').lower())
    rest = word_pattern(
        f"{text.words.total}|{text.words.other}|all|everyone|everybody|visi|visas|все|neko"
    )
    return rest.match(bare) is not None


_PART_OF = regex.any_case(
    r"\W*(?:of (?:whom|which|them|these)|including|among them|tai skaitā|t\. ?sk\.|no (?:tiem|tām|kuriem)|tostarp|в том числе|в т\. ?ч\.|из них)(?!\w)"
)


def is_part(label: str) -> bool:
    """Whether a row is a part of the row above it: `of whom family`."""
    return _PART_OF.match(label) is not None


def years_in(words: str) -> list[int]:
    """The years that words name."""
    return [int(found) for found in _YEAR.findall(words)]
