"""The route by column: who was asked what, question after question, on answers already masked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import polars as pl

from atbalss.answers import columns as cols
from atbalss.answers.evaluate import Context, evaluate, truth
from atbalss.answers.order import is_settled, names_in
from atbalss.answers.record import Answer, from_text
from atbalss.answers.select import NotColumnar, to_polars
from atbalss.answers.values import to_text
from atbalss.study.codes import Missing
from atbalss.study.question import ANSWER_KINDS, NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Rule


class Route:
    """A table that grows by one question at a time, each masked where it was not reached."""

    def __init__(self, questionnaire: Questionnaire, table: pl.DataFrame, context: Context) -> None:
        self.questionnaire = questionnaire
        self.context = context
        self.table = table
        self._reached: dict[Rule, pl.Series] = {}
        self._added: set[str] = set()

    def add(self, question: Question, columns: Sequence[pl.Series]) -> pl.Series:
        """Add a question's columns, masked; the mask is true where it was not reached."""
        reached = self.reached(question)
        masked = ~reached
        kept = [column.set(masked, None) for column in columns] if masked.any() else list(columns)
        if question.kind in ANSWER_KINDS:
            kept.append(reached.alias(f"{question.name}:reached"))
        self.table = self.table.with_columns(kept)
        self._added.add(question.name)
        return masked

    def reached(self, question: Question) -> pl.Series:
        """Whether each respondent was asked the question, by the answers added so far."""
        rule = question.asked_of
        if rule is None:
            return pl.Series([True] * self.table.height, dtype=pl.Boolean)
        if not self._complete(names_in(rule)):
            return self._holds(rule)  # within a circle: the same rule may hold later
        if rule not in self._reached:
            self._reached[rule] = self._holds(rule)
        return self._reached[rule]

    def calculated(self, question: Question) -> pl.Series:
        """The value of a calculation for each respondent, as text; null where it is blank."""
        rule = question.calculation
        if rule is None:
            return pl.Series([None] * self.table.height, dtype=pl.String)
        values = self._by_row(
            rule, pl.String, lambda answers: to_text(self._value(rule, answers)) or None
        )
        return cols.clean(values, strip=False)

    def _value(self, rule: Rule, answers: dict[str, Answer]) -> Any:
        return evaluate(rule, answers, context=self.context, questionnaire=self.questionnaire)

    def _holds(self, rule: Rule) -> pl.Series:
        try:
            expression = to_polars(rule, self.questionnaire, self.context)
        except NotColumnar:
            return self._by_row(
                rule,
                pl.Boolean,
                lambda answers: truth(
                    rule, answers, context=self.context, questionnaire=self.questionnaire
                ),
            )
        found = self.table.select(expression.alias("reached")).to_series().fill_null(False)
        return found if len(found) == self.table.height else _repeated(found, self.table.height)

    def _by_row(
        self,
        rule: Rule,
        dtype: type[pl.DataType],
        of: Callable[[dict[str, Answer]], object],
    ) -> pl.Series:
        """`of` for each row; rows that give the rule the same answers are worked out once."""
        names = names_in(rule)
        self._complete(names)
        settled, known, found = is_settled(rule), dict[object, object](), []
        for key, answers in answers_by_row(self.questionnaire, self.table, names):
            if not settled:
                found.append(of(answers))
                continue
            if key not in known:
                known[key] = of(answers)
            found.append(known[key])
        return pl.Series(found, dtype=dtype)

    def _complete(self, names: Sequence[str]) -> bool:
        """Whether all named questions are added; columns of those that are not become blank."""
        blank = pl.Series([None] * self.table.height, dtype=pl.String)
        for name in names:
            question = self.questionnaire.by_name.get(name)
            if question is None or name in self._added:
                continue
            wanted = cols.column_names(question)
            if wanted and not set(wanted) & set(self.table.columns):
                parsed = cols.parse(question, blank)
                self.table = self.table.with_columns(parsed.columns)
        known = [name for name in names if name in self.questionnaire.by_name]
        return self._added.issuperset(known)


def answers_by_row(
    questionnaire: Questionnaire, table: pl.DataFrame, names: Sequence[str]
) -> Iterator[tuple[tuple[object, ...], dict[str, Answer]]]:
    """For each row of a frame's table the raw cells and the answers to the named questions."""
    questions = [questionnaire.by_name[name] for name in names if name in questionnaire.by_name]
    wanted: list[str] = []
    spans: list[tuple[Question, int, int]] = []
    for question in questions:
        own = [name for name in cols.column_names(question) if name in table.columns]
        if cols.has_missing_column(question) and f"{question.name}:missing" in table.columns:
            own.append(f"{question.name}:missing")
        spans.append((question, len(wanted), len(wanted) + len(own)))
        wanted += own
    if not wanted:
        for _ in range(table.height):
            yield (), {}
        return
    for cells in table.select(wanted).iter_rows():
        answers = {}
        for question, start, end in spans:
            answer = _answer(question, wanted[start:end], cells[start:end])
            if answer is not None:
                answers[question.name] = answer
        yield cells, answers


def _answer(question: Question, names: Sequence[str], cells: Sequence[Any]) -> Answer | None:
    if question.kind is Kind.MULTIPLE:
        start = len(question.name) + 1
        chosen = tuple(
            name[start:] for name, cell in zip(names, cells, strict=True) if cell is True
        )
        return chosen or None
    found = dict(zip(names, cells, strict=True))
    if (why := found.get(f"{question.name}:missing")) is not None:
        return Missing(why)
    value = found.get(question.name)
    if value is None:
        return None
    if question.kind in NUMBER_KINDS:
        return int(value) if question.kind is Kind.INTEGER else float(value)
    return from_text(question, value)


def _repeated(values: pl.Series, height: int) -> pl.Series:
    value = bool(values[0]) if len(values) else False
    return pl.Series([value] * height, dtype=pl.Boolean)
