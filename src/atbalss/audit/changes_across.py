"""A change whose levels stand in two sentences: `72 % are satisfied. In 2023 it was 66 %; the rise is clear.`"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit import words_move as words
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Spot, spot
from atbalss.audit.level_pairs import levels_in
from atbalss.audit.level_waves import is_since, mark_of, order_of_two
from atbalss.audit.numbers import Number, Unit
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.ways_told import Word, names_nothing_new, names_same, way_told

_JOINT = "; "  # between two sentences that are read as one: a clause of its own begins


@dataclass(frozen=True, slots=True)
class Across:
    """Two levels of one thing in two sentences, and the word that tells which way it went."""

    earlier: Number
    later: Number
    spots: tuple[Spot, Spot]  # of the earlier and of the later
    said: str
    direction: int
    at: Spot  # of the word

    @property
    def moved(self) -> int:
        """1 risen, -1 fallen, 0 unchanged."""
        return (self.later.value > self.earlier.value) - (self.later.value < self.earlier.value)


def changes_across(text: Text, claims: Claims) -> Iterator[Across]:
    """All changes that two sentences of a paragraph tell, one level each."""
    wave = last_year(text)
    for second in text.prose:
        first = text.sentences[second.order - 1] if second.order else second
        if first is second or first.block != second.block:
            continue
        one, other = _level(first, claims), _level(second, claims)
        if one is None or other is None or not _alike(one, other):
            continue
        order = order_of_two((first.text, one), (second.text, other), text, wave)
        if not order or not _is_of_one_thing(first, one, second, other, text):
            continue
        made = _read((first, one), (second, other), order, text)
        if made is not None:
            yield made


def _level(sentence: Sentence, claims: Claims) -> Number | None:
    """The one level that a sentence prints: a share, else a mean."""
    found = claims.of(sentence)
    if found:
        return found[0].number if len(found) == 1 else None
    means = [n for n in levels_in(sentence, claims.text) if n.unit is Unit.NONE and n.digits]
    return means[0] if len(means) == 1 and not means[0].sign and not means[0].ranged else None


def _alike(one: Number, other: Number) -> bool:
    return one.unit is other.unit and (one.unit is Unit.PERCENT or one.digits == other.digits)


def _is_of_one_thing(
    first: Sentence, one: Number, second: Sentence, other: Number, text: Text
) -> bool:
    """Whether the second level names nothing, and nobody, that the first sentence does not."""
    cut = regex.search(words.CUT[text.lang], second.text[other.end :], regex.IGNORECASE)
    own = second.text[: other.end + cut.start()] if cut else second.text
    groups = word_pattern(text.words.group)
    known = {match.group(0).lower() for match in groups.finditer(first.text)}
    if any(match.group(0).lower() not in known for match in groups.finditer(own)):
        return False
    return names_same(own, first.text, text) and names_nothing_new(own, first.text, text)


def _read(
    first: tuple[Sentence, Number], second: tuple[Sentence, Number], order: int, text: Text
) -> Across | None:
    """The change of two levels, by the words of both sentences read as one."""
    (before, one), (behind, other) = first, second
    head = before.text.rstrip(" .") + _JOINT
    moved = replace(other, start=other.start + len(head), end=other.end + len(head))
    earlier, later = (one, moved) if order > 0 else (moved, one)
    word = way_told(head + behind.text, earlier, later, (), text)
    if word is None or not word.way or _is_of_then(word, moved, order, head, behind, text):
        return None
    at, shift = (behind, len(head)) if word.start >= len(head) else (before, 0)
    spots = (spot(text, before, one.start, one.end), spot(text, behind, other.start, other.end))
    return Across(
        earlier, later, spots if order > 0 else spots[::-1], word.said, word.way,
        spot(text, at, word.start - shift, word.end - shift),
    )  # fmt: skip


def _is_of_then(
    word: Word, level: Number, order: int, head: str, behind: Sentence, text: Text
) -> bool:
    """`31 % do. In 2020 the fall was steep: 22 %`: the word is of the earlier wave itself."""
    if order > 0 or word.compares or not len(head) <= word.start < level.start:
        return False
    own = replace(level, start=level.start - len(head), end=level.end - len(head))
    mark = mark_of(behind.text, own, text)
    between = behind.text[word.end - len(head) : mark.start] if mark else ""
    parted = regex.search(words.CUT[text.lang], between, regex.IGNORECASE)
    return not parted and not is_since(between, text)
