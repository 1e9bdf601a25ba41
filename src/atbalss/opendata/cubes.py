"""The open tables: each question by each published quasi-identifier, already suppressed."""

from __future__ import annotations

from collections.abc import Iterable

from atbalss.opendata.rules import Rules
from atbalss.study.bases import code_list
from atbalss.study.question import ANSWER_KINDS, NUMBER_KINDS, Kind, Role
from atbalss.study.questionnaire import Questionnaire
from atbalss.tables.banner_ask import BannerAsk, Level, RowAsk, Variable

PREFIX = "open:"  # begins the id of a table of open data


def asks(questionnaire: Questionnaire, rules: Rules, waves: Iterable[str]) -> tuple[BannerAsk, ...]:
    """A table of each question in each wave, by each quasi-identifier and each declared pair."""
    names = {item.question: item.name_at(item.level) for item in rules.published}
    banner: list[Variable] = [(Level(name),) for name in names.values()]
    banner += [
        (Level(names[outer]), Level(names[inner]))
        for outer, inner in rules.cross
        if outer in names and inner in names
    ]
    return tuple(
        BannerAsk(f"{PREFIX}{name}:{wave}", (RowAsk(name),), tuple(banner), waves=(wave,))
        for wave in waves
        for name in tabled(questionnaire, rules)
    )


def tabled(questionnaire: Questionnaire, rules: Rules) -> tuple[str, ...]:
    """The questions that have a table; a quasi-identifier stands as it is published."""
    hidden = {item.question for item in rules.quasi_identifiers if item.level}
    found = []
    for question in questionnaire.questions:
        if question.name in hidden | set(rules.drop) or question.kind not in ANSWER_KINDS:
            continue
        if question.kind is Kind.ACKNOWLEDGE or question.role in (Role.SAMPLE, Role.SCREENING):
            continue
        if code_list(question) is not None or question.kind in NUMBER_KINDS:
            found.append(question.name)
    return tuple(found)
