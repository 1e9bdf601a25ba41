"""Data files on disk as labelled tables, by their endings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.exchange.labelled import Labelled
from atbalss.problems import Place, Problem, errors, problem

if TYPE_CHECKING:
    import polars as pl

READABLE = (".sav", ".zsav", ".csv", ".tsv", ".xlsx", ".parquet", ".sss", ".xml")
TRIPLE_S_DATA = (".csv", ".asc", ".dat", ".txt")


def read_data(file: Path) -> tuple[Labelled | None, list[Problem]]:
    """The labelled table of a data file; None and a problem where it cannot be read."""
    ending = file.suffix.lower()
    if not file.is_file():
        return None, [problem("folder-no-file", Place(file.name), file=file)]
    if ending in (".sav", ".zsav"):
        from atbalss.exchange.sav import read_sav

        return read_sav(file)
    if ending in (".sss", ".xml"):
        return _triple_s(file)
    if ending not in READABLE:
        kinds = ", ".join(READABLE)
        return None, [problem("folder-data-kind", Place(file.name), kinds=kinds)]
    from atbalss.exchange.plain_table import as_labelled

    table, found = _table(file)
    if table is None or errors(found):
        return None, found
    labelled, more = as_labelled(table, file.name)
    return labelled, [*found, *more]


def _triple_s(file: Path) -> tuple[Labelled | None, list[Problem]]:
    """A description with the rows beside it: the file that it names, or one called as it is."""
    from atbalss.exchange.triple_s_read import NotTripleS, describe, read_triple_s

    content = file.read_bytes()
    try:
        href = describe(content).href
    except NotTripleS as error:
        return None, [problem("exchange-triple-s-broken", Place(file.name), why=error)]
    named = Path(href.replace("\\", "/")).name  # its own folder alone is looked into
    names = ([named] if named else []) + [file.stem + ending for ending in TRIPLE_S_DATA]
    rows = next((file.with_name(name) for name in names if file.with_name(name).is_file()), None)
    if rows is None:
        return None, [problem("exchange-triple-s-no-data", Place(file.name), data=names[0])]
    return read_triple_s(content, rows.read_bytes(), file.name)


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
