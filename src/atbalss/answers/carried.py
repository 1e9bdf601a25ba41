"""Columns of the sample that are no questions, as a study declares them.

In a frame they keep the name that the study gives them behind a colon, which no question has.
"""

from __future__ import annotations

from dataclasses import dataclass

MARK = ":"


@dataclass(frozen=True, slots=True)
class Carried:
    """Names of declared columns: `labels` name groups of the sample, `numbers` are not negative."""

    labels: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All names as the file of answers has them."""
        return (*self.labels, *self.numbers)


NOTHING = Carried()
