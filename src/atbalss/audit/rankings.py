"""All lists of a document whose entries can be ranked, and which of them a sentence may speak of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry, are_amounts, shared
from atbalss.audit.lists import names, of_means, of_table
from atbalss.audit.series import Series, is_rest, series_of, years_in
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Text, word_pattern


@dataclass(frozen=True, slots=True)
class Ranking:
    """Entries with values of one measure; `rests`: those that are no answer (other, hard to say)."""

    entries: tuple[Entry, ...]
    rests: tuple[Entry, ...]
    measure: frozenset[str]
    context: frozenset[str]
    section: int
    first: int  # block
    last: int
    order: int = -1  # of the sentence that holds all of it

    @property
    def vague(self) -> frozenset[str]:
        """Stems that name several entries."""
        return shared([entry.named for entry in self.entries])

    def named_in(self, said: frozenset[str]) -> list[Entry]:
        """The entries that words name by at least half of what is their own."""
        vague = self.vague
        amounts = are_amounts([entry.named for entry in self.entries])
        found = []
        for entry in self.entries:
            own = entry.named - vague
            if amounts and not any(word[0].isdigit() for word in own & said):
                continue
            if own & said and len(own & said) * 2 >= len(own):
                found.append(entry)
        return found


def rankings_of(text: Text, claims: Claims) -> tuple[Ranking, ...]:
    """All rankings of a document; found once."""
    if "rankings" not in claims.kept:
        claims.kept["rankings"] = tuple(_rankings(text, claims))
    found: tuple[Ranking, ...] = claims.kept["rankings"]
    return found


def _rankings(text: Text, claims: Claims) -> Iterator[Ranking]:
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3 or _is_contents(block):
            continue
        for listing in of_table(index, text):
            if len(listing.entries) > 1:
                yield Ranking(
                    listing.entries, (), listing.measure, listing.context,
                    text.sections[index], index, index,
                )  # fmt: skip
    for series in series_of(text, claims):
        made = None if series.table else _of_series(series, text)
        if made is not None:
            yield made
    for sentence in text.prose:
        means = None if claims.of(sentence) else of_means(sentence, text)
        if means is not None:
            yield Ranking(
                means.entries, (), frozenset(), means.context,
                sentence.section, sentence.block, sentence.block, sentence.order,
            )  # fmt: skip


def _without_lead(label: str, text: Text) -> str:
    """The name of a sentence's first result: what stands behind its number, else right before it."""
    lead, _, behind = label.partition("  ")
    if len(stems(label, text.lang)) < 3:
        return label
    if stems(behind, text.lang):
        return behind
    return " ".join(re.split(r"[,:]\s", lead.strip())[-1].split()[-4:]) or label


def _is_contents(block: Block) -> bool:
    """Whether a table is a list of contents: numbered titles with their pages."""
    return all(re.match(r"\d{1,2}(?:\.\d{1,2})*\.?\s", row[0]) for row in block.rows[1:])


def _of_series(series: Series, text: Text) -> Ranking | None:
    results = series.results
    if len(results) < 3 or any(years_in(item.label) for item in results):
        return None
    if any(word_pattern(text.words.last_wave).search(item.label) for item in results):
        return None
    entries: list[Entry] = []
    rests: list[Entry] = []
    for at, item in enumerate(results):
        label = _without_lead(item.label, text) if not at else item.label
        entry = Entry(names(label, text), item.number, item.spot)
        (rests if is_rest(item.label, text) else entries).append(entry)
    if len(entries) < 2 or not all(entry.named for entry in entries):
        return None
    measure = frozenset(stems(series.lead, text.lang))
    context = measure.union(*(entry.named for entry in entries))
    whole = results[0].spot.quote.strip(" …")
    held = [s.order for s in text.sentences if s.block == series.first and whole in s.text]
    order = held[0] if series.first == series.last and len(held) == 1 else -1
    section = text.sections[series.first]
    return Ranking(
        tuple(entries), tuple(rests), measure, context, section, series.first, series.last, order
    )
