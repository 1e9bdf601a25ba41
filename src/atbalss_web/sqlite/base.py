"""Django's SQLite backend, but whoever waits to write asks the more often the longer he waits.

SQLite lets one connection write at a time and has no queue: each that finds it taken asks again
after a pause, and SQLite's own pauses grow to a tenth of a second. So those who have just come,
who still ask often, pass those who wait long, and a busy site keeps somebody waiting for a minute.
Here the pauses are short from the beginning and shrink, which brings the longest waits down to
about as many turns as there are writers.
"""

from __future__ import annotations

import sqlite3
import time

from django.db.backends.sqlite3 import base
from django.db.utils import OperationalError

PAUSE, LEAST = 0.004, 0.0005  # seconds between two tries: at first, and after a second of waiting


def pause(waited: float) -> float:
    """Seconds until the next try of one who has waited so long (seconds)."""
    return max(PAUSE - (PAUSE - LEAST) * waited, LEAST)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions wait for the writer's place in short pauses."""

    def _start_transaction_under_autocommit(self) -> None:
        patience = float(self.settings_dict["OPTIONS"].get("timeout", 5.0))
        began = time.monotonic()
        self.connection.execute("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    super()._start_transaction_under_autocommit()
                    return
                except OperationalError as error:
                    waited = time.monotonic() - began
                    if not _is_taken(error) or waited > patience:
                        raise
                    time.sleep(pause(waited))
        finally:
            self.connection.execute(f"PRAGMA busy_timeout = {int(1000 * patience)}")


def _is_taken(error: OperationalError) -> bool:
    code = getattr(error.__cause__, "sqlite_errorcode", 0)
    return bool(code & 0xFF == sqlite3.SQLITE_BUSY)
