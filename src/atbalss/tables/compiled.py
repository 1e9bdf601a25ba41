"""An optional compiled way to sum by key, for those who count millions often: extra `fast`.

It gives the same sums as `numpy.bincount` (n exactly, floats to the last bits), reads each key once
for all three, and lets other threads work meanwhile. Nobody needs it: nothing else imports it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from atbalss.problems import Refused, problem
from atbalss.tables.keys import AnyKey
from atbalss.tables.sums import Floats


@cache
def _kernel() -> tuple[Any, Any]:
    """The compiled loops; compiling takes a second or two, once a process."""
    try:
        from numba import njit
    except ImportError:
        raise Refused([problem("tables-no-compiler")]) from None

    def three(into: Any, key: Any, w: Any) -> None:
        for row in range(len(key)):
            at, weight = key[row], w[row]
            into[at, 0] += 1.0
            into[at, 1] += weight
            into[at, 2] += weight * weight

    def one(into: Any, key: Any, w: Any) -> None:
        for row in range(len(key)):
            into[key[row]] += w[row]

    return njit(nogil=True)(three), njit(nogil=True)(one)


class CompiledTable:
    """n, sum w and sum w^2 by key beside one another, and the sums of replicate weights."""

    rows_at_once = 1 << 16
    small_keys = True

    def __init__(self, size: int, n_weights: int) -> None:
        self._three, self._one = _kernel()
        self._sums = np.zeros((size, 3))
        self._replicates = np.zeros((n_weights - 2, size))

    def add(self, key: AnyKey, weights: Sequence[Floats]) -> None:
        """Counts rows in: their keys; w, w2 (made again from w) and replicate weights."""
        self._three(self._sums, key, weights[0])
        for total, weight in zip(self._replicates, weights[2:], strict=True):
            self._one(total, key, weight)

    def sums(self) -> list[NDArray[np.float64]]:
        """n, then the sum of each weight, by key."""
        return [*np.ascontiguousarray(self._sums.T), *self._replicates]


def table() -> type[CompiledTable]:
    """The compiled table for `count_blocks`; Refused where no compiler is installed."""
    _kernel()
    return CompiledTable
