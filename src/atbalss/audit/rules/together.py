"""Two answers of a list told together: `the site and the app are both used by 42 %`, the app by 39 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.rules.both import AGED, CONDITION, NOT_ALL, makes_all
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import current_column, is_earlier, last_year, share_in
from atbalss.study.decimals import marked

SURE = (
    r"both|combin\w+|at the same time(?!,)|simultaneously|as well as|along with|alongside|alike|plus|overlap\w*|pārklā\w+|līdzās|пересеч\w+|плюс|(?<!shows )(?<!show )(?<!found )(?<!^)also(?! (?:show|found|find|reveal|note|indicat|suggest|report|say|said|asked)\w*)|(?<!^)besides|abus|abas|abi|abiem|abām|(?<!lai )(?<!kaut )gan|vienlaikus|reizē|apvieno\w*"
    r"|kombinē\w*|(?<!kaut )(?<!lai )(?<!lai gan )(?<!rāda )(?<!liecina )(?<!atklāj )(?<!secināts )(?<!noskaidrots )(?<!uzrāda )(?<!^)arī(?! (?:rāda|liecina|atklāj|secin|noskaidro|uzrāda|parāda|norād|atzīm|redzam)\w*)|(?<!^)līdztekus|оба|обе|обоими|обеими|одновременно|совмеща\w+|сочета\w+|(?<!показал )(?<!показали )(?<!^)также(?! (?:показ|отме|выясн|сообщ|говор|свидетельств|установ|следует)\w*)|заодно|и уже|un jau|and already|(?<!^)при этом|сразу|наряду|и (?:\w+ ){0,3}\w+,? и"
)
LOOSE = r"together|kopā|вместе"  # of either, or of both
_BACK = 4  # sentences


@dataclass(frozen=True, slots=True)
class Part:
    """An answer of the list: the stems that name it, its share and its place."""

    named: frozenset[str]
    number: Number
    spot: Spot


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of two answers together that are above the share of one of the two."""
    sure, loose = word_pattern(SURE), word_pattern(LOOSE)
    wave = last_year(text)
    for claim in claims.levels:
        words = claim.segment
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        strong = sure.search(words) is not None
        if not strong and loose.search(words) is None:
            continue
        if word_pattern(AGED).search(words):
            continue
        if NOT_ALL.search(words) or CONDITION.search(words) or is_earlier(words, wave, text):
            continue
        pair = _two_of(frozenset(stems(words, text.lang)), _parts(claim, text, claims))
        if pair is None:
            continue
        low, high = sorted(pair, key=lambda item: item.number.value)
        value, step = claim.number.value, max(claim.number.step, low.number.step)
        if value <= low.number.value + step or makes_all(claim, claims):
            continue
        total = low.number.value + high.number.value
        if abs(value - total) <= 1.5 * step or (not strong and value >= high.number.value):
            continue  # a sum, or those who have either
        yield finding(
            text, "joint-above-part",
            spot(text, claim.sentence, claim.number.start, claim.number.end), (low.spot,),
            code="both-above-one", value=marked(claim.number.shown, text.lang),
            whole=marked(low.number.shown, text.lang),
        )  # fmt: skip


def _two_of(said: frozenset[str], parts: list[Part]) -> tuple[Part, Part] | None:
    """The two answers that a sentence names by words that no other answer has."""
    seen: dict[str, int] = {}
    for part in parts:
        for item in part.named:
            seen[item] = seen.get(item, 0) + 1
    hit = [part for part in parts if any(seen[item] == 1 for item in part.named & said)]
    if len(hit) > 2:  # the verb of the list may name its first answer too
        hit = [part for part in hit if part.named <= said]
    whole = [p for p in hit if 2 * len(p.named & said) >= len(p.named)]
    return (whole[0], whole[1]) if len(whole) == len(hit) == 2 else None


def _parts(claim: Claim, text: Text, claims: Claims) -> list[Part]:
    """The answers of the nearest list before a share, or of the table of its section."""
    found: list[Part] = []
    for back in range(_BACK + 1):
        order = claim.sentence.order - back
        if order < 0 or text.sentences[order].section != claim.sentence.section:
            break
        mine = [
            c
            for c in claims.of(text.sentences[order])
            if c.number.start != claim.number.start or back
        ]
        if back == 0:
            mine = [c for c in mine if c.number.start < claim.number.start]
        if len(mine) >= 2:
            found = _named(mine, text)
            break
        earlier = text.sentences[order]
        if len(mine) == 1 and back and earlier.kind is Kind.ITEM:
            return _items(earlier, text, claims)
    return [part for part in found if part.named] or _rows(claim, text)


def _items(last: Sentence, text: Text, claims: Claims) -> list[Part]:
    """The items of a list, one answer each."""
    found = []
    for order in range(last.order, -1, -1):
        sentence = text.sentences[order]
        if sentence.kind is not Kind.ITEM or sentence.section != last.section:
            break
        found += _named(claims.of(sentence)[:1], text) if claims.of(sentence) else []
    return [part for part in found if part.named]


def _named(found: Sequence[Claim], text: Text) -> list[Part]:
    """The answers of one sentence: the words before each share, or behind it where it opens the list."""
    words = found[0].sentence.text
    ends = [0, *(claim.number.end for claim in found)]
    before = [words[end : claim.number.start] for end, claim in zip(ends, found, strict=False)]
    if not stems(_last(before[0]), text.lang):
        stops = [claim.number.start for claim in found[1:]] + [len(words)]
        pieces = [
            regex.split(r"[;,.(]", words[c.number.end : s])[0]
            for c, s in zip(found, stops, strict=True)
        ]
    else:
        pieces = [_last(piece) for piece in before]
    drop = word_pattern(f"{text.words.people}|{text.words.share}")
    return [
        Part(
            frozenset(stems(drop.sub(" ", piece), text.lang)),
            claim.number,
            spot(text, claim.sentence, claim.number.start, claim.number.end),
        )
        for piece, claim in zip(pieces, found, strict=True)
    ]


def _last(piece: str) -> str:
    return regex.split(r"[;,:.?”»\")]\s*|\s(?:and|un|и)\s", piece.rstrip(" (–—-:,"))[-1]


def _rows(claim: Claim, text: Text) -> list[Part]:
    tables = [
        index
        for index, block in enumerate(text.blocks)
        if block.kind is Kind.TABLE and text.sections[index] == claim.sentence.section
    ]
    column = current_column(text.blocks[tables[0]]) if len(tables) == 1 else None
    if column is None:
        return []
    block = text.blocks[tables[0]]
    found = []
    for place in range(1, len(block.rows)):
        number = share_in(block, place, column, text)
        named = frozenset(stems(block.rows[place][0], text.lang))
        if number is not None and named:
            words = quoted(" | ".join(block.rows[place]))
            found.append(
                Part(named, number, Spot(words, block.row_lines[place], block.page, tables[0]))
            )
    return found
