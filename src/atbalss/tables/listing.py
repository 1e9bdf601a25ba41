"""All tables of a study as plain text: every question, its base, shares, intervals and waves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.study.bases import code_list
from atbalss.study.decimals import fixed
from atbalss.study.question import ANSWER_KINDS, Question
from atbalss.tables.cells import Cells
from atbalss.tables.names import question_named
from atbalss.tables.phrases import text
from atbalss.tables.result import Flag, Number, Row, Table, Unit

LABEL_WIDTH = 46
COLUMN_WIDTH = 26
_MARKS = {Flag.MARKED: "*", Flag.HIDDEN: "…", Flag.EMPTY: "–"}


def tables(cells: Cells, questions: Sequence[str] = ()) -> Iterator[Table]:
    """A table of each question that has shares or a mean, over all waves that have it.

    A grid comes first as a table of means. Rows are the analyst's: nothing is folded.
    """
    questionnaire = cells.questionnaire
    wanted = set(questions)
    for name in questions:
        if name not in questionnaire.grids:
            question_named(questionnaire, name)
    seen: set[str] = set()
    for question in questionnaire.questions:
        grid = question.grid
        chosen = not wanted or question.name in wanted
        if grid and grid not in seen and (not wanted or grid in wanted):
            seen.add(grid)
            if cells.has_mean(grid):
                items = [item.name for item in questionnaire.grids[grid]]
                waves = _waves(cells, [*items, grid])
                yield cells.table([*items, grid], waves=waves, measure="mean")
        if chosen and question.kind in ANSWER_KINDS:
            yield from _of_question(cells, question)


def _waves(cells: Cells, names: Sequence[str]) -> list[str]:
    """Waves in which any of the means is known, the current one always."""
    known = {wave for name in names for wave in cells.waves_with(name, measure="mean")}
    return [wave for wave in cells.waves if wave in known or wave == cells.current]


def _of_question(cells: Cells, question: Question) -> Iterator[Table]:
    name, codes = question.name, code_list(question)
    has_mean = cells.has_mean(name)
    if codes is None:
        if has_mean:
            yield cells.table([name], waves=_waves(cells, [name]), measure="mean")
        return
    order = [*cells.codes(name)]
    order += [net.name for net in codes.nets if codes.members(net.name)]
    known = {wave for code in order for wave in cells.waves_with(name, code)}
    if has_mean:
        known |= set(cells.waves_with(name, measure="mean"))
    waves = [wave for wave in cells.waves if wave in known or wave == cells.current]
    table = cells.table([name], waves=waves, codes=order)
    if has_mean:
        means = cells.table([name], waves=waves, measure="mean")
        row = replace(means.rows[0], label=text("mean"))
        notes = tuple(dict.fromkeys((*table.notes, *means.notes)))
        table = replace(table, rows=(*table.rows, row), notes=notes)
    yield table


def lines(cells: Cells, lang: str, questions: Sequence[str] = ()) -> Iterator[str]:
    """The tables as lines of text, a blank line after each; `questions` chooses some."""
    for table in tables(cells, questions):
        yield from table_lines(table, lang)
        yield ""


def table_lines(table: Table, lang: str) -> Iterator[str]:
    """One table as lines of text: title, wording, base, a row a line, notes."""
    yield f"{table.title.get(lang)} [{table.question}]"
    if table.wording.get(lang) != table.title.get(lang):
        yield table.wording.get(lang)
    yield f"{text('base').get(lang)}: {table.base_note.get(lang)}"
    heads = [column.label.get(lang) for column in table.columns]
    bases = ["" if column.base is None else f"n = {column.base}" for column in table.columns]
    yield _line("", heads)
    yield _line("", bases)
    for row in table.rows:
        yield _line(_label(row, lang), [number_words(item, lang) for item in row.numbers])
    for note in table.notes:
        yield f"  {note.get(lang)}"


def _label(row: Row, lang: str) -> str:
    return row.label.get(lang) or row.key


def _line(head: str, parts: Sequence[str]) -> str:
    head = head if len(head) <= LABEL_WIDTH else head[: LABEL_WIDTH - 1] + "…"
    cells = "".join(part.rjust(COLUMN_WIDTH) for part in parts)
    return f"  {head.ljust(LABEL_WIDTH)}{cells}".rstrip()


def number_words(number: Number | None, lang: str) -> str:
    """A number with its interval: `36,4 % (28,9–44,6)`, `9,7 (9,6–9,8)`, a mark where small."""
    if number is None:
        return _MARKS[Flag.EMPTY]
    if number.value is None:
        return _MARKS.get(number.flag, "–")
    scale, digits = (100, 1) if number.unit is Unit.SHARE else (1, 2)
    unit = "%" if number.unit is Unit.SHARE and lang == "en" else " %" if scale == 100 else ""
    if number.source.value != "answers":
        digits = 0 if scale == 100 else 1
    words = ("≥ " if number.is_floor else "") + fixed(number.value * scale, digits, lang) + unit
    if number.low is not None and number.high is not None:
        low, high = (fixed(end * scale, digits, lang) for end in (number.low, number.high))
        words += f" ({low}–{high})"
    return words + ("*" if number.flag is Flag.MARKED else "")
