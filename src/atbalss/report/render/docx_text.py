"""Runs of text in Word: escaped words, fields, bookmarks, links, footnotes, content controls."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from atbalss.report.document import (
    BoundText,
    Document,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Words,
)
from atbalss.report.opc import OFFICE, Package, escape
from atbalss.report.outline import SAFE_LINKS, anchors_of

LONGEST = 64  # characters of a control's tag and title that Word takes
SOURCE = "src_L"  # before the line of the source, in the names of bookmarks
NUMBERS_SPACE = "urn:atbalss:numbers"
_NUMBER = re.compile(r"\d+")
_BREAKS = re.compile(r"[\n\t\x0b\x0c]+")


def run(text: str, look: str = "") -> str:
    """Words as a run; `look` is the XML of its properties."""
    plain = escape(_BREAKS.sub(" ", text))
    form = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{plain}</w:t></w:r>' if plain else ""


def paragraph(style: str, inside: str, more: str = "") -> str:
    """A paragraph of a style; `more` are further properties, in the schema's order."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{inside}</w:p>'


def field(code: str, text: str, look: str = "") -> str:
    """A field with the text it shows until it is updated; `code` is never somebody's text."""
    return f'<w:fldSimple w:instr=" {code} ">{run(text, look)}</w:fldSimple>'


def bookmark_name(anchor: str) -> str:
    """An anchor as a bookmark: letters, digits, underscores, 40 characters at most."""
    plain = re.sub(r"[^A-Za-z0-9]", "_", anchor)
    name = f"a_{plain}"
    if len(name) > 36 or plain != anchor.replace("-", "_"):
        name = f"{name[:28]}_{sha256(anchor.encode()).hexdigest()[:8]}"
    return name


