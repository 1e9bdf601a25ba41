"""Two levels of a sentence and their waves: the words of time that each of them has for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim
from atbalss.audit.numbers import Number
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier

_SO = r"tātad|tādējādi|so|thus|therefore|hence|that is|итак|значит|то есть|таким образом|следовательно"


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of time in a sentence: a year, else -1 of an earlier wave, 1 of this one."""

    start: int
    end: int
    year: int
    wave: int


def pair_of(
    sentence: Sentence, found: tuple[Claim, ...], text: Text, wave: int
) -> tuple[Number, Number] | None:
    """(earlier, later) of a sentence that gives one share in two waves and nothing else."""
    if len(found) != 2:
        return None
    if OF_THEM.search(sentence.text, found[0].number.end, found[1].number.start):
        return None  # "90 % are users, and of those 47 % daily": a part of the first
    one, other = marks_of(sentence.text, found[0].number, found[1].number, text)
    if one and other:
        second = sentence.text[found[0].number.end :]
        if _groups(second, text) - _groups(sentence.text[: found[0].number.end], text):
            return None  # the second level is of a group of its own
        order = _order(one, other, wave)
        return _pair(found, order) if order else None
    old = [
        _is_old(mark, claim, text, wave) for mark, claim in zip((one, other), found, strict=True)
    ]
    if sum(old) != 1:
        return None
    earlier, later = (found[0], found[1]) if old[0] else (found[1], found[0])
    return (earlier.number, later.number) if _one_thing(earlier, later, text) else None


def order_of(words: str, one: Number, other: Number, text: Text, wave: int) -> int:
    """1 where the second of two levels with waves of their own is later, -1 earlier, 0 not told."""
    first, second = marks_of(words, one, other, text)
    return _order(first, second, wave) if first and second else 0


def order_of_two(
    first: tuple[str, Number], second: tuple[str, Number], text: Text, wave: int
) -> int:
    """1 where the level of a second sentence is later than that of the first, -1 earlier, 0 not told.

    A first level without words of time is of now, if the second is of an earlier wave.
    """
    one, other = (mark_of(words, level, text) for words, level in (first, second))
    if one and other:
        return _order(one, other, wave)
    return -1 if other and _is_past(other, second[0], text, wave) else 0


def mark_of(words: str, level: Number, text: Text) -> Mark | None:
    """The words of time of the only level of a sentence."""
    before, behind = marks_of(words, level, level, text)
    return before or behind


def _is_past(mark: Mark, words: str, text: Text, wave: int) -> bool:
    if mark.wave or wave:
        return mark.wave < 0 or 0 < mark.year < wave
    return is_earlier(words, wave, text)


def _pair(found: tuple[Claim, ...], order: int) -> tuple[Number, Number]:
    one, other = found
    return (one.number, other.number) if order > 0 else (other.number, one.number)


def _order(one: Mark, other: Mark, wave: int) -> int:
    """1 where the second is later, -1 where it is earlier, 0 where that is not told."""
    if one.year and other.year:
        return (other.year > one.year) - (other.year < one.year)
    if one.wave and other.wave:
        return (other.wave > one.wave) - (other.wave < one.wave)
    dated, told, sign = (one, other, 1) if one.year else (other, one, -1)
    if told.wave > 0:
        return sign if not wave or dated.year < wave else 0
    return -sign if wave and dated.year >= wave else 0


def _is_old(mark: Mark | None, claim: Claim, text: Text, wave: int) -> bool:
    return mark is not None and _is_past(mark, claim.segment, text, wave)


def marks_of(words: str, one: Number, other: Number, text: Text) -> tuple[Mark | None, Mark | None]:
    """The words of time that two numbers of a sentence have each."""
    marks = list(_marks(words, text))
    cut = regex.any_case(_CUT[text.lang])
    before = [m for m in marks if m.end <= one.start and not _is_aside(words, m, one.start, text)]
    behind = [
        m for m in marks if m.start >= other.end and not cut.search(words[other.end : m.start])
    ]
    between = [m for m in marks if one.end <= m.start and m.end <= other.start]
    first = before[-1] if before else None
    second: Mark | None = None
    if len(between) > 1:
        second = between[-1]
        if not cut.search(words[one.end : between[0].start]):
            first = between[0]
    elif between:
        mark = between[0]
        parted = bool(cut.search(words[one.end : mark.start]))
        if parted and _is_aside(words, mark, other.start, text):
            pass
        elif parted or (first and not behind) or not cut.search(words[mark.end : other.start]):
            second = mark
        else:
            first = mark
    return first, second or (behind[0] if behind else None)


