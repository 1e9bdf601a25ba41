"""Charts of a printed page as tables: each number of a drawing with the label at its bar.

Where a label is missing, stands as near to two bars, or does not stand as the others do, nothing is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.axes import axis_of, legend_of
from atbalss.audit.bar_labels import Label, labels_of
from atbalss.audit.bars import Bar, Bars, bars_of
from atbalss.audit.printed_cells import Cell
from atbalss.audit.shapes import Shape

_OVER = 6.0  # heights of a line from a chart to its title
_AFTER = 6  # lines behind a chart that may be its title, printed last
_CAPTION = regex.any_case(  # one beneath a chart goes before it
    r"(?:fig(?:ure|\.)|chart|graph|attēls|рис(?:унок|\.)|диаграмма|график)\s*(?:№\s*)?[\dIVX]|\d+(?:\.\d+)*\.?\s*(?:attēls|grafiks|рисунок)"
)
_EDGE = 4.0  # points by which the ends of labels may differ
_SIGN = regex.pattern(r"\d\s?%")


@dataclass(slots=True)
class Plot:
    """A chart as the rows of a table, its head first, with the cells that it takes."""

    rows: list[tuple[str, ...]]
    taken: list[Cell]

    @property
    def head(self) -> float:
        """The upper edge of what is read."""
        return max(cell.head for cell in self.taken)


def without_plots(
    lines: Sequence[Sequence[Cell]], plots: Sequence[Plot]
) -> tuple[list[list[Cell]], dict[int, list[Plot]]]:
    """The lines without what charts take (empty ones stay), and before which of them each chart is read."""
    rest = [[cell for cell in line if not cell.drawn] for line in lines]
    places: dict[int, list[Plot]] = {}
    for plot in plots:
        own = {id(cell) for cell in plot.taken}
        at = [n for n, line in enumerate(lines) if any(_is_taken(cell, own) for cell in line)]
        places.setdefault(_place(plot, min(at), max(at), rest), []).append(plot)
    return rest, places


def _is_taken(cell: Cell, taken: set[int]) -> bool:
    return id(cell) in taken or any(id(part) in taken for part in cell.parts)


def _place(plot: Plot, first: int, last: int, rest: Sequence[Sequence[Cell]]) -> int:
    """Where a chart is read: behind its title, although a page may print that last; behind a caption beneath."""
    place = first
    for at in range(first, min(last + _AFTER, len(rest))):
        line = rest[at]
        if line and plot.head - 2 <= line[0].foot < plot.head + _OVER * line[0].height:
            place = at + 1
    above = next((line for line in reversed(rest[:place]) if line), [])
    for at in range(place, min(max(place, last) + 3, len(rest))):
        if rest[at]:
            captioned = _CAPTION.match(" ".join(cell.text for cell in rest[at]))
            under = captioned and not (above and _CAPTION.match(above[0].text))
            return at + 1 if under else place
    return place


def plots_of(lines: Sequence[Sequence[Cell]], shapes: Sequence[Shape]) -> list[Plot]:
    """The charts of a page that can be read for sure."""
    if len(shapes) < 2:
        return []
    cells = [part for line in lines for cell in line if not cell.turned for part in _parts(cell)]
    numbers = [cell for cell in cells if cell.is_number]
    found: list[Plot] = []
    taken: set[int] = set()
    for bars in bars_of(shapes, numbers):
        for plot in _plots(bars, cells, shapes):
            own = {id(cell) for cell in plot.taken}
            if not own & taken:
                found.append(plot)
                taken |= own
    for cell in (cell for line in lines for cell in line if found):
        cell.drawn = _is_taken(cell, taken)
    return found


def _parts(cell: Cell) -> list[Cell]:
    """A cell, or the numbers that stand close together in one."""
    if cell.is_number or not cell.text[:1].isdigit():
        return [cell]
    words = cell.words
    if len(words) < 2 or not all(word.is_number for word in words):
        return [cell]
    cell.parts = tuple(words)
    return words


def _plots(bars: Bars, cells: Sequence[Cell], shapes: Sequence[Shape]) -> Iterator[Plot]:
    """One chart as a table, or as several where titles stand between its rows."""
    values = set(map(id, bars.values))
    free = [cell for cell in cells if id(cell) not in values]
    fills = list(dict.fromkeys(bar.fill for row in bars.rows for bar in row))
    legend = legend_of(bars, fills, free, shapes) if len(fills) > 1 else {}
    marks = {id(name) for name in legend.values()}
    free = [cell for cell in free if id(cell) not in marks]
    groups = _groups(bars, fills) if legend else [[row] for row in bars.rows]
    several = bool(legend) and (bars.stacked or len(groups) < len(bars.rows))
    if bars.stacked and not several:
        return
    labels = labels_of(bars, groups, free)
    if labels is None or _lacks_a_bar(labels, bars, free):
        return
    named = {id(part) for label in labels for part in (*label.cells, *label.titles)}
    ticks, percent = axis_of(bars, [cell for cell in free if id(cell) not in named])
    signed = any(_SIGN.search(cell.text) for cell in bars.values)
    heads = [legend[fill].text for fill in fills] if several else [""]
    if signed or percent:
        heads = [f"{head}, %".strip(" ,") if not (several and signed) else head for head in heads]
    taken = [*ticks, *(legend.values() if several else ())]
    for title, part in _parted(labels, groups):
        rows: list[tuple[str, ...]] = [(title, *heads)]
        own = list(taken)
        for label, group in part:
            pieces = [piece for row in group for piece in row]
            rows.append((label.text, *(_cells(pieces, fills) if several else _only(pieces))))
            own += [*label.cells, *label.titles, *(piece.value for piece in pieces if piece.value)]
        taken = []
        if len(rows) > 2:
            yield Plot(rows, own)


def _lacks_a_bar(labels: Sequence[Label], bars: Bars, free: Sequence[Cell]) -> bool:
    """Whether what stands between rows as a title is the label of a row whose bar is not known.

    A number on its level says so, or that it ends where all labels end and others begin elsewhere.
    """
    ends = [label.place.end for label in labels]
    begins = [label.place.begin for label in labels]
    aligned = max(ends) - min(ends) <= _EDGE < max(begins) - min(begins)
    for title in (cell for label in labels for cell in label.titles):
        if aligned and abs(title.right - max(ends)) <= _EDGE:
            return True
        if any(
            cell.is_number
            and cell.left > bars.begin - 2
            and abs(cell.middle - title.middle) < 0.5 * title.height
            for cell in free
        ):
            return True
    return False


def _groups(bars: Bars, fills: Sequence[tuple[int, int, int]]) -> list[list[list[Bar]]]:
    """The bars of each label: one of each colour, the ones beside each other."""
    if bars.stacked:
        return [[row] for row in bars.rows]
    groups: list[list[list[Bar]]] = []
    for row in bars.rows:
        if groups and row[0].fill not in {one[0].fill for one in groups[-1]}:
            groups[-1].append(row)
        else:
            groups.append([row])
    whole = all(len(group) == len(fills) for group in groups)
    return groups if whole and _apart(groups) else [[row] for row in bars.rows]


def _apart(groups: Sequence[Sequence[Sequence[Bar]]]) -> bool:
    """Whether bars of one label stand closer than those of two."""
    if len(groups) < 2:
        return False
    within = [b[0].low - a[0].high for group in groups for a, b in pairwise(group)]
    between = [b[0][0].low - a[-1][0].high for a, b in pairwise(groups)]
    return max(within) < min(between) - 0.5


def _cells(pieces: Sequence[Bar], fills: Sequence[tuple[int, int, int]]) -> list[str]:
    """The numbers of a bar in the order of the legend; empty where a piece prints none."""
    own = {piece.fill: piece.value.text for piece in pieces if piece.value}
    return [own.get(fill, "") for fill in fills]


def _only(pieces: Sequence[Bar]) -> list[str]:
    return [piece.value.text if piece.value else "" for piece in pieces[:1]]


def _parted(
    labels: Sequence[Label], groups: Sequence[list[list[Bar]]]
) -> Iterator[tuple[str, list[tuple[Label, list[list[Bar]]]]]]:
    """The rows under each title that stands between them."""
    title = ""
    part: list[tuple[Label, list[list[Bar]]]] = []
    for label, group in zip(labels, groups, strict=True):
        if label.title and part:
            yield title, part
            part = []
        title = label.title or title
        part.append((label, group))
    yield title, part
