"""Code frames on disk: `codeframes.md` or `.xlsx`, with the versions that made them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from atbalss.coding import pack
from atbalss.coding.codeframe import FIRST, Change, CodeFrame, Kind
from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.exchange.xlsform_headers import FRAMES as COLUMNS
from atbalss.exchange.xlsform_headers import NETS, columns_of
from atbalss.folder.workbooks import read_workbook, write_workbook
from atbalss.problems import Place, Problem, Refused, problem
from atbalss.study.codes import Code, Net
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text

FILES = ("codeframes.md", "codeframes.xlsx")
VERSIONS = ("list_name", "version", "kind", "codes", "into", "who", "when", "note")
LANGUAGES = {"lv": "Latviešu (lv)", "en": "English (en)", "ru": "Русский (ru)"}


def frames_file(path: Path) -> Path:
    """The file of code frames of a study; the one that would be made, where there is none."""
    found = next((path / name for name in FILES if (path / name).is_file()), None)
    return found or path / FILES[0]


def read_frames(
    path: Path, questionnaire: Questionnaire
) -> tuple[dict[str, CodeFrame], list[Problem]]:
    """The frames of a study by name, with their versions; the codes are the questionnaire's own."""
    file = frames_file(path)
    lists = {codes.name: codes for codes in questionnaire.frames}
    changes, found = _changes(read_workbook(file), file.name) if file.is_file() else ({}, [])
    frames: dict[str, CodeFrame] = {}
    for name, codes in lists.items():
        made = tuple(changes.get(name, ()))
        version = max((one.version for one in made), default=FIRST)
        try:
            frames[name] = CodeFrame(codes, version, made)
        except Refused as refused:
            place = Place(file.name, "versions")
            found += [replace(item, where=place) for item in refused.problems]
            frames[name] = CodeFrame(codes)
    return frames, found


def _changes(workbook: Workbook, file: str) -> tuple[dict[str, list[Change]], list[Problem]]:
    sheet = workbook.sheet("versions")
    held: dict[str, list[Change]] = {}
    found: list[Problem] = []
    for row in sheet.rows if sheet is not None else ():
        if sheet is None or row.is_blank:
            continue
        cells = dict(zip(sheet.header, row.cells, strict=False))
        try:
            change = Change(
                int(cells["version"]),
                Kind(cells["kind"].strip()),
                tuple(cells.get("codes", "").split()),
                tuple(cells.get("into", "").split()),
                cells.get("who", "").strip(),
                datetime.fromisoformat(cells["when"].strip()) if cells.get("when") else None,
                cells.get("note", "").strip(),
            )
            held.setdefault(cells["list_name"].strip(), []).append(change)
        except (KeyError, ValueError) as error:
            place = Place(file, "versions", row.number, line=row.line)
            found.append(problem("coding-bad-version", place, why=str(error)[:60]))
    return held, found


def write_frames(path: Path, frames: Mapping[str, CodeFrame], langs: Sequence[str]) -> Path:
    """Write these frames into the study's file; lists that are not named stay as they stand."""
    file = frames_file(path)
    held = read_workbook(file) if file.is_file() else Workbook()
    choices = held.sheet("choices") or Sheet.of("choices", [["list_name", "name"]])
    nets = held.sheet("nets") or Sheet.of("nets", [["list_name", "name"]])
    versions = held.sheet("versions") or Sheet.of("versions", [list(VERSIONS)])
    codes = {name: [_code(code, langs) for code in one.codes.codes] for name, one in frames.items()}
    unions = {name: [_net(net, langs) for net in one.codes.nets] for name, one in frames.items()}
    made = {name: [_change(one) for one in frame.changes] for name, frame in frames.items()}
    sheets = [
        _sheet(choices, _keys(choices, langs, COLUMNS), codes),
        _sheet(nets, _keys(nets, langs, NETS), unions),
        _sheet(versions, {}, made),
    ]
    rest = [one for one in held.sheets if one not in (choices, nets, versions)]
    kept = [one for one in sheets if one.rows or one.name.lower() == "choices"]
    write_workbook(Workbook((*kept, *rest)), file)
    return file


