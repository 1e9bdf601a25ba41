"""A number of persons told again with a slip of its digits: nothing bears it out, and the other one something does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.counts_told import (
    ABOUT,
    ALL_AGES,
    ELSEWHERE,
    PEOPLE,
    REPLIED,
    Count,
    counts_of,
    explained,
)
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.forms import marks
from atbalss.audit.met import same
from atbalss.audit.numerals import in_words, value_of
from atbalss.audit.parts import MEASURED, parts_of
from atbalss.audit.rests import How, shares
from atbalss.audit.rules.counted import agree, pairs_of
from atbalss.audit.rules.retold import NARROW
from atbalss.audit.series import years_in
from atbalss.audit.stems import stem
from atbalss.audit.text import Kind, Text, word_pattern

_HAS_SHARE = (
    r"(?:\s[^\W\d]\w*){0,2}(?:,|\s[–—-])?\s?\(?\d[\d.,]*\s?%|(?:\s\w+)?\s(?:of|out of|no|из)\s\d"
    r"|\s?(?:to|līdz|до|[–-])\s?\d"
)
_WHO = r"who|that|which|kas|kuri|kuras|котор\w+"
_WHO_ANSWERED = rf"(?<!\w)(?:{_WHO}) (?:\w+ ){{0,5}}?(?:fill\w* |complet\w+ )?"
_PARTED = r"(?:of|no|из) (?:those|them|these|tiem|šiem|viņiem|тех|них|этих)|categor\w+|comments?|invit\w+|sent|posted|contacted|approached|refus\w+|uzaicin\w+|nosūt\w+|izsūt\w+|atteic\w+|приглас\w+|приглаш\w+|разосла\w+|отказ\w+|роздан\w*"
_FEW = 20  # counts of a document in which one list alone can be meant
_BASE = regex.any_case(r"(?<!\w)(?:no|of|из)(?: the| visiem| всех)?\s$")
_NEAR = 0.1  # of a sample, that a slip in a number of all of it is off at most
_ALL = regex.any_case(r"(?<!\w)(?:all|all the|of all|visas|visi|visām|visiem|все|всех|всем)\s$")
_NOUN = 3  # letters
_SPARE = 2  # words beside the answer: who gave it, and how
_FAR = 0.25  # of its count, that a count told again is off at most
_MANY = 60  # counts of a document in which only turned digits are surely a slip
_NOUNS = regex.pattern(r"(?:\s[^\W\d_]+){0,2}")
_LABELLED = regex.pattern(r"[nN]\s?=\s?$|\w \($")  # `Riga (n = 213)`, `Riga (213 persons)`
_YEAR = regex.pattern(r"(?<!\d)20[0-3]\d(?!\d)")
_OTHER_WAVE = regex.pattern(  # `640 people (2023: 615)`
    r"\((?:[^()\d]{0,15} )?20[0-3]\d(?!\d)[^()]{0,25}\d{2,}[^()]*\)?"
)
_PERCENTS = regex.any_case(
    r"(?<!\w)(?:percent|proc|īpatsvar|rezult|share|figure|result|дол[яи]|цифр|данн|показат)"
)
_BESIDE = regex.pattern(  # `weekly (34 %, n = 104)`, `34 % (104 readers)`
    r"\(\d[\d.,]*\s?%[,;]\s?[nN]\s?=\s?$|\d\s?%\s?\($"
)
_ONE_QUESTION = regex.any_case(  # those who answered it are fewer than those who took part
    r"(?<!\w)(?:(?:answered|(?:respondents|answers|replies|responses) to) (?:this|that|the) (?:\w+ )?question|(?:uz )?(?:šo|minēto) jautājumu (?:\w+ )?atbildēj\w+|atbildēj\w+ uz (?:šo|minēto) jautājumu|atbild\w+ uz (?:šo|minēto) jautājumu|на этот вопрос (?:\w+ )?ответил\w*|ответил\w* на этот вопрос)"
)
_N = regex.pattern(r"[nN]\s?=\s?$")


@dataclass(frozen=True, slots=True)
class Told:
    """A count, what it is told of, and where."""

    value: int
    named: frozenset[str]
    nouns: frozenset[str]  # the two words behind it
    persons: str  # that of them which is for those who answer
    years: frozenset[str]
    spot: Spot
    item: Count | None  # of no row


@dataclass(frozen=True, slots=True)
class Known:
    """The counts of a document: wholes and parts that others bear out, sizes told, how many there are, all of them."""

    wholes: frozenset[int]
    parts: frozenset[int]
    sizes: frozenset[int]
    many: int
    told: Sequence[Told]
    sure: frozenset[int]  # that something bears out to be of persons asked
    lists: frozenset[int]  # their blocks
    now: frozenset[str]  # the year of the survey: the last that the document names


_EVERY = {  # so many things, and no more
    "lv": r"vis(?:i|as|os|us|iem|ām|u)",
    "en": r"(?:all|each|every one)(?: of)?(?: the| our| its)?",
    "ru": r"вс(?:е|ех|ем|еми)(?: наш\w+)?",
}
_ASKED = r"question|answer|statement|option|point|year|wave|survey|case|group|figure|table|jautāj|atbil|apgalvo|gad|viļņ|viln|aptauj|gadījum|grup|вопрос|ответ|утвержд|год|лет|волн|опрос|случа|групп"


def _every(text: Text) -> Iterator[Finding]:
    """`all 14 inspections` and `all 16 inspections`: how many of a thing there are, told with two values."""
    first: dict[str, tuple[int, Spot]] = {}
    noun = rf"(?P<noun>(?!{_ASKED}|{text.words.people}|{MEASURED[text.lang]})[^\W\d_]{{4,}})"
    rule = rf"(?<!\w)(?:{_EVERY[text.lang]}) (?P<n>\d{{1,3}}|{in_words(text.lang)}) {noun}"
    for sentence in text.prose:
        for match in regex.finditer(rule, sentence.text, regex.IGNORECASE):
            count = int(match["n"]) if match["n"].isdigit() else value_of(match["n"], text.lang)
            at = spot(text, sentence, match.start(), match.end())
            value, other = first.setdefault(stem(match["noun"], text.lang), (count, at))
            if value != count and not years_in(sentence.text):
                yield finding(
                    text, "two-values", at, (other,), code="two-samples", value=count,
                    other=value, line=other.line,
                )  # fmt: skip


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts that stand alone in the document, a slip away from one that does not."""
    yield from _every(text)
    measured = regex.any_case(rf"[\s-](?:{MEASURED[text.lang]})(?!\w)")
    counts = [item for item in counts_of(text) if not measured.match(item.sentence.text, item.end)]
    times = Counter(item.value for item in counts)
    listed = _listed(text, claims)
    rows = {told.value for told in listed}
    odd = [item for item in counts if times[item.value] == 1 and item.value not in rows]
    odd = [item for item in odd if not _BESIDE.search(item.sentence.text[: item.start])]
    partly = {
        item.value
        for item in counts
        if _ONE_QUESTION.search(item.sentence.text)
        and not _ALL.search(item.sentence.text[: item.start])
    }
    odd = [item for item in odd if item.value not in partly]
    if not odd:
        return
    wholes, parts = explained(text, claims)
    wholes |= {item.value for item in odd if _has_list(item, text, claims)}
    sizes = frozenset({size.value for size in claims.sizes} | {claims.base})
    told = [_read(item, text) for item in counts]
    borne = wholes | parts | rows | {value for value in times if times[value] > 1}
    borne |= sizes - partly
    blocks = frozenset(one.spot.block for one in listed)
    now = frozenset({str(max(text.years))} if text.years else ())
    again = {value for value in sizes if times[value] > 1}
    sure = frozenset(wholes | parts | rows | again | {claims.base})
    known = Known(wholes, parts | rows, sizes, len(counts), [*told, *listed], sure, blocks, now)
    done: set[int] = set()
    for item in odd:
        if item.value in done or _is_row(item, counts):
            continue
        rivals = {v for v in borne if is_slip(v, item.value) and abs(v - item.value) not in times}
        rivals = rivals or _of_answer(_read(item, text), listed)
        if not rivals and _ALL.search(item.sentence.text[: item.start]):
            rivals = (
                {claims.base} & borne
                if abs(claims.base - item.value) <= _NEAR * claims.base
                else set()
            )
        other = _meant(_read(item, text), rivals, listed, known, text) if rivals else None
        if other is not None and not _is_share(item, text, claims):
            done.add(other.value)
            at = spot(text, item.sentence, item.start, item.end)
            yield finding(
                text, "two-values", at, (other.spot,), code="two-samples", value=item.value,
                other=other.value, line=other.spot.line,
            )  # fmt: skip


