"""A difference told of two levels that stand near it: in its sentence, just before, or in a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, spot, spot_of
from atbalss.audit.language import words_of
from atbalss.audit.level_waves import OF_THEM
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.spread import gives, percent, wrong
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import Row, is_earlier, last_year, rows_of, year_in

_BACK = 2  # sentences of a paragraph in which a level may stand
GAP = (
    r"gaps?|ahead|behind|lead|leads|differences?|apart|trails?|exceeds?|outstrips?|surpass\w*|starpīb\w*|plais[au]|gulf|расхождени\w+|atšķirīb\w*|apsteidz\w*|pārspēj\w*"
    r"|atpaliek\w*|pārsniedz|разниц\w+|разрыв\w*|опереж\w+|обгон\w+|отста[юелв]\w+|отрыв\w*|превыша\w+|уступа\w+"
)
LOOSE = (
    r"(?<!\w)(?:about|around|almost|nearly|roughly|over|more than|at least|up to|some|aptuveni|apmēram|gandrīz|vairāk nekā|vairāk par|ap|vismaz|līdz"
    r"|около|почти|примерно|более чем|более|свыше|не менее|до)(?: (?:par|by|на))?\s$"
)
_CONCLUDES = (
    r"(?:this|that|which|it|so|thus|hence|therefore|the (?:rise|fall|drop|improvement|loss|increase|decrease|gain|growth|decline|change|difference|gap|jump)"
    r"|uzlabojum\w+|tas|tātad|tādējādi|tāds|līdz ar to|šis|šī|(?:pieaugum|kāpum|kritum|samazinājum)\w+|starpība|atšķirība|izmaiņas"
    r"|это|то есть|значит|таким образом|итак|рост|прирост|прибавка|снижение|падение|сокращение|разница|разрыв|увеличение|улучшение|ухудшение)(?!\w)"
)
_MARGIN = r"margins? of error|(?:sampling|standard) error|± ?\d|\+/-|kļūd|погрешност|ошибк"
_SCALE = r"scale|scores?|index|ball\w*|skal\w*|indeks\w*|балл\w*|шкал\w*|индекс\w*"


@dataclass(frozen=True, slots=True)
class Apart:
    """Two levels that an amount is told of; `where`: places of those outside its sentence."""

    earlier: Number
    later: Number
    where: tuple[Spot, ...]
    before: tuple[float, ...] = ()  # the levels of still earlier waves in their row


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts that are not the difference of their two levels, or are it and are told in percent."""
    wave = last_year(text)
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose:
        if sentence.order in done:
            continue
        amounts = _amounts(sentence, text, claims)
        if not amounts or word_pattern(_SCALE).search(sentence.text):
            continue
        bare = (
            regex.sub(r"\(\s?±[^()]*\)", " ", sentence.text)
            if "±" in sentence.text
            else sentence.text
        )
        if regex.search(_MARGIN, bare, regex.IGNORECASE):
            continue
        for amount, levels in _with_levels(sentence, amounts, claims):
            pair = _pair(text, claims, sentence, levels, wave)
            if pair is not None:
                yield from _told(text, claims, sentence, amount, pair)


def _amounts(sentence: Sentence, text: Text, claims: Claims) -> list[Number]:
    """Percentage points of a sentence, and percents that no claim takes for a level."""
    found = numbers(sentence.text, text.lang)
    if not any(item.unit is not Unit.NONE for item in found):
        return []
    levels = {claim.number.start for claim in claims.of(sentence)}
    amounts = [
        item
        for item in found
        if item.unit is not Unit.NONE
        and item.start not in levels
        and not item.ranged
        and item.value
    ]
    if not amounts or any(
        regex.search(LOOSE, sentence.text[: item.start], regex.IGNORECASE) for item in amounts
    ):
        return []
    if any(item.unit is Unit.PERCENT and item.value > 60 for item in amounts):
        return []
    return [
        item for item in amounts if not regex.search(r"[±<>≤≥]\s?$", sentence.text[: item.start])
    ]


