"""The neutral model of a chart from what a figure shows: bars, panels, stacks, lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from atbalss.report import figure_notes as say
from atbalss.report.document import STANDARD, FigureModel, Form, Point, Series
from atbalss.report.figure_numbers import HIDDEN, absent, mark_of, text_of
from atbalss.report.figure_roles import roles
from atbalss.report.figure_shown import Shown, is_unpublished, row_label
from atbalss.report.figure_words import word
from atbalss.report.numerals import decimal
from atbalss.study.codes import CodeList
from atbalss.tables.result import Column, Number, Row, RowKind


def model_of(shown: Shown) -> FigureModel:
    """The chart of what is shown, in the form that its spec asks for."""
    form = shown.spec.form
    if form is Form.STACKED:
        return _stacked(shown)
    if form is Form.LINE:
        return _line(shown)
    if form is Form.PANELS and len(shown.questions) > 1:
        return _panels(shown)
    return _bars(shown)


def _bars(shown: Shown) -> FigureModel:
    """Bars and grouped bars: rows are categories, columns series; one row alone turns over."""
    table = shown.table
    if len(table.rows) == 1 and len(table.columns) > 1:
        numbers = table.rows[0].numbers
        names = tuple(shown.column_label(column) for column in table.columns)
        points = tuple(_point(shown, number) for number in numbers)
        series: tuple[Series, ...] = (Series(row_label(shown, table.rows[0]), points, "current"),)
        return _built(shown, Form.BARS, names, series, say.bases_of(numbers, shown.lang))
    names = tuple(row_label(shown, row) for row in table.rows)
    series = tuple(
        Series(
            _series_name(shown, column),
            tuple(_point(shown, row.numbers[place]) for row in table.rows),
            _column_role(shown, column),
        )
        for place, column in enumerate(table.columns)
    )
    form = Form.BARS if len(series) == 1 else Form.GROUPED
    last = [row.numbers[-1] for row in table.rows]
    notes = say.bases_of(last, shown.lang) if form is Form.BARS else ()
    quiet = _quiet(table.rows) if form is Form.BARS else ()
    return _built(shown, form, names, series, notes, quiet=quiet)


def _series_name(shown: Shown, column: Column) -> str:
    """A wave's short name where series are waves, so that it fits beside its bar."""
    if column.among or column.standard or len(shown.table.columns) == 1:
        return shown.column_label(column)
    return column.wave


def _column_role(shown: Shown, column: Column) -> str:
    if column.among and len(shown.table.columns) > 1:
        return ""
    return "current" if column.wave == shown.study.wave else "past"


def _panels(shown: Shown) -> FigureModel:
    """A block of bars a question, of the last column."""
    rows = shown.table.rows
    blocks = [(name, [row for row in rows if row.question == name]) for name in shown.questions]
    ordered = [row for _, block in blocks for row in block]
    points = tuple(_point(shown, row.numbers[-1]) for row in ordered)
    model = _built(
        shown,
        Form.PANELS,
        tuple(row_label(shown, row) for row in ordered),
        (Series(shown.column_label(shown.table.columns[-1]), points, "current"),),
        (),
        quiet=_quiet(ordered),
    )
    bases = [{row.numbers[-1].base for row in block if row.numbers[-1]} for _, block in blocks]
    differ = len({base for each in bases for base in each}) > 1
    titles = []
    for (name, block), own in zip(blocks, bases, strict=True):
        n = decimal(float(next(iter(own)) or 0), 0, shown.lang) if differ and len(own) == 1 else ""
        label = shown.question_label(name)
        titles.append((f"{label} ({word('n', shown.lang, n=n)})" if n else label, len(block)))
    return replace(model, panels=tuple(titles))


def _quiet(rows: Sequence[Row]) -> tuple[int, ...]:
    """Places of the rows that say little by themselves: other answers and "hard to say"."""
    kinds = (RowKind.OTHER, RowKind.FOLDED, RowKind.MISSING)
    return tuple(place for place, row in enumerate(rows) if row.kind in kinds)


def _stacked(shown: Shown) -> FigureModel:
    """Parts of a whole: a bar a column (and question), a series a code."""
    table = shown.table
    bars = [(q, place) for q in shown.questions for place in range(len(table.columns))]
    by_code = {(row.question, row.key.rpartition("/")[2]): row for row in table.rows}
    codes = list(dict.fromkeys(code for _, code in by_code))
    first = {code: next(row for (_, c), row in by_code.items() if c == code) for code in codes}
    painted = roles([first[code] for code in codes], codes, _codes(shown))
    series: list[Series] = []
    for code, role in zip(codes, painted, strict=True):
        found = [by_code.get((question, code)) for question, _ in bars]
        numbers = [row.numbers[bars[i][1]] if row else None for i, row in enumerate(found)]
        points = tuple(_point(shown, number) for number in numbers)
        if not series:
            points = _unpublished_told(shown, points, [place for _, place in bars])
        series.append(Series(row_label(shown, first[code]), points, role))
    names = tuple(_bar_name(shown, question, place) for question, place in bars)
    return _built(shown, Form.STACKED, names, tuple(series), _bar_notes(shown, bars))


