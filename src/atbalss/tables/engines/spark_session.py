"""A connection to Spark: started quietly, our package sent along, ended for sure."""

from __future__ import annotations

import contextlib
import re
import socket
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import atbalss
from atbalss.problems import Refused, problem
from atbalss.tables.engines.spark import Count, SparkSource, count_batches
from atbalss.tables.engines.spark_faults import no_warnings, told

LOCAL = re.compile(r"local(\[(\*|[1-9][0-9]*)\])?")
CLUSTER = re.compile(r"spark://([^:/,\s]+):([0-9]{1,5})")
TICK = 0.25  # seconds
NO_ANSWER = 5.0  # seconds until a master that does not answer is called unreachable
LOOPBACK = ("127.0.0.1", "localhost")
SETTINGS = {
    "spark.app.name": "atbalss",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "65536",
}


@dataclass(frozen=True)
class Spark:
    """An open connection; `log` is the file with all that Spark said."""

    session: Any
    log: Path

    def source(self, address: str, wave: str, count_part: Count = count_batches) -> SparkSource:
        """The rows of a wave at an address that Spark reads: a path, `file://`, `s3a://`, ..."""
        return SparkSource(self.session, address, wave, self.log, count_part)


def is_master(engine: str) -> bool:
    """Whether the name of an engine is one that this room connects to."""
    return bool(LOCAL.fullmatch(engine) or CLUSTER.fullmatch(engine))


@contextmanager
def connected(
    master: str,
    log: Path,
    *,
    settings: Mapping[str, str] | None = None,
    python: str = "",
    patience: float = 120.0,
) -> Iterator[Spark]:
    """A connection to `spark://host:port` or `local[n]`; Refused if there is none to be had.

    `settings` are Spark's own, above those of `spark-defaults.conf`; `python` is the interpreter
    on the workers (none: what PYSPARK_PYTHON or Spark's settings say); `patience` the seconds to
    wait for a first worker. What Spark prints goes to `log`, which is begun anew.
    """
    _check(master)
    wanted = {**SETTINGS, "spark.master": master, **_addresses(master), **(settings or {})}
    log.parent.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="atbalss-") as scratch,
        log.open("w", encoding="utf-8", errors="replace") as out,
    ):
        gateway = None
        try:
            with told(log, master):
                gateway, session = _start(wanted, out)
                context = session.sparkContext
                context.pythonExec = _python(context, master, python)
                context.addPyFile(str(_package(Path(scratch))))
                if not LOCAL.fullmatch(master):
                    _await_worker(context, master, patience)
            yield Spark(session, log)
        finally:
            _stop(gateway)


def _check(master: str) -> None:
    """Refuse what cannot work before a Java machine is started for it."""
    if not is_master(master):
        raise Refused([problem("engine-unknown", engine=master)])
    try:
        with no_warnings():
            import pandas  # noqa: F401
            import pyarrow  # noqa: F401
            import pyspark  # noqa: F401
    except ImportError as missing:
        raise Refused([problem("engine-no-pyspark", module=missing.name or "pyspark")]) from missing
    found = CLUSTER.fullmatch(master)
    if found is None:
        return
    try:
        socket.create_connection((found[1], int(found[2])), NO_ANSWER).close()
    except (OSError, OverflowError) as why:
        raise Refused([problem("engine-unreachable", engine=master, cause=why)]) from why


def _addresses(master: str) -> dict[str, str]:
    """On this machine the loopback; for other clusters Spark finds our address."""
    found = CLUSTER.fullmatch(master)
    if found is not None and found[1] not in LOOPBACK:
        return {}
    return {"spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1"}


def _start(settings: Mapping[str, str], out: Any) -> tuple[Any, Any]:
    """Start Spark's Java machine with its words going to `out`, and open a session on it."""
    from pyspark import SparkConf, SparkContext
    from pyspark.java_gateway import launch_gateway
    from pyspark.sql import SparkSession

    conf = SparkConf(loadDefaults=False).setAll(list(settings.items()))
    gateway = launch_gateway(conf, {"stdout": out, "stderr": out})
    try:
        with no_warnings():
            return gateway, SparkSession(SparkContext(conf=conf, gateway=gateway))
    except BaseException:
        _stop(gateway)
        raise


def _python(context: Any, master: str, python: str) -> str:
    """The interpreter on the workers; on this very machine the one that runs us."""
    said = python or context.getConf().get("spark.pyspark.python", "")
    unsaid = context.pythonExec == "python3"
    if not said and unsaid and LOCAL.fullmatch(master):
        return sys.executable
    return str(said or context.pythonExec)


def _package(folder: Path) -> Path:
    """This package as a zip that workers import from, whatever they have installed."""
    root = Path(atbalss.__file__).parent
    target = folder / f"atbalss-{atbalss.__version__}.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in sorted(root.rglob("*.py")):
            packed.write(file, Path(root.name) / file.relative_to(root))
    return target


def _await_worker(context: Any, master: str, patience: float) -> None:
    """Wait for a first worker beside the driver; a busy or empty cluster gives none."""
    tracker = context._jsc.sc().statusTracker()
    pause = threading.Event()
    for _ in range(max(1, int(patience / TICK))):
        if len(tracker.getExecutorInfos()) > 1:
            return
        pause.wait(TICK)
    raise Refused([problem("engine-no-workers", engine=master, seconds=int(patience))])


def _stop(gateway: Any) -> None:
    """End session, connection and Java machine, whatever state they are in."""
    from pyspark import SparkContext
    from pyspark.sql import SparkSession

    if gateway is None:
        return
    with contextlib.suppress(Exception):
        if SparkContext._active_spark_context is not None:
            SparkSession(SparkContext._active_spark_context).stop()
    with contextlib.suppress(Exception):
        gateway.shutdown()
    SparkContext._active_spark_context = None
    SparkContext._gateway = SparkContext._jvm = None
    if gateway.proc is not None:
        gateway.proc.stdin.close()
        try:
            gateway.proc.wait(10)
        except Exception:
            gateway.proc.kill()
            gateway.proc.wait()
