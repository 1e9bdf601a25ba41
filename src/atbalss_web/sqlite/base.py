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
from collections.abc import Callable
from typing import Any

from django.db.backends.sqlite3 import base

PAUSE, LEAST = 0.008, 0.0015  # seconds between two tries: at first, and after a second of waiting


def pause(waited: float) -> float:
    """Seconds until the next try of one who has waited so long (seconds)."""
    return max(PAUSE - (PAUSE - LEAST) * waited, LEAST)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions, and single statements that write, wait in short pauses."""

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor with the patience of the connection's settings."""
        made: Cursor = self.connection.cursor(factory=Cursor)
        made.patience = float(self.settings_dict["OPTIONS"].get("timeout", 5.0))
        return made


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that begins what it writes in turn with the others."""

    patience = 5.0

    def execute(self, query: str, params: Any = None) -> Any:
        """Perform a statement; outside of a transaction one that writes waits for its turn."""
        if self.connection.in_transaction or query[:6].upper() in ("SELECT", "PRAGMA"):
            return super().execute(query, params)
        return self._in_turn(lambda: super(Cursor, self).execute(query, params))

    def _in_turn(self, act: Callable[[], Any]) -> Any:
        wait = self.connection.execute
        began = time.monotonic()
        wait("PRAGMA busy_timeout = 0")
        try:
            while True:
                try:
                    return act()
                except sqlite3.OperationalError as error:
                    waited = time.monotonic() - began
                    if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                        raise
                    if waited > self.patience:
                        raise
                    time.sleep(pause(waited))
        finally:
            wait(f"PRAGMA busy_timeout = {int(1000 * self.patience)}")
