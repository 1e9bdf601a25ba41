"""What a questionnaire accepts as answers, as formulas: routes, constraints, filters, required."""

from __future__ import annotations

from atbalss.study.codes import Code
from atbalss.study.decide_formula import (
    Atom,
    Formula,
    Opaque,
    Translation,
    blank,
    every,
    leaves,
    negated,
    some,
)
from atbalss.study.question import CHOICE_KINDS, Kind, Question
from atbalss.study.rules import Binary, Call, Column, Literal, Negative, Rule, walk

_MOST_OPTIONS = 300  # of a filter that must be looked at one by one


def consistency(formulas: list[Formula], translation: Translation) -> list[Formula]:
    """All that holds of acceptable answers to the questions in `formulas` and behind them."""
    by_name = translation.questionnaire.by_name
    found: list[Formula] = []
    seen: set[str] = set()
    waiting = list(formulas)
    while waiting:
        for leaf in leaves(waiting.pop(0)):
            if isinstance(leaf, Opaque) or leaf.question in seen:
                continue
            seen.add(leaf.question)
            conditions = accepted(by_name[leaf.question], translation)
            found += conditions
            waiting += conditions
    return found


def accepted(question: Question, translation: Translation) -> list[Formula]:
    """What holds of an answer to one question, and of its being blank."""
    unanswered = blank(question)
    asked: Formula = True
    if question.asked_of is not None:
        asked = translation.formula(question.asked_of)
    found = [some(unanswered, asked)]
    if question.constraint is not None:
        found.append(some(unanswered, translation.formula(question.constraint, question.name)))
    if question.kind in CHOICE_KINDS and question.required is not None:
        required = translation.formula(question.required, question.name)
        found.append(some(negated(unanswered), negated(every(asked, required))))
    if question.kind is Kind.MULTIPLE and question.codes is not None:
        alone = Atom(question.name, "count", "=", 1.0)
        exclusive = [code.name for code in question.codes.codes if code.exclusive]
        found += [some(negated(Atom(question.name, "has", "=", n)), alone) for n in exclusive]
    return [part for part in (*found, *_offered(question, translation)) if part is not True]


def _offered(question: Question, translation: Translation) -> list[Formula]:
    """That only options are chosen which the filter leaves."""
    if question.choice_filter is None or question.codes is None:
        return []
    kind, groups = option_groups(question)
    if len(groups) > _MOST_OPTIONS:
        answered = negated(blank(question))
        return [some(negated(answered), Opaque(question.choice_filter, question.name))]
    return [
        some(
            negated(Atom(question.name, kind, "=", code.name)),
            translation.formula(
                for_option(question.choice_filter, code, translation.questionnaire.langs[0]),
                question.name,
            ),
        )
        for code in groups
    ]


def option_groups(question: Question) -> tuple[str, list[Code]]:
    """The atom that tells options apart as the filter does, and one option of each kind."""
    rule, codes = question.choice_filter, question.codes
    if rule is None or codes is None:
        return "is", []
    if question.kind is Kind.MULTIPLE:
        return "has", list(codes.codes)
    columns = {node.name for node in walk(rule) if isinstance(node, Column)}
    if columns & {"name", "label"}:
        return "is", list(codes.codes)
    groups: dict[tuple[tuple[str, str], ...], Code] = {}
    for code in codes.codes:
        groups.setdefault(tuple(sorted(code.filters.items())), code)
    return "like", list(groups.values())


def for_option(rule: Rule, code: Code, lang: str) -> Rule:
    """A choice_filter as it reads for one option: its columns filled in."""
    if isinstance(rule, Column):
        own = {**code.filters, "name": code.name, "label": code.label.get(lang)}
        return Literal(own.get(rule.name, ""))
    if isinstance(rule, Binary):
        return Binary(
            rule.op, for_option(rule.left, code, lang), for_option(rule.right, code, lang)
        )
    if isinstance(rule, Call):
        return Call(rule.name, tuple(for_option(arg, code, lang) for arg in rule.args))
    return Negative(for_option(rule.operand, code, lang)) if isinstance(rule, Negative) else rule
