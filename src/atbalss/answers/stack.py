"""Waves together: one table over the frames of several waves."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from atbalss.answers.frame import Frame


def stack(frames: Sequence[Frame]) -> pl.DataFrame:
    """All rows of the frames with a first column `wave` (Enum in the frames' order).

    A single question's codes are the union over the waves: the last wave's list, then codes that
    only earlier waves have. What a wave did not ask is null. ValueError where a column holds
    answers of different kinds in two waves, since such a trend would compare unlike things.
    """
    dtypes: dict[str, pl.DataType] = {}
    for frame in reversed(frames):
        for name, dtype in frame.data.schema.items():
            dtypes[name] = _union(name, dtypes.get(name, dtype), dtype)
    waves = pl.Enum([frame.wave for frame in frames])
    parts = [
        frame.data.select(
            pl.lit(frame.wave, dtype=waves).alias("wave"),
            *(_cast(frame.data, name, dtype) for name, dtype in dtypes.items()),
        )
        for frame in frames
    ]
    return pl.concat(parts) if parts else pl.DataFrame(schema={"wave": waves})


def _union(name: str, one: pl.DataType, other: pl.DataType) -> pl.DataType:
    if isinstance(one, pl.Enum) and isinstance(other, pl.Enum):
        names = [*one.categories, *other.categories]
        return pl.Enum(list(dict.fromkeys(names)))
    if one != other:
        raise ValueError(f"{name} is {one} in one wave and {other} in another")
    return one


def _cast(data: pl.DataFrame, name: str, dtype: pl.DataType) -> pl.Expr:
    if name not in data.columns:
        return pl.lit(None, dtype=dtype).alias(name)
    return pl.col(name) if data.schema[name] == dtype else pl.col(name).cast(dtype)
