"""A rule over columns: the same truth as `evaluate` on each record, as a Polars expression."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import polars as pl

from atbalss.answers.calls import pure
from atbalss.answers.evaluate import Context, evaluate
from atbalss.study.question import NUMBER_KINDS, Kind, Question
from atbalss.study.questionnaire import Questionnaire
from atbalss.study.rules import (
    Binary,
    Call,
    Column,
    Negative,
    Ref,
    Rule,
    Self,
    to_xpath,
    walk,
)
from atbalss.study.values import NAN, Value, remainder, to_number, to_text, to_truth

_NOT_PURE = frozenset({"random", "uuid", "once", "jr:choice-name"})
_TEXT_CALLS = frozenset(
    {
        "selected-at",
        "string",
        "substr",
        "substring",
        "substring-before",
        "substring-after",
        "normalize-space",
        "translate",
        "concat",
        "join",
        "date",
        "date-time",
        "format-date",
        "format-date-time",
    }
)
_TRUTH_CALLS = frozenset(
    {
        "selected",
        "contains",
        "starts-with",
        "ends-with",
        "regex",
        "boolean-from-string",
        "checklist",
        "weighted-checklist",
    }
)


_DTYPES: dict[str, pl.DataType] = {
    "number": pl.Float64(),
    "text": pl.String(),
    "truth": pl.Boolean(),
}


class NotColumnar(ValueError):  # noqa: N818 - it is no fault: the caller asks the record
    """A rule that cannot be put to columns; evaluate it on each record instead."""

    def __init__(self, rule: Rule) -> None:
        super().__init__(f"{to_xpath(rule)} cannot be evaluated on columns")


@dataclass(frozen=True, slots=True)
class _Cells:
    """A value by row. `kind` is number, text or truth; in `maybe`, null is the blank text.

    `codes` are all texts that can occur (a single choice), `value` a constant, `multiple` the
    question whose Boolean columns stand behind the text.
    """

    kind: str
    expr: pl.Expr
    maybe: bool = False
    codes: tuple[str, ...] | None = None
    value: Value | None = None
    multiple: Question | None = None


def to_polars(
    rule: Rule, questionnaire: Questionnaire, context: Context, *, own: str | None = None
) -> pl.Expr:
    """The truth of a rule on each row of a frame, as a Boolean expression without nulls.

    `own` names the question that `.` stands for. NotColumnar where a rule must be asked of each
    record: chance, `once`, choice names, and `if` or `coalesce` between numbers and texts.
    """
    return _truth(_Columns(questionnaire, context, own).cells(rule))


def _constant(value: Value) -> _Cells:
    if isinstance(value, bool):
        return _Cells("truth", pl.lit(value), value=value)
    if isinstance(value, str):
        return _Cells("text", pl.lit(value, dtype=pl.String), codes=(value,), value=value)
    return _Cells("number", pl.lit(value, dtype=pl.Float64), value=value)


def _truth(cells: _Cells) -> pl.Expr:
    if cells.value is not None:
        return pl.lit(to_truth(cells.value))
    if cells.multiple is not None:
        return _any([_chosen(cells.multiple, name) for name in _names(cells.multiple)])
    if cells.kind == "truth":
        return cells.expr
    if cells.kind == "text":
        return cells.expr != ""
    number = cells.expr.fill_null(0.0)
    return (number != 0) & number.is_not_nan()


def _number(cells: _Cells) -> pl.Expr:
    if cells.value is not None:
        return pl.lit(to_number(cells.value), dtype=pl.Float64)
    if cells.kind == "truth":
        return cells.expr.cast(pl.Float64)
    if cells.kind == "number":
        return cells.expr.fill_null(NAN)
    if cells.codes is not None:
        numbers = {code: to_number(code) for code in cells.codes}
        return cells.expr.replace_strict(numbers, default=NAN, return_dtype=pl.Float64)
    return _mapped(to_number, cells.expr, pl.Float64())


def _text(cells: _Cells) -> pl.Expr:
    if cells.value is not None:
        return pl.lit(to_text(cells.value), dtype=pl.String)
    if cells.kind == "text":
        return cells.expr
    if cells.kind == "truth":
        return pl.when(cells.expr).then(pl.lit("true")).otherwise(pl.lit("false"))
    return _mapped(to_text, cells.expr, pl.String()).fill_null("")


def _mapped(function: Callable[[Value], Value], expr: pl.Expr, dtype: pl.DataType) -> pl.Expr:
    return expr.map_elements(function, return_dtype=dtype, skip_nulls=True)


def _any(parts: list[pl.Expr]) -> pl.Expr:
    return pl.any_horizontal(parts) if parts else pl.lit(value=False)


def _names(question: Question) -> tuple[str, ...]:
    return question.codes.names if question.codes is not None else ()


def _chosen(question: Question, code: str) -> pl.Expr:
    return pl.col(f"{question.name}/{code}").fill_null(value=False)


class _Columns:
    """Turns the nodes of one rule into cells, constants first."""

    def __init__(self, questionnaire: Questionnaire, context: Context, own: str | None) -> None:
        self.questionnaire = questionnaire
        self.context = context
        self.own = own

    def cells(self, rule: Rule) -> _Cells:
        if _is_constant(rule):
            value = evaluate(rule, {}, context=self.context, questionnaire=self.questionnaire)
            return _constant(value)
        if isinstance(rule, Ref):
            return self.answer(rule, rule.name)
        if isinstance(rule, Self) and self.own is not None:
            return replace(self.answer(rule, self.own))
        if isinstance(rule, Negative):
            return _Cells("number", -_number(self.cells(rule.operand)))
        if isinstance(rule, Binary):
            return self.binary(rule)
        if isinstance(rule, Call) and rule.name not in _NOT_PURE:
            return self.call(rule)
        raise NotColumnar(rule)

    def answer(self, rule: Rule, name: str) -> _Cells:
        question = self.questionnaire.by_name.get(name)
        if question is None or question.kind is Kind.NOTE:
            return _constant("")
        if question.kind is Kind.SINGLE:
            expr = pl.col(name).cast(pl.String).fill_null("")
            return _Cells("text", expr, codes=("", *_names(question)))
        if question.kind is Kind.MULTIPLE:
            joined = _joined(question)
            return (
                _Cells("text", joined, multiple=question) if joined is not None else _constant("")
            )
        if question.kind in NUMBER_KINDS:
            return _Cells("number", pl.col(name), maybe=True)
        return _Cells("text", pl.col(name).cast(pl.String).fill_null(""))

    def binary(self, rule: Binary) -> _Cells:
        left, right = self.cells(rule.left), self.cells(rule.right)
        if rule.op == "and":
            return _Cells("truth", _truth(left) & _truth(right))
        if rule.op == "or":
            return _Cells("truth", _truth(left) | _truth(right))
        if rule.op in ("=", "!="):
            equal = _equal(left, right)
            return _Cells("truth", equal if rule.op == "=" else ~equal)
        one, other = _number(left), _number(right)
        if rule.op in ("<", "<=", ">", ">="):
            known = one.is_not_nan() & other.is_not_nan()
            return _Cells("truth", known & _ordered(rule.op, one, other))
        return _Cells("number", _arithmetic(rule.op, one, other))

    def call(self, call: Call) -> _Cells:
        args = [self.cells(arg) for arg in call.args]
        if call.name == "selected" and args[1].value is not None:
            return _selected(args[0], to_text(args[1].value).strip())
        if call.name in ("count-selected", "not", "boolean", "number", "string"):
            return _plain(call.name, args[0])
        if call.name == "if":
            return _either(call, _truth(args[0]), args[1], args[2])
        if call.name == "coalesce":
            return _either(call, ~_blank(args[0]), args[0], args[1])
        return _elementwise(call.name, args)


def _is_constant(rule: Rule) -> bool:
    return not any(
        isinstance(node, Ref | Self | Column) or (isinstance(node, Call) and node.name in _NOT_PURE)
        for node in walk(rule)
    )


def _joined(question: Question) -> pl.Expr | None:
    names = _names(question)
    if not names:
        return None
    parts = [
        pl.when(_chosen(question, name)).then(pl.lit(name)).otherwise(pl.lit(None, pl.String))
        for name in names
    ]
    return pl.concat_str(parts, separator=" ", ignore_nulls=True)


def _selected(cells: _Cells, code: str) -> _Cells:
    if cells.multiple is not None:
        has = code in _names(cells.multiple)
        return _Cells("truth", _chosen(cells.multiple, code) if has else pl.lit(value=False))
    if cells.codes is not None:
        holding = [name for name in cells.codes if code in name.split()]
        return _Cells("truth", cells.expr.is_in(holding))
    return _elementwise("selected", [cells, _constant(code)])


def _plain(name: str, cells: _Cells) -> _Cells:
    if name == "not":
        return _Cells("truth", ~_truth(cells))
    if name == "boolean":
        return _Cells("truth", _truth(cells))
    if name == "number":
        return _Cells("number", _number(cells))
    if name == "string":
        return replace(cells, kind="text", expr=_text(cells), maybe=False)
    if cells.multiple is not None:
        chosen = [_chosen(cells.multiple, code) for code in _names(cells.multiple)]
        return _Cells("number", pl.sum_horizontal(chosen).cast(pl.Float64))
    return _elementwise(name, [cells])


def _equal(left: _Cells, right: _Cells) -> pl.Expr:
    if "truth" in (left.kind, right.kind):
        return _truth(left) == _truth(right)
    if left.kind == right.kind == "text":
        return _same_text(left, right)
    as_numbers = _same_number(_number(left), _number(right))
    as_texts = _text_where_blank(left) == _text_where_blank(right)
    both_texts = _is_text(left) & _is_text(right)
    return pl.when(both_texts).then(as_texts).otherwise(as_numbers)


def _same_text(left: _Cells, right: _Cells) -> pl.Expr:
    if left.value == "" and right.multiple is not None:
        return ~_truth(right)
    if right.value == "" and left.multiple is not None:
        return ~_truth(left)
    return left.expr == right.expr


def _blank(cells: _Cells) -> pl.Expr:
    if cells.multiple is not None:
        return ~_truth(cells)
    return cells.expr == "" if cells.kind == "text" else _is_text(cells)


def _is_text(cells: _Cells) -> pl.Expr:
    if cells.kind == "text":
        return pl.lit(value=True)
    return cells.expr.is_null() if cells.maybe else pl.lit(value=False)


def _text_where_blank(cells: _Cells) -> pl.Expr:
    return cells.expr if cells.kind == "text" else pl.lit("")


def _same_number(one: pl.Expr, other: pl.Expr) -> pl.Expr:
    return one.is_not_nan() & other.is_not_nan() & (one == other)


def _ordered(op: str, one: pl.Expr, other: pl.Expr) -> pl.Expr:
    if op == "<":
        return one < other
    if op == "<=":
        return one <= other
    return one > other if op == ">" else one >= other


def _arithmetic(op: str, one: pl.Expr, other: pl.Expr) -> pl.Expr:
    if op == "+":
        return one + other
    if op == "-":
        return one - other
    if op == "*":
        return one * other
    if op == "div":
        return one / other
    pair = pl.struct(one.alias("one"), other.alias("other"))
    return pair.map_elements(
        lambda row: remainder(row["one"], row["other"]), return_dtype=pl.Float64
    )


def _either(call: Call, met: pl.Expr, one: _Cells, other: _Cells) -> _Cells:
    """`one` where `met`, else `other`: of one kind, or numbers with blanks among them."""
    if one.kind != other.kind and "" in (one.value, other.value):
        blank = _Cells("number", pl.lit(None, dtype=pl.Float64), maybe=True)
        one, other = (blank if cells.value == "" else cells for cells in (one, other))
    if one.kind != other.kind:
        raise NotColumnar(call)
    return _Cells(
        one.kind,
        pl.when(met).then(one.expr).otherwise(other.expr),
        maybe=one.maybe or other.maybe,
    )


def _elementwise(name: str, args: list[_Cells]) -> _Cells:
    """Any other function, asked row by row; still one column in, one column out."""
    function = pure(name)
    if function is None:
        raise ValueError(f"no function {name}()")
    if all(cells.value is not None for cells in args):
        return _constant(function([cells.value for cells in args if cells.value is not None]))
    kind = "text" if name in _TEXT_CALLS else "truth" if name in _TRUTH_CALLS else "number"
    row = pl.struct(cells.expr.alias(str(at)) for at, cells in enumerate(args))

    def value(cells: dict[str, Value | None]) -> Value:
        return function(["" if cell is None else cell for cell in cells.values()])

    return _Cells(kind, row.map_elements(value, return_dtype=_DTYPES[kind]))
