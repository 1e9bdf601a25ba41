"""Places told in whatever words, held against the one list that can be meant: first, last, next, at the other end."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.boards import Board, Mention, boards_near, boards_of, mentions, tokens
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.places import is_of_oneself
from atbalss.audit.places_told import Notion, Told, notions_in, told_in
from atbalss.audit.polarity import is_timed, of_board, signs_of
from atbalss.audit.rules.superlatives import OF_SOME
from atbalss.audit.scope import is_of_change, is_of_size
from atbalss.audit.stems import every_stem
from atbalss.audit.subjects import is_about, is_hedged, likeliest, of_place
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.words_standing import ALONE, OF_PEOPLE, SHARED, SHARES

_EPS = 1e-9
_NUMBER_OF = regex.any_case(r"\s(?:number|count|skait|числ|колич)")
_SEVERAL = tuple(  # the first letters of two, three, four, five
    regex.any_case(rf"\s*(?:{words})\w{{0,3}}(?!\w)")
    for words in (
        "two|div|дв|2",
        "three|tr[iī]s|tr[iī]j|три|тр[её]|3",
        "four|četr|четыр|4",
        "five|piec|пят|5",
    )
)
Verdict = tuple[Entry, Entry] | tuple[()] | None  # denied by; borne out; of something else


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Places that the values of the one list that can be meant deny."""
    boards = boards_of(text, claims)
    if not boards:
        return
    for sentence in text.prose:
        if OF_SOME.search(sentence.text):
            continue  # the rule of superlatives reads whose rows are left
        if sentence.text.rstrip().endswith(":"):
            continue  # what is named most stands in the list that it opens
        found = claims.of(sentence)
        head = sentence.text
        if len(found) > 2:  # a list of its own: what stands before its colon
            head = head[: max(0, head.rfind(": ", 0, found[0].number.start))]
        if notions_in(head, text.lang) and not _goes_on(sentence, text, claims):
            yield from _of_sentence(replace(sentence, text=head), boards, text, claims)


_THEY = regex.any_case(
    r"(?:tās|tos|tie|tai|tam|to|they|these|it|them|их|его|е[её]|они|она|он|этот|эту)\s"
)


