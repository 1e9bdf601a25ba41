"""A wave's answers on disk, in any format: as raw strings, or as a frame that is ready."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from atbalss.folder.workbooks import as_text
from atbalss.problems import Place, Problem, errors, problem
from atbalss.study.questionnaire import Questionnaire

if TYPE_CHECKING:
    import polars as pl

NAMES = ("answers.csv", "answers.sav", "answers.zsav", "answers.xlsx")
PARQUET = "answers.parquet"


def answers_file(folder: Path) -> Path | None:
    """The answers of a wave's folder, or None; a frame Parquet is no such file: it is streamed."""
    found = next((folder / name for name in NAMES if (folder / name).is_file()), None)
    return found or _raw_parquet(folder / PARQUET)


def _raw_parquet(file: Path) -> Path | None:
    """A Parquet file of raw answers, whose routes nobody has followed yet."""
    if not file.is_file():
        return None
    from atbalss.exchange.parquet import is_frame

    return None if is_frame(file) else file


def several(folder: Path, wave: str) -> list[Problem]:
    """A problem where a wave has more than one file of answers."""
    found = [name for name in NAMES if (folder / name).is_file()]
    if len(found) < 2:
        return []
    return [problem("exchange-two-answers", Place(f"waves/{wave}"), files=", ".join(found))]


def raw_answers(
    file: Path, questionnaire: Questionnaire, name: str
) -> tuple[pl.DataFrame | None, pl.DataFrame | None, list[Problem]]:
    """Answers as raw strings, codes of open answers where the file has them, and problems."""
    if file.suffix == ".csv":
        from atbalss.exchange.delimited import read_answers

        table, found = read_answers(as_text(file.read_bytes(), file), name)
        return table, None, found
    if file.suffix == ".xlsx":
        from atbalss.exchange import xlsx_data

        sheet, found = xlsx_data.read_table(file.read_bytes(), name)
        return sheet, None, found
    if file.suffix == ".parquet":
        from atbalss.exchange import parquet
        from atbalss.exchange.plain_table import raw_texts

        columns, found = parquet.read_table(file)
        return (None if columns is None else raw_texts(columns)), None, found
    from atbalss.exchange.from_labelled import answers
    from atbalss.exchange.sav import read_sav

    labelled, found = read_sav(file)
    if labelled is None or errors(found):
        return None, None, found
    made, codes = answers(questionnaire, labelled)
    return made, codes if codes.height else None, found
