"""AAPOR's sixteen outcome rates: response, cooperation, refusal and contact.

Source: AAPOR Standard Definitions, 9th ed. (2016). K = I+P+R+NC+O, U = UH+UO; `e` is the share of
unknown cases that are taken to be eligible.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isfinite

from atbalss.fieldwork.outcomes import Disposition

NAMES = (
    *("RR1", "RR2", "RR3", "RR4", "RR5", "RR6"),
    *("COOP1", "COOP2", "COOP3", "COOP4"),
    *("REF1", "REF2", "REF3"),
    *("CON1", "CON2", "CON3"),
)
NEEDS_E = frozenset({"RR3", "RR4", "REF2", "CON2"})


@dataclass(frozen=True, slots=True)
class Tally:
    """Cases by class, counted or weighted: never negative."""

    i: float = 0
    p: float = 0
    r: float = 0
    nc: float = 0
    o: float = 0
    uh: float = 0
    uo: float = 0
    ne: float = 0

    def __post_init__(self) -> None:
        values = (self.i, self.p, self.r, self.nc, self.o, self.uh, self.uo, self.ne)
        if any(not isfinite(value) or value < 0 for value in values):
            raise ValueError("a tally has no negative or infinite counts")

    @property
    def known(self) -> float:
        """K: cases known to be eligible."""
        return self.i + self.p + self.r + self.nc + self.o

    @property
    def total(self) -> float:
        """All sampled cases."""
        return self.known + self.uh + self.uo + self.ne


@dataclass(frozen=True, slots=True)
class Eligible:
    """e for the two kinds of unknown cases, and how it was found; AAPOR demands the method."""

    uh: float
    uo: float
    method: str

    def __post_init__(self) -> None:
        if not (0 <= self.uh <= 1 and 0 <= self.uo <= 1 and self.method):
            raise ValueError("e lies between 0 and 1 and its method is named")


def proportional(tally: Tally) -> Eligible | None:
    """e by proportional allocation (CASRO): K / (K + NE), for both kinds; None where K + NE = 0."""
    whole = tally.known + tally.ne
    if whole == 0:
        return None
    e = tally.known / whole
    return Eligible(e, e, "casro")


def tally(cases: Iterable[tuple[Disposition, float]]) -> Tally:
    """Cases as (class, weight) added up; weight 1 for counts."""
    sums = dict.fromkeys(Disposition, 0.0)
    for disposition, weight in cases:
        sums[disposition] += weight
    return Tally(*(sums[item] for item in Disposition))


def rates(found: Tally, e: Eligible | None) -> Mapping[str, float | None]:
    """All sixteen rates by name; None where a rate is not defined.

    A zero denominator defines no rate, nor does a rate that needs `e` have one without it.
    """
    i, p, r, o = found.i, found.p, found.r, found.o
    known, unknown = found.known, found.uh + found.uo
    part = None if e is None else e.uh * found.uh + e.uo * found.uo
    reached = i + p + r + o
    pairs: dict[str, tuple[float, float | None]] = {}
    denominators = (known + unknown, None if part is None else known + part, known)
    for place, bottom in enumerate(denominators):
        pairs[f"RR{2 * place + 1}"] = (i, bottom)
        pairs[f"RR{2 * place + 2}"] = (i + p, bottom)
    pairs |= {
        "COOP1": (i, reached),
        "COOP2": (i + p, reached),
        "COOP3": (i, i + p + r),
        "COOP4": (i + p, i + p + r),
    }
    for name, top in (("REF", r), ("CON", reached)):
        for place, bottom in enumerate(denominators):
            pairs[f"{name}{place + 1}"] = (top, bottom)
    return {name: _ratio(*pairs[name]) for name in NAMES}


def _ratio(top: float, bottom: float | None) -> float | None:
    return None if not bottom else top / bottom


def cumulative(invited: int, agreed: int, rr: float | None) -> float | None:
    """Participation at the counter times response on the telephone; None where either is not."""
    if invited < agreed or agreed < 0:
        raise ValueError("nobody agrees uninvited")
    return None if invited == 0 or rr is None else agreed / invited * rr
