"""All respondents by column: answers on the route, and beside them those off it.

Columns of `Frame.data`: `id`; `weight`; `:name` for each column of the sample that the study
declares (strata, base weights, ...: `carried`) and `:cell`, its weighting cell; for each question
`q` (single: Enum of code names; numbers: Float64; texts, dates, times, calculations: String, dates
ISO) or `q/code` (multiple and coded open questions: Boolean, all null where there is no answer);
`q:missing` beside numbers, texts and dates (Enum `dont_know`, `refused`); `q:reached` for each
question that takes an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from atbalss.answers import columns as cols
from atbalss.answers.carried import NOTHING, Carried
from atbalss.answers.carry import carry
from atbalss.answers.coded import SHOWN, coded, short, strays
from atbalss.answers.evaluate import Context
from atbalss.answers.order import in_order
from atbalss.answers.record import LARGEST, Record, as_text
from atbalss.answers.route import Route
from atbalss.answers.upcode import upcode
from atbalss.problems import Place, Problem, problem
from atbalss.study.question import ANSWER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire

OFF_ROUTE = "off_route"
OFF_ROUTE_SCHEMA = {"id": pl.String, "question": pl.String, "value": pl.String, "why": pl.String}
_NO_ODD = pl.DataFrame(schema=cols.ODD)
_NONE_OFF = pl.DataFrame(schema=OFF_ROUTE_SCHEMA)


@dataclass(frozen=True)
class Frame:
    """All answers of one wave by column.

    `off_route` (id, question, value, why) keeps every value that `data` does not: answers off the
    route (`off_route`), values that are none of the kind (`not_read`), codes that the list does
    not have (`unknown_code`), "hard to say" where the list has no code for it (`no_code`), "Cits"
    where what stood behind it belongs to an option (`upcoded`).
    """

    questionnaire: Questionnaire
    wave: str
    data: pl.DataFrame
    off_route: pl.DataFrame


def build(
    questionnaire: Questionnaire,
    table: pl.DataFrame,
    *,
    codes: pl.DataFrame | None = None,
    wave: str,
    file: str = "answers.csv",
    weight: str | None = None,
    sample: Carried = NOTHING,
    codes_file: str = "codes.csv",
    context: Context | None = None,
) -> tuple[Frame, list[Problem]]:
    """A frame from a table of raw strings, one row a respondent, and what was wrong with it.

    `codes` (id, question, code) codes open answers; `weight` names the column of weights, `sample`
    further columns that are no questions. Routes are followed in the questionnaire's order on
    answers already masked. Nothing is lost.
    """
    problems: list[Problem] = []
    ids, faults = _ids(table, file)
    problems += faults
    weights, faults = _weights(table, weight, file)
    problems += faults
    beside, faults = carry(table, sample, file)
    problems += faults
    problems += _column_faults(questionnaire, table, file, {weight, *sample.names})
    start = pl.DataFrame([ids.alias("id"), weights, *beside])
    route = Route(questionnaire, start, context or Context())
    off = []
    for question in in_order(questionnaire):
        raw, odd = _raw(question, table)
        values = raw if raw is not None else _blank(table.height)
        if question.kind is Kind.CALCULATE and values.has_nulls():
            values = values.zip_with(values.is_not_null(), route.calculated(question))
        parsed = cols.parse(question, values)
        odd = pl.concat([odd, parsed.odd]) if odd.height else parsed.odd
        problems += _odd_faults(question, odd, file)
        coding, faults = coded(questionnaire, question, ids, codes, codes_file)
        problems += faults
        masked = route.add(question, (*parsed.columns, *coding))
        off.append(_kept(question, ids, odd))
        if raw is not None:
            off.append(_kept(question, ids, _off(raw, masked, odd)))
    data = route.table.select(_column_order(questionnaire, route.table.columns))
    data, instead = upcode(questionnaire, data, codes)
    off.append(instead)
    off_route = pl.concat([_NONE_OFF, *off])
    problems += strays(questionnaire, ids, codes, codes_file)
    return Frame(questionnaire, wave, data, off_route), problems


def from_records(
    questionnaire: Questionnaire,
    records: Iterable[Record],
    wave: str,
    context: Context | None = None,
) -> Frame:
    """The frame of interviews that were accepted answer by answer."""
    return build(questionnaire, as_table(questionnaire, records), wave=wave, context=context)[0]


def as_table(questionnaire: Questionnaire, records: Iterable[Record]) -> pl.DataFrame:
    """Records as raw strings in the convention of `answers.csv`: id, then a column a question."""
    held = list(records)
    names = [q.name for q in questionnaire.questions if q.kind is not Kind.NOTE]
    found = {"id": [record.id for record in held]}
    for name in names:
        found[name] = [as_text(record.answers.get(name)) for record in held]
    return pl.DataFrame(found, schema=dict.fromkeys(found, pl.String))


def _raw(question: Question, table: pl.DataFrame) -> tuple[pl.Series | None, pl.DataFrame]:
    if question.kind is Kind.NOTE:
        return None, _NO_ODD
    if question.name in table.columns:
        strip = question.kind not in (Kind.TEXT, Kind.CALCULATE, Kind.META)
        return cols.clean(table[question.name], strip=strip), _NO_ODD
    if question.kind is Kind.MULTIPLE and _has_option_columns(question, table.columns):
        return cols.from_option_columns(question, table)
    return None, _NO_ODD


def _off(raw: pl.Series, masked: pl.Series, odd: pl.DataFrame) -> pl.DataFrame:
    """Values masked by the route, but for those that are kept already as odd."""
    away = raw.is_not_null() & masked
    if not away.any():
        return _NO_ODD
    rows = away.arg_true().cast(pl.UInt32)
    found = pl.DataFrame({"row": rows, "value": raw.gather(rows)})
    found = found.join(odd.select("row", "value"), on=["row", "value"], how="anti")
    return found.with_columns(pl.lit(OFF_ROUTE).alias("why"))


def _kept(question: Question, ids: pl.Series, odd: pl.DataFrame) -> pl.DataFrame:
    if odd.is_empty():
        return _NONE_OFF
    return odd.select(
        ids.gather(odd["row"]).alias("id"),
        pl.lit(question.name).alias("question"),
        pl.col("value"),
        pl.col("why"),
    )


def _blank(height: int) -> pl.Series:
    return pl.Series([None] * height, dtype=pl.String)


def _column_order(questionnaire: Questionnaire, present: Sequence[str]) -> list[str]:
    wanted = ["id", "weight", *(name for name in present if name.startswith(":"))]
    for question in questionnaire.questions:
        wanted += cols.column_names(question)
        wanted += [f"{question.name}:missing", f"{question.name}:reached"]
    return [name for name in wanted if name in set(present)]


def _has_option_columns(question: Question, present: Sequence[str]) -> bool:
    return bool(set(cols.code_columns(question.name, question.codes)) & set(present))


def _ids(table: pl.DataFrame, file: str) -> tuple[pl.Series, list[Problem]]:
    numbered = pl.Series("id", [str(row + 1) for row in range(table.height)], dtype=pl.String)
    if "id" not in table.columns:
        return numbered, [problem("answers-no-id", Place(file=file, column="id"))]
    ids = cols.clean(table["id"]).alias("id")
    blank = ids.is_null()
    found = [
        problem("answers-blank-id", Place(file=file, row=row + 2, column="id"))
        for row in blank.arg_true().to_list()[:SHOWN]
    ]
    ids = pl.select(pl.when(blank).then(pl.lit("#") + numbered).otherwise(ids).alias("id"))["id"]
    twice = ids.is_duplicated() & ~ids.is_first_distinct()
    found += [
        problem("answers-same-id", Place(file=file, row=row + 2, column="id"), id=ids[row])
        for row in twice.arg_true().to_list()[:SHOWN]
    ]
    return ids, found


def _weights(table: pl.DataFrame, name: str | None, file: str) -> tuple[pl.Series, list[Problem]]:
    ones = pl.Series("weight", [1.0] * table.height, dtype=pl.Float64)
    if name is None:
        return ones, []
    if name not in table.columns:
        return ones, [problem("answers-no-weight", Place(file=file), column=name)]
    values = cols.clean(table[name]).cast(pl.Float64, strict=False).alias("weight")
    bad = ~values.is_between(0, LARGEST).fill_null(False)
    found = [
        problem(
            "answers-bad-weight",
            Place(file=file, row=row + 2, column=name),
            value=short(table[name][row]),
        )
        for row in bad.arg_true().to_list()[:SHOWN]
    ]
    return values.set(bad, 0.0), found


def _column_faults(
    questionnaire: Questionnaire, table: pl.DataFrame, file: str, declared: set[str | None]
) -> list[Problem]:
    known = {"id", "wave"} | declared
    found: list[Problem] = []
    for question in questionnaire.questions:
        options = set(cols.code_columns(question.name, question.codes))
        known |= {question.name} | options
        absent = question.name not in table.columns and not options & set(table.columns)
        if absent and question.kind in ANSWER_KINDS:
            found.append(problem("answers-no-column", Place(file=file), question=question.name))
    for name in table.columns:
        if name not in known:
            found.append(problem("answers-unknown-column", Place(file=file), column=short(name)))
    return found


_FAULT_OF = {
    cols.NOT_READ: "answers-not-read",
    cols.UNKNOWN_CODE: "answers-unknown-code",
    cols.NO_CODE: "answers-no-missing-code",
}


def _odd_faults(question: Question, odd: pl.DataFrame, file: str) -> list[Problem]:
    found = [
        problem(
            _FAULT_OF[why],
            Place(file=file, row=row + 2, column=question.name),
            value=short(value),
            question=question.name,
            kind=question.kind.value,
        )
        for row, value, why in odd.head(SHOWN).iter_rows()
    ]
    if odd.height > SHOWN:
        place = Place(file=file, column=question.name)
        found.append(problem("answers-more-faults", place, count=odd.height - SHOWN))
    return found
