"""A mean told in prose against the row of all in the table near it: `19 minutes`, where it has 23."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.averages import UNITS, means_of
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.study.decimals import marked

_MARK = r"vērtējum\w*|atzīme|atzīmes|balles|ball\w*|score|scores|mark|marks|rating|points|оценка|оценки|балл\w*"
_NEAR = 3  # blocks between the table and the sentence


@dataclass(frozen=True, slots=True)
class Row:
    """The mean of all in a table: its unit, what the table is called, its place."""

    number: Number
    unit: str
    named: frozenset[str]
    spot: Spot
    section: int


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Means of prose that differ from the mean of all in the one table of their unit near by."""
    rows = list(_rows(text))
    means = list(means_of(text)) if rows else []
    told = {(mean.unit, mean.number.value) for mean in means}
    rows = [row for row in rows if (row.unit, row.number.value) not in told]  # others are of some
    for mean in means:
        said = frozenset(word[:4] for word in every_stem(mean.sentence.text, text.lang))
        fits = [
            row
            for row in rows
            if row.unit == mean.unit
            and row.named & said
            and (
                row.section == mean.sentence.section
                or abs(row.spot.block - mean.sentence.block) <= _NEAR
            )
        ]
        if len(fits) != 1:
            continue
        row = fits[0]
        if abs(row.number.value - mean.number.value) <= max(row.number.step, mean.number.step) / 2:
            continue
        at = spot(text, mean.sentence, mean.number.start, mean.number.end)
        yield finding(
            text, "two-values", at, (row.spot,), code="two-means", line=row.spot.line,
            value=marked(mean.number.shown, text.lang), other=marked(row.number.shown, text.lang),
        )  # fmt: skip


def _rows(text: Text) -> Iterator[Row]:
    total, unit, mark = (
        word_pattern(pattern) for pattern in (text.words.total, UNITS[text.lang], _MARK)
    )
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3:
            continue
        title = f"{text.blocks[index - 1].text if index else ''} {text.titles.get(text.sections[index], '')}"
        named = frozenset(
            word[:4] for word in every_stem(f"{title} {' '.join(block.rows[0])}", text.lang)
        )
        for column, head in enumerate(block.rows[0]):
            if column == 0 or "%" in head:
                continue
            measured = unit.search(head)
            scored = mark.search(head)
            if not (measured or scored):
                continue
            kind = measured.group(0)[:3].lower() if measured else "score"
            for place, row in enumerate(block.rows[1:], 1):
                if not total.match(row[0].strip(' „“"«»')) or column >= len(row):
                    continue
                items = numbers(row[column], text.lang)
                if len(items) != 1 or items[0].unit is not Unit.NONE:
                    continue
                line = block.row_lines[place] if place < len(block.row_lines) else block.line
                where = Spot(quoted(" | ".join(row)), line, block.page, index)
                yield Row(items[0], kind, named, where, text.sections[index])
