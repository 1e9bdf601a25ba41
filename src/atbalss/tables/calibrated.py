"""Errors after raking or post-stratification: by what the margins do not explain.

Weights that were fitted to known totals make estimates steadier than the same weights taken as
given. The linearised values are then replaced by their residuals from the margins (Deville and
Sarndal 1992, JASA 87; R `svymean` of a design from `rake` or `postStratify`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from atbalss.tables.design import Floats, Ints, Ratios, Sampling, Tallies, covariance


def residuals(values: Floats, base_weights: Floats, margins: Sequence[Ints]) -> Floats:
    """Residuals (k, groups) of values (k, groups) on the margins, weighted by `base_weights`.

    A group is whoever has the same value and the same place in every margin; `margins` are the
    categories of each group. Least squares on the main effects of the margins, solved exactly.
    """
    root = np.sqrt(base_weights)
    effects = _indicators(margins, len(base_weights)) * root[:, None]
    wanted = values * root
    fitted = effects @ np.linalg.lstsq(effects, wanted.T, rcond=None)[0]
    with np.errstate(divide="ignore", invalid="ignore"):
        found = (wanted - fitted.T) / root
    return np.asarray(np.where(root > 0, found, 0.0), dtype=np.float64)


def calibrated_ratios(
    tallies: Tallies,
    tops: Floats,
    bottoms: Floats,
    sampling: Sampling,
    base_weights: Floats,
    margins: Sequence[Ints],
) -> Ratios:
    """Ratios with the covariance of weights fitted to `margins`.

    The variables of `tallies` are disjoint groups, all of the sample, each within one cell of the
    margins, `square` (groups, units); `base_weights` are sums of the weights before fitting.
    """
    tops, bottoms = np.atleast_2d(tops), np.atleast_2d(bottoms)
    total = tallies.total
    bottom = bottoms @ total
    value = tops @ total / bottom
    forms = (tops - value[:, None] * bottoms) / bottom[:, None]
    return Ratios(value, covariance(residuals(forms, base_weights, margins), tallies, sampling))


def _indicators(margins: Sequence[Ints], groups: int) -> NDArray[np.float64]:
    parts = [np.ones((groups, 1))]
    for margin in margins:
        parts.append((margin[:, None] == np.unique(margin)[None, :]).astype(np.float64))
    return np.concatenate(parts, axis=1)
