"""Two tellings of one share: which sentence says again, in like words, what another one has said.

A share told again keeps the words that tell it from all others, and these stand together nowhere else: two shares
are of one thing if the rarer words of either are said of the other, nothing sets them apart, and no third has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.counts_told import ELSEWHERE
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.retelling import JOINED
from atbalss.audit.rules.retold import NARROW, named_by, piece_of, question_of
from atbalss.audit.rules.told_shares import counted_of
from atbalss.audit.rules.two_values import bounds_in, of_degree, sides
from atbalss.audit.series import own_base
from atbalss.audit.stems import stem, stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.vague import is_drawn, is_formula, of_twins
from atbalss.audit.waves import is_earlier, last_year

_WORDS = 4  # of a clause that tells something
_TELLING = 8  # shares that have a rare word
_LEAST, _WEIGHT = 2, 5.0  # words that two tellings share, and how much they tell
_COVERED, _EITHER = 0.7, 0.33  # of the shorter and of the longer telling the shared words are
_RIVAL, _ALIKE = 0.75, 0.6  # how much of them a third share may have
_MANY = 5  # words that outweigh those that only one of the two has
_LISTED = 3  # shares of a sentence that is a list
_LABEL = 5  # words of an item that is a row

_SPOKEN = regex.any_case(  # how many, or that it is so: no word of what is told
    r"(?<!\w)(?:followed(?: by)?|roughly|about|around|nearly|almost|approximately|only|just|majority|minority|amounts?|notabl[ey]|large|small|high|low|proportion|percentages?|found|finds?|see|saw|seen|there|overall|remains?|according|total|number|while|whereas|although|though|however|being|having|were|was"
    r"|aptuveni|apmēram|gandrīz|tikai|nedaudz|kopumā|skait\w*|kurpretī|savukārt|turklāt|tomēr"
    r"|примерно|около|почти|только|лишь|всего|целом|доля|долю|доли|числ\w+|однако|причем|причём)(?!\w)"
)
_POINTS_BACK = regex.any_case(  # what it is about stands before
    r"(?<!\w)(?:it(?! (?:is|was) (?:not )?\w+ (?:that|to))|them|th(?:is|ese) (?:with|to|as|in|is|are|was|were)|such|do so|(?:the|this|that|these|those) (?:concepts?|statements?|ideas?|features?|options?|changes?|approach\w*|proposals?|matter|topics?|same|former|latter)"
    r"|tos|tās|tam|tajos?|šād\w*|tād\w*|to pašu|его|её|ее|их|им|ими|это\w*|так(?:ой|ие|их|ое|ая|ого|ую)?|эт(?:от|а|у|и|их|ой|ого))(?!\w)"
)
_VERSUS = regex.any_case(
    r"\W*(?:vs\.?|versus|against|compared|than|pret|pretstatā|salīdzin\w*|против|по сравнению)(?!\w)"
)
_ASIDE = regex.pattern(r"\([^()]*(?:\)|$)|\[[^\[\]]*\]")
_LED = regex.any_case(r"^[^%\d]{0,80}?(?<!\w)(?:that|ka|что)\s(?=(?:[^\W\d]+\s){0,3}\W?\d)")
_MORE = regex.any_case(
    r",?\s(?:which|whereas|because|since|as well as|kas|kurš|kura|jo|котор\w+|потому что)\s.*$"
)
_TO = regex.any_case(r"\W*(?:up |down )?(?:to|from|līdz|no|до|с|со)\W*\d")
_PAST = regex.any_case(
    r"(?:during|over|in|within) the (?:last|past) (?:year|month|\w+ months)|pēdēj\w+ (?:gad|mēne)\w+ laikā|за последн\w+ (?:год|месяц\w*)"
)
_NETTED = regex.any_case(  # both grades of one half of a scale
    r"(?<!\w)(?:(?:very|fully|strongly|completely|ļoti|pilnībā|pilnīgi|очень|полностью) (?:or|and|vai|un|или|и) (?:somewhat|fairly|rather|partly|quite|drīzāk|daļēji|diezgan|скорее|частично)"
    r"|(?:somewhat|fairly|rather|partly|quite|drīzāk|daļēji|diezgan|скорее|частично) (?:or|and|vai|un|или|и) (?:very|fully|strongly|completely|ļoti|pilnībā|pilnīgi|очень|полностью))(?!\w)"
)
_OTHER = regex.any_case(r"[“”\"„«']\W*(?:other|cits|cita|другое|иное)\W*[“”\"»']")
_FIELD = r"(?:questionnaires?|forms?|anket\w*|анкет\w*|опросн\w*)|respon[sd]e rates?|uzaicin\w*|invit\w*|приглаш\w*"
_WHO = regex.pattern(r"\s(?:of |no |из )?(?:the |all |our |their |vis\w+ |всех )*([^\W\d_]{3,})")
_BRACKET = regex.pattern(r"([^\W\d_][\w'’-]*)\W{0,3}\(\s?$")


_EXTENT = regex.any_case(  # how much of a thing
    r"(?<!\w)(?:(?:all|most|half|part) of (?:their|the|its)|the whole|entire|vis[ua]|lielāk[oā]\w* daļ\w+|mazāk[oā]\w* daļ\w+|pus[ie]|вс[юеё]|весь|больш\w+ част\w+|част[ьи]|половин\w+)(?!\w)"
)
_NO = regex.any_case(r"(?<!\w)nē(?!\w)")
_MILD = regex.pattern(r"(?:tikai|vien|only|solely|лишь|только|vai|or|или|both|gan|most|pa[tš]\w*)")
_SAMPLE = regex.any_case(
    r"(?<!\w)(?:(?:sub)?groups?|samples?|subsets?|cohorts?|grup\w+|izlas\w+|групп\w*|выборк\w*)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A share of a sentence, the stems of its clause, and those of what stands around it."""

    claim: Claim
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
        ahead = f"{sentence.text[: claim.number.start]} {_bare(claim, piece_of(claim))}"
        if word_pattern(f"{_FIELD}|{ELSEWHERE}").search(ahead):
            continue
        piece = _bare(claim, piece_of(claim))
        core = _named(piece, text)
        if len(core) < _LEAST:
            core = _named(_bare(claim, claim.segment), text)
        goes_on = not core and _TO.match(claim.segment)
        if goes_on and before is not None and before.claim.sentence is sentence:
            core = before.core  # `from 59 % in 2019 to 66 % in 2020`
        asked = f"{text.titles.get(sentence.section, '')} {question_of(sentence, text)}"
        around = named_by(f"{_before(sentence, text)} {sentence.text} {asked}", text)
        short = sentence.kind is Kind.ITEM and len(sentence.text.split()) <= _LABEL
        before = Telling(claim, core, around, short or len(claims.of(sentence)) >= _LISTED)
        yield before


