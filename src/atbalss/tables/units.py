"""Design units: strata, and primary sampling units (PSUs) within them, that sums are kept by.

A spec that knows its units counts by cell and unit, so that errors of the design come from the same
sums. Waves share units of the same stratum, population and PSU; a wave's own are those with rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from atbalss.problems import Refused, problem
from atbalss.weights.design import Design

MAX_UNITS = 20_000
Key = tuple[str, float | None, str]  # stratum, its population, PSU; "" where the design has none


@dataclass(frozen=True, slots=True)
class Units:
    """Design units the sums are kept by: strata (each interview its own PSU), or PSUs in strata.

    `stratum` is an index into `strata` for each unit, `population` that of each stratum; `keys` are
    the units as they stand in the data, sorted.
    """

    strata: tuple[str, ...]
    stratum: tuple[int, ...]
    population: tuple[float | None, ...]
    clustered: bool
    keys: tuple[Key, ...]

    def __len__(self) -> int:
        return len(self.keys)


def columns_of(design: Design) -> tuple[str, ...]:
    """The columns that tell the unit of a row: of strata, population and clusters those given."""
    named = (design.strata, design.population, design.clusters)
    return tuple(name for name in named if name)


def units_of(design: Design, rows: Iterable[tuple[object, ...]]) -> Units | None:
    """The units that occur in `rows` (values of `columns_of`); None where the design has none.

    A stratum with two populations counts as two strata (waves may differ). More than MAX_UNITS
    units are refused: clusters of one interview each need no column.
    """
    if not columns_of(design):
        return None
    keys = sorted(
        {_key(design, row) for row in rows}, key=lambda key: (key[0], key[1] or 0, key[2])
    )
    if len(keys) > MAX_UNITS:
        raise Refused([problem("tables-too-many-units", count=len(keys), limit=MAX_UNITS)])
    strata = dict.fromkeys((name, population) for name, population, _ in keys)
    place = {stratum: at for at, stratum in enumerate(strata)}
    return Units(
        tuple(name for name, _ in strata),
        tuple(place[name, population] for name, population, _ in keys),
        tuple(population for _, population in strata),
        bool(design.clusters),
        tuple(keys),
    )


def unit_of(design: Design, units: Units, data: pl.DataFrame) -> NDArray[np.intp]:
    """The unit of each row, (rows,); ValueError for a row of a unit that was not counted on."""
    rows = data.select(columns_of(design))
    distinct = rows.unique(maintain_order=True).with_row_index(":row")
    place = {key: at for at, key in enumerate(units.keys)}
    found = [place.get(_key(design, row[1:]), -1) for row in distinct.iter_rows()]
    if -1 in found:
        raise ValueError("a row belongs to no unit of the spec")
    own = distinct.with_columns(pl.Series(":unit", found, dtype=pl.Int64)).drop(":row")
    joined = rows.join(own, on=rows.columns, how="left", nulls_equal=True, maintain_order="left")
    unit: NDArray[np.intp] = joined[":unit"].to_numpy().astype(np.intp)
    return unit


def _key(design: Design, row: tuple[object, ...]) -> Key:
    """A row of `columns_of` as a key: labels as text, whole floats as whole numbers."""
    values = dict(zip(columns_of(design), row, strict=True))
    population = values.get(design.population)
    return (
        _label(values.get(design.strata)),
        None if population is None else float(str(population)),
        _label(values.get(design.clusters)),
    )


def _label(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
