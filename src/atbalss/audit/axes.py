"""What stands at a chart besides its labels and values: the numbers of its axis, its legend."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.bars import Bars, placed, value_of
from atbalss.audit.printed_cells import Cell
from atbalss.audit.shapes import Shape

Fill = tuple[int, int, int]

_LINE = 1.5  # points by which numbers of an axis may miss their line
_FEWEST = 3  # numbers of an axis
_EVEN = 0.04
_MARK = 18.0  # points that the mark of a legend measures, at most
_PERCENT = regex.any_case(r"%|per ?cent|procent|процент")


def axis_of(bars: Bars, free: Sequence[Cell]) -> tuple[list[Cell], bool]:
    """The numbers of a chart's axis with its title, and whether they say that the values are shares."""
    low = bars.rows[0][0].low
    high = bars.rows[-1][0].high
    for ticks in _lines_of(bars, [cell for cell in free if cell.is_number]):
        at = [placed(cell, bars.upright) for cell in ticks]
        if low < at[0].centre < high:
            continue
        step = _step([(a.begin + a.end) / 2 for a in at], [value_of(cell) for cell in ticks])
        if step == 0:
            continue
        fits = abs(step - bars.scale) <= _EVEN * bars.scale
        signed = all("%" in cell.text for cell in ticks[1:])
        title = [] if bars.upright else _title(ticks, free)
        said = any(_PERCENT.search(cell.text) for cell in title)
        return [*ticks, *title], fits and (signed or said)
    return [], False


def _lines_of(bars: Bars, numbers: Sequence[Cell]) -> Iterator[list[Cell]]:
    """Numbers that stand on one line along the bars, in order of their places."""
    edge = {id(cell): cell.right if bars.upright else cell.foot for cell in numbers}
    left = sorted(numbers, key=lambda cell: edge[id(cell)])
    while left:
        line = [cell for cell in left if edge[id(cell)] - edge[id(left[0])] <= _LINE]
        left = left[len(line) :]
        if len(line) >= _FEWEST:
            yield sorted(line, key=lambda cell: cell.foot if bars.upright else cell.left)


def _step(places: Sequence[float], told: Sequence[tuple[float, float] | None]) -> float:
    """How much an axis grows by each point; 0 where its numbers are no even steps."""
    values = [one[0] for one in told if one]
    if len(values) < len(places):
        return 0.0
    steps = [(b - a) / (y - x) if y - x > 1 else 0.0 for (a, b), (x, y) in zip(
        pairwise(values), pairwise(places), strict=True
    )]  # fmt: skip
    even = min(steps) > 0 and max(steps) - min(steps) <= 0.1 * max(steps)
    return (values[-1] - values[0]) / (places[-1] - places[0]) if even else 0.0


def _title(ticks: Sequence[Cell], free: Sequence[Cell]) -> list[Cell]:
    """What stands under the numbers of an axis, about their middle."""
    middle = (ticks[0].left + ticks[-1].right) / 2
    return [
        cell
        for cell in free
        if 0 <= ticks[0].foot - cell.head < 2 * cell.height
        and abs((cell.left + cell.right) / 2 - middle) < 0.25 * (ticks[-1].right - ticks[0].left)
        and cell.left >= ticks[0].left - 2
    ]


def legend_of(
    bars: Bars, fills: Sequence[Fill], free: Sequence[Cell], shapes: Sequence[Shape]
) -> dict[Fill, Cell]:
    """The words beside the mark of each colour; nothing where one lacks or has two."""
    drawn = {(bar.fill, round(bar.length), round(bar.thick)) for row in bars.rows for bar in row}
    found: dict[Fill, Cell] = {}
    for fill in fills:
        names = {}
        for mark in shapes:
            if mark.fill != fill or max(mark.width, mark.height) > _MARK:
                continue
            sides = (mark.height, mark.width) if bars.upright else (mark.width, mark.height)
            if (fill, round(sides[0]), round(sides[1])) in drawn:
                continue
            beside = [
                cell
                for cell in free
                if -1 <= cell.left - mark.right <= 1.5 * cell.height
                and abs(cell.middle - (mark.foot + mark.head) / 2) < 0.5 * cell.height
            ]
            if len(beside) == 1:
                names[id(beside[0])] = beside[0]
        if len(names) != 1 or _goes_on(next(iter(names.values())), free):
            return {}
        found[fill] = next(iter(names.values()))
    return found if len({cell.text for cell in found.values()}) == len(fills) else {}


def _goes_on(name: Cell, free: Sequence[Cell]) -> bool:
    """Whether more words follow close behind a name: nobody knows where it ends."""
    return any(
        0 < cell.left - name.right < 0.9 * name.height
        and abs(cell.middle - name.middle) < 0.3 * name.height
        for cell in free
    )
