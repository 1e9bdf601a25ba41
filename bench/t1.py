"""Task T1: 164 answer rows and 9 means by 11 banner columns and the total: n, sum w, sum w^2.

The data are invented: the interviews of one wave, a banner of gender (2), age (6) and place (3),
nine ten-point scales (0: don't know, a row of its own), five single choices of five, four multiple
choices of ten, and a weight like that of raking. The seed, the order of draws and the distributions
are those of the generator that the figures of 22 November 2026 were measured with, so that they are
the same interviews, bit for bit.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

BANNER = {"gender": 2, "age": 6, "res": 3}
SCALES = [f"s{i}" for i in range(1, 10)]
SINGLES = [f"c{i}" for i in range(1, 6)]
MULTIPLES = {f"m{i}": [f"m{i}_{j}" for j in range(1, 11)] for i in range(1, 5)}
COLUMNS = [(name, level) for name, size in BANNER.items() for level in range(size)]  # and the total
BYTES = 17 + 40 + 8  # of an interview, as codes of a byte, marks of a byte and a float64

Columns = dict[str, NDArray]


def interviews(n: int, wave: int = 3, seed: int = 7) -> Columns:
    """The columns of `n` invented interviews: int8 codes, bool marks, float64 weight `w`."""
    chance = np.random.default_rng([seed, wave, n])

    def normal() -> NDArray[np.float32]:
        return chance.standard_normal(n, dtype=np.float32)

    def uniform() -> NDArray[np.float32]:
        return chance.random(n, dtype=np.float32)

    def coded(shares: list[float]) -> NDArray[np.int8]:
        return chance.choice(len(shares), n, p=shares).astype(np.int8)

    made: Columns = {
        "gender": coded([0.47, 0.53]),
        "age": coded([0.08, 0.14, 0.2, 0.22, 0.2, 0.16]),
        "res": coded([0.35, 0.4, 0.25]),
    }
    mood = normal() + 0.15 * made["gender"] - 0.1 * made["res"] + 0.05 * made["age"]
    for place, name in enumerate(SCALES):
        raw = 7 + place * 0.1 + 1.2 * mood + 1.4 * normal()
        made[name] = np.clip(np.rint(raw), 1, 10).astype(np.int8)
        made[name][uniform() < 0.03] = 0
    for name in SINGLES:
        made[name] = 1 + coded([0.4, 0.25, 0.18, 0.12, 0.05])
    for options in MULTIPLES.values():
        for place, name in enumerate(options):
            made[name] = uniform() < (0.45 / (1 + place * 0.45))
    factors = ((1.1, 0.91), (1.6, 1.2, 1.0, 0.9, 0.85, 0.95), (0.9, 1.0, 1.15))
    by_gender, by_age, by_place = (np.array(item) for item in factors)
    known = by_gender[made["gender"]] * by_age[made["age"]] * by_place[made["res"]]
    weight = known * np.exp(0.2 * chance.standard_normal(n))
    made["w"] = weight * (n / weight.sum())
    return made


@dataclass(frozen=True)
class Result:
    """The table: (164 rows, 12 columns) each, means (9, 12); None for what is not given."""

    n: NDArray | None = None
    w: NDArray | None = None
    w2: NDArray | None = None
    means: NDArray | None = None
    shares: NDArray | None = None
    errors: NDArray | None = None  # standard errors of shares

    def arrays(self) -> dict[str, NDArray]:
        """What is given, by name."""
        return {name: item for name, item in vars(self).items() if item is not None}


def rows() -> list[tuple[str, int]]:
    """(variable, code) of each answer row; a mark has the code 1."""
    found = [(name, code) for name in SCALES for code in range(11)]
    found += [(name, code) for name in SINGLES for code in range(1, 6)]
    return found + [(name, 1) for options in MULTIPLES.values() for name in options]


def from_crossed(sums: Mapping[str, NDArray]) -> Result:
    """The table from sums of each variable by code and crossed cell (codes, 36 cells, 3 sums)."""
    shape = tuple(BANNER.values())
    by_row = np.stack([sums[name][code] for name, code in rows()]).reshape(-1, *shape, 3)
    columns = []
    for axis, (_, size) in enumerate(BANNER.items()):
        others = tuple(1 + other for other in range(len(shape)) if other != axis)
        margin = by_row.sum(axis=others)
        columns += [margin[:, level] for level in range(size)]
    columns.append(by_row.sum(axis=(1, 2, 3)))
    table = np.stack(columns, axis=1)
    return with_means(np.rint(table[..., 0]).astype(np.int64), table[..., 1], table[..., 2])


def with_means(n: NDArray, w: NDArray, w2: NDArray | None) -> Result:
    """The table with the means of the scales, which its own rows give (0: don't know, outside)."""
    scales = w[:99].reshape(9, 11, -1)[:, 1:]
    score = np.arange(1, 11)[None, :, None]
    return Result(n, w, w2, (scales * score).sum(axis=1) / scales.sum(axis=1))


def cell(made: Mapping[str, NDArray]) -> NDArray[np.int8]:
    """The crossed cell of each interview, 0..35."""
    return (made["gender"] * np.int8(18) + made["age"] * np.int8(3) + made["res"]).astype(np.int8)
