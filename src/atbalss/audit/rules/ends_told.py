"""The highest and the lowest of one measure, told one after the other: `Best rated is A (65 %). Worst rated is B (89 %).`"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.polarity import signs_of
from atbalss.audit.rules.superlatives import is_one_of_several
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.audit.ways_told import are_opposed, content_of

_ENDS = {  # how well it is rated, how often it is named
    "lv": (
        (
            r"(?P<top>vis(?:augst|lab)āk\w*|(?:augst|lab)āk(?:ais|ā|o|ie|ās)(?= (?:no)?vērtē))",
            r"(?P<low>vis(?:zem|slikt)āk\w*|(?:zem|slikt)āk(?:ais|ā|o|ie|ās)(?= (?:no)?vērtē))",
        ),
        (r"(?P<top>visbiežāk\w*)", r"(?P<low>visretāk\w*)"),
    ),
    "en": (
        (
            r"(?P<top>(?:highest|best)(?=[ -](?:rated|ranked|scored|valued))|(?<=rated )(?:the )?(?:highest|best))",
            r"(?P<low>(?:lowest|worst)(?=[ -](?:rated|ranked|scored|valued))|(?<=rated )(?:the )?(?:lowest|worst))",
        ),
        (
            r"(?P<top>most (?:often|common(?:ly)?|frequent(?:ly)?))",
            r"(?P<low>least (?:often|common(?:ly)?|frequent(?:ly)?)|rarest|most rarely)",
        ),
    ),
    "ru": (
        (
            r"(?P<top>(?:выше|лучше) всего|(?:наибол\w+|сам\w{2,3}) высок\w+(?= оцен))",
            r"(?P<low>(?:ниже|хуже) всего|(?:наибол\w+|сам\w{2,3}) низк\w+(?= оцен))",
        ),
        (r"(?P<top>чаще всего)", r"(?P<low>реже всего)"),
    ),
}
_PART = regex.any_case(  # of some of what was rated, or by some of those who did
    r"(?<!\w)(?:attiecībā uz|for|regarding|применительно к)(?!\w)"
)
_OF_ILL = regex.any_case(  # a share of low marks
    r"(?<!\w)(?:zem(?:u|as|us|ām)|slikt(?:u|as|us|i)|low|bad|poor|низк\w+|плох\w+)(?!\w)|(?<![\d.,–-])1\s?[–-]\s?[2-6](?![\d.,])"
)
_NEAR = 2  # sentences from one to the other
_BRIEF = 8  # words of a sentence that leaves out what was said before: `The lowest, B (65 %).`


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a measure that something is said to stand at, and its level."""

    words: str
    is_top: bool
    of_marks: bool
    sentence: Sentence
    number: Number
    clause: str
    """What is said with it, without the superlative."""


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """What is said to be highest below what is lowest, and two that are said to be lowest."""
    for sentence in text.prose:
        yield from _goes_on(sentence, text, claims)
    told = [end for sentence in text.prose for end in _ends(sentence, text, claims)]
    for one, other in itertools.pairwise(told):
        if _are_of_one(one, other, text) and _is_denied(one, other):
            at = spot(text, one.sentence, one.number.start, one.number.end)
            beside = spot(text, other.sentence, other.number.start, other.number.end)
            yield finding(
                text, "rank-word", at, (beside,),
                words=one.words, value=one.number.shown, other=other.number.shown,
            )  # fmt: skip


_EVEN = {  # goes on from the share before: `even more often`
    "lv": r"vēl (?:(?P<up>vairāk(?!,)|biežāk|augstāk\w*|lielāk\w*)|(?P<down>mazāk|retāk|zemāk\w*))",
    "en": r"even (?:(?P<up>more(?= (?:often|frequent\w*|common|in|among|at)(?!\w)|[;:.(]| [(–])|higher|larger|greater)|(?P<down>fewer|lower|smaller|rarer|less(?= (?:often|frequent\w*|common|in|among|at)(?!\w)|[;:.(]| [(–])))",
    "ru": r"ещ[её] (?:(?P<up>больше|чаще|выше)|(?P<down>меньше|реже|ниже))",
}


