"""The axes of native charts: where they end, how far apart their marks are, how they look."""

from __future__ import annotations

from math import ceil, floor, log10

from atbalss.report.document import FigureModel, Form
from atbalss.report.office_data import ChartData, whiskered
from atbalss.report.office_page import Page, fill, number_format, text_look


def ends_of(model: FigureModel, data: ChartData) -> tuple[float, float]:
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
        low, high = min(seen) - room, max(seen) + room
        step = step_of(low, high)
        return round(floor(low / step) * step, 6), round(ceil(high / step) * step, 6)
    if model.form is Form.DIFFERENCES:
        room = (max(reach) - min(reach)) * 0.15
        return round(min(reach) - room, 6), round(max(reach) + room, 6)
    drawn = [mark.value for item in data.series for mark in item.marks if mark.value is not None]
    top = max(reach if whiskered(model) else drawn, default=1.0)
    if model.unit == "mean" and model.maximum is not None:
        top = max(top, model.maximum)
    return round(model.minimum, 6), round((top or 1.0) * 1.12, 6)


def step_of(low: float, high: float) -> float:
    """How far apart the marks of an axis stand: 1, 2 or 5 by its size, six of them at most."""
    rough = (high - low) / 6
    size: float = 10.0 ** floor(log10(rough))
    return next(round(own * size, 9) for own in (1, 2, 5, 10) if own * size >= rough * 0.999)


def names_axis(page: Page, side: str, order: str, ticks: str) -> str:
    """The axis of the categories."""
    line = f'<c:spPr><a:ln w="9525">{fill(page.theme.rule)}</a:ln></c:spPr>'
    return (
        f'<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="{order}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/><c:numFmt formatCode="General" '
        f'sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{ticks}"/>{line}'
        f"{text_look(page.size, page.theme.ink, page.theme.office_font, level=True)}"
        '<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def values_axis(
    data: ChartData, page: Page, side: str, low: float, high: float, *, hidden: bool
) -> str:
    """The axis of the values from `low` to `high`; labels of bars tell a `hidden` one."""
    look = page.theme
    grid = f'<c:spPr><a:ln w="6350">{fill(look.rule)}</a:ln></c:spPr>'
    lines = "" if hidden else f"<c:majorGridlines>{grid}</c:majorGridlines>"
    unit = "" if hidden else f'<c:majorUnit val="{step_of(low, high)!r}"/>'
    return (
        '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{float(high)!r}"/><c:min val="{float(low)!r}"/></c:scaling>'
        f'<c:delete val="{int(hidden)}"/><c:axPos val="{side}"/>{lines}'
        f'{number_format(data.unit_form)}<c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        '<c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{text_look(page.size, look.muted, look.office_font)}"
        '<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>'
        f"{unit}</c:valAx>"
    )
