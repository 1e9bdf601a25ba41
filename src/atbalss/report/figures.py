"""Figures and tables of a report: from the study's numbers to the neutral model, data and notes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from atbalss.report import figure_notes as say
from atbalss.report.document import (
    CellText,
    DataTable,
    FigureBlock,
    FigureModel,
    Form,
    Point,
    Series,
)
from atbalss.report.figure_roles import roles
from atbalss.report.figure_words import word
from atbalss.report.numerals import NBSP, decimal, half_up, percent
from atbalss.report.specs import FigureSpec
from atbalss.study.about import Study
from atbalss.study.codes import CodeList
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.cells import Cells
from atbalss.tables.result import Column, Flag, Number, Row, RowKind, Source, Table, Unit

Register = Callable[[Number, str], str]


def figure_block(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    *,
    label: str,
    caption: str,
    alt: str,
    register: Register,
) -> FigureBlock:
    """The figure asked for: chart model, data table with n and intervals, base, wording, notes.

    `register` is told every number with its printed text and gives its id. Names that the study
    does not have raise `Refused` (from `cells`).
    """
    shown = _shown(spec, cells, questionnaire, study, lang, register)
    model = _model(shown)
    data = replace(
        _data(shown, caption=caption, anchor=f"{spec.id}-data"),
        notes=say.of_waves(shown.table, study, lang),
    )
    return FigureBlock(
        anchor=spec.id,
        label=label,
        caption=caption,
        alt=alt,
        model=model,
        data=data,
        wording=_wording(shown),
        base=say.base(shown.table, questionnaire, lang),
        notes=say.notes(shown.table, model, study, lang, tests=spec.compare),
    )


def table_block(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    *,
    label: str,
    caption: str,
    alt: str,
    register: Register,
) -> DataTable:
    """The printed table asked for: rows by answer, a column a wave or filter, base and notes.

    `alt` is the finding that the author gave; a table says it itself, so it is not printed.
    """
    shown = _shown(spec, cells, questionnaire, study, lang, register)
    data = _data(shown, caption=caption, label=label, anchor=spec.id)
    notes = (
        f"{word('base', lang)}: {say.base(shown.table, questionnaire, lang)}",
        *say.notes(shown.table, None, study, lang, tests=spec.compare),
        *say.of_waves(shown.table, study, lang),
    )
    return DataTable(
        data.header, data.rows, data.caption, data.label, data.anchor, notes, data.widths
    )


def _wording(shown: _Shown) -> str:
    """The question as asked; of several questions that are no grid, each."""
    names = [name for name in shown.questions if name in shown.questionnaire.by_name]
    grids = {shown.questionnaire.question(name).grid for name in names}
    if len(names) < 2 or (len(grids) == 1 and "" not in grids):
        return shown.table.wording.get(shown.lang)
    texts = [shown.questionnaire.question(name).label.get(shown.lang) for name in names]
    return " / ".join(dict.fromkeys(texts))


# ---- what is shown


@dataclass(frozen=True)
class _Shown:
    """A table with everything needed to put it into words."""

    spec: FigureSpec
    table: Table
    cells: Cells
    questionnaire: Questionnaire
    study: Study
    lang: str
    register: Register

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions of the rows, in order."""
        return tuple(dict.fromkeys(row.question for row in self.table.rows))

    def question_label(self, name: str) -> str:
        """The short label of a question or grid."""
        return self.cells.label(name).get(self.lang)

    def column_label(self, column: Column) -> str:
        """The label of a column: the author's words for a filter, else the table's."""
        for among in self.spec.among:
            if among.label and column.among == ((among.question, among.code),):
                return among.label
        return column.label.get(self.lang)


def _shown(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    register: Register,
) -> _Shown:
    table = cells.table(
        _questions(spec, questionnaire),
        waves=spec.waves or _waves(spec, cells, questionnaire),
        codes=spec.codes,
        measure=spec.measure,
        nets=spec.nets,
        bands=spec.bands,
        among=tuple(((item.question, item.code),) for item in spec.among),
        min_share=spec.min_share,
        fold_small=True,
    )
    return _Shown(spec, _trimmed(table), cells, questionnaire, study, lang, register)


