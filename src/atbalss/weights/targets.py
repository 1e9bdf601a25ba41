"""What answers are weighted to: known shares or counts of the population, as a study declares them.

Only declared values here; `weigh` holds them against a sample.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from math import inf

from atbalss.problems import Place


class Method(StrEnum):
    """How weights are made: to several margins in turn, or to one (joint) margin at once."""

    RAKE = "rake"
    POST_STRATIFY = "post_stratify"
    NONE = "none"  # the base weights as they are


class Rest(StrEnum):
    """What becomes of persons whom a margin has no category for."""

    KEEP = "keep"  # they keep their share of the sample; the targets divide what is left
    REFUSE = "refuse"


class Bound(StrEnum):
    """What bounds are on: the weight (mean 1), or its ratio to the base weight (mean 1)."""

    WEIGHT = "weight"
    FACTOR = "factor"


class Trimming(StrEnum):
    """When weights are cut: while raking, so that margins are met too, or afterwards, as R does."""

    INSIDE = "inside"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Target:
    """A category of a margin: a code, net or range for each of its questions, and its size."""

    codes: tuple[str, ...]
    size: float  # a share in percent or a count, as the margin says
    place: Place = field(default_factory=Place, compare=False)

    def __post_init__(self) -> None:
        if not (self.codes and 0 <= self.size < inf):
            raise ValueError("a target names codes and a size that is not negative")


@dataclass(frozen=True, slots=True)
class Margin:
    """The known sizes of the categories of a question, or of questions crossed.

    `wave`: the one it holds for, "" for all that have none of the same questions.
    """

    questions: tuple[str, ...]
    targets: tuple[Target, ...]
    is_count: bool = False
    wave: str = ""
    place: Place = field(default_factory=Place, compare=False)

    def __post_init__(self) -> None:
        if not self.questions or not self.targets:
            raise ValueError("a margin has questions and targets")
        if len(set(self.questions)) != len(self.questions):
            raise ValueError("a margin names a question twice")
        if any(len(item.codes) != len(self.questions) for item in self.targets):
            raise ValueError("a code for each question of the margin")


@dataclass(frozen=True, slots=True)
class Trim:
    """Bounds of weights; `of` says of what, `when` whether the margins are kept."""

    low: float = 0.0
    high: float = inf
    of: Bound = Bound.WEIGHT
    when: Trimming = Trimming.INSIDE

    def __post_init__(self) -> None:
        if not 0 <= self.low <= 1 <= self.high or self.low == self.high:
            raise ValueError("low is from 0 to 1, high 1 or more: weights have the mean 1")
        if self.when is Trimming.AFTER and self.of is Bound.FACTOR:
            raise ValueError("trimming afterwards is of the weight")


@dataclass(frozen=True, slots=True)
class Weighting:
    """How a study weights its answers.

    `base` is the frame's column of base (design) weights; `waves` those that are weighted, empty
    for all with answers; `to_population`: weights add to the known count, else their mean is 1.
    """

    method: Method = Method.RAKE
    margins: tuple[Margin, ...] = ()
    base: str = ""
    missing: Rest = Rest.KEEP
    uncovered: Rest = Rest.REFUSE
    trim: Trim | None = None
    waves: tuple[str, ...] = ()
    to_population: bool = False

    def __post_init__(self) -> None:
        if (self.method is Method.NONE) == bool(self.margins):
            raise ValueError("raking and post-stratification need targets, base weights none")
        if self.method is Method.NONE and not self.base:
            raise ValueError("weights are made from base weights or targets")

    def of_wave(self, wave: str) -> tuple[Margin, ...]:
        """The margins of a wave: its own, and the general ones of other questions."""
        own = [item for item in self.margins if item.wave == wave]
        named = {frozenset(item.questions) for item in own}
        general = [
            item
            for item in self.margins
            if not item.wave and frozenset(item.questions) not in named
        ]
        return (*general, *own)

    def is_for(self, wave: str) -> bool:
        """Whether a wave is weighted."""
        if self.waves and wave not in self.waves:
            return False
        return self.method is Method.NONE or bool(self.of_wave(wave))

    @property
    def questions(self) -> tuple[str, ...]:
        """All questions that have targets, in written order."""
        return tuple(dict.fromkeys(name for item in self.margins for name in item.questions))
