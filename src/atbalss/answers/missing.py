"""Missing answers: "hard to say" and "refused", for every kind of question."""

from __future__ import annotations

from atbalss.study.codes import Missing
from atbalss.study.question import CHOICE_KINDS, Question

WORDS = {f"_{item.value}": item for item in (Missing.DONT_KNOW, Missing.REFUSED)}


def missing_of(question: Question, answer: object) -> Missing | None:
    """Why `answer` is no substantive answer: a missing code of a choice, or `Missing` itself.

    None where the answer is substantive, and where there is no answer at all.
    """
    if isinstance(answer, Missing):
        return answer
    if question.kind not in CHOICE_KINDS or question.codes is None:
        return None
    given = answer if isinstance(answer, tuple) else (answer,)
    for code in question.codes.codes:
        if code.missing is not None and code.name in given:
            return code.missing
    return None


def is_missing(question: Question, answer: object) -> bool:
    """Whether `answer` is "hard to say", "refused" or "not applicable"."""
    return missing_of(question, answer) is not None


def missing_code(question: Question, why: Missing) -> str | None:
    """The name of a choice question's own code for `why`, or None if its list has none."""
    if question.kind in CHOICE_KINDS and question.codes is not None:
        for code in question.codes.codes:
            if code.missing is why:
                return code.name
    return None
