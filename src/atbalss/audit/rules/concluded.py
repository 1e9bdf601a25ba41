"""A trend told without numbers, against the levels of another sentence or of a table over waves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, spot, spot_of
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.two_values import topic
from atbalss.audit.rules.untested import base_of_two, is_tested, margin_of_two, told
from atbalss.audit.shifts import direction, is_deed
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year, rows_of
from atbalss.audit.ways_told import SO, are_opposed


@dataclass(frozen=True, slots=True)
class Levels:
    """Two levels of one thing, what names it, and where they are printed."""

    earlier: Number
    later: Number
    named: frozenset[str]
    spots: tuple[Spot, ...]
    orders: tuple[int, ...]  # of the sentences; none of a table
    section: int
    block: int

    @property
    def order(self) -> int:
        """The order of the last sentence, -1 of a table."""
        return self.orders[-1] if self.orders else -1

    @property
    def moved(self) -> int:
        """1 risen, -1 fallen, 0 unchanged."""
        return (self.later.value > self.earlier.value) - (self.later.value < self.earlier.value)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Words of rise or fall that the levels they rest on deny, or that the base cannot bear."""
    known = tuple(levels_told(text, claims))
    if not known:
        return
    own = {change.sentence.order for change in changes(text, claims)}
    for sentence in text.prose:
        if sentence.order in own or not _bare(sentence, text):
            continue
        said = direction(sentence.text, text)
        if said is None or is_deed(sentence.text, said):
            continue
        for levels in known:
            if sentence.order in levels.orders or not _meant(sentence, levels, text, claims):
                continue
            made = _against(text, claims, sentence, said, levels)
            if made is not None:
                yield made
                break


