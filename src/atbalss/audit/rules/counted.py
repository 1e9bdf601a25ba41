"""A count and its percent that do not agree, among others of the same list or passage that do."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, row_spot, spot
from atbalss.audit.kept import read_once
from atbalss.audit.numbers import Number, Unit, numbers, whole_number
from atbalss.audit.parts import INTEGER, MEASURED, parts_of
from atbalss.audit.possible_percents import is_weighted, whole_numbers
from atbalss.audit.rules.counts import cuts_off
from atbalss.audit.series import is_part
from atbalss.audit.tallied import share_in, whole
from atbalss.audit.text import Kind, Text, word_pattern

_PERCENT = r"\d{1,3}(?:[.,]\d{1,2})?\s?(?:%|per ?cent(?!age)|procent(?!p)\w*|процент(?!н)\w*)"
_SAME = r"i\.e\.|that is|or|jeb|tas ir|t\.i\.|proti|или|то есть|т\.\s?е\."
_JUST = r"exactly|just|precisely|a round|ровно|точно|как раз|tieši|precīzi|apaļi"
_SLIP = 10  # points by which a share of all is off its count's
_BOUND = regex.pattern(
    r"(?<!\w)(?:to|from|over|under|up to|than|until|līdz|no|virs|zem|par|nekā|до|от|с|по|свыше|более|менее|старше|больше|меньше)\s$|\d\s(?:out )?(?:of|из)(?: the| всех)?\s$",  # and `421 of 602 (70 %)`
    regex.IGNORECASE,
)
_NARROW = {
    "lv": r"no (?:tiem|šiem|viņiem|tām)|starp (?:tiem|viņiem)|tie,? k\w+",
    "en": r"of (?:them|these|those|whom|which)|among (?:them|these|those)",
    "ru": r"из (?:них|этих|тех|которых)|среди (?:них|этих|тех)",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A count and the percent that is said to be the same, with their place and passage."""

    count: int
    percent: Number
    spot: Spot
    passage: int
    free: bool  # nothing beside it speaks of a part, or of another wave


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Pairs that disagree with the one base of which the others of their passage are."""
    if is_weighted(text):
        return
    yield from _in_rows(text)
    groups: dict[int, list[Pair]] = {}
    for pair in pairs_of(text, claims):
        groups.setdefault(pair.passage, []).append(pair)
    known = _stated(text, claims)
    cut = cuts_off(text, claims)
    lone = [
        pair
        for group in groups.values()
        if len(group) == 1
        for pair in group
        if not any(agree(pair, base, cut) for base in _near(text, group) if base < claims.base)
    ]  # `125 of 208 worked, the other 83 (40 %) did not`
    for pair in lone:
        base = _put_to(text, pair) or _of_all(text, claims, pair)
        if base > pair.count and not any(agree(pair, n, cut) for n in known | {base}):
            yield _told(text, pair, base)
    for group in (*(group for group in groups.values() if len(group) > 1), lone):
        near = _near(text, group) if len(group) > 2 and group is not lone else frozenset()
        yield from _odd(text, claims, group, known | near, cut)


def _of_all(text: Text, claims: Claims, pair: Pair) -> int:
    """How many all were, where a share of them must be meant: no whole number of the document gives it; else 0."""
    base, unweighted = claims.survey
    close = base > pair.count and abs(100 * pair.count / base - pair.percent.value) <= _SLIP
    made = any(agree(pair, n, cut=True) for n in whole_numbers(text) if n >= pair.count)
    own = regex.search(rf"[nN]\s?=\s?{pair.count}(?!\d)", pair.spot.quote)  # may be the base
    return base if unweighted and pair.free and close and not (made or own) else 0


def _near(text: Text, group: Sequence[Pair]) -> frozenset[int]:
    """The whole numbers beside the pairs of a passage, and what their counts make: `Of 150 travellers, 63 (42 %) …`."""
    most, made = max(pair.count for pair in group), sum(pair.count for pair in group)
    words = text.blocks[group[0].spot.block].text
    found = {int(n) for n in regex.findall(r"(?<![\d.,])\d{1,5}(?![\d.,]*[\d%]|\s%)", words)}
    whole = abs(sum(pair.percent.value for pair in group) - 100) <= 5
    return frozenset({n for n in found if n > most} | ({made} if whole else set()))


def _in_rows(text: Text) -> Iterator[Finding]:
    """The one row of a table whose share is not that of its two counts: `178 | 121 | 74 %`, where in all others it is."""
    for index, block in enumerate(text.blocks):
        rows = range(1, len(block.rows))
        if block.kind is not Kind.TABLE or len(rows) < 4 or len(block.rows[0]) < 4:
            continue
        columns = range(1, len(block.rows[0]))
        counts = [at for at in columns if all(whole(block, row, at) > 0 for row in rows)]
        shares = [at for at in columns if all(share_in(block, row, at, text) for row in rows)]
        for base, part, at in itertools.product(counts, counts, shares):
            pairs = [
                (Pair(whole(block, row, part), share, row_spot(block, index, row), index, True), n)
                for row in rows
                if (share := share_in(block, row, at, text)) and (n := whole(block, row, base))
            ]
            odd = [(pair, n) for pair, n in pairs if not agree(pair, n, cut=False)]
            if len({base, part, at}) == 3 and len(odd) == 1 and odd[0][0].count < odd[0][1]:
                yield _told(text, *odd[0])


_THOSE = regex.any_case(  # to whom a question was put: `those 45 families were asked`
    r"(?<!\w)(?:those|these|the|t(?:ie|ās|iem|ām|os)|š(?:ie|īs|iem|īm)|эт\w+|тем|тех|теми|из)\s(\d{1,4})(?=\s[^\W\d]{3,})"
)


def _put_to(text: Text, pair: Pair) -> int:
    """How many those were to whom the passage of a pair says that it was put; 0 where it does not, or tells several."""
    words = text.blocks[pair.spot.block].text
    place = words.find(pair.spot.quote.strip("… ")[:40])
    found = {int(n) for n in _THOSE.findall(words[: max(place, 0)])}
    return found.pop() if len(found) == 1 else 0


@read_once
def pairs_of(text: Text, claims: Claims) -> tuple[Pair, ...]:
    """All counts with their percents: of lists, and of sentences."""
    return (*_of_lists(text, claims), *_of_sentences(text))


def _of_lists(text: Text, claims: Claims) -> Iterator[Pair]:
    for parts in parts_of(text, claims):
        whole = parts.whole.percent if parts.whole else None
        if whole is not None and abs(whole.value - 100) > 1:
            continue  # `All | 802 | 59 %`: each row has a base of its own
        for part in parts.parts:
            if part.count and part.percent is not None and not is_part(part.label):
                yield Pair(part.count, part.percent, part.spot, -1 - parts.first, True)


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    noun = rf"(?:\s(?!(?:{MEASURED[lang]})(?!\w))[^\W\d_][\w.’'-]*){{0,3}}"
    begun = r"(?<![\w.,:/№#=+±−–-])"
    so = rf"(?:\(|,?\s(?:{_SAME})\s|\s[–—-]\s|,\s(?={_JUST}))(?:(?:{_SAME}|{_JUST})\s|[nN]\s?=\s?)?"
    return regex.any_case(
        rf"{begun}(?P<n1>{INTEGER})(?!\s?%){noun}\s?{so}(?P<p1>{_PERCENT})"
        rf"|(?P<p2>{_PERCENT})(?:\s[^\W\d_]\w*){{0,3}}\s?{so}(?P<n2>{INTEGER})(?!\s?%){noun}\)?"
    )


def _of_sentences(text: Text) -> Iterator[Pair]:
    listed = {block for block, item in enumerate(text.blocks) if len(item.starts) > 2}
    for sentence in text.prose:
        words = sentence.text
        if sentence.block in listed or not regex.search(r"\d.*\d", words):
            continue
        narrow = word_pattern(
            f"{text.words.group}|{text.words.last_wave}|{_NARROW[text.lang]}"
        ).search(words)
        for match in _pattern(text.lang).finditer(words):
            first = match["n1"] is not None
            count = whole_number(match["n1"] if first else match["n2"])
            start, _ = match.span("p1" if first else "p2")
            own = [item for item in numbers(words, text.lang) if item.start == start]
            if not own or own[0].unit is not Unit.PERCENT or own[0].ranged:
                continue
            if 1990 <= count <= 2039 or count < 2:
                continue
            if first and _BOUND.search(words[: match.start("n1")]):
                continue  # `from 10 to 49 — 35 %`
            at = spot(text, sentence, match.start(), match.end())
            free = narrow is None and not regex.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", words)
            yield Pair(count, own[0], at, _passage(text, sentence.block), free)


def _passage(text: Text, block: int) -> int:
    """The first of the items that a block is one of, else the block."""
    while block and text.blocks[block].kind is Kind.ITEM is text.blocks[block - 1].kind:
        block -= 1
    return block


def _stated(text: Text, claims: Claims) -> frozenset[int]:
    """Every number of persons that the document states, and so a base of some percent."""
    found = {size.value for size in claims.sizes} | {claims.base, claims.survey[0]}
    found |= {part.whole.count for part in parts_of(text, claims) if part.whole}
    found |= {parts.made for parts in parts_of(text, claims) if len(parts.parts) > 2}
    return frozenset(value for value in found if value > 1)


def agree(pair: Pair, base: int, cut: bool) -> bool:
    """Whether a count of a base prints as the percent, with a unit to spare for sloppy rounding."""
    exact = 100 * pair.count / base
    spare = pair.percent.step * (1.0 if cut else 0.75)
    return pair.count <= base and abs(exact - pair.percent.value) <= spare + 1e-9


def _odd(
    text: Text, claims: Claims, group: Sequence[Pair], known: frozenset[int], cut: bool
) -> Iterator[Finding]:
    """The one pair of a passage that its base denies, where the others bear the base out."""
    free = [pair for pair in group if pair.free]
    if len(free) < 2:
        free = []
    ranked = sorted(
        ((sum(agree(pair, base, cut) for pair in free), base) for base in known), reverse=True
    )
    if not ranked or not free:
        return
    told = _own_whole(text, claims, group[0].passage)
    right, base = next((one for one in ranked if one[1] == told and one[0]), ranked[0])
    wrong = [pair for pair in free if not agree(pair, base, cut)]
    if len(wrong) != 1 or right < 1 or (right < 2 and base not in (claims.survey[0], told)):
        return
    odd = wrong[0]
    if odd.count >= base:
        return
    whole = sum(pair.count for pair in group) == base
    if not whole and any(agree(odd, other, cut) for other in known if other > odd.count):
        return  # of another base that the document states
    nearly = (n for n in whole_numbers(text) if 0 < abs(n - base) < base / 10)
    if not whole and any(agree(odd, n, cut=False) for n in nearly):
        return  # and of another number near it that is printed, such as all valid answers
    near = abs(100 * odd.count / base - odd.percent.value) < 2
    if right < 2 and not whole and base != told and (len(known) > 2 or near):
        return
    yield _told(text, odd, base)


def _own_whole(text: Text, claims: Claims, passage: int) -> int:
    """The number in the row of all of a list, whose percents are of it: `Total | 227 | 100`; 0 where it has none."""
    wholes = (p.whole for p in parts_of(text, claims) if -1 - p.first == passage)
    return next((w.count for w in wholes if w and w.percent and w.percent.value == 100), 0)


def _told(text: Text, pair: Pair, base: int) -> Finding:
    return finding(
        text, "count-and-percent", pair.spot, value=pair.percent.shown,
        count=str(pair.count), base=base, right=f"{100 * pair.count / base:.{pair.percent.digits}f}",
    )  # fmt: skip
