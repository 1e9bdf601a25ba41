"""Why an Excel file could not be opened, told from its bytes: a library's words help nobody."""

from __future__ import annotations

from atbalss.problems import Place, Problem, problem

_ZIP, _OLD = b"PK", b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class TooManyCells(ValueError):  # noqa: N818 - a limit of ours, told as a problem
    """A workbook larger than any questionnaire; its argument is the limit."""


def broken_workbook(content: bytes, file: str, fault: Exception, *, old: bool = False) -> Problem:
    """The problem of a file that is no workbook or a broken one; `old`: it was read as .xls."""
    place = Place(file)
    if isinstance(fault, TooManyCells):
        return problem("exchange-excel-huge", place, most=fault.args[0])
    if not content:
        return problem("exchange-excel-empty", place)
    if content.startswith(_OLD):
        if _LOCKED in content:
            return problem("exchange-excel-locked", place)
        return problem("exchange-unreadable" if old else "exchange-excel-old", place)
    if content.startswith(_ZIP):
        return problem("exchange-unreadable", place)
    return problem("exchange-excel-none", place)
