"""Medians and other quantiles of weighted values, and their intervals (Woodruff)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.special import stdtrit

from atbalss.tables.design import Floats, Sampling, Tallies, ratios

WOODRUFF = "woodruff"
_EXACT = 1e-12  # a cumulative share this near to p counts as p


def quantile(values: Sequence[float] | Floats, w: Sequence[float] | Floats, p: float) -> float:
    """The smallest value at or below which at least a share p of the weight lies; nan for none.

    The inverse of the weighted distribution function (rule "math" of R's `svyquantile` 4.1, type
    1 of Hyndman and Fan 1996); values of no weight do not count. `values` are in any order.
    """
    x, weights = np.asarray(values, dtype=np.float64), np.asarray(w, dtype=np.float64)
    x, weights = x[weights > 0], weights[weights > 0]
    if not len(x):
        return float("nan")
    order = np.argsort(x, kind="stable")
    below = np.cumsum(weights[order])
    found = int(np.searchsorted(below, p * below[-1] * (1 - _EXACT)))
    return float(x[order][min(found, len(x) - 1)])


def quantile_interval(
    values: Sequence[float] | Floats,
    w: Floats,
    w2: Floats | None,
    p: float,
    sampling: Sampling,
    confidence: float = 0.95,
    replicates: Floats | None = None,
) -> tuple[float, float] | None:
    """Woodruff's interval of a quantile (1952, JASA 47); None where the share has no spread.

    The share at or below the quantile has an SE by the design; its ends, share -+ t SE, are read
    back as quantiles (R `svyquantile(interval.type = "mean")`). `w`, `w2` are (values,) or
    (values, units).
    """
    w = w[:, None] if w.ndim == 1 else w
    w2 = w2[:, None] if w2 is not None and w2.ndim == 1 else w2
    middle = quantile(values, w.sum(axis=1), p)
    below = (np.asarray(values, dtype=np.float64) <= middle).astype(np.float64)
    tallies = Tallies(w, w2, replicates)
    share = ratios(tallies, below, np.ones_like(below), sampling)
    se = float(share.se[0])
    if not se > 0:
        return None
    half = float(stdtrit(sampling.degrees, 0.5 + confidence / 2)) * se
    total, centre = w.sum(axis=1), float(share.value[0])
    return (
        quantile(values, total, max(centre - half, 0.0)),
        quantile(values, total, min(centre + half, 1.0)),
    )
