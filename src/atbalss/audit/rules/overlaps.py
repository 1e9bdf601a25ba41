"""Two things told together above one of them, wherever each is told: `both are read by 49 %`, one by 47 %."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.finding import Finding, Spot, finding, spot_of
from atbalss.audit.forms import marks
from atbalss.audit.numbers import Number
from atbalss.audit.referents import people_of, same
from atbalss.audit.rules.parts import (
    Part,
    named_in,
    part_of,
    parts_told,
    stands_apart,
    told_earlier,
)
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.sheets import sheets_of, total_column
from atbalss.audit.stems import every_stem
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import AGED, ALONE, BOTH, CONDITION, EITHER, MAYBE, OF_ALL, PAIR

_TURNS = regex.any_case(  # what follows is told of what stood before, and no more of both
    r",? (?:un (?:to|tas|par to|tiem)|and (?:it|this|that|they|these|of these)|(?:и|а) (?:это|его|их|об этом|о них))\s"
)
_SCHOOLED = regex.any_case(
    r"(?<!\w)(?:izglītīb\w+|pamatizglīt\w+|educated|education|degree|образовани\w+)(?!\w)"
)
_OF_THINGS = regex.any_case(  # no share of those who answered
    r"\s(?:barjer\w+|sliekšņ\w+|threshold|barrier|hurdle|порог\w*|барьер\w*|(?:no |of |of the |of all |из |всех )?(?:gadījum\w+|ienākum\w+|laika|reižu|cases|occasions|income|revenue|time|trips|visits|shops|stores|случа\w+|доход\w*|времени|поездок|магазин\w+))(?!\w)"
)
_COUNTED_AGAIN = regex.any_case(  # a sum, or the same answers counted of another base
    r"(?<!\w)(?:\d\s?%? combined|based on the total|both to|saskait\w+|summēj\w+|summā|add(?:ed|ing) (?:up|both|the two|together)|сложи\w+|складыва\w+|суммир\w+|в сумме)(?!\w)"
)
_EACH = regex.any_case(  # the share of one of the two: `both Emacs (50 %) and …`
    r"\s?%?[^()]{0,12}\),? (?:and|un|gan|kā arī|и|так и)\s"
)
_HAS_EACH = regex.any_case(  # `with A and B it was both 77 %`, `by 66 % and 53 %, both more than …`
    r"(?<!\w)both (?:(?:at|about|around|nearly|almost|over) )?(?:\(?\d|(?:much |far |well |slightly )?(?:higher|lower|more|less|above|below|up|down)(?!\w))"
    r"|(?<!\w)ab(?:i|as|os|ās|ām|iem) (?:pa )?\(?\d|(?<!\w)об(?:а|е|оих|еих|оим|еим) (?:по )?\(?\d"
)
_LINK = regex.any_case(  # to the share before, where it opens what is said of another
    r"\W*(?:kā arī|un arī|turklāt arī|līdztekus|as well as|and also|along(?:side)? with|а также|наряду)(?!\w)"
)
_SHOWN = regex.any_case(
    r",\s(?:rāda|liecina|atklāj|noskaidrots|secināts|shows?|according|reports?|показал\w*|свидетельств\w+|сообща\w+|следует)(?!\w)"
)
_MOST_OF = regex.any_case(
    r"(?<!\w)(?:most|least|highest|lowest|best|worst|vis(?!i|u)\w{2,}āk\w*|наиб\w+|наим\w+|сам(?:ый|ая|ое|ые))(?!\w)"
)
_SUCH_AS = regex.any_case(  # one of several, and no two
    r"(?<!\w)(?:tād\w+ [^,;.]{0,30}\bkā:?\s|such as|for example|piemēram|так\w{1,3} [^,;.]{0,25},? как\s)"
)
_MORE = regex.pattern(r"\w,\s[^,;]{3,40}\s(?:and|un|и)\s\w")  # `front end, back end and IoT`
_SUCH = regex.any_case(  # of those of whom the sentence before tells
    r"\W*(?:tād[ui]\w{0,2}|šād[ui]\w{0,2}|viņ[ui]|to|tas|such|these|they|this|that|them|таких|таковых|их|они|это)(?!\w)"
)
_GROUP = {  # a group behind those who are counted
    "lv": regex.pattern(r"\s[^\W\d]\w+ (ar [^\W\d]\w+)(?!\w)"),
    "en": regex.pattern(r"\s[^\W\d]\w+ (with [^\W\d]\w+(?: \w+)?)(?!\w)"),
    "ru": regex.pattern(r"\s[^\W\d]\w+ (с [^\W\d]\w+)(?!\w)"),
}
_TOGETHER = regex.any_case(
    r"(?<!\w)(?:both|ab[ioas]\w{0,3}|оба|обе) (?:\w+ ){0,2}(?:together|kopā|вместе)(?!\w)"
)
_NEITHER = regex.any_case(r"(?<!\w)(?:neither|none|nor|ni|neviens|ни)(?!\w)")
_QUOTED = regex.pattern(r"[„“«][^„“«»”]{3,60}[”“»]")  # the words of one answer
_AND = {"lv": r"un|gan|kopā ar", "en": r"and|with", "ru": r"и|с"}
_TWO = {  # the two things that words join
    "lv": r"(?<!\w)(?:gan ([^,.;%\d]{2,60}?),? (?:gan|kā arī) ([^,.;%\d]{2,60})|(?:vienlaikus|reizē) ([^,.;%\d]{2,60}?) un ((?:[^\s,.;%\d]+ ?){1,4}))",
    "en": r"(?<!\w)(?:both|at the same time) ([^,.;%\d]{2,60}?) and ([^,.;%\d]{2,60})",
    "ru": r"(?<!\w)(?:и ([^,.;%\d]{2,60}?),? и ([^,.;%\d]{2,60})|как ([^,.;%\d]{2,60}?),? так и ([^,.;%\d]{2,60})|(?:одновременно|сразу) ([^,.;%\d]{2,60}?) и ((?:[^\s,.;%\d]+ ?){1,4}))",
}
_FEW = 3  # words of a sentence that tells how large a group is
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


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of two things together above the share of one of them."""
    if claims.drawn:
        return
    yield from _of_groups(text, claims)
    for joint in (*_told(text, claims), *_rows(text, claims)):
        low = _exceeded(joint, text, claims) if joint.sure or joint.maybe else None
        if low is None and OF_ALL.search(joint.words) and not is_news(text):
            low = _crossed(joint, text, claims)
        if low is not None:
            yield finding(
                text, "joint-above-part", joint.spot, (low.spot,), code="both-above-one",
                value=joint.number.shown, whole=low.shown,
            )  # fmt: skip