def _questions(spec: FigureSpec, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Questions of a spec; a grid's mean over all its items comes first where means are shown."""
    if not spec.grid:
        return spec.questions
    items = spec.questions or tuple(item.name for item in questionnaire.grids[spec.grid])
    items = tuple(name for name in items if name != spec.grid)
    return (spec.grid, *items) if spec.measure == "mean" else items


def _waves(spec: FigureSpec, cells: Cells, questionnaire: Questionnaire) -> tuple[str, ...]:
    """The waves of a trend that names none: those that have any figure of its questions."""
    if not spec.by_wave:
        return ()
    found: set[str] = set()
    for name in _questions(spec, questionnaire):
        if spec.measure == "mean":
            found.update(cells.waves_with(name, measure="mean"))
            continue
        for code in spec.codes or cells.codes(name, nets=spec.nets, bands=spec.bands):
            found.update(cells.waves_with(name, code))
    return tuple(name for name in cells.waves if name in found)


def _trimmed(table: Table) -> Table:
    """The table without past columns that hold no number at all, and without empty missing rows."""

    def filled(place: int) -> bool:
        numbers = [row.numbers[place] for row in table.rows]
        return any(n is not None and n.flag is not Flag.EMPTY for n in numbers)

    keep = [
        place
        for place, column in enumerate(table.columns)
        if filled(place) or column.source is Source.ANSWERS
    ]
    rows = tuple(
        replace(
            row,
            numbers=tuple(row.numbers[i] for i in keep),
            comparisons=tuple(row.comparisons[i] for i in keep) if row.comparisons else (),
        )
        for row in table.rows
        if not (row.kind is RowKind.MISSING and not any(n and n.value for n in row.numbers))
    )
    return replace(table, columns=tuple(table.columns[i] for i in keep), rows=rows or table.rows)


# ---- numbers as printed


def text_of(number: Number | None, lang: str) -> str:
    """A number as printed in figures: whole percent, means with one decimal; "" where hidden."""
    if number is None or number.value is None or number.flag in (Flag.HIDDEN, Flag.EMPTY):
        return ""
    if number.unit is Unit.SHARE:
        text = percent(number.value, lang)
    elif number.unit is Unit.MEAN:
        text = decimal(number.value, 1, lang)
    else:
        text = decimal(number.value, 0, lang)
    return f"≥{NBSP}{text}" if number.is_floor else text


def mark_of(number: Number | None) -> str:
    """The sign behind a number that the notes explain: small base, derived from print."""
    if number is None or number.value is None:
        return ""
    small = "*" if number.flag is Flag.MARKED else ""
    return small + ("†" if number.source is Source.DERIVED else "")


def interval_of(number: Number | None, lang: str) -> str:
    """The interval of a number as printed, "n par mazu" where there is none for that reason."""
    if number is None or not text_of(number, lang):
        return ""
    if number.low is None or number.high is None:
        return word("small", lang) if number.interval == "n_too_small" else ""
    if number.unit is Unit.SHARE:
        unit = "%" if lang == "en" else f"{NBSP}%"
        return f"{half_up(number.low * 100)}–{half_up(number.high * 100)}{unit}"
    return f"{decimal(number.low, 1, lang)}–{decimal(number.high, 1, lang)}"


def _point(shown: _Shown, number: Number | None) -> Point:
    text = text_of(number, shown.lang)
    if number is None or not text:
        return Point(None, "")
    return Point(
        value=number.value,
        label=text,
        low=number.low,
        high=number.high,
        number_id=shown.register(number, text),
        mark=mark_of(number),
    )


# ---- the chart


def _model(shown: _Shown) -> FigureModel:
    form = shown.spec.form
    if form is Form.STACKED:
        return _stacked(shown)
    if form is Form.LINE:
        return _line(shown)
    if form is Form.PANELS and len(shown.questions) > 1:
        return _panels(shown)
    return _bars(shown)


def _bars(shown: _Shown) -> FigureModel:
    """Bars and grouped bars: rows are categories, columns series; one row alone turns over."""
    table = shown.table
    if len(table.rows) == 1 and len(table.columns) > 1:
        numbers = table.rows[0].numbers
        names = tuple(shown.column_label(column) for column in table.columns)
        points = tuple(_point(shown, number) for number in numbers)
        series: tuple[Series, ...] = (Series(_row_label(shown, table.rows[0]), points, "current"),)
        return _built(shown, Form.BARS, names, series, say.bases_of(numbers, shown.lang))
    names = tuple(_row_label(shown, row) for row in table.rows)
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


def _series_name(shown: _Shown, column: Column) -> str:
    """A wave's short name where series are waves, so that it fits beside its bar."""
    if column.among or len(shown.table.columns) == 1:
        return shown.column_label(column)
    return column.wave


def _column_role(shown: _Shown, column: Column) -> str:
    if column.among and len(shown.table.columns) > 1:
        return ""
    return "current" if column.wave == shown.study.wave else "past"


def _row_label(shown: _Shown, row: Row) -> str:
    return row.label.get(shown.lang)


def _panels(shown: _Shown) -> FigureModel:
    """A block of bars a question, of the last column."""
    rows = shown.table.rows
    blocks = [(name, [row for row in rows if row.question == name]) for name in shown.questions]
    ordered = [row for _, block in blocks for row in block]
    points = tuple(_point(shown, row.numbers[-1]) for row in ordered)
    model = _built(
        shown,
        Form.PANELS,
        tuple(_row_label(shown, row) for row in ordered),
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


def _stacked(shown: _Shown) -> FigureModel:
    """Parts of a whole: a bar a column (and question), a series a code."""
    table = shown.table
    bars = [(q, place) for q in shown.questions for place in range(len(table.columns))]
    by_code = {(row.question, row.key.rpartition("/")[2]): row for row in table.rows}
    codes = list(dict.fromkeys(code for _, code in by_code))
    first = {code: next(row for (_, c), row in by_code.items() if c == code) for code in codes}
    painted = roles([first[code] for code in codes], codes, _codes(shown))
    series = []
    for code, role in zip(codes, painted, strict=True):
        found = [by_code.get((question, code)) for question, _ in bars]
        numbers = [row.numbers[bars[i][1]] if row else None for i, row in enumerate(found)]
        points = tuple(_point(shown, number) for number in numbers)
        series.append(Series(_row_label(shown, first[code]), points, role))
    names = tuple(_bar_name(shown, question, place) for question, place in bars)
    bases = []
    for question, place in bars:
        own = [r.numbers[place] for r in table.rows if r.question == question]
        bases.append(next((n for n in own if n is not None and n.value is not None), None))
    return _built(shown, Form.STACKED, names, tuple(series), say.bases_of(bases, shown.lang))


def _codes(shown: _Shown) -> CodeList | None:
    question = shown.questionnaire.by_name.get(shown.questions[0])
    return (question.codes or question.frame) if question else None


def _bar_name(shown: _Shown, question: str, place: int) -> str:
    parts = []
    if len(shown.questions) > 1:
        parts.append(shown.question_label(question))
    if len(shown.table.columns) > 1 or not parts:
        parts.append(shown.column_label(shown.table.columns[place]))
    return ", ".join(parts)


def _line(shown: _Shown) -> FigureModel:
    """A line a row over the columns."""
    names = tuple(shown.column_label(column) for column in shown.table.columns)
    several = len(shown.table.rows) > 1
    series = tuple(
        Series(
            _row_label(shown, row),
            tuple(_point(shown, number) for number in row.numbers),
            "" if several else "current",
        )
        for row in shown.table.rows
    )
    return _built(shown, Form.LINE, names, series, ())


def _built(
    shown: _Shown,
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


def _scale_top(shown: _Shown) -> float | None:
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


# ---- the data table


def _data(shown: _Shown, *, caption: str, anchor: str, label: str = "") -> DataTable:
    """Rows by answer; for each column its value, and interval and n where there are answers."""
    table, lang = shown.table, shown.lang
    several = len(table.columns) > 1
    mean = shown.spec.measure == "mean"
    common = all(_base(table, place) is not None for place in range(len(table.columns)))
    level = int(half_up(shown.study.rules.confidence * 100))
    header = [CellText(word("item" if mean else "answer", lang), header=True)]
    for place, column in enumerate(table.columns):
        name = shown.column_label(column)
        header.append(_head(name if several else word(shown.spec.measure, lang)))
        if _has_intervals(table, place):
            text = word("interval", lang, level=level)
            header.append(_head(f"{text}, {name}" if several else text))
        if not several:
            header.append(_head("n" if mean else word("persons", lang)))
    rows = [_data_row(shown, row, mean=mean) for row in table.rows]
    if common and not mean:
        rows.append(_base_row(shown))
    first = 3.2 if several else 4.0
    widths = (first, *(1.0 for _ in header[1:]))
    return DataTable(tuple(header), tuple(rows), caption, label, anchor, (), widths)


def _head(text: str) -> CellText:
    return CellText(text, header=True, numeric=True)


def _has_intervals(table: Table, place: int) -> bool:
    return any(
        n is not None and (n.low is not None or n.interval == "n_too_small")
        for n in (row.numbers[place] for row in table.rows)
    )


def _base(table: Table, place: int) -> int | None:
    """The base that all rows of a column share, else None; -1 where it is not known."""
    numbers = [row.numbers[place] for row in table.rows]
    bases = {-1 if n.base is None else n.base for n in numbers if n is not None}
    return bases.pop() if len(bases) == 1 else (-1 if not bases else None)


def _data_row(shown: _Shown, row: Row, *, mean: bool) -> tuple[CellText, ...]:
    lang, table = shown.lang, shown.table
    name = _row_label(shown, row)
    if len(shown.questions) > 1 and not mean and len({r.key for r in table.rows}) > 1:
        question = shown.question_label(row.question)
        name = name if name == question else f"{question}: {name}"
    cells = [CellText(name, header=True)]
    for place, number in enumerate(row.numbers):
        text = text_of(number, lang)
        if number is not None and text:
            number_id = shown.register(number, text)
            cells.append(CellText(text + mark_of(number), number_id, numeric=True))
        else:
            cells.append(CellText(word("none", lang), numeric=True))
        if _has_intervals(table, place):
            cells.append(CellText(interval_of(number, lang) or word("none", lang), numeric=True))
        if len(table.columns) == 1:
            persons = None if number is None else (number.base if mean else number.n)
            hidden = not text or persons is None
            cells.append(CellText(word("none", lang) if hidden else str(persons), numeric=True))
    return tuple(cells)


def _base_row(shown: _Shown) -> tuple[CellText, ...]:
    lang, table = shown.lang, shown.table
    cells = [CellText(word("base_n", lang), header=True)]
    for place in range(len(table.columns)):
        base = _base(table, place)
        known = base is not None and base >= 0
        text = decimal(float(base or 0), 0, lang) if known else word("n_unknown", lang)
        if len(table.columns) > 1:
            cells.append(CellText(text, numeric=True))
            if _has_intervals(table, place):
                cells.append(CellText("", numeric=True))
        else:
            cells.append(CellText("", numeric=True))
            if _has_intervals(table, place):
                cells.append(CellText("", numeric=True))
            cells.append(CellText(text, numeric=True))
    return tuple(cells)


def all_numbers(table: Table) -> Sequence[Number]:
    """Every number of a table that has a value."""
    return [n for row in table.rows for n in row.numbers if n is not None and n.value is not None]
