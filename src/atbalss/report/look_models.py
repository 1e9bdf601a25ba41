"""The charts of who differs, of centres and of alerts as neutral models."""

from __future__ import annotations

from collections.abc import Callable

from atbalss.report.document import Curve, FigureModel, Form, Point, Series
from atbalss.report.figure_numbers import HIDDEN, absent, mark_of, text_of
from atbalss.report.look_sentences import Teller
from atbalss.report.look_words import say
from atbalss.report.numerals import decimal
from atbalss.tables.looks import Differs, GroupDifference
from atbalss.tables.periods import short_name
from atbalss.tables.result import Number, Unit, Verdict
from atbalss.tables.unit_results import Control, Funnel, Part, Place

Register = Callable[[Number, str], str]
_OUTSIDE = (Place.ABOVE, Place.BELOW)


def difference_text(number: Number, lang: str) -> str:
    """A difference as figures print it: `+12`, `−0,4`; "" where there is none."""
    if number.value is None:
        return ""
    share = number.unit is Unit.SHARE_DIFFERENCE
    return decimal(number.value * (100 if share else 1), 0 if share else 1, lang, signed=True)


def drawn(found: Differs) -> list[GroupDifference]:
    """The groups that a chart has: judged ones, of two halves the one that is higher."""
    judged = [item for item in found.groups if item.verdict is not Verdict.UNTESTABLE]
    kept = []
    for item in judged:
        halves = {item.twin} | {other.code for other in judged if other.twin == item.code}
        others = [o for o in judged if o.question == item.question and o.code in halves - {""}]
        value = item.comparison.difference.value or 0.0
        if any((other.comparison.difference.value or 0.0) > value for other in others):
            continue
        if item.twin and any(o.comparison.difference.value == value for o in others):
            continue
        kept.append(item)
    return kept


def differs_model(found: Differs, teller: Teller, register: Register) -> FigureModel:
    """Differences from the rest with their intervals around zero, those that pass filled."""
    items = drawn(found)
    points, notes = [], []
    for item in items:
        pair, number = item.comparison, item.comparison.difference
        text = difference_text(number, teller.lang)
        number_id = register(number, text)
        points.append(
            Point(number.value, text, number.low, number.high, number_id, mark_of(number))
        )
        sides = (text_of(pair.later, teller.lang), text_of(pair.earlier, teller.lang))
        notes.append(" / ".join(sides))
    mean = found.total.unit is Unit.MEAN
    keys = ("axis_lower", "axis_higher") if mean else ("axis_less", "axis_more")
    heads = (say("own", teller.lang), say("rest", teller.lang))
    return FigureModel(
        Form.DIFFERENCES,
        "mean_difference" if mean else "share_difference",
        tuple(teller.group_label(item, found) for item in items),
        (Series(" / ".join(heads), tuple(points), "current"),),
        category_notes=tuple(notes),
        quiet=tuple(
            i for i, item in enumerate(items) if item.verdict is Verdict.NO_DIFFERENCE_SHOWN
        ),
        axis=tuple(say(key, teller.lang) for key in keys),
    )


def part_point(part: Part, lang: str, register: Register) -> Point:
    """A unit or a period as a mark of a chart."""
    text = text_of(part.number, lang)
    if not text:
        return Point(None, "", mark=HIDDEN * (absent(part.number) == HIDDEN))
    number = part.number
    number_id = register(number, text)
    return Point(number.value, text, number.low, number.high, number_id, mark_of(number))


def funnel_model(found: Funnel, teller: Teller, register: Register) -> FigureModel:
    """Units by their base, with the curves of the limits; those beyond the outer ones named."""
    units = [unit for unit in found.units if unit.place is not Place.HIDDEN]
    weighted = any(abs(unit.part.size - unit.part.side.base) > 0.5 for unit in units)
    level = [decimal(own.level * 100, 1, teller.lang) for own in found.curves[0][1]]
    names = [f"{text.rstrip('0').rstrip(',.')}{_percent(teller.lang)}" for text in level]
    curves = [
        Curve(
            names[i],
            tuple((n, (own[i].low, own[i].high)[side]) for n, own in found.curves),
            "inner" if i == 0 else "outer",
        )
        for i in range(len(names))
        for side in (0, 1)
    ]
    total = found.parts.total
    value = total.value if total.value is not None else found.parts.overall.value
    text = text_of(total, teller.lang)
    centre = tuple((n, value) for n, _ in (found.curves[0], found.curves[-1]))
    curves.append(Curve(text, centre, "centre"))
    register(total, text)
    axis = "size_axis_effective" if weighted else "size_axis"
    return FigureModel(
        Form.FUNNEL,
        "share" if found.parts.is_share else "mean",
        tuple(teller.part_label(unit.part) for unit in units),
        (
            Series(
                "",
                tuple(part_point(unit.part, teller.lang, register) for unit in units),
                "current",
            ),
        ),
        maximum=1.0 if found.parts.is_share else None,
        positions=tuple(unit.part.size for unit in units),
        curves=tuple(curves),
        marked=tuple(i for i, unit in enumerate(units) if unit.place in _OUTSIDE),
        axis=(say(axis, teller.lang),),
    )


def _percent(lang: str) -> str:
    return "%" if lang == "en" else "\u00a0%"


def control_model(found: Control, teller: Teller, register: Register, dated: bool) -> FigureModel:
    """Periods in time's order with their limits as steps; those with an alert marked."""
    lang, periods = teller.lang, found.periods
    points = tuple(part_point(item.part, lang, register) for item in periods)
    low, high = [], []
    for i, item in enumerate(periods):
        if item.limits is not None:
            for x in (i - 0.5, i + 0.5):
                low.append((x, item.limits.low))
                high.append((x, item.limits.high))
    total = found.parts.total
    value = total.value if total.value is not None else found.parts.overall.value
    text = text_of(total, lang)
    register(total, text)
    ends = ((-0.5, value), (len(periods) - 0.5, value))
    names = [
        "|".join(short_name(item.part.code, lang)) if dated else teller.part_label(item.part)
        for item in periods
    ]
    return FigureModel(
        Form.CONTROL,
        "share" if found.parts.is_share else "mean",
        tuple(names),
        (Series("", points, "current"),),
        maximum=1.0 if found.parts.is_share else None,
        positions=tuple(float(i) for i in range(len(periods))),
        curves=(
            Curve(say("lower", lang), tuple(low), "outer"),
            Curve(say("upper", lang), tuple(high), "outer"),
            Curve(text, ends, "centre"),
        ),
        marked=tuple(i for i, item in enumerate(periods) if item.alerts),
    )
