"""Months, quarters, weeks and years of a date question, as a question of their own.

`visit_date` by month becomes the single choice `visit_date:month` with a code for every month from
the first answer to the last, so that whatever works by codes works over time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from atbalss.problems import Refused, problem
from atbalss.problems.catalogue import LANGS
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.tables.names import question_named

if TYPE_CHECKING:
    import polars as pl

    from atbalss.tables.engines.source import Source

DATED = frozenset({Kind.DATE, Kind.DATETIME, Kind.META, Kind.CALCULATE})
MOST = 600  # periods; more is a mistake in a date


class Every(StrEnum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


Period = tuple[str, str]  # date question, length

_MONTHS = {
    "lv": "janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris "
    "novembris decembris",
    "en": "January February March April May June July August September October November December",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}
_SHORT = {
    "lv": "janv. febr. marts apr. maijs jūn. jūl. aug. sept. okt. nov. dec.",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "ru": "янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.",
}
_WHOLE = {
    "lv": {
        "week": "{y}. gada {k}. nedēļa",
        "month": "{y}. gada {m}",
        "quarter": "{y}. gada {k}. ceturksnis",
        "year": "{y}. gads",
    },
    "en": {"week": "week {k} of {y}", "month": "{m} {y}", "quarter": "Q{k} {y}", "year": "{y}"},
    "ru": {
        "week": "{k}-я неделя {y} года",
        "month": "{m} {y} года",
        "quarter": "{k}-й квартал {y} года",
        "year": "{y} год",
    },
}


def period_name(question: str, every: str) -> str:
    """The name of the question that a date question becomes: `visit_date:month`."""
    return f"{question}:{every}"


def short_name(code: str, lang: str) -> tuple[str, str]:
    """A period in short, for the axis of a chart: (`marts`, `2026`); the year alone has no part."""
    year, _, rest = code.partition("-")
    if not rest:
        return year, ""
    if rest.startswith("Q"):
        return rest, year
    if rest.startswith("W"):
        return str(int(rest[1:])), year
    return _SHORT.get(lang, _SHORT["en"]).split()[int(rest) - 1], year


def with_periods(
    questionnaire: Questionnaire, sources: Mapping[str, Source], periods: Iterable[Period]
) -> tuple[Questionnaire, Mapping[str, Source]]:
    """The questionnaire with a question, and the sources with a column, for each of the periods.

    `Refused` for a name that is no date question, where no answer has a date, and for a source
    that cannot make a column.
    """
    made, held = [], dict(sources)
    for name, every in sorted(set(periods)):
        question = question_named(questionnaire, name)
        found = _found(held, name, Every(every)) if question.kind in DATED else []
        if not found:
            raise Refused([problem("tables-no-dates", question=name)])
        own = period_name(name, every)
        names = tuple(_between(found[0], found[-1], Every(every)))
        codes = CodeList(own, tuple(Code(code, _label(code, every)) for code in names))
        made.append(Question(own, Kind.SINGLE, question.label, question.short_label, codes=codes))
        held = {wave: _joined(rows, name, Every(every), names) for wave, rows in held.items()}
    return replace(questionnaire, items=(*questionnaire.items, *made)), held


def _found(sources: Mapping[str, Source], name: str, every: Every) -> list[str]:
    """The periods that occur, in order."""
    import polars as pl

    found: set[str] = set()
    for source in sources.values():
        try:
            rows = source.distinct((name,))
        except pl.exceptions.ColumnNotFoundError:
            continue
        days = pl.DataFrame({name: [None if row[0] is None else str(row[0]) for row in rows]})
        found |= set(days.cast(pl.String).select(_period(name, every)).to_series().drop_nulls())
    return sorted(found)


def _joined(source: Source, name: str, every: Every, names: tuple[str, ...]) -> Source:
    """The source with a column of periods beside its dates."""
    import polars as pl

    from atbalss.tables.engines.source import FrameSource, ParquetSource

    own = period_name(name, every)
    column = _period(name, every).cast(pl.Enum(names)).alias(own)
    if isinstance(source, FrameSource):
        there = name in source.data.columns
        return FrameSource(source.data.with_columns(column)) if there else source
    if isinstance(source, ParquetSource):
        return replace(source, derived=(*source.derived, column))
    raise Refused([problem("tables-periods-engine", question=name)])


def _period(name: str, every: Every) -> pl.Expr:
    """The period of each row's date as an expression, null where there is none."""
    import polars as pl

    day = pl.col(name).cast(pl.String).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False)
    return {
        Every.YEAR: day.dt.strftime("%Y"),
        Every.MONTH: day.dt.strftime("%Y-%m"),
        Every.QUARTER: pl.format("{}-Q{}", day.dt.strftime("%Y"), day.dt.quarter()),
        Every.WEEK: day.dt.strftime("%G-W%V"),
    }[every]


def _between(first: str, last: str, every: Every) -> Iterator[str]:
    """All periods from one to another, those without answers too; `Refused` for too many."""
    day, end = _start(first, every), _start(last, every)
    count = 0
    while day <= end:
        count += 1
        if count > MOST:
            raise Refused([problem("tables-too-many-periods", first=first, last=last, most=MOST)])
        yield _code(day, every)
        day = _next(day, every)


def _start(code: str, every: Every) -> date:
    year, _, rest = code.partition("-")
    if every is Every.YEAR:
        return date(int(year), 1, 1)
    if every is Every.QUARTER:
        return date(int(year), int(rest[1:]) * 3 - 2, 1)
    if every is Every.WEEK:
        return date.fromisocalendar(int(year), int(rest[1:]), 1)
    return date(int(year), int(rest), 1)


def _code(day: date, every: Every) -> str:
    if every is Every.YEAR:
        return str(day.year)
    if every is Every.QUARTER:
        return f"{day.year}-Q{(day.month + 2) // 3}"
    if every is Every.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{day.year}-{day.month:02d}"


def _next(day: date, every: Every) -> date:
    if every is Every.WEEK:
        return day + timedelta(days=7)
    months = {Every.YEAR: 12, Every.QUARTER: 3, Every.MONTH: 1}[every]
    at = day.year * 12 + day.month - 1 + months
    return date(at // 12, at % 12 + 1, 1)


def _label(code: str, every: str) -> Text:
    year, _, rest = code.partition("-")
    words = {}
    for lang in LANGS:
        month = _MONTHS[lang].split()[int(rest) - 1] if every == Every.MONTH else ""
        k = rest[1:].lstrip("0") if every in (Every.WEEK, Every.QUARTER) else ""
        words[lang] = _WHOLE[lang][every].format(y=year, m=month, k=k)
    return Text.of(words)
