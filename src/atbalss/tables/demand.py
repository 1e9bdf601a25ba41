"""What a report will ask of the tables, said before anything is counted."""

from __future__ import annotations

from dataclasses import dataclass
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
    `banners` banner tables.
    """

    amongs: frozenset[Filter] = frozenset()
    comparisons: frozenset[Pair] = frozenset()
    medians: frozenset[str] = frozenset()
    banners: frozenset[BannerAsk] = frozenset()


NOTHING_ASKED = Demand()
