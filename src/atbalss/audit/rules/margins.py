"""A sample drawn by chance that stands for a population, and no sampling error of it told anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.group_sizes import sizes_of_waves
from atbalss.audit.sampling_error import ASKED, DRAWN, ERROR, SAID, WHOLE
from atbalss.audit.series import series_of, years_in
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import last_year, year_in

_FEWEST = 100  # persons: of fewer, a sampling error is seldom told
_SHARES = 2
_MARGIN = regex.any_case(  # a test by its name
    r"χ|(?<!\w)(?:[zt][- ]?(?:test|krit|тест|крит)|p\s?[<>=≤]\s?0|chi[- ]?squared?|hī kvadrāt|хи-квадрат)"
)
_PRINTED = regex.pattern(r"(?:±|\+/[-−])\s?(\d+(?:[.,]\d+)?)")
_COMPARED = {  # holds a difference against an error, or likens one, that is told elsewhere
    "lv": r"statistiski|nozīmīg\w*|starpīb\w*|atšķirīb\w*|pārmaiņ\w*|izmaiņ\w*|pieaug\w*|kāpum\w*|kritum\w*|samazinā\w*|atpaliek|pārsvar\w*|(?:pārsniedz|lielāk\w* (?:par|nekā)|mazāk\w* (?:par|nekā)) (?:\w+ )?kļūd\w*|kļūd\w+ robež\w*|tāda pati|vienād[ai]|tikpat liel\w*",
    "en": r"signifi\w+|differences?|changes?|gaps?|rises?|rose|increases?|falls?|drops?|leads?|growth|improvement|(?:larger|greater|smaller|more|less) than (?:the |its |this )?(?:\w+ )?(?:error|margin)|(?:exceeds?|within|outside|beyond) (?:the |its |this )?(?:\w+ )?(?:error|margin)|the same|equal",
    "ru": r"значим\w*|достоверн\w*|разниц\w*|различи\w*|изменени\w*|рост\w{0,2}|прирост\w*|снижени\w*|отставани\w*|разрыв\w*|прибавк\w*|(?:превыша\w+|больше|меньше|в пределах|за пределы) (?:\w+ )?(?:погрешност\w*|ошибк\w*)|та же|такая же|тот же",
}
_APART = {  # of a difference, of a part of those asked
    "lv": r"starpīb\w+ (?:\w+ )?kļūd\w*|starpīb\w* robež\w*|grup\w+|šeit|centros|filiālēs|mazs|maza|nelielas?",
    "en": r"(?:error|margin) of (?:the |a )?difference|groups?|here|subgroup\w*|few|small|by (?:district|branch|area)\w*",
    "ru": r"(?:погрешност\w+|ошибк\w+) разности|групп\w*|здесь|отдельн\w+|мал\w+|невелик\w*|небольш\w+",
}
_BOTH = regex.any_case(
    r"(?<!\w)(?:abos|abās|abām|abiem|both|either|в обоих|обоих|обеих|(?:katr|vis)\w+ (?:gad|aptauj)\w+|(?:all|each|every) (?:years?|waves?|surveys?)|(?:кажд\w+|все\w?) (?:год|опрос|волн)\w*|(?:same|такая же|та же|tāda pati) (?:\w+ )?(?:error|margin|ошибк|погрешн|kļūd)\w*)(?!\w)"
)
_ALL_YEARS = regex.any_case(
    rf"{_BOTH.pattern}|(?<!\d)20\d\d(?:\.? gad\w*)?(?:\s?[–-]\s?| to | līdz | до | по )20\d\d"
)
_BY_YEAR = regex.any_case(  # the first error has its year: `in 2024 ±4.3`, `±4.3 points in 2024`
    r"[^±]*(?:(?<!\d)20\d\d(?:\. gad\w+)?,?\s(?:\S+\s)?±|±\s?[\d.,]+[^±(;]*?\s(?:in|for|в|за)\s20\d\d)"
)
_MEASURED = regex.any_case(  # an error with its number, or how sure a test is
    rf"{ERROR.pattern}(?:[^.;]|\.\d){{0,60}}?\d\s?(?:%|procent|percent|per cent|points|p\.|процент|п\.)|9[059](?:[.,]\d)?\s?(?:%|per cent|percent|procent|процент)|0[.,]0[15]"
)
_PRECISE = regex.any_case(r"(?:ne)?precizitāt\w*|precis\w*|accura\w*|точност\w*")
_REGISTER = regex.any_case(  # of records that leave nobody out
    r"(?<!\w)(?:aptver\w*|uzskait\w*|lietvedīb\w*|sistēm\w*|reģistr\w*|žurnāl\w*|covers?|records?|register\w*|(?:full|complete) count|every|учтен\w*|журнал\w*|внесен\w*|все (?:звонки|обращения|посещения))(?!\w)"
)
_CUT = regex.pattern(r"\.\s(?=[A-ZĀČĒĢĪĶĻŅŠŪŽА-ЯЁ])|;\s")
_YEAR = regex.pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORDS = 150  # of a report that tells its method at length
_SLACK = 0.06  # points by rounding
_LIKE = 1.1  # times the error that a sample of the size has, at most


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """One finding, at the sentence that tells how the sample was drawn, or that leaves a wave out."""
    yield from _of_years(text, claims)
    shares = len(claims.levels) + sum(len(s.results) for s in series_of(text, claims) if s.table)
    if shares < _SHARES or claims.base < _FEWEST or _MARGIN.search(text.whole):
        return
    if word_pattern(WHOLE[text.lang]).search(text.whole):
        return
    drawn = next((item for item in text.sentences if _is_drawn(item, text, claims)), None)
    if drawn is not None and not _is_told(text, claims, drawn):
        printed = f"{claims.base:,}".replace(",", "[ ,\u00a0]?")
        counted = regex.pattern(rf"(?<![\d.,]){printed}(?!\d)")
        near = [item for item in text.sentences if item.block == drawn.block and item is not drawn]
        where = tuple(spot(text, item) for item in near if counted.search(item.text))[:1]
        yield finding(text, "missing-interval", spot(text, drawn), where, shares=shares)


def _of_years(text: Text, claims: Claims) -> Iterator[Finding]:
    """The sentence that prints the error of two waves or more, each by its year, and leaves one out."""
    for item in text.sentences:
        printed = _PRINTED.findall(item.text)
        years = set(years_in(item.text)) if len(printed) > 1 else set()
        if len(years) < 2 or not _BY_YEAR.match(item.text) or _ALL_YEARS.search(item.text):
            continue
        others = [one.text for one in text.sentences if _PRINTED.search(one.text)]
        if any(not years_in(one) for one in others):
            continue  # of the present wave, which needs no year
        left = set(sizes_of_waves(text, claims)) - set(years_in(" ".join(others)))
        if len(left) == 1 and not claims.of(item):
            beside = len(years)
            at = spot(text, item)
            yield finding(text, "missing-interval", at, code="missing-interval-by", beside=beside)


def _is_told(text: Text, claims: Claims, drawn: Sentence) -> bool:
    """Whether the error of all who were asked is told, or why there is none."""
    if any(ERROR.search(cell) for block in text.blocks for row in block.rows for cell in row):
        return True
    said, compared = word_pattern(SAID[text.lang]), word_pattern(_COMPARED[text.lang])
    short = len(text.whole.split()) < _WORDS
    wave = year_in(drawn.text, text) or last_year(text)
    for item in text.sentences:
        printed = [*_PRINTED.finditer(item.text)]
        if any(
            _is_own(match, wave, item.block == drawn.block, claims) or short for match in printed
        ):
            return True
        if printed or not any(
            regex.search(r"\d", item.text) or not _PRECISE.fullmatch(match[0])
            for match in said.finditer(item.text)
        ):
            continue
        measured = _MEASURED.search(item.text)
        if measured or short or not (compared.search(item.text) or _REGISTER.search(item.text)):
            return True
    return False


def _is_own(match: re.Match[str], wave: int, near: bool, claims: Claims) -> bool:
    """Whether an error that is printed, by the method or not, may be that of all who were asked in the present wave."""
    words, text = match.string, claims.text
    begins = [cut.end() for cut in _CUT.finditer(words) if cut.end() <= match.start()]
    ahead = words[begins[-1] if begins else 0 : match.start()]
    if not _BOTH.search(words) and (not wave or str(wave) not in words):
        alone = words if len(_PRINTED.findall(words)) == 1 and not begins else ahead
        years = (int(year) for year in _YEAR.findall(alone))
        if word_pattern(text.words.last_wave).search(alone) or any(year < wave for year in years):
            return False
    value = float(match.group(1).replace(",", "."))
    if value <= _LIKE * 98 / sqrt(claims.base):
        return True
    sizes = set() if near else {size.value for size in claims.sizes}  # of groups
    sizes |= {int(n) for n in regex.findall(r"(?<![\d.,±])\d{2,4}(?![\d.,]*\s?%)", words)}
    part = any(1 < n < claims.base and abs(98 / sqrt(n) - value) <= _SLACK for n in sizes)
    return not (part or word_pattern(_APART[text.lang]).search(words))


def _is_drawn(sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether a sentence says that those who answered were drawn by chance."""
    drawn, asked = word_pattern(DRAWN[text.lang]), word_pattern(ASKED[text.lang])
    if sentence.kind in (Kind.HEADING, Kind.CHART):
        return False
    match = drawn.search(sentence.text)
    if match is None:
        return False
    told = str(claims.base) in regex.findall(r"\d+", sentence.text)
    if claims.of(sentence) and (not told or len(text.whole.split()) < _WORDS):
        return False
    near = text.sentences[max(0, sentence.order - 1) : sentence.order + 2]
    return any(asked.search(item.text) and item.block == sentence.block for item in near)
