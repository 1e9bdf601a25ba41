"""The days of the fieldwork told twice, with two values: `4–22 March` here, `11–29 March` there."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit.claims import Claims
from atbalss.audit.fielded import Fielded, fielded
from atbalss.audit.finding import Finding, finding
from atbalss.audit.text import Text

_MODES = (  # each with fieldwork of its own
    ("telefon", "phone", "телефон", "звон"),
    ("internet", "online", "web", "tiešsaist", "интернет", "онлайн", "link", "saite", "ссылк"),
    ("papīr", "paper", "бумаж"),
    ("klātien", "face-to-face", "in person", "личн"),
    ("pasta", "post", "почт"),
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Two tellings of when the survey ran that cannot both be so."""
    found = fielded(text)
    told: set[int] = set()
    for one, other in itertools.combinations(found, 2):
        if not _differ(one, other) or _parted(one, other):
            continue
        if any(_supports(item, one) and _supports(item, other) for item in found):
            continue
        told.add(other.spot.line)
        yield finding(
            text, "two-values", other.spot, (one.spot,), code="two-dates",
            value=other.shown, other=one.shown, line=one.spot.line,
        )  # fmt: skip


def _supports(item: Fielded, own: Fielded) -> bool:
    return item.first == own.first and item.last == own.last


def _differ(one: Fielded, other: Fielded) -> bool:
    """Whether two tellings overlap, or touch, in one year, and yet are not one."""
    if one.year and other.year and one.year != other.year:
        return False
    if 0 in other.first + other.last:
        pairs = ((one.first, other.first), (one.last, other.last))
        return any(a[0] and b[0] and _NEXT < abs(_days(a) - _days(b)) <= _CLOSE for a, b in pairs)
    if one.first == other.first and one.last == other.last:
        return False
    apart = max(_days(one.first), _days(other.first)) - min(_days(one.last), _days(other.last))
    return apart <= 0 and abs(_days(one.last) - _days(other.last)) <= _CLOSE


_NEXT = 1  # day: who asked until the 21st may say that it closed on the 22nd
_CLOSE = 45  # days: what lies further apart is another wave


def _days(at: tuple[int, int]) -> int:
    return at[0] * 31 + at[1]


def _parted(one: Fielded, other: Fielded) -> bool:
    """Whether the two are of two ways of asking, or the one lies within the other's days by its words."""
    for names in _MODES:
        own = [any(name in item.sentence.lower() for name in names) for item in (one, other)]
        if own[0] != own[1] and any(
            any(name in item.sentence.lower() for name in rest)
            for rest in _MODES
            if rest is not names
            for item in (one, other)
        ):
            return True
    return False
