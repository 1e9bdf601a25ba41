"""A document as a workbook: which sheets there are and what their cells say; no renderer yet.

A sheet holds one table from its first row of headings on, without merged or blank cells, as the
rules of accessible statistical spreadsheets ask (Analysis Function, United Kingdom).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.report.banner_print import PrintedCell, PrintedTable
from atbalss.report.document import (
    BoundText,
    CellText,
    DataTable,
    Document,
    Emphasis,
    FigureBlock,
    FigureModel,
    Footnote,
    Form,
    Heading,
    Inline,
    KeyNumbers,
    Link,
    ListBlock,
    Paragraph,
    Point,
    WideTable,
)
from atbalss.report.figure_words import word as figure_word
from atbalss.report.office_data import form_of, mark_of, with_limits
from atbalss.report.office_numbers import number_of
from atbalss.report.outline import plain, walk
from atbalss.report.phrases import phrase
from atbalss.report.sheet_words import word

NONE = "–"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a number under a format, or a text under none; `printed` is how it reads."""

    value: float | str
    form: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table on its sheet: headings, rows, what is told above it and in the notes."""

    title: str
    about: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()
    kind: str = "table"  # figure, table, banner, numbers
    anchor: str = ""
    figure: FigureBlock | None = None
    first: int = 0  # of a figure: the first column of its values


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """All tables of a document in order: of figures, printed ones, banners, the text's numbers."""
    found: list[Sheet] = []
    for block in walk(document.blocks):
        if isinstance(block, FigureBlock):
            found.append(_figure(block, document))
        elif isinstance(block, DataTable) and block.header:
            found.append(_table(block, document))
        elif isinstance(block, WideTable):
            found.append(_banner(block, document.lang))
    numbers = _numbers(document)
    return (*found, numbers) if numbers.rows else tuple(found)


def _text(words: str) -> Cell:
    return Cell(words or NONE, "", words or NONE)


# ---- figures


def _figure(block: FigureBlock, document: Document) -> Sheet:
    """The values of a chart: a row a category, a column a series, behind them their intervals."""
    lang = document.lang
    model = with_limits(block.model, lang)
    panels = [title for title, count in model.panels for _ in range(count)]
    panels = panels if len(panels) == len(model.categories) else []
    noted = len(model.category_notes) == len(model.categories) and any(model.category_notes)
    counted = model.form in (Form.BARS, Form.PANELS) and model.unit == "share"
    header = [word("question", lang)] if panels else []
    header.append(word("row", lang))
    first = len(header)
    unit = word(f"unit_{model.unit}", lang)
    named = len(model.series) > 1
    header += [f"{item.name} ({unit})" if named else unit for item in model.series]
    ranged = [
        at for at, item in enumerate(model.series) if any(p.low is not None for p in item.points)
    ]
    for at in ranged:
        own = f", {model.series[at].name}" if named else ""
        header += [word("low", lang) + own, word("high", lang) + own]
    header += [word("persons", lang)] if counted else []
    header += [word("base", lang)] if noted else []
    rows = []
    for place, category in enumerate(model.categories):
        row = [_text(panels[place])] if panels else []
        row.append(_text(category.replace("|", " ")))
        row += [_point(item.points[place], model, lang) for item in model.series]
        for at in ranged:
            row += _ends(model.series[at].points[place], model.unit, lang)
        if counted:
            row.append(_persons(model.series[0].points[place], document))
        if noted:
            row.append(_text(model.category_notes[place]))
        rows.append(tuple(row))
    asked = phrase("question" if block.asked == 1 else "questions", lang)
    about = [f"{asked}: {block.wording}"] if block.wording else []
    about += [f"{phrase('base', lang)}: {block.base}"] if block.base else []
    about += [f"{phrase('finding', lang)}: {block.alt}"] if block.alt else []
    return Sheet(
        f"{block.label}. {block.caption}",
        tuple(about),
        tuple(header),
        tuple(rows),
        tuple(note for note in (*block.notes, *block.data.notes) if note not in _drawn(lang)),
        "figure",
        block.anchor,
        block,
        first,
    )


def _drawn(lang: str) -> tuple[str, ...]:
    """Notes on what a drawing shows and the workbook's charts do not: its table says it."""
    return (figure_word("hollow", lang), figure_word("whiskers", lang, level=95))


def _point(point: Point, model: FigureModel, lang: str) -> Cell:
    mark = mark_of(point, model, lang)
    if mark.value is None:
        return _text(point.label)
    return Cell(mark.value, mark.form, mark.label)


def _ends(point: Point, unit: str, lang: str) -> list[Cell]:
    """The ends of an interval, rounded as in print."""
    found = []
    for end in (point.low, point.high):
        if end is None or point.value is None:
            found.append(_text(""))
            continue
        scale = 100 if unit == "share_difference" else 1
        found.append(Cell(round(end * scale, 9), form_of(unit, lang), ""))
    return found


def _persons(point: Point, document: Document) -> Cell:
    n = document.numbers.get(point.number_id, {}).get("n")
    if point.value is None or not isinstance(n, int):
        return _text("")
    return Cell(float(n), "0", str(n))


# ---- tables


