"""A banner table as it is printed: header cells with spans, rows of texts, notes. No renderer yet.

Every face (page, PDF, workbook) places these cells; none of them rounds or words a number itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.report.figure_numbers import HIDDEN, NONE
from atbalss.report.numerals import NBSP, decimal, percent
from atbalss.report.phrases import phrase
from atbalss.study.texts import Text
from atbalss.tables.banner_result import (
    BannerBlock,
    BannerCell,
    BannerRow,
    BannerTable,
    ChiSquare,
)
from atbalss.tables.phrases import text
from atbalss.tables.result import Flag, Number, RowKind, Source, Unit

SMALL = "*"
REST_MARKS = {"higher": "↑", "lower": "↓", "higher2": "⁺", "lower2": "⁻", "": ""}
_MEASURES = frozenset(
    {
        RowKind.MEAN,
        RowKind.SD,
        RowKind.MEDIAN,
        RowKind.NPS,
        RowKind.INDEX,
        RowKind.BOX,
        RowKind.NET,
        RowKind.BAND,
    }
)


@dataclass(frozen=True, slots=True)
class Head:
    """A header cell over `span` columns, `depth` header rows high."""

    text: str
    span: int = 1
    depth: int = 1


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell: its text, the letters behind it, and the exact value for a workbook.

    `form` says how the value is written: percent, mean, count, points, text.
    """

    text: str
    letters: str = ""
    value: float | None = None
    form: str = "text"
    number: Number | None = None
    number_id: str = ""


@dataclass(frozen=True, slots=True)
class PrintedRow:
    """A row: its label, what kind it is (base, answer, measure, part, statistic), its cells."""

    label: str
    kind: str
    cells: tuple[PrintedCell, ...]


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """The rows of one question under its title, wording and base in words."""

    title: str
    wording: str
    base: str
    rows: tuple[PrintedRow, ...]
    tests: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A whole table. `heads` are header rows; `groups` the variable of each column (-1: total)."""

    id: str
    title: str
    heads: tuple[tuple[Head, ...], ...]
    letters: tuple[str, ...]
    groups: tuple[int, ...]
    blocks: tuple[PrintedBlock, ...]
    notes: tuple[str, ...]
    invented: bool = False

    @property
    def width(self) -> int:
        """Number of columns beside the labels."""
        return len(self.groups)

    def pick(self, columns: Sequence[int]) -> PrintedTable:
        """The table with some of its columns; its header stays that of the whole table."""
        blocks = tuple(
            replace(
                block,
                rows=tuple(
                    replace(row, cells=tuple(row.cells[at] for at in columns)) for row in block.rows
                ),
            )
            for block in self.blocks
        )
        letters = tuple(self.letters[at] for at in columns) if self.letters else ()
        letters = letters if any(letters) else ()
        groups = tuple(self.groups[at] for at in columns)
        return replace(self, blocks=blocks, letters=letters, groups=groups)


def printed(table: BannerTable, lang: str) -> PrintedTable:
    """The table in one language."""
    letters = tuple(column.letter for column in table.columns)
    return PrintedTable(
        table.id,
        table.title.get(lang),
        heads(table, lang),
        letters if any(letters) else (),
        tuple(column.group for column in table.columns),
        tuple(_block(table, block, lang) for block in table.blocks),
        tuple(dict.fromkeys(note.get(lang) for note in table.notes)),
        table.invented,
    )


# ---- header


def heads(table: BannerTable, lang: str) -> tuple[tuple[Head, ...], ...]:
    """Header rows: for each level the variables' titles, then their answers; equal ones joined."""
    paths = [_path(column.titles, column.labels, lang) for column in table.columns]
    depth = max(len(path) for path in paths)
    rows: list[tuple[Head, ...]] = []
    for level in range(depth):
        row: list[Head] = []
        at = 0
        while at < len(paths):
            path = paths[at]
            span = 1
            while at + span < len(paths) and _same(table, paths, at, at + span, level):
                span += 1
            if level < len(path):
                last = level == len(path) - 1
                row.append(Head(path[level], span, depth - level if last else 1))
            at += span
        rows.append(tuple(row))
    return tuple(rows)


