"""What place of a list each part of a sentence gives to whom: notions and the rows that stand by them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_rank as words
from atbalss.audit.boards import Board, Mention, Token, mentions, tokens
from atbalss.audit.polarity import signs_of
from atbalss.audit.text import Sentence, Text, word_pattern

_CUT = regex.pattern(
    r"[;:]\s|(?<=[\w%)])\s[–—]\s(?=\w+[^,;%]*\s[–—]\s)|,\s(?:but|while|whereas|and|so|where|which|who|although|though|because|since|as|bet|savukārt|kamēr|un|tāpēc|tādēļ|kur|kas|kurā|kuri|jo|tomēr|lai gan|taču"
    r"|а|но|и|тогда как|однако|поэтому|где|котор\w+|хотя|зато|так что)\s|\s(?:but(?! one)|while|whereas|bet|kamēr|но|однако|savukārt)\s|,\s",
    regex.IGNORECASE,
)
_JOINED = regex.pattern(
    r"(?:,|\s(?:and|un|и|as well as|kā arī|а также)|,\s?(?:and|un|и))\s(?:the |in |among |at |both |an? |by |в |на |у )*",
    regex.IGNORECASE,
)


_WHO = regex.pattern(  # `Fewest are those, who …`
    r",\s(?:kuri|kuras|kas|who|which|которые|кто)\s$", regex.IGNORECASE
)
_JOINT = regex.pattern(r",\s|\s(?:and|un|и|а)\s", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Notion:
    """A place told: 1 is first, -1 last, 2 second; `kind`: place, good, quality, end, next."""

    kind: str
    place: int
    start: int
    end: int
    words: str
    quality: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One notion with the rows of a board that stand by it, and the words of its part of the sentence."""

    notion: Notion
    named: tuple[Mention, ...]
    left_out: tuple[Mention, ...]
    rest: tuple[Token, ...]  # words that are neither
    part: str
    whole: str  # the sentence

    @property
    def bare(self) -> str:
        """The words that are neither the notion nor a row."""
        return " ".join(self.whole[token.start : token.end] for token in self.rest)

    @property
    def before(self) -> str:
        """The sentence as far as the part goes."""
        return self.whole[
            : max(self.notion.end, *(m.end for m in self.named)) if self.named else None
        ]

    @property
    def behind(self) -> str:
        """What follows the notion."""
        return self.whole[self.notion.end :]

    @property
    def is_listed(self) -> bool:
        """Whether several rows are named side by side, with nothing between them but an "and"."""
        return side_by_side(self.named, self.whole)


def side_by_side(named: Sequence[Mention], whole: str) -> bool:
    """Whether rows are named in one run: `A, B and C`."""
    return all(
        _JOINED.fullmatch(whole[one.end : other.start]) for one, other in itertools.pairwise(named)
    )


@cache
def _notions(lang: str) -> re.Pattern[str]:
    return word_pattern(words.notions(lang))


@cache
def _not_one(lang: str) -> re.Pattern[str]:
    return regex.pattern(words.NOT_ONE[lang], regex.IGNORECASE)


@cache
def _except(lang: str) -> re.Pattern[str]:
    return regex.pattern(rf"(?<!\w)(?:{words.EXCEPT[lang]})", regex.IGNORECASE)


def notions_in(said: str, lang: str) -> list[Notion]:
    """The places that words tell, in order."""
    found = []
    for match in _notions(lang).finditer(said):
        key = match.lastgroup or ""
        said_by = {name: value for name, value in match.groupdict().items() if value is not None}
        names = list(said_by)
        key = next(name for name in names if name not in ("least", "q1", "q2", "q3"))
        start, end, told = match.start(), match.end(), match.group(0)
        if key == "q":
            quality = next((said_by[q] for q in ("q1", "q2", "q3") if said_by.get(q)), "")
            place = -1 if match.group("least") else 1
            found.append(Notion("quality", place, start, end, told, quality.lower()))
        elif key in ("end", "next"):
            found.append(Notion(key, 0, start, end, told))
        elif key in ("l1", "s1"):
            found.append(Notion("time", 1 if key == "l1" else -1, start, end, told))
        elif key in ("d1", "a1"):
            found.append(Notion("order", 1 if key == "d1" else -1, start, end, told))
        elif key in ("good", "bad"):
            found.append(Notion("good", 1 if key == "good" else -1, start, end, told))
        else:
            sign = -1 if key[0] == "b" else 1
            found.append(Notion("place", sign * int(key[1]), start, end, told))
    return found


def told_in(sentence: Sentence, board: Board, text: Text) -> Iterator[Told]:
    """Each place that a sentence gives to rows of a board."""
    said = sentence.text
    known = notions_in(said, text.lang)
    if not known:
        return
    words_said = tokens(said, text.lang)
    named = [m for m in mentions(board, words_said) if not any(_within(m, n) for n in known)]
    named = [m for m in named if m.whole or not _is_measure(m, words_said, known, text)]
    sure = [m.entry for m in named if m.whole]
    named = [m for m in named if m.whole or m.entry not in sure]  # `of the three groups of staff`
    if not named:
        return
    out = [m for m in named if _except(text.lang).search(said[: m.start])]
    out = [m for m in out if not any(n.kind == "next" and n.start <= m.start for n in known)]
    for left, right in _parts(said, known, named):
        own = [item for item in known if left <= item.start < right]
        rows = [item for item in named if left <= item.start < right]
        yield from _paired(own, rows, out, words_said, said, left, right, text)


