"""Figures as native Office charts (DrawingML): the part's XML and the workbook inside it.

The same part serves Word, PowerPoint and Excel. Decimal marks are those of the reader's computer:
labels are numbers under a format, never texts, so that the chart stays editable.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from atbalss.report import fonts
from atbalss.report.document import FigureModel, Form
from atbalss.report.office_axes import ends_of, names_axis, values_axis
from atbalss.report.office_data import (
    ChartData,
    crowded,
    data_of,
    form_of,
    whiskered,
    with_limits,
)
from atbalss.report.office_page import Page, fill, text_look
from atbalss.report.office_points import scatter
from atbalss.report.office_props import TAGS
from atbalss.report.office_series import (
    error_bars,
    series_head,
    series_names,
    series_values,
    value_labels,
    whisker_ends,
)
from atbalss.report.office_sheet import Value, workbook
from atbalss.report.opc import OFFICE

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
TOO_SMALL = 0.035  # a part of a whole below this has no room for its label
TALL = 300.0  # pt: rows that would take more stand closer, so that the chart fits on more pages
LABELS = 0.4  # of the width: the most that names of categories take


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: its XML, its workbook, and its height for the width asked for, both pt."""

    xml: str
    workbook: bytes
    height: float


def native(model: FigureModel, page: Page) -> Chart:
    """The chart of a figure. The workbook is related to the part as its first relation."""
    model = with_limits(model, page.lang)
    if model.form is Form.FUNNEL:
        plot, rows = scatter(model, page, form_of(model.unit, page.lang))
        names = [curve.name for curve in model.curves]
        twice = [at for at, name in enumerate(names) if name in names[:at]]  # low and high end
        space = _space(plot, page, legend=True, silent=twice)
        return Chart(space, workbook(rows, "General"), page.width * 0.62)
    data = data_of(model, page.theme, page.lang)
    drawn = _line(model, data, page) if model.form is Form.LINE else _bars(model, data, page)
    legend = len(data.series) > 1
    return Chart(
        _space(drawn, page, legend=legend),
        workbook(_rows(model, data), data.unit_form),
        _height(model, data, page, legend=legend),
    )


def _rows(model: FigureModel, data: ChartData) -> list[list[Value]]:
    """The sheet: names in the first column, a column a series, behind them the intervals."""
    head: list[Value] = ["", *(item.name for item in data.series)]
    rows: list[list[Value]] = [
        [name, *(item.marks[at].value for item in data.series)]
        for at, name in enumerate(data.categories)
    ]
    for at in whiskered(model):
        head += [f"− {data.series[at].name}", f"+ {data.series[at].name}"]
        for row, mark in zip(rows, data.series[at].marks, strict=True):
            row += whisker_ends(mark)
    return [head, *rows]


# ---- the whole


def _space(plot: str, page: Page, *, legend: bool, silent: Sequence[int] = ()) -> str:
    """The whole part; the series `silent` are not in the key."""
    look = page.theme
    key = ""
    if legend:
        words = text_look(page.size, look.ink, look.office_font)
        without = "".join(
            f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
            for at in silent
        )
        key = f'<c:legend><c:legendPos val="t"/>{without}<c:overlay val="0"/>{words}</c:legend>'
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        f'<c:date1904 val="0"/><c:lang val="{TAGS[page.lang]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}</c:plotArea>{key}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{text_look(page.size, look.ink, look.office_font)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _height(model: FigureModel, data: ChartData, page: Page, *, legend: bool) -> float:
    """High enough for bars and wrapped names; a line chart keeps its proportion."""
    if model.form is Form.LINE:
        return round(page.width * 0.45, 1)
    close = _rows_height(model, data, page, 1.25, 0.4)
    total = (
        close if page.tight else max(close, min(_rows_height(model, data, page, 1.5, 0.9), TALL))
    )
    return round(total + (_legend_height(data, page) if legend else 4), 1)


def _rows_height(model: FigureModel, data: ChartData, page: Page, bar: float, air: float) -> float:
    """Height of all rows whose bars are `bar` and whose distance is `air` times the words' size."""
    room = _label_width(data, page)
    bars = len(data.series) if model.form is Form.GROUPED else 1
    return sum(
        max(
            len(fonts.wrap(name, room, page.size)) * page.size * 1.3 + page.size * 0.4,
            (bars * bar + air) * page.size,
        )
        for name in data.categories
    )


def _legend_height(data: ChartData, page: Page) -> float:
    keys = sum(fonts.width(item.name, page.size) + page.size * 3 for item in data.series)
    rows = 1 + int(keys / (page.width * 0.9))
    air = 10 if page.tight else 16  # LibreOffice stretches the words of a chart in a text
    return rows * page.size * 1.3 + air


