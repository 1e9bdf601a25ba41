"""Triple-S XML read: 1.1, 1.2 and 2.0, from whatever program; hostile XML is refused.

A description is one file, its rows another, named by the record's `href` or as the description is.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from xml.parsers import expat

import polars as pl

from atbalss.exchange.labelled import DAY, UNIX, Labelled, Level, ResponseSet, Value, Variable
from atbalss.problems import Place, Problem, problem

MOST_DEPTH, MOST_OPTIONS = 30, 5_000
_TYPES = frozenset("single multiple quantity character logical date time".split())


@dataclass
class Node:
    """An element: its name, attributes, children and text."""

    name: str
    about: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def child(self, name: str) -> Node | None:
        """The first child of a name, or None."""
        return next((item for item in self.children if item.name == name), None)

    def all(self, name: str) -> list[Node]:
        """The children of a name."""
        return [item for item in self.children if item.name == name]

    def words(self) -> str:
        """The text in it; of several languages or modes the first."""
        inner = self.child("text")
        return " ".join((inner.text if inner is not None else self.text).split())


class NotTripleS(ValueError):  # noqa: N818 - it is what the file is
    """The file cannot be read as a description."""


def parse(content: bytes) -> Node:
    """The tree of a description; NotTripleS where it is none, or declares entities."""
    parser = expat.ParserCreate()
    stack: list[Node] = [Node("", {})]

    def start(name: str, about: Mapping[str, str]) -> None:
        if len(stack) > MOST_DEPTH:
            raise NotTripleS("depth")
        made = Node(name.lower(), {key.lower(): value for key, value in about.items()})
        stack[-1].children.append(made)
        stack.append(made)

    def end(_: str) -> None:
        done = stack.pop()
        if done.name == "br" and stack:
            stack[-1].text += " "

    def text(words: str) -> None:
        stack[-1].text += words

    def entity(*_: object) -> None:
        raise NotTripleS("entity")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise NotTripleS(str(error)) from None
    root = stack[0].child("sss")
    if root is None or root.child("survey") is None:
        raise NotTripleS("<sss><survey>")
    return root


@dataclass(frozen=True)
class Description:
    """What a description says: its variables, where the rows are and how they are kept."""

    title: str
    variables: tuple[Node, ...]
    href: str
    is_csv: bool
    skip: int
    encoding: str


def describe(content: bytes) -> Description:
    """The description of a file's content; NotTripleS where it is none."""
    root = parse(content)
    survey = root.child("survey") or Node("survey", {})
    record = survey.child("record")
    variables = tuple(record.all("variable")) if record is not None else ()
    if record is None or not variables:
        raise NotTripleS("<record><variable>")
    title = survey.child("title") or survey.child("name")
    declared = re.match(rb"""<\?xml[^>]*encoding=["']([\w.-]+)""", content.lstrip(b"\xef\xbb\xbf"))
    skip = record.about.get("skip", "0")
    return Description(
        title.words() if title is not None else "",
        variables,
        record.about.get("href", ""),
        record.about.get("format", "").lower() == "csv",
        int(skip) if skip.isdigit() else 0,
        declared[1].decode().lower() if declared else "utf-8",
    )


def read_triple_s(
    description: bytes, rows: bytes, file: str
) -> tuple[Labelled | None, list[Problem]]:
    """The labelled table of a description and its rows; None and a problem where it cannot be."""
    place = Place(file)
    try:
        about = describe(description)
        lines = _lines(rows, about)
        made = _Reading(lines, file)
        for node in about.variables:
            made.variable(node)
    except NotTripleS as error:
        return None, [problem("exchange-triple-s-broken", place, why=error)]
    except (UnicodeDecodeError, LookupError, csv.Error) as error:
        return None, [problem("exchange-triple-s-broken", place, why=error)]
    table = Labelled(
        tuple(variable for variable, _ in made.columns),
        pl.DataFrame([column for _, column in made.columns]),
        tuple(made.sets),
        about.title,
        weight=made.weight,
    )
    return table, made.found


def _lines(rows: bytes, about: Description) -> list[list[str]] | list[str]:
    """Rows as lists of fields (CSV) or as lines of fixed columns; blank lines at the end go."""
    try:
        text = rows.decode("utf-8-sig")
    except UnicodeDecodeError:
        fallback = about.encoding if about.encoding not in ("utf-8", "utf8") else "windows-1257"
        text = rows.decode(fallback)
    if about.is_csv:
        return [row for row in list(csv.reader(io.StringIO(text, newline="")))[about.skip :] if row]
    lines = text.splitlines()[about.skip :]
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


