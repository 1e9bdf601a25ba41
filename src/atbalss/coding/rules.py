"""What a study lays down for its coding: double coding, machine codes, lists of what is cut."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from atbalss.problems import Refused, problem


@dataclass(frozen=True)
class Rules:
    """`double` is the share (0 to 1) that two coders code; `thresholds` by question (`""`: for all)
    the confidence from which the machine codes alone; names and places are cut from verbatims.
    """

    double: float = 0.1
    thresholds: Mapping[str, float] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not all(0 <= value <= 1 for value in (self.double, *self.thresholds.values())):
            raise Refused([problem("coding-bad-rules")])

    def threshold(self, question: str) -> float | None:
        """The confidence from which the machine may code a question alone; None: it may not."""
        return self.thresholds.get(question, self.thresholds.get(""))


PLAIN = Rules()
