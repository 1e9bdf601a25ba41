"""Recodings proposed: of all levels of the quasi-identifiers, those that lose least and hold.

What holds is tried as it would be published, attack and all: a choice of little loss that must be
refused afterwards would be no advice.

Loss of a recoding: the part of the variables' entropy that is gone (Gionis and Tassa 2009, IEEE
TKDE 21(2)), by importance, half; and the part of cells that must still be blanked, half. 0 loses
nothing, 1 everything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import inf, log2, prod

from atbalss.answers.frame import Frame
from atbalss.opendata.anonymity import Value, at_risk, blanks, suppress
from atbalss.opendata.recode import values_at
from atbalss.opendata.rules import Rules

MOST_TRIED = 4000  # combinations of levels: beyond, levels finer than the chosen ones are left out
MOST_ATTACKED = 12  # of them are tried as they would be published: seconds each in large studies


@dataclass(frozen=True, slots=True)
class Proposal:
    """One choice of levels and its effect: persons at risk before blanking, cells blanked.

    `left_out` are the questions that microdata could not tell of, summed over the waves.
    """

    levels: tuple[tuple[str, int], ...]
    risky: int
    blanked: int
    cells: int
    loss: float
    left_out: int = 0

    @property
    def part_blanked(self) -> float:
        """The part of the published cells of quasi-identifiers that is blanked."""
        return self.blanked / self.cells if self.cells else 0.0


@dataclass(frozen=True, slots=True)
class Advice:
    """The proposals that hold, and how many of less loss were tried and do not."""

    proposals: tuple[Proposal, ...] = ()
    broken: int = 0


class Trial:
    """The quasi-identifiers of some waves at all their levels, read once."""

    def __init__(self, frames: Sequence[Frame], rules: Rules) -> None:
        self.rules = rules
        self.items = rules.quasi_identifiers
        keys = [
            (place, level)
            for place, item in enumerate(self.items)
            for level in range(item.dropped + 1)
        ]
        self.columns: list[dict[tuple[int, int], list[Value]]] = [
            {key: values_at(frame, self.items[key[0]], key[1]).to_list() for key in keys}
            for frame in frames
        ]
        self.entropy = {
            key: _entropy([value for held in self.columns for value in held[key]]) for key in keys
        }

    def effect(self, levels: Sequence[int]) -> Proposal:
        """What a choice of levels does to the waves, each made anonymous by itself."""
        items, k = self.items, self.rules.k
        kept = [at for at, item in enumerate(items) if levels[at] < item.dropped]
        risky = blanked = cells = 0
        for held in self.columns:
            rows = list(zip(*(held[at, levels[at]] for at in kept), strict=True))
            risky += len(at_risk(rows, k))
            made = suppress(rows, k, [items[at].importance for at in kept])
            blanked += blanks(rows, made)
            cells += sum(value is not None for row in rows for value in row)
        part = blanked / cells if cells else 0.0
        named = tuple((item.question, level) for item, level in zip(items, levels, strict=True))
        return Proposal(named, risky, blanked, cells, (self._lost(levels) + part) / 2)

    def smallest_group(self, place: int, level: int) -> float:
        """Persons in the smallest group of a quasi-identifier in any wave; inf where left out."""
        counts = [Counter(held[place, level]) for held in self.columns]
        sizes = [n for count in counts for value, n in count.items() if value is not None]
        return min(sizes, default=inf)

    def _lost(self, levels: Sequence[int]) -> float:
        whole = sum(item.importance for item in self.items)
        lost = 0.0
        for at, (item, level) in enumerate(zip(self.items, levels, strict=True)):
            fine = self.entropy[at, 0]
            lost += item.importance * (1 - self.entropy[at, level] / fine if fine else 0.0)
        return lost / whole if whole else 0.0


def effect(frames: Sequence[Frame], rules: Rules) -> Proposal:
    """What the levels that the study has chosen do."""
    return Trial(frames, rules).effect([item.level for item in rules.quasi_identifiers])


def ranked(frames: Sequence[Frame], rules: Rules, least: int = 0) -> tuple[Proposal, ...]:
    """The choices that blank at most `rules.most_blank` of the cells, those of least loss first.

    Levels with a group of fewer than `least` persons are none: the tables would hide it.
    """
    items, trial = rules.quasi_identifiers, Trial(frames, rules)
    choices: list[Sequence[int]] = [
        [level for level in range(item.dropped + 1) if trial.smallest_group(at, level) >= least]
        for at, item in enumerate(items)
    ]
    if prod(len(choice) for choice in choices) > MOST_TRIED:
        pairs = zip(choices, items, strict=True)
        choices = [[level for level in levels if level >= item.level] for levels, item in pairs]
    nothing = tuple(item.dropped for item in items)
    tried = islice(product(*choices), MOST_TRIED)
    found = [trial.effect(levels) for levels in tried if levels != nothing]
    fitting = [item for item in found if item.part_blanked <= rules.most_blank]
    return tuple(sorted(fitting, key=lambda item: (item.loss, item.levels)))


def at_levels(rules: Rules, proposal: Proposal) -> Rules:
    """The rules with the levels of a proposal in the place of the chosen ones."""
    levels = dict(proposal.levels)
    items = tuple(replace(item, level=levels[item.question]) for item in rules.quasi_identifiers)
    return replace(rules, quasi_identifiers=items)


def advice(
    found: Iterable[Proposal], left_out: Callable[[Proposal], int | None], most: int = 5
) -> Advice:
    """The first of `found` that hold; `left_out` tries one: None where it may not be published."""
    held: list[Proposal] = []
    broken = 0
    for item in islice(found, MOST_ATTACKED):
        questions = left_out(item)
        if questions is None:
            broken += 1
            continue
        held.append(replace(item, left_out=questions))
        if len(held) == most:
            break
    return Advice(tuple(held), broken)


def _entropy(values: Sequence[Value]) -> float:
    counts = Counter(value for value in values if value is not None)
    total = sum(counts.values())
    return -sum(n / total * log2(n / total) for n in counts.values()) if total else 0.0
