"""On whom a figure is based: the codes of a question, and whose base the texts of "Cits" have."""

from __future__ import annotations

from atbalss.study.codes import CodeList
from atbalss.study.question import Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import Rule, all_of, references, split


def code_list(question: Question) -> CodeList | None:
    """The codes of a closed question, or the code frame of an open one."""
    return question.codes if question.codes is not None else question.frame


def base_question(questionnaire: Questionnaire, question: Question) -> Question:
    """The question whose base the shares of `question` have.

    The text behind "Cits" continues the closed question it belongs to, so its coded answers are
    shares of all who answered that one: in an annex "1 %" is of everybody asked, not of those who
    said "Cits". Every other question has its own base.
    """
    if question.role is not Role.OTHER_TEXT or question.relevant is None:
        return question
    for name in references(question.relevant):
        parent = questionnaire.by_name.get(name)
        if parent is not None and parent.codes is not None:
            return parent
    return question


def base_rule(questionnaire: Questionnaire, question: Question) -> Rule | None:
    """Who the base of a question is, as a rule to be put in words; None for everybody.

    Conditions on screening questions are left out: whom they let in are the respondents, which
    the method says once, not every table.
    """
    rule = base_question(questionnaire, question).asked_of
    if rule is None:
        return None
    screening = {q.name for q in questionnaire.questions if q.role is Role.SCREENING}
    kept = [part for part in split(rule, "and") if not set(references(part)) <= screening]
    return all_of(kept)
