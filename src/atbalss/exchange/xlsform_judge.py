"""pyxform's verdict on a workbook: the reference implementation of XLSForm says what it thinks."""

from __future__ import annotations

import re
from typing import Any

from atbalss.exchange.sheets import Sheet, Workbook
from atbalss.problems import Place, Problem, problem

_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_ROOT = "atbalss_form"  # pyxform's own default, "data", clashes with questions of that name
_ROW = re.compile(r"\[row : (\d+)\]|\brow:? (\d+)", re.IGNORECASE)
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet|sheet:? '(survey|choices)'")
_NOISE = (
    "max-pixels",
    "Missing translations",
    "translation columns",
    "is missing the",
    "Row without name",
)


def judge(workbook: Workbook, file: str = "questionnaire.md") -> list[Problem]:
    """pyxform's refusal and remarks as problems; slow (it loads pyxform), so keep the answer.

    A refusal is an error with pyxform's own words and row; a crash of pyxform itself is a warning,
    as it says nothing about the form.
    """
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    remarks: list[str] = []
    found: list[Problem] = []
    try:
        convert(_as_dict(workbook), warnings=remarks, form_name=_ROOT)
    except PyXFormError as error:
        found.append(_problem("exchange-pyxform-refuses", str(error), file))
    except Exception as error:  # pyxform raises nearly anything on odd sheets
        words = f"{type(error).__name__}: {error}"
        found.append(_problem("exchange-pyxform-crashes", words, file))
    for words in dict.fromkeys(remarks):
        if not any(noise in words for noise in _NOISE):
            found.append(_problem("exchange-pyxform-remarks", words, file))
    return found


def _problem(code: str, words: str, file: str) -> Problem:
    row, sheet = _ROW.search(words), _SHEET.search(words)
    number = int(next(part for part in row.groups() if part)) if row else None
    named = next((part for part in sheet.groups() if part), "") if sheet else ""
    if number and not named:
        named = "survey"
    words = " ".join(re.sub(r"\[row : \d+\]", "", words).split())
    short = words if len(words) <= 400 else words[:397] + "..."
    return problem(code, Place(file, named, number), message=short)


def _as_dict(workbook: Workbook) -> dict[str, Any]:
    """The workbook as pyxform's reader would give it: blank cells left out, blank rows kept."""
    made: dict[str, Any] = {"sheet_names": [sheet.name for sheet in workbook.sheets]}
    for sheet in workbook.sheets:
        name = sheet.name.strip().lower()
        if name not in _SHEETS and len(workbook.sheets) == 1:
            name = "survey"
        if name in _SHEETS and name not in made:
            headers = _headers(sheet, name)
            made[name] = [
                {
                    header: cell.strip().replace("\u00a0", " ")
                    for header, cell in zip(headers, row.cells, strict=False)
                    if header and cell.strip()
                }
                for row in sheet.rows
            ]
            made[f"{name}_header"] = [dict.fromkeys(h for h in headers if h)]
    return made


def _headers(sheet: Sheet, name: str) -> list[str]:
    """Headers as pyxform wants them; those of `choices` that would crash it become blank.

    pyxform 4.5 fails on translated columns of `choices` that it does not know.
    """
    headers = [" ".join(header.split()) for header in sheet.header]
    if name != "choices":
        return headers
    known = ("label", "caption", "image", "audio", "video", "big-image", "media")
    return [
        "" if ":" in header and not header.lower().startswith(known) else header
        for header in headers
    ]
