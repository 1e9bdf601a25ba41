"""Texts as HTML: escaped, whoever wrote them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from atbalss.report.outline import run_on


def quote(text: str) -> str:
    """A text for HTML content and attributes; control characters become blanks."""
    kept = "".join(c if c >= " " or c in "\n\t" else " " for c in text)
    return escape(kept.encode("utf-8", "replace").decode("utf-8"), quote=True)


def notes_of(notes: Iterable[str]) -> str:
    """Notes as one paragraph; nothing for none."""
    text = quote(run_on(notes))
    return f'<p class="notes">{text}</p>' if text else ""
