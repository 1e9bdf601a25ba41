"""A real Spark cluster of one master and two workers on the loopback, from PySpark's own jars.

Each process ends with the tests: its group is killed at the end, and the kernel kills it if pytest
itself is killed.
"""

from __future__ import annotations

import ctypes
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyspark

SPARK_CLASS = Path(pyspark.__file__).parent / "bin" / "spark-class"
STARTS_WITHIN = 90.0  # seconds, on a busy machine
DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
SMALL = {  # what a test's own connection asks of the cluster and of this machine
    "spark.executor.memory": "512m",
    "spark.driver.memory": "512m",
    "spark.executor.cores": "1",
}


def java_there() -> bool:
    """Whether a Java is here that Spark can start."""
    home = os.environ.get("JAVA_HOME")
    return bool(shutil.which("java") or (home and (Path(home) / "bin" / "java").exists()))


@dataclass(frozen=True)
class Node:
    """A master or a worker: its process leads a group that its executors belong to."""

    process: subprocess.Popen[bytes]
    folder: Path

    def said(self) -> str:
        return (self.folder / "log").read_text(errors="replace")

    def kill(self) -> None:
        """Kill -9 it and its executors."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@dataclass(frozen=True)
class Cluster:
    master: str
    nodes: tuple[Node, ...]

    @property
    def workers(self) -> tuple[Node, ...]:
        return self.nodes[1:]


@contextmanager
def running(folder: Path, workers: int = 2) -> Iterator[Cluster]:
    """A cluster; all its processes are gone afterwards."""
    nodes: list[Node] = []
    here = ["--host", "127.0.0.1", "--webui-port", "0"]
    try:
        nodes.append(_start(folder / "master", "master.Master", *here, "--port", "0"))
        url = _wait_for(nodes[0], r"Starting Spark master at (spark://127\.0\.0\.1:\d+)")
        size = ["--cores", "1", "--memory", "700m"]
        for number in range(workers):
            place = folder / f"worker{number}"
            nodes.append(_start(place, "worker.Worker", *here, *size, "-d", str(place), url))
        for node in nodes[1:]:
            _wait_for(node, r"(Successfully registered with master)")
        yield Cluster(url, tuple(nodes))
    finally:
        for node in nodes:
            node.kill()


def _start(folder: Path, name: str, *arguments: str) -> Node:
    folder.mkdir(parents=True)
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "JAVA_HOME") if key in os.environ}
    env = {
        **kept,
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(folder),
        "SPARK_LOCAL_DIRS": str(folder),
        "LC_ALL": "C.UTF-8",
    }
    prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None

    def die_with_us() -> None:
        if prctl is not None:
            prctl(DIE_WITH_PARENT, signal.SIGKILL)

    with (folder / "log").open("wb") as log:
        command = [str(SPARK_CLASS), f"org.apache.spark.deploy.{name}", *arguments]
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=env,
            cwd=folder,
            start_new_session=True,
            preexec_fn=die_with_us,
        )
    return Node(process, folder)


def _wait_for(node: Node, pattern: str) -> str:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if found := re.search(pattern, node.said()):
            return found[1]
        if node.process.poll() is not None:
            break
        time.sleep(0.1)
    raise AssertionError(f"{node.folder.name} did not start:\n{node.said()[-3000:]}")
