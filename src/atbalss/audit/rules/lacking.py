"""One of several like parts of a report lacks what each of the others tells: its question, its number, its error."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot, spot_of
from atbalss.audit.group_sizes import sizes_of_waves
from atbalss.audit.own_bases import OF_PART, is_every
from atbalss.audit.passages import LEAD, NUMBERED, WORDED, Passage, passages_of
from atbalss.audit.rules.references import block_spot
from atbalss.audit.rules.unbased import counts_persons
from atbalss.audit.rules.unworded import MADE_OF
from atbalss.audit.sampling_error import DRAWN, ERROR, MEASURED, WHOLE
from atbalss.audit.series import own_base, years_in
from atbalss.audit.stems import stems
from atbalss.audit.text import Block, Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import last_year

_MOST = 120  # blocks of a report in which like parts are seen at a glance
_ALIKE = regex.any_case(  # refers to a question, or tells it in other words
    r"(?<!\w)(?:tas pats|tā paša|šis pats|tā pati|to pašu|šo pašu|jautāts, vai|vaicā\w+, vai|prasī\w+, vai|atbild\w+ uz (?:šo|to)"
    r"|the same|that question|this question|whether|as above|same question|asked (?:if|how|what|which|where|why|about)"
    r"|тот же|тем же|этот (?:же )?вопрос|того же|на него|о том же|спросили,? \w+ ли|\w+ ли(?= )|так же)(?!\w)"
)
_ASKING = regex.any_case(  # `What they would change (one answer):` is near enough to a question
    r"\W*(?:\d{1,2}[.)]\s)?(?:kas|ko|kā|kur|kāpēc|kādēļ|kād[aoiuē]\w{0,2}|vai|cik|what|which|how|why|where|who|что|как|где|куда|почему|зачем|как(?:ой|ая|ое|ие|ую|им|их)|кто|чем|сколько)\s[^\n?]{6,60}:"
)
_BASE = regex.any_case(r"(?:^|\n|\.\s)(?:bāze|base|база)\s?[:=–-]")  # of all
_QUESTION = regex.any_case(r"jautāj|question|вопрос")
_COUNTED = regex.any_case(
    r"(?<![\w.,])\d[\d \u00a0,]*\s(?:чел|cilv|pers|people|persons|of the|respond|answer|atbild|отв)"
)
_CENSUS = regex.any_case(r"(?<!\w)(?:vis[aiuā]\w{0,2}|all|every|все|всех) (?:of )?(?:the |our )?\d")
_EVERYBODY = regex.any_case(
    r"(?<!\w)(?:vis[aiuāo]\w{0,2}|katr\w+|all|every\w*|each|both|ab(?:i|as|ās|iem|ām)|вс[еёя]\w{0,2}|кажд\w+|об[аеои]\w{0,2}|neither|nevien\w+|ни одн\w+)(?!\w)"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one part without its question, its number of persons or its error, where all others have theirs."""
    if any(block.kind is Kind.CHART for block in text.blocks) or len(text.blocks) > _MOST:
        return
    units = passages_of(text, claims)
    for group in (
        [unit for unit in units if unit.listed],
        [unit for unit in units if not unit.listed],
    ):
        yield from _unworded(group, text)
        yield from _unbased(group, text)
    yield from _of_samples(text, claims)
    yield from _beyond_listed(text)
    yield from _of_waves(text, claims)


# ---- what they lack


def _unworded(units: Sequence[Passage], text: Text) -> Iterator[Finding]:
    """The one list of answers, or item, that has no question, where the others have theirs."""
    asked = [unit for unit in units if unit.whole or unit.listed or _is_step(unit)]
    having = [unit for unit in asked if WORDED.search(unit.words)]
    bare = [unit for unit in asked if unit not in having]
    if len(bare) != 1 or not having or _ALIKE.search(bare[0].words):
        return
    unit = bare[0]
    if _is_comment(unit, having) or _ASKING.match(unit.words):
        return
    alone = len(having) == 1 and not _is_numbered(unit, having[0])
    if alone or word_pattern(MADE_OF).search(unit.labels):
        return
    told = {at for other in having for at in range(other.first, other.last + 1)}
    own = set(stems(unit.labels, text.lang))
    if len(having) > 1:  # but for what all of them are called
        own -= frozenset.intersection(*(frozenset(stems(one.labels, text.lang)) for one in having))
    for at, block in enumerate(text.blocks):
        if "?" in block.text and at not in told:
            return
        asked_there = " ".join(WORDED.findall(block.text)) if at in told else ""
        if len(own & set(stems(asked_there, text.lang))) > 1:
            return
    yield finding(text, "missing-wording", unit.spot, code="missing-wording-by", asked=len(having))


_STEP = regex.pattern(r"\d{1,2}[.)] [„“«\"]?[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ]")  # not `1. septembris`


