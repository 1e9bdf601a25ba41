"""A document as a deck: which slides there are and what each says; no renderer yet."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from atbalss.report.alt_text import values_of
from atbalss.report.document import (
    DataTable,
    Document,
    FigureBlock,
    FigureModel,
    Form,
    KeyNumbers,
    Series,
)
from atbalss.report.outline import MARKED, explained, figures_of, run_on, walk
from atbalss.report.phrases import phrase

ROWS = 15  # the most bars that a slide shows at a size that can be read
BESIDE = 0.6  # of a row's height for each bar of several side by side
LONGEST = 170  # characters of a slide's title; what goes on is said in the notes
_SENTENCE = re.compile(r"(?<=[^\d\s][.!?…])\s+(?=[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ„“«])")


@dataclass(frozen=True, slots=True)
class FindingSlide:
    """A finding with its chart: title, what was asked of whom, alternative text, notes."""

    title: str
    under: str
    model: FigureModel
    alt: str
    name: str
    notes: tuple[str, ...]
    marks: str = ""  # what the marks behind its numbers mean


@dataclass(frozen=True, slots=True)
class TableSlide:
    """A slide of pairs: what, and what of it."""

    title: str
    pairs: tuple[tuple[str, str], ...]
    big: bool = False
    notes: tuple[str, ...] = ()
    marks: str = ""


Slide = FindingSlide | TableSlide


def slides_of(document: Document, *, whole: bool = False) -> tuple[Slide, ...]:
    """Key numbers, a slide a finding, and the method; each title is there once.

    Long charts go on over several slides, but for `whole` ones.
    """
    found: list[Slide] = []
    told = explained(document.blocks)
    for block in walk(document.blocks):
        if isinstance(block, KeyNumbers):
            pairs = tuple((number.text, words) for number, words in block.entries)
            marks = _marks([text for text, _ in pairs], told)
            found.append(TableSlide(phrase("key_table", document.lang), pairs, True, (), marks))
    for figure in figures_of(document.blocks):
        if not figure.model.is_empty:
            found += _findings(figure, document.lang, told, whole=whole)
    found += _method(document)
    return _unique(found)


def _marks(texts: Sequence[str], notes: Sequence[str]) -> str:
    """Of these notes the first for each mark that stands in the texts, in one line."""
    shown = "".join(texts)
    firsts = {note[0]: note for note in reversed(notes) if note[:2] in MARKED}
    return " ".join(note for mark, note in sorted(firsts.items()) if mark in shown)


def _findings(
    block: FigureBlock, lang: str, told: tuple[str, ...], *, whole: bool
) -> list[FindingSlide]:
    """The slides of a figure: one, or several where it has more bars than a slide shows."""
    finding = block.alt or block.caption
    title = headline(finding, block.caption)
    asked = phrase("question" if block.asked == 1 else "questions", lang)
    under = [f"{asked}: {block.wording}"] if block.wording else []
    under += [f"{phrase('base', lang)}: {block.base}"] if block.base else []
    notes = (f"{block.label}. {block.caption}", finding, *under, run_on(block.notes))
    parts = (block.model,) if whole else split(block.model)
    return [
        FindingSlide(
            title if len(parts) == 1 else f"{title} ({place}/{len(parts)})",
            "\n".join(under),
            part,
            run_on((finding, values_of(part))),
            block.label if len(parts) == 1 else f"{block.label} ({place}/{len(parts)})",
            notes,
            _marks((title, values_of(part)), (*block.notes, *told)),
        )
        for place, part in enumerate(parts, 1)
    ]


def headline(finding: str, caption: str) -> str:
    """The finding as a title: whole where it is short, else its first sentence; where that is
    a list of its own, the caption of the figure."""
    if len(finding) <= LONGEST:
        return finding
    first: str = _SENTENCE.split(finding)[0]
    return first if len(first) <= LONGEST + 30 else caption


def _method(document: Document) -> list[Slide]:
    """The first table of facts, which tells how the study was made."""
    for block in walk(document.blocks):
        if isinstance(block, DataTable) and not block.header and block.rows:
            if not all(len(row) == 2 for row in block.rows):
                continue
            pairs = tuple((row[0].text, row[1].text) for row in block.rows)
            return [TableSlide(phrase("method", document.lang), pairs)]
    return []


def _unique(slides: list[Slide]) -> tuple[Slide, ...]:
    seen: set[str] = set()
    found: list[Slide] = []
    for slide in slides:
        title, again = slide.title, 2
        if title in seen and isinstance(slide, FindingSlide):
            title = f"{slide.title} ({slide.name[:1].lower()}{slide.name[1:]})"
        while title in seen:
            title, again = f"{slide.title} ({again})", again + 1
        seen.add(title)
        found.append(replace(slide, title=title))
    return tuple(found)


# ---- long charts


def split(model: FigureModel, rows: int = ROWS) -> tuple[FigureModel, ...]:
    """A chart in parts of so many rows at most; panels stay whole where they fit.

    Bars side by side take more room than one, though each is narrower.
    """
    if model.form is Form.GROUPED:
        rows = max(1, int(rows / max(1.0, BESIDE * len(model.series))))
    whole = model.form in (Form.LINE, Form.FUNNEL, Form.CONTROL)
    count = len(model.categories)
    if whole or count + len(model.panels) <= rows:
        return (model,)
    cuts = _panel_cuts(model, rows) if model.panels else _even_cuts(count, rows)
    return tuple(_part(model, first, end) for first, end in cuts)


def _even_cuts(count: int, rows: int) -> list[tuple[int, int]]:
    parts = -(-count // rows)
    edges = [round(count * at / parts) for at in range(parts + 1)]
    return list(itertools.pairwise(edges))


def _panel_cuts(model: FigureModel, rows: int) -> list[tuple[int, int]]:
    cuts, first, at, used = [], 0, 0, 0
    for _, count in model.panels:
        if used and used + count + 1 > rows:
            cuts.append((first, at))
            first, used = at, 0
        at += count
        used += count + 1
    return [*cuts, (first, at)]


def _part(model: FigureModel, first: int, end: int) -> FigureModel:
    panels, at = [], 0
    for title, count in model.panels:
        if first <= at < end:
            panels.append((title, count))
        at += count
    notes = model.category_notes
    return replace(
        model,
        categories=model.categories[first:end],
        series=tuple(Series(item.name, item.points[first:end], item.role) for item in model.series),
        panels=tuple(panels),
        category_notes=notes[first:end] if len(notes) == len(model.categories) else notes,
        quiet=tuple(at - first for at in model.quiet if first <= at < end),
    )
