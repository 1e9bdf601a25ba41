"""A share of one answer of a list that is given to another one, or to two of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.finding import Finding, finding, spot_of
from atbalss.audit.forms import marks
from atbalss.audit.met import is_among, same
from atbalss.audit.numbers import Number
from atbalss.audit.origins import Origin, origins_of
from atbalss.audit.retelling import told
from atbalss.audit.rules.credited import SHARED
from atbalss.audit.rules.lumped import AND
from atbalss.audit.rules.paired import JOINED
from atbalss.audit.rules.retold import piece_of
from atbalss.audit.sheets import is_part_of, sheets_of
from atbalss.audit.text import Kind, Text, word_pattern

_OR = r"either|or|between|together|combined|respectively|vai|starp|kopā|attiecīgi|или|между|вместе|в сумме|соответственно"
_IT = r"there|it|them|they|so|tur|to|tos|tās|tam|там|туда|его|её|их|это\w*"
_FEW = 3  # marks of a question
_NEAR = 9  # words on either side of "and"
_ONE_EACH = regex.pattern(
    r"\s?(?:%|per cent|procent\w*|процент\w*)?\)?,?\s(?:un|and|и)\s(?:[^\W\d]+\s){0,4}\d"
)
_EACH = r"each|katr\w+|по(?= \d)|кажд\w+|both|abas|abi|abus|обе|оба"
_AGAINST = regex.pattern(  # what is set against the answer that the share is of
    r"(?<!\w)(?:behind|ahead|than|after|before|below|above|between|unlike|instead|except|besides|apart from|aiz|pirms|priekšā|nekā|pēc|starp|apsteidz\w*|atšķirībā|izņemot|nevis|за|перед|чем|после|выше|ниже|между|впереди|уступа\w+|опережа\w+|кроме|вместо)(?!\w)",
    regex.IGNORECASE,
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares that a list gives to one answer, told of another, or of two."""
    if claims.crowded:
        return
    known = [one for one in origins_of(text, claims) if one.own and not one.year]
    if len(known) < 2:
        return
    values = {round(one.value, 2) for one in known}
    done = {id(claim) for claim in claims.kept.get("told-twice", ())}
    for claim in claims.levels:
        if round(claim.number.value, 2) not in values or id(claim) in done:
            continue
        if not _is_prose(claim, text, claims):
            continue
        others = [one for one in known if one.order != claim.sentence.order]
        pair = _pair(claim, others, text, claims)
        at = spot_of(text, claim)
        if pair is not None:
            shown = claim.number.shown
            yield finding(text, "one-percent-two-items", at, (pair.spot,), value=shown)
            continue
        other = _exchanged(claim, others, text, claims)
        if other is not None:
            claims.kept.setdefault("told-twice", []).append(claim)
            yield told(text, "two-values", at, (other.shown, other.spot), claim.number)


def _is_prose(claim: Claim, text: Text, claims: Claims) -> bool:
    sentence = claim.sentence
    if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or claim.years or is_confidence(claim):
        return False
    if (
        "?" in sentence.text
        or SHARED.search(sentence.text)
        or word_pattern(text.words.last_wave).search(piece_of(claim))
    ):
        return False
    return not any(
        is_part_of(sentence, sheet) and len(claims.of(sentence)) > 1
        for sheet in sheets_of(text, claims)
        if sheet.first <= sentence.block <= sheet.last
    )


def _window(claim: Claim, claims: Claims) -> tuple[str, str]:
    """What stands before a share and behind it, up to the shares beside it."""
    words, number = claim.sentence.text, claim.number
    own = claims.of(claim.sentence)
    begin = max((one.number.end for one in own if one.number.end <= number.start), default=0)
    end = min((o.number.start for o in own if o.number.start >= number.end), default=len(words))
    before = words[begin : number.start]
    return before, regex.split(r"[;:]\s", words[number.end : end])[0]


@cache
def _and(lang: str) -> re.Pattern[str]:
    return regex.pattern(rf"\s(?:{AND[lang]})\s", regex.IGNORECASE)


