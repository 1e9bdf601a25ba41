"""YAML read with its line numbers, so that a problem can say where it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

import yaml

from atbalss.problems import Place, Problem, problem

Plain = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value and its line."""

    value: Plain
    line: int


@dataclass(frozen=True, slots=True)
class Branch:
    """A mapping: (key, node) in written order."""

    items: tuple[tuple[str, Node], ...]
    line: int

    def get(self, key: str) -> Node | None:
        """The node of `key`, or None."""
        for name, node in self.items:
            if name == key:
                return node
        return None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    line: int


Node = Leaf | Branch | Sequence
MAX_DEPTH = 40
MAX_NODES = 1_000_000
_NO_DATE = "no date"
_SLIPS = {  # a part of the reader's words: our fault
    _NO_DATE: "folder-yaml-date",
    "undefined alias": "folder-yaml-deep",
    "mapping values are not allowed": "folder-yaml-colon",
    "end of stream": "folder-yaml-open",
    "expected ',' or": "folder-yaml-open",
    "expected key": "folder-yaml-indent",
    "expected '-'": "folder-yaml-indent",
    "expected ':'": "folder-yaml-indent",
    "block end": "folder-yaml-indent",
    "block mapping": "folder-yaml-indent",
    "document start": "folder-yaml-indent",
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the one in C where there is one


def repeats_itself(root: yaml.Node) -> bool:
    """Whether anchors make more of a text than anybody wrote: a thousand lines that are a billion.

    Nodes are counted as often as they are named; a node within itself is left to the depth.
    """
    sizes: dict[int, int] = {}

    def size(node: yaml.Node, depth: int) -> int:
        if depth > MAX_DEPTH or not isinstance(node, yaml.CollectionNode):
            return 1
        if id(node) not in sizes:
            inner = (
                [part for pair in node.value for part in pair]
                if isinstance(node, yaml.MappingNode)
                else node.value
            )
            sizes[id(node)] = 1 + sum(size(part, depth + 1) for part in inner)
        return sizes[id(node)]

    return size(root, 0) > MAX_NODES


def read(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML text, or the problem that keeps it from being read."""
    loader: yaml.SafeLoader = _LOADER(text)
    found: list[Problem] = []
    try:
        root = loader.get_single_node()
        if root is not None and repeats_itself(root):
            raise RecursionError("anchors that repeat one another")
        tree = None if root is None else _tree(root, loader, file, found, 0)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return None, [_refused(error, text, file)]
    finally:
        loader.dispose()
    return tree, found


def _refused(error: Exception, text: str, file: str) -> Problem:
    """Why a text could not be read, in our words where the slip is a known one."""
    what = str(getattr(error, "problem", None) or error).splitlines()[0]
    known = next((code for part, code in _SLIPS.items() if part in what), "folder-yaml")
    mark = getattr(error, "problem_mark", None)
    if known == "folder-yaml-open":  # where it was opened
        mark = getattr(error, "context_mark", None) or mark
    place = Place(file, line=mark.line + 1 if mark is not None else None)
    if isinstance(error, RecursionError):
        return problem("folder-yaml-deep", place)
    lines = text.splitlines()
    said = lines[mark.line] if mark is not None and mark.line < len(lines) else ""
    if said[: len(said) - len(said.lstrip())].count("\t"):
        return problem("folder-yaml-tab", place)
    if "cannot start any token" in what and mark is not None:
        return problem("folder-yaml-sign", place, sign=said[mark.column : mark.column + 1])
    return problem(known, place, what=what)


def _tree(
    node: yaml.Node, loader: yaml.SafeLoader, file: str, found: list[Problem], depth: int
) -> Node:
    line = node.start_mark.line + 1
    if depth > MAX_DEPTH:
        raise RecursionError("nested too deeply")
    if isinstance(node, yaml.MappingNode):
        items: dict[str, Node] = {}
        for key_node, value_node in node.value:
            key = str(loader.construct_object(key_node, deep=True))
            if key in items:
                place = Place(file, line=key_node.start_mark.line + 1)
                found.append(problem("folder-yaml-key-twice", place, key=key))
                continue
            items[key] = _tree(value_node, loader, file, found, depth + 1)
        return Branch(tuple(items.items()), line)
    if isinstance(node, yaml.SequenceNode):
        children = (_tree(child, loader, file, found, depth + 1) for child in node.value)
        return Sequence(tuple(children), line)
    try:
        value = loader.construct_object(node, deep=True)
    except ValueError as error:  # a date that is none, such as 2024-13-16
        raise yaml.MarkedYAMLError(problem=_NO_DATE, problem_mark=node.start_mark) from error
    if isinstance(value, datetime):
        value = value.date()
    if not isinstance(value, (str, int, float, bool, date)) and value is not None:
        value = str(value)
    return Leaf(value, line)
