"""Tests of a banner table by the declared design: strata, clusters, replicate weights kept.

Two columns are parted into those in the first alone, in the second alone and in both; so no person
is in two parts, and the variance of the difference of two ratios follows from sums by unit.
Rao and Scott's chi-square of a question by a banner variable stands here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf

import numpy as np
from scipy.special import stdtr

from atbalss.study.bases import in_base, is_multiple
from atbalss.study.question import Question
from atbalss.study.texts import Text
from atbalss.tables import design
from atbalss.tables.banner_columns import Place
from atbalss.tables.banner_result import ChiSquare
from atbalss.tables.banner_rows import RowPlan
from atbalss.tables.chi_square import rao_scott
from atbalss.tables.demand import Filter
from atbalss.tables.design import Floats, Sampling, Tallies
from atbalss.tables.designed import groups
from atbalss.tables.estimates import union_name
from atbalss.tables.letters import NO_SPREAD, PairTest
from atbalss.tables.names import codes_named
from atbalss.tables.numbers import Counted
from atbalss.tables.rows import Rows, base_rows, code_rows, rows_of_codes
from atbalss.tables.spec import AnsweredLine, GridLines, SingleLines
from atbalss.tables.sums import W2KK, W2KS, W2SS, WK, WS, Sums

BY_UNITS = "t_design_units"
OVERLAP = "overlapping"


def difference(
    counted: Counted,
    plan: RowPlan,
    wave: str,
    a: Filter,
    b: Filter,
    both: Filter | None,
    *,
    rest: bool = False,
) -> tuple[float, float] | None:
    """First column minus second and its SE by the wave's declared design; None without one.

    `both` filters the persons in both columns. With `rest` the second is `b` without the first.
    """
    whole = counted.samplings.get(wave)
    if whole is None:
        return None
    cube = counted.cube
    parts = [cube.margin(wave, a), cube.margin(wave, b)]
    if both is not None:
        parts.append(cube.margin(wave, both))
    if rest:  # the second alone is what is left of it; nobody is in both
        parts = [parts[0], parts[1], parts[0]]
    tallies, x = _tallies(counted, plan, parts)
    first, second = np.array([1.0, 0.0, 1.0]), np.array([0.0, 1.0, 1.0])
    count = len(tallies.by_unit) // (2 if x is None else len(x)) if tallies.by_unit.size else 0
    if rest:
        first, second = np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0])
    member = np.stack([first[:count], second[:count]])
    if x is None:  # moments: (wk, ws) of each part
        tops = np.kron(member, np.array([[0.0, 1.0]]))
        bottoms = np.kron(member, np.array([[1.0, 0.0]]))
    else:
        tops = np.kron(member, np.asarray(x)[None, :])
        bottoms = np.kron(member, np.ones((1, len(x))))
    found = design.ratios(tallies, tops, bottoms, whole)
    return found.contrast([1.0, -1.0])


def tested(value: tuple[float, float], degrees: float) -> PairTest:
    """The t test of a difference on the design's degrees of freedom."""
    change, se = value
    if not se > 0 or isinf(se):
        return PairTest(change, 0.0, degrees, None, NO_SPREAD)
    return PairTest(change, se, degrees, float(2 * stdtr(degrees, -abs(change) / se)), BY_UNITS)


def _tallies(
    counted: Counted, plan: RowPlan, parts: Sequence[Sums]
) -> tuple[Tallies, list[float] | None]:
    """Tallies of the disjoint parts one after another, and the score of each variable of a part.

    Scores None: the variables are sum wk and sum ws of an open number or a grid.
    """
    spec = counted.cube.spec
    if plan.is_share:
        hit = _hit_rows(counted, plan)
        base = base_rows(counted.questionnaire, spec, plan.question)
        made = [_share_parts(groups(sums, (hit, base))) for sums in parts]
        return _disjoint(made), [1.0, 0.0]
    if plan.scores:
        question = counted.questionnaire.question(plan.question)
        rows = [code_rows(spec, question, code) for code, _ in plan.scores]
        return _disjoint([groups(sums, rows) for sums in parts]), [x for _, x in plan.scores]
    lines = spec.by_name[plan.question]
    if not isinstance(lines, AnsweredLine | GridLines):
        raise TypeError(plan.question)
    return _moments([_of_moments(sums, lines.moments) for sums in parts]), None


def _hit_rows(counted: Counted, plan: RowPlan) -> Rows:
    spec = counted.cube.spec
    question = counted.questionnaire.question(plan.question)
    if not is_multiple(question):
        return rows_of_codes(spec, question.name, plan.codes)
    if len(plan.codes) == 1:
        return code_rows(spec, question, plan.codes[0])
    codes = codes_named(question)
    listed = any(net.name == plan.key for net in codes.nets)
    return code_rows(spec, question, plan.key if listed else union_name(plan.codes))


