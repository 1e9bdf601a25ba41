"""What a rule computes with: numbers, texts and truth, converted as XPath 1.0 does.

Dates are ISO texts; as numbers they are days since 1970-01-01, times are fractions of a day.
"""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta

from atbalss.study.rules import plain

Value = float | str | bool

NAN = math.nan
_NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_EPOCH = date(1970, 1, 1)
_DAY = 86400.0


def to_number(value: Value) -> float:
    """A value as a number; NaN where a text is neither a number nor an ISO date or time."""
    if isinstance(value, str):
        words = value.strip()
        return float(words) if _NUMBER.fullmatch(words) else _moment(words)
    return float(value)


def to_text(value: Value) -> str:
    """A value as text: whole numbers without a point, `true` and `false`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else plain(value)


def to_truth(value: Value) -> bool:
    """A value as truth: blank texts, zero and NaN are false."""
    if isinstance(value, float):
        return value != 0 and value == value
    return bool(value)


def compare(op: str, left: Value, right: Value) -> bool:
    """Whether `left op right` holds for one of `= != < <= > >=`; false with NaN but for `!=`."""
    if op in ("=", "!="):
        return _equal(left, right) is (op == "=")
    one, other = to_number(left), to_number(right)
    if op == "<":
        return one < other
    if op == "<=":
        return one <= other
    return one > other if op == ">" else one >= other


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return to_truth(left) is to_truth(right)
    if isinstance(left, float) or isinstance(right, float):
        return to_number(left) == to_number(right)
    return left == right


def compute(op: str, left: Value, right: Value) -> float:
    """The number `left op right` for one of `+ - * div mod`, as IEEE arithmetic has it."""
    one, other = to_number(left), to_number(right)
    if op == "+":
        return one + other
    if op == "-":
        return one - other
    if op == "*":
        return one * other
    if op == "div":
        return divided(one, other)
    return remainder(one, other)


def divided(one: float, other: float) -> float:
    """`one / other`; infinite or NaN where `other` is zero."""
    if other != 0:
        return one / other
    if one == 0 or one != one:
        return NAN
    return math.copysign(math.inf, one) * math.copysign(1.0, other)


def remainder(one: float, other: float) -> float:
    """The remainder with the sign of `one`; NaN where there is none."""
    if other == 0 or math.isinf(one) or one != one or other != other:
        return NAN
    return math.fmod(one, other)


def _moment(words: str) -> float:
    if len(words) < 5 or not words[0].isdigit():
        return NAN
    moment = as_moment(words)
    if moment is not None:
        days = (moment.date() - _EPOCH).days
        return days + (moment - datetime.combine(moment.date(), time())).total_seconds() / _DAY
    clock = as_clock(words)
    return NAN if clock is None else _seconds(clock) / _DAY


def as_moment(words: str) -> datetime | None:
    """An ISO date or date with time as a moment, its offset dropped; None if it is neither."""
    if not re.match(r"\d{4}-\d\d-\d\d", words, re.ASCII):
        return None
    try:
        return datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return None


def as_clock(words: str) -> time | None:
    """An ISO time as a time of day, its offset dropped; None if it is none."""
    if not re.match(r"\d\d:\d\d", words, re.ASCII):
        return None
    try:
        return time.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return None


def from_days(days: float) -> datetime | None:
    """The moment that lies `days` after 1970-01-01; None where the calendar has none."""
    try:
        return datetime.combine(_EPOCH, time()) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None


def _seconds(clock: time) -> float:
    return clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6
