"""What is in a document: figures, headings and anchors, in order, inside boxes and lists too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from atbalss.report.document import (
    Block,
    Callout,
    DataTable,
    Emphasis,
    FigureBlock,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    WideTable,
)

MARKED = ("* ", "† ", "≥ ", "… ")  # how a note begins that tells what a mark means
SAFE_LINKS = ("https://", "http://", "mailto:", "tel:")
_MONTHS = (
    "January February March April May June July August September October November December"
).split()


def walk(blocks: Iterable[Block]) -> Iterator[Block]:
    """All blocks in order, those inside boxes and lists after the one that holds them."""
    for block in blocks:
        yield block
        if isinstance(block, Callout):
            yield from walk(block.blocks)
        elif isinstance(block, ListBlock):
            for entry in block.entries:
                yield from walk(entry)


def figures_of(blocks: Iterable[Block]) -> list[FigureBlock]:
    """All figures in order."""
    return [block for block in walk(blocks) if isinstance(block, FigureBlock)]


def explained(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The lines of the text that tell what a mark means, for where its chapter is not at hand."""
    lines = (plain(block.items) for block in walk(blocks) if isinstance(block, Paragraph))
    return tuple(dict.fromkeys(line for line in lines if line[:2] in MARKED))


def anchors_of(blocks: Iterable[Block]) -> set[str]:
    """Everything that a reference can point to."""
    return {
        block.anchor
        for block in walk(blocks)
        if isinstance(block, Heading | FigureBlock | DataTable | WideTable) and block.anchor
    }


def plain(items: Iterable[Inline]) -> str:
    """The words of inlines without their form; footnotes are left out."""
    parts = []
    for item in items:
        if isinstance(item, Emphasis | Link):
            parts.append(plain(item.items))
        else:
            parts.append(getattr(item, "text", ""))
    return "".join(parts)


def run_on(notes: Iterable[str]) -> str:
    """Notes as one paragraph, each ended by a mark."""
    kept = [note.strip() for note in notes if note.strip()]
    return " ".join(note if note[-1] in ".!?…" else f"{note}." for note in kept)


def print_date(iso: str, lang: str) -> str:
    """A date as printed: `16.12.2024.` in Latvian, `16 December 2024` in English."""
    if not iso:
        return ""
    when = date.fromisoformat(iso)
    if lang == "en":
        return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"
    end = "." if lang == "lv" else ""
    return f"{when.day:02}.{when.month:02}.{when.year}{end}"
