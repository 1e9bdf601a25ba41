"""A document as the audit reads it: blocks with their lines, sentences, what language it is in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, wraps
from typing import Any, TypeVar

from atbalss.audit import regex
from atbalss.audit.language import Language, language_of, words_of
from atbalss.audit.numbers import years_in


class Kind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    TABLE = "table"
    CAPTION = "caption"
    CHART = "chart"  # what a picture's alternative text says
    CONTENTS = "contents"  # a line of a table of contents
    QUOTE = "quote"  # what a respondent said


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a document. `starts`: (offset in text, line) wherever a new line begins."""

    kind: Kind
    text: str
    line: int
    page: int = 0
    starts: tuple[tuple[int, int], ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()  # of a table, its head first
    row_lines: tuple[int, ...] = ()

    def line_at(self, place: int) -> int:
        """The line in which a place of the text stands."""
        found = self.line
        for start, line in self.starts:
            if start > place:
                break
            found = line
        return found


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, its block and place, and the number of the section that it stands in."""

    text: str
    block: int
    start: int
    line: int
    page: int
    kind: Kind
    section: int
    order: int


@dataclass(frozen=True)
class Text:
    """A whole document, ready to be read by the rules; `lang` is found out where not given.

    `kept`: what several rules read of it, each once.
    """

    name: str
    blocks: tuple[Block, ...] = field(repr=False)
    lang: str = ""
    kept: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not self.lang:
            sample = " ".join(block.text for block in self.blocks)[:200_000]
            object.__setattr__(self, "lang", language_of(sample))

    @cached_property
    def words(self) -> Language:
        """What the document's language says in which words."""
        return words_of(self.lang)

    @cached_property
    def sections(self) -> tuple[int, ...]:
        """The section of each block: headings begin a new one."""
        found, now = [], 0
        for block in self.blocks:
            now += block.kind is Kind.HEADING
            found.append(now)
        return tuple(found)

    @cached_property
    def titles(self) -> dict[int, str]:
        """The heading of each section."""
        pairs = zip(self.blocks, self.sections, strict=True)
        return {number: block.text for block, number in pairs if block.kind is Kind.HEADING}

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of running text, captions and chart texts, in order."""
        found: list[Sentence] = []
        for index, block in enumerate(self.blocks):
            if block.kind in (Kind.TABLE, Kind.CONTENTS, Kind.QUOTE):
                continue
            for start, words in split(block.text, self.words):
                line, part = block.line_at(start), self.sections[index]
                found.append(
                    Sentence(words, index, start, line, block.page, block.kind, part, len(found))
                )
        return tuple(found)

    @cached_property
    def prose(self) -> tuple[Sentence, ...]:
        """Sentences of paragraphs and list items: what the author claims."""
        return tuple(s for s in self.sentences if s.kind in (Kind.PARAGRAPH, Kind.ITEM))

    @cached_property
    def whole(self) -> str:
        """All text in one string; for words that may stand anywhere."""
        # A wide space between cells: a narrow one would make `864` and `704` one number.
        tables = (" ".join("\u2003".join(row) for row in block.rows) for block in self.blocks)
        return "\n".join((*(block.text for block in self.blocks), *tables))

    @cached_property
    def years(self) -> frozenset[int]:
        """All years that the document names."""
        return years_in(self.whole)

    def says(self, pattern: str) -> bool:
        """Whether the document has a word of the pattern anywhere."""
        return word_pattern(pattern).search(self.whole) is not None

    def line_in(self, sentence: Sentence, place: int) -> int:
        """The line of a place within a sentence."""
        return self.blocks[sentence.block].line_at(sentence.start + place)


_PATTERNS: dict[str, re.Pattern[str]] = {}


def word_pattern(pattern: str) -> re.Pattern[str]:
    """A compiled pattern that begins at a word's start and ends at its end."""
    found = _PATTERNS.get(pattern)
    if found is None:
        found = _PATTERNS[pattern] = regex.any_case(rf"(?<!\w)(?:{pattern})(?!\w)")
    return found


Found = TypeVar("Found")
_KEPT = 8_000  # words, and what each function that is asked of them found


def kept_of_words(find: Callable[[str, Text], Found]) -> Callable[[str, Text], Found]:
    """A function of words that needs of a document its language alone: it reads the same words once."""
    known: dict[tuple[str, str], Found] = {}

    @wraps(find)
    def asked(words: str, text: Text) -> Found:
        key = (words, text.lang)
        try:
            return known[key]
        except KeyError:
            if len(known) >= _KEPT:
                known.clear()
            found = known[key] = find(words, text)
            return found

    return asked


_END = regex.pattern(r"[.!?…]+[\"”“»')\]]*(?=\s+[\"„“«(\[]?[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ0-9–—-])")


def split(text: str, words: Language) -> Iterable[tuple[int, str]]:
    """Sentences with their places: `2024. gada` and `u.c. Rīgā` end none."""
    start = 0
    for match in _END.finditer(text):
        last = regex.split(r"[\s(„“«]", text[start : match.start()])[-1]
        after = text[match.end() :]
        if _ANSWERED.match(match.group(0) + after):
            continue
        goes_on = match.group(0).startswith(".") and _goes_on(last, after, words)
        if goes_on and not _ends_with_number(text[start : match.start()], after, words):
            continue
        piece = text[start : match.end()]
        if piece.strip():
            yield start + len(piece) - len(piece.lstrip()), piece.strip()
        start = match.end()
    piece = text[start:]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), piece.strip()


