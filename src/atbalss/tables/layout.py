"""Lays out a table: its columns, its rows in printed order, small rows folded, notes beneath."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from atbalss.problems.catalogue import LANGS
from atbalss.study.about import SampleKind, SmallRows
from atbalss.study.bases import is_multiple
from atbalss.study.question import Question
from atbalss.study.texts import Text
from atbalss.tables.demand import NO_FILTER, Filter
from atbalss.tables.folded import folded_number, small_in, widened_over
from atbalss.tables.names import codes_named, question_named
from atbalss.tables.notes import base_words, notes
from atbalss.tables.numbers import Counted
from atbalss.tables.order import is_ordered, kind_of, printed, with_nets
from atbalss.tables.phrases import text
from atbalss.tables.result import (
    CellKey,
    Column,
    Comparison,
    Flag,
    Number,
    Row,
    RowKind,
    Source,
    Table,
)
from atbalss.tables.suppress import flag_of
from atbalss.tables.withheld import FOLDED

Compare = Callable[[Number, Number], Comparison | None]


@dataclass(frozen=True)
class Ask:
    """What a table shows: questions x codes down, waves x filters across."""

    questions: tuple[str, ...]
    waves: tuple[str, ...]
    codes: tuple[str, ...] = ()
    measure: str = "share"
    nets: bool = False
    bands: bool = False
    among: tuple[Filter, ...] = (NO_FILTER,)
    min_share: float = 0.0
    fold_small: bool = True
    standardise: tuple[str, ...] = ()


def table(counted: Counted, ask: Ask, compare: Compare, sample_kind: SampleKind) -> Table:
    """The table that is asked for; `compare` gives the family's comparison of two cells or None."""
    questions = [
        question_named(counted.questionnaire, name)
        for name in ask.questions
        if name not in counted.questionnaire.grids
    ]
    columns = tuple(
        column
        for among in ask.among
        for wave in ask.waves
        for column in _columns(counted, ask, wave, among)
    )
    folded: list[Text] = []
    if ask.measure == "mean":
        rows = [_mean_row(counted, name, columns, compare) for name in ask.questions]
    else:
        rows = []
        for question in questions:
            rows += _share_rows(counted, ask, question, columns, compare, folded)
    first = ask.questions[0]
    head = questions[0] if questions else counted.questionnaire.grids[first][0]
    noted = notes(
        counted,
        questions or counted.questionnaire.grids[first],
        columns,
        rows,
        measure=ask.measure,
        folded=folded,
        sample_kind=sample_kind,
    )
    grid = _common_grid(counted, ask.questions, questions)
    return Table(
        question=grid or first,
        title=_title(counted, grid) if grid else (head.short_label or head.label),
        wording=_wording(counted, grid) if grid else head.label,
        columns=columns,
        rows=tuple(rows),
        multiple=any(is_multiple(item) for item in questions),
        asked_of=head.asked_of,
        base_note=base_words(counted, questions or counted.questionnaire.grids[first]),
        notes=noted,
        invented=any(counted.wave_names[wave].invented for wave in ask.waves),
    )


def _common_grid(counted: Counted, names: Sequence[str], questions: Sequence[Question]) -> str:
    """The grid that a table is of: named itself, or the one that all its questions belong to."""
    named = [name for name in names if name in counted.questionnaire.grids]
    if named:
        return named[0]
    grids = {item.grid for item in questions}
    return grids.pop() if len(questions) > 1 and len(grids) == 1 else ""


def _title(counted: Counted, grid: str) -> Text:
    group = next(item for item in counted.questionnaire.groups if item.name == grid)
    return group.short_label or group.label


def _wording(counted: Counted, grid: str) -> Text:
    return next(item for item in counted.questionnaire.groups if item.name == grid).label


def label_of(counted: Counted, name: str, code: str = "") -> Text:
    """The short label of a question, grid, code, net or band; the full one where it has none."""
    if name in counted.questionnaire.grids:
        group = next(item for item in counted.questionnaire.groups if item.name == name)
        return group.short_label or group.label
    question = question_named(counted.questionnaire, name)
    if not code:
        return question.short_label or question.label
    codes = codes_named(question)
    item = codes.code(code) if codes.has(code) else codes.net(code)
    return item.short_label or item.label


# ---- columns


def _columns(counted: Counted, ask: Ask, wave: str, among: Filter) -> list[Column]:
    """The column of a wave, and for a past one its standardised one beside it."""
    found = _column(counted, ask, wave, among)
    if not ask.standardise or wave == counted.current or not counted.has_answers(wave):
        return [found]
    label = counted.wave_names[counted.current].label or Text.of({"lv": counted.current})
    by = "|".join(ask.standardise)
    return [
        found,
        replace(
            found,
            key=f"{found.key}|standard|{by}",
            label=text("standardised", wave=found.label, current=label),
            standard=ask.standardise,
            base_weighted=None,
            base_effective=None,
        ),
    ]


def _number(counted: Counted, name: str, code: str, column: Column) -> Number:
    if column.standard:
        return counted.standardised(
            CellKey(name, code, column.wave, column.among, standard=column.standard)
        )
    if code:
        return counted.share(name, code, column.wave, column.among)
    return counted.mean(name, column.wave, column.among)


