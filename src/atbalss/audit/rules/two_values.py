"""One quantity given two values: 98 % here, 69 % there, of the same persons in the same wave."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.counts_told import ABOUT
from atbalss.audit.finding import Finding, finding, row_spot, spot_of
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.stems import alike, stem, stems
from atbalss.audit.text import Block, Kind, Text, kept_of_words, word_pattern
from atbalss.audit.vague import is_unended, is_vague
from atbalss.audit.waves import apart, current_column, share_in, wave_columns

_ALIKE = 0.62
_LOUD = (
    "kopumā",
    "overall",
    "said",
    "noted",
    "above",
    "сказано",
    "целом",
    "всего",
    "minēts",
    "iepriekš",
    "выше",
    "ранее",
    "уже",
    "noted",
    "earlier",
    "already",
)
_LISTED, _NAMED = 2, 2  # shares of a sentence that lists answers, stems that name one
_NET = r"kopā|summā|together|combined|in total|вместе|в сумме|суммарно"
_NEGATIONS = {
    "lv": regex.any_case(r"(?<!\w)(?:nav|ne(?:\w{3,}|ēd|ej)|nespēj\w*|nekā?d\w+)(?!\w)"),
    "en": regex.any_case(
        r"(?<!\w)(?:not?|never|none|nor|cannot|\w+n't|dis\w{4,}|un\w{4,}|without)(?!\w)"
    ),
    "ru": regex.any_case(r"(?<!\w)(?:не|нет|ни|без|не\w{4,})(?!\w)"),
}
_DEGREE = regex.any_case(
    r"(?<!\w)(?:both|gan|abi|abas|abus|abiem|abām|оба|обе|обоих|обоими|tikai|vien|only|solely|лишь|только|vai|or|или|pa[tš]\w*|paši|paša|sam|vismaz|хотя бы|не реже|не менее|or more|vai vairāk|ļoti|drīzāk|pilnībā|daļēji|noteikti|nedaudz|regulāri|reizi|reizes|katru|vienmēr|bieži|reti"
    r"|very|fairly|somewhat|rather|strongly|quite|always|often|sometimes|rarely|daily|weekly|monthly"
    r"|at least|most(?= (?:from|by|with|in)(?!\w)|[.,;])|neither|extremely|slightly|part-time|full-time"
    r"|очень|скорее|полностью|частично|совсем|всегда|часто|иногда|редко|раз|ежедневно)(?!\w)")  # fmt: skip


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Short sentences that say two numbers of one thing, and sentences against a table."""
    yield from _repeated(text, claims)
    yield from _against_tables(text, claims)


def of_other_persons(one: Claim, other: Claim, claims: Claims) -> bool:
    """Whether two sentences tell several answers alike, each with another share: of two lists."""
    mine, theirs = claims.of(one.sentence), claims.of(other.sentence)
    if min(len(mine), len(theirs)) < _LISTED:
        return False
    pairs = [
        (first, second)
        for first in mine
        for second in theirs
        if min(len(set(first.about)), len(set(second.about))) >= _NAMED
        and alike(first.about, second.about, claims.weights) >= _ALIKE
    ]
    beside = [pair for pair in pairs if pair[0] is not one and pair[1] is not other]
    return bool(beside) and not any(_near(first, second) for first, second in pairs)


def _repeated(text: Text, claims: Claims) -> Iterator[Finding]:
    """Short sentences of one section that name just the same answer, with two values."""
    seen: dict[tuple[object, ...], Claim] = {}
    for claim in claims.levels:
        kind = claim.sentence.kind
        first_told = claims.of(claim.sentence)[0] is claim
        if kind not in (Kind.PARAGRAPH, Kind.ITEM) or not first_told or claim.years:
            continue
        named = topic(claim, text) - {stem(word, text.lang) for word in _LOUD}
        if is_vague(claim, claims) or (claim.sentence.page and is_unended(claim)):
            continue
        if len(named) < 2 or _wave(claim, text) or regex.search(r"[;:]", claim.segment):
            continue
        key = (claim.sentence.section, named, sign_of(claim, text), sizes(claim), bounds(claim))
        first = seen.setdefault(key, claim)
        if first is claim or _near(first, claim):
            continue
        if apart(first, claim, claims):
            continue
        yield twice(text, first, claim)


_WEIGHED = regex.any_case(  # counts of the same things by how large each is
    r"(?<!\w)(?:weighted by|by (?:capacity|volume|turnover|revenue)|svērts pēc|sverot pēc|взвешен\w* по|с уч[её]том веса)(?!\w)"
)


def is_weighed(claim: Claim, text: Text) -> bool:
    """Whether the paragraph up to a share counts otherwise than by persons."""
    words = text.blocks[claim.sentence.block].text[: claim.sentence.start + claim.end]
    return _WEIGHED.search(words) is not None


