"""Two answers told together whose own shares stand anywhere near: a list, questions, a table, its rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.rules.both import AGED, BOTH, CONDITION, NOT_ALL, makes_all
from atbalss.audit.rules.retold import NARROW, named_by, piece_of, question_of
from atbalss.audit.rules.together import LOOSE, SURE, Part
from atbalss.audit.stems import every_stem, stems
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import current_column, is_earlier, last_year, share_in
from atbalss.study.decimals import marked

_REACH = 14  # sentences
_YES = r"(?:yes|jā|да)(?=[”“»\"’', ])|apstiprinoš\w*|affirmativ\w*|to (?:prata|zināja|varēja|spēja|darīja|dara)\w*|утвердительн\w*|положительн\w*"
_AND = {"lv": "un", "en": "and", "ru": "и"}
_PRONOUN = re.compile(
    r"both(?: of (?:them|these|the two))?(?: together)?|abi(?:as|us)?|abas|abus|abi kopā|и то,? и другое|оба|обе|обоими",
    regex.IGNORECASE,
)
_QUOTED = re.compile(r"[„“«][^„“«»”]{3,60}[”“»]")  # the words of one answer
_TELLING = 2  # stems that only one answer has
_LETTERS = 5  # of a stem: insured, insurance


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of two answers together that are above the share of one of them."""
    wave = last_year(text)
    sure, loose = word_pattern(SURE), word_pattern(LOOSE)
    for claim in claims.levels:
        words = claim.segment
        words = _QUOTED.sub(" ", words)
        strong = sure.search(words) is not None
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if not (strong or loose.search(words)) or NOT_ALL.search(words):
            continue
        if CONDITION.search(words) or is_earlier(words, wave, text) or makes_all(claim, claims):
            continue
        if word_pattern(AGED).search(words):
            continue  # "those aged 60 to 74, as well as the youngest": two groups, and no two answers
        if BOTH.search(words):  # "the two do not exclude each other: both are used by 45 %"
            words = claim.sentence.text[: claim.end]
        said = _short(stems(words, text.lang))
        low = _above(claim.number, said, list(_parts(claim, text, claims)), strong)
        if low is not None:
            at = spot(text, claim.sentence, claim.number.start, claim.number.end)
            yield _told(text, at, claim.number, low)
    yield from _of_rows(text)


def _above(number: Number, said: frozenset[str], parts: list[Part], strong: bool) -> Part | None:
    """The smaller of the two answers that words name, where a share of both is above it."""
    pair = _two_of(said, parts)
    if pair is None:
        return None
    low, high = sorted((item.number.value, place) for place, item in enumerate(pair))
    step = max(number.step, pair[0].number.step)
    total = low[0] + high[0]
    if number.value <= low[0] + step or abs(number.value - total) <= 1.5 * step:
        return None
    return None if not strong and number.value >= high[0] else pair[low[1]]


def _two_of(said: frozenset[str], parts: list[Part]) -> tuple[Part, Part] | None:
    """The two answers that words name by what no other answer has; one answer told twice is one."""
    seen: dict[str, set[frozenset[str]]] = {}
    for part in parts:
        for item in part.named:
            seen.setdefault(item, set()).add(part.named)
    hit: dict[frozenset[str], Part] = {}
    for part in parts:
        own = {item for item in part.named if len(seen[item]) == 1}
        met = part.named & said
        if own & said and (2 * len(met) >= len(part.named) or len(own & said) >= _TELLING):
            first = hit.setdefault(part.named, part)
            if first.number.value != part.number.value:
                return None
    found = list(hit.values())
    return (found[0], found[1]) if len(found) == 2 else None


