"""What is wrong with a questionnaire: every fault with file, row and remedy."""

from __future__ import annotations

from atbalss.problems import Problem
from atbalss.study.check_lists import check_lists, check_questions
from atbalss.study.check_names import check_names
from atbalss.study.check_routes import check_routes
from atbalss.study.check_texts import check_texts
from atbalss.study.questionnaire import Questionnaire

_SHEETS = ("survey", "choices", "nets")


def check(questionnaire: Questionnaire, *, frames_file: str = "codeframes.md") -> list[Problem]:
    """All faults of a questionnaire, sheet by sheet in the order of rows.

    Notes name what could not be decided. `frames_file` is where its code frames were read from.
    """
    found = check_names(questionnaire)
    found += check_routes(questionnaire)
    found += check_lists(questionnaire, frames_file)
    found += check_questions(questionnaire)
    found += check_texts(questionnaire, frames_file)
    return sorted(dict.fromkeys(found), key=_order)


def _order(found: Problem) -> tuple[str, int, int]:
    where = found.where
    sheet = _SHEETS.index(where.sheet) if where.sheet in _SHEETS else -1
    frames = "1" if "codeframe" in where.file else "0"
    return frames, sheet, where.row or 0
