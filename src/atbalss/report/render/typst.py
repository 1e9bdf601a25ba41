"""The report as PDF by Typst: PDF/UA-1 and PDF/A-3a in one file, the same bytes every time.

All words go into the source as string literals, never as markup: nothing that a respondent typed
can be read as Typst. What looks how is in `template.typ`.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, Literal, cast

from atbalss.report import fonts
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
)
from atbalss.report.figure_words import word
from atbalss.report.logo import Logo
from atbalss.report.outline import anchors_of, print_date, run_on
from atbalss.report.pdf_streams import no_bare_returns
from atbalss.report.phrases import phrase
from atbalss.report.render.typst_tables import TEXT_WIDTH, banner, data_table
from atbalss.report.render.typst_text import Text, array, label_name, literal, name_of
from atbalss.report.standing import standing, watermark
from atbalss.report.theme import DEFAULT, Theme
from atbalss.report.words import quote_marks

STANDARDS: list[Literal["ua-1", "a-3a"]] = ["ua-1", "a-3a"]
TOGETHER = 430.0  # pt: a chart less high than this stays on one page with its notes
CHART_HEIGHT = 560.0  # pt: the tallest chart that fits a page together with its caption
MAIN = "report.typ"
REGIONS = {"lv": "LV", "en": "GB", "ru": "RU"}
MIME = {"json": "application/json", "csv": "text/csv", "md": "text/markdown"}


def pdf(
    document: Document,
    charts: Mapping[str, str],
    *,
    attachments: Mapping[str, bytes] | None = None,
    theme: Theme = DEFAULT,
    logo: Logo | None = None,
) -> bytes:
    """The report as PDF bytes; `charts` are SVGs by anchor, `attachments` files inside the PDF.

    RuntimeError with Typst's own words where Typst refuses or only warns: a warning is a fault.
    """
    carried = attachments or {}
    text = source(document, charts, attachments=carried, theme=theme, logo=logo)
    files = {"template.typ": template().encode(), MAIN: text.encode()}
    files |= {_file(name): content for name, content in carried.items()}
    if logo is not None:
        files[_logo_file(logo)] = logo.svg.encode() if logo.svg else logo.png
    for anchor, svg in charts.items():
        if ":" not in anchor:
            files[f"charts/{name_of(anchor)}.svg"] = svg.encode()
    with tempfile.TemporaryDirectory(prefix="atbalss-") as folder:
        root = Path(folder)
        (root / "charts").mkdir()
        for name, content in files.items():
            (root / name).write_bytes(content)
        made, warnings = _typeset(root, document.date)
    if warnings:
        raise RuntimeError("; ".join(item.message for item in warnings))
    return no_bare_returns(made)


def _typeset(root: Path, date: str) -> tuple[bytes, list[Any]]:
    import typst

    made, warnings = typst.compile_with_warnings(
        str(root / MAIN),
        root=str(root),
        font_paths=[str(fonts.folder())],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=cast(Any, STANDARDS),
        timestamp=datetime.fromisoformat(date or "2000-01-01").replace(tzinfo=UTC),
    )
    return made, warnings


@cache
def template() -> str:
    """The template's source."""
    return (resources.files(__package__) / "template.typ").read_text(encoding="utf-8")


def source(
    document: Document,
    charts: Mapping[str, str] | None = None,
    *,
    attachments: Mapping[str, bytes] | None = None,
    theme: Theme = DEFAULT,
    logo: Logo | None = None,
) -> str:
    """The report as Typst source: it imports `template.typ` and reads charts from `charts/`."""
    writer = _Writer(document, charts or {}, theme)
    writer.logo = logo
    return writer.whole(attachments or {})


def _logo_file(logo: Logo) -> str:
    return "charts/logo.svg" if logo.svg else "charts/logo.png"


def _file(name: str) -> str:
    """The name of an attached file: letters, digits, dots, dashes."""
    return re.sub(r"[^A-Za-z0-9_.-]", "-", name)


