"""Native charts of the workbook: they read the table on their own sheet."""

from __future__ import annotations

from typing import Any

from atbalss.report.alt_text import described
from atbalss.report.document import FigureModel, Form
from atbalss.report.office_data import ChartData, Columns, data_of, with_limits
from atbalss.report.sheets import Sheet
from atbalss.report.theme import Theme

KINDS = {
    Form.LINE: {"type": "line"},
    Form.STACKED: {"type": "bar", "subtype": "stacked"},
    Form.FUNNEL: {"type": "scatter"},
    Form.CONTROL: {"type": "line"},
}
WIDTH = 760  # px
PAGE = 640  # px of a landscape page, which holds so many rows and a chart
SMALL = 0.035  # a part of a whole below this has no room for its label


def add_chart(
    book: Any, made: Any, sheet: Sheet, theme: Theme, lang: str, top: int, title: str
) -> None:
    """The chart of a figure's sheet under its table, whose first row is `top`.

    Beside it, a page printed one sheet wide would have letters of half the size.
    """
    block = sheet.figure
    if block is None or block.model.is_empty or block.model.form is Form.FUNNEL:
        return
    model = with_limits(block.model, lang)
    bare = model if not model.panels else _without_panels(model)
    data = data_of(bare, theme, lang)
    chart = book.add_chart(KINDS.get(model.form, {"type": "bar"}))
    last = top + len(sheet.rows) - 1
    label = sheet.first - 1
    font = {"name": theme.office_font, "size": 9, "color": theme.ink}
    for at, series in enumerate(data.series):
        column = sheet.first + at
        read = {
            "name": [made.get_name(), top - 1, column],
            "categories": [made.get_name(), top, label, last, label],
            "values": [made.get_name(), top, column, last, column],
        }
        chart.add_series(read | _look(series, data, model, theme, font))
    _axes(chart, model, font, theme)
    rows = len(sheet.rows) * (len(data.series) if model.form is Form.GROUPED else 1)
    high = 380 if model.form in (Form.LINE, Form.CONTROL) else min(1200, 110 + 24 * rows)
    chart.set_size({"width": WIDTH, "height": high})
    chart.set_legend({"position": "top", "font": font} if len(data.series) > 1 else {"none": True})
    chart.set_title({"name": sheet.title, "name_font": font | {"size": 11, "bold": True}})
    if high + 20 * (last + 2) > PAGE:  # a page of its own rather than a chart cut in two
        made.set_h_pagebreaks([last + 2])
    made.insert_chart(
        last + 2,
        0,
        chart,
        {"description": f"{title}. {described(block)}", "object_position": 2},
    )


def _look(
    series: Columns, data: ChartData, model: FigureModel, theme: Theme, font: dict[str, Any]
) -> dict[str, Any]:
    """How a series is drawn, and which of its labels are."""
    labels: dict[str, Any] = {"value": True, "font": font | {"color": _ink(model, series.ink)}}
    labels["custom"] = [
        {"delete": True} if _hidden(model, mark.value) else None for mark in series.marks
    ]
    colour = {"color": series.colour}
    if model.form in (Form.LINE, Form.CONTROL):
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


def _axes(chart: Any, model: FigureModel, font: dict[str, Any], theme: Theme) -> None:
    line = {"color": theme.rule}
    names: dict[str, Any] = {"num_font": font, "line": line, "major_gridlines": {"visible": False}}
    values: dict[str, Any] = {"num_font": font, "line": line, "min": model.minimum}
    if model.form in (Form.LINE, Form.CONTROL):
        values["major_gridlines"] = {"visible": True, "line": {"color": theme.rule}}
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