def _has_list(item: Count, text: Text, claims: Claims) -> bool:
    """Whether the shares of the list beside a size are of it: `(n = 1245)` in the head of a table."""
    if not _N.search(item.sentence.text[: item.start]):
        return False
    for block in (item.sentence.block, item.sentence.block + 1):
        beside = [pair for pair in pairs_of(text, claims) if pair.spot.block == block]
        borne = sum(agree(pair, item.value, cut=False) for pair in beside)
        if beside:
            return borne > 1 and borne >= len(beside) - 1
    return False


def _of_answer(own: Told, listed: Sequence[Told]) -> set[int]:
    """The count of the one answer of the lists that the words of another count name, and hardly anything else."""
    fits = {
        one.value
        for one in listed
        if one.named
        and one.named <= own.named
        and len(own.named - one.named - own.nouns) <= _SPARE
        and abs(one.value - own.value) <= _FAR * one.value
    }
    return fits if len(fits) == 1 and own.nouns else set()


def _is_share(item: Count, text: Text, claims: Claims) -> bool:
    """Whether a count is a share that a list of its section prints: 133 of 784 persons beside `17 %`."""
    named = marks(item.sentence.text, text.lang).set
    return any(
        0 < item.value < share.base
        and abs(100 * item.value / share.base - share.number.value) <= share.number.step / 2 + 1e-9
        for share in shares(text, claims)
        if share.how is not How.SURVEY
        and share.spot.block >= 0
        and text.blocks[share.spot.block].kind in (Kind.TABLE, Kind.ITEM)
        and text.sections[share.spot.block] == text.sections[item.sentence.block]
        and any(same(mark, word) for mark in marks(share.label, text.lang).set for word in named)
    )


