"""The last sheet of a workbook: every number of the text, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from atbalss.report.document import (
    BoundText,
    Document,
    Emphasis,
    Footnote,
    Heading,
    Inline,
    KeyNumbers,
    Link,
    ListBlock,
    Paragraph,
)
from atbalss.report.figure_numbers import NONE
from atbalss.report.office_data import DIGITS, form_of
from atbalss.report.office_numbers import number_of
from atbalss.report.outline import plain, walk
from atbalss.report.sheet_words import word
from atbalss.report.sheets import Cell, Sheet, text_cell


def numbers_sheet(document: Document) -> Sheet:
    """The sheet of every bound number of the text: where it stands, base, interval, expression."""
    lang = document.lang
    keys = ("section", "printed", "value", "base", "low", "high", "expression", "line")
    rows = []
    for section, item in bound_of(document):
        entry = document.numbers.get(item.number_id, {})
        made = number_of(item.text, entry, lang)
        value = Cell(made[0], made[1], item.text) if made else _exact(entry, "value", lang)
        base = entry.get("base")
        ends = [_exact(entry, end, lang) for end in ("low", "high")]
        line = entry.get("line")
        rows.append(
            (
                text_cell(section),
                text_cell(item.text),
                value,
                Cell(float(base), "0", str(base)) if isinstance(base, int) else text_cell(""),
                *ends,
                text_cell(str(entry.get("expression") or entry.get("cell") or "")),
                Cell(float(line), "0", str(line)) if isinstance(line, int) else text_cell(""),
            )
        )
    header = tuple(word(key, lang) for key in keys)
    title = word("numbers_title", lang)
    return Sheet(title, (word("numbers_about", lang),), header, tuple(rows), (), "numbers")


def _exact(entry: Mapping[str, object], key: str, lang: str) -> Cell:
    """A value or an end of its interval as `numbers.json` has it, in the unit that is printed."""
    value, unit = entry.get(key), str(entry.get("unit"))
    if not isinstance(value, float | int):
        return text_cell(NONE)
    form = "0" if unit == "count" else form_of(unit, lang)
    return Cell(round(value * (100 if unit == "share_difference" else 1), DIGITS), form)


def bound_of(document: Document) -> Iterator[tuple[str, BoundText]]:
    """All bound numbers and words of the text in order, with the heading that they stand under."""
    section = document.title
    for block in walk(document.blocks):
        if isinstance(block, Heading):
            section = plain(block.items)
            for item in _bound(block.items):
                yield section, item
        elif isinstance(block, Paragraph):
            for item in _bound(block.items):
                yield section, item
        elif isinstance(block, KeyNumbers):
            for number, _ in block.entries:
                yield section, number
        elif isinstance(block, ListBlock):
            continue  # its paragraphs come by themselves


def _bound(items: tuple[Inline, ...]) -> Iterator[BoundText]:
    for item in items:
        if isinstance(item, BoundText):
            yield item
        elif isinstance(item, Emphasis | Link | Footnote):
            yield from _bound(item.items)
