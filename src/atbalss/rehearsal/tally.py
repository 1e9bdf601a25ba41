"""An independent count of records against targets: exact fractions, no program, no tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from atbalss.answers.record import Record
from atbalss.rehearsal.patterns import Pattern, codable, is_out, members
from atbalss.rehearsal.targets import COUNT, MIN_ITEMS, Target, holds
from atbalss.study.bases import base_question, code_list
from atbalss.study.codes import CodeRole
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire

Said = dict[str, Pattern]  # codes by question, of those who were asked and answered


def said(
    questionnaire: Questionnaire, records: Iterable[Record], codes: Iterable[tuple[str, str, str]]
) -> list[Said]:
    """Each person's codes by question, open answers as they were coded."""
    coded: dict[str, Said] = {}
    for own, name, code in codes:
        mine = coded.setdefault(own, {})
        mine[name] = (*mine.get(name, ()), code)
    found: list[Said] = []
    for record in records:
        own_codes: Said = {}
        for question in questionnaire.questions:
            answer = record.answers.get(question.name)
            if not codable(question) or answer is None:
                continue
            if question.kind is Kind.TEXT:
                if question.name in coded.get(record.id, {}):
                    own_codes[question.name] = coded[record.id][question.name]
            elif isinstance(answer, tuple):
                own_codes[question.name] = answer
            else:
                own_codes[question.name] = (str(answer),)
        found.append(own_codes)
    return found


def tally(
    questionnaire: Questionnaire,
    records: Iterable[Record],
    codes: Iterable[tuple[str, str, str]],
    targets: Iterable[Target],
) -> list[tuple[Target, Fraction | None, bool]]:
    """Each target with the records' exact value (percent, points, persons) and if it holds."""
    people = said(questionnaire, records, codes)
    return [
        (target, value := measure(questionnaire, people, target), holds(target, value))
        for target in targets
    ]


def measure(
    questionnaire: Questionnaire, people: Sequence[Said], target: Target
) -> Fraction | None:
    """The exact value of one figure; None on an empty base."""
    among = [
        person
        for person in people
        if all(_has(questionnaire.question(q), person.get(q), c) for q, c in target.among)
    ]
    if target.is_mean:
        return _mean(questionnaire, among, target.question)
    question = questionnaire.question(target.question)
    if target.measure == MIN_ITEMS:
        return Fraction(len(distinct(question, among)))
    own = base_question(questionnaire, question).name
    based = [p for p in among if own in p and not is_out(questionnaire.question(own), p[own])]
    with_code = [p for p in based if _has(question, p.get(question.name), target.code)]
    if target.measure == COUNT:
        return Fraction(len(with_code))
    return Fraction(100 * len(with_code), len(based)) if based else None


def distinct(question: Question, people: Iterable[Said]) -> set[str]:
    """The different substantive codes that somebody named, without "Cits" and "nothing"."""
    codes = code_list(question)
    normal = {
        code.name
        for code in (codes.codes if codes is not None else ())
        if code.missing is None and code.role is CodeRole.NORMAL
    }
    return {code for person in people for code in person.get(question.name, ())} & normal


def _has(question: Question, pattern: Pattern | None, code: str) -> bool:
    return pattern is not None and not members(question, code).isdisjoint(pattern)


def _mean(questionnaire: Questionnaire, people: Iterable[Said], name: str) -> Fraction | None:
    items = questionnaire.grids.get(name) or (questionnaire.question(name),)
    total, count = Fraction(0), 0
    for person in people:
        for item in items:
            for code in person.get(item.name, ()):
                assert item.codes is not None
                found = item.codes.code(code)
                if found.score is not None and found.missing is None:
                    total += Fraction(found.score)
                    count += 1
    return total / count if count else None