@dataclass
class _Reading:
    lines: list[list[str]] | list[str]
    file: str
    columns: list[tuple[Variable, pl.Series]] = field(default_factory=list)
    sets: list[ResponseSet] = field(default_factory=list)
    found: list[Problem] = field(default_factory=list)
    weight: str = ""
    taken: set[str] = field(default_factory=set)

    def variable(self, node: Node) -> None:
        """Read one variable into its column, or its columns where it is multiple."""
        kind = node.about.get("type", "").lower()
        if kind not in _TYPES:
            raise NotTripleS(f"type={kind!r}")
        named = node.child("name")
        words = named.words() if named is not None else ""
        use = node.about.get("use", "").lower()
        name = self.fresh("serial" if use == "serial" else words or f"v{node.about.get('ident')}")
        label_of = node.child("label")
        label = label_of.words() if label_of is not None else ""
        raw = self.cells(node)
        if use == "weight":
            self.weight = name
        labels = _labels(node)
        if kind == "multiple":
            self.multiple(node, name, label, labels, raw)
            return
        self.columns.append(self.plain(kind, name, label, labels, raw))

    def fresh(self, name: str) -> str:
        """The name, numbered where it is taken."""
        new, count = name, 1
        while new.lower() in self.taken:
            count += 1
            new = f"{name}_{count}"
        self.taken.add(new.lower())
        return new

    def cells(self, node: Node) -> list[list[str]]:
        """The fields of a variable in each row: one, or several side by side."""
        position = node.child("position")
        if position is None or not position.about.get("start", "").isdigit():
            raise NotTripleS("<position>")
        first = int(position.about["start"])
        last = int(position.about.get("finish") or first)
        if not 1 <= first <= last or last - first > 100_000:
            raise NotTripleS(f"<position start={first} finish={last}>")
        return [
            row[first - 1 : last] if isinstance(row, list) else [row[first - 1 : last]]
            for row in self.lines
        ]

    def plain(
        self, kind: str, name: str, label: str, labels: dict[float, str], raw: list[list[str]]
    ) -> tuple[Variable, pl.Series]:
        """A variable with one value a row."""
        cells = ["".join(item).strip() for item in raw]
        if kind == "character":
            texts = [cell or None for cell in cells]
            return Variable(name, label, is_text=True), pl.Series(name, texts, dtype=pl.String)
        read = {"date": _date, "time": _time}.get(kind, _number)
        values = [read(cell) if cell else None for cell in cells]
        bad = sum(bool(cell) and value is None for cell, value in zip(cells, values, strict=True))
        if bad:
            self.found.append(
                problem("exchange-triple-s-cell", Place(self.file, column=name), count=bad)
            )
        shown = {"date": "EDATE10", "time": "TIME8"}.get(
            kind, "F8.0" if kind == "single" else "F10.2"
        )
        level = Level.NOMINAL if kind in ("single", "logical") else Level.SCALE
        listed: tuple[tuple[Value, str], ...] = tuple(labels.items())
        return (
            Variable(name, label, format=shown, labels=listed, level=level),
            pl.Series(name, values, dtype=pl.Float64),
        )

    def multiple(
        self, node: Node, name: str, label: str, labels: dict[float, str], raw: list[list[str]]
    ) -> None:
        """A multiple question as one variable an answer, and the set that holds them together."""
        codes = sorted(labels)
        spread = node.child("spread")
        rows = [_chosen(item, codes, spread) for item in raw]
        own: list[str] = []
        for code in codes:
            option = self.fresh(f"{name}_{code:g}")
            own.append(option)
            values = [None if row is None else float(code in row) for row in rows]
            self.columns.append(
                (
                    Variable(option, labels[code], format="F8.0", level=Level.NOMINAL),
                    pl.Series(option, values, dtype=pl.Float64),
                )
            )
        if own:
            self.sets.append(ResponseSet(name, tuple(own), label, "1"))


def _labels(node: Node) -> dict[float, str]:
    """Codes with their labels; codes of a range without labels are their own, if it is short."""
    values = node.child("values")
    if values is None:
        return {}
    found: dict[float, str] = {}
    kind = node.about.get("type", "").lower()
    for item in values.all("range"):
        low, high = _number(item.about.get("from", "")), _number(item.about.get("to", ""))
        if kind == "multiple" and low is not None and high is not None:
            if high - low > MOST_OPTIONS:
                raise NotTripleS("<range>")
            found |= {float(code): f"{code:g}" for code in range(int(low), int(high) + 1)}
    for item in values.all("value"):
        code = _number(item.about.get("code", ""))
        if code is not None:
            found[code] = item.words() or f"{code:g}"
    if len(found) > MOST_OPTIONS:
        raise NotTripleS("<value>")
    return found


def _chosen(fields: list[str], codes: list[float], spread: Node | None) -> set[float] | None:
    """The codes chosen in a row; None where nothing is said at all."""
    if not any(cell.strip() for cell in fields):
        return None
    if spread is not None:
        width = spread.about.get("width", "")
        parts: Iterable[str] = fields
        if len(fields) == 1:
            step = (
                int(width) if width.isdigit() and int(width) else _width(fields[0], codes, spread)
            )
            parts = [fields[0][at : at + step] for at in range(0, len(fields[0]), step)]
        return {
            value for part in parts if (value := _number(part.strip())) not in (None, 0.0)
        } & set(codes)
    bits = fields if len(fields) > 1 else list(fields[0].strip())
    return {code for code, bit in zip(codes, bits, strict=False) if bit.strip() == "1"}


def _width(text: str, codes: list[float], spread: Node) -> int:
    count = spread.about.get("subfields", "")
    if count.isdigit() and int(count) and len(text) % int(count) == 0:
        return max(len(text) // int(count), 1)
    return len(f"{max(codes, default=1):g}")


def _number(cell: str) -> float | None:
    try:
        value = float(cell.replace(",", "."))
    except ValueError:
        return None
    return value if value == value and abs(value) != float("inf") else None


def _date(cell: str) -> float | None:
    try:
        moment = datetime.strptime(cell.replace("-", ""), "%Y%m%d").replace(tzinfo=UTC)
    except ValueError:
        return None
    return moment.timestamp() + UNIX


def _time(cell: str) -> float | None:
    digits = cell.replace(":", "")
    if not digits.isdigit() or len(digits) not in (4, 6):
        return None
    hours, minutes, seconds = int(digits[:2]), int(digits[2:4]), int(digits[4:6] or 0)
    found = hours * 3600.0 + minutes * 60 + seconds
    return found if found < DAY else None