class Text:
    """Writes inlines; it counts bookmarks, controls and footnotes, and knows what was written."""

    def __init__(self, document: Document, made: Package, part: str) -> None:
        self.document = document
        self.made = made
        self.part = part
        self.anchors = anchors_of(document.blocks)
        self.footnotes: list[str] = []
        self.controls: list[tuple[str, str, str, str]] = []  # tag, title, number id, text
        self.bookmarks = 0
        self.names: set[str] = set()
        self.line = 0

    def inlines(self, items: Iterable[Inline], look: str = "", part: str = "") -> str:
        """Inlines as runs, fields and controls."""
        return "".join(self._inline(item, look, part or self.part) for item in items)

    def _inline(self, item: Inline, look: str, part: str) -> str:
        match item:
            case Words(text=text, line=line):
                return self._line(line) + run(text, look)
            case BoundText(line=line):
                return self._line(line) + self.bound(item, look)
            case Emphasis(items=items, strong=strong):
                return self.inlines(items, look + ("<w:b/>" if strong else "<w:i/>"), part)
            case Reference():
                return self.reference(item, look)
            case Link(items=items, href=href):
                return self._link(items, href, look, part)
            case Footnote(items=items):
                return self._footnote(items)
            case LineBreak():
                return "<w:r><w:br/></w:r>"

    # ---- bookmarks

    def mark(self, name: str, inside: str) -> str:
        """`inside` within a bookmark; of a name that is taken, `inside` alone."""
        if name in self.names:
            return inside
        self.names.add(name)
        self.bookmarks += 1
        number = self.bookmarks
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def at(self, line: int) -> str:
        """A bookmark that says which line of the source begins here; "" where it is known."""
        if not line:
            return ""
        self.line = line
        name, again = f"{SOURCE}{line}", 2
        while name in self.names:
            name, again = f"{SOURCE}{line}_{again}", again + 1
        return self.mark(name, "")

    def _line(self, line: int) -> str:
        return self.at(line) if line and line != self.line else ""

    # ---- numbers

    def bound(self, item: BoundText, look: str = "") -> str:
        """A number or word of a cell as a content control that tells its expression and base."""
        return self.control(item.text, item.number_id, item.detail, look)

    def control(self, text: str, number_id: str, detail: str = "", look: str = "") -> str:
        """Text of a number in a content control; without a number, plain text."""
        if not number_id or not text:
            return run(text, look)
        entry = self.document.numbers.get(number_id, {})
        source = str(entry.get("expression") or entry.get("cell") or "")
        tag = f"{source[: LONGEST - len(number_id) - 1]}#{number_id}"
        title = detail or str(entry.get("cell") or number_id)
        title = title if len(title) <= LONGEST else title[: LONGEST - 1] + "…"
        self.controls.append((tag, title, number_id, text))
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{escape(title)}"/><w:tag w:val="{escape(tag)}"/>'
            f'<w:id w:val="{10_000 + len(self.controls)}"/><w:lock w:val="sdtLocked"/><w:text/>'
            f"</w:sdtPr><w:sdtContent>{run(text, look)}</w:sdtContent></w:sdt>"
        )

    # ---- references

    def reference(self, item: Reference, look: str = "") -> str:
        """A reference whose number is a field, so that it follows when figures are moved."""
        if item.target not in self.anchors:
            return run(item.text, look)
        name = bookmark_name(item.target)
        found = _NUMBER.search(item.text)
        if found is None:
            inside = run(item.text, look)
            return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'
        return (
            run(item.text[: found.start()], look)
            + field(f"REF {name} \\h", found[0], look)
            + run(item.text[found.end() :], look)
        )

    def numbered(self, label: str, anchor: str, sequence: str) -> str:
        """A label such as `2. attēls`: its number is counted by Word and can be referred to."""
        found = _NUMBER.search(label)
        if found is None:
            return run(label)
        counted = self.mark(bookmark_name(anchor), field(f"SEQ {sequence} \\* ARABIC", found[0]))
        return run(label[: found.start()]) + counted + run(label[found.end() :])

    def _link(self, items: Iterable[Inline], href: str, look: str, part: str) -> str:
        if not href.startswith(SAFE_LINKS):
            return self.inlines(items, look, part)
        number = self.made.relate(part, "hyperlink", href, outside=True)
        styled = f'<w:rStyle w:val="Hyperlink"/>{look}'
        inside = self.inlines(items, styled, part)
        return f'<w:hyperlink r:id="{number}" w:history="1">{inside}</w:hyperlink>'

    def _footnote(self, items: Iterable[Inline]) -> str:
        place = len(self.footnotes)
        self.footnotes.append("")
        number = place + 1
        line = self.line
        words = self.inlines(items, part="/word/footnotes.xml")
        self.line = line
        sign = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        self.footnotes[place] = (
            f'<w:footnote w:id="{number}">'
            + paragraph("FootnoteText", f"<w:r>{sign}<w:footnoteRef/></w:r>{run(' ')}{words}")
            + "</w:footnote>"
        )
        return f'<w:r>{sign}<w:footnoteReference w:id="{number}"/></w:r>'


def keep_numbers(text: Text, name: str) -> None:
    """What each control held when it was written: `atbalss review` compares with it."""
    doc = text.document
    rows = "".join(
        f'<number tag="{escape(tag)}" title="{escape(title)}" id="{escape(number)}" '
        f'line="{_told(doc, number, "line", 0)}" '
        f'expression="{escape(_told(doc, number, "expression", ""))}">{escape(words)}</number>'
        for tag, title, number, words in text.controls
    )
    item = text.made.add(
        "/customXml/item1.xml",
        f'<numbers xmlns="{NUMBERS_SPACE}" source="{name}.{doc.lang}.md" '
        f'fingerprint="{escape(doc.fingerprint)}">{rows}</numbers>',
    )
    about = text.made.add(
        "/customXml/itemProps1.xml",
        f'<ds:datastoreItem xmlns:ds="{OFFICE.replace("relationships", "customXml")}" '
        'ds:itemID="{6B3C9F51-2A57-4D0B-9C1E-0A7B5A155E01}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NUMBERS_SPACE}"/></ds:schemaRefs></ds:datastoreItem>',
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    )
    text.made.relate(text.part, "customXml", item)
    text.made.relate(item, "customXmlProps", about)


def _told(document: Document, number: str, what: str, otherwise: object) -> str:
    return str(document.numbers.get(number, {}).get(what) or otherwise)
