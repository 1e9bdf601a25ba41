"""Random rules, and a questionnaire with one question of each kind for them to read."""

from __future__ import annotations

from datetime import date, datetime, time

from hypothesis import strategies as st

from atbalss.study.codes import Code, CodeList
from atbalss.study.functions import ARITY
from atbalss.study.question import Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import Binary, Call, Column, Literal, Negative, Ref, Rule, Self
from atbalss.study.texts import Text


def codes(name: str, *names: str, exclusive: str = "") -> CodeList:
    """A list of codes labelled by their names in capitals."""
    return CodeList(
        name,
        tuple(
            Code(code, Text((("lv", code.upper()),)), exclusive=code == exclusive) for code in names
        ),
    )


EVERY_KIND = Questionnaire(
    "every_kind",
    version="7",
    items=(
        Question("numbered", Kind.SINGLE, codes=codes("numbered", "1", "2", "10")),
        Question("single", Kind.SINGLE, codes=codes("single", "a", "b", "c")),
        Question("multiple", Kind.MULTIPLE, codes=codes("multiple", "a", "b", "none")),
        Question("whole", Kind.INTEGER),
        Question("broken", Kind.DECIMAL),
        Question("words", Kind.TEXT),
        Question("day", Kind.DATE),
        Question("clock", Kind.TIME),
        Question("moment", Kind.DATETIME),
        Question("result", Kind.CALCULATE, calculation=Literal(1.0)),
        Question("note", Kind.NOTE),
    ),
)

_TEXTS = st.sampled_from(
    ["", " ", "a", "b", "none", "a b", "1", "2.5", "-3", "2024-02-29", "12:30"]
)
_NUMBERS = st.sampled_from([0.0, 1.0, 2.0, 2.5, 3.0, 10.0, 19000.0])
_IMPURE = {"random", "uuid", "once", "jr:choice-name"}
_OPS = ["or", "and", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "div", "mod"]


def rules(*, columns: bool = False, own: bool = False, impure: bool = False) -> st.SearchStrategy:
    """Rules over the questions of `EVERY_KIND`, any function and operator among them."""
    names = [question.name for question in EVERY_KIND.questions] + ["stranger"]
    leaves = [st.builds(Ref, st.sampled_from(names)), st.builds(Literal, _NUMBERS | _TEXTS)]
    if own:
        leaves.append(st.just(Self()))
    if columns:
        leaves.append(st.sampled_from(["region", "mod-x", "a.b"]).map(Column))
    functions = sorted(name for name in ARITY if impure or name not in _IMPURE)

    def larger(inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
        chosen = st.builds(
            lambda name, code: Call("selected", (Ref(name), Literal(code))),
            st.sampled_from(["numbered", "single", "multiple", "words"]),
            st.sampled_from(["a", "b", "1", "none", "stranger"]),
        )
        return st.one_of(
            chosen,
            st.builds(Binary, st.sampled_from(_OPS), inner, inner),
            st.builds(Negative, inner),
            st.sampled_from(functions).flatmap(lambda name: calls(name, inner)),
        )

    return st.recursive(st.one_of(leaves), larger, max_leaves=12)


def calls(name: str, inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
    """Calls of one function with as many arguments as it may take."""
    least, most = ARITY[name]
    lists = st.lists(inner, min_size=least, max_size=least + 2 if most is None else most)
    return lists.map(lambda args: Call(name, tuple(args)))


def records() -> st.SearchStrategy[dict[str, object]]:
    """Answers to some of the questions of `EVERY_KIND`, each of its kind."""
    several = st.sets(st.sampled_from(["a", "b", "none"]), min_size=1)
    return st.fixed_dictionaries(
        {},
        optional={
            "numbered": st.sampled_from(["1", "2", "10"]),
            "single": st.sampled_from(["a", "b", "c"]),
            "multiple": several.map(lambda some: tuple(sorted(some))),
            "whole": st.integers(-3, 12),
            "broken": st.sampled_from([0.0, -1.5, 0.1, 2.0, 1e-7, 12345.678]),
            "words": st.sampled_from(["a", "b c", "1", "Rīga", "2024-02-29", "x" * 30]),
            "day": st.dates(date(1969, 1, 1), date(2030, 1, 1)),
            "clock": st.times(time(0, 0), time(23, 59)),
            "moment": st.datetimes(datetime(1969, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001
            "result": st.sampled_from(["1", "2.5", "true", "a b"]),
        },
    )
