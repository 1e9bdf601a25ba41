"""Comparable levels: one quantity in several waves, or of several groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.finding import Spot
from atbalss.audit.numbers import Number
from atbalss.audit.text import Kind, Text, word_pattern

PERCENT = regex.any_case(r"%|per ?cent|procent(?!punkt)|процент(?!н\w+ пункт)|проц\.")


@dataclass(frozen=True, slots=True)
class Point:
    """A level: what its wave or group is called, when it was (0 of a group), of how many persons."""

    label: str
    when: float
    number: Number
    base: int
    spot: Spot


@dataclass(frozen=True, slots=True)
class Strand:
    """Comparable levels, waves in order; `title`: the answer, `lead`: the question or caption."""

    points: tuple[Point, ...]
    waves: bool
    title: str
    lead: str
    section: int
    block: int
    orders: tuple[int, ...] = ()  # its sentences
    share: bool = True
    cross: bool = False  # rows of a table whose columns are the groups: answers, not groups

    @property
    def values(self) -> frozenset[float]:
        """All its levels."""
        return frozenset(point.number.value for point in self.points)


def bare(label: str) -> str:
    """A label without brackets that hold numbers, and marks around it."""
    return regex.sub(r"\s{2,}", " ", regex.sub(r"\([^()]*\d[^()]*\)", " ", label)).strip(" ,.:;–—-")


def lead_of(text: Text, index: int) -> str:
    """The words that open what begins at a block: its caption and the question above it."""
    found: list[str] = []
    for place in range(index - 1, max(-1, index - 4), -1):
        block = text.blocks[place]
        if block.kind is Kind.TABLE:
            break
        if block.text:
            found.insert(0, block.text)
            if block.kind in (Kind.HEADING, Kind.PARAGRAPH):
                break
    return " ".join(found)


def name_persons(labels: Sequence[str], text: Text) -> bool:
    """Whether all labels name persons or their age, and so no answers."""
    group = word_pattern(text.words.group)
    return all(group.search(label) or _AGED.search(label) for label in labels)


_AGED = regex.any_case(  # `35–54 years`, `those over 60`
    r"(?<!\d)[1-9]\d\s?[–—-]\s?[1-9]\d(?![\d%])|(?<!\d)[1-9]\d\s(?:years|and over|gad\w+|un vair|лет|и старше)|(?:over|aged|vecāk\w* par|старше)\s[1-9]\d"
)