def _of_groups(text: Text, claims: Claims) -> Iterator[Finding]:
    """`147 visitors with children` where 132 came with children."""
    for claim in counted_shares(text, claims):
        behind = claim.sentence.text[claim.number.end :]
        group = _GROUP[text.lang].match(behind)
        if group is None or EITHER.search(claim.sentence.text):
            continue
        own = marks(group.group(1), text.lang).set
        known = [one for one in claims.levels if _is_share_of(one, own, text)]
        low = max(known, key=lambda one: one.number.value, default=None)
        if low and claim.number.value > low.number.value + low.number.step:
            at = spot_of(text, claim)
            yield finding(
                text, "joint-above-part", at, (spot_of(text, low),), code="part-above-whole",
                value=claim.number.shown, whole=low.number.shown,
            )  # fmt: skip


def _is_share_of(claim: Claim, group: frozenset[str], text: Text) -> bool:
    """Whether a share is that of a group: `132 came with children, 32 %`."""
    said = marks(claim.segment.replace("%", " "), text.lang).set
    named = {mark for mark in said if not mark[0].isdigit()}
    return bool(group) and group <= named and len(named) <= _FEW and claim.alone


def _told(text: Text, claims: Claims) -> Iterator[Joint]:
    """The shares of prose that are told of two things."""
    wave = last_year(text)
    for claim in (*claims.levels, *counted_shares(text, claims)):
        if claim.sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        words = _clause(claim, claims)
        sure, maybe = _says_both(words, text)
        if _SUCH_AS.search(words):
            continue
        if not (sure or maybe or OF_ALL.search(words)) or not _is_plain(claim, words, text, claims):
            continue
        if maybe and is_news(text):
            continue
        if told_earlier(words, wave, text) or _is_of_a_group(words, text, claims):
            continue
        where = spot_of(text, claim)
        yield Joint(
            words, claim.number, where, claim.sentence.block, claim.sentence.order, sure, maybe
        )


def _says_both(words: str, text: Text) -> tuple[bool, bool]:
    bare = _QUOTED.sub(" ", words)
    sure = word_pattern(BOTH[text.lang]).search(bare) is not None
    if sure and _TOGETHER.search(bare):
        return False, True  # `both halls together drew 52 %`
    return sure, not sure and word_pattern(MAYBE[text.lang]).search(bare) is not None


