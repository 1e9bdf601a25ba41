"""`The highest since 2019`, `never higher`: against the printed levels of the other waves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.rules.course_words import Course, series_meant
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.timelines import timelines_of

_SINCE = {
    "lv": r"(?:kopš (?:(?P<y{0}>(?:19|20)\d\d)|\w+ sākuma)|vis(?:os|ā|u) (?:\w+ )?(?:gad|laik|mērījum)\w*|līdz šim|mērījumu vēstur\w+|pēdēj\w+ \w+ gad\w+)",
    "en": r"(?:since (?:(?P<y{0}>(?:19|20)\d\d)|\w+ \w+ began)|ever|so far|on record|of all (?:the )?(?:years|waves|surveys)|in all (?:the )?(?:years|waves|surveys)|to date|in \w+ years)",
    "ru": r"(?:с (?P<y{0}>(?:19|20)\d\d)|за вс[её] (?:время|годы)|за все (?:годы|волны|опросы)|когда-либо|за всю историю|за последн\w+ \w+ (?:лет|года?))",
}
_RECORD = {
    "lv": rf"(?P<top>(?:vis)?(?:augst|liel|lab)āk\w{{1,4}}|rekord\w*)(?: \w+){{0,3}}? {_SINCE['lv'].format(1)}|(?P<low>(?:vis)?(?:zem|maz|slikt)āk\w{{1,4}})(?: \w+){{0,3}}? {_SINCE['lv'].format(2)}"
    r"|(?P<top2>tik (?:augst|liel|lab)\w*)[^.;]{0,40} nekad|(?P<low2>tik (?:zem|maz|slikt)\w*)[^.;]{0,40} nekad|nekad (?:\w+ ){0,3}?(?:(?P<top3>(?:augst|liel|lab)āk\w*)|(?P<low3>(?:zem|maz)āk\w*))",
    "en": rf"(?P<top>highest|best|largest|greatest)(?: \w+){{0,3}}? {_SINCE['en'].format(1)}|(?P<low>lowest|worst|smallest)(?: \w+){{0,3}}? {_SINCE['en'].format(2)}"
    r"|(?P<top2>never (?:\w+ )?been (?:as high|so high|higher|greater|better))|(?P<low2>never (?:\w+ )?been (?:as low|so low|lower|worse|smaller))|(?P<top3>record high|all-time high)|(?P<low3>record low|all-time low)",
    "ru": rf"(?P<top>(?:сам\w{{2,3}} (?:высок|больш|лучш)\w+|наибольш\w+|рекордн\w+))(?: \w+){{0,3}}? {_SINCE['ru'].format(1)}|(?P<low>(?:сам\w{{2,3}} (?:низк|худш)\w+|наименьш\w+))(?: \w+){{0,3}}? {_SINCE['ru'].format(2)}"
    r"|(?P<top2>так(?:им|ой|ого|ая) высок\w+)[^.;]{0,40} никогда|(?P<low2>так(?:им|ой|ого|ая) низк\w+)[^.;]{0,40} никогда|никогда (?:\w+ ){0,3}?(?:(?P<top3>выше)|(?P<low3>ниже))",
}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return word_pattern(_RECORD[lang])


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Records that an earlier printed wave breaks."""
    pattern = _pattern(text.lang)
    for sentence in text.prose:
        match = pattern.search(sentence.text)
        if match is None or _NOT.search(sentence.text[: match.start()]):
            continue
        said = match.groupdict()
        least = any(said.get(key) for key in ("low", "low2", "low3"))
        since = int(said.get("y1") or said.get("y2") or 0)
        own = [c.number.value for c in claims.of(sentence) if not c.years]
        for series in series_meant(
            Course(sentence, sentence.text, 0, 0), timelines_of(text, claims), text
        ):
            *before, now = series.points
            level = now.number
            if len(before) < 2 or (own and level.value not in own):
                continue
            broken = [
                item
                for item in before
                if since < item.year
                and (item.number.value < level.value) == least
                and item.number.value != level.value
            ]
            if broken:
                at = spot(text, sentence, match.start(), match.end())
                yield finding(
                    text, "rank-word", at, (broken[-1].spot,),
                    words=match.group(0), value=level.shown, other=broken[-1].number.shown,
                )  # fmt: skip


_NOT = regex.any_case(r"(?<!\w)(?:not|nav|не|second|otr\w+|втор\w+)\s(?:the\s|s\w+\s)?$")
