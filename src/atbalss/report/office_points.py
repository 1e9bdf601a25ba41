"""Charts of points among limits (units by size) as native scatter charts."""

from __future__ import annotations

from atbalss.exchange.cells import column_letters
from atbalss.report.document import Curve, FigureModel
from atbalss.report.office_data import curve_name
from atbalss.report.office_page import Page, fill
from atbalss.report.office_sheet import NAME, Value
from atbalss.report.opc import escape
from atbalss.report.sheet_words import word
from atbalss.report.theme import Theme


def scatter(model: FigureModel, page: Page, form: str) -> tuple[str, list[list[Value]]]:
    """The plot area's XML, and the sheet: names, places and values, then a pair a curve.

    The points come last: LibreOffice draws no others than the last ones.
    """
    theme, name = page.theme, word("value", page.lang)
    points = model.series[0].points
    axis = model.axis[0] if model.axis else ""
    columns: list[list[Value]] = [
        ["", *model.categories],
        [axis, *model.positions],
        [name, *(point.value for point in points)],
    ]
    series = []
    for at, curve in enumerate(model.curves):
        place = 3 + 2 * at
        columns.append(["", *(x for x, _ in curve.points)])
        called = curve_name(curve, page.lang)
        columns.append([called, *(y for _, y in curve.points)])
        series.append(_curve(curve, called, at, place, theme, form))
    series.append(_dots(model, theme, form, name))
    longest = max(len(each) for each in columns)
    rows = [[each[i] if i < len(each) else None for each in columns] for i in range(longest)]
    plot = (
        '<c:layout/><c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>'
        f'{"".join(series)}<c:axId val="1"/><c:axId val="2"/></c:scatterChart>'
        f"{_axis(1, 2, 'b', 'General', theme, axis)}"
        f"{_axis(2, 1, 'l', form, theme, top=model.maximum)}"
    )
    return plot, rows


def _dots(model: FigureModel, theme: Theme, form: str, name: str) -> str:
    points = model.series[0].points
    marked = "".join(
        f'<c:dPt><c:idx val="{place}"/><c:marker><c:symbol val="circle"/><c:size val="9"/>'
        f'<c:spPr>{fill(theme.warning)}</c:spPr></c:marker><c:bubble3D val="0"/></c:dPt>'
        for place in model.marked
    )
    return (
        f"<c:ser>{_head(len(model.curves), 2, name)}"
        f'<c:spPr><a:ln w="19050"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val="circle"/>'
        f'<c:size val="7"/><c:spPr>{fill(theme.accent)}</c:spPr></c:marker>{marked}'
        f"{_pair(1, model.positions, tuple(p.value for p in points), form)}"
        '<c:smooth val="0"/></c:ser>'
    )


def _curve(curve: Curve, name: str, number: int, place: int, theme: Theme, form: str) -> str:
    colour = theme.ink if curve.role == "centre" else theme.muted
    dash = "" if curve.role == "centre" else '<a:prstDash val="dash"/>'
    xs = tuple(x for x, _ in curve.points)
    ys = tuple(y for _, y in curve.points)
    return (
        f"<c:ser>{_head(number, place + 1, name)}"
        f'<c:spPr><a:ln w="12700">{fill(colour)}{dash}</a:ln></c:spPr>'
        f'<c:marker><c:symbol val="none"/></c:marker>{_pair(place, xs, ys, form)}'
        '<c:smooth val="0"/></c:ser>'
    )


def _head(number: int, place: int, name: str) -> str:
    return (
        f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx><c:strRef>'
        f'<c:f>{NAME}!${column_letters(place)}$1</c:f><c:strCache><c:ptCount val="1"/>'
        f'<c:pt idx="0"><c:v>{escape(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )


def _pair(place: int, xs: tuple[float, ...], ys: tuple[float | None, ...], form: str) -> str:
    found = []
    for tag, at, values, shown in (("xVal", place, xs, "General"), ("yVal", place + 1, ys, form)):
        letter = column_letters(at)
        dots = "".join(
            f'<c:pt idx="{i}"><c:v>{float(value)!r}</c:v></c:pt>'
            for i, value in enumerate(values)
            if value is not None
        )
        found.append(
            f"<c:{tag}><c:numRef><c:f>{NAME}!${letter}$2:${letter}${len(values) + 1}</c:f>"
            f"<c:numCache><c:formatCode>{escape(shown)}</c:formatCode>"
            f'<c:ptCount val="{len(values)}"/>{dots}</c:numCache></c:numRef></c:{tag}>'
        )
    return "".join(found)


def _axis(
    own: int,
    other: int,
    side: str,
    form: str,
    theme: Theme,
    title: str = "",
    *,
    top: float | None = None,
) -> str:
    line = f'<c:spPr><a:ln w="6350">{fill(theme.rule)}</a:ln></c:spPr>'
    end = f'<c:max val="{float(top)!r}"/>' if top is not None else ""
    named = ""
    if title:
        named = (
            '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr b="0"/></a:pPr><a:r>'
            f'<a:rPr b="0"/><a:t>{escape(title)}</a:t></a:r></a:p></c:rich></c:tx>'
            '<c:overlay val="0"/></c:title>'
        )
    return (
        f'<c:valAx><c:axId val="{own}"/><c:scaling><c:orientation val="minMax"/>{end}</c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{side}"/>{named}'
        f'<c:numFmt formatCode="{escape(form)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{line}<c:crossAx val="{other}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="midCat"/></c:valAx>'
    )
