"""`The highest since 2019`, `never higher`: against the printed levels of the other waves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.numbers import Number
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import share_in, wave_columns, year_in
from atbalss.study.decimals import marked

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
_NEAR = 3  # sentences


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    return word_pattern(_RECORD[lang])


_Series = list[tuple[int, Number, Spot]]


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Records that an earlier printed wave breaks."""
    pattern = _pattern(text.lang)
    for sentence in text.prose:
        match = pattern.search(sentence.text)
        if match is None or regex.search(
            r"(?<!\w)(?:not|nav|не|second|otr\w+|втор\w+)\s(?:the\s|s\w+\s)?$",
            sentence.text[: match.start()],
            regex.IGNORECASE,
        ):
            continue
        said = match.groupdict()
        least = any(said.get(key) for key in ("low", "low2", "low3"))
        since = int(said.get("y1") or said.get("y2") or 0)
        for series in _series(sentence, text, claims):
            now, level, _ = series[-1]
            own = [c.number.value for c in claims.of(sentence) if not c.years]
            if len(series) < 3 or (own and level.value not in own):
                continue
            broken = [
                item
                for item in series[:-1]
                if since < item[0] < now
                and (item[1].value < level.value) == least
                and item[1].value != level.value
            ]
            if broken:
                at = spot(text, sentence, match.start(), match.end())
                shown = [marked(item.shown, text.lang) for item in (level, broken[-1][1])]
                yield finding(
                    text, "rank-word", at, (broken[-1][2],),
                    words=match.group(0), value=shown[0], other=shown[1],
                )  # fmt: skip
            break


def _series(sentence: Sentence, text: Text, claims: Claims) -> Iterator[_Series]:
    """Levels by year: of a sentence before, of a table's column or row, the earliest first."""
    for back in range(_NEAR + 1):
        order = sentence.order - back
        if order < 0:
            break
        found = claims.of(text.sentences[order])
        years = [year_in(claim.segment, text) for claim in found]
        if len(found) > 2 and all(years) and len(set(years)) == len(years):
            places = [spot(text, c.sentence, c.number.start, c.number.end) for c in found]
            numbers = [claim.number for claim in found]
            yield sorted(zip(years, numbers, places, strict=True), key=lambda item: item[0])
    said = frozenset(stems(sentence.text, text.lang))
    for index, block in enumerate(text.blocks):
        if block.kind is not Kind.TABLE or text.sections[index] != sentence.section:
            continue
        waves = wave_columns(block)
        rows = [
            (row, [(year, share_in(block, row, column, text)) for year, column in waves])
            for row in range(1, len(block.rows))
            if waves and frozenset(stems(block.rows[row][0], text.lang)) & said
        ]
        if len(rows) == 1:
            yield _levels(text, index, [(year, item, rows[0][0]) for year, item in rows[0][1]])
        years = [year_in(row[0], text) for row in block.rows[1:]]
        if len(block.rows[0]) == 2 and all(years) and len(set(years)) == len(years):
            cells = [
                (year, share_in(block, row + 1, 1, text), row + 1) for row, year in enumerate(years)
            ]
            yield _levels(text, index, sorted(cells, key=lambda cell: cell[0]))


def _levels(text: Text, index: int, cells: list[tuple[int, Number | None, int]]) -> _Series:
    block = text.blocks[index]
    return [
        (
            year,
            item,
            Spot(quoted(" | ".join(block.rows[row])), block.row_lines[row], block.page, index),
        )
        for year, item, row in cells
        if item is not None
    ]
