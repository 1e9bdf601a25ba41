"""On whom a figure is based: codes in and out of the base, whose base the texts of "Cits" have."""

from __future__ import annotations

from atbalss.study.codes import Code, CodeList, Missing
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import (
    Binary,
    Call,
    Literal,
    Ref,
    Rule,
    all_of,
    references,
    split,
    walk,
)


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


def opening_options(question: Question, parent: Question) -> tuple[str, ...]:
    """The options of a closed question, such as "Cits", that open the text `question` behind it."""
    found: dict[str, None] = {}
    for node in walk(question.relevant) if question.relevant is not None else ():
        match node:
            case Call("selected", (Ref(name), Literal(str(code)))) | Binary(
                "=", Ref(name), Literal(str(code))
            ) if name == parent.name:
                found[code] = None
    return tuple(found)


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


# ---- what belongs to a base, what a question can give


def is_multiple(question: Question) -> bool:
    """Whether persons may have several codes: multiple choices and coded open answers."""
    return question.kind is Kind.MULTIPLE or (
        question.kind not in CHOICE_KINDS and question.frame is not None
    )


def in_base(question: Question, code: Code) -> bool:
    """Whether an answer with this code belongs to the base of shares."""
    if code.missing is Missing.DONT_KNOW:
        return question.dk_in_base
    return code.missing is None


def net_members(question: Question, net: str) -> tuple[str, ...]:
    """The codes of a net or band that belong to the base: a refusal is no member of anything."""
    codes = code_list(question)
    if codes is None:
        return ()
    return tuple(name for name in codes.members(net) if in_base(question, codes.code(name)))


def score_of(code: Code) -> float:
    """The score of a code, nan for missing codes and codes without one."""
    return float("nan") if code.missing is not None or code.score is None else code.score


def has_mean(questionnaire: Questionnaire, name: str) -> bool:
    """Whether `name` is a scale or an open number, or a grid whose items all are."""
    items = questionnaire.grids.get(name)
    if items is not None:
        return all(has_mean(questionnaire, item.name) for item in items)
    question = questionnaire.by_name.get(name)
    if question is None:
        return False
    if question.kind in NUMBER_KINDS:
        return True
    return not is_multiple(question) and question.codes is not None and question.codes.is_scale