def _is_step(unit: Passage) -> bool:
    """Whether a part is one numbered paragraph, and no sum of the others: `Content with both: 44 %`."""
    alone = unit.first == unit.last and _STEP.match(unit.words) is not None
    asked = WORDED.search(unit.words) is not None
    return alone and (asked or not _EVERYBODY.search(unit.words))


def _is_comment(unit: Passage, others: Sequence[Passage]) -> bool:
    """Whether a part only repeats shares that others give, or their sums: it counts nobody anew."""
    known = {count for other in others for count in _PERSONS.findall(other.words)}
    if _is_step(unit) or set(_PERSONS.findall(unit.words)) - known:
        return False
    made = {value for other in others for value in other.shares}
    for other in others:
        made |= {a + b for a, b in combinations(other.shares, 2)}
    return (
        any(value in made for value in unit.shares)
        and not unit.listed
        and all(value in made or 100 - value in made for value in unit.shares)
    )


_PERSONS = regex.pattern(r"(?<![\w.,])\d{2,5}(?![\d.,]*\s?%|[.,]?\d)")


def _is_numbered(unit: Passage, other: Passage) -> bool:
    """Whether two parts are numbered alike: `First question: “…?”`, `Second question`."""
    one, two = NUMBERED.match(unit.words), NUMBERED.match(other.words)
    if one is None or two is None:
        return False
    return unit.words[one.end() :].strip(" .:\n")[:1].isdigit() or (
        _QUESTION.search(one.group(0)) is not None or len(unit.words.split("\n")[0]) > one.end() + 3
    )


_EVERYONE = regex.any_case(  # all were asked, and all answered
    r"(?<!\w)(?:сплошн\w+ опрос\w*|опрос\w* (?:был )?сплошн\w+|со всеми \d+|у всех \d+|всех \d+|complete census|a census|full count|with all \d+|vis(?:iem|ām|us|as) \d+|pilnaptvera\w*)"
)


def _is_counted(unit: Passage, text: Text) -> bool:
    """Whether a column of a table counts persons, or nobody was left out at all."""
    if _EVERYONE.search(text.whole):
        return True
    people = word_pattern(
        rf"(?:{text.words.people})(?:, \w+)?|n|skaits|counts?|number|число|количество"
    )
    return any(
        block.rows and any(people.fullmatch(head.strip()) for head in block.rows[0][1:])
        for block in text.blocks[unit.first : unit.last + 1]
    )


def has_base(words: str) -> bool:
    """Whether a part counts those whose shares it gives."""
    plain = regex.sub(rf"^{NUMBERED.pattern}", " ", words, flags=regex.IGNORECASE | regex.MULTILINE)
    if own_base(plain) or _COUNTED.search(plain) or regex.search(r"(?<!\w)[nN]\s?=\s?\d", plain):
        return True
    quoted = regex.sub(r"[„“\"«][^„“”\"«»]*[”“\"»]", " ", plain.split("\n")[0])
    return len(quoted) < LEAD and counts_persons(quoted)


def _counts_persons(block: Block) -> bool:
    """Whether a table counts those who gave each answer beside their share: they make the base."""
    if block.kind is not Kind.TABLE or len(block.rows) < 3 or "%" not in " ".join(block.rows[0]):
        return False
    return any(
        "%" not in head
        and all(
            regex.fullmatch(r"\d{1,5}", row[at].strip()) for row in block.rows[1:] if at < len(row)
        )
        and sum(int(row[at]) for row in block.rows[1:] if at < len(row)) >= _LEAST_PERSONS
        for at, head in enumerate(block.rows[0])
        if at
    )


_LEAST_PERSONS = 20


def _unbased(units: Sequence[Passage], text: Text) -> Iterator[Finding]:
    """The one part that counts nobody, where the others do: it names a part of those asked, or bases differ."""
    having = [unit for unit in units if has_base(unit.words)]
    bare = [unit for unit in units if unit not in having]
    if len(bare) != 1 or not having or is_every(text) or _BASE.search(text.whole):
        return
    if _is_counted(bare[0], text):
        return  # a column counts them
    unit = bare[0]
    bare_labels = regex.sub(r"\([^()]*\)", " ", unit.labels)
    if not (unit.whole or unit.listed) or word_pattern(MADE_OF).search(bare_labels):
        return
    bases = {base for other in having if (base := own_base(other.words))}
    outside = regex.sub(r"[„“\"«][^„“”\"«»]*[”“\"»]", " ", unit.words)
    part = OF_PART[text.lang].search(outside) is not None or _is_part(outside, having, text)
    if not part and not (len(having) > 1 and len(bases) > 1 and not unit.listed):
        return
    if len(having) == 1 and not _is_numbered(unit, having[0]):
        return
    if any(_counts_persons(block) for block in text.blocks[unit.first : unit.last + 1]):
        return
    yield finding(text, "missing-base", unit.spot, code="missing-base-title", beside=len(having))


