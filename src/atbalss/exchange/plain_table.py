"""A table without labels (CSV, Excel, Parquet) as a labelled one, its types guessed from values."""

from __future__ import annotations

from datetime import date, time

import polars as pl

from atbalss.exchange.cell_lists import CellLists, cell_lists
from atbalss.exchange.guess_names import plain_names
from atbalss.exchange.guess_words import language_of
from atbalss.exchange.labelled import UNIX, Labelled, ResponseSet, Variable
from atbalss.problems import Place, Problem, problem

_NUMBER = r"^[+-]?([0-9]+(\.[0-9]+)?|\.[0-9]+)$"
_COMMA = r"^[+-]?[0-9]+(,[0-9]+)?$"
_OTHER = {"lv": "Cits", "en": "Other", "ru": "Другое"}
_ZERO = r"^[+-]?0[0-9]"  # numbers that begin so are codes or telephones: texts


def as_labelled(table: pl.DataFrame, file: str) -> tuple[Labelled, list[Problem]]:
    """The table with a variable a column; headers that are texts become labels.

    Columns `question/option` of 1 and 0 are a response set, as XLSForm tools write them; so is
    a column whose cells hold several answers each, as web forms write them.
    """
    found: list[Problem] = []
    headers = [name for name in table.columns if name]
    plain = plain_names([name for name in headers if _is_text(name)], prefix="q")
    variables, columns = [], []
    sets: dict[str, list[str]] = {}
    ticked: list[ResponseSet] = []
    for header in headers:
        name = plain.get(header, header)
        place = Place(file, column=header[:40])
        if name != header:
            found.append(problem("exchange-adopt-names", place, old=header[:60], new=name))
        variable, column = _typed(name, table[header])
        label = header if name != header else ""
        lists = cell_lists(column) if variable.is_text else None
        if lists is not None and not any(other.startswith(f"{header}/") for other in headers):
            own = _ticks(name, label, lists)
            variables += [item for item, _ in own]
            columns += [cells for _, cells in own]
            options = tuple(item.name for item, _ in own if not item.is_text)
            ticked.append(ResponseSet(name, options, label or name, "1"))
            args = {"name": name, "sign": lists.separator.strip() or "↵", "count": len(options)}
            found.append(problem("exchange-adopt-cell-lists", place, **args))
            continue
        question, slash, option = header.rpartition("/")
        if slash and question and option and not variable.is_text:
            sets.setdefault(question, []).append(name)
            label = option
        variables.append(Variable(variable.name, label, variable.is_text, variable.format))
        columns.append(column.alias(name))
    known = {
        question: names
        for question, names in sets.items()
        if all(_is_dichotomy(columns[[v.name for v in variables].index(name)]) for name in names)
    }
    kept = [
        index
        for index, variable in enumerate(variables)
        if variable.name not in known  # the words of a set that has columns of its own too
    ]
    return (
        Labelled(
            tuple(variables[index] for index in kept),
            pl.DataFrame([columns[index] for index in kept]),
            (
                *(
                    ResponseSet(question, tuple(names), question, "1")
                    for question, names in known.items()
                ),
                *ticked,
            ),
        ),
        found,
    )


def _ticks(name: str, label: str, lists: CellLists) -> list[tuple[Variable, pl.Series]]:
    """A variable of 1 and 0 an option; "other" and its words where rows have more than options."""
    codes = plain_names(lists.options, prefix="c")
    made = [
        (Variable(f"{name}/{codes[option]}", option), lists.dichotomy(option))
        for option in lists.options
    ]
    words = lists.others()
    if words.null_count() < len(words):
        said = _OTHER[language_of([label, *lists.options])]
        told = made[0][1].is_not_null()
        ticks = pl.select(pl.when(told).then(words.is_not_null().cast(pl.Float64))).to_series()
        made.append((Variable(f"{name}/other", said), ticks))
        title = f"{label or name} – {said.lower()}"
        made.append((Variable(f"{name}_other", title, is_text=True), words))
    return [(item, cells.alias(item.name)) for item, cells in made]


def _is_text(header: str) -> bool:
    """Whether a header is words, not a name."""
    return any(sign.isspace() for sign in header)


def _is_dichotomy(column: pl.Series) -> bool:
    return bool(column.drop_nulls().is_in([0.0, 1.0]).all())


def _typed(name: str, column: pl.Series) -> tuple[Variable, pl.Series]:
    dtype = column.dtype
    if dtype == pl.Boolean or dtype.is_numeric():
        return Variable(name), column.cast(pl.Float64).fill_nan(None)
    if dtype == pl.Date:
        return Variable(name, format="EDATE10"), _seconds(column.cast(pl.Datetime("us")))
    if isinstance(dtype, pl.Datetime):
        moments = column.dt.replace_time_zone(None).cast(pl.Datetime("us"))
        return Variable(name, format="DATETIME23.3"), _seconds(moments)
    if dtype == pl.Time:
        clock = column.cast(pl.Int64).cast(pl.Float64) / 1e9
        return Variable(name, format="TIME12.3"), clock
    texts = column.cast(pl.String).str.strip_chars()
    texts = texts.set((texts == "").fill_null(False), None)
    return _of_texts(name, texts)


def _seconds(moments: pl.Series) -> pl.Series:
    return moments.cast(pl.Int64).cast(pl.Float64) / 1e6 + UNIX


def _of_texts(name: str, texts: pl.Series) -> tuple[Variable, pl.Series]:
    real = texts.drop_nulls()
    if len(real) and not real.str.contains(_ZERO).any():
        if real.str.contains(_NUMBER).all():
            return Variable(name), texts.cast(pl.Float64)
        if real.str.contains(_COMMA).all():
            return Variable(name), texts.str.replace(",", ".", literal=True).cast(pl.Float64)
    if len(real):
        days = texts.str.to_date("%Y-%m-%d", strict=False)
        if days.null_count() == texts.null_count():
            return Variable(name, format="EDATE10"), _seconds(days.cast(pl.Datetime("us")))
    return Variable(name, is_text=True), texts


def raw_texts(table: pl.DataFrame) -> pl.DataFrame:
    """The table as raw strings, as `answers.csv` has them: numbers in short, moments ISO."""
    from atbalss.exchange.from_labelled import texts

    made = []
    for name in table.columns:
        column = table[name]
        plain = column.dtype in (pl.String, pl.Categorical) or isinstance(column.dtype, pl.Enum)
        if plain:
            made.append(column.cast(pl.String))
        else:
            variable, values = _typed(name, column)
            made.append(texts(variable, values).alias(name))
    return pl.DataFrame(made)


def text_of(value: object) -> str:
    """A cell's value as text: numbers in short, dates ISO."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else str(value)
