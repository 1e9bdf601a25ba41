"""What the audit found: a problem of the catalogue with its quotation, and what stands against."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from atbalss.audit import regex
from atbalss.audit.numbers import Number
from atbalss.audit.text import Block, Sentence, Text
from atbalss.problems import Place, Problem, problem
from atbalss.study.decimals import marked

LONGEST = 240


@dataclass(frozen=True, slots=True)
class Spot:
    """A quotation and where it stands."""

    quote: str
    line: int
    page: int = 0
    block: int = -1


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: its problem, where it stands, and the other places that show it."""

    rule: str
    problem: Problem
    spot: Spot
    others: tuple[Spot, ...] = field(default=())

    def why(self, lang: str) -> str:
        """What is wrong, as a sentence in `lang`."""
        return self.problem.sentence(lang)

    def proposal(self, lang: str) -> str:
        """What to write instead, as a sentence in `lang`."""
        return self.problem.remedy(lang)

    def as_json(self, lang: str) -> dict[str, object]:
        """The finding as plain values: rule, line, quote, why, proposal, page and other places."""
        found: dict[str, object] = {
            "rule": self.rule,
            "line": self.spot.line,
            "quote": self.spot.quote,
            "why": self.why(lang),
            "proposal": self.proposal(lang),
        }
        if self.spot.page:
            found["page"] = self.spot.page
        if self.others:
            found["others"] = [{"line": item.line, "quote": item.quote} for item in self.others]
        return found


def quoted(words: str, start: int = 0, end: int = 0) -> str:
    """A quotation of at most 240 letters around a place."""
    if len(words) <= LONGEST:
        return words.strip()
    left = max(0, min(start - 100, len(words) - LONGEST))
    right = max(end, min(len(words), left + LONGEST))
    left = words.rfind(" ", 0, left) + 1 if left else 0
    cut = words.find(" ", right)
    right = cut if 0 <= cut < right + 20 else right
    return ("… " if left else "") + words[left:right].strip() + (" …" if right < len(words) else "")


def spot(text: Text, sentence: Sentence, start: int = 0, end: int = 0) -> Spot:
    """The place of words in a sentence."""
    line = text.line_in(sentence, start)
    return Spot(quoted(sentence.text, start, end), line, sentence.page, sentence.block)


class Told(Protocol):
    """A number and the sentence that tells it."""

    @property
    def sentence(self) -> Sentence:
        """The sentence."""

    @property
    def number(self) -> Number:
        """The number."""


def spot_of(text: Text, told: Told) -> Spot:
    """The place of a number that a sentence tells."""
    return spot(text, told.sentence, told.number.start, told.number.end)


def row_spot(block: Block, index: int, row: int) -> Spot:
    """The place of a row of a table."""
    line = block.row_lines[row] if row < len(block.row_lines) else block.line
    return Spot(quoted(" | ".join(block.rows[row])), line, block.page, index)


def finding(
    text: Text, rule: str, at: Spot, others: tuple[Spot, ...] = (), code: str = "", **words: object
) -> Finding:
    """A finding of a rule; keyword arguments fill the sentences of `code`, else of the rule.

    Numbers are written as the language of the text writes them.
    """
    place = Place(text.name, line=at.line)
    said = {
        name: marked(word, text.lang) if isinstance(word, str) and _is_number(name, word) else word
        for name, word in words.items()
    }
    others = tuple(item for item in others if (item.line, item.quote) != (at.line, at.quote))
    return Finding(rule, problem(f"audit-{code or rule}", place, **said), at, others)


def _is_number(name: str, word: str) -> bool:
    """Whether what fills a sentence is a number, and neither that of a figure nor a quotation."""
    return name not in ("number", "words") and _NUMBER.fullmatch(word) is not None


_NUMBER = regex.pattern(r"[+−-]?\d+\.\d+(?: %)?(?: / \d+\.\d+ %)*")
