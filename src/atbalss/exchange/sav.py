"""SPSS system files, .sav and .zsav: by pyreadstat, and what it leaves out by `sav_records`."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from atbalss.exchange.labelled import Labelled, Level, Span, Variable
from atbalss.exchange.losses import Losses, cut
from atbalss.exchange.sav_names import valid_names
from atbalss.exchange.sav_records import (
    Broken,
    Dictionary,
    read_dictionary,
    response_sets,
    with_records,
)
from atbalss.problems import Place, Problem, problem

MOST_CELLS = 400_000_000
LONGEST_TEXT, LONGEST_LABEL, LONGEST_VALUE_LABEL = 32_767, 255, 120
LONGEST_NOTE, LONGEST_FILE_LABEL, LONGEST_MISSING = 80, 64, 8
_ENCODINGS = (None, "windows-1257", "windows-1251", "latin-1")
_ENCRYPTED = b"ENCRYPTEDSAV"


def read_sav(file: Path) -> tuple[Labelled | None, list[Problem]]:
    """The labelled table of a .sav or .zsav file; None and a problem where it cannot be read."""
    name = file.name
    try:
        content = file.read_bytes()
    except OSError as error:
        return None, [problem("exchange-sav-broken", Place(name), why=error.strerror or error)]
    fault = _not_sav(content, name)
    if fault is not None:
        return None, [fault]
    from pyreadstat import PyreadstatError, ReadstatError, read_sav

    why = ""
    for encoding in _ENCODINGS:
        try:
            columns, about = read_sav(
                file,
                encoding=encoding,
                user_missing=True,
                disable_datetime_conversion=True,
                output_format="dict",
            )
        except (ReadstatError, PyreadstatError, ValueError, OverflowError) as error:
            why = why or str(error)
            if "convert" in str(error) or "encoding" in str(error):
                continue
            break
        return _table(content, columns, about, name, encoding)
    return None, [problem("exchange-sav-broken", Place(name), why=why)]


def _not_sav(content: bytes, name: str) -> Problem | None:
    """What is wrong with the beginning of the file, if anything."""
    place = Place(name)
    if _ENCRYPTED in content[:64]:
        return problem("exchange-sav-encrypted", place)
    if content[:4] not in (b"$FL2", b"$FL3"):
        for magic, kind in _MAGIC.items():
            if content.startswith(magic):
                return problem("exchange-wrong-ending", place, kind=kind)
        return problem("exchange-sav-no-sav", place)
    try:
        dictionary = read_dictionary(content)
    except (Broken, struct.error) as error:
        return problem("exchange-sav-broken", place, why=error)
    cells = max(dictionary.cases, 0) * len(dictionary.short_names)
    if cells > MOST_CELLS:
        return problem("exchange-too-large", place, cells=cells, most=MOST_CELLS)
    return None


_MAGIC = {b"PK\x03\x04": ".xlsx", b"PAR1": ".parquet", b"ASCII SPSS PORT FILE": ".por"}


def _table(
    content: bytes, columns: dict[str, list[Any]], about: Any, name: str, encoding: str | None
) -> tuple[Labelled, list[Problem]]:
    found = []
    if encoding is not None:
        found.append(problem("exchange-sav-encoding", Place(name), encoding=encoding))
    dictionary = read_dictionary(content, encoding or about.file_encoding or "")
    variables = tuple(_variable(column, about) for column in about.column_names)
    data = pl.DataFrame([_series(item, columns[item.name]) for item in variables])
    if 0 <= dictionary.cases != data.height:
        said, count = dictionary.cases, data.height
        found.append(problem("exchange-sav-truncated", Place(name), said=said, found=count))
    if {17, 18} & set(dictionary.extensions) and _own_attributes(dictionary):
        found.append(problem("exchange-lost-attributes", Place(name)))
    known = {item.name for item in variables}
    sets = tuple(
        kept
        for item in response_sets(dictionary)
        if (kept := replace(item, variables=_known(item.variables, known))).variables
    )
    weight = dictionary.long_names.get(dictionary.weight, dictionary.weight)
    table = Labelled(
        variables,
        data,
        sets,
        (about.file_label or "").strip(),
        tuple(line.rstrip() for line in about.notes or ()),
        weight if weight in known else "",
        about.creation_time if isinstance(about.creation_time, datetime) else None,
        dictionary.encoding,
    )
    return table, found


def _own_attributes(dictionary: Dictionary) -> bool:
    """Whether there are attributes that SPSS itself did not make (`$@Role`)."""
    raw = b"".join(dictionary.extensions.get(key, b"") for key in (17, 18))
    return raw.count(b"(") > raw.count(b"$@Role(")


def _known(names: Iterable[str], known: set[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in known)


def _variable(name: str, about: Any) -> Variable:
    labels = about.variable_value_labels.get(name, {})
    spans = about.missing_ranges.get(name, [])
    is_text = about.readstat_variable_types.get(name) == "string"
    return Variable(
        name=name,
        label=(about.column_names_to_labels.get(name) or "").strip(),
        is_text=is_text,
        format=about.original_variable_types.get(name) or "",
        labels=tuple((value, str(label)) for value, label in labels.items()),
        missing=tuple(Span(span["lo"], span["hi"]) for span in spans),
        level=Level(about.variable_measure.get(name, "unknown")),
        width=about.variable_display_width.get(name) or 0,
        length=about.variable_storage_width.get(name, 0) if is_text else 0,
    )


def _series(variable: Variable, values: list[Any]) -> pl.Series:
    """A column; blank texts are null."""
    if variable.is_text:
        texts = pl.Series(variable.name, values, dtype=pl.String).str.strip_chars_end(" ")
        return texts.set((texts == "").fill_null(False), None)
    numbers = np.array(values, dtype=np.float64)  # None is nan; a third of the time of a Series
    return pl.Series(variable.name, numbers).fill_nan(None)


# ---- writing


def write_sav(table: Labelled, file: Path) -> list[Problem]:
    """Write the table as .sav, or as .zsav by the file's ending; its losses, each a problem."""
    from pyreadstat import write_sav

    losses = Losses(file.name)
    names = valid_names([item.name for item in table.variables])
    for old, new in names.items():
        if old != new:
            losses.add("name", old, old=old, new=new)
    variables = [_fitting(item, names[item.name], losses) for item in table.variables]
    data = pl.DataFrame(
        [_fitted(table.data[old], item, losses) for old, item in zip(names, variables, strict=True)]
    )
    zipped = file.suffix.lower() == ".zsav"
    part = file.with_name(file.name + ".part")
    labels: dict[str, Any] = {item.name: dict(item.labels) for item in variables if item.labels}
    missing: dict[str, Any] = {
        item.name: [{"lo": span.low, "hi": span.high} for span in item.missing]
        for item in variables
        if item.missing
    }
    write_sav(
        data,
        part,
        file_label=_short(table.label, LONGEST_FILE_LABEL, "file-label", "", losses),
        column_labels=[item.label or None for item in variables],
        compress=zipped,
        row_compress=not zipped,
        note=_lines(table.notes, losses) or None,
        variable_value_labels=labels,
        missing_ranges=missing,
        variable_display_width={item.name: item.width for item in variables if item.width},
        variable_measure={item.name: item.level.value for item in variables},
        variable_format={item.name: item.format for item in variables if _has_format(item)},
    )
    sets = [
        replace(item, variables=tuple(names[name] for name in item.variables))
        for item in table.sets
    ]
    try:
        content = with_records(part.read_bytes(), sets, names.get(table.weight, ""))
        part.write_bytes(content)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return losses.problems


