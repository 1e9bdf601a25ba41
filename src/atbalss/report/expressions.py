"""Expressions between `{{` and `}}`: read by Jinja2 into a tree, checked, then walked.

Only constants, calls of the vocabulary's functions and its filters are let through, and no code is
made of them; the tree is also read without a value, to learn which cells a report will ask.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import get_args, get_type_hints

from jinja2 import Environment, TemplateError, nodes

from atbalss.problems import Refused, problem

_ALLOWED = (
    nodes.Call,
    nodes.Name,
    nodes.Const,
    nodes.Tuple,
    nodes.List,
    nodes.Filter,
    nodes.Keyword,
    nodes.Neg,
)
MAX_LENGTH = 2000
_SIGNS = {  # what an author wrote, by what Jinja calls it
    "Getattr": ".",
    "Getitem": "[...]",
    "Dict": "{...}",
    "Compare": "< = >",
    "CondExpr": "if",
    "Concat": "~",
    "Test": "is",
}
_CURLY = "„“”‚‘’«»″"


@cache
def _environment() -> Environment:
    return Environment(autoescape=True)  # parses only; nothing is ever rendered


@cache
def tree(source: str) -> nodes.Node:
    """The expression's tree; `Refused` where it cannot be read or holds what is not allowed."""
    if len(source) > MAX_LENGTH:
        raise _refused(source[:60], "too long")
    if not source.strip():
        raise Refused([problem("report-expression-blank")])
    curly = next((sign for sign in _bare(source) if sign in _CURLY), "")
    try:
        template = _environment().parse("{{ " + source + " }}")
    except (TemplateError, RecursionError) as error:
        if curly:
            raise Refused([problem("report-quotes", expression=source, sign=curly)]) from error
        raise _refused(source, str(error).splitlines()[0] if str(error) else "?") from error
    bodies = template.body
    output = bodies[0] if len(bodies) == 1 else None
    if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
        raise _refused(source, "?")
    root = output.nodes[0]
    for node in [root, *root.find_all(nodes.Node)]:
        if isinstance(node, nodes.BinExpr):
            raise Refused([problem("report-arithmetic", expression=source)])
        if not isinstance(node, _ALLOWED):
            raise _refused(source, _SIGNS.get(type(node).__name__, type(node).__name__.lower()))
        if isinstance(node, nodes.Call) and not isinstance(node.node, nodes.Name):
            raise _refused(source, "name(...)")
        if isinstance(node, nodes.Call | nodes.Filter) and (node.dyn_args or node.dyn_kwargs):
            raise _refused(source, "*")
    if not isinstance(_inmost(root), nodes.Call | nodes.Name):  # a name alone has its own fault
        raise Refused([problem("report-expression-typed", expression=source)])
    return root


def _inmost(node: nodes.Node) -> nodes.Node | None:
    """What the filters of an expression are applied to."""
    inner: nodes.Node | None = node
    while isinstance(inner, nodes.Filter):
        inner = inner.node
    return inner


def _bare(source: str) -> str:
    """The expression without what stands in straight quotes, where any sign may stand."""
    return re.sub(r""" "[^"]*" | '[^']*' """, "", source, flags=re.VERBOSE)


def _refused(source: str, why: str) -> Refused:
    return Refused([problem("report-expression", expression=source, why=why)])


def check_names(source: str, functions: frozenset[str], filters: frozenset[str]) -> None:
    """Raises `Refused` where the expression calls a function or filter that is not known."""
    root = tree(source)
    for node in [root, *root.find_all((nodes.Name, nodes.Filter))]:
        if isinstance(node, nodes.Name):
            known, name = functions, node.name
        elif isinstance(node, nodes.Filter):
            known, name = filters, node.name
        else:
            continue
        if name not in known:
            if isinstance(node, nodes.Name) and not _is_called(root, node):
                raise Refused([problem("report-unquoted", expression=source, name=name)])
            near = get_close_matches(name, known, 3, 0.6) or sorted(known)
            raise Refused(
                [
                    problem(
                        "report-unknown-function",
                        expression=source,
                        name=name,
                        known=", ".join(near),
                    )
                ]
            )


def _is_called(root: nodes.Node, name: nodes.Name) -> bool:
    """Whether a name stands before brackets: `share(...)`, not `apm` among arguments."""
    return any(
        call.node is name
        for call in [root, *root.find_all(nodes.Call)]
        if isinstance(call, nodes.Call)
    )


