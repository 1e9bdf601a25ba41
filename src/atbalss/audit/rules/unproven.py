"""A difference told of two groups or two waves whose own numbers of persons cannot show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.group_sizes import counted_of, size_of, sizes_of_waves, sizes_then_and_now
from atbalss.audit.lists import names
from atbalss.audit.numbers import numbers
from atbalss.audit.rules.sided import Sided, compared, near_by
from atbalss.audit.rules.untested import is_tested, told
from atbalss.audit.series import Result, Series, is_rest, series_of, years_in
from atbalss.audit.shifts import direction, is_deed, is_elsewhere, shift
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year

_GROWN = {  # growth told of the people themselves
    "lv": r"kļuvu\w+ (?:apmierināt|uzticīg|drošāk|aktīv|zinoš)\w*|(?:apmierināt|zinoš|aktīv)āk\w*",
    "en": r"(?:become|became|grown|are now|is now) (?:more|better|happier|safer)(?: \w+)?",
    "ru": r"стал[аио]? (?:более )?(?:довольн|увер|активн|доверчив)\w*",
}
_TOGETHER = (
    r"together|altogether|in all|overall|in total|kopā|kopumā|pavisam|вместе|в сумме|всего|в целом"
)
_DIFFER = (
    r"differ\w*|within|beyond|exceed\w*|outside|change\w*|starpīb\w*|atšķir\w*|robežās|iekļauj\w*|izmaiņ\w*"
    r"|разниц\w*|различ\w*|в пределах|отлича\w*|изменени\w*|p\s?[<>=]"
)
_TIME = (
    r"gad\w*|div\w*|laik\w*|years?|two|thus|therefore|time|год\w*|лет|два|двух|итак|значит|tātad"
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
    waves, groups = _waves(series), _groups(series, text)
    sizes = sizes_then_and_now(text, claims)
    waves += [made for item in series if (made := _relative(item, text, sizes)) is not None]
    by_year = sizes_of_waves(text, claims)
    said_in = [s for s in text.sentences if s.kind in (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)]
    for sentence in said_in if waves or groups or len(by_year) > 1 or claims.base else ():
        if tested_near(sentence, text) or "?" in sentence.text:
            continue
        said = (
            _moved(sentence, text, claims, waves)
            or _followed(sentence, text, claims)
            or _recalled(sentence, text, claims, by_year)
            or _only(sentence, text, claims, by_year)
            or compared(sentence, text, claims, groups)
        )
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
        item is sentence or not regex.search(r"\d", item.text) or differ.search(item.text)
        for item in said
    )


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


_THEN, _NOW = 2038, 2039  # stand for the years of a wave that is only called the last one


def _relative(series: Series, text: Text, sizes: tuple[int, int]) -> Series | None:
    """A series of `last year` and `this year` as one of two years; None of any other."""
    if len(series.results) != 2 or not all(sizes):
        return None
    then, now = word_pattern(text.words.last_wave), word_pattern(text.words.this_wave)
    old = [bool(then.fullmatch(item.label.strip())) for item in series.results]
    new = [bool(now.fullmatch(item.label.strip())) for item in series.results]
    if sorted(old) != [False, True] or new != [not item for item in old]:
        return None
    dated = [
        replace(item, label=str(_THEN if is_old else _NOW), base=sizes[0] if is_old else sizes[1])
        for item, is_old in zip(series.results, old, strict=True)
    ]
    return replace(series, results=tuple(dated))


def _waves(series: Sequence[Series]) -> list[Series]:
    return [
        item
        for item in series
        if len(item.results) >= 2
        and all(len(years_in(result.label)) == 1 and result.base for result in item.results)
        and len({years_in(result.label)[0] for result in item.results}) == len(item.results)
    ]


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


def _moved(
    sentence: Sentence, text: Text, claims: Claims, waves: Sequence[Series]
) -> tuple[str, Sided] | None:
    """The word of growth or decline of a sentence, and the two waves that it speaks of."""
    said = direction(sentence.text, text) or shift(sentence.text, text)
    if said is None or word_pattern(text.words.counted).search(sentence.text):
        return None
    word, way, place = said
    clause = _clause(sentence.text, place).replace(word, " ")
    near = [item for item in waves if near_by(sentence, item, text)]
    fits = []
    for item in near:
        pair = _two_waves(item, sentence.text)
        if pair is None:
            continue
        shown = {claim.number.value for claim in claims.of(sentence)}
        levels = {result.number.value for result in pair}
        if len(levels) < 2 or (shown and not shown <= levels):
            continue
        if (pair[1].number.value > pair[0].number.value) != (way > 0):
            continue
        if shown == levels or _is_of(item, clause, text, len(near) == 1):
            if not years_in(sentence.text) and not _ever_within(item):
                return None  # of all the waves together the words may be true
            fits.append(Sided(*pair, item))
    if len({(one.one.number.value, one.other.number.value) for one in fits}) != 1:
        return None
    return word, fits[0]


def _two_waves(series: Series, words: str) -> tuple[Result, Result] | None:
    """(earlier, later) of the waves that words name; of the last two, where they name none."""
    ordered = sorted(series.results, key=lambda item: years_in(item.label)[0])
    years = set(years_in(words))
    named = [item for item in ordered if years_in(item.label)[0] in years]
    if len(named) > 2 or (years and not named):
        return None
    if len(named) == 2:
        return named[0], named[1]
    if len(named) == 1 and named[0] is not ordered[-1]:
        return named[0], ordered[-1]
    return ordered[-2], ordered[-1]


def _ever_within(series: Series) -> bool:
    """Whether the last wave is within sampling error of the first one as well."""
    ordered = sorted(series.results, key=lambda item: years_in(item.label)[0])
    ends = Sided(ordered[0], ordered[-1], series)
    return len(ordered) == 2 or ends.spread == 0 or ends.is_within


_CLAUSE = regex.pattern(
    r"[;:,]\s(?=(?:un|bet|ka|and|but|that|while|и|но|а|что|savukārt|tādēļ|tāpēc)\s)|[;:—]\s|hand,\s"
)


def _clause(words: str, place: int) -> str:
    """The part of a sentence, between joining words, in which something grows or falls."""
    edges = [0, *(match.end() for match in _CLAUSE.finditer(words)), len(words) + 1]
    start = max(edge for edge in edges if edge <= place)
    return words[start : min(edge for edge in edges if edge > place)]


def _is_of(series: Series, words: str, text: Text, only: bool) -> bool:
    """Whether words name what a row of waves measures, and nothing else."""
    drop = "|".join(
        (text.words.rise, text.words.fall, text.words.change, text.words.share, text.words.people,
         text.words.last_wave, text.words.this_wave, _TIME, _PLEASED)
    )  # fmt: skip
    said = {item for item in names(word_pattern(drop).sub(" ", words), text) if not item.isdigit()}
    lead = names(series.lead, text)
    labels = " ".join(item.label for item in series.results)
    row = names(series.title, text) or lead | names(labels, text)
    hit = said & row
    if not hit:
        return False
    known = {item[:4] for item in row | lead}
    strange = {item for item in said if item[:4] not in known}
    return len(strange) <= (1 if only else 0) or len(hit) * 2 > len(said)


_PLEASED = (
    r"satisfaction|satisfied|apmierinātīb\w*|apmierināt\w*|удовлетвор[её]нност\w*|довольств\w*"
)


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


def _recalled(
    sentence: Sentence, text: Text, claims: Claims, by_year: dict[int, int]
) -> tuple[str, Sided] | None:
    """`Satisfaction has grown: it was 74 % in 2023`, where the share now stands just before."""
    found = claims.of(sentence)
    if (
        len(found) != 1
        or len(by_year) < 2
        or word_pattern(text.words.counted).search(sentence.text)
    ):
        return None
    earlier, waves = found[0], sorted(by_year)
    years = years_in(sentence.text)
    if len(years) > 1 or (years and years[0] not in waves[:-1]):
        return None
    if not years and not word_pattern(text.words.last_wave).search(sentence.text):
        return None
    said = direction(sentence.text, text) or shift(sentence.text, text)
    grown = word_pattern(_GROWN[text.lang]).search(sentence.text)
    word, way = said[:2] if said else (grown.group(0), 1) if grown else ("", 0)
    later = _now(sentence, text, claims) if way else None
    if later is None or (later.number.value > earlier.number.value) != (way > 0):
        return None
    then = by_year[years[0]] if years else by_year[waves[-2]]
    where = spot(text, sentence, earlier.number.start, earlier.number.end)
    one = Result("", earlier.number, then, where)
    other = Result("", later.number, by_year[waves[-1]], where)
    return word, Sided(one, other, Series((one, other), "", where, sentence.block, sentence.block))


def _now(sentence: Sentence, text: Text, claims: Claims) -> Claim | None:
    """The share of now that a sentence goes on from: the only one before it, or the one of all together."""
    before = [
        claim
        for claim in claims.levels
        if claim.sentence.block == sentence.block
        and 0 < sentence.order - claim.sentence.order <= 3
        and not claim.years
        and not word_pattern(text.words.last_wave).search(claim.segment)
    ]
    joined = [claim for claim in before if word_pattern(_TOGETHER).search(claim.segment)]
    last = [claim for claim in before if claim.sentence.order == sentence.order - 1]
    fits = joined if len(joined) == 1 else last
    return fits[0] if len(fits) == 1 else None


_VALUED = {  # better or worse: of a share of what is bad, the other way round
    "lv": r"(?:uz|pa)labo\w+|pasliktin\w+|labāk\w*|sliktāk\w*",
    "en": r"improv\w+|better|worse\w*|deteriorat\w+",
    "ru": r"улучш\w+|ухудш\w+|лучше|хуже",
}


def _only(
    sentence: Sentence, text: Text, claims: Claims, by_year: dict[int, int]
) -> tuple[str, Sided] | None:
    """Growth told without a number, where a document has one pair of dated shares that it can be of."""
    if len(by_year) != 2 or claims.of(sentence) or len(claims.levels) > _BRIEF:
        return None
    said = direction(sentence.text, text) or shift(sentence.text, text)
    bare = regex.sub(r"^\d{1,2}[.)]\s", "", sentence.text)
    if said and _COMPARATIVE.search(said[0]) and not _MANY.search(said[0]):
        return None  # `cleaner`, `better known`: of the thing, not of what was answered
    if said is None or numbers(bare, text.lang) or is_elsewhere(sentence.text):
        return None
    if is_deed(sentence.text, said) or word_pattern(text.words.counted).search(sentence.text):
        return None
    pair = _dated_pair(text, claims, by_year)
    if pair is None or pair[0].sentence.order == sentence.order:
        return None
    if any(tested_near(claim.sentence, text) for claim in pair):
        return None
    earlier, later = pair[0].number, pair[1].number
    valued = word_pattern(_VALUED[text.lang]).search(said[0]) is not None
    if not valued and (later.value > earlier.value) != (said[1] > 0):
        return None
    first = pair[0].sentence
    near = " ".join(s.text for s in text.sentences[max(0, first.order - 2) : first.order + 1])
    clause = _clause(sentence.text, said[2]).replace(said[0], " ")
    own, known = names(clause, text), {item[:4] for item in names(near, text)}
    if not any(item[:4] in known for item in own if len(item) > 2 and not item.isdigit()):
        return None
    then, now = sorted(by_year)
    where = spot(text, first, earlier.start, earlier.end)
    one, other = (
        Result("", earlier, by_year[then], where),
        Result("", later, by_year[now], where),
    )
    return said[0], Sided(one, other, Series((one, other), "", where, first.block, first.block))


_MANY = regex.pattern(  # compares numbers of persons, or how often
    r"(?<!\w)(?:biežāk|retāk|vairāk|mazāk|more (?:people|often|[a-z]+s)|fewer|less often|oftener|чаще|реже|больше|меньше)(?!\w)",
    regex.IGNORECASE,
)
_COMPARATIVE = regex.pattern(
    r"(?:better|worse|\wer|\wāk\w*|\wее|чище|хуже|лучше|легче|выше|ниже|проще|тише)$",
    regex.IGNORECASE,
)
_BRIEF = 4  # shares of a document that tells one result


def _dated_pair(text: Text, claims: Claims, by_year: dict[int, int]) -> tuple[Claim, Claim] | None:
    """The two shares of a document that are each of one of its two waves, if these are its only ones."""
    then, now = sorted(by_year)
    if any(str(year) in " ".join(row) for b in text.blocks for row in b.rows for year in by_year):
        return None
    dated: dict[int, list[Claim]] = {then: [], now: []}
    for claim in claims.levels:
        years = years_in(claim.sentence.text[: claim.number.start])
        if not years or years[-1] not in dated:
            return None
        dated[years[-1]].append(claim)
    if len(dated[then]) != 1 or len(dated[now]) != 1:
        return None
    return dated[then][0], dated[now][0]
