"""Two things told together above one of them, wherever each is told: `both are read by 49 %`, one by 47 %."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.forms import marks
from atbalss.audit.rules.joint_parts import Joint, crossed, exceeded, is_of_a_group, says_both
from atbalss.audit.rules.parts import (
    stands_apart,
    told_earlier,
)
from atbalss.audit.sheets import sheets_of, total_column
from atbalss.audit.stems import every_stem
from atbalss.audit.summaries import is_news
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import AGED, CONDITION, EITHER, OF_ALL, PAIR

_TURNS = regex.any_case(  # what follows is told of what stood before, and no more of both
    r",? (?:un (?:to|tas|par to|tiem)|and (?:it|this|that|they|these|of these)|(?:и|а) (?:это|его|их|об этом|о них))\s"
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
_SUCH_AS = regex.any_case(  # one of several, and no two
    r"(?<!\w)(?:tād\w+ [^,;.]{0,30}\bkā:?\s|such as|for example|piemēram|так\w{1,3} [^,;.]{0,25},? как\s)"
)
_SUCH = regex.any_case(  # of those of whom the sentence before tells
    r"\W*(?:tād[ui]\w{0,2}|šād[ui]\w{0,2}|viņ[ui]|to|tas|such|these|they|this|that|them|таких|таковых|их|они|это)(?!\w)"
)
_GROUP = {  # a group behind those who are counted
    "lv": regex.pattern(r"\s[^\W\d]\w+ (ar [^\W\d]\w+)(?!\w)"),
    "en": regex.pattern(r"\s[^\W\d]\w+ (with [^\W\d]\w+(?: \w+)?)(?!\w)"),
    "ru": regex.pattern(r"\s[^\W\d]\w+ (с [^\W\d]\w+)(?!\w)"),
}
_AND = {"lv": r"un|gan|kopā ar", "en": r"and|with", "ru": r"и|с"}
_FEW = 3  # words of a sentence that tells how large a group is


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of two things together above the share of one of them."""
    if claims.drawn:
        return
    yield from _of_groups(text, claims)
    for joint in (*_told(text, claims), *_rows(text, claims)):
        low = exceeded(joint, text, claims) if joint.sure or joint.maybe else None
        if low is None and OF_ALL.search(joint.words) and not is_news(text):
            low = crossed(joint, text, claims)
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
        sure, maybe = says_both(words, text)
        if _SUCH_AS.search(words):
            continue
        if not (sure or maybe or OF_ALL.search(words)) or not _is_plain(claim, words, text, claims):
            continue
        if maybe and is_news(text):
            continue
        if told_earlier(words, wave, text) or is_of_a_group(words, text, claims):
            continue
        where = spot_of(text, claim)
        yield Joint(
            words, claim.number, where, claim.sentence.block, claim.sentence.order, sure, maybe
        )


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
            if not says_both(label, text)[0]:
                continue
            joined = word_pattern(_AND[text.lang]).search(label)
            if joined or word_pattern(PAIR[text.lang]).match(label.lower()):
                yield Joint(label, number, sheet.spots[row], sheet.first, -1, True)


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
