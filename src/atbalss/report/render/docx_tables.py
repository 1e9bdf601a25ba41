"""Tables in Word: fixed column widths, repeated header rows, rows that stay together."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.report.column_widths import column_widths
from atbalss.report.document import BannerPart, CellText, DataTable
from atbalss.report.opc import escape
from atbalss.report.render.docx_styles import TEXT_WIDTH
from atbalss.report.render.docx_text import Text, paragraph, run

SIZE, INSET = 9.0 * 1.06, 9.0  # pt: of words, somewhat wider than Fira Sans; blank beside them
FACTS = (0.32, 0.68)  # widths of a table of two columns, of the whole


def table(
    widths: Sequence[float], head: Sequence[str], rows: Sequence[str], *, title: str, column: bool
) -> str:
    """A table of ready rows; `title` is its alternative text, `column`: its first tells the row."""
    whole = [round(width) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in whole)
    first, left = int(bool(head)), int(column)
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Atbalss"/>'
        f'<w:tblW w:w="{sum(whole)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{0x0600 + 0x20 * first + 0x80 * left:04X}" w:firstRow="{first}" '
        f'w:lastRow="0" w:firstColumn="{left}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(title[:250])}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(head)}{''.join(rows)}</w:tbl>"
    )


def row(cells: Sequence[str], *, header: bool = False) -> str:
    """A row that is not broken across pages; a header row stands again on each page."""
    again = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"


def cell(
    width: float,
    inside: str,
    *,
    span: int = 1,
    merge: str = "",
    fill: str = "",
    middle: bool = False,
) -> str:
    """A cell of ready paragraphs; `merge` is "restart" or "continue" of a cell over rows."""
    more = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    more += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    more += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    more += '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{round(width)}" w:type="dxa"/>{more}</w:tcPr>{inside}</w:tc>'


def data_table(block: DataTable, text: Text, title: str) -> str:
    """A table of numbers; one without a header is a table of facts."""
    facts = not block.header and all(len(item) == 2 for item in block.rows)
    header = block.header or tuple(CellText("") for _ in block.rows[0])
    if facts:
        widths = [TEXT_WIDTH * share for share in FACTS]
    else:
        room = TEXT_WIDTH / 20
        widths = [20 * w for w in column_widths(block, header, room, size=SIZE, inset=INSET)]
    head = []
    if block.header:
        tops = [
            cell(width, _words(item, text, "<w:b/>"))
            for width, item in zip(widths, header, strict=True)
        ]
        head = [row(tops, header=True)]
    rows = [
        row(
            [
                cell(width, _words(item, text, "<w:b/>" if facts and not at else ""))
                for at, (width, item) in enumerate(zip(widths, items, strict=True))
            ]
        )
        for items in block.rows
    ]
    return table(widths, head, rows, title=title, column=True)


def _words(item: CellText, text: Text, look: str = "") -> str:
    style = "TableNumber" if item.numeric else "TableText"
    inside = text.control(item.text, item.number_id, item.detail, look)
    return paragraph(style, inside)


def pairs(
    entries: Sequence[tuple[str, str]],
    title: str,
    *,
    first: str = "TableText",
    shares: Sequence[float] = FACTS,
) -> str:
    """A table of two columns of ready runs: what (in the style `first`), and what of it."""
    widths = [TEXT_WIDTH * share for share in shares]
    styles = (first, "TableText" if first == "TableText" else "Normal")
    rows = [
        row(
            [
                cell(width, paragraph(style, item), middle=first != "TableText")
                for width, style, item in zip(widths, styles, both, strict=True)
            ]
        )
        for both in entries
    ]
    return table(widths, (), rows, title=title, column=True)


# ---- banner tables


def banner(part: BannerPart, text: Text, title: str, letter_word: str, tint: str) -> str:
    """Some columns of a banner table: its header rows stand again on each page."""
    count = part.table.width
    label = TEXT_WIDTH * (0.42 if count <= 4 else 0.3 if count <= 7 else 0.24)
    widths = [label, *[(TEXT_WIDTH - label) / count] * count]
    head = _heads(part, widths)
    if part.table.letters:
        small = '<w:color w:val="53606C"/>'
        cells = [cell(widths[0], paragraph("TableText", run(letter_word, small)))]
        cells += [
            cell(width, paragraph("TableNumber", run(letter, small)))
            for width, letter in zip(widths[1:], part.table.letters, strict=True)
        ]
        head.append(row(cells, header=True))
    rows: list[str] = []
    for block in part.table.blocks:
        told = paragraph("TableText", run(block.title, "<w:b/>"), "<w:keepNext/>")
        for words in (block.wording, block.base):
            told += paragraph("TableText", run(words), "<w:keepNext/>") if words else ""
        rows.append(row([cell(sum(widths), told, span=count + 1)]))
        for item in block.rows:
            strong = "<w:b/>" if item.kind in ("measure", "part") else ""
            if item.kind == "part":
                words = paragraph("TableText", run(item.label, strong))
                rows.append(row([cell(sum(widths), words, span=count + 1)]))
                continue
            fill = tint if item.kind == "measure" else ""
            cells = [cell(widths[0], paragraph("TableText", run(item.label, strong)), fill=fill)]
            for width, each in zip(widths[1:], item.cells, strict=True):
                shown = text.control(each.text, each.number_id, "", strong)
                if each.letters:
                    raised = f'{strong}<w:vertAlign w:val="superscript"/>'
                    shown += run(f" {each.letters}", raised)
                cells.append(cell(width, paragraph("TableNumber", shown), fill=fill))
            rows.append(row(cells))
        rows += [
            row([cell(sum(widths), paragraph("TableText", run(words)), span=count + 1)])
            for words in block.tests
        ]
    return table(widths, head, rows, title=title, column=True)


def _heads(part: BannerPart, widths: Sequence[float]) -> list[str]:
    """Header rows; a cell over several rows goes on below as Word wants it."""
    depth = len(part.heads)
    count = part.table.width
    below: dict[tuple[int, int], int] = {}  # (level, column) -> span of a cell that goes on there
    found = []
    for level, heads in enumerate(part.heads):
        merge = "" if depth == 1 else "restart" if level == 0 else "continue"
        cells = [cell(widths[0], paragraph("TableText", ""), merge=merge)]
        waiting = list(heads)
        at = 0
        while at < count:
            if (level, at) in below:
                span = below[level, at]
                wide = sum(widths[1 + at : 1 + at + span])
                cells.append(cell(wide, paragraph("TableNumber", ""), span=span, merge="continue"))
                at += span
                continue
            words, span, high = waiting.pop(0)
            for down in range(1, high):
                below[level + down, at] = span
            wide = sum(widths[1 + at : 1 + at + span])
            inside = paragraph("TableNumber", run(words, "<w:b/>"), '<w:jc w:val="center"/>')
            cells.append(cell(wide, inside, span=span, merge="restart" if high > 1 else ""))
            at += span
        found.append(row(cells, header=True))
    return found
