"""The measures of a chart: how labels wrap, where rows stand, how wide the value axis is.

Positions across the value axis are left to Vega-Lite's scale; rows are placed here in px, because
labels of one to four lines want rows of different heights.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from atbalss.report import fonts
from atbalss.report.document import FigureModel, Point
from atbalss.report.figure_numbers import NONE
from atbalss.report.theme import Theme

BOLD = "FiraSans-SemiBold"
SPARE = 1.04  # labels get a little more room than measured: browsers kern and round differently
LINE = 15.5  # px from line to line
GAP = 6  # px between a mark and its label
GUTTER = 12  # px between the label column and the bars


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a chart is drawn on: theme and language."""

    theme: Theme
    lang: str

    @property
    def wide(self) -> int:
        """Width of the whole chart, px."""
        return self.theme.chart_width

    @property
    def is_narrow(self) -> bool:
        """Whether this is the chart for small screens."""
        return self.wide < 500

    def measure(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """Width of a text in px with a little to spare."""
        name = BOLD if bold else "FiraSans-Regular"
        return fonts.width(text, size or self.theme.label_size, name) * SPARE

    def wrap(self, text: str, limit: float, *, bold: bool = False) -> list[str]:
        """A text in lines no wider than `limit` px; nothing is cut off."""
        name = BOLD if bold else "FiraSans-Regular"
        return fonts.wrap(tidy(text), limit / SPARE, self.theme.label_size, name)


def tidy(text: str) -> str:
    """A text on one line without control characters; what the face cannot draw becomes a box."""
    plain = "".join(char if char.isprintable() or char == "\u00a0" else " " for char in text)
    return fonts.drawable(plain)


def printed(point: Point) -> str:
    """The printed label of a mark with its sign for the notes; a dash where nothing is known."""
    return tidy(point.label + point.mark) or NONE


def notes_of(model: FigureModel) -> tuple[str, ...]:
    """The note of each category ("n = 51"), or nothing where they are not given for all."""
    notes = tuple(tidy(note) for note in model.category_notes)
    return notes if len(notes) == len(model.categories) else ()


def whiskers_help(model: FigureModel) -> bool:
    """Whether intervals are drawn: for means, and where bases differ from bar to bar.

    In a chart of shares on one base they would only repeat one another; the data table has them.
    """
    return model.unit == "mean" or bool(notes_of(model))


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the categories of a chart stand: label lines, width of the label column, px centres."""

    lines: tuple[tuple[str, ...], ...]
    label_width: float
    centres: tuple[float, ...]
    height: float

    def label_marks(self) -> list[dict[str, Any]]:
        """One mark a label line: its text and its vertical centre."""
        return [
            {"line": text, "at": centre + (i - (len(lines) - 1) / 2) * LINE}
            for lines, centre in zip(self.lines, self.centres, strict=True)
            for i, text in enumerate(lines)
        ]


def rows(
    texts: tuple[str, ...],
    sheet: Sheet,
    limit: float,
    *,
    thick: float | tuple[float, ...],
    air: float,
    start: float = 0,
) -> Rows:
    """Rows high enough for their bars (`thick`) and wrapped labels, with `air` px between them."""
    needed = thick if isinstance(thick, tuple) else (thick,) * len(texts)
    lines = tuple(tuple(sheet.wrap(text, limit)) for text in texts)
    width = max(sheet.measure(line) for each in lines for line in each)
    centres, at = [], start
    for each, bars in zip(lines, needed, strict=True):
        high = max(bars + air, LINE * len(each) + min(air, 9.0))
        centres.append(at + high / 2)
        at += high
    return Rows(lines, width, tuple(centres), at - start)


def top_of(model: FigureModel) -> float:
    """The end of the value axis: fixed by the scale of a mean, else the greatest value."""
    shown = whiskers_help(model)
    values = [
        max(point.value, (point.high or 0.0) if shown else 0.0)
        for series in model.series
        for point in series.points
        if point.value is not None
    ]
    greatest = max(values, default=0.0)
    if model.maximum is not None and model.unit == "mean":
        return max(model.maximum, greatest)
    return greatest if greatest > model.minimum else model.minimum + 1.0


def value_room(model: FigureModel, sheet: Sheet) -> float:
    """Room right of the longest bar, px: the widest value label, and the notes beside it."""
    texts = [printed(point) for series in model.series for point in series.points]
    return max(sheet.measure(text, bold=True) for text in texts) + GAP + 2 + note_room(model, sheet)


def note_room(model: FigureModel, sheet: Sheet) -> float:
    """Room that the notes at the right edge take, px."""
    small = sheet.theme.small_size
    return max((sheet.measure(note, small) + 10 for note in notes_of(model)), default=0.0)
