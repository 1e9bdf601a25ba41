"""Triple-S XML 2.0 (triple-s.org, 2005): what a survey file holds, beside its rows of data.

Written: rows as CSV, answers of a multiple question as one string of 1 and 0. Read: rows of fixed
columns or CSV, multiple answers as such strings, as single columns or as a spread of codes.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from atbalss.answers.record import number_text
from atbalss.exchange.cells import UNWRITABLE
from atbalss.exchange.labelled import DAY, UNIX, Labelled, ResponseSet, Sort, Value, Variable
from atbalss.exchange.losses import Losses

VERSION = "2.0"


def write_triple_s(table: Labelled, name: str, data_file: str) -> tuple[bytes, bytes, Losses]:
    """The description (.sss), the rows (CSV, UTF-8, a header) and what is lost of a table."""
    losses = Losses(data_file)
    root = Element("sss", {"version": VERSION})
    SubElement(root, "origin").text = "Atbalss"
    survey = SubElement(root, "survey")
    SubElement(survey, "name").text = _clean(name)
    SubElement(survey, "title").text = _clean(" ".join([table.label, *table.notes]).strip())
    record = SubElement(
        survey, "record", {"ident": "A", "href": data_file, "format": "csv", "skip": "1"}
    )
    fields = _fields(table, losses)
    for place, field in enumerate(fields, 1):
        _describe(record, table, field, place)
    indent(root)
    head = b'<?xml version="1.0" encoding="UTF-8"?>\n'
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([field.name for field in fields])
    writer.writerows(zip(*(field.cells for field in fields), strict=True))
    return head + tostring(root, encoding="utf-8") + b"\n", out.getvalue().encode(), losses


@dataclass(frozen=True)
class _Field:
    """One variable of the file: a variable of the table, or a set of dichotomies as one."""

    name: str
    kind: str
    variable: Variable
    cells: list[str]
    values: tuple[tuple[str, str], ...] = ()
    low: str = ""
    high: str = ""
    size: int = 0


def _fields(table: Labelled, losses: Losses) -> list[_Field]:
    sets = {
        name: item for item in table.sets if item.counted is not None for name in item.variables
    }
    done: set[str] = set()
    found: list[_Field] = []
    for variable in table.variables:
        own = sets.get(variable.name)
        if own is None:
            found.append(_field(table, variable, losses))
        elif own.name not in done:
            done.add(own.name)
            found.append(_multiple(table, own))
            losses.add("option-names", own.name, name=own.name)
    return found


def _multiple(table: Labelled, own: ResponseSet) -> _Field:
    """A set of dichotomies as one string of 1 and 0 a person; blank where nothing is answered."""
    counted = own.counted or "1"
    columns = [table.data[name].to_list() for name in own.variables]
    cells = [
        ""
        if all(value is None for value in row)
        else "".join("1" if _as_text(value) == counted else "0" for value in row)
        for row in zip(*columns, strict=True)
    ]
    labels = [table.variable(name).label or name for name in own.variables]
    values = tuple((str(place), label) for place, label in enumerate(labels, 1))
    return _Field(own.name, "multiple", Variable(own.name, own.label), cells, values)


def _field(table: Labelled, variable: Variable, losses: Losses) -> _Field:
    column, sort = table.data[variable.name], variable.sort
    if variable.missing:
        losses.add("missing-marks", variable.name, name=variable.name)
    if sort is Sort.TEXT:
        if variable.labels:
            losses.add("text-labels", variable.name, name=variable.name)
        cells = [value or "" for value in column.to_list()]
        size = max((len(cell) for cell in cells), default=1)
        return _Field(variable.name, "character", variable, cells, size=max(size, 1))
    if sort in (Sort.DATE, Sort.TIME):
        cells = [_moment(value, sort) for value in column.to_list()]
        numbers = sorted(cell for cell in cells if cell)
        low, high = (numbers[0], numbers[-1]) if numbers else ("", "")
        kind = "date" if sort is Sort.DATE else "time"
        return _Field(variable.name, kind, variable, cells, low=low, high=high)
    cells = ["" if value is None else number_text(value) for value in column.to_list()]
    values = tuple((_as_text(value), label) for value, label in variable.labels)
    codes = {code for code, _ in values}
    held = {cell for cell in cells if cell}
    if values and held <= codes and all(code.isdigit() for code in codes):
        return _Field(variable.name, "single", variable, cells, values)
    numbers_held = sorted(float(cell) for cell in held) or [0.0]
    decimals = max((len(cell.partition(".")[2]) for cell in held), default=0)
    low, high = (f"{value:.{decimals}f}" for value in (numbers_held[0], numbers_held[-1]))
    return _Field(variable.name, "quantity", variable, cells, values, low, high)


def _describe(record: Element, table: Labelled, field: _Field, place: int) -> None:
    about = {"ident": str(place), "type": field.kind}
    if field.name == table.weight:
        about["use"] = "weight"
    if field.name == "id":
        about["use"] = "serial"
    made = SubElement(record, "variable", about)
    SubElement(made, "name").text = _clean(field.name)
    SubElement(made, "label").text = _clean(field.variable.label or field.name)
    SubElement(made, "position", {"start": str(place)})
    if field.kind == "character":
        SubElement(made, "size").text = str(field.size)
        return
    values = SubElement(made, "values")
    if field.low:
        SubElement(values, "range", {"from": field.low, "to": field.high})
    for code, label in field.values:
        SubElement(values, "value", {"code": code}).text = _clean(label)


def _moment(value: float | None, sort: Sort) -> str:
    """A moment as SPSS counts it as YYYYMMDD or HHMMSS."""
    from datetime import UTC, datetime, timedelta

    if value is None:
        return ""
    if sort is Sort.TIME:
        seconds = int(value) % DAY
        return f"{seconds // 3600:02}{seconds // 60 % 60:02}{seconds % 60:02}"
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=value - UNIX)
    return moment.strftime("%Y%m%d")


def _as_text(value: Value | None) -> str:
    return value if isinstance(value, str) else "" if value is None else number_text(value)


def _clean(text: str) -> str:
    return UNWRITABLE.sub("", text)
