"""The data tables of who differs, of centres and of alerts; every number bound with its tests."""

from __future__ import annotations

from dataclasses import dataclass, replace

from atbalss.report.comparison_table import p_text
from atbalss.report.details import detail_of
from atbalss.report.document import CellText, DataTable
from atbalss.report.figure_numbers import HIDDEN, NONE, absent, interval_of, mark_of, text_of
from atbalss.report.look_models import difference_text
from atbalss.report.look_sentences import Teller
from atbalss.report.look_words import say
from atbalss.report.numerals import NBSP, decimal
from atbalss.report.register import Register
from atbalss.study.about import Study
from atbalss.study.decimals import half_up
from atbalss.tables.looks import Differs, GroupDifference
from atbalss.tables.result import Number, Unit, Verdict
from atbalss.tables.unit_results import Control, Funnel, FunnelUnit, Limits, Period, Place


@dataclass(frozen=True)
class Printer:
    """Cells of tables: text, registered number, and what is behind it in words."""

    register: Register
    study: Study
    lang: str
    place: str  # the anchor of the figure

    def number(self, number: Number, **extra: object) -> CellText:
        """A share or mean with its mark; what is hidden says so."""
        text = text_of(number, self.lang)
        if not text:
            return CellText(absent(number), numeric=True)
        kept = self.register.add(number, text, place=self.place, extra=extra)
        detail = detail_of(number, None, self.lang, self.study)
        return CellText(text + mark_of(number), kept, numeric=True, detail=detail)

    def plain(self, text: str, *, numeric: bool = True) -> CellText:
        """A text that is no cell of the study."""
        return CellText(text, numeric=numeric)

    def head(self, *texts: str) -> tuple[CellText, ...]:
        """A header row; all but the first column are numbers."""
        return tuple(CellText(text, header=True, numeric=i > 0) for i, text in enumerate(texts))


def _level(study: Study) -> int:
    return int(half_up(study.rules.confidence * 100))


# ---- who differs


def differs_table(found: Differs, teller: Teller, printer: Printer, caption: str) -> DataTable:
    """A row a group: both sides, difference, interval, adjusted p, effect size, bases."""
    lang, study = printer.lang, printer.study
    mean = found.total.unit is Unit.MEAN
    header = printer.head(
        say("group", lang),
        say("own", lang),
        say("rest", lang),
        say("difference" if mean else "difference_points", lang),
        say("interval", lang, level=_level(study)),
        say("p_adjusted", lang),
        say("effect_d" if mean else "effect_h", lang),
        say("n_both", lang),
    )
    rows = tuple(_group_row(item, found, teller, printer) for item in found.groups)
    widths = (3.0, 1.0, 1.0, 1.3, 1.3, 1.1, 1.0, 1.5)
    return DataTable(header, rows, caption, widths=widths)


def _group_row(
    item: GroupDifference, found: Differs, teller: Teller, printer: Printer
) -> tuple[CellText, ...]:
    lang, pair = printer.lang, item.comparison
    name = _full_name(item, found, teller)
    sizes = " / ".join(
        decimal(float(side.base or 0), 0, lang) if side.base is not None else NONE
        for side in (pair.later, pair.earlier)
    )
    if item.verdict is Verdict.UNTESTABLE:
        empty = [printer.plain(NONE) for _ in range(5)]
        judged = printer.plain(say("not_judged", lang))
        return (CellText(name, header=True), *empty, judged, printer.plain(sizes))
    number = pair.difference
    text = difference_text(number, lang)
    kept = printer.register.add(
        number,
        text,
        comparison=pair,
        place=printer.place,
        extra={"same_look_as": item.twin} if item.twin else None,
    )
    detail = detail_of(number, pair, lang, printer.study)
    passed = item.verdict in (Verdict.HIGHER, Verdict.LOWER)
    effect = NONE if pair.effect is None else decimal(pair.effect, 2, lang, signed=True)
    return (
        CellText(name, header=True),
        printer.number(pair.later),
        printer.number(pair.earlier),
        CellText(text + mark_of(number), kept, numeric=True, detail=detail),
        printer.plain(difference_interval(number, lang)),
        printer.plain(p_text(pair.p_adjusted, lang) + ("" if passed else f"{NBSP}○")),
        printer.plain(effect),
        printer.plain(sizes),
    )


def _full_name(item: GroupDifference, found: Differs, teller: Teller) -> str:
    """A group with its question's label before it, as a table has room for both."""
    own = teller.group_label(item, found)
    variable = item.variable.get(teller.lang)
    return own if own.startswith(variable) else f"{variable}: {own}"


