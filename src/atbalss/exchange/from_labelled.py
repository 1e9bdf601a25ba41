"""A labelled table as answers to a questionnaire: raw strings as `answers.csv` has them."""

from __future__ import annotations

from collections.abc import Iterable

import polars as pl

from atbalss.answers.record import number_text
from atbalss.exchange.guess_words import missing_word
from atbalss.exchange.labelled import DAY, UNIX, Labelled, Sort, Value, Variable
from atbalss.exchange.variables import Holder, holders, none_code, values
from atbalss.study.question import CHOICE_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire

_ID_NAMES = (
    "id respid resp_id respondent_id respondentid caseid case_id uuid _uuid responseid "
    "response_id interview_id intnr serial key record_id recordid sys_respnum"
).split()
_ROW_NAMES = "resp respondents respondent nr npk kartas_nr anketas_nr intervijas_nr".split()
_TAKEN = frozenset({"id", "weight"})


def id_variable(table: Labelled) -> str:
    """The variable that tells respondents apart, or "": known by its name, no value twice.

    Names such as `nr` may be a question's; they count where more than one row is numbered whole.
    """
    by_name = {item.name.lower(): item.name for item in reversed(table.variables)}
    for name in (*_ID_NAMES, *_ROW_NAMES):
        column = by_name.get(name)
        if column is None:
            continue
        values = table.data[column]
        if values.has_nulls() or values.n_unique() != len(values):
            continue
        if name in _ID_NAMES or (len(values) > 1 and _whole(values)):
            return column
    return ""


def _whole(values: pl.Series) -> bool:
    return values.dtype.is_numeric() and bool((values == values.floor()).all())


