"""Where the rows of a wave come from: a frame in memory, a Parquet file, or an engine elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import polars as pl

from atbalss.tables.block import Block
from atbalss.tables.count import count_blocks
from atbalss.tables.engines import local
from atbalss.tables.spec import Spec
from atbalss.tables.sums import Sums

if TYPE_CHECKING:
    from atbalss.answers.frame import Frame

Row = tuple[object, ...]
WAVE = "wave"  # a column of this name, as of folders `wave=2024`, says whose a row is


class Source(Protocol):
    """The rows of one wave, countable as often as needed."""

    @property
    def rows(self) -> int:
        """How many rows there are."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, those of `Frame.data`."""

    def distinct(self, columns: Sequence[str]) -> list[Row]:
        """The combinations of values that occur in some columns (to find design units)."""

    def count(self, spec: Spec) -> Sums:
        """The sums of all rows."""


@dataclass(frozen=True, eq=False)
class FrameSource:
    """The rows of a frame in memory."""

    data: pl.DataFrame

    @property
    def rows(self) -> int:
        """How many rows there are."""
        return self.data.height

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        return tuple(self.data.columns)

    def distinct(self, columns: Sequence[str]) -> list[Row]:
        """The combinations of values that occur in some columns."""
        return self.data.select(columns).unique().rows()

    def blocks(self, spec: Spec) -> Iterator[Block]:
        """The rows as blocks, in their order."""
        return local.blocks(spec, self.data)

    def count(self, spec: Spec) -> Sums:
        """The sums of all rows."""
        return count_blocks(spec, self.blocks(spec))


@dataclass(frozen=True, eq=False)
class ParquetSource:
    """The rows of a Parquet file with the columns of a frame; never all in memory.

    `path` may be a folder, also of folders such as `wave=2024`: where `wave` is given and there is
    a column of that name, only the rows of the wave count. `derived` are columns made as they are
    read.
    """

    path: Path
    wave: str = ""
    derived: tuple[pl.Expr, ...] = ()

    @cached_property
    def _scan(self) -> pl.LazyFrame:
        missing: Literal["insert", "raise"] = "insert" if self.path.is_dir() else "raise"
        scan = pl.scan_parquet(self.path, missing_columns=missing, extra_columns="ignore")
        if self.wave and WAVE in scan.collect_schema().names():
            scan = scan.filter(pl.col(WAVE).cast(pl.String) == self.wave)
        return scan.with_columns(self.derived)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, those of `Frame.data`."""
        return tuple(self._scan.collect_schema().names())

    @cached_property
    def rows(self) -> int:
        """How many rows there are."""
        return int(self._scan.select(pl.len()).collect().item())

    def distinct(self, columns: Sequence[str]) -> list[Row]:
        """The combinations of values that occur in some columns."""
        return self._scan.select(columns).unique().collect(engine="streaming").rows()

    def blocks(self, spec: Spec) -> Iterator[Block]:
        """The rows as blocks, in their order; only the columns that the spec counts are read.

        The next slice of a file is read and made into arrays while one is counted. Slices of one
        file take a third of the memory of Polars' own batches; of rows filtered out of many files
        they would be searched for anew each time.
        """
        wanted = self._scan.select(local.columns_wanted(spec, self.columns))
        if self.wave or self.path.is_dir():
            size = local.BLOCK_ROWS
            for batch in wanted.collect_batches(chunk_size=size, maintain_order=True):
                yield from local.blocks(spec, batch)
            return

        def read(start: int) -> list[Block]:
            return list(local.blocks(spec, wanted.slice(start, local.BATCH_ROWS).collect()))

        with ThreadPoolExecutor(1) as reader:
            coming = None
            for start in range(0, self.rows, local.BATCH_ROWS):
                after = reader.submit(read, start)
                if coming is not None:
                    yield from coming.result()
                coming = after
            if coming is not None:
                yield from coming.result()

    def count(self, spec: Spec) -> Sums:
        """The sums of all rows."""
        return count_blocks(spec, self.blocks(spec))


def source_of(rows: Frame | Source) -> Source:
    """A source of a frame's rows; a source is given back as it is.

    (Not by `isinstance`: it would ask a source for its number of rows, and that may be costly.)
    """
    return FrameSource(rows.data) if hasattr(rows, "data") else rows
