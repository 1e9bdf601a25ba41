"""One side of a comparison: a value with its error and bases, whatever it was estimated from."""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: value, SE, base, effective base (shares), sd (means).

    `extra` is variance beyond sampling: of rounding. `degrees` are those of a declared design;
    None: a share's SE counts as known, a mean has base - 1.
    """

    value: float
    se: float
    base: int
    n_star: float = 0.0
    sd: float | None = None
    extra: float = 0.0
    degrees: float | None = None

    @property
    def variance(self) -> float:
        """Variance of the value, with that of rounding."""
        return self.se**2 + self.extra

    @property
    def is_fixed(self) -> bool:
        """Whether the declared design leaves the value no error, such as a stratum's own share."""
        return self.se <= 0 and isinf(self.n_star)
