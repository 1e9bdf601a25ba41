"""The forms of a chart as Vega-Lite specs: bars, grouped, panels (here), stacked, line, looks.

Every mark is labelled where it stands; axes, grids and keys are left out where labels say it all.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from atbalss.report import chart_limits, chart_lines, chart_looks, chart_stacks
from atbalss.report.chart_layout import (
    GAP,
    GUTTER,
    LINE,
    Rows,
    Sheet,
    notes_of,
    printed,
    rows,
    tidy,
    top_of,
    value_room,
    whiskers_help,
)
from atbalss.report.chart_marks import (
    Spec,
    along,
    at,
    axis_scale,
    baseline,
    key,
    label_layer,
    layered,
    marks,
    note_layer,
    paint,
    px,
    to,
    whiskers,
    words,
)
from atbalss.report.document import FigureModel, Form, Series
from atbalss.report.theme import Theme, colours_of


def chart(model: FigureModel, sheet: Sheet) -> Spec:
    """The spec of a model's chart; ValueError for a model without a category or a series."""
    if not model.categories or not model.series:
        raise ValueError("a chart needs a category and a series")
    forms = {
        Form.BARS: bars,
        Form.GROUPED: grouped,
        Form.STACKED: chart_stacks.stacked,
        Form.LINE: chart_lines.line,
        Form.PANELS: panels,
        Form.DIFFERENCES: chart_looks.differences,
        Form.FUNNEL: chart_limits.funnel,
        Form.CONTROL: chart_limits.control,
    }
    return _dress(forms[model.form](model, sheet), sheet.theme)


def _dress(built: Spec, theme: Theme) -> Spec:
    """The house look: one typeface, no frame."""
    look = {
        "font": theme.font,
        "background": theme.paper,
        "padding": 2,
        "view": {"stroke": None},
        "text": {"fontSize": theme.label_size, "color": theme.ink, "baseline": "middle"},
    }
    return {**built, "config": look}


@dataclass(frozen=True, slots=True)
class _Axis:
    """The value axis of a bar chart: bottom, top, and width in px, with room for labels."""

    low: float
    high: float
    plot: float

    def scale(self) -> Spec:
        """The axis as a Vega-Lite scale."""
        return axis_scale(self.low, self.high, zero=False)


def _axis(model: FigureModel, sheet: Sheet, plot: float) -> _Axis:
    room = value_room(model, sheet)
    span = (top_of(model) - model.minimum) * plot / max(plot - room, 40.0)
    return _Axis(model.minimum, model.minimum + span, plot)


def _bar_rows(
    model: FigureModel, placed: Rows, thick: float, colours: tuple[str, ...], theme: Theme
) -> list[dict[str, Any]]:
    """One row of data a bar: what it says, from where to where it goes, how it is labelled."""
    shown = whiskers_help(model)
    drawn = _drawn(model)
    count = len(model.series)
    found = []
    for order, (series, colour) in enumerate(zip(model.series, colours, strict=True)):
        current = series.role in ("current", "") or count == 1
        for place, point in enumerate(series.points):
            if order not in drawn[place]:
                continue
            step = drawn[place].index(order) - (len(drawn[place]) - 1) / 2
            centre = placed.centres[place] + step * thick
            value = point.value if point.value is not None else model.minimum
            quiet = place in model.quiet and current
            low, high = (point.low, point.high) if shown else (None, None)
            found.append(
                {
                    "category": tidy(model.categories[place]),
                    "series": tidy(series.name),
                    "value": value,
                    "low": low,
                    "high": high,
                    "label": printed(point),
                    "end": max(value, high) if high is not None else value,
                    "from": model.minimum,
                    "at": round(centre, 2),
                    "top": round(centre - thick * 0.45, 2),
                    "bottom": round(centre + thick * 0.45, 2),
                    "colour": theme.past[0] if quiet else colour,
                    "weight": 600 if current and not quiet else 400,
                }
            )
    return found


def _drawn(model: FigureModel) -> list[list[int]]:
    """For each category the series that have something to show there; the last one if none has."""
    found = []
    for place in range(len(model.categories)):
        here = [i for i, s in enumerate(model.series) if s.points[place].label]
        found.append(here or [len(model.series) - 1])
    return found


def _density(count: int, theme: Theme) -> tuple[float, float]:
    """Thickness of a bar and air between bars, px: long lists are set closer."""
    if count > 28:
        return 11.0, 6.5
    return (14.0, 7.0) if count > 15 else (float(theme.bar), 11.0)


def _bar_layers(data: list[dict[str, Any]], axis: _Axis, height: float, sheet: Sheet) -> list[Spec]:
    """Bars, the line they start from, whiskers where they are given, and value labels."""
    theme = sheet.theme
    scale = axis.scale()
    layers = [
        marks(
            data,
            "rect",
            {},
            x=along("from", scale),
            x2=to("value"),
            y=px("top"),
            y2=to("bottom"),
            color=paint("colour"),
        ),
        baseline(height, theme),
    ]
    spans = [row for row in data if row["low"] is not None and row["high"] is not None]
    if spans:
        layers += whiskers(spans, scale, theme)
    for weight in sorted({row["weight"] for row in data}):
        part = [row for row in data if row["weight"] == weight]
        look = {"align": "left", "dx": GAP, "fontWeight": weight}
        layers.append(
            marks(part, "text", look, x=along("end", scale), y=px("at"), text=words("label"))
        )
    return layers


