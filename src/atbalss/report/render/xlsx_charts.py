"""Native charts of the workbook: they read the table on their own sheet."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Any

from atbalss.report import fonts
from atbalss.report.alt_text import described
from atbalss.report.document import FigureModel, Form
from atbalss.report.office_axes import ends_of, step_of
from atbalss.report.office_data import ChartData, crowded, data_of, form_of, with_limits
from atbalss.report.sheet_sizes import chart_height
from atbalss.report.sheet_words import word
from atbalss.report.sheets import Sheet
from atbalss.report.theme import Theme

KINDS = {
    Form.LINE: {"type": "line"},
    Form.STACKED: {"type": "bar", "subtype": "stacked"},
    Form.CONTROL: {"type": "line"},
}
WIDTH = 760  # px
PAGE = 580  # px of a landscape page, which holds so many rows and a chart
NAMES = WIDTH * 0.42  # px: the most that names of bars take
LINE, BAR = 15, 24  # px: a line of a name, a bar with its distance
LABEL = 12.0  # px: nine points, the size of its words
SMALL = 0.035  # a part of a whole below this has no room for its label


def add_chart(
    book: Any,
    made: Any,
    sheet: Sheet,
    theme: Theme,
    lang: str,
    top: int,
    title: str,
    limits: tuple[str, int] | None = None,
) -> None:
    """The chart of a figure's sheet under its table, whose first row is `top`.

    Beside it, a page printed one sheet wide would have letters of half the size. `limits` are
    the sheet that holds the lines of a funnel and the first row of their values.
    """
    block = sheet.figure
    if block is None or block.model.is_empty:
        return
    if block.model.form is Form.FUNNEL:
        chart = _funnel(book, made, sheet, theme, lang, top, limits)
        _place(made, chart, sheet, top, 420, f"{title}. {described(block)}")
        return
    model = with_limits(block.model, lang)
    bare = model if not model.panels else _without_panels(model)
    data = data_of(bare, theme, lang)
    chart = book.add_chart(KINDS.get(model.form, {"type": "bar"}))
    last = top + len(sheet.rows) - 1
    label = sheet.first - 1
    font = {"name": theme.office_font, "size": 9, "color": theme.ink}
    for at in range(len(data.series)):
        column = sheet.first + at
        read = {
            "name": [made.get_name(), top - 1, column],
            "categories": [made.get_name(), top, label, last, label],
            "values": [made.get_name(), top, column, last, column],
        }
        limit = bool(model.curves) and at > 0
        look = _limit(theme) if limit else _look(at, data, model, theme, font)
        chart.add_series(read | look)
    _axes(chart, model, data, font, theme)
    upright = model.form in (Form.LINE, Form.CONTROL)
    named = len(data.series) > 1
    bars = len(sheet.rows) * (len(data.series) if model.form is Form.GROUPED else 1)
    if not upright:
        bars = max(bars, ceil(names_high(data.categories) / BAR))
    high = chart_height(bars, upright=upright, named=named)
    if not upright:
        chart.set_plotarea({"layout": _room(data, high, named=named)})
    chart.set_legend({"position": "top", "font": font} if named else {"none": True})
    chart.set_title({"name": sheet.title, "name_font": font | {"size": 11, "bold": True}})
    _place(made, chart, sheet, top, high, f"{title}. {described(block)}")


def _place(made: Any, chart: Any, sheet: Sheet, top: int, high: int, alt: str) -> None:
    """Puts a chart under its table, on a page of its own rather than cut in two."""
    below = top + len(sheet.rows) + 1
    chart.set_size({"width": WIDTH, "height": high})
    if high + 20 * below > PAGE:
        made.set_h_pagebreaks([below - 1])
    made.insert_chart(below, 0, chart, {"description": alt, "object_position": 2})


def names_high(names: Sequence[str]) -> int:
    """How high all names are together, px: each as the longest, whose lines must have room."""
    longest = max((fonts.width(name, LABEL) * 1.05 for name in names), default=0.0)
    return len(names) * ceil(longest / NAMES) * LINE


def _room(data: ChartData, high: int, *, named: bool) -> dict[str, float]:
    """Where bars stand: right of names as wide as they are, which wrap and go missing otherwise."""
    widest = max(fonts.width(name, LABEL) for name in data.categories)
    left = min(widest * 1.1 + 16, NAMES) / WIDTH
    top = (72 if named else 44) / high
    return {"x": left, "y": top, "width": 0.97 - left, "height": 1 - 14 / high - top}


def _funnel(
    book: Any,
    made: Any,
    sheet: Sheet,
    theme: Theme,
    lang: str,
    top: int,
    limits: tuple[str, int] | None,
) -> Any:
    """Units by their size among the lines of another sheet."""
    assert sheet.figure is not None
    model = sheet.figure.model
    chart = book.add_chart({"type": "scatter", "subtype": "straight"})
    last = top + len(sheet.rows) - 1
    font = {"name": theme.office_font, "size": 9, "color": theme.ink}
    twice: list[int] = []  # the lower and the upper line of a limit have one name in the key
    for at, curve in enumerate(model.curves if limits else ()):
        name, first = limits or ("", 0)
        end = first + len(model.curves[0].points) - 1
        centre = curve.role == "centre"
        if any(curve.name == other.name for other in model.curves[:at]):
            twice.append(at)
        chart.add_series(
            {
                "name": [name, first - 1, at + 1],
                "categories": [name, first, 0, end, 0],
                "values": [name, first, at + 1, end, at + 1],
                "line": {"color": theme.ink if centre else theme.muted, "width": 1}
                | ({} if centre else {"dash_type": "dash"}),
                "marker": {"type": "none"},
            }
        )
    marks = [
        {"fill": {"color": theme.warning}} if place in model.marked else None
        for place in range(len(model.categories))
    ]
    chart.add_series(
        {
            "name": word("value", lang),
            "categories": [made.get_name(), top, sheet.first - 1, last, sheet.first - 1],
            "values": [made.get_name(), top, sheet.first, last, sheet.first],
            "line": {"none": True},
            "marker": {"type": "circle", "size": 7, "fill": {"color": theme.accent}},
            "points": marks,
        }
    )
    rule = {"color": theme.rule}
    axis = {"name": model.axis[0] if model.axis else "", "name_font": font | {"bold": False}}
    plain = {"num_font": font, "line": rule, "major_gridlines": {"visible": False}}
    form = form_of(model.unit, lang)
    chart.set_x_axis(axis | plain | {"min": 0})
    chart.set_y_axis(
        plain | {"num_format": form} | ({"max": model.maximum} if model.maximum is not None else {})
    )
    chart.set_legend({"position": "top", "font": font, "delete_series": twice})
    chart.set_title({"name": sheet.title, "name_font": font | {"size": 11, "bold": True}})
    return chart


def _limit(theme: Theme) -> dict[str, Any]:
    """How a limit is drawn: no labels, no marks."""
    line = {"color": theme.muted, "width": 1, "dash_type": "dash"}
    return {"line": line, "marker": {"type": "none"}}


def _look(
    at: int, data: ChartData, model: FigureModel, theme: Theme, font: dict[str, Any]
) -> dict[str, Any]:
    """How a series is drawn, and which of its labels are."""
    series = data.series[at]
    upright = model.form in (Form.LINE, Form.CONTROL)
    moved = crowded(model, data) if upright else {}
    labels: dict[str, Any] = {"value": True, "font": font | {"color": _ink(model, series.ink)}}
    labels["custom"] = [
        {"delete": True} if _hidden(model, mark.value) or moved.get((at, place)) == "" else None
        for place, mark in enumerate(series.marks)
    ]
    colour = {"color": series.colour}
    if upright:
        dash = {"dash_type": "dash"} if series.dashed else {}
        return {
            "data_labels": labels | {"position": "above"},
            "line": {**colour, "width": 2.25, **dash},
            "marker": {"type": "circle", "size": 7, "fill": colour},
        }
    look: dict[str, Any] = {"fill": colour, "gap": 45}
    if model.form is Form.STACKED:
        labels["position"] = "center"
        look |= {"border": {"color": theme.paper}, "overlap": 100}
    else:
        labels["position"] = "outside_end"
    if len(data.series) == 1 and data.quiet:
        look["points"] = [
            {"fill": {"color": data.pale}} if place in data.quiet else None
            for place in range(len(data.categories))
        ]
    return look | {"data_labels": labels}


def _without_panels(model: FigureModel) -> FigureModel:
    from dataclasses import replace

    return replace(model, form=Form.BARS, panels=())


def _hidden(model: FigureModel, value: float | None) -> bool:
    return value is None or (model.form is Form.STACKED and value < SMALL)


def _ink(model: FigureModel, ink: str) -> str:
    return ink if model.form is Form.STACKED else "#17212b"


def _axes(
    chart: Any, model: FigureModel, data: ChartData, font: dict[str, Any], theme: Theme
) -> None:
    line = {"color": theme.rule}
    names: dict[str, Any] = {"num_font": font, "line": line, "major_gridlines": {"visible": False}}
    values: dict[str, Any] = {"num_font": font, "line": line, "min": model.minimum}
    if model.form in (Form.LINE, Form.CONTROL):
        low, high = ends_of(model, data)
        values |= {"min": low, "max": high, "major_unit": step_of(low, high)}
        values["major_gridlines"] = {"visible": True, "line": {"color": theme.rule}}
        values["num_format"] = data.unit_form
    else:
        names |= {"reverse": True, "interval_unit": 1}
        values |= {"visible": False, "major_gridlines": {"visible": False}}
    if model.form is Form.STACKED:
        values["max"] = 1
    if model.form is Form.DIFFERENCES:
        values.pop("min")
        names["label_position"] = "low"
    upright = model.form in (Form.LINE, Form.CONTROL)
    (chart.set_x_axis if upright else chart.set_y_axis)(names)
    (chart.set_y_axis if upright else chart.set_x_axis)(values)
