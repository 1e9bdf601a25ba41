"""The clauses of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.text import Sentence


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, and where it begins."""

    sentence: Sentence
    words: str
    start: int


_PART = regex.any_case(r";\s|,\s(?:and|but|while|whereas|un|bet|savukārt|kamēr|а|и|но)\s|:\s")


_OF_ONESELF = regex.any_case(  # a share, and what its people say of themselves
    r"\d\s?(?:%|procent\w*|per ?cent|процент\w*)[^%;:.\d]{0,70}?(?:,\s(?:ka|kas|kuri|kuras|что|которые|кто)|\s(?:that they|who|they))\s(?:[^\W\d]+\s){0,2}$"
)


def is_of_oneself(words_said: str, start: int) -> bool:
    """Whether a superlative tells what each person does most: `22 % said that they most often read`."""
    return _OF_ONESELF.search(words_said[:start]) is not None


def parts_of(sentence: Sentence) -> Iterator[Clause]:
    """The main clauses of a sentence."""
    start = 0
    for match in (*_PART.finditer(sentence.text), None):
        end = match.start() if match else len(sentence.text)
        yield Clause(sentence, sentence.text[start:end], start)
        start = match.end() if match else end
