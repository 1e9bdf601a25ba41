"""Tests of two columns of one table: by the "dimensions" rule and by the "design" rule.

Both take sums alone. A column's figure is a ratio of sums over persons, sum w s / sum w k: for a
share k is 1 for everybody in the base and s is 1 for those with the answer; for a mean s is the
score; for a grid k counts a person's answers. `Moments` are the cube's six sums of such a ratio.
Formulas and sources: docs/statistics.md, "Columns of a banner".
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, sqrt

from scipy.special import ndtr, stdtr

DIMENSIONS_SHARES = "t_dimensions_shares"
DIMENSIONS_MEANS = "t_dimensions_means"
DESIGN_SHARES = "z_design_shares"
DESIGN_MEANS = "t_design_means"
DESIGN_POOLED = "z_design_pooled"
TOO_SMALL = "n_too_small"
NO_SPREAD = "no_spread"
NOT_BY_RULE = "not_by_rule"


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums of a ratio over some persons: n of them and the cube's six sums."""

    n: int
    wk: float
    ws: float
    wq: float
    w2kk: float
    w2ks: float
    w2ss: float

    def __add__(self, other: Moments) -> Moments:
        return Moments(
            self.n + other.n,
            self.wk + other.wk,
            self.ws + other.ws,
            self.wq + other.wq,
            self.w2kk + other.w2kk,
            self.w2ks + other.w2ks,
            self.w2ss + other.w2ss,
        )

    def __sub__(self, other: Moments) -> Moments:
        return Moments(
            self.n - other.n,
            self.wk - other.wk,
            self.ws - other.ws,
            self.wq - other.wq,
            self.w2kk - other.w2kk,
            self.w2ks - other.w2ks,
            self.w2ss - other.w2ss,
        )

    @property
    def value(self) -> float:
        """The ratio m; 0 for nobody."""
        return self.ws / self.wk if self.wk > 0 else 0.0

    @property
    def effective(self) -> float:
        """Kish's effective base (sum wk)^2 / sum (wk)^2."""
        return self.wk * self.wk / self.w2kk if self.w2kk > 0 else 0.0

    @property
    def variance(self) -> float:
        """The exact variance of m: n/(n-1) sum w^2 (s - m k)^2 / (sum wk)^2."""
        if self.n < 2 or self.wk <= 0:
            return 0.0
        m = self.value
        spread = self.w2ss - 2 * m * self.w2ks + m * m * self.w2kk
        return self.n / (self.n - 1) * max(_clean(spread, self.w2ss), 0.0) / self.wk**2

    @property
    def squares(self) -> float:
        """Sum of w (x - m)^2 over the answers."""
        return max(_clean(self.wq - self.value**2 * self.wk, self.wq), 0.0)


