"""Base weights, strata, clusters and replicate weights read from a table of raw strings."""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

from atbalss.answers import columns as cols
from atbalss.answers.carried import MARK, Carried
from atbalss.answers.coded import SHOWN, short
from atbalss.answers.record import LARGEST
from atbalss.problems import Place, Problem, problem


def carry(table: pl.DataFrame, wanted: Carried, file: str) -> tuple[list[pl.Series], list[Problem]]:
    """The declared columns of a table of raw strings, and what is wrong with them."""
    found: list[pl.Series] = []
    problems: list[Problem] = []
    for name in wanted.names:
        if name not in table.columns:
            problems.append(problem("answers-no-declared-column", Place(file=file), column=name))
            continue
        is_number = name in wanted.numbers
        series, faults = (_numbers if is_number else _labels)(table[name], name, file)
        found.append(series.alias(MARK + name))
        problems += faults
    return found, problems


def _labels(raw: pl.Series, name: str, file: str) -> tuple[pl.Series, list[Problem]]:
    values = cols.clean(raw)
    blank = values.is_null()
    return values, [
        problem("answers-blank-label", Place(file=file, row=row + 2, column=name), column=name)
        for row in blank.arg_true().to_list()[:SHOWN]
    ]


def _numbers(raw: pl.Series, name: str, file: str) -> tuple[pl.Series, list[Problem]]:
    values = cols.clean(raw).cast(pl.Float64, strict=False)
    bad = ~values.is_between(0, LARGEST).fill_null(False)
    return values.set(bad, 0.0), _faults(raw, bad.arg_true().to_list(), name, file)


def _faults(raw: pl.Series, rows: Sequence[int], name: str, file: str) -> list[Problem]:
    return [
        problem(
            "answers-bad-weight",
            Place(file=file, row=row + 2, column=name),
            value=short(raw[row]),
        )
        for row in rows[:SHOWN]
    ]