def difference_interval(number: Number, lang: str) -> str:
    """The interval of a difference: `+7…+17`, in points or scale points."""
    if number.low is None or number.high is None:
        return NONE
    share = number.unit is Unit.SHARE_DIFFERENCE
    factor, digits = (100, 0) if share else (1, 1)
    ends = (number.low * factor, number.high * factor)
    return "…".join(decimal(end, digits, lang, signed=True) for end in ends)


# ---- between units


def funnel_table(found: Funnel, teller: Teller, printer: Printer, caption: str) -> DataTable:
    """A row a unit: result, base, limits, shrunken estimate with interval, possible ranks."""
    lang = printer.lang
    names = [_trimmed(decimal(own.level * 100, 1, lang)) for own in found.curves[0][1]]
    header = printer.head(
        say("unit", lang),
        say("value", lang),
        "n",
        *(say("limits_of", lang, level=name) for name in names),
        say("shrunken", lang),
        say("interval", lang, level=_level(printer.study)),
        say("rank", lang),
        say("place", lang),
    )
    rows = tuple(_unit_row(unit, teller, printer, len(names)) for unit in found.units)
    widths = (1.9, 1.1, 0.7, 1.4, 1.45, 1.45, 1.4, 1.35, 1.4)
    return DataTable(
        (*header[:-1], replace(header[-1], numeric=False)), rows, caption, widths=widths
    )


def _unit_row(
    unit: FunnelUnit, teller: Teller, printer: Printer, levels: int
) -> tuple[CellText, ...]:
    lang, part = printer.lang, unit.part
    name = CellText(teller.part_label(part), header=True)
    base = printer.plain(decimal(float(part.number.base or 0), 0, lang))
    place = printer.plain(say(f"place_{unit.place.value}", lang), numeric=False)
    if unit.place is Place.HIDDEN or unit.shrunken is None or unit.rank is None:
        gone = HIDDEN if unit.place is Place.HIDDEN else NONE
        empty = tuple(printer.plain(gone) for _ in range(levels + 3))
        return (name, printer.plain(gone), base, *empty, place)
    limits = {f"{own.level * 100:g}": [own.low, own.high] for own in unit.limits}
    told = {"limits": limits, "place": unit.place.value, "rank": list(unit.rank)}
    shrunken = {"statistic": "shrunken", "weight": unit.weight}
    first, last = unit.rank
    return (
        name,
        printer.number(part.number, funnel=told),
        base,
        *(printer.plain(_range(own, part.number, lang)) for own in unit.limits),
        printer.number(unit.shrunken, **shrunken),
        printer.plain(interval_of(unit.shrunken, lang) or NONE),
        printer.plain(f"{first}–{last}" if first != last else str(first)),
        place,
    )


def _range(own: Limits, number: Number, lang: str) -> str:
    if number.unit is Unit.SHARE:
        unit = "%" if lang == "en" else f"{NBSP}%"
        return f"{half_up(own.low * 100)}–{half_up(own.high * 100)}{unit}"
    return f"{decimal(own.low, 1, lang)}–{decimal(own.high, 1, lang)}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(",.")


# ---- over time


def control_table(found: Control, teller: Teller, printer: Printer, caption: str) -> DataTable:
    """A row a period: result, base, control limits, alert."""
    lang = printer.lang
    header = printer.head(
        say("period", lang),
        say("value", lang),
        "n",
        say("control_limits", lang),
        say("alert", lang),
    )
    rows = tuple(_period_row(item, teller, printer) for item in found.periods)
    header = (*header[:-1], replace(header[-1], numeric=False))
    return DataTable(header, rows, caption, widths=(2.4, 1.0, 0.8, 1.4, 1.8))


def _period_row(item: Period, teller: Teller, printer: Printer) -> tuple[CellText, ...]:
    lang, part = printer.lang, item.part
    name = CellText(teller.part_label(part), header=True)
    base = printer.plain(decimal(float(part.number.base or 0), 0, lang))
    if item.limits is None:
        hidden = printer.plain(say("alert_hidden", lang), numeric=False)
        return (name, printer.plain(HIDDEN), base, printer.plain(HIDDEN), hidden)
    told = {"limits": [item.limits.low, item.limits.high], "alerts": [a.value for a in item.alerts]}
    alerts = "; ".join(say(f"alert_{alert.value}", lang) for alert in item.alerts)
    return (
        name,
        printer.number(part.number, control=told),
        base,
        printer.plain(_range(item.limits, part.number, lang)),
        printer.plain(alerts or NONE, numeric=False),
    )