def _table(block: DataTable, document: Document) -> Sheet:
    title = f"{block.label}. {block.caption}" if block.label else block.caption
    header = tuple(item.text or word("row", document.lang) for item in block.header)
    rows = tuple(tuple(_cell(item, document) for item in row) for row in block.rows)
    return Sheet(
        title or phrase("data_table", document.lang),
        (),
        header,
        rows,
        block.notes,
        "table",
        block.anchor,
    )


def _cell(item: CellText, document: Document) -> Cell:
    if item.header and not item.numeric:
        return _text(item.text)
    made = number_of(item.text, document.numbers.get(item.number_id, {}), document.lang)
    if made is None or not (item.numeric or item.number_id):
        return _text(item.text)
    return Cell(made[0], made[1], item.text)


# ---- banners


def _banner(block: WideTable, lang: str) -> Sheet:
    """A banner table row by row: question, answer, what is counted, then a cell a column."""
    table = block.table
    header = [word("question", lang), word("row", lang), word("statistic", lang)]
    header += _columns(table)
    rows: list[tuple[Cell, ...]] = []
    if table.letters:
        letters = [_text(letter) for letter in table.letters]
        every = _text(word("all_questions", lang))
        rows.append((every, _text(phrase("b_letter", lang)), _text(NONE), *letters))
    for part in table.blocks:
        answer = ""
        for row in part.rows:
            if row.kind == "part":
                continue
            statistic = row.label if row.kind in ("statistic", "base") else word("value", lang)
            answer = answer if row.kind == "statistic" else row.label
            lead = (_text(part.title), _text(answer), _text(statistic))
            rows.append((*lead, *(_printed(cell, lang) for cell in row.cells)))
            if any(cell.letters for cell in row.cells):
                higher = (_text(part.title), _text(answer), _text(word("letters", lang)))
                rows.append((*higher, *(_text(cell.letters) for cell in row.cells)))
    about = tuple(f"{part.title}: {part.base}" for part in table.blocks)
    tests = tuple(words for part in table.blocks for words in part.tests)
    title = f"{block.label}. {block.caption}" if block.label else block.caption
    return Sheet(
        title,
        tuple(dict.fromkeys(about)),
        tuple(header),
        tuple(rows),
        (*tests, *table.notes),
        "banner",
        block.anchor,
    )


def _columns(table: PrintedTable) -> list[str]:
    """A heading for each column: the words of all header rows above it."""
    paths: list[list[str]] = [[] for _ in range(table.width)]
    taken: set[tuple[int, int]] = set()
    for level, heads in enumerate(table.heads):
        at = 0
        for head in heads:
            while (level, at) in taken:
                at += 1
            for down in range(head.depth):
                taken |= {(level + down, at + across) for across in range(head.span)}
            for across in range(head.span):
                paths[at + across].append(head.text)
            at += head.span
    return [": ".join(path) or NONE for path in paths]


def _printed(cell: PrintedCell, lang: str) -> Cell:
    made = number_of(cell.text, {"value": cell.value} if cell.value is not None else {}, lang)
    return _text(cell.text) if made is None else Cell(made[0], made[1], cell.text)


# ---- the numbers of the text


def _numbers(document: Document) -> Sheet:
    """Every bound number of the text: where it stands, base, interval, expression."""
    lang = document.lang
    keys = ("section", "printed", "value", "base", "low", "high", "expression", "line")
    rows = []
    for section, item in bound_of(document):
        entry = document.numbers.get(item.number_id, {})
        made = number_of(item.text, entry, lang)
        value = Cell(made[0], made[1], item.text) if made else _text(NONE)
        base = entry.get("base")
        share = entry.get("unit") == "share"
        form = form_of("share" if share else "mean", lang)
        ends = [
            Cell(round(float(end), 9), form, "") if isinstance(end, float | int) else _text("")
            for end in (entry.get("low"), entry.get("high"))
        ]
        line = entry.get("line")
        rows.append(
            (
                _text(section),
                _text(item.text),
                value,
                Cell(float(base), "0", str(base)) if isinstance(base, int) else _text(""),
                *ends,
                _text(str(entry.get("expression") or entry.get("cell") or "")),
                Cell(float(line), "0", str(line)) if isinstance(line, int) else _text(""),
            )
        )
    header = tuple(word(key, lang) for key in keys)
    title = word("numbers_title", lang)
    return Sheet(title, (word("numbers_about", lang),), header, tuple(rows), (), "numbers")


def bound_of(document: Document) -> Iterator[tuple[str, BoundText]]:
    """All bound numbers and words of the text in order, with the heading that they stand under."""
    section = document.title
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            section = plain(block.items)
            for item in _bound(block.items):
                yield section, item
        elif isinstance(block, Paragraph):
            for item in _bound(block.items):
                yield section, item
        elif isinstance(block, KeyNumbers):
            for number, _ in block.entries:
                yield section, number
        elif isinstance(block, ListBlock):
            continue  # its paragraphs come by themselves


def _bound(items: tuple[Inline, ...]) -> Iterator[BoundText]:
    for item in items:
        if isinstance(item, BoundText):
            yield item
        elif isinstance(item, Emphasis | Link | Footnote):
            yield from _bound(item.items)
