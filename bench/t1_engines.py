"""Task T1 by each engine: `load` brings the data into the engine's own form, `run` makes the table.

Peers are used as their documentation shows, each by the quickest of the forms that we know.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from t1 import BANNER, COLUMNS, MULTIPLES, SCALES, SINGLES, Result, cell, from_crossed, with_means

MARKS = [name for options in MULTIPLES.values() for name in options]
VARIABLES = [*SCALES, *SINGLES, *MARKS]
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Engine:
    """`delivers` says which sums it gives; `seconds` reads the time where it is not ours."""

    load: Callable[[Path], Any]
    run: Callable[[Any], Result]
    delivers: str
    words: str
    seconds: Callable[[Any], float] | None = None


def _columns(folder: Path) -> dict[str, NDArray]:
    with np.load(folder / "t1.npz") as held:
        return dict(held)


# ---- Atbalss


def _load_arrays(folder: Path) -> Any:
    from t1_atbalss import block, spec

    return spec(), block(_columns(folder))


def _run_arrays(state: Any) -> Result:
    from t1_atbalss import table

    from atbalss.tables.count import count_blocks

    spec, block = state
    return table(spec, count_blocks(spec, [block]))


def _run_compiled(state: Any, threads: int = 1) -> Result:
    from t1_atbalss import table

    from atbalss.tables.compiled import CompiledTable
    from atbalss.tables.count import count_blocks

    spec, block = state
    return table(spec, count_blocks(spec, [block], CompiledTable, threads))


def _load_frame(folder: Path) -> Any:
    import polars as pl
    from t1_atbalss import spec

    return spec(), pl.read_parquet(folder / "t1.parquet")


def _run_frame(state: Any) -> Result:
    from t1_atbalss import table

    from atbalss.tables.engines.source import FrameSource

    spec, data = state
    return table(spec, FrameSource(data).count(spec))


def _load_parquet(folder: Path) -> Any:
    from t1_atbalss import spec

    return spec(), folder / "t1.parquet"


def _run_parquet(state: Any) -> Result:
    from t1_atbalss import table

    from atbalss.tables.engines.source import ParquetSource

    spec, file = state
    return table(spec, ParquetSource(file).count(spec))


# ---- pandas


def _load_pandas(folder: Path) -> Any:
    import pandas as pd

    return pd.DataFrame(_columns(folder))


def _run_pandas(data: Any) -> Result:
    """The loop that people write: crosstabs of n and of weights, and means by group."""
    import pandas as pd

    counts: dict[str, list[NDArray]] = {"n": [], "w": []}
    for name in VARIABLES:
        codes = range(11) if name in SCALES else range(1, 6) if name in SINGLES else [True]
        tables: dict[str, list[NDArray]] = {"n": [], "w": []}
        for banner in BANNER:
            n = pd.crosstab(data[name], data[banner])
            w = pd.crosstab(data[name], data[banner], values=data["w"], aggfunc="sum")
            for kind, made in (("n", n), ("w", w)):
                full = made.reindex(index=list(codes), columns=range(BANNER[banner]))
                tables[kind].append(full.fillna(0).to_numpy())
        for kind, parts in tables.items():
            counts[kind].append(np.hstack([*parts, parts[0].sum(axis=1, keepdims=True)]))
    n, w = (np.vstack(counts[kind]) for kind in ("n", "w"))
    made = with_means(np.rint(n).astype(np.int64), w, None)
    return Result(made.n, made.w, None, _means_of_pandas(data))


def _means_of_pandas(data: Any) -> NDArray:
    means = []
    for name in SCALES:
        asked = data[data[name] > 0]
        of = asked.assign(x=asked[name] * asked["w"])
        row = []
        for banner in BANNER:
            sums = of.groupby(banner)[["x", "w"]].sum()
            row += list(sums["x"] / sums["w"])
        means.append([*row, of["x"].sum() / of["w"].sum()])
    return np.array(means)


# ---- Polars


def _load_polars(folder: Path) -> Any:
    import polars as pl

    made = _columns(folder)
    columns = {name: pl.Series(made[name]) for name in VARIABLES}
    return pl.DataFrame({**columns, "cell": pl.Series(cell(made)), "w": pl.Series(made["w"])})


def _run_polars(data: Any) -> Result:
    """One group-by a variable on (code, crossed cell), all collected at once."""
    import polars as pl

    lazy = data.lazy().with_columns(w2=pl.col("w") ** 2)
    sums = [pl.len().alias("n"), pl.col("w").sum(), pl.col("w2").sum()]
    asked = [
        lazy.group_by(pl.col(name).cast(pl.Int8).alias("code"), "cell").agg(sums)
        for name in VARIABLES
    ]
    found = {}
    for name, made in zip(VARIABLES, pl.collect_all(asked), strict=True):
        found[name] = _crossed(*(made[column].to_numpy() for column in ("code", "cell")), made)
    return from_crossed(found)


def _crossed(code: NDArray, where: NDArray, sums: Any) -> NDArray:
    full = np.zeros((11, 36, 3))
    for place, name in enumerate(("n", "w", "w2")):
        values = sums[name]
        full[code, where, place] = values if isinstance(values, np.ndarray) else values.to_numpy()
    return full


# ---- DuckDB


def _load_duckdb(folder: Path) -> Any:
    import duckdb
    import pyarrow as pa

    made = _columns(folder)
    held = pa.table({**{name: made[name] for name in (*VARIABLES, "w")}, "cell": cell(made)})
    connection = duckdb.connect()
    connection.register("held", held)
    connection.execute("create table t as select *, w * w as ww from held")
    connection.unregister("held")
    return connection


def _run_duckdb(connection: Any) -> Result:
    """One statement a variable, grouped by code and crossed cell."""
    found = {}
    for name in VARIABLES:
        made = connection.execute(
            f"select {name}::tinyint as code, cell, count(*) as n, sum(w) as w, sum(ww) as w2 "
            "from t group by all"
        ).fetchnumpy()
        found[name] = _crossed(np.asarray(made["code"]), np.asarray(made["cell"]), made)
    return from_crossed(found)


# ---- svy and R: shares with standard errors


def _load_svy(folder: Path) -> Any:
    import polars as pl
    import svy

    made = _columns(folder)
    data = pl.DataFrame({name: pl.Series(item) for name, item in made.items()})
    data = data.with_columns(pl.col(MARKS).cast(pl.Int8))
    return svy.Sample(data, svy.Design(wgt="w"))


def _run_svy(sample: Any) -> Result:
    """Shares of each variable by each banner variable, and means of the scales."""
    import svy

    shares, errors = (
        np.zeros((164, 12)),
        np.zeros((164, 12)),
    )  # svy has no row for what nobody chose
    means = np.full((9, 12), np.nan)
    starts = _starts()
    asked: list[tuple[str | None, int]] = [(None, 11)]
    at = 0
    for banner, size in BANNER.items():
        asked.append((banner, at))
        at += size
    for name in VARIABLES:
        for banner, column in asked:
            made = sample.estimation.prop(name, by=banner).to_polars()
            for row in made.iter_rows(named=True):
                code = int(row[name])
                if name in MARKS and not code:
                    continue
                line = starts[name] + (code if name in SCALES else code - 1)
                place = column + (int(row[banner]) if banner else 0)
                shares[line, place], errors[line, place] = row["est"], row["se"]
    for number, name in enumerate(SCALES):
        for banner, column in asked:
            made = sample.estimation.mean(name, by=banner, where=svy.col(name) > 0).to_polars()
            for row in made.iter_rows(named=True):
                means[number, column + (int(row[banner]) if banner else 0)] = row["est"]
    return Result(shares=shares, errors=errors, means=means)


def _starts() -> dict[str, int]:
    found, at = {}, 0
    for name in VARIABLES:
        found[name] = at
        at += 11 if name in SCALES else 5 if name in SINGLES else 1
    return found


def _load_r(folder: Path) -> Any:
    import polars as pl

    scratch = Path(tempfile.mkdtemp(prefix="t1-", dir=folder))
    made = _columns(folder)
    data = pl.DataFrame({name: pl.Series(item) for name, item in made.items()})
    data.with_columns(pl.col(MARKS).cast(pl.Int8)).write_csv(scratch / "t1.csv")
    return scratch


def _run_r(form: str) -> Callable[[Any], Result]:
    def run(scratch: Path) -> Result:
        subprocess.run(
            ["Rscript", "--vanilla", str(HERE / "t1.R"), str(scratch), form],
            check=True,
            capture_output=True,
        )
        import polars as pl

        read = pl.read_csv(scratch / "out.csv")
        names = [f"{name}{level}" for name, level in COLUMNS] + ["total"]
        first = read.select(names).to_numpy()
        if form == "svytable":
            return Result(w=first)
        errors = read.select([f"se_{name}" for name in names]).to_numpy()
        return Result(shares=first, errors=errors)

    return run


def _seconds_of_r(scratch: Path) -> float:
    """Without starting R and reading the data."""
    return float((scratch / "seconds.txt").read_text())


SUMS = "n, Σw, Σw²"
ENGINES = {
    "atbalss": Engine(_load_arrays, _run_arrays, SUMS, "Atbalss, arrays, numpy"),
    "atbalss-compiled": Engine(_load_arrays, _run_compiled, SUMS, "Atbalss, arrays, compiled"),
    "atbalss-two": Engine(
        _load_arrays,
        lambda state: _run_compiled(state, 2),
        SUMS,
        "Atbalss, arrays, compiled, two threads",
    ),
    "atbalss-frame": Engine(_load_frame, _run_frame, SUMS, "Atbalss, a frame (Polars)"),
    "atbalss-parquet": Engine(_load_parquet, _run_parquet, SUMS, "Atbalss, Parquet each time"),
    "polars": Engine(_load_polars, _run_polars, SUMS, "Polars, a group-by a variable"),
    "duckdb": Engine(_load_duckdb, _run_duckdb, SUMS, "DuckDB, a statement a variable"),
    "pandas": Engine(_load_pandas, _run_pandas, "n, Σw, means", "pandas.crosstab loop"),
    "svy": Engine(_load_svy, _run_svy, "shares, errors, means", "svy prop and mean"),
    "r-svytable": Engine(_load_r, _run_r("svytable"), "Σw", "R survey, svytable", _seconds_of_r),
    "r-svyby": Engine(
        _load_r, _run_r("svyby"), "shares, errors", "R survey, svyby(svymean)", _seconds_of_r
    ),
}
