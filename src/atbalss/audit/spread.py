"""An amount against the two levels that it is told of: how far apart they are, and points told in percent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from atbalss.audit.finding import Finding, Spot, finding
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.text import Text


def gives(one: Number, other: Number, amount: Number) -> bool:
    """Whether two levels are as far apart as an amount says, within a unit of the last digit."""
    step = max(one.step, other.step, amount.step)
    return abs(abs(one.value - other.value) - amount.value) <= step + 1e-9


def in_points(one: float, other: float, amount: Number, *, clear: float = 0) -> bool:
    """Whether an amount is just the difference of two shares, and not their relative change.

    `clear`: how far it must be from the change relative to the first; else far from that to either.
    """
    spread = abs(one - other)
    exact = abs(spread - round(spread, amount.digits)) < 1e-9
    rounded = 0.0 if exact else amount.step / 2  # 11.3 points may be told as 11
    relative = (100 * spread / max(value, 0.1) for value in ((one,) if clear else (one, other)))
    return (
        abs(spread - amount.value) <= rounded + 1e-9
        and spread > 0
        and all(abs(part - amount.value) > (clear or 1.5) for part in relative)
    )


def against(
    text: Text, at: Spot, others: tuple[Spot, ...], one: Number, other: Number, amount: Number
) -> Iterator[Finding]:
    """What is wrong with an amount of two levels: points told in percent, or another difference."""
    if amount.unit is Unit.PERCENT:
        if in_points(one.value, other.value, amount):
            yield percent(text, at, others, amount)
    elif not gives(one, other, amount):
        yield wrong(text, at, others, one, other, amount)


def percent(text: Text, at: Spot, others: tuple[Spot, ...], amount: Number) -> Finding:
    """Points that are told in percent."""
    others = tuple(dict.fromkeys(others))
    return finding(text, "percent-for-points", at, others, value=amount.shown)


def wrong(
    text: Text, at: Spot, others: tuple[Spot, ...], one: Number, other: Number, amount: Number
) -> Finding:
    """An amount that is not the difference of its levels."""
    right = f"{abs(other.value - one.value):.{max(one.digits, other.digits)}f}"
    printed = {"earlier": one.shown, "later": other.shown, "amount": amount.shown, "right": right}
    return finding(text, "value-difference", at, tuple(dict.fromkeys(others)), **printed)


def backwards(
    text: Text, at: Spot, word: str, others: Sequence[Spot], earlier: Number, later: Number
) -> Finding:
    """A word of growth or decline whose levels go the other way."""
    others = tuple(dict.fromkeys(others))
    return finding(
        text, "trend-word", at, others, words=word, earlier=earlier.shown, later=later.shown
    )
