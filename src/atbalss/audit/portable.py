"""PDF to lines in reading order; running heads, feet and page numbers left out."""

from __future__ import annotations

from collections import Counter

from atbalss.audit import regex
from atbalss.audit.plain import Line

MAX_PAGES = 600
MAX_PAGE = 60_000  # letters of one page


class TooManyPagesError(Exception):
    """Raised for a PDF of more pages than a report can have."""


def pdf_lines(content: bytes) -> list[Line]:
    """The lines of a PDF, numbered through the document, each with its page.

    Raises `TooManyPagesError`, ValueError for what cannot be read, ImportError without pypdfium2.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise ValueError("no PDF") from error
    try:
        if len(document) > MAX_PAGES:
            raise TooManyPagesError
        pages = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ValueError("broken PDF") from error
    finally:
        document.close()
    return _numbered(pages)


def _page(document: object, number: int) -> list[str]:
    page = document[number]  # type: ignore[index]
    try:
        words = page.get_textpage()
        text: str = words.get_text_bounded()[:MAX_PAGE]
    finally:
        page.close()
    text = text.replace("\ufffe", "-").replace("\x02", "-").replace("\r\n", "\n")
    return [line.rstrip() for line in text.replace("\r", "\n").split("\n")]


def _numbered(pages: list[list[str]]) -> list[Line]:
    """Lines numbered through; what stands at the edge of many pages is a running head."""
    edges = Counter(
        _bare(line) for page in pages for line in {*page[:2], *page[-2:]} if line.strip()
    )
    often = {words for words, count in edges.items() if count >= max(3, len(pages) // 3)}
    found: list[Line] = []
    number = 0
    for place, page in enumerate(pages, 1):
        for index, line in enumerate(page):
            number += 1
            edge = index < 2 or index >= len(page) - 2
            if edge and (
                _bare(line) in often or regex.fullmatch(r"\s*[–-]?\s*\d{1,4}\s*[–-]?\s*", line)
            ):
                continue
            found.append(Line(line, number, place))
            if _ends(page, index, _usual(page)):
                found.append(Line("", number, place))
    return found


def _usual(page: list[str]) -> int:
    """How long a full line of the page is, in letters."""
    lengths = sorted(len(line) for line in page if line.strip())
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _ends(page: list[str], index: int, usual: int) -> bool:
    """Whether a paragraph, heading, label or cell ends with this line of a page."""
    line = page[index].strip()
    after = page[index + 1].strip() if index + 1 < len(page) else ""
    if not line or not after or after[:1].islower():
        return False
    if line[-1] in ".!?:;" and len(line) < 0.85 * usual:
        return True
    return len(line) < 0.6 * usual and line[-1] not in ",-–("


def _bare(line: str) -> str:
    return regex.sub(r"\d+", "#", line.strip())
