"""The head of a press release: what it is, when it may be used, where and when it was given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from atbalss.report.document import Document, Heading, LineBreak, Paragraph, Words
from atbalss.report.outline import print_date
from atbalss.report.phrases import phrase
from atbalss.report.standing import standing


@dataclass(frozen=True, slots=True)
class Masthead:
    """Notices (what it is, invented, state, embargo) and the line of sender and date."""

    notices: tuple[str, ...]
    dateline: str


def masthead(document: Document) -> Masthead:
    """The head of a release."""
    invented = (document.invented_words.upper(),) if document.invented else ()
    when = print_date(document.date, document.lang)
    line = " · ".join(part for part in (document.conductor, when) if part)
    kind = phrase("press", document.lang)
    return Masthead((kind, *invented, *standing(document)), line)


def with_contact(document: Document) -> Document:
    """The release with its contact as a last section; without one, as it is."""
    if not document.contact:
        return document
    items: list[Words | LineBreak] = []
    for line in document.contact:
        items += [LineBreak()] if items else []
        items.append(Words(line))
    title = Heading(1, (Words(phrase("contact", document.lang)),), "contact")
    return replace(document, blocks=(*document.blocks, title, Paragraph(tuple(items))))
