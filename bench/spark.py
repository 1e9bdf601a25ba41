"""Time task T1 on Spark on this machine: rows a second and core, and where the time goes.

usage: python bench/spark.py [N] [CORES]
Prints seconds (minimum of RUNS) of counting, of handing the rows to Python without counting, and of
counting the same Parquet file without Spark; bytes of the file and of the sums that come home.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import t1
from t1_atbalss import spec, table, write_parquet

from atbalss.tables.engines.packed import pack
from atbalss.tables.engines.source import ParquetSource
from atbalss.tables.engines.spark_session import connected

RUNS = 3


def main() -> None:
    """Make the rows, count them three ways, print what was measured."""
    n = int(float(sys.argv[1])) if len(sys.argv) > 1 else 10**6
    cores = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    with tempfile.TemporaryDirectory(prefix="t1-") as scratch:
        file = Path(scratch) / "t1.parquet"
        write_parquet(t1.interviews(n), file)
        of = spec()
        here, plain = _best(lambda: ParquetSource(file).count(of))
        settings = {"spark.driver.memory": "2g"}
        with connected(f"local[{cores}]", Path(scratch) / "log", settings=settings) as spark:
            counting, sums = _best(lambda: spark.source(str(file), "3").count(of))
            handing, _ = _best(lambda: spark.source(str(file), "3", _carried()).count(of))
        same = table(of, sums), table(of, plain)
        assert (same[0].n == same[1].n).all()
        assert abs(same[0].w / same[1].w - 1).max() < 1e-9
        print(f"{n:.0e} interviews, {file.stat().st_size / n:.1f} bytes each in Parquet")
        for words, seconds, used in (
            ("Spark, counted", counting, cores),
            ("Spark, rows handed to Python, not counted", handing, cores),
            ("Parquet without Spark, counted", here, 1),
        ):
            each = n / seconds / used
            print(f"{words}: {seconds:.2f} s on {used} cores, {each:,.0f} rows/s and core")
        print(f"a partition sends {len(pack(sums)):,} bytes home")


def _carried():
    """What takes the rows and counts nothing; it travels by value: workers have no `bench`."""

    def counted(of, batches):
        from atbalss.tables.sums import Sums as Made

        sums = Made.zeros(of)
        sums.n[0, 0] = sum(batch.num_rows for batch in batches)
        return sums

    return counted


def _best(work):
    best, made = float("inf"), None
    for _ in range(RUNS):
        start = time.perf_counter()
        made = work()
        best = min(best, time.perf_counter() - start)
    return best, made


if __name__ == "__main__":
    main()
