"""Data files on disk as labelled tables, by their endings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.exchange.labelled import Labelled
from atbalss.problems import Place, Problem, errors, problem

if TYPE_CHECKING:
    import polars as pl

READABLE = (".sav", ".zsav", ".csv", ".tsv", ".xlsx", ".parquet")


def read_data(file: Path) -> tuple[Labelled | None, list[Problem]]:
    """The labelled table of a data file; None and a problem where it cannot be read."""
    ending = file.suffix.lower()
    if not file.is_file():
        return None, [problem("folder-no-file", Place(file.name), file=file)]
    if ending in (".sav", ".zsav"):
        from atbalss.exchange.sav import read_sav

        return read_sav(file)
    if ending not in READABLE:
        kinds = ", ".join(READABLE)
        return None, [problem("folder-data-kind", Place(file.name), kinds=kinds)]
    from atbalss.exchange.plain_table import as_labelled

    table, found = _table(file)
    if table is None or errors(found):
        return None, found
    labelled, more = as_labelled(table, file.name)
    return labelled, [*found, *more]


def _table(file: Path) -> tuple[pl.DataFrame | None, list[Problem]]:
    ending = file.suffix.lower()
    if ending == ".parquet":
        from atbalss.exchange import parquet

        return parquet.read_table(file)
    content = file.read_bytes()
    if ending == ".xlsx":
        from atbalss.exchange import xlsx_data

        return xlsx_data.read_table(content, file.name)
    from atbalss.exchange.delimited import read_table

    return read_table(content, file.name)
