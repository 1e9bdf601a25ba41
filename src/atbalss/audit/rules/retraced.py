"""An amount of change against what the quantity was in each wave, wherever the report tells it."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit.changes import changes, elsewhere
from atbalss.audit.claims import Claim, Claims, is_change
from atbalss.audit.finding import Finding, spot
from atbalss.audit.histories import History, histories, hits, shares_of
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.apart import LOOSE, concludes
from atbalss.audit.shifts import direction, is_elsewhere
from atbalss.audit.spans import earlier_waves
from atbalss.audit.spread import backwards, gives, in_points, percent, wrong
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern

_MARGIN = r"margins? of error|error|kļūd\w*|погрешност\w*|ошибк\w*|± ?\d|\+/- ?\d"
_LONG = 100  # sentences
_VAGUE = 1.7  # weight of a word that a quarter of all sentences have
_GAP = r"gap|between|starpīb\w*|atšķirīb\w*|starp|pārsvar\w*|разрыв\w*|разниц\w*|между|опереж\w*|apsteidz\w*|atpaliek\w*|ahead|behind|отста\w*"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts that the levels of their waves deny, or that are points told in percent."""
    known = histories(text, claims)
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose if known else ():
        words = sentence.text
        amounts = _amounts(sentence, text, claims) if sentence.order not in done else []
        if not amounts or word_pattern(text.words.relative).search(words):
            continue
        if is_elsewhere(words):
            continue
        for amount, part in zip(amounts, _parts(words, amounts), strict=True):
            meant = _meant(sentence, amount, part, known, text, claims)
            if meant is not None:
                yield from _against(text, sentence, amount, meant, part, len(amounts) > 1)


_JOINS = regex.pattern(r"[,;]\s|\s(?=(?:un|bet|and|but|и|а|но)\s)")


def _parts(words: str, amounts: Sequence[Number]) -> list[tuple[int, int]]:
    """The part of a sentence that each amount is told in: cut at the last joint between two."""
    cuts = [0]
    for one, other in itertools.pairwise(amounts):
        joints = [match.end() for match in _JOINS.finditer(words, one.end, other.start)]
        cuts.append(joints[-1] if joints else one.end)
    return list(itertools.pairwise([*cuts, len(words)]))


def _amounts(sentence: Sentence, text: Text, claims: Claims) -> list[Number]:
    """The points of a sentence of change, and the percents that no claim takes for a level."""
    words = sentence.text
    levels = {claim.number.start for claim in claims.of(sentence)}
    found = [
        item
        for item in numbers(words, text.lang)
        if item.unit is not Unit.NONE
        and item.start not in levels
        and not item.ranged
        and item.value
    ]
    if not found:
        return []
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.change}|{text.words.more_than}"
    pointed = any(item.unit is Unit.POINTS for item in found) and _dated(words, text)
    signed = any(item.sign for item in found)
    if not signed and not pointed and not word_pattern(moved).search(words):
        return []
    percents = [item for item in found if item.unit is Unit.PERCENT]
    if any(not is_change(item, words, text) or item.value > 60 for item in percents):
        return []
    found = [n for n in found if not regex.search(LOOSE, words[: n.start], regex.IGNORECASE)]
    return [] if any(_is_margin(n, words) for n in found) else found


def _is_margin(amount: Number, words: str) -> bool:
    """Whether an amount is the sampling error itself: `an error of 4 points`."""
    near = regex.split(r"[,;]\s", words[: amount.start])[-1]
    behind = regex.match(r"[^,;.\d]{0,25}", words[amount.end :])
    said = f"{near} {behind[0] if behind else ''}"
    return _AROUND.search(near) is not None or word_pattern(_MARGIN).search(said) is not None


_AROUND = regex.pattern(r"±|\+/-|(?<!\w)margins?(?!\w)", regex.IGNORECASE)


def _dated(words: str, text: Text) -> bool:
    """Whether words say how far back they look."""
    return earlier_waves(words, range(1990, 2041), text) is not None


def _meant(
    sentence: Sentence,
    amount: Number,
    part: tuple[int, int],
    known: Sequence[History],
    text: Text,
    claims: Claims,
) -> History | None:
    """The one history that an amount is told of: by its level and its words, or by its words alone."""
    own = [claim for claim in claims.of(sentence) if claim.number.end <= amount.start]
    told = [claim for claim in own if claim.number.start >= part[0]] or own[-1:]
    narrow = word_pattern(_GAP).search(sentence.text)
    if narrow or len(told) > 2 or (len(claims.of(sentence)) > 2 and not told):
        return None
    if told:
        fits = [item for item in known if _has(item, told, sentence, text, claims)]
    else:
        fits = [item for item in known if item.orders and item.orders[-1] == sentence.order - 1]
        so = concludes(sentence, amount, text) or _plain(sentence, text)
        so = so and not elsewhere(sentence, text)
        fits = fits if so and _joined(sentence, fits, text) else []
        fits = fits or rows_named(sentence, part, known, text)
        fits = fits or _equal(sentence, amount, known, text)
    levels = {tuple(level.number.value for level in item.levels) for item in fits}
    if len(levels) > 1:
        most = max(fits, key=lambda item: len(item.levels))  # one told whole, one in part
        whole = all(shares_of([level.number.value for level in one.levels], most) for one in fits)
        return most if whole else None
    return fits[0] if fits else None


def _plain(sentence: Sentence, text: Text) -> bool:
    """`In two years the figure has climbed by 9 points`: a sentence that names nothing of its own."""
    words = text.words
    if word_pattern(words.share).search(sentence.text) is None:
        return False
    drop = rf"{words.share}|{words.rise}|{words.fall}|{words.change}|{words.points}|{words.last_wave}|{_TIME}"
    return len(stems(word_pattern(drop).sub(" ", sentence.text), text.lang)) <= 1


