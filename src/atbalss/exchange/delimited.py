"""Comma-separated files of a study: answers, codes, quotations, published figures.

Read as strings: UTF-8 with or without a mark, parted by commas, semicolons or tabs, whichever the
header uses. A cell is data whatever it begins with; only `for_excel` writes cells that begin with
= + - @ so that Excel does not run them.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atbalss.exchange.cells import MARK, NUMBER, RUN
from atbalss.problems import Place, Problem, errors, problem
from atbalss.study.waves import PublishedFigure

if TYPE_CHECKING:
    import polars as pl

_MEASURES = ("share", "mean")
_YES, _NO = ("yes", "1", "true"), ("", "no", "0", "false")


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim answer released for publication; `invented` where nobody said it."""

    question: str
    text: str
    wave: str = ""
    lang: str = ""
    invented: bool = False


def read_table(
    content: str | bytes, file: str, needed: Iterable[str] = ()
) -> tuple[pl.DataFrame, list[Problem]]:
    """A file as a table of strings (null where blank), and what is wrong with it."""
    import polars as pl

    empty = pl.DataFrame(schema=dict.fromkeys(needed, pl.String))
    text, separator, names, found = _opened(content, file, needed)
    if found or not names:
        return empty, found
    try:
        table = pl.read_csv(
            io.BytesIO(text.encode()), separator=separator, infer_schema=False, has_header=True
        )
    except pl.exceptions.NoDataError:
        return empty, found
    except pl.exceptions.PolarsError as error:
        return empty, errors(_lines(text, separator, len(names), file)) or [
            problem("answers-file-unreadable", Place(file=file), why=str(error).splitlines()[0])
        ]
    table.columns = names
    found += _lines(text, separator, len(names), file)
    rows = table.select((~pl.all_horizontal(pl.all().is_null())).arg_true()).to_series()
    last = rows.max()  # blank rows at the end are how some programs close a file
    return table.head(int(last) + 1 if isinstance(last, int) else 0), found


def read_rows(
    content: str | bytes, file: str, needed: Iterable[str] = ()
) -> tuple[list[dict[str, str]], list[Problem]]:
    """A short file as rows of texts by column ("" where blank), and what is wrong with it.

    The same rows as those of `read_table`, without a data-frame library: it takes a fifth of a
    second to load, and a report whose answers have not changed needs it for nothing else.
    """
    text, separator, names, found = _opened(content, file, needed)
    if found or not names:
        return [], found
    try:
        cells = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        return [], [problem("answers-file-unreadable", Place(file=file), why=str(error))]
    found += _lines(text, separator, len(names), file)
    if errors(found):
        return [], found
    while len(cells) > 1 and not any(cells[-1]):
        cells.pop()
    blank = [""] * len(names)
    return [dict(zip(names, [*row, *blank], strict=False)) for row in cells[1:]], found


def _opened(
    content: str | bytes, file: str, needed: Iterable[str]
) -> tuple[str, str, list[str], list[Problem]]:
    """The text of a file, what parts its cells, its column names; what is wrong with these."""
    try:
        text = content.decode("utf-8-sig") if isinstance(content, bytes) else content
    except UnicodeDecodeError:
        return "", "", [], [problem("answers-file-unreadable", Place(file=file), why="UTF-8")]
    text = text.removeprefix(MARK)
    separator = _separator(text)
    header = next(csv.reader(io.StringIO(text), delimiter=separator), [])
    names = [name.strip() for name in header]
    found = [
        problem("answers-file-column-twice", Place(file=file, column=name), column=name)
        for name in dict.fromkeys(names)
        if name and names.count(name) > 1
    ] + [
        problem("answers-file-no-column", Place(file=file), column=name)
        for name in needed
        if name not in names
    ]
    named = [name or f"#{index + 1}" for index, name in enumerate(names)]
    return text, separator, named, found


def read_answers(content: str | bytes, file: str) -> tuple[pl.DataFrame, list[Problem]]:
    """`answers.csv` as raw strings, one row a respondent, for `answers.frame.build`."""
    return read_table(content, file, ("id",))


def read_codes(content: str | bytes, file: str) -> tuple[pl.DataFrame, list[Problem]]:
    """`codes.csv`: id, question, code, one row for each code that an open answer was given."""
    import polars as pl

    table, found = read_table(content, file, ("id", "question", "code"))
    return table.select(pl.col("id", "question", "code").str.strip_chars()), found


def read_quotes(content: str | bytes, file: str) -> tuple[list[Quote], list[Problem]]:
    """`quotes.csv`: verbatims in the file's order; a row without a text is left out."""
    rows, found = read_rows(content, file, ("question", "text"))
    quotes = []
    for row in rows:
        cells = {name: cell.strip() for name, cell in row.items()}
        if not cells["text"]:
            continue
        invented = cells.get("invented", "").lower() in _YES
        quotes.append(
            Quote(
                cells["question"],
                cells["text"],
                cells.get("wave", ""),
                cells.get("lang", ""),
                invented,
            )
        )
    return quotes, found


