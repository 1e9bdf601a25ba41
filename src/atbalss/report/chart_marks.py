"""Marks that several forms of charts share, as Vega-Lite: labels, notes, whiskers, the key above.

A spec is written down as the plain values that Vega-Lite reads; decision 34 says why.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from atbalss.report.chart_layout import Rows, Sheet, notes_of
from atbalss.report.document import FigureModel
from atbalss.report.theme import Theme

Spec = dict[str, Any]  # a part of a Vega-Lite spec


def marks(data: list[dict[str, Any]], kind: str, options: Spec, **channels: Spec) -> Spec:
    """One layer: marks of a kind over rows of data that stand in the spec itself."""
    return {"data": {"values": data}, "mark": {"type": kind, **options}, "encoding": channels}


def axis_scale(low: float, high: float, **more: Any) -> Spec:
    """The scale of a value axis from one value to another, its ends as they are given."""
    return {"domain": [low, high], "nice": False, **more}


def px(field: str) -> Spec:
    """A position in px from the left or the top."""
    return {"field": field, "type": "quantitative", "scale": None, "axis": None}


def along(field: str, scale: Spec) -> Spec:
    """A position along the value axis."""
    return {"field": field, "type": "quantitative", "scale": scale, "axis": None}


def to(field: str) -> Spec:
    """The other end of a mark that has two."""
    return {"field": field}


def at(place: float) -> Spec:
    """The same place for all marks, px."""
    return {"value": place}


def words(field: str) -> Spec:
    """What a text mark says."""
    return {"field": field, "type": "nominal"}


def paint(field: str) -> Spec:
    """The colour that stands in the data."""
    return {"field": field, "type": "nominal", "scale": None}


def layered(layers: list[Spec], width: float, height: float) -> Spec:
    """Layers on one plot of a size in px."""
    return {"layer": layers, "width": width, "height": height}


def label_layer(lines: list[dict[str, Any]], gutter: float) -> Spec:
    """Category labels, flush right, left of the bars."""
    return marks(
        lines, "text", {"align": "right", "dx": -gutter}, x=at(0), y=px("at"), text=words("line")
    )


def note_layer(model: FigureModel, placed: Rows, plot: float, sheet: Sheet) -> list[Spec]:
    """The note of each category ("n = 51") at the right edge."""
    notes = notes_of(model)
    if not notes:
        return []
    data = [{"note": n, "at": centre} for n, centre in zip(notes, placed.centres, strict=True)]
    look = {"align": "right", "color": sheet.theme.muted, "fontSize": sheet.theme.small_size}
    return [marks(data, "text", look, x=at(plot), y=px("at"), text=words("note"))]


def baseline(height: float, theme: Theme) -> Spec:
    """The line that bars start from; `height` 0 draws none."""
    look = {"color": theme.rule, "strokeWidth": 1 if height else 0}
    ends = [{"top": 0, "bottom": height}]
    return marks(ends, "rule", look, x=at(0), y=px("top"), y2=to("bottom"))


def whiskers(spans: list[dict[str, Any]], scale: Spec, theme: Theme) -> list[Spec]:
    """Intervals as lines, white-edged so that they show on dark bars."""
    looks = (
        {"color": theme.paper, "strokeWidth": 3},
        {"color": theme.ink, "strokeWidth": 1.3},
    )
    return [
        marks(spans, "rule", look, x=along("low", scale), x2=to("high"), y=px("at"))
        for look in looks
    ]


@dataclass(frozen=True, slots=True)
class Key:
    """A key above a chart: its entries placed in rows from the left edge, px."""

    places: tuple[tuple[str, float, float], ...]  # (line, x, y); a swatch stands at new entries
    swatches: tuple[tuple[float, float], ...]
    height: float

    def layers(self, colours: tuple[str, ...], left: float, sheet: Sheet) -> list[Spec]:
        """Swatches and names; `left` is how far the sheet's edge is left of the plot."""
        boxes = [
            {"x": x - left, "right": x - left + 12, "top": y - 6, "bottom": y + 6, "colour": colour}
            for (x, y), colour in zip(self.swatches, colours, strict=True)
        ]
        texts = [{"line": line, "x": x - left, "at": y} for line, x, y in self.places]
        edge = {"stroke": sheet.theme.muted, "strokeWidth": 0.5}
        return [
            marks(
                boxes,
                "rect",
                edge,
                x=px("x"),
                x2=to("right"),
                y=px("top"),
                y2=to("bottom"),
                color=paint("colour"),
            ),
            marks(texts, "text", {"align": "left"}, x=px("x"), y=px("at"), text=words("line")),
        ]


def key(names: tuple[str, ...], sheet: Sheet) -> Key:
    """A key whose entries run on like words and break between entries; long names wrap."""
    places: list[tuple[str, float, float]] = []
    swatches: list[tuple[float, float]] = []
    x, y, deepest = 0.0, 9.0, 9.0
    for name in names:
        lines = sheet.wrap(name, sheet.wide - 26)
        wide = max(sheet.measure(line) for line in lines) + 18
        if x and x + wide > sheet.wide:
            x, y = 0.0, deepest + 20
        swatches.append((x + 1, y))
        places += [(line, x + 19, y + i * 15.5) for i, line in enumerate(lines)]
        deepest = max(deepest, y + (len(lines) - 1) * 15.5)
        x += wide + 18
    return Key(tuple(places), tuple(swatches), deepest + 19)
