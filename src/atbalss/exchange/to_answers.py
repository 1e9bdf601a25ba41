"""A frame as raw strings again: `answers.csv` and `codes.csv` as a study folder has them."""

from __future__ import annotations

import polars as pl

from atbalss.answers.columns import code_columns
from atbalss.answers.frame import Frame
from atbalss.answers.record import number_text
from atbalss.exchange.contact import is_contact
from atbalss.exchange.losses import Losses
from atbalss.study.question import NUMBER_KINDS, Kind, Question

CODES = {"id": pl.String, "question": pl.String, "code": pl.String}


def answers_of(frame: Frame, losses: Losses) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Answers (id, columns of the sample, a column a question) and codes of open answers.

    Contact data is left out; values off the route stay in the study and are counted as a loss.
    """
    columns = {"id": frame.data["id"]}
    if bool((frame.data["weight"] != 1.0).any()):
        columns["weight"] = _numbers(frame.data["weight"])
    for name in frame.data.columns:
        plain = name.removeprefix(":")
        if plain != name and plain not in columns:
            column = frame.data[name]
            numeric = column.dtype.is_numeric()
            columns[plain] = _numbers(column) if numeric else column.cast(pl.String)
    codes = [pl.DataFrame(schema=CODES)]
    for question in frame.questionnaire.questions:
        if is_contact(question):
            losses.add("contact", question.name, name=question.name)
            continue
        raw = _column(frame, question)
        if raw is not None:
            columns[question.name] = raw
        codes.append(_codes(frame, question))
    if frame.off_route.height:
        losses.add("off-route", count=frame.off_route.height)
    made = pl.DataFrame([values.alias(name) for name, values in columns.items()])
    return made, pl.concat(codes)


def _column(frame: Frame, question: Question) -> pl.Series | None:
    data, name = frame.data, question.name
    if question.kind is Kind.MULTIPLE:
        parts = [
            pl.when(pl.col(column)).then(pl.lit(column[len(name) + 1 :])).alias(column)
            for column in code_columns(name, question.codes)
            if column in data.columns
        ]
        if not parts:
            return None
        joined = data.select(pl.concat_str(parts, separator=" ", ignore_nulls=True)).to_series()
        return joined.set((joined == "").fill_null(False), None)
    if name not in data.columns:
        return None
    column = data[name]
    raw = _numbers(column) if question.kind in NUMBER_KINDS else column.cast(pl.String)
    why = f"{name}:missing"
    if why in data.columns:
        word = "_" + data[why].cast(pl.String)
        raw = raw.zip_with(word.is_null(), word)
    return raw


def _codes(frame: Frame, question: Question) -> pl.DataFrame:
    found = [pl.DataFrame(schema=CODES)]
    if question.frame is not None and question.kind is not Kind.MULTIPLE:
        for column in code_columns(question.name, question.frame):
            if column not in frame.data.columns:
                continue
            yes = frame.data[column].fill_null(False)
            code = column[len(question.name) + 1 :]
            rows = pl.DataFrame({"id": frame.data["id"].filter(yes)}).with_columns(
                pl.lit(question.name).alias("question"), pl.lit(code).alias("code")
            )
            found.append(rows)
    return pl.concat(found)


def _numbers(column: pl.Series) -> pl.Series:
    shown = {value: number_text(value) for value in column.cast(pl.Float64).drop_nulls().unique()}
    if not shown:
        return pl.Series([None] * len(column), dtype=pl.String)
    return column.cast(pl.Float64).replace_strict(shown, default=None, return_dtype=pl.String)
