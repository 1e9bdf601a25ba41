"""Reading a list that somebody uploaded: .csv, .xlsx or .sav into rows of text, within limits.

What comes in is hostile: zip bombs, macros, formulas, wrong encodings. No rule of the site is here.
"""

from __future__ import annotations

import csv
import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

LARGEST = 10 * 1024 * 1024
UNPACKED = 120 * 1024 * 1024
RATIO = 200
ENTRIES = 500
ROWS, COLUMNS, CELL = 50_000, 300, 500
ENCODINGS = ("utf-8", "cp1257", "cp1251")


class Unreadable(ValueError):  # noqa: N818 - the file's fault; `key` names the sentence
    """Why a file is not read."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Rows:
    """A list as text: its header, rows with their numbers in the file, and the encoding.

    `formulas` are the numbers of rows that hold a formula.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str = ""
    formulas: frozenset[int] = frozenset()


def read(name: str, content: bytes, encoding: str = "") -> Rows:
    """The rows of a file, by what it is rather than by its name; Unreadable says why not."""
    if len(content) > LARGEST:
        raise Unreadable("list-too-large")
    if not content.strip():
        raise Unreadable("list-empty")
    if content[:4] == b"PK\x03\x04":
        return _sheet(content)
    if content[:4] in (b"$FL2", b"$FL3"):
        return _sav(content)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" or content[:4] == b"%PDF":
        raise Unreadable("list-kind")
    return _text(content, encoding)


# ---- .csv


def _text(content: bytes, encoding: str) -> Rows:
    text, used = _decoded(content, encoding)
    if "\0" in text:
        raise Unreadable("list-kind")
    first = text.lstrip().split("\n", 1)[0]
    separator = max(";\t,|", key=first.count)
    limit = csv.field_size_limit(100_000)
    try:
        cells = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return _rows(_numbered(cells), used)
    except csv.Error:
        raise Unreadable("list-kind") from None
    finally:
        csv.field_size_limit(limit)


def _numbered(cells: Iterator[list[str]]) -> Iterator[tuple[int, list[str], bool]]:
    for number, row in enumerate(cells, 1):
        yield number, row, False


def _decoded(content: bytes, encoding: str) -> tuple[str, str]:
    """Text and the encoding used: the one asked for, else what fits first."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError:
            raise Unreadable("list-encoding") from None
    wanted = (encoding,) if encoding in ENCODINGS else ENCODINGS
    for item in wanted:
        try:
            return content.decode("utf-8-sig" if item == "utf-8" else item), item
        except UnicodeDecodeError:
            continue
    raise Unreadable("list-encoding")


# ---- .xlsx


def _sheet(content: bytes) -> Rows:
    _safe_zip(content)
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    except Exception:
        raise Unreadable("list-kind") from None
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file claims of its size may be a lie
        return _rows(_cells(sheet), "")
    except Unreadable:
        raise
    except Exception:
        raise Unreadable("list-kind") from None
    finally:
        book.close()


def _safe_zip(content: bytes) -> None:
    """Refuse what unpacks to far more than it is, what holds macros, what is no workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise Unreadable("list-kind") from None
    names = {item.filename.lower() for item in entries}
    if any(name.endswith("vbaproject.bin") for name in names):
        raise Unreadable("list-macros")
    if "[content_types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Unreadable("list-kind")
    unpacked = sum(item.file_size for item in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked > RATIO * len(content) + 1_000_000:
        raise Unreadable("list-bomb")


def _cells(sheet: object) -> Iterator[tuple[int, list[str], bool]]:
    for number, row in enumerate(sheet.iter_rows(), 1):  # type: ignore[attr-defined]
        cells = row[: COLUMNS + 1]
        formula = any(getattr(cell, "data_type", "") == "f" for cell in cells)
        yield number, [_shown(cell.value) for cell in cells], formula


def _shown(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return (
            value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="minutes")
        )
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value)


# ---- .sav


def _sav(content: bytes) -> Rows:
    """An SPSS file: codes as text, as answers.csv has them."""
    from atbalss.answers.record import number_text
    from atbalss.exchange.sav import read_sav
    from atbalss.problems import errors

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "answers.sav"
        file.write_bytes(content)
        table, problems = read_sav(file)
    if table is None or errors(problems):
        raise Unreadable("list-kind")

    def lines() -> Iterator[tuple[int, list[str], bool]]:
        yield 0, list(table.data.columns), False
        for number, row in enumerate(table.data.iter_rows(), 1):
            yield number, [number_text(x) if isinstance(x, float) else x or "" for x in row], False

    return _rows(lines(), "", ignore_formulas=True)


# ---- both


def _rows(
    found: Iterator[tuple[int, list[str], bool]], encoding: str, *, ignore_formulas: bool = False
) -> Rows:
    header: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    formulas = set()
    for number, cells, formula in found:
        if len(cells) > COLUMNS and any(cell.strip() for cell in cells[COLUMNS:]):
            raise Unreadable("list-too-wide")
        texts = tuple(cell.strip()[:CELL] for cell in cells[:COLUMNS])
        if not any(texts):
            continue
        if not header:
            header = texts
            continue
        if len(rows) >= ROWS:
            raise Unreadable("list-too-long")
        rows.append((number, (texts + ("",) * len(header))[: len(header)]))
        if formula or (not ignore_formulas and any(_is_formula(text) for text in texts)):
            formulas.add(number)
    if not header or not rows:
        raise Unreadable("list-empty")
    return Rows(header, tuple(rows), encoding, frozenset(formulas))


def _is_formula(text: str) -> bool:
    """Whether a spreadsheet would run the text; a number with a sign is none."""
    if text[:1] in ("=", "@"):
        return True
    return text[:1] in ("+", "-") and any(sign.isalpha() or sign in "=|!" for sign in text)
