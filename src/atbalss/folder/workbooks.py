"""Workbooks on disk: the same sheets as .md or .xlsx."""

from __future__ import annotations

from pathlib import Path

from atbalss.exchange.sheets import Workbook
from atbalss.problems import Place, Problem, Refused, errors, problem


def read_workbook(file: Path) -> Workbook:
    """The sheets of a `.md`, `.xlsx` or `.xls` file; Refused when it cannot be read."""
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Refused([_unreadable(file, error.strerror or str(error))]) from None
    if file.suffix.lower() in {".xlsx", ".xlsm"}:
        from atbalss.exchange.xlsform_xlsx import read_xlsx

        workbook, problems = read_xlsx(content, file.name)
    elif file.suffix.lower() == ".xls":
        from atbalss.exchange.xlsform_xls import read_xls

        workbook, problems = read_xls(content, file.name)
    else:
        from atbalss.exchange.xlsform_markdown import read_markdown

        workbook, problems = read_markdown(as_text(content, file), file.name)
    if workbook is None or errors(problems):
        raise Refused(problems)
    return workbook


def write_workbook(workbook: Workbook, file: Path) -> None:
    """Write the sheets as `.md` or `.xlsx`, by the file's ending."""
    if file.suffix.lower() == ".xlsx":
        from atbalss.exchange.xlsform_xlsx import unwritable, write_xlsx

        problems = unwritable(workbook, file.name)
        if errors(problems):
            raise Refused(problems)
        file.write_bytes(write_xlsx(workbook, file.name))
        return
    from atbalss.exchange.xlsform_markdown import write_markdown

    file.write_text(write_markdown(workbook), encoding="utf-8", newline="\n")


def read_text(file: Path) -> str:
    """The text of a UTF-8 file; Refused with a problem when it cannot be read."""
    if file.is_dir():
        name = file.name
        raise Refused([problem("folder-not-a-file", Place(name), file=name)])
    try:
        return as_text(file.read_bytes(), file)
    except OSError as error:
        raise Refused([_unreadable(file, error.strerror or str(error))]) from None


def as_text(content: bytes, file: Path) -> str:
    """Bytes as UTF-8 text, a byte order mark dropped; Refused for other encodings and for NUL."""
    name = _name(file)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused([problem("folder-not-utf8", Place(name), file=name)])
    if b"\0" in content:
        raise Refused([problem("folder-binary", Place(name), file=name)])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Refused([problem("folder-not-utf8", Place(name, line=line), file=name)]) from None


def _unreadable(file: Path, why: str) -> Problem:
    name = _name(file)
    return problem("folder-unreadable", Place(name), file=name, why=why)


def _name(file: Path) -> str:
    parts = file.parts
    return "/".join(parts[-3:]) if parts[-3:-2] == ("waves",) else file.name
