"""What a banner table is asked to show: values only, said before anything is counted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from atbalss.problems import Refused, problem
from atbalss.study.texts import NO_TEXT, Text
from atbalss.tables.demand import NO_FILTER, Filter

ROWS, ITEMS = LAYOUTS = ("rows", "items")  # of a grid: each item a block, or a row of one block
WAVE = "@wave"  # a banner variable whose columns are the waves
BOX = re.compile(r"^(top|bottom)([1-9])$")
MEASURES = (
    "shares",
    "nets",
    "bands",
    "cumulative",
    "mean",
    "sd",
    "median",
    "nps",
    "index",
)  # and top1..top9, bottom1..bottom9
SHOWN = ("share", "count", "weighted", "row_share", "interval", "se", "rank")
CORRECTIONS = ("none", "bonferroni", "holm", "bh", "by")


class LetterRule(StrEnum):
    """By which rule columns are tested. Formulas: docs/statistics.md."""

    NONE = "none"
    DIMENSIONS = "dimensions"  # pooled, Kish bases, overlap, Student's t
    DESIGN = "design"  # exact standard errors, covariance of overlapping columns kept


class Among(StrEnum):
    """Over which tests a correction is made."""

    ROW = "row"  # all pairs of columns of one row within one banner variable
    QUESTION = "question"  # the same of all rows of a question


@dataclass(frozen=True, slots=True)
class Level:
    """A banner variable: a question and which of its codes, nets and bands are columns."""

    question: str
    codes: tuple[str, ...] = ()  # empty: all codes of the base
    nets: bool = False  # its nets (bands) rather than its codes


Variable = tuple[Level, ...]  # from the outer to the inner


@dataclass(frozen=True, slots=True)
class RowAsk:
    """One question or grid down the side. Empty values: what the table or the study says.

    `nets` are further unions of codes; `scores` replace those of the list (None: out of the mean);
    `promoters` and `detractors` are codes for the NPS instead of 9..10 and 0..6.
    """

    question: str
    codes: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    nets: tuple[tuple[str, tuple[str, ...]], ...] = ()
    scores: tuple[tuple[str, float | None], ...] = ()
    promoters: tuple[str, ...] = ()
    detractors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tests:
    """How columns are tested. `levels`: confidence, the strictest first (at most two).

    `rest`: each column against all others of its variable together; `smallest` persons in a base.
    """

    __test__ = False  # no pytest class

    rule: LetterRule = LetterRule.NONE
    levels: tuple[float, ...] = (0.95,)
    correction: str = "none"
    among: Among = Among.ROW
    rest: bool = False
    chi_square: bool = False
    smallest: int = 30

    def __post_init__(self) -> None:
        ordered = tuple(sorted(self.levels, reverse=True))
        inside = all(0.5 <= item < 1 for item in self.levels)
        if not 1 <= len(self.levels) <= 2 or ordered != self.levels or not inside:
            raise ValueError("one or two levels from 0.5 to under 1, the strictest first")
        if self.correction not in CORRECTIONS:
            raise ValueError(self.correction)


NO_TESTS = Tests()


@dataclass(frozen=True, slots=True)
class BannerAsk:
    """A banner table as asked for. Empty tuples mean "as usual"; it can be a key of a mapping.

    `rule` is the filter's text in XLSForm's language, `among` the filter as (question, code)
    pairs; both hold together. `against`: cells minus those of "total", of a wave ("wave:2023") or
    of a column (its key). `sd_by`: `interviews` (n - 1) or `weights` (sum of weights - 1).
    `layout`: of one grid, `items` down and answers across.
    """

    id: str
    rows: tuple[RowAsk, ...]
    banner: tuple[Variable, ...] = ()
    title: Text = NO_TEXT
    among: Filter = NO_FILTER
    rule: str = ""
    waves: tuple[str, ...] = ()
    total: bool = True
    measures: tuple[str, ...] = ()
    shown: tuple[str, ...] = ("share",)
    tests: Tests = field(default=NO_TESTS)
    against: str = ""
    weighted: bool = True
    sd_by: str = "interviews"
    digits: int = 0  # decimals of percents as printed; means have one more
    layout: str = ROWS

    def __post_init__(self) -> None:
        check_measures((*self.measures, *(name for row in self.rows for name in row.measures)))
        unknown = [name for name in self.shown if name not in SHOWN]
        if unknown:
            raise _unknown(unknown[0], SHOWN)
        if self.layout not in LAYOUTS:
            raise _unknown(self.layout, LAYOUTS)


def check_measures(names: tuple[str, ...]) -> None:
    """Refuses a name that is no measure."""
    for name in names:
        if name not in MEASURES and not BOX.match(name):
            raise _unknown(name, (*MEASURES, "top2", "bottom2"))


def _unknown(name: str, known: tuple[str, ...]) -> Refused:
    return Refused([problem("tables-unknown-measure", name=name, known=", ".join(known))])


# ---- banners as words: "sex, age > place"


def read_banner(text: str) -> tuple[Variable, ...]:
    """The variables of a banner written as `sex, age > place, tools[a b], @wave`.

    A comma puts variables side by side, `>` nests, brackets choose codes, nets or bands.
    """
    found = []
    for part in text.split(","):
        if part.strip():
            found.append(tuple(_level(item) for item in part.split(">")))
    return tuple(found)


_LEVEL = re.compile(r"^\s*(@?[^\s\[\]@>,]+)\s*(?:\[([^\[\]]*)\])?\s*$")


def _level(text: str) -> Level:
    found = _LEVEL.match(text)
    if found is None:
        raise Refused([problem("tables-banner-unreadable", part=text.strip())])
    return Level(found[1], tuple((found[2] or "").split()))


def as_words(banner: tuple[Variable, ...]) -> str:
    """The banner as `read_banner` reads it."""
    return ", ".join(
        " > ".join(
            level.question + (f"[{' '.join(level.codes)}]" if level.codes else "")
            for level in variable
        )
        for variable in banner
    )
