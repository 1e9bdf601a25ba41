"""Two levels of one thing in a sentence: which is the earlier, by the small words before them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.level_waves import order_of, pair_of
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.ways_told import content_of, words_in


def pairs_in(
    sentence: Sentence, claims: Claims, text: Text, wave: int
) -> list[tuple[Number, Number]]:
    """(earlier, later) of every change of a sentence that prints both levels."""
    found = levels_in(sentence, text)
    if len(found) < 2:
        return []
    pairs = list(_told(sentence.text, found, text))
    if not pairs:
        told = pair_of(sentence, claims.of(sentence), text, wave)
        pairs = [told] if told is not None else []
    return [pair for pair in pairs if not _are_two(sentence.text, *pair)]


def steps_in(
    sentence: Sentence, claims: Claims, text: Text, wave: int
) -> Iterator[tuple[Number, Number]]:
    """`7 % in 2019, 4 % in 2020 and 3 % this year`: each level against the next."""
    found = claims.of(sentence)
    if len(found) < _SEVERAL:
        return
    edges = [0, *(claim.number.end for claim in found), len(sentence.text)]
    starts = [*(claim.number.start for claim in found), len(sentence.text)]
    for place, (one, other) in enumerate(itertools.pairwise(claim.number for claim in found)):
        begin, end = edges[place], starts[place + 2]
        words = " " * begin + sentence.text[begin:end]
        order = order_of(words, one, other, text, wave)
        between = words[one.end : other.start]
        if (
            order
            and not content_of(between, text)
            and not word_pattern(text.words.group).search(between)
        ):
            yield (one, other) if order > 0 else (other, one)


_SEVERAL = 3  # levels


def levels_in(sentence: Sentence, text: Text) -> list[Number]:
    """The numbers of a sentence but for years and for what shares are counted of."""
    counted = [match.span() for match in _COUNTED.finditer(sentence.text)]
    return [
        item
        for item in numbers(sentence.text, text.lang)
        if not year_of(item) and not any(begin <= item.start < end for begin, end in counted)
    ]


_NEAR = 60  # letters between two levels
_COUNTED = regex.any_case(  # `(456 of 800)`, `(n = 870)`
    r"(?<=\()\s?\d[\d \u00a0\u202f,]*\s(?:no|of|out of|из)\s\d[\d \u00a0\u202f,]*(?=[);])|(?<!\w)n\s?=\s?\d[\d \u00a0\u202f,]*"
)


def _are_two(words: str, one: Number, other: Number) -> bool:
    first, second = sorted((one, other), key=lambda item: item.start)
    return _FURTHER.search(words[first.end : second.start]) is not None


_FURTHER = regex.any_case(  # `1 % say that it is much better, a further 14 % a little`: two answers
    r"(?<!\w)(?:ещ[её]|vēl|a further|another|an additional)\s$"
)


def _told(sentence: str, found: list[Number], text: Text) -> Iterator[tuple[Number, Number]]:
    words = text.words
    for index, number in enumerate(found):
        before = _HEDGED.sub("", sentence[: number.start]).rstrip()
        rest = found[index + 1 :]
        if ends(before, words.start) and rest:
            later = rest[0]
            gap = sentence[number.end : later.start]
            same = _same(number, later) or _same_noun(sentence, number, later, text)
            if ends(gap.rstrip(), words.end) and len(gap) < _NEAR and same:
                yield number, later
                continue
        levels = [item for item in found[:index] if item.unit is not Unit.POINTS and not item.sign]
        if len(levels) > 1 and _is_amount(sentence, levels[-1], number, text):
            levels.pop()
        elif len(levels) == 1 and _is_by(sentence[: levels[0].start].rstrip(), text):
            levels = []  # `climbed by 6 %, up from 78 %`
        previous = levels[-1] if levels else None
        if previous is None:
            continue
        gap = sentence[previous.end : number.start]
        if _more_than(gap, text) and _same(number, previous):
            yield number, previous
        elif (
            _NOW.fullmatch(gap)
            and _WAS.search(sentence[: previous.start])
            and _same(previous, number)
        ) or (regex.fullmatch(r"\s*(?:→|->|⟶|➔)\s*", gap) and _same(previous, number)):
            yield previous, number
        elif (
            _INSTEAD.fullmatch(gap)
            or _is_to_from(sentence, previous, gap, text)
            or _up_from(gap, text)
            or _against(sentence, number, gap, text)
        ) and _same(number, previous):
            yield number, previous


_HEDGED = regex.any_case(
    r"(?<!\w)(?:approximately|about|around|roughly|nearly|almost|aptuveni|apmēram|gandrīz|примерно|около|почти)\s$"
)
_WAS = regex.any_case(
    r"(?<!\w)(?:it |they )?(?:was|were|had been|bija|было|был[аи]?|раньше|ранее|iepriekš|agrāk|formerly|previously|before)(?: (?:bija|было|it was|at|tikai|лишь|only))?[:,]?\s$"
)
_NOW = regex.any_case(
    r"\s?[,;–—]?\s?(?:(?:and|un|а|и|but|bet) )?(?:is now|are now|now|became|has become|it is now|this year|kļuva|kļuvis|kļuvuši|ir tagad|tagad|šogad|стало|стал[аи]?|теперь|сейчас|ныне)(?: (?:ir|is|it is|at|уже|jau))?[:,]?\s"
)


_INSTEAD = regex.any_case(  # "(72 %, after 74 %)"
    r"\s?,?\s?(?:instead of|вместо|nevis|after|against|pret|против|после)\s"
)


def _is_to_from(words: str, later: Number, gap: str, text: Text) -> bool:
    """`fallen to 20 % from 24 %`: the later level stands first."""
    to = ends(words[: later.start].rstrip(), text.words.end)
    return (
        to
        and regex.fullmatch(
            rf"[^.;()\d]{{0,25}},?\s(?:{text.words.start})\s", gap, regex.IGNORECASE
        )
        is not None
    )


def _is_amount(sentence: str, item: Number, after: Number, text: Text) -> bool:
    """Whether a percent between two levels is the amount of the change."""
    more = regex.match(
        rf"\s?(?:{text.words.more_than}|(?:{text.words.change})(?!\w))",
        sentence[item.end : after.start],
        regex.IGNORECASE,
    )
    return bool(more) or ends(sentence[: item.start].rstrip(), rf"{text.words.by}|up|down")


def _is_by(before: str, text: Text) -> bool:
    """Whether a number is by how much something went: `climbed by`, and not `is used by`."""
    words = text.words
    moved = word_pattern(f"{words.rise}|{words.fall}|{words.change}")
    return ends(before, words.by) and moved.search(before[-_NEAR:]) is not None


def _more_than(gap: str, text: Text) -> bool:
    """`84 % readers, which is 6 points more than in 2023 (`, `3 %, fewer than in 2023 (`, and the earlier level."""
    words = text.words
    wave = rf"(?:19|20)\d\d|{words.last_wave}"
    return bool(
        regex.fullmatch(
            rf"(?:[^.;()]{{0,60}},[^.;()]{{0,25}}\d[^.;()]{{0,25}}|[^.;()\d]{{0,60}}\s)(?:{words.more_than})[^;()]{{0,12}}(?:{wave})[^;()]{{0,12}}\(\s?",
            gap,
            regex.IGNORECASE,
        )
    )


def _up_from(gap: str, text: Text) -> bool:
    """`48 % (up from`, `48 %, a rise from`, `48 %, having grown from last year's`, `48 % (in 2022: `."""
    words = text.words
    start = regex.search(
        rf"(?<!\w)(?:{words.start})\s(?:\w[\w’']*\s){{0,3}}$", gap, regex.IGNORECASE
    )
    if start and len(gap) < _WIDE and not _APART.search(gap):
        since = gap[: start.end()]
        told = [w for w in words_in(since, text) if not w.compares]
        if told and start.start() - told[-1].end <= _WORD:
            return True
    wave = rf"(?:(?:in |в )?(?:19|20)\d\d(?:\.?\s?(?:gad\w*|год\w*))?|{words.last_wave})"
    return bool(
        regex.fullmatch(
            rf"\s?\((?:pret )?{wave}\s?(?:[–—:-]|bija|was|было)?\s?", gap, regex.IGNORECASE
        )
    )


_WIDE, _WORD = 110, 25  # letters
_APART = regex.pattern(r"[;)]|\((?!\s?(?:[\w’']+,?\s){0,7}$)")


def _against(words: str, level: Number, gap: str, text: Text) -> bool:
    """`44 % (compared to 35 % last year)`, `21 % (32 % в прошлом году)`: the wave stands behind the level."""
    own = text.words
    to = r"against|versus|vs\.?|compared (?:to|with)|pret|pretstatā|salīdzinot ar|против|по сравнению с"
    if not regex.fullmatch(rf"[^;()\d%]{{0,60}}\(\s?(?:(?:{to})\s)?", gap, regex.IGNORECASE):
        return False
    wave = rf"(?:(?:in|в)\s)?(?:(?:19|20)\d\d(?!\d)|{own.last_wave})"
    return bool(regex.match(rf"[^()\d]{{0,4}}{wave}", words[level.end :], regex.IGNORECASE))


def ends(before: str, pattern: str) -> bool:
    """Whether words end with a pattern."""
    return bool(regex.search(rf"(?<!\w)(?:{pattern})$", before[-40:], regex.IGNORECASE))


def _same(earlier: Number, later: Number) -> bool:
    """Whether two numbers may be two levels of one thing: both percent, or both decimals."""
    if later.unit is Unit.PERCENT:
        return earlier.unit in (Unit.PERCENT, Unit.NONE) and not earlier.sign and not later.sign
    if earlier.unit is Unit.PERCENT or earlier.sign or later.sign:
        return False
    return earlier.digits > 0 and later.digits == earlier.digits


def _same_noun(words: str, earlier: Number, later: Number, text: Text) -> bool:
    """`from 14 minutes to 9 minutes`, `from 22 to 27 core questions`: two counts of one thing."""
    for item in (earlier, later):
        if item.unit is not Unit.NONE or item.digits or item.sign or item.ranged:
            return False
    behind = _NOUNS.match(words[later.end :])
    if behind is None or _ORDERED.search(behind.group(0)):
        return False
    if behind.group(0).split()[0] in text.words.stop or _RANKED.search(words):
        return False
    gap = words[earlier.end : later.start]
    named = _NOUNS.match(gap)
    first = {stem(word, text.lang) for word in named.group(0).split()} if named else set()
    alike = first & {stem(word, text.lang) for word in behind.group(0).split()}
    short = regex.fullmatch(rf"\s(?:{text.words.end})\s", gap, regex.IGNORECASE)
    return bool(alike) or short is not None


_NOUNS = regex.pattern(r"(?:\s[^\W\d][\w-]+){1,2}")
_RANKED = regex.any_case(
    r"(?<!\w)(?:rank|place|posit|viet[aāuiy]|pozīcij|мест[оаеу]|рейтинг|позици)"
)
_ORDERED = regex.any_case(  # of time, age and rank: `from 9 to 17 o'clock`, `from 18 to 25 years`
    r"(?<!\w)(?:o'?clock|am|pm|years?|year-olds|place|rank\w*|gad\w*|viet[aāuiy]\w*|plkst|pulksten\w*|лет|года?|мест[оаеу]?|час(?:ов|а)?)(?!\w)"
)
