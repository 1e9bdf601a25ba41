"""Coded open answers: rows of (id, question, code) as Boolean columns of a frame.

A code `parent/option` says that what stood behind "Cits" belongs to an option of the closed
question: see `upcode`.
"""

from __future__ import annotations

import polars as pl

from atbalss.answers.columns import code_columns
from atbalss.problems import Place, Problem, problem
from atbalss.study.bases import base_question
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire

SHOWN = 20  # problems told one by one; the rest are counted


def option_codes(questionnaire: Questionnaire, question: Question) -> dict[str, str]:
    """Options of the closed question that a text continues, by what a code calls them."""
    parent = base_question(questionnaire, question)
    if parent is question or parent.codes is None:
        return {}
    return {f"{parent.name}/{name}": name for name in parent.codes.names}


def coded(
    questionnaire: Questionnaire,
    question: Question,
    ids: pl.Series,
    codes: pl.DataFrame | None,
    file: str,
) -> tuple[tuple[pl.Series, ...], list[Problem]]:
    """Boolean columns `q/code` of an open question, null where its answer was not coded."""
    if question.frame is None:
        return (), []
    names = question.frame.names
    columns = code_columns(question.name, question.frame)
    if codes is None:
        nulls = [None] * len(ids)
        return tuple(pl.Series(column, nulls, dtype=pl.Boolean) for column in columns), []
    mine = codes.with_row_index("row").filter(pl.col("question") == question.name)
    known = pl.col("code").is_in([*names, *option_codes(questionnaire, question)]).fill_null(False)
    found = [
        problem(
            "answers-unknown-code",
            Place(file=file, row=row + 2, column="code"),
            value=short(code),
            question=question.name,
        )
        for row, code in mine.filter(~known).select("row", "code").head(SHOWN).iter_rows()
    ]
    mine = mine.filter(known)
    whose = {key: part["id"].to_list() for (key,), part in mine.group_by("code")}
    is_coded = pl.col("id").is_in(mine["id"].to_list())
    marks = pl.DataFrame({"id": ids}).select(
        pl.when(is_coded).then(pl.col("id").is_in(whose.get(name, []))).alias(column)
        for name, column in zip(names, columns, strict=True)
    )
    return tuple(marks.get_columns()), found


def strays(
    questionnaire: Questionnaire, ids: pl.Series, codes: pl.DataFrame | None, file: str
) -> list[Problem]:
    """Problems of coded rows whose question has no code frame or whose respondent is unknown."""
    if codes is None:
        return []
    with_frame = [q.name for q in questionnaire.questions if q.frame is not None]
    rows = codes.with_row_index("row")
    no_question = rows.filter(~pl.col("question").is_in(with_frame).fill_null(False))
    no_person = rows.filter(~pl.col("id").is_in(ids.to_list()).fill_null(False))
    return [
        problem(
            "answers-code-without-question", Place(file=file, row=row + 2), question=short(name)
        )
        for row, name in no_question.select("row", "question").head(SHOWN).iter_rows()
    ] + [
        problem("answers-code-without-person", Place(file=file, row=row + 2), id=short(person))
        for row, person in no_person.select("row", "id").head(SHOWN).iter_rows()
    ]


def short(value: object) -> str:
    """A value for a sentence: at most 60 characters."""
    words = "" if value is None else str(value)
    return words if len(words) <= 60 else words[:59] + "…"