def _path(titles: Sequence[Text], labels: Sequence[Text], lang: str) -> tuple[str, ...]:
    found: list[str] = []
    for title, label in zip(titles, labels, strict=True):
        if title:
            found.append(title.get(lang))
        found.append(label.get(lang))
    return tuple(found)


def _same(
    table: BannerTable, paths: Sequence[tuple[str, ...]], one: int, other: int, level: int
) -> bool:
    """Whether two columns share the header cell of a level; their own labels they never share."""
    a, b = paths[one], paths[other]
    if table.columns[one].group != table.columns[other].group:
        return False
    return level < len(a) - 1 and a[: level + 1] == b[: level + 1]


# ---- rows


def _block(table: BannerTable, block: BannerBlock, lang: str) -> PrintedBlock:
    wording = block.wording.get(lang)
    title = block.title.get(lang)
    base = f"{phrase('base', lang)}: {block.base_note.get(lang)}"
    rows = (*_bases(table, block, lang), *_rows(table, block, lang))
    tests = tuple(chi_square_words(item, lang) for item in block.chi_square)
    return PrintedBlock(title, "" if wording == title else wording, base, rows, tests)


def _bases(table: BannerTable, block: BannerBlock, lang: str) -> Iterator[PrintedRow]:
    """n, and with weights the weighted and the effective base beside it."""
    if not block.bases:
        return
    keys = ["n_unweighted"]
    if table.weighted and table.ask.weighted:
        keys += ["n_weighted", "n_effective"]
    for key in keys:
        cells = tuple(_base(number, key, lang) for number in block.bases)
        yield PrintedRow(text(key).get(lang), "base", cells)


def _base(number: Number, key: str, lang: str) -> PrintedCell:
    value = {
        "n_unweighted": number.base,
        "n_weighted": number.base_weighted,
        "n_effective": number.base_effective,
    }[key]
    if value is None:
        return PrintedCell(NONE)
    return PrintedCell(decimal(float(value), 0, lang), "", float(value), "count", number)


def _rows(table: BannerTable, block: BannerBlock, lang: str) -> Iterator[PrintedRow]:
    part = ""
    for row in block.rows:
        if row.part.get(lang) != part:
            part = row.part.get(lang)
            if part:
                blank = tuple(PrintedCell("") for _ in table.columns)
                yield PrintedRow(part, "part", blank)
        yield from _row(table, row, lang)


def _row(table: BannerTable, row: BannerRow, lang: str) -> Iterator[PrintedRow]:
    shown = table.ask.shown if row.kind not in _NUMBERS else _of_numbers(table.ask.shown)
    kind = "measure" if row.kind in _MEASURES and not row.part else "answer"
    digits = table.ask.digits
    for place, statistic in enumerate(shown):
        label = row.label.get(lang) or row.key
        if place:
            label = phrase(f"b_{statistic}", lang)
        cells = tuple(_cell(cell, statistic, lang, digits, first=not place) for cell in row.cells)
        yield PrintedRow(label, kind if not place else "statistic", cells)
    if table.ask.against and any(cell.difference is not None for cell in row.cells):
        cells = tuple(_difference(cell, lang, digits) for cell in row.cells)
        yield PrintedRow(phrase("b_difference", lang), "statistic", cells)


_NUMBERS = frozenset({RowKind.MEAN, RowKind.SD, RowKind.MEDIAN, RowKind.NPS, RowKind.INDEX})


def _of_numbers(shown: Sequence[str]) -> tuple[str, ...]:
    """What is shown of a mean: its value first, then interval, error, rank where asked."""
    return ("share", *(item for item in shown if item in ("interval", "se", "rank")))


def _cell(cell: BannerCell, statistic: str, lang: str, digits: int, *, first: bool) -> PrintedCell:
    number = cell.number
    letters = " ".join(cell.letters) if first else ""
    if number is None or number.value is None:
        hidden = number is not None and number.flag is Flag.HIDDEN
        return PrintedCell(HIDDEN if hidden else NONE, number=number)
    mark = SMALL if first and number.flag is Flag.MARKED else ""
    rest = REST_MARKS[cell.rest] if first else ""
    made = _statistic(cell, number, statistic, lang, digits)
    if made is None:
        return PrintedCell(NONE, number=number)
    words, value, form = made
    return PrintedCell(words + mark + rest, letters, value, form, number)


