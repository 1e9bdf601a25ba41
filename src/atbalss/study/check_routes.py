"""What can happen in an interview: questions nobody reaches, answers nobody can give."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.problems import Problem, problem
from atbalss.study.check_cells import cell, choices_place
from atbalss.study.codes import Code
from atbalss.study.decide import Answer, Possible, Verdict
from atbalss.study.decide_domain import filter_columns
from atbalss.study.decide_valid import for_option, no_answer_codes, option_groups
from atbalss.study.formulas import blank, negated
from atbalss.study.question import ASKED_KINDS, Group, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Call, Rule, all_of, references, to_xpath

_MOST_OPTIONS = 300


def check_routes(questionnaire: Questionnaire) -> list[Problem]:
    """Unreachable rows, constraints nobody meets, options never offered, and what is open."""
    found: list[Problem] = []
    dead: set[str] = set()
    asked = Possible(questionnaire)
    for group, rule in _group_rules(questionnaire.items, None):
        if group.relevant is None or rule is None or dead & set(_outer(questionnaire, group)):
            continue
        verdict = asked.verdict([asked.formula(rule)])
        if verdict.answer is Answer.NO:
            dead.add(group.name)
            found.append(_unreachable(group, rule))
    for question in questionnaire.questions:
        if question.kind not in ASKED_KINDS or dead & set(question.groups):
            continue
        found += _question(question, asked)
    return found


def _question(question: Question, asked: Possible) -> Iterator[Problem]:
    if question.asked_of is not None:
        verdict = asked.verdict([asked.formula(question.asked_of)])
        if verdict.answer is Answer.NO:
            yield _unreachable(question, question.asked_of)
            return
        if verdict.answer is Answer.NOT_CHECKED:
            yield _not_checked("study-route-not-checked", question, "relevant", verdict)
    if question.constraint is not None:
        yield from _constraint(question, question.constraint, asked)
    if question.choice_filter is not None and question.codes is not None:
        yield from _filter(question, question.choice_filter, asked)


def _unreachable(item: Question | Group, rule: Rule) -> Problem:
    if not references(rule) and not _calls_anything(rule):
        return problem("study-switched-off", cell(item, "relevant"), name=item.name)
    code = "study-group-unreachable" if isinstance(item, Group) else "study-unreachable"
    return problem(code, cell(item, "relevant"), name=item.name, rule=to_xpath(rule))


def _calls_anything(rule: Rule) -> bool:
    return isinstance(rule, Call) and rule.name not in ("true", "false", "not")


def _constraint(question: Question, rule: Rule, asked: Possible) -> Iterator[Problem]:
    """Whether somebody asked can give an answer that says something."""
    given = [
        asked.formula(question.asked_of),
        negated(blank(question)),
        *(negated(part) for part in no_answer_codes(question)),
        asked.formula(rule, question.name),
    ]
    verdict = asked.verdict(given)
    if verdict.answer is Answer.NO:
        code = "study-constraint-impossible"
        if question.required is not None:
            code = "study-constraint-dead-end"
        args = {"name": question.name, "rule": to_xpath(rule)}
        yield problem(code, cell(question, "constraint"), **args)
    elif verdict.answer is Answer.NOT_CHECKED:
        yield _not_checked("study-constraint-not-checked", question, "constraint", verdict)


def _filter(question: Question, rule: Rule, asked: Possible) -> Iterator[Problem]:
    codes = question.codes.codes if question.codes is not None else ()
    kind, groups = option_groups(question)
    if len(groups) > _MOST_OPTIONS:
        doubt = Verdict(Answer.NOT_CHECKED, reason=to_xpath(rule))
        yield _not_checked("study-options-not-checked", question, "choice_filter", doubt)
        return
    never: list[Code] = []
    doubtful: Verdict | None = None
    for code in groups:
        shown = for_option(rule, code, asked.questionnaire.langs[0])
        formula = asked.formula(shown, question.name)
        verdict = asked.verdict([asked.formula(question.asked_of), formula])
        if verdict.answer is Answer.NO:
            alike = (
                [code]
                if kind != "like"
                else [c for c in codes if filter_columns(c) == filter_columns(code)]
            )
            never += alike
        elif verdict.answer is Answer.NOT_CHECKED:
            doubtful = doubtful or verdict
    if len(never) == len(codes) and codes:
        args = {"name": question.name, "rule": to_xpath(rule)}
        yield problem("study-filter-empty", cell(question, "choice_filter"), **args)
        return
    for code in never:
        where = choices_place(asked.questionnaire, code.row, "name")
        yield problem("study-option-never", where, option=code.name, name=question.name)
    if doubtful is not None:
        yield _not_checked("study-options-not-checked", question, "choice_filter", doubtful)


def _alike(code: Code, codes: tuple[Code, ...]) -> list[Code]:
    return [other for other in codes if filter_columns(other) == filter_columns(code)]


def _not_checked(code: str, question: Question, column: str, verdict: Verdict) -> Problem:
    place = cell(question, column)
    if not verdict.reason:
        return problem(f"{code}-long", place, name=question.name)
    return problem(code, place, name=question.name, reason=verdict.reason)


def _group_rules(
    items: tuple[Question | Group, ...], outer: Rule | None
) -> Iterator[tuple[Group, Rule | None]]:
    """Groups with their own and all outer relevance joined, outer before inner."""
    for item in items:
        if isinstance(item, Group):
            rule = all_of([outer, item.relevant])
            yield item, rule
            yield from _group_rules(item.items, rule)


def _outer(questionnaire: Questionnaire, group: Group) -> tuple[str, ...]:
    """Names of the groups around a group, as its first question knows them."""
    for question in questionnaire.questions:
        if group.name in question.groups:
            return question.groups[: question.groups.index(group.name)]
    return ()
