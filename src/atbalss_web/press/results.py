"""One question of the live results as a table with its bars: numbers as the report prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from atbalss.report import figure_notes
from atbalss.report.figure_numbers import absent, interval_of, mark_of, text_of
from atbalss.report.figure_words import word
from atbalss.report.phrases import phrase
from atbalss.report.results import countable
from atbalss.study.about import SampleKind
from atbalss.study.bases import code_list
from atbalss.study.decimals import half_up
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.phrases import text
from atbalss.tables.result import Column, Flag, Number, RowKind, Table, Unit
from atbalss_web.press.live import CENTRE, MINE, Live


@dataclass(frozen=True, slots=True)
class Choice:
    """A question or grid that can be chosen."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A number as a page shows it. `bar`, `low`, `high` are places from 0 to 100, None: no bar."""

    text: str
    interval: str
    persons: str
    bar: float | None = None
    low: float | None = None
    high: float | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table."""

    label: str
    kind: str
    numbers: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """A question's results in words of one language."""

    title: str
    wording: str
    measure: str
    interval: str
    columns: tuple[tuple[str, str], ...]  # (name, "n = ...")
    lines: tuple[Line, ...]
    base: str
    notes: tuple[str, ...]


def choices(found: Live, lang: str) -> list[Choice]:
    """Questions and grids with results that a table can show, in the questionnaire's order."""
    return [
        Choice(name, found.cells.label(name).get(lang))
        for name, _ in countable(found.cells)
        if name != CENTRE
    ]


def result(found: Live, name: str, lang: str) -> Result:
    """The results of a question or grid; its name must be one of `choices`."""
    mean = name in found.questionnaire.grids
    question = None if mean else found.questionnaire.question(name)
    if question is not None and code_list(question) is None:
        mean = True
    among = (NO_FILTER,) if found.centre is None else (MINE, NO_FILTER)
    table = _table(found, name, mean, among)
    scale = _top(found, table)
    lines = []
    for row in table.rows:
        is_mean = mean or row.kind is RowKind.MEAN
        numbers = tuple(_shown(item, lang, is_mean, scale) for item in row.numbers)
        if row.kind is RowKind.MISSING and not any(n and n.value for n in row.numbers):
            continue
        lines.append(Line(row.label.get(lang) or row.key, str(row.kind), numbers))
    level = int(half_up(found.study.rules.confidence * 100))
    return Result(
        table.title.get(lang),
        table.wording.get(lang),
        word("mean" if mean else "share", lang),
        word("interval", lang, level=level),
        tuple(_head(found, column, lang) for column in table.columns),
        tuple(lines),
        figure_notes.base(table, lang),
        tuple(note.get(lang) for note in table.notes),
    )


def _table(found: Live, name: str, mean: bool, among: Sequence[Filter]) -> Table:
    """Shares by code, then nets, then the mean of a scale; or means, those of a grid last."""
    cells = found.cells
    grid = found.questionnaire.grids.get(name)
    if mean:
        names = [name] if grid is None else [*(item.name for item in grid), name]
        return cells.table(names, measure="mean", among=among)
    codes = code_list(found.questionnaire.question(name))
    order = [*cells.codes(name)]
    order += [] if codes is None else [net.name for net in codes.nets if codes.members(net.name)]
    table = cells.table([name], codes=order, among=among)
    if not cells.has_mean(name):
        return table
    means = cells.table([name], measure="mean", among=among)
    row = replace(means.rows[0], label=text("mean"))
    notes = tuple(dict.fromkeys((*table.notes, *means.notes)))
    return replace(table, rows=(*table.rows, row), notes=notes)


def _head(found: Live, column: Column, lang: str) -> tuple[str, str]:
    """What a column is called, and its base: of a mean of several items there is no common one."""
    whole = found.study.current.label.get(lang)
    name = found.centre.name if column.among and found.centre is not None else whole
    return name, "" if column.base is None else word("n", lang, n=column.base)


def _top(found: Live, table: Table) -> float:
    """The end of the scale of means: the highest score, or the highest mean where there is none."""
    scores = [
        code.score
        for row in table.rows
        if row.question in found.questionnaire.by_name
        for code in (getattr(found.questionnaire.question(row.question).codes, "codes", ()))
        if code.score is not None
    ]
    means = [
        number.high or number.value or 0.0
        for row in table.rows
        for number in row.numbers
        if number is not None and number.unit is Unit.MEAN
    ]
    return max(scores or means, default=1.0) or 1.0


def _shown(number: Number | None, lang: str, mean: bool, top: float) -> Shown:
    words = text_of(number, lang)
    if number is None or not words or number.value is None:
        hidden = number is not None and number.flag is Flag.HIDDEN
        return Shown(absent(number), "", "", is_hidden=hidden)
    scale = 100.0 if number.unit is Unit.SHARE else 100.0 / top
    persons = number.base if mean else number.n
    low, high = (None if end is None else _placed(end * scale) for end in (number.low, number.high))
    return Shown(
        words + mark_of(number),
        interval_of(number, lang),
        "" if persons is None else str(persons),
        _placed(number.value * scale),
        low,
        high,
    )


def _placed(value: float) -> float:
    return round(min(max(value, 0.0), 100.0), 1)


def statement(found: Live, lang: str) -> str:
    """How precision may be worded: AAPOR's words for the way in which people were invited."""
    level = int(half_up(found.study.rules.confidence * 100))
    is_drawn = found.study.sample_kind is SampleKind.PROBABILITY
    return phrase("probability" if is_drawn else "self_selected", lang, level=level)
