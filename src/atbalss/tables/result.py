"""What tables give: numbers that know their cell, and tables of them. No data behind them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from atbalss.study.rules import Rule
from atbalss.study.texts import NO_TEXT, Text

NO_N = "no_n"  # the method of a comparison with a published number whose n is unknown


class Unit(StrEnum):
    """What a number measures. A share and a difference of shares are never the same unit."""

    SHARE = "share"  # value 0..1; printed as percent
    SHARE_DIFFERENCE = "share_difference"  # -1..1; printed as percentage points
    MEAN = "mean"  # scale points
    MEAN_DIFFERENCE = "mean_difference"  # scale points
    COUNT = "count"
    SCORE = "score"  # points of an index: NPS -100..100, CMT index 0..100
    SCORE_DIFFERENCE = "score_difference"


class Source(StrEnum):
    """Where a number comes from."""

    ANSWERS = "answers"
    PUBLISHED = "published"
    DERIVED = "derived"  # printed value minus printed difference


class Flag(StrEnum):
    """What the small-base rule says of a number."""

    OK = ""
    MARKED = "marked"  # base from the hide limit to the mark limit: read with care
    HIDDEN = "hidden"  # base under the hide limit: never printed
    EMPTY = "empty"  # base 0 or wave without this figure


@dataclass(frozen=True, slots=True)
class CellKey:
    """Which cell of the study a number is.

    `among` is the filter as (question, code) pairs that all hold, such as a banner column;
    `outside` are groups of which the persons of the cell are the rest: in none of them, but with
    an answer to the same question. `standard` are questions by which a past wave is standardised:
    as if its sample had been made up as that of the current wave.
    """

    question: str
    code: str = ""  # answer code, net or band; "" for a mean or a base
    wave: str = ""
    among: tuple[tuple[str, str], ...] = ()
    outside: tuple[tuple[str, str], ...] = ()
    standard: tuple[str, ...] = ()

    def words(self) -> str:
        """The cell as a short address, such as `apply_mode=e_any_net; 2024`."""
        code = f"={self.code}" if self.code else ""
        among = "".join(f"; {q}={c}" for q, c in self.among)
        outside = "".join(f"; {q}≠{c}" for q, c in self.outside)
        standard = f"; standard {' × '.join(self.standard)}" if self.standard else ""
        return f"{self.question}{code}; {self.wave}{among}{outside}{standard}"


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the study. Shares are 0..1, exact (never rounded); n and base count persons.

    `low`/`high` are the 95 % interval in the unit of the value, None where there is none (why:
    `interval` names the method, or `n_too_small`, `published`). `rounding` is the half-width of
    what is unknown through rounding of a printed source, in the unit of the value.
    """

    cell: CellKey
    unit: Unit
    value: float | None
    n: int | None = None  # persons in the cell (numerator of a share)
    base: int | None = None  # persons in the base, unweighted
    base_weighted: float | None = None
    base_effective: float | None = None
    low: float | None = None
    high: float | None = None
    interval: str = ""
    flag: Flag = Flag.OK
    source: Source = Source.ANSWERS
    rounding: float = 0.0
    sd: float | None = None  # of the answers, for means
    se: float | None = None
    is_floor: bool = False
    deff: float | None = None  # SE^2 against a simple sample's of the same size


class Verdict(StrEnum):
    """What a comparison may say."""

    HIGHER = "higher"  # the test passes, later above earlier
    LOWER = "lower"
    NO_DIFFERENCE_SHOWN = "no_difference_shown"  # the test does not pass
    UNCHANGED = "unchanged"  # interval wholly within the declared margin (equivalence)
    UNTESTABLE = "untestable"  # a side without n


@dataclass(frozen=True, slots=True)
class Comparison:
    """Later minus earlier, exact values; p adjusted within the report's family of wave tests.

    For UNTESTABLE, `n_from` is the smallest past n at which the difference would pass 5 % (None:
    at no n). `approximate` marks a test against published figures.
    `p_equivalence` is the larger p of the two one-sided tests against the margin; `effect` Cohen's
    h (shares) or d (means); `detectable` the smallest difference that these bases could have shown
    (two-sided, unadjusted, power 80 %), in the unit of the difference.
    """

    later: Number
    earlier: Number
    difference: Number
    verdict: Verdict
    p: float | None = None
    p_adjusted: float | None = None
    method: str = ""
    family: str = ""
    family_size: int = 0
    adjust: str = "holm"  # how p was adjusted
    n_from: int | None = None
    approximate: bool = False
    margin: float | None = None
    p_equivalence: float | None = None
    effect: float | None = None
    effect_name: str = ""
    detectable: float | None = None


class RowKind(StrEnum):
    """What a table row is."""

    CODE = "code"
    OTHER = "other"
    MISSING = "missing"
    NET = "net"
    BAND = "band"
    MEAN = "mean"
    SD = "sd"
    MEDIAN = "median"
    NPS = "nps"
    INDEX = "index"
    BOX = "box"  # top or bottom box of a scale
    CUMULATIVE = "cumulative"  # this code and those before it
    FOLDED = "folded"  # "Citas atbildes": rows of one or two persons together


@dataclass(frozen=True, slots=True)
class Column:
    """A table column: a wave, or a wave within a banner code. `base` counts persons.

    `base_weighted` and `base_effective` (Kish) are known where the wave is weighted.
    """

    key: str
    label: Text
    wave: str
    among: tuple[tuple[str, str], ...] = ()
    base: int | None = None
    source: Source = Source.ANSWERS
    base_weighted: float | None = None
    base_effective: float | None = None
    standard: tuple[str, ...] = ()  # standardised to the current wave by these questions


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: one code, net, band or mean of one question, with a number for each column."""

    key: str
    label: Text
    kind: RowKind
    question: str
    numbers: tuple[Number | None, ...]
    comparisons: tuple[Comparison | None, ...] = ()  # column i against the last column's past


@dataclass(frozen=True, slots=True)
class Table:
    """A table of one question or grid. `asked_of` is the rule of its base, None for everybody."""

    question: str
    title: Text
    wording: Text  # the question as it was asked
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    multiple: bool = False  # answers may add to more than 100 %
    asked_of: Rule | None = None
    base_note: Text = NO_TEXT  # the base in words
    notes: tuple[Text, ...] = ()
    invented: bool = False
