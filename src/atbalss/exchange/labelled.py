"""A labelled table: what statistical packages hold, whichever file it came from.

Columns of `data` are Float64 or String, one a variable. Dates and times are numbers, as SPSS counts
them: seconds since 14 October 1582, times of day seconds since midnight; `format` tells them apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

import polars as pl

Value = float | str

EPOCH = datetime(1582, 10, 14)  # noqa: DTZ001 - a day on the wall, in no zone
UNIX = 12_219_379_200  # seconds from EPOCH to 1970-01-01
DAY = 86_400
_FORMAT = re.compile(r"([A-Za-z]+)([0-9]*)(?:\.([0-9]+))?")
_DATES = frozenset("DATE ADATE EDATE SDATE JDATE QYR MOYR WKYR".split())
_DATETIMES = frozenset({"DATETIME", "YMDHMS"})
_TIMES = frozenset({"TIME", "DTIME", "MTIME"})


class Level(StrEnum):
    """The measurement level that the file gives a variable."""

    UNKNOWN = "unknown"
    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    SCALE = "scale"


class Sort(StrEnum):
    """What a variable's values are."""

    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    DATETIME = "datetime"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Span:
    """User-missing values from `low` to `high`, both of them included; single when equal."""

    low: Value
    high: Value

    def has(self, value: Value) -> bool:
        """Whether a value lies in the span; texts are met exactly."""
        if isinstance(value, str) or isinstance(self.low, str) or isinstance(self.high, str):
            return value == self.low
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable. `labels` are (value, label); `width` and `length` 0 where not known.

    `format` is SPSS's (F8.2, A40, DATE11); `width` the columns it is shown in; `length` the bytes
    of a text.
    """

    name: str
    label: str = ""
    is_text: bool = False
    format: str = ""
    labels: tuple[tuple[Value, str], ...] = ()
    missing: tuple[Span, ...] = ()
    level: Level = Level.UNKNOWN
    width: int = 0
    length: int = 0

    @property
    def sort(self) -> Sort:
        """What its values are, by its format."""
        if self.is_text:
            return Sort.TEXT
        match = _FORMAT.fullmatch(self.format)
        kind = match[1].upper() if match else ""
        if kind in _DATES:
            return Sort.DATE
        if kind in _DATETIMES:
            return Sort.DATETIME
        return Sort.TIME if kind in _TIMES else Sort.NUMBER

    @property
    def decimals(self) -> int:
        """Decimals that its format shows; 0 without a format."""
        match = _FORMAT.fullmatch(self.format)
        return int(match[3] or 0) if match else 0

    def is_missing(self, value: Value) -> bool:
        """Whether a value is declared missing."""
        return any(span.has(value) for span in self.missing)

    def label_of(self, value: Value) -> str:
        """The label of a value, or ""."""
        return dict(self.labels).get(value, "")


@dataclass(frozen=True, slots=True)
class ResponseSet:
    """A multiple-response set. `counted` is the value that means "chosen", of dichotomies.

    Without `counted` it is a category set: each variable holds one of the answers. `by_value`:
    the answers are named by the label of the counted value (SPSS's CATEGORYLABELS), not by the
    variable's own; `own_label`: the set takes its label from its first variable.
    """

    name: str
    variables: tuple[str, ...]
    label: str = ""
    counted: str | None = None
    by_value: bool = False
    own_label: bool = False


@dataclass(frozen=True)
class Labelled:
    """A table with all that its file says of it. `weight` names the variable of weights."""

    variables: tuple[Variable, ...]
    data: pl.DataFrame
    sets: tuple[ResponseSet, ...] = ()
    label: str = ""
    notes: tuple[str, ...] = ()
    weight: str = ""
    created: datetime | None = None
    encoding: str = "UTF-8"

    def __post_init__(self) -> None:
        wanted = [variable.name for variable in self.variables]
        if self.data.columns != wanted:
            raise ValueError(f"columns {self.data.columns} are not the variables {wanted}")

    def variable(self, name: str) -> Variable:
        """The variable called `name`; KeyError if there is none."""
        for variable in self.variables:
            if variable.name == name:
                return variable
        raise KeyError(name)
