"""One quantity over waves: read from the rows and columns of tables, from bullets and from prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Spot, row_spot, spot
from atbalss.audit.kept import listed_once
from atbalss.audit.lists import COUNTS
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Sentence, Text

_YEAR = regex.pattern(r"(?<!\d)(?P<year>(?:199|20[0-3])\d)(?!\d)")
_PART = (  # of a year: quarter, season, month
    r"(?:pavasar|spring|весн|winter|ziem|зим|jan|янв|feb|фев|mar[tc]|март)|(?:^|\W)(?:I|1|Q1)(?:\W|$)",
    r"(?:vasar|summer|лет[оа]|apr|апр|ma[yij]|ма[йя]|jū?un|jūn|июн)|(?:^|\W)(?:II|2|Q2)(?:\W|$)",
    r"(?:jul|jūl|июл|aug|авг|sep|сен)|(?:^|\W)(?:III|3|Q3)(?:\W|$)",
    r"(?:ruden|autumn|осен|oct|okt|окт|nov|ноя|de[ck]|дек)|(?:^|\W)(?:IV|4|Q4)(?:\W|$)",
)
_LOOSE = regex.any_case(  # what a wave's name may have besides its year
    r"gad\w*|year|г(?:од\w*|\.)?|g\.|aptauj\w*|survey|опрос\w*|viln\w*|wave|волна|pusgad\w*|half|first|second|pirm\w+|otr\w+|перв\w+|втор\w+|полугоди\w*|ceturksn\w*|quarter|кв(?:артал\w*|\.)?|cet\.|q\d|h\d"
    r"|[ivx\d]{1,4}|n|\W|pavasar\w*|vasar\w*|ruden\w*|ziem\w*|spring|summer|autumn|winter|весн\w*|лет\w*|осен\w*|зим\w*|(?:jan|feb|mar|apr|ma[ijy]|jun|jul|jūn|jūl|aug|sep|oct|okt|nov|dec|dek|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек)\w*|%"
)


@dataclass(frozen=True, slots=True)
class Point:
    """A value of one wave; `when` orders the waves, `year` is the year it is of."""

    when: float
    number: Number
    spot: Spot

    @property
    def year(self) -> int:
        """The year of the wave."""
        return int(self.when)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Two waves or more of one quantity, the earliest first.

    `named`: the stems that tell it from the others beside it; `about`: those of its table's title
    and heads, or of its sentence. `order`: its last sentence, -1 of a table.
    """

    points: tuple[Point, ...]
    named: frozenset[str]
    about: frozenset[str]
    section: int
    block: int
    order: int = -1


def wave_of(label: str) -> float | None:
    """When a wave was, by a label that names nothing else: `2023`, `Spring 2022`; else None."""
    years = _YEAR.findall(label)
    if not years or len(years) > 2 or _LOOSE.sub("", _YEAR.sub(" ", label)).strip():
        return None
    rest = _YEAR.sub(" ", label)
    part = next(
        (at for at, rule in enumerate(_PART, 1) if regex.search(rule, rest, regex.IGNORECASE)), 0
    )
    return int(years[0]) + part / 5


