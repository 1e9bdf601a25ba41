"""How a sample was drawn: names of the columns of a frame that say so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Replication(StrEnum):
    """How replicate weights were made: it decides how their spread becomes a variance."""

    JK1 = "jk1"
    JKN = "jkn"
    BRR = "brr"
    FAY = "fay"
    BOOTSTRAP = "bootstrap"
    SDR = "sdr"


@dataclass(frozen=True, slots=True)
class Design:
    """How the sample was drawn, as names of columns of a frame.

    Nothing given: simple random, with replacement. Strata, clusters (primary sampling units) and
    population (the size of the stratum, or of all: the finite population correction; in PSUs
    where the sample is clustered) are one way to say it; replicate weights are the other, with
    R's `scale` and `rscales` where the method's own are not meant (FAY has no scale of its own).
    """

    strata: str = ""
    clusters: str = ""
    population: str = ""
    replicates: tuple[str, ...] = ()
    replication: Replication | None = None
    scale: float | None = None
    rscales: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        if bool(self.replicates) != (self.replication is not None):
            raise ValueError("replicate weights and their method are given together")
        if self.replicates and (self.strata or self.clusters or self.population):
            raise ValueError("either replicate weights, or strata, clusters and population")
        if self.rscales and len(self.rscales) != len(self.replicates):
            raise ValueError("rscales: one for each replicate weight")
        if self.scale is not None and not self.scale > 0:
            raise ValueError("scale is positive")
        if self.replication is Replication.FAY and self.scale is None and not self.rscales:
            raise ValueError("Fay's method needs its scale: 1 / (R (1 - rho)^2)")
        if len(set(self.columns)) != len(self.columns):
            raise ValueError("a column serves twice in the design")

    @property
    def is_simple(self) -> bool:
        """Whether nothing was said: simple random, with replacement."""
        return not self.columns

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns that the design needs."""
        named = (self.strata, self.clusters, self.population)
        return (*(name for name in named if name), *self.replicates)


SIMPLE = Design()


@dataclass(frozen=True, slots=True)
class Calibration:
    """The table of weighting cells of one wave, for errors that know of the raking.

    `column` names the frame's column that numbers each row's cell (Int32, 0 and after); `margins`
    say, for each margin that was raked to, which of its categories each cell belongs to.
    """

    column: str
    margins: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        if not self.margins or len({len(item) for item in self.margins}) != 1:
            raise ValueError("each margin has a category for each cell")

    @property
    def n_cells(self) -> int:
        """Number of weighting cells."""
        return len(self.margins[0])
