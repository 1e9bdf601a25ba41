"""The report as one web page that asks the network for nothing: accessible, printable, small.

Everything said is escaped; the charts are our own SVG. What looks how is in `page.css`; the few
lines of `page.js` only add to what CSS does alone (closing an explanation with Escape, opening it
by touch).
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

from atbalss.report.document import (
    Block,
    BoundText,
    Callout,
    CellText,
    DataTable,
    Definitions,
    Document,
    Emphasis,
    FigureBlock,
    Footnote,
    Heading,
    Inline,
    KeyNumbers,
    LineBreak,
    Link,
    ListBlock,
    PageBreak,
    Paragraph,
    Quotations,
    Reference,
    WideTable,
    Words,
)
from atbalss.report.figure_words import word
from atbalss.report.logo import Logo
from atbalss.report.outline import SAFE_LINKS, anchors_of, plain, print_date
from atbalss.report.phrases import phrase
from atbalss.report.render import html_banner
from atbalss.report.render.html_text import notes_of, quote
from atbalss.report.standing import standing, watermark
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


_LETTER_WORD = re.compile(r"(?<![\w&#;-])([^\W\d_]-[^\W\d_]+)")  # "e-adrese" stays on one line


@cache
def _asset(name: str) -> str:
    return (resources.files(__package__) / name).read_text(encoding="utf-8").strip()


class _Writer:
    """Writes one document; it knows the anchors, and counts explanations and footnotes."""

    def __init__(self, document: Document, charts: Mapping[str, str], theme: Theme) -> None:
        self.document = document
        self.charts = charts
        self.theme = theme
        self.anchors = anchors_of(document.blocks)
        self.used: set[str] = {"main", "toc", "endnotes"}
        self.footnotes: list[str] = []
        self.tips = 0
        self.level = 1
        self.section = document.title
        self.unnamed: dict[str, int] = {}
        self.outline: list[tuple[int, str, str, str]] = []
        self.press = False
        self.logo: Logo | None = None
        self.around = ""

    def whole(self, font_css: str) -> str:
        doc = self.document
        body = "\n".join(self.block(block) for block in doc.blocks)
        script = _asset("page.js")
        style = f"{font_css}\n:root{{{self._variables()}}}\n{_asset('page.css')}{self._watermark()}"
        parts = [
            "<!doctype html>",
            f'<html lang="{quote(doc.lang)}">',
            self._head(style, script),
            "<body>",
            f'<a class="skip" href="#main">{self._say("skip")}</a>',
            f'<div class="around">{self.around}</div>' if self.around else "",
            self._invented(),
            self._cover(),
            '<div class="sheet release">' if self.press else '<div class="sheet">',
            "" if self.press else self._contents(),
            f'<main id="main" tabindex="-1">\n{body}\n{self._endnotes()}</main>',
            "</div>",
            self._foot(),
            f"<script>{script}</script>",
            "</body>",
            "</html>",
        ]
        return "\n".join(part for part in parts if part) + "\n"

    def _say(self, key: str) -> str:
        return quote(self.document.phrases.get(key) or phrase(key, self.document.lang))

    def _word(self, key: str, **fills: object) -> str:
        return quote(word(key, self.document.lang, **fills))

    def _variables(self) -> str:
        look = self.theme
        values = {
            "ink": look.ink,
            "muted": look.muted,
            "rule": look.rule,
            "paper": look.paper,
            "tint": look.tint,
            "accent": look.accent,
            "accent-soft": look.accent_soft,
            "deep": look.deep,
            "spark": look.spark,
            "warning": look.warning,
            "warning-soft": look.warning_soft,
            "past": look.past[-1],
        }
        return ";".join(f"--{name}:{value}" for name, value in values.items())

    def _head(self, style: str, script: str) -> str:
        """The head, with a policy that forbids everything but what stands in the page itself."""
        doc = self.document
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        policy = (
            f"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:; "
            f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
        meta = {
            "viewport": "width=device-width, initial-scale=1",
            "description": doc.description,
            "keywords": ", ".join(doc.keywords),
            "author": doc.conductor,
            "date": doc.date,
        }
        lines = [
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            *(f'<meta name="{k}" content="{quote(v)}">' for k, v in meta.items() if v),
            f"<title>{quote(doc.title)}{self._invented_title()}</title>",
            f"<style>{style}</style></head>",
        ]
        return "\n".join(lines)

    def _invented_title(self) -> str:
        return f" ({self._invented_words()})" if self.document.invented else ""

    def _invented_words(self) -> str:
        words = self.document.invented_words
        return quote(words) if words else self._say("invented")

    def _invented(self) -> str:
        told = [self._invented_words()] if self.document.invented else []
        told += [quote(words) for words in standing(self.document)]
        if not told:
            return ""
        label = self._say("note")
        return f'<aside class="invented" aria-label="{label}"><p>{" · ".join(told)}</p></aside>'

    def _watermark(self) -> str:
        """A rule that writes the word of a draft across the page, on screen and on paper."""
        words = watermark(self.document)
        if not words:
            return ""
        return (
            f'body::after{{content:"{words}";position:fixed;inset:0;display:grid;'
            "place-items:center;font-size:15vw;font-weight:600;transform:rotate(-35deg);"
            "color:rgba(90,90,90,.09);pointer-events:none;z-index:9}"
        )

    def _cover(self) -> str:
        doc = self.document
        facts = [
            (self._say("commissioner"), doc.commissioner),
            (self._say("conductor"), doc.conductor),
            (self._say("date"), print_date(doc.date, doc.lang)),
        ]
        listed = "".join(
            f"<div><dt>{name}</dt><dd>{quote(text)}</dd></div>" for name, text in facts if text
        )
        lines = [self._logo()] if self.logo else []
        lines += [f'<p class="period">{self._say("press")}</p>'] if self.press else []
        lines.append(f"<h1>{quote(doc.title)}</h1>")
        if doc.subtitle:
            lines.append(f'<p class="sub">{quote(doc.subtitle)}</p>')
        if doc.period:
            lines.append(f'<p class="period">{quote(doc.period)}</p>')
        inside = "".join([*lines, f"<dl>{listed}</dl>" if listed else ""])
        return f'<header class="cover"><div>{inside}</div></header>'

    def _logo(self) -> str:
        """The logo on a light ground, as a picture inside the page."""
        logo = self.logo
        if logo is None:
            return ""
        kind, data = ("svg+xml", logo.svg.encode()) if logo.svg else ("png", logo.png)
        source = f"data:image/{kind};base64,{base64.b64encode(data).decode()}"
        alt = quote(logo.alt.get(self.document.lang))
        return (
            f'<p class="logo"><img src="{source}" alt="{alt}" '
            f'width="{logo.width * 4 / 3:.0f}" height="{logo.height * 4 / 3:.0f}"></p>'
        )

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
        head = f'<h2 id="toc">{self._say("contents")}</h2>'
        return f'<nav class="toc" aria-labelledby="toc">{head}<ol>{"".join(items)}</ol></nav>'

    def _endnotes(self) -> str:
        if not self.footnotes:
            return ""
        items = "".join(
            f'<li id="fn-{i}">{text} <a class="back" href="#fnref-{i}" role="doc-backlink" '
            f'aria-label="{self._word("back", n=i)}">↑</a></li>'
            for i, text in enumerate(self.footnotes, 1)
        )
        return (
            f'<section class="endnotes" role="doc-endnotes" aria-labelledby="endnotes">'
            f'<h2 id="endnotes">{self._say("footnotes")}</h2><ol>{items}</ol></section>\n'
        )

    def _foot(self) -> str:
        doc = self.document
        lines = [quote(" · ".join(p for p in (doc.conductor, print_date(doc.date, doc.lang)) if p))]
        if doc.fingerprint:
            lines.append(f"{self._say('fingerprint')}: {quote(doc.fingerprint)}")
        inside = "".join(f"<p>{line}</p>" for line in lines if line)
        return f'<footer class="end">{inside}</footer>'

    # ---- blocks

    def block(self, block: Block) -> str:
        """One block as HTML."""
        writers: dict[type, Any] = {
            Heading: self._heading,
            Paragraph: lambda item: f"<p>{self.inlines(item.items)}</p>",
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
        return f"<{tag}{attribute}>{number}{self.inlines(block.items)}</{tag}>"

    def _list(self, block: ListBlock) -> str:
        tag = "ol" if block.ordered else "ul"
        items = "".join(f"<li>{self._entry(entry)}</li>" for entry in block.entries)
        return f"<{tag}>{items}</{tag}>"

    def _entry(self, entry: tuple[Block, ...]) -> str:
        """A list entry; a lone paragraph, or one before a list, stands without its own box."""
        first, rest = entry[:1], entry[1:]
        if first and isinstance(first[0], Paragraph):
            lead = self.inlines(first[0].items)
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
            f'<li><span class="big">{self._bound(number)}</span>{quote(text)}</li>'
            for number, text in block.entries
        )
        return f'<ul class="keys">{items}</ul>'

    def _figure(self, block: FigureBlock) -> str:
        anchor = quote(block.anchor)
        link = (
            f'<a class="anchor" href="#{anchor}" '
            f'aria-label="{self._word("link_to", what=block.label)}">#</a>'
        )
        label = f'<span class="label">{quote(block.label)}.</span> ' if block.label else ""
        lines = [f"<figcaption>{label}{quote(block.caption)}{link}</figcaption>"]
        if block.wording:
            asked = self._say("question" if block.asked == 1 else "questions")
            lines.append(f'<p class="wording">{asked}: {quote(block.wording)}</p>')
        lines += self._pictures(block)
        if block.base:
            lines.append(f'<p class="base">{self._say("base")}: {quote(block.base)}</p>')
        lines.append(notes_of(block.notes))
        body = "".join(lines)
        summary = f"{self._say('data_table')}: {quote(block.label[:1].lower() + block.label[1:])}"
        table = self._table(block.data, f"{block.anchor}-caption") + notes_of(block.data.notes)
        return (
            f'<div class="block"><figure{self._id(block.anchor)}>{body}</figure>'
            f"<details><summary>{summary}</summary>{table}</details></div>"
        )

    def _pictures(self, block: FigureBlock) -> list[str]:
        """The chart for wide and for small screens; only one of them is shown at a time."""
        found = []
        if block.model.is_empty:
            return [f'<p class="note no-chart">{self._word("no_chart")}</p>']
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
        return html_banner.wide(block, anchored, caption_id, self._say("b_letter"))

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
        name = f"{self._say('data_table')}: {quote(self.section)}"
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

    # ---- inlines

    def inlines(self, items: Iterable[Inline]) -> str:
        """Inlines as HTML."""
        return "".join(self._inline(item) for item in items)

    def _inline(self, item: Inline) -> str:
        if isinstance(item, Words):
            return _LETTER_WORD.sub(r'<span class="nb">\1</span>', quote(item.text))
        if isinstance(item, BoundText):
            return self._bound(item)
        if isinstance(item, Emphasis):
            tag = "strong" if item.strong else "em"
            return f"<{tag}>{self.inlines(item.items)}</{tag}>"
        if isinstance(item, Reference):
            known = item.target in self.anchors
            text = quote(item.text)
            return f'<a href="#{quote(item.target)}">{text}</a>' if known else text
        if isinstance(item, Link):
            inside = self.inlines(item.items)
            safe = item.href.startswith(SAFE_LINKS)
            return f'<a href="{quote(item.href)}">{inside}</a>' if safe else inside
        if isinstance(item, Footnote):
            return self._footnote(item)
        return "<br>" if isinstance(item, LineBreak) else ""

    def _bound(self, item: BoundText) -> str:
        """A bound number or word with its explanation, shown on hover and focus."""
        if not item.detail:
            return quote(item.text)
        self.tips += 1
        name = f"tip-{self.tips}"
        return (
            f'<span class="bound"><span class="n" role="button" tabindex="0" '
            f'data-number="{quote(item.number_id)}" aria-describedby="{name}">{quote(item.text)}'
            f'</span><span class="tip" role="tooltip" id="{name}">{quote(item.detail)}</span>'
            "</span>"
        )

    def _footnote(self, item: Footnote) -> str:
        place = len(self.footnotes)
        self.footnotes.append("")
        self.footnotes[place] = self.inlines(item.items)
        n = place + 1
        return (
            f'<sup><a id="fnref-{n}" href="#fn-{n}" role="doc-noteref" '
            f'aria-label="{self._word("footnote", n=n)}">{n}</a></sup>'
        )


def _nested(inner: list[str]) -> str:
    return (f"<ol>{''.join(inner)}</ol>" if inner else "") + "</li>"
