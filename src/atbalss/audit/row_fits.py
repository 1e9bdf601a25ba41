"""The one row of the lists that most speaks for as what a stray share was meant to be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.counts_told import REPLIED as ANSWERED
from atbalss.audit.finding import Spot
from atbalss.audit.forms import NOT, Marks, marks
from atbalss.audit.met import is_among, met
from atbalss.audit.numbers import Number
from atbalss.audit.retelling import WITHIN, is_of_some
from atbalss.audit.rules.retold import piece_of, sections_again
from atbalss.audit.sheet_words import every_word, label_marks, question_in
from atbalss.audit.sheets import Sheet, total_column
from atbalss.audit.strays import Stray
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.yes_no import is_no, is_yes

NEAR = 10.0  # points that a share told again is off, at most
BOTH = 0.5  # of a label
_LESS = 0.8  # what the words of the rest of its sentence count


@dataclass(frozen=True, slots=True)
class Fit:
    """A row that a stray may be of: its share, its place, what speaks for it."""

    number: Number
    spot: Spot
    whole: bool  # of a list that makes 100
    named: float  # how much of its label is said
    asked: int  # words of its question that are said
    strange: int
    score: float
    net: bool
    turned: bool  # the same digits in another order


_TURNED = 2  # strange words that count beside digits in another order


_ALL_WHO = (  # all who answered; what something is about
    r"(?<!\w)(?:all|visiem|visām|всех),? (?:who|kuri|kas|kuras|кто|которые) (?:{})\w*|(?<!\w)(?:to|tas|tam|того|тем|том),? (?:kas|что) \w+"
)


def best_fit(stray: Stray, lists: Sequence[Sheet], text: Text, claims: Claims) -> Fit | None:
    """The one row that most speaks for; None where another fits as well, or one far off is named."""
    words = words_of(stray)
    if word_pattern(WITHIN).search(stray.claim.segment):
        return None
    said = marks(words, text.lang)
    found: list[Fit] = []
    for sheet in lists:
        if sheet.first <= stray.claim.sentence.block <= sheet.last:
            continue
        if is_of_some(clause_of(stray, text.lang), sheet, text, claims, beside=False):
            continue
        found += _fits(stray, said, sheet, lists, text, claims)
    found.sort(key=lambda fit: -fit.score)
    if not found or not _is_near(stray.number, found[0].number):
        return None
    if len(found) > 1 and found[1].score > found[0].score - 0.5:
        return None
    if sum(fit.named >= BOTH and not fit.net for fit in found) > 1 and not found[0].net:
        return None
    return found[0]


def clause_of(stray: Stray, lang: str) -> str:
    """The part of a sentence in which a stray stands, from a colon or semicolon to the next comma."""
    words, number = stray.claim.sentence.text, stray.number
    cuts = [m.end() for m in regex.finditer(r"[:;]\s", words)]
    start = max((cut for cut in cuts if cut <= number.start), default=0)
    clause = words[start : number.end] + regex.split(r"[,;:]\s", words[number.end :])[0]
    return regex.sub(_ALL_WHO.format(ANSWERED[lang]), " ", clause, flags=regex.IGNORECASE)


def words_of(stray: Stray) -> str:
    """What its piece of a sentence says of a stray, without its number."""
    claim, number = stray.claim, stray.number
    printed = claim.sentence.text[number.start : number.end]
    return regex.sub(
        rf"(?:(?<!\w)(?:not|nevis|ne|не) )?{re.escape(printed)}", " ", piece_of(claim), count=1
    )


@dataclass(frozen=True, slots=True)
class Row:
    """A share of a list, or of several of its neighbours of one half of a scale."""

    number: Number
    slack: float
    spot: Spot
    label: frozenset[str]
    degrees: frozenset[str]
    said: int  # 1: a yes, -1: a no, 0: neither


def _rows(sheet: Sheet, column: int, text: Text) -> Iterator[Row]:
    labels = label_marks(sheet.labels, text.lang)
    read = [marks(label, text.lang) for label in sheet.labels]
    yes, no = (sum(map(says, sheet.labels)) for says in (is_yes, is_no))
    halves: dict[frozenset[str], list[int]] = {}
    for row, number in sheet.column(column):
        label = sheet.labels[row]
        rest = frozenset().union(*(one for at, one in enumerate(labels) if at != row))
        where = sheet.spots[row] if row < len(sheet.spots) else sheet.spots[0]
        said = int(is_yes(label) and yes == 1) - int(is_no(label) and no == 1)
        yield Row(number, 0.0, where, labels[row] - rest or labels[row], read[row].degrees, said)
        if labels[row] and len(labels[row]) < 3:
            halves.setdefault(labels[row], []).append(row)
    for core, rows in halves.items():
        if len(rows) > 1 and sheet.is_whole:
            cells = [n for row in rows if (n := sheet.cells[row][column]) is not None]
            total = replace(cells[0], value=sum(n.value for n in cells))
            where = sheet.spots[rows[0]] if rows[0] < len(sheet.spots) else sheet.spots[0]
            yield Row(total, (len(cells) - 1) * cells[0].step / 2, where, core, frozenset(), 0)


def _fits(
    stray: Stray, said: Marks, sheet: Sheet, lists: Sequence[Sheet], text: Text, claims: Claims
) -> Iterator[Fit]:
    column = total_column(sheet, text)
    if column < 0:
        return
    sentence = stray.claim.sentence
    words = said.set
    whole = words | marks(sentence.text, text.lang).set
    question = marks(question_in(sheet.asked), text.lang).set
    bare = frozenset(word.strip(NOT) for word in whole)
    asked = frozenset(mark for mark in question if is_among(mark.strip(NOT), bare))
    known = every_word([sheet], sentence, text, claims)
    strange = {w for w in words if not is_among(w.strip(NOT), known)}
    lead = sentence.kind is Kind.HEADING or sentence.block in sections_again(text)
    spoken = (
        0.5 * min(len(asked), 3) + 0.5 * (len(lists) == 1) + 0.3 * lead + 0.5 * min(stray.beside, 1)
    )
    for row in _rows(sheet, column, text):
        own = frozenset(m for m in row.label if not is_among(m, asked)) or row.label
        hits = len(met(own, words))
        named = hits / len(own) if own else 0.0
        if stray.claim.alone and own:
            named = max(named, _LESS * len(met(own, whole)) / len(own))
        if row.said and asked and (row.said < 0) == said.denies:
            named = 1.0
        near = _is_near(stray.number, row.number)
        turned = near and sorted(stray.number.shown) == sorted(row.number.shown)
        new = min(len(strange), _TURNED) if turned else len(strange)
        score = 1.5 * named + 0.3 * min(hits, 3) + spoken + near + turned - 0.25 * new
        score -= row.degrees != said.degrees and not turned
        yield Fit(
            row.number, row.spot, sheet.is_whole, named, len(asked), len(strange), score,
            row.slack > 0, turned,
        )  # fmt: skip


def _is_near(one: Number, other: Number) -> bool:
    apart = abs(one.value - other.value)
    return other.step < apart and (apart <= NEAR or sorted(one.shown) == sorted(other.shown))