def _with_levels(
    sentence: Sentence, amounts: Sequence[Number], claims: Claims
) -> Iterator[tuple[Number, tuple[Claim, ...]]]:
    """Each amount with the levels of its part of the sentence."""
    found = claims.of(sentence)
    if len(amounts) == 1:
        amount = amounts[0]
        left = sentence.text.rfind("; ", 0, amount.start) + 1
        right = sentence.text.find("; ", amount.end)
        right = len(sentence.text) if right < 0 else right
        own = tuple(claim for claim in found if left <= claim.number.start < right)
        if not own and left:
            left = sentence.text.rfind("; ", 0, left - 1) + 1
            own = tuple(claim for claim in found if left <= claim.number.start < right)
        gap = len(own) == 1 and len(found) == 2 and word_pattern(GAP).search(sentence.text)
        yield amount, found if gap else own
        return
    start = 0
    parts = []
    for amount in amounts:
        parts.append((amount, tuple(c for c in found if start <= c.number.start < amount.start)))
        start = amount.end
    if all(len(levels) == 2 for _, levels in parts) or not found:
        yield from parts


def _pair(
    text: Text, claims: Claims, sentence: Sentence, levels: tuple[Claim, ...], wave: int
) -> Apart | None:
    if len(levels) == 2:
        return _of_sentence(text, sentence, levels, wave)
    return _of_one(text, claims, sentence, levels[0], wave) if len(levels) == 1 else None


def _of_sentence(
    text: Text, sentence: Sentence, levels: tuple[Claim, ...], wave: int
) -> Apart | None:
    """`57 % against 41 % in 2022: 16 points`; `town 72 %, country 55 %: a gap of 17 points`."""
    if OF_THEM.search(sentence.text, levels[0].number.end, levels[1].number.start):
        return None  # the second is of a part of the first
    old = [is_earlier(claim.segment, wave, text) for claim in levels]
    if sum(old) != 1:
        old = [is_old(claim, wave, text) for claim in levels]
    if sum(old) == 1:
        earlier, later = levels if old[0] else levels[::-1]
        if not _two_waves(earlier, later, wave, text):
            return None
        return Apart(earlier.number, later.number, ())
    if word_pattern(GAP).search(sentence.text):
        return Apart(levels[0].number, levels[1].number, ())
    return None


def _near(sentence: Sentence, text: Text, claims: Claims) -> list[Claim]:
    """The levels of the nearest one or two sentences before, in the paragraph."""
    found: list[Claim] = []
    for back in range(1, _BACK + 1):
        order = sentence.order - back
        if order < 0 or text.sentences[order].block != sentence.block:
            break
        found = [*claims.of(text.sentences[order]), *found]
        if len(found) > 1:
            break
    return found


def _of_one(
    text: Text, claims: Claims, sentence: Sentence, level: Claim, wave: int
) -> Apart | None:
    """One level in the sentence: the other stands before it, or in the row that has this one."""
    old = is_old(level, wave, text)
    rows = [
        row
        for row in rows_of(text, claims)
        if (row.earlier if old else row.later).value == level.number.value
        and row.stems & frozenset(stems(sentence.text, text.lang))
    ]
    rows = rows or _by_value(text, claims, sentence, level, old)
    if len(rows) == 1:
        return Apart(rows[0].earlier, rows[0].later, (rows[0].spot,), rows[0].before)
    before = [c for c in _near(sentence, text, claims) if is_old(c, wave, text) != old]
    if len(before) != 1 or not _same_thing(before[0], sentence, text):
        return None
    one, other = (level, before[0]) if old else (before[0], level)
    return Apart(one.number, other.number, _spots(before, text))