def _meant(
    own: Told, rivals: set[int], listed: Sequence[Told], known: Known, text: Text
) -> Told | None:
    """The one count that another tells again; None of none and of several."""
    named = {
        one.value for one in listed if one.value in rivals and one.named and one.named <= own.named
    }
    if named:
        rivals = named
    elif own.value in known.wholes | known.parts:
        return None
    elif known.many > _MANY:
        rivals = {v for v in rivals if sorted(str(v)) == sorted(str(own.value))}
    if own.value == max(known.sizes | known.wholes):
        rivals &= known.sizes | known.wholes
    found: dict[int, Told] = {}
    for one in known.told if rivals else ():
        if one.value in rivals and one.value not in found and _is_one(own, one, known, text):
            found[one.value] = one
    return found.popitem()[1] if len(found) == 1 else None


def is_slip(one: int, other: int) -> bool:
    """Whether two numbers differ by one digit behind the first, or by two that changed places."""
    first, second = str(one), str(other)
    if len(first) != len(second):
        return False
    apart = [at for at, (a, b) in enumerate(zip(first, second, strict=True)) if a != b]
    if len(apart) == 1:
        return apart[0] > 0
    return len(apart) == 2 and sorted(first) == sorted(second) and apart[1] - apart[0] == 1


def _listed(text: Text, claims: Claims) -> list[Told]:
    """The counts of lists, and their sums."""
    found = []
    for parts in parts_of(text, claims):
        nouns = frozenset({parts.head[:5].lower()} if len(parts.head) > _NOUN else ())
        where = parts.parts[0].spot
        found.append(Told(parts.made, frozenset(), nouns, "", frozenset(), where, None))
        for part in (*parts.parts, *filter(None, (parts.whole,))):
            named = marks(part.label, text.lang).set
            found.append(Told(part.count, named, nouns, "", frozenset(), part.spot, None))
    return found


