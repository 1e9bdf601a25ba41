"""The results of a published site as JSON-stat 2.0: a question's views, or all questions at once.

What is hidden on the page is null here too, by the same marks as in open data (`jsonstat`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from atbalss.opendata import dcat
from atbalss.opendata.jsonstat import (
    DIGITS,
    MEASURES,
    WEIGHTED_DIGITS,
    dimension,
    measures,
    value_of,
)
from atbalss.opendata.phrases import say
from atbalss.opendata.rdf import Graph
from atbalss.opendata.rules import Card
from atbalss.problems.catalogue import LANGS
from atbalss.report.document import Document
from atbalss.report.results import Result, View
from atbalss.study.about import Study
from atbalss.study.texts import Text

_STANDARD = "https://json-stat.org/full/"


def question(result: Result, document: Document) -> dict[str, object]:
    """A question's views as a JSON-stat collection; ValueError where one holds a hidden value."""
    return _collection(result.title, document, [_view(result, v, document) for v in result.views])


def whole(results: Iterable[Result], document: Document) -> dict[str, object]:
    """All questions' views as one JSON-stat collection."""
    views = [_view(item, view, document) for item in results for view in item.views]
    return _collection(document.title, document, views)


def record(study: Study, card: Card, address: str, contents: Mapping[str, bytes]) -> Graph:
    """The DCAT-AP 3 record of the collections: `contents` by language, at LANG/results.json."""
    card = replace(card, url=address, landing_page=f"{address.rstrip('/')}/index.html")
    parts = [
        dcat.Part(
            f"{lang}/results.json",
            Text.of({own: say("tables", own, lang) for own in LANGS}),
            content,
            _STANDARD,
        )
        for lang, content in contents.items()
    ]
    wave = next(item for item in study.waves if item.name == study.wave)
    return dcat.record(study, card, {wave.name: parts}, [wave])


def _collection(
    label: str, document: Document, items: list[dict[str, object]]
) -> dict[str, object]:
    made: dict[str, object] = {
        "version": "2.0",
        "class": "collection",
        "label": _marked(label, document),
    }
    if _is_day(document.date):
        made["updated"] = f"{document.date}T00:00:00Z"
    return {**made, "link": {"item": items}}


def _is_day(text: str) -> bool:
    return re.fullmatch(r"\d{4}-\d\d-\d\d", text) is not None


def _marked(label: str, document: Document) -> str:
    return f"{say('invented-title', document.lang)} {label}" if document.invented else label


def _view(result: Result, view: View, document: Document) -> dict[str, object]:
    lang, table = document.lang, view.table
    digits = WEIGHTED_DIGITS if any(c.base_weighted is not None for c in table.columns) else DIGITS
    values: list[float | int | None] = []
    status: dict[str, str] = {}
    for row in table.rows:
        for number in row.numbers:
            for measure in MEASURES:
                value, mark = value_of(number, measure, digits)
                if mark:
                    status[str(len(values))] = mark
                values.append(value)
    several = len({row.question for row in table.rows}) > 1
    answers = [f"{row.question}:{row.key}" if several else row.key for row in table.rows]
    by_wave = len({column.wave for column in table.columns}) > 1
    groups = [
        column.wave if by_wave else ";".join(code for _, code in column.among) or "all"
        for column in table.columns
    ]
    notes = [say("invented", lang)] if table.invented else []
    notes += [*view.block.notes, *view.block.data.notes, say("cube-note", lang)]
    return {
        "version": "2.0",
        "class": "dataset",
        "label": _marked(view.block.caption, document),
        "note": notes,
        "id": ["answer", "group", "measure"],
        "size": [len(answers), len(groups), len(MEASURES)],
        "role": {"metric": ["measure"], **({"time": ["group"]} if by_wave else {})},
        "dimension": {
            "answer": dimension(result.title, answers, [row.label.get(lang) for row in table.rows]),
            "group": dimension(
                say("wave" if by_wave else "group", lang),
                groups,
                [_column(view, at, lang) for at in range(len(groups))],
            ),
            "measure": measures(lang, digits),
        },
        "value": values,
        "status": status,
        "extension": {
            "question": result.name,
            "view": view.key,
            "view_label": view.label,
            "page": f"results/{result.name}.html#{view.key}",
            "groups": [[list(atom) for atom in column.among] for column in table.columns],
            "wording": result.wording,
            "base": view.block.base,
            "statuses": {key: say(f"status-{key}", lang) for key in ("c", "u", "z")},
        },
    }


def _column(view: View, at: int, lang: str) -> str:
    """The words of a column; of everybody where there is but one."""
    column = view.table.columns[at]
    if len(view.table.columns) == 1 and not column.among:
        return say("all", lang)
    return column.label.get(lang)
