"""A grid as one table: its items down, answers, nets and measures across under the banner.

The same cells as in the usual layout, only placed otherwise: nothing is counted or hidden anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atbalss.problems import Refused, problem
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import NO_TEXT, Text
from atbalss.tables.banner_ask import ITEMS, ROWS, BannerAsk
from atbalss.tables.banner_result import (
    REST,
    BannerBlock,
    BannerCell,
    BannerColumn,
    BannerRow,
    BannerTable,
    ChiSquare,
    ColumnTest,
)
from atbalss.tables.phrases import text
from atbalss.tables.result import Flag, Number, RowKind, Unit

BASES = {"n_unweighted": "base", "n_effective": "base_effective"}
NO_CELL = BannerCell(None)


def check_layout(questionnaire: Questionnaire, ask: BannerAsk) -> None:
    """Refuses items down and answers across for anything but one grid."""
    names = [row.question for row in ask.rows]
    if ask.layout == ITEMS and (len(names) != 1 or names[0] not in questionnaire.grids):
        raise Refused([problem("tables-layout-items", table=ask.id, rows=" ".join(names))])


def across(table: BannerTable) -> BannerTable:
    """The table with items down where it is asked for so (`layout: items`), else as it is.

    Under each column of the banner stand the base of the item (n, and the effective base with
    weights) and its rows; letters compare the same answer between columns of the banner.
    """
    if table.ask.layout != ITEMS or not table.blocks:
        return table
    shown = _rows(table)
    bases = ("n_unweighted", *(("n_effective",) if table.weighted else ()))
    alone = len(table.columns) == 1
    columns = []
    for place, column in enumerate(table.columns):
        for name in bases:
            columns.append(_under(column, place, name, text(name), alone=alone, letter=""))
        for row in shown:
            columns.append(_under(column, place, row.key, row.label, alone=alone))
    rows = tuple(_item(table, block, shown, bases) for block in table.blocks)
    first = table.blocks[0]
    whole = BannerBlock(
        table.ask.rows[0].question,
        first.grid or first.title,
        first.wording,
        first.base_note,
        (),
        rows,
        multiple=any(block.multiple for block in table.blocks),
        notes=tuple(dict.fromkeys(note for block in table.blocks for note in block.notes)),
        chi_square=tuple(_chi_squares(table)),
    )
    return replace(
        table,
        ask=replace(table.ask, layout=ROWS),
        title=table.ask.title or whole.title,
        columns=tuple(columns),
        blocks=(whole,),
    )


def _rows(table: BannerTable) -> tuple[BannerRow, ...]:
    """The rows of all items, each once, in the order of the first item that has it."""
    found: dict[str, BannerRow] = {}
    for block in table.blocks:
        for row in block.rows:
            found.setdefault(row.key, row)
    return tuple(found.values())


def _under(
    column: BannerColumn,
    place: int,
    key: str,
    label: Text,
    *,
    alone: bool,
    letter: str | None = None,
) -> BannerColumn:
    """The column of an answer under a column of the banner, unsaid where it is alone."""
    return replace(
        column,
        key=f"{column.key}|{key}",
        labels=(label,) if alone else (*column.labels, label),
        titles=(NO_TEXT,) if alone else (*column.titles, NO_TEXT),
        group=place,
        letter=column.letter if letter is None else letter,
    )


def _item(
    table: BannerTable, block: BannerBlock, shown: tuple[BannerRow, ...], bases: tuple[str, ...]
) -> BannerRow:
    own = {row.key: row for row in block.rows}
    cells: list[BannerCell] = []
    for place, base in enumerate(block.bases):
        cells += [BannerCell(_base(base, BASES[name])) for name in bases]
        cells += [own[row.key].cells[place] if row.key in own else NO_CELL for row in shown]
    tests = tuple(_test(test, row.key) for row in block.rows for test in row.tests)
    return BannerRow(block.question, block.title, RowKind.CODE, block.question, tuple(cells), tests)


def _base(number: Number, name: str) -> Number:
    """A base as the number of a cell; never hidden, as bases are not."""
    value = getattr(number, name)
    return Number(number.cell, Unit.COUNT, value, number.n, number.base, flag=Flag.OK)


def _test(test: ColumnTest, key: str) -> ColumnTest:
    other = test.b if test.b == REST else f"{test.b}|{key}"
    return replace(test, a=f"{test.a}|{key}", b=other)


def _chi_squares(table: BannerTable) -> Iterator[ChiSquare]:
    """The tests of all items, each under the item's own name."""
    for block in table.blocks:
        for item in block.chi_square:
            langs = {lang for lang, _ in (*item.title.pairs, *block.title.pairs)}
            words = {
                lang: f"{block.title.get(lang)}: {item.title.get(lang)}" for lang in sorted(langs)
            }
            yield replace(item, title=Text.of(words))
