"""The Spark engine against a real cluster: the same cube as here, also when a worker is killed.

Everything runs in one pytest process (`xdist_group`), on one cluster that the first test starts.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from atbalss.problems import Refused
from atbalss.tables.cube import Cube
from atbalss.tables.engines.source import FrameSource
from atbalss.tables.specify import build
from atbalss.tables.units import columns_of, units_of
from atbalss.weights.design import Design, Replication

from .made import QUESTIONNAIRE, SCALE, SEX, TOOLS, frame

pyspark = pytest.importorskip("pyspark", reason="PySpark is not installed")

from atbalss.tables.engines.spark_session import connected  # noqa: E402

from .cluster import SMALL, java_there, running  # noqa: E402

pytestmark = [
    pytest.mark.xdist_group("spark"),
    pytest.mark.skipif(not java_there(), reason="NO JAVA: install openjdk-17-jre-headless"),
]

FILES, ROWS = 8, 250
UNITS = Design(strata=":stratum", clusters=":psu", population=":size")
REPLICATES = Design(replicates=(":r1", ":r2"), replication=Replication.BOOTSTRAP)
FILTERS = [(("sex", "f"),), (("tools", "a"),), (("sex", "m"), ("tools", "ab")), (("rate", "high"),)]


def _people(seed: int, n: int) -> pl.DataFrame:
    """Invented answers with weights and a design, as a frame."""
    r = np.random.default_rng(seed)

    def some(names: tuple[str, ...]) -> list[str]:
        return [name for name in names if r.random() < 0.4]

    def tools() -> list[str] | None:
        kinds = [None, ["none"], ["no"], some(TOOLS.names[:4])]
        return kinds[r.choice(4, p=[0.1, 0.1, 0.1, 0.7])]

    def one(names: tuple[str, ...]) -> str | None:
        return None if r.random() < 0.1 else str(r.choice(names))

    people = [
        {
            "sex": one(SEX.names),
            "tools": tools(),
            "rate": one(SCALE.names),
            "speed": one(SCALE.names),
            "visits": None if r.random() < 0.2 else float(r.integers(0, 40)),
            "said": None if r.random() < 0.5 else some(SEX.names),
        }
        for _ in range(n)
    ]
    stratum = r.integers(0, 4, n)
    return frame(people, weights=list(r.uniform(0.2, 4, n))).data.with_columns(
        pl.Series(":stratum", [f"s{i}" for i in stratum]),
        pl.Series(":psu", r.integers(0, 5, n)),
        pl.Series(":size", 1000.0 + 10 * stratum),
        pl.Series(":r1", r.uniform(0, 2, n)),
        pl.Series(":r2", r.uniform(0, 2, n)),
    )


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> tuple[Path, pl.DataFrame]:
    """A folder of Parquet files by wave (`wave=2024/…`), and the rows of 2024 in one frame."""
    root = tmp_path_factory.mktemp("data")
    for wave, seed in (("2022", 500), ("2024", 100)):
        (root / f"wave={wave}").mkdir()
        for number in range(FILES if wave == "2024" else 1):
            part = _people(seed + number, ROWS)
            part.write_parquet(root / f"wave={wave}" / f"part-{number:02}.parquet")
    rows = pl.concat(
        pl.read_parquet(file, hive_partitioning=False)
        for file in sorted((root / "wave=2024").iterdir())
    )
    return root, rows


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    with running(tmp_path_factory.mktemp("cluster")) as made:
        yield made


@pytest.fixture(scope="module")
def spark(cluster, tmp_path_factory):
    log = tmp_path_factory.mktemp("log") / "spark.log"
    # every file a partition of its own, so that both workers count
    small_parts = {
        "spark.sql.files.openCostInBytes": "10000000",
        "spark.sql.files.maxPartitionBytes": "10000000",
        "spark.sql.shuffle.partitions": "2",
        "spark.task.maxFailures": "2",
    }
    with connected(
        cluster.master, log, settings={**SMALL, **small_parts}, python=sys.executable
    ) as made:
        yield made


def _spec(rows: pl.DataFrame, design: Design = UNITS):
    units = units_of(design, rows.select(columns_of(design)).unique().rows())
    return build(QUESTIONNAIRE, FILTERS, design=design, units=units, medians=["visits"])


def _same(one, other) -> None:
    """n exact; every other array, those of units, replicates and medians too, to 1e-9."""
    from atbalss.tables.engines.packed import _arrays

    held, wanted = dict(_arrays(one, "")), dict(_arrays(other, ""))
    assert held.keys() == wanted.keys()
    assert len(held) > 4  # sums of units or of replicate weights, and values, are among them
    for name, array in wanted.items():
        if array.dtype.kind == "i":
            assert (held[name] == array).all(), name
        else:
            np.testing.assert_allclose(held[name], array, rtol=1e-9, atol=1e-9, err_msg=name)


def test_the_cluster_counts_what_is_counted_here(spark, data):
    root, rows = data
    spec = _spec(rows)
    source = spark.source(str(root / "wave=2024"), "2024")
    assert source.rows == rows.height == FILES * ROWS
    assert sorted(source.distinct([":stratum", ":psu"])) == sorted(
        rows.select(":stratum", ":psu").unique().rows()
    )
    found = source.count(spec)
    _same(found, FrameSource(rows).count(spec))
    again = source.count(spec)
    assert (again.w == found.w).all()  # added in a fixed order: equal to the last bit
    assert (again.moments == found.moments).all()
    replicated = _spec(rows, REPLICATES)
    _same(source.count(replicated), FrameSource(rows).count(replicated))
    cube = Cube(spec, {"2024": found})
    assert cube.total("2024", 0, (("sex", "f"),))[0] == rows["sex"].to_list().count("f")


def test_a_column_of_waves_keeps_the_rows_of_the_wave(spark, data):
    root, rows = data
    source = spark.source(root.as_uri(), "2024")  # file:///…, with folders wave=2022, wave=2024
    assert source.rows == rows.height
    spec = _spec(rows)
    _same(source.count(spec), FrameSource(rows).count(spec))
    assert spark.source(root.as_uri(), "2022").rows == ROWS


def test_many_partial_sums_are_added_by_the_workers_in_order(spark, data, monkeypatch):
    root, rows = data
    monkeypatch.setattr("atbalss.tables.engines.spark.AT_ONCE", 4)
    spec, source = _spec(rows), spark.source(str(root / "wave=2024"), "2024")
    assert len(source._partials(spec)) <= 4
    found = source.count(spec)
    _same(found, FrameSource(rows).count(spec))


def test_workers_use_the_package_that_was_sent_to_them(spark, data):
    from atbalss.tables.engines.spark import count_batches

    place = data[0].parent / "where"
    place.mkdir()

    def where(spec, batches):
        import uuid

        import atbalss

        (place / uuid.uuid4().hex).write_text(atbalss.__file__)
        return count_batches(spec, batches)

    source = spark.source(str(data[0] / "wave=2024"), "2024", where)
    source.count(_spec(data[1]))
    found = {file.read_text() for file in place.iterdir()}
    assert found
    assert all(".zip" in path for path in found), found


def test_weights_that_are_none_are_refused_as_here(spark, data, tmp_path):
    rows = data[1].with_columns(weight=-pl.col("weight"))
    rows.write_parquet(tmp_path / "x.parquet")
    spec = _spec(rows)
    with pytest.raises(Refused) as here:
        FrameSource(rows).count(spec)
    with pytest.raises(Refused) as there:
        spark.source(str(tmp_path / "x.parquet"), "2024").count(spec)
    assert [item.code for item in here.value.problems] == ["tables-bad-weights"]
    assert [item.code for item in there.value.problems] == ["tables-bad-weights"]


def test_a_missing_path_is_said_plainly(spark, tmp_path):
    with pytest.raises(Refused) as refused:
        spark.source(str(tmp_path / "nowhere"), "2024").count(build(QUESTIONNAIRE))
    (problem,) = refused.value.problems
    assert problem.code == "engine-no-file"
    assert "java" not in problem.sentence("en").lower()


def test_a_file_that_workers_cannot_see_is_said_plainly(spark, data, tmp_path):
    data[1].write_parquet(tmp_path / "x.parquet")
    source = spark.source(str(tmp_path / "x.parquet"), "2024")
    assert source.columns
    (tmp_path / "x.parquet").unlink()  # the driver has seen it, the workers do not
    with pytest.raises(Refused) as refused:
        source.count(_spec(data[1]))
    assert [item.code for item in refused.value.problems] == ["engine-file-not-on-workers"]
    assert "Caused by" in spark.log.read_text()


def test_a_fault_of_the_workers_python_is_one_line(spark, data):
    def faulty(spec, batches):
        import no_such_module_here

        return no_such_module_here

    with pytest.raises(Refused) as refused:
        spark.source(str(data[0] / "wave=2024"), "2024", faulty).count(_spec(data[1]))
    (problem,) = refused.value.problems
    assert problem.code == "engine-worker-lacks"
    assert "no_such_module_here" in problem.sentence("lv")
    assert "\n" not in problem.sentence("en")


def test_killing_a_worker_changes_nothing_but_the_time(spark, cluster, data, tmp_path):
    """Kill -9 one worker and its executor while it counts: its partitions are counted again."""
    import threading

    from atbalss.tables.engines.spark import count_batches

    root, rows = data
    spec = _spec(rows)

    def slow(spec, batches):
        import time
        import uuid
        from pathlib import Path

        from pyspark import TaskContext

        note = tmp_path / f"{TaskContext.get().partitionId()}-{uuid.uuid4().hex}"
        note.write_text(str(Path.cwd()))  # an executor works in a folder of its worker
        time.sleep(0.7)
        return count_batches(spec, batches)

    victim = cluster.workers[1]
    found = {}
    counting = threading.Thread(
        target=lambda: found.update(
            sums=spark.source(str(root / "wave=2024"), "2024", slow).count(spec)
        )
    )
    counting.start()
    until = time.monotonic() + 180
    while time.monotonic() < until and not _begun(tmp_path, victim.folder):
        time.sleep(0.02)
    lost = _begun(tmp_path, victim.folder)
    assert lost, "the worker to be killed was never given a partition"
    victim.kill()
    counting.join(300)
    _same(found["sums"], FrameSource(rows).count(spec))
    begun = [file.name.partition("-")[0] for file in tmp_path.iterdir()]
    assert len(begun) > len(set(begun)), "no partition was counted twice: nothing was lost"
    assert _begun(tmp_path, cluster.workers[0].folder)


def _begun(notes: Path, worker: Path) -> list[str]:
    return [file.name for file in notes.iterdir() if str(worker) in file.read_text()]


@pytest.mark.parametrize("engine", ["flink://x:1", "spark://", "spark://host", "local[0]", "sql"])
def test_an_unknown_engine_is_refused(engine, tmp_path):
    with pytest.raises(Refused) as refused, connected(engine, tmp_path / "log"):
        pass
    assert refused.value.problems[0].code == "engine-unknown"


def test_an_unreachable_master_is_refused_at_once(tmp_path):
    start = time.monotonic()
    with pytest.raises(Refused) as refused, connected("spark://127.0.0.1:1", tmp_path / "log"):
        pass
    assert refused.value.problems[0].code == "engine-unreachable"
    assert time.monotonic() - start < 90


def test_without_java_the_remedy_is_named(tmp_path, monkeypatch):
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("bash", "sh", "env", "dirname", "cat", "ls", "tr", "sed", "python3"):
        found = next((p for p in ("/usr/bin", "/bin") if (Path(p) / name).exists()), None)
        if found:
            (tools / name).symlink_to(Path(found) / name)
    monkeypatch.setenv("PATH", str(tools))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(Refused) as refused, connected("local[1]", tmp_path / "log"):
        pass
    assert refused.value.problems[0].code == "engine-no-java"
    assert "openjdk" in refused.value.problems[0].remedy("lv")


def test_without_pyspark_the_remedy_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(Refused) as refused, connected("local[1]", tmp_path / "log"):
        pass
    assert refused.value.problems[0].code == "engine-no-pyspark"
    assert "pipx inject" in refused.value.problems[0].remedy("en")
