"""What a report will ask of the tables, said before anything is counted."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from atbalss.tables.result import CellKey

if TYPE_CHECKING:
    from atbalss.tables.banner_ask import BannerAsk

Filter = tuple[tuple[str, str], ...]
NO_FILTER: Filter = ()
Pair = tuple[CellKey, CellKey]  # later, earlier


@dataclass(frozen=True, slots=True)
class Demand:
    """What a report will ask, said before anything is counted.

    `amongs` are the filters it uses (each a tuple of (question, code or net) pairs that all hold);
    `comparisons` are (later, earlier) pairs of cells: the family of the Holm correction. Waves may
    be left "" for the current one. `medians` are open numbers whose values are to be kept,
    `banners` banner tables, `periods` dates to be told apart, as (date question, length), such as
    (visit_date, month).
    """

    amongs: frozenset[Filter] = frozenset()
    comparisons: frozenset[Pair] = frozenset()
    medians: frozenset[str] = frozenset()
    banners: frozenset[BannerAsk] = frozenset()
    periods: frozenset[tuple[str, str]] = frozenset()

    def __or__(self, other: Demand) -> Demand:
        """What either asks."""
        names = [item.name for item in fields(self)]
        return Demand(*(getattr(self, name) | getattr(other, name) for name in names))


NOTHING_ASKED = Demand()
