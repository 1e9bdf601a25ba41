"""In which order questions must be looked at, so that a rule sees what it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.study.question import Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Binary, Call, Negative, Ref, Rule


def names_in(rule: Rule | None) -> frozenset[str]:
    """Names of all questions that a rule refers to."""
    return frozenset(_refs(rule)) if rule is not None else frozenset()


def calls_in(rule: Rule | None) -> frozenset[str]:
    """Names of all functions that a rule calls."""
    return frozenset(_calls(rule)) if rule is not None else frozenset()


def in_order(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Questions so that each comes after those its route or calculation needs.

    That is the questionnaire's own order unless a rule refers forward. In a circle of rules the
    question first met is looked at last, and the others see it blank.
    """
    found: dict[str, Question] = {}
    open_names: set[str] = set()
    by_name = questionnaire.by_name

    def visit(question: Question) -> None:
        if question.name in found or question.name in open_names:
            return
        open_names.add(question.name)
        for name in sorted(names_in(question.asked_of) | names_in(question.calculation)):
            if name in by_name:
                visit(by_name[name])
        found[question.name] = question

    for question in questionnaire.questions:
        visit(question)
    return tuple(found.values())


def _refs(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Ref):
        yield rule.name
    for part in _parts(rule):
        yield from _refs(part)


def _calls(rule: Rule) -> Iterator[str]:
    if isinstance(rule, Call):
        yield rule.name
    for part in _parts(rule):
        yield from _calls(part)


def _parts(rule: Rule) -> tuple[Rule, ...]:
    if isinstance(rule, Binary):
        return (rule.left, rule.right)
    if isinstance(rule, Call):
        return rule.args
    if isinstance(rule, Negative):
        return (rule.operand,)
    return ()
