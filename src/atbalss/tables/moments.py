"""Sums of open numbers and of grids: six moments (`sums`), two with each replicate weight.

What is linear in a person's answers is made from the sums of their codes; only w^2 k^2, w^2 ks and
w^2 s^2 of a grid, and the numbers themselves, are summed row by row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from atbalss.tables.block import Block, Codes, PersonSums
from atbalss.tables.spec import AnsweredLine, GridLines, SingleLines, Spec
from atbalss.tables.sums import W2KK, W2KS, W2SS, WK, WQ, WS, Floats


class Moments:
    """The moments of one banner under way: (6 and 2 for each replicate, moment lines, wide)."""

    def __init__(self, spec: Spec, wide: int) -> None:
        self._spec, self._wide = spec, wide
        self._sums = np.zeros((6 + 2 * spec.n_replicates, spec.n_moments, wide))

    def add(
        self,
        block: Block,
        wide: Codes,
        weights: Sequence[Floats],
        grids: Mapping[str, PersonSums | None],
    ) -> None:
        """Counts a block in: the cell (times unit) of each row, w, w2 and replicate weights."""
        w, w2, *replicates = weights
        for item in self._spec.lines:
            if isinstance(item, GridLines):
                grid = grids.get(item.grid)
                if grid is not None:
                    self._add(W2KK, item, wide, w2 * grid.k * grid.k)
                    self._add(W2KS, item, wide, w2 * grid.k * grid.s)
                    self._add(W2SS, item, wide, w2 * grid.s * grid.s)
            elif isinstance(item, AnsweredLine) and item.question in block.numbers:
                x = np.nan_to_num(block.numbers[item.question], posinf=np.inf, neginf=-np.inf)
                self._add(WS, item, wide, w * x)
                self._add(WQ, item, wide, w * x * x)
                self._add(W2KS, item, wide, w2 * x)
                self._add(W2SS, item, wide, w2 * x * x)
                for at, weight in enumerate(replicates):
                    self._add(6 + 2 * at + WS, item, wide, weight * x)

    def _add(self, which: int, item: AnsweredLine | GridLines, wide: Codes, term: Floats) -> None:
        self._sums[which, item.moments] += np.bincount(wide, term, self._wide)

    def sums(self, lines: Floats) -> Floats:
        """All moments, given the sums of lines: (w, w2 and replicates, lines, wide)."""
        sums = self._sums.copy()
        plain = [(WK, WS, WQ, lines[0])]
        for at, weight in enumerate(lines[2:]):
            plain.append((6 + 2 * at + WK, 6 + 2 * at + WS, -1, weight))
        for item in self._spec.lines:
            if isinstance(item, AnsweredLine) and item.moments >= 0:
                sums[W2KK, item.moments] = lines[1, item.start]
                for k, _, _, own in plain:
                    sums[k, item.moments] = own[item.start]
        for item in self._spec.lines:
            if isinstance(item, GridLines):
                for name, scores in zip(item.items, item.scores, strict=True):
                    for k, s, q, own in plain:
                        self._add_item(sums, item, name, scores, (k, s, q), own)
        return sums

    def _add_item(
        self,
        sums: Floats,
        grid: GridLines,
        name: str,
        scores: tuple[float, ...] | None,
        which: tuple[int, int, int],
        own: Floats,
    ) -> None:
        """Adds what an item gives to sum wk, ws and (not with replicates: -1) wq of its grid."""
        item = self._spec.by_name[name]
        if isinstance(item, AnsweredLine) and item.moments >= 0:
            for moment in which:
                if moment >= 0:
                    sums[moment, grid.moments] += sums[moment, item.moments]
        elif isinstance(item, SingleLines) and scores is not None:
            score = np.asarray(scores)
            has = ~np.isnan(score)
            counted = own[item.start : item.start + len(score)][has]
            for power, moment in enumerate(which):
                if moment >= 0:
                    sums[moment, grid.moments] += score[has] ** power @ counted
