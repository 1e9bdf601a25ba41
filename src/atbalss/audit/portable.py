"""PDF to lines in reading order; running heads, feet and page numbers left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.plain import Line
from atbalss.audit.plotted import Plot, plots_of
from atbalss.audit.printed import Printed, printed_lines
from atbalss.audit.printed_cells import Cell, cells_of
from atbalss.audit.shapes import shapes_of
from atbalss.audit.text import Kind

MAX_PAGES = 600
_FULL = 45  # letters of a line of text: shorter ones are labels, too


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
        read = [_page(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise ValueError("broken PDF") from error
    finally:
        document.close()
    pages = _without_running([cells for cells, _ in read])
    return _numbered(
        [
            printed_lines(page, _contents(page, len(pages)), plots)
            for page, (_, plots) in zip(pages, read, strict=True)
        ]
    )


def _page(document: object, number: int) -> tuple[list[list[Cell]], list[Plot]]:
    page = document[number]  # type: ignore[index]
    try:
        cells = cells_of(page.get_textpage())
        return cells, plots_of(cells, shapes_of(page))
    finally:
        page.close()


def _without_running(pages: list[list[list[Cell]]]) -> list[list[list[Cell]]]:
    """Pages without what stands at the edge of many, and without their numbers."""
    edges = Counter(
        words for page in pages for words in {_bare(_text(line)) for line in _edges(page)}
    )
    often = {words for words, count in edges.items() if count >= max(3, len(pages) // 3)}

    def runs(line: list[Cell]) -> bool:
        text = _text(line)
        return _bare(text) in often or bool(regex.fullmatch(r"\s*[–-]?\s*\d{1,4}\s*[–-]?\s*", text))

    return [
        [line for line in page if not (runs(line) and any(line is one for one in _edges(page)))]
        for page in pages
    ]


def _text(line: list[Cell]) -> str:
    return " ".join(cell.text for cell in line)


def _edges(page: list[list[Cell]]) -> list[list[Cell]]:
    """The first two and the last two lines of a page that are not within charts."""
    loose = [line for line in page if not all(cell.drawn for cell in line)]
    return [*loose[:2], *loose[2:][-2:]]


def _numbered(pages: list[list[Printed]]) -> list[Line]:
    """Lines numbered through, with what each is where its place and letters tell it."""
    style = _Style(pages)
    found: list[Line] = []
    number = 0
    for place, page in enumerate(pages, 1):
        usual = _usual(page)
        for index, line in enumerate(page):
            if not line.text and not line.cells:
                found.append(Line("", number, place))
                continue
            number += 1
            kind = Kind.HEADING if style.heads(line) else None
            if line.listed:
                kind = Kind.CONTENTS
            elif kind and _goes_on(page[index - 1] if index else None, line):
                found[-1] = replace(found[-1], text=f"{found[-1].text} {line.text}")
                continue
            plain = style.known and kind is None
            found.append(Line(line.text, number, place, kind, line.cells, plain))
            if not line.cells and kind is None and _ends(page, index, usual):
                found.append(Line("", number, place))
    return list(_over_pages(list(_drawn(found))))


_VALUE = regex.pattern(r"[\d\s.,%‰†*×–−+-]+")
_LABEL = 60  # letters


def _drawn(lines: list[Line]) -> Iterator[Line]:
    """Lines with the labels and values of a drawing as one: nobody reads which belong together."""
    run: list[Line] = []
    for line in (*lines, None):
        if line is not None and line.plain and _is_label(line.text):
            run.append(line)
            continue
        if line is not None and run and not line.text and not line.cells:
            run.append(line)
            continue
        if sum(bool(_VALUE.fullmatch(one.text)) for one in run if one.text) > 1:
            words = " · ".join(one.text for one in run if one.text)
            yield replace(run[0], text=words, kind=Kind.CHART)
            yield replace(run[0], text="")
        else:
            yield from run
        run = []
        if line is not None:
            yield line


def _is_label(text: str) -> bool:
    return bool(text) and len(text) < _LABEL and text[-1] not in ".!?:;,"


def _over_pages(lines: list[Line]) -> Iterator[Line]:
    """Lines with a table that a page's end parted as one: its heads do not stand in it twice."""
    head: tuple[str, ...] = ()
    blanks: list[Line] = []
    last: Line | None = None
    for line in lines:
        if not line.text and not line.cells:
            blanks.append(line)
            continue
        parted = bool(line.cells and last and last.cells and last.page < line.page)
        same = parted and len(line.cells) == len(head)
        if not same:
            yield from blanks
        if not (same and (line.cells == head or not any(line.cells))):
            yield line
        if line.cells and not same and (last is None or not last.cells or blanks):
            head = line.cells
        blanks, last = [], line


def _goes_on(above: Printed | None, line: Printed) -> bool:
    """Whether a line of a heading goes on with that of the line above it."""
    if above is None or not line.joins or regex.match(r"\d", line.text):
        return False
    return above.size == line.size and above.bold == line.bold


def _contents(page: list[list[Cell]], pages: int) -> set[int]:
    """The lines of a list of contents: five or more on end that close with pages in order."""
    found: set[int] = set()
    run: list[int] = []
    last = 0
    for at, line in enumerate([*page, []]):
        told = regex.search(r"[^\d\s%].*\s\u2060?(\d{1,3})$", _text(line))
        number = int(told.group(1)) if told else 0
        if last <= number <= pages and number:
            run.append(at)
            last = number
        else:
            found |= set(run) if len(run) > 4 else set()
            run, last = [], 0
    return found


class _Style:
    """How a document sets its headings: larger than its text, or in bold letters of its size."""

    def __init__(self, pages: list[list[Printed]]) -> None:
        letters: Counter[float] = Counter()
        bold = 0
        for page in pages:
            for line in page:
                letters[line.size] += len(line.text) * (len(line.text) > _FULL)
                bold += len(line.text) * line.bold
        most = 0.25 * letters.total()  # notes may be as many as the text, but not larger
        self._usual = max((size for size, count in letters.items() if count >= most), default=0.0)
        self._bold = bold < 0.2 * sum(letters.values())
        told = sum(self.heads(line) for page in pages for line in page)
        self.known = told >= max(3, len(pages) // 4)

    def heads(self, line: Printed) -> bool:
        large = line.size >= 1.15 * self._usual
        if not (large or (self._bold and line.bold and line.size >= self._usual)):
            return False
        text = line.text
        closed = not large and text.endswith((".", ";", ","))
        worded = sum(char.isalpha() for char in text) > 3
        return worded and not closed and "%" not in text and len(text) < 160


def _usual(page: list[Printed]) -> int:
    """How long a full line of the page is, in letters."""
    lengths = sorted(len(line.text) for line in page if line.text)
    return lengths[int(len(lengths) * 0.85)] if lengths else 0


def _ends(page: list[Printed], index: int, usual: int) -> bool:
    """Whether a paragraph, heading, label or cell ends with this line of a page."""
    line = page[index].text.strip()
    after = page[index + 1].text.strip() if index + 1 < len(page) else ""
    if not line or not after or after[:1].islower():
        return False
    if line[-1] in ".!?:;" and len(line) < 0.85 * usual:
        return True
    return len(line) < 0.6 * usual and line[-1] not in ",-–("


def _bare(line: str) -> str:
    return regex.sub(r"\d+", "#", line.strip())
