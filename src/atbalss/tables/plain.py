"""Numbers and tables as plain values, for numbers.json and `--json`."""

from __future__ import annotations

from atbalss.tables.result import Column, Number, Table


def plain_number(number: Number, label: str = "") -> dict[str, object]:
    """A number with its cell as plain values; what it does not have is left out."""
    cell = number.cell
    values: dict[str, object] = {
        "question": cell.question,
        "code": cell.code or None,
        "wave": cell.wave,
        "among": [list(pair) for pair in cell.among] or None,
        "label": label or None,
        "unit": number.unit.value,
        "value": number.value,
        "n": number.n,
        "base": number.base,
        "base_weighted": number.base_weighted,
        "base_effective": number.base_effective,
        "low": number.low,
        "high": number.high,
        "interval": number.interval or None,
        "sd": number.sd,
        "se": number.se,
        "deff": number.deff,
        "flag": number.flag.value or None,
        "source": number.source.value,
        "rounding": number.rounding or None,
        "is_floor": number.is_floor or None,
    }
    return {key: value for key, value in values.items() if value is not None}


def plain_table(table: Table, lang: str = "lv") -> dict[str, object]:
    """A table as plain values in one language: columns, rows of numbers, notes."""
    return {
        "question": table.question,
        "title": table.title.get(lang),
        "wording": table.wording.get(lang),
        "base": table.base_note.get(lang),
        "multiple": table.multiple,
        "invented": table.invented,
        "columns": [
            {
                "key": item.key,
                "label": item.label.get(lang),
                "wave": item.wave,
                "base": item.base,
                **({} if item.base_weighted is None else _weighted(item)),
                "source": item.source.value,
            }
            for item in table.columns
        ],
        "rows": [
            {
                "key": row.key,
                "label": row.label.get(lang),
                "kind": row.kind.value,
                "question": row.question,
                "numbers": [None if item is None else plain_number(item) for item in row.numbers],
            }
            for row in table.rows
        ],
        "notes": [note.get(lang) for note in table.notes],
    }


def _weighted(column: Column) -> dict[str, object]:
    """The bases that only a weighted column has."""
    return {"base_weighted": column.base_weighted, "base_effective": column.base_effective}