def _statistic(
    cell: BannerCell, number: Number, statistic: str, lang: str, digits: int
) -> tuple[str, float | None, str] | None:
    """One statistic of a cell: its text, exact value and form; None where there is none."""
    if statistic == "share":
        return value_words(number, lang, digits), number.value, form_of(number.unit)
    if statistic == "interval":
        return _interval(number, lang, digits)
    value: float | None = {
        "count": None if number.n is None else float(number.n),
        "weighted": cell.weighted,
        "row_share": cell.row_share,
        "se": number.se,
        "rank": None if cell.rank is None else float(cell.rank),
    }[statistic]
    if value is None:
        return None
    if statistic == "row_share":
        return percent(value, lang, digits), value, "percent"
    if statistic == "se":
        if number.unit is Unit.SHARE:
            return decimal(value * 100, digits + 1, lang), value, "percent"
        return decimal(value, digits + 2, lang), value, "mean"
    return decimal(value, 0, lang), value, "count"


def _interval(number: Number, lang: str, digits: int) -> tuple[str, None, str] | None:
    if number.low is None or number.high is None:
        return None
    scale, places = (100, digits) if number.unit is Unit.SHARE else (1, digits + 1)
    low, high = (decimal(end * scale, places, lang) for end in (number.low, number.high))
    return f"{low}–{high}", None, "text"


def value_words(number: Number, lang: str, digits: int = 0) -> str:
    """A number as banner tables print it: `36 %`, `7,9`, `+12`."""
    value = number.value or 0.0
    floor = "≥" + NBSP if number.is_floor else ""
    if number.unit is Unit.SHARE:
        places = digits if number.source is Source.ANSWERS else 0
        return floor + percent(value, lang, places)
    if number.unit is Unit.SCORE:
        return decimal(value, digits, lang)
    if number.unit is Unit.COUNT:
        return decimal(value, 0, lang)
    return floor + decimal(value, digits + 1, lang)


def form_of(unit: Unit) -> str:
    """How a value of a unit is written: percent, points (of an index) or mean."""
    return {Unit.SHARE: "percent", Unit.SCORE: "points", Unit.COUNT: "count"}.get(unit, "mean")


def _difference(cell: BannerCell, lang: str, digits: int) -> PrintedCell:
    change = cell.difference
    if change is None or change.value is None:
        hidden = change is not None and change.flag is Flag.HIDDEN
        return PrintedCell(HIDDEN if hidden else NONE)
    share = change.unit is Unit.SHARE_DIFFERENCE
    places = digits if share or change.unit is Unit.SCORE_DIFFERENCE else digits + 1
    value = change.value * (100 if share else 1)
    words = decimal(value, places, lang, signed=True)
    if cell.difference_p is not None:
        words += f" ({p_words(cell.difference_p, lang)})"
    return PrintedCell(words, "", change.value, "points" if share else "mean", change)


def p_words(p: float, lang: str) -> str:
    """A p value: `p = 0,031`, `p < 0,001`."""
    if p < 0.001:
        return f"p{NBSP}<{NBSP}{decimal(0.001, 3, lang)}"
    return f"p{NBSP}={NBSP}{decimal(p, 3, lang)}"


def chi_square_words(item: ChiSquare, lang: str) -> str:
    """A chi-square test as a sentence."""
    title = item.title.get(lang)
    if item.p is None or item.statistic is None or item.df1 is None or item.df2 is None:
        return phrase("b_chi_square_none", lang, variable=title)
    return phrase(
        "b_chi_square",
        lang,
        variable=title,
        f=decimal(item.statistic, 2, lang),
        df1=decimal(item.df1, 1, lang),
        df2=decimal(item.df2, 0, lang),
        p=p_words(item.p, lang),
        v=decimal(item.v or 0.0, 2, lang),
    )
