"""Two lists that agree in all but a value: a figure and its annex table, a sentence and the table that it retells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Number
from atbalss.audit.series import is_rest, years_in
from atbalss.audit.sheets import Sheet, sheets_of
from atbalss.audit.stems import stems
from atbalss.audit.text import Text

_LEAST = 3  # different values that two lists of one thing have in common
_MANY = 6  # of so many, two may differ
_SHARED = 0.8  # of the entries of the shorter list


@dataclass(frozen=True, slots=True)
class _Entry:
    """A value of a list: the stems of its label, the label, where it stands."""

    named: frozenset[str]
    label: str
    number: Number
    spot: Spot


@dataclass(frozen=True, slots=True)
class _List:
    """A column or a row of a table, or a list; `values`: those that say something (all but 0 and 100)."""

    head: str
    entries: tuple[_Entry, ...]
    values: frozenset[float]
    sheet: Sheet


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Values in which two lists differ that otherwise give the same things the same values."""
    told: set[tuple[int, str]] = set()
    for one, other in combinations(_lists(text, claims), 2):
        if one.sheet is other.sheet or len(one.values & other.values) < _LEAST:
            continue
        for here, there in _differing(one, other):
            if (here.spot.line, here.label) not in told:
                told.add((here.spot.line, here.label))
                _tell_once(here, claims)
                yield finding(
                    text, "two-values", here.spot, (there.spot,), code="two-lists",
                    words=here.label, value=here.number.shown, other=there.number.shown,
                    line=there.spot.line,
                )  # fmt: skip


def _tell_once(here: _Entry, claims: Claims) -> None:
    """Mark the share of a sentence as told, for the rules that hold sentences against tables."""
    for claim in claims.levels:
        if claim.sentence.block == here.spot.block and claim.number.value == here.number.value:
            claims.kept.setdefault("told-twice", []).append(claim)


@listed_once
def _lists(text: Text, claims: Claims) -> Iterator[_List]:
    for sheet in sheets_of(text, claims):
        for column, head in enumerate(sheet.heads):
            down = zip(
                sheet.labels, (cells[column] for cells in sheet.cells), sheet.spots, strict=True
            )
            yield _list(
                head, ((label, n, at) for label, n, at in down if n is not None), sheet, text
            )
        for row, label in enumerate(sheet.labels):
            if len(sheet.heads) > _LEAST:
                across = zip(sheet.heads, sheet.cells[row], strict=True)
                told = ((head, n, sheet.spots[row]) for head, n in across if n is not None)
                yield _list(label, told, sheet, text)


def _list(head: str, told: Iterable[tuple[str, Number, Spot]], sheet: Sheet, text: Text) -> _List:
    entries = []
    for name, number, where in told:
        if is_rest(name, text):
            continue  # `other` stands in many lists, of other things in each
        label = " ".join(regex.sub(r"\([^()]*\)", " ", name).split()).strip(" ,.:;–—-")
        named = frozenset(stems(label, text.lang)) or frozenset({label.casefold()})
        entries.append(_Entry(named, label, number, where))
    return _List(head, tuple(entries), _telling(one.number for one in entries), sheet)


def _telling(told: Iterable[Number]) -> frozenset[float]:
    return frozenset(number.value for number in told) - {0.0, 100.0}


def _differing(one: _List, other: _List) -> list[tuple[_Entry, _Entry]]:
    """The entries in which two lists of one thing differ, the later first; none of lists of two things."""
    if years_in(one.head) != years_in(other.head):
        return []
    pairs = list(_pairs(one.entries, other.entries))
    if len(pairs) < _SHARED * min(len(one.entries), len(other.entries)):
        return []
    apart = [(b, a) for a, b in pairs if not _agree(a.number, b.number)]
    same = len(_telling(a.number for a, b in pairs if _agree(a.number, b.number)))
    swapped = _swapped(apart)
    if same < _LEAST - swapped or len(apart) > 1 + (swapped or same >= _MANY):
        return []
    return [(b, a) for b, a in apart if not _near(a.number, b.number)]


def _pairs(ones: Sequence[_Entry], others: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Entries of two lists that are called the same: each is the only one that the other can be."""
    for same in (_same, _alike):
        left = [(a, [b for b in others if same(a, b)]) for a in ones]
        pairs = [(a, bs[0]) for a, bs in left if len(bs) == 1]
        pairs = [(a, b) for a, b in pairs if sum(same(b, again) for again in ones) == 1]
        yield from pairs
        ones = [a for a in ones if all(a is not one for one, _ in pairs)]
        others = [b for b in others if all(b is not other for _, other in pairs)]


def _same(one: _Entry, other: _Entry) -> bool:
    return one.label.casefold() == other.label.casefold()


def _alike(one: _Entry, other: _Entry) -> bool:
    return one.named <= other.named or other.named <= one.named


def _agree(one: Number, other: Number) -> bool:
    """Whether two values are one, rounded to the digits of the coarser."""
    return abs(one.value - other.value) <= max(one.step, other.step) / 2 + 1e-9


def _near(one: Number, other: Number) -> bool:
    """Whether rounding twice may have made one of the other."""
    return abs(one.value - other.value) <= max(one.step, other.step) + 1e-9


def _swapped(apart: Sequence[tuple[_Entry, _Entry]]) -> bool:
    """Whether two entries have each the other's value."""
    return len(apart) == 2 and all(
        _agree(apart[at][0].number, apart[1 - at][1].number) for at in (0, 1)
    )
