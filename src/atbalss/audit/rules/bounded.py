"""The only ones, all but some, so many of a list above or below a bound: held against the one list that can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_bound as words
from atbalss.audit.boards import Board, boards_near, boards_of, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numerals import value_of
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.places_told import Notion, Told, side_by_side
from atbalss.audit.stems import every_stem
from atbalss.audit.subjects import is_about, is_hedged, likeliest, of_place
from atbalss.audit.text import Text, word_pattern
from atbalss.study.decimals import marked


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound, whether what is meant lies above it, and where it is told."""

    value: float
    up: bool
    percent: bool | None  # None: a fraction
    start: int
    end: int
    words: str

    def inside(self, entry: Entry) -> bool:
        """Whether a row surely lies where the bound says, however it was rounded."""
        gap = entry.number.value - self.value
        return (gap if self.up else -gap) > entry.number.step / 2

    def outside(self, entry: Entry) -> bool:
        """Whether a row surely lies on the other side."""
        gap = self.value - entry.number.value
        return (gap if self.up else -gap) > entry.number.step / 2


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    return (
        regex.pattern(rf"(?<!\w)(?:{words.limit(lang)})(?!\w|[.,]\d)", re.IGNORECASE),
        word_pattern(words.ONLY[lang]),
        word_pattern(words.EXCEPT_FOR[lang]),
        word_pattern(words.ALL[lang]),
    )


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rows said to be the only ones beyond a bound, or exceptions to it, that the list denies."""
    boards = boards_of(text, claims)
    if not boards:
        return
    limit, only, but, _ = _patterns(text.lang)
    for sentence in text.prose:
        if limit.search(sentence.text) is None or is_hedged(sentence.text, text):
            continue
        near = boards_near(boards, sentence, text, claims)
        if not (only.search(sentence.text) or but.search(sentence.text)):
            for clause in parts_of(sentence):
                yield from _of_count(clause, near, text)
            continue
        for clause in parts_of(sentence):
            yield from _of_clause(clause, near, text, claims)


def limits_in(said: str, lang: str) -> list[Limit]:
    """The bounds that words tell."""
    found = []
    for match in _patterns(lang)[0].finditer(said):
        key = next((k for k in words.FRACTIONS if match.group(k) is not None), "")
        key = "f50" if match.group("most") is not None else key
        said = match.group("said")
        if key:
            value = words.FRACTIONS[key]
        else:
            value = float(value_of(said, lang) if said else match.group("n").replace(",", "."))
        percent = None if key else match.group("unit") is not None
        up = match.group("under") is None
        found.append(Limit(value, up, percent, match.start(), match.end(), match.group(0)))
    return found


def _of_clause(
    clause: Clause, boards: Sequence[Board], text: Text, claims: Claims
) -> Iterator[Finding]:
    limits = limits_in(clause.words, text.lang)
    _, only, but, every = _patterns(text.lang)
    one, exempt = only.search(clause.words), but.search(clause.words)
    if len(limits) != 1 or (one is None) == (exempt is None):
        return
    none = exempt is not None and word_pattern(words.NONE[text.lang]).search(clause.words)
    if exempt is not None and not none and every.search(clause.words) is None:
        return
    by = one or exempt
    assert by is not None
    limit = limits[0]
    told = []
    for board in of_place(clause.sentence, boards, text, claims):
        if limit.percent is None or limit.percent == board.ranking.shares:
            made = _said(clause, limit, by, board, text)
            told += [(made, board)] if made is not None else []
    verdicts = [
        _denied(made, limit, exempt is not None and not none, board)
        for made, board in likeliest(told, text)
        if is_about(made, board, boards, clause.sentence, text, claims)
    ]
    if not told and one is not None:
        verdicts = [_alone(clause, limit, one, boards, text)]
    if verdicts and all(verdicts) and verdicts[0] is not None:
        other = verdicts[0]
        start = clause.start + min(limit.start, by.start())
        end = clause.start + max(limit.end, by.end())
        at = spot(text, clause.sentence, start, end)
        yield finding(
            text, "rank-word", at, (other.spot,), words=by.group(0),
            value=marked(f"{limit.value:.3g}", text.lang), other=marked(other.number.shown, text.lang),
        )  # fmt: skip


def _of_count(clause: Clause, boards: Sequence[Board], text: Text) -> Iterator[Finding]:
    """`three of the five items are above half`: so many rows of the one list that has as many."""
    match = word_pattern(words.counted(text.lang)).search(clause.words)
    one_of = word_pattern(words.ONE_OF[text.lang]).search(clause.words)
    limits = limits_in(clause.words, text.lang)
    if (match is None and one_of is None) or len(limits) != 1:
        return
    limit = limits[0]
    boards = [b for b in boards if limit.percent in (None, b.ranking.shares)]
    fits, count = [], 0
    if match is not None:
        count = next(int(k[1:]) for k, v in match.groupdict().items() if k[0] == "c" and v)
        fits = [b for b in boards if len(b.entries) == _whole(match.group("all"), text.lang)]
    if not fits and one_of is not None:
        match, count = one_of, _whole(one_of.group("n"), text.lang)
        named = tokens(clause.words, text.lang)
        fits = [b for b in boards if len(b.entries) > count and mentions(b, named)]
    if match is None:
        return
    if len(fits) != 1 or len({board.ranking.first for board in boards}) != 1:
        return
    rows = fits[0].entries
    inside = [entry for entry in rows if limit.inside(entry)]
    open_ = [entry for entry in rows if not limit.inside(entry) and not limit.outside(entry)]
    if len(inside) <= count <= len(inside) + len(open_):
        return
    out = [entry for entry in rows if limit.outside(entry)]
    other = inside[-1] if len(inside) > count else max(out, key=lambda e: e.number.value)
    start, end = min(match.start(), limit.start), max(match.end(), limit.end)
    at = spot(text, clause.sentence, clause.start + start, clause.start + end)
    yield finding(
        text, "rank-word", at, (other.spot,), words=match.group(0),
        value=marked(f"{limit.value:.3g}", text.lang), other=marked(other.number.shown, text.lang),
    )  # fmt: skip


def _whole(said: str, lang: str) -> int:
    """The number behind "of": in figures or in words."""
    if said.isdigit():
        return int(said)
    known = words.WHOLE[lang]
    return next((n for n, word in enumerate(known) if word and said.lower().startswith(word)), 0)


def _alone(
    clause: Clause, limit: Limit, one: re.Match[str], boards: Sequence[Board], text: Text
) -> Entry | None:
    """`the only statement that more than 80 % share`, whichever it is: two have more, or none."""
    sole = word_pattern(words.SOLE[text.lang]).match(clause.words, one.start())
    if sole is None or len({board.ranking.first for board in boards}) != 1 or len(boards) != 1:
        return None
    board = boards[0]
    known = {word[:4] for word in board.ranking.context | board.ranking.kind}
    noun = {word[:4] for word in every_stem(sole.group("noun"), text.lang)}
    if not noun & known or (limit.percent is not None and limit.percent != board.ranking.shares):
        return None
    first: Entry | None = None
    for peers in board.peers([]):
        inside = [entry for entry in peers if limit.inside(entry)]
        if len(inside) < 2 and not (not inside and all(limit.outside(e) for e in peers)):
            return None
        first = first or (inside or list(peers))[-1]
    return first


def _said(clause: Clause, limit: Limit, by: re.Match[str], board: Board, text: Text) -> Told | None:
    """The rows of a board that a clause singles out."""
    whole = clause.sentence.text
    said = [
        t
        for t in tokens(whole, text.lang)
        if clause.start <= t.start < clause.start + len(clause.words)
    ]
    named = mentions(board, said)
    if not named or not side_by_side(named, whole):
        return None
    taken = {place for item in named for place in item.hits}
    spans = [(clause.start + a, clause.start + b) for a, b in ((limit.start, limit.end), by.span())]
    rest = tuple(
        t
        for at, t in enumerate(said)
        if at not in taken and not any(a <= t.start < b for a, b in spans)
    )
    notion = Notion("bound", 0, spans[0][0], spans[0][1], limit.words)
    return Told(notion, tuple(named), (), rest, clause.words, whole)


def _denied(told: Told, limit: Limit, exempt: bool, board: Board) -> Entry | None:
    """The row that denies it; None where none does."""
    meant = [item.entry for item in told.named]
    first: Entry | None = None
    for peers in board.peers(meant):
        others = [entry for entry in peers if entry not in meant]
        if exempt:
            wrong = [e for e in meant if limit.inside(e)] + [e for e in others if limit.outside(e)]
        else:
            wrong = [e for e in meant if limit.outside(e)] + [e for e in others if limit.inside(e)]
        if not wrong:
            return None
        first = first or wrong[0]
    return first