def _goes_on(sentence: Sentence, text: Text, claims: Claims) -> Iterator[Finding]:
    """`In the south 8 % complain. In the north even more do (4 %)`: less than what was told just before."""
    said = list(word_pattern(_EVEN[text.lang]).finditer(sentence.text))
    found = claims.of(sentence)
    if len(said) != 1 or year_in(sentence.text, text) or not 0 < len(found) <= _NEAR:
        return
    own = found[-1]
    before = text.sentences[max(0, sentence.order - 1)]
    if before.block == sentence.block and len(found) == 1:
        found = (*claims.of(before), own)
    if len(found) != _NEAR or word_pattern(text.words.last_wave).search(sentence.text):
        return
    one, up = found[0], said[0]["up"] is not None
    if one.number.value == own.number.value or (own.number.value > one.number.value) == up:
        return
    if one.sentence is sentence and not one.number.end <= said[0].start():
        return
    if not are_opposed(one.segment, own.segment, text):
        at = spot(text, sentence, min(said[0].start(), own.number.start), own.number.end)
        beside = spot(text, one.sentence, one.number.start, one.number.end)
        yield finding(
            text, "rank-word", at, (beside,),
            words=said[0][0], value=own.number.shown, other=one.number.shown,
        )  # fmt: skip


def _ends(sentence: Sentence, text: Text, claims: Claims) -> Iterator[_End]:
    """The ends of a sentence that speaks of all persons, now: as many as it has levels, one behind each."""
    found = [
        (match, kind == 0)
        for kind, tables in enumerate(_ENDS[text.lang])
        for match in word_pattern("|".join(tables)).finditer(sentence.text)
    ]
    levels = _levels(sentence, text, claims)
    if not found or len(found) != len(levels) or not _is_plain(sentence, text):
        return
    found.sort(key=lambda item: item[0].start())
    stops = [*(match.start() for match, _ in found[1:]), len(sentence.text)]
    for (match, of_marks), number, stop in zip(found, levels, stops, strict=True):
        if not match.end() <= number.start < stop or is_one_of_several(sentence.text, match):
            return
        begin = 0 if match is found[0][0] else match.start()
        clause = sentence.text[begin : match.start()] + " " + sentence.text[match.end() : stop]
        yield _End(match.group(0), match.lastgroup == "top", of_marks, sentence, number, clause)


def _levels(sentence: Sentence, text: Text, claims: Claims) -> list[Number]:
    """The shares of a sentence; where it has none, its means."""
    shares = [claim.number for claim in claims.of(sentence)]
    found = numbers(sentence.text, text.lang)
    return shares or [item for item in found if item.unit is Unit.NONE and item.digits]


def _is_plain(sentence: Sentence, text: Text) -> bool:
    narrow = word_pattern(f"{text.words.group}|{text.words.last_wave}|{text.words.change}")
    if narrow.search(sentence.text) or year_in(sentence.text, text):
        return False
    if _PART.search(sentence.text) or _OF_ILL.search(sentence.text):
        return False
    return min(signs_of(sentence.text, text.lang).values(), default=1) > 0


def _are_of_one(one: _End, other: _End, text: Text) -> bool:
    """Whether two ends are of one measure, told in one paragraph."""
    if one.of_marks != other.of_marks or one.sentence.block != other.sentence.block:
        return False
    if one.number.unit != other.number.unit or one.number.digits != other.number.digits:
        return False
    if other.sentence.order - one.sentence.order > _NEAR or _marks(one) != _marks(other):
        return False
    brief = len(other.clause.split()) <= _BRIEF
    return brief or bool(content_of(one.clause, text) & content_of(other.clause, text))


def _marks(end: _End) -> set[str]:
    """The whole numbers of what is said behind a level: `89 % gave 10 points`."""
    behind = end.clause[end.clause.find(end.number.shown) + len(end.number.shown) :]
    return set(regex.findall(r"(?<![\d.,])\d{1,2}(?![\d.,]*\d|\s?%)", behind))


def _is_denied(one: _End, other: _End) -> bool:
    """Whether levels cannot be those of the ends."""
    if one.is_top == other.is_top:
        return one.of_marks and one.number.value != other.number.value
    return (one.number.value < other.number.value) == one.is_top and (
        one.number.value != other.number.value
    )
