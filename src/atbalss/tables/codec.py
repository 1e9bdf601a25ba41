"""Values of tables as plain JSON and back, exactly: for what is kept between two builds.

A frozen dataclass becomes a list of its tag and its fields in order, a tuple a list that begins
with "", an enumeration its tag and value. Only the classes of `MODULES` are ever made, so that a
file from elsewhere can at worst hold wrong numbers, never run anything.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib import import_module
from numbers import Integral, Real
from typing import Any

from atbalss.problems import Refused

# Where results are defined that may be kept. None of these may import numpy, Polars or SciPy:
# reading what is remembered is to cost nothing.
MODULES = (
    "atbalss.problems",
    "atbalss.study.rule_tree",
    "atbalss.study.texts",
    "atbalss.tables.adjust",
    "atbalss.tables.banner_ask",
    "atbalss.tables.banner_result",
    "atbalss.tables.demand",
    "atbalss.tables.looks",
    "atbalss.tables.result",
    "atbalss.tables.side",
    "atbalss.tables.unit_results",
)
_ALSO: list[str] = []
TUPLE, LIST, SET, DICT = "", "[", "{", ":"
_PLAIN = (str, bool, int, float, type(None))


class NotPlainError(ValueError):
    """A value that cannot be kept, or a text that is not what was kept."""


def keep_classes_of(*modules: str) -> None:
    """Let the frozen dataclasses of further modules be kept, for rooms that tables do not know."""
    _ALSO.extend(name for name in modules if name not in _ALSO)


def packed(value: Any) -> Any:
    """A value as JSON lists, texts and numbers; `NotPlainError` for what has no such form."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [TUPLE, *map(packed, value)]
    if isinstance(value, Enum):
        return [_tag(kind), packed(value.value)]
    if is_dataclass(value):
        return [_tag(kind), *(packed(getattr(value, name)) for name in _names(kind))]
    if kind is list:
        return [LIST, *map(packed, value)]
    if kind in (frozenset, set):
        return [SET, *sorted(map(packed, value), key=text_of)]
    if kind is dict:
        return [DICT, *([packed(key), packed(item)] for key, item in value.items())]
    if isinstance(value, Integral):  # numpy's own numbers are Python's from here on
        return int(value)
    if isinstance(value, Real):
        return float(value)
    raise NotPlainError(f"{kind.__module__}.{kind.__qualname__}")


def unpacked(plain: Any) -> Any:
    """The value that `packed` made `plain` from; `NotPlainError` where it did not."""
    if type(plain) is not list:
        return plain
    if not plain or type(plain[0]) is not str:
        raise NotPlainError("no tag")
    tag = plain[0]
    if tag == TUPLE:
        return tuple([unpacked(item) for item in plain[1:]])
    if tag in _GATHERED:
        return _GATHERED[tag](plain[1:])
    try:
        return _class(tag)(*[unpacked(item) for item in plain[1:]])
    except (TypeError, ValueError, KeyError, Refused) as error:
        raise NotPlainError(f"{tag}: {error}") from error


def _mapping(items: list[Any]) -> dict[Any, Any]:
    if not all(type(item) is list and len(item) == 2 for item in items):
        raise NotPlainError("no pairs")
    return {unpacked(key): unpacked(value) for key, value in items}


_GATHERED: dict[str, Callable[[list[Any]], Any]] = {
    LIST: lambda items: [unpacked(item) for item in items],
    SET: lambda items: frozenset(unpacked(item) for item in items),
    DICT: _mapping,
}


def text_of(plain: Any) -> str:
    """Plain values as one line of JSON; the same value always gives the same text."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


@cache
def _tag(kind: type) -> str:
    """The name that a class is kept under, such as `result.Number`."""
    if kind.__module__ not in (*MODULES, *_ALSO):
        raise NotPlainError(f"{kind.__module__}.{kind.__qualname__} is in none of codec.MODULES")
    return f"{kind.__module__.rpartition('.')[2]}.{kind.__qualname__}"


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a frozen dataclass in the order in which it is made from them."""
    if not is_dataclass(kind) or not kind.__dataclass_params__.frozen:  # type: ignore[attr-defined]
        raise NotPlainError(f"{kind.__qualname__} is no frozen dataclass")
    found = fields(kind)
    if not all(item.init and not item.kw_only for item in found):
        raise NotPlainError(f"{kind.__qualname__} cannot be made from its fields in order")
    return tuple(item.name for item in found)


@cache
def _class(tag: str) -> type:
    place, _, name = tag.partition(".")
    for path in (*MODULES, *_ALSO):
        if path.rpartition(".")[2] != place:
            continue
        module = sys.modules.get(path) or import_module(path)
        kind: type | None = getattr(module, name, None)
        if isinstance(kind, type) and kind.__module__ == path:
            if is_dataclass(kind):
                _names(kind)  # frozen, or refused
            elif not issubclass(kind, Enum):
                continue
            return kind
    raise NotPlainError(tag)
