"""Entries of a list, and which one of them words mean: one reading for every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from atbalss.audit.finding import Spot
from atbalss.audit.numbers import Number


@dataclass(frozen=True, slots=True)
class Entry:
    """One of a list: the stems and numbers that name it, its value, its place."""

    named: frozenset[str]
    number: Number
    spot: Spot


def shared(names: Iterable[frozenset[str]]) -> frozenset[str]:
    """What names two entries or more, and so none."""
    seen = Counter(word for named in names for word in named)
    return frozenset(word for word, times in seen.items() if times > 1)


def are_amounts(names: Sequence[frozenset[str]]) -> bool:
    """Whether most entries are amounts (`up to 15 minutes`), which only their numbers name."""
    return sum(any(word[0].isdigit() for word in named) for named in names) * 2 > len(names)


def place_meant(names: Sequence[frozenset[str]], said: frozenset[str]) -> int:
    """The place of the one entry that words name; -1 where they may name two, or none.

    An entry is named by at least half of the words that no other entry has; of two that are
    named so, the one of whose words the larger share is said.
    """
    vague = shared(names)
    amounts = are_amounts(names)
    fits = []
    for place, named in enumerate(names):
        own = named - vague
        hit = own & said
        if amounts and not any(word[0].isdigit() for word in hit):
            continue
        if hit and len(hit) * 2 >= len(own):
            fits.append((len(hit) / len(own), place))
    fits.sort(reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return -1
    return fits[0][1]


def entry_meant(entries: Sequence[Entry], said: frozenset[str]) -> Entry | None:
    """The one entry of a list that words name; None where they may name two, or none."""
    place = place_meant([entry.named for entry in entries], said)
    return entries[place] if place >= 0 else None
