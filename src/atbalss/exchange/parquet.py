"""Parquet: a frame as it is ("frame Parquet"), which engines can stream, or a plain table.

A frame Parquet has the columns of `Frame.data` and one entry of metadata, `atbalss`: JSON with the
questionnaire's name and version, the wave, and a fingerprint of what is asked. It is free of
language: labels stay in the questionnaire.
"""

from __future__ import annotations

import hashlib
import json
from io import BytesIO
from pathlib import Path

import polars as pl

from atbalss.answers.columns import column_names, has_missing_column
from atbalss.answers.frame import OFF_ROUTE_SCHEMA, Frame
from atbalss.exchange.contact import is_contact
from atbalss.exchange.losses import Losses
from atbalss.problems import Place, Problem, problem
from atbalss.study.question import ANSWER_KINDS
from atbalss.study.questionnaire import Questionnaire

KEY = "atbalss"
BLOCK = 65_536  # rows in a row group


def write_frame(frame: Frame, file: Path, losses: Losses) -> None:
    """Write a frame, without contact data; values off the route are counted as a loss."""
    drop = []
    for question in frame.questionnaire.questions:
        if is_contact(question):
            losses.add("contact", question.name, name=question.name)
            drop += [*column_names(question), f"{question.name}:missing"]
    if frame.off_route.height:
        losses.add("off-route", count=frame.off_route.height)
    losses.add("labels")
    about = {
        "questionnaire": frame.questionnaire.name,
        "version": frame.questionnaire.version,
        "wave": frame.wave,
        "asked": asked(frame.questionnaire),
    }
    data = frame.data.drop(name for name in drop if name in frame.data.columns)
    part = file.with_name(file.name + ".part")
    metadata = {KEY: json.dumps(about, ensure_ascii=False)}
    data.write_parquet(part, row_group_size=BLOCK, metadata=metadata)
    part.replace(file)


def write_plain(table: pl.DataFrame, file: Path, about: dict[str, str]) -> None:
    """Write any table, with what there is to say of it as texts in the file's metadata."""
    part = file.with_name(file.name + ".part")
    table.write_parquet(part, row_group_size=BLOCK, metadata=about)
    part.replace(file)


def asked(questionnaire: Questionnaire) -> str:
    """A fingerprint of what is asked: names, kinds, codes and routes; texts may change freely."""
    rows = [
        (
            question.name,
            question.kind.value,
            question.codes.names if question.codes is not None else (),
            question.frame.names if question.frame is not None else (),
            repr(question.asked_of),
        )
        for question in questionnaire.questions
    ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()[:16]


def read_about(file: Path) -> tuple[dict[str, str] | None, list[Problem]]:
    """What a Parquet file says of itself; None where it is no frame of ours."""
    try:
        metadata = pl.read_parquet_metadata(file)
    except (pl.exceptions.PolarsError, OSError) as error:
        return None, [_broken(file, error)]
    try:
        about = json.loads(metadata.get(KEY, "null"))
    except ValueError:
        return None, []
    return (about if isinstance(about, dict) else None), []


def is_frame(file: Path) -> bool:
    """Whether a Parquet file has the columns of a frame; False where it cannot be read."""
    try:
        names = pl.read_parquet_schema(file)
    except (pl.exceptions.PolarsError, OSError):
        return False
    return any(name.endswith(":reached") for name in names)


def read_frame(
    file: Path, questionnaire: Questionnaire, wave: str, about: dict[str, str], name: str = ""
) -> tuple[Frame | None, list[Problem]]:
    """The frame of a frame Parquet, its routes already followed; a problem if it is another's."""
    place = Place(name or file.name)
    if about.get("asked") != asked(questionnaire):
        what = f"{about.get('questionnaire', '?')} {about.get('version', '')}".strip()
        return None, [problem("exchange-parquet-other", place, what=what)]
    if about.get("wave") != wave:
        return None, [problem("exchange-parquet-other", place, what=about.get("wave", "?"))]
    try:
        data = pl.read_parquet(file)
    except (pl.exceptions.PolarsError, OSError) as error:
        return None, [_broken(file, error)]
    missing = [item for item in _needed(questionnaire) if item not in data.columns]
    if missing or not {"id", "weight"} <= set(data.columns):
        return None, [problem("exchange-parquet-other", place, what=", ".join(missing[:5]))]
    return Frame(questionnaire, wave, data, pl.DataFrame(schema=OFF_ROUTE_SCHEMA)), []


def _needed(questionnaire: Questionnaire) -> list[str]:
    names: list[str] = []
    for question in questionnaire.questions:
        if question.kind not in ANSWER_KINDS or is_contact(question):
            continue
        names += [*column_names(question), f"{question.name}:reached"]
        names += [f"{question.name}:missing"] if has_missing_column(question) else []
    return names


def read_table(file: Path) -> tuple[pl.DataFrame | None, list[Problem]]:
    """Any Parquet file as a table, its types as they are; a problem where it cannot be read."""
    try:
        return pl.read_parquet(BytesIO(file.read_bytes())), []
    except (pl.exceptions.PolarsError, OSError) as error:
        return None, [_broken(file, error)]


def _broken(file: Path, error: Exception) -> Problem:
    why = str(error).splitlines()[0][:200] if str(error) else type(error).__name__
    return problem("exchange-parquet-broken", Place(file.name), why=why)
