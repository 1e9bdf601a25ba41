"""Two figures of the same persons: their difference tested with the covariance kept.

Two codes of one question, two items of a grid, the same figure in two overlapping filters. What
both have in common must be counted: unions of codes of a multiple question and filters together
in the study's own sums, codes of one question by codes of another in a small cube (`crossed`).
Formulas: docs/statistics.md, "Dependent pairs".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, isclose, isnan

import numpy as np
from scipy.special import betainc

from atbalss.study.bases import code_list, is_multiple, score_of
from atbalss.tables.compare import Test, p_of, t_of
from atbalss.tables.cube import Cube
from atbalss.tables.demand import Filter, Pair
from atbalss.tables.design import Floats, Sampling, Tallies, covariance, of_replicates, simple
from atbalss.tables.designed import groups
from atbalss.tables.estimates import union_name
from atbalss.tables.measures import Estimate
from atbalss.tables.numbers import Counted
from atbalss.tables.overlaps import both_filters, has_joint, united, with_code
from atbalss.tables.result import CellKey
from atbalss.tables.rows import Rows, base_rows, code_rows
from atbalss.tables.spec import EVERYBODY, SingleLines
from atbalss.tables.sums import Sums

DEPENDENT_SHARES = "z_dependent_shares"
DEPENDENT_MEANS = "t_dependent_means"
DEPENDENT_DESIGN = "t_dependent_design"
MCNEMAR = "mcnemar_exact"
EXACT_UNDER = 25  # discordant persons: below, unweighted shares are tested exactly

# ---- the test


@dataclass(frozen=True, eq=False)
class _Figure:
    """A figure as linearised values: e of each group of persons, and their sums."""

    cell: CellKey
    estimate: Estimate
    parts: tuple[tuple[float, Rows], ...]  # e of a group of lines, groups without a person shared
    first: Floats  # sum w e by unit
    square: Floats  # sum w^2 e^2 by unit
    replicates: Floats | None


def dependent(counted: Counted, joint: Cube | None, pair: Pair) -> Test | None:
    """The test of two figures of the same persons; None where what they share was not counted.

    Var = V1 + V2 - 2 C, C through sum w^2 e1 e2 of those in both (R `svycontrast` of `svymean`).
    Without a design n/(n-1) is of each figure's own base, shares are tested with the normal and
    means with t on the smaller base; with one, by its degrees of freedom. Unweighted shares of one
    base with fewer than 25 discordant persons have the exact test of McNemar (1947, Psychometrika
    12): the binomial of one half.
    """
    first, second = (_figure(counted, cell) for cell in pair)
    if first is None or second is None:
        return None
    cross = _cross(counted, joint, first, second)
    if cross is None:
        return None
    wave = pair[0].wave
    whole = counted.samplings.get(wave)
    matrix = _covariance(counted, whole, (first, second), cross, wave)
    difference = first.estimate.value - second.estimate.value
    se = float(np.sqrt(max(matrix[0, 0] + matrix[1, 1] - 2 * matrix[0, 1], 0.0)))
    noise = 1e-6 * float(np.sqrt(max(matrix[0, 0], matrix[1, 1], 0.0)))
    is_share = bool(pair[0].code)
    base = min(first.estimate.base, second.estimate.base)
    if base < 2 or not se > noise:
        return Test(difference, 0.0, None, None, None, "n_too_small" if base < 2 else "no_spread")
    degrees = whole.degrees if whole is not None else inf if is_share else float(base - 1)
    method = DEPENDENT_SHARES if is_share else DEPENDENT_MEANS
    p = p_of(difference, se, degrees)
    if whole is not None:
        method = DEPENDENT_DESIGN
    elif is_share and _is_plain(first.estimate, second.estimate):
        apart = _discordant(counted, joint, first, second)
        if apart is not None and sum(apart) < EXACT_UNDER:
            p, method = mcnemar(*apart), MCNEMAR
    half = t_of(counted.rules.confidence, degrees) * se
    return Test(difference, se, p, difference - half, difference + half, method, degrees)


def mcnemar(only_first: int, only_second: int) -> float:
    """Exact two-sided p of McNemar's test: twice the binomial tail of one half, at most 1."""
    n, least = only_first + only_second, min(only_first, only_second)
    if n == 0:
        return 1.0
    return min(2 * float(betainc(n - least, least + 1, 0.5)), 1.0)


