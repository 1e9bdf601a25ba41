"""Tables as Typst source: numbers, facts, parts of banner tables."""

from __future__ import annotations

from atbalss.report.column_widths import column_widths
from atbalss.report.document import BannerPart, CellText, DataTable
from atbalss.report.outline import run_on
from atbalss.report.render.typst_text import array, literal

TEXT_WIDTH = 481.9  # pt: A4 less two margins of 20 mm


def data_table(block: DataTable, label_mark: str) -> str:
    """A table of numbers, `label_mark` behind it; one without a header is a table of facts."""
    label = f"{block.label}." if block.label else ""
    note = literal(run_on(block.notes))
    head = f"label: {literal(label)}, caption: {literal(block.caption)}"
    if not block.header and block.rows and all(len(row) == 2 for row in block.rows):
        rows = array(f"({literal(a.text)}, {literal(b.text)})" for a, b in block.rows)
        return f"#facts(theme, {head}, rows: {rows}, note: {note}){label_mark}"
    header = block.header or tuple(CellText("") for _ in block.rows[0])
    aligned = array("right" if cell.numeric else "left" for cell in header)
    columns = array(f"{width:.1f}pt" for width in column_widths(block, header, TEXT_WIDTH))
    cells = array(literal(cell.text) for cell in header)
    rows = "\n    ".join(array(literal(cell.text) for cell in row) + "," for row in block.rows)
    return (
        f"#data-table(theme, {head},\n  columns: {columns}, align-to: {aligned},\n"
        f"  note: {note},\n  head: {cells},\n  rows: (\n    {rows}\n  ),\n)"
        f"{label_mark}"
    )


def banner(part: BannerPart, label: str, caption: str, note: str, letter_word: str) -> str:
    """A part of a banner table; `letter_word` names the row of the columns' letters."""
    heads = array(
        array(f"({literal(text)}, {span}, {depth})" for text, span, depth in row)
        for row in part.heads
    )
    letters = array(literal(item) for item in part.table.letters)
    rows: list[str] = []
    for block in part.table.blocks:
        asked = block.wording + ("" if block.wording[-1:] in "?.!…" else ".")
        words = " ".join(item for item in (asked, block.base + ".") if item)
        rows.append(f'("title", {literal(block.title)}, {literal(words)})')
        for row in block.rows:
            cells = array(f"({literal(cell.text)}, {literal(cell.letters)})" for cell in row.cells)
            rows.append(f'("{row.kind}", {literal(row.label)}, {cells})')
        rows += [f'("test", {literal(words)}, "")' for words in block.tests]
    edges = array(
        str(place)
        for place in range(1, part.table.width)
        if part.table.groups[place] != part.table.groups[place - 1]
    )
    return (
        f"#banner-table(theme, label: {literal(label)}, caption: {literal(caption)},\n"
        f"  width: {part.table.width}, heads: {heads},\n  letters: {letters}, "
        f"letter-word: {literal(letter_word)}, edges: {edges},\n"
        f"  rows: (\n    " + ",\n    ".join(rows) + f",\n  ),\n  note: {literal(note)},\n)"
    )
