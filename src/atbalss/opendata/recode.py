"""Quasi-identifiers recoded: a coarser question beside the one that was asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import polars as pl

from atbalss.answers.frame import Frame
from atbalss.opendata.rules import Band, QuasiIdentifier
from atbalss.study.bases import code_list
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import NUMBER_KINDS, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text


def values_at(frame: Frame, item: QuasiIdentifier, level: int) -> pl.Series:
    """The values of a quasi-identifier at a level, as texts; null where there is no answer."""
    column = frame.data[item.question]
    name = item.name_at(level)
    if level == item.dropped:
        return pl.Series(name, [None] * len(column), dtype=pl.String)
    if level == 0:
        return column.cast(pl.String).alias(name)
    bands = item.levels[level - 1]
    if frame.questionnaire.question(item.question).kind in NUMBER_KINDS:
        found = [_band_of(value, bands) for value in column.cast(pl.Float64).to_list()]
        return pl.Series(name, found, dtype=pl.String)
    mapped = {code: band.name for band in bands for code in band.codes}
    texts = column.cast(pl.String)
    return texts.replace_strict(mapped, default=texts, return_dtype=pl.String).alias(name)


def _band_of(value: float | None, bands: Iterable[Band]) -> str | None:
    if value is None:
        return None
    return next((band.name for band in bands if band.holds(value)), None)


def recoded(questionnaire: Questionnaire, item: QuasiIdentifier, level: int) -> Question:
    """The question that a recoding makes: a single choice of groups, then codes in none."""
    asked = questionnaire.question(item.question)
    bands = item.levels[level - 1]
    taken = {code for band in bands for code in band.codes}
    codes = tuple(Code(band.name, band.label or _plain(questionnaire, band)) for band in bands)
    own = code_list(asked)
    rest = own.codes if own is not None and asked.kind is Kind.SINGLE else ()
    codes += tuple(replace(code, nets=(), band="") for code in rest if code.name not in taken)
    name = item.name_at(level)
    return Question(
        name,
        Kind.SINGLE,
        label=asked.label,
        short_label=asked.short_label,
        codes=CodeList(name, codes),
        asked_of=asked.asked_of,
        role=Role.DEMOGRAPHIC,
        dk_in_base=asked.dk_in_base,
    )


def _plain(questionnaire: Questionnaire, band: Band) -> Text:
    return Text.of(dict.fromkeys(questionnaire.langs, band.name))


def with_recodings(frame: Frame, items: Iterable[QuasiIdentifier]) -> Frame:
    """The frame with the recoded questions beside the asked ones, at the level of each."""
    questionnaire, data = frame.questionnaire, frame.data
    for item in items:
        if not 0 < item.level < item.dropped:
            continue
        question = recoded(questionnaire, item, item.level)
        names = pl.Enum(list(question.codes.names if question.codes else ()))
        column = values_at(frame, item, item.level).cast(names)
        reached = data[f"{item.question}:reached"].alias(f"{question.name}:reached")
        data = data.with_columns(column, reached)
        questionnaire = replace(questionnaire, items=(*questionnaire.items, question))
    return replace(frame, questionnaire=questionnaire, data=data)