@listed_once
def timelines_of(text: Text, claims: Claims) -> Iterator[Timeline]:
    """All series of a document."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 1:
            yield from _of_table(index, block, text)
    yield from _of_bullets(text)
    for sentence in text.sentences:
        made = _of_sentence(sentence, text)
        if made is not None:
            yield made


# ---- tables


def _of_table(index: int, block: Block, text: Text) -> Iterator[Timeline]:
    before = text.blocks[index - 1] if index else None
    title = before.text if before is not None and len(before.text) < 300 else ""
    head = _dated(block.rows[0], title)
    about = frozenset(stems(f"{title} {text.titles.get(text.sections[index], '')}", text.lang))
    about |= frozenset(stems(" ".join(head), text.lang))
    across = [(when, at) for at, cell in enumerate(head) if (when := wave_of(cell)) is not None]
    if len(across) > 1 and len({when for when, _ in across}) == len(across):
        for row in range(1, len(block.rows)):
            cells = [(when, row, column) for when, column in across]
            label = frozenset(stems(block.rows[row][0], text.lang))
            yield from _made(cells, block, index, label, about | label, text)
        return
    yield from _of_measures(index, block, about, text)
    down = [
        (when, at) for at, row in enumerate(block.rows) if (when := wave_of(row[0])) is not None
    ]
    named_else = sum(1 for row in block.rows[1:] if row[0].strip()) - len(down)
    if len(down) < 2 or named_else > 1 or len({when for when, _ in down}) != len(down):
        return
    columns = [c for c in range(1, len(head)) if not COUNTS.fullmatch(head[c].strip(" ,.%"))]
    shares = [c for c in columns if "%" in head[c]]
    columns = shares or columns  # beside shares, the others count who was asked
    for column in columns:
        cells = [(when, row, column) for when, row in down]
        label = frozenset(stems(head[column], text.lang)) if len(columns) > 1 else frozenset()
        yield from _made(cells, block, index, label, about | label, text)


_QUARTERS = regex.any_case(
    r"(?<!\w)(?:ceturksn|mēne[sš]|pusgad|quarter|month|half-?year|квартал|месяц|полугоди)"
)


def _dated(head: tuple[str, ...], title: str) -> tuple[str, ...]:
    """The head of a table with the one year of its corner or title: `Quarter of 2024 | I | II | III`."""
    over = f"{head[0]} {title}"
    years = set(_YEAR.findall(over))
    bare = len(years) == 1 and _QUARTERS.search(over) and not any(map(_YEAR.search, head[1:]))
    return (head[0], *(f"{cell} {min(years)}" for cell in head[1:])) if bare else head


def _of_measures(index: int, block: Block, about: frozenset[str], text: Text) -> Iterator[Timeline]:
    """Columns of one measure in several waves, beside those of others: `Users 2024 | Satisfied 2024 | Satisfied 2023`."""
    measures: dict[str, list[tuple[float, int]]] = {}
    for at, cell in enumerate(block.rows[0]):
        years = _YEAR.findall(cell)
        measure = regex.sub(r"[\W\d]+", " ", _YEAR.sub(" ", cell)).strip().lower()
        if at and len(years) == 1 and measure:
            measures.setdefault(measure, []).append((float(years[0]), at))
    for measure, columns in measures.items():
        values = [
            _alone(row[at], text) for row in block.rows[1:] for _, at in columns if at < len(row)
        ]
        if any(item is None or item.value > 100 for item in values):
            continue
        for row in range(1, len(block.rows)):
            label = frozenset(stems(block.rows[row][0], text.lang))
            cells = [(when, row, at) for when, at in columns]
            named = about | label | frozenset(stems(measure, text.lang))
            yield from _made(cells, block, index, label, named, text)


def _made(
    cells: Sequence[tuple[float, int, int]],
    block: Block,
    index: int,
    named: frozenset[str],
    about: frozenset[str],
    text: Text,
) -> Iterator[Timeline]:
    points = []
    for when, row, column in sorted(cells):
        value = _alone(block.rows[row][column] if column < len(block.rows[row]) else "", text)
        if value is None:
            continue
        where = row_spot(block, index, row)
        points.append(Point(when, value, where))
    if len(points) > 1:
        yield Timeline(tuple(points), named, about, text.sections[index], index)


def _alone(cell: str, text: Text) -> Number | None:
    """The one unsigned number that is all of a cell."""
    items = numbers(cell, text.lang)
    if len(items) != 1 or items[0].sign or items[0].unit is Unit.POINTS:
        return None
    rest = (cell[: items[0].start] + cell[items[0].end :]).strip(" %*†")
    return items[0] if not rest else None


# ---- bullets and prose


def _of_bullets(text: Text) -> Iterator[Timeline]:
    """`- 2019: 34 %` and so on: items one under the other, each a year and a value."""
    run: list[tuple[Point, int]] = []
    for sentence in (*text.sentences, None):
        point = _item_point(sentence, text) if sentence is not None else None
        if point is not None and sentence is not None:
            run.append((point, sentence.order))
            continue
        if len(run) > 1:
            yield from _bullets(run, text)
        run = []


def _item_point(sentence: Sentence, text: Text) -> Point | None:
    match = regex.match(r"[^:–—\d]{0,12}\d{4}[^:–—%\d]{0,14}(?:[:–—]| - )", sentence.text)
    when = wave_of(match.group(0)) if match and sentence.kind is Kind.ITEM else None
    if match is None or when is None:
        return None
    found = [n for n in numbers(sentence.text[match.end() :], text.lang) if not year_of(n)]
    values = [n for n in found if not n.sign][:1]
    return Point(when, values[0], spot(text, sentence)) if values else None


def _bullets(run: Sequence[tuple[Point, int]], text: Text) -> Iterator[Timeline]:
    points = sorted((point for point, _ in run), key=lambda point: point.when)
    first, last = run[0][1], run[-1][1]
    lead = text.sentences[first - 1].text if first else ""
    sentence = text.sentences[last]
    about = frozenset(stems(f"{lead} {text.titles.get(sentence.section, '')}", text.lang))
    if len({point.when for point in points}) == len(points):
        yield Timeline(tuple(points), frozenset(), about, sentence.section, sentence.block, last)


def _of_sentence(sentence: Sentence, text: Text) -> Timeline | None:
    """Years and values in turn: `61 % in 2019, 52 % in 2020 and 29 % in 2023`."""
    found = [n for n in numbers(sentence.text, text.lang) if not _base(sentence.text, n)]
    years = [(year_of(item), at) for at, item in enumerate(found) if year_of(item)]
    values = [(item, at) for at, item in enumerate(found) if not year_of(item)]
    if (
        len(years) < 3
        or len(values) != len(years)
        or len({year for year, _ in years}) != len(years)
    ):
        return None
    ahead = years[0][1] < values[0][1]
    for (_, year_at), (_, at) in zip(years, values, strict=True):
        if at - year_at != (1 if ahead else -1):
            return None
    items = [item for item, _ in values]
    points = sorted(
        (
            Point(year, item, spot(text, sentence, item.start, item.end))
            for (year, _), item in zip(years, items, strict=True)
        ),
        key=lambda point: point.when,
    )
    named = frozenset(stems(sentence.text, text.lang))
    return Timeline(
        tuple(points), frozenset(), named, sentence.section, sentence.block, sentence.order
    )


def _base(words: str, item: Number) -> bool:
    """Whether a number is a base: `n = 412`."""
    return bool(regex.search(r"(?<!\w)[nN]\s?=\s?$", words[: item.start]))