def _goes_on(sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether the next sentence gives the share: `Printed books lead. They are read by 57 %.`"""
    after = text.sentences[sentence.order + 1 : sentence.order + 2]
    return bool(
        after
        and after[0].block == sentence.block
        and claims.of(after[0])
        and _THEY.match(after[0].text)
        and not claims.of(sentence)
    )


_SIDED = ("place", "good", "quality", "time")  # told from one end of a list


def _of_sentence(
    sentence: Sentence, boards: Sequence[Board], text: Text, claims: Claims
) -> Iterator[Finding]:
    near = [
        board
        for board in boards_near(boards, sentence, text, claims)
        if not is_of_change(board.ranking, sentence, text)
    ]
    own = sentence.text != text.sentences[sentence.order].text
    places: dict[int, list[tuple[Told, Board]]] = {}
    for board in of_place(sentence, near, text, claims):
        for told in told_in(sentence, board, text):
            if told.notion.kind in _SIDED and not ends_of(told, board, text):
                continue  # it measures something else
            places.setdefault(told.notion.start, []).append((told, board))
    verdicts: dict[int, list[tuple[Notion, Verdict]]] = {}
    for start, found in places.items():
        for told, board in likeliest(found, text):
            if is_hedged(told.before, text) or not is_about(
                told, board, boards if own else near, sentence, text, claims
            ):
                continue
            verdict = _verdict(told, board, near, sentence, text)
            if verdict is not None:
                verdicts.setdefault(start, []).append((told.notion, verdict))
    for given in verdicts.values():
        notion, verdict = given[0]
        if not all(other for _, other in given) or not verdict:
            continue
        meant, other = verdict
        rule = "rank-tie" if meant.number.value == other.number.value else "rank-word"
        at = spot(text, sentence, notion.start, notion.end)
        yield finding(
            text, rule, at, (other.spot,), words=notion.words.strip(), value=meant.number.shown,
            other=other.number.shown,
        )  # fmt: skip


def _verdict(
    told: Told, board: Board, boards: Sequence[Board], sentence: Sentence, text: Text
) -> Verdict:
    notion = told.notion
    if OF_PEOPLE.match(sentence.text, notion.end):
        return None
    if is_of_oneself(sentence.text, notion.start):
        return None
    told_of = next((n for n, p in enumerate(_SEVERAL, 2) if p.match(sentence.text, notion.end)), 0)
    if len(told.named) < told_of:
        return None  # not all of the three that it names are known
    if _is_name(notion, board):
        return None
    counts = not board.ranking.shares and _NUMBER_OF.match(told.behind) is not None
    if not counts and is_of_size(notion.words, told.behind, text):
        return None
    if _has_other_value(told, board, text):
        return None
    soft = [board.entries[at] for at in board.soft]
    if all(item.entry in soft for item in told.named):
        return None
    if notion.kind == "order":
        return _order(told)
    if notion.kind == "next":
        return _next(told, board, sentence, text)
    if notion.kind == "end":
        before = _before(told, board, sentence, text)
        if before is None or not before[1]:
            return None
        signs: tuple[int, ...] = (-before[1],)
    else:
        signs = ends_of(told, board, text)
    if not signs or (len(signs) > 1 and len({b.ranking.first for b in boards}) > 1):
        return None
    if not told.is_listed:
        return None
    meant = [item.entry for item in told.named if item.entry not in soft]
    out = [item.entry for item in told.left_out]
    place = abs(notion.place) or 1
    if _is_across(told, board, boards, signs, text):
        return ()
    if board.is_across and _BEHIND.match(sentence.text):
        return None  # behind another row, not another column
    if place == 1 and (tied := _tied(told, board, signs[0], text)):
        return tied
    shared = word_pattern(SHARED[text.lang]).search(sentence.text) is not None
    return _denied(board, meant, out, place, signs, shared=shared)


def _denied(
    board: Board,
    meant: Sequence[Entry],
    out: Sequence[Entry],
    place: int,
    signs: Sequence[int],
    *,
    shared: bool,
) -> Verdict:
    """The entry that takes the place of those meant, whichever end of the list is first."""
    denied: Verdict = None
    for sign in signs:
        for peers in board.peers(meant):
            rows = [entry for entry in peers if entry not in out]
            other = _beyond(rows, meant, place, sign, shared)
            if other is None or (place > 1 and not _beyond(peers, meant, place, sign, shared)):
                return ()  # `behind the books it is second`: of all, or of those behind
            denied = denied or (min(meant, key=lambda e: e.number.value * sign), other)
    return denied


def _is_name(notion: Notion, board: Board) -> bool:
    """Whether the words of a place are those of a row: `Confidence in most senior leaders`."""
    words = regex.sub(r"^(?:the|are|is)\s", "", notion.words.strip().lower())
    parted = (entry.spot.quote.lower().partition(" | ") for entry in board.entries)
    return " " in words and any(words in label for label, bar, _ in parted if bar)


def _tied(told: Told, board: Board, sign: int, text: Text) -> Verdict:
    """What denies that one alone is first, or that several are with as many each."""
    rows = sorted((item.entry for item in told.named), key=lambda e: e.number.value * sign)
    low, high = rows[0], rows[-1]
    if len(rows) > 1:
        shares = word_pattern(SHARES[text.lang]).search(told.part)
        return (low, high) if shares and high.number.value != low.number.value else None
    if not word_pattern(ALONE[text.lang]).search(told.part):
        return None
    level = (e for e in board.entries if e is not high and e.number.value == high.number.value)
    other = next(level, None)
    return (high, other) if other is not None else None


def _is_across(
    told: Told, board: Board, boards: Sequence[Board], signs: Sequence[int], text: Text
) -> bool:
    """Whether a part names a column too, of which it is right: `visits are rarest among businesses`."""
    if len(told.named) != 1 or " | " not in told.named[0].entry.spot.quote or board.is_across:
        return False
    said = {word[:4] for word in every_stem(told.bare, text.lang)}
    if not any(word[:4] in said for word in board.ranking.measure):
        return False
    mine = told.named[0].entry
    row = [e for one in boards if not one.is_across for e in one.entries if e.spot == mine.spot]
    ends = (all(e.number.value * s <= mine.number.value * s for e in row) for s in signs)
    return len(row) > 1 and any(ends) and not of_board(board, text)


def _has_other_value(told: Told, board: Board, text: Text) -> bool:
    """Whether a sentence prints a share that its list has not, or its part one that is none of its rows'."""
    values = {entry.number.value for entry in (*board.entries, *board.ranking.rests)}
    if not _shares(told.whole, text) <= values:
        return True
    own = {item.entry.number.value for item in (*told.named, *told.left_out)}
    return not _shares(told.part, text) <= own


def _shares(said: str, text: Text) -> set[float]:
    return {n.value for n in numbers(said, text.lang) if n.unit is Unit.PERCENT or n.digits}


def ends_of(told: Told, board: Board, text: Text) -> tuple[int, ...]:
    """From which ends a place may be counted: 1 the largest value, -1 the smallest; () where unclear."""
    notion = told.notion
    sign = 1 if notion.place > 0 else -1
    mine = of_board(board, text)
    said = signs_of(_COMPLAINT.sub("", told.bare), text.lang)
    if notion.kind == "time":
        return (sign,) if is_timed(board, text) else ()
    if notion.kind == "good":
        known = mine.get("liked") or next(iter(mine.values()), 0)
        if _HARD.search(notion.words) and known >= 0:
            return ()  # hard is what a list of obstacles has
        return (sign * known,) if known else (1, -1)
    if notion.kind == "quality":
        said = signs_of(notion.words, text.lang)
        if not said:
            begin = notion.quality[:5]
            measured = board.ranking.measure | board.ranking.context
            met = any(w.startswith(begin) for w in measured if len(w) > 3)
            return (sign,) if met else ()
    if not said:
        return (sign,)
    common = {sign * said[name] * mine[name] for name in said.keys() & mine.keys()}
    return (common.pop(),) if len(common) == 1 else ()


_BEHIND = regex.any_case(r"(?:behind|after|next to|aiz|pēc|за|после|вслед за)\s(?!\d)")
_HARD = regex.any_case(r"grūt|sarežģ|hard|tough|трудн|тяжел|сложн")
_COMPLAINT = regex.any_case(  # what is named, and no measure: `the second most frequent complaint`
    r"(?<!\w)(?:complaint|concerns?|worry|sūdzība|bažas|жалоба|жалобой|опасение)(?!\w)"
)


def _beyond(
    rows: Sequence[Entry], meant: Sequence[Entry], place: int, sign: int, shared: bool
) -> Entry | None:
    """The row that denies a place of rows; None where the place is right, or may be."""
    values = [entry.number.value * sign for entry in meant]
    others = [entry for entry in rows if entry not in meant]
    if place == 1:
        best = max(others, key=lambda e: e.number.value * sign, default=None)
        return best if best and best.number.value * sign > min(values) + _EPS else None
    if len(meant) != 1 or place > len(rows):
        return None
    above = [e for e in others if e.number.value * sign > values[0] + _EPS]
    level = [e for e in others if abs(e.number.value * sign - values[0]) <= _EPS]
    if len(above) < place <= len(above) + 1 + len(level):
        return level[0] if level and not shared else None
    if len(above) >= place:
        return max(above, key=lambda e: e.number.value * sign)
    below = [e for e in others if e.number.value * sign < values[0] - _EPS]
    return max(below, key=lambda e: e.number.value * sign, default=None)


def _order(told: Told) -> Verdict:
    """`in descending order: A, B, C`: each is at most as large as the one before it."""
    rows = [item.entry for item in told.named]
    if len(rows) < 3 or not told.is_listed:
        return None
    for one, other in itertools.pairwise(rows):
        if (other.number.value - one.number.value) * told.notion.place > _EPS:
            return other, one
    return ()


def _before(
    told: Told, board: Board, sentence: Sentence, text: Text
) -> tuple[list[Mention], int] | None:
    """The rows named just before a notion, and from which end they were counted; in its sentence, else in the one before."""
    earlier = [
        m for m in mentions(board, tokens(sentence.text, text.lang)) if m.end <= told.notion.start
    ]
    ends = [one for one in told_in(sentence, board, text) if one.notion.start < told.notion.start]
    if not earlier and sentence.order:
        last = text.sentences[sentence.order - 1]
        if last.block != sentence.block:
            return None
        earlier = mentions(board, tokens(last.text, text.lang))
        ends = list(told_in(last, board, text))
    if (
        not earlier
        and len(tops := notions_in(text.sentences[sentence.order - 1].text, text.lang)) == 1
    ):
        first = _lone(board, tops[0])
        return ([first], tops[0].place) if first is not None else None
    ends = [one for one in ends if one.notion.kind in ("place", "good", "quality")]
    signs = ends_of(ends[-1], board, text) if ends else ()
    return earlier, signs[0] if len(signs) == 1 else 0


def _lone(board: Board, notion: Notion) -> Mention | None:
    """The row that is first or last, where the sentence before tells it by a name of its own."""
    rows = sorted(board.entries, key=lambda e: -e.number.value * notion.place)
    return Mention(rows[0], 0, 0, frozenset(), True)


def _next(told: Told, board: Board, sentence: Sentence, text: Text) -> Verdict:
    """`behind it comes A`: nobody stands between A and what was named before."""
    before = _before(told, board, sentence, text)
    if before is None or not before[0]:
        return None
    known = [item.entry for item in before[0]]
    meant = [item.entry for item in told.named if item.entry not in known]
    if not meant or len(known) > 3:
        return None
    values = [entry.number.value for entry in board.entries]
    low = all(entry.number.value <= sorted(values)[len(known) - 1] for entry in known)
    sign = before[1] or (-1 if low else 1)
    last = min(entry.number.value * sign for entry in known)
    denied: Verdict = None
    for one, other in itertools.pairwise(meant):
        if other.number.value * sign > one.number.value * sign + _EPS:
            return one, other
    for peers in board.peers([*meant, *known]):
        others = [e for e in peers if e not in (*meant, *known)]
        first = max(meant, key=lambda e: e.number.value * sign)
        least = min(meant, key=lambda e: e.number.value * sign)
        between = [
            e
            for e in others
            if least.number.value * sign + _EPS < e.number.value * sign < last - _EPS
        ]
        if between:
            denied = denied or (least, max(between, key=lambda e: e.number.value * sign))
        elif first.number.value * sign > last + _EPS:
            over = min(known, key=lambda e: e.number.value * sign)
            denied = denied or (first, over)
        else:
            return ()
    return denied
