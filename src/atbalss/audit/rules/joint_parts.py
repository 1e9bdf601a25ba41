"""Shares told of two things together, and which shares of all each of the two has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.finding import Spot
from atbalss.audit.forms import marks
from atbalss.audit.met import same
from atbalss.audit.numbers import Number
from atbalss.audit.rules.parts import (
    Part,
    named_in,
    part_of,
    parts_told,
    told_earlier,
)
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.sheet_words import people_of
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import ALONE, BOTH, CONDITION, EITHER, MAYBE, PAIR

_SCHOOLED = regex.any_case(
    r"(?<!\w)(?:izglītīb\w+|pamatizglīt\w+|educated|education|degree|образовани\w+)(?!\w)"
)
_MOST_OF = regex.any_case(
    r"(?<!\w)(?:most|least|highest|lowest|best|worst|vis(?!i|u)\w{2,}āk\w*|наиб\w+|наим\w+|сам(?:ый|ая|ое|ые))(?!\w)"
)
_MORE = regex.pattern(r"\w,\s[^,;]{3,40}\s(?:and|un|и)\s\w")  # `front end, back end and IoT`
_TOGETHER = regex.any_case(
    r"(?<!\w)(?:both|ab[ioas]\w{0,3}|оба|обе) (?:\w+ ){0,2}(?:together|kopā|вместе)(?!\w)"
)
_NEITHER = regex.any_case(r"(?<!\w)(?:neither|none|nor|ni|neviens|ни)(?!\w)")
_QUOTED = regex.pattern(r"[„“«][^„“«»”]{3,60}[”“»]")  # the words of one answer
_TWO = {  # the two things that words join
    "lv": r"(?<!\w)(?:gan ([^,.;%\d]{2,60}?),? (?:gan|kā arī) ([^,.;%\d]{2,60})|(?:vienlaikus|reizē) ([^,.;%\d]{2,60}?) un ((?:[^\s,.;%\d]+ ?){1,4}))",
    "en": r"(?<!\w)(?:both|at the same time) ([^,.;%\d]{2,60}?) and ([^,.;%\d]{2,60})",
    "ru": r"(?<!\w)(?:и ([^,.;%\d]{2,60}?),? и ([^,.;%\d]{2,60})|как ([^,.;%\d]{2,60}?),? так и ([^,.;%\d]{2,60})|(?:одновременно|сразу) ([^,.;%\d]{2,60}?) и ((?:[^\s,.;%\d]+ ?){1,4}))",
}
_MANY = 8  # shares, from which words must name a part more fully
_NEAR, _BLOCKS = 2, 6  # blocks back in which the two may be told
_LONG = 900  # words of a report, of which a share has its parts in its own chapter


@dataclass(frozen=True, slots=True)
class Joint:
    """A share of two things together, what is said of it, and where; `order` -1: a row of a list."""

    words: str
    number: Number
    spot: Spot
    block: int
    order: int
    sure: bool
    maybe: bool = False  # of either, or of both


def says_both(words: str, text: Text) -> tuple[bool, bool]:
    """Whether words surely, and whether they maybe, tell of two things together."""
    bare = _QUOTED.sub(" ", words)
    sure = word_pattern(BOTH[text.lang]).search(bare) is not None
    if sure and _TOGETHER.search(bare):
        return False, True  # `both halls together drew 52 %`
    return sure, not sure and word_pattern(MAYBE[text.lang]).search(bare) is not None


def is_of_a_group(words: str, text: Text, claims: Claims) -> bool:
    """Whether a share of both is told of a group by age, sex, place or schooling, which no part names."""
    told = word_pattern(NARROW).findall(words) + _SCHOOLED.findall(words)
    found = marks(" ".join(told), text.lang).set if told else frozenset()
    asked = people_of(None, text, claims).union(*(p.named for p in parts_told(text, claims)))
    return any(not any(same(mark, one) for one in asked) for mark in found)


# ---- of which two


def exceeded(joint: Joint, text: Text, claims: Claims) -> Part | None:
    """The part that a share of both is above; None where that is not plain."""
    known = [
        part
        for part in parts_told(text, claims)
        if not _is_itself(part, joint)
        and not _NEITHER.search(part.label)
        and not (part.order == joint.order and _MORE.search(part.label))
        and not says_both(part.label, text)[0]
    ]
    said = marks(joint.words, text.lang).set
    for frame in _frames(joint, known, text):
        many = len(frame) > _MANY
        hits = [
            part
            for part, hit in named_in(said, frame)
            if (
                (part.asked or hit > 1 or 3 * hit >= len(part.named))
                or _is_one_of(part, joint, text)
            )
            and (not many or 2 * hit >= min(len(part.named), 6))
        ]
        loose = [
            part for part in hits if not part.alone
        ]  # of answers that do not exclude each other
        hits = list({part.value: part for part in loose or hits}.values())
        if len(hits) > 1:
            return _lowest(joint, hits)
        if hits and _is_one_of(hits[0], joint, text) and joint.number.value > hits[0].value + 1:
            return hits[0]
    two = _two_near(joint, known, text, claims)
    if two:
        return _lowest(joint, two)
    return _of_only_two(joint, text, claims) if joint.sure else None


def _is_one_of(part: Part, joint: Joint, text: Text) -> bool:
    """Whether just one of the two things that words join is that of a part."""
    match = joint.sure and regex.search(_TWO[text.lang], joint.words, regex.IGNORECASE)
    if not match or part.alone:
        return False
    two = [marks(words, text.lang).set for words in match.groups() if words]
    hits = [sum(any(same(m, w) for w in said) for m in part.named) for said in two]
    beside = part.block == joint.block and max(hits) > 0 < joint.order - part.order <= _NEAR
    return min(hits) == 0 and (2 * max(hits) >= len(part.named) or beside)


def _is_itself(part: Part, joint: Joint) -> bool:
    if part.order < 0:
        return part.spot.line == joint.spot.line and part.value == joint.number.value
    return part.order == joint.order and part.start == joint.number.start


def _frames(joint: Joint, known: Sequence[Part], text: Text) -> Iterator[list[Part]]:
    """Where the two may be told: close by, in the section, anywhere in a short report."""
    yield [part for part in known if 0 <= joint.block - part.block <= _NEAR]
    section = text.sections[joint.block]
    yield [part for part in known if text.sections[part.block] == section]
    apart = [p for p in known if not p.alone and p.order != joint.order]
    if len(text.whole.split()) > _LONG or joint.maybe or is_news(text):
        return
    far = len(apart) > _MANY
    yield [p for p in apart if not far or 0 <= joint.block - p.block <= _BLOCKS]


def _lowest(joint: Joint, hits: Sequence[Part]) -> Part | None:
    """The smallest part, where all but one at most are below the share of both, and that is no sum."""
    value, step = joint.number.value, joint.number.step
    if joint.maybe and value >= max(part.value for part in hits):
        return None  # those who have either
    below = [part for part in hits if value > part.value + max(step, part.step) / 2]
    if not below or len(below) < len(hits) - 1:
        return None
    return min(below, key=lambda part: part.value)


def _two_near(joint: Joint, known: Sequence[Part], text: Text, claims: Claims) -> list[Part]:
    """The only two shares near before, where words tell of both without naming them."""
    if word_pattern(PAIR[text.lang]).search(joint.words) is None:
        return []
    own = [p for p in known if p.order == joint.order >= 0 and p.start < joint.number.start]
    own = own or _told_last(joint, text, claims)
    own = own or [
        p for p in known if p.order < 0 <= joint.order and p.spot.quote == joint.spot.quote
    ]
    same = [p for p in known if joint.order < 0 and p.order < 0 and p.block == joint.block]
    near = [p for p in known if 0 <= joint.block - p.block <= _NEAR]
    near = [p for p in near if p.order < joint.order] if joint.order >= 0 else []
    two = next((found for found in (own, same, near) if len(found) == 2), [])
    return [] if any(_tells_of_group(part.label) for part in two) else two


def _tells_of_group(words: str) -> bool:
    return word_pattern(NARROW).search(words) is not None


def _told_last(joint: Joint, text: Text, claims: Claims) -> list[Part]:
    """The shares of the sentence before in the paragraph, or of the two before; only two can be meant."""
    found: list[Claim] = []
    for order in (joint.order - 1, joint.order - 2):
        if order >= 0 and text.sentences[order].block == joint.block and len(found) < 2:
            found = [*claims.of(text.sentences[order]), *found]
    wave = last_year(text)
    if len(found) != 2 or found[-1].sentence.order != joint.order - 1:
        return []
    if any(told_earlier(one.segment, wave, text) or CONDITION.search(one.segment) for one in found):
        return []
    return [part_of(frozenset(), one, text) for one in found]


def crossed(joint: Joint, text: Text, claims: Claims) -> Part | None:
    """The smaller of two rows of different lists, where more than that are in both: `of all, 26 % are …`."""
    known = [part for part in parts_told(text, claims) if part.order < 0]
    if not any(part.alone for part in known) or _MOST_OF.search(joint.words):
        return None
    said = marks(joint.words, text.lang).set
    best: dict[int, list[tuple[int, float, Part]]] = {}
    for block in {part.block for part in known}:
        here = [part for part in known if part.block == block]
        for part, hit in named_in(said, here):
            best.setdefault(block, []).append((hit, hit / len(part.named), part))
    single = []
    for found in best.values():
        found.sort(key=lambda item: item[:2], reverse=True)
        if found[0][1] < 0.5 or (len(found) > 1 and found[0][:2] == found[1][:2]):
            return None
        single.append(found[0][2])
    if len(single) != 2:
        return None
    low = min(single, key=lambda part: part.value)
    return low if joint.number.value > low.value + max(low.step, joint.number.step) else None


def _of_only_two(joint: Joint, text: Text, claims: Claims) -> Part | None:
    """The smaller of the only two other shares of a document that a share of both can be of."""
    wave = last_year(text)
    others = [
        item
        for item in claims.levels
        if item.sentence.order != joint.order and not is_confidence(item)
    ]
    if any(
        told_earlier(item.sentence.text, wave, text) or _tells_of_group(item.segment)
        for item in others
    ):
        return None
    values = sorted({item.number.value for item in others})
    if len(values) != 2 or values[0] + values[1] == 100 or joint.number.value in values:
        return None
    low = min(others, key=lambda item: item.number.value)
    above = joint.number.value > low.number.value + max(joint.number.step, low.number.step) / 2
    total = joint.number.value + sum(values)
    alone = EITHER.search(low.sentence.text) or ALONE.search(low.sentence.text)
    if not above or abs(total - 100) <= 2 or alone:
        return None  # one alone, the other alone, and both
    if abs(joint.number.value - sum(values)) <= 1.5 * joint.number.step:
        return None
    return part_of(frozenset(), low, text)
