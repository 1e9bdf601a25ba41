"""Labels of questions, codes, grids and groups; names that are not there are refused."""

from __future__ import annotations

from difflib import get_close_matches

from atbalss.problems import Refused, problem
from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.texts import Text


def label_text(questionnaire: Questionnaire, name: str, code: str = "") -> Text:
    """The printed label of a code, net or band; without a code of a question, grid or group."""
    if not code:
        for group in questionnaire.groups:
            if group.name == name:
                return group.short_label or group.label
        question = question_named(questionnaire, name)
        return question.short_label or question.label
    question = question_named(questionnaire, name)
    codes = question.codes or question.frame
    if codes is not None and codes.has(code):
        return codes.code(code).short_label or codes.code(code).label
    for net in codes.nets if codes is not None else ():
        if net.name == code:
            return net.short_label or net.label
    known = (*codes.names, *(net.name for net in codes.nets)) if codes else ()
    raise unknown_name(f"{name} = {code}", code, known)


def question_named(questionnaire: Questionnaire, name: str) -> Question:
    """The question called `name`; of a grid its first item; `Refused` where there is none."""
    if name in questionnaire.grids:
        return questionnaire.grids[name][0]
    if name not in questionnaire.by_name:
        raise unknown_name(name, name, tuple(questionnaire.by_name))
    return questionnaire.question(name)


def unknown_name(what: str, name: str, known: tuple[str, ...]) -> Refused:
    """The refusal of a name that is not there, with names like it."""
    near = get_close_matches(name, known, 3, 0.5) or list(known)[:8]
    return Refused([problem("report-unknown-name", name=what, known=", ".join(near) or "–")])
