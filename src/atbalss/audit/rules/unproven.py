"""A difference told of two groups or two waves whose own numbers of persons cannot show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.group_sizes import counted_of, size_of, sizes_of_waves, sizes_then_and_now
from atbalss.audit.lists import names
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.rules.sided import Sided, compared
from atbalss.audit.rules.untested import is_tested, told
from atbalss.audit.series import Result, Series, is_rest, series_of, years_in
from atbalss.audit.shifts import direction, is_deed, is_elsewhere, shift
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year

_DIFFER = (
    r"differ\w*|within|beyond|exceed\w*|outside|change\w*|starpīb\w*|atšķir\w*|robežās|iekļauj\w*|izmaiņ\w*"
    r"|разниц\w*|различ\w*|в пределах|отлича\w*|изменени\w*|p\s?[<>=]"
)
_ALL_TESTED = (
    r"(?:only|all|vis[aiuā]\w*|tikai|все|только|лишь) (?:\w+ ){0,5}?(?:significan\w+|nozīmīg\w+|būtisk\w+|значим\w+)"
    r"|(?:significan\w+|nozīmīg\w+|значим\w+) (?:\w+ ){0,3}?(?:only|all|tikai|visas|только|все)"
)
_ERRORS = r"sampling error|margins? of error|kļūd|погрешност|ошибк"
_LARGEST = (
    1_000_000  # persons: an earlier wave of which no number is told is taken as free of error
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """One finding a sentence: growth, decline, or more of one group than of another."""
    if word_pattern(_ALL_TESTED).search(text.whole):
        return
    series = [_sized(item, text, claims) for item in series_of(text, claims)]
    groups = _groups(series, text)
    said_in = [s for s in text.sentences if s.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)]
    for sentence in said_in if groups or claims.base else ():
        if tested_near(sentence, text) or "?" in sentence.text:
            continue
        said = _followed(sentence, text, claims) or compared(sentence, text, claims, groups)
        if said is not None and said[1].is_within:
            word, sided = said
            place = max(sentence.text.find(word), 0)
            at = spot(text, sentence, place, place + len(word))
            base = min(sided.one.base, sided.other.base)
            digits = max(sided.one.number.digits, sided.other.number.digits)
            yield told(text, at, word, sided.spread, base, sided.margin, digits)


def tested_near(sentence: Sentence, text: Text) -> bool:
    """Whether a sentence, or one beside it, says what the difference is worth.

    That the error of the whole sample is so many points says nothing of the difference.
    """
    if not is_tested(text, sentence):
        return False
    pattern = word_pattern(text.words.tested)
    near = text.sentences[max(0, sentence.order - 1) : sentence.order + 2]
    said = [item for item in near if item.block == sentence.block and pattern.search(item.text)]
    differ = word_pattern(_DIFFER)
    return any(
        item is sentence
        or not regex.search(r"\d", item.text)
        or (differ.search(item.text) and not _of_another(item.text, sentence.text, text))
        for item in said
    )


def _of_another(words: str, own: str, text: Text) -> bool:
    """Whether the difference that a sentence tells is not that of the two levels of another."""
    levels = [n.value for n in numbers(own, text.lang) if n.unit is Unit.PERCENT]
    told = [n.value for n in numbers(words, text.lang) if n.unit is Unit.POINTS]
    return len(levels) == 2 and bool(told) and abs(levels[0] - levels[1]) + 1 < min(told)


def _sized(series: Series, text: Text, claims: Claims) -> Series:
    """A series whose results know their numbers of persons, from wherever these are told."""
    by_year = sizes_of_waves(text, claims)
    named = [names(item.label, text) for item in series.results]
    found: list[Result] = []
    for place, item in enumerate(series.results):
        years = years_in(item.label)
        base = item.base
        if not base and len(years) == 1:
            base = by_year.get(years[0], 0)
        elif not base and not is_rest(item.label, text):
            own = named[place].difference(*named[:place], *named[place + 1 :])
            base = size_of(own, text, claims)
        base = base or counted_of(item.label, item.number)
        found.append(replace(item, base=base))
    bare = [place for place, item in enumerate(found) if not item.base]
    if len(found) == 2 and len(bare) == 1 and found[1 - bare[0]].base < claims.base:
        rest = claims.base - found[1 - bare[0]].base  # those who are left of all
        found[bare[0]] = replace(found[bare[0]], base=rest)
    return replace(series, results=tuple(found))


def _groups(series: Sequence[Series], text: Text) -> list[Series]:
    """The series of two groups of persons or more, each with a number of its own."""
    found = []
    for item in series:
        if regex.search(_ERRORS, item.lead[:30], regex.IGNORECASE):
            continue
        kept = tuple(
            one
            for one in item.results
            if one.base >= 10 and not is_rest(one.label, text) and not years_in(one.label)
        )
        if len(kept) >= 2 and len({one.base for one in kept}) >= 2:
            found.append(replace(item, results=kept))
    return found


# ---- waves


def _followed(sentence: Sentence, text: Text, claims: Claims) -> tuple[str, Sided] | None:
    """`86 % said yes; last year it was 84 %. Their manner has thus improved`: the two just before."""
    order = sentence.order - 1
    then, now = sizes_then_and_now(text, claims)
    base = claims.base if claims.base >= 30 else now
    if order < 0 or not base or claims.of(sentence) or numbers(sentence.text, text.lang):
        return None
    before = text.sentences[order]
    found = claims.of(before)
    if before.block != sentence.block or len(found) != 2:
        return None
    said = direction(sentence.text, text) or shift(sentence.text, text)
    if said is None:
        return None
    if is_deed(sentence.text, said) or is_elsewhere(sentence.text):
        return None
    if tested_near(before, text) or word_pattern(text.words.counted).search(sentence.text):
        return None
    wave = last_year(text)
    old = [item for item in found if is_earlier(item.segment, wave, text)]
    new = [item for item in found if item not in old]
    if len(old) != 1 or len(new) != 1:
        return None
    earlier, later = old[0].number, new[0].number
    if (later.value > earlier.value) != (said[1] > 0):
        return None
    where = spot(text, before, earlier.start, earlier.end)
    one, other = Result("", earlier, then or _LARGEST, where), Result("", later, now or base, where)
    return said[0], Sided(one, other, Series((one, other), "", where, before.block, before.block))