def _near(one: Claim, other: Claim) -> bool:
    """Whether two numbers may be one, rounded differently."""
    step = max(one.number.step, other.number.step)
    return abs(one.number.value - other.number.value) < step + 1e-9


@kept_of_words
def sides(words: str, text: Text) -> tuple[int, frozenset[str]]:
    """Negations (odd or even) and words of degree: what must be equal in two names of one answer."""
    degrees = frozenset(match.group(0).lower() for match in _DEGREE.finditer(words))
    return len(_NEGATIONS[text.lang].findall(words)) % 2, degrees


def topic(claim: Claim, text: Text) -> frozenset[str]:
    """What a claim is about without those who answered: the stems that name the answer."""
    words = word_pattern(text.words.people).sub(" ", claim.segment)
    words = regex.sub(r"\([^()]*\d[^()]*\)", " ", words)
    return frozenset(stems(words, text.lang))


def one_topic(one: Claim, other: Claim, text: Text) -> bool:
    """Whether two short claims name one answer: the same stems, signs and numbers."""
    first, second = topic(one, text), topic(other, text)
    apart = first ^ second
    if min(len(first), len(second)) < 2 or len(apart) > (min(len(first), len(second)) > 3):
        return False
    return sign_of(one, text) == sign_of(other, text) and sizes(one) == sizes(other)


def sizes(claim: Claim) -> frozenset[str]:
    """Ages, scores and sizes outside brackets: "(see annex 2)" names none."""
    bare = regex.sub(r"\([^()]*\)?", " ", claim.segment)
    found = numbers(bare, claim.lang)
    return frozenset(
        item.shown for item in found if item.unit is Unit.NONE and not 1990 <= item.value <= 2039
    )


def sign_of(claim: Claim, text: Text) -> tuple[object, ...]:
    """What must be equal in two claims of one quantity: negations, degrees, groups."""
    words = claim.segment
    groups = {
        stem(match.group(0), text.lang)
        for match in word_pattern(text.words.group).finditer(words)
        if not regex.match(
            r"k(?:uri|uras|as)|who|those|которые|кто", match.group(0), regex.IGNORECASE
        )
    }
    degrees = {match.group(0).lower() for match in _DEGREE.finditer(words)}
    denied = len(_NEGATIONS[text.lang].findall(words)) % 2
    return denied, frozenset(degrees), frozenset(groups)


def _wave(claim: Claim, text: Text) -> bool:
    """Whether a claim is of an earlier wave that no year names."""
    return bool(word_pattern(text.words.last_wave).search(claim.segment))


_AMOUNT = (  # in figures or words
    r"\d+(?:[.,]\d+)?(?![\d.,]*\s?%)|(?:vien|div|tr[iī]|četr|piec|seš|septiņ|astoņ|deviņ|desmit|pusstund|ceturtdaļstund|stund|gad|mēne|nedēļ)"
    r"|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|half an|a quarter of an) (?:hour|minute|day|week|month|year)"
    r"|(?:одн|дв|тр[её]|четыр|пят|шест|сем|вос[ье]м|девят|десят|получас|четверти часа|час|год|недел|месяц)"
)
_BOUND = regex.any_case(
    r"(?<!\w)(?:(?P<under>līdz|mazāk (?:nekā|kā|par)|ne (?:ilgāk|vairāk|senāk) (?:nekā|kā|par)|zem|up to|under|(?:no|not) (?:more|longer) than|less than|below|до|не (?:более|больше|дольше)(?: чем)?|менее(?: чем)?|меньше)"
    rf"|(?P<over>vairāk (?:nekā|kā|par)|virs|ilgāk (?:nekā|kā|par)|more than|over|above|longer than|более(?: чем)?|больше|свыше|дольше))\s(?={_AMOUNT})"
)


def bounds(claim: Claim) -> frozenset[str]:
    """Whether a share is of those over some amount or of those under it."""
    return bounds_in(claim.sentence.text)


def bounds_in(words: str) -> frozenset[str]:
    """Whether words set a bound above or below."""
    return frozenset(match.lastgroup or "" for match in _BOUND.finditer(words))


_AS_MUCH = regex.any_case(  # "cuts that severe": as those told before
    r"(?<!\w)(?:that|this|so) (?:severe|large|big|small|high|low|often|much|many|long|old|far|deep|serious|strong)(?!\w)"
    r"|(?<!\w)tik (?:daudz|liel|bieži|ilg|smag|maz)\w*|(?<!\w)(?:так(?:ой|ие|их|ое|ая|ого)|столь) (?:же )?(?:сильн|больш|част|долг|серьёзн|серьезн)\w+"
)


def of_degree(claim: Claim) -> bool:
    """Whether a share is of what is as much as something told before: `cuts that severe`."""
    return _AS_MUCH.search(claim.segment) is not None


