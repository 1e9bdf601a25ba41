"""The data table of a figure, and the printed table: values, intervals and n by column."""

from __future__ import annotations

from atbalss.report.document import CellText, DataTable
from atbalss.report.figure_numbers import NONE, absent, interval_of, mark_of, text_of
from atbalss.report.figure_shown import Shown, is_unpublished, row_label
from atbalss.report.figure_words import word
from atbalss.report.numerals import decimal
from atbalss.study.decimals import half_up
from atbalss.tables.result import Row, Table


def data_of(shown: Shown, *, caption: str, anchor: str, label: str = "") -> DataTable:
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
        rows += _base_rows(shown)
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


def _data_row(shown: Shown, row: Row, *, mean: bool) -> tuple[CellText, ...]:
    lang, table = shown.lang, shown.table
    name = row_label(shown, row)
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
            unknown = word("unpublished", lang) if is_unpublished(table, place) else absent(number)
            cells.append(CellText(unknown, numeric=True))
        if _has_intervals(table, place):
            cells.append(CellText(interval_of(number, lang) or absent(number), numeric=True))
        if len(table.columns) == 1:
            persons = None if number is None else (number.base if mean else number.n)
            hidden = not text or persons is None
            cells.append(CellText(absent(number) if hidden else str(persons), numeric=True))
    return tuple(cells)


def _base_rows(shown: Shown) -> list[tuple[CellText, ...]]:
    """The base of each column: persons, and where answers are weighted the other two bases."""
    lang, table = shown.lang, shown.table
    texts = []
    for place in range(len(table.columns)):
        base = _base(table, place)
        known = base is not None and base >= 0
        unknown = NONE if is_unpublished(table, place) else word("n_unknown", lang)
        texts.append(decimal(float(base or 0), 0, lang) if known else unknown)
    rows = [_base_row(shown, "base_n", texts)]
    for key in ("base_weighted", "base_effective"):
        found = [_common(table, place, key) for place in range(len(table.columns))]
        if not any(column.base_weighted is not None for column in table.columns):
            continue
        texts = [NONE if x is None else decimal(x, 0, lang) for x in found]
        rows.append(_base_row(shown, key, texts))
    return rows


def _common(table: Table, place: int, key: str) -> float | None:
    """A base that all numbers of a column share, else None."""
    found = {getattr(row.numbers[place], key) for row in table.rows if row.numbers[place]}
    return found.pop() if len(found) == 1 else None


def _base_row(shown: Shown, key: str, texts: list[str]) -> tuple[CellText, ...]:
    table = shown.table
    cells = [CellText(word(key, shown.lang), header=True)]
    for place, text in enumerate(texts):
        if len(table.columns) == 1:
            cells.append(CellText("", numeric=True))
        else:
            cells.append(CellText(text, numeric=True))
        if _has_intervals(table, place):
            cells.append(CellText("", numeric=True))
        if len(table.columns) == 1:
            cells.append(CellText(text, numeric=True))
    return tuple(cells)
