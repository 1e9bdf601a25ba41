"""All lists of a document whose entries can be ranked, and which of them a sentence may speak of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import spot
from atbalss.audit.kept import listed_once, read_once
from atbalss.audit.lists import names, of_means, of_table
from atbalss.audit.series import Series, is_rest, series_of, years_in
from atbalss.audit.sheets import Sheet, sheets_told_out
from atbalss.audit.stems import every_stem, stems
from atbalss.audit.text import Block, Kind, Text, word_pattern

_OTHER = {  # an answer that is none of those named
    "lv": regex.any_case(r"(?<!\w)(?:cit\w{1,3} (?:iemesl|atbild|variant|veid|mērķ|avot)\w*|nek(?:as|o|ā|am))(?!\w)"),
    "en": regex.any_case(r"(?<!\w)(?:(?:some )?other (?:reason|answer|way|means|purpose|source)s?|nothing|none)(?!\w)"),
    "ru": regex.any_case(r"(?<!\w)(?:(?:друг|ин)\w{1,3} (?:причин|ответ|вариант|способ|цел|источник)\w*|ничего|ничто)(?!\w)"),
}  # fmt: skip


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
    shares: bool = True  # whether its values are percents
    kind: frozenset[str] = frozenset()  # what a table calls its rows

    @property
    def is_pair(self) -> bool:
        """Whether it has two rows, all told."""
        return len(self.entries) + len(self.rests) == 2


@read_once
def rankings_of(text: Text, claims: Claims) -> tuple[Ranking, ...]:
    """All rankings of a document but those told as a pair."""
    found = all_rankings(text, claims)
    return tuple(r for r in found if not r.is_pair or r.kind)


@listed_once
def all_rankings(text: Text, claims: Claims) -> Iterator[Ranking]:
    """All rankings of a document, also of two rows."""
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or len(block.rows) < 3 or _is_contents(block):
            continue
        for listing in of_table(index, text):
            if len(listing.entries) > 1:
                yield Ranking(
                    listing.entries, (), listing.measure, listing.context,
                    text.sections[index], index, index, shares=_in_percent(index, text),
                    kind=frozenset(every_stem(block.rows[0][0], text.lang)),
                )  # fmt: skip
    told_out = sheets_told_out(text, claims)
    for sheet in told_out:
        made = _of_told_out(sheet, text)
        if made is not None:
            yield made
    taken = {sheet.first for sheet in told_out}
    for series in series_of(text, claims):
        apart = series.table or series.first in taken
        made = None if apart else _of_series(series, text, claims)
        if made is not None:
            yield made
    for sentence in text.prose:
        means = None if claims.of(sentence) else of_means(sentence, text)
        if means is not None:
            yield Ranking(
                means.entries, (), frozenset(), means.context,
                sentence.section, sentence.block, sentence.block, sentence.order, False,
            )  # fmt: skip


def _of_told_out(sheet: Sheet, text: Text) -> Ranking | None:
    """A ranking told over several sentences."""
    rows = [
        (Entry(names(label, text), cells[0], at), row in sheet.rests)
        for row, (label, cells, at) in enumerate(
            zip(sheet.labels, sheet.cells, sheet.spots, strict=True)
        )
        if cells[0] is not None
    ]
    entries = tuple(entry for entry, rest in rows if not rest)
    if len(entries) < 2 or not all(entry.named for entry in entries):
        return None
    measure = frozenset(stems(sheet.asked, text.lang))
    context = measure.union(*(entry.named for entry in entries))
    return Ranking(
        entries, tuple(entry for entry, rest in rows if rest), measure, context,
        sheet.section, sheet.first, sheet.last,
    )  # fmt: skip


def _in_percent(index: int, text: Text) -> bool:
    """Whether a table says anywhere that its values are percents, and none is a mean."""
    block = text.blocks[index]
    near = [text.blocks[at].text for at in (index - 1, index + 1) if 0 <= at < len(text.blocks)]
    told = " ".join((*near, *(cell for row in block.rows for cell in row)))
    return word_pattern(rf"{text.words.percent}").search(told) is not None or "%" in told


def _without_lead(label: str, text: Text) -> str:
    """The name of a sentence's first result: what stands behind its number, else right before it."""
    lead, _, behind = label.partition("  ")
    if len(stems(label, text.lang)) < 3:
        return label
    if stems(behind, text.lang):
        return behind
    return " ".join(regex.split(r"[,:]\s", lead.strip())[-1].split()[-4:]) or label


def _is_contents(block: Block) -> bool:
    """Whether a table is a list of contents: numbered titles with their pages."""
    if any(
        "%" in cell or regex.search(r"\d[.,]\d", cell) for row in block.rows for cell in row[1:]
    ):
        return False
    if any(block.rows[0]) and len(block.rows[0]) > 2:
        return False
    return all(regex.match(r"\d{1,2}(?:\.\d{1,2})*\.?\s", row[0]) for row in block.rows[1:])


def _begun(order: int, text: Text, claims: Claims) -> list[Entry]:
    """The one share of the sentence before a sentence that is a list: it may have begun there."""
    before = text.sentences[order - 1] if order > 0 else None
    if before is None or before.block != text.sentences[order].block:
        return []
    found = claims.of(before)
    if len(found) != 1 or found[0].years:
        return []
    number = found[0].number
    return [Entry(frozenset(found[0].about), number, spot(text, before, number.start, number.end))]


def _of_series(series: Series, text: Text, claims: Claims) -> Ranking | None:
    results = series.results
    if any(years_in(item.label) for item in results):
        return None
    if any(word_pattern(text.words.last_wave).search(item.label) for item in results):
        return None
    entries: list[Entry] = []
    rests: list[Entry] = []
    for at, item in enumerate(results):
        label = _without_lead(item.label, text) if not at else item.label
        entry = Entry(names(label, text), item.number, item.spot)
        rest = is_rest(item.label, text) or _OTHER[text.lang].search(item.label)
        (rests if rest else entries).append(entry)
    if len(entries) < 2 or not all(entry.named for entry in entries):
        return None
    measure = frozenset(stems(series.lead, text.lang))
    context = measure.union(*(entry.named for entry in entries))
    whole = results[0].spot.quote.strip(" …")
    held = [s.order for s in text.sentences if s.block == series.first and whole in s.text]
    lined = len({item.spot.line for item in results}) == len(results) > 2
    order = held[0] if series.first == series.last and len(held) == 1 and not lined else -1
    rests += _begun(order, text, claims)
    section = text.sections[series.first]
    return Ranking(
        tuple(entries), tuple(rests), measure, context, section, series.first, series.last, order
    )
