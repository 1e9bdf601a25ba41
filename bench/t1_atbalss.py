"""Task T1 as Atbalss does it: a questionnaire, a spec declared before the scan, one cube."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray
from t1 import BANNER, COLUMNS, MULTIPLES, SCALES, SINGLES, Columns, Result, rows, with_means

from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text
from atbalss.tables.count import Block
from atbalss.tables.spec import Spec
from atbalss.tables.specify import build
from atbalss.tables.sums import Sums


def _words(words: str) -> Text:
    return Text.of({"lv": words})


def _list(name: str, codes: list[str]) -> CodeList:
    return CodeList(name, tuple(Code(code, _words(code)) for code in codes))


def _lists() -> dict[str, CodeList]:
    scale = [Code("0", _words("grūti pateikt"), missing=Missing.DONT_KNOW)]
    scale += [Code(str(i), _words(str(i)), score=float(i)) for i in range(1, 11)]
    found = {
        name: _list(name, [str(level) for level in range(size)]) for name, size in BANNER.items()
    }
    found |= dict.fromkeys(SCALES, CodeList("scale", tuple(scale)))
    found |= dict.fromkeys(SINGLES, _list("five", [str(code) for code in range(1, 6)]))
    return found | dict.fromkeys(MULTIPLES, _list("ten", [str(code) for code in range(1, 11)]))


LISTS = _lists()


def questionnaire() -> Questionnaire:
    """The questions of T1."""
    items = tuple(
        Question(
            name, Kind.MULTIPLE if name in MULTIPLES else Kind.SINGLE, _words(name), codes=list_
        )
        for name, list_ in LISTS.items()
    )
    lists = {item.name: item for item in LISTS.values()}
    return Questionnaire("t1", items=items, lists=tuple(lists.values()))


def spec() -> Spec:
    """What T1 counts: every question by each column of the banner."""
    return build(questionnaire(), [((name, str(level)),) for name, level in COLUMNS])


def block(made: Columns) -> Block:
    """The interviews as arrays of positions and marks."""
    ones = np.ones(len(made["w"]), dtype=bool)
    codes = {name: made[name] for name in (*BANNER, *SCALES)}
    codes |= {name: made[name] - np.int8(1) for name in SINGLES}
    marks = {name: np.stack([made[o] for o in options]) for name, options in MULTIPLES.items()}
    return Block(made["w"], codes, marks, dict.fromkeys(MULTIPLES, ones))


def frame(made: Columns) -> pl.DataFrame:
    """The interviews as the columns of a frame."""
    columns: dict[str, pl.Series] = {"weight": pl.Series(made["w"])}
    for name in (*BANNER, *SCALES, *SINGLES):
        names = list(LISTS[name].names)
        first = 1 if name in SINGLES else 0
        codes = pl.Series(made[name]) - first
        words = dict(enumerate(names))
        columns[name] = codes.replace_strict(words, return_dtype=pl.Enum(names))
    for name, options in MULTIPLES.items():
        for place, option in enumerate(options, start=1):
            columns[f"{name}/{place}"] = pl.Series(made[option])
    return pl.DataFrame(columns)


def write_parquet(made: Columns, file: Path) -> None:
    """The frame as Parquet, as `atbalss export --to x.parquet` writes it."""
    frame(made).write_parquet(file, row_group_size=65_536)


def table(of: Spec, sums: Sums) -> Result:
    """The table of T1 out of the sums."""
    lines = _lines(of)
    cells = [of.cells_of(((name, str(level)),)) for name, level in COLUMNS] + [of.cells_of(())]
    found: list[NDArray] = []
    for array in (sums.n, sums.w, sums.w2):
        chosen = array[lines]
        found.append(np.stack([chosen[:, where].sum(axis=1) for where in cells], axis=1))
    return with_means(*found)


def _lines(of: Spec) -> list[int]:
    starts: Mapping[str, int] = {name: of.by_name[name].start for name in LISTS}
    found = []
    for name, code in rows():
        question, _, option = name.partition("_")
        first = 0 if name in SCALES else 1
        found.append(starts[question] + (int(option) - 1 if option else code - first))
    return found