def bars(model: FigureModel, sheet: Sheet) -> Spec:
    """One bar a category."""
    limit = sheet.wide * (0.40 if sheet.is_narrow else 0.44)
    thick, air = _density(len(model.categories), sheet.theme)
    placed = rows(model.categories, sheet, limit, thick=thick, air=air)
    plot = sheet.wide - placed.label_width - GUTTER - 4
    colour = colours_of((model.series[0].role or "current",), sheet.theme)
    axis = _axis(model, sheet, plot)
    layers = _bar_layers(
        _bar_rows(model, placed, thick / 0.9, colour, sheet.theme), axis, placed.height, sheet
    )
    layers += [label_layer(placed.label_marks(), GUTTER), *note_layer(model, placed, plot, sheet)]
    return layered(layers, plot, placed.height)


def grouped(model: FigureModel, sheet: Sheet) -> Spec:
    """A group of bars a category; each bar bears its series' name where that is short."""
    theme = sheet.theme
    names = tuple(tidy(series.name) for series in model.series)
    beside = max(sheet.measure(name, theme.small_size) for name in names)
    direct = beside <= 60
    room = beside + GAP + 4 if direct else 0.0
    thick = 16.5
    above = key(names, sheet)
    placed = rows(
        model.categories,
        sheet,
        sheet.wide * (0.38 if sheet.is_narrow else 0.42) - room,
        thick=tuple(thick * len(each) for each in _drawn(model)),
        air=14,
        start=0 if direct else above.height,
    )
    plot = sheet.wide - placed.label_width - room - GUTTER - 4
    colours = colours_of(tuple(series.role for series in model.series), theme)
    data = _bar_rows(model, placed, thick, colours, theme)
    height = placed.height + (0 if direct else above.height)
    layers = _bar_layers(data, _axis(model, sheet, plot), height, sheet)
    if direct:
        look = {"align": "right", "dx": -GAP, "fontSize": theme.small_size, "color": theme.muted}
        layers.append(marks(data, "text", look, x=at(0), y=px("at"), text=words("series")))
    else:
        layers += above.layers(colours, placed.label_width + GUTTER, sheet)
    layers += [
        label_layer(placed.label_marks(), GUTTER + room),
        *note_layer(model, placed, plot, sheet),
    ]
    return layered(layers, plot, height)


def panels(model: FigureModel, sheet: Sheet) -> Spec:
    """Blocks of bars, one a question, in two columns where the sheet is wide enough."""
    blocks = _blocks(model)
    columns = 1 if sheet.is_narrow or len(blocks) == 1 else 2
    gap = 36
    each = (sheet.wide - gap * (columns - 1)) / columns
    limit = each * 0.48
    widest = rows(model.categories, sheet, limit, thick=1, air=1).label_width
    plot = each - widest - GUTTER - 4
    axis = _axis(model, sheet, plot)
    heights = [
        rows(block.categories, sheet, limit, thick=sheet.theme.bar, air=9).height + 40
        for _, block in blocks
    ]
    cut = _balance(heights) if columns == 2 else len(blocks)
    tall = max(sum(heights[:cut]), sum(heights[cut:]))
    parts = [
        _column(side, sheet, (limit, widest), axis, tall)
        for side in (blocks[:cut], blocks[cut:])
        if side
    ]
    return parts[0] if len(parts) == 1 else {"hconcat": parts, "spacing": gap}


def _blocks(model: FigureModel) -> list[tuple[str, FigureModel]]:
    """The panels of a model: title and a bar model of its own."""
    found, start = [], 0
    notes = notes_of(model)
    for title, count in model.panels or (("", len(model.categories)),):
        part = slice(start, start + count)
        start += count
        one = model.series[0]
        series = Series(one.name, one.points[part], one.role)
        found.append(
            (
                title,
                replace(
                    model,
                    form=Form.BARS,
                    categories=model.categories[part],
                    series=(series,),
                    panels=(),
                    quiet=tuple(i - part.start for i in model.quiet if part.start <= i < part.stop),
                    category_notes=notes[part],
                ),
            )
        )
    return found


def _column(
    blocks: list[tuple[str, FigureModel]],
    sheet: Sheet,
    label: tuple[float, float],
    axis: _Axis,
    height: float,
) -> Spec:
    """One column of panels: title, bars, title, bars."""
    limit, widest = label
    data: list[dict[str, Any]] = []
    lines: list[dict[str, Any]] = []
    titles: list[dict[str, Any]] = []
    notes: list[Spec] = []
    colour = colours_of(("current",), sheet.theme)
    down = 0.0
    for title, block in blocks:
        head = sheet.wrap(title, axis.plot + widest, bold=True)
        titles += [{"line": line, "at": down + 10 + i * LINE} for i, line in enumerate(head)]
        down += 10 + LINE * len(head) + 2
        placed = rows(block.categories, sheet, limit, thick=sheet.theme.bar, air=9, start=down)
        data += _bar_rows(block, placed, sheet.theme.bar / 0.9, colour, sheet.theme)
        lines += placed.label_marks()
        notes += note_layer(block, placed, axis.plot, sheet)
        down += placed.height + 12
    layers = _bar_layers(data, axis, 0, sheet)
    look = {"align": "left", "dx": -(widest + GUTTER), "fontWeight": 600}
    heads = marks(titles, "text", look, x=at(0), y=px("at"), text=words("line"))
    layers += [label_layer(lines, GUTTER), heads, *notes]
    return layered(layers, axis.plot, max(down, height))


def _balance(heights: list[float]) -> int:
    """Where to cut a run of blocks so that both columns are as alike in height as can be."""
    total = sum(heights)
    return min(range(1, len(heights)), key=lambda cut: abs(total - 2 * sum(heights[:cut])))