def _pair(claim: Claim, known: Sequence[Origin], text: Text, claims: Claims) -> Origin | None:
    """The answer that a share is of, where its words join another one to it that has a share of its own."""
    before, behind = _window(claim, claims)
    bare = word_pattern(_EACH).sub(" ", f"{before} {behind}")
    if word_pattern(_OR).search(bare) or _ONE_EACH.match(claim.sentence.text, claim.number.end):
        return None
    printed = {one.number.value for one in claims.of(claim.sentence)}
    for part in (before, behind):
        for match in _and(text.lang).finditer(part):
            left = regex.split(r"[;:]\s|[%)]", part[: match.start()])[-1].split()[-_NEAR:]
            right = regex.split(r"[;:(]", part[match.end() :])[0].split()[:_NEAR]
            if not left or not right or (_AGAINST.search(" ".join(left[-2:]))):
                continue
            one = _best(" ".join(left), known, text, last=True)
            other = _best(" ".join(right), known, text)
            if one is None or other is None or one is other or one.value == other.value:
                continue
            if one.own & other.own and not (one.own - other.own and other.own - one.own):
                continue
            values = {one.value, other.value}
            if values & printed != {claim.number.value} or _is_one(one, other, known):
                continue
            if _is_joined(claim.number, left, right, known, text):
                continue
            return one if one.value == claim.number.value else other
    return None


def _is_joined(
    number: Number, left: Sequence[str], right: Sequence[str], known: Sequence[Origin], text: Text
) -> bool:
    """Whether the answer that has this share is called by the words on both sides: `Urgent/Unforeseen`."""
    sides = [marks(" ".join(words), text.lang).all for words in (left[-2:], right[:2])]
    return any(
        abs(one.value - number.value) <= number.step / 2 + 1e-9
        and all(any(is_among(mark, one.own) for mark in side) for side in sides)
        for one in known
    )


def _is_one(one: Origin, other: Origin, known: Sequence[Origin]) -> bool:
    """Whether a third share is of both together."""
    return any(
        item is not one
        and item is not other
        and item.own & one.own - other.own
        and item.own & other.own - one.own
        for item in known
    )


def _best(words: str, known: Sequence[Origin], text: Text, *, last: bool = False) -> Origin | None:
    """The one share that words name, by half of what no other has; its name stands next to "and"."""
    said = marks(words, text.lang).all
    edge = said[-2:] if last else said[:2]
    found: list[tuple[float, Origin]] = []
    for one in known:
        if not any(is_among(mark, one.own) for mark in edge):
            continue
        distinct = [m for m in one.own if _is_distinct(m, one, known)] or list(one.own)
        hits = sum(any(same(m, w) for w in said) for m in distinct)
        every = sum(any(same(m, w) for w in said) for m in one.own)
        if hits and (
            2 * hits >= len(distinct) or ((every > 1 or len(one.own) <= _FEW) and not one.row)
        ):
            found.append((every / len(one.own) if one.row else 1.0, one))
    best = max((share for share, _ in found), default=0.0)
    first = [one for share, one in found if share == best]
    return first[0] if len({one.value for one in first}) == 1 else None


def _is_distinct(mark: str, one: Origin, known: Sequence[Origin]) -> bool:
    return not any(o.value != one.value and is_among(mark, o.own) for o in known)


def _exchanged(claim: Claim, known: Sequence[Origin], text: Text, claims: Claims) -> Origin | None:
    """The answer that is told with the share of another answer of its list, of which not a word is said."""
    if len(claims.of(claim.sentence)) > 1:
        return None
    clause = piece_of(claim)
    if _AGAINST.search(clause) or word_pattern(f"{JOINED}|{_IT}").search(clause):
        return None
    said = marks(clause, text.lang).set
    rows = [one for one in known if one.row and one.order < 0]
    owners = [o for o in rows if o.value == claim.number.value]
    if len({o.group for o in owners}) != 1 or len(owners) != 1:
        return None
    owner = owners[0]
    if any(o.spot.block == claim.sentence.block for o in rows if o.group == owner.group):
        return None  # itself a line of the list
    if any(is_among(m, said) for m in owner.own):
        return None
    named = [
        o
        for o in rows
        if o.group == owner.group
        and o.value != owner.value
        and 2 * sum(is_among(m, said) for m in o.own) >= len(o.own)
    ]
    return named[0] if len(named) == 1 else None
