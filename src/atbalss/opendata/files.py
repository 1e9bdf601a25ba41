"""All files of a study's open data, by their paths in the folder."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl

from atbalss.exchange.labelled import Labelled, Value, Variable
from atbalss.opendata import csvw, dcat, ddi, jsonstat, ppdb, readme
from atbalss.opendata.microdata import CHANGE
from atbalss.opendata.phrases import say
from atbalss.opendata.rules import Card
from atbalss.opendata.table import CODEBOOK, as_csv, codebook_rows, csv_bytes, typed
from atbalss.opendata.wave import OpenWave
from atbalss.problems.catalogue import LANGS
from atbalss.study.about import Study
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text

CSVW_NAME, CHANGES, README = "csv-metadata.json", "changes.csv", "README.md"
_DDI = "https://ddialliance.org/Specification/DDI-Codebook/2.5/"
_CSVW = "https://www.w3.org/TR/tabular-data-model/"
_JSONSTAT = "https://json-stat.org/full/"
_TRIPLE_S = "https://www.triple-s.org/"


@dataclass(frozen=True)
class Folder:
    """What is written: a study, its card, its questionnaire as fielded, its waves, who let it out.

    `version` is the program's; `released` (by, ISO day) is of the human release.
    """

    study: Study
    card: Card
    asked: Questionnaire
    waves: Sequence[OpenWave]
    version: str
    released: tuple[str, str] = ("", "")


def data_files(study: Study, waves: Sequence[OpenWave]) -> dict[str, bytes]:
    """The files that hold data or what explains it: those that a release is of."""
    found: dict[str, bytes] = {}
    for wave in waves:
        name = wave.wave.name
        if wave.columns:
            found[f"{name}/microdata.csv"] = as_csv(wave.columns)
            found[f"{name}/codebook.csv"] = _codebook(wave)
        for lang in study.langs:
            found[f"{name}/tables.{lang}.json"] = _tables(study, wave, lang)
    return found


def all_files(folder: Folder) -> dict[str, bytes]:
    """Every file of the folder, in order; the record of the catalogue knows all of the others."""
    study, card = folder.study, folder.card
    found = data_files(study, folder.waves)
    parts: dict[str, list[dcat.Part]] = {}
    for wave in folder.waves:
        name = wave.wave.name
        if wave.microdata is not None:
            found |= _more_data(study, wave)
        described = f"{name}/microdata.csv"
        found[f"{name}/ddi.xml"] = ddi.codebook(
            study, card, folder.asked, wave, described, folder.version
        )
        parts[name] = [
            dcat.Part(path, _title(path, wave), content, _standard(path))
            for path, content in sorted(found.items())
            if path.startswith(f"{name}/")
        ]
    waves = [wave.wave for wave in folder.waves]
    found[CSVW_NAME] = _metadata(study, card, folder.waves)
    found[CHANGES] = _changes(folder.waves)
    graph = dcat.record(study, card, parts, waves)
    found["dcat.ttl"], found["dcat.jsonld"] = graph.turtle().encode(), graph.json_ld().encode()
    fields = ppdb.card(study, card, waves)
    found["ppdb.json"], found["ppdb.md"] = ppdb.as_json(fields), ppdb.as_markdown(fields)
    found[README] = readme.page(study, card, folder.waves, found, folder.released).encode()
    return found


def _codebook(wave: OpenWave) -> bytes:
    status = "invented" if wave.wave.invented else "real"
    rows = [(*row, status) for row in codebook_rows(wave.columns)]
    return csv_bytes([*CODEBOOK, "data_status"], rows)


def _tables(study: Study, wave: OpenWave, lang: str) -> bytes:
    """The tables of a wave as one JSON-stat collection."""
    title = say("tables", lang, wave.wave.label.get(lang))
    if wave.wave.invented:
        title = f"{say('invented-title', lang)} {title}"
    items = [
        jsonstat.dataset(
            table,
            lang,
            study=study.name,
            source=study.conductor.get(lang) or study.commissioner.get(lang),
            updated=study.published,
        )
        for table in wave.tables
    ]
    made = {
        "version": "2.0",
        "class": "collection",
        "label": title,
        "extension": {"invented": wave.wave.invented, "language": lang},
        "link": {"item": items},
    }
    return (json.dumps(made, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _more_data(study: Study, wave: OpenWave) -> dict[str, bytes]:
    """The same microdata as .sav, Parquet and Triple-S."""
    from atbalss.exchange.parquet import write_plain
    from atbalss.exchange.sav import write_sav
    from atbalss.exchange.sav_records import dated
    from atbalss.exchange.to_labelled import labelled
    from atbalss.exchange.triple_s import write_triple_s

    name, lang = wave.wave.name, study.langs[0]
    if wave.microdata is None:
        return {}
    notes = (say("invented", lang),) if wave.wave.invented else ()
    title = f"{say('invented-title', lang)} " if wave.wave.invented else ""
    title += f"{study.title.get(lang)} · {wave.wave.label.get(lang)}"
    table, _ = labelled(wave.microdata.frame, lang, title=title, notes=notes)
    table = _with_status(table, wave, lang)
    with TemporaryDirectory() as place:
        sav, parquet = Path(place) / "microdata.sav", Path(place) / "microdata.parquet"
        write_sav(table, sav)
        about = {"title": title, "data_status": "invented" if wave.wave.invented else "real"}
        labels = {column.name: column.label.get(lang) for column in wave.columns}
        write_plain(
            typed(wave.columns),
            parquet,
            {**about, "labels": json.dumps(labels, ensure_ascii=False)},
        )
        found = {
            f"{name}/microdata.sav": dated(sav.read_bytes(), study.published),
            f"{name}/microdata.parquet": parquet.read_bytes(),
        }
    described, rows, _ = write_triple_s(table, study.name, "microdata_sss.csv")
    found[f"{name}/microdata.sss"], found[f"{name}/microdata_sss.csv"] = described, rows
    return found


def _with_status(table: Labelled, wave: OpenWave, lang: str) -> Labelled:
    """The table with a variable that says of every row whether it is invented."""
    status = "invented" if wave.wave.invented else "real"
    name = "data_status"
    labels: tuple[tuple[Value, str], ...] = (
        ("real", say("real", lang)),
        ("invented", say("made", lang)),
    )
    variable = Variable(name, say(name, lang), is_text=True, labels=labels)
    values = pl.Series(name, [status] * table.data.height, dtype=pl.String)
    first, *rest = table.variables
    return replace(
        table,
        variables=(first, variable, *rest),
        data=table.data.insert_column(1, values),
    )


def _metadata(study: Study, card: Card, waves: Sequence[OpenWave]) -> bytes:
    files = [
        csvw.File(
            f"{wave.wave.name}/microdata.csv",
            _said("microdata", wave.wave.label),
            wave.columns,
            wave.wave.invented,
        )
        for wave in waves
        if wave.columns
    ]
    made = csvw.metadata(
        files,
        title=study.title,
        description=card.description or study.aim,
        licence=card.licence,
        publisher=card.publisher or study.commissioner,
    )
    return (json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode()


def _changes(waves: Sequence[OpenWave]) -> bytes:
    rows = [
        (change.wave, change.variable, change.change, change.count, change.detail, status)
        for wave in waves
        if wave.microdata is not None
        for status in ("invented" if wave.wave.invented else "real",)
        for change in wave.microdata.changes
    ]
    return csv_bytes([*CHANGE, "data_status"], rows)


def _said(key: str, label: Text) -> Text:
    return Text.of({lang: say(key, lang, label.get(lang)) for lang in LANGS})


def _title(path: str, wave: OpenWave) -> Text:
    name = path.rsplit("/", 1)[-1]
    key = "tables" if name.startswith("tables") else "microdata"
    key = "codebook" if name in ("codebook.csv", "ddi.xml") else key
    title = _said(key, wave.wave.label)
    return Text.of({lang: f"{words} ({name})" for lang, words in title.pairs})


def _standard(path: str) -> str:
    endings: Mapping[str, str] = {
        "ddi.xml": _DDI,
        "microdata.csv": _CSVW,
        ".json": _JSONSTAT,
        ".sss": _TRIPLE_S,
    }
    return next((value for end, value in endings.items() if path.endswith(end)), "")
