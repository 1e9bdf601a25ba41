"""Banner tables as one self-contained page: accessible, and made to be printed across."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from atbalss.report.banner_print import PrintedBlock, PrintedCell, PrintedRow, PrintedTable
from atbalss.report.phrases import phrase
from atbalss.report.theme import DEFAULT, Theme

_STYLE = """
:root {{ color-scheme: light; }}
body {{ margin: 0 auto; padding: 1.5rem clamp(1rem, 3vw, 3rem); max-width: 100rem; color: {ink};
  font: 15px/1.45 "Fira Sans", system-ui, "Segoe UI", sans-serif; background: #fff; }}
h1 {{ font-size: 1.7rem; margin: 0 0 .3rem; text-wrap: balance; }}
.sub {{ color: {muted}; margin: 0 0 1.2rem; }}
nav ol {{ columns: 22rem; padding-left: 1.6rem; }} nav a {{ color: {deep}; }}
.invented {{ background: {warning_soft}; border-left: .3rem solid {warning}; padding: .5rem .9rem;
  margin: 0 0 1rem; font-weight: 600; }}
section {{ margin: 2.6rem 0 0; break-before: page; }}
.scroll {{ overflow-x: auto; }} .scroll:focus-visible {{ outline: 2px solid {accent}; }}
table {{ border-collapse: collapse; font-variant-numeric: tabular-nums;
  min-width: min(100%, 40rem); }}
caption {{ text-align: left; font-size: 1.2rem; font-weight: 650; padding: 0 0 .6rem; }}
th, td {{ padding: .22rem .55rem; vertical-align: top; }}
thead th {{ font-weight: 600; text-align: center; vertical-align: bottom; line-height: 1.25;
  border-bottom: 1px solid {rule}; max-width: 11rem; }}
thead th.edge, td.edge {{ border-left: 1px solid {rule}; }}
thead tr:last-child > *, thead [data-last] {{ border-bottom: 2px solid {ink}; }}
thead tr.letters th {{ color: {muted}; font-weight: 500; }}
tbody th {{ text-align: left; font-weight: 400; min-width: 13rem; max-width: 24rem; }}
td {{ text-align: right; white-space: nowrap; }}
tbody tr.title th {{ font-weight: 650; padding-top: 1.1rem; max-width: none; }}
tr.title .wording {{ display: block; font-weight: 400; color: {muted}; max-width: 60rem; }}
tr.base th, tr.base td {{ color: {muted}; font-size: .92em; }}
tr.base + tr:not(.base) > * {{ border-top: 1px solid {rule}; }}
tr.part th {{ font-weight: 600; padding-top: .6rem; }}
tr.measure > * {{ background: {tint}; font-weight: 600; }}
tr.statistic th {{ padding-left: 1.6rem; color: {muted}; font-size: .9em; }}
tr.statistic td {{ color: {muted}; font-size: .9em; }}
tr.test td {{ text-align: left; white-space: normal; color: {muted}; font-size: .9em; }}
tbody tr:hover > * {{ background: {accent_soft}; }}
.mark {{ display: inline-block; min-width: .75em; text-align: left; color: {accent}; }}
sup.letters {{ color: {deep}; font-weight: 650; font-size: .72em; line-height: 0; margin-left: .2em;
  display: inline-block; min-width: .9em; text-align: left; }}
.notes {{ color: {muted}; font-size: .86rem; max-width: 75rem; margin: .7rem 0 0;
  padding-left: 1.1rem; }}
.notes li {{ margin: .1rem 0; }}
@media print {{
  @page {{ size: A4 landscape; margin: 12mm; }}
  body {{ padding: 0; font-size: 8.5pt; max-width: none; }}
  .scroll {{ overflow: visible; }} nav {{ break-after: page; }}
  thead {{ display: table-header-group; }} tr {{ break-inside: avoid; }}
  th, td {{ padding: 1.2pt 3pt; }} tbody th {{ min-width: 36mm; }}
}}
"""
MARKS = "*↑↓⁺⁻"


def page(
    tables: Sequence[PrintedTable],
    lang: str,
    *,
    title: str,
    subtitle: str = "",
    fingerprint: str = "",
    theme: Theme = DEFAULT,
) -> str:
    """The page of several tables in printed order, with a list of them at its head."""
    style = _STYLE.format(
        ink=theme.ink,
        muted=theme.muted,
        rule=theme.rule,
        tint=theme.tint,
        accent=theme.accent,
        accent_soft=theme.accent_soft,
        deep=theme.deep,
        warning=theme.warning,
        warning_soft=theme.warning_soft,
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    entries = "".join(
        f'<li><a href="#{_anchor(at)}">{escape(item.title)}</a></li>'
        for at, item in enumerate(tables)
    )
    invented = any(item.invented for item in tables)
    warning = f'<p class="invented">{_word("invented_title", lang)}</p>' if invented else ""
    foot = f"<p class='sub'>{_word('fingerprint', lang)}: {escape(fingerprint)}</p>"
    body = "\n".join(section(item, lang, at) for at, item in enumerate(tables))
    return (
        f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{style}</style></head><body>"
        f'<header><h1>{escape(title)}</h1><p class="sub">{escape(subtitle)}</p>{warning}</header>'
        f'<nav aria-label="{_word("b_tables", lang)}"><ol>{entries}</ol></nav>'
        f"<main>{body}</main><footer>{foot if fingerprint else ''}</footer></body></html>\n"
    )


def _word(key: str, lang: str) -> str:
    return escape(phrase(key, lang))


def _anchor(at: int) -> str:
    return f"t{at + 1}"


def section(table: PrintedTable, lang: str, at: int) -> str:
    """One table as a section of the page."""
    name = _anchor(at)
    notes = "".join(f"<li>{escape(note)}</li>" for note in table.notes)
    blocks = "".join(_block(table, block) for block in table.blocks)
    return (
        f'<section id="{name}" aria-labelledby="{name}-c">'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{name}-c">'
        f'<table><caption id="{name}-c">{escape(table.title)}</caption>'
        f"<thead>{_head(table, lang)}</thead>{blocks}</table></div>"
        f'<ul class="notes">{notes}</ul></section>'
    )


def _head(table: PrintedTable, lang: str) -> str:
    depth = len(table.heads)
    rows = []
    for level, row in enumerate(table.heads):
        cells = [f'<td rowspan="{depth}"></td>'] if level == 0 else []
        for head in row:
            span = f' colspan="{head.span}"' if head.span > 1 else ""
            high = f' rowspan="{head.depth}"' if head.depth > 1 else ""
            scope = "colgroup" if head.span > 1 else "col"
            cells.append(f'<th scope="{scope}"{span}{high}>{escape(head.text)}</th>')
        rows.append(f"<tr>{''.join(cells)}</tr>")
    if table.letters:
        cells = [f'<th scope="row">{_word("b_letter", lang)}</th>']
        cells += [f"<th>{letter}</th>" if letter else "<td></td>" for letter in table.letters]
        rows.append(f'<tr class="letters">{"".join(cells)}</tr>')
    return "".join(rows)


def _block(table: PrintedTable, block: PrintedBlock) -> str:
    width = table.width + 1
    wording = f'<span class="wording">{escape(block.wording)}</span>' if block.wording else ""
    base = f'<span class="wording">{escape(block.base)}</span>'
    title = (
        f'<tr class="title"><th scope="rowgroup" colspan="{width}">{escape(block.title)}'
        f"{wording}{base}</th></tr>"
    )
    rows = "".join(_row(table, row) for row in block.rows)
    tests = "".join(
        f'<tr class="test"><td colspan="{width}">{escape(words)}</td></tr>' for words in block.tests
    )
    return f"<tbody>{title}{rows}{tests}</tbody>"


def _row(table: PrintedTable, row: PrintedRow) -> str:
    if row.kind == "part":
        width = table.width + 1
        return f'<tr class="part"><th scope="row" colspan="{width}">{escape(row.label)}</th></tr>'
    cells = "".join(
        f"<td{_edge(table, at)}>{_cell(cell, bool(table.letters))}</td>"
        for at, cell in enumerate(row.cells)
    )
    return f'<tr class="{row.kind}"><th scope="row">{escape(row.label)}</th>{cells}</tr>'


def _edge(table: PrintedTable, at: int) -> str:
    """A line before the first column of each variable."""
    starts = at > 0 and table.groups[at] != table.groups[at - 1]
    return ' class="edge"' if starts else ""


def _cell(cell: PrintedCell, lettered: bool) -> str:
    words = cell.text.rstrip(MARKS)
    marks = cell.text[len(words) :]
    text = f'{escape(words)}<span class="mark">{escape(marks)}</span>'
    if not lettered:
        return text
    return f'{text}<sup class="letters">{escape(cell.letters)}</sup>'
