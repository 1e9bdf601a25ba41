"""Whether two marks are of one word, in whatever form: `library`, `libraries`."""

from __future__ import annotations

from functools import lru_cache

from atbalss.audit.forms import NOT

BEGINNING = 4  # letters that two marks of one word share


def same(one: str, other: str) -> bool:
    """Whether two marks are of one word, in whatever form; both denied or both not."""
    if one == other:
        return True
    if one[:BEGINNING] != other[:BEGINNING]:
        return False
    if one[0] in "@0123456789" or other[0] in "@0123456789" or (one[0] == NOT) != (other[0] == NOT):
        return False
    if ("-" in one) != ("-" in other):
        return False
    short = min(len(one), len(other))
    return (
        short >= BEGINNING
        and one[: max(BEGINNING, short - 1)] == other[: max(BEGINNING, short - 1)]
    )


@lru_cache(maxsize=4_000)
def _by_beginning(words: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(word[:BEGINNING], []).append(word)
    return found


def is_among(mark: str, words: frozenset[str]) -> bool:
    """Whether words have a mark, in whatever form."""
    if mark in words:
        return True
    near = _by_beginning(words).get(mark[:BEGINNING])
    return near is not None and any(same(mark, word) for word in near)


def met(own: frozenset[str], said: frozenset[str]) -> set[str]:
    """Those of `own` that are said."""
    return {mark for mark in own if is_among(mark, said)}