def _is_part(words: str, having: Sequence[Passage], text: Text) -> bool:
    """Whether a part names people of a kind, where another names all."""
    people = word_pattern(rf"(?P<kind>[^\W\d_]{{4,}}) (?:{text.words.people})")
    relative = rf"(?:{text.words.people}),? (?:who|whose|that|with|without|having|k(?:as|uri|uras|uriem|urām)|ar|bez|кто|котор\w+|с|без)"
    if word_pattern(relative).search(words):
        return True
    match = people.search(words)
    if match is None or _EVERYBODY.fullmatch(match.group("kind")):
        return False
    return any(_EVERYBODY.search(other.words) for other in having)


_TESTED = regex.any_case(r"signific\w+|nozīmīg\w+|значим\w*")
_WHOLE = regex.pattern(r"(?<![\d.,±])\d{2,5}(?![\d.,]*\d|\s?%)")
_LEAST = 30  # persons of a wave
_HABIT = 3  # times that n is printed


def _of_waves(text: Text, claims: Claims) -> Iterator[Finding]:
    """The earlier wave that counts nobody, where a change since is called significant and all else is counted."""
    if len(regex.findall(r"(?<!\w)n\s?=\s?\d", text.whole)) < _HABIT:
        return
    sized, wave = sizes_of_waves(text, claims), last_year(text)
    for claim in claims.levels:
        years = years_in(claim.sentence.text)
        year = years[0] if len(years) == 1 else wave
        beside = text.blocks[claim.sentence.block].text
        if year >= wave or year in sized or not claim.alone:
            continue
        if not _TESTED.search(beside) or regex.search(r"(?<!\w)p\s?[=<>]", beside):
            continue
        near = [" ".join(row) for block in text.blocks for row in block.rows]
        near += [item.text for item in text.sentences]
        told = [int(n) for words in near if str(year) in words for n in _WHOLE.findall(words)]
        if any(n >= _LEAST and not wave - 30 < n <= wave + 1 for n in told):
            continue
        yield finding(
            text, "missing-base", spot_of(text, claim), code="missing-base-of", words=str(year),
            value=claim.number.shown,
        )  # fmt: skip
        return


_NTH = r"(?:[Qq]uestions?|[Вв]опрос\w*|Q|В)\s?(?P<n>\d{1,2})(?!\d)|(?P<m>\d{1,2})\.\s?jautājum\w*"
_LISTED_AS = regex.pattern(rf"(?:{_NTH})[.:]?\s[„“\"«][^„“”\"«»]{{8,250}}\?")
_NAMED = regex.pattern(rf"\((?:{_NTH})")


def _beyond_listed(text: Text) -> Iterator[Finding]:
    """A result that names its question by a number, which the list of questions does not reach."""
    listed = {int(match["n"] or match["m"]) for match in _LISTED_AS.finditer(text.whole)}
    if len(listed) < 2 or listed != set(range(1, len(listed) + 1)):
        return
    for index, block in enumerate(text.blocks):
        for match in _NAMED.finditer(block.text):
            if int(match["n"] or match["m"]) == len(listed) + 1:
                at = block_spot(block, index)
                yield finding(
                    text, "missing-wording", at, code="missing-wording-by", asked=len(listed)
                )
                return


# ---- samples


def _of_samples(text: Text, claims: Claims) -> Iterator[Finding]:
    """The one of several samples drawn by chance whose error is not told, where the others have theirs."""
    found = list(_samples(text, claims))
    having = [one for one, words in found if MEASURED.search(words)]
    bare = [(one, words) for one, words in found if not ERROR.search(words)]
    if len(bare) != 1 or not having or len(having) + 1 != len(found):
        return
    told = {one.order for one in having}
    others = [
        item
        for item in text.sentences
        if ERROR.search(item.text) and item.order not in told and item.order - 1 not in told
    ]
    one, words = bare[0]
    if any(_EVERYBODY.search(item.text) or item.block == one.block for item in others):
        return
    if word_pattern(WHOLE[text.lang]).search(words):
        return
    yield finding(
        text, "missing-interval", spot(text, one), code="missing-interval-by", beside=len(having)
    )


def _samples(text: Text, claims: Claims) -> Iterator[tuple[Sentence, str]]:
    """(the sentence that tells a sample drawn by chance and its size, what is said of it up to the next)."""
    drawn = word_pattern(DRAWN[text.lang])
    sizes = {size.value for size in claims.sizes} | {claims.base}
    for sentence in text.sentences:
        if not drawn.search(sentence.text):
            continue
        counted = {
            int(regex.sub(r"\D", "", item))
            for item in regex.findall(
                r"(?<![\d.,±])(?:\d{1,3}(?:[ \u00a0,]\d{3})+|\d+)(?![\d.,]*\s?%)", sentence.text
            )
            if regex.sub(r"\D", "", item)
        }
        if _CENSUS.search(sentence.text) or not any(value >= 30 for value in counted & sizes):
            continue
        words = sentence.text
        for after in text.sentences[sentence.order + 1 : sentence.order + 3]:
            if after.block != sentence.block or drawn.search(after.text):
                break
            words += " " + after.text
        yield sentence, words
