"""Two tellings of one share: which sentence says again, in like words, what another one has said.

A share told again keeps the words that tell it from all others, and these stand together nowhere else: two shares
are of one thing if the rarer words of either are said of the other, nothing sets them apart, and no third has them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.retelling import JOINED
from atbalss.audit.rules.retold import NARROW, named_by, piece_of, question_of
from atbalss.audit.rules.told_shares import counted_of
from atbalss.audit.rules.two_values import bounds_in, of_degree, sides
from atbalss.audit.series import own_base
from atbalss.audit.stems import stem, stems
from atbalss.audit.tellings import LEAST, NETTED, PAST, Telling, bare, tellings
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.vague import of_twins
from atbalss.audit.waves import is_earlier, last_year

_TELLING = 8  # shares that have a rare word
_WEIGHT = 5.0  # how much the words that two tellings share must tell
_COVERED, _EITHER = 0.7, 0.33  # of the shorter and of the longer telling the shared words are
_RIVAL, _ALIKE = 0.75, 0.6  # how much of them a third share may have
_MANY = 5  # words that outweigh those that only one of the two has

_POINTS_BACK = regex.any_case(  # what it is about stands before
    r"(?<!\w)(?:it(?! (?:is|was) (?:not )?\w+ (?:that|to))|(?<!like )them|th(?:is|ese) (?:with|to|as|in|is|are|was|were)|such|do so|(?:the|this|that|these|those) (?:concepts?|statements?|ideas?|features?|options?|changes?|approach\w*|proposals?|matter|topics?|same|former|latter)"
    r"|tos|tās|tam|tajos?|šād\w*|tād\w*|to pašu|его|её|ее|их|им|ими|это\w*|так(?:ой|ие|их|ое|ая|ого|ую)?|эт(?:от|а|у|и|их|ой|ого))(?!\w)"
)
_VERSUS = regex.any_case(
    r"\W*(?:vs\.?|versus|against|compared|than|pret|pretstatā|salīdzin\w*|против|по сравнению)(?!\w)"
)
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
        if len(one.core & other.core) >= LEAST:
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
    if _is_word_for_word(one, other, hit, claims.text):
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


def _is_word_for_word(one: Telling, other: Telling, hit: frozenset[str], text: Text) -> bool:
    """Whether both have a run of words that only a retelling has, and not of steps of a scale alone."""
    if len(hit) < _RUN_TELLS:
        return False
    mine, theirs = (regex.findall(r"[^\W\d_]+", told.words.lower()) for told in (one, other))
    run = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
    alike = mine[run.a : run.a + run.size]
    steps = sides(" ".join(alike), text)[1] | {word for word in alike if word.endswith("ly")}
    words = {stem(word, text.lang) for word in alike if word not in steps}
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
        or len({bounds_in(bare(c, piece_of(c))) for c in (first, second)}) > 1
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
    if (
        _is_joint(first) != _is_joint(second)
        or _is_of_them(one, other, text)
        or _is_of_them(other, one, text)
    ):
        return True
    if any(of_degree(claim) or _points(claim) for claim in (first, second)):
        return True
    if _is_labelled(one, other, text) or _is_labelled(other, one, text):
        return True
    rows = first.sentence.kind is second.sentence.kind is Kind.ITEM
    listed = rows or (one.listed and other.listed)
    return listed and not _agree(first, second, text, claims)


def _is_joint(claim: Claim) -> bool:
    """Whether a share is of two things or of either; both halves of a scale's side are one thing."""
    piece = NETTED.sub(" ", piece_of(claim))
    return word_pattern(JOINED).search(piece) is not None or _EITHER_OF.search(piece) is not None


_EITHER_OF = regex.pattern(r"[^\W\d_]{4,}/\s?[^\W\d_]{4,}")


def _signs(claim: Claim, text: Text) -> tuple[int, frozenset[str]]:
    """Whether a clause denies, and how strongly or how much of a thing it says."""
    words = NETTED.sub(" ", bare(claim, piece_of(claim)))
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
    words = _SHOWN.sub(" ", bare(claim, piece_of(claim)))
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
    return is_earlier(PAST.sub(" ", claim.segment), wave, text), claim.years - {wave}, named


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
        or _POINTS_BACK.search(bare(claim, piece_of(claim))) is not None
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