def _layout(model: FigureModel, data: ChartData, page: Page) -> str:
    """Where bars stand: right of names as wide as they are.

    Left to themselves, programs give names a fifth of the width, wrap them, and then leave out
    those that no longer fit, or print them one over the other.
    """
    legend = len(data.series) > 1
    left = (_label_width(data, page) + page.size) / page.width
    high = _height(model, data, page, legend=legend)
    top = (_legend_height(data, page) if legend else 2.0) / high
    places = {"x": left, "y": top, "w": 0.98 - left, "h": 0.99 - top}
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        '<c:yMode val="edge"/>'
        + "".join(f'<c:{name} val="{value:.4f}"/>' for name, value in places.items())
        + "</c:manualLayout></c:layout>"
    )


def _label_width(data: ChartData, page: Page) -> float:
    widest = max((fonts.width(name, page.size) for name in data.categories), default=0.0)
    return min(widest * 1.1 + 4, page.width * LABELS)


# ---- bars


def _bars(model: FigureModel, data: ChartData, page: Page) -> str:
    stacked = model.form is Form.STACKED
    series = "".join(_bar(model, data, at, page) for at in range(len(data.series)))
    overlap = 100 if stacked else -4
    gap = 40 if len(data.series) == 1 or stacked else 55
    grouping = "stacked" if stacked else "clustered"
    low, high = ends_of(model, data)
    ticks = "low" if model.form is Form.DIFFERENCES else "nextTo"
    return (
        f'{_layout(model, data, page)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="{overlap}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{names_axis(page, 'l', 'maxMin', ticks)}"
        f"{values_axis(data, page, 't', low, high, hidden=True)}"
    )


def _bar(model: FigureModel, data: ChartData, at: int, page: Page) -> str:
    item = data.series[at]
    stacked = model.form is Form.STACKED
    edge = f'<a:ln w="9525">{fill(page.theme.paper)}</a:ln>' if stacked else ""
    quiet = data.quiet if len(data.series) == 1 else ()
    pale = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{fill(data.pale)}</c:spPr></c:dPt>"
        for place in quiet
    )
    ink = item.ink if stacked else page.theme.ink
    where = "ctr" if stacked else "outEnd"
    whiskers = error_bars(model, data, at, page)
    if (
        whiskers and model.form is not Form.DIFFERENCES
    ):  # at the ends the intervals would cross them
        where, ink = "inBase", item.ink
    labels = value_labels(
        item, data.unit_form, where, page, ink, hide=TOO_SMALL if stacked else 0.0, pale=quiet
    )
    if model.form is Form.DIFFERENCES:
        labels = ""
    return (
        f"<c:ser>{series_head(at, item.name)}<c:spPr>{fill(item.colour)}{edge}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{pale}{labels}{whiskers}'
        f"{series_names(data)}{series_values(item, at, data)}</c:ser>"
    )


# ---- lines


def _line(model: FigureModel, data: ChartData, page: Page) -> str:
    moved = crowded(model, data)
    series = "".join(
        _one_line(model, data, at, page, {p: side for (own, p), side in moved.items() if own == at})
        for at in range(len(data.series))
    )
    low, high = ends_of(model, data)
    return (
        '<c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        f"{names_axis(page, 'b', 'minMax', 'low')}"
        f"{values_axis(data, page, 'l', low, high, hidden=False)}"
    )


def _one_line(
    model: FigureModel, data: ChartData, at: int, page: Page, moved: Mapping[int, str]
) -> str:
    item = data.series[at]
    dash = '<a:prstDash val="dash"/>' if item.dashed else ""
    dotless = bool(model.curves) and at > 0  # a limit
    wide, colour = ("12700", page.theme.muted) if dotless else ("28575", item.colour)
    stroke = f'<a:ln w="{wide}" cap="rnd">{fill(colour)}{dash}<a:round/></a:ln>'
    symbol = "none" if dotless else "circle"
    hollow = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>'
        f'{fill(page.theme.paper)}<a:ln w="19050">{fill(item.colour)}</a:ln></c:spPr></c:marker>'
        f'<c:bubble3D val="0"/><c:spPr>{stroke}</c:spPr></c:dPt>'
        for place, mark in enumerate(item.marks)
        if mark.value is not None and mark.low is None and not dotless
    )
    where = "r" if at in whiskered(model) else "t"  # beside the line of an interval, not on it
    labels = value_labels(item, data.unit_form, where, page, page.theme.ink, moved=moved)
    return (
        f"<c:ser>{series_head(at, item.name)}<c:spPr>{stroke}</c:spPr>"
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="7"/>'
        f"<c:spPr>{fill(item.colour)}</c:spPr></c:marker>{hollow}{labels}"
        f"{error_bars(model, data, at, page)}{series_names(data)}{series_values(item, at, data)}"
        '<c:smooth val="0"/></c:ser>'
    )
