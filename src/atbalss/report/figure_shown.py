"""What a figure shows: the study's table for its spec, with all that is needed to word it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from atbalss.report.document import Form
from atbalss.report.specs import FigureSpec
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.result import Column, Flag, Number, Row, RowKind, Source, Table

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

Register = Callable[[Number, str], str]


@dataclass(frozen=True)
class Shown:
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
        for among in () if column.standard else self.spec.among:
            if among.label and column.among == ((among.question, among.code),):
                return among.label
        return column.label.get(self.lang)


def row_label(shown: Shown, row: Row) -> str:
    """The label of a row in the language of the report."""
    return row.label.get(shown.lang)


def shown_by(
    spec: FigureSpec,
    cells: Cells,
    questionnaire: Questionnaire,
    study: Study,
    lang: str,
    register: Register,
) -> Shown:
    """The table that a spec asks for; names that the study does not have raise `Refused`."""
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
        standardise=spec.standardise,
    )
    asked = spec.waves if spec.form is Form.STACKED else ()
    return Shown(spec, _trimmed(table, asked), cells, questionnaire, study, lang, register)


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


def is_unpublished(table: Table, place: int) -> bool:
    """Whether a past column holds no number at all: nothing of it was published."""
    numbers = [row.numbers[place] for row in table.rows]
    empty = all(n is None or n.flag is Flag.EMPTY for n in numbers)
    return empty and table.columns[place].source is not Source.ANSWERS


def _trimmed(table: Table, asked: tuple[str, ...]) -> Table:
    """The table without unpublished columns of waves that nobody asked for by name (`asked`),
    and without empty missing rows. A wave asked for stays: that it is not published is told."""

    keep = [
        place
        for place, column in enumerate(table.columns)
        if column.wave in asked or not is_unpublished(table, place)
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
