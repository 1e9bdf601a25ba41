"""The report as one web page that asks the network for nothing: accessible, printable, small.

Everything said is escaped; the charts are our own SVG. What looks how is in `page.css`; the few
lines of `page.js` only add to what CSS does alone (closing an explanation with Escape, opening it
by touch).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from atbalss.report.document import (
    Block,
    Callout,
    CellText,
    DataTable,
    Definitions,
    Document,
    FigureBlock,
    Heading,
    KeyNumbers,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotations,
    WideTable,
)
from atbalss.report.logo import Logo
from atbalss.report.outline import plain
from atbalss.report.render import html_banner, html_page
from atbalss.report.render.html_text import Text, notes_of, quote
from atbalss.report.theme import DEFAULT, Theme
from atbalss.report.words import quote_marks


def page(
    document: Document,
    charts: Mapping[str, str],
    font_css: str = "",
    *,
    theme: Theme = DEFAULT,
    press: bool = False,
    logo: Logo | None = None,
    around: str = "",
) -> str:
    """The whole page. `charts` are SVGs by anchor; by `<anchor>:narrow` those for small screens.

    `font_css` holds the typeface (`fonts.font_css`); without it the reader's own sans is used.
    A `press` release has no contents. `around` is HTML that leads from the page to those of the
    site in which it stands.
    """
    writer = _Writer(document, charts, theme)
    writer.press, writer.logo, writer.around = press, logo, around
    return writer.whole(font_css)


@cache
def _asset(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8").strip()


class _Writer:
    """Writes one document; it knows which anchors stand on the page already."""

    def __init__(self, document: Document, charts: Mapping[str, str], theme: Theme) -> None:
        self.document = document
        self.charts = charts
        self.theme = theme
        self.text = Text(document)
        self.used: set[str] = {"main", "toc", "endnotes"}
        self.level = 1
        self.section = document.title
        self.unnamed: dict[str, int] = {}
        self.outline: list[tuple[int, str, str, str]] = []
        self.press = False
        self.logo: Logo | None = None
        self.around = ""

    def whole(self, font_css: str) -> str:
        doc, text = self.document, self.text
        body = "\n".join(self.block(block) for block in doc.blocks)
        script = _asset("page.js")
        colours = html_page.variables(self.theme)
        style = f"{font_css}\n:root{{{colours}}}\n{_asset('page.css')}{html_page.mark(doc)}"
        parts = [
            "<!doctype html>",
            f'<html lang="{quote(doc.lang)}">',
            html_page.head(text, style, script),
            "<body>",
            f'<a class="skip" href="#main">{self.text.say("skip")}</a>',
            f'<div class="around">{self.around}</div>' if self.around else "",
            html_page.notice(text),
            html_page.cover(text, self.logo, press=self.press),
            '<div class="sheet release">' if self.press else '<div class="sheet">',
            "" if self.press else self._contents(),
            f'<main id="main" tabindex="-1">\n{body}\n{self._endnotes()}</main>',
            "</div>",
            html_page.foot(text),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _contents(self) -> str:
        """Two levels of headings as a nested list."""
        items: list[str] = []
        open_item = False
        inner: list[str] = []
        for level, anchor, number, text in self.outline:
            no = f'<span class="no">{quote(number)}</span>' if number else ""
            link = f'<a href="#{quote(anchor)}">{no}{quote(text)}</a>'
            if level == 2:
                if open_item:
                    items.append(_nested(inner))
                    inner = []
                items.append(f"<li>{link}")
                open_item = True
            elif level == 3 and open_item:
                inner.append(f"<li>{link}</li>")
        if open_item:
            items.append(_nested(inner))
        head = f'<h2 id="toc">{self.text.say("contents")}</h2>'
        return f'<nav class="toc" aria-labelledby="toc">{head}<ol>{"".join(items)}</ol></nav>'

    def _endnotes(self) -> str:
        if not self.text.footnotes:
            return ""
        items = "".join(
            f'<li id="fn-{i}">{text} <a class="back" href="#fnref-{i}" role="doc-backlink" '
            f'aria-label="{self.text.word("back", n=i)}">↑</a></li>'
            for i, text in enumerate(self.text.footnotes, 1)
        )
        return (
            f'<section class="endnotes" role="doc-endnotes" aria-labelledby="endnotes">'
            f'<h2 id="endnotes">{self.text.say("footnotes")}</h2><ol>{items}</ol></section>\n'
        )

    # ---- blocks

    def block(self, block: Block) -> str:
        """One block as HTML."""
        writers: dict[type, Any] = {
            Heading: self._heading,
            Paragraph: lambda item: f"<p>{self.text.inlines(item.items)}</p>",
            ListBlock: self._list,
            Quotations: self._quotations,
            DataTable: self._table_block,
            WideTable: self._wide,
            FigureBlock: self._figure,
            Callout: self._callout,
            Definitions: self._definitions,
            KeyNumbers: self._key_numbers,
            PageBreak: lambda _: "",
        }
        text: str = writers[type(block)](block)
        return text

    def _id(self, anchor: str) -> str:
        """An id attribute, once a page; "" for none."""
        if not anchor or anchor in self.used:
            return ""
        self.used.add(anchor)
        return f' id="{quote(anchor)}"'

    def _heading(self, block: Heading) -> str:
        """A heading one level deeper than in the document, as the title is the page's only h1."""
        self.level = min(max(block.level, 1) + 1, self.level + 1, 6)
        name = block.anchor or f"h-{len(self.used)}"
        attribute = self._id(name)
        self.section = plain(block.items)
        if attribute:
            self.outline.append((self.level, name, block.number, plain(block.items)))
        number = f'<span class="no">{quote(block.number)}</span>' if block.number else ""
        tag = f"h{self.level}"
        return f"<{tag}{attribute}>{number}{self.text.inlines(block.items)}</{tag}>"

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{self._entry(entry)}</li>" for entry in block.entries)
        return f"<{tag}>{items}</{tag}>"

    def _entry(self, entry: tuple[Block, ...]) -> str:
        """A list entry; a lone paragraph, or one before a list, stands without its own box."""
        first, rest = entry[:1], entry[1:]
        if first and isinstance(first[0], Paragraph):
            lead = self.text.inlines(first[0].items)
            return lead + "".join(self.block(part) for part in rest)
        return "".join(self.block(part) for part in entry)

    def _quotations(self, block: Quotations) -> str:
        lang = block.lang or self.document.lang
        marks = quote_marks(lang)
        spoken = f' lang="{quote(lang)}"' if lang != self.document.lang else ""
        quotes = "".join(
            f"<blockquote{spoken}><p>{marks[0]}{quote(text)}{marks[1]}</p></blockquote>"
            for text in block.texts
        )
        title = f'<p class="title">{quote(block.title)}</p>' if block.title else ""
        note = f'<p class="note">{quote(block.note)}</p>' if block.note else ""
        return f'<div class="quotes">{title}{quotes}{note}</div>'

    def _callout(self, block: Callout) -> str:
        kind = {"invented": "callout warn", "key": "callout key"}.get(block.kind, "callout")
        title = f'<p class="title">{quote(block.title)}</p>' if block.title else ""
        inside = "".join(self.block(part) for part in block.blocks)
        return f'<div class="{kind}">{title}{inside}</div>'

    def _definitions(self, block: Definitions) -> str:
        pairs = "".join(
            f"<div><dt>{quote(term)}</dt><dd>{quote(meaning)}</dd></div>"
            for term, meaning in block.entries
        )
        return f'<dl class="terms">{pairs}</dl>'

    def _key_numbers(self, block: KeyNumbers) -> str:
        items = "".join(
            f'<li><span class="big">{self.text.bound(number)}</span>{quote(text)}</li>'
            for number, text in block.entries
        )
        return f'<ul class="keys">{items}</ul>'

    def _figure(self, block: FigureBlock) -> str:
        anchor = quote(block.anchor)
        link = (
            f'<a class="anchor" href="#{anchor}" '
            f'aria-label="{self.text.word("link_to", what=block.label)}">#</a>'
        )
        label = f'<span class="label">{quote(block.label)}.</span> ' if block.label else ""
        lines = [f"<figcaption>{label}{quote(block.caption)}{link}</figcaption>"]
        if block.wording:
            asked = self.text.say("question" if block.asked == 1 else "questions")
            lines.append(f'<p class="wording">{asked}: {quote(block.wording)}</p>')
        lines += self._pictures(block)
        if block.base:
            lines.append(f'<p class="base">{self.text.say("base")}: {quote(block.base)}</p>')
        lines.append(notes_of(block.notes))
        body = "".join(lines)
        summary = (
            f"{self.text.say('data_table')}: {quote(block.label[:1].lower() + block.label[1:])}"
        )
        table = self._table(block.data, f"{block.anchor}-caption") + notes_of(block.data.notes)
        return (
            f'<div class="block"><figure{self._id(block.anchor)}>{body}</figure>'
            f"<details><summary>{summary}</summary>{table}</details></div>"
        )

    def _pictures(self, block: FigureBlock) -> list[str]:
        """The chart for wide and for small screens; only one of them is shown at a time."""
        found = []
        if block.model.is_empty:
            return [f'<p class="note no-chart">{self.text.word("no_chart")}</p>']
        for kind, key in (("wide", block.anchor), ("narrow", f"{block.anchor}:narrow")):
            svg = self.charts.get(key) or (self.charts.get(block.anchor) if kind == "wide" else "")
            if svg:
                named = f'<svg role="img" aria-label="{quote(block.alt)}"'
                found.append(f'<div class="chart {kind}">{svg.replace("<svg", named, 1)}</div>')
        if len(found) == 1:
            found[0] = found[0].replace('class="chart wide"', 'class="chart"')
        return found

    def _table_block(self, block: DataTable) -> str:
        name = block.anchor or f"table-{len(self.used)}"
        notes = notes_of(block.notes)
        anchored = self._id(name)
        return f'<div class="block"{anchored}>{self._table(block, f"{name}-caption")}{notes}</div>'

    def _wide(self, block: WideTable) -> str:
        """A banner table: the whole, in a box that scrolls sideways."""
        name = block.anchor or f"table-{len(self.used)}"
        anchored = self._id(name)
        caption_id = f"{name}-caption"
        self.used.add(caption_id)
        return html_banner.wide(block, anchored, caption_id, self.text.say("b_letter"))

    def _table(self, block: DataTable, caption_id: str) -> str:
        """A table in a box that scrolls sideways by keyboard too."""
        label = f'<span class="label">{quote(block.label)}.</span> ' if block.label else ""
        words = quote(block.caption) or self._unnamed()
        self.used.add(caption_id)
        look = "title" if block.caption or block.label else "unseen"
        caption = f'<caption class="{look}" id="{quote(caption_id)}">{label}{words}</caption>'
        facts = not block.header
        head = ""
        if block.header:
            cells = "".join(self._cell(cell, "col") for cell in block.header)
            head = f"<thead><tr>{cells}</tr></thead>"
        rows = "".join(
            "<tr>" + "".join(self._row_cell(cell, i, facts) for i, cell in enumerate(row)) + "</tr>"
            for row in block.rows
        )
        kind = ' class="facts"' if facts else ""
        return (
            f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{quote(caption_id)}">'
            f"<table{kind}>{caption}{head}<tbody>{rows}</tbody></table></div>"
        )

    def _unnamed(self) -> str:
        """A name for a table without a caption: the heading it stands under, told apart."""
        name = f"{self.text.say('data_table')}: {quote(self.section)}"
        self.unnamed[name] = self.unnamed.get(name, 0) + 1
        count = self.unnamed[name]
        return name if count == 1 else f"{name} ({count})"

    def _row_cell(self, cell: CellText, place: int, facts: bool) -> str:
        return self._cell(cell, "row" if cell.header or (facts and place == 0) else "")

    def _cell(self, cell: CellText, scope: str) -> str:
        kind = ' class="num"' if cell.numeric else ""
        if not scope:
            return f"<td{kind}>{quote(cell.text)}</td>"
        if not cell.text and scope == "col":
            return f"<td{kind}></td>"
        return f'<th scope="{scope}"{kind}>{quote(cell.text)}</th>'


def _nested(inner: list[str]) -> str:
    return (f"<ol>{''.join(inner)}</ol>" if inner else "") + "</li>"