def _has_format(variable: Variable) -> bool:
    return bool(variable.format) and not variable.is_text


def _fitting(variable: Variable, name: str, losses: Losses) -> Variable:
    """The variable as the format can hold it."""
    labels = tuple(
        (value, _short(label, LONGEST_VALUE_LABEL, "value-label", variable.name, losses))
        for value, label in variable.labels
    )
    return replace(
        variable,
        name=name,
        label=_short(variable.label, LONGEST_LABEL, "label", variable.name, losses),
        labels=labels,
        missing=_spans(variable, losses),
    )


def _spans(variable: Variable, losses: Losses) -> tuple[Span, ...]:
    """At most three single values, or a range and one value; texts of at most eight bytes."""
    spans = variable.missing
    if variable.is_text:
        kept = [s for s in spans if len(str(s.low).encode()) <= LONGEST_MISSING and s.low == s.high]
        kept = kept[:3]
    else:
        ranges = [span for span in spans if span.low != span.high][:1]
        singles = [span for span in spans if span.low == span.high]
        kept = [*ranges, *singles[: 1 if ranges else 3]]
        whole = _together(variable, singles) if not ranges and len(singles) > 3 else None
        if whole is not None:
            return (whole,)
    for span in spans:
        if span not in kept:
            losses.add("missing", variable.name, name=variable.name, value=_span(span))
    return tuple(kept)


def _together(variable: Variable, singles: Sequence[Span]) -> Span | None:
    """More than three values as one range, where no other labelled value lies within it."""
    numbers = [span.low for span in singles if not isinstance(span.low, str)]
    whole = Span(min(numbers), max(numbers))
    others = [value for value, _ in variable.labels if value not in numbers]
    return None if any(whole.has(value) for value in others) else whole


def _span(span: Span) -> str:
    low, high = (f"{v:g}" if isinstance(v, float) else str(v) for v in (span.low, span.high))
    return low if low == high else f"{low}–{high}"


def _fitted(values: pl.Series, variable: Variable, losses: Losses) -> pl.Series:
    values = values.alias(variable.name)
    if not variable.is_text:
        return values.cast(pl.Float64)
    longest = values.str.len_bytes().max()
    if isinstance(longest, int) and longest > LONGEST_TEXT:
        losses.add("text", variable.name, name=variable.name, most=LONGEST_TEXT)
        values = values.map_elements(lambda v: cut(v, LONGEST_TEXT), return_dtype=pl.String)
    if variable.length and variable.length > max(longest if isinstance(longest, int) else 0, 1):
        losses.add("width", variable.name, name=variable.name, width=variable.length)
    return values


def _short(text: str, most: int, what: str, column: str, losses: Losses) -> str:
    kept = cut(text, most)
    if kept != text:
        losses.add(what, column, name=column, text=text[:40], most=most)
    return kept


def _lines(notes: Sequence[str], losses: Losses) -> list[str]:
    """Notes in lines of at most 80 bytes."""
    lines: list[str] = []
    for note in notes:
        rest = note
        while len(rest.encode()) > LONGEST_NOTE:
            head = cut(rest, LONGEST_NOTE)
            lines.append(head)
            rest = rest[len(head) :]
        lines.append(rest)
    if len(lines) > len(notes):
        losses.add("notes", most=LONGEST_NOTE)
    return lines
