"""A printed page by the places of its letters: lines, the cells of its tables, headings by size.

Lengths are in points, upwards from the foot of the page and to the right from its left edge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from atbalss.audit import regex
from atbalss.audit.plotted import Plot, without_plots
from atbalss.audit.printed_cells import Cell

_APART = 1.45  # times the usual distance of lines: another paragraph
_YEAR = regex.pattern(r"(?:19|20)\d\d")
_LABEL = 90  # letters of a label's line
_TIGHT = 0.75  # of a line's height: more space than this stands between two entries
_REACH = 6.0  # line heights from one row to the next
_NEAR = 4.0  # points by which a number may miss its column


@dataclass(slots=True)
class Row:
    """A row of a table: the lines of its label and the numbers to the right of them."""

    label: list[Cell]
    numbers: list[Cell]
    first: int  # of its cells on the page
    after: int
    over: list[Cell] = field(default_factory=list)  # what stands between it and the row above


@dataclass(slots=True)
class Table:
    """Rows whose numbers stand in columns, with what stands over them."""

    rows: list[Row]
    first: int
    heads: list[Cell] = field(default_factory=list)

    @property
    def after(self) -> int:
        """The place of the first cell behind it."""
        return self.rows[-1].after


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a page, or a row of a table with its cells; the size is that of its letters."""

    text: str
    cells: tuple[str, ...] = ()
    size: float = 0.0
    bold: bool = False
    joins: bool = False  # it follows right below the line before it
    listed: bool = False  # in a list of contents


def printed_lines(
    lines: Sequence[Sequence[Cell]], listed: Set[int], plots: Sequence[Plot] = ()
) -> list[Printed]:
    """The lines of a page in reading order, tables and charts by their rows; `listed`: those of contents."""
    lines, drawn = without_plots(lines, plots)
    cells = [cell for line in lines for cell in line]
    free = {id(cell) for at in listed for cell in lines[at]}
    if not cells and not drawn:
        return []
    tables = {table.first: table for table in _tables(cells) if id(cells[table.first]) not in free}
    within = {at for table in tables.values() for at in range(table.first, table.after)}
    pitch = _pitch(lines)
    found: list[Printed] = []
    at = 0
    before: Cell | None = None
    for place, line in enumerate((*lines, ())):
        for plot in drawn.get(place, ()):
            found += [Printed(""), *(Printed("", row) for row in plot.rows), Printed("")]
            before = None
        rest = []
        for cell in line:
            if at in tables:
                found += [Printed(""), *_rows(tables[at]), Printed("")]
            if at not in within:
                rest.append(cell)
            at += 1
        if not rest:
            before = None
            continue
        near = before is not None and _near(before, rest[0], pitch)
        if before is not None and not near:
            found.append(Printed(""))
        text = " ".join(cell.text for cell in rest)
        bold = all(cell.bold for cell in rest)
        size = round(rest[0].height * 2) / 2
        found.append(Printed(text, (), size, bold, near, place in listed))
        before = rest[0]
    return found


def _near(above: Cell, below: Cell, pitch: float) -> bool:
    return above.foot - below.foot <= _APART * max(pitch, below.height)