NOBODY = Moments(0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def _clean(value: float, scale: float) -> float:
    """Rounding noise as nought."""
    return 0.0 if abs(value) <= 1e-12 * max(abs(scale), 1e-300) else value


@dataclass(frozen=True, slots=True)
class PairTest:
    """A test of two columns: first minus second. `p` None: `method` says why there is none."""

    difference: float
    se: float
    df: float  # inf: normal
    p: float | None
    method: str


def dimensions_shares(a: Moments, b: Moments, both: Moments = NOBODY) -> PairTest:
    """Pooled test of two shares with Kish bases and overlap, Student's t.

    p = (c1 + c2) / (W1 + W2) from weighted counts; SE^2 = p(1-p)(1/e1 + 1/e2 - 2 o/(e1 e2));
    o is the effective base of the persons in both columns; df = e1 + e2 - o - 2.
    """
    difference = a.value - b.value
    e1, e2, o = a.effective, b.effective, both.effective
    if min(a.n, b.n) < 1:
        return PairTest(difference, 0.0, 0.0, None, TOO_SMALL)
    pooled = (a.ws + b.ws) / (a.wk + b.wk)
    variance = pooled * (1 - pooled) * (1 / e1 + 1 / e2 - 2 * o / (e1 * e2))
    return _student(difference, variance, e1 + e2 - o - 2, DIMENSIONS_SHARES)


def dimensions_means(a: Moments, b: Moments, both: Moments = NOBODY) -> PairTest:
    """Pooled test of two means with Kish bases and overlap, Student's t.

    SE^2 = (SS1 + SS2) / ((W1 - Q1/W1) + (W2 - Q2/W2)) (1/e1 + 1/e2 - 2 o/(e1 e2)) with
    SS = sum w (x - m)^2, W = sum w, Q = sum w^2; df = e1 + e2 - o - 2.
    """
    difference = a.value - b.value
    e1, e2, o = a.effective, b.effective, both.effective
    if min(a.n, b.n) < 1:
        return PairTest(difference, 0.0, 0.0, None, TOO_SMALL)
    room = (a.wk - a.w2kk / a.wk) + (b.wk - b.w2kk / b.wk)
    if room <= 0:
        return PairTest(difference, 0.0, 0.0, None, TOO_SMALL)
    variance = (a.squares + b.squares) / room * (1 / e1 + 1 / e2 - 2 * o / (e1 * e2))
    return _student(difference, variance, e1 + e2 - o - 2, DIMENSIONS_MEANS)


def _student(difference: float, variance: float, df: float, method: str) -> PairTest:
    if df <= 0:
        return PairTest(difference, 0.0, df, None, TOO_SMALL)
    if variance <= 1e-18:
        return PairTest(difference, 0.0, df, None, NO_SPREAD)
    se = sqrt(variance)
    return PairTest(difference, se, df, float(2 * stdtr(df, -abs(difference) / se)), method)


def covariance(a: Moments, b: Moments, both: Moments) -> float:
    """The covariance of two ratios through the persons in both: sum w^2 e1 e2 / (W1 W2)."""
    if both.n == 0 or min(a.n, b.n) < 2:
        return 0.0
    m1, m2 = a.value, b.value
    cross = both.w2ss - (m1 + m2) * both.w2ks + m1 * m2 * both.w2kk
    bessel = sqrt(a.n / (a.n - 1) * b.n / (b.n - 1))
    return bessel * cross / (a.wk * b.wk)


def design(a: Moments, b: Moments, both: Moments = NOBODY, *, is_share: bool) -> PairTest:
    """Test on exact standard errors, the covariance of overlapping columns kept.

    SE^2 = SE1^2 + SE2^2 - 2 cov. Shares: normal. Means: Student's t, df by Satterthwaite where
    the columns share nobody, else n1 + n2 - n12 - 2. A share of 0 or 1 has no error of its own:
    then the variance is pooled on the effective bases, as between waves.
    """
    difference = a.value - b.value
    if min(a.n, b.n) < 2:
        return PairTest(difference, 0.0, 0.0, None, TOO_SMALL)
    v1, v2 = a.variance, b.variance
    if is_share and (v1 <= 0 or v2 <= 0):
        return _normal(difference, _pooled(a, b, both), DESIGN_POOLED)
    variance = v1 + v2 - 2 * covariance(a, b, both)
    if is_share:
        return _normal(difference, variance, DESIGN_SHARES)
    if v1 <= 0 or v2 <= 0:
        return PairTest(difference, 0.0, 0.0, None, NO_SPREAD)
    if both.n:
        df = float(a.n + b.n - both.n - 2)
    else:
        df = (v1 + v2) ** 2 / (v1**2 / (a.n - 1) + v2**2 / (b.n - 1))
    return _student(difference, variance, df, DESIGN_MEANS)


def _pooled(a: Moments, b: Moments, both: Moments) -> float:
    e1, e2, o = a.effective, b.effective, both.effective
    pooled = (a.value * e1 + b.value * e2) / (e1 + e2)
    return pooled * (1 - pooled) * (1 / e1 + 1 / e2 - 2 * o / (e1 * e2))


def _normal(difference: float, variance: float, method: str) -> PairTest:
    if variance <= 1e-18:
        return PairTest(difference, 0.0, inf, None, NO_SPREAD)
    se = sqrt(variance)
    return PairTest(difference, se, inf, float(2 * ndtr(-abs(difference) / se)), method)


def of_share(hit: tuple[int, float, float], base: tuple[int, float, float]) -> Moments:
    """The moments of a share from the lines of the answer and of its base."""
    return Moments(base[0], base[1], hit[1], hit[1], base[2], hit[2], hit[2])


def of_scores(scores: list[float], lines: list[tuple[int, float, float]]) -> Moments:
    """The moments of a mean of coded answers from the lines of the codes that have a score."""
    pairs = [(x, *line) for x, line in zip(scores, lines, strict=True) if x == x]
    return Moments(
        sum(n for _, n, _, _ in pairs),
        sum(w for _, _, w, _ in pairs),
        sum(x * w for x, _, w, _ in pairs),
        sum(x * x * w for x, _, w, _ in pairs),
        sum(w2 for _, _, _, w2 in pairs),
        sum(x * w2 for x, _, _, w2 in pairs),
        sum(x * x * w2 for x, _, _, w2 in pairs),
    )
