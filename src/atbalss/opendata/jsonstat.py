"""JSON-stat 2.0: a suppressed table as a cube with dimensions of answers, groups and measures.

A hidden value is null and its status says why; nothing from which it could be had back is in the
file. Format: json-stat.org/full (version 2.0).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from atbalss.opendata.phrases import say
from atbalss.tables.banner_plain import column_label
from atbalss.tables.banner_result import BannerRow, BannerTable
from atbalss.tables.result import Flag, Number, RowKind, Unit

MEASURES = ("share", "n", "base", "low", "high")
DIGITS = 6
WEIGHTED_DIGITS = 1  # exact sums of few weights would tell the cells that people were weighted by
_SHARES = frozenset(
    {RowKind.CODE, RowKind.OTHER, RowKind.MISSING, RowKind.NET, RowKind.BAND, RowKind.FOLDED}
)


def dataset(
    table: BannerTable,
    lang: str,
    *,
    study: str = "",
    source: str = "",
    updated: date | None = None,
) -> dict[str, object]:
    """A table as a JSON-stat dataset in one language; ValueError where it holds a hidden value.

    Shares are percent, means are in the scale's points; `n` and `base` count persons.
    """
    rows = [row for row in table.rows if row.kind in _SHARES or row.kind is RowKind.MEAN]
    digits = WEIGHTED_DIGITS if table.weighted else DIGITS
    values, status = _values(rows, digits)
    title = table.title.get(lang)
    return {
        "version": "2.0",
        "class": "dataset",
        "label": f"{say('invented-title', lang)} {title}" if table.invented else title,
        "source": source,
        **({} if updated is None else {"updated": f"{updated.isoformat()}T00:00:00Z"}),
        "note": _notes(table, lang),
        "id": ["wave", "answer", "group", "measure"],
        "size": [1, len(rows), len(table.columns), len(MEASURES)],
        "role": {"time": ["wave"], "metric": ["measure"]},
        "dimension": _dimensions(table, rows, lang, digits),
        "value": values,
        "status": status,
        "extension": {
            "study": study,
            "question": table.blocks[0].question,
            "wording": table.blocks[0].wording.get(lang),
            "base": table.blocks[0].base_note.get(lang),
            "invented": table.invented,
            "statuses": {key: say(f"status-{key}", lang) for key in ("c", "u", "z")},
        },
    }


def _values(
    rows: Sequence[BannerRow], digits: int
) -> tuple[list[float | int | None], dict[str, str]]:
    """All values, the measure changing fastest, then the column; statuses by place among them."""
    values: list[float | int | None] = []
    status: dict[str, str] = {}
    for row in rows:
        for cell in row.cells:
            for measure in MEASURES:
                value, mark = value_of(cell.number, measure, digits)
                if mark:
                    status[str(len(values))] = mark
                values.append(value)
    return values, status


def _dimensions(
    table: BannerTable, rows: Sequence[BannerRow], lang: str, digits: int
) -> dict[str, object]:
    wave = table.columns[0].wave
    keys = [f"{row.question}:{row.key}" if len(table.blocks) > 1 else row.key for row in rows]
    return {
        "wave": dimension(say("wave", lang), [wave], [wave]),
        "answer": dimension(
            table.title.get(lang),
            keys,
            [f"{row.label.get(lang)} {row.part.get(lang)}".strip() for row in rows],
        ),
        "group": dimension(
            say("group", lang),
            [column.key or "total" for column in table.columns],
            [column_label(column, lang) for column in table.columns],
        ),
        "measure": measures(lang, digits),
    }


def value_of(number: Number | None, measure: str, digits: int) -> tuple[float | int | None, str]:
    """One value and its status: c hidden, u a small base, z nobody (as SDMX names them)."""
    if number is None or number.flag is Flag.EMPTY:
        return None, "z"
    if number.flag is Flag.HIDDEN:
        if any(item is not None for item in (number.value, number.n, number.low, number.high)):
            raise ValueError(f"{number.cell.words()}: hidden, yet it has a value")
        return None, "c"
    mark = "u" if number.flag is Flag.MARKED else ""
    if measure in ("n", "base"):
        return (number.n if measure == "n" else number.base), mark
    found = {"share": number.value, "low": number.low, "high": number.high}[measure]
    if found is None:
        return None, "z"
    return round(found * 100 if number.unit is Unit.SHARE else found, digits), mark


def _notes(table: BannerTable, lang: str) -> list[str]:
    found = [say("invented", lang)] if table.invented else []
    found += [note.get(lang) for note in table.notes]
    return [*found, say("cube-note", lang)]


def dimension(
    label: str, keys: Sequence[str], labels: Sequence[str], **more: object
) -> dict[str, object]:
    """A dimension: its label, its categories in order with theirs, and more said of these."""
    category = {"index": list(keys), "label": dict(zip(keys, labels, strict=True)), **more}
    return {"label": label, "category": category}


def measures(lang: str, digits: int) -> dict[str, object]:
    """The dimension of shares, counts, bases and ends of intervals, with their units."""
    percent = {"label": "%", "decimals": digits}
    persons = {"label": say("persons", lang), "decimals": 0}
    units = {"share": percent, "n": persons, "base": persons, "low": percent, "high": percent}
    names = [say(f"measure-{name}", lang) for name in MEASURES]
    return dimension(say("measure", lang), MEASURES, names, unit=units)
