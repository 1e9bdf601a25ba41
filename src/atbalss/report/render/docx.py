"""The report as a Word document: native charts, real styles, fields and footnotes.

Each bound number is a content control; a bookmark tells the source line that each block comes
from. Texts of people stand in text runs alone: nothing that was typed can become a field.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from atbalss.report.alt_text import described
from atbalss.report.document import (
    Block,
    Callout,
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
    Words,
)
from atbalss.report.figure_words import word
from atbalss.report.logo import Logo
from atbalss.report.office_charts import TYPE as CHART_TYPE
from atbalss.report.office_charts import native
from atbalss.report.office_page import Page
from atbalss.report.office_props import TAGS, add_properties
from atbalss.report.office_theme import TYPE as THEME_TYPE
from atbalss.report.office_theme import office_theme
from atbalss.report.opc import OFFICE, Package
from atbalss.report.outline import run_on, walk
from atbalss.report.phrases import phrase
from atbalss.report.render import docx_page, docx_tables
from atbalss.report.render.docx_drawings import DRAWN, HIGHEST, inline, picture
from atbalss.report.render.docx_styles import (
    BULLETS,
    NUMBERS,
    W,
    font_table,
    numbering,
    settings,
    styles,
)
from atbalss.report.render.docx_text import Text, bookmark_name, keep_numbers, paragraph, run
from atbalss.report.theme import DEFAULT, Theme
from atbalss.report.words import quote_marks

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = "/word/document.xml"
WIDTH = 481.9  # pt: text width


def docx(
    document: Document,
    *,
    theme: Theme = DEFAULT,
    pictures: Mapping[str, bytes] | None = None,
    logo: Logo | None = None,
    press: bool = False,
) -> bytes:
    """The document as bytes. With `pictures` (PNG by anchor) charts are pictures, not native.

    A `press` release has its headline instead of a cover, and no contents.
    """
    return _Writer(document, theme, pictures or {}, logo, press=press).whole()


class _Writer:
    """Writes one document part by part."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        pictures: Mapping[str, bytes],
        logo: Logo | None,
        *,
        press: bool,
    ) -> None:
        self.document = document
        self.theme = theme
        self.pictures = pictures
        self.logo = logo
        self.press = press
        self.made = Package()
        self.text = Text(document, self.made, MAIN)
        self.tag = TAGS.get(document.lang, "lv-LV")
        self.box = ""  # border and ground of paragraphs inside a box
        self.lists = 0
        self.drawings = 0
        self.level = int(press)  # the headline of a press release is its first heading
        self.headings: list[tuple[Heading, str]] = []
        self.leads = False  # whether the paragraph being written leads to a list or a table
        self.said: set[str] = set()  # notes on waves that were printed already

    # ---- the whole

    def whole(self) -> bytes:
        doc, made = self.document, self.made
        made.add(MAIN, "", f"{_TYPE}.document.main+xml")
        made.relate("/", "officeDocument", MAIN)
        self._plan_headings()
        body = self._in_order(doc.blocks)
        parts = {
            "styles": (styles(self.theme, self.tag), "styles"),
            "numbering": (numbering(self.lists), "numbering"),
            "settings": (settings(doc.lang, self.tag), "settings"),
            "footnotes": (self._footnotes(), "footnotes"),
            "fontTable": (font_table(self.theme), "fontTable"),
        }
        for name, (content, kind) in parts.items():
            made.relate(MAIN, kind, made.add(f"/word/{name}.xml", content, f"{_TYPE}.{kind}+xml"))
        if self.press:
            front = self._headline()
        else:
            front = docx_page.cover(doc, self.theme, self.text, self._logo())
            front += docx_page.contents(self.headings, doc.lang)
        end = docx_page.section(made, MAIN, doc, self.theme, has_cover=not self.press)
        made.add(
            MAIN,
            f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:a="{DRAWN}/main" '
            f'xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:c="{DRAWN}/chart" '
            f'xmlns:pic="{DRAWN}/picture"><w:body>{front}{body}{end}</w:body></w:document>',
        )
        theme = made.add("/word/theme/theme1.xml", office_theme(self.theme), THEME_TYPE)
        made.relate(MAIN, "theme", theme)
        keep_numbers(self.text, "press" if self.press else "report")
        add_properties(made, doc)
        return made.zipped()

    def _plan_headings(self) -> None:
        """Names of the headings' bookmarks, known before the contents are written."""
        for place, block in enumerate(
            item for item in walk(self.document.blocks) if isinstance(item, Heading)
        ):
            self.headings.append((block, f"_Toc{100_000 + place}"))

    def _footnotes(self) -> str:
        marks = "".join(
            f'<w:footnote w:type="{kind}" w:id="{at}"><w:p><w:r><w:{tag}/></w:r></w:p></w:footnote>'
            for at, kind, tag in (
                (-1, "separator", "separator"),
                (0, "continuationSeparator", "continuationSeparator"),
            )
        )
        return (
            f'<w:footnotes xmlns:w="{W}" xmlns:r="{OFFICE}">{marks}'
            f"{''.join(self.text.footnotes)}</w:footnotes>"
        )

    def _headline(self) -> str:
        doc = self.document
        from atbalss.report.press import masthead

        top = masthead(doc)
        found = [paragraph("Chart", self._logo())] if self.logo else []
        found += [paragraph("Notice", run(words)) for words in top.notices]
        if top.dateline:
            found.append(paragraph("FigureNote", run(top.dateline)))
        found.append(paragraph("Headline", run(doc.title), '<w:outlineLvl w:val="0"/>'))
        if doc.subtitle:
            found.append(paragraph("Lead", run(doc.subtitle)))
        return "".join(found)

    # ---- blocks

    def _in_order(self, blocks: Sequence[Block]) -> str:
        """Blocks one after another; a paragraph stays on the page of the list that it leads to."""
        found = []
        for place, block in enumerate(blocks):
            after = blocks[place + 1] if place + 1 < len(blocks) else None
            bare = isinstance(after, DataTable) and not (after.label or after.caption)
            self.leads = isinstance(block, Paragraph) and (isinstance(after, ListBlock) or bare)
            found.append(self.block(block))
        return "".join(found)

    def block(self, block: Block) -> str:
        """One block as paragraphs and tables, its source line before it."""
        writers: dict[type, Any] = {
            Heading: self._heading,
            Paragraph: self._paragraph,
            ListBlock: self._list,
            Quotations: self._quotations,
            DataTable: self._table,
            WideTable: self._wide,
            FigureBlock: self._figure,
            Callout: self._callout,
            Definitions: self._definitions,
            KeyNumbers: self._key_numbers,
            PageBreak: lambda _: docx_page.BREAK,
        }
        found: str = writers[type(block)](block)
        return found

    def _para(self, style: str, inside: str, *, keep: bool = False, more: str = "") -> str:
        """A paragraph, with the ground of the box that it stands in."""
        first = "<w:keepNext/>" if keep else ""
        return paragraph(style, inside, f"{first}{more}{self.box}")

    def _heading(self, block: Heading) -> str:
        self.level = min(max(block.level, 1) + self.press, self.level + 1, 4)
        name = next(toc for item, toc in self.headings if item is block)
        number = f"{block.number}\u2002" if block.number else ""
        here = self.text.at(block.line)
        items = block.items
        label = items[0] if items else None
        if block.anchor.startswith("annex-") and isinstance(label, Words):
            sequence = phrase("seq_annex", self.document.lang)
            words = self.text.numbered(label.text, block.anchor, sequence)
            words += self.text.inlines(items[1:])
        else:
            words = run(number) + self.text.inlines(items)
            if block.anchor:
                words = self.text.mark(bookmark_name(block.anchor), words)
        return self._para(f"Heading{self.level}", here + self.text.mark(name, words))

    def _paragraph(self, block: Paragraph, style: str = "Normal", more: str = "") -> str:
        here = self.text.at(block.line)
        keep, self.leads = self.leads, False
        return self._para(style, here + self.text.inlines(block.items), keep=keep, more=more)

    def _list(self, block: ListBlock, depth: int = 0) -> str:
        number = BULLETS
        if block.ordered:
            number = NUMBERS + self.lists
            self.lists += 1
        level = min(depth, 2)
        form = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        end = block.entries[-1][-1] if block.entries and not depth else None
        found = []
        for entry in block.entries:
            for place, part in enumerate(entry):
                if isinstance(part, Paragraph):
                    more = form if place == 0 else ""
                    style = "ListEnd" if part is end else "ListParagraph"
                    found.append(self._paragraph(part, style, more))
                elif isinstance(part, ListBlock):
                    found.append(self._list(part, depth + 1))
                else:
                    found.append(self.block(part))
        return "".join(found)

    def _quotations(self, block: Quotations) -> str:
        lang = block.lang or self.document.lang
        opening, closing = quote_marks(lang)
        spoken = f'<w:lang w:val="{TAGS.get(lang, lang)}"/>'
        spark = self.theme.spark.lstrip("#").upper()
        edge = f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="10" w:color="{spark}"/></w:pBdr>'
        found = []
        here = self.text.at(block.line)
        if block.title:
            found.append(self._para("QuoteTitle", here + run(block.title)))
            here = ""
        for words in block.texts:
            told = run(f"{opening}{words}{closing}", spoken)
            found.append(paragraph("Quote", here + told, edge))
            here = ""
        if block.note:
            found.append(self._para("FigureNotes", here + run(block.note)))
        return "".join(found)

    def _callout(self, block: Callout) -> str:
        look = self.theme
        ground, edge = {
            "invented": (look.warning_soft, look.warning),
            "key": (look.accent_soft, look.accent),
        }.get(block.kind, (look.tint, look.spark))
        outer, self.box = self.box, _box(ground, edge)
        here = self.text.at(block.line)
        title = self._para("CalloutTitle", here + run(block.title)) if block.title else ""
        inside = title + self._in_order(block.blocks)
        self.box = outer
        return inside + paragraph("FigureNote", "")

    def _definitions(self, block: Definitions) -> str:
        rows = [(run(term, "<w:b/>"), run(words)) for term, words in block.entries]
        title = phrase("glossary", self.document.lang)
        return self._anchored(block.line) + docx_tables.pairs(rows, title) + _after()

    def _key_numbers(self, block: KeyNumbers) -> str:
        rows = [(self.text.bound(number), run(words)) for number, words in block.entries]
        title = phrase("key_table", self.document.lang)
        table = docx_tables.pairs(rows, title, first="KeyNumber", shares=(0.2, 0.8))
        return self._anchored(block.line) + table + _after()

    def _anchored(self, line: int) -> str:
        """The bookmark of a table's source line, in a paragraph of its own before it."""
        return paragraph("FigureNote", self.text.at(line), "<w:keepNext/>")

    def _caption(self, label: str, caption: str, anchor: str, line: int, kind: str) -> str:
        here = self.text.at(line)
        lang = self.document.lang
        words = ""
        if label:
            words = self.text.numbered(label, anchor, phrase(f"seq_{kind}", lang)) + run(". ")
        return self._para("Caption", here + words + run(caption))

    def _figure(self, block: FigureBlock) -> str:
        lang = self.document.lang
        found = [self._caption(block.label, block.caption, block.anchor, block.line, "fig")]
        if block.wording:
            asked = phrase("question" if block.asked == 1 else "questions", lang)
            found.append(self._para("FigureNote", run(f"{asked}: {block.wording}"), keep=True))
        if block.model.is_empty:
            found.append(self._para("Normal", run(word("no_chart", lang), "<w:i/>")))
        else:
            found.append(self._para("Chart", self._drawing(block), keep=bool(block.base)))
        if block.base:
            found.append(self._para("FigureNote", run(f"{phrase('base', lang)}: {block.base}")))
        notes = run_on((*block.notes, *(n for n in block.data.notes if n not in self.said)))
        self.said.update(block.data.notes)
        found.append(self._para("FigureNotes", run(notes)))
        return "".join(found)

    def _drawing(self, block: FigureBlock) -> str:
        self.drawings += 1
        name = f"{block.label or block.anchor}"
        png = self.pictures.get(block.anchor)
        if png is not None:
            return picture(self.made, MAIN, self.drawings, png, name, described(block), WIDTH)
        page = Page(WIDTH, 9.0, self.document.lang, self.theme)
        drawn = native(block.model, page)
        part = self.made.add(f"/word/charts/chart{self.drawings}.xml", drawn.xml, CHART_TYPE)
        book = self.made.add(f"/word/embeddings/chart{self.drawings}.xlsx", drawn.workbook)
        self.made.relate(part, "package", book)
        number = self.made.relate(MAIN, "chart", part)
        inside = (
            f'<a:graphic><a:graphicData uri="{DRAWN}/chart"><c:chart r:id="{number}"/>'
            "</a:graphicData></a:graphic>"
        )
        high = min(drawn.height, HIGHEST)
        return inline(self.drawings, name, described(block), WIDTH, high, inside)

    def _logo(self) -> str:
        if self.logo is None:
            return ""
        self.drawings += 1
        lang = self.document.lang
        wide = min(self.logo.width, 160.0)
        return picture(
            self.made,
            MAIN,
            self.drawings,
            self.logo.png,
            phrase("logo", lang),
            self.logo.alt.get(lang),
            wide,
        )

    def _table(self, block: DataTable) -> str:
        title = f"{block.label}. {block.caption}" if block.label else block.caption
        if block.label or block.caption:
            found = self._caption(block.label, block.caption, block.anchor, block.line, "tab")
        else:
            found = self._anchored(block.line)
            title = phrase("data_table", self.document.lang)
        found += docx_tables.data_table(block, self.text, title)
        notes = run_on(block.notes)
        return found + paragraph("TableNotes", run(notes))

    def _wide(self, block: WideTable) -> str:
        found = []
        for place, part in enumerate(block.parts):
            caption = block.caption
            if len(block.parts) > 1:
                fills = {"label": caption, "n": place + 1, "all": len(block.parts)}
                caption = phrase("b_part_of", self.document.lang, **fills)
            if place == 0:
                found.append(self._caption(block.label, caption, block.anchor, block.line, "tab"))
            else:
                found.append(self._para("Caption", run(f"{block.label}. {caption}")))
            letter = phrase("b_letter", self.document.lang)
            tint = self.theme.tint.lstrip("#").upper()
            found.append(docx_tables.banner(part, self.text, caption, letter, tint))
        notes = run_on(block.table.notes)
        found.append(paragraph("TableNotes", run(notes)))
        return "".join(found)


def _after() -> str:
    return paragraph("FigureNotes", "")


def _box(ground: str, edge: str) -> str:
    fill, line = ground.lstrip("#").upper(), edge.lstrip("#").upper()
    return (
        f'<w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="{line}"/></w:pBdr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    )