def _is_sentence(sentence: Sentence) -> bool:
    """Whether words are told, and are no label of a drawing."""
    words = sentence.text.strip()
    if sentence.kind is not Kind.PARAGRAPH:
        return True
    return len(words.split()) > _WORDS and words[-1:] in '.!?:;…”"»)]*'


def _before(sentence: Sentence, text: Text) -> str:
    """The sentence before, of one paragraph."""
    before = text.sentences[sentence.order - 1] if sentence.order else None
    return before.text if before is not None and before.block == sentence.block else ""


def _bare(claim: Claim, piece: str) -> str:
    """A clause without what stands in brackets, leads to it or is said beside."""
    printed = claim.sentence.text[claim.number.start : claim.number.end]
    piece = _ASIDE.sub(lambda aside: aside[0] if printed in aside[0] else " ", _LED.sub("", piece))
    before, own, behind = piece.partition(printed)
    return before + own + _MORE.sub(" ", behind)


def _named(words: str, text: Text) -> frozenset[str]:
    """The stems that say what a share is of, without those of who could not say."""
    return named_by(word_pattern(text.words.other).sub(" ", _SPOKEN.sub(" ", words)), text)


def weight(words: Iterable[str], known: Mapping[str, float]) -> float:
    """How much words tell: the fewer sentences have them, the more."""
    return sum(known.get(word, 1.0) for word in words)


@listed_once
def echoes(text: Text, claims: Claims) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of shares that tell one thing with two values."""
    told = tellings(text, claims)
    for one, other in _pairs(told):
        if one.claim.sentence.block == other.claim.sentence.block or one.is_as(other):
            continue
        swapped = _are_swapped(one, other, claims)
        if not swapped and (not is_near(one, other) or _says_both(one, other, claims)):
            continue
        if _is_alike(one, other, told, claims) and not is_apart(one, other, text, claims):
            yield one, other


def _pairs(told: tuple[Telling, ...]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of shares that have at least two words in common, one of them a rare one."""
    having: dict[str, list[int]] = {}
    for place, one in enumerate(told):
        for word in one.core:
            having.setdefault(word, []).append(place)
    rare = [places for places in having.values() if 1 < len(places) <= _TELLING]
    for pair, _ in sorted(
        Counter(pair for places in rare for pair in combinations(places, 2)).items()
    ):
        one, other = told[pair[0]], told[pair[1]]
        if len(one.core & other.core) >= _LEAST:
            yield one, other


