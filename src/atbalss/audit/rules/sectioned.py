"""A table of the sample by sex, age, place: each of its sections makes the whole, but for one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.composed import are_sexes, is_sample
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.asked import says_several
from atbalss.audit.text import Block, Kind, Text
from atbalss.study.decimals import marked

_WHOLE = 100.0
_APART = 40.0  # points that a section with a slip is off at most


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of a table that belong together: their places and values in one column."""

    rows: tuple[int, ...]
    values: tuple[Number, ...]

    @property
    def made(self) -> float:
        """What the values make."""
        return sum(item.value for item in self.values)

    @property
    def spare(self) -> float:
        """What rounding may make of it."""
        return sum(item.step for item in self.values) / 2 + 0.01


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Sections of shares that do not make 100 %, of counts that do not make what the others make."""
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 5:
            continue
        over = text.blocks[index - 1].text if index else ""
        for column in range(1, len(block.rows[0])):
            sections = _sections(block, column, text, is_sample(over, text))
            told = _odd(block, index, sections, over, column, text) if len(sections) > 1 else None
            if told is not None:
                yield told
                break


def _sections(block: Block, column: int, text: Text, titled: bool) -> list[Section]:
    """The sections of a column: each begins at a row with a label alone; or runs that make 100, in a table of the sample."""
    found: list[list[tuple[int, Number]]] = []
    headed = False
    for place, row in enumerate(block.rows[1:], 1):
        if row[0].strip() and not any(cell.strip() for cell in row[1:]):
            found.append([])
            headed = True
            continue
        number = _value(row, column, text)
        if number is None:
            return []
        if not found:
            found.append([])
        found[-1].append((place, number))
    if not headed and len(found) == 1 and (titled or _names_sexes(block)):
        found = _by_runs(found[0])
    return [
        Section(tuple(place for place, _ in part), tuple(number for _, number in part))
        for part in found
        if len(part) > 1
    ]


def _names_sexes(block: Block) -> bool:
    """Whether two rows, one behind the other, are of the sexes."""
    labels = [row[0] for row in block.rows[1:]]
    return any(are_sexes(label, after) for label, after in itertools.pairwise(labels))


def _by_runs(rows: Sequence[tuple[int, Number]]) -> list[list[tuple[int, Number]]]:
    """Rows one after the other that make 100, from the first and from the last, and those that are left between."""
    ahead = _run_to_whole(rows)
    left = rows[sum(map(len, ahead)) :]
    behind = [run[::-1] for run in _run_to_whole(left[::-1])][::-1]
    between = list(left[: len(left) - sum(map(len, behind))])
    return [*ahead, between, *behind] if between else [*ahead, *behind]


def _run_to_whole(rows: Sequence[tuple[int, Number]]) -> list[list[tuple[int, Number]]]:
    """The runs of two rows or more, from the first on, that make 100 each."""
    found: list[list[tuple[int, Number]]] = []
    run: list[tuple[int, Number]] = []
    for row in rows:
        run.append(row)
        made = sum(number.value for _, number in run)
        if len(run) > 1 and abs(made - _WHOLE) <= sum(n.step for _, n in run) / 2 + 0.01:
            found.append(run)
            run = []
    return found


def _value(row: Sequence[str], column: int, text: Text) -> Number | None:
    found = numbers(row[column], text.lang) if column < len(row) else ()
    plain = len(found) == 1 and regex.fullmatch(r"[\d\s.,%\u00a0]+", row[column].strip())
    return found[0] if plain and not found[0].sign else None


def _odd(
    block: Block, index: int, sections: Sequence[Section], over: str, column: int, text: Text
) -> Finding | None:
    head = block.rows[0][column]
    told = f"{over} {' '.join(block.rows[0])}"
    if says_several(told, text):
        return None
    percent = "%" in head or any(item.unit is Unit.PERCENT for item in sections[0].values)
    percent = percent or (len(block.rows[0]) == 2 and "%" in over)
    if percent:
        right = [part for part in sections if _is_whole(part)]
        wrong = [part for part in sections if not _is_whole(part)]
        if len(wrong) != 1 or not right or abs(wrong[0].made - 100) > _APART:
            return None
        shown = f"{wrong[0].made:.{max(item.digits for item in wrong[0].values)}f}"
        return _told(text, block, index, wrong[0], "", total=marked(shown, text.lang))
    whole = [value for part in sections if (value := part.made) > 20]
    often = max(set(whole), key=whole.count, default=0.0)
    odd = [part for part in sections if part.made != often]
    counts = all(not item.digits for part in sections for item in part.values)
    if not counts or len(odd) != 1 or whole.count(often) < 2:
        return None
    if not 0.7 * often < odd[0].made < 1.3 * often:
        return None
    return _told(
        text, block, index, odd[0], "counts-and-whole", total=f"{odd[0].made:.0f}", whole=f"{often:.0f}"
    )  # fmt: skip


def _is_whole(part: Section) -> bool:
    """Whether shares make 100, or 100 as often as there are kinds of groups without a title."""
    near = round(part.made / 100) * 100
    return near > 0 and abs(part.made - near) <= part.spare


def _told(
    text: Text, block: Block, index: int, part: Section, code: str, **words: object
) -> Finding:
    spots = [
        Spot(
            quoted(" | ".join(block.rows[row])),
            block.row_lines[row] if row < len(block.row_lines) else block.line,
            block.page,
            index,
        )
        for row in part.rows
    ]
    return finding(text, "sum-of-answers", spots[0], tuple(spots[1:]), code=code, **words)
