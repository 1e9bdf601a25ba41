"""The cube: the sums that every published number is made from, by wave.

Cubes of blocks, partitions, files and waves add up: cube(a + b) = cube(a) + cube(b).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.demand import Filter
from atbalss.tables.spec import Spec
from atbalss.tables.sums import Floats, Sums


@dataclass(frozen=True, eq=False)
class Cube:
    """Sums by wave, all of one spec."""

    spec: Spec
    waves: Mapping[str, Sums]
    _margins: dict[tuple[str, Filter], Sums] = field(default_factory=dict, repr=False)
    _totals: dict[tuple[str, Filter], list[tuple[int, float, float]]] = field(
        default_factory=dict, init=False, repr=False
    )

    def margin(self, wave: str, among: Filter = ()) -> Sums:
        """The sums of every line within a filter, as one cell; remembered.

        n, w, w2 (lines,), moments (6, moment lines); by_unit.n, .w, .w2 (lines, units), .moments
        (6, moment lines, units); replicates.w (R, lines), .moments (R, 2, moment lines).
        KeyError for a filter that was not declared and for a wave without rows.
        """
        key = (wave, among)
        if key not in self._margins:
            self._margins[key] = self.over(wave, self.spec.cells_of(among))
        return self._margins[key]

    def over(self, wave: str, cells: NDArray[np.intp]) -> Sums:
        """The sums of every line over some cells (numbers of the spec's cells), as one cell."""
        return self.waves[wave].within(cells)

    def narrowed(self, wave: str, cells: NDArray[np.intp]) -> Cube:
        """The cube of those in some cells of a wave: there they are everybody (no filter)."""
        return Cube(self.spec, {wave: self.waves[wave]}, {(wave, ()): self.over(wave, cells)})

    def total(self, wave: str, line: int, among: Filter = ()) -> tuple[int, float, float]:
        """n, sum w, sum w^2 of a line within a filter; zeros for a wave without rows."""
        if wave not in self.waves:
            return 0, 0.0, 0.0
        key = (wave, among)
        if key not in self._totals:
            sums = self.margin(wave, among)
            lines = zip(sums.n.tolist(), sums.w.tolist(), sums.w2.tolist(), strict=True)
            self._totals[key] = list(lines)
        return self._totals[key][line]

    def moments(self, wave: str, line: int, among: Filter = ()) -> Floats:
        """The six moments of a moment line within a filter."""
        if wave not in self.waves:
            return np.zeros(6)
        found: Floats = self.margin(wave, among).moments[:, line]
        return found


def add(a: Cube, b: Cube) -> Cube:
    """cube(a + b): sums of the same spec added wave by wave; ValueError if the specs differ."""
    if a.spec != b.spec:
        raise ValueError("cubes of different specs do not add up")
    waves = dict(a.waves)
    for wave, sums in b.waves.items():
        waves[wave] = waves[wave] + sums if wave in waves else sums
    return Cube(a.spec, waves)
