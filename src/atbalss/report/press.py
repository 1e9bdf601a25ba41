"""The head of a press release: what it is, when it may be used, where and when it was given."""

from __future__ import annotations

from dataclasses import dataclass

from atbalss.report.document import Document
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
