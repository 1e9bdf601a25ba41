"""Banner tables as plain values, for JSON and for long, machine-readable rows."""

from __future__ import annotations

from collections.abc import Iterator
from math import isinf

from atbalss.tables.banner_ask import as_words
from atbalss.tables.banner_result import (
    BannerCell,
    BannerColumn,
    BannerTable,
    ChiSquare,
    ColumnTest,
)
from atbalss.tables.plain import plain_number
from atbalss.tables.result import Number

LONG = (
    "table question row row_label kind part column column_label letter wave unit value n base "
    "base_weighted base_effective weighted se low high interval flag source letters rest row_share "
    "rank difference difference_low difference_high difference_p"
).split()
TESTS = "table question row column against difference se df p p_adjusted family_size method".split()


def column_label(column: BannerColumn, lang: str) -> str:
    """A column in words, its levels from the outer to the inner: "18–34 > towns"."""
    return " > ".join(label.get(lang) for label in column.labels)


def plain_banner(table: BannerTable, lang: str) -> dict[str, object]:
    """A banner table as plain values in one language; what a cell does not have is left out."""
    tests = table.ask.tests
    return {
        "id": table.id,
        "title": table.title.get(lang),
        "banner": as_words(table.ask.banner),
        "filter": table.filter_note.get(lang),
        "weighted": table.weighted and table.ask.weighted,
        "invented": table.invented,
        "tests": {
            "rule": tests.rule.value,
            "levels": list(tests.levels),
            "correction": tests.correction,
            "family": tests.among.value,
            "smallest_base": tests.smallest,
        },
        "columns": [_column(item, lang) for item in table.columns],
        "blocks": [
            {
                "question": block.question,
                "title": block.title.get(lang),
                "wording": block.wording.get(lang),
                "base": block.base_note.get(lang),
                "bases": [_bases(item) for item in block.bases],
                "chi_square": [_chi_square(item, lang) for item in block.chi_square],
                "rows": [
                    {
                        "key": row.key,
                        "label": row.label.get(lang),
                        "part": row.part.get(lang) or None,
                        "kind": row.kind.value,
                        "question": row.question,
                        "cells": [_cell(cell) for cell in row.cells],
                        "tests": [_test(test) for test in row.tests],
                    }
                    for row in block.rows
                ],
            }
            for block in table.blocks
        ],
        "notes": [note.get(lang) for note in table.notes],
    }


def _column(column: BannerColumn, lang: str) -> dict[str, object]:
    return {
        "key": column.key,
        "label": column_label(column, lang),
        "variables": [title.get(lang) for title in column.titles if title],
        "letter": column.letter or None,
        "wave": column.wave,
        "base": _bases(column.base),
    }


def _bases(number: Number) -> dict[str, object]:
    return {
        "n": number.base,
        "weighted": number.base_weighted,
        "effective": number.base_effective,
    }


def _cell(cell: BannerCell) -> dict[str, object]:
    values = {} if cell.number is None else plain_number(cell.number)
    more: dict[str, object] = {
        "weighted": cell.weighted,
        "row_share": cell.row_share,
        "rank": cell.rank,
        "letters": list(cell.letters) or None,
        "rest": cell.rest or None,
        "difference": None if cell.difference is None else plain_number(cell.difference),
        "difference_p": cell.difference_p,
    }
    return values | {key: value for key, value in more.items() if value is not None}


def _test(test: ColumnTest) -> dict[str, object]:
    return {
        "column": test.a,
        "against": test.b,
        "difference": test.difference,
        "se": test.se if test.p is not None else None,
        "df": None if isinf(test.df) or test.p is None else test.df,
        "p": test.p,
        "p_adjusted": test.p_adjusted,
        "family_size": test.family_size,
        "method": test.method,
    }


def _chi_square(item: ChiSquare, lang: str) -> dict[str, object]:
    return {
        "variable": item.title.get(lang),
        "f": item.statistic,
        "df1": item.df1,
        "df2": item.df2,
        "p": item.p,
        "v": item.v,
        "method": item.method,
    }


def long_rows(table: BannerTable, lang: str) -> Iterator[list[object]]:
    """One row a cell, in the columns of `LONG`; None where a cell has no such value."""
    for block in table.blocks:
        for row in block.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                number, change = cell.number, cell.difference
                yield [
                    table.id,
                    row.question,
                    row.key,
                    row.label.get(lang),
                    row.kind.value,
                    row.part.get(lang),
                    column.key,
                    column_label(column, lang),
                    column.letter,
                    column.wave,
                    *_number(number, cell.weighted),
                    " ".join(cell.letters),
                    cell.rest,
                    cell.row_share,
                    cell.rank,
                    None if change is None else change.value,
                    None if change is None else change.low,
                    None if change is None else change.high,
                    cell.difference_p,
                ]


def _number(number: Number | None, weighted: float | None) -> list[object]:
    if number is None:
        return [None] * 13
    return [
        number.unit.value,
        number.value,
        number.n,
        number.base,
        number.base_weighted,
        number.base_effective,
        weighted,
        number.se,
        number.low,
        number.high,
        number.interval,
        number.flag.value,
        number.source.value,
    ]


def rows_of_tests(table: BannerTable) -> Iterator[list[object]]:
    """One row a test, in the columns of `TESTS`."""
    for block in table.blocks:
        for row in block.rows:
            for test in row.tests:
                values = _test(test)
                yield [
                    table.id,
                    row.question,
                    row.key,
                    *(values[name] for name in TESTS[3:]),
                ]
