"""Which lines of a cube an answer, a base or a mean is made of."""

from __future__ import annotations

from atbalss.problems import Refused, problem
from atbalss.study.bases import base_question, in_base, net_members
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.names import codes_named
from atbalss.tables.spec import (
    EVERYBODY,
    AnsweredLine,
    GridLines,
    MultipleLines,
    SingleLines,
    Spec,
)

Rows = tuple[int, ...]  # numbers of lines whose sums add up, each person in one of them at most


def code_rows(spec: Spec, question: Question, code: str) -> Rows:
    """The lines of an answer code, net or band."""
    lines = spec.by_name[question.name]
    if isinstance(lines, MultipleLines):
        nets = [name for name, _ in lines.nets]
        if code in lines.codes:
            return (lines.start + lines.codes.index(code),)
        return (lines.start + len(lines.codes) + nets.index(code),)
    codes = codes_named(question)
    members = (code,) if codes.has(code) else net_members(question, code)
    return rows_of_codes(spec, question.name, members)


def rows_of_codes(spec: Spec, name: str, codes: tuple[str, ...]) -> Rows:
    """The lines of several codes of a single choice."""
    lines = spec.by_name[name]
    if not isinstance(lines, SingleLines):
        raise TypeError(name)
    return tuple(lines.start + lines.codes.index(code) for code in codes)


def base_rows(questionnaire: Questionnaire, spec: Spec, name: str) -> Rows:
    """The lines of the base of shares; of everybody for an empty name.

    Coded texts of "Cits" have the base of the question that they continue.
    """
    if not name:
        return (EVERYBODY,)
    asked = questionnaire.by_name.get(name)
    if asked is not None and asked.frame is not None:
        name = base_question(questionnaire, asked).name
    lines = spec.by_name.get(name)
    if isinstance(lines, SingleLines):
        question = questionnaire.question(name)
        codes = codes_named(question).codes
        return rows_of_codes(
            spec, name, tuple(code.name for code in codes if in_base(question, code))
        )
    if isinstance(lines, MultipleLines):
        return (lines.base,)
    if isinstance(lines, AnsweredLine | GridLines):
        return (lines.start,)
    raise Refused([problem("tables-no-codes", question=name)])
