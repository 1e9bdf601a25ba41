"""What weighting did: margins before and after, the spread of the weights, what is to be feared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from atbalss.weights.targets import Method, Trim

LOUD_DEFF = 2.0  # a design effect of the weights from which a warning is due
LOUD_WEIGHT = 5.0  # a weight, of mean 1, from which a warning is due
MISSING = ""  # the category of those whom a margin has no answer of


@dataclass(frozen=True, slots=True)
class Category:
    """A category of a margin: persons, and its share before, as wanted and after (0..1).

    `codes` empty: persons without an answer, who keep their share.
    """

    codes: tuple[str, ...]
    n: int
    before: float
    target: float
    after: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A margin with its categories."""

    questions: tuple[str, ...]
    categories: tuple[Category, ...]

    @property
    def deviation(self) -> float:
        """The largest |after - target| (0..1)."""
        return max(abs(item.after - item.target) for item in self.categories)


@dataclass(frozen=True, slots=True)
class Heavy:
    """A weighting cell: its answers as (question, code; "" for none), persons, largest weight."""

    answers: tuple[tuple[str, str], ...]
    n: int
    weight: float


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """How the weighting of a wave came out. Weights are told as of mean 1; shares are 0..1.

    deff = n sum w^2 / (sum w)^2 (Kish's design effect of weights alone), effective n = n / deff.
    """

    wave: str
    method: Method
    n: int
    base: str
    cells: int
    iterations: int
    deviation: float
    margins: tuple[Fitted, ...]
    total: float
    smallest: float
    largest: float
    deff: float
    deff_base: float
    at_low: int
    at_high: int
    heaviest: tuple[Heavy, ...]
    trim: Trim | None = None

    @property
    def n_effective(self) -> float:
        """Kish's effective number of interviews."""
        return self.n / self.deff

    @property
    def questions(self) -> tuple[str, ...]:
        """Questions that were weighted by, in written order."""
        return tuple(dict.fromkeys(name for item in self.margins for name in item.questions))

    def plain(self) -> dict[str, object]:
        """The diagnosis as plain values, for `--json`."""
        return {
            "wave": self.wave,
            "method": self.method.value,
            "n": self.n,
            "base_weight": self.base or None,
            "cells": self.cells,
            "iterations": self.iterations,
            "largest_deviation": self.deviation,
            "sum": self.total,
            "smallest_weight": self.smallest,
            "largest_weight": self.largest,
            "deff": self.deff,
            "deff_of_base_weights": self.deff_base,
            "n_effective": self.n_effective,
            "trim": _plain_trim(self.trim),
            "at_lower_bound": self.at_low,
            "at_upper_bound": self.at_high,
            "margins": [
                {
                    "questions": list(margin.questions),
                    "largest_deviation": margin.deviation,
                    "categories": [
                        {
                            "codes": list(item.codes) or None,
                            "n": item.n,
                            "before": item.before,
                            "target": item.target,
                            "after": item.after,
                        }
                        for item in margin.categories
                    ],
                }
                for margin in self.margins
            ],
            "heaviest_cells": [
                {"answers": dict(item.answers), "n": item.n, "weight": item.weight}
                for item in self.heaviest
            ],
        }


def _plain_trim(trim: Trim | None) -> Mapping[str, object] | None:
    if trim is None:
        return None
    high = None if trim.high == float("inf") else trim.high
    return {"low": trim.low, "high": high, "of": trim.of.value, "when": trim.when.value}
