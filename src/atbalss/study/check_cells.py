"""The cells of a questionnaire that hold rules and texts, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atbalss.problems import Place
from atbalss.study.question import ASKED_KINDS, Group, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule
from atbalss.study.texts import FILL, Text

RULES = (
    "relevant",
    "required",
    "constraint",
    "soft_constraint",
    "calculation",
    "default",
    "choice_filter",
    "seed",
)
TEXTS = (
    "label",
    "short_label",
    "hint",
    "constraint_message",
    "required_message",
    "soft_message",
    "scale_low",
    "scale_high",
    "interviewer_note",
    "probe",
)


@dataclass(frozen=True, slots=True)
class RuleCell:
    """A rule, the column it stands in, and its row's question or group."""

    rule: Rule
    column: str
    item: Question | Group

    @property
    def place(self) -> Place:
        """Where the rule stands."""
        return cell(self.item, self.column)


@dataclass(frozen=True, slots=True)
class TextCell:
    """A text, the column it stands in, and its row's question or group."""

    text: Text
    column: str
    item: Question | Group

    @property
    def place(self) -> Place:
        """Where the text stands."""
        return cell(self.item, self.column)


def cell(item: Question | Group, column: str) -> Place:
    """The place of a cell in the row of a question or group."""
    return replace(item.place, column=column)


def rows(questionnaire: Questionnaire) -> Iterator[Question | Group]:
    """All groups, then all questions."""
    yield from questionnaire.groups
    yield from questionnaire.questions


def rule_cells(questionnaire: Questionnaire) -> Iterator[RuleCell]:
    """All rules, row by row; a group's relevance stands in the group's row."""
    for item in rows(questionnaire):
        for column in RULES:
            rule = getattr(item, column, None)
            if rule is not None:
                yield RuleCell(rule, column, item)


def text_cells(questionnaire: Questionnaire) -> Iterator[TextCell]:
    """All texts that people read, row by row."""
    for item in rows(questionnaire):
        if isinstance(item, Question) and item.kind not in ASKED_KINDS:
            continue
        for column in TEXTS:
            text = getattr(item, column, None)
            if text:
                yield TextCell(text, column, item)


def fills(text: Text) -> tuple[str, ...]:
    """Names of the questions whose answers are filled into a text, in any language."""
    names = [name for _, words in text.pairs for name in FILL.findall(words)]
    return tuple(dict.fromkeys(name.removeprefix("last-saved#") for name in names))


def choices_place(questionnaire: Questionnaire, row: int | None, column: str = "") -> Place:
    """A place on the sheet `choices` of the questionnaire's file."""
    return Place(file_of(questionnaire), "choices", row, column)


def file_of(questionnaire: Questionnaire) -> str:
    """The questionnaire's file, as its first row names it."""
    files = (item.place.file for item in questionnaire.questions)
    return next((file for file in files if file), "")
