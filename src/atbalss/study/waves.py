"""Waves of a study: those with microdata and those of which only printed figures survive."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from atbalss.study.texts import NO_TEXT, Text

FIELD = "field"
"""The name of the wave whose answers are read from the site where it is fielded."""


@dataclass(frozen=True, slots=True)
class PublishedFigure:
    """One figure of an earlier report.

    `measure` is `share` (value in percent, 0-100) or `mean` (scale points); `code` names an answer
    code, a net or a band (`""` for a mean). `rounding` is half the printed step (0.5 for whole
    percent, 0.05 for one decimal); for a value derived as printed minus printed difference it is
    the sum of both roundings, and `derived` is true. `n` is the base if it was printed.
    """

    question: str
    code: str
    measure: str
    value: float
    n: int | None = None
    rounding: float = 0.5
    derived: bool = False
    is_floor: bool = False  # "at least 9.5": a lower bound, never a point to compare with
    source: str = ""


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave; `figures` where there is no microdata, `invented` where answers are made up."""

    name: str
    label: Text = NO_TEXT
    start: date | None = None
    end: date | None = None
    n: int | None = None
    mode: Text = NO_TEXT
    notes: tuple[Text, ...] = ()  # what readers must know of the trend: law changes, new wordings
    invented: bool = False
    has_answers: bool = False
    figures: tuple[PublishedFigure, ...] = field(default=(), repr=False)
    source: Text = NO_TEXT
    answers: str = ""  # where its rows are kept as Parquet, if not in its folder

    def figure(self, question: str, code: str, measure: str) -> PublishedFigure | None:
        """The published figure of a cell, or None."""
        for item in self.figures:
            if (item.question, item.code, item.measure) == (question, code, measure):
                return item
        return None
