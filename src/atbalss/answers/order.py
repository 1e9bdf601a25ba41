"""In which order questions must be looked at, so that a rule sees what it refers to."""

from __future__ import annotations

import weakref

from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, functions, references

_KEPT = 16  # questionnaires whose order is remembered
_known: dict[int, tuple[weakref.ref[Questionnaire], tuple[Question, ...]]] = {}
_EVER_NEW = frozenset({"random", "uuid", "now", "once"})


def names_in(*rules: Rule | None) -> tuple[str, ...]:
    """Names of all questions that the rules refer to, each once."""
    found: dict[str, None] = {}
    for rule in rules:
        if rule is not None:
            found.update(dict.fromkeys(references(rule)))
    return tuple(found)


def is_settled(rule: Rule) -> bool:
    """Whether a rule gives the same value whenever it sees the same answers."""
    return not _EVER_NEW & set(functions(rule))


def in_order(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Questions so that each comes after those its route or calculation needs.

    That is the questionnaire's own order unless a rule refers forward. In a circle of rules the
    question first met is looked at last, and the others see it blank. Remembered for each
    questionnaire, because an interview asks it at every answer.
    """
    kept = _known.get(id(questionnaire))
    if kept is not None and kept[0]() is questionnaire:
        return kept[1]
    order = _sorted(questionnaire)
    if len(_known) >= _KEPT:
        _known.clear()
    _known[id(questionnaire)] = (weakref.ref(questionnaire), order)
    return order


def _sorted(questionnaire: Questionnaire) -> tuple[Question, ...]:
    found: dict[str, Question] = {}
    open_names: set[str] = set()
    by_name = questionnaire.by_name

    def visit(question: Question) -> None:
        if question.name in found or question.name in open_names:
            return
        open_names.add(question.name)
        for name in names_in(question.asked_of, question.calculation):
            if name in by_name:
                visit(by_name[name])
        found[question.name] = question

    for question in questionnaire.questions:
        visit(question)
    return tuple(found.values())
