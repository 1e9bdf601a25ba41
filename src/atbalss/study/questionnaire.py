"""The questionnaire: an ordered tree of groups and questions, and its code lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from atbalss.study.codes import CodeList
from atbalss.study.question import Group, Item, Question
from atbalss.study.texts import NO_TEXT, Text


@dataclass(frozen=True)
class Questionnaire:
    """A whole instrument. `langs` are language codes, the default first."""

    name: str
    version: str = ""
    title: Text = NO_TEXT
    langs: tuple[str, ...] = ("lv",)
    items: tuple[Item, ...] = ()
    lists: tuple[CodeList, ...] = ()
    frames: tuple[CodeList, ...] = ()

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order, those inside groups too."""
        return tuple(_questions(self.items))

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """All groups, outer before inner."""
        return tuple(_groups(self.items))

    @cached_property
    def by_name(self) -> dict[str, Question]:
        """Questions by name."""
        return {question.name: question for question in self.questions}

    @cached_property
    def grids(self) -> dict[str, tuple[Question, ...]]:
        """Items of each grid, by the grid's name."""
        found: dict[str, list[Question]] = {}
        for question in self.questions:
            if question.grid:
                found.setdefault(question.grid, []).append(question)
        return {name: tuple(items) for name, items in found.items()}

    def question(self, name: str) -> Question:
        """The question called `name`; KeyError if there is none."""
        return self.by_name[name]


def _questions(items: tuple[Item, ...]) -> Iterator[Question]:
    for item in items:
        if isinstance(item, Group):
            yield from _questions(item.items)
        else:
            yield item


def _groups(items: tuple[Item, ...]) -> Iterator[Group]:
    for item in items:
        if isinstance(item, Group):
            yield item
            yield from _groups(item.items)


def with_frames(questionnaire: Questionnaire, frames: Mapping[str, CodeList]) -> Questionnaire:
    """The questionnaire with the code frames, by question, that its open answers were coded by."""
    if not frames:
        return questionnaire

    def framed(item: Item) -> Item:
        if isinstance(item, Group):
            return replace(item, items=tuple(framed(one) for one in item.items))
        return replace(item, frame=frames[item.name]) if item.name in frames else item

    names = {codes.name for codes in frames.values()}
    kept = [codes for codes in questionnaire.frames if codes.name not in names]
    return replace(
        questionnaire,
        items=tuple(framed(item) for item in questionnaire.items),
        frames=(*kept, *{codes.name: codes for codes in frames.values()}.values()),
    )
