"""The state of fieldwork as plain counts: outcomes, participation at the counter, rates.

What a board and a report print of how people were reached. No case, no key, no person.
"""

from __future__ import annotations

from collections import Counter as Counts
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from atbalss.fieldwork.case import Thresholds, disposition_of
from atbalss.fieldwork.invite import Mode, Rule, sample_kind
from atbalss.fieldwork.outcomes import OUTCOMES, Disposition, Preset
from atbalss.fieldwork.rates import Eligible, Tally, cumulative, proportional, rates, tally
from atbalss.study.about import SampleKind

RESPONSE = "RR1"  # the response rate that the cumulative rate is made of: no e, partials not in it
DEFAULT = Thresholds()


@dataclass(frozen=True, slots=True)
class Counter:
    """What was counted at one centre: visitors, those invited, those who agreed, and the mode."""

    centre: str
    visitors: int
    invited: int
    agreed: int
    modes: frozenset[Mode] = frozenset()

    def __post_init__(self) -> None:
        if not 0 <= self.agreed <= self.invited <= self.visitors:
            raise ValueError("0 <= agreed <= invited <= visitors")

    @property
    def participation(self) -> float | None:
        """Agreed of those invited; None where nobody was."""
        return self.agreed / self.invited if self.invited else None


@dataclass(frozen=True)
class Fieldwork:
    """How a wave was fielded. `outcomes` are cases by final code, `interviews` by mode.

    `weighted` is the tally by the cases' own weights, None where they have none; `e` is None where
    no method was chosen. `classes` are the study's own classes of codes.
    """

    outcomes: Mapping[str, int]
    preset: Preset = Preset.NAMED
    classes: Mapping[str, Disposition] = field(default_factory=dict)
    weighted: Tally | None = None
    e: Eligible | None = None
    weighted_e: Eligible | None = None
    counters: tuple[Counter, ...] = ()
    thresholds: Thresholds = DEFAULT
    interviews: Mapping[str, int] = field(default_factory=dict)
    attempts: int = 0
    calls: int = 0
    interviewers: int = 0
    first_day: date | None = None
    last_day: date | None = None

    @property
    def found(self) -> Tally:
        """Cases by class, counted."""
        return tally((self.class_of(code), float(n)) for code, n in self.outcomes.items())

    @property
    def n_cases(self) -> int:
        """All cases."""
        return sum(self.outcomes.values())

    def class_of(self, code: str) -> Disposition:
        """The class that a code counts as in this study."""
        return disposition_of(code, self.preset, self.classes)

    @property
    def rates(self) -> Mapping[str, float | None]:
        """All sixteen rates, counted."""
        return rates(self.found, self.e)

    @property
    def weighted_rates(self) -> Mapping[str, float | None] | None:
        """All sixteen rates by the cases' weights; None where cases have none."""
        return None if self.weighted is None else rates(self.weighted, self.weighted_e)

    @property
    def counter(self) -> Counter | None:
        """All centres together; None where nobody was counted at a counter."""
        if not self.counters:
            return None
        modes: frozenset[Mode] = frozenset().union(*(item.modes for item in self.counters))
        visitors, invited, agreed = (
            sum(getattr(item, name) for item in self.counters)
            for name in ("visitors", "invited", "agreed")
        )
        return Counter("", visitors, invited, agreed, modes)

    @property
    def cumulative(self) -> float | None:
        """Participation at the counter times the response rate; None where either is unknown."""
        whole = self.counter
        if whole is None:
            return None
        return cumulative(whole.invited, whole.agreed, self.rates[RESPONSE])

    @property
    def sample_kind(self) -> SampleKind | None:
        """What the modes of invitation make of the sample; None where none is known.

        One centre where somebody chose makes the whole sample one that was chosen.
        """
        whole = self.counter
        if whole is None or not whole.modes:
            return None
        kinds = {sample_kind(Rule(mode)) for mode in whole.modes}
        return SampleKind.PROBABILITY if kinds == {SampleKind.PROBABILITY} else _CHOSEN


_CHOSEN = SampleKind.SELF_SELECTED


def outcomes_of(codes: Iterable[str]) -> dict[str, int]:
    """Cases by final code, in AAPOR's order."""
    found = Counts(codes)
    return {code: found[code] for code in OUTCOMES if found[code]}


def eligible(found: Tally, method: object) -> Eligible | None:
    """e by a study's rule: nothing, "casro", or {"uh": ..., "uo": ..., "method": ...}."""
    if not method:
        return None
    if isinstance(method, Mapping):
        return Eligible(float(method["uh"]), float(method["uo"]), str(method["method"]))
    return proportional(found)
