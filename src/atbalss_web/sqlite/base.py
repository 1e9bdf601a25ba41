"""Django's SQLite backend, but those who wait to write stand in a queue.

SQLite lets one connection write at a time and has no queue: each that finds it taken asks again
after a pause. Who has just written and writes again finds the place free at that very moment, and
those who wait ask at others: a busy site keeps somebody waiting for a minute. Here whoever wants
to write first takes the turn (a lock on an empty file beside the database, by SQLite itself, so it
ends with its process on every system), then the writer's place, then gives the turn back. Who has
written has to take the turn again, and that is held by the one who is next.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from typing import Any

from django.db.backends.sqlite3 import base

PAUSE, LEAST = 0.008, 0.0015  # seconds between two tries: at first, and after a second of waiting
NEXT = 0.0005  # and of the one who is next: he alone asks for the writer's place
BESIDE = "-turn"  # the ending of the empty file's name


def pause(waited: float) -> float:
    """Seconds until the next try of one who has waited so long (seconds)."""
    return max(PAUSE - (PAUSE - LEAST) * waited, LEAST)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection whose transactions, and single statements that write, wait in a queue."""

    _turn: sqlite3.Connection | None = None

    def create_cursor(self, name: str | None = None) -> Cursor:
        """A cursor with the patience of the connection's settings."""
        made: Cursor = self.connection.cursor(factory=Cursor)
        made.patience = float(self.settings_dict["OPTIONS"].get("timeout", 5.0))
        made.turn_of = self._the_turn
        return made

    def _the_turn(self) -> sqlite3.Connection | None:
        if self._turn is None and not self.is_in_memory_db():
            self._turn = sqlite3.connect(
                f"{self.settings_dict['NAME']}{BESIDE}",
                isolation_level=None,
                timeout=0,
                check_same_thread=False,
            )
        return self._turn

    def _close(self) -> None:
        super()._close()
        if self._turn is not None:
            self._turn.close()
            self._turn = None


class Cursor(base.SQLiteCursorWrapper):
    """A cursor that begins what it writes in turn with the others."""

    patience = 5.0
    turn_of: Callable[[], sqlite3.Connection | None] = staticmethod(lambda: None)

    def execute(self, query: str, params: Any = None) -> Any:
        """Perform a statement; outside of a transaction one that writes waits for its turn."""
        if self.connection.in_transaction or query[:6].upper() in ("SELECT", "PRAGMA"):
            return super().execute(query, params)
        return self._in_turn(lambda: super(Cursor, self).execute(query, params))

    def _in_turn(self, act: Callable[[], Any]) -> Any:
        began = time.monotonic()
        turn = self.turn_of()
        if turn is not None:
            self._patiently(lambda: turn.execute("BEGIN IMMEDIATE"), began, pause)
        wait = self.connection.execute
        try:
            wait("PRAGMA busy_timeout = 0")
            return self._patiently(act, began, pause if turn is None else lambda _: NEXT)
        finally:
            if turn is not None:
                turn.execute("ROLLBACK")
            wait(f"PRAGMA busy_timeout = {int(1000 * self.patience)}")

    def _patiently(
        self, act: Callable[[], Any], began: float, pausing: Callable[[float], float]
    ) -> Any:
        while True:
            try:
                return act()
            except sqlite3.OperationalError as error:
                waited = time.monotonic() - began
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or waited > self.patience:
                    raise
                time.sleep(pausing(waited))