def evaluate(
    source: str,
    functions: dict[str, Callable[..., object]],
    filters: dict[str, Callable[..., object]],
) -> object:
    """The value of an expression; `Refused` where it is malformed or its arguments do not fit."""
    check_names(source, frozenset(functions), frozenset(filters))
    try:
        return _value(tree(source), functions, filters)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        why = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise Refused([problem("report-arguments", expression=source, why=why)]) from error


def _value(
    node: nodes.Node | None,
    functions: dict[str, Callable[..., object]],
    filters: dict[str, Callable[..., object]],
) -> object:
    """The value of a tree of constants and calls of known names: nothing else can run."""
    match node:
        case nodes.Const():
            return node.value
        case nodes.Tuple() | nodes.List():
            return tuple(_value(item, functions, filters) for item in node.items)
        case nodes.Neg():
            inner = _value(node.node, functions, filters)
            if isinstance(inner, int | float):
                return -inner
        case nodes.Call() | nodes.Filter():
            arguments = [_value(item, functions, filters) for item in node.args]
            named = {str(item.key): _value(item.value, functions, filters) for item in node.kwargs}
            if isinstance(node, nodes.Filter):
                piped = [_value(node.node, functions, filters), *arguments]
                return _called(node.name, filters[node.name], piped, named)
            if isinstance(node.node, nodes.Name):
                name = node.node.name
                return _called(name, functions[name], arguments, named)
        case nodes.Name():
            raise ValueError(f"{node.name}(...)")
    raise ValueError("?")


def _called(
    name: str, function: Callable[..., object], arguments: list[object], named: dict[str, object]
) -> object:
    """The value of a call; ValueError tells the author which arguments there are, of what kind."""
    signature = _signature(getattr(function, "__func__", function), inspect.ismethod(function))
    try:
        bound = signature.bind(*arguments, **named)
    except TypeError as error:
        raise ValueError(f"{name}({', '.join(map(_parameter, _parameters(signature)))})") from error
    hints = _hints(getattr(function, "__func__", function))
    for key, value in bound.arguments.items():
        hint = hints.get(key, object)
        several = signature.parameters[key].kind is inspect.Parameter.VAR_POSITIONAL
        for item in value if several else (value,):
            if not _is_of(item, hint):
                raise ValueError(f"{key}={item!r} ({key}={_PATTERNS.get(hint, '...')})")
    return function(*arguments, **named)


_PATTERNS: dict[object, str] = {str: '"..."', str | None: '"..."', int: "1", bool: "True"}


@cache
def _signature(function: Callable[..., object], is_method: bool) -> inspect.Signature:
    """The signature of a function, of a method without the object that it belongs to."""
    whole = inspect.signature(function)
    return whole.replace(parameters=[*whole.parameters.values()][1:]) if is_method else whole


@cache
def _hints(function: Callable[..., object]) -> dict[str, object]:
    return get_type_hints(function)


def _is_of(value: object, hint: object) -> bool:
    """Whether a value is of the kind that a parameter is annotated with; True is no number."""
    kinds = get_args(hint) or (hint,)
    if object in kinds:
        return True
    return any(
        isinstance(kind, type) and isinstance(value, kind) and (kind, type(value)) != (int, bool)
        for kind in kinds
    )


def _parameters(signature: inspect.Signature) -> list[inspect.Parameter]:
    return list(signature.parameters.values())


def _parameter(parameter: inspect.Parameter) -> str:
    """A parameter as an author reads it: `code`, `wave=...`."""
    return parameter.name if parameter.default is parameter.empty else f"{parameter.name}=..."


@dataclass(frozen=True, slots=True)
class CallFound:
    """A call in an expression with its arguments by name; `None` for what is not a constant."""

    function: str
    arguments: dict[str, object]


def calls(source: str, signatures: dict[str, inspect.Signature]) -> Iterator[CallFound]:
    """All calls of an expression, inner ones too; those that do not bind are left out."""
    root = tree(source)
    found = [root] if isinstance(root, nodes.Call) else []
    for call in [*found, *root.find_all(nodes.Call)]:
        if not isinstance(call.node, nodes.Name) or call.node.name not in signatures:
            continue
        positional = [_constant(argument) for argument in call.args]
        named = {keyword.key: _constant(keyword.value) for keyword in call.kwargs}
        try:
            bound = signatures[call.node.name].bind(*positional, **named)
        except TypeError:
            continue
        bound.apply_defaults()
        yield CallFound(call.node.name, dict(bound.arguments))


def _constant(node: nodes.Expr) -> object:
    try:
        return node.as_const()
    except (nodes.Impossible, Exception):  # a call inside: not a constant
        return None