def answers(questionnaire: Questionnaire, table: Labelled) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Answers (id, then a column a question) and codes of open answers (id, question, code).

    Variables that no question knows keep their own names and come last, so that nothing is lost.
    """
    known = _known(questionnaire, table)
    columns = {"id": _ids(table)}
    codes = [pl.DataFrame(schema={"id": pl.String, "question": pl.String, "code": pl.String})]
    used = {id_variable(table).lower()}
    for holder in holders(questionnaire):
        here = [known[name.lower()] for name in holder.variables if name.lower() in known]
        if not here:
            continue
        used |= {item.name.lower() for item in here}
        column = _column(holder, known, table.data)
        if column is not None:
            columns[holder.question.name] = column
        if holder.question.kind is not Kind.MULTIPLE and holder.options:
            codes.append(_codes(holder, known, table.data, columns["id"]))
    for item in table.variables:
        if item.name.lower() not in used:
            columns.setdefault(item.name, texts(item, table.data[item.name]))
    made = pl.DataFrame([values.alias(name) for name, values in columns.items()])
    return made, pl.concat(codes)


def _known(questionnaire: Questionnaire, table: Labelled) -> dict[str, Variable]:
    """Variables by name in small letters, and by the name that a question of theirs goes by.

    A file's own `weight` or `id` that is a question is kept apart from the weights and the ids.
    """
    known = {item.name.lower(): item for item in table.variables}
    ids = id_variable(table).lower()
    for holder in holders(questionnaire):
        source = holder.question.source[0].lower() if holder.question.source else ""
        if holder.plain and source in _TAKEN and source in known and source != ids:
            known.setdefault(holder.plain.lower(), known[source])
    return known


def texts(variable: Variable, values: pl.Series) -> pl.Series:
    """A variable as raw strings: numbers in short, dates and times ISO."""
    if variable.is_text:
        return values
    sort = variable.sort
    if sort is Sort.NUMBER:
        return _numbers(values)
    if sort is Sort.TIME:
        inside = values.is_between(0, DAY, closed="left").fill_null(False)
        clock = ((values.set(~inside, None) * 1e3).round() * 1e6).cast(pl.Int64).cast(pl.Time)
        shown = _clock(clock)
        return shown.zip_with(inside, _numbers(values))
    moments = ((values - UNIX) * 1e3).round() * 1e3  # to the millisecond
    inside = values.is_between(0, 2.6e11).fill_null(False)
    moments = moments.set(~inside, None).cast(pl.Int64).cast(pl.Datetime("us"))
    if sort is Sort.DATE:
        shown = moments.cast(pl.Date).cast(pl.String)
    else:
        date, clock = moments.cast(pl.Date).cast(pl.String), _clock(moments.cast(pl.Time))
        shown = pl.DataFrame({"d": date, "c": clock}).select(
            pl.concat_str("d", "c", separator="T")
        )["d"]
    return shown.zip_with(inside, _numbers(values))


def _clock(values: pl.Series) -> pl.Series:
    """Times of day as ISO, without the parts of seconds where there are none."""
    shown = values.cast(pl.String)
    return shown.str.replace(r"\.0+$", "").str.replace(r"(\.\d*?[1-9])0+$", "$1")


def _numbers(values: pl.Series) -> pl.Series:
    shown = {value: number_text(value) for value in values.drop_nulls().unique().to_list()}
    if not shown:
        return pl.Series([None] * len(values), dtype=pl.String)
    return values.replace_strict(shown, default=None, return_dtype=pl.String)


def _ids(table: Labelled) -> pl.Series:
    name = id_variable(table)
    if name:
        return texts(table.variable(name), table.data[name]).alias("id")
    return pl.Series("id", [str(row + 1) for row in range(table.data.height)], dtype=pl.String)


def _column(holder: Holder, known: dict[str, Variable], data: pl.DataFrame) -> pl.Series | None:
    question = holder.question
    if holder.slots:
        slots = [known[name.lower()] for name in holder.slots if name.lower() in known]
        return _joined(question, (_coded(question, item, data[item.name]) for item in slots))
    if question.kind is Kind.MULTIPLE:
        return _chosen(holder, known, data)
    variable = known.get(holder.plain.lower())
    if variable is None:
        return None
    if question.kind in CHOICE_KINDS:
        return _coded(question, variable, data[variable.name])
    return _open(question, variable, data[variable.name])


def _coded(question: Question, variable: Variable, column: pl.Series) -> pl.Series:
    """Values as names of codes; those that stand for no code stay as they are, to be told."""
    raw = texts(variable, column)
    if question.codes is None:
        return raw
    names: dict[str, str] = {}
    for name, value in values(question.codes).items():
        names[value if isinstance(value, str) else number_text(value)] = name
    return raw.replace(names) if names else raw


def _joined(question: Question, slots: Iterable[pl.Series]) -> pl.Series:
    parts = [column.alias(f"c{index}") for index, column in enumerate(slots)]
    table = pl.DataFrame(parts)
    both = table.select(pl.concat_str(pl.all(), separator=" ", ignore_nulls=True).alias("all"))
    column = both["all"]
    return column.set((column == "").fill_null(False), None)


def _chosen(holder: Holder, known: dict[str, Variable], data: pl.DataFrame) -> pl.Series:
    """Codes whose variable holds the counted value; "none" where all hold something else."""
    question = holder.question
    parts, told = [], []
    for code, name in holder.options:
        variable = known.get(name.lower())
        if variable is None or question.codes is None:
            continue
        counted = question.codes.code(code).value or "1"
        raw = texts(variable, data[variable.name])
        yes = (raw == counted).fill_null(False)
        missing = declared_missing(variable, data[variable.name])
        told.append(raw.is_not_null() & ~missing)
        parts.append(pl.select(pl.when(yes).then(pl.lit(code))).to_series())
    chosen = _joined(question, parts)
    none = none_code(question)
    if none is None:
        return chosen
    any_told = pl.DataFrame([item.alias(f"t{i}") for i, item in enumerate(told)])
    all_no = any_told.select(pl.any_horizontal(pl.all()).alias("t"))["t"] & chosen.is_null()
    return chosen.set(all_no, none.name)


def _codes(
    holder: Holder, known: dict[str, Variable], data: pl.DataFrame, ids: pl.Series
) -> pl.DataFrame:
    """Codes that an open answer was given, one row each."""
    rows = []
    for code, name in holder.options:
        variable = known.get(name.lower())
        if variable is None:
            continue
        yes = (texts(variable, data[variable.name]) == "1").fill_null(False)
        mine = pl.DataFrame({"id": ids.filter(yes)})
        question = pl.lit(holder.question.name).alias("question")
        rows.append(mine.select("id", question, pl.lit(code).alias("code")))
    empty = pl.DataFrame(schema={"id": pl.String, "question": pl.String, "code": pl.String})
    return pl.concat([empty, *rows])


def declared_missing(variable: Variable, column: pl.Series) -> pl.Series:
    """Where the column holds a value that its variable declares missing."""
    found = pl.Series([False] * len(column), dtype=pl.Boolean)
    for span in variable.missing:
        if isinstance(span.low, str):
            here = column == span.low
        else:
            here = column.is_between(span.low, span.high)
        found = found | here.fill_null(False)
    return found


def _open(question: Question, variable: Variable, column: pl.Series) -> pl.Series:
    """Numbers, dates and texts; values that mean "hard to say" or "refused" as `_dont_know`."""
    raw = texts(variable, column)
    words = {
        shown: None if word == "not_applicable" else f"_{word}"
        for value, word in missing_values(variable, column).items()
        for shown in texts(variable, pl.Series([value], dtype=column.dtype))
    }
    return raw.replace(words) if words else raw


def missing_values(variable: Variable, column: pl.Series) -> dict[Value, str]:
    """Values of a number, date or text that are no answer, and why (a `Missing` as text).

    Those whose label says so, and those that the file declares missing.
    """
    found: dict[Value, str] = {}
    for value, label in variable.labels:
        word = missing_word(label, value, declared=variable.is_missing(value))
        if word:
            found[value] = word
    for value in column.filter(declared_missing(variable, column)).unique():
        if value not in found:
            found[value] = missing_word("", value, declared=True)
    return found
