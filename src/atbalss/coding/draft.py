"""A draft of a frame: answers in groups by likeness, unnamed until a person names them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from atbalss.coding.answer import Answer

if TYPE_CHECKING:
    from atbalss.coding.embed import Embedder


@dataclass(frozen=True, slots=True)
class Group:
    """Answers that are like one another: a proposal, no code. A person names it or leaves it.

    `ids` the middlemost first; `texts` of the same; `words` are lemmas that set the group apart.
    """

    number: int
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    words: tuple[str, ...]


def groups(
    answers: Sequence[Answer], count: int | None = None, embedder: Embedder | None = None
) -> list[Group]:
    """Groups of like answers, the greatest first; answers like no other come last, in one group.

    `count`: how many groups at most; else as many as the answers ask for.
    """
    from atbalss.coding.likeness import grouped

    return grouped(answers, count, embedder)


def likeness(answers: Sequence[Answer], embedder: Embedder | None = None) -> dict[str, int]:
    """The number of each answer's group, by id: for a queue ordered by likeness."""
    return {id: group.number for group in groups(answers, embedder=embedder) for id in group.ids}
