"""What a coder is given: an open question, its frame, and the closed question it continues."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from atbalss.coding.codeframe import FIRST, CodeFrame
from atbalss.problems import Refused, problem
from atbalss.study.bases import base_question, opening_options
from atbalss.study.codes import Code, CodeList, CodeRole
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire


@dataclass(frozen=True)
class Task:
    """The coding of one open question.

    For the text behind "Cits", `parent` is the closed question and `options` its options: an answer
    that belongs to one of them is upcoded with the code `parent/option`, as a frame's column is
    called. `threshold` is the confidence from which a machine may code alone; None: it may not.
    """

    question: Question
    frame: CodeFrame
    parent: str = ""
    options: CodeList | None = None
    threshold: float | None = None

    @property
    def name(self) -> str:
        """The question's name."""
        return self.question.name

    def has(self, code: str) -> bool:
        """Whether a code may be given: one of the frame, or `parent/option`."""
        return code in self.choices

    @property
    def choices(self) -> dict[str, Code]:
        """All codes that may be given by the name in a decision: the frame's, then options."""
        found = {code.name: code for code in self.frame.codes.codes}
        if self.options is not None:
            found |= {f"{self.parent}/{code.name}": code for code in self.options.codes}
        return found

    def is_exclusive(self, code: str) -> bool:
        """Whether a code stands alone."""
        return code in self.frame.exclusive


def task(
    questionnaire: Questionnaire,
    name: str,
    frame: CodeFrame | None = None,
    threshold: float | None = None,
) -> Task:
    """The task of coding a question: in `frame`, else in the questionnaire's own, version 1.

    Refused where there is no such question or it has no frame.
    """
    if name not in questionnaire.by_name:
        raise Refused([problem("coding-no-question", question=name)])
    question = questionnaire.by_name[name]
    if frame is None:
        if question.frame is None:
            raise Refused([problem("coding-no-frame", question=name)])
        frame = CodeFrame(question.frame, FIRST)
    parent = base_question(questionnaire, question)
    if parent is question or parent.codes is None:
        return Task(question, frame, threshold=threshold)
    given = options(parent.codes, opening_options(question, parent))
    return Task(question, frame, parent.name, given, threshold)


def options(codes: CodeList, opening: Container[str] = ()) -> CodeList:
    """The options of a closed question that an answer to "Cits" may turn out to be.

    `opening` are those that opened the text: to say "Cits" again would say nothing.
    """
    kept = [
        code
        for code in codes.codes
        if code.role is CodeRole.NORMAL
        and code.missing is None
        and not code.exclusive
        and code.name not in opening
    ]
    return replace(codes, codes=tuple(kept), nets=())
