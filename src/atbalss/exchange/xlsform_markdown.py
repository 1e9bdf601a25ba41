r"""A workbook as Markdown: a level-2 heading a sheet, under it one table.

In a cell `<br>` is a line break, `\|` a bar, `\\` a backslash, `\<` and `\&` the signs themselves,
`&#32;` a blank at a cell's end (`&#9;` a tab). Any other backslash stands for itself, so that a
regular expression needs no doubling. Text outside tables is for readers and is no part of a sheet.
"""

from __future__ import annotations

import re

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.problems import Place, Problem, problem

_HEADING = re.compile(r"##[ \t]+(.*?)[ \t]*$")
_RULE = re.compile(r"\|?([ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?")
_TOKEN = re.compile(r"\\([\\|<&])|<br[ \t]*/?>|&#(32|9);", re.IGNORECASE)
_BREAK = re.compile(r"<(?=br[ \t]*/?>)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#(?:32|9);)")
_BACKSLASH = re.compile(r"\\(?=[\\|<&\n]|\Z)")
_WIDEST_PAD = 40


def read_markdown(text: str, file: str = "questionnaire.md") -> tuple[Workbook, list[Problem]]:
    """The sheets of a Markdown file, with the problems of its tables."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    name: str | None = None
    table: list[tuple[int, str]] = []
    fenced = False

    def close() -> None:
        nonlocal table
        if table and name is not None:
            if sheets and sheets[-1].name == name and sheets[-1].header:
                place = Place(file, sheet=name, line=table[0][0])
                problems.append(problem("exchange-table-broken", place))
            elif sheets:
                sheets[-1] = _table(name, table)
        table = []

    for number, raw in enumerate(lines, start=1):
        line = raw.strip(" \t")
        if line.startswith(("```", "~~~")):
            fenced = not fenced
        if fenced:
            continue
        if line.startswith("|"):
            table.append((number, line))
            continue
        close()
        heading = _HEADING.match(line)
        if heading:
            name = _unescape(heading[1])
            if any(sheet.name.lower() == name.lower() for sheet in sheets):
                place = Place(file, sheet=name, line=number)
                problems.append(problem("exchange-sheet-twice", place, sheet=name))
            sheets.append(Sheet(name))
    close()
    return Workbook(tuple(sheets)), problems


def write_markdown(workbook: Workbook) -> str:
    """The workbook as Markdown; `read_markdown` gives the same workbook back."""
    return "\n".join(_written(sheet) for sheet in workbook.sheets)


def _table(name: str, lines: list[tuple[int, str]]) -> Sheet:
    kept = [
        (number, line)
        for position, (number, line) in enumerate(lines)
        if position != 1 or not _RULE.fullmatch(line)
    ]
    grid = [_cells(line) for _, line in kept]
    return Sheet.of(name, grid, [number for number, _ in kept])


def _cells(line: str) -> list[str]:
    """Cells of one line of a table, unescaped; the bars at its ends are no cells."""
    cells: list[str] = []
    start = position = 1
    while position < len(line):
        if line[position] == "\\" and position + 1 < len(line):
            position += 2
            continue
        if line[position] == "|":
            cells.append(line[start:position])
            start = position + 1
        position += 1
    rest = line[start:]
    if rest.strip(" \t"):
        cells.append(rest)
    return [_unescape(cell.strip(" \t")) for cell in cells]


def _unescape(cell: str) -> str:
    def plain(match: re.Match[str]) -> str:
        if match[1]:
            return match[1]
        if match[2]:
            return chr(int(match[2]))
        return "\n"

    return _TOKEN.sub(plain, cell)


def _escape(text: str) -> str:
    body = text.strip(" \t")
    start = text.index(body) if body else len(text)
    head, tail = text[:start], text[start + len(body) :]
    body = _BACKSLASH.sub(r"\\\\", body)
    body = _BREAK.sub(r"\\<", body)
    body = _ENTITY.sub(r"\\&", body)
    body = body.replace("|", r"\|").replace("\n", "<br>")
    return _blanks(head) + body + _blanks(tail)


def _blanks(text: str) -> str:
    return text.replace(" ", "&#32;").replace("\t", "&#9;")


def _written(sheet: Sheet) -> str:
    heading = f"## {_escape(sheet.name)}\n"
    if not sheet.width:
        return heading
    grid = [[_escape(cell) for cell in cells] for cells in sheet.grid]
    widths = [
        min(_WIDEST_PAD, max([3, *(len(cells[column]) for cells in grid)]))
        for column in range(sheet.width)
    ]
    lines = [
        "| " + " | ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)) + " |"
        for cells in grid
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return heading + "\n" + "\n".join(lines) + "\n"
