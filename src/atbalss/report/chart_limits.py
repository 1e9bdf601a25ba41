"""Charts of units by size (a funnel) and of periods in order, with the limits of chance.

What stands out differs by shape, weight and label as well as by colour.
"""

from __future__ import annotations

from typing import Any

from atbalss.report.chart_layout import (
    LINE,
    Sheet,
    printed,
    tidy,
)
from atbalss.report.chart_marks import (
    Spec,
    along,
    at,
    axis_scale,
    layered,
    marks,
    paint,
    px,
    words,
)
from atbalss.report.document import Curve, FigureModel
from atbalss.report.numerals import decimal, percent

FUNNEL_HEIGHT = 330.0
CONTROL_HEIGHT = 230.0
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10000, 100000)


# ---- units by size


def funnel(model: FigureModel, sheet: Sheet) -> Spec:
    """A dot a unit over the size of its base, between the curves that chance draws."""
    theme = sheet.theme
    height = FUNNEL_HEIGHT if not sheet.is_narrow else 280.0
    ticks_y, scale = _value_axis(model)
    left = max(sheet.measure(_value_text(v, model, sheet), theme.small_size) for v in ticks_y) + 10
    named = max((sheet.measure(tidy(c.name), theme.small_size) for c in model.curves), default=0.0)
    right = named + 10
    plot = sheet.wide - left - right
    known = [x for curve in model.curves for x, _ in curve.points]
    top_x = max([*known, *(x * 1.04 for x in _places(model))], default=1.0)
    x_scale = axis_scale(0, top_x, zero=True)
    layers = _axes(ticks_y, model, sheet, scale, plot, height)
    layers += _size_ticks(top_x, model, sheet, x_scale, height, plot)
    layers += [_curve(curve, sheet, x_scale, scale) for curve in model.curves]
    layers += _ends(model, sheet, x_scale, scale, height)
    layers += _dots(model, sheet, x_scale, scale, plot, top_x, height)
    return layered(layers, plot, height)


def _places(model: FigureModel) -> tuple[float, ...]:
    """Where each category stands from the left; in their order where nothing is said."""
    return model.positions or tuple(float(i) for i in range(1, len(model.categories) + 1))


def _value_axis(model: FigureModel) -> tuple[list[float], Spec]:
    """Ticks and scale of the value axis, around what is drawn."""
    values = [p.value for p in model.series[0].points if p.value is not None]
    values += [y for curve in model.curves for _, y in curve.points]
    low, high = min(values, default=0.0), max(values, default=1.0)
    pad = (high - low) * 0.08 or 0.05
    low, high = low - pad, high + pad
    if model.unit == "share":
        low, high = max(low, -0.02), min(high, 1.02)
    ticks = _ticks(low, high, 100 if model.unit == "share" else 1)
    return ticks, axis_scale(low, high, zero=False)


def _ticks(low: float, high: float, factor: int) -> list[float]:
    """Four to seven round values between two ends; shares at whole percent."""
    span = (high - low) * factor
    steps = [step / scale for scale in (100, 10, 1) for step in _STEPS[:6]] + list(_STEPS[4:])
    step = next((s for s in steps if span / s <= 6), span)
    first = int(low * factor / step) - 1
    found = [(first + i) * step / factor for i in range(60)]
    return [round(v, 9) for v in found if low <= v <= high]


def _value_text(value: float, model: FigureModel, sheet: Sheet) -> str:
    if model.unit == "share":
        return percent(value, sheet.lang)
    return decimal(value, 1, sheet.lang)


def _axes(
    ticks: list[float], model: FigureModel, sheet: Sheet, scale: Spec, plot: float, height: float
) -> list[Spec]:
    theme = sheet.theme
    data = [{"value": v, "line": _value_text(v, model, sheet), "right": plot} for v in ticks]
    look = {"align": "right", "dx": -8, "color": theme.muted, "fontSize": theme.small_size}
    base = [{"top": height, "right": plot}]
    return [
        marks(
            data,
            "rule",
            {"color": theme.rule, "strokeWidth": 0.8},
            x=at(0),
            x2=at(plot),
            y=along("value", scale),
        ),
        marks(data, "text", look, x=at(0), y=along("value", scale), text=words("line")),
        marks(
            base,
            "rule",
            {"color": theme.muted, "strokeWidth": 1},
            x=at(0),
            x2=at(plot),
            y=px("top"),
        ),
    ]