def _unpublished_told(
    shown: Shown, points: tuple[Point, ...], places: Sequence[int]
) -> tuple[Point, ...]:
    """The first parts of the bars; that of an unpublished bar says so in words."""
    return tuple(
        Point(None, word("unpublished", shown.lang)) if is_unpublished(shown.table, at) else point
        for point, at in zip(points, places, strict=True)
    )


def _bar_notes(shown: Shown, bars: Sequence[tuple[str, int]]) -> tuple[str, ...]:
    """The bases of stacked bars where they differ; an unpublished bar has none."""
    bases = []
    for question, place in bars:
        own = [r.numbers[place] for r in shown.table.rows if r.question == question]
        if not is_unpublished(shown.table, place):
            bases.append(next((n for n in own if n is not None and n.value is not None), None))
    told = iter(say.bases_of(bases, shown.lang))
    if len({None if base is None else base.base for base in bases}) <= 1:
        return ()
    return tuple("" if is_unpublished(shown.table, at) else next(told) for _, at in bars)


def _codes(shown: Shown) -> CodeList | None:
    question = shown.questionnaire.by_name.get(shown.questions[0])
    return (question.codes or question.frame) if question else None


def _bar_name(shown: Shown, question: str, place: int) -> str:
    parts = []
    if len(shown.questions) > 1:
        parts.append(shown.question_label(question))
    if len(shown.table.columns) > 1 or not parts:
        parts.append(shown.column_label(shown.table.columns[place]))
    return ", ".join(parts)


def _line(shown: Shown) -> FigureModel:
    """A line a row over the waves, and beside it one of standardised waves where asked for."""
    columns = shown.table.columns
    plain = [place for place, column in enumerate(columns) if not column.standard]
    names = tuple(shown.column_label(columns[place]) for place in plain)
    several = len(shown.table.rows) > 1
    series = []
    for row in shown.table.rows:
        points = tuple(_point(shown, row.numbers[place]) for place in plain)
        series.append(Series(row_label(shown, row), points, "" if several else "current"))
        if len(plain) < len(columns):
            series.append(_standard_series(shown, row, plain, points))
    return _built(shown, Form.LINE, names, tuple(series), ())


def _standard_series(
    shown: Shown, row: Row, plain: Sequence[int], crude: Sequence[Point]
) -> Series:
    """A row's standardised past waves, ending in the current one, which they are made up as."""
    columns = shown.table.columns
    place = {column.wave: at for at, column in enumerate(columns) if column.standard}
    points = []
    for at, own in zip(plain, crude, strict=True):
        wave = columns[at].wave
        if wave == shown.study.wave:
            points.append(own)
        else:
            found = row.numbers[place[wave]] if wave in place else None
            points.append(_point(shown, found))
    current = shown.study.current.label.get(shown.lang) or shown.study.wave
    name = word("standard_line", shown.lang, row=row_label(shown, row), current=current)
    return Series(name, tuple(points), STANDARD)


def _built(
    shown: Shown,
    form: Form,
    names: tuple[str, ...],
    series: tuple[Series, ...],
    notes: tuple[str, ...],
    *,
    quiet: tuple[int, ...] = (),
) -> FigureModel:
    return FigureModel(
        form=form,
        unit=shown.spec.measure,
        categories=names,
        series=series,
        maximum=1.0 if shown.spec.measure == "share" else _scale_top(shown),
        minimum=0.0,
        category_notes=notes,
        quiet=quiet,
    )


def _scale_top(shown: Shown) -> float | None:
    """The upper end of the scale of means; None for open numbers."""
    tops = []
    for name in shown.questions:
        for item in shown.questionnaire.grids.get(name, ()) or (
            shown.questionnaire.question(name),
        ):
            if item.codes is not None:
                tops += [code.score for code in item.codes.codes if code.score is not None]
            elif item.bounds is not None:
                tops.append(item.bounds.end)
    return max(tops, default=None)


def _point(shown: Shown, number: Number | None) -> Point:
    text = text_of(number, shown.lang)
    if number is None or not text:
        return Point(None, "", mark=HIDDEN * (absent(number) == HIDDEN))
    return Point(
        value=number.value,
        label=text,
        low=number.low,
        high=number.high,
        number_id=shown.register(number, text),
        mark=mark_of(number),
    )
