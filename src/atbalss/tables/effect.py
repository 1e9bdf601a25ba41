"""How large a difference is, how small a one could have been shown, and whether it is as good as 0.

Cohen's h and d say how large; the minimum detectable difference says what these bases could have
shown; the two one-sided tests (TOST) whether a difference lies within a margin.
"""

from __future__ import annotations

from math import asin, isinf, sqrt

from scipy.special import ndtr, ndtri, stdtr, stdtrit

COHEN_H = "cohen_h"
COHEN_D = "cohen_d"
POWER = 0.8


def cohen_h(later: float, earlier: float) -> float:
    """Cohen's h of two shares: 2 asin sqrt(p1) - 2 asin sqrt(p2) (Cohen 1988, 6.2)."""
    return 2 * asin(sqrt(_share(later))) - 2 * asin(sqrt(_share(earlier)))


def _share(p: float) -> float:
    return min(max(p, 0.0), 1.0)


def cohen_d(
    later: float, earlier: float, sd1: float | None, sd2: float | None, n1: int, n2: int
) -> float | None:
    """Cohen's d of two means: their difference over the pooled sd of the answers (Cohen 1988, 2.2).

    Pooled by n - 1 persons a side; where only one sd is known (a published past) that one; None
    where nobody differs.
    """
    known = [(sd, n - 1) for sd, n in ((sd1, n1), (sd2, n2)) if sd is not None and n > 1]
    degrees = sum(n for _, n in known)
    if not degrees:
        return None
    pooled = sqrt(sum(sd * sd * n for sd, n in known) / degrees)
    return (later - earlier) / pooled if pooled > 0 else None


def equivalence_p(difference: float, se: float, margin: float, degrees: float) -> float | None:
    """The larger p of the two one-sided tests that |difference| >= margin (Schuirmann 1987).

    Small: the difference lies within the margin. None without an error or a margin.
    """
    if se <= 0 or margin <= 0:
        return None
    nearest = (abs(difference) - margin) / se
    return float(ndtr(nearest) if isinf(degrees) else stdtr(degrees, nearest))


def detectable(
    se: float, degrees: float, confidence: float = 0.95, power: float = POWER
) -> float | None:
    """The smallest true difference that a two-sided test finds with a power of 80 %.

    (q(1 - alpha/2) + q(power)) SE with q of Student's t, or the normal for infinite degrees of
    freedom, and the SE of the difference as it was: the design effect is in it (Bloom 1995,
    Evaluation Review 19). None without an error.
    """
    if se <= 0:
        return None
    tail = 0.5 + confidence / 2
    if isinf(degrees):
        return float(ndtri(tail) + ndtri(power)) * se
    return float(stdtrit(degrees, tail) + stdtrit(degrees, power)) * se
