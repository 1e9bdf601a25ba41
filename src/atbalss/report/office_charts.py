"""Figures as native Office charts (DrawingML): the part's XML and the workbook inside it.

The same part serves Word, PowerPoint and Excel. Decimal marks are those of the reader's computer:
labels are numbers under a format, never texts, so that the chart stays editable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.exchange.cells import column_letters
from atbalss.report import fonts
from atbalss.report.document import FigureModel, Form
from atbalss.report.office_data import (
    ChartData,
    Columns,
    Mark,
    data_of,
    form_of,
    whiskered,
    with_limits,
)
from atbalss.report.office_points import scatter
from atbalss.report.office_props import TAGS
from atbalss.report.office_sheet import NAME, Value, workbook
from atbalss.report.opc import OFFICE, escape
from atbalss.report.sheet_words import word
from atbalss.report.theme import Theme

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHORT = 0.25  # of the longest bar: too short for a label inside
TOO_SMALL = 0.035  # a part of a whole below this has no room for its label
LABELS = 0.4  # of the width: the most that names of categories take


@dataclass(frozen=True, slots=True)
class Chart:
    """A native chart: its XML, its workbook, and its height for the width asked for, both pt."""

    xml: str
    workbook: bytes
    height: float


@dataclass(frozen=True, slots=True)
class Page:
    """Where a chart will stand: its width in pt, the size of its words in pt, the language.

    On a `tight` page bars stand close.
    """

    width: float
    size: float
    lang: str
    theme: Theme
    tight: bool = False


def native(model: FigureModel, page: Page) -> Chart:
    """The chart of a figure. The workbook is related to the part as its first relation."""
    model = with_limits(model, page.lang)
    if model.form is Form.FUNNEL:
        plot, rows = scatter(
            model, page.theme, form_of(model.unit, page.lang), word("value", page.lang)
        )
        return Chart(_space(plot, page, legend=True), workbook(rows, "General"), page.width * 0.62)
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
            row += _whiskers(mark)
    return [head, *rows]


def _whiskers(mark: Mark) -> list[float]:
    if mark.value is None or mark.low is None or mark.high is None:
        return [0.0, 0.0]
    return [round(mark.value - mark.low, 9), round(mark.high - mark.value, 9)]


# ---- the whole


def _space(plot: str, page: Page, *, legend: bool) -> str:
    look = page.theme
    key = ""
    if legend:
        words = _text(page.size, look.ink, look.office_font)
        key = f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{words}</c:legend>'
    return (
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{OFFICE}">'
        f'<c:date1904 val="0"/><c:lang val="{TAGS[page.lang]}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{plot}</c:plotArea>{key}'
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(page.size, look.ink, look.office_font)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _text(size: float, colour: str, font: str, *, bold: bool = False) -> str:
    face = escape(font)
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}" '
        f'b="{int(bold)}">{_fill(colour)}<a:latin typeface="{face}"/><a:cs typeface="{face}"/>'
        "</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour.lstrip("#").upper()}"/></a:solidFill>'


def _height(model: FigureModel, data: ChartData, page: Page, *, legend: bool) -> float:
    """High enough for bars and wrapped names; a line chart keeps its proportion."""
    if model.form is Form.LINE:
        return round(page.width * 0.45, 1)
    room = _label_width(data, page)
    line = page.size * 1.3
    bar, air = (1.25, 0.4) if page.tight else (1.5, 0.9)
    bars = len(data.series) if model.form is Form.GROUPED else 1
    total = 0.0
    for name in data.categories:
        lines = len(fonts.wrap(name, room, page.size))
        total += max(lines * line + page.size * 0.4, (bars * bar + air) * page.size)
    return round(total + (_legend_height(data, page) if legend else 4), 1)


def _legend_height(data: ChartData, page: Page) -> float:
    keys = sum(fonts.width(item.name, page.size) + page.size * 3 for item in data.series)
    rows = 1 + int(keys / (page.width * 0.9))
    return rows * page.size * 1.3 + 10


def _layout(model: FigureModel, data: ChartData, page: Page) -> str:
    """Where bars stand on a tight page: right of names as wide as they are.

    Left to themselves, programs give names a fifth of the width, wrap them, and then leave out
    those that no longer fit. A page of Word has room, and there LibreOffice lays a chart out in
    another shape than it prints.
    """
    if not page.tight:
        return "<c:layout/>"
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
    low, high = _ends(model, data)
    ticks = "low" if model.form is Form.DIFFERENCES else "nextTo"
    return (
        f'{_layout(model, data, page)}<c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>'
        f'<c:overlap val="{overlap}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{_names_axis(page, 'l', 'maxMin', ticks)}"
        f"{_values_axis(data, page, 't', low, high, hidden=True)}"
    )


def _ends(model: FigureModel, data: ChartData) -> tuple[float, float]:
    """Ends of the value axis, with room for the labels at the ends of bars."""
    if model.form is Form.STACKED:
        return 0.0, 1.0
    reach = [0.0]
    for item in data.series:
        for mark in item.marks:
            reach += [end for end in (mark.value, mark.low, mark.high) if end is not None]
    if model.curves:
        seen = [m.value for item in data.series for m in item.marks if m.value is not None]
        room = (max(seen) - min(seen)) * 0.2 or 0.1
        return round(min(seen) - room, 6), round(max(seen) + room, 6)
    if model.form is Form.DIFFERENCES:
        room = (max(reach) - min(reach)) * 0.15
        return round(min(reach) - room, 6), round(max(reach) + room, 6)
    drawn = [mark.value for item in data.series for mark in item.marks if mark.value is not None]
    top = max(reach if whiskered(model) else drawn, default=1.0)
    if model.unit == "mean" and model.maximum is not None:
        top = max(top, model.maximum)
    return round(model.minimum, 6), round((top or 1.0) * 1.12, 6)


def _bar(model: FigureModel, data: ChartData, at: int, page: Page) -> str:
    item = data.series[at]
    stacked = model.form is Form.STACKED
    edge = f'<a:ln w="9525">{_fill(page.theme.paper)}</a:ln>' if stacked else ""
    quiet = data.quiet if len(data.series) == 1 else ()
    pale = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_fill(data.pale)}</c:spPr></c:dPt>"
        for place in quiet
    )
    ink = item.ink if stacked else page.theme.ink
    where = "ctr" if stacked else "outEnd"
    whiskers = _error_bars(model, data, at, page)
    if (
        whiskers and model.form is not Form.DIFFERENCES
    ):  # at the ends the intervals would cross them
        where, ink = "inBase", item.ink
    labels = _labels(
        item, data.unit_form, where, page, ink, hide=TOO_SMALL if stacked else 0.0, pale=quiet
    )
    if model.form is Form.DIFFERENCES:
        labels = ""
    return (
        f"<c:ser>{_head(at, item.name)}<c:spPr>{_fill(item.colour)}{edge}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{pale}{labels}{whiskers}'
        f"{_names(data)}{_values(item, at, data)}</c:ser>"
    )


def _head(at: int, name: str) -> str:
    cell = f"{NAME}!${column_letters(at + 1)}$1"
    return (
        f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{cell}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def _names(data: ChartData) -> str:
    count = len(data.categories)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>'
        for i, name in enumerate(data.categories)
    )
    return (
        f"<c:cat><c:strRef><c:f>{NAME}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def _values(item: Columns, at: int, data: ChartData) -> str:
    letter = column_letters(at + 1)
    values = [mark.value for mark in item.marks]
    cells = f"{NAME}!${letter}$2:${letter}${len(values) + 1}"
    return f"<c:val>{numbers(cells, values, data.unit_form)}</c:val>"


def numbers(cells: str, values: Sequence[float | None], form: str) -> str:
    """A reference to cells with their values kept beside it."""
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{float(value)!r}</c:v></c:pt>'
        for i, value in enumerate(values)
        if value is not None
    )
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>{escape(form)}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


_SHOW = (
    '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def _labels(
    item: Columns,
    form: str,
    where: str,
    page: Page,
    ink: str,
    *,
    hide: float = 0.0,
    pale: Sequence[int] = (),
) -> str:
    """Labels of a series; those with a sign or place of their own are written out."""
    text = _text(page.size, ink, page.theme.office_font)
    plain = _text(page.size, page.theme.ink, page.theme.office_font)
    top = max((mark.value for mark in item.marks if mark.value is not None), default=0.0)
    own = []
    for place, mark in enumerate(item.marks):
        if mark.value is None:
            continue
        short = where == "inBase" and mark.value < top * SHORT
        if (hide and mark.value < hide) or not mark.label:
            own.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
        elif mark.form != form or short or place in pale:
            side = "outEnd" if short else where
            dark = side == "outEnd" or place in pale
            own.append(
                f'<c:dLbl><c:idx val="{place}"/>{_format(mark.form)}<c:spPr><a:noFill/></c:spPr>'
                f'{plain if dark else text}<c:dLblPos val="{side}"/>{_SHOW}</c:dLbl>'
            )
    return (
        f"<c:dLbls>{''.join(own)}{_format(form)}<c:spPr><a:noFill/></c:spPr>{text}"
        f'<c:dLblPos val="{where}"/>{_SHOW}</c:dLbls>'
    )


def _format(form: str) -> str:
    return f'<c:numFmt formatCode="{escape(form)}" sourceLinked="0"/>'


def _error_bars(model: FigureModel, data: ChartData, at: int, page: Page) -> str:
    """The intervals of a series, read from two columns behind those of the values."""
    known = whiskered(model)
    if at not in known:
        return ""
    first = len(model.series) + 1 + 2 * known.index(at)
    marks = data.series[at].marks
    ends = [_whiskers(mark) for mark in marks]
    parts = []
    for tag, place in (("plus", 1), ("minus", 0)):
        letter = column_letters(first + place)
        cells = f"{NAME}!${letter}$2:${letter}${len(marks) + 1}"
        values = [pair[place] for pair in ends]
        parts.append(f"<c:{tag}>{numbers(cells, values, 'General')}</c:{tag}>")
    line = f'<a:ln w="9525">{_fill(page.theme.ink)}</a:ln>'
    along = '<c:errDir val="y"/>' if model.form is Form.LINE else ""
    return (
        f'<c:errBars>{along}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{"".join(parts)}<c:spPr>{line}</c:spPr></c:errBars>'
    )


# ---- lines


def _line(model: FigureModel, data: ChartData, page: Page) -> str:
    series = "".join(_one_line(model, data, at, page) for at in range(len(data.series)))
    low, high = _ends(model, data)
    return (
        '<c:layout/><c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>'
        f'{series}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>'
        f"{_names_axis(page, 'b', 'minMax', 'low')}"
        f"{_values_axis(data, page, 'l', low, high, hidden=False)}"
    )


def _one_line(model: FigureModel, data: ChartData, at: int, page: Page) -> str:
    item = data.series[at]
    dash = '<a:prstDash val="dash"/>' if item.dashed else ""
    dotless = bool(model.curves) and at > 0  # a limit
    wide, colour = ("12700", page.theme.muted) if dotless else ("28575", item.colour)
    stroke = f'<a:ln w="{wide}" cap="rnd">{_fill(colour)}{dash}<a:round/></a:ln>'
    symbol = "none" if dotless else "circle"
    hollow = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>'
        f'{_fill(page.theme.paper)}<a:ln w="19050">{_fill(item.colour)}</a:ln></c:spPr></c:marker>'
        f'<c:bubble3D val="0"/><c:spPr>{stroke}</c:spPr></c:dPt>'
        for place, mark in enumerate(item.marks)
        if mark.value is not None and mark.low is None and not dotless
    )
    where = "r" if at in whiskered(model) else "t"  # beside the line of an interval, not on it
    labels = _labels(item, data.unit_form, where, page, page.theme.ink)
    return (
        f"<c:ser>{_head(at, item.name)}<c:spPr>{stroke}</c:spPr>"
        f'<c:marker><c:symbol val="{symbol}"/><c:size val="7"/>'
        f"<c:spPr>{_fill(item.colour)}</c:spPr></c:marker>{hollow}{labels}"
        f"{_error_bars(model, data, at, page)}{_names(data)}{_values(item, at, data)}"
        '<c:smooth val="0"/></c:ser>'
    )


# ---- axes


def _names_axis(page: Page, side: str, order: str, ticks: str) -> str:
    line = f'<c:spPr><a:ln w="9525">{_fill(page.theme.rule)}</a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" '
        f'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{ticks}"/>{line}'
        f"{_text(page.size, page.theme.ink, page.theme.office_font)}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _values_axis(
    data: ChartData, page: Page, side: str, low: float, high: float, *, hidden: bool
) -> str:
    look = page.theme
    grid = f'<c:spPr><a:ln w="6350">{_fill(look.rule)}</a:ln></c:spPr>'
    lines = "" if hidden else f"<c:majorGridlines>{grid}</c:majorGridlines>"
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{float(high)!r}"/><c:min val="{float(low)!r}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{side}"/>{lines}'
        f'{_format(data.unit_form)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_text(page.size, look.muted, look.office_font)}"
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
    )