def read_published(content: str | bytes, file: str) -> tuple[list[PublishedFigure], list[Problem]]:
    """`published.csv`: the figures of an earlier report; bad rows are left out, each a problem."""
    rows, found = read_rows(content, file, ("question", "measure", "value"))
    figures: dict[tuple[str, str, str], PublishedFigure] = {}
    for index, row in enumerate(rows):
        cells = {name: value.strip() for name, value in row.items()}
        place = Place(file=file, row=index + 2)
        faults = _bad_cells(cells, place)
        if faults:
            found += faults
            continue
        figure = _figure(cells)
        key = (figure.question, figure.code, figure.measure)
        if key in figures:
            found.append(problem("answers-published-twice", place, cell=" ".join(key)))
            continue
        figures[key] = figure
    return list(figures.values()), found


def write_table(table: pl.DataFrame, *, for_excel: bool = False) -> str:
    """A table of strings as comma-separated text, blank for null.

    `for_excel`: with semicolons and a byte order mark, and an apostrophe before cells that Excel
    would run as a formula; such a file is for looking at, not for reading back.
    """
    import polars as pl

    text = table.with_columns(pl.all().cast(pl.String))
    if for_excel:
        risky = pl.all().str.contains(RUN) & ~pl.all().str.contains(NUMBER)
        text = text.with_columns(
            pl.when(risky).then(pl.lit("'") + pl.all()).otherwise(pl.all()).name.keep()
        )
    separator = ";" if for_excel else ","
    head = separator.join(_quoted(name, separator) for name in text.columns)
    lines = [head, *_lines_of(text, separator)]
    return (MARK if for_excel else "") + "\n".join(lines) + "\n"


def _lines_of(text: pl.DataFrame, separator: str) -> list[str]:
    """Each row as a line, quoted as `_quoted` does, column by column rather than cell by cell."""
    import polars as pl

    if not text.width:
        return [""] * text.height
    cell = pl.all().fill_null("")
    inside = pl.lit('"') + cell.str.replace_all('"', '""', literal=True) + pl.lit('"')
    needs = cell.str.contains(f'[{separator}"\n\r]')
    quoted = text.select(pl.when(needs).then(inside).otherwise(cell).name.keep())
    return quoted.select(pl.concat_str(pl.all(), separator=separator)).to_series().to_list()


def _quoted(cell: str, separator: str) -> str:
    if any(sign in cell for sign in (separator, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _separator(text: str) -> str:
    line = text.lstrip("\r\n").split("\n", 1)[0]
    return max(",;\t", key=line.count)


def _lines(text: str, separator: str, expected: int, file: str) -> list[Problem]:
    """Rows with more cells than the header (errors) or fewer (warnings), blank ones left out."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    found = []
    try:
        for index, row in enumerate(rows):
            if row and len(row) != expected:
                place = Place(file=file, row=index + 1)
                code = "answers-line-too-long" if len(row) > expected else "answers-line-too-short"
                found.append(problem(code, place, found=len(row), expected=expected))
    except csv.Error:
        return found[:20]
    return found[:20]


def _bad_cells(cells: dict[str, str], place: Place) -> list[Problem]:
    wanted = {
        "question": bool(cells["question"]),
        "measure": cells["measure"] in _MEASURES,
        "value": _number(cells["value"]) is not None,
        "n": not cells.get("n") or (cells["n"].isdecimal() and int(cells["n"]) > 0),
        "rounding": not cells.get("rounding") or _is_width(_number(cells["rounding"])),
        "derived": cells.get("derived", "").lower() in _YES + _NO,
        "floor": cells.get("floor", "").lower() in _YES + _NO,
    }
    value = _number(cells["value"])
    if value is not None and cells["measure"] == "share" and not 0 <= value <= 100:
        wanted["value"] = False
    return [
        problem(
            "answers-published-bad",
            Place(file=place.file, row=place.row, column=column),
            value=cells.get(column, ""),
            column=column,
            wanted=_WANTED[column],
        )
        for column, fits in wanted.items()
        if not fits
    ]


def _is_width(rounding: float | None) -> bool:
    return rounding is not None and rounding >= 0


_WANTED = {
    "question": "question",
    "measure": "share, mean",
    "value": "share 0-100, mean",
    "n": "1, 2, 3, ...",
    "rounding": "0.5",
    "derived": "yes, no",
    "floor": "yes, no",
}


def _figure(cells: dict[str, str]) -> PublishedFigure:
    value = _number(cells["value"]) or 0.0
    rounding = _number(cells.get("rounding", ""))
    if rounding is None:
        decimals = len(cells["value"].replace(",", ".").partition(".")[2])
        rounding = 0.5 * 10**-decimals
    return PublishedFigure(
        question=cells["question"],
        code=cells.get("code", ""),
        measure=cells["measure"],
        value=value,
        n=int(cells["n"]) if cells.get("n") else None,
        rounding=rounding,
        derived=cells.get("derived", "").lower() in _YES,
        is_floor=cells.get("floor", "").lower() in _YES,
        source=cells.get("source", ""),
    )


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if math.isfinite(value) else None