def _is_plain(claim: Claim, words: str, text: Text, claims: Claims) -> bool:
    """Whether a share is of those who answered, of both things and not of either."""
    said = claim.sentence.text
    return not (
        CONDITION.search(words)
        or is_confidence(claim)
        or _says_either(words, text, claims)
        or word_pattern(AGED).search(words)
        or _COUNTED_AGAIN.search(said)
        or _OF_THINGS.match(said[claim.number.end :])
        or _EACH.match(said[claim.number.end :])
        or _HAS_EACH.search(said)
        or word_pattern(f"{text.words.rise}|{text.words.fall}").search(words)
        or word_pattern(text.words.interval).search(said)  # how sure an error is
        or _makes_all(claim, claims)
    )


def _says_either(words: str, text: Text, claims: Claims) -> bool:
    """Whether words tell of one of two: their "or" stands in no label of a list."""
    labels = [
        set(every_stem(label, text.lang))
        for s in sheets_of(text, claims)
        for label in s.labels
        if EITHER.search(label)
    ]
    for match in EITHER.finditer(words):
        before = every_stem(words[: match.start()], text.lang)[-1:]
        beside = {*before, *every_stem(words[match.end() :], text.lang)[:1]}
        if not any(beside <= label for label in labels):
            return True
    return False


def _makes_all(claim: Claim, claims: Claims) -> bool:
    """Whether the shares of a sentence, or of two, make 100 %: those who have one alone, the other alone, both."""
    order, sentences = claim.sentence.order, claims.text.sentences
    for run in (
        sentences[order : order + 1],
        sentences[order : order + 2],
        sentences[order - 1 : order + 1],
    ):
        near = [one for one in run if one.block == claim.sentence.block]
        own = [item for one in near for item in claims.of(one)]
        spare = sum(item.number.step for item in own) / 2 + 1e-9
        if (len(own) > 2 if len(near) == 1 else len(own) == 3) and abs(
            sum(item.number.value for item in own) - 100
        ) <= spare:
            return True
    return False


def _rows(text: Text, claims: Claims) -> Iterator[Joint]:
    """`Both the app and the timetable | 24 %`: rows of a list about two others."""
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if column < 0 or not sheet.shares or sheet.is_whole or not stands_apart(sheet):
            continue
        for row, number in sheet.column(column):
            label = sheet.labels[row]
            if not _says_both(label, text)[0]:
                continue
            joined = word_pattern(_AND[text.lang]).search(label)
            if joined or word_pattern(PAIR[text.lang]).match(label.lower()):
                yield Joint(label, number, sheet.spots[row], sheet.first, -1, True)


def _is_of_a_group(words: str, text: Text, claims: Claims) -> bool:
    """Whether a share of both is told of a group by age, sex, place or schooling, which no part names."""
    told = word_pattern(NARROW).findall(words) + _SCHOOLED.findall(words)
    found = marks(" ".join(told), text.lang).set if told else frozenset()
    asked = people_of(None, text, claims).union(*(p.named for p in parts_told(text, claims)))
    return any(not any(same(mark, one) for one in asked) for mark in found)


def _clause(claim: Claim, claims: Claims) -> str:
    """What a share is said of: its sentence, where it is the only one; else its part."""
    words = claim.sentence.text
    if len(claims.of(claim.sentence)) > 1:
        words = (
            _LINK.sub(" ", claim.segment, count=1) if _LINK.match(claim.segment) else claim.segment
        )
        return _SHOWN.split(words)[0] or words
    words = _SHOWN.split(words)[0]
    if _SUCH.match(words) and claim.sentence.order:
        before = claims.text.sentences[claim.sentence.order - 1]
        if before.block == claim.sentence.block and not claims.of(before):
            return f"{before.text} {words}"
    turns = [match.end() for match in _TURNS.finditer(words, 0, claim.number.start)]
    return words[turns[-1] :] if turns else words


# ---- of which two


def _exceeded(joint: Joint, text: Text, claims: Claims) -> Part | None:
    """The part that a share of both is above; None where that is not plain."""
    known = [
        part
        for part in parts_told(text, claims)
        if not _is_itself(part, joint)
        and not _NEITHER.search(part.label)
        and not (part.order == joint.order and _MORE.search(part.label))
        and not _says_both(part.label, text)[0]
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


def _crossed(joint: Joint, text: Text, claims: Claims) -> Part | None:
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
