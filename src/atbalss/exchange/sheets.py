"""Sheets of text cells: what a workbook is, whichever file it came from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from atbalss.exchange.cells import cell_text


@dataclass(frozen=True, slots=True)
class Row:
    """A row under the header: its number in the sheet (the header is row 1) and its cells."""

    number: int
    cells: tuple[str, ...]
    line: int | None = field(default=None, compare=False)

    @property
    def is_blank(self) -> bool:
        """Whether no cell holds more than blanks."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, the cells of row 1 and the rows below; empty cells at ends are cut."""

    name: str
    header: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()

    @classmethod
    def of(
        cls, name: str, grid: Iterable[Sequence[str]], lines: Sequence[int | None] = ()
    ) -> Sheet:
        """A sheet from its rows, header first; `lines` are their lines in a text file, if any."""
        cut = [_trim(row) for row in grid]
        while cut and not cut[-1]:
            cut.pop()
        if not cut:
            return cls(cell_text(name))
        rows = tuple(
            Row(number, cells, lines[number - 1] if number <= len(lines) else None)
            for number, cells in enumerate(cut[1:], start=2)
        )
        return cls(cell_text(name), cut[0], rows)

    @property
    def width(self) -> int:
        """Number of columns, those without a header too."""
        return max([len(self.header), *(len(row.cells) for row in self.rows)])

    @property
    def grid(self) -> list[tuple[str, ...]]:
        """All rows, the header first, each as wide as the sheet."""
        width = self.width
        every = [self.header, *(row.cells for row in self.rows)]
        return [cells + ("",) * (width - len(cells)) for cells in every]


@dataclass(frozen=True, slots=True)
class Workbook:
    """Sheets in order. Names are met without regard to case, as XLSForm tools do."""

    sheets: tuple[Sheet, ...] = ()

    def sheet(self, name: str) -> Sheet | None:
        """The sheet called `name`, or None."""
        for sheet in self.sheets:
            if sheet.name.strip().lower() == name:
                return sheet
        return None


def _trim(row: Sequence[str]) -> tuple[str, ...]:
    cells = [cell_text(cell) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)
