"""Our own report for the audit: text straight from the document model, no file read back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from atbalss.audit.text import Block as Piece
from atbalss.audit.text import Kind, Text
from atbalss.report.document import (
    Block,
    Callout,
    DataTable,
    Document,
    Emphasis,
    FigureBlock,
    Footnote,
    Heading,
    Inline,
    KeyNumbers,
    LineBreak,
    Link,
    ListBlock,
    Paragraph,
    Quotations,
    WideTable,
)

_SPACES = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2060": ""})


def text_of(document: Document, name: str) -> Text:
    """A report as the audit reads it; a block's line is that of the author's Markdown."""
    return Text(name, tuple(_pieces(document.blocks)), document.lang)


def _said(items: Iterable[Inline]) -> str:
    parts: list[str] = []
    for item in items:
        if isinstance(item, Emphasis | Link):
            parts.append(_said(item.items))
        elif isinstance(item, LineBreak):
            parts.append(" ")
        elif not isinstance(item, Footnote):
            parts.append(item.text)
    return "".join(parts).translate(_SPACES)


def _pieces(blocks: Iterable[Block], kind: Kind = Kind.PARAGRAPH) -> Iterator[Piece]:
    for block in blocks:
        match block:
            case Heading():
                yield Piece(Kind.HEADING, _said(block.items), _line(block))
            case Paragraph():
                yield Piece(kind, _said(block.items), _line(block))
            case ListBlock():
                for entry in block.entries:
                    yield from _pieces(entry, Kind.ITEM)
            case Callout():
                yield from _pieces(block.blocks)
            case Quotations():
                yield from (Piece(Kind.QUOTE, words, _line(block)) for words in block.texts)
            case KeyNumbers():
                for number, words in block.entries:
                    yield Piece(
                        Kind.ITEM, f"{number.text} {words}".translate(_SPACES), _line(block)
                    )
            case FigureBlock():
                label = f"{block.label}. {block.caption}".translate(_SPACES)
                yield Piece(Kind.CAPTION, label, _line(block))
                yield Piece(
                    Kind.CHART, f"{block.wording} {block.base}".translate(_SPACES), _line(block)
                )
            case DataTable():
                if block.label:
                    label = f"{block.label}. {block.caption}".translate(_SPACES)
                    yield Piece(Kind.CAPTION, label, _line(block))
                yield _table(block)
                yield from (
                    Piece(Kind.CHART, note.translate(_SPACES), _line(block)) for note in block.notes
                )
            case WideTable():
                label = f"{block.label}. {block.caption}".translate(_SPACES)
                yield Piece(Kind.CAPTION, label, _line(block))
                yield Piece(
                    Kind.CHART, "\n".join(block.table.notes).translate(_SPACES), _line(block)
                )
            case _:
                continue


def _table(block: DataTable) -> Piece:
    head = [tuple(cell.text.translate(_SPACES) for cell in block.header)] if block.header else []
    rows = [tuple(cell.text.translate(_SPACES) for cell in row) for row in block.rows]
    line = _line(block)
    everything = tuple(head + rows)
    return Piece(Kind.TABLE, "", line, rows=everything, row_lines=(line,) * len(everything))


def _line(block: object) -> int:
    return int(getattr(block, "line", 0))
