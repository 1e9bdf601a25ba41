"""Typed fields out of a YAML tree: each wrong one is a problem with its line and remedy."""

from __future__ import annotations

from collections.abc import Sequence as Items
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar

from atbalss.folder.yaml_tree import Branch, Leaf, Node, Sequence
from atbalss.problems import Place, Problem, problem
from atbalss.study.texts import NO_TEXT, Text

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass
class Fields:
    """Reads the keys of one mapping and gathers what is wrong with them."""

    branch: Branch
    file: str
    langs: tuple[str, ...]
    problems: list[Problem] = field(default_factory=list)

    def place(self, node: Node | None = None) -> Place:
        """Where a node is; without one, where the mapping is."""
        return Place(self.file, line=(node or self.branch).line)

    def known(self, names: Items[str]) -> None:
        """Note every key that is not one of `names`."""
        for key, node in self.branch.items:
            if key in names:
                continue
            close = get_close_matches(key, names, n=1)
            hint = close[0] if close else ", ".join(names)
            self.problems.append(
                problem("folder-unknown-key", self.place(node), key=key, known=hint)
            )

    def text(self, key: str, *, required: bool = False) -> Text:
        """A text: words, or a mapping of language to words."""
        node = self.branch.get(key)
        if node is None:
            if required:
                self.problems.append(problem("folder-missing-key", self.place(), key=key))
            return NO_TEXT
        return self.as_text(node, key)

    def as_text(self, node: Node, key: str) -> Text:
        """A node as a text."""
        if isinstance(node, Leaf):
            return Text.of({self.langs[0]: "" if node.value is None else str(node.value)})
        if isinstance(node, Branch):
            words = {lang: leaf for lang, leaf in node.items if isinstance(leaf, Leaf)}
            order = [lang for lang in self.langs if lang in words]
            order += [lang for lang in words if lang not in order]
            return Text.of({lang: str(words[lang].value or "") for lang in order})
        self._wrong(node, key, "text")
        return NO_TEXT

    def texts(self, key: str) -> tuple[Text, ...]:
        """A list of texts."""
        node = self.branch.get(key)
        if node is None:
            return ()
        if isinstance(node, Sequence):
            return tuple(self.as_text(item, key) for item in node.items)
        return (self.as_text(node, key),)

    def word(self, key: str, default: str = "", *, required: bool = False) -> str:
        """A single word or number as text."""
        node = self.branch.get(key)
        if node is None:
            if required:
                self.problems.append(problem("folder-missing-key", self.place(), key=key))
            return default
        if isinstance(node, Leaf) and node.value is not None:
            return str(node.value)
        self._wrong(node, key, "text")
        return default

    def words(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of words."""
        node = self.branch.get(key)
        if node is None:
            return default
        if isinstance(node, Sequence) and all(isinstance(item, Leaf) for item in node.items):
            return tuple(str(item.value) for item in node.items if isinstance(item, Leaf))
        self._wrong(node, key, "list")
        return default

    def number(self, key: str, default: float, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        node = self.branch.get(key)
        if node is None:
            return default
        value = node.value if isinstance(node, Leaf) else None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high:
            return float(value)
        self.problems.append(
            problem("folder-number", self.place(node), key=key, low=f"{low:g}", high=f"{high:g}")
        )
        return default

    def count(self, key: str) -> int | None:
        """A whole number of persons, or None where the key is missing."""
        if self.branch.get(key) is None:
            return None
        return int(self.number(key, 0, 0, 10**12))

    def day(self, key: str) -> date | None:
        """A date, or None where the key is missing."""
        node = self.branch.get(key)
        if node is None:
            return None
        if isinstance(node, Leaf) and isinstance(node.value, date):
            return node.value
        self._wrong(node, key, "date")
        return None

    def flag(self, key: str, default: bool = False) -> bool:
        """Yes or no."""
        node = self.branch.get(key)
        if node is None:
            return default
        if isinstance(node, Leaf) and isinstance(node.value, bool):
            return node.value
        self._wrong(node, key, "flag")
        return default

    def choice(self, key: str, kind: type[Choice], default: Choice) -> Choice:
        """One of the values of an enumeration."""
        word = self.word(key, default.value)
        if word in [item.value for item in kind]:
            return kind(word)
        values = ", ".join(item.value for item in kind if item.value)
        self.problems.append(
            problem("folder-choice", self.place(self.branch.get(key)), key=key, values=values)
        )
        return default

    def part(self, key: str) -> Fields | None:
        """The mapping under `key`, or None; its problems are gathered with these."""
        node = self.branch.get(key)
        if node is None:
            return None
        if isinstance(node, Branch):
            return Fields(node, self.file, self.langs, self.problems)
        self._wrong(node, key, "keys")
        return None

    def parts(self, key: str) -> tuple[Fields, ...]:
        """The mappings in the list under `key`."""
        node = self.branch.get(key)
        if node is None:
            return ()
        found = []
        for item in node.items if isinstance(node, Sequence) else ():
            if isinstance(item, Branch):
                found.append(Fields(item, self.file, self.langs, self.problems))
            else:
                self._wrong(item, key, "keys")
        if not isinstance(node, Sequence):
            self._wrong(node, key, "list")
        return tuple(found)

    def _wrong(self, node: Node, key: str, wanted: str) -> None:
        self.problems.append(problem(f"folder-not-{wanted}", self.place(node), key=key))
