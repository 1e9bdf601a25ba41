"""A figure as rows and columns of a native Office chart: names, values, how each is written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from atbalss.report.chart_layout import whiskers_help
from atbalss.report.document import STANDARD, Curve, FigureModel, Form, Point, Series
from atbalss.report.sheet_words import word
from atbalss.report.theme import Theme, colours_of, ink_on

_FLOOR = "≥\u00a0"
DIGITS = 9  # of values: floats of shares carry noise far below


@dataclass(frozen=True, slots=True)
class Mark:
    """A value and how it is written; None where there is nothing to draw."""

    value: float | None
    form: str = ""
    low: float | None = None
    high: float | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Columns:
    """A series of a native chart."""

    name: str
    marks: tuple[Mark, ...]
    colour: str
    ink: str
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a native chart shows; `quiet` are places of categories drawn paler."""

    categories: tuple[str, ...]
    series: tuple[Columns, ...]
    quiet: tuple[int, ...]
    pale: str
    unit_form: str


def data_of(model: FigureModel, theme: Theme, lang: str) -> ChartData:
    """Categories and series of a figure, in printed order.

    Titles of panels become categories without a value; what stands beside a category in print
    ("n = 51", "nav publicēts") stands behind its name.
    """
    colours = colours_of(tuple(item.role for item in model.series), theme)
    names, places = _categories(model)
    series = tuple(
        Columns(
            item.name,
            tuple(
                Mark(None) if place is None else mark_of(item.points[place], model, lang)
                for place in places
            ),
            colour,
            ink_on(colour, theme),
            item.role == STANDARD,
        )
        for item, colour in zip(model.series, colours, strict=True)
    )
    quiet = tuple(at for at, place in enumerate(places) if place in model.quiet)
    return ChartData(names, series, quiet, theme.past[0], form_of(model.unit, lang))


def with_limits(model: FigureModel, lang: str) -> FigureModel:
    """A control chart as lines: its limits and centre become series over the same periods."""
    if model.form is not Form.CONTROL:
        return model
    count = len(model.categories)
    more = []
    for curve in model.curves:
        points = []
        for place in range(count):
            near = [y for x, y in curve.points if abs(x - place) <= 0.5]
            ends = curve.points[0][1] if len(curve.points) == 2 else None  # a level line
            value = near[0] if near else ends
            points.append(Point(None if value is None else float(value), ""))
        more.append(Series(curve_name(curve, lang), tuple(points), STANDARD))
    own = [replace(s, name=s.name or word("value", lang)) for s in model.series]
    names = tuple(name.replace("|", " ") for name in model.categories)
    return replace(model, form=Form.LINE, categories=names, series=(*own, *more))


def curve_name(curve: Curve, lang: str) -> str:
    """What a line of limits is called where its name stands in a key: "upper" is "Upper limit"."""
    name = word("centre" if curve.role == "centre" else "limit", lang, name=curve.name)
    return name[:1].upper() + name[1:]


def _categories(model: FigureModel) -> tuple[tuple[str, ...], tuple[int | None, ...]]:
    """Names of the categories, and which place of the model each stands for."""
    names = [_name(model, place) for place in range(len(model.categories))]
    if model.form is not Form.PANELS or not model.panels:
        return tuple(names), tuple(range(len(names)))
    found: list[str] = []
    places: list[int | None] = []
    at = 0
    for title, count in model.panels:
        found.append(f"{title.rstrip(':')}:")
        places.append(None)
        found += names[at : at + count]
        places += range(at, at + count)
        at += count
    return tuple(found), tuple(places)


def _name(model: FigureModel, place: int) -> str:
    name = model.categories[place].replace("|", " ")
    notes = model.category_notes
    beside = [notes[place]] if len(notes) == len(model.categories) and notes[place] else []
    first = model.series[0].points[place] if model.series else Point(None, "")
    if first.value is None and first.label:
        beside.append(first.label)
    if model.form is Form.DIFFERENCES:  # its interval covers the place of a label
        name = f"{name}: {first.label}{first.mark}"
    return f"{name} ({'; '.join(beside)})" if beside else name


def whiskered(model: FigureModel) -> tuple[int, ...]:
    """Places of the series whose intervals are drawn, as in print."""
    if model.curves:  # the limits tell it
        return ()
    forms = (Form.BARS, Form.GROUPED, Form.LINE, Form.PANELS)
    if model.form is not Form.DIFFERENCES and not (model.form in forms and whiskers_help(model)):
        return ()
    return tuple(
        at
        for at, item in enumerate(model.series)
        if any(point.low is not None and point.value is not None for point in item.points)
    )


def form_of(unit: str, lang: str) -> str:
    """The number format of a unit: whole percents, means with one decimal, signed differences."""
    return {
        "share": "0%" if lang == "en" else '0"\u00a0"%',
        "share_difference": '+0;"−"0;0',
        "mean_difference": '+0.0;"−"0.0;0.0',
    }.get(unit, "0.0")


def mark_of(point: Point, model: FigureModel, lang: str) -> Mark:
    """A mark with the format that prints its label: signs before and behind are part of it."""
    if point.value is None:
        return Mark(None)
    scale = 100 if model.unit == "share_difference" else 1
    form = form_of(model.unit, lang)
    if point.label.startswith(_FLOOR):
        form = f'"{_FLOOR}"{form}'
    if point.mark:
        form = ";".join(f'{part}"{point.mark}"' for part in form.split(";"))
    low, high = (
        None if end is None else round(end * scale, DIGITS) for end in (point.low, point.high)
    )
    return Mark(
        float(round(point.value * scale, DIGITS)), form, low, high, point.label + point.mark
    )


def crowded(model: FigureModel, data: ChartData) -> dict[tuple[int, int], str]:
    """Labels of lines that would lie on another: (series, category) -> "b" below, "" none.

    Where two lines print the same value, the later is silent; where they come close, the lower
    one's label stands below its point.
    """
    values = [m.value for item in data.series for m in item.marks if m.value is not None]
    near = (max([*values, model.maximum or 0.0]) - min([*values, model.minimum])) * 0.08
    found: dict[tuple[int, int], str] = {}
    for place in range(len(data.categories)):
        drawn = sorted(
            (
                (mark.value, at)
                for at, item in enumerate(data.series)
                if (mark := item.marks[place]).value is not None and mark.label
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )
        for at, (value, own) in enumerate(drawn):
            above = [(v, o) for v, o in drawn[:at] if v - value < near]
            if any(_label(data, o, place) == _label(data, own, place) for _, o in above):
                found[own, place] = ""
            elif above:
                found[own, place] = "b"
    return found


def _label(data: ChartData, at: int, place: int) -> str:
    return data.series[at].marks[place].label
