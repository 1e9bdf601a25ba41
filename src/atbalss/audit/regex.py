"""Patterns asked for by their words, each compiled once, and not before it is used.

The rules have some 900 of them for three languages, and a document is in one: compiling all would
take longer than reading a short report. `re` keeps 512: left to it, a third of an audit's time would
go into compiling the same ones anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from typing import Any, cast

IGNORECASE = int(re.IGNORECASE)  # plain numbers: keys that are quick to look up
DOTALL = int(re.DOTALL)
MULTILINE = int(re.MULTILINE)
_MOST = 6_000  # patterns; some are made of a document's own words
_METHODS = ("search", "match", "fullmatch", "findall", "finditer", "sub", "split")

_ASKED: dict[tuple[str, int], re.Pattern[str]] = {}
_AHEAD: dict[tuple[str, int], re.Pattern[str]] = {}


class _Later:
    """A pattern that is compiled when one of its methods is first asked for."""

    def __init__(self, words: str, flags: int) -> None:
        self.pattern = words
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        made = compiled(self.pattern, self._flags)
        self.__dict__.update({method: getattr(made, method) for method in _METHODS})
        return getattr(made, name)


def pattern(words: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern of these words, compiled at its first use."""
    return cast(re.Pattern[str], _Later(words, int(flags)))


def any_case(words: str) -> re.Pattern[str]:
    """The pattern of these words in any case of letters, compiled at its first use."""
    return pattern(words, IGNORECASE)


def compiled(words: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern of these words."""
    found = _ASKED.get((words, flags))
    if found is None:
        if len(_ASKED) >= _MOST:
            _ASKED.clear()
        found = _AHEAD.get((words, flags)) or re.compile(words, flags)
        _ASKED[words, flags] = found
    return found


def search(words: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.search`."""
    return compiled(words, flags).search(text)


def match(words: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.match`."""
    return compiled(words, flags).match(text)


def fullmatch(words: str, text: str, flags: int = 0) -> re.Match[str] | None:
    """As `re.fullmatch`."""
    return compiled(words, flags).fullmatch(text)


def findall(words: str, text: str, flags: int = 0) -> list[Any]:
    """As `re.findall`."""
    return compiled(words, flags).findall(text)


def finditer(words: str, text: str, flags: int = 0) -> Iterator[re.Match[str]]:
    """As `re.finditer`."""
    return compiled(words, flags).finditer(text)


def sub(
    words: str,
    other: str | Callable[[re.Match[str]], str],
    text: str,
    count: int = 0,
    flags: int = 0,
) -> str:
    """As `re.sub`."""
    return compiled(words, flags).sub(other, text, count)


def split(words: str, text: str, maxsplit: int = 0, flags: int = 0) -> list[str]:
    """As `re.split`, for a pattern whose groups always match."""
    found: list[str] = compiled(words, flags).split(text, maxsplit)
    return found


def asked() -> frozenset[str]:
    """Every pattern that was asked for in this process, with its flags: what `compile_ahead` reads."""
    return frozenset(f"{int(flags)} {words}" for words, flags in _ASKED)


def compile_ahead(known: Iterable[str]) -> None:
    """Compile patterns that will likely be asked for; one that is no pattern is left out."""
    for item in known:
        flags, _, words = item.partition(" ")
        with suppress(re.error, ValueError):
            _AHEAD[words, int(flags)] = re.compile(words, int(flags))
