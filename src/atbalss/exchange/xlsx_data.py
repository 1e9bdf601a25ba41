"""Data as an Excel workbook: sheets data, variables and codes; no cell is ever a formula."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from datetime import datetime, time
from io import BytesIO
from typing import Any

import polars as pl

from atbalss.exchange.broken_workbook import broken_workbook
from atbalss.exchange.cells import LONGEST_CELL, cell_text, escaped, put_text, unescaped
from atbalss.exchange.losses import Losses
from atbalss.exchange.plain_table import text_of
from atbalss.problems import Place, Problem, problem
from atbalss.study.codes import CodeList
from atbalss.study.question import Kind
from atbalss.study.questionnaire import Questionnaire

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384
_WHOLE = 15  # digits that Excel keeps


def write_data(
    table: pl.DataFrame,
    questionnaire: Questionnaire,
    lang: str,
    losses: Losses,
    *,
    labels: bool = False,
    codes: pl.DataFrame | None = None,
) -> bytes | None:
    """The workbook of raw answers; None and a loss where Excel cannot hold so many rows or columns.

    Numbers are numbers, ids and words are text, whatever they begin with. `labels`: texts of
    answers stand where codes would. `codes` are codes of open answers, on a sheet of their own.
    """
    from openpyxl import Workbook as Book

    if table.height >= MOST_ROWS or table.width > MOST_COLUMNS:
        losses.add(
            "too-large",
            rows=table.height,
            columns=table.width,
            most_rows=MOST_ROWS,
            most_columns=MOST_COLUMNS,
        )
        return None
    book = Book(write_only=True)
    shown = _labelled(table, questionnaire, lang) if labels else table
    numeric = _numeric(table, questionnaire) if not labels else _numbers(questionnaire)
    _sheet(book, "data", shown.columns, shown.iter_rows(), numeric, losses)
    _sheet(book, "variables", _VARIABLES, _variables(table, questionnaire, lang), set(), losses)
    _sheet(book, "codes", _CODES, _listed(questionnaire, lang), set(), losses)
    if codes is not None and codes.height:
        _sheet(book, "open", codes.columns, codes.iter_rows(), set(), losses)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


_VARIABLES = ["name", "type", "label", "list", "source_name"]
_CODES = ["list", "code", "label", "missing"]


def _variables(
    table: pl.DataFrame, questionnaire: Questionnaire, lang: str
) -> Iterable[Sequence[str]]:
    for name in table.columns:
        question = questionnaire.by_name.get(name)
        if question is None:
            yield (name, "", "", "", "")
            continue
        codes = question.codes or question.frame
        source = " ".join(question.source)
        label = question.label.get(lang)
        yield (name, question.kind.value, label, codes.name if codes else "", source)


def _listed(questionnaire: Questionnaire, lang: str) -> Iterable[Sequence[str]]:
    for codes in _lists(questionnaire):
        for code in codes.codes:
            missing = code.missing.value if code.missing else ""
            yield (codes.name, code.name, code.label.get(lang), missing)


def _lists(questionnaire: Questionnaire) -> Iterable[CodeList]:
    seen: set[str] = set()
    for question in questionnaire.questions:
        for codes in (question.codes, question.frame):
            if codes is not None and codes.name not in seen:
                seen.add(codes.name)
                yield codes


def _labelled(table: pl.DataFrame, questionnaire: Questionnaire, lang: str) -> pl.DataFrame:
    """Codes as the texts of their answers; several parted by semicolons."""
    made = []
    for name in table.columns:
        column = table[name]
        question = questionnaire.by_name.get(name)
        if question is not None and question.codes is not None:
            texts = {code.name: code.label.get(lang) or code.name for code in question.codes.codes}
            many = question.kind is Kind.MULTIPLE
            known = {
                raw: "; ".join(texts.get(code, code) for code in (raw.split() if many else [raw]))
                for raw in column.drop_nulls().unique()
            }
            column = column.replace(known) if known else column
        made.append(column.alias(name))
    return pl.DataFrame(made)


def _numbers(questionnaire: Questionnaire) -> set[str]:
    kinds = {Kind.INTEGER, Kind.DECIMAL, Kind.RANGE}
    return {q.name for q in questionnaire.questions if q.kind in kinds} | {"weight"}


def _numeric(table: pl.DataFrame, questionnaire: Questionnaire) -> set[str]:
    """Columns whose numbers are written as numbers: questions of numbers and of numeric codes."""
    found = _numbers(questionnaire)
    for question in questionnaire.questions:
        names = question.codes.names if question.codes is not None else ()
        if question.kind is Kind.SINGLE and all(_as_number(name) is not None for name in names):
            found.add(question.name)
    return found & set(table.columns)


def _sheet(
    book: Any,
    name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[str | None]],
    numeric: set[str],
    losses: Losses,
) -> None:
    from openpyxl.cell import WriteOnlyCell

    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    sheet.append([_text(WriteOnlyCell, sheet, title, losses, title) for title in header])
    are_numbers = [title in numeric for title in header]
    for row in rows:
        cells: list[Any] = []
        for cell, title, is_number in zip(row, header, are_numbers, strict=True):
            value = _as_number(cell) if is_number and cell is not None else None
            if cell is None or cell == "":
                cells.append(None)
            elif value is not None:
                cells.append(value)
            else:
                cells.append(_text(WriteOnlyCell, sheet, cell, losses, title))
        sheet.append(cells)


def _text(make: Any, sheet: Any, text: str, losses: Losses, column: str) -> Any:
    """A cell that is text whatever it begins with."""
    if len(escaped(cell_text(text))) > LONGEST_CELL:
        losses.add("cell", column, name=column, most=LONGEST_CELL)
    cell = make(sheet)
    put_text(cell, text)
    return cell


def _as_number(text: str) -> float | int | None:
    """The number that a text is, where Excel gives the same text back."""
    try:
        value = float(text)
    except ValueError:
        return None
    if text_of(value) != text or len(text.strip("-").replace(".", "")) > _WHOLE:
        return None
    return int(value) if value.is_integer() else value


def read_table(content: bytes, file: str) -> tuple[pl.DataFrame | None, list[Problem]]:
    """The sheet `data`, else the first with a header, as raw strings; null where blank."""
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(content), read_only=True, data_only=True)
            sheets = sorted(book.worksheets, key=lambda sheet: sheet.title.lower() != "data")
            for sheet in sheets:
                sheet.reset_dimensions()
                rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
                while rows and not any(rows[0]):
                    rows.pop(0)
                if rows:
                    return _table(rows, file)
    except Exception as fault:  # any of dozens, when a file is broken or no workbook at all
        return None, [broken_workbook(content, file, fault)]
    return None, [problem("exchange-no-sheet", Place(file))]


def _table(rows: list[list[str]], file: str) -> tuple[pl.DataFrame | None, list[Problem]]:
    header = [cell.strip() for cell in rows[0]]
    twice = [name for name in dict.fromkeys(header) if name and header.count(name) > 1]
    if twice:
        return None, [
            problem("answers-file-column-twice", Place(file, column=name), column=name)
            for name in twice
        ]
    body = [row for row in rows[1:] if any(row)]
    columns = {
        name: [row[at] if at < len(row) and row[at] else None for row in body]
        for at, name in enumerate(header)
        if name
    }
    if not columns:
        return None, [problem("exchange-no-sheet", Place(file))]
    return pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)), []


def _shown(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return unescaped(text_of(value))
