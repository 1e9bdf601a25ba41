"""Microdata fit for publication, made from a frame; every change counted in a log.

Dropped: keys, contact data, open texts, times, what machines wrote, columns of the sample. Dates
become months, ends of open numbers are coded together, answers that tables hide are united with
others, quasi-identifiers are recoded and blanked. The order of rows says nothing any more.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

import polars as pl

from atbalss.answers.columns import code_columns, column_names
from atbalss.answers.frame import OFF_ROUTE_SCHEMA, Frame
from atbalss.exchange.contact import is_contact
from atbalss.opendata.anonymity import (
    Diversity,
    Value,
    blanks,
    classes,
    diversity,
    smallest,
    suppress,
)
from atbalss.opendata.fold import Folds
from atbalss.opendata.rules import Rules, WeightRule
from atbalss.study.bases import code_list
from atbalss.study.question import NUMBER_KINDS, Group, Item, Kind, Question

DATES = frozenset({Kind.DATE, Kind.DATETIME})
CHANGE = ("wave", "variable", "change", "count", "detail")
Columns = dict[str, pl.Series]


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log: what was done to a variable of a wave, to how many values."""

    wave: str
    variable: str
    change: str
    count: int = 0
    detail: str = ""


@dataclass(frozen=True)
class Microdata:
    """A wave's data as it will be published, and what it cost.

    `k` is the size of the smallest class of quasi-identifiers, `blanked` how many of `cells`
    values of theirs were blanked.
    """

    frame: Frame
    changes: tuple[Change, ...]
    quasi: tuple[str, ...]
    k: int
    blanked: int
    cells: int
    classes: int
    diversity: tuple[Diversity, ...]


@dataclass
class _Making:
    frame: Frame
    rules: Rules
    folds: Folds
    changes: list[Change] = field(default_factory=list)

    def log(self, variable: str, change: str, count: int = 0, detail: str = "") -> None:
        self.changes.append(Change(self.frame.wave, variable, change, count, detail))


def make(frame: Frame, rules: Rules, folds: Folds) -> Microdata:
    """The microdata of a frame that has its recoded questions (`recode.with_recodings`)."""
    making = _Making(frame, rules, folds)
    columns: Columns = {}
    questions: dict[str, Question] = {}
    for question in frame.questionnaire.questions:
        for made, found in _question(making, question):
            questions[made.name] = made
            columns |= found
    quasi = tuple(item.name_at(item.level) for item in rules.published)
    data = pl.DataFrame([column.alias(name) for name, column in columns.items()])
    data, blanked, cells = _blanked(making, data, questions, quasi)
    rows = _rows(data, quasi)
    data = data.with_columns(_weights(making, rows))
    known = set(data.columns)
    sensitive = {
        name: data[name].cast(pl.String).to_list() for name in rules.sensitive if name in known
    }
    for name in frame.data.columns:
        if name.startswith(":"):
            making.log(name.removeprefix(":"), "sample-column-dropped", frame.data.height)
    making.log("id", "renumbered", frame.data.height)
    made_frame = Frame(
        replace(frame.questionnaire, items=_kept(frame.questionnaire.items, questions)),
        frame.wave,
        _shuffled(data),
        pl.DataFrame(schema=OFF_ROUTE_SCHEMA),
    )
    return Microdata(
        made_frame,
        tuple(making.changes),
        quasi,
        smallest(rows) if quasi else frame.data.height,
        blanked,
        cells,
        len(classes(rows)),
        diversity(rows, sensitive),
    )


def _rows(data: pl.DataFrame, quasi: Sequence[str]) -> list[tuple[Value, ...]]:
    if not quasi:
        return [()] * data.height
    return list(data.select(pl.col(quasi).cast(pl.String)).iter_rows())


# ---- one question


def _question(making: _Making, question: Question) -> Iterator[tuple[Question, Columns]]:
    """The published question and its columns; nothing where it is left out."""
    frame, rules, name = making.frame, making.rules, question.name
    present = [column for column in column_names(question) if column in frame.data.columns]
    if question.kind is Kind.NOTE or not present:
        return
    count = int(frame.data.select(pl.any_horizontal(pl.col(present).is_not_null()).sum()).item())
    chosen = next((item for item in rules.quasi_identifiers if item.question == name), None)
    why = _why_dropped(making, question)
    if why:
        making.log(name, why, count, making.folds.dropped.get(name, ""))
    elif chosen is not None and chosen.level:
        gone = chosen.level == chosen.dropped
        detail = "" if gone else chosen.name_at(chosen.level)
        making.log(name, "dropped" if gone else "recoded", count, detail)
    elif question.kind in DATES:
        yield _month(making, question)
    elif question.kind in NUMBER_KINDS:
        yield _number(making, question)
    elif question.kind is Kind.TEXT:
        making.log(name, "text-dropped", count)
        if question.frame is not None:
            coded = replace(question, kind=Kind.MULTIPLE, codes=question.frame, frame=None)
            yield _closed(making, coded)
    elif code_list(question) is not None:
        yield _closed(making, question)
    else:
        making.log(name, "dropped", count)


def _why_dropped(making: _Making, question: Question) -> str:
    if is_contact(question):
        return "contact-dropped"
    if question.name in making.rules.drop:
        return "dropped"
    if question.kind in (Kind.META, Kind.CALCULATE, Kind.TIME):
        return "machine-dropped"
    return "hidden-dropped" if question.name in making.folds.dropped else ""


def _with_reached(
    making: _Making, question: Question, columns: Columns
) -> tuple[Question, Columns]:
    """The question with its columns; names of the variables of a data file are forgotten."""
    reached = f"{question.name}:reached"
    if reached in making.frame.data.columns:
        columns[reached] = making.frame.data[reached]
    codes = question.codes
    if codes is not None:
        bare = tuple(replace(code, source="", filters={}) for code in codes.codes)
        codes = replace(codes, codes=bare)
    plain = replace(question, codes=codes, source=(), relevant=None, constraint=None)
    return replace(plain, calculation=None, default=None, choice_filter=None), columns


