"""The shares that sentences tell, with the stems that say what each is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counts_told import ELSEWHERE
from atbalss.audit.kept import listed_once
from atbalss.audit.rules.retold import named_by, piece_of, question_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.vague import is_drawn, is_formula

LEAST = 2  # words that say what a share is of
_WORDS = 4  # of a clause that tells something
_LISTED = 3  # shares of a sentence that is a list
_LABEL = 5  # words of an item that is a row
_SPOKEN = regex.any_case(  # how many, or that it is so: no word of what is told
    r"(?<!\w)(?:followed(?: by)?|roughly|about|around|nearly|almost|approximately|only|just|majority|minority|amounts?|notabl[ey]|large|small|high|low|proportion|percentages?|found|finds?|see|saw|seen|there|overall|remains?|according|total|number|express(?:ed|ing)?|while|whereas|although|though|however|being|having|were|was"
    r"|aptuveni|apmēram|gandrīz|tikai|nedaudz|kopumā|skait\w*|kurpretī|savukārt|turklāt|tomēr|pau(?:ž|da|dusi|duši)|izteica"
    r"|примерно|около|почти|только|лишь|всего|целом|доля|долю|доли|числ\w+|однако|причем|причём|выразил\w*)(?!\w)"
)
_ASIDE = regex.pattern(r"\([^()]*(?:\)|$)|\[[^\[\]]*\]")
_LED = regex.any_case(r"^[^%\d]{0,80}?(?<!\w)(?:that|ka|что)\s(?=(?:[^\W\d]+\s){0,3}\W?\d)")
_MORE = regex.any_case(
    r",?\s(?:which|whereas|because|since|as well as|kas|kurš|kura|jo|котор\w+|потому что)\s.*$"
)
_TO = regex.any_case(r"\W*(?:up |down )?(?:to|from|līdz|no|до|с|со)\W*\d")
PAST = regex.any_case(
    r"(?:during|over|in|within) the (?:last|past) (?:year|month|\w+ months)|pēdēj\w+ (?:gad|mēne)\w+ laikā|за последн\w+ (?:год|месяц\w*)"
)
NETTED = regex.any_case(  # both grades of one half of a scale
    r"(?<!\w)(?:(?:very|fully|strongly|completely|ļoti|pilnībā|pilnīgi|очень|полностью) (?:or|and|vai|un|или|и) (?:somewhat|fairly|rather|partly|quite|drīzāk|daļēji|diezgan|скорее|частично)"
    r"|(?:somewhat|fairly|rather|partly|quite|drīzāk|daļēji|diezgan|скорее|частично) (?:or|and|vai|un|или|и) (?:very|fully|strongly|completely|ļoti|pilnībā|pilnīgi|очень|полностью))(?!\w)"
)
_OTHER = regex.any_case(r"[“”\"„«']\W*(?:other|cits|cita|другое|иное)\W*[“”\"»']")
_FIELD = r"(?:questionnaires?|forms?|anket\w*|анкет\w*|опросн\w*)|respon[sd]e rates?|uzaicin\w*|invit\w*|приглаш\w*"


@dataclass(frozen=True, slots=True)
class Telling:
    """A share of a sentence, the stems of its clause, and those of what stands around it."""

    claim: Claim
    words: str
    core: frozenset[str]
    around: frozenset[str]
    listed: bool

    @property
    def value(self) -> float:
        """The share."""
        return self.claim.number.value

    @property
    def all(self) -> frozenset[str]:
        """Whatever is said of it."""
        return self.core | self.around

    def is_as(self, other: Telling) -> bool:
        """Whether two shares may be one, rounded differently."""
        step = max(self.claim.number.step, other.claim.number.step)
        return abs(self.value - other.value) < step + 1e-9


@listed_once
def tellings(text: Text, claims: Claims) -> Iterator[Telling]:
    """All shares of sentences that say what they are of."""
    before: Telling | None = None
    for claim in claims.levels:
        sentence = claim.sentence
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING, Kind.CAPTION):
            continue
        if is_confidence(claim) or is_drawn(claim) or is_formula(claim, claims):
            continue
        if not _is_sentence(sentence) or _OTHER.search(claim.segment):
            continue
        ahead = f"{sentence.text[: claim.number.start]} {bare(claim, piece_of(claim))}"
        if word_pattern(f"{_FIELD}|{ELSEWHERE}").search(ahead):
            continue
        words = bare(claim, piece_of(claim))
        core = _named(words, text)
        if len(core) < LEAST or _is_of_what_stands_before(claim, words):
            words = bare(claim, claim.segment)
            core = _named(words, text)
        goes_on = not core and _TO.match(claim.segment)
        if goes_on and before is not None and before.claim.sentence is sentence:
            core = before.core  # `from 59 % in 2019 to 66 % in 2020`
        asked = f"{text.titles.get(sentence.section, '')} {question_of(sentence, text)}"
        around = named_by(f"{_before(sentence, text)} {sentence.text} {asked}", text)
        short = sentence.kind is Kind.ITEM and len(sentence.text.split()) <= _LABEL
        before = Telling(claim, words, core, around, short or len(claims.of(sentence)) >= _LISTED)
        yield before


def _is_sentence(sentence: Sentence) -> bool:
    """Whether words are told, and are no label of a drawing."""
    words = sentence.text.strip()
    if sentence.kind is not Kind.PARAGRAPH:
        return True
    return len(words.split()) > _WORDS and words[-1:] in '.!?:;…”"»)]*'


def _is_of_what_stands_before(claim: Claim, words: str) -> bool:
    """`Bills and prints – 11 % applied for them`, `bills and prints, for which 11 % applied`."""
    lone = claim.sentence.kind is Kind.ITEM and claim.alone
    return lone or _WHICH.match(words) is not None


_WHICH = regex.any_case(
    r"\W*(?:(?:par|uz|for|of|in|о|на)\s)?(?:k(?:o|as|ur[uaāi]\w*)|which|what|котор\w+)(?!\w)"
)


def _before(sentence: Sentence, text: Text) -> str:
    """The sentence before, of one paragraph."""
    before = text.sentences[sentence.order - 1] if sentence.order else None
    return before.text if before is not None and before.block == sentence.block else ""


def bare(claim: Claim, piece: str) -> str:
    """A clause without what stands in brackets, leads to it or is said beside."""
    printed = claim.sentence.text[claim.number.start : claim.number.end]
    piece = _ASIDE.sub(lambda aside: aside[0] if printed in aside[0] else " ", _LED.sub("", piece))
    before, own, behind = piece.partition(printed)
    return before + own + _MORE.sub(" ", behind)


def _named(words: str, text: Text) -> frozenset[str]:
    """The stems that say what a share is of, without those of who could not say."""
    for beside in (PAST, NETTED, _SPOKEN, word_pattern(text.words.other)):
        words = beside.sub(" ", words)
    return named_by(words, text)
