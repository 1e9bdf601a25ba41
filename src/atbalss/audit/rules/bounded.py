"""All, none, the only ones, all but some, so many of a list above or below a bound: against the one list that can be meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_bound as words
from atbalss.audit.boards import Board, boards_near, boards_of, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.numerals import value_of
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.places_told import Notion, Told, side_by_side
from atbalss.audit.scope import is_foreign
from atbalss.audit.spoken import words_in
from atbalss.audit.stems import every_stem
from atbalss.audit.subjects import is_about, is_hedged, likeliest, of_place
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.things import is_of_things
from atbalss.audit.waves import year_in
from atbalss.report.ranges import LESS, MORE

_FEW = 6  # lists of a document far from a sentence, of which one may be meant
_WHOLE = 2.5  # points that the answers to one question may miss 100 by


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
        word_pattern(words.EVERY[lang]),
        word_pattern(f"{words.counted(lang)}|{words.ONE_OF[lang]}"),
    )


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Bounds said of all rows of a list, of none, of some alone or of so many, that its values deny."""
    boards = boards_of(text, claims)
    if not boards:
        return
    _, only, but, _, every, count = _patterns(text.lang)
    for sentence in text.prose:
        if not any(rule.search(sentence.text) for rule in (only, but, every, count)):
            continue
        if is_hedged(sentence.text, text):
            continue
        near = boards_near(boards, sentence, text, claims)
        for clause in parts_of(sentence) if near else ():
            limits = _limits(clause, text)
            if len(limits) != 1:
                continue
            found = list(_of_clause(clause, limits[0], near, text, claims))
            found = found or list(_of_count(clause, limits[0], near, text))
            yield from found or _of_every(clause, limits[0], near, text, claims)


def _limits(clause: Clause, text: Text) -> list[Limit]:
    """The bounds of a clause, also those told by a fraction or a majority alone."""
    found = limits_in(clause.words, text.lang)
    for said, key, mode, exact, begin, stop in words_in(clause.sentence, text):
        start, end = begin - clause.start, stop - clause.start
        if not 0 <= start < len(clause.words):
            continue
        if any(start < one.end and one.start < end for one in found):
            continue
        if key in ("majority", "minority"):
            exact, mode = 50.0, MORE if key == "majority" else LESS
        if exact and mode in (MORE, LESS):
            found.append(Limit(exact, mode == MORE, None, start, end, said))
    return found


def limits_in(said: str, lang: str) -> list[Limit]:
    """The bounds that words tell."""
    found = []
    for match in _patterns(lang)[0].finditer(said):
        key = next((k for k in words.FRACTIONS if match.group(k) is not None), "")
        key = "f50" if match.group("most") is not None else key
        spelt = match.group("said")
        if key:
            value = words.FRACTIONS[key]
        else:
            value = float(value_of(spelt, lang) if spelt else match.group("n").replace(",", "."))
        percent = None if key else match.group("unit") is not None
        up = match.group("under") is None
        found.append(Limit(value, up, percent, match.start(), match.end(), match.group(0)))
    return found