def _month(making: _Making, question: Question) -> tuple[Question, Columns]:
    """A date as YYYY-MM; months of fewer than k persons are blanked."""
    name = question.name
    months = making.frame.data[name].cast(pl.String).str.slice(0, 7)
    counts = months.drop_nulls().value_counts()
    few = counts.filter(pl.col("count") < making.rules.k)[name].to_list()
    rare = months.is_in(few).fill_null(False)
    making.log(name, "date-to-month", int(months.is_not_null().sum()))
    if rare.any():
        making.log(name, "rare-month-blanked", int(rare.sum()))
    made = replace(question, kind=Kind.CALCULATE)
    return _with_reached(making, made, {name: months.set(rare, None)})


def _number(making: _Making, question: Question) -> tuple[Question, Columns]:
    """An open number with its ends coded together: k persons or more at both of them."""
    name, data, k = question.name, making.frame.data, making.rules.k
    column = data[name].cast(pl.Float64)
    known = column.drop_nulls().sort()
    why = f"{name}:missing"
    kept = {why: data[why]} if why in data.columns else {}
    if len(known) < 2 * k:
        making.log(name, "few-numbers-blanked", len(known))
        return _with_reached(
            making, question, {name: column.set(column.is_not_null(), None)} | kept
        )
    low, high = float(known[k - 1]), float(known[-k])
    changed = int(((column < low) | (column > high)).sum())
    if changed:
        making.log(name, "ends-coded", changed, f"{low:g}..{high:g}")
    return _with_reached(making, question, {name: column.clip(low, high)} | kept)


def _closed(making: _Making, question: Question) -> tuple[Question, Columns]:
    """A closed question, answers that tables hide united with others."""
    name, data = question.name, making.frame.data
    fold = making.folds.of(name)
    made = question if fold is None else replace(question, codes=making.folds.list_of(question))
    if question.kind is not Kind.MULTIPLE:
        column = data[name].cast(pl.String)
        if fold is not None:
            inside = column.is_in(list(fold.codes)).fill_null(False)
            making.log(name, "answers-united", int(inside.sum()), " ".join(fold.codes))
            column = column.set(inside, fold.name)
        return _with_reached(making, made, {name: column})
    columns = {item: data[item] for item in code_columns(name, question.codes)}
    if fold is not None:
        gone = [columns.pop(f"{name}/{code}") for code in fold.codes]
        united = pl.DataFrame(gone).select(pl.any_horizontal(pl.all())).to_series()
        change = "answers-united" if fold.kept else "answers-dropped"
        making.log(name, change, int(united.sum()), " ".join(fold.codes))
        if fold.kept:
            columns[f"{name}/{fold.name}"] = united
    return _with_reached(making, made, columns)


# ---- rows


def _blanked(
    making: _Making, data: pl.DataFrame, questions: dict[str, Question], quasi: Sequence[str]
) -> tuple[pl.DataFrame, int, int]:
    """The data with quasi-identifiers blanked until k share every combination; blanks, cells."""
    if not quasi:
        return data, 0, 0
    rows = _rows(data, quasi)
    made = suppress(rows, making.rules.k, [item.importance for item in making.rules.published])
    columns = []
    for at, name in enumerate(quasi):
        after = [row[at] for row in made]
        gone = sum(
            old[at] is not None and new is None for old, new in zip(rows, after, strict=True)
        )
        if gone:
            making.log(name, "blanked", gone)
        dtype = pl.Float64 if questions[name].kind in NUMBER_KINDS else pl.String
        columns.append(pl.Series(name, after, dtype=pl.String).cast(dtype))
    cells = sum(value is not None for row in rows for value in row)
    return data.with_columns(columns), blanks(rows, made), cells


def _weights(making: _Making, rows: Sequence[tuple[Value, ...]]) -> pl.Series:
    """Weights as means of classes: they tell no more than the quasi-identifiers beside them."""
    weights = making.frame.data["weight"]
    if not bool((weights != 1.0).any()):
        return weights
    if making.rules.weights is WeightRule.DROP:
        making.log("weight", "weights-dropped", len(weights))
        return pl.Series("weight", [1.0] * len(weights))
    table = pl.DataFrame([weights, pl.Series("class", [repr(row) for row in rows])])
    making.log("weight", "weights-averaged", len(weights))
    return table.select(pl.col("weight").mean().over("class"))["weight"]


def _shuffled(data: pl.DataFrame) -> pl.DataFrame:
    """Rows in an order made of what is published alone, numbered anew.

    They are sorted by a hash of their published values: the order of interviews is gone, and the
    same data gives the same file.
    """
    hashes = [hashlib.sha256(repr(row).encode()).hexdigest() for row in data.iter_rows()]
    order = sorted(range(len(hashes)), key=hashes.__getitem__)
    width = len(str(len(order)))
    ids = pl.Series("id", [str(at + 1).zfill(width) for at in range(len(order))], dtype=pl.String)
    rest = [name for name in data.columns if name != "weight"]
    return data[order].with_columns(ids).select("id", "weight", *rest)


def _kept(items: Iterable[Item], questions: dict[str, Question]) -> tuple[Item, ...]:
    """The tree of the questionnaire with the published questions alone."""
    found: list[Item] = []
    for item in items:
        if isinstance(item, Group):
            inner = _kept(item.items, questions)
            if inner:
                found.append(replace(item, items=inner, relevant=None))
        elif item.name in questions:
            found.append(questions[item.name])
    return tuple(found)
