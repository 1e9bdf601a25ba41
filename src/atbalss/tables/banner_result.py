"""What a banner table is when it is made: values only, nothing behind them."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.study.texts import NO_TEXT, Text
from atbalss.tables.banner_ask import BannerAsk
from atbalss.tables.demand import Filter
from atbalss.tables.result import Number, RowKind

REST = "rest"  # the other side of a test of a column against all others


@dataclass(frozen=True, slots=True)
class BannerColumn:
    """A column. `base` counts persons of the column: n, weighted, effective (Kish).

    `labels` from the outer to the inner level, `titles` the questions they belong to; `group` is
    the banner variable (-1: total); `letter` is "" for the total and where nothing is tested.
    """

    key: str
    labels: tuple[Text, ...]
    titles: tuple[Text, ...]
    group: int
    outer: str
    wave: str
    own: Filter
    among: Filter
    letter: str
    base: Number


@dataclass(frozen=True, slots=True)
class ColumnTest:
    """One test of a row: column `a` minus column `b` (keys; `REST`: all others together).

    `p` None: not tested, `method` says why. `p_adjusted` over `family_size` tests.
    """

    a: str
    b: str
    difference: float | None  # None: a side is hidden
    se: float
    df: float
    p: float | None
    p_adjusted: float | None
    method: str
    family_size: int = 0


@dataclass(frozen=True, slots=True)
class BannerCell:
    """A cell: its number, the sum of weights in it, its share of the row, its rank in the column.

    `letters` are the columns it is significantly above, capital at the first (strictest) level,
    small at the second; `rest` is "", "higher", "lower" (first level), "higher2" or "lower2".
    `difference` is against what the table names, with its p.
    """

    number: Number | None
    weighted: float | None = None
    row_share: float | None = None
    rank: int | None = None
    letters: tuple[str, ...] = ()
    rest: str = ""
    difference: Number | None = None
    difference_p: float | None = None


@dataclass(frozen=True, slots=True)
class BannerRow:
    """A row: one answer, net, box or measure. `bases` are its own where the block has none."""

    key: str
    label: Text
    kind: RowKind
    question: str
    cells: tuple[BannerCell, ...]
    tests: tuple[ColumnTest, ...] = ()
    part: Text = NO_TEXT


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """Rao and Scott's test of a question against one banner variable; p None: `method` says why."""

    group: int
    title: Text
    statistic: float | None  # the F
    df1: float | None
    df2: float | None
    p: float | None
    v: float | None  # Cramer's V
    method: str


@dataclass(frozen=True, slots=True)
class BannerBlock:
    """The rows of one question or grid. `bases`: by column, the persons its shares are of."""

    question: str
    title: Text
    wording: Text
    base_note: Text
    bases: tuple[Number, ...]
    rows: tuple[BannerRow, ...]
    multiple: bool = False
    notes: tuple[Text, ...] = ()
    chi_square: tuple[ChiSquare, ...] = ()
    grid: Text = NO_TEXT  # the title of the grid whose item this is, where it is a block


@dataclass(frozen=True, slots=True)
class BannerTable:
    """A banner table: columns across, blocks down, notes beneath; `filter_note` in words."""

    id: str
    title: Text
    ask: BannerAsk
    columns: tuple[BannerColumn, ...]
    blocks: tuple[BannerBlock, ...]
    notes: tuple[Text, ...] = ()
    filter_note: Text = NO_TEXT
    weighted: bool = False  # whether any weight differs from 1
    invented: bool = False

    @property
    def rows(self) -> tuple[BannerRow, ...]:
        """The rows of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows)

    def column(self, key: str) -> int:
        """The position of a column by its key; KeyError if there is none."""
        for at, item in enumerate(self.columns):
            if item.key == key:
                return at
        raise KeyError(key)
