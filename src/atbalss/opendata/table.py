"""Microdata as columns of texts: the one table that CSV, CSVW, DDI and Parquet describe.

Variables are called as in the .sav: a question with one answer by its name, an option of a
multiple one `question_code`. A closed question holds code names, an option 1 or 0, a month
YYYY-MM; an empty cell is "not asked", "no answer" or "blanked".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import polars as pl

from atbalss.answers.frame import Frame
from atbalss.answers.record import number_text
from atbalss.exchange.cells import csv_text, disarmed
from atbalss.exchange.variables import holders, values
from atbalss.opendata.phrases import say
from atbalss.problems.catalogue import LANGS
from atbalss.study.codes import Code, Missing
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.texts import NO_TEXT, Text


class Form(StrEnum):
    """What the cells of a column are."""

    ID = "id"
    WORD = "word"
    CODE = "code"
    OPTION = "option"
    NUMBER = "number"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a column: as written, its number in the .sav, what it means."""

    name: str
    number: str
    label: Text
    missing: Missing | None = None


@dataclass(frozen=True)
class Column:
    """A column of the table. `cells` are texts, None where blank; `code` names an option."""

    name: str
    form: Form
    label: Text
    cells: tuple[str | None, ...]
    question: Question | None = None
    code: Code | None = None
    values: tuple[Value, ...] = ()


def columns(frame: Frame, invented: bool) -> tuple[Column, ...]:
    """The columns of published microdata; `data_status` says of each row if it is invented."""
    data = frame.data
    status = "invented" if invented else "real"
    found = [
        Column("id", Form.ID, _text("id"), tuple(data["id"].to_list())),
        Column(
            "data_status",
            Form.WORD,
            _text("data_status"),
            (status,) * data.height,
            values=(Value(status, status, _text("made" if invented else "real")),),
        ),
    ]
    if bool((data["weight"] != 1.0).any()):
        cells = tuple(f"{value:.6f}" for value in data["weight"].to_list())
        found.append(Column("weight", Form.NUMBER, _text("weight"), cells))
    for holder in holders(frame.questionnaire):
        question = holder.question
        if question.kind is Kind.MULTIPLE:
            for code, name in holder.options:
                found.append(_option(data, question, code, name))
        elif question.name in data.columns:
            found.append(_plain(data, question, holder.plain))
    return tuple(found)


def _text(key: str) -> Text:
    return Text.of({lang: say(key, lang) for lang in LANGS})


def _plain(data: pl.DataFrame, question: Question, name: str) -> Column:
    cells: tuple[str | None, ...]
    if question.kind in NUMBER_KINDS:
        numbers = data[question.name].to_list()
        cells = tuple(None if value is None else number_text(value) for value in numbers)
        return Column(name, Form.NUMBER, question.label, cells, question)
    cells = tuple(data[question.name].cast(pl.String).to_list())
    if question.codes is None:
        return Column(name, Form.MONTH, question.label, cells, question)
    numbered = values(question.codes)
    listed = tuple(
        Value(code.name, _shown(numbered[code.name]), code.label, code.missing)
        for code in question.codes.codes
    )
    return Column(name, Form.CODE, question.label, cells, question, values=listed)


def _option(data: pl.DataFrame, question: Question, code: str, name: str) -> Column:
    asked = question.codes.code(code) if question.codes is not None else Code(code)
    cells = tuple(
        None if value is None else str(int(value)) for value in data[f"{question.name}/{code}"]
    )
    label = Text.of(
        {lang: f"{words}: {asked.label.get(lang)}" for lang, words in question.label.pairs}
    )
    both = (Value("0", "0", _text("no")), Value("1", "1", _text("yes")))
    return Column(name, Form.OPTION, label or NO_TEXT, cells, question, asked, both)


def _shown(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:g}"


# ---- CSV


def safe(cell: str) -> str:
    """A text that no spreadsheet runs: an apostrophe before what could be a formula.

    An apostrophe of its own is doubled, so `plain` gives every text back. Numbers stay as they are.
    """
    return "'" + cell if cell[:1] == "'" else disarmed(cell)


def plain(cell: str) -> str:
    """The text that `safe` has written."""
    return cell[1:] if cell[:1] == "'" else cell


def as_csv(table: Iterable[Column]) -> bytes:
    """The table as UTF-8 CSV: commas, a header, lines ended by CR LF (RFC 4180), blanks empty."""
    held = list(table)
    rows = zip(*(column.cells for column in held), strict=True)
    return csv_bytes([column.name for column in held], rows)


def csv_bytes(names: Iterable[str], rows: Iterable[Iterable[object]]) -> bytes:
    """Rows as UTF-8 CSV, every text made safe (`safe`), None empty."""
    return csv_text([names, *rows], disarm=safe).encode()


CODEBOOK = (
    "variable",
    "question",
    "value",
    "value_sav",
    "missing",
    "label_lv",
    "label_en",
    "label_ru",
)


def codebook_rows(table: Iterable[Column]) -> Iterable[tuple[str, ...]]:
    """One row a variable (value blank) and one a value of it, for `codebook.csv`."""
    for column in table:
        question = column.question.name if column.question is not None else ""
        labels = tuple(column.label.get(lang) for lang in LANGS)
        yield (column.name, question, "", "", "", *labels)
        for value in column.values:
            labels = tuple(value.label.get(lang) for lang in LANGS)
            missing = value.missing.value if value.missing else ""
            yield (column.name, question, value.name, value.number, missing, *labels)


def typed(table: Iterable[Column]) -> pl.DataFrame:
    """The table with numbers as numbers and options as 0 and 1, for Parquet."""
    made = []
    for column in table:
        texts = pl.Series(column.name, list(column.cells), dtype=pl.String)
        if column.form is Form.NUMBER:
            made.append(texts.cast(pl.Float64))
        elif column.form is Form.OPTION:
            made.append(texts.cast(pl.Int8))
        else:
            made.append(texts)
    return pl.DataFrame(made)
