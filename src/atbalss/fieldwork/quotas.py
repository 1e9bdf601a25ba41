"""Quotas that never overshoot: a place is reserved at screening and freed when it is not used.

A quota never ends an interview before its own questions are asked: the caller asks for a place
once all the answers that the cell depends on are given.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Quota:
    """A cell: answers that all hold, as (question, code), and how many interviews it takes."""

    name: str
    cell: tuple[tuple[str, str], ...]
    target: int
    done: int = 0
    reserved: int = 0

    def __post_init__(self) -> None:
        if self.target < 0 or self.done < 0 or self.reserved < 0 or not self.cell:
            raise ValueError("a quota has a cell and no negative counts")

    @property
    def left(self) -> int:
        """Places that may still be reserved; never negative, though a target may be lowered."""
        return max(self.target - self.done - self.reserved, 0)


class Place(StrEnum):
    """What a quota says to an interview."""

    UNKNOWN = "unknown"  # its questions are not all answered
    NONE = "none"  # no quota applies
    OPEN = "open"
    FULL = "full"


def cells_of(quotas: Iterable[Quota], answers: Mapping[str, str]) -> tuple[Place, tuple[str, ...]]:
    """Which quotas an interview falls in, by the answers given so far, and what they say.

    UNKNOWN while a quota question on which it still depends has no answer; FULL if any of its
    quotas has no place.
    """
    mine: list[Quota] = []
    for quota in quotas:
        known = [answers.get(question) for question, _ in quota.cell]
        fits = [
            value is None or value == code
            for value, (_, code) in zip(known, quota.cell, strict=True)
        ]
        if all(fits) and None in known:
            return Place.UNKNOWN, ()
        if all(fits):
            mine.append(quota)
    if not mine:
        return Place.NONE, ()
    names = tuple(item.name for item in mine)
    return (Place.FULL if any(item.left == 0 for item in mine) else Place.OPEN), names


def reserve(quotas: Sequence[Quota], names: Iterable[str]) -> tuple[Quota, ...] | None:
    """The quotas with one more place reserved in each of those named; None if any is full."""
    wanted = set(names)
    if any(item.left == 0 for item in quotas if item.name in wanted):
        return None
    return tuple(
        replace(item, reserved=item.reserved + 1) if item.name in wanted else item
        for item in quotas
    )


def release(quotas: Sequence[Quota], names: Iterable[str]) -> tuple[Quota, ...]:
    """The quotas with a reserved place given back: a break-off, an interview sent away."""
    return _moved(quotas, names, 0)


def fill(quotas: Sequence[Quota], names: Iterable[str]) -> tuple[Quota, ...]:
    """The quotas with a reserved place taken for good by a finished interview."""
    return _moved(quotas, names, 1)


def _moved(quotas: Sequence[Quota], names: Iterable[str], done: int) -> tuple[Quota, ...]:
    wanted = set(names)
    if any(item.reserved == 0 for item in quotas if item.name in wanted):
        raise ValueError("nothing is reserved")
    return tuple(
        replace(item, reserved=item.reserved - 1, done=item.done + done)
        if item.name in wanted
        else item
        for item in quotas
    )
