"""A document as a workbook: which sheets there are and what their cells say; no renderer yet.

A sheet holds one table from its first row of headings on, without merged or blank cells, as the
rules of accessible statistical spreadsheets ask (Analysis Function, United Kingdom).
"""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.report.banner_print import PrintedCell, PrintedTable
from atbalss.report.document import (
    CellText,
    DataTable,
    Document,
    FigureBlock,
    FigureModel,
    Form,
    Heading,
    Point,
    WideTable,
)
from atbalss.report.figure_numbers import NONE
from atbalss.report.figure_words import word as figure_word
from atbalss.report.office_data import curve_name, form_of, mark_of, with_limits
from atbalss.report.office_numbers import number_of
from atbalss.report.outline import plain, walk
from atbalss.report.phrases import phrase
from atbalss.report.sheet_words import word

LIMITS = "-limits"  # behind a figure's anchor: the sheet of its lines


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
    kind: str = "table"  # figure, limits, table, banner, numbers
    anchor: str = ""
    figure: FigureBlock | None = None
    first: int = 0  # of a figure: the first column of its values


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """All tables of a document in order: of figures, printed ones, banners.

    A table without a caption has the heading that it stands under; one that holds no number (a
    grid of the questionnaire) is none of statistics, and left out.
    """
    found: list[Sheet] = []
    heading = document.title
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            heading = f"{block.number} {plain(block.items)}".strip()
        elif isinstance(block, FigureBlock):
            found.append(_figure(block, document))
            if block.model.form is Form.FUNNEL and block.model.curves:
                found.append(_limits(block, document.lang))
        elif isinstance(block, DataTable) and block.header:
            if any(cell.numeric for row in block.rows for cell in row):
                found.append(_table(block, document, heading))
        elif isinstance(block, WideTable):
            found.append(_banner(block, document.lang))
    return tuple(found)


def text_cell(words: str) -> Cell:
    """A text in a cell; a dash where there is none, as no cell is blank."""
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
    header.append(_row_head(block, lang))
    first = len(header)
    placed = model.form is Form.FUNNEL and len(model.positions) == len(model.categories)
    if placed:
        header.append(model.axis[0] if model.axis else word("persons", lang))
        first += 1
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
    if noted:
        sides = model.form is Form.DIFFERENCES and model.series[0].name
        header.append(sides or word("base", lang))
    rows = []
    for place, category in enumerate(model.categories):
        row = [text_cell(panels[place])] if panels else []
        row.append(text_cell(category.replace("|", " ")))
        row += [Cell(model.positions[place], "0", "")] if placed else []
        row += [_point(item.points[place], model, lang) for item in model.series]
        for at in ranged:
            row += _ends(model.series[at].points[place], model.unit, lang)
        if counted:
            row.append(_persons(model.series[0].points[place], document))
        if noted:
            row.append(text_cell(model.category_notes[place]))
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


def _row_head(block: FigureBlock, lang: str) -> str:
    """What the rows of a figure's sheet are: as its data table says, where they are the same."""
    model, data = block.model, block.data
    if model.form is Form.PANELS:
        return word("row", lang)
    if model.form is Form.LINE:
        return word("period", lang)
    first = {row[0].text for row in data.rows if row}
    known = model.form in (Form.DIFFERENCES, Form.FUNNEL, Form.CONTROL)
    if data.header and (known or first.issuperset(model.categories)):
        return data.header[0].text
    return word("item", lang)