def _within(row: Mention, notion: Notion) -> bool:
    """Whether a row is named by what a place is told in: `the least punctual`, a row of punctuality."""
    inside = notion.start <= row.start and row.end <= notion.end
    quality = notion.quality[:5]
    return inside or bool(quality and all(w.startswith(quality) for w in row.entry.named))


def _is_measure(row: Mention, said: Sequence[Token], known: Sequence[Notion], text: Text) -> bool:
    """Whether only words of liking or its like name a row: `neapmierināto` of `neapmierināto Ogrē`."""
    words_hit = [said[at] for at in row.hits]
    bare = [t for t in words_hit if not any(n.start <= t.start < n.end for n in known)]
    return all(signs_of(token.word, text.lang) for token in bare)


def _parts(
    said: str, known: Sequence[Notion], named: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    """The parts of a sentence: cut at marks, but where a list of rows or a lone notion goes on."""
    edges = [0]
    for cut in _CUT.finditer(said):
        spots = [(n.start, n.end) for n in known] + [(m.start, m.end) for m in named]
        if any(start < cut.start() < end for start, end in spots):
            continue
        before = [m for m in named if edges[-1] <= m.start and m.end <= cut.start()]
        after = [m for m in named if m.start >= cut.end()]
        listed = cut.group(0) in (", ", ", and ", ", un ", ", и ") and before and after
        both = any(edges[-1] <= n.start < cut.start() for n in known) and any(
            n.start >= cut.end() for n in known
        )
        if listed and not both and _JOINED.fullmatch(said[before[-1].end : after[0].start]):
            continue
        edges.append(cut.end())
    edges.append(len(said))
    yield from _merged(said, list(itertools.pairwise(edges)), known, named)


def _merged(
    said: str,
    spans: Sequence[tuple[int, int]],
    known: Sequence[Notion],
    named: Sequence[Mention],
) -> Iterator[tuple[int, int]]:
    """Parts with what follows a lone notion behind a comma: `Lowest, as so often, was A`."""
    at = 0
    while at < len(spans):
        left, right = spans[at]
        told = any(left <= item.start < right for item in known)
        has = any(left <= item.start < right for item in named)
        if at + 1 < len(spans) and told and not has:
            after, end = spans[at + 1]
            mark = said[after - 2 : after]
            soft = _WHO.search(said[left:after]) is not None
            soft = (
                soft or mark == ", " or (mark == ": " and not regex.search(r"\d", said[after:end]))
            )
            told_after = any(after <= item.start < end for item in known)
            if soft and not told_after and any(after <= item.start < end for item in named):
                right = end
                at += 1
        yield left, right
        at += 1


def _paired(
    own: Sequence[Notion],
    rows: Sequence[Mention],
    out: Sequence[Mention],
    said: Sequence[Token],
    whole: str,
    left: int,
    right: int,
    text: Text,
) -> Iterator[Told]:
    """The notions of a part with their rows: one with all, or several in turn with one each."""
    own = [
        n
        for n in own
        if not _not_one(text.lang).search(whole[left : n.start]) and "?" not in whole[n.end :]
    ]
    kept = [m for m in rows if m not in out]
    taken = {place for m in rows for place in m.hits}
    spans = [(n.start, n.end) for n in own]
    rest = tuple(
        t
        for at, t in enumerate(said)
        if left <= t.start < right
        and at not in taken
        and not any(a <= t.start < b for a, b in spans)
    )
    part = whole[left:right]
    if len(own) == 1 and kept:
        yield Told(own[0], tuple(kept), tuple(out), rest, part, whole)
        return
    if len(own) != len(kept) or len(own) < 2:
        return
    both = [(n.start, True) for n in own] + [(m.start, False) for m in kept]
    kinds = [told for _, told in sorted(both)]
    if all(one != other for one, other in zip(kinds[::2], kinds[1::2], strict=True)):
        yield from _each_with_its_own(own, kept, rest, whole, left, right)


def _each_with_its_own(
    own: Sequence[Notion],
    kept: Sequence[Mention],
    rest: Sequence[Token],
    whole: str,
    left: int,
    right: int,
) -> Iterator[Told]:
    """Notions and rows in turn, parted where a joining word or the end of a pair stands."""
    edges = [left]
    for one, other in itertools.pairwise(zip(own, kept, strict=True)):
        end = max(one[0].end, one[1].end)
        last = min(other[0].start, other[1].start)
        joints = [joint.end() for joint in _JOINT.finditer(whole, end, last)]
        edges.append(joints[-1] if joints else end)
    edges.append(right)
    for at, (notion, row) in enumerate(zip(own, kept, strict=True)):
        beside = tuple(t for t in rest if edges[at] <= t.start < edges[at + 1])
        yield Told(notion, (row,), (), beside, whole[edges[at] : edges[at + 1]], whole)
