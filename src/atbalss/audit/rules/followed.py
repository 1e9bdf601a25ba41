"""A question put only to those who said yes, its share told of all: above those who said yes at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.forms import marks
from atbalss.audit.referents import is_among
from atbalss.audit.rules.parts import parts_told, told_earlier
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import CONDITION, OF_ALL
from atbalss.study.decimals import marked

_ONLY_THEM = {  # a question that only some were asked
    "lv": r"(?:tiem|tām|tie|tos|tikai tiem|viņiem),? k(?:as|uri|uras|am|uriem|urām)|ja (?:atbilde|atbildēj\w+|jā|tā)|(?:pozitīvi|apstiprinoši) atbildēj\w*|tālāk jautā\w*|pēc tam jautā\w*|papildu jautājum\w*|papildjautājum\w*|lietotājiem (?:vēl )?jautā\w*",
    "en": r"(?:those|people|respondents|anyone|everyone|customers|users|parents|visitors) (?:who|that)|if (?:yes|so|they|the answer|you)|(?:were|was) (?:then|also|further) asked|(?:they|users|owners|these) were asked|follow-up|put (?:only )?to",
    "ru": r"(?:тех|тем|те),? (?:кто|у кого|кому)|если (?:да|ответ|так|вы)|ответивш\w+ [«\"„]?(?:да|утверд\w+|положит\w+)|(?:затем|далее|потом|дополнительно) (?:спросили|спрашивали|задавали|уточн\w+)|дополнительн\w+ вопрос\w*|(?:их|им|пользовател\w+) (?:также )?(?:спросили|спрашивали|задавали)",
}
_AND = {"lv": r"(?:un|turklāt)", "en": r"and", "ru": r"(?:и|причём|при этом)"}
_ASKED = regex.pattern(  # one question or several in a pair of marks
    r"[„“«\"‘]([^?]{6,220}?\?(?:\s[^?„“«»”\"]{3,200}\?)*)\s?[”“»\"’]"
)
_BASED = regex.pattern(  # of which all shares are
    r"(?<!\w)(?:procent\w*|daļ\w+|īpatsvar\w*|percentages?|shares?|proportions?|figures?|процент\w*|дол[яи]\w*)(?!\w)",
    regex.IGNORECASE,
)
_PUT = regex.pattern(  # to how many a question was put
    r"(?<!\w)[nN]\s?=\s?(\d{2,5})(?!\d)|(?<!\w)(?:those|these|the|šiem|tiem|этим|тем) (\d{2,5})(?![\d%]| %)",
    regex.IGNORECASE,
)
_LABEL = regex.pattern(r"(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-Я]\.?\d{1,2}(?!\w)")
_BACK = 140  # letters before a question


@dataclass(frozen=True, slots=True)
class Pair:
    """The marks of a question and of one that only those who said yes to it were asked."""

    first: frozenset[str]
    second: frozenset[str]
    only: bool  # else it is not said that the second was put only to some
    base: int = 0  # to how many the second was put
    label: str = ""  # `Q3`


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Shares of all who said yes to a second question above those who said yes to the first."""
    wave, counted = last_year(text), counted_shares(text, claims)
    pairs = list(_pairs(text)) if claims.levels or counted else []
    if not pairs:
        return
    shares = [
        claim
        for claim in (*claims.levels, *counted)
        if claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
        and not told_earlier(claim.segment, wave, text)
        and not _is_response(claim, claims)
        and not _is_of_them(claim)
    ]
    based = any(
        _BASED.search(s.text) and OF_ALL.search(s.text) for s in text.prose if not claims.of(s)
    )
    told = [
        one
        for one in shares
        if (based and one.alone) or one in counted or OF_ALL.search(one.sentence.text)
    ]
    for pair in pairs:
        yield from _beyond(pair, counted, text, claims)
    for pair in pairs if told else ():
        own = pair.second - pair.first
        if not any(3 * _hits(one, own, text) >= min(len(own), 6) for one in told):
            continue
        hits = [_hits(one, own, text) for one in shares]
        for part, hit in zip(shares, hits, strict=True):
            if not hit or 3 * hit < min(len(own), 6) or part not in told:
                continue
            if not pair.only and not _tells_both(part, pair, text):
                continue
            outer = [
                one
                for one, less in zip(shares, hits, strict=True)
                if less < hit and (_hits(one, pair.first, text) > 1 or len(shares) == 2)
            ]
            wholes = [(one.number.value, one.number.shown, _spot(one, text)) for one in outer]
            wholes += [
                (one.value, one.shown, one.spot)
                for one in parts_told(text, claims)
                if (one.order < 0 or one.asked)
                and _met(one.named, pair.first) > 1
                and not _met(one.named, own)
            ]
            if not wholes:
                continue
            value, shown, where = max(wholes, key=lambda item: item[0])
            if part.number.value > value + part.number.step / 2:
                yield finding(
                    text, "joint-above-part", _spot(part, text), (where,), code="part-above-whole",
                    value=marked(part.number.shown, text.lang), whole=marked(shown, text.lang),
                )  # fmt: skip


