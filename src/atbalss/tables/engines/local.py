"""Rows of a frame as blocks of arrays, so that they can be counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

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

BLOCK_ROWS = 1 << 18
BATCH_ROWS = 1 << 19  # of a file read at once
ANSWERED = ":answered"


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
    data = with_derived(spec.derived, data)
    unit = None if spec.units is None else unit_of(spec.design, spec.units, data)
    return _block_made(spec, data.select(_expressions(spec, data)), unit)


def _block_made(spec: Spec, made: pl.DataFrame, unit: NDArray[np.intp] | None) -> Block:
    """A block from the columns that `_expressions` made; nothing is copied but marks."""
    codes: dict[str, NDArray[np.integer[Any]]] = {}
    marks: dict[str, NDArray[np.bool_]] = {}
    answered: dict[str, NDArray[np.bool_]] = {}
    numbers: dict[str, NDArray[np.float64]] = {}
    array = {series.name: series.to_numpy() for series in made.iter_columns()}
    for item in spec.lines:
        if isinstance(item, SingleLines) and item.question in array:
            codes[item.question] = array[item.question]
        elif isinstance(item, MultipleLines) and f"{item.question}{ANSWERED}" in array:
            own = marks[item.question] = np.zeros((len(item.codes), made.height), dtype=bool)
            for place, code in enumerate(item.codes):
                if f"{item.question}/{code}" in array:
                    own[place] = array[f"{item.question}/{code}"].view(bool)
            answered[item.question] = array[f"{item.question}{ANSWERED}"].view(bool)
        elif isinstance(item, AnsweredLine) and item.question in array:
            if item.moments < 0:
                answered[item.question] = array[item.question].view(bool)
            else:
                numbers[item.question] = array[item.question]
    weights = _weights(array, "weight") if "weight" in array else np.ones(made.height)
    names = spec.design.replicates if spec.weighted else ()
    replicates = np.array([_weights(array, name) for name in names]) if names else None
    return Block(weights, codes, marks, answered, numbers, unit, replicates)


def _weights(array: Mapping[str, NDArray[Any]], name: str) -> NDArray[np.float64]:
    weights = array[name]
    wrong = int(np.count_nonzero(~((weights >= 0) & (weights < np.inf))))
    if wrong:
        raise Refused([problem("tables-bad-weights", column=name, count=wrong)])
    return weights


def _expressions(spec: Spec, data: pl.DataFrame) -> list[pl.Expr]:
    """What makes the columns of a frame into arrays without blanks, under the same names.

    All in Polars, which lets another thread count meanwhile. Yes and no become bytes of 1 and 0.
    """
    made: list[pl.Expr] = []
    known = data.schema  # asked once: Polars makes it anew each time
    for item in spec.lines:
        if isinstance(item, MultipleLines):
            names = [f"{item.question}/{code}" for code in item.codes]
            present = [name for name in names if name in known]
            if present:
                made += [_byte(pl.col(name).fill_null(False)) for name in present]
                answered = pl.any_horizontal(pl.col(name).is_not_null() for name in present)
                made.append(_byte(answered).alias(f"{item.question}{ANSWERED}"))
        elif isinstance(item, GridLines) or item.question not in known:
            continue
        elif isinstance(item, SingleLines):
            made.append(_position(item, known[item.question]))
        elif item.moments < 0:
            made.append(_byte(pl.col(item.question).is_not_null()))
        else:
            made.append(pl.col(item.question).cast(pl.Float64).fill_null(float("nan")))
    weights = ["weight", *spec.design.replicates] if spec.weighted else []
    made += [pl.col(name).cast(pl.Float64).fill_null(0.0) for name in weights if name in known]
    return made


def _byte(yes: pl.Expr) -> pl.Expr:
    return yes.cast(pl.UInt8)


def _position(item: SingleLines, dtype: pl.DataType) -> pl.Expr:
    """Position of each answer in the codes, -1 for none or for a code that is not there.

    Few codes lie in a byte, whose largest value, for none, is -1 when it is read with a sign:
    nothing is converted.
    """
    column = pl.col(item.question)
    if not item.codes:
        return pl.repeat(-1, pl.len(), dtype=pl.Int8).alias(item.question)
    if not (isinstance(dtype, pl.Enum) and tuple(dtype.categories) == item.codes):
        column = column.cast(pl.String).cast(pl.Enum(item.codes), strict=False)
    if len(item.codes) < 128:
        return column.to_physical().cast(pl.UInt8).fill_null(255).reinterpret(signed=True)
    return column.to_physical().cast(pl.Int32).fill_null(-1)
