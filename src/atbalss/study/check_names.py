"""Names in rules and texts: unknown ones, later ones, circles, and codes that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from graphlib import CycleError, TopologicalSorter

from atbalss.problems import Place, Problem, problem
from atbalss.study.check_cells import RuleCell, fills, rule_cells, text_cells
from atbalss.study.patterns import compiled
from atbalss.study.question import CHOICE_KINDS, Group, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import (
    Binary,
    Call,
    Column,
    Literal,
    Ref,
    Rule,
    Self,
    plain,
    references,
    walk,
)
from atbalss.study.values import to_text

_FORWARD = {"relevant", "choice_filter", "constraint", "soft_constraint", "required", "seed"}
_AFTERWARDS = {"constraint_message", "required_message", "soft_message"}


def check_names(questionnaire: Questionnaire) -> list[Problem]:
    """Faults of what rules and texts refer to."""
    order = {question.name: at for at, question in enumerate(questionnaire.questions)}
    found: list[Problem] = []
    for cell in rule_cells(questionnaire):
        found += _references(cell, questionnaire, order)
        found += _nodes(cell, questionnaire)
    for text in text_cells(questionnaire):
        at = _position(text.item, order)
        for name in fills(text.text):
            if name not in order:
                found.append(_unknown("study-text-unknown", text.place, name, order))
            elif order[name] > at or (order[name] == at and text.column not in _AFTERWARDS):
                found.append(problem("study-text-forward", text.place, name=name))
    return found + _circles(questionnaire)


def _position(item: Question | Group, order: dict[str, int]) -> int:
    if isinstance(item, Question):
        return order[item.name]
    positions = [_position(inner, order) for inner in item.items]
    return min(positions, default=len(order))


def _unknown(code: str, where: Place, name: str, known: dict[str, int]) -> Problem:
    close = get_close_matches(name, list(known), 1, 0.7)
    if close:
        return problem(f"{code}-slip", where, name=name, meant=close[0])
    return problem(code, where, name=name)


def _references(
    cell: RuleCell, questionnaire: Questionnaire, order: dict[str, int]
) -> Iterator[Problem]:
    at = _position(cell.item, order)
    for name in references(cell.rule):
        if name not in order:
            yield _unknown("study-name-unknown", cell.place, name, order)
            continue
        if questionnaire.by_name[name].kind is Kind.NOTE:
            yield problem("study-refers-to-note", cell.place, name=name)
        if order[name] <= at or questionnaire.by_name[name].kind in (Kind.CALCULATE, Kind.META):
            continue
        if cell.column in _FORWARD:
            yield problem("study-forward", cell.place, name=name)
        elif cell.column in ("calculation", "default"):
            code = "study-forward-default" if cell.column == "default" else "study-forward-computed"
            yield problem(code, cell.place, name=name)


def _nodes(cell: RuleCell, questionnaire: Questionnaire) -> Iterator[Problem]:
    for node in walk(cell.rule):
        if isinstance(node, Column) and cell.column != "choice_filter":
            yield problem("study-bare-name", cell.place, name=node.name)
        elif isinstance(node, Self) and cell.column in ("relevant", "choice_filter"):
            yield problem("study-own-answer", cell.place)
        elif isinstance(node, Call) and node.name == "regex":
            yield from _pattern(cell, node.args[1])
        yield from _codes(cell, node, questionnaire)


def _pattern(cell: RuleCell, pattern: Rule) -> Iterator[Problem]:
    if isinstance(pattern, Literal) and compiled(to_text(pattern.value)) is None:
        yield problem("study-pattern", cell.place, pattern=to_text(pattern.value))


def _codes(cell: RuleCell, node: Rule, questionnaire: Questionnaire) -> Iterator[Problem]:
    if isinstance(node, Call) and node.name == "selected":
        question, code = _asked(cell, node.args[0], questionnaire), node.args[1]
        if question is not None and isinstance(code, Literal):
            yield from _known(cell, question, to_text(code.value).strip())
    if not isinstance(node, Binary) or node.op not in ("=", "!="):
        return
    for one, other in ((node.left, node.right), (node.right, node.left)):
        question = _asked(cell, one, questionnaire)
        if question is None or not isinstance(other, Literal) or other.value == "":
            continue
        if question.kind is Kind.MULTIPLE:
            yield problem("study-multiple-compared", cell.place, name=question.name)
        words = other.value if isinstance(other.value, str) else plain(other.value)
        for part in words.split() if question.kind is Kind.MULTIPLE else [words]:
            yield from _known(cell, question, part)


def _asked(cell: RuleCell, node: Rule, questionnaire: Questionnaire) -> Question | None:
    """The choice question that a reference or `.` stands for."""
    question = cell.item if isinstance(node, Self) and isinstance(cell.item, Question) else None
    if isinstance(node, Ref):
        question = questionnaire.by_name.get(node.name)
    if question is None or question.kind not in CHOICE_KINDS or question.codes is None:
        return None
    return question


def _known(cell: RuleCell, question: Question, code: str) -> Iterator[Problem]:
    codes = question.codes
    if codes is not None and not codes.has(code):
        args = {"option": code, "name": question.name, "list": codes.name}
        yield problem("study-code-unknown", cell.place, **args)


def _circles(questionnaire: Questionnaire) -> list[Problem]:
    """Each circle of routes and calculations once, at its first question."""
    order = {question.name: at for at, question in enumerate(questionnaire.questions)}
    graph: dict[str, set[str]] = {}
    for question in questionnaire.questions:
        rules = (question.asked_of, question.calculation)
        names = {name for rule in rules if rule is not None for name in references(rule)}
        graph[question.name] = {name for name in names if name in order}
    found = []
    while True:
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = list(dict.fromkeys(reversed(error.args[1])))
            first = min(circle, key=lambda name: order[name])
            at = circle.index(first)
            turned = [*circle[at:], *circle[:at]]
            place = questionnaire.by_name[first].place
            found.append(problem("study-circle", place, names=" → ".join([*turned, first])))
            for name in circle:
                del graph[name]
            graph = {name: needs.difference(circle) for name, needs in graph.items()}
        else:
            return found
