"""Interviewers' effect and pace: intraclass correlation by moments, completes an hour.

ICC by the one-way analysis of variance (Fisher; Searle, Casella and McCulloch, *Variance
Components*, 1992, 3.6): MSB = sum n_i (m_i - m)^2 / (k - 1), MSW = sum (y_ij - m_i)^2 / (N - k),
n0 = (N - sum n_i^2 / N) / (k - 1), ICC = (MSB - MSW) / (MSB + (n0 - 1) MSW). It may be negative.
What it does to a mean: deff = 1 + (n - 1) ICC with n = sum n_i^2 / N (Kish 1962).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, slots=True)
class InterviewerEffect:
    """ICC of an item by interviewer and the design effect that it makes; from how many."""

    icc: float
    deff: float
    interviewers: int
    answers: int


def interviewer_effect(answers: Mapping[str, Sequence[float]]) -> InterviewerEffect | None:
    """The effect on an item's answers by interviewer; None where it is not defined.

    Not defined with fewer than two interviewers, no two answers of any one, or no variation.
    """
    groups = [list(values) for values in answers.values() if values]
    k, n = len(groups), sum(len(group) for group in groups)
    if k < 2 or n <= k:
        return None
    whole = fmean(value for group in groups for value in group)
    means = [fmean(group) for group in groups]
    between = sum(len(g) * (m - whole) ** 2 for g, m in zip(groups, means, strict=True)) / (k - 1)
    within = sum(
        (value - mean) ** 2 for group, mean in zip(groups, means, strict=True) for value in group
    ) / (n - k)
    squares = sum(len(group) ** 2 for group in groups) / n
    n0 = (n - squares) / (k - 1)
    bottom = between + (n0 - 1) * within
    if bottom <= 0:
        return None
    icc = (between - within) / bottom
    return InterviewerEffect(icc, max(1 + (squares - 1) * icc, 0.0), k, n)


@dataclass(frozen=True, slots=True)
class Pace:
    """One interviewer's work. `minutes` are all sittings, `interview_minutes` those completed."""

    name: str
    attempts: int
    completes: int
    minutes: float
    interview_minutes: float

    @property
    def an_hour(self) -> float | None:
        """Completed interviews an hour of sittings."""
        return self.completes / self.minutes * 60 if self.minutes > 0 else None

    @property
    def mean_minutes(self) -> float | None:
        """Mean duration of a completed interview."""
        return self.interview_minutes / self.completes if self.completes else None
