"""`The older, the more content`, where the shares of the age groups go the other way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.sided import near_by
from atbalss.audit.series import Result, Series, series_of
from atbalss.audit.text import Sentence, Text, word_pattern

_FIRST = {  # by what the groups are ordered: up the scale, or down it
    "lv": r"jo (?:(?P<up>vecāk\w*|gados vecāk\w*|lielāk\w* vecum\w*)|(?P<down>jaunāk\w*))",
    "en": r"the (?:(?P<up>older|higher the age)|(?P<down>younger))",
    "ru": r"чем (?:(?P<up>старше|выше возраст)|(?P<down>моложе|младше))",
}
_THEN = {  # what goes with it: more, or less
    "lv": r"jo (?:\w+ ){0,2}?(?:(?P<more>vairāk\w*|biežāk|augstāk\w*|lielāk\w*|labāk\w*|apmierinātāk\w*|labprātāk|laipnāk\w*|čaklāk\w*|drošāk\w*|uzticīgāk\w*)|(?P<less>mazāk\w*|retāk|zemāk\w*|kritiskāk\w*|sliktāk\w*|neapmierinātāk\w*|prasīgāk\w*|stingrāk\w*))",
    "en": r"the (?:(?P<more>more(?! critical| dissatisfied| demanding| sceptical)|higher|greater|larger|better|happier|keener)|(?P<less>less|lower|fewer|smaller|worse|rarer|more (?:critical|dissatisfied|demanding|sceptical)))",
    "ru": r"тем (?:\w+ ){0,2}?(?:(?P<more>выше|чаще|больше|довольнее|лучше|охотнее|активнее)|(?P<less>ниже|реже|меньше|критичнее|хуже|требовательнее|строже|недовольнее))",
}
_AGE = regex.pattern(r"(?<!\d)(\d{2})(?!\d)")
_YOUNG = {
    "lv": r"jaunāk\w*|jauni\w*|līdz \d\d",
    "en": r"young\w*|under \d\d|up to \d\d",
    "ru": r"молод\w*|младш\w*|до \d\d",
}
_NOT = regex.any_case(
    r"(?<!\w)(?:nav|ne|not|no longer|never|не|нельзя|vai|whether|if|ли|если|ja)\s"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Gradients by age that the list of the section denies from its first group to its last."""
    pattern = _pattern(text.lang)
    for sentence in text.prose:
        match = pattern.search(sentence.text)
        if match is None or _NOT.search(sentence.text[: match.start()]):
            continue
        up = (match.group("up") is not None) == (match.group("more") is not None)
        runs = [
            run
            for series in series_of(text, claims)
            if near_by(sentence, series, text) and (run := _by_age(series, text)) is not None
        ]
        ways = {_way(run) for run in runs}
        if len(ways) != 1 or ways == {0}:
            continue
        run = _nearest(runs, sentence)
        if (ways.pop() > 0) != up:
            at = spot(text, sentence, match.start(), match.end())
            first, last = run[0], run[-1]
            yield finding(
                text, "trend-word", at, (first.spot, last.spot), words=match.group(0),
                earlier=first.number.shown,
                later=last.number.shown,
            )  # fmt: skip


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return regex.any_case(
        rf"(?<!\w)(?:{_FIRST[lang]})(?!\w)[^.;:]{{0,60}}?,?\s(?<!\w)(?:{_THEN[lang]})(?!\w)"
    )


def _by_age(series: Series, text: Text) -> tuple[Result, ...] | None:
    """The results of a list of three age groups or more, the youngest first; None of any other list."""
    aged = []
    for item in series.results:
        found = _AGE.findall(item.label)
        young = word_pattern(_YOUNG[text.lang]).search(item.label)
        if found:
            low = int(found[0])
            aged.append((low - (len(found) == 1 and young is not None), item))
        elif young is not None:
            aged.append((0, item))
    if len(aged) < 2 or (len(aged) == 2 and len(series.results) > 3):
        return None
    return tuple(item for _, item in sorted(aged, key=lambda pair: pair[0]))


def _way(run: Sequence[Result]) -> int:
    """1 where each share is above the one before it, -1 where each is below, else 0."""
    values = [item.number.value for item in run]
    if values == sorted(values) and values[0] < values[-1]:
        return 1
    return -1 if values == sorted(values, reverse=True) and values[0] > values[-1] else 0


def _nearest(runs: Sequence[tuple[Result, ...]], sentence: Sentence) -> tuple[Result, ...]:
    return min(runs, key=lambda run: abs(run[0].spot.block - sentence.block))