def _pitch(lines: Sequence[Sequence[Cell]]) -> float:
    """The usual distance of one line to the next; 0 where a page has hardly any."""
    steps = Counter(
        round((above[0].foot - below[0].foot) * 2) / 2
        for above, below in pairwise(line for line in lines if line)
        if 0 < above[0].foot - below[0].foot < 3 * below[0].height
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _tables(cells: Sequence[Cell]) -> Iterator[Table]:
    """Tables: two or more rows on end, each with a label, whose numbers share columns."""
    tables: list[Table] = []
    for row in _number_rows(cells):
        if tables and _follows(tables[-1], row, cells):
            row.over = list(cells[tables[-1].after : row.first])
            tables[-1].rows.append(row)
        else:
            tables.append(Table([row], row.first))
    for table in tables:
        named = sum(bool(row.label) for row in table.rows)
        headed = _with_heads(table, cells) if named else table
        if named > 1 or (named and headed.heads and table.after == len(cells)):
            yield headed


def _number_rows(cells: Sequence[Cell]) -> Iterator[Row]:
    """Numbers beside one another on a line, each with the label at their left."""
    at, free = 0, 0
    while at < len(cells):
        if not cells[at].is_number:
            at += 1
            continue
        after = at + 1
        while (
            after < len(cells)
            and cells[after].is_number
            and cells[after].left > cells[after - 1].right
            and _level(cells[after], cells[at])
        ):
            after += 1
        first = _label_from(cells, free, at)
        if first < at or after > at + 1 or (at and _level(cells[at - 1], cells[at])):
            yield Row(list(cells[first:at]), list(cells[at:after]), first, after)
        free = at = after


def _level(one: Cell, other: Cell) -> bool:
    return abs(one.middle - other.middle) < 0.5 * max(one.height, other.height)


def _label_from(cells: Sequence[Cell], free: int, at: int) -> int:
    """Where the label of the number `at` begins; `at` itself where it has none."""
    number = cells[at]
    first = at
    while first > free:
        cell = cells[first - 1]
        if cell.right > number.left + 1 or len(cell.text) > _LABEL:
            break
        if first < at and not _one_label(cell, cells[first]):
            break
        first -= 1
    label = cells[first:at]
    while label and not _beside(label, number):
        # Lines over the label proper: those of another row, or what stands over the table.
        first += 1
        label = cells[first:at]
    return first if any(char.isalpha() for cell in label for char in cell.text) else at


def _one_label(above: Cell, below: Cell) -> bool:
    """Whether two cells are lines of one label, or stand on one line of it."""
    if _level(above, below):
        return above.right <= below.left
    close = 0 <= above.foot - below.head < _TIGHT * 0.5 * below.height or above.foot < below.head
    return close and above.foot > below.foot and abs(above.left - below.left) < 3 * below.height


def _beside(label: Sequence[Cell], number: Cell) -> bool:
    """Whether a number stands beside its label: at its first or last line, or at its middle."""
    head, foot = max(cell.head for cell in label), min(cell.foot for cell in label)
    near = 0.45 * number.height
    return (
        abs(number.middle - (head + foot) / 2) < near
        or _level(label[0], number)
        or (_level(label[-1], number) and label[-1].text[:1].islower())
    )


def _follows(table: Table, row: Row, cells: Sequence[Cell]) -> bool:
    """Whether a row goes on with a table: under it, in its columns, with little between them."""
    above = table.rows[-1]
    step = above.numbers[0].middle - row.numbers[0].middle
    height = row.numbers[0].height
    if not 0.5 * height < step < _REACH * height or row.first - above.after > 2:
        return False
    between = cells[above.after : row.first]
    if any(cell.right > row.numbers[0].left or len(cell.text) > _LABEL for cell in between):
        return False
    if len(above.numbers) != len(row.numbers) and not (above.label and row.label):
        return False
    known = [number for old in table.rows for number in old.numbers]
    return all(any(_aligned(number, other) for other in known) for number in row.numbers) or (
        len(table.rows) == 1 and len(row.numbers) > len(above.numbers) and not above.label
    )


def _aligned(one: Cell, other: Cell) -> bool:
    """Whether two numbers stand in one column: right or left edges, or middles, agree."""
    return (
        abs(one.right - other.right) < _NEAR
        or abs(one.left - other.left) < _NEAR
        or abs(one.left + one.right - other.left - other.right) < 2 * _NEAR
    )


def _with_heads(table: Table, cells: Sequence[Cell]) -> Table:
    """A table with the cells over its columns; they end where a line goes over several."""
    columns = _columns(table)
    first = table.rows[0].first
    base = top = max(cell.head for cell in (*table.rows[0].label, *table.rows[0].numbers))
    edge = columns[0][0]
    start = min([edge, *(cell.left for row in table.rows for cell in row.label)])
    heads: list[Cell] = []
    while first > 0:
        cell = cells[first - 1]
        across = cell.left < start + (edge - start) / 3 and cell.right > edge + _NEAR
        high = cell.foot - top > 1.6 * cell.height or cell.foot < base - _NEAR
        if across or high or len(cell.text) > _LABEL:
            break
        heads.insert(0, cell)
        top = max(top, cell.head)
        first -= 1
    over = [cell.head for cell in heads if cell.right > edge - _NEAR]
    while heads and over and heads[0].middle > max(over):  # what stands over the whole table
        del heads[0]
        first += 1
    return Table(table.rows, first, heads) if over else table


def _columns(table: Table) -> list[tuple[float, float]]:
    """The number columns of a table from left to right, each by its edges."""
    found: list[list[float]] = []
    for number in sorted(
        (n for row in table.rows for n in row.numbers), key=lambda cell: cell.left
    ):
        if found and number.left < found[-1][1]:
            found[-1][1] = max(found[-1][1], number.right)
        else:
            found.append([number.left, number.right])
    return [(left, right) for left, right in found]


def _columns_of(cells: Sequence[Cell], columns: Sequence[tuple[float, float]]) -> list[int]:
    """The column of each cell, 0 that of the labels: the nearest by its middle."""
    middles = [(left + right) / 2 for left, right in columns]

    def nearest(cell: Cell) -> int:
        middle = (cell.left + cell.right) / 2
        return 1 + min(range(len(columns)), key=lambda n: abs(middle - middles[n]))

    edge = columns[0][0] - _NEAR
    return [0 if cell.right < edge and not cell.is_number else nearest(cell) for cell in cells]


def _heads_of(heads: Sequence[Cell], columns: Sequence[tuple[float, float]]) -> list[int]:
    """The column of each head: in turn where there are as many of them, else the nearest."""
    stacks: list[list[float]] = []
    for cell in sorted(heads, key=lambda cell: cell.left):
        if stacks and cell.left < stacks[-1][1]:
            stacks[-1][1] = max(stacks[-1][1], cell.right)
        else:
            stacks.append([cell.left, cell.right])
    first = len(columns) + 1 - len(stacks)  # 0: the labels have a head too
    if first not in (0, 1) or (first == 1 and stacks[0][1] < columns[0][0] - _NEAR):
        return _columns_of(heads, columns)
    return [
        first + next(n for n, (left, right) in enumerate(stacks) if left <= cell.left <= right)
        for cell in heads
    ]


def _rows(table: Table) -> Iterator[Printed]:
    """The rows of a table as cells, each number in its column."""
    columns = _columns(table)
    width = len(columns) + 1

    def put(cells: Sequence[Cell], places: Sequence[int]) -> Printed:
        row = [""] * width
        for cell, place in zip(cells, places, strict=True):
            row[place] = f"{row[place]} {cell.text}".strip()
        return Printed("", tuple(row))

    waves = all(_YEAR.fullmatch(cell.text) for cell in table.rows[0].numbers)
    if table.heads or (table.rows[0].label and not waves):
        yield put(table.heads, _heads_of(table.heads, columns))
    for row in table.rows:
        if row.over:
            yield put(row.over, [0] * len(row.over))
        cells = [*row.label, *row.numbers]
        yield put(cells, [0] * len(row.label) + _columns_of(row.numbers, columns))
