"""Code lists, code frames, nets and bands; defaults and the messages of checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from atbalss.problems import Place, Problem, problem
from atbalss.study.check_cells import cell, choices_place, file_of
from atbalss.study.codes import CodeList
from atbalss.study.decide import Answer, satisfiable
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Kind, Question, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Binary, Call, Literal, Negative, Rule, Self
from atbalss.study.values import Value, to_number, to_text


def check_lists(questionnaire: Questionnaire, frames_file: str) -> list[Problem]:
    """Faults of lists and frames: double codes, empty nets, exclusive options of single choices."""
    file = file_of(questionnaire)
    found: list[Problem] = []
    for codes in questionnaire.lists:
        found += _list(codes, file)
    for codes in questionnaire.frames:
        found += _list(codes, frames_file)
    used = {q.codes.name.removesuffix("_or_other") for q in questionnaire.questions if q.codes}
    for codes in questionnaire.lists:
        if codes.name not in used:
            row = codes.codes[0].row if codes.codes else None
            where = choices_place(questionnaire, row, "list_name")
            found.append(problem("study-list-unused", where, list=codes.name))
    found += _exclusive(questionnaire)
    return found


def _list(codes: CodeList, file: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for code in codes.codes:
        if code.name in seen:
            where = Place(file, "choices", code.row, "name")
            yield problem("study-code-twice", where, option=code.name, list=codes.name)
        seen.add(code.name)
    yield from _labels(codes, file)
    for net in codes.nets:
        if not codes.members(net.name):
            where = Place(file, "nets", net.row, "name")
            fault = "study-band-empty" if net.is_band else "study-net-empty"
            yield problem(fault, where, net=net.name, list=codes.name)


def _labels(codes: CodeList, file: str) -> Iterator[Problem]:
    """Options that read alike in a language; each pair is told once."""
    first: dict[tuple[str, str], str] = {}
    told: set[tuple[str, str]] = set()
    for code in codes.codes:
        for lang, label in code.label.pairs:
            words = " ".join(label.split()).casefold()
            held = first.setdefault((lang, words), code.name)
            if not words or held == code.name or (held, code.name) in told:
                continue
            told.add((held, code.name))
            where = Place(file, "choices", code.row, f"label::{lang}")
            fills = {"option": code.name, "list": codes.name, "label": label}
            yield problem("study-label-twice", where, first=held, **fills)


def _exclusive(questionnaire: Questionnaire) -> Iterator[Problem]:
    """Exclusive options of lists that only single choices use."""
    several = {q.codes.name for q in questionnaire.questions if q.codes and _is_multiple(q)}
    seen: set[str] = set()
    for question in questionnaire.questions:
        codes = question.codes
        if codes is None or codes.name in several or codes.name in seen:
            continue
        seen.add(codes.name)
        for code in codes.codes:
            if code.exclusive:
                where = choices_place(questionnaire, code.row, "exclusive")
                yield problem("study-exclusive-single", where, option=code.name, name=question.name)


def _is_multiple(question: Question) -> bool:
    return question.kind is Kind.MULTIPLE


def check_questions(questionnaire: Questionnaire) -> list[Problem]:
    """Faults of single rows: double names, defaults, checks without a message, uncoded answers."""
    found: list[Problem] = []
    counts = Counter(question.name for question in questionnaire.questions)
    for question in questionnaire.questions:
        if counts[question.name] > 1 and questionnaire.by_name[question.name] is question:
            found.append(problem("study-name-twice", cell(question, "name"), name=question.name))
        if question.soft_constraint is not None and not question.soft_message:
            place = cell(question, "soft_message")
            found.append(problem("study-soft-silent", place, name=question.name))
        if question.constraint is not None and not question.constraint_message:
            place = cell(question, "constraint_message")
            found.append(problem("study-constraint-silent", place, name=question.name))
        if question.kind is Kind.TEXT and question.frame is None and _is_opinion(question):
            place = cell(question, "codeframe")
            found.append(problem("study-open-uncoded", place, name=question.name))
        found += _default(question, questionnaire)
    return found


def _is_opinion(question: Question) -> bool:
    return question.role in (Role.NORMAL, Role.OTHER_TEXT) and question.constraint is None


def _default(question: Question, questionnaire: Questionnaire) -> Iterator[Problem]:
    """A default that is no code, no number, or fails the question's own constraint."""
    if not isinstance(question.default, Literal):
        return
    place, words = cell(question, "default"), to_text(question.default.value)
    value: Value = words
    args = {"name": question.name, "value": words}
    if question.kind in CHOICE_KINDS and question.codes is not None:
        given = words.split() if question.kind is Kind.MULTIPLE else [words]
        unknown = [code for code in given if not question.codes.has(code)]
        if unknown:
            args |= {"value": " ".join(unknown), "list": question.codes.name}
            yield problem("study-default-code", place, **args)
            return
    if question.kind in NUMBER_KINDS:
        value = to_number(words)
        whole = question.kind is not Kind.INTEGER or float(value).is_integer()
        if value != value or not whole:
            yield problem("study-default-number", place, **args)
            return
    if question.constraint is None or question.kind is Kind.MULTIPLE:
        return
    met = satisfiable([_of_own(question.constraint, value)], questionnaire, consistent=False)
    if met.answer is Answer.NO:
        yield problem("study-default-refused", place, **args)


def _of_own(rule: Rule, value: Value) -> Rule:
    """A constraint as it reads when the own answer is `value`."""
    if isinstance(rule, Self):
        if isinstance(value, float) and value < 0:
            return Negative(Literal(-value))
        return Literal(value)
    if isinstance(rule, Binary):
        return Binary(rule.op, _of_own(rule.left, value), _of_own(rule.right, value))
    if isinstance(rule, Call):
        return Call(rule.name, tuple(_of_own(arg, value) for arg in rule.args))
    return Negative(_of_own(rule.operand, value)) if isinstance(rule, Negative) else rule