def _of_every(
    clause: Clause, limit: Limit, boards: Sequence[Board], text: Text, claims: Claims
) -> Iterator[Finding]:
    """`in every region over half`, `in none of the schools below 40 %`: all rows of a list."""
    found = list(_patterns(text.lang)[4].finditer(clause.words))
    if len(found) != 1 or year_in(clause.sentence.text, text) or _is_aside(clause, found[0], limit):
        return
    said = found[0]
    none = said.group("none") is not None
    rest = clause.words
    for start, end in sorted(((said.start(), said.end()), (limit.start, limit.end)), reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    denied = words.DENIED.search(clause.words[: limit.start]) is not None
    if not (none and text.lang != "en") and not denied and words.NOT.search(rest):
        return
    if none and text.lang != "en" and words.UN.match(limit.words):
        limit = replace(limit, up=True)  # "none" takes a negation there: `nevienā nepārsniedz`
    nouns = {
        word[:5] for key in ("n1", "n2") for word in every_stem(said.group(key) or "", text.lang)
    }
    fits = [b for b in boards if b.ranking.shares and limit.percent is not False]
    if is_of_things(clause.words, limit.end, None, text, claims):  # unless the list is of them
        after = " ".join(clause.words[limit.end :].split()[:2])
        heads = {word[:4] for word in every_stem(after, text.lang)}
        fits = [b for b in fits if heads & {word[:4] for word in b.ranking.context}]
    verdicts = []
    for board in _every_of(clause, nouns, fits, rest, text, claims):
        wrong = [
            [e for e in p if (limit.inside if none else limit.outside)(e)] for p in board.peers([])
        ]
        verdicts.append(next(iter(wrong[0]), None) if all(wrong) else None)
    if verdicts and all(verdicts) and verdicts[0] is not None:
        yield _told(clause, limit, said, verdicts[0], text)


def _is_aside(clause: Clause, said: re.Match[str], limit: Limit) -> bool:
    """Whether the rows and the bound are of two clauses: `No surprises here, most people …`."""
    between = clause.words[said.end() : limit.start]
    return said.group("none") is not None and regex.search(r"[,:]\s", between) is not None


def _every_of(
    clause: Clause, nouns: set[str], boards: Sequence[Board], rest: str, text: Text, claims: Claims
) -> list[Board]:
    """The lists whose rows are what a noun calls them; else the only one that holds no answers to one question."""
    told = names(rest, text)
    said = tokens(rest, text.lang)
    known = [
        board
        for board in boards
        if len(board.entries) > 2
        and len(set(board.sorts) & {"number"}) * len(board.sorts)
        in (0, board.sorts.count("number"))
        and not mentions(board, said)
        and not any(word[:5] in nouns for entry in board.entries for word in entry.named)
    ]
    fits = [b for b in known if any(word[:5] in nouns for word in b.ranking.context)]
    fits = [b for b in fits if any(word[:5] in nouns for word in b.ranking.kind)] or fits
    if not fits:
        apart = [b for b in known if not _is_whole(b)]
        fits = apart if len({b.ranking.first for b in apart}) == 1 else []
    near = [b for b in fits if b.ranking.section == clause.sentence.section]
    fits = [b for b in fits if b.ranking.order < 0 or len(b.entries) > 3]
    fits = near or ([] if claims.drawn or len(fits) > _FEW else fits)
    made = [(_bare(clause, rest, text), board) for board in fits]
    return [
        board
        for _, board in likeliest(made, text)
        if not is_foreign(told, board.ranking, [], clause.sentence, text, claims)
    ]


def _bare(clause: Clause, rest: str, text: Text) -> Told:
    """A clause of no row: its words without bound and quantity."""
    notion = Notion("bound", 0, 0, 0, "")
    return Told(notion, (), (), tokens(rest, text.lang), rest, rest)


def _is_whole(board: Board) -> bool:
    """Whether rows are the answers to one question: with those that are no answer they make 100."""
    rows = (*board.entries, *board.ranking.rests)
    return board.ranking.shares and abs(sum(e.number.value for e in rows) - 100) <= _WHOLE


_WEIGHED = regex.any_case(
    r"\s*(?:(?:a |an |the )?(?:bare|slight|slim|small|thin|narrow|neliel|niecīg|mazliet|maz|knap|trausl|небольш|незначительн|слаб)\w*\s)?"
)


def _of_clause(
    clause: Clause, limit: Limit, boards: Sequence[Board], text: Text, claims: Claims
) -> Iterator[Finding]:
    """`only X is above half`, `all but X are`."""
    _, only, but, every, *_ = _patterns(text.lang)
    one, exempt = only.search(clause.words), but.search(clause.words)
    if (one is None) == (exempt is None):
        return
    if (
        one
        and one.end() <= limit.start
        and _WEIGHED.fullmatch(clause.words[one.end() : limit.start])
    ):
        return  # `only a minority`: it weighs the amount, and singles out no row
    none = exempt is not None and word_pattern(words.NONE[text.lang]).search(clause.words)
    if exempt is not None and not none and every.search(clause.words) is None:
        return
    by = one or exempt
    assert by is not None
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
        yield _told(clause, limit, by, verdicts[0], text)


def _told(clause: Clause, limit: Limit, by: re.Match[str], other: Entry, text: Text) -> Finding:
    start = clause.start + min(limit.start, by.start())
    end = clause.start + max(limit.end, by.end())
    at = spot(text, clause.sentence, start, end)
    return finding(
        text, "rank-word", at, (other.spot,), words=by.group(0),
        value=f"{limit.value:.3g}", other=other.number.shown,
    )  # fmt: skip


def _of_count(
    clause: Clause, limit: Limit, boards: Sequence[Board], text: Text
) -> Iterator[Finding]:
    """`three of the five items are above half`: so many rows of the one list that has as many."""
    match = word_pattern(words.counted(text.lang)).search(clause.words)
    one_of = word_pattern(words.ONE_OF[text.lang]).search(clause.words)
    if match is None and one_of is None:
        return
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
    yield _told(clause, limit, match, other, text)


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
