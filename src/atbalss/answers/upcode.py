"""What stood behind "Cits" and belongs to an option: the closed question gets that option."""

from __future__ import annotations

import polars as pl

from atbalss.answers.coded import option_codes
from atbalss.study.bases import base_question, opening_options
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire

UPCODED = "upcoded"
_KEPT = {"id": pl.String, "question": pl.String, "value": pl.String, "why": pl.String}


def upcode(
    questionnaire: Questionnaire, data: pl.DataFrame, codes: pl.DataFrame | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The frame's table with coded "Cits" in their options, and what stood there before.

    `codes` (id, question, code) with codes `parent/option`. "Cits" is taken away where nothing else
    was said; nobody who answered the closed question drops out of it, nobody comes in. The route
    stays as it was asked: nobody was asked anything else because of it. A single choice becomes
    the option only where there is exactly one and nothing else.
    """
    kept = [pl.DataFrame(schema=_KEPT)]
    if codes is None or not codes["code"].str.contains("/", literal=True).any():
        return data, kept[0]
    for question in questionnaire.questions:
        known = option_codes(questionnaire, question)
        if question.frame is None or not known:
            continue
        parent = base_question(questionnaire, question)
        mine = codes.filter(pl.col("question") == question.name)
        given = mine.filter(pl.col("code").is_in(list(known)))
        if given.is_empty():
            continue
        own = mine.filter(pl.col("code").is_in(question.frame.names))["id"].unique()
        make = _single if parent.kind is Kind.SINGLE else _multiple
        given = given.select("id", pl.col("code").replace_strict(known).alias("option")).unique()
        data, before = make(data, question, parent, given, own)
        kept.append(before)
    return data, pl.concat(kept)


def _multiple(
    data: pl.DataFrame, text: Question, parent: Question, given: pl.DataFrame, own: pl.Series
) -> tuple[pl.DataFrame, pl.DataFrame]:
    opening = opening_options(text, parent)
    answered = _answered(data, text)
    whose = {key: part["id"].to_list() for (key,), part in given.group_by("option")}
    whole = answered & pl.col("id").is_in(given["id"].to_list())
    whole = whole & ~pl.col("id").is_in(own.to_list())
    before = [
        data.filter(whole & pl.col(f"{parent.name}/{code}").fill_null(False)).select(
            "id",
            pl.lit(parent.name).alias("question"),
            pl.lit(code).alias("value"),
            pl.lit(UPCODED).alias("why"),
        )
        for code in opening
        if f"{parent.name}/{code}" in data.columns
    ]
    changed = [
        (pl.col(f"{parent.name}/{code}") | (answered & pl.col("id").is_in(ids))).alias(
            f"{parent.name}/{code}"
        )
        for code, ids in whose.items()
        if code not in opening
    ]
    changed += [
        (pl.col(f"{parent.name}/{code}") & ~whole).alias(f"{parent.name}/{code}")
        for code in opening
        if f"{parent.name}/{code}" in data.columns
    ]
    return data.with_columns(changed), pl.concat([pl.DataFrame(schema=_KEPT), *before])


def _single(
    data: pl.DataFrame, text: Question, parent: Question, given: pl.DataFrame, own: pl.Series
) -> tuple[pl.DataFrame, pl.DataFrame]:
    only = given.filter(~pl.col("id").is_duplicated() & ~pl.col("id").is_in(own.to_list()))
    kind = data.schema[parent.name]
    found = data.select(
        "id", pl.col(parent.name).cast(pl.String), _answered(data, text).alias("ok")
    )
    found = found.join(only, on="id", how="left", maintain_order="left")
    instead = (
        pl.col("ok")
        & pl.col("option").is_not_null()
        & pl.col(parent.name).is_in(opening_options(text, parent)).fill_null(False)
    )
    before = found.filter(instead).select(
        "id",
        pl.lit(parent.name).alias("question"),
        pl.col(parent.name).alias("value"),
        pl.lit(UPCODED).alias("why"),
    )
    made = found.select(
        pl.when(instead).then("option").otherwise(parent.name).cast(kind).alias(parent.name)
    )
    return data.with_columns(made), before


def _answered(data: pl.DataFrame, text: Question) -> pl.Expr:
    """Whether the text behind "Cits" was reached: codes of others are strays."""
    return pl.col(f"{text.name}:reached").fill_null(False)
