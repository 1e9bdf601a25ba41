"""R's `api` samples as the sums by design unit that a cube keeps, and the expected numbers."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np

from atbalss.tables import design
from atbalss.tables.design import Sampling, Tallies

FOLDER = Path(__file__).parent.parent / "reference" / "r_survey"


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


@dataclass(frozen=True)
class Sample:
    """A sample, its weights, the unit of each interview and what the units are."""

    people: list[dict[str, str]]
    w: np.ndarray
    unit: np.ndarray
    sampling: Sampling

    @cached_property
    def everybody(self) -> np.ndarray:
        return np.ones(len(self.w), dtype=bool)

    def has(self, name: str, code: str) -> np.ndarray:
        return np.array([row[name] == code for row in self.people])

    def x(self, name: str) -> np.ndarray:
        return np.array([float(row[name]) for row in self.people])

    def codes(self, name: str) -> list[str]:
        return sorted({row[name] for row in self.people})

    def by_unit(self, terms: np.ndarray) -> np.ndarray:
        return np.bincount(self.unit, terms, len(self.sampling.stratum))

    def groups(self, members: list[np.ndarray]) -> Tallies:
        """Sums of disjoint groups of interviews: sum w and sum w^2 by unit, as answer codes."""
        return Tallies(
            np.array([self.by_unit(self.w * who) for who in members]),
            np.array([self.by_unit(self.w**2 * who) for who in members]),
        )

    def values(self, name: str, who: np.ndarray | None = None) -> tuple[np.ndarray, Tallies]:
        """Each value of a number as a group of its own."""
        x, inside = self.x(name), self.everybody if who is None else who
        found = np.unique(x)
        return found, self.groups([inside & (x == value) for value in found])

    def moments(self, name: str, who: np.ndarray | None = None) -> Tallies:
        """Sums of w k, w s and of w^2 times their products by unit, as an open number's."""
        inside = self.everybody if who is None else who
        k = inside.astype(float)
        s = self.x(name) * k
        square = np.array([[self.by_unit(self.w**2 * a * b) for b in (k, s)] for a in (k, s)])
        return Tallies(np.array([self.by_unit(self.w * k), self.by_unit(self.w * s)]), square)


def strata_of(people: list[dict[str, str]]) -> tuple[np.ndarray, list[float], list[float]]:
    names = sorted({row["stype"] for row in people})
    unit = np.array([names.index(row["stype"]) for row in people])
    population = [next(float(r["fpc"]) for r in people if r["stype"] == name) for name in names]
    return unit, np.bincount(unit).astype(float).tolist(), population


def sample(case: str) -> Sample:
    if case == "C":
        people = rows(FOLDER / "apiclus1.csv")
        districts = sorted({row["dnum"] for row in people})
        unit = np.array([districts.index(row["dnum"]) for row in people])
        whole = [float(people[0]["fpc"])]
        made = design.clustered([0] * len(districts), [True] * len(districts), whole)
        return Sample(people, np.array([float(r["pw"]) for r in people]), unit, made)
    people = rows(FOLDER / ("apisrs.csv" if case == "RAKE" else "apistrat.csv"))
    w = np.array([float(row["pw"]) for row in people])
    if case in ("W", "POST", "RAKE"):
        return Sample(people, w, np.zeros(len(people), int), design.simple(len(people)))
    unit, sizes, population = strata_of(people)
    made = design.stratified(sizes, population if case == "SF" else ())
    return Sample(people, w, unit, made)
