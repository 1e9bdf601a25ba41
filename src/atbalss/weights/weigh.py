"""A sample and its targets -> weights with their diagnosis; what stands in the way is said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl

from atbalss.answers.frame import Frame
from atbalss.problems import Place, Problem, errors, problem
from atbalss.study.questionnaire import Questionnaire
from atbalss.weights.cells import Table, check, split_by, table
from atbalss.weights.design import Calibration
from atbalss.weights.diagnose import (
    LOUD_DEFF,
    LOUD_WEIGHT,
    Category,
    Diagnosis,
    Fitted,
    Heavy,
)
from atbalss.weights.hold import Held, hold
from atbalss.weights.rake import Floats, Raked, rake, sums_of, trim
from atbalss.weights.targets import Bound, Margin, Method, Trim, Trimming, Weighting

CELL = ":cell"  # the frame's column that numbers weighting cells
HEAVIEST = 10


@dataclass(frozen=True, eq=False)
class Weighed:
    """The frame with its weights (and the number of each row's cell), and how they came out."""

    frame: Frame
    diagnosis: Diagnosis
    calibration: Calibration | None = None


def weigh(
    frame: Frame, weighting: Weighting, file: str = "study.yaml"
) -> tuple[Weighed | None, list[Problem]]:
    """The frame with weights for its wave, or None and why there are none.

    Errors: unknown questions and codes, overlapping categories, totals that differ, a category
    with a target and nobody in the sample, answers without a target, missing answers where
    `missing: refuse`, margins or bounds that cannot be met together.
    """
    margins = weighting.of_wave(frame.wave)
    questionnaire = frame.questionnaire
    found = check(questionnaire, margins)
    data = frame.data
    base = _base(data, weighting)
    if not found and not base.sum() > 0:
        found.append(problem("weights-nobody", Place(file), wave=frame.wave))
    if errors(found):
        return None, found
    if weighting.method is Method.NONE:
        weights = base * (len(base) / base.sum())
        done = Raked(np.ones(1), 0, 0.0, True)
        diagnosis = _diagnosis(frame, weighting, base, weights, done, None, [])
        return Weighed(_with(frame, weights, None), diagnosis), _loud(diagnosis, file)
    cells = _cells(questionnaire, data, margins, base, weighting.trim)
    sums = sums_of(cells.cell, base, cells.size)
    held, found = hold(frame, margins, cells, base, weighting)
    if errors(found):
        return None, found
    low, high = _bounds(weighting.trim, cells, base)
    done = rake(
        sums / sums.sum(),
        [item.category for item in held],
        [item.target for item in held],
        low=low,
        high=high,
    )
    if not done.converged:
        return None, [*found, _unmet(held, done, sums, weighting, margins)]
    weights = base * done.factors[cells.cell]
    weights *= len(base) / weights.sum()
    if weighting.trim is not None and weighting.trim.when is Trimming.AFTER:
        weights = trim(weights, weighting.trim.low, weighting.trim.high)
    diagnosis = _diagnosis(frame, weighting, base, weights, done, cells, held)
    if weighting.to_population:
        weights *= diagnosis.total / weights.sum()
    whole = tuple(tuple(int(x) for x in item.category) for item in held)
    made = Weighed(_with(frame, weights, cells), diagnosis, Calibration(CELL, whole))
    return made, [*found, *_loud(diagnosis, file)]


def _with(frame: Frame, weights: Floats, cells: Table | None) -> Frame:
    columns = [pl.Series("weight", weights, dtype=pl.Float64)]
    if cells is not None:
        columns.append(pl.Series(CELL, cells.cell, dtype=pl.Int32))
    return replace(frame, data=frame.data.with_columns(columns))


def _base(data: pl.DataFrame, weighting: Weighting) -> Floats:
    """Base weights of mean 1 over the persons who have one; ones where the study names none."""
    if not weighting.base:
        return np.ones(data.height)
    base: Floats = data[weighting.base].cast(pl.Float64).fill_null(0.0).to_numpy().copy()
    total = base.sum()
    return base * (len(base) / total) if total > 0 else base


def _cells(
    questionnaire: Questionnaire,
    data: pl.DataFrame,
    margins: Sequence[Margin],
    base: Floats,
    bounds: Trim | None,
) -> Table:
    """Cells of everybody alike; bounds on the weight part those of unlike base weights."""
    found = table(questionnaire, data, margins)
    if bounds is None or bounds.when is Trimming.AFTER or bounds.of is Bound.FACTOR:
        return found
    return split_by(found, base) if np.ptp(base) > 0 else found


def _bounds(
    bounds: Trim | None, cells: Table, base: Floats
) -> tuple[Floats | float, Floats | float]:
    """The bounds of each cell's factor, weights and base weights both of mean 1."""
    if bounds is None or bounds.when is Trimming.AFTER:
        return 0.0, np.inf
    if bounds.of is Bound.FACTOR or np.ptp(base) == 0:
        return bounds.low, bounds.high
    own = np.zeros(cells.size)
    own[cells.cell] = base
    own = np.where(own > 0, own, 1.0)
    return bounds.low / own, bounds.high / own


def _unmet(
    held: Sequence[Held],
    done: Raked,
    sums: Floats,
    weighting: Weighting,
    margins: Sequence[Margin],
) -> Problem:
    """Which category is farthest from its target where raking does not converge."""
    after = sums / sums.sum() * done.factors
    worst = max(held, key=lambda item: float(np.abs(_shares(item, after) - item.target).max()))
    shares = _shares(worst, after)
    at = int(np.abs(shares - worst.target).argmax())
    targets = worst.margin.targets
    answer = " ".join(targets[at].codes) if at < len(targets) else "–"
    bounded = weighting.trim is not None and weighting.trim.when is Trimming.INSIDE
    return problem(
        "weights-bounds-unmet" if bounded else "weights-not-convergent",
        worst.margin.place,
        question=" × ".join(worst.margin.questions),
        answer=answer,
        share=f"{100 * shares[at]:.2f}",
        target=f"{100 * worst.target[at]:.2f}",
        rounds=done.iterations,
    )


def _shares(item: Held, sums: Floats) -> Floats:
    return sums_of(item.category, sums, len(item.target))


# ---- how it came out


def _diagnosis(
    frame: Frame,
    weighting: Weighting,
    base: Floats,
    weights: Floats,
    done: Raked,
    cells: Table | None,
    held: Sequence[Held],
) -> Diagnosis:
    counted = weights[base > 0]
    bounds = weighting.trim
    low, high = _hits(bounds, counted, base[base > 0])
    total = float(weights.sum())
    if weighting.to_population:
        total = next(
            (sum(t.size for t in item.margin.targets) for item in held if item.margin.is_count),
            total,
        )
    return Diagnosis(
        wave=frame.wave,
        method=weighting.method,
        n=len(weights),
        base=weighting.base.removeprefix(":"),
        cells=0 if cells is None else cells.size,
        iterations=done.iterations,
        deviation=_left(held, cells, weights),
        margins=tuple(_fitted(item, cells, weights) for item in held) if cells else (),
        total=total,
        smallest=float(counted.min()),
        largest=float(counted.max()),
        deff=_deff(weights),
        deff_base=_deff(base),
        at_low=low,
        at_high=high,
        heaviest=_heaviest(cells, weights) if cells else (),
        trim=bounds,
    )


def _deff(weights: Floats) -> float:
    """n sum w^2 / (sum w)^2."""
    return float(len(weights) * (weights**2).sum() / weights.sum() ** 2)


def _hits(bounds: Trim | None, weights: Floats, base: Floats) -> tuple[int, int]:
    """How many persons stand at the lower and at the upper bound."""
    if bounds is None:
        return 0, 0
    value = weights / base if bounds.of is Bound.FACTOR else weights
    low = (value <= bounds.low * (1 + 1e-9)).sum() if bounds.low > 0 else 0
    return int(low), int((value >= bounds.high * (1 - 1e-9)).sum())


def _fitted(item: Held, cells: Table, weights: Floats) -> Fitted:
    after = _shares(item, sums_of(cells.cell, weights, cells.size)) / weights.sum()
    names = [target.codes for target in item.margin.targets]
    names += [()] * (len(item.target) - len(names))
    rows = zip(names, item.n, item.before, item.target, after, strict=True)
    return Fitted(
        item.margin.questions,
        tuple(
            Category(codes, int(n), float(before), float(target), float(now))
            for codes, n, before, target, now in rows
        ),
    )


def _left(held: Sequence[Held], cells: Table | None, weights: Floats) -> float:
    if cells is None or not held:
        return 0.0
    return max(_fitted(item, cells, weights).deviation for item in held)


def _heaviest(cells: Table, weights: Floats) -> tuple[Heavy, ...]:
    """The cells with the greatest weights, one for each set of answers."""
    largest: dict[tuple[tuple[str, str], ...], tuple[float, int]] = {}
    top = np.zeros(cells.size)
    np.maximum.at(top, cells.cell, weights)
    counts = np.bincount(cells.cell, minlength=cells.size)
    for cell in range(cells.size):
        answers = cells.answers(cell)
        weight, n = largest.get(answers, (0.0, 0))
        largest[answers] = max(weight, float(top[cell])), n + int(counts[cell])
    order = sorted(largest.items(), key=lambda item: (-item[1][0], item[0]))[:HEAVIEST]
    return tuple(Heavy(answers, n, weight) for answers, (weight, n) in order)


def _loud(diagnosis: Diagnosis, file: str) -> list[Problem]:
    """Warnings where the weights cost half of the interviews or one speaks for many."""
    found = []
    place = Place(file)
    if diagnosis.deff >= LOUD_DEFF:
        found.append(
            problem(
                "weights-costly",
                place,
                wave=diagnosis.wave,
                deff=f"{diagnosis.deff:.2f}",
                n=diagnosis.n,
                effective=f"{diagnosis.n_effective:.0f}",
            )
        )
    if diagnosis.largest >= LOUD_WEIGHT:
        found.append(
            problem("weights-heavy", place, wave=diagnosis.wave, weight=f"{diagnosis.largest:.2f}")
        )
    return found