def is_near(one: Telling, other: Telling) -> bool:
    """Whether a slip makes the one of the other: a digit that is off, or digits in another order."""
    turned = sorted(one.claim.number.shown) == sorted(other.claim.number.shown)
    return turned or abs(one.value - other.value) <= _NEAR + 1e-9


_NEAR = 10.0


def _are_swapped(one: Telling, other: Telling, claims: Claims) -> bool:
    """Whether the sentences of both have both values, each at the words of the other."""
    both = {one.value, other.value}
    told = (claims.of(item.claim.sentence) for item in (one, other))
    return all(both <= {claim.number.value for claim in found} for found in told)


def _says_both(one: Telling, other: Telling, claims: Claims) -> bool:
    """Whether the sentence of either has the other's value too, of what it says beside."""
    return any(
        item.number.value == there.value
        for here, there in ((one, other), (other, one))
        for item in claims.of(here.claim.sentence)
    )


def _is_alike(one: Telling, other: Telling, told: tuple[Telling, ...], claims: Claims) -> bool:
    """Whether two tellings have their telling words in common, and no third has them."""
    known = claims.weights
    hit = one.core & other.core
    mine, theirs = one.core - other.all, other.core - one.all
    shared = weight(hit, known)
    strange = sorted((weight(mine, known), weight(theirs, known)))
    if shared < _WEIGHT and (mine or theirs or one.core != other.core):
        return False
    if _is_word_for_word(one, other, hit, claims.text.lang):
        return all(
            not hit <= third.core for third in told if third is not one and third is not other
        )
    if shared < _COVERED * (shared + strange[0]) or shared < _EITHER * (shared + strange[1]):
        return False
    fewest = min(len(mine), len(theirs))
    if fewest and not (len(hit) >= _MANY and len(hit) >= 1.3 * fewest):
        return False
    whole = shared >= 0.85 * (shared + strange[1])
    for third in told:
        if third is one or third is other:
            continue
        again = weight(hit & third.core, known)
        extra = weight(third.core - hit, known)
        if again > _RIVAL * shared and not (whole and again <= _ALIKE * (shared + extra)):
            return False
    return True


def _is_word_for_word(one: Telling, other: Telling, hit: frozenset[str], lang: str) -> bool:
    """Whether both have a run of words that only a retelling has."""
    if len(hit) < _RUN_TELLS:
        return False
    mine, theirs = (regex.findall(r"[^\W\d_]+", piece_of(t.claim).lower()) for t in (one, other))
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    words = {stem(word, lang) for word in mine[run.a : run.a + run.size]}
    return run.size >= _RUN and len(words & hit) >= _RUN_TELLS


_RUN, _RUN_TELLS = 5, 3  # words in a row, and how many of them tell something


# ---- what sets two shares apart


def is_apart(one: Telling, other: Telling, text: Text, claims: Claims) -> bool:
    """Whether something says that two shares are not of one thing, or may not be."""
    first, second = one.claim, other.claim
    blocks = first.sentence.block, second.sentence.block
    if _siblings(first, second) or of_twins(*blocks, text):
        return True
    if _signs(first, text) != _signs(second, text) or _asked(first, second, text):
        return True
    if (
        _sizes(first, claims) != _sizes(second, claims)
        or len({bounds_in(_bare(c, piece_of(c))) for c in (first, second)}) > 1
    ):
        return True
    if bool(_SAMPLE.search(first.sentence.text)) != bool(_SAMPLE.search(second.sentence.text)):
        return True
    if _wave(first, text) != _wave(second, text):
        return True
    if _groups(first, text) - other.all or _groups(second, text) - one.all:
        return True
    if _base(first, claims) != _base(second, claims):
        return True
    joint = [word_pattern(JOINED).search(piece_of(claim)) is None for claim in (first, second)]
    if joint[0] != joint[1] or _is_of_them(one, other, text) or _is_of_them(other, one, text):
        return True
    if any(of_degree(claim) or _points(claim) for claim in (first, second)):
        return True
    if _is_labelled(one, other, text) or _is_labelled(other, one, text):
        return True
    rows = first.sentence.kind is second.sentence.kind is Kind.ITEM
    listed = rows or (one.listed and other.listed)
    return listed and not _agree(first, second, text, claims)


def _signs(claim: Claim, text: Text) -> tuple[int, frozenset[str]]:
    """Whether a clause denies, and how strongly or how much of a thing it says."""
    words = _NETTED.sub(" ", _bare(claim, piece_of(claim)))
    denied, degrees = sides(words, text)
    denied += len(_NO.findall(words))
    kept = frozenset(word for word in degrees if not _MILD.fullmatch(word))
    return denied % 2, kept | {match[0].lower()[:4] for match in _EXTENT.finditer(words)}


