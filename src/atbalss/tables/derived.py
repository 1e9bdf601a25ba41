"""Rules as banner columns and filters: a question that nobody was asked, answered by a rule.

A filter written in XLSForm's expression language becomes a single choice with the one code "1",
whose column is computed from a block's other columns before it is counted. So a rule is declared,
crossed, added and carried to other machines as any other filter is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import polars as pl

from atbalss.answers import columns as cols
from atbalss.answers.evaluate import Context
from atbalss.answers.select import NotColumnar, to_polars
from atbalss.problems import Place, Refused, problem
from atbalss.study.codes import Code, CodeList
from atbalss.study.question import CHOICE_KINDS, NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rule_tree import Rule, functions, references
from atbalss.study.rules import RuleError, parse

_OF_THE_MOMENT = frozenset({"today", "now"})
MARK = ":"  # begins the name of a derived question: no question of a study is called so
MET = "1"  # the code of those for whom the rule holds


@dataclass(frozen=True, slots=True)
class Derived:
    """A column to be computed: its name, its rule, and the questions that the rule reads."""

    name: str
    rule: Rule
    questions: tuple[Question, ...]


def is_derived(name: str) -> bool:
    """Whether a question's name is that of a rule."""
    return name.startswith(MARK)


def name_of(text: str) -> str:
    """The name of the derived question of a rule's text: the same text, the same name."""
    return f"{MARK}{' '.join(text.split())}"


def read_rule(text: str, questionnaire: Questionnaire) -> Rule:
    """The rule of a text; Refused when it cannot be read, or reads what is not asked."""
    try:
        rule = parse(text)
    except RuleError as error:
        raise Refused([error.as_problem(Place())]) from None
    for name in references(rule):
        if name not in questionnaire.by_name:
            from atbalss.tables.names import close_names

            close = close_names(name, questionnaire.by_name)
            raise Refused([problem("tables-unknown-question", name=name, close=close)])
    try:
        to_polars(rule, questionnaire, Context())
        if _OF_THE_MOMENT & set(functions(rule)):
            raise NotColumnar(rule)
    except NotColumnar:
        raise Refused([problem("tables-filter-not-columnar", rule=text)]) from None
    return rule


def with_rules(questionnaire: Questionnaire, texts: Mapping[str, Rule]) -> Questionnaire:
    """The questionnaire with a derived question for each rule, by the rule's text."""
    more = tuple(
        Question(
            name_of(text),
            Kind.SINGLE,
            codes=CodeList(name_of(text), (Code(MET),)),
            calculation=rule,
        )
        for text, rule in texts.items()
        if name_of(text) not in questionnaire.by_name
    )
    return replace(questionnaire, items=(*questionnaire.items, *more)) if more else questionnaire


def derived_of(questionnaire: Questionnaire) -> tuple[Derived, ...]:
    """The derived columns of a questionnaire."""
    return tuple(
        Derived(
            item.name,
            item.calculation,
            tuple(questionnaire.by_name[name] for name in references(item.calculation)),
        )
        for item in questionnaire.questions
        if is_derived(item.name) and item.calculation is not None
    )


def with_derived(derived: tuple[Derived, ...], data: pl.DataFrame) -> pl.DataFrame:
    """The rows with a column for each derived question; questions not there count as blank."""
    if not derived:
        return data
    read = {item.name: item for one in derived for item in one.questions}
    held = set(data.columns)
    blank = [
        pl.lit(None, dtype=_dtype(question)).alias(name)
        for question in read.values()
        for name in _columns(question)
        if name not in held
    ]
    whole = data.with_columns(blank)
    found = []
    for one in derived:
        asked = Questionnaire("", items=one.questions)
        met = to_polars(one.rule, asked, Context())
        code = pl.when(met).then(pl.lit(MET)).otherwise(None)
        found.append(code.cast(pl.Enum([MET])).alias(one.name))
    return data.with_columns(whole.select(found).get_columns())


def columns_read(derived: tuple[Derived, ...]) -> set[str]:
    """Names of the columns that the rules read."""
    return {name for one in derived for item in one.questions for name in _columns(item)}


def _columns(question: Question) -> list[str]:
    if question.kind is Kind.MULTIPLE:
        return list(cols.code_columns(question.name, question.codes))
    return [question.name]


def _dtype(question: Question) -> pl.DataType:
    if question.kind in NUMBER_KINDS:
        return pl.Float64()
    return pl.Boolean() if question.kind in CHOICE_KINDS - {Kind.SINGLE} else pl.String()