def _keys(sheet: Sheet, langs: Sequence[str], grammar: object) -> dict[str, str]:
    """Headers of the sheet by what they mean: `label_lv` may be written `label::Latviešu (lv)`."""
    found: dict[str, str] = {}
    for column in columns_of(sheet, COLUMNS if grammar is COLUMNS else NETS):
        lang = column.lang or (langs[0] if column.key in ("label", "short_label") else "")
        key = f"{column.key}_{lang}" if lang else column.key
        found.setdefault(key, column.header)
    return found


def _sheet(
    sheet: Sheet, keys: Mapping[str, str], rows: Mapping[str, Sequence[Mapping[str, str]]]
) -> Sheet:
    """The sheet with the rows of some lists in place of those it had; others keep their cells."""
    is_choices = sheet.name.strip().lower() == "choices"
    header = list(sheet.header)
    for cells in (cells for made in rows.values() for cells in made):
        for key, value in cells.items():
            name = keys.get(key, _header(key, is_choices))
            if value and name not in header:
                header.append(name)
    for key in ("list_name", "name") if not header else ():
        header.append(key)
    width = len(header)
    lists = [row.cells[_at(sheet)] if len(row.cells) > _at(sheet) else "" for row in sheet.rows]
    grid: list[Sequence[str]] = [header]
    done: set[str] = set()
    for row, name in zip(sheet.rows, lists, strict=True):
        if name.strip() not in rows:
            grid.append([*row.cells, *[""] * (width - len(row.cells))])
        elif name.strip() not in done:
            done.add(name.strip())
            grid += _rows(name.strip(), rows[name.strip()], header, keys, is_choices)
    for name, made in rows.items():
        if name not in done:
            grid += _rows(name, made, header, keys, is_choices)
    return Sheet.of(sheet.name, grid)


def _rows(
    name: str,
    made: Sequence[Mapping[str, str]],
    header: Sequence[str],
    keys: Mapping[str, str],
    is_choices: bool,
) -> list[list[str]]:
    grid = []
    for row in made:
        cells = {keys.get(key, _header(key, is_choices)): value for key, value in row.items()}
        cells["list_name"] = name
        grid.append([cells.get(column, "") for column in header])
    return grid


def _at(sheet: Sheet) -> int:
    return sheet.header.index("list_name") if "list_name" in sheet.header else 0


def _header(key: str, is_choices: bool) -> str:
    stem, _, lang = key.rpartition("_")
    if is_choices and stem == "label":
        return f"label::{LANGUAGES.get(lang, f'{lang} ({lang})')}"
    return key


def _texts(key: str, text: Text, langs: Sequence[str]) -> dict[str, str]:
    return {f"{key}_{lang}": dict(text.pairs).get(lang, "") for lang in langs}


def _code(code: Code, langs: Sequence[str]) -> dict[str, str]:
    return {
        "name": code.name,
        **_texts("label", code.label, langs),
        **_texts("short_label", code.short_label, langs),
        **_texts("description", code.description, langs),
        "examples": "\n".join(code.examples),
        "score": "" if code.score is None else f"{code.score:g}",
        "exclusive": "yes" if code.exclusive else "",
        "missing": code.missing.value if code.missing else "",
        "role": code.role.value,
        "net": " ".join(code.nets),
        "band": code.band,
        "read_aloud": "" if code.read_aloud else "no",
        "source_name": code.source,
        "source_value": code.value,
        **{key: value for key, value in code.filters.items() if key != "name"},
    }


def _net(net: Net, langs: Sequence[str]) -> dict[str, str]:
    return {
        "name": net.name,
        **_texts("label", net.label, langs),
        **_texts("short_label", net.short_label, langs),
        "inside": net.inside,
    }


def _change(change: Change) -> dict[str, str]:
    return {
        "version": str(change.version),
        "kind": change.kind.value,
        "codes": " ".join(change.codes),
        "into": " ".join(change.into),
        "who": change.who,
        "when": "" if change.when is None else pack.moment(change.when),
        "note": change.note,
    }
