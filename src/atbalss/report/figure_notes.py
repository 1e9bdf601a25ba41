"""What stands under a figure: its base with n, what the tests say, how to read its marks."""

from __future__ import annotations

from collections.abc import Sequence

from atbalss.report.chart_layout import whiskers_help
from atbalss.report.document import STANDARD, FigureModel, Form
from atbalss.report.figure_shown import is_unpublished
from atbalss.report.figure_words import word
from atbalss.report.numerals import decimal
from atbalss.study.about import Study
from atbalss.study.decimals import half_up
from atbalss.tables.result import (
    Column,
    Comparison,
    Flag,
    Number,
    Row,
    Source,
    Table,
    Unit,
    Verdict,
)


def base(table: Table, lang: str) -> str:
    """The base in words with n: for one column "...; n = 142", for several n by column."""
    words = table.base_note.get(lang) or word("everybody", lang)
    columns = [
        c for i, c in enumerate(table.columns) if not (c.standard or is_unpublished(table, i))
    ]
    known = [_n(column, lang) for column in columns]
    if len(set(known)) == 1:
        one = known[0]
        return f"{words}; {one}" if one else f"{words}."
    parts = []
    for text in dict.fromkeys(known):
        names = [
            column.label.get(lang)
            for column, own in zip(columns, known, strict=True)
            if own == text
        ]
        parts.append(f"{', '.join(names)}: {text or '–'}")
    return f"{words}. {'; '.join(parts)}"


def _n(column: Column, lang: str) -> str:
    if column.base is not None:
        n = decimal(float(column.base), 0, lang)
        if column.base_effective is not None:
            effective = decimal(column.base_effective, 0, lang)
            return word("n_weighted", lang, n=n, effective=effective)
        return word("n", lang, n=n)
    return word("n_unknown", lang) if column.source is not Source.ANSWERS else ""


def bases_of(numbers: Sequence[Number | None], lang: str) -> tuple[str, ...]:
    """The note "n = ..." of each category, where bases differ or some are not known; else none."""
    known = [None if number is None else number.base for number in numbers]
    if len(set(known)) <= 1:
        return ()
    return tuple(
        word("n_unknown", lang) if n is None else word("n", lang, n=decimal(float(n), 0, lang))
        for n in known
    )


def notes(
    table: Table, model: FigureModel | None, study: Study, lang: str, *, tests: bool
) -> tuple[str, ...]:
    """All notes in a fixed order, each once: invention, reading, marks, tests, intervals."""
    found: list[str] = []
    if table.invented:
        found.append(word("invented", lang))
    level = int(half_up(study.rules.confidence * 100))
    if model is not None:
        found += _drawing(model, lang, level)
    found += _derived(table, lang)
    if tests:
        found += _tests(table, lang)
    aside = set(of_waves(table, study, lang))
    found += [text.get(lang) for text in table.notes if text.get(lang) not in aside]
    return tuple(dict.fromkeys(found))


def of_waves(table: Table, study: Study, lang: str) -> tuple[str, ...]:
    """What readers must know of the waves that are compared: law changes, new wordings.

    They are the same under every trend, so they go with the data table, and on paper under the
    first trend only.
    """
    said = {
        f"{wave.label.get(lang) or wave.name}: {note.get(lang)}"
        for wave in study.waves
        for note in wave.notes
    }
    return tuple(text.get(lang) for text in table.notes if text.get(lang) in said)


def _drawing(model: FigureModel, lang: str, level: int) -> list[str]:
    found = []
    points = [point for series in model.series for point in series.points]
    intervals = any(point.low is not None for point in points)
    if model.form in (Form.BARS, Form.GROUPED, Form.LINE, Form.PANELS):
        if intervals and whiskers_help(model):
            found.append(word("whiskers", lang, level=level))
        if model.form is Form.LINE and any(p.value is not None and p.low is None for p in points):
            found.append(word("hollow", lang))
        if any(series.role == STANDARD for series in model.series):
            found.append(word("dashed", lang))
        return found
    sums = [
        sum(series.points[i].value or 0.0 for series in model.series)
        for i in range(len(model.categories))
    ]
    printed = [
        sum(int(half_up((series.points[i].value or 0.0) * 100)) for series in model.series)
        for i in range(len(model.categories))
    ]
    whole = [abs(total - 1) < 0.03 or not total for total in sums]  # no bar: not published
    if model.unit == "share" and any(
        w and p not in (0, 100) for w, p in zip(whole, printed, strict=True)
    ):
        found.append(word("rounded", lang))
    if model.unit == "share" and not all(whole):
        found.append(word("gap", lang))
    return found


def _derived(table: Table, lang: str) -> list[str]:
    found = {
        _rounding(number, lang)
        for row in table.rows
        for number in row.numbers
        if number is not None and number.source is Source.DERIVED and number.flag is not Flag.HIDDEN
    }
    return [word("derived", lang, rounding=text) for text in sorted(found)]


def _rounding(number: Number, lang: str) -> str:
    if number.unit is Unit.SHARE:
        return decimal(number.rounding * 100, 1 if number.rounding * 100 % 1 else 0, lang)
    return decimal(number.rounding, 2, lang).rstrip("0").rstrip(",.")


_ORDER = (
    (Verdict.HIGHER, "higher"),
    (Verdict.LOWER, "lower"),
    (Verdict.UNCHANGED, "unchanged"),
    (Verdict.NO_DIFFERENCE_SHOWN, "same"),
)


def _tests(table: Table, lang: str) -> list[str]:
    """For each past wave, which rows passed the test, in which direction, and which did not."""
    pairs: list[tuple[Row, Comparison]] = [
        (row, item) for row in table.rows for item in row.comparisons if item is not None
    ]
    labels = {(item.wave, item.standard): item.label.get(lang) for item in table.columns}
    found = []
    for side in dict.fromkeys(_side(item) for _, item in pairs):
        for verdict, key in _ORDER:
            names = [
                row.label.get(lang)
                for row, item in pairs
                if _side(item) == side and item.verdict is verdict
            ]
            if names:
                label = labels.get(side, side[0])
                found.append(word(key, lang, wave=label, list="; ".join(names)))
    return found


def _side(item: Comparison) -> tuple[str, tuple[str, ...]]:
    """The past column of a comparison: its wave, and by what it is standardised."""
    return item.earlier.cell.wave, item.earlier.cell.standard