def _bare(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence prints no level, or one alone, and no amount of change."""
    rest = [item for item in numbers(sentence.text, text.lang) if not year_of(item)]
    return len(rest) <= 1 and all(item.unit is Unit.PERCENT and not item.sign for item in rest)


@listed_once
def levels_told(text: Text, claims: Claims) -> Iterator[Levels]:
    """All pairs of levels over waves that prose and tables print."""
    for change in changes(text, claims):
        if change.later.unit is not Unit.PERCENT or change.of_several:
            continue
        at = change.sentence
        left, right = sorted((change.earlier, change.later), key=lambda item: item.start)
        place = spot(text, at, left.start, right.end)
        named = _named(at.text, text)
        yield Levels(
            change.earlier, change.later, named, (place,), (at.order,), at.section, at.block
        )
    for one, other in _pairs(text, claims):
        last = max(one, other, key=lambda item: item.sentence.order).sentence
        spots = tuple(spot_of(text, item) for item in (one, other))
        named = _named(other.segment, text) | _named(one.segment, text)
        yield Levels(
            one.number,
            other.number,
            named,
            spots,
            (last.order - 1, last.order),
            last.section,
            last.block,
        )
    for row in rows_of(text, claims):
        named = _named(row.label, text)
        yield Levels(row.earlier, row.later, named, (row.spot,), (), row.section, -1)


def _pairs(text: Text, claims: Claims) -> Iterator[tuple[Claim, Claim]]:
    """`71 % are. In 2023 it was 66 %`: the levels of two sentences, of which one names an earlier wave."""
    wave = last_year(text)
    for sentence in text.prose:
        both = (*claims.by_sentence.get(sentence.order - 1, ()), *claims.of(sentence))
        if len(both) != 2 or both[0].sentence.block != both[1].sentence.block:
            continue
        if not both[0].alone or word_pattern(text.words.group).search(sentence.text):
            continue
        later, earlier = both[0], _clause(both[1])
        if not is_earlier(earlier.segment, wave, text) or len(topic(earlier, text)) > 3:
            continue
        if topic(later, text) and len(topic(earlier, text) - topic(later, text)) <= 2:
            yield earlier, later


def _clause(claim: Claim) -> Claim:
    """A level alone in its sentence, without the clause that tells what follows from it."""
    cut = regex.search(r"[,;:]\s|\s[–—-]\s", claim.sentence.text[claim.number.end : claim.end])
    return replace(claim, end=claim.number.end + cut.start()) if cut else claim


def _named(words: str, text: Text) -> frozenset[str]:
    """The stems that name what moved: without people, verbs of change, waves."""
    drop = "|".join(
        (text.words.people, text.words.rise, text.words.fall, text.words.change, text.words.share,
         text.words.last_wave, text.words.this_wave, LOUD)
    )  # fmt: skip
    bare = regex.sub(r"\([^()]*\d[^()]*\)", " ", words)
    return frozenset(stems(word_pattern(drop).sub(" ", bare), text.lang))


LOUD = (
    r"pēdēj\w+|last|past|последн\w+|būtiski|ievērojami|strauji|ļoti|nedaudz|manāmi|krietni|kopš|tātad|tādējādi|ir|gada laikā|gad\w{1,4}|div\w{1,3}"
    r"|significantly|strongly|sharply|markedly|considerably|clearly|much|since|thus|therefore|has|have|years?|time|interest"
    r"|заметно|значительно|резко|существенно|сильно|немного|таким образом|образом|таким|год[ауоы]?\w{0,2}"
)


OTHERS = regex.pattern(
    r"(?<!\w)(?:others?|another|alternativ\w+|the rest|remaining|cit(?:i|as|u|us|iem|ām|os|ās|ā|s|am|a)|pārēj\w+"
    r"|друг(?:ой|ая|ое|ие|их|им|ими|ую|ого|ому|ом)|проч\w+|остальн\w+|альтернативн\w+)(?!\w)",
    regex.IGNORECASE,
)


def _meant(sentence: Sentence, levels: Levels, text: Text, claims: Claims) -> bool:
    """Whether a trend is of the thing whose levels are known."""
    said = _named(sentence.text, text)
    found = claims.of(sentence)
    if found and found[0].number in (levels.earlier, levels.later) and levels.named == said:
        return True  # "compared with 2025, when it was 66 %"
    if found and abs(found[0].number.value - levels.later.value) > 1e-9:
        return False
    if word_pattern(text.words.counted).search(sentence.text):
        return False
    if OTHERS.search(sentence.text) and not (
        levels.order >= 0 and OTHERS.search(text.sentences[levels.order].text)
    ):
        return False  # "meanwhile, use of other tools has fallen"
    if not found and _in_something_else(sentence, levels, text):
        return False
    if any(are_opposed(text.sentences[order].text, sentence.text, text) for order in levels.orders):
        return False  # trust has grown: fewer distrust
    if not found and sentence.order == levels.order + 1 and sentence.block == levels.block:
        concludes = word_pattern(f"{SO}|{text.words.share}").search(sentence.text)
        return bool(said & levels.named) or (concludes is not None and len(said) <= 4)
    if not said or not levels.named or word_pattern(text.words.group).search(sentence.text):
        return False
    if levels.order < 0 and sentence.section == levels.section and found:
        return levels.named <= said
    shared = said & levels.named
    if levels.order < 0:
        return levels.named == said
    return (
        len(shared) >= 2 and len(said - shared) <= (0 if len(shared) == 2 else 1)
    ) or said == levels.named


def _in_something_else(sentence: Sentence, levels: Levels, text: Text) -> bool:
    """`an increase in X`, where X shares no word with what the levels are of."""
    moved = (
        rf"(?:{text.words.rise}|{text.words.fall}) (?:in|of)\s(?P<what>(?:[^\W\d][\w-]*\s?){{1,4}})"
    )
    match = word_pattern(moved).search(sentence.text) if text.lang == "en" else None
    if match is None:
        return False
    what = _named(match.group("what"), text)
    return len(what) > 1 and not what & levels.named


def _against(
    text: Text, claims: Claims, sentence: Sentence, said: tuple[str, int, int], levels: Levels
) -> Finding | None:
    word, way, place = said
    at = spot(text, sentence, place, place + len(word))
    earlier, later = levels.earlier.shown, levels.later.shown
    if levels.moved == -way:
        return finding(
            text, "trend-word", at, levels.spots, words=word, earlier=earlier, later=later
        )
    if levels.moved != way or is_tested(text, sentence):
        return None
    near: tuple[Sentence, ...] = (sentence,)
    if levels.order >= 0:
        before = text.sentences[levels.order]
        near = (before, sentence)
    now, then = base_of_two(text, claims, near)
    margin = margin_of_two(levels.earlier.value, levels.later.value, then, now)
    spread = abs(levels.later.value - levels.earlier.value)
    if not now or spread + max(levels.earlier.step, levels.later.step) / 2 >= margin:
        return None
    return told(text, at, word, spread, now, margin, levels.later.digits)