def _is_plain(first: Estimate, second: Estimate) -> bool:
    """Whether all have the same weight and both figures the same base."""
    same = first.base == second.base
    return same and isclose(first.base_effective, first.base, rel_tol=1e-9)


def _figure(counted: Counted, cell: CellKey) -> _Figure | None:
    """The linearised values of a share or of the mean of a scale; None for anything else."""
    spec, questionnaire = counted.cube.spec, counted.questionnaire
    estimate = counted.estimate(cell)
    question = questionnaire.by_name.get(cell.question)
    if estimate is None or question is None:
        return None
    sums = counted.cube.margin(cell.wave, cell.among)
    if cell.code:
        hit = code_rows(spec, question, cell.code)
        base = base_rows(questionnaire, spec, cell.question)
        scored: list[tuple[float, Rows]] = [(1.0, hit)]
        if isinstance(spec.by_name.get(cell.question), SingleLines):
            scored.append((0.0, tuple(row for row in base if row not in hit)))
        else:
            scored.append((0.0, base))  # of a multiple question: everybody in the base
    elif isinstance(spec.by_name.get(cell.question), SingleLines):
        codes = code_list(question)
        known = codes.codes if codes is not None else ()
        scored = [
            (score_of(code), code_rows(spec, question, code.name))
            for code in known
            if not isnan(score_of(code))
        ]
    else:
        return None
    return _linear(cell, estimate, scored, sums, is_multiple(question))


def _linear(
    cell: CellKey,
    estimate: Estimate,
    scored: list[tuple[float, Rows]],
    sums: Sums,
    is_overlapping: bool,
) -> _Figure:
    """e = (score - value) / sum w. Of a multiple question the hit lies within the base: there the
    second group is the base itself, and e of the hit is added to it."""
    value, total = estimate.value, estimate.base_weighted
    e = [(score - value) / total for score, _ in scored]
    if is_overlapping:
        e = [1 / total, -value / total]
    made = groups(sums, [rows for _, rows in scored])
    weights = np.array(e)
    first = weights @ made.by_unit
    w2 = made.square if made.square is not None else np.zeros_like(made.by_unit)
    square = weights**2 @ w2
    if is_overlapping:
        square = square + 2 * e[0] * e[1] * w2[0]
    parts = tuple((x, rows) for x, (_, rows) in zip(e, scored, strict=True))
    return _Figure(cell, estimate, parts, first, square, _replicates(made, scored, is_overlapping))