def _read(item: Count, text: Text) -> Told:
    words = item.sentence.text
    behind = _NOUNS.findall(words, item.end)[0].lower().split()
    nouns = frozenset(w[:5] for w in behind if len(w) > _NOUN and w not in text.words.stop)
    inside = words.rfind("(", 0, item.start) > words.rfind(")", 0, item.start)
    clause, whole = _clause(item), words
    if not inside:
        clause, whole = (_OTHER_WAVE.sub(" ", part) for part in (clause, whole))
    years = _YEAR.findall(clause) or _YEAR.findall(whole)
    where = spot(text, item.sentence, item.start, item.end)
    named = marks(_bare(item, text), text.lang).set
    person = regex.match(
        rf"\s(?:[^\W\d]\w*\s)?(?P<who>{text.words.people})(?!\w)",
        words[item.end :],
        regex.IGNORECASE,
    )
    who = person["who"][:5].lower() if person else ""
    return Told(item.value, named, nouns, who, frozenset(years), where, item)


def _is_row(item: Count, counts: Sequence[Count]) -> bool:
    """Whether a count stands in a list: an item beside one that has a count as well."""
    if item.sentence.kind is not Kind.ITEM:
        return False
    return any(
        one.sentence.kind is Kind.ITEM and abs(one.sentence.block - item.sentence.block) == 1
        for one in counts
    )


def _is_one(own: Told, other: Told, known: Known, text: Text) -> bool:
    """Whether two counts are of the same persons."""
    if own.item is None:
        return False
    words = own.item.sentence.text
    now = known.now if own.value in known.sizes and not other.years else frozenset()
    if word_pattern(text.words.this_wave).search(words):
        now = frozenset()  # `900 in 2022, 920 this year`
    if own.years - other.years - now and own.item.sentence.kind is not Kind.CAPTION:
        return False
    if other.item is not None and other.item.sentence.order == own.item.sentence.order:
        return False
    before = words[: own.item.start]
    inside = regex.search(r"\([^()=]*[^()=\s][^()=]*$", before) and not own.years
    if inside or ABOUT.search(before):
        return False
    if not _BASE.search(before) and regex.match(
        _HAS_SHARE, words[own.item.end :], regex.IGNORECASE
    ):
        return False
    if word_pattern(f"{_PARTED}|{text.words.last_wave}|{ELSEWHERE}").search(_clause(own.item)):
        return False
    if other.item and (
        word_pattern(text.words.last_wave).search(_clause(other.item))
        or ABOUT.search(other.item.sentence.text[: other.item.start])
    ):
        return False
    shared = any(same(mark, word) for mark in own.named for word in other.named)
    if _is_narrow(own.item, text):
        return shared and (
            other.item is None
            or other.value < max(known.sizes | known.wholes)
            or _is_narrow(other.item, text)
        )
    alike = own.years & other.years or (not own.persons and own.nouns & other.nouns)
    if other.value not in known.sure and not (shared or alike):
        return False
    return _is_counted(own, other, known, text, shared=shared)


@cache
def _people(lang: str) -> re.Pattern[str]:
    who = rf"[^\W\d]\w+,? (?:{_WHO}) (?:\w+ ){{0,5}}?(?:{REPLIED[lang]})"
    return regex.any_case(rf"\s(?:[^\W\d]\w*\s){{0,2}}?(?:{PEOPLE[lang]}|{who})(?!\w)")


