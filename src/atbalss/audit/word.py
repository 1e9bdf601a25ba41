"""Word documents to lines: paragraphs in order with their styles, tables, captions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from atbalss.audit.plain import Line
from atbalss.audit.text import Kind

MAX_UNPACKED = 200_000_000
MAX_ENTRIES = 5_000
MAX_PARTS = 60_000_000  # of one XML part: text of thousands of pages


class OversizeError(Exception):
    """Raised for a document that would unpack to more than a report can be."""


def check_archive(content: bytes) -> None:
    """Raises `OversizeError` for a zip bomb, ValueError for what is no Word document."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, OSError, NotImplementedError) as error:
        raise ValueError("no zip") from error
    if len(entries) > MAX_ENTRIES or sum(item.file_size for item in entries) > MAX_UNPACKED:
        raise OversizeError
    if any(
        item.filename.endswith((".xml", ".rels")) and item.file_size > MAX_PARTS for item in entries
    ):
        raise OversizeError
    if any(item.flag_bits & 1 for item in entries):
        raise ValueError("encrypted")
    if not any(item.filename == "[Content_Types].xml" for item in entries):
        raise ValueError("no office document")


def word_lines(content: bytes) -> list[Line]:
    """The lines of a .docx; a line's number is that of its paragraph or table row.

    Raises `OversizeError`, ValueError for what cannot be read, ImportError without python-docx.
    """
    import docx  # type: ignore[import-untyped, unused-ignore]

    check_archive(content)
    try:
        document = docx.Document(io.BytesIO(content))
        return list(_lines(document))
    except (KeyError, AttributeError, IndexError, OSError, zipfile.BadZipFile) as error:
        raise ValueError("no Word document") from error


def _lines(document: Any) -> Iterator[Line]:
    number = 0
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            for row in item._tbl.tr_lst:
                number += 1
                cells = [_words(cell) for cell in row.tc_lst]
                text = cells[0] if len(cells) == 1 else ""
                yield Line(text, number, cells=() if text or len(cells) < 2 else tuple(cells))
            yield Line("", number)
            continue
        number += 1
        text = _words(item._p).replace("\t", "   ")
        style = str(getattr(item.style, "style_id", "") or "").lower()
        kind = _kind(style, text)
        if kind is Kind.PARAGRAPH and _set_off(item):
            yield from (Line("", number), Line(f"**{text}**", number), Line("", number))
            continue
        yield Line(text, number, kind=kind)


_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _words(element: Any) -> str:
    """All text of an element: runs within content controls and links too, deletions not."""
    parts = []
    for node in element.iter(f"{_TEXT}t", f"{_TEXT}tab", f"{_TEXT}br", f"{_TEXT}p"):
        if node.tag == f"{_TEXT}t":
            parts.append(node.text or "")
        elif parts:
            parts.append(" ")
    return "".join(parts).strip()


_LONGEST = 120  # letters of a heading


def _set_off(item: Any) -> bool:
    """Whether a paragraph is short and all bold: how headings look where nobody used the styles."""
    said = [run for run in item.runs if run.text.strip()]
    length = sum(len(run.text) for run in said)
    return 0 < length <= _LONGEST and all(run.bold for run in said)


def _kind(style: str, text: str) -> Kind | None:
    if style.startswith(("heading", "virsraksts", "title", "1", "2", "3")) and len(text) < 200:
        return Kind.HEADING
    if style.startswith("toc"):
        return Kind.CONTENTS
    if style.startswith("list"):
        return Kind.ITEM
    if "quote" in style:
        return Kind.QUOTE
    return Kind.PARAGRAPH if text else None