def _size_ticks(
    top: float, model: FigureModel, sheet: Sheet, x_scale: Spec, height: float, plot: float
) -> list[Spec]:
    theme = sheet.theme
    most = 4 if sheet.is_narrow else 8
    step = next((s for s in _STEPS if top / s <= most), _STEPS[-1])
    data = [
        {"x": i * step, "line": decimal(i * step, 0, sheet.lang), "at": height + 14}
        for i in range(1, int(top / step) + 1)
    ]
    small = {"color": theme.muted, "fontSize": theme.small_size}
    title = [{"line": tidy(text), "at": height + 32} for text in model.axis[:1]]
    x = along("x", x_scale)
    return [
        marks(data, "text", small, x=x, y=px("at"), text=words("line")),
        marks(title, "text", small, x=at(plot / 2), y=px("at"), text=words("line")),
    ]


def _curve(curve: Curve, sheet: Sheet, x_scale: Spec, scale: Spec) -> Spec:
    theme = sheet.theme
    looks: dict[str, dict[str, Any]] = {
        "outer": {"color": theme.ink, "strokeWidth": 1.3},
        "inner": {"color": theme.muted, "strokeWidth": 1.1, "strokeDash": [4, 3]},
        "centre": {"color": theme.accent, "strokeWidth": 1.6},
    }
    data = [{"x": x, "y": y, "order": i} for i, (x, y) in enumerate(curve.points)]
    return marks(
        data,
        "line",
        looks[curve.role],
        x=along("x", x_scale),
        y=along("y", scale),
        order={"field": "order", "type": "quantitative"},
    )


def _ends(
    model: FigureModel, sheet: Sheet, x_scale: Spec, scale: Spec, height: float
) -> list[Spec]:
    """The names of the curves at their right ends, pushed apart where they touch."""
    theme = sheet.theme
    low, high = scale["domain"]
    ends = sorted(
        [
            [(high - curve.points[-1][1]) / (high - low) * height, curve]
            for curve in model.curves
            if curve.points
        ],
        key=lambda end: float(end[0]),
    )
    edge = -1e9
    for end in ends:
        end[0] = max(end[0], edge + LINE - 2)
        edge = end[0]
    data = [
        {
            "x": curve.points[-1][0],
            "at": place,
            "line": tidy(curve.name),
            "colour": theme.accent if curve.role == "centre" else theme.muted,
        }
        for place, curve in ends
    ]
    look = {"align": "left", "dx": 6, "fontSize": theme.small_size}
    x, y = along("x", x_scale), px("at")
    return [marks(data, "text", look, x=x, y=y, text=words("line"), color=paint("colour"))]


def _dots(
    model: FigureModel,
    sheet: Sheet,
    x_scale: Spec,
    scale: Spec,
    plot: float,
    top: float,
    height: float,
) -> list[Spec]:
    """The units; those that stand out as diamonds with name and value."""
    theme = sheet.theme
    data: list[dict[str, Any]] = [
        {"x": x, "y": point.value, "place": i, "line": tidy(name), "label": printed(point)}
        for i, (x, name, point) in enumerate(
            zip(_places(model), model.categories, model.series[0].points, strict=True)
        )
        if point.value is not None
    ]
    plain = [row for row in data if row["place"] not in model.marked]
    out = [row for row in data if row["place"] in model.marked]
    low, high = scale["domain"]
    x, y = along("x", x_scale), along("y", scale)
    dot = {"size": 44, "opacity": 0.85, "color": theme.accent, "filled": True}
    sharp = {
        "shape": "diamond",
        "size": 120,
        "opacity": 1,
        "fill": theme.warning,
        "stroke": theme.paper,
        "strokeWidth": 1,
    }
    layers = [marks(plain, "point", dot, x=x, y=y)]
    if out:
        layers.append(marks(out, "point", sharp, x=x, y=y))
    for row in out:
        text = f"{row['line']} {row['label']}"
        wide = sheet.measure(text, bold=True)
        from_left = row["x"] / top * plot
        is_left = from_left + 12 + wide > plot
        under = (row["y"] - low) / (high - low) * height < height / 2
        look = {
            "align": "right" if is_left else "left",
            "dx": -11 if is_left else 11,
            "dy": 2 if under else -2,
            "fontWeight": 600,
            "color": theme.warning,
        }
        if is_left and from_left < wide + 12:
            look |= {"align": "center", "dx": 0, "dy": 18 if under else -18}
        layers.append(marks([{**row, "text": text}], "text", look, x=x, y=y, text=words("text")))
    return layers


