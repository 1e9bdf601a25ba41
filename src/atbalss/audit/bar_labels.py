"""The labels of bars by their places: left of lying bars, beneath upright ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from atbalss.audit.bars import Bar, Bars, Span, placed
from atbalss.audit.printed_cells import Cell

_EDGE = 4.0  # points by which labels of one edge may differ
_LINES = 0.9  # of a letter's height: more space than this stands between two labels
_NEAR = 60.0  # points from the bars to the label that is nearest to them
_SIZE = 0.15  # by which letters of one label may differ
_LONGEST = 160  # letters


@dataclass(slots=True)
class Label:
    """The words at a bar, the cells they stand in; `title`: what stands over it and the next ones."""

    text: str
    cells: list[Cell] = field(default_factory=list)
    title: str = ""
    titles: list[Cell] = field(default_factory=list)  # the cells of its title
    place: Span = field(default_factory=lambda: Span(0, 0, 0, 0))


@dataclass(slots=True)
class _Word:
    """A cell, or a word of one, where it stands as the bars see it."""

    text: str
    at: Span
    cell: Cell


Group = list[list[Bar]]


def labels_of(bars: Bars, groups: Sequence[Group], free: Sequence[Cell]) -> list[Label] | None:
    """The label of each group of bars, in their order; None where one is not sure."""
    slots = _slots(groups)
    words = [
        _Word(cell.text, placed(cell, bars.upright), cell)
        for cell in free
        if len(cell.text) <= _LONGEST
    ]
    before = [
        word
        for word in words
        if word.at.end <= bars.begin + 2 and slots[0].low <= word.at.centre <= slots[-1].high
    ]
    pick = _beneath if bars.upright else _at_left
    labels = pick(before, bars.begin, slots, groups)
    if labels is None or not _alike(labels, bars.upright):
        return None
    if not bars.upright:
        _entitle(labels, before, groups)
    return labels


def _entitle(labels: Sequence[Label], words: Sequence[_Word], groups: Sequence[Group]) -> None:
    """Give each label what stands alone between its row and the one above: the title of a part."""
    used = {id(cell) for label in labels for cell in label.cells}
    edge = min(label.place.begin for label in labels) - 1.5 * _NEAR
    for (above, below), label in zip(pairwise(groups), labels[1:], strict=True):
        between = [
            word
            for word in words
            if id(word.cell) not in used
            and above[-1][0].high <= word.at.centre <= below[0][0].low
            and any(char.isalpha() for char in word.text)
            and word.at.begin >= edge
        ]
        label.title = " ".join(word.text for word in between)
        label.titles = [word.cell for word in between]


def _slots(groups: Sequence[Group]) -> list[Span]:
    """The room across that belongs to each group of bars."""
    lows = [group[0][0].low for group in groups]
    highs = [group[-1][0].high for group in groups]
    gaps = [low - high for high, low in zip(highs, lows[1:], strict=False)]
    usual = median(gaps) if gaps else highs[0] - lows[0]
    edges = [
        lows[0] - usual / 2,
        *((high + low) / 2 for high, low in zip(highs, lows[1:], strict=False)),
        highs[-1] + usual / 2,
    ]
    return [Span(0, 0, low, high) for low, high in pairwise(edges)]


def _centre(group: Group) -> float:
    return (group[0][0].low + group[-1][0].high) / 2


def _at_left(
    words: Sequence[_Word], begin: float, slots: Sequence[Span], groups: Sequence[Group]
) -> list[Label] | None:
    found: list[Label] = []
    for slot, group in zip(slots, groups, strict=True):
        own = [word for word in words if slot.low <= word.at.centre < slot.high]
        label = _label_beside(own, _centre(group))
        if label is None:
            return None
        found.append(label)
    if min(begin - label.place.end for label in found) > _NEAR:
        return None
    return found


def _label_beside(words: Sequence[_Word], centre: float) -> Label | None:
    """The lines nearest to the bars that stand close together about the middle of the bar."""
    if not words:
        return None
    last = max(words, key=lambda word: word.at.end)
    column = _column_of(last, words)
    lines = _lines(column)
    at = min(range(len(lines)), key=lambda n: abs(lines[n][0].at.centre - centre))
    first, after = at, at + 1
    while first > 0 and _close(lines[first - 1], lines[first]):
        first -= 1
    while after < len(lines) and _close(lines[after - 1], lines[after]):
        after += 1
    block = lines[first:after]
    middle = (block[0][0].at.low + block[-1][0].at.high) / 2
    near = 0.5 * block[0][0].at.thick
    if abs(middle - centre) > near and abs(block[0][0].at.centre - centre) > 0.6 * near:
        return None
    return _label([word for line in block for word in line])


def _column_of(last: _Word, words: Sequence[_Word]) -> list[_Word]:
    """The words that stand above, beneath or close at the left of the one nearest to the bars."""
    begin, end = last.at.begin, last.at.end
    found = [last]
    for word in sorted(words, key=lambda word: -word.at.end):
        if word is last:
            continue
        if word.at.end > begin - 1.5 * word.at.thick and word.at.begin < end:
            begin = min(begin, word.at.begin)
            found.append(word)
    return found


def _lines(words: Sequence[_Word]) -> list[list[_Word]]:
    """Words by their lines, from above and the left."""
    lines: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: word.at.centre):
        if lines and abs(lines[-1][0].at.centre - word.at.centre) < 0.5 * word.at.thick:
            lines[-1].append(word)
        else:
            lines.append([word])
    for line in lines:
        line.sort(key=lambda word: word.at.begin)
    return lines


def _close(above: Sequence[_Word], below: Sequence[_Word]) -> bool:
    """Whether two lines are those of one label: right under each other and of one size."""
    one, other = above[0], below[0]
    step = other.at.low - one.at.high
    same = abs(one.at.thick - other.at.thick) <= _SIZE * one.at.thick
    return same and one.cell.bold == other.cell.bold and step <= 0.5 * _LINES * one.at.thick


def _beneath(
    words: Sequence[_Word], begin: float, slots: Sequence[Span], groups: Sequence[Group]
) -> list[Label] | None:
    levels = _levels(words)
    size = levels[0][0].at.length if levels else 0.0
    last = begin
    own: list[list[_Word]] = [[] for _ in groups]
    for level in levels:
        near = (4.0 if last == begin else _LINES) * size
        if last - level[0].at.end > near or abs(level[0].at.length - size) > _SIZE * size:
            break
        parted = [part for word in level for part in _in_slots(word, slots)]
        for word in parted:
            at = _slot_of(word.at, slots)
            if at is None:
                return None
            own[at].append(word)
        last = min(word.at.begin for word in level)
    found: list[Label] = []
    for word_list, slot, group in zip(own, slots, groups, strict=True):
        if not word_list:
            return None
        made = _label(word_list)
        room = max(0.2 * slot.thick, 0.6 * size)
        if abs(made.place.centre - _centre(group)) > room:
            return None
        found.append(made)
    return found


def _levels(words: Sequence[_Word]) -> list[list[_Word]]:
    """Words by their lines, from above."""
    levels: list[list[_Word]] = []
    for word in sorted(words, key=lambda word: (-word.at.begin, word.at.low)):
        if levels and abs(levels[-1][0].at.begin - word.at.begin) < 0.5 * word.at.length:
            levels[-1].append(word)
        else:
            levels.append([word])
    for level in levels:
        level.sort(key=lambda word: word.at.low)
    return levels


def _in_slots(word: _Word, slots: Sequence[Span]) -> list[_Word]:
    """A cell, or its words where it goes over the room of several bars."""
    if _slot_of(word.at, slots) is not None:
        return [word]
    return [_Word(part.text, placed(part, True), word.cell) for part in word.cell.words]


def _slot_of(at: Span, slots: Sequence[Span]) -> int | None:
    for number, slot in enumerate(slots):
        if slot.low - 1.5 <= at.low and at.high <= slot.high + 1.5:
            return number
    return None


def _label(words: Sequence[_Word]) -> Label:
    text = ""
    for word in words:
        joins = text.endswith("-") and word.text[:1].islower() and text[-2:-1].isalpha()
        text = text[:-1] + word.text if joins else f"{text} {word.text}".strip()
    box = Span(
        min(word.at.begin for word in words), max(word.at.end for word in words),
        min(word.at.low for word in words), max(word.at.high for word in words),
    )  # fmt: skip
    return Label(text, [word.cell for word in words], place=box)


def _alike(labels: Sequence[Label], upright: bool) -> bool:
    """Whether labels are of one kind, no two the same, and stand on one edge or about one line."""
    worded = sum(any(char.isalpha() for char in label.text) for label in labels)
    if worded not in (0, len(labels)) and not upright:
        return False
    if len({label.text for label in labels}) < len(labels):
        return False
    if upright:
        return True
    edges = (
        [label.place.end for label in labels],
        [label.place.begin for label in labels],
        [(label.place.begin + label.place.end) / 2 for label in labels],
    )
    return any(max(edge) - min(edge) <= _EDGE for edge in edges)
