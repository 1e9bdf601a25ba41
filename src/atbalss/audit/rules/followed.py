"""A question put only to those who said yes, its share told of all: above those who said yes at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counted_shares import counted_shares
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot_of
from atbalss.audit.forms import marks
from atbalss.audit.met import is_among
from atbalss.audit.rules.parts import parts_told, told_earlier
from atbalss.audit.sheets import sheets_of, total_column
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.audit.words_joint import CONDITION, OF_ALL
from atbalss.audit.yes_no import is_no, says_no, says_yes

_ONLY_THEM = {  # a question that only some were asked
    "lv": r"(?:tiem|tām|tie|tos|tikai tiem|viņiem),? k(?:as|uri|uras|am|uriem|urām)|ja (?:atbilde|atbildēj\w+|jā|tā)|(?:pozitīvi|apstiprinoši) atbildēj\w*|tālāk jautā\w*|pēc tam jautā\w*|papildu jautājum\w*|papildjautājum\w*|lietotājiem (?:vēl )?jautā\w*|jautājum\w* (?:viņiem|tiem)",
    "en": r"(?:those|people|respondents|anyone|everyone|customers|users|parents|visitors) (?:who|that)|if (?:yes|so|they|the answer|you)|(?:were|was) (?:then|also|further) asked|(?:they|users|owners|these) were asked|follow-up|put (?:only )?to",
    "ru": r"(?:тех|тем|те),? (?:кто|у кого|кому)|если (?:да|ответ|так|вы)|ответивш\w+ [«\"„]?(?:да|утверд\w+|положит\w+)|(?:затем|далее|потом|дополнительно) (?:спросили|спрашивали|задавали|уточн\w+)|дополнительн\w+ вопрос\w*|(?:их|им|пользовател\w+) (?:также )?(?:спросили|спрашивали|задавали)",
}
_AND = {"lv": r"(?:un|turklāt)", "en": r"and", "ru": r"(?:и|причём|при этом)"}
_ASKED = regex.pattern(  # one question or several in a pair of marks
    r"[„“«\"‘]([^?]{6,220}?\?(?:\s[^?„“«»”\"]{3,200}\?)*)\s?[”“»\"’]"
)
_BASED = regex.any_case(  # of which all shares are
    r"(?<!\w)(?:procent\w*|daļ\w+|īpatsvar\w*|percentages?|shares?|proportions?|figures?|процент\w*|дол[яи]\w*)(?!\w)"
)
_PUT = regex.any_case(  # to how many a question was put
    r"(?<!\w)[nN]\s?=\s?(\d{2,5})(?!\d)|(?<!\w)(?:those|these|the|šiem|tiem|этим|тем) (\d{2,5})(?![\d%]| %)"
)
_DENIED = regex.any_case(r"\W*(?:не|not|did not|nav|ne(?!kas|viens)\w{3,})(?!\w)")
_LABEL = regex.pattern(r"(?<!\w)[A-ZĀČĒĢĪĶĻŅŠŪŽА-Я]\.?\d{1,2}(?!\w)")
_BACK = 140  # letters before a question


@dataclass(frozen=True, slots=True)
class Question:
    """The marks of a question, its block, where it begins and ends there."""

    marks: frozenset[str]
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and one that only those who said yes to it were asked; what is said around the second."""

    one: Question
    other: Question
    lead: str
    only: bool  # else it is not said that the second was put only to some
    base: int = 0  # to how many the second was put
    label: str = ""  # `Q3`

    @property
    def first(self) -> frozenset[str]:
        """The marks of the first question."""
        return self.one.marks

    @property
    def second(self) -> frozenset[str]:
        """The marks of the second."""
        return self.other.marks


@dataclass(frozen=True, slots=True)
class Whole:
    """A share of all who said yes to the first question."""

    value: float
    shown: str
    spot: Spot


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
    for place, pair in enumerate(pairs):
        yield from _beyond(pair, counted, text, claims)
        if says_no(pair.lead) or marks(pair.lead, text.lang).denies:
            continue  # it may be those who said no
        ends = pairs[place + 1].other if place + 1 < len(pairs) else None
        for part in told:
            whole = _whole_at(pair, part, ends, text, claims) or _whole_of(
                pair, part, shares, text, claims
            )
            if whole and part.number.value > whole.value + part.number.step / 2:
                yield finding(
                    text, "joint-above-part", spot_of(text, part), (whole.spot,), code="part-above-whole",
                    value=part.number.shown, whole=whole.shown,
                )  # fmt: skip


