"""What is wrong with a questionnaire: every fault with file, row and remedy."""

from __future__ import annotations

from atbalss.problems import Problem
from atbalss.study.questionnaire import Questionnaire


def check(questionnaire: Questionnaire) -> list[Problem]:
    """All faults of a questionnaire, in the order of its rows; notes name what was not decided."""
    return []
