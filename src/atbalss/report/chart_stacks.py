"""Stacked bars: parts of a whole, parted by white, labelled where the label fits."""

from __future__ import annotations

from typing import Any

from atbalss.report.chart_layout import GUTTER, Rows, Sheet, note_room, printed, rows, tidy
from atbalss.report.chart_marks import (
    Spec,
    along,
    axis_scale,
    key,
    label_layer,
    layered,
    marks,
    note_layer,
    paint,
    px,
    to,
    words,
)
from atbalss.report.document import FigureModel, Point
from atbalss.report.theme import colours_of, ink_on

THICK = 27


def stacked(model: FigureModel, sheet: Sheet) -> Spec:
    """One bar a category; the key above reads in the order of the segments."""
    names = tuple(tidy(series.name) for series in model.series)
    above = key(names, sheet)
    limit = sheet.wide * (0.34 if sheet.is_narrow else 0.42)
    placed = rows(model.categories, sheet, limit, thick=THICK, air=10, start=above.height)
    plot = sheet.wide - placed.label_width - GUTTER - 4
    room = note_room(model, sheet)
    colours = colours_of(tuple(series.role for series in model.series), sheet.theme)
    data, longest = _segments(model, placed, colours, sheet, plot - room)
    scale = axis_scale(0, longest * plot / (plot - room))
    edge = {"stroke": sheet.theme.paper, "strokeWidth": 1.6}
    layers = [
        *_tracks(model, placed, scale, sheet),
        *_absent(model, placed, scale, sheet),
        marks(
            data,
            "rect",
            edge,
            x=along("start", scale),
            x2=to("stop"),
            y=px("top"),
            y2=to("bottom"),
            color=paint("colour"),
        ),
        marks(
            data,
            "text",
            {"fontWeight": 600},
            x=along("middle", scale),
            y=px("at"),
            text=words("label"),
            color=paint("ink"),
        ),
        label_layer(placed.label_marks(), GUTTER),
        *above.layers(colours, placed.label_width + GUTTER, sheet),
        *note_layer(model, placed, plot, sheet),
    ]
    return layered(layers, plot, above.height + placed.height)


def _tracks(model: FigureModel, placed: Rows, scale: Spec, sheet: Sheet) -> list[Spec]:
    """Empty frames of shares that do not reach 100 %: the rest was not published."""
    if model.unit != "share":
        return []
    found = [
        {"start": 0, "stop": 1, "top": centre - THICK / 2 + 1, "bottom": centre + THICK / 2 - 1}
        for i, centre in enumerate(placed.centres)
        if sum(series.points[i].value or 0.0 for series in model.series) < 0.97
    ]
    look = {"fill": sheet.theme.paper, "stroke": sheet.theme.muted, "strokeDash": [2, 3]}
    return [
        marks(
            [row],
            "rect",
            {**look, "strokeWidth": 1},
            x=along("start", scale),
            x2=to("stop"),
            y=px("top"),
            y2=to("bottom"),
        )
        for row in found
    ]


def _absent(model: FigureModel, placed: Rows, scale: Spec, sheet: Sheet) -> list[Spec]:
    """What stands in the frame of a bar without parts: the words of its first point."""
    found = [
        {"start": 0, "at": centre, "label": tidy(model.series[0].points[i].label)}
        for i, centre in enumerate(placed.centres)
        if not any(series.points[i].value for series in model.series)
    ]
    look = {"align": "left", "dx": 8, "color": sheet.theme.muted}
    if not any(row["label"] for row in found):
        return []
    return [marks(found, "text", look, x=along("start", scale), y=px("at"), text=words("label"))]


def _segments(
    model: FigureModel, placed: Rows, colours: tuple[str, ...], sheet: Sheet, room: float
) -> tuple[list[dict[str, Any]], float]:
    """Segments from their start to their stop, and the length of the longest bar."""
    sums = [
        sum(series.points[i].value or 0.0 for series in model.series)
        for i in range(len(model.categories))
    ]
    longest = max(max(sums), 1.0 if model.unit == "share" else 0.0) or 1.0
    found = []
    for place, category in enumerate(model.categories):
        start, at = 0.0, placed.centres[place]
        for series, colour in zip(model.series, colours, strict=True):
            point = series.points[place]
            value = point.value or 0.0
            if value <= 0:
                continue
            found.append(
                {
                    "category": tidy(category),
                    "series": tidy(series.name),
                    "value": value,
                    "start": start,
                    "stop": start + value,
                    "middle": start + value / 2,
                    "label": _fitting(point, value / longest * room, sheet),
                    "at": at,
                    "top": at - THICK / 2,
                    "bottom": at + THICK / 2,
                    "colour": colour,
                    "ink": ink_on(colour, sheet.theme),
                }
            )
            start += value
    return found, longest


def _fitting(point: Point, room: float, sheet: Sheet) -> str:
    """The label that fits into a segment: with its unit, without, or none."""
    full = printed(point)
    for text in (full, full.replace("\u00a0%", "").replace("%", "")):
        if sheet.measure(text, bold=True) + 6 <= room:
            return text
    return ""
