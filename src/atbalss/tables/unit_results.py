"""What comparisons of units (centres) and of periods give: values alone, no arithmetic on data.

Kept apart from how they are computed, so that a report can word them without numpy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from atbalss.study.texts import Text
from atbalss.tables.result import Flag, Number, Unit
from atbalss.tables.side import Side

LEVELS = (0.95, 0.998)  # of a funnel's limits
FEW = 12  # fewer periods give provisional limits


@dataclass(frozen=True, slots=True)
class Limits:
    """Lower and upper limit at a level, in the unit of the value."""

    level: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Part:
    """One part: its name, its number (hidden where small), its side and the base that counts."""

    code: str
    label: Text
    number: Number
    side: Side
    size: float = 0.0

    @property
    def is_shown(self) -> bool:
        """Whether the small-base rule lets the number be shown."""
        return self.number.flag in (Flag.OK, Flag.MARKED) and self.number.value is not None


@dataclass(frozen=True, slots=True)
class Parts:
    """All parts that anybody is in, those too small to show among them, and the overall value.

    `overall.sd` is the sd within parts, for means.
    """

    parts: tuple[Part, ...]
    total: Number
    overall: Side

    @property
    def is_share(self) -> bool:
        """Whether shares are compared rather than means."""
        return self.total.unit is Unit.SHARE

    def error(self, part: Part) -> float:
        """The error that chance alone gives a part of its size."""
        if self.is_share:
            return sqrt(self.overall.value * (1 - self.overall.value) / part.size)
        return (self.overall.sd or 0.0) / sqrt(part.size)

    def z(self, part: Part) -> float:
        """How many such errors a part lies above the overall value."""
        error = self.error(part)
        return (part.side.value - self.overall.value) / error if error > 0 else 0.0


class Place(StrEnum):
    """Where a unit lies in the funnel."""

    INSIDE = "inside"
    NEAR = "near"  # beyond 95 %, within 99.8 %: of 20 units like all, one lies there by chance
    ABOVE = "above"  # beyond 99.8 %
    BELOW = "below"
    HIDDEN = "hidden"  # too small to show


@dataclass(frozen=True, slots=True)
class FunnelUnit:
    """A unit: its number, limits (95 %, 99.8 %), shrunken estimate, and the places it may hold."""

    part: Part
    place: Place
    limits: tuple[Limits, ...] = ()
    shrunken: Number | None = None
    weight: float = 0.0
    rank: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Funnel:
    """All units, the overall value, the curves of the limits by size, and the spread of units.

    `dispersion` is the winsorised phi (1: chance alone); `spread` the sd between units' true
    values, 0 where none is found. `curves` are (size, limits) from the smallest to the largest.
    """

    question: str
    code: str
    by: str
    parts: Parts
    units: tuple[FunnelUnit, ...]
    curves: tuple[tuple[float, tuple[Limits, ...]], ...]
    dispersion: float
    is_overdispersed: bool
    spread: float

    def at(self, *places: Place) -> tuple[FunnelUnit, ...]:
        """The units that lie in one of the places."""
        return tuple(unit for unit in self.units if unit.place in places)

    @property
    def by_chance(self) -> float:
        """How many units would lie beyond the outer limits if all were alike."""
        return len(self.units) * (1 - LEVELS[-1])


class Method(StrEnum):
    """How limits were drawn."""

    P = "p_chart_exact_binomial"
    P_LANEY = "p_chart_laney"
    XBAR = "xbar_pooled_sd"
    XBAR_LANEY = "xbar_laney"


class Alert(StrEnum):
    """What a period is conspicuous for."""

    ABOVE = "above"  # beyond the upper limit (Nelson 1)
    BELOW = "below"
    RUN_ABOVE = "run_above"  # one of nine or more in a row above the centre (Nelson 2)
    RUN_BELOW = "run_below"


@dataclass(frozen=True, slots=True)
class Period:
    """A period: its number, limits (none where too small to show) and alerts."""

    part: Part
    limits: Limits | None = None
    alerts: tuple[Alert, ...] = ()


@dataclass(frozen=True, slots=True)
class Control:
    """All periods in time's order; `sigma_z` is how much wider than chance they vary."""

    question: str
    code: str
    time: str
    parts: Parts
    periods: tuple[Period, ...]
    method: Method
    sigma_z: float

    def with_alert(self, *alerts: Alert) -> tuple[Period, ...]:
        """The periods with any of the alerts."""
        return tuple(item for item in self.periods if set(alerts) & set(item.alerts))

    @property
    def is_provisional(self) -> bool:
        """Whether there are too few periods for firm limits."""
        return sum(item.part.is_shown for item in self.periods) < FEW