def _replicates(
    made: Tallies, scored: list[tuple[float, Rows]], is_overlapping: bool
) -> Floats | None:
    """The figure by each replicate weight."""
    if made.replicates is None:
        return None
    scores = np.array([score for score, _ in scored])
    bottom = made.replicates[:, 1] if is_overlapping else made.replicates.sum(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(made.replicates @ scores / bottom, dtype=np.float64)


def _covariance(
    counted: Counted,
    whole: Sampling | None,
    figures: tuple[_Figure, _Figure],
    cross: Floats,
    wave: str,
) -> Floats:
    """The covariance (2, 2) of two figures under the design, or as a simple sample."""
    a, b = figures
    if whole is not None and whole.replicates is not None:
        if a.replicates is None or b.replicates is None:
            raise ValueError("sums of replicate weights were not counted")
        values = np.array([a.estimate.value, b.estimate.value])
        each = np.stack([a.replicates, b.replicates], axis=1)
        return of_replicates(each, values, whole.replicates)
    square = np.array([[a.square, cross], [cross, b.square]])
    tallies = Tallies(np.stack([a.first, b.first]), square)
    if whole is not None:
        return covariance(np.eye(2), tallies, whole)
    n = counted.cube.total(wave, EVERYBODY)[0]
    found = covariance(np.eye(2), tallies, simple(n))
    own = [item.estimate.base / max(item.estimate.base - 1, 1) for item in figures]
    factor = np.sqrt(np.array(own) / (n / max(n - 1, 1)))
    return np.asarray(found * np.outer(factor, factor), dtype=np.float64)


# ---- what two figures share


def _cross(counted: Counted, joint: Cube | None, a: _Figure, b: _Figure) -> Floats | None:
    """sum w^2 e1 e2 by unit, over those in both filters."""
    whole = counted.samplings.get(a.cell.wave)
    if whole is not None and (whole.clustered or whole.replicates is not None):
        return np.zeros_like(a.first)  # made from sums by PSU or replicate alone
    found = np.zeros_like(a.first)
    shared = _shared(counted, joint, a, b)
    if shared is None:
        return None
    for x, y, sums in shared:
        found = found + x * y * sums.w2
    return found


def _discordant(
    counted: Counted, joint: Cube | None, a: _Figure, b: _Figure
) -> tuple[int, int] | None:
    """Persons with the first alone and with the second alone, where both have one base."""
    if a.cell.among != b.cell.among:
        return None
    shared = _shared(counted, joint, a, b)
    if shared is None:
        return None
    hit = a.parts[0][0], b.parts[0][0]
    both = sum(item.n for x, y, item in shared if (x, y) == hit)
    return a.estimate.n - both, b.estimate.n - both


@dataclass(frozen=True, eq=False)
class _Shared:
    """Persons in a group of the first and one of the second: how many, and sum w^2 by unit."""

    n: int
    w2: Floats


def _shared(
    counted: Counted, joint: Cube | None, a: _Figure, b: _Figure
) -> list[tuple[float, float, _Shared]] | None:
    """For each group of the first and of the second: e1, e2 and what they share."""
    cube, wave, among = counted.cube, a.cell.wave, both_filters(a.cell, b.cell)
    question = counted.questionnaire.by_name[a.cell.question]
    if a.cell.question == b.cell.question and is_multiple(question):
        return _of_multiple(counted, a, b, among)
    if a.cell.question == b.cell.question:
        sums = cube.margin(wave, among)
        return [
            (x, y, _held(sums, tuple(set(rows) & set(others))))
            for x, rows in a.parts
            for y, others in b.parts
        ]
    if joint is None or not has_joint(joint.spec, counted.questionnaire, a.cell, b.cell):
        return None
    return _of_joint(counted, joint, a, b, among)


def _of_multiple(
    counted: Counted, a: _Figure, b: _Figure, among: Filter
) -> list[tuple[float, float, _Shared]]:
    """Codes of a multiple question: |A and B| = |A| + |B| - |A or B|, of persons and of w^2."""
    sums, spec = counted.cube.margin(a.cell.wave, among), counted.cube.spec
    question = counted.questionnaire.by_name[a.cell.question]
    name = union_name(united(counted.questionnaire, a.cell, b.cell))
    (x, hit), (x_base, base) = a.parts
    (y, other), (y_base, _) = b.parts
    one, two = _held(sums, hit), _held(sums, other)
    union = _held(sums, code_rows(spec, question, name))
    both = _Shared(one.n + two.n - union.n, np.maximum(one.w2 + two.w2 - union.w2, 0.0))
    return [(x, y, both), (x, y_base, one), (x_base, y, two), (x_base, y_base, _held(sums, base))]


def _of_joint(
    counted: Counted, joint: Cube, a: _Figure, b: _Figure, among: Filter
) -> list[tuple[float, float, _Shared]]:
    """Codes of one question by codes of another, from the small cube of the pair."""
    main, small = counted.cube.spec, joint.spec
    ours, theirs = main.by_name[a.cell.question], main.by_name[b.cell.question]
    mine = small.by_name[a.cell.question]
    if not all(isinstance(item, SingleLines) for item in (ours, theirs, mine)):
        raise TypeError(a.cell.question)
    assert isinstance(ours, SingleLines)
    assert isinstance(theirs, SingleLines)
    assert isinstance(mine, SingleLines)
    found = []
    for y, others in b.parts:
        for other in others:
            code = theirs.codes[other - theirs.start]
            sums = joint.margin(a.cell.wave, with_code(among, b.cell, code))
            for x, rows in a.parts:
                here = tuple(row - ours.start + mine.start for row in rows)
                found.append((x, y, _held(sums, here)))
    return found


def _held(sums: Sums, rows: Rows) -> _Shared:
    kept = list(rows)
    by_unit = sums.w2[:, None] if sums.by_unit is None else sums.by_unit.w2
    w2 = np.asarray(by_unit[kept].sum(axis=0), dtype=np.float64)
    return _Shared(int(sums.n[kept].sum()), w2)