def _whole_at(
    pair: Pair, part: Claim, ends: Question | None, text: Text, claims: Claims
) -> Whole | None:
    """Those who said yes to the first question, by where the answers stand: between the two questions.

    What a share tells is the second question's where it stands in its sentence or behind it, before
    any further question.
    """
    one, other = pair.one, pair.other
    at = (part.sentence.block, part.sentence.start + part.number.start)
    own = part.sentence.block == other.block and (
        part.sentence.start <= other.start < part.sentence.start + len(part.sentence.text)
    )
    behind = (
        (other.block, other.end) <= at < ((ends.block, ends.start) if ends else (at[0], 1 + at[1]))
    )
    if not pair.only or not (own or behind) or at[0] - other.block > 1:
        return None
    if not (says_yes(pair.lead) or _met(marks(pair.lead, text.lang).set, one.marks)):
        return None
    rows = _answers(one, other, text, claims)
    no = [row for label, row in rows if is_no(label) or _DENIED.match(label)]
    if not rows or len(no) > 1:
        return None
    if len(rows) == 1:
        return None if no else rows[0][1]
    yes = [row for _, row in rows if row not in no]
    left = 100 - no[0].value if no else 0.0
    whole = len(no) == 1
    return Whole(left, f"{left:g}", yes[0].spot) if whole and yes else None


def _answers(one: Question, other: Question, text: Text, claims: Claims) -> list[tuple[str, Whole]]:
    """The shares that stand between two questions, each with its label."""
    begin, end = (one.block, one.end), (other.block, other.start)
    found = [
        (
            claim.segment.strip(" .,;–—-"),
            Whole(claim.number.value, claim.number.shown, spot_of(text, claim)),
        )
        for block in range(one.block, other.block + 1)
        for claim in claims.levels
        if claim.sentence.block == block
        and begin <= (block, claim.sentence.start + claim.number.start) < end
        and (block < other.block or claim.sentence.start + len(claim.sentence.text) <= other.start)
    ]
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if sheet.table and one.block < sheet.first < other.block and column >= 0 and sheet.shares:
            found += [
                (sheet.labels[row], Whole(number.value, number.shown, sheet.spots[row]))
                for row, number in sheet.column(column)
            ]
    return found


def _whole_of(
    pair: Pair, part: Claim, shares: Sequence[Claim], text: Text, claims: Claims
) -> Whole | None:
    """Those who said yes to the first question, by the words of both."""
    own = pair.second - pair.first
    hit = _hits(part, own, text)
    if not hit or 3 * hit < min(len(own), 6) or not (pair.only or _tells_both(part, pair, text)):
        return None
    wholes = [
        Whole(one.number.value, one.number.shown, spot_of(text, one))
        for one in shares
        if _hits(one, own, text) < hit and (_hits(one, pair.first, text) > 1 or len(shares) == 2)
    ]
    wholes += [
        Whole(one.value, one.shown, one.spot)
        for one in parts_told(text, claims)
        if (one.order < 0 or one.asked)
        and _met(one.named, pair.first) > 1
        and not _met(one.named, own)
    ]
    return max(wholes, key=lambda item: item.value, default=None)


def _beyond(pair: Pair, counted: Sequence[Claim], text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts of those who say yes to a question above the number of those to whom it was put."""
    for claim in counted if 0 < pair.base < claims.base else ():
        count = round(claim.number.value * claims.base / 100)
        block = text.blocks[claim.sentence.block].text
        named = bool(pair.label) and regex.search(rf"(?<!\w){pair.label}(?!\w)", block) is not None
        if count > pair.base and named:
            where = Spot(
                quoted(block), claim.sentence.line, claim.sentence.page, claim.sentence.block
            )
            yield finding(
                text, "joint-above-part", spot_of(text, claim), (where,), code="part-above-whole",
                value=claim.number.shown, whole=f"{100 * pair.base / claims.base:.0f}",
            )  # fmt: skip
            return


def _is_of_them(claim: Claim) -> bool:
    before = claim.sentence.text[: claim.number.start]
    return CONDITION.search(before.replace("of all of them", "")) is not None


def _met(named: frozenset[str], question: frozenset[str]) -> int:
    return sum(is_among(mark, named) for mark in question)


def _pairs(text: Text) -> Iterator[Pair]:
    """Questions that follow each other, of which the second was put only to some."""
    before: Question | None = None
    only = word_pattern(_ONLY_THEM[text.lang])
    for index, block in enumerate(text.blocks):
        for start, end in _questions(block.text):
            said = block.text[start:end]
            asked = Question(marks(said, text.lang).set, index, start, end)
            last = block.text.rfind("?", 0, start) + 1
            lead = block.text[max(last, start - _BACK) : start] + said
            behind = regex.match(r"[\s”“»\"’]*\(([^()?]*)\)", block.text[end:])
            tail = behind.group(1) if behind else ""
            if before and before.marks != asked.marks:
                put = _PUT.findall(f"{lead} {tail}")
                named = _LABEL.findall(lead)
                yield Pair(
                    before, asked, f"{lead} {tail}", bool(only.search(lead) or only.search(tail)),
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
