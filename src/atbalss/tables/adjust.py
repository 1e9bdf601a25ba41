"""Adjustments of p values for the number of looks: none, Bonferroni, Holm, BH, BY.

A family is the list of p values given; whoever calls says what it is made of and prints that.
Formulas as in R's `stats::p.adjust`, to which tests hold them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

Ps = list[float]


class Adjustment(StrEnum):
    """How p values of a family are adjusted."""

    NONE = "none"
    BONFERRONI = "bonferroni"  # family-wise error, any dependence
    HOLM = "holm"  # the same, never weaker than Bonferroni
    BH = "bh"  # false discovery rate, independent or positively dependent tests
    BY = "by"  # false discovery rate, any dependence


def adjusted(p_values: Sequence[float], method: Adjustment | str) -> list[float]:
    """Adjusted p values in the order given, 0..1; the family is the whole list.

    Bonferroni: min(m p, 1). Holm (1979, Scand J Stat 6): step-down, max over smaller p of
    (m - rank + 1) p. Benjamini and Hochberg (1995, JRSS B 57): step-up, min over larger p of
    m/rank p. Benjamini and Yekutieli (2001, Ann Stat 29): the same times 1 + 1/2 + ... + 1/m.
    ValueError for a method that is none of these or a p outside 0..1.
    """
    if any(not 0 <= p <= 1 for p in p_values):
        raise ValueError("a p value outside 0..1")
    return _METHODS[Adjustment(method)](p_values)


def holm(p_values: Sequence[float]) -> list[float]:
    """Holm's step-down adjusted p values, in the order given."""
    return adjusted(p_values, Adjustment.HOLM)


def _none(p_values: Sequence[float]) -> Ps:
    return list(p_values)


def _bonferroni(p_values: Sequence[float]) -> Ps:
    return [min(len(p_values) * p, 1.0) for p in p_values]


def _holm(p_values: Sequence[float]) -> Ps:
    found, largest = [0.0] * len(p_values), 0.0
    for rank, i in enumerate(_order(p_values)):
        largest = max(largest, min((len(p_values) - rank) * p_values[i], 1.0))
        found[i] = largest
    return found


def _step_up(p_values: Sequence[float], factor: float) -> Ps:
    found, smallest = [0.0] * len(p_values), 1.0
    order = _order(p_values)
    for rank in range(len(order), 0, -1):
        i = order[rank - 1]
        raised = max(factor * len(order) / rank * p_values[i], p_values[i])
        smallest = min(smallest, raised)
        found[i] = smallest
    return found


def _bh(p_values: Sequence[float]) -> Ps:
    return _step_up(p_values, 1.0)


def _by(p_values: Sequence[float]) -> Ps:
    return _step_up(p_values, sum(1 / rank for rank in range(1, len(p_values) + 1)))


def _order(p_values: Sequence[float]) -> list[int]:
    return sorted(range(len(p_values)), key=lambda i: p_values[i])


_METHODS: dict[Adjustment, Callable[[Sequence[float]], Ps]] = {
    Adjustment.NONE: _none,
    Adjustment.BONFERRONI: _bonferroni,
    Adjustment.HOLM: _holm,
    Adjustment.BH: _bh,
    Adjustment.BY: _by,
}