def _beyond(pair: Pair, counted: Sequence[Claim], text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts of those who say yes to a question above the number of those to whom it was put."""
    for claim in counted if 0 < pair.base < claims.base else ():
        count = round(claim.number.value * claims.base / 100)
        block = text.blocks[claim.sentence.block].text
        named = bool(pair.label) and regex.search(rf"(?<!\w){pair.label}(?!\w)", block) is not None
        if count > pair.base and (named or _hits(claim, pair.second - pair.first, text) > 1):
            where = Spot(
                quoted(block), claim.sentence.line, claim.sentence.page, claim.sentence.block
            )
            yield finding(
                text, "joint-above-part", _spot(claim, text), (where,), code="part-above-whole",
                value=claim.number.shown, whole=f"{100 * pair.base / claims.base:.0f}",
            )  # fmt: skip
            return


def _is_of_them(claim: Claim) -> bool:
    before = claim.sentence.text[: claim.number.start]
    return CONDITION.search(before.replace("of all of them", "")) is not None


def _spot(claim: Claim, text: Text) -> Spot:
    return spot(text, claim.sentence, claim.number.start, claim.number.end)


def _met(named: frozenset[str], question: frozenset[str]) -> int:
    return sum(is_among(mark, named) for mark in question)


def _pairs(text: Text) -> Iterator[Pair]:
    """Questions that follow each other, of which the second was put only to some."""
    before: frozenset[str] = frozenset()
    only = word_pattern(_ONLY_THEM[text.lang])
    for block in text.blocks:
        for start, end in _questions(block.text):
            said = block.text[start:end]
            asked = marks(said, text.lang).set
            last = block.text.rfind("?", 0, start) + 1
            lead = block.text[max(last, start - _BACK) : start] + said
            behind = regex.match(r"[\s”“»\"’']*\(([^()?]*)\)", block.text[end:])
            tail = behind.group(1) if behind else ""
            if before and before != asked:
                put = _PUT.findall(f"{lead} {tail}")
                named = _LABEL.findall(lead)
                yield Pair(
                    before, asked, bool(only.search(lead) or only.search(tail)),
                    int(next(filter(None, put[-1]))) if put else 0, named[-1] if named else "",
                )  # fmt: skip
            before = asked


def _questions(words: str) -> Iterator[tuple[int, int]]:
    """Where the questions stand that are quoted, one or several in a pair of marks."""
    for match in _ASKED.finditer(words):
        start = match.start(1)
        for part in regex.finditer(r"[^?]{3,}\?", match.group(1)):
            yield start + part.start(), start + part.end()


def _tells_both(claim: Claim, pair: Pair, text: Text) -> bool:
    """Whether a share is told of those who say yes to both questions: `complained and got an answer`."""
    joint = regex.search(rf"\s{_AND[text.lang]}\s", claim.sentence.text, regex.IGNORECASE)
    return joint is not None and _hits(claim, pair.first - pair.second, text) > 0


def _hits(claim: Claim, question: frozenset[str], text: Text) -> int:
    said = marks(claim.sentence.text, text.lang).set
    return sum(is_among(mark, said) for mark in question)


def _is_response(claim: Claim, claims: Claims) -> bool:
    """Whether a share is that of those who answered at all."""
    printed = regex.sub(r"\D", "", claim.sentence.text)
    return (
        bool(claims.base)
        and str(claims.base) in printed
        and OF_ALL.search(claim.sentence.text) is None
        and _REPLIED.search(claim.sentence.text) is not None
    )


_REPLIED = regex.pattern(
    r"(?<!\w)(?:atbildēja|aizpildīja|atsaucās|saņem\w+|replied|returned|responded|answered|completed|response|ответили|заполнили|вернули|откликнул\w+)(?!\w)",
    regex.IGNORECASE,
)
