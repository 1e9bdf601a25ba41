"""Lines over waves: labelled at each point, named at their ends."""

from __future__ import annotations

from typing import Any

from atbalss.report.chart_layout import LINE, Sheet, printed, tidy, whiskers_help
from atbalss.report.chart_marks import Spec, along, axis_scale, layered, marks, paint, px, to, words
from atbalss.report.document import STANDARD, FigureModel
from atbalss.report.theme import colours_of

HEIGHT = 200.0
LOW_HEIGHT = 140.0  # of one line alone
SHAPES = ("circle", "square", "diamond", "triangle-up")
EDGE = 34.0  # px left and right of the first and the last wave


def line(model: FigureModel, sheet: Sheet) -> Spec:
    """One line a series; hollow points are waves known from print only."""
    several = len(model.series) > 1
    colours = _colours(model, sheet)
    wide_names = 0.34 if sheet.is_narrow else 0.30
    names = [sheet.wrap(series.name, sheet.wide * wide_names) for series in model.series]
    beside = max(sheet.measure(part) for each in names for part in each) if several else 0.0
    value = max(sheet.measure(printed(p), bold=True) for s in model.series for p in s.points)
    plot = sheet.wide - (beside + value + 26 - EDGE if several else 4)
    data = _points(model, colours, plot, several)
    scale = axis_scale(*_span(data, model), zero=False)
    x, y = px("x"), along("value", scale)
    layers: list[Spec] = [_waves(model, plot, sheet)]
    spans = [row for row in data if row["low"] is not None and row["high"] is not None]
    if spans:
        rule = {"strokeWidth": 1.5, "opacity": 0.55}
        ends = {"y": along("low", scale), "y2": to("high")}
        layers.append(marks(spans, "rule", rule, x=x, color=paint("colour"), **ends))
    for order, colour in enumerate(colours):
        own = [row for row in data if row["order"] == order]
        shape = SHAPES[order % len(SHAPES)]
        look: dict[str, Any] = {"strokeWidth": 2.4, "color": colour}
        if model.series[order].role == STANDARD:
            look |= {"strokeDash": [6, 4], "strokeWidth": 1.8}
        layers.append(marks(own, "line", look, x=x, y=y))
        dot = {"shape": shape, "size": 72, "opacity": 1, "stroke": colour, "strokeWidth": 2}
        layers.append(marks(own, "point", dot, x=x, y=y, fill=paint("fill")))
    _place_labels(data, model, several)
    for side in sorted({(row["dx"], row["dy"]) for row in data if row["label"]}):
        part = [row for row in data if row["label"] and (row["dx"], row["dy"]) == side]
        look = {
            "align": "left" if side[0] else "center",
            "dx": side[0],
            "dy": side[1],
        }
        look["fontWeight"] = 600
        layers.append(marks(part, "text", look, x=x, y=y, text=words("label")))
    if several:
        layers += _ends(data, names, model, value)
    return layered(layers, plot, _height(model))


def _colours(model: FigureModel, sheet: Sheet) -> tuple[str, ...]:
    """A colour a line; a dashed line of standardised waves has that of the line before it."""
    own = [item for item in model.series if item.role != STANDARD]
    role = "" if len(own) > 1 else "current"
    painted = iter(colours_of(tuple(role for _ in own), sheet.theme))
    found: list[str] = []
    for item in model.series:
        found.append(found[-1] if item.role == STANDARD and found else next(painted))
    return tuple(found)


def _height(model: FigureModel) -> float:
    return HEIGHT if len(model.series) > 1 else LOW_HEIGHT


