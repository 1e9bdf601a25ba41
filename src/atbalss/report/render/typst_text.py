"""Texts as Typst source: string literals alone, so that nothing that was typed is ever markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from atbalss.report import fonts
from atbalss.report.document import (
    BoundText,
    Emphasis,
    Footnote,
    Inline,
    LineBreak,
    Link,
    Reference,
    Words,
)
from atbalss.report.outline import SAFE_LINKS


@lru_cache(maxsize=20_000)
def literal(text: str) -> str:
    """A text as a Typst string literal: control characters go, what the face lacks becomes `▯`."""
    plain = "".join(c if c.isprintable() or c == "\u00a0" else " " for c in text)
    escaped = fonts.drawable(plain).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def array(items: Iterable[str]) -> str:
    """A Typst array; a trailing comma keeps one item an array."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def name_of(anchor: str) -> str:
    """An anchor as a file name and label: letters, digits, dashes."""
    return re.sub(r"[^A-Za-z0-9_-]", "-", anchor)


def label_name(anchor: str) -> str:
    """The label of an anchor."""
    return f"a-{name_of(anchor)}"


class Text:
    """The texts of one document; it knows which anchors can be pointed to."""

    def __init__(self, anchors: Set[str]) -> None:
        self.anchors = anchors

    def inlines(self, items: Iterable[Inline]) -> str:
        """Inlines as a Typst content block of string literals."""
        return "[" + "".join(self._inline(item) for item in items) + "]"

    def _inline(self, item: Inline) -> str:
        if isinstance(item, Words):
            return f"#{literal(item.text)};"
        if isinstance(item, BoundText):
            return f"#num({literal(item.text)});"
        if isinstance(item, Emphasis):
            return f"#{'strong' if item.strong else 'emph'}{self.inlines(item.items)};"
        if isinstance(item, Reference):
            if item.target in self.anchors:
                return f"#link(<{label_name(item.target)}>, {literal(item.text)});"
            return f"#{literal(item.text)};"
        if isinstance(item, Link):
            if item.href.startswith(SAFE_LINKS):
                return f"#link({literal(item.href)}, {self.inlines(item.items)});"
            return f"#{self.inlines(item.items)};"
        if isinstance(item, Footnote):
            return f"#footnote({self.inlines(item.items)});"
        return "#linebreak();" if isinstance(item, LineBreak) else ""
