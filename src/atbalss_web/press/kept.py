"""What is dear to reckon, kept in a process: each thing is made once, however many ask at once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

V = TypeVar("V")


class Kept(Generic[V]):
    """The last `size` things by key. Who asks for one that is being made waits for it."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._held: OrderedDict[Hashable, V] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], V | None]) -> V | None:
        """The thing of a key, made if it is not there; None, which is not kept, if there is none.

        A fault of `make` is the asker's; the next one tries again.
        """
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._held:
                    return self._held[key]
            try:
                made = make()
                if made is not None:
                    self._put(key, made)
                return made
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _put(self, key: Hashable, made: V) -> None:
        with self._lock:
            self._held[key] = made
            while len(self._held) > self._size:
                self._held.popitem(last=False)

    def clear(self) -> None:
        """Forget everything: for tests, whose rows begin anew."""
        with self._lock:
            self._held.clear()
