"""CSVW: what the columns of the CSV files are, as W3C's Metadata Vocabulary for Tabular Data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from atbalss.opendata.phrases import say
from atbalss.opendata.table import Column, Form, safe
from atbalss.problems.catalogue import LANGS
from atbalss.study.texts import Text

CONTEXT = "http://www.w3.org/ns/csvw"


@dataclass(frozen=True)
class File:
    """A CSV file: its name in the folder, its title and its columns."""

    name: str
    title: Text
    columns: Sequence[Column]
    invented: bool = False


def metadata(
    files: Sequence[File], *, title: Text, description: Text, licence: str, publisher: Text
) -> dict[str, object]:
    """The metadata of a group of tables; every column has a type, titles and its values."""
    return {
        "@context": [CONTEXT, {"@language": "lv"}],
        "dc:title": _langs(title),
        "dc:description": _langs(description),
        "dc:license": {"@id": licence},
        "dc:publisher": _langs(publisher),
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "quoteChar": '"'},
        "tables": [_table(file) for file in files],
    }


def _table(file: File) -> dict[str, object]:
    title = file.title
    if file.invented:
        title = Text.of(
            {lang: f"{say('invented-title', lang)} {title.get(lang)}" for lang in LANGS}
        )
    return {
        "url": file.name,
        "dc:title": _langs(title),
        "tableSchema": {
            "columns": [_column(column) for column in file.columns],
            "primaryKey": "id",
        },
        "notes": [{"rdfs:comment": _langs(_all("quote-rule"))}]
        + ([{"rdfs:comment": _langs(_all("invented"))}] if file.invented else []),
    }


def _all(key: str) -> Text:
    return Text.of({lang: say(key, lang) for lang in LANGS})


def _column(column: Column) -> dict[str, object]:
    made: dict[str, object] = {
        "name": re.sub(r"[^A-Za-z0-9_]", "_", column.name).lstrip("_") or "column",
        "titles": safe(column.name),
        "dc:description": _langs(column.label),
        "required": column.form in (Form.ID, Form.WORD),
        "datatype": _datatype(column),
        "null": "",
    }
    if column.values:
        made["schema:valueReference"] = [
            {"schema:value": safe(value.name), "schema:name": _langs(value.label)}
            for value in column.values
        ]
    return made


def _datatype(column: Column) -> object:
    if column.form is Form.NUMBER:
        return "number"
    if column.form is Form.MONTH:
        return "gYearMonth"
    if column.form is Form.OPTION:
        return {"base": "integer", "minimum": 0, "maximum": 1}
    if column.values:
        names = "|".join(re.escape(safe(value.name)) for value in column.values)
        return {"base": "string", "format": f"({names})"}
    return "string"


def _langs(text: Text) -> dict[str, str]:
    return dict(text.pairs)
