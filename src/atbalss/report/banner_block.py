"""A banner table in a report: its numbers bound, wide ones parted so that each part fits a page."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from atbalss.report.banner_print import PrintedBlock, PrintedCell, PrintedTable, printed
from atbalss.report.document import BannerPart, WideTable
from atbalss.report.register import Register
from atbalss.tables.banner_across import across
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.banner_result import BannerRow, BannerTable

if TYPE_CHECKING:
    from atbalss.tables.cells import Cells

COLUMNS_A_PART = 9  # columns beside the labels that fit the width of a page


def banner_block(
    ask: BannerAsk,
    cells: Cells,
    lang: str,
    *,
    label: str,
    caption: str,
    anchor: str,
    register: Register,
) -> WideTable:
    """The table as a block of the document, every number of it in the register."""
    table = across(cells.banner(ask))
    bound = _bound(printed(table, lang), table, anchor, register)
    parts = tuple(
        BannerPart(_heads(table, columns, lang), bound.pick(columns)) for columns in parted(table)
    )
    return WideTable(bound, parts, caption, label, anchor)


def _bound(
    whole: PrintedTable, table: BannerTable, anchor: str, register: Register
) -> PrintedTable:
    """The printed table with the id of each number's entry; tests stand in the entry."""
    blocks = []
    for block, source in zip(whole.blocks, table.blocks, strict=True):
        rows = iter(source.rows)
        made = []
        for row in block.rows:
            if row.kind in ("answer", "measure"):
                origin: BannerRow | None = next(rows)
            elif row.kind != "statistic":
                origin = None
            cells = tuple(
                _registered(cell, table, origin, at, anchor, register)
                for at, cell in enumerate(row.cells)
            )
            made.append(replace(row, cells=cells))
        blocks.append(
            PrintedBlock(block.title, block.wording, block.base, tuple(made), block.tests)
        )
    return replace(whole, blocks=tuple(blocks))


def _registered(
    cell: PrintedCell,
    table: BannerTable,
    row: BannerRow | None,
    at: int,
    anchor: str,
    register: Register,
) -> PrintedCell:
    if cell.number is None or cell.number.value is None or not cell.text:
        return cell
    number_id = register.add(cell.number, cell.text, place=anchor)
    key = table.columns[at].key
    entry = register.numbers[number_id]
    entry["column"] = key
    if row is not None and cell.letters:
        entry["letters"] = cell.letters.split()
    tests = [] if row is None else [test for test in row.tests if key in (test.a, test.b)]
    if tests and cell.form != "text":
        entry["tests"] = [
            {
                "against": test.b if test.a == key else test.a,
                "p": test.p,
                "p_adjusted": test.p_adjusted,
                "method": test.method,
                "family_size": test.family_size,
            }
            for test in tests
        ]
    return replace(cell, number_id=number_id)


def parted(table: BannerTable, most: int = COLUMNS_A_PART) -> tuple[tuple[int, ...], ...]:
    """Positions of the columns of each part: whole variables side by side, total in every part.

    A variable wider than a part is parted itself.
    """
    total = tuple(at for at, column in enumerate(table.columns) if column.group < 0)
    groups: dict[int, list[int]] = {}
    for at, column in enumerate(table.columns):
        if column.group >= 0:
            groups.setdefault(column.group, []).append(at)
    room = most - len(total)
    parts: list[list[int]] = []
    for members in groups.values():
        if parts and len(parts[-1]) + len(members) <= room:
            parts[-1] += members
            continue
        pieces = ceil(len(members) / room)
        size = ceil(len(members) / pieces)  # parts as wide as each other
        parts += [members[at : at + size] for at in range(0, len(members), size)]
    return tuple((*total, *part) for part in parts) or (total,)


def _heads(
    table: BannerTable, columns: tuple[int, ...], lang: str
) -> tuple[tuple[tuple[str, int, int], ...], ...]:
    from atbalss.report.banner_print import heads

    chosen = replace(table, columns=tuple(table.columns[at] for at in columns))
    return tuple(
        tuple((head.text, head.span, head.depth) for head in row) for row in heads(chosen, lang)
    )