def _share_parts(both: Tallies) -> Tallies:
    """Hit and rest from hit and base."""
    square = both.square
    replicates = both.replicates
    return Tallies(
        np.stack([both.by_unit[0], both.by_unit[1] - both.by_unit[0]]),
        None if square is None else np.stack([square[0], np.maximum(square[1] - square[0], 0.0)]),
        None
        if replicates is None
        else np.stack([replicates[:, 0], replicates[:, 1] - replicates[:, 0]], axis=1),
    )


def _disjoint(found: Sequence[Tallies]) -> Tallies:
    """The first alone, the second alone and, where there are three, both; one after another."""
    if len(found) == 3:
        shared = found[2]
        found = [_less(found[0], shared), _less(found[1], shared), shared]
    squares = [item.square for item in found if item.square is not None]
    replicates = [item.replicates for item in found if item.replicates is not None]
    return Tallies(
        np.concatenate([item.by_unit for item in found]),
        np.concatenate(squares) if len(squares) == len(found) else None,
        np.concatenate(replicates, axis=1) if len(replicates) == len(found) else None,
    )


def _less(one: Tallies, other: Tallies) -> Tallies:
    square = None
    if one.square is not None and other.square is not None:
        square = np.asarray(one.square) - np.asarray(other.square)
    replicates = None
    if one.replicates is not None and other.replicates is not None:
        replicates = one.replicates - other.replicates
    return Tallies(one.by_unit - other.by_unit, square, replicates)


def _of_moments(sums: Sums, line: int) -> Tallies:
    replicates = None if sums.replicates is None else sums.replicates.moments[:, :, line]
    found = sums.moments[:, line][:, None]
    if sums.by_unit is not None:
        found = sums.by_unit.moments[:, line]
    square = np.array([[found[W2KK], found[W2KS]], [found[W2KS], found[W2SS]]])
    return Tallies(np.stack([found[WK], found[WS]]), square, replicates)


def _moments(found: Sequence[Tallies]) -> Tallies:
    """As `_disjoint`, for variables of a part that hang together: squares are blocks."""
    if len(found) == 3:
        shared = found[2]
        found = [_less(found[0], shared), _less(found[1], shared), shared]
    units = found[0].by_unit.shape[1]
    size = 2 * len(found)
    square = np.zeros((size, size, units))
    for at, item in enumerate(found):
        if item.square is not None:
            square[2 * at : 2 * at + 2, 2 * at : 2 * at + 2] = item.square
    replicates = [item.replicates for item in found if item.replicates is not None]
    return Tallies(
        np.concatenate([item.by_unit for item in found]),
        square,
        np.concatenate(replicates, axis=1) if len(replicates) == len(found) else None,
    )


# ---- chi-square


def chi_square(
    counted: Counted, question: Question, columns: Sequence[Place], title: Text
) -> ChiSquare:
    """Rao and Scott's test of a single choice by the columns of one variable (of one wave)."""
    group, wave = columns[0].group, columns[0].wave
    lines = counted.cube.spec.by_name[question.name]
    if not isinstance(lines, SingleLines) or len({item.wave for item in columns}) > 1:
        return ChiSquare(group, title, None, None, None, None, None, OVERLAP)
    rows = [
        lines.start + lines.codes.index(code.name)
        for code in codes_named(question).codes
        if in_base(question, code)
    ]
    margins = [counted.cube.margin(wave, item.among) for item in columns]
    n = int(sum(sums.n[rows].sum() for sums in margins))
    whole = counted.samplings.get(wave) or _simple(counted, wave)
    w, w2 = (_stacked(margins, rows, square=square) for square in (False, True))
    replicates = None
    if all(sums.replicates is not None for sums in margins):
        kept = [sums.replicates.w[:, rows] for sums in margins if sums.replicates is not None]
        replicates = np.stack(kept, axis=2)
    found = rao_scott(n, w, whole, w2, replicates)
    return ChiSquare(group, title, found.f, found.ndf, found.ddf, found.p, found.v, found.method)


def _simple(counted: Counted, wave: str) -> Sampling:
    return design.simple(float(counted.base_line("", wave, ())[0]))


def _stacked(margins: Sequence[Sums], rows: Sequence[int], *, square: bool) -> Floats:
    """(rows, columns, units) of sum w or of sum w^2."""
    found = []
    for sums in margins:
        source = sums if sums.by_unit is None else sums.by_unit
        kept = np.asarray((source.w2 if square else source.w)[list(rows)])
        found.append(kept[:, None] if kept.ndim == 1 else kept)
    return np.stack(found, axis=1)
