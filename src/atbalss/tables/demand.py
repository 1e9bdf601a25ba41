"""What a report will ask of the tables, said before anything is counted."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from atbalss.tables.result import CellKey

if TYPE_CHECKING:
    from atbalss.tables.banner_ask import BannerAsk

Filter = tuple[tuple[str, str], ...]
NO_FILTER: Filter = ()
Pair = tuple[CellKey, CellKey]  # later, earlier; or of one wave: first, second


@dataclass(frozen=True, slots=True)
class Ranked:
    """Cells of one wave that are ranked by size, and the places whose lead is tested.

    `places`: 1 tests the first against the second, 2 the second against the third; -1 the last
    against the one before it. All of them must hold, so the weakest is the test of the claim.
    """

    cells: tuple[CellKey, ...]
    places: tuple[int, ...] = (1,)


@dataclass(frozen=True, slots=True)
class Demand:
    """What a report will ask, said before anything is counted.

    `amongs` are the filters it uses (each a tuple of (question, code or net) pairs that all hold);
    `comparisons` are (later, earlier) pairs of cells: the family of the Holm correction. Waves may
    be left "" for the current one. `medians` are open numbers whose values are to be kept,
    `banners` banner tables, `periods` dates to be told apart, as (date question, length), such as
    (visit_date, month). `pairs` are (first, second) cells of the same persons in one wave, tested
    as dependent; `ranks` rank claims, whose leads are. `standards` are single cells that are
    standardised (compared ones tell theirs).
    """

    amongs: frozenset[Filter] = frozenset()
    comparisons: frozenset[Pair] = frozenset()
    medians: frozenset[str] = frozenset()
    banners: frozenset[BannerAsk] = frozenset()
    periods: frozenset[tuple[str, str]] = frozenset()
    pairs: frozenset[Pair] = frozenset()
    ranks: frozenset[Ranked] = frozenset()
    standards: frozenset[CellKey] = frozenset()

    def __or__(self, other: Demand) -> Demand:
        """What either asks."""
        names = [item.name for item in fields(self)]
        return Demand(*(getattr(self, name) | getattr(other, name) for name in names))


NOTHING_ASKED = Demand()
