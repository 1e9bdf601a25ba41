"""Two rows of a list set side by side: ahead of, behind, more often than, as often as; told with their values or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit import words_standing as words
from atbalss.audit.boards import Board, Mention, boards_near, boards_of, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.places_told import Notion, Told
from atbalss.audit.rules.ranked import ends_of
from atbalss.audit.scope import is_of_change
from atbalss.audit.subjects import is_about, is_hedged, likeliest, of_place
from atbalss.audit.text import Text, word_pattern

_FAR = 5.0  # points between two that nobody calls as many
_ABOUT = 8.0  # ... or almost as many
Pair = tuple[Mention, Mention]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Comparisons of two rows that the values of the one list that can be meant deny."""
    boards = () if claims.crowded else boards_of(text, claims)
    if not boards:
        return
    compares = word_pattern(f"{words.AHEAD[text.lang]}|{words.ALIKE[text.lang]}")
    moved = word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.change}")
    for sentence in text.prose:
        if not compares.search(sentence.text):
            continue
        near = boards_near(boards, sentence, text, claims)
        near = [board for board in near if not is_of_change(board.ranking, sentence, text)]
        for clause in parts_of(sentence) if near else ():
            matches = list(compares.finditer(clause.words))
            if len(matches) == 1 and not moved.search(clause.words):
                yield from _of_clause(clause, matches[0], near, text, claims)


def _of_clause(
    clause: Clause, match: re.Match[str], near: Sequence[Board], text: Text, claims: Claims
) -> Iterator[Finding]:
    after = clause.words[match.end() :]
    if words.DENIED.search(clause.words[: match.start()]):
        return
    if match.lastgroup != "alike" and words.AMOUNT.match(after):
        return
    found: list[tuple[Told, Board]] = []
    for board in of_place(clause.sentence, near, text, claims):
        made = _told(clause, match, board, text)
        found += [(made, board)] if made is not None else []
    verdicts = [
        (told, _is_denied(told, board, match, text))
        for told, board in likeliest(found, text)
        if not is_hedged(told.before, text)
        and is_about(told, board, near, clause.sentence, text, claims)
    ]
    if verdicts and all(denied for _, denied in verdicts):
        told = verdicts[0][0]
        one, other = (item.entry for item in told.named)
        at = spot(text, clause.sentence, told.notion.start, told.notion.end)
        yield finding(
            text, "rank-word", at, (other.spot, one.spot),
            words=match.group(0).strip(), value=one.number.shown, other=other.number.shown,
        )  # fmt: skip


def _told(clause: Clause, match: re.Match[str], board: Board, text: Text) -> Told | None:
    """The two rows on both sides of a comparison, or on one side of `equally often`."""
    whole, shift = clause.sentence.text, clause.start
    start, end = shift + match.start(), shift + match.end()
    said = tokens(whole, text.lang)
    inside = [t for t in said if shift <= t.start < shift + len(clause.words)]
    rows = mentions(board, inside)
    before = sum(row.start < start for row in rows)
    soft = [board.entries[at] for at in board.soft]
    if len(rows) != 2 or any(row.entry in soft for row in rows):
        return None
    if before != 1 and match.lastgroup != "alike":
        return None
    by_verb = match.lastgroup != "alike" and not words.THAN.search(match.group(0))
    by_verb = by_verb and (match.lastgroup == "up" or text.lang == "ru")
    shares = {n.value for n in numbers(whole, text.lang) if n.unit is Unit.PERCENT or n.digits}
    if not shares <= {item.entry.number.value for item in rows}:
        return None
    taken = {place for item in rows for place in item.hits}
    left = max(shift, whole.rfind(", ", 0, min(rows[0].start, start)) + 1)
    right = whole.find(", ", max(rows[1].end, end))  # what follows is told of something else
    right = min(shift + len(clause.words), right if right > 0 else len(whole))
    rest = tuple(
        t
        for at, t in enumerate(inside)
        if at not in taken and left <= t.start < right and not start <= t.start < end
    )
    kind = "good" if match.lastgroup in ("better", "worse") else "place"
    place = -1 if match.lastgroup in ("down", "worse") else 1
    notion = Notion(kind, place, start, end, match.group(0))
    return Told(notion, (rows[0], rows[1]), (), rest, whole[left:right], whole)


def _is_denied(told: Told, board: Board, match: re.Match[str], text: Text) -> bool:
    gap = told.named[0].entry.number.value - told.named[1].entry.number.value
    if match.lastgroup == "alike":
        return abs(gap) >= (_ABOUT if words.NEARLY.search(told.part) else _FAR)
    ends = ends_of(told, board, text)
    if words.ONLY.search(match.group(0)):
        return bool(ends) and all(
            _has_between(told, peers, end)
            for peers in board.peers([item.entry for item in told.named])
            for end in ends
        )
    return bool(ends) and all(gap * end < 0 for end in ends)


def _has_between(told: Told, rows: Sequence[Entry], end: int) -> bool:
    """Whether more than the one row told is ahead: `it is behind only the trams`."""
    mine, over = (item.entry for item in told.named)
    beyond = [row for row in rows if (row.number.value - mine.number.value) * end < 0]
    return mine.number.value != over.number.value and beyond != [over]
