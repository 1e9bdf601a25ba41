"""In which order questions must be looked at, so that a rule sees what it refers to."""

from __future__ import annotations

import weakref
from dataclasses import dataclass

from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule, functions, references

_KEPT = 16  # questionnaires whose steps are remembered
_known: dict[int, tuple[weakref.ref[Questionnaire], tuple[Step, ...]]] = {}
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


@dataclass(frozen=True, slots=True)
class Step:
    """One question to look at. Steps with the same `route` are asked under one and the same rule.

    `route` is None where everybody is asked, and where a circle of rules makes the same rule
    hold at one step and fail at another.
    """

    question: Question
    route: int | None


def in_order(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Questions so that each comes after those its route or calculation needs.

    That is the questionnaire's own order unless a rule refers forward. In a circle of rules the
    question first met is looked at last, and the others see it blank.
    """
    return tuple(step.question for step in steps(questionnaire))


def steps(questionnaire: Questionnaire) -> tuple[Step, ...]:
    """Questions in order, each with the number of its rule.

    Remembered for each questionnaire, because an interview asks it at every answer.
    """
    kept = _known.get(id(questionnaire))
    if kept is not None and kept[0]() is questionnaire:
        return kept[1]
    found = _steps(questionnaire)
    if len(_known) >= _KEPT:
        _known.clear()
    _known[id(questionnaire)] = (weakref.ref(questionnaire), found)
    return found


def _steps(questionnaire: Questionnaire) -> tuple[Step, ...]:
    routes: dict[Rule, int] = {}
    seen: set[str] = set()
    found = []
    for question in _sorted(questionnaire):
        rule = question.asked_of
        before = all(name in seen for name in names_in(rule) if name in questionnaire.by_name)
        route = routes.setdefault(rule, len(routes)) if rule is not None and before else None
        found.append(Step(question, route))
        seen.add(question.name)
    return tuple(found)


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