def _column(counted: Counted, ask: Ask, wave: str, among: Filter) -> Column:
    parts = [label_of(counted, name, code) for name, code in among]
    wave_label = counted.wave_names[wave].label or Text.of({"lv": wave})
    if not parts and len(ask.among) > 1:
        parts = [text("total")]
    if len(ask.waves) > 1 or not parts:
        parts.append(wave_label)
    key = wave + "".join(f"|{name}={code}" for name, code in among)
    bases = {
        (found.value, found.base_weighted, found.base_effective)
        for found in (counted.base(name, wave, among) for name in ask.questions)
    }
    base, weighted, effective = bases.pop() if len(bases) == 1 else (None, None, None)
    if not counted.is_weighted(wave):
        weighted = effective = None
    source = Source.ANSWERS if counted.has_answers(wave) else Source.PUBLISHED
    return Column(
        key,
        _joined(parts),
        wave,
        among,
        None if base is None else int(base),
        source,
        weighted,
        effective,
    )


def _joined(parts: Sequence[Text]) -> Text:
    return Text.of({lang: ", ".join(part.get(lang) for part in parts) for lang in LANGS})


# ---- rows


def _mean_row(counted: Counted, name: str, columns: Sequence[Column], compare: Compare) -> Row:
    numbers = [_number(counted, name, "", column) for column in columns]
    label = text("overall") if name in counted.questionnaire.grids else label_of(counted, name)
    kept = tuple(numbers)
    return Row(name, label, RowKind.MEAN, name, kept, _comparisons(kept, compare))


def _share_rows(
    counted: Counted,
    ask: Ask,
    question: Question,
    columns: Sequence[Column],
    compare: Compare,
    notes_of_folds: list[Text],
) -> list[Row]:
    order = ask.codes or codes_in_order(counted, question, ask.waves[-1], ask.nets, ask.bands)
    fold = _to_fold(counted, ask, question, order)
    rows: list[Row] = []
    for code in order:
        if code in fold:
            continue
        numbers = tuple(_number(counted, question.name, code, column) for column in columns)
        label = label_of(counted, question.name, code)
        if len(ask.questions) > 1 and len(order) == 1:
            label = label_of(counted, question.name)
        kind = _kind(question, code)
        key = code if len(ask.questions) == 1 else f"{question.name}/{code}"
        rows.append(Row(key, label, kind, question.name, numbers, _comparisons(numbers, compare)))
    if fold:
        row = _folded_row(counted, question, tuple(fold), columns)
        at = next((i for i, item in enumerate(rows) if item.kind is RowKind.MISSING), len(rows))
        rows.insert(at, row)
        notes_of_folds.append(
            text("folded_share" if ask.min_share else "folded_small", n=len(fold))
        )
    return rows


def codes_in_order(
    counted: Counted, question: Question, wave: str, nets: bool = False, bands: bool = False
) -> tuple[str, ...]:
    """Codes of a question in printed order by their size in a wave; nets or bands if asked.

    Where the base hides the sizes, the order would tell them: then the list's own order stays.
    """
    is_hidden = _is_hidden(counted, question, wave)

    def size(code: str) -> float:
        if is_hidden:
            return 0.0
        if counted.has_answers(wave):
            return counted.line(question, code, wave, NO_FILTER)[1]
        return counted.share(question.name, code, wave, NO_FILTER).value or 0.0

    order = printed(question, size)
    return with_nets(question, order, bands=bands) if nets or bands else order


def _is_hidden(counted: Counted, question: Question, wave: str) -> bool:
    if not counted.has_answers(wave):
        return False
    base = counted.base_line(question.name, wave, NO_FILTER)[0]
    return flag_of(base, counted.rules) is Flag.HIDDEN


def _kind(question: Question, code: str) -> RowKind:
    codes = codes_named(question)
    if codes.has(code):
        return kind_of(codes.code(code))
    return RowKind.BAND if codes.net(code).is_band else RowKind.NET


def _comparisons(numbers: tuple[Number, ...], compare: Compare) -> tuple[Comparison | None, ...]:
    """For each column, the comparison of the last column with it, where the family has it."""
    last = numbers[-1]
    found = []
    for number in numbers[:-1]:
        cell = replace(last.cell, standard=number.cell.standard)
        found.append(compare(replace(last, cell=cell), number))
    return (*found, None)


# ---- folding


def _to_fold(counted: Counted, ask: Ask, question: Question, order: Sequence[str]) -> list[str]:
    """Codes that become one row: those of one or two persons, and those under `min_share`.

    Codes named one by one and ordered lists are never folded. A fold that would show one or two
    persons in any wave of the table takes in "Cits" or the next smallest row.
    """
    waves = [wave for wave in dict.fromkeys(ask.waves) if counted.has_answers(wave)]
    last = ask.waves[-1]
    if ask.codes or ask.nets or ask.bands or last not in waves or is_ordered(question):
        return []
    if _is_hidden(counted, question, last):
        return []
    rows = [code for code in order if _kind(question, code) is not RowKind.MISSING]
    small = ask.fold_small and counted.rules.small_rows is SmallRows.FOLD
    fold = set(small_in(counted, question, waves)) if small else set()
    base = counted.base_line(question.name, last, NO_FILTER)[1]
    sizes = {code: counted.line(question, code, last, NO_FILTER) for code in rows}
    fold |= {code for code in rows if base > 0 and sizes[code][1] / base < ask.min_share}
    if len(fold) <= 1 and not small:
        return []
    return list(widened_over(counted, question, fold, rows, waves if small else ()))


def _folded_row(
    counted: Counted, question: Question, fold: tuple[str, ...], columns: Sequence[Column]
) -> Row:
    numbers: list[Number | None] = []
    for column in columns:
        if column.standard or not counted.has_answers(column.wave):
            numbers.append(None)
            continue
        numbers.append(folded_number(counted, question, fold, column.wave, column.among))
    empty: tuple[Comparison | None, ...] = (None,) * len(columns)
    return Row(FOLDED, text("folded"), RowKind.FOLDED, question.name, tuple(numbers), empty)