def _marks(words: str, text: Text) -> Iterator[Mark]:
    """All words of time of a sentence, in order."""
    found = [
        Mark(match.start(), match.end(), 0, wave)
        for wave, table in ((-1, text.words.last_wave), (1, text.words.this_wave))
        for match in word_pattern(table).finditer(words)
    ]
    found += [Mark(m.start("then"), m.end("then"), 0, -1) for m in _THEN.finditer(words)]
    found += [
        Mark(match.start(), match.end(), int(match.group(0)), 0) for match in _YEAR.finditer(words)
    ]
    last = 0
    for mark in sorted(found, key=lambda item: item.start):
        if mark.start >= last:
            yield mark
            last = mark.end


_YEAR = regex.pattern(r"(?<![\d.,/])(?:199\d|20[0-3]\d)(?!\d|%|[.,]\d)")
_THEN = regex.any_case(r"(?<=%)\s(?P<then>then|toreiz|togad|тогда)(?!\w)")
_CUT = {  # what parts a level from words of time that are of the other
    "lv": r"[,;:](?! (?:kad|kur)(?!\w))|[(]|\)\s?\w|\s(?:nekā|pret|salīdzin\w+|bet|un|savukārt|kamēr)\s",
    "en": r"[,;:](?! (?:when|where)(?!\w))|[(]|\)\s?\w|\s(?:than|against|versus|vs\.?|compared|but|and|while|whereas|after)\s",
    "ru": r"[,;:](?! (?:когда|где)(?!\w))|[(]|\)\s?\w|\s(?:чем|против|сравнени\w+|а|и|но|после|тогда как)\s",
}
_SINCE = {
    "lv": r"(?:ne)?kā|salīdzin\w+|pret|kopš",
    "en": r"than|compared (?:to|with)|since|from|against",
    "ru": r"чем|сравнению с|сравнении с|относительно|с",
}


def _is_aside(words: str, mark: Mark, level: int, text: Text) -> bool:
    """`Compared with last year, 24 %`, `as before: 12 %`: against what, and not when the level was."""
    if not is_since(words[: mark.start], text):
        return False
    after = words[mark.end : level]
    return regex.search(r"[,:](?! (?:when|kad|когда)(?!\w))", after, regex.IGNORECASE) is not None


def is_since(before: str, text: Text) -> bool:
    """Whether words end with what makes a wave the one to compare with: `since`, `compared with`."""
    said = rf"(?<!\w)(?:{_SINCE[text.lang]})\s(?:[^\s,;:()]+\s){{0,3}}$"
    return regex.search(said, before, regex.IGNORECASE) is not None


OF_THEM = regex.any_case(
    r"(?<!\w)(?:(?:of|among) (?:those|these|them|whom|which)|(?:no|starp) (?:tiem|šiem|viņiem|tām|kuriem|kurām)"
    r"|(?:из|среди) (?:них|тех|этих|которых))(?!\w)"
)


def _groups(said: str, text: Text) -> set[str]:
    """The groups that words name, but for those who answered."""
    found = {match.group(0).lower() for match in word_pattern(text.words.group).finditer(said)}
    return {word for word in found if not _LOOSE.fullmatch(word)}


_LOOSE = regex.pattern(r"when|who|which|whom|kuri|kuras|kad|кто|которые|когда|per|лет")


def _one_thing(earlier: Claim, later: Claim, text: Text) -> bool:
    """Whether the earlier level names nothing of its own: `in 2024 it was 64 %`."""
    own = set(stems(_bare(earlier.segment, text), text.lang))
    other = set(stems(_bare(later.segment, text), text.lang))
    now = word_pattern(text.words.this_wave).search(later.segment) is not None
    return len(own - other) <= 2 or (now and len(other - own) <= 1)


def _bare(words: str, text: Text) -> str:
    narrow = (
        rf"{text.words.last_wave}|{text.words.this_wave}|{text.words.people}|{text.words.rise}"
        rf"|{text.words.fall}|{text.words.change}|{text.words.points}|{text.words.compared}|{_SO}"
    )
    return word_pattern(narrow).sub(" ", regex.sub(r"\([^()]*\d[^()]*\)", " ", words))