def _parts(claim: Claim, text: Text, claims: Claims) -> Iterator[Part]:
    """The answers told before a share, nearest last, and those of the tables of its section."""
    sentence = claim.sentence
    joint = word_pattern(f"{SURE}|{LOOSE}|{NARROW}|{text.words.last_wave}")
    for order in range(max(0, sentence.order - _REACH), sentence.order + 1):
        before = text.sentences[order]
        for item in claims.of(before):
            if item.number.start >= claim.number.start and order == sentence.order:
                break
            piece = piece_of(item)
            if joint.search(piece) or before.kind not in (Kind.PARAGRAPH, Kind.ITEM):
                continue
            asked = question_of(before, text)
            if asked and word_pattern(_YES).search(item.segment):
                piece = asked
            named = _short(named_by(piece, text))
            if named:
                where = spot(text, before, item.number.start, item.number.end)
                yield Part(named, item.number, where)
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and text.sections[index] == sentence.section:
            for part, label in _rows(text, index):
                if not joint.search(label):
                    yield part


def _rows(text: Text, index: int) -> Iterator[tuple[Part, str]]:
    block = text.blocks[index]
    column = current_column(block)
    if column is None and len(block.rows[0]) == 2:
        column = 1
    for place in range(1, len(block.rows)) if column is not None else ():
        label = block.rows[place][0]
        number = share_in(block, place, column or 1, text)
        named = _short(named_by(label, text)) | _short(tuple(every_stem(label, text.lang)))
        if number is not None and (named or _PRONOUN.fullmatch(label.strip(" .:"))):
            line = block.row_lines[place] if place < len(block.row_lines) else block.line
            where = Spot(quoted(" | ".join(block.rows[place])), line, block.page, index)
            yield Part(named, number, where), label


def _of_rows(text: Text) -> Iterator[Finding]:
    """`Both the app and the timetable | 24 %`: a row of a table about two other rows."""
    joint = word_pattern(f"{SURE}|{LOOSE}")
    before: list[Part] = []
    section = -1
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE:
            continue
        if text.sections[index] - section > 1:
            before = []
        section = text.sections[index]
        rows = list(_rows(text, index))
        before += [
            part for part, _ in rows if _two_of(part.named, before + _single(rows, text)) is None
        ]
        for place, (part, label) in enumerate(rows):
            if place == 2 and _is_of_two(label, part, rows):
                pair = sorted((rows[0][0], rows[1][0]), key=lambda item: item.number.value)
                made = sum(item.number.value for item in pair)
                if part.number.value > pair[0].number.value + part.number.step and made != 100:
                    yield _told(text, part.spot, part.number, pair[0])
                continue
            if not _is_joint(label, joint, text) or NOT_ALL.search(label):
                continue
            low = _above(part.number, part.named, before, True)
            if low is not None:
                yield _told(text, part.spot, part.number, low)


def _is_of_two(label: str, part: Part, rows: list[tuple[Part, str]]) -> bool:
    """Whether the third row of a table is that of the two above together."""
    if _PRONOUN.fullmatch(label.strip(" .:")):
        return True
    if not regex.match(r"(?:both|gan|abi|abas|abus|и|оба|обе)\s", label, regex.IGNORECASE):
        return False
    first, second = rows[0][0].named, rows[1][0].named
    return bool(part.named & first - second) and bool(part.named & second - first)


def _single(rows: list[tuple[Part, str]], text: Text) -> list[Part]:
    """The rows whose label joins nothing."""
    both = word_pattern(f"{_AND[text.lang]}|{SURE}")
    return [part for part, label in rows if both.search(label) is None]


def _is_joint(label: str, joint: re.Pattern[str], text: Text) -> bool:
    both = {"lv": "un", "en": "and", "ru": "и"}[text.lang]
    return (
        joint.search(label) is not None
        and word_pattern(f"{both}|gan|kopā ar|with").search(label) is not None
    )


def _told(text: Text, at: Spot, number: Number, low: Part) -> Finding:
    return finding(
        text, "joint-above-part", at, (low.spot,), code="both-above-one",
        value=marked(number.shown, text.lang), whole=marked(low.number.shown, text.lang),
    )  # fmt: skip


def _short(words: tuple[str, ...] | frozenset[str]) -> frozenset[str]:
    return frozenset(word[:_LETTERS] for word in words)