def _by_value(text: Text, claims: Claims, sentence: Sentence, level: Claim, old: bool) -> list[Row]:
    """The one row of the section's table that has a level, where its label is told in other words."""
    if not word_pattern(rf"{text.words.more_than}|above|below|virs|zem|выше|ниже").search(
        sentence.text
    ):
        return []
    rows = [row for row in rows_of(text, claims) if row.section == sentence.section]
    fits = [row for row in rows if (row.earlier if old else row.later).value == level.number.value]
    if len(fits) != 1 or len({row.spot.block for row in rows}) != 1:
        return []
    if regex.search(rf"(?<![\d–-]){re.escape(fits[0].label)}(?![\d–-])", sentence.text):
        return fits
    table = fits[0].spot.block
    title = " ".join(b.text for b in text.blocks[max(0, table - 1) : table])
    said = frozenset(stems(sentence.text, text.lang))
    about = said & frozenset(stems(f"{title} {text.titles.get(sentence.section, '')}", text.lang))
    named = frozenset().union(*(row.stems for row in rows))
    return fits if len(about) >= (2 if fits[0].stems else 1) and not said & named else []


def _two_waves(earlier: Claim, later: Claim, wave: int, text: Text) -> bool:
    """Whether the later level is surely of the later wave: `in 2022 59 % did, while 39 %` is not."""
    if later.sentence.order != earlier.sentence.order or later.number.start < earlier.number.start:
        return True
    marks = list(_earlier_waves(earlier, wave, text))
    if marks and _THAN.search(earlier.sentence.text[: marks[0][0]]):
        return True
    now = word_pattern(text.words.this_wave).search(later.segment)
    return now is not None or bool(wave and year_in(later.segment, text) >= wave)


_THAN = regex.any_case(
    r"(?<!\w)(?:than|compared (?:with|to)|against|versus|vs\.?|since|nekā|kā|salīdzin\w+ (?:ar|pret)|pret|kopš|чем|по сравнению с|против|с)"
    r"(?: (?:in|the|a|its|survey of|gada|в))*\s$"
)
_BESIDE = regex.any_case(
    r"[\s.]*(?:gad\w+|год\w*|г\.)?\s*(?:\(|,? (?:when|kad|когда)\s[^,;()%]{0,40}|[–—:]\s?|,\s(?:at|with)\s)\s*"
    r"(?:only |just |tikai |лишь |всего |bija |было |was )?$"
)


def is_old(level: Claim, wave: int, text: Text) -> bool:
    """Whether a level is of the earlier wave that words name, and not only compared with it."""
    words, number = level.sentence.text, level.number
    if any(
        end <= number.start and _BESIDE.fullmatch(words[end : number.start])
        for _, end in _earlier_marks(words, 0, number.start, wave, text.lang)
    ):
        return True
    for start, end in _earlier_waves(level, wave, text):
        if start >= number.end:
            between = words[number.end : start]
            plain = regex.fullmatch(r"[^,;()–—:]{0,40}|\s?\(\s?(?:in |в )?", between)
            if plain and not word_pattern(text.words.more_than).search(between):
                return not _THAN.search(words[:start])
            continue
        between = words[end : number.start]
        if _THAN.search(words[:start]) or ";" in between:
            continue
        now = word_pattern(text.words.this_wave).search(between)
        if now is None and len(between) < 120:
            return True
    return False


def _earlier_waves(level: Claim, wave: int, text: Text) -> tuple[tuple[int, int], ...]:
    """Where the part of a sentence that is about a level names an earlier wave."""
    words = level.sentence.text
    left, right = (0, len(words)) if level.alone else (level.start, level.end)
    return _earlier_marks(words, left, right, wave, text.lang)


@lru_cache(maxsize=8_000)
def _earlier_marks(
    words: str, left: int, right: int, wave: int, lang: str
) -> tuple[tuple[int, int], ...]:
    """The names of earlier waves in a part of a sentence, with their places."""
    found = []
    for item in numbers(words, lang):
        year = year_of(item)
        if left <= item.start < right and year and (year < wave or not wave):
            found.append((item.start, item.end))
    for match in _ORDINAL_YEAR.finditer(words, left, right):
        if int(match.group(1)) < wave or not wave:
            found.append(match.span())
    old = word_pattern(words_of(lang).last_wave)
    return (*found, *(match.span() for match in old.finditer(words, left, right)))


