"""Web pages to lines: headings, paragraphs, lists, tables; scripts and navigation left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

from atbalss.audit import regex
from atbalss.audit.plain import Line
from atbalss.audit.text import Kind

_SKIPPED = frozenset(
    ("script", "style", "template", "noscript", "nav", "svg", "head", "button", "select", "math")
)
_CONTROLS = frozenset(  # roles of what is pressed, and no words of the report
    ("tooltip", "button", "tab", "tablist", "navigation", "menu", "menubar", "search")
)
_BLOCKS = frozenset(
    (
        "p", "div", "section", "article", "main", "header", "footer", "aside", "br", "hr", "dd", "dt",
        "dl", "ul", "ol", "table", "tr", "figure", "form", "address", "body", "summary", "details",
    )
)  # fmt: skip
_KINDS = {
    "h1": Kind.HEADING, "h2": Kind.HEADING, "h3": Kind.HEADING, "h4": Kind.HEADING,
    "h5": Kind.HEADING, "h6": Kind.HEADING, "li": Kind.ITEM, "blockquote": Kind.QUOTE,
    "q": None, "figcaption": None, "caption": None, "p": None,
}  # fmt: skip
_VOID = frozenset(("br", "hr", "img", "input", "meta", "link", "wbr", "source", "col"))


class _Reader(HTMLParser):
    """Gathers lines while the page goes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.words: list[str] = []
        self.line = 1
        self.kinds: list[Kind] = []
        self.skipping: list[str] = []
        self.cells: list[str] | None = None
        self.in_cell = 0

    def _flush(self) -> None:
        text = regex.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words = []
        if not text:
            return
        if self.in_cell and self.cells is not None:
            self.cells[-1] = f"{self.cells[-1]} {text}".strip()
            return
        kind = self.kinds[-1] if self.kinds else Kind.PARAGRAPH
        self.lines.append(Line(text, self.line, kind=kind))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin an element."""
        hidden = any(
            name == "hidden"
            or (name, value) == ("aria-hidden", "true")
            or (name == "role" and value in _CONTROLS)
            for name, value in attrs
        )
        if self.skipping or tag in _SKIPPED or (hidden and tag not in _VOID):
            if tag not in _VOID:
                self.skipping.append(tag)
            return
        if (tag in _BLOCKS or tag in _KINDS or tag in ("td", "th")) and tag != "q":
            self._flush()
        if tag == "tr":
            self._flush()
            self.cells = []
        elif tag in ("td", "th") and self.cells is not None:
            self.cells.append("")
            self.in_cell += 1
        kind = _KINDS.get(tag)
        if kind is not None:
            self.kinds.append(kind)
        if not self.words:
            self.line = self.getpos()[0]

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if self.skipping:
            if tag in self.skipping:
                while self.skipping and self.skipping.pop() != tag:
                    pass
            return
        if (tag in _BLOCKS or tag in _KINDS or tag in ("td", "th")) and tag != "q":
            self._flush()
        kind = _KINDS.get(tag)
        if kind is not None and kind in self.kinds:
            del self.kinds[len(self.kinds) - 1 - self.kinds[::-1].index(kind)]
        if tag in ("td", "th") and self.in_cell:
            self.in_cell -= 1
        if tag == "tr" and self.cells is not None:
            cells = tuple(self.cells)
            self.cells = None
            self.in_cell = 0
            if len(cells) == 1:
                self.lines.append(Line(cells[0], self.getpos()[0]))
            elif any(cells):
                self.lines.append(Line("", self.getpos()[0], cells=cells))
        if tag == "table":
            self.lines.append(Line("", self.getpos()[0]))

    def handle_data(self, data: str) -> None:
        """Text between marks."""
        if self.skipping:
            return
        if not "".join(self.words).strip():
            self.line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        self.words.append(data)


def page_lines(page: str) -> list[Line]:
    """The lines of a web page, each with the line of the source that it stands in."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    reader._flush()
    return reader.lines


def with_tables(lines: Sequence[Line]) -> list[Line]:
    """Lines of which the tables written in HTML are rows of cells."""
    found: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if waiting or regex.search(r"<table\b", line.text, regex.IGNORECASE):
            waiting.append(line)
        else:
            found.append(line)
        if waiting and regex.search(r"</table\s*>", line.text, regex.IGNORECASE):
            begun = waiting[0].number - 1
            rows = page_lines("\n".join(item.text for item in waiting))
            found += [Line("", waiting[0].number)]
            found += [replace(row, number=row.number + begun) for row in rows]
            waiting = []
    return [*found, *waiting]
