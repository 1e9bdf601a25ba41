"""A banner table of a report as HTML, whole: a box that scrolls sideways."""

from __future__ import annotations

from atbalss.report.banner_print import PrintedBlock
from atbalss.report.document import WideTable
from atbalss.report.render.html_text import notes_of, quote


def wide(block: WideTable, anchored: str, caption_id: str, letter_word: str) -> str:
    """The table; `anchored` is its id attribute, `letter_word` (escaped) names the letters' row."""
    label = f'<span class="label">{quote(block.label)}.</span> ' if block.label else ""
    words = label + quote(block.caption)
    caption = f'<caption class="title" id="{quote(caption_id)}">{words}</caption>'
    table = block.table
    bodies = "".join(_block(item, table.width) for item in table.blocks)
    return (
        f'<div class="block"{anchored}>'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{quote(caption_id)}">'
        f'<table class="banner">{caption}<thead>{_heads(block, letter_word)}</thead>{bodies}'
        f"</table></div>{notes_of(table.notes)}</div>"
    )


def _heads(block: WideTable, letter_word: str) -> str:
    table = block.table
    depth = len(table.heads)
    head = "".join(
        "<tr>"
        + (f'<td rowspan="{depth}"></td>' if level == 0 else "")
        + "".join(_head(item.text, item.span, item.depth) for item in row)
        + "</tr>"
        for level, row in enumerate(table.heads)
    )
    if table.letters:
        cells = "".join(
            f'<th class="num">{quote(item)}</th>' if item else "<td></td>" for item in table.letters
        )
        head += f'<tr class="letters"><th scope="row">{letter_word}</th>{cells}</tr>'
    return head


def _head(text: str, span: int, depth: int) -> str:
    across = f' colspan="{span}"' if span > 1 else ""
    down = f' rowspan="{depth}"' if depth > 1 else ""
    scope = "colgroup" if span > 1 else "col"
    return f'<th scope="{scope}" class="num"{across}{down}>{quote(text)}</th>'


def _block(block: PrintedBlock, width: int) -> str:
    words = "".join(
        f'<span class="wording">{quote(item)}</span>'
        for item in (block.wording, block.base)
        if item
    )
    rows = [
        f'<tr class="title"><th scope="rowgroup" colspan="{width + 1}">{quote(block.title)}'
        f"{words}</th></tr>"
    ]
    for row in block.rows:
        if row.kind == "part":
            rows.append(
                f'<tr class="part"><th scope="row" colspan="{width + 1}">'
                f"{quote(row.label)}</th></tr>"
            )
            continue
        cells = "".join(
            f'<td class="num"{_data_number(cell.number_id)}>{quote(cell.text)}'
            + (f'<sup class="letters">{quote(cell.letters)}</sup>' if cell.letters else "")
            + "</td>"
            for cell in row.cells
        )
        rows.append(f'<tr class="{row.kind}"><th scope="row">{quote(row.label)}</th>{cells}</tr>')
    rows += [
        f'<tr class="test"><td colspan="{width + 1}">{quote(item)}</td></tr>'
        for item in block.tests
    ]
    return f"<tbody>{''.join(rows)}</tbody>"


def _data_number(number_id: str) -> str:
    return f' data-number="{quote(number_id)}"' if number_id else ""
