"""Alerts over time: a control chart of a share or a mean by month or wave.

Limits are those within which 99.73 % of periods lie by chance (3 sigma of a normal variable): exact
binomial for shares, normal on the pooled sd for means. Where periods vary more than that anyway,
the limits are widened by what neighbouring periods differ (Laney 2002, Quality Engineering 14).
Alerts: Nelson's (1984, Journal of Quality Technology 16) rules 1 and 2.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt
from statistics import median

from atbalss.tables.limits import SIGMA3, limits
from atbalss.tables.numbers import Counted
from atbalss.tables.parts import by_question, by_wave
from atbalss.tables.unit_results import Alert, Control, Limits, Method, Part, Parts, Period

RUN = 9  # periods in a row on one side of the centre
MR_TO_SIGMA = 0.954  # median range of two from a normal variable of sigma 1
WIDER = 2.9  # sigma_z over 1 + 2.9 / sqrt(k - 1): one stable process in forty (simulated)


def control(counted: Counted, question: str, code: str, time: str = "", wave: str = "") -> Control:
    """The control chart by the codes of `time` (a single choice in time's order), or by waves."""
    parts = (
        by_question(counted, question, code, time, counted.wave(wave))
        if time
        else by_wave(counted, question, code)
    )
    return of_parts(parts, question, code, time)


def of_parts(parts: Parts, question: str, code: str, time: str) -> Control:
    """The control chart of periods that are measured already."""
    shown = [part for part in parts.parts if part.is_shown]
    sigma = sigma_z([parts.z(part) for part in shown])
    widened = sigma > 1 + WIDER / sqrt(max(len(shown) - 1, 1))
    if parts.is_share:
        method = Method.P_LANEY if widened else Method.P
    else:
        method = Method.XBAR_LANEY if widened else Method.XBAR
    found = [
        _limits(parts, part, sigma, widened) if part.is_shown else None for part in parts.parts
    ]
    values = [part.side.value if part.is_shown else None for part in parts.parts]
    in_runs = runs(values, parts.overall.value)
    periods = tuple(
        Period(part, own, _alerts(part, own, run))
        for part, own, run in zip(parts.parts, found, in_runs, strict=True)
    )
    return Control(question, code, time, parts, periods, method, sigma)


def sigma_z(z_scores: Sequence[float]) -> float:
    """Sigma of z scores from their moving ranges: median |z_i - z_(i-1)| / 0.954; 1 for one period.

    It is about 1 where only chance is at work. The median, so that one true alert does not widen
    the limits that are to show it (Wheeler 1995 gives the constant).
    """
    ranges = [abs(b - a) for a, b in pairwise(z_scores)]
    return median(ranges) / MR_TO_SIGMA if ranges else 1.0


def runs(values: Sequence[float | None], centre: float) -> list[int]:
    """For each period +1 or -1 if it is one of RUN or more in a row on that side, else 0.

    A period at the centre, or one that is not shown, ends a run.
    """
    sides = [0 if v is None or v == centre else (1 if v > centre else -1) for v in values]
    found = [0] * len(sides)
    start = 0
    for i in range(1, len(sides) + 1):
        if i == len(sides) or sides[i] != sides[start]:
            if sides[start] and i - start >= RUN:
                found[start:i] = [sides[start]] * (i - start)
            start = i
    return found


def _limits(parts: Parts, part: Part, sigma: float, widened: bool) -> Limits:
    if not widened:
        return limits(part.size, parts.overall, SIGMA3, parts.is_share)
    half = 3 * parts.error(part) * sigma
    low, high = parts.overall.value - half, parts.overall.value + half
    if parts.is_share:
        low, high = max(low, 0.0), min(high, 1.0)
    return Limits(SIGMA3, low, high)


def _alerts(part: Part, own: Limits | None, run: int) -> tuple[Alert, ...]:
    found: list[Alert] = []
    if own is not None and part.side.value > own.high:
        found.append(Alert.ABOVE)
    if own is not None and part.side.value < own.low:
        found.append(Alert.BELOW)
    if run:
        found.append(Alert.RUN_ABOVE if run > 0 else Alert.RUN_BELOW)
    return tuple(found)
