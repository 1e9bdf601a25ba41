"""The queue for SQLite's one writer: nobody waits for many turns, and nobody for ever."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time

import pytest
from django.db.utils import OperationalError

from atbalss_web.sqlite.base import BESIDE, LEAST, PAUSE, DatabaseWrapper, pause

WRITER = """
import sys, time
from tests.web.test_sqlite import opened
db, longest, n = opened(sys.argv[1]), 0.0, 0
print("ready", flush=True)
sys.stdin.readline()  # all begin together, however long each took to start
end = time.monotonic() + 1.0
while time.monotonic() < end:
    start = time.monotonic()
    if n % 3:
        db._start_transaction_under_autocommit()
        longest = max(longest, time.monotonic() - start)
        db.connection.execute("UPDATE t SET n = n + 1")
        time.sleep(0.004)
        db.connection.execute("COMMIT")
    else:  # a single statement waits in the same queue
        db.cursor().execute("UPDATE t SET n = n + %s", [1])
        longest = max(longest, time.monotonic() - start)
    n += 1
print(n, longest)
"""


def opened(file, timeout=60):
    """A connection of the site's own kind to a file."""
    options = {"transaction_mode": "IMMEDIATE", "timeout": timeout}
    made = DatabaseWrapper(
        {
            "NAME": str(file),
            "OPTIONS": options | {"init_command": "PRAGMA journal_mode=WAL;"},
            "TIME_ZONE": None,
            "CONN_HEALTH_CHECKS": False,
            "CONN_MAX_AGE": None,
            "AUTOCOMMIT": True,
            "ATOMIC_REQUESTS": False,
        }
    )
    made.connect()
    return made


def test_pauses_shrink_for_those_who_wait():
    assert pause(0) == PAUSE and pause(1) == pause(60) == LEAST
    assert pause(0.2) > pause(0.5) > LEAST


def writers(file):
    """What four writers did in one second together: turns, and the longest wait (seconds)."""
    command = [sys.executable, "-c", WRITER, str(file)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    running = [subprocess.Popen(command, **pipes) for _ in range(4)]
    assert [item.stdout.readline() for item in running] == ["ready\n"] * 4
    for item in running:
        item.stdin.write("go\n")
        item.stdin.flush()
    told = [item.communicate()[0].split() for item in running]
    return [int(n) for n, _ in told], max(float(longest) for _, longest in told)


def test_writers_at_once_take_turns(tmp_path):
    file = tmp_path / "turns.sqlite3"
    db = opened(file)
    db.connection.execute("CREATE TABLE t (n INTEGER)")
    db.connection.execute("INSERT INTO t VALUES (0)")
    written, seen = 0, []
    for _ in range(5):  # a busy machine may keep one of them from its processor for long
        turns, longest = writers(file)
        written += sum(turns)
        assert db.connection.execute("SELECT n FROM t").fetchone()[0] == written
        seen.append((turns, longest))
        if min(turns) > max(turns) / 4 and longest < 0.6:
            break
    else:
        pytest.fail(f"some waited for many turns each time: {seen}")


def test_who_has_written_stands_behind_the_one_who_is_next(tmp_path):
    file = tmp_path / "queue.sqlite3"
    one, following = opened(file, timeout=0.2), sqlite3.connect(f"{file}{BESIDE}", timeout=0)
    one.cursor().execute("CREATE TABLE t (n INTEGER)")
    following.execute("BEGIN IMMEDIATE")  # somebody has the turn; the writer's place is free
    with pytest.raises(OperationalError, match="locked"):
        one._start_transaction_under_autocommit()
    following.rollback()
    one._start_transaction_under_autocommit()
    following.execute("BEGIN IMMEDIATE")  # who writes has given the turn back
    one.connection.execute("COMMIT")
    one.close()
    assert one._turn is None


def test_who_waited_long_enough_is_told(tmp_path):
    file = tmp_path / "taken.sqlite3"
    one, two = opened(file), opened(file, timeout=0.2)
    one._start_transaction_under_autocommit()
    began = time.monotonic()
    with pytest.raises(OperationalError, match="locked"):
        two._start_transaction_under_autocommit()
    assert 0.2 < time.monotonic() - began < 5
    with pytest.raises(OperationalError, match="locked"):
        two.cursor().execute("CREATE TABLE t (n INTEGER)")
    assert two.connection.execute("PRAGMA busy_timeout").fetchone()[0] == 200
    one.connection.execute("ROLLBACK")
    two._start_transaction_under_autocommit()
