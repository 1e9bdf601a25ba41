"""Lists of answers: the shares of one sentence, or of one column of a table, that can be ranked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.answer_words import REMAINS
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry, entry_meant, shared
from atbalss.audit.finding import row_spot, spot
from atbalss.audit.retold_tables import table_retold
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import current_column, share_in

_BACK = 6  # sentences that a rank word looks back


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a list and the sentence it stands in, -1 of a table."""

    items: tuple[Entry, ...]
    order: int

    @property
    def shared(self) -> frozenset[str]:
        """Stems that name two or more answers, and so none."""
        return shared(item.named for item in self.items)

    def meant(self, words: frozenset[str]) -> Entry | None:
        """The one answer that words name; None where they may name two or none."""
        return entry_meant(self.items, words)


def lists_for(sentence: Sentence, text: Text, claims: Claims) -> Iterator[Answers]:
    """The lists that a sentence may speak of: just before it, or the one table of its section."""
    for back in range(1, _BACK + 1):
        order = sentence.order - back
        if order < 0 or text.sentences[order].section != sentence.section:
            break
        before = text.sentences[order]
        found = claims.of(before)
        if before.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(found) >= 3:
            made = _of_sentence(before, found, text)
            if made is not None:
                yield made
            break
    tables = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE
        and text.sections[index] == sentence.section
        and len(block.rows) > 2
    ]
    if tables:
        above = [index for index in tables if index < sentence.block]
        several = len(claims.of(sentence)) > 2  # a list of its own
        retold = -1 if several else table_retold(text, claims, sentence.block)
        near = above[-1] if above else tables[0]
        made = _of_table(retold if retold in tables else near, text)
        if made is not None:
            yield made


def lists_of_body(text: Text, claims: Claims, inside: frozenset[int]) -> Iterator[Answers]:
    """All lists of a document but those of its summary, for what the summary says of them."""
    for sentence in text.prose:
        found = claims.of(sentence)
        if sentence.block not in inside and len(found) >= 3 and not REMAINS.match(sentence.text):
            made = _of_sentence(sentence, found, text)
            if made is not None:
                yield made
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            made = _of_table(index, text)
            if made is not None:
                yield made


def _of_sentence(sentence: Sentence, found: tuple[Claim, ...], text: Text) -> Answers | None:
    if any(claim.years for claim in found) or word_pattern(text.words.last_wave).search(
        sentence.text
    ):
        return None
    if word_pattern(text.words.group).search(sentence.text) and not parallel(found):
        return None
    return stated(sentence, found, text)


def stated(sentence: Sentence, found: tuple[Claim, ...], text: Text) -> Answers:
    """The shares that a sentence states, each as an answer's."""
    items = tuple(
        Entry(
            frozenset(claim.about),
            claim.number,
            spot(text, sentence, claim.number.start, claim.number.end),
        )
        for claim in found
    )
    return Answers(items, sentence.order)


def _of_table(index: int, text: Text) -> Answers | None:
    block = text.blocks[index]
    column = current_column(block)
    if column is None:
        return None
    rest = word_pattern(f"{text.words.total}|{text.words.other}")
    items = []
    for place in range(1, len(block.rows)):
        label, number = block.rows[place][0], share_in(block, place, column, text)
        if number is None or rest.match(label.strip(' „“"«»')):
            continue
        where = row_spot(block, index, place)
        items.append(Entry(frozenset(stems(label, text.lang)), number, where))
    return Answers(tuple(items), -1) if len(items) >= 2 else None


def parallel(found: tuple[Claim, ...]) -> bool:
    """Whether all shares of a sentence stand in brackets alike: `A (48 %), B (36 %), C (20 %)`."""
    if len(found) < 3:
        return False
    text = found[0].sentence.text
    opened = [
        regex.search(r"\((?:по |po |by |n\w+ )?$", text[: claim.number.start]) for claim in found
    ]
    return all(opened)
