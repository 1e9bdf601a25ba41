"""Bars of a page: shapes as thick as each other that begin at one line, with the numbers beside them.

A bar is told from a frame or a rule by its number: in a chart the lengths are to each other as the numbers are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from atbalss.audit import regex
from atbalss.audit.printed_cells import Cell
from atbalss.audit.shapes import Shape

_ALIKE = 0.8  # points by which edges of one line may differ
_LONGEST = 1.03  # the longest bar of a chart to the shortest, at least
_ROUNDED = 0.75  # of the last figure of a number
_DRAWN = 0.8  # points that a bar may be off
_ABOUT = 0.015  # of a number, for a bar drawn by hand
_PARTED = 2.6  # times the usual step from one bar to the next: another chart
_MOST = 120  # bars
_VALUE = regex.pattern(r"\s*[<>≈~]?\s?(\d{1,3}(?:[ \u00a0]\d{3})+|\d+(?:[.,]\d+)?)\s?(%?)")
_IN_BRACKETS = regex.pattern(r"\((\d{1,3}(?:[.,]\d+)?)\s?%\)")


@dataclass(slots=True)
class Span:
    """What stands on the page, along the bars (`begin` to `end`) and across them (`low` to `high`)."""

    begin: float
    end: float
    low: float
    high: float

    @property
    def length(self) -> float:
        """Along the bars."""
        return self.end - self.begin

    @property
    def thick(self) -> float:
        """Across the bars."""
        return self.high - self.low

    @property
    def centre(self) -> float:
        """Half way across."""
        return (self.low + self.high) / 2


@dataclass(slots=True)
class Bar(Span):
    """A bar, or one piece of a stacked bar, with the number that stands at it."""

    fill: tuple[int, int, int] = (0, 0, 0)
    value: Cell | None = None


@dataclass(slots=True)
class Bars:
    """The bars of one chart; `rows`: the pieces of each, one after the other, of a stacked one several."""

    rows: list[list[Bar]]
    upright: bool
    scale: float = 0.0  # of a number to a point
    values: list[Cell] = field(default_factory=list)

    @property
    def begin(self) -> float:
        """The line at which all bars begin."""
        return self.rows[0][0].begin

    @property
    def stacked(self) -> bool:
        """Whether bars are of several pieces."""
        return max(map(len, self.rows)) > 1


def placed(box: Shape | Cell, upright: bool) -> Span:
    """Where a shape or cell stands as the bars see it: upright ones from the left, others from above."""
    if upright:
        return Span(box.foot, box.head, box.left, box.right)
    return Span(box.left, box.right, -box.head, -box.foot)


def bars_of(shapes: Sequence[Shape], numbers: Sequence[Cell]) -> Iterator[Bars]:
    """The charts of bars of a page whose lengths are as the numbers at them."""
    if len(numbers) < 2:
        return
    for upright in (False, True):
        pieces = [_bar(shape, upright) for shape in shapes]
        pieces = [one for one in pieces if one.length > 0.3]
        for family in _families(pieces):
            for rows in _charts(family, pieces):
                if found := _valued(rows, numbers, upright):
                    yield found


def _bar(shape: Shape, upright: bool) -> Bar:
    at = placed(shape, upright)
    return Bar(at.begin, at.end, at.low, at.high, shape.fill)


def _families(pieces: Sequence[Bar]) -> Iterator[list[Bar]]:
    """Pieces that begin at one line and are as thick as each other."""
    left = sorted(pieces, key=lambda one: (one.begin, one.thick))
    while left:
        first = left[0]
        near = [one for one in left if one.begin - first.begin <= _ALIKE]
        same = [one for one in near if abs(one.thick - first.thick) <= _ALIKE]
        taken = set(map(id, same))
        left = [one for one in left if id(one) not in taken]
        if 2 <= len(same) <= _MOST:
            yield same


def _charts(family: Sequence[Bar], pieces: Sequence[Bar]) -> Iterator[list[list[Bar]]]:
    """The bars of a family by chart, each with the pieces that go on with it."""
    ordered = _longest_of_each(family)
    rows = [_going_on(bar, pieces) for bar in ordered]
    steps = [b[0].centre - a[0].centre for a, b in pairwise(rows)]
    if not steps:
        return
    least = min(steps)
    usual = median([step for step in steps if step > 1.3 * least] or steps)
    chart = [rows[0]]
    for step, row in zip(steps, rows[1:], strict=True):
        if step > _PARTED * usual:
            yield chart
            chart = []
        chart.append(row)
    yield chart


def _longest_of_each(family: Sequence[Bar]) -> list[Bar]:
    """Bars in order; of those drawn over one another the one that is not the ground of all."""
    ordered = sorted(family, key=lambda one: (one.low, one.length))
    full = max(one.length for one in family)
    kept: list[Bar] = []
    for one in ordered:
        if kept and abs(kept[-1].low - one.low) <= _ALIKE:
            if full - kept[-1].length <= _ALIKE:
                kept[-1] = one
            continue
        kept.append(one)
    return kept


def _going_on(first: Bar, pieces: Sequence[Bar]) -> list[Bar]:
    """A bar with the pieces that are stacked on it."""
    found = [first]
    level = [
        one
        for one in pieces
        if abs(one.low - first.low) <= _ALIKE and abs(one.high - first.high) <= _ALIKE
    ]
    while len(found) < _MOST:
        end = found[-1].end
        after = [one for one in level if abs(one.begin - end) <= 1.6 and one is not found[-1]]
        after = [one for one in after if one.fill != found[-1].fill and one.end > end]
        if not after:
            break
        found.append(min(after, key=lambda one: abs(one.begin - end)))
    return found


def value_of(cell: Cell) -> tuple[float, float] | None:
    """The number that a cell prints, and half of what its last figure tells; the share of `12 (40 %)`."""
    found = _IN_BRACKETS.search(cell.text) or _VALUE.match(cell.text)
    if found is None:
        return None
    said = found.group(1).replace(" ", "").replace("\u00a0", "").replace(",", ".")
    return float(said), 10.0 ** -len(said.partition(".")[2])


def _valued(rows: list[list[Bar]], numbers: Sequence[Cell], upright: bool) -> Bars | None:
    """Bars with the number of each, where all lengths are as their numbers; else nothing."""
    bars = [piece for row in rows for piece in row]
    lengths = [bar.length for bar in bars]
    if len(rows) < 2 or len(bars) > _MOST or max(lengths) < _LONGEST * min(lengths):
        return None
    told = [(cell, placed(cell, upright), value_of(cell)) for cell in numbers]
    stacked = len(bars) > len(rows)
    choices = [
        [(cell, value) for cell, at, value in told if value and _is_at(bar, at, stacked)]
        for bar in bars
    ]
    if stacked:
        choices = [
            [one for one in own if len(own) == 1 or _inside(bar, placed(one[0], upright))]
            for bar, own in zip(bars, choices, strict=True)
        ]
    longest = max(range(len(bars)), key=lambda at: lengths[at] if choices[at] else 0)
    for _, (value, _) in choices[longest]:
        scale = value / lengths[longest]
        picked = [_fitting(bar, own, scale) for bar, own in zip(bars, choices, strict=True)]
        if value and _enough(bars, choices, picked, scale, stacked):
            for bar, one in zip(bars, picked, strict=True):
                bar.value = one
            return Bars(rows, upright, scale, [one for one in picked if one])
    return None


def _is_at(bar: Bar, number: Span, stacked: bool) -> bool:
    """Whether a number stands on the level of a bar: in it, or right behind its end, or before it."""
    if abs(number.centre - bar.centre) > max(0.5 * bar.thick, 0.4 * number.thick):
        return False
    if _inside(bar, number):
        return True
    room = 3 * min(number.thick, number.length)
    behind = -1.5 <= number.begin - bar.end <= room
    before = -1.5 <= bar.begin - number.end <= room
    return not stacked and (behind or before)


def _inside(bar: Bar, number: Span) -> bool:
    return bar.begin - 1.5 <= number.begin and number.end <= bar.end + 1.5


def _fitting(
    bar: Bar, choices: Sequence[tuple[Cell, tuple[float, float]]], scale: float
) -> Cell | None:
    """The one number that is as the length of its bar; None where none is, or several are."""
    shown = bar.length * scale
    fit = [
        cell
        for cell, (value, figure) in choices
        if abs(value - shown) <= _ROUNDED * figure + _DRAWN * scale + _ABOUT * value
    ]
    nearest = {cell.text for cell in fit}
    return fit[0] if len(nearest) == 1 else None


def _enough(
    bars: Sequence[Bar],
    choices: Sequence[Sequence[tuple[Cell, tuple[float, float]]]],
    picked: Sequence[Cell | None],
    scale: float,
    stacked: bool,
) -> bool:
    """Whether each bar has its number; a piece too small for one may go without."""
    found = [cell for cell in picked if cell]
    if len({id(cell) for cell in found}) < len(found) or len({c.text for c in found}) < 2:
        return False
    lacking = [at for at, cell in enumerate(picked) if cell is None]
    if not stacked:
        return not lacking
    small = 0.12 * max(sum(b.length for b in bars if b.low == bars[0].low), bars[0].length)
    return len(lacking) < len(bars) / 2 and all(
        not choices[at] and bars[at].length < small for at in lacking
    )
