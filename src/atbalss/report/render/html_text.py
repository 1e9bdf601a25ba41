"""Texts as HTML: escaped, whoever wrote them; bound numbers, links, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

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
from atbalss.report.figure_words import word
from atbalss.report.outline import SAFE_LINKS, anchors_of, run_on
from atbalss.report.phrases import phrase

_LETTER_WORD = re.compile(r"(?<![\w&#;-])([^\W\d_]-[^\W\d_]+)")  # "e-adrese" stays on one line
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")


def quote(text: str) -> str:
    """A text for HTML content and attributes; control characters become blanks."""
    kept = _CONTROL.sub(" ", text)
    return escape(kept.encode("utf-8", "replace").decode("utf-8"), quote=True)


def notes_of(notes: Iterable[str]) -> str:
    """Notes as one paragraph; nothing for none."""
    text = quote(run_on(notes))
    return f'<p class="notes">{text}</p>' if text else ""


class Text:
    """The texts of one document; it knows the anchors, and counts explanations and footnotes."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.anchors = anchors_of(document.blocks)
        self.footnotes: list[str] = []
        self.tips = 0

    def say(self, key: str) -> str:
        """A phrase of the document, or of the house, escaped."""
        return quote(self.document.phrases.get(key) or phrase(key, self.document.lang))

    def word(self, key: str, **fills: object) -> str:
        """A word of figures in the document's language, escaped."""
        return quote(word(key, self.document.lang, **fills))

    def inlines(self, items: Iterable[Inline]) -> str:
        """Inlines as HTML."""
        return "".join(self._inline(item) for item in items)

    def _inline(self, item: Inline) -> str:
        if isinstance(item, Words):
            return _LETTER_WORD.sub(r'<span class="nb">\1</span>', quote(item.text))
        if isinstance(item, BoundText):
            return self.bound(item)
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

    def bound(self, item: BoundText) -> str:
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
            f'aria-label="{self.word("footnote", n=n)}">{n}</a></sup>'
        )