def _points(
    model: FigureModel, colours: tuple[str, ...], plot: float, several: bool
) -> list[dict[str, Any]]:
    """One row a point; series side by side by a few px, so that their intervals stay apart."""
    count = len(model.categories)
    shown = whiskers_help(model)
    found = []
    for order, (series, colour) in enumerate(zip(model.series, colours, strict=True)):
        shift = (order - (len(model.series) - 1) / 2) * 5
        for place, point in enumerate(series.points):
            if point.value is None:
                continue
            at = EDGE + (plot - 2 * EDGE) * (place / (count - 1) if count > 1 else 0.5)
            known = shown and point.low is not None and point.high is not None
            found.append(
                {
                    "series": tidy(series.name),
                    "category": tidy(model.categories[place]),
                    "order": order,
                    "place": place,
                    "value": point.value,
                    "low": point.low if known else None,
                    "high": point.high if known else None,
                    "label": printed(point),
                    "x": round(at + shift, 2),
                    "colour": colour,
                    "fill": colour if point.low is not None else "#ffffff",
                }
            )
    return found


def _span(data: list[dict[str, Any]], model: FigureModel) -> tuple[float, float]:
    values = [
        row[name] for row in data for name in ("value", "low", "high") if row[name] is not None
    ]
    low, high = min(values, default=0.0), max(values, default=1.0)
    pad = (high - low) * 0.22 or abs(high) * 0.1 or 0.1
    return low - pad, high + pad


def _place_labels(data: list[dict[str, Any]], model: FigureModel, several: bool) -> None:
    """Labels above their points, or below where another series runs close above.

    The last point of several series is labelled together with its name; a point with an interval
    beside it.
    """
    low, high = _span(data, model)
    per_px = (high - low) / _height(model)
    last = len(model.categories) - 1
    for row in data:
        same = [other for other in data if other["place"] == row["place"] and other is not row]
        above = any(0 <= (other["value"] - row["value"]) / per_px < 36 for other in same)
        row["dx"] = 9 if row["high"] is not None else 0
        row["dy"] = 0 if row["dx"] else (16 if above else -16)
        if several and row["place"] == last:
            row["label"] = ""


def _waves(model: FigureModel, plot: float, sheet: Sheet) -> Spec:
    """The names of the waves under the lines."""
    count = len(model.categories)
    lines = []
    for place, name in enumerate(model.categories):
        at = EDGE + (plot - 2 * EDGE) * (place / (count - 1) if count > 1 else 0.5)
        room = (plot - 2 * EDGE) / max(count - 1, 1)
        for i, part in enumerate(sheet.wrap(name, max(room - 8, 60))):
            lines.append({"line": part, "x": at, "at": _height(model) + 14 + i * LINE})
    look = {"color": sheet.theme.muted}
    return marks(lines, "text", look, x=px("x"), y=px("at"), text=words("line"))


def _ends(
    data: list[dict[str, Any]], names: list[list[str]], model: FigureModel, value: float
) -> list[Spec]:
    """Value and name of each series right of its last point, pushed apart where they touch."""
    low, high = _span(data, model)
    ends = []
    for order, lines in enumerate(names):
        own = [row for row in data if row["order"] == order]
        if own:
            row = max(own, key=lambda each: int(each["place"]))
            point = model.series[order].points[row["place"]]
            at = (high - row["value"]) / (high - low) * _height(model)
            ends.append([at, LINE * len(lines) + 6, lines, printed(point), row["x"]])
    ends.sort(key=lambda end: float(end[0]))
    edge = -1e9
    for end in ends:
        end[0] = max(end[0], edge + end[1] / 2)
        edge = end[0] + end[1] / 2
    shift = max(0.0, edge - _height(model))
    right = max((end[4] for end in ends), default=0.0) + 12
    texts, values = [], []
    for at, _, lines, label, _ in ends:
        top = at - shift - (len(lines) - 1) * LINE / 2
        values.append({"line": label, "x": right, "at": top})
        texts += [
            {"line": part, "x": right + value + 7, "at": top + i * LINE}
            for i, part in enumerate(lines)
        ]
    return [
        marks(
            part,
            "text",
            {"align": "left", "fontWeight": weight},
            x=px("x"),
            y=px("at"),
            text=words("line"),
        )
        for part, weight in ((values, 600), (texts, 400))
    ]
