"""The parts of a series of a native chart: names, values, labels, intervals (DrawingML)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from atbalss.exchange.cells import column_letters
from atbalss.report.document import FigureModel, Form
from atbalss.report.office_data import ChartData, Columns, Mark, whiskered
from atbalss.report.office_page import Page, fill, number_format, text_look
from atbalss.report.office_sheet import NAME
from atbalss.report.opc import escape

SHORT = 0.25  # of the longest bar: too short for a label inside


def series_head(at: int, name: str) -> str:
    """Number and name of a series."""
    cell = f"{NAME}!${column_letters(at + 1)}$1"
    return (
        f'<c:idx val="{at}"/><c:order val="{at}"/><c:tx><c:strRef><c:f>{cell}</c:f><c:strCache>'
        f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )


def series_names(data: ChartData) -> str:
    """The names of the categories, and the cells that hold them."""
    count = len(data.categories)
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{escape(name)}</c:v></c:pt>'
        for i, name in enumerate(data.categories)
    )
    return (
        f"<c:cat><c:strRef><c:f>{NAME}!$A$2:$A${count + 1}</c:f><c:strCache>"
        f'<c:ptCount val="{count}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def series_values(item: Columns, at: int, data: ChartData) -> str:
    """The values of a series, and the cells that hold them."""
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


def value_labels(
    item: Columns,
    form: str,
    where: str,
    page: Page,
    ink: str,
    *,
    hide: float = 0.0,
    pale: Sequence[int] = (),
    moved: Mapping[int, str] | None = None,
) -> str:
    """Labels of a series; those with a sign or place of their own are written out.

    `moved` are the places whose label stands elsewhere than `where`, or nowhere ("").
    """
    beside = moved or {}
    text = text_look(page.size, ink, page.theme.office_font, one_line=True)
    plain = text_look(page.size, page.theme.ink, page.theme.office_font, one_line=True)
    top = max((mark.value for mark in item.marks if mark.value is not None), default=0.0)
    own = []
    for place, mark in enumerate(item.marks):
        if mark.value is None:
            continue
        short = where == "inBase" and mark.value < top * SHORT
        if (hide and mark.value < hide) or not mark.label or beside.get(place) == "":
            own.append(f'<c:dLbl><c:idx val="{place}"/><c:delete val="1"/></c:dLbl>')
        elif mark.form != form or short or place in pale or place in beside:
            side = "outEnd" if short else beside.get(place, where)
            dark = side == "outEnd" or place in pale
            own.append(
                f'<c:dLbl><c:idx val="{place}"/>{number_format(mark.form)}'
                "<c:spPr><a:noFill/></c:spPr>"
                f'{plain if dark else text}<c:dLblPos val="{side}"/>{_SHOW}</c:dLbl>'
            )
    return (
        f"<c:dLbls>{''.join(own)}{number_format(form)}<c:spPr><a:noFill/></c:spPr>{text}"
        f'<c:dLblPos val="{where}"/>{_SHOW}</c:dLbls>'
    )


def error_bars(model: FigureModel, data: ChartData, at: int, page: Page) -> str:
    """The intervals of a series, read from two columns behind those of the values."""
    known = whiskered(model)
    if at not in known:
        return ""
    first = len(model.series) + 1 + 2 * known.index(at)
    marks = data.series[at].marks
    ends = [whisker_ends(mark) for mark in marks]
    parts = []
    for tag, place in (("plus", 1), ("minus", 0)):
        letter = column_letters(first + place)
        cells = f"{NAME}!${letter}$2:${letter}${len(marks) + 1}"
        values = [pair[place] for pair in ends]
        parts.append(f"<c:{tag}>{numbers(cells, values, 'General')}</c:{tag}>")
    line = f'<a:ln w="9525">{fill(page.theme.ink)}</a:ln>'
    along = '<c:errDir val="y"/>' if model.form is Form.LINE else ""
    return (
        f'<c:errBars>{along}<c:errBarType val="both"/><c:errValType val="cust"/>'
        f'<c:noEndCap val="0"/>{"".join(parts)}<c:spPr>{line}</c:spPr></c:errBars>'
    )


def whisker_ends(mark: Mark) -> list[float]:
    """How far the interval of a mark reaches below and above it."""
    if mark.value is None or mark.low is None or mark.high is None:
        return [0.0, 0.0]
    return [round(mark.value - mark.low, 9), round(mark.high - mark.value, 9)]
