"""What is read of a document once, however many rules ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar, TypeVarTuple

from atbalss.audit.claims import Claims
from atbalss.audit.text import Text

Found = TypeVar("Found")
Item = TypeVar("Item")
Asked = TypeVarTuple("Asked")


def read_once(
    find: Callable[[Text, Claims, *Asked], Found],
) -> Callable[[Text, Claims, *Asked], Found]:
    """A reading that is kept with the claims of its document, for whatever else it is asked."""

    @wraps(find)
    def read(text: Text, claims: Claims, /, *asked: *Asked) -> Found:
        key = (find, *asked)
        if key not in claims.kept:
            claims.kept[key] = find(text, claims, *asked)
        found: Found = claims.kept[key]
        return found

    return read


def listed_once(
    find: Callable[[Text, Claims, *Asked], Iterable[Item]],
) -> Callable[[Text, Claims, *Asked], tuple[Item, ...]]:
    """A reading of many things, kept as a tuple."""

    @wraps(find)
    def listed(text: Text, claims: Claims, /, *asked: *Asked) -> tuple[Item, ...]:
        return tuple(find(text, claims, *asked))

    return read_once(listed)