def _is_counted(own: Told, other: Told, known: Known, text: Text, *, shared: bool) -> bool:
    """Whether a count is of those who answered: by its noun, by what they did, or as the base of percents."""
    assert own.item is not None
    words = own.item.sentence.text
    asked = {one.nouns for one in known.told if one.value == other.value or _is_invited(one, other)}
    first = _NOUNS.findall(words, own.item.end)[0].lower().split()[:1]
    known_nouns = all(text.whole.lower().count(noun[:5]) > 1 for noun in first)
    known_nouns = known_nouns or bool(first and word_pattern(text.words.people).match(first[0]))
    if (own.nouns & frozenset().union(*asked) and known_nouns) or _LABEL[text.lang].search(
        words[: own.item.start]
    ):
        return True
    if other.item is not None and other.nouns and not _is_of_people(other.item, text):
        return False  # addresses, shops
    anybody = word_pattern(text.words.people).search(words[own.item.end : own.item.end + 30])
    if other.value in known.parts - known.wholes:  # an answer of a list
        lead = own.item.sentence.block < min(known.lists, default=0) and known.many <= _FEW
        return anybody is not None and (shared or lead)
    if _people(text.lang).match(words, own.item.end) or _N.search(words[: own.item.start]):
        return True
    if own.years and anybody is not None:
        return True
    if word_pattern(REPLIED[text.lang]).search(_clause(own.item)):
        return own.value in known.sizes or anybody is not None
    return own.value in known.sizes and _PERCENTS.search(words[: own.item.start]) is not None


def _is_invited(one: Told, other: Told) -> bool:
    """Whether a count is of those of whom another is a part: `318 volunteers … 214 of them`."""
    if one.item is None or other.item is None or one.value < other.value:
        return False
    return 0 <= other.item.sentence.order - one.item.sentence.order <= 1


_BEFORE = {  # what stands before a size: `respondents: 612`
    "lv": r"(?:respondentu|dalībnieku|aptaujāto|anketu|interviju|atbildējušo|atbilžu)(?: \w+)?(?: skaits)?|izlase(?:s apjoms|s lielums)?|aptaujāt\w+|intervēt\w+",
    "en": r"(?:number of |no\. of )?(?:respondents|participants|interviews|questionnaires|replies|responses|completed \w+)|sample(?: size)?|(?:people |persons )?(?:interviewed|surveyed)",
    "ru": r"(?:число |количество |всего )?(?:респондентов|участников|опрошенных|анкет|интервью|ответивших)|выборка|объ[её]м выборки|опрошено",
}
_LABEL = {lang: regex.any_case(rf"(?<!\w)(?:{rule})\s?[:–—-]\s$") for lang, rule in _BEFORE.items()}


def _is_of_people(item: Count, text: Text) -> bool:
    """Whether what stands behind a count is for persons or for what they gave."""
    words = item.sentence.text
    if _people(text.lang).match(words, item.end) or word_pattern(REPLIED[text.lang]).search(words):
        return True
    return word_pattern(text.words.people).search(words[item.end : item.end + 40]) is not None


def _clause(item: Count) -> str:
    words = item.sentence.text
    before = regex.split(r"[;:)|]\s", words[: item.start])[-1]
    if not _N.search(before):
        before = before.rpartition("(")[2] or before
    cut = r"[,;:)|]" if _LABELLED.search(words[: item.start]) else r"[,;:|]"
    return before + regex.split(cut, words[item.end : item.end + 60])[0]


def _bare(item: Count, text: Text) -> str:
    """The clause of a count without who took part at all, their ages, and what all are called."""
    found = regex.sub(
        rf"{_WHO_ANSWERED}(?:{REPLIED[text.lang]}|fill\w*|took the)\w*", " ", _clause(item),
        flags=regex.IGNORECASE,
    )  # fmt: skip
    found = regex.sub(ALL_AGES, " ", found, flags=regex.IGNORECASE)
    return regex.sub(r"[nN]\s?=|\d{3,}", " ", found)


def _is_narrow(item: Count, text: Text) -> bool:
    """Whether a group is named beside a count."""
    bare = _bare(item, text)
    if (
        _LABELLED.search(item.sentence.text[: item.start])
        and item.sentence.kind is not Kind.CAPTION
    ):
        label = regex.split(r"[,;|]\s", item.sentence.text[: item.start])[-1]
        if not regex.sub(r"[^\w]|[nN]\s?=", "", label) and item.sentence.block > 0:
            label = text.blocks[item.sentence.block - 1].text  # `(n = 142)` under a question
        if marks(regex.sub(r"[nN]\s?=\s?$|\d", " ", label), text.lang).all:
            return True
    return word_pattern(f"{NARROW}|{text.words.group}").search(bare) is not None
