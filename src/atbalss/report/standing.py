"""How far a document has come, in words: draft or approved, and when it may be published."""

from __future__ import annotations

from atbalss.report.document import Document
from atbalss.report.outline import print_date
from atbalss.report.phrases import phrase


def watermark(document: Document) -> str:
    """The word across each page of a draft; "" for any other state."""
    return phrase("draft_mark", document.lang) if document.state == "draft" else ""


def standing(document: Document) -> tuple[str, ...]:
    """State and embargo as whole phrases, those that there are."""
    found = []
    if document.state:
        found.append(phrase(f"state_{document.state}", document.lang))
    if document.embargo:
        when = print_date(document.embargo, document.lang)
        found.append(phrase("embargo", document.lang, date=when))
    return tuple(found)