def _asked(one: Claim, other: Claim, text: Text) -> bool:
    """Whether two shares answer two questions."""
    asked = {named_by(question_of(claim.sentence, text), text) for claim in (one, other)}
    return len(asked - {frozenset()}) > 1


def _sizes(claim: Claim, claims: Claims) -> frozenset[str]:
    """The numbers of a clause but for how many answered, and where it is shown."""
    words = _SHOWN.sub(" ", _bare(claim, piece_of(claim)))
    found = (n for n in numbers(words, claim.lang) if n.unit is Unit.NONE)
    return frozenset(n.shown for n in found if n.value < _COUNT and not 1990 <= n.value <= 2039)


def _is_of_them(one: Telling, other: Telling, text: Text) -> bool:
    """Whether what one share is of is a part of whom the other tells: `41 % of families with children`."""
    (first, at), (second, there) = ((t.claim.sentence.text, t.claim.number) for t in (one, other))
    behind, before = first[at.end : at.end + _NEXT], second[: there.start]
    return one.core & other.core <= named_by(behind, text) & named_by(before, text)


_NEXT = 40  # letters


def _base(claim: Claim, claims: Claims) -> int:
    """Of how many a share is, where it says so and these are not all: `133 of 365 (36 %)`."""
    opened = _OF_SO_MANY.match(claim.sentence.text)
    found = counted_of(claim) or own_base(claim.segment) or (int(opened[1]) if opened else 0)
    return 0 if found == claims.base else found


_OF_SO_MANY = regex.any_case(r"\W*(?:of|from|no|из) (?:the |these |those |all )?(\d{2,6})\s")
_COUNT = 100  # and more: persons
_SHOWN = regex.any_case(
    r"^\s*\d+[.)]\s|\d+(?:\.\d+)*\.?\s(?:attēl|tabul)\w*|(?:figure|table|рис\w*|табл\w*)\.?\s\d+(?:\.\d+)*|\d+ (?:of|out of|no|из) \d+"
)


def _siblings(one: Claim, other: Claim) -> bool:
    """Whether two shares are items of one list."""
    same = one.sentence.section == other.sentence.section
    return same and one.sentence.kind is other.sentence.kind is Kind.ITEM


def _wave(claim: Claim, text: Text) -> tuple[bool, frozenset[int], frozenset[str]]:
    """Which wave a share is of: an earlier one, which years and months it names."""
    wave = last_year(text)
    months = word_pattern(text.words.months).findall(claim.segment)
    named = frozenset(str(month)[:4].lower() for month in months)
    return is_earlier(_PAST.sub(" ", claim.segment), wave, text), claim.years - {wave}, named


def _groups(claim: Claim, text: Text) -> frozenset[str]:
    """Of which group a share is told: at its own place, or where its sentence opens."""
    opening = claim.sentence.text.partition(",")[0][: claim.start]
    narrow = word_pattern(f"{NARROW}|{text.words.group}")
    found = narrow.finditer(f"{opening} {claim.segment}")
    people = word_pattern(text.words.people)
    said = (m[0] for m in found if not _RELATIVE.fullmatch(m[0]) and not people.match(m[0]))
    return frozenset(mark for word in said for mark in stems(word, text.lang))


_RELATIVE = regex.any_case(
    r"k(?:uri|uras|as|urus|ad)|who|which|whom|that|those|when|котор\w+|кто|когда"
)


def _points(claim: Claim) -> bool:
    """Whether a clause points back to what it is about, or sets its share against another."""
    behind = claim.sentence.text[claim.number.end :]
    return (
        _VERSUS.match(behind) is not None
        or _POINTS_BACK.search(_bare(claim, piece_of(claim))) is not None
    )


def _is_labelled(one: Telling, other: Telling, text: Text) -> bool:
    """Whether the word right at a share, `monitoring (45 %)`, `13 % of Finns`, is not said of the other."""
    words, number = one.claim.sentence.text, one.claim.number
    who = _WHO.match(words, number.end)
    label = None if one.claim.alone else _BRACKET.search(words[: number.start])
    people = word_pattern(text.words.people)
    near = [m[1] for m in (who, label) if m is not None and not people.search(m[1])]
    named = {mark for word in near for mark in stems(word, text.lang)} & one.core
    return bool(named - other.all)


def _agree(one: Claim, other: Claim, text: Text, claims: Claims) -> bool:
    """Whether two lists give another share alike, of the same words."""
    return any(
        first.number.value == second.number.value and set(first.about) & set(second.about)
        for first in claims.of(one.sentence)
        for second in claims.of(other.sentence)
    )