def _limits(block: FigureBlock, lang: str) -> Sheet:
    """The lines of a funnel, point by point: a table of its own, which its chart reads."""
    curves = block.model.curves
    form = form_of(block.model.unit, lang)
    axis = block.model.axis[0] if block.model.axis else word("persons", lang)
    level = {curve.points[0][1] for curve in curves if curve.role == "centre"}
    rows = [
        (
            Cell(x, "0.0", ""),
            *(
                Cell(min(level) if curve.role == "centre" else curve.points[at][1], form, "")
                for curve in curves
            ),
        )
        for at, (x, _) in enumerate(curves[0].points)
    ]
    names = [curve_name(curve, lang) for curve in curves]
    ends = [(names[:at].count(name), names.count(name)) for at, name in enumerate(names)]
    header = (
        axis,
        *(
            word("limit_low" if not before else "limit_high", lang, name=name) if all_ > 1 else name
            for name, (before, all_) in zip(names, ends, strict=True)
        ),
    )
    title = word("limits_title", lang, title=f"{block.label}. {block.caption}")
    return Sheet(title, (), header, tuple(rows), (), "limits", f"{block.anchor}{LIMITS}")


def _drawn(lang: str) -> tuple[str, ...]:
    """Notes on what a drawing shows and the workbook's charts do not: its table says it."""
    return (figure_word("hollow", lang), figure_word("whiskers", lang, level=95))


def _point(point: Point, model: FigureModel, lang: str) -> Cell:
    mark = mark_of(point, model, lang)
    if mark.value is None:
        return text_cell(point.label + point.mark)
    return Cell(mark.value, mark.form, mark.label)


def _ends(point: Point, unit: str, lang: str) -> list[Cell]:
    """The ends of an interval, rounded as in print."""
    found = []
    for end in (point.low, point.high):
        if end is None or point.value is None:
            found.append(text_cell(""))
            continue
        scale = 100 if unit == "share_difference" else 1
        found.append(Cell(round(end * scale, 9), form_of(unit, lang), ""))
    return found


def _persons(point: Point, document: Document) -> Cell:
    n = document.numbers.get(point.number_id, {}).get("n")
    if point.value is None or not isinstance(n, int):
        return text_cell("")
    return Cell(float(n), "0", str(n))


# ---- tables


def _table(block: DataTable, document: Document, heading: str) -> Sheet:
    title = f"{block.label}. {block.caption}" if block.label else block.caption
    header = tuple(item.text or word("row", document.lang) for item in block.header)
    rows = tuple(tuple(_cell(item, document) for item in row) for row in block.rows)
    return Sheet(
        title or heading,
        (),
        header,
        rows,
        block.notes,
        "table",
        block.anchor,
    )


def _cell(item: CellText, document: Document) -> Cell:
    if item.header and not item.numeric:
        return text_cell(item.text)
    made = number_of(item.text, document.numbers.get(item.number_id, {}), document.lang)
    if made is None or not (item.numeric or item.number_id):
        return text_cell(item.text)
    return Cell(made[0], made[1], item.text)


# ---- banners


def _banner(block: WideTable, lang: str) -> Sheet:
    """A banner table row by row: question, answer, what is counted, then a cell a column."""
    table = block.table
    header = [word("question", lang), word("row", lang), word("statistic", lang)]
    header += _columns(table)
    rows: list[tuple[Cell, ...]] = []
    if table.letters:
        letters = [text_cell(letter) for letter in table.letters]
        every = text_cell(word("all_questions", lang))
        rows.append((every, text_cell(phrase("b_letter", lang)), text_cell(NONE), *letters))
    for part in table.blocks:
        answer = ""
        for row in part.rows:
            if row.kind == "part":
                continue
            statistic = row.label if row.kind in ("statistic", "base") else word("value", lang)
            answer = answer if row.kind == "statistic" else row.label
            lead = (text_cell(part.title), text_cell(answer), text_cell(statistic))
            rows.append((*lead, *(_printed(cell, lang) for cell in row.cells)))
            if any(cell.letters for cell in row.cells):
                higher = (
                    text_cell(part.title),
                    text_cell(answer),
                    text_cell(word("letters", lang)),
                )
                rows.append((*higher, *(text_cell(cell.letters) for cell in row.cells)))
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
    return text_cell(cell.text) if made is None else Cell(made[0], made[1], cell.text)