_ANSWERED = regex.pattern(  # `said yes to “Was it clean?” 371, to “Was it on time?” – 329`
    r"\?[\"”»]\s[–—-]\s\d"
)
_COUNTED = regex.pattern(  # `Riga 150, other towns 148, countryside 96`
    r"\s\d{2,5}(?:\s[^\W\d]+)?,\s[^,.\d]{2,40}\s\d{2,5}(?:\s[^\W\d]+)?(?:,\s|\s(?:un|and|и)\s|,\s\w+\s)[^,.\d]{2,40}\s\d{2,5}$"
)
_DASHED = regex.pattern(r"[–—:]\s(?!(?:19|20)\d\d$)\d{3,5}$")  # `2023 – 7640. Collected`
_POINTS_SHORT = regex.pattern(r"\d\s?(?:п\.\s?п|p\.\s?p)$")  # the last full stop cut off


def _ends_with_number(piece: str, after: str, words: Language) -> bool:
    """`the bus by 6. The tram`, `на 8 п. п. По стране`: a full stop that ends a sentence nevertheless.

    Latvian writes `6.` for the sixth.
    """
    if not after.lstrip()[:1].isupper():
        return False
    if _POINTS_SHORT.search(piece) or _COUNTED.search(piece) or _DASHED.search(piece):
        return True
    return (_OF_SO_MANY if words.key == "lv" else _SMALL).search(piece) is not None


_OF_SO_MANY = regex.pattern(  # `52 no 60. Vīrieši`, `4,2 balles no 5. Salīdzinot`
    r"\d\s(?:(?:ball|punkt|zvaigzn)\w+\s)?no\s(?:vis\w+\s)?\d{1,4}$"
)
_SMALL = regex.pattern(
    r"(?<=\w) (?:by|at|to|of|from|for|was|were|на|до|с|из|было|были|стало|осталось) \d{1,2}$"
)


def _goes_on(last: str, after: str, words: Language) -> bool:
    """Whether a full stop behind `last` ends no sentence."""
    begins = after.lstrip()[:1]
    if last.isdigit() and len(last) <= 4:
        return words.key == "lv" or not begins.isalpha() or len(last) < 3
    if last.lower() in words.abbreviations or (len(last) == 1 and last.isalpha()):
        return True
    return begins.isdigit() and last.lower() in words.before_number