_TIME = r"gad\w*|laik\w*|div\w{1,3}|trīs|trij\w+|years?|time|two|three|since|год\w*|лет|время|два|двух|три"


def _joined(sentence: Sentence, fits: Sequence[History], text: Text) -> bool:
    """Whether the sentence before is of the same paragraph."""
    before = text.sentences[sentence.order - 1] if sentence.order else None
    return before is not None and before.block == sentence.block and len(fits) == 1


def _common(text: Text, claims: Claims) -> frozenset[str]:
    """Stems that name nothing: points, and of a long report what a quarter of its sentences have."""
    known = claims.weights if len(text.sentences) > _LONG else {}
    return frozenset({"pp", "pts", "points"} | {word for word in known if known[word] < _VAGUE})


def _has(
    item: History, told: Sequence[Claim], sentence: Sentence, text: Text, claims: Claims
) -> bool:
    """Whether levels of a sentence are of a history, by their values and by a word or two."""
    values = [claim.number.value for claim in told]
    if sentence.order in item.orders:
        return shares_of(values, item)
    if not shares_of(values[-1:], item) or len(values) > 1:
        return False
    hit = hits(item.named - _common(text, claims), frozenset(stems(told[-1].segment, text.lang)))
    wanted = 1 if not item.orders or item.section == sentence.section else 2
    current = abs(values[-1] - item.latest.number.value) < 1e-9
    return current and hit >= min(wanted, len(item.named)) > 0


def rows_named(
    sentence: Sentence, part: tuple[int, int], known: Sequence[History], text: Text
) -> list[History]:
    """The rows of tables that words name and nothing beside: all words of the row, the most of them."""
    words = sentence.text
    left = 0 if not part[0] else part[0]
    piece = words[left : part[1]]
    said = frozenset(stems(piece, text.lang))
    if part[0] and not any(_is_named(item, said) for item in known):
        said = frozenset(stems(words, text.lang))  # "by 9 points in a year, by 16 in two"
    rows = [item for item in known if not item.orders and item.section == sentence.section]
    fits = [item for item in rows if _is_named(item, said)]
    most = max((len(item.named) for item in fits), default=0)
    fits = [item for item in fits if len(item.named) == most]
    if len(fits) != 1 or not _only(fits[0], rows, said):
        return []
    return fits


def _equal(
    sentence: Sentence, amount: Number, known: Sequence[History], text: Text
) -> list[History]:
    """`Their share shrank by 8 %`: the one row of the table just above that shrank by 8 points."""
    said = direction(sentence.text, text)
    share = word_pattern(text.words.share).search(sentence.text)
    if amount.unit is not Unit.PERCENT or said is None or share is None:
        return []
    fits = []
    for item in known:
        if item.orders or not 0 < sentence.block - item.block <= 2:
            continue
        step = item.latest.number.value - item.levels[-2].number.value
        if abs(step - said[1] * amount.value) < 1e-9:
            fits.append(item)
    return fits


def _is_named(item: History, said: frozenset[str]) -> bool:
    return bool(item.named) and hits(item.named, said) == len(item.named)


def _only(item: History, rows: Sequence[History], said: frozenset[str]) -> bool:
    """Whether words name no other row of the table by a word that is its own."""
    others = [one.named - item.named for one in rows if one is not item]
    return not any(other and hits(other, said) == len(other) for other in others)


def _against(
    text: Text,
    sentence: Sentence,
    amount: Number,
    item: History,
    part: tuple[int, int],
    several: bool,
) -> Iterator[Finding]:
    """What an amount is held against: the wave that its words name, else every earlier one."""
    words = sentence.text
    pieces = (words[part[0] : part[1]], "" if several else words)
    said = (earlier_waves(piece, item.waves, text) for piece in pieces)
    years = next((found for found in said if found is not None), None)
    moved = f"{text.words.rise}|{text.words.fall}|{text.words.change}"
    if years is None and not amount.sign and not word_pattern(moved).search(words):
        return  # more than somebody else
    dated = {int(found) for found in regex.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", pieces[0])}
    than = rf"(?:{text.words.more_than})\s(?:\w+\s)?{item.latest.year}(?!\d)"
    if (dated and not dated & set(item.waves)) or regex.search(than, pieces[0], regex.IGNORECASE):
        return  # since a wave whose level is not told
    certain = years is not None or len(item.waves) == 2
    years = item.waves[:-1] if years is None else years
    pairs = [(item.at(year), item.latest) for year in years]
    if not certain:
        pairs += [
            (one, other) for one in item.levels for other in item.levels if one.year < other.year
        ]
    if not pairs:
        return
    at = spot(text, sentence, amount.start, amount.end)
    if amount.unit is Unit.PERCENT:
        for one, other in pairs:
            if in_points(one.number.value, other.number.value, amount):
                yield percent(text, at, (one.spot, other.spot), amount)
                return
        return
    if not any(gives(one.number, other.number, amount) for one, other in pairs):
        one, other = pairs[-1 if certain else 0]
        yield wrong(text, at, (one.spot, other.spot), one.number, other.number, amount)
        return
    way = direction(pieces[0], text) if len(pairs) == 1 and not amount.sign else None
    one, other = pairs[0]
    if way and (other.number.value - one.number.value) * way[1] < -amount.step / 2:
        yield backwards(text, at, way[0], (one.spot, other.spot), one.number, other.number)
