"""Rows of a frame as blocks of arrays, so that they can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from atbalss.problems import Refused, problem
from atbalss.tables.block import Block
from atbalss.tables.count import count_blocks
from atbalss.tables.cube import Cube
from atbalss.tables.derived import columns_read, with_derived
from atbalss.tables.spec import AnsweredLine, GridLines, MultipleLines, SingleLines, Spec
from atbalss.tables.units import unit_of

BLOCK_ROWS = 65_536
BATCH_ROWS = 8 * BLOCK_ROWS  # of a file read at once


def count_frame(spec: Spec, wave: str, data: pl.DataFrame) -> Cube:
    """The cube of one wave from the columns of its frame, block by block in a fixed order."""
    return Cube(spec, {wave: count_blocks(spec, blocks(spec, data))})


def columns_wanted(spec: Spec, present: Sequence[str]) -> list[str]:
    """The columns that a spec counts, of those that are there, in their order."""
    wanted = {"weight", *spec.design.columns, *columns_read(spec.derived)}
    for item in spec.lines:
        if isinstance(item, MultipleLines):
            wanted |= {f"{item.question}/{code}" for code in item.codes}
        elif not isinstance(item, GridLines):
            wanted.add(item.question)
    return [name for name in present if name in wanted]


def blocks(spec: Spec, data: pl.DataFrame, rows: int = BLOCK_ROWS) -> Iterator[Block]:
    """The rows of `data` as blocks of at most `rows`, only the columns that the spec counts."""
    for start in range(0, data.height, rows):
        yield block_of(spec, data.slice(start, rows))


def block_of(spec: Spec, data: pl.DataFrame) -> Block:
    """All rows of `data` as one block; absent columns are left out, a null weight counts 0.

    Weights that are negative or no numbers are refused.
    """
    codes: dict[str, NDArray[np.int32]] = {}
    marks: dict[str, NDArray[np.bool_]] = {}
    answered: dict[str, NDArray[np.bool_]] = {}
    numbers: dict[str, NDArray[np.float64]] = {}
    data = with_derived(spec.derived, data)
    columns = set(data.columns)
    for item in spec.lines:
        if isinstance(item, SingleLines) and item.question in columns:
            codes[item.question] = _positions(data[item.question], item.codes)
        elif isinstance(item, MultipleLines):
            found = _marks(data, columns, item)
            if found is not None:
                marks[item.question], answered[item.question] = found
        elif isinstance(item, AnsweredLine) and item.question in columns:
            series = data[item.question]
            if item.moments < 0:
                answered[item.question] = series.is_not_null().to_numpy()
            else:
                filled = series.cast(pl.Float64).fill_null(float("nan"))
                numbers[item.question] = filled.to_numpy()
    weighted = "weight" in columns and spec.weighted
    weights = _weights(data, "weight") if weighted else np.ones(data.height)
    unit = None if spec.units is None else unit_of(spec.design, spec.units, data)
    names = spec.design.replicates if spec.weighted else ()
    replicates = np.array([_weights(data, name) for name in names]) if names else None
    return Block(weights, codes, marks, answered, numbers, unit, replicates)


def _weights(data: pl.DataFrame, name: str) -> NDArray[np.float64]:
    weights = data[name].cast(pl.Float64).fill_null(0.0).to_numpy()
    wrong = int(np.count_nonzero(~((weights >= 0) & (weights < np.inf))))
    if wrong:
        raise Refused([problem("tables-bad-weights", column=name, count=wrong)])
    return weights


def _positions(series: pl.Series, codes: tuple[str, ...]) -> NDArray[np.int32]:
    """Position of each answer in `codes`, -1 for none or for a code that is not there."""
    if not codes:
        return np.full(len(series), -1, dtype=np.int32)
    if not (isinstance(series.dtype, pl.Enum) and tuple(series.dtype.categories) == codes):
        series = series.cast(pl.String).cast(pl.Enum(codes), strict=False)
    return series.to_physical().cast(pl.Int32).fill_null(-1).to_numpy()


def _marks(
    data: pl.DataFrame, columns: set[str], item: MultipleLines
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]] | None:
    """The (codes, rows) marks of a multiple question and who answered it; None if not there."""
    names = {f"{item.question}/{code}": place for place, code in enumerate(item.codes)}
    present = [name for name in names if name in columns]
    if not present:
        return None
    own = data.select(present)
    marks = np.zeros((len(item.codes), data.height), dtype=bool)
    marks[[names[name] for name in present]] = own.fill_null(False).to_numpy().T
    answered = own.select(pl.any_horizontal(pl.all().is_not_null())).to_series().to_numpy()
    return marks, answered
