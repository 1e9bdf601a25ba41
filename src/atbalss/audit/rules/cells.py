"""Cells of one or two persons among counts that surely are of persons: they add to those asked."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted
from atbalss.audit.numbers import numbers
from atbalss.audit.numerals import after_larger, in_words, value_of
from atbalss.audit.rules.counted import pairs_of
from atbalss.audit.rules.missing import LONG
from atbalss.audit.text import Kind, Text

_PERSONS = 2
_LEAST = 10
_LONGEST = 8  # parts of a whole
_DIGITS = r"(?<![\w.,/№#+−–-])(?<!№ )\d{1,4}(?![\w/]|[.,]\d|[.)]\s?(?-i:[a-zāčēģīķļņšūžа-яё])|\s?%)"
_IN_BRACKETS = rf"{_DIGITS}|(?<=\w\s\()\d{{1,4}}(?=\))"
_APART = 90  # letters between two parts
_LARGE = 5  # at least two of the parts are of so many
_PARTED = r"[,;.](?=\s)|\s(?:and|un|и|а|bet|but)\s"
_FEW = {
    "lv": r"vien[sai]\w{0,2}|div\w{1,3}",
    "en": r"one|two",
    "ru": r"один|одн\w{1,3}|дв[аеу]\w{0,2}|двое|двоих",
}
_TOGETHER = {"lv": r"divi|divas", "en": r"two", "ru": r"двое|двоих"}


@cache
def _few_told(lang: str) -> re.Pattern[str]:
    """One or two, in digits or in words."""
    digits = r"(?<![\w.,])[12](?![\w%]|[.,]\d|\s%)"
    return regex.any_case(rf"{digits}|(?<!\w)(?:{_FEW[lang]})(?!\w)")


@cache
def _spelt(lang: str) -> re.Pattern[str]:
    """A number in words."""
    said = rf"(?P<n>{in_words(lang)})|(?P<two>{_TOGETHER[lang]})"
    return regex.any_case(rf"(?<![\w-])(?:{said})(?![\w-]|\s?%)")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Counts side by side in a passage that add to a stated number of persons: one is one or two."""
    sizes = {size.value for size in claims.sizes}
    brief = len(text.whole.split()) < LONG
    answered = {pair.count for pair in pairs_of(text, claims)} if brief else set()
    few_told = _few_told(text.lang)
    of_people = regex.any_case(rf"\d+\s(?:[^\W\d]\w*\s){{0,2}}?(?:{text.words.people})(?!\w)")
    for index, block in enumerate(text.blocks):
        if block.kind not in (Kind.PARAGRAPH, Kind.ITEM) or not regex.search(
            r"[^\W\d_]", block.text
        ):
            continue
        if not few_told.search(block.text):
            continue
        counts = _counts(block.text, text.lang, _IN_BRACKETS if brief else _DIGITS)
        if not any(0 < value <= _PERSONS for value, _ in counts):
            continue
        wholes = {value for value, start in counts if of_people.match(block.text, start)}
        few = _of_each(block.text, counts, sizes | {claims.base}, text.lang)
        for first, last in _runs(block.text, counts):
            beside = {value for value, _ in (*counts[:first], *counts[last:])}
            parts = [value for value, _ in counts[first:last]]
            plain = all(block.text[start].isdigit() for _, start in counts[first:last])
            known = answered if plain and "?" not in block.text else set()
            place = _part_of_whole(parts, sizes | wholes & beside, known)
            few = first + place if place >= 0 and few < 0 else few
        if few >= 0:
            start = counts[few][1]
            at = Spot(quoted(block.text, start, start + 1), block.line_at(start), block.page, index)
            told = block.text[start : start + 40].split(",")[0].split(".")[0]
            yield finding(text, "small-cell", at, code="small-cell-told", words=told)


_SCALED = regex.any_case(r"\s(?:līdz|to|до)\s\d|\s[–—-]\s[^\d.;]{2,60},\s\d{1,3}\s[–—-]\s[^\W\d]")
_MARKED = regex.any_case(r"\s(?:answer|atbilde|ответ)(?!\w)")  # `One answer`: how many to give
_POINT = regex.any_case(r"(?<!\w)(?:where|kur|где|līdz)\s$")  # of a scale


def _is_point(words: str, start: int, end: int) -> bool:
    """Whether a number is a point of a scale: `from 1 to 5, where 1 is …`."""
    return bool(_POINT.search(words[:start]) or _SCALED.match(words, end))


def _counts(words: str, lang: str, digits: str) -> list[tuple[int, int]]:
    """(value, place) of all whole numbers of a passage, in digits and in words."""
    shares = {item.start for item in numbers(words, lang) if item.unit}
    found = [
        (int(match.group(0)), match.start())
        for match in regex.finditer(digits, words)
        if match.start() not in shares and not _is_point(words, match.start(), match.end())
    ]
    for match in _spelt(lang).finditer(words):
        if words[match.end() : match.end() + 1] == ")" or _MARKED.match(words, match.end()):
            continue  # "(select one)"
        if match.start() not in shares and not after_larger(words[: match.start()][-20:], lang):
            value = 2 if match.group("two") else value_of(match.group("n"), lang)
            found.append((value, match.start()))
    return sorted(found, key=lambda item: item[1])


def _runs(words: str, counts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Numbers side by side, from the first to before the last, each in a part of its own.

    Between two stands a comma, a full stop or "and", and no more than a few words.
    """
    for first in range(len(counts)):
        for last in range(first + 1, min(first + _LONGEST, len(counts)) + 1):
            if last - first > 1:
                between = words[counts[last - 2][1] : counts[last - 1][1]]
                if len(between) > _APART or not regex.search(_PARTED, between, regex.IGNORECASE):
                    break
            if last - first > 2:
                yield first, last


_OF_EACH = {
    "lv": r"\sno\s(?:\w+\s)?$",
    "en": r"\s(?:out )?of\s(?:the\s)?$",
    "ru": r"\sиз\s(?:\w+\s)?$",
}


def _of_each(words: str, counts: Sequence[tuple[int, int]], sizes: set[int], lang: str) -> int:
    """The place of the one or two of `8 of 35 in one ward and 1 of 25 in the other`; -1 where there is none."""
    pairs = [
        at
        for at in range(len(counts) - 1)
        if 0 < counts[at][0] < counts[at + 1][0]
        and regex.search(_OF_EACH[lang], words[counts[at][1] : counts[at + 1][1]])
        and counts[at + 1][1] - counts[at][1] < _NEAR
    ]
    for first, last in itertools.combinations(range(len(pairs) + 1), 2):
        run = pairs[first:last]
        few = [at for at in run if counts[at][0] <= _PERSONS]
        bases = [counts[at + 1][0] for at in run]
        if 0 < len(few) < len(run) and sum(bases) in sizes and min(bases) >= _LARGE:
            return few[0]
    return -1


_NEAR = 24  # letters from a count to the number that it is of


def _part_of_whole(parts: Sequence[int], sizes: set[int], answered: set[int]) -> int:
    """The place of the one or two among numbers that add to all, or to those of one answer; -1 where they do not."""
    few = [place for place, value in enumerate(parts) if 0 < value <= _PERSONS]
    whole = sum(parts)
    large = sum(value >= _LARGE for value in parts)
    if whole < _LEAST or min(parts) < 1 or len(few) != 1 or not large:
        return -1
    return few[0] if (large > 1 and whole in sizes) or whole in answered else -1