def twice(text: Text, first: Claim, claim: Claim) -> Finding:
    """The finding of two claims that give one quantity two values."""
    at, against = spot_of(text, first), spot_of(text, claim)
    return finding(
        text, "two-values", at, (against,), line=against.line,
        value=first.number.shown, other=claim.number.shown,
    )  # fmt: skip


# ---- a sentence against the table of its section


_CHANCE = regex.any_case(  # of those in whose case something raises it
    r"(?<!\w)(?:likelihood|probability|odds)(?!\w)|(?<!\w)(?:iespējamīb|varbūtīb)\w+|(?<!\w)вероятност\w+"
)
_THEM = r"they|them|their|tos|tās|tajām|tajos|их|ими|ним|них"


def _against_tables(text: Text, claims: Claims) -> Iterator[Finding]:
    sections = text.sections
    tables: dict[int, list[int]] = defaultdict(list)
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and len(block.rows) > 2:
            tables[sections[index]].append(index)
    earlier = {(item.sentence.order, item.earlier.start) for item in changes(text, claims)}
    for claim in claims.levels:
        sentence = claim.sentence
        near = tables.get(sentence.section, [])
        if len(near) != 1 or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if word_pattern(text.words.group).search(sentence.text) or claim.years:
            continue
        if word_pattern(rf"{text.words.last_wave}|{_NET}").search(claim.segment):
            continue
        if (claim.sentence.order, claim.number.start) in earlier:
            continue
        if ABOUT.search(sentence.text[: claim.number.start]):
            continue
        if regex.search(r"(?<!\w)[nN]\s?=\s?\d", claim.segment) or _CHANCE.search(sentence.text):
            continue  # of a group that the table counts, and of what it does
        if word_pattern(_THEM).search(sentence.text):
            continue  # of something that the sentence before names
        block = text.blocks[near[0]]
        row = _row_of(claim, block, text)
        if row is None:
            continue
        values = _values(block, row, text)
        if len(values) != 1 or abs(values[0] - claim.number.value) <= claim.number.step:
            continue
        where = row_spot(block, near[0], row)
        yield finding(
            text, "two-values", spot_of(text, claim), (where,), line=where.line,
            value=claim.number.shown, other=f"{values[0]:g}",
        )  # fmt: skip


def _row_of(claim: Claim, block: Block, text: Text) -> int | None:
    """The one row whose label the claim says word for word."""
    about = set(claim.about)
    index = text.blocks.index(block)
    near = [*(item.text for item in text.blocks[max(0, index - 2) : index + 2]), *block.rows[0]]
    title = text.titles.get(text.sections[index], "")
    context = set(stems(" ".join((*near, title)), text.lang))
    if text.blocks[claim.sentence.block].text in near:
        context -= about - set(stems(" ".join((title, *block.rows[0])), text.lang))
    fits = []
    for place, row in enumerate(block.rows[1:], 1):
        label = set(stems(row[0], text.lang)) if row else set()
        if len(label) >= 2 and label <= about:
            fits.append((len(label), place))
        elif (
            len(label) == 1
            and label <= about
            and len(row[0]) > 3
            and len(about) <= 6
            and len(about - label - context) <= 1
        ):
            fits.append((1, place))
    fits.sort(reverse=True)
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return None
    place = fits[0][1]
    if _names_another(about, place, block, text):
        return None  # two answers told together
    negated = _NEGATIONS[text.lang]
    same = len(negated.findall(block.rows[place][0])) % 2 == len(negated.findall(claim.segment)) % 2
    degree = {match.group(0).lower() for match in _DEGREE.finditer(claim.segment)}
    own = {match.group(0).lower() for match in _DEGREE.finditer(block.rows[place][0])}
    return place if same and degree == own else None


def _names_another(about: set[str], place: int, block: Block, text: Text) -> bool:
    """Whether words also name a row by a stem that no other row has."""
    labels = [set(stems(row[0], text.lang)) if row else set() for row in block.rows]
    for other, label in enumerate(labels):
        rest = set().union(*(item for at, item in enumerate(labels) if at != other))
        if other not in (0, place) and (label - rest) & about:
            return True
    return False


def _values(block: Block, row: int, text: Text) -> list[float]:
    """The percents of a row that are of the present wave, where its columns are waves."""
    now = current_column(block) if wave_columns(block) else None
    if now is not None:
        number = share_in(block, row, now, text)
        return [number.value] if number is not None else []
    heads = block.rows[0]
    found = []
    for column, cell in enumerate(block.rows[row][1:], 1):
        items = numbers(cell, text.lang)
        if len(items) != 1:
            continue
        head = heads[column] if column < len(heads) else ""
        if items[0].unit is Unit.PERCENT or ("%" in head and not items[0].sign):
            found.append(items[0].value)
    return found