class _Writer:
    """Writes one document; it knows which labels are placed."""

    def __init__(self, document: Document, charts: Mapping[str, str], theme: Theme) -> None:
        self.document = document
        self.charts = charts
        self.theme = theme
        self.text = Text(anchors_of(document.blocks))
        self.placed: set[str] = set()
        self.level = 0
        self.logo: Logo | None = None
        self.said: set[str] = set()  # notes on waves that were printed already

    def whole(self, attachments: Mapping[str, bytes]) -> str:
        lines = ['#import "template.typ": *', f"#let theme = {self._theme()}", self._show()]
        lines += [self._attach(name) for name in attachments]
        lines.append(self._cover())
        if any(isinstance(block, Heading) for block in self.document.blocks):  # else none to list
            lines.append(f"#contents(theme, {literal(self._word('contents'))})")
        lines += [self.block(block) for block in self.document.blocks]
        return "\n\n".join(lines) + "\n"

    def _word(self, key: str) -> str:
        return self.document.phrases.get(key) or phrase(key, self.document.lang)

    def _theme(self) -> str:
        look = self.theme
        colours = {
            "ink": look.ink,
            "muted": look.muted,
            "rule": look.rule,
            "tint": look.tint,
            "accent": look.accent,
            "accent-soft": look.accent_soft,
            "deep": look.deep,
            "spark": look.spark,
            "warning": look.warning,
            "warning-soft": look.warning_soft,
            "past": look.past[-1],
            "font": look.font,
        }
        pairs = ", ".join(f"{name}: {literal(value)}" for name, value in colours.items())
        return f"({pairs}, body: {look.body_pt}pt)"

    def _show(self) -> str:
        doc = self.document
        when = date.fromisoformat(doc.date) if doc.date else date(2000, 1, 1)
        fields = {
            "theme": "theme",
            "lang": literal(doc.lang),
            "region": literal(REGIONS.get(doc.lang, "LV")),
            "title": literal(doc.title),
            "author": literal(doc.conductor),
            "description": literal(doc.description),
            "keywords": array(literal(word) for word in doc.keywords),
            "date": f"datetime(year: {when.year}, month: {when.month}, day: {when.day})",
            "running": literal(" · ".join((doc.title, *standing(doc)))),
            "mark": literal(watermark(doc)),
            "invented": literal(self._invented()),
            "foot": literal(" · ".join(part for part in (doc.conductor, doc.period) if part)),
        }
        inside = ",\n  ".join(f"{name}: {value}" for name, value in fields.items())
        return f"#show: report.with(\n  {inside},\n)"

    def _invented(self) -> str:
        doc = self.document
        return (doc.invented_words or self._word("invented")).upper() if doc.invented else ""

    def _attach(self, name: str) -> str:
        mime = MIME.get(name.rpartition(".")[2], "application/octet-stream")
        return (
            f'#pdf.attach("{_file(name)}", read("{_file(name)}", encoding: none), '
            f'relationship: "data", mime-type: "{mime}", description: {literal(name)})'
        )

    def _cover(self) -> str:
        doc = self.document
        facts = [
            (self._word("commissioner"), doc.commissioner),
            (self._word("conductor"), doc.conductor),
            (self._word("date"), print_date(doc.date, doc.lang)),
        ]
        pairs = array(f"({literal(a)}, {literal(b)})" for a, b in facts if b)
        return (
            f"#cover(theme, title: {literal(doc.title)}, subtitle: {literal(doc.subtitle)}, "
            f"period: {literal(doc.period)}, invented: {literal(self._invented())}, "
            f"logo: {self._logo()}, notices: {array(literal(words) for words in standing(doc))}, "
            f"mark: {literal(watermark(doc))}, facts: {pairs})"
        )

    def _logo(self) -> str:
        if self.logo is None:
            return "none"
        alt = literal(self.logo.alt.get(self.document.lang))
        return f'image("{_logo_file(self.logo)}", width: {self.logo.width}pt, alt: {alt})'

    # ---- blocks

    def block(self, block: Block) -> str:
        """One block as Typst source."""
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
            PageBreak: lambda _: "#pagebreak(weak: true)",
        }
        text: str = writers[type(block)](block)
        return text

    def _label(self, anchor: str) -> str:
        """The label of a block, once a document."""
        if not anchor or anchor in self.placed:
            return ""
        self.placed.add(anchor)
        return f" <{label_name(anchor)}>"

    def _heading(self, block: Heading) -> str:
        self.level = min(max(block.level, 1), self.level + 1)
        fresh = "true" if self.level == 1 and block.number else "false"
        words = self.text.inlines(block.items)
        call = f"chapter(theme, {self.level}, {literal(block.number)}, {words}, fresh: {fresh})"
        return f"#{call}{self._label(block.anchor)}" if block.anchor else f"#{call}"

    def _paragraph(self, block: Paragraph) -> str:
        return f"#par({self.text.inlines(block.items)})"

    def _list(self, block: ListBlock) -> str:
        kind = "enum" if block.ordered else "list"
        entries = ",\n  ".join(
            "[" + "\n\n".join(self._tight(part) for part in entry) + "]" for entry in block.entries
        )
        return f"#{kind}(\n  {entries},\n)"

    def _tight(self, part: Block) -> str:
        if isinstance(part, Paragraph):
            return self.text.inlines(part.items)[1:-1]
        return self.block(part)

    def _quotations(self, block: Quotations) -> str:
        lang = block.lang or self.document.lang
        opening, closing = quote_marks(lang)
        texts = array(literal(f"{opening}{text}{closing}") for text in block.texts)
        return (
            f"#quotations(theme, {literal(block.title)}, {texts}, "
            f"{literal(block.note)}, {literal(lang)})"
        )

    def _callout(self, block: Callout) -> str:
        inside = "\n\n".join(self.block(part) for part in block.blocks)
        return f"#callout(theme, {literal(block.kind)}, {literal(block.title)})[\n{inside}\n]"

    def _definitions(self, block: Definitions) -> str:
        pairs = array(f"({literal(term)}, {literal(words)})" for term, words in block.entries)
        return f"#glossary(theme, {pairs})"

    def _key_numbers(self, block: KeyNumbers) -> str:
        pairs = array(f"({literal(n.text)}, {literal(words)})" for n, words in block.entries)
        return f"#key-numbers(theme, {pairs})"

    def _figure(self, block: FigureBlock) -> str:
        fields = [f"label: {literal(block.label + '.')}", f"caption: {literal(block.caption)}"]
        if block.wording:
            asked = self._word("question" if block.asked == 1 else "questions")
            fields.append(f"wording: {literal(asked + ': ' + block.wording)}")
        if block.base:
            fields.append(f"base: {literal(self._word('base') + ': ' + block.base)}")
        notes = run_on((*block.notes, *(n for n in block.data.notes if n not in self.said)))
        self.said.update(block.data.notes)
        fields.append(f"note: {literal(notes)}")
        wide, high = self._chart_size(self.charts.get(block.anchor, ""))
        together = high < TOGETHER and len(notes) < 1400
        fields.append(f"together: {str(together).lower()}")
        file = f"charts/{name_of(block.anchor)}.svg"
        picture = f'image("{file}", width: {wide}pt, alt: {literal(block.alt)})'
        if block.model.is_empty:
            picture = f'text(style: "italic", {literal(word("no_chart", self.document.lang))})'
        inside = ",\n  ".join([*fields, picture])
        return f"#chart(theme,\n  {inside},\n){self._label(block.anchor)}"

    def _chart_size(self, svg: str) -> tuple[float, float]:
        """Width and height of a chart on the page, pt: text width, less where it were too tall."""
        size = re.search(r'width="([\d.]+)" height="([\d.]+)"', svg)
        if size is None:
            return TEXT_WIDTH, 0.0
        high = float(size[2]) * TEXT_WIDTH / float(size[1])
        return round(TEXT_WIDTH * min(1.0, CHART_HEIGHT / high), 1), min(high, CHART_HEIGHT)

    def _table(self, block: DataTable) -> str:
        return data_table(block, self._label(block.anchor))

    def _wide(self, block: WideTable) -> str:
        """A banner table in parts that fit the page, its notes under the last."""
        found = []
        letter = self._word("b_letter")
        for place, part in enumerate(block.parts):
            caption = block.caption
            if len(block.parts) > 1:
                fills = {"label": caption, "n": place + 1, "all": len(block.parts)}
                caption = phrase("b_part_of", self.document.lang, **fills)
            last = place == len(block.parts) - 1
            note = run_on(block.table.notes) if last else ""
            anchor = self._label(block.anchor) if place == 0 else ""
            found.append(banner(part, f"{block.label}.", caption, note, letter) + anchor)
        return "\n\n".join(found)
