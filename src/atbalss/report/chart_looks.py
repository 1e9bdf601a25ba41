"""The chart of who differs: groups around zero. What passed is filled and bold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from atbalss.report.chart_layout import (
    GAP,
    GUTTER,
    Sheet,
    note_room,
    printed,
    rows,
    tidy,
)
from atbalss.report.chart_marks import (
    Spec,
    along,
    at,
    axis_scale,
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

EDGE = 10.0  # px left and right of the outermost marks
HEAD = 26.0  # px above the first group

Row = dict[str, Any]


def differences(model: FigureModel, sheet: Sheet) -> Spec:
    """A dot a group at its difference from the rest, its interval, and a line at zero."""
    limit = sheet.wide * 0.36
    placed = rows(model.categories, sheet, limit, thick=14, air=9, start=HEAD)
    height = placed.height + HEAD
    plot = sheet.wide - placed.label_width - GUTTER - 4
    scale = _around_zero(model, sheet, plot)
    data = _groups(model, sheet, placed.centres)
    layers = [
        *_dots(data, scale, sheet, height),
        *_values(data, scale),
        *_heads(model, scale, sheet, plot),
        label_layer(placed.label_marks(), GUTTER),
    ]
    if not sheet.is_narrow:
        layers += note_layer(model, placed, plot, sheet)
    return layered(layers, plot, height)


def _around_zero(model: FigureModel, sheet: Sheet, plot: float) -> Spec:
    """The axis over `plot` px: all intervals, zero, and room for values and notes."""
    points = model.series[0].points
    value = max(sheet.measure(printed(point), bold=True) for point in points)
    notes = 0.0 if sheet.is_narrow else note_room(model, sheet)  # on paper and wide pages only
    room = value + GAP + notes + 4
    low = min(0.0, *(p.low if p.low is not None else p.value or 0.0 for p in points))
    high = max(0.0, *(p.high if p.high is not None else p.value or 0.0 for p in points))
    before = value + GAP + 2 if low < 0 else EDGE
    per_px = ((high - low) or 1.0) / max(plot - room - before, 60.0)
    return axis_scale(low - before * per_px, high + room * per_px, zero=False)


def _groups(model: FigureModel, sheet: Sheet, centres: Sequence[float]) -> list[Row]:
    """What is drawn of each group: its difference, interval and label, filled where it passed."""
    theme, points = sheet.theme, model.series[0].points
    return [
        {
            "category": tidy(name),
            "value": point.value,
            "low": point.low,
            "high": point.high,
            "left": (point.value or 0.0) < 0,
            "end": _label_end(point),
            "label": printed(point),
            "at": round(centre, 2),
            "fill": theme.paper if i in model.quiet else theme.accent,
            "weight": 400 if i in model.quiet else 600,
        }
        for i, (name, point, centre) in enumerate(
            zip(model.categories, points, centres, strict=True)
        )
    ]


def _dots(data: list[Row], scale: Spec, sheet: Sheet, height: float) -> list[Spec]:
    """The line at zero, the intervals, and a dot a group upon them."""
    theme = sheet.theme
    return [
        marks(
            [{"zero": 0.0, "top": HEAD - 8, "bottom": height}],
            "rule",
            {"color": theme.muted, "strokeWidth": 1},
            x=along("zero", scale),
            y=px("top"),
            y2=to("bottom"),
        ),
        marks(
            [row for row in data if row["low"] is not None],
            "rule",
            {"color": theme.accent, "strokeWidth": 1.6, "opacity": 0.65},
            x=along("low", scale),
            x2=to("high"),
            y=px("at"),
        ),
        marks(
            data,
            "point",
            {"size": 62, "opacity": 1, "stroke": theme.accent, "strokeWidth": 1.8},
            x=along("value", scale),
            y=px("at"),
            fill=paint("fill"),
        ),
    ]


def _values(data: list[Row], scale: Spec) -> list[Spec]:
    """Printed differences beyond the ends of the intervals, bold where they passed."""
    layers = []
    for weight, left in ((400, False), (400, True), (600, False), (600, True)):
        part = [row for row in data if row["weight"] == weight and row["left"] is left]
        side: Row = {"align": "right", "dx": -GAP} if left else {"align": "left"}
        look = {"dx": GAP, **side, "fontWeight": weight}
        if part:
            layers.append(
                marks(part, "text", look, x=along("end", scale), y=px("at"), text=words("label"))
            )
    return layers


def _heads(model: FigureModel, scale: Spec, sheet: Sheet, plot: float) -> list[Spec]:
    """What lies left and right of zero, and what the column of values is."""
    plain = {"color": sheet.theme.muted, "fontSize": sheet.theme.small_size}
    layers = []
    for text, align, shift in zip(model.axis, ("right", "left"), (-8, 8), strict=False):
        row = [{"zero": 0.0, "at": 9.0, "line": tidy(text)}]
        look = {"align": align, "dx": shift, **plain}
        layers.append(
            marks(row, "text", look, x=along("zero", scale), y=px("at"), text=words("line"))
        )
    if not sheet.is_narrow:
        head = [{"line": tidy(model.series[0].name), "at": 9.0}]
        look = {"align": "right", **plain}
        layers.append(marks(head, "text", look, x=at(plot), y=px("at"), text=words("line")))
    return layers


def _label_end(point: Point) -> float | None:
    """Where the label of a difference stands: beyond the end of its interval away from zero."""
    if (point.value or 0.0) < 0:
        return point.low if point.low is not None else point.value
    return point.high if point.high is not None else point.value