# ---- over time


def control(model: FigureModel, sheet: Sheet) -> Spec:
    """Periods as connected dots between stepped limits; those with an alert as diamonds."""
    theme = sheet.theme
    height = CONTROL_HEIGHT
    ticks_y, scale = _value_axis(model)
    left = max(sheet.measure(_value_text(v, model, sheet), theme.small_size) for v in ticks_y) + 10
    named = max((sheet.measure(tidy(c.name), theme.small_size) for c in model.curves), default=0.0)
    plot = sheet.wide - left - named - 10
    count = len(model.categories)
    x_scale = axis_scale(-0.5, count - 0.5, zero=False)
    layers = _axes(ticks_y, model, sheet, scale, plot, height)
    layers += [_curve(curve, sheet, x_scale, scale) for curve in model.curves]
    layers += _ends(model, sheet, x_scale, scale, height)
    points = model.series[0].points
    data: list[dict[str, Any]] = []
    stretch = 0
    for i, point in enumerate(points):
        if point.value is None:  # a gap: the line does not run over what is hidden
            stretch += 1
            continue
        mark = {"x": i, "y": point.value, "label": printed(point), "stretch": stretch}
        data.append({**mark, "marked": i in model.marked})
    x, y = along("x", x_scale), along("y", scale)
    line = {"color": theme.accent, "strokeWidth": 2}
    for part in sorted({row["stretch"] for row in data}):
        own = [row for row in data if row["stretch"] == part]
        layers.append(marks(own, "line", line, x=x, y=y))
    plain = [row for row in data if not row["marked"]]
    out = [row for row in data if row["marked"]]
    dot = {"size": 52, "opacity": 1, "color": theme.accent, "filled": True}
    sharp = {
        "shape": "diamond",
        "size": 130,
        "opacity": 1,
        "fill": theme.warning,
        "stroke": theme.paper,
        "strokeWidth": 1,
    }
    layers.append(marks(plain, "point", dot, x=x, y=y))
    for row in out:
        last = row["x"] == count - 1
        look = {
            "align": "right" if last else "left",
            "dx": -11 if last else 11,
            "fontWeight": 600,
            "color": theme.warning,
        }
        layers.append(marks([row], "point", sharp, x=x, y=y))
        layers.append(marks([row], "text", look, x=x, y=y, text=words("label")))
    return layered([*layers, *_periods(model, sheet, x_scale, plot, height)], plot, height)


def _periods(
    model: FigureModel, sheet: Sheet, x_scale: Spec, plot: float, height: float
) -> list[Spec]:
    """The names of periods under the chart, as many as fit; years under the first of each."""
    theme = sheet.theme
    parts = [tidy(name).split("|") for name in model.categories]
    widest = max(sheet.measure(part[0], theme.small_size) for part in parts) + 6
    every = max(1, -(-int(widest * len(parts)) // max(int(plot), 1)))
    data, years, seen = [], [], ""
    for i, part in enumerate(parts):
        if i % every == 0:
            data.append({"x": i, "line": part[0], "at": height + 14})
        year = part[1] if len(part) > 1 else ""
        if year and year != seen and len(parts) - i >= 2:
            years.append({"x": i, "line": year, "at": height + 31})
        seen = year
    look = {"color": theme.muted, "fontSize": theme.small_size}
    x = along("x", x_scale)
    found = [marks(data, "text", look, x=x, y=px("at"), text=words("line"))]
    if years:
        found.append(marks(years, "text", look, x=x, y=px("at"), text=words("line")))
    return found
