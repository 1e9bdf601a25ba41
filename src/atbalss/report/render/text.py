"""A press release as plain text, for a letter: no markup, a blank line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from atbalss.report.document import (
    Block,
    Callout,
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
)
from atbalss.report.press import masthead


def text(document: Document) -> str:
    """The release as text."""
    top = masthead(document)
    lines = [" · ".join(top.notices), top.dateline, document.title.upper(), document.subtitle]
    notes: list[str] = []
    for block in document.blocks:
        lines += _block(block, notes)
    lines += [f"[{place}] {note}" for place, note in enumerate(notes, 1)]
    return "\n\n".join(_plain(line) for line in lines if line.strip()) + "\n"


def _plain(line: str) -> str:
    return "".join(c if c.isprintable() or c in "\n\u00a0" else " " for c in line)


def _block(block: Block, notes: list[str]) -> list[str]:
    match block:
        case Heading(items=items):
            return [_inlines(items, notes).upper()]
        case Paragraph(items=items):
            return [_inlines(items, notes)]
        case ListBlock(entries=entries, ordered=ordered):
            found = []
            for place, entry in enumerate(entries, 1):
                words = "\n".join(line for part in entry for line in _block(part, notes))
                found.append(f"{f'{place}.' if ordered else '–'} {words}")
            return ["\n".join(found)]
        case Callout(title=title, blocks=blocks):
            return [title.upper(), *(line for part in blocks for line in _block(part, notes))]
        case Quotations(title=title, texts=texts, note=note):
            return [title, *(f"„{words}“" for words in texts), note]
        case KeyNumbers(entries=entries):
            return ["\n".join(f"{number.text} – {words}" for number, words in entries)]
        case FigureBlock(label=label, caption=caption, alt=alt):
            return [f"{label}. {caption}\n{alt}"]
        case _:
            return []


def _inlines(items: Iterable[Inline], notes: list[str]) -> str:
    found = []
    for item in items:
        match item:
            case Emphasis(items=inner):
                found.append(_inlines(inner, notes))
            case Link(items=inner, href=href):
                found.append(f"{_inlines(inner, notes)} ({href})")
            case Footnote(items=inner):
                notes.append(_inlines(inner, []))
                found.append(f" [{len(notes)}]")
            case LineBreak():
                found.append("\n")
            case _:
                found.append(item.text)
    return "".join(found)
