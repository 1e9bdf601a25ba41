"""Targets held against a sample: who has no category, which category has nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from atbalss.answers.frame import Frame
from atbalss.problems import Place, Problem, errors, problem
from atbalss.weights.cells import NO_CATEGORY, Ints, Table, categories
from atbalss.weights.rake import Floats, sums_of
from atbalss.weights.targets import Margin, Rest, Weighting

SUM_SLACK = 0.5  # percentage points by which rounded shares may miss 100
COUNT_SLACK = 1e-3  # relative difference of totals of counts


@dataclass(frozen=True, eq=False)
class Held:
    """A margin held against a sample: the category of each cell, wanted shares, persons."""

    margin: Margin
    category: Ints
    target: Floats  # with that of persons without a category last, if there are any
    n: Ints
    before: Floats


def hold(
    frame: Frame, margins: Sequence[Margin], cells: Table, base: Floats, weighting: Weighting
) -> tuple[list[Held], list[Problem]]:
    """Each margin with its wanted shares; persons without a category keep theirs (or are told).

    Where persons are kept, the targets divide what is left of 1.
    """
    held: list[Held] = []
    found = _totals(margins)
    sums = sums_of(cells.cell, base, cells.size)
    counts = np.bincount(cells.cell[base > 0], minlength=cells.size)
    for margin in margins:
        category, absent = categories(cells, margin)
        problems = _without(frame, margin, cells, category, absent, counts, weighting)
        size = np.array([item.size for item in margin.targets])
        if errors(problems) or not size.sum() > 0:
            found += problems
            continue
        k = len(size)
        category = np.where(category == NO_CATEGORY, k, category)
        before = sums_of(category, sums, k + 1) / sums.sum()
        n = np.bincount(category, counts, k + 1).astype(np.intp)
        target = np.append(size / size.sum() * (1 - before[k]), before[k])
        found += problems + _empty(frame, margin, n, before, target)
        if n[k] == 0:
            target, n, before = target[:k] / target[:k].sum(), n[:k], before[:k]
            category = np.minimum(category, k - 1)  # only cells of no weight are left over
        held.append(Held(margin, category, target, n, before))
    return held, found


def _totals(margins: Sequence[Margin]) -> list[Problem]:
    """Shares that do not add to 100, counts whose totals differ between margins."""
    found = []
    counted = [item for item in margins if item.is_count]
    for margin in margins:
        total = sum(item.size for item in margin.targets)
        words = " × ".join(margin.questions)
        if not margin.is_count and abs(total - 100) > SUM_SLACK:
            found.append(
                problem("weights-shares-sum", margin.place, question=words, total=f"{total:g}")
            )
        if margin.is_count and counted:
            first = sum(item.size for item in counted[0].targets)
            if abs(total - first) > COUNT_SLACK * max(first, total):
                other = " × ".join(counted[0].questions)
                args = {"first": other, "first_total": f"{first:.10g}", "total": f"{total:.10g}"}
                found.append(problem("weights-totals-differ", margin.place, question=words, **args))
    return found


def _without(
    frame: Frame,
    margin: Margin,
    cells: Table,
    category: Ints,
    absent: NDArray[np.bool_],
    counts: Ints,
    weighting: Weighting,
) -> list[Problem]:
    """Persons without a category: no answer, or an answer that no target names."""
    found = []
    words = " × ".join(margin.questions)
    outside = category == NO_CATEGORY
    missing = int(counts[outside & absent].sum())
    if missing:
        code = "weights-missing" if weighting.missing is Rest.REFUSE else "weights-missing-kept"
        found.append(problem(code, margin.place, question=words, n=missing, wave=frame.wave))
    stray = outside & ~absent & (counts > 0)
    if stray.any():
        kept = weighting.uncovered is Rest.KEEP
        places = [i for i, item in enumerate(cells.variables) if item.name in margin.questions]
        answers = dict.fromkeys(
            " ".join(cells.variables[i].names[cells.levels[i, cell]] for i in places)
            for cell in np.flatnonzero(stray)
        )
        found.append(
            problem(
                "weights-uncovered-kept" if kept else "weights-uncovered",
                margin.place,
                question=words,
                n=int(counts[stray].sum()),
                answers=", ".join(answers),
                wave=frame.wave,
            )
        )
    return found


def _empty(frame: Frame, margin: Margin, n: Ints, before: Floats, target: Floats) -> list[Problem]:
    """Categories with a target and nobody in the sample, and with people and a target of nought."""
    found = []
    for place, item in enumerate(margin.targets):
        where = item.place if item.place != Place() else margin.place
        args = {"question": " × ".join(margin.questions), "answer": " ".join(item.codes)}
        if target[place] > 0 and before[place] <= 0:
            found.append(problem("weights-empty-category", where, wave=frame.wave, **args))
        elif target[place] <= 0 and n[place] > 0:
            found.append(
                problem("weights-zero-target", where, wave=frame.wave, n=int(n[place]), **args)
            )
    return found