def concludes(sentence: Sentence, amount: Number, text: Text) -> bool:
    """Whether a sentence only concludes from what stands before it: `That is 11 points more`."""
    opening = regex.match(_CONCLUDES, sentence.text, regex.IGNORECASE)
    return opening is not None and amount.start - opening.end() < 90


_ORDINAL_YEAR = regex.pattern(r"(?<![\d.,])((?:199|20[0-3])\d)-(?:[мйгхя]|го|му)\b")  # "2023-м"
_WHO = regex.any_case(
    r"those(?: who)?|tie,? k(?:uri|as)|те,? кто|who|whom|which|that|kas(?: \w+)?|kuri|kuras|кто|которые"
)
_THIS = regex.any_case(
    r"(?<!\w)(?:это|tas (?:ir|bija)|(?:that|this|which) (?:is|was)|it|they|tā|tie|она|оно|они)(?!\w)"
)
_PLAIN = (
    r"per cent|cent|augstāk\w*|zemāk\w*|lielāk\w*|mazāk\w*|higher|lower|larger|smaller|above|below|выше|ниже|\w*больше|\w*меньше"
    r"|points?|punkt\w*|procent\w*|пункт\w*|процент\w*|significant\w*|p"
)


def _groups(words: str, text: Text) -> list[str]:
    """The groups that words name, without `who` and `which`."""
    found = word_pattern(text.words.group).finditer(words)
    return [match.group(0) for match in found if not _WHO.fullmatch(match.group(0))]


def _same_thing(claim: Claim, sentence: Sentence, text: Text) -> bool:
    """Whether the sentence goes on about what a level before it is of, and names no other answer."""
    if bool(_groups(claim.segment, text)) != bool(_groups(sentence.text, text)):
        return False
    if regex.match(_CONCLUDES, sentence.text, regex.IGNORECASE):
        return True
    this = _THIS.search(sentence.text)
    if this:
        before = word_pattern(rf"{text.words.people}|{text.words.last_wave}|{text.words.this_wave}")
        subject = set(stems(before.sub(" ", sentence.text[: this.start()]), text.lang))
        return not subject or bool(subject & set(claim.about))
    drop = rf"{_PLAIN}|{text.words.rise}|{text.words.fall}|{text.words.change}|{text.words.share}|{text.words.last_wave}|{text.words.people}"
    bare = word_pattern(drop).sub(" ", regex.sub(r"\([^()]*\)", " ", sentence.text))
    own = set(stems(bare, text.lang))
    return bool(own & set(claim.about)) or not own


def _told(
    text: Text, claims: Claims, sentence: Sentence, amount: Number, pair: Apart
) -> Iterator[Finding]:
    one, other = pair.earlier, pair.later
    spread = abs(other.value - one.value)
    at = spot(text, sentence, amount.start, amount.end)
    if amount.unit is Unit.PERCENT:
        relative = 100 * spread / max(min(one.value, 100.0), 0.1)
        if abs(spread - amount.value) < 1e-9 and spread and abs(relative - amount.value) > 1.5:
            yield percent(text, at, pair.where, amount)
        return
    if not gives(one, other, amount) and not _explained(text, claims, sentence, amount, pair):
        yield wrong(text, at, pair.where, one, other, amount)


def _explained(text: Text, claims: Claims, sentence: Sentence, amount: Number, pair: Apart) -> bool:
    """Whether another level near by, or of an earlier wave, is just the amount away from one of the two."""
    near = [*_near(sentence, text, claims), *claims.of(sentence)]
    others = {c.number.value for c in near} - {pair.earlier.value, pair.later.value}
    own = (pair.earlier.value, pair.later.value)
    return any(abs(abs(v - w) - amount.value) < 1e-9 for v in others for w in own)


def _spots(found: Sequence[Claim], text: Text) -> tuple[Spot, ...]:
    return tuple(spot_of(text, c) for c in found)
