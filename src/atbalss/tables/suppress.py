"""The small-base rule: what is hidden and what is marked. A hidden number keeps only its base."""

from __future__ import annotations

from dataclasses import replace

from atbalss.study.about import TableRules
from atbalss.tables.banner_result import BannerCell, BannerRow, BannerTable
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

    Primary suppression: numbers whose base is under `hide_under` are emptied already (`applied`);
    here go the sums, shares of the row, ranks, letters and differences beside them.
    """
    blocks = tuple(
        replace(block, rows=tuple(_bared(row, rules) for row in block.rows))
        for block in table.blocks
    )
    return replace(table, blocks=blocks)


def _bared(row: BannerRow, rules: TableRules) -> BannerRow:
    return replace(row, cells=tuple(_bare(cell, rules) for cell in row.cells))


def _bare(cell: BannerCell, rules: TableRules) -> BannerCell:
    number = cell.number
    if number is None or number.source is not Source.ANSWERS:
        return cell
    if number.flag is not Flag.HIDDEN and flag_of(number.base, rules) is not Flag.HIDDEN:
        return cell
    difference = None if cell.difference is None else hidden(cell.difference)
    return BannerCell(hidden(number), difference=difference)
