"""What a questionnaire accepts as answers, as formulas: routes, constraints, filters.

A required question may be blank all the same: "refused" is taken everywhere, and where its list has
no code for it, rules see no answer."""

from __future__ import annotations

from atbalss.study.codes import Code
from atbalss.study.decide_domain import filter_columns
from atbalss.study.decide_formula import Translation
from atbalss.study.formulas import Atom, Formula, Opaque, blank, negated, some
from atbalss.study.question import Kind, Question, Role
from atbalss.study.rules import Binary, Call, Column, Literal, Negative, Rule, walk

_MOST_OPTIONS = 300  # of a filter that must be looked at one by one


def accepted(question: Question, translation: Translation) -> list[Formula]:
    """What holds of an answer to one question, and of its being blank."""
    unanswered = blank(question)
    asked: Formula = True
    if question.asked_of is not None:
        asked = translation.formula(question.asked_of)
    found = [some(unanswered, asked)]
    if question.role is Role.SAMPLE:
        return [part for part in found if part is not True]
    if question.constraint is not None:
        met = translation.formula(question.constraint, question.name)
        found.append(some(unanswered, *no_answer_codes(question), met))
    if question.kind is Kind.MULTIPLE and question.codes is not None:
        alone = Atom(question.name, "count", "=", 1.0)
        listed = question.codes.codes
        exclusive = [code.name for code in listed if code.exclusive or code.missing is not None]
        found += [some(negated(Atom(question.name, "has", "=", n)), alone) for n in exclusive]
    return [part for part in (*found, *_offered(question, translation)) if part is not True]


def no_answer_codes(question: Question) -> list[Formula]:
    """That "hard to say" or another missing code is chosen: such answers meet any constraint."""
    codes = question.codes.codes if question.codes is not None else ()
    kind = "has" if question.kind is Kind.MULTIPLE else "is"
    return [Atom(question.name, kind, "=", c.name) for c in codes if c.missing is not None]


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
        groups.setdefault(filter_columns(code), code)
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
