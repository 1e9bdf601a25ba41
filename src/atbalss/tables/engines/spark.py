"""The Spark engine: the same counting function carried to the partitions of a Parquet data set.

Each partition is counted where it lies (`mapInArrow`) and comes home as the bytes of its sums; the
sums are added in the order of the partitions, so that the same files cut the same way give the
same cube to the last bit, and any other cut the same counts and the same sums to about 1e-12.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from atbalss.problems import Refused
from atbalss.tables.engines.source import WAVE, Row
from atbalss.tables.engines.spark_faults import as_problems, as_text, no_warnings, told
from atbalss.tables.spec import Spec
from atbalss.tables.sums import Sums

Count = Callable[[Spec, Iterable[Any]], Sums]
PARTIAL = "part long, sums binary, refused string"
AT_ONCE = 64  # partial sums that the driver adds by itself; more are first added by the workers


def count_batches(spec: Spec, batches: Iterable[Any]) -> Sums:
    """The sums of the Arrow batches of a partition, added in the order in which they come."""
    import polars as pl

    from atbalss.tables.count import count_blocks
    from atbalss.tables.engines import local

    def blocks() -> Iterator[Any]:
        for batch in batches:
            data = pl.from_arrow(batch)
            assert isinstance(data, pl.DataFrame)
            yield from local.blocks(spec, data)

    return count_blocks(spec, blocks())


@dataclass(frozen=True, eq=False)
class SparkSource:
    """A wave's rows in Parquet, counted by a cluster.

    `address` is a file, a folder or any address that Spark reads; `log` takes what goes wrong;
    `count` is what each partition is counted by.
    """

    session: Any
    address: str
    wave: str
    log: Path
    count_part: Count = count_batches

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns, those of `Frame.data`; Refused if the data cannot be read."""
        with told(self.log, self.address):
            return tuple(self._data.columns)

    @cached_property
    def rows(self) -> int:
        """How many interviews there are."""
        with told(self.log, self.address):
            return int(self._data.count())

    def distinct(self, columns: Sequence[str]) -> list[Row]:
        """The combinations of values that occur in some columns."""
        with told(self.log, self.address):
            chosen = self._data.select(*(_quoted(name) for name in columns))
            return [tuple(row) for row in chosen.distinct().collect()]

    def count(self, spec: Spec) -> Sums:
        """The sums of the wave, counted on the cluster; Refused if it cannot be done."""
        from atbalss.tables.engines.packed import unpack

        with told(self.log, self.address):
            partials = sorted(self._partials(spec), key=lambda row: int(row["part"]))
        for row in partials:
            if row["refused"]:
                raise Refused(as_problems(row["refused"]))
        total = Sums.zeros(spec)
        for row in partials:
            total = total + unpack(spec, row["sums"])
        return total

    @cached_property
    def _data(self) -> Any:
        data = self.session.read.option("mergeSchema", "true").parquet(self.address)
        if WAVE in data.columns:
            from pyspark.sql import functions

            data = data.filter(functions.col(WAVE).cast("string") == self.wave)
        return data

    def _partials(self, spec: Spec) -> list[Any]:
        """A row for each partition, or for each group of neighbours where there are many."""
        from atbalss.tables.engines.local import columns_wanted

        wanted = columns_wanted(spec, self.columns)
        data = self._data.select(*(_quoted(name) for name in wanted))
        with no_warnings():
            partials = data.mapInArrow(_counter(spec, self.count_part), PARTIAL)
            n_parts = data.rdd.getNumPartitions()
            if n_parts > AT_ONCE:
                width = -(-n_parts // AT_ONCE)
                group = (partials["part"] / width).cast("long").alias("group")
                partials = partials.groupBy(group).applyInArrow(_adder(spec), PARTIAL)
            found: list[Any] = partials.collect()
        return found


def _quoted(name: str) -> str:
    return "`" + name.replace("`", "``") + "`"


def _counter(spec: Spec, count: Count) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """What a worker does with the batches of a partition: one row."""
    from atbalss.tables.engines.packed import pack

    def counted(batches: Iterator[Any]) -> Iterator[Any]:
        import pyarrow as pa
        from pyspark import TaskContext

        part = TaskContext.get().partitionId()
        try:
            row = {"part": part, "sums": pack(count(spec, batches)), "refused": ""}
        except Refused as refused:
            row = {"part": part, "sums": b"", "refused": as_text(refused.problems)}
        yield pa.RecordBatch.from_pylist([row], schema=_schema())

    return counted


def _adder(spec: Spec) -> Callable[[Any], Any]:
    """What a worker does with partial sums: adds them in the order of their partitions."""
    from atbalss.tables.engines.packed import pack, unpack

    def added(partials: Any) -> Any:
        import pyarrow as pa

        ordered = sorted(partials.to_pylist(), key=lambda row: int(row["part"]))
        refused = next((row for row in ordered if row["refused"]), None)
        if refused is None:
            total = unpack(spec, ordered[0]["sums"])
            for row in ordered[1:]:
                total = total + unpack(spec, row["sums"])
            refused = {"part": ordered[0]["part"], "sums": pack(total), "refused": ""}
        return pa.Table.from_pylist([refused], schema=_schema())

    return added


def _schema() -> Any:
    import pyarrow as pa

    return pa.schema([("part", pa.int64()), ("sums", pa.binary()), ("refused", pa.string())])
