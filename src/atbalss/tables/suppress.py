"""The small-base rule: what is hidden and what is marked. A hidden number keeps only its base."""

from __future__ import annotations

from dataclasses import replace

from atbalss.study.about import TableRules
from atbalss.tables.banner_result import BannerCell, BannerRow, BannerTable, ColumnTest
from atbalss.tables.result import Flag, Number, Source


def flag_of(base: int | None, rules: TableRules, source: Source = Source.ANSWERS) -> Flag:
    """The flag of a number by its unweighted base; a printed number is at most marked."""
    if source is not Source.ANSWERS:
        return Flag.MARKED if base is not None and base < rules.mark_under else Flag.OK
    if not base:
        return Flag.EMPTY
    if base < rules.hide_under:
        return Flag.HIDDEN
    return Flag.MARKED if base < rules.mark_under else Flag.OK


def hidden(number: Number) -> Number:
    """The number without anything from which its value could be had back: only its base stays."""
    return replace(
        number,
        value=None,
        n=None,
        base_weighted=None,
        base_effective=None,
        low=None,
        high=None,
        sd=None,
        se=None,
        deff=None,
        interval="hidden",
        flag=Flag.HIDDEN,
    )


def applied(number: Number, rules: TableRules) -> Number:
    """The number flagged by the small-base rule, and emptied where it is hidden."""
    flag = flag_of(number.base, rules, number.source)
    if flag is Flag.HIDDEN:
        return hidden(number)
    return replace(number, flag=flag)


# ---- banner tables


def suppress(table: BannerTable, rules: TableRules) -> BannerTable:
    """The table with nothing left of its hidden cells: the last thing done to a banner table.

    Numbers are hidden already (small bases, and what would give them away: `Counted.shown`); here
    go the sums, shares of the row, ranks, letters, tests and differences that tell of them.
    """
    blocks = tuple(
        replace(block, rows=tuple(_bared(table, row, rules) for row in block.rows))
        for block in table.blocks
    )
    return replace(table, blocks=blocks)


def _bared(table: BannerTable, row: BannerRow, rules: TableRules) -> BannerRow:
    gone = [_is_hidden(cell, rules) for cell in row.cells]
    if not any(gone):
        return row
    keys = {column.key for column, out in zip(table.columns, gone, strict=True) if out}
    tests = tuple(_untold(test) if keys & {test.a, test.b} else test for test in row.tests)
    cells = tuple(
        _bare(cell) if out else replace(cell, letters=_letters_left(table, at, cell, keys))
        for at, (cell, out) in enumerate(zip(row.cells, gone, strict=True))
    )
    return replace(row, cells=cells, tests=tests)


def _is_hidden(cell: BannerCell, rules: TableRules) -> bool:
    number = cell.number
    if number is None or number.source is not Source.ANSWERS:
        return False
    return number.flag is Flag.HIDDEN or flag_of(number.base, rules) is Flag.HIDDEN


def _bare(cell: BannerCell) -> BannerCell:
    difference = None if cell.difference is None else hidden(cell.difference)
    return BannerCell(None if cell.number is None else hidden(cell.number), difference=difference)


def _untold(test: ColumnTest) -> ColumnTest:
    return ColumnTest(test.a, test.b, None, 0.0, 0.0, None, None, "hidden", test.family_size)


def _letters_left(table: BannerTable, at: int, cell: BannerCell, keys: set[str]) -> tuple[str, ...]:
    """The letters of a cell that name no hidden column."""
    own = table.columns[at]
    gone = {
        column.letter
        for column in table.columns
        if column.key in keys and (column.group, column.outer) == (own.group, own.outer)
    }
    return tuple(letter for letter in cell.letters if letter.upper() not in gone)
