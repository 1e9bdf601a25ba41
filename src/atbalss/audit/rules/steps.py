"""Steps between waves: a table's own column of differences."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, row_spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.spread import in_points, percent, wrong
from atbalss.audit.text import Block, Kind, Text, word_pattern
from atbalss.audit.waves import wave_columns

_HEAD = (
    r"differen\w+|change|points?|pp|p\.\s?p\.?|trend|Δ|izmaiņ\w+|starpīb\w+|pieaugum\w+|procentpunkt\w*"
    r"|изменени\w+|разниц\w+|прирост\w*|динамик\w+|п\.\s?п\.?"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Differences that the two levels beside them deny."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 1:
            yield from _of_rows(text, index, block)


def _of_rows(text: Text, index: int, block: Block) -> Iterator[Finding]:
    """`Speed | 70 | 73 | +6`: the difference of the last two waves, where most rows give it so."""
    waves = wave_columns(block)
    heads = block.rows[0]
    columns = [
        place
        for place, head in enumerate(heads)
        if place not in {at for _, at in waves} and word_pattern(_HEAD).search(head)
    ]
    if len(waves) != 2 or len(columns) != 1:
        return
    rows = []
    for place in range(1, len(block.rows)):
        values = [_one(block, place, at, text) for at in (waves[0][1], waves[1][1], columns[0])]
        earlier, later, step = values
        if earlier is not None and later is not None and step is not None:
            rows.append((place, earlier, later, step))
    yield from _in_percent(text, index, block, heads[columns[0]], rows)
    off = [row for row in rows if not _fits(*row[1:])]
    if not off or len(off) * 3 > len(rows) + (len(rows) == 2):
        return  # the column holds something else
    for place, earlier, later, step in off:
        at = row_spot(block, index, place)
        yield wrong(text, at, (), earlier, later, step)


def _in_percent(
    text: Text,
    index: int,
    block: Block,
    head: str,
    rows: list[tuple[int, Number, Number, Number]],
) -> Iterator[Finding]:
    """`27 % | 38 % | +11 %`: the step of two shares in percent, where no row's is a relative one."""
    shares = [row for row in rows if row[1].unit is Unit.PERCENT and row[2].unit is Unit.PERCENT]
    shown = [row for row in shares if row[3].unit is Unit.PERCENT]
    if regex.search(
        rf"(?<!\w)(?:{text.words.points}|{text.words.relative})", head, regex.IGNORECASE
    ):
        return
    if not shown or not all(in_points(one.value, two.value, step) for _, one, two, step in shown):
        return
    for place, _, _, step in shown[:1]:
        at = row_spot(block, index, place)
        yield percent(text, at, (), step)


def _one(block: Block, row: int, column: int, text: Text) -> Number | None:
    cells = block.rows[row]
    items = numbers(cells[column], text.lang) if column < len(cells) else ()
    return items[0] if len(items) == 1 else None


def _fits(earlier: Number, later: Number, step: Number) -> bool:
    """Whether a printed step is that of the levels; without a sign only its size is held against them."""
    spread = later.value - earlier.value
    printed = step.value * step.sign if step.sign else step.value
    off = abs(spread - printed) if step.sign else abs(abs(spread) - printed)
    return off <= max(earlier.step, later.step, step.step) + 1e-9
