"""A wave as it is published: its microdata, its suppressed tables, what describes them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from atbalss.opendata.microdata import Microdata
from atbalss.opendata.table import Column, columns
from atbalss.study.waves import Wave
from atbalss.tables.banner_result import BannerTable
from atbalss.tables.result import Flag, RowKind


@dataclass(frozen=True)
class OpenWave:
    """A wave of open data; `microdata` None where only tables are published."""

    wave: Wave
    tables: tuple[BannerTable, ...]
    microdata: Microdata | None = None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns of its microdata; none without them."""
        return () if self.microdata is None else columns(self.microdata.frame, self.wave.invented)

    @cached_property
    def frequencies(self) -> dict[tuple[str, str], int]:
        """Persons by (question, code), of the tables' column of all; hidden ones are not there."""
        found: dict[tuple[str, str], int] = {}
        for table in self.tables:
            for row in table.rows:
                number = row.cells[0].number
                plain = row.kind in (RowKind.CODE, RowKind.OTHER, RowKind.MISSING)
                if not plain or number is None or number.flag is Flag.HIDDEN or number.n is None:
                    continue
                found[row.question, row.key] = number.n
        return found
