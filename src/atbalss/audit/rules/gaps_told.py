"""An amount or a multiple that no two levels of the only list or pair of waves give, told wherever it may be."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.changes import changes, elsewhere
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.histories import hits
from atbalss.audit.mean_levels import SPREAD, UNIT
from atbalss.audit.multiples import multiple_in
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.amounts import BUT
from atbalss.audit.rules.apart import GAP, LOOSE
from atbalss.audit.rules.concluded import OTHERS
from atbalss.audit.shifts import is_elsewhere
from atbalss.audit.spans import earlier_waves
from atbalss.audit.spread import gives, in_points, percent, wrong
from atbalss.audit.stems import stems
from atbalss.audit.strand import Point, Strand
from atbalss.audit.strand_pairs import pairs_in
from atbalss.audit.strands import strands_of
from atbalss.audit.strands_meant import is_linked, is_only, is_over_time, meant
from atbalss.audit.subject_words import is_about, is_counted
from atbalss.audit.text import Sentence, Text, word_pattern

ERROR = r"error|margin of error|precision|chance|confidence|uncertainty|kļūd\w*|precizitāt\w*|ticamīb\w*|nejaušīb\w*|погрешност\w*|ошибк\w*|точност\w*|доверит\w*"
_BOUND = regex.pattern(  # a threshold or a wish, no amount that was measured
    r"(?<!\w)(?:less than|smaller than|below|under|exceed\w*|within|up to|at least|at most|every|fewer than|larger than|greater than|bigger than"
    r"|mazāk\w* (?:par|nekā)|lielāk\w* (?:par|nekā)|nesasnie\w+|pārsnie\w+|līdz|vismaz|ik|zem|virs|robežās|ne vairāk kā|ne mazāk kā"
    r"|меньше|больше(?= \d)|не превыша\w+|превыша\w+|не более|не менее|ниже|до|в пределах|свыше|каждые)\s(?:the |a |)?$",
    regex.IGNORECASE,
)
_AHEAD = {
    "lv": r"mērķis|mērķi|jāsasniedz|plāno\w*|cer|cerēt|vajadzētu|būtu|prognoz\w*|nākam\w+ (?:gad|reiz|viln)\w*|ja|lai",
    "en": r"target\w*|aims?|goal|hope\w*|plan(?:s|ned)?|would|could|might|if|forecast\w*|expect(?:s|ing|ed to)?|promise\w*|needs? to",
    "ru": r"цел[ьи]|планир\w+|наде\w+|должн\w+|бы|прогноз\w*|ожида\w+|если|чтобы|обеща\w+",
}
_COMPARES = {  # besides words of change: that two levels are set side by side
    "lv": r"(?!vis)\w{3,}āk(?:s|a|i|as|u|ā|ais|ie|ām|iem)?|vairāk|mazāk|starp|šķir\w*|reiz\w*|pārsvar\w*|priekšā|nobīde|pieskait\w*|nāk(?:usi|ušas|uši)? klāt|zudu\w*|klāt",
    "en": r"more|less|fewer|\w{3,}er|between|separat\w*|apart|ahead|behind|advantage|margin|swing|added|lost|put on|shed|jump\w*|gain\w*|times|twice|points? (?:up|down|on)|up|down",
    "ru": r"дольше|короче|раньше|позже|больше|меньше|выше|ниже|чаще|реже|между|отделя\w*|раза?|вдвое|втрое|впереди|позади|прибав\w*|потеря\w*|перевес\w*|\w{4,}ее|сдвиг\w*|плюс|минус",
}


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts and multiples that deny the only levels that they can be of."""
    if not strands_of(text, claims):
        return
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    ahead = word_pattern(_AHEAD[text.lang])
    for sentence in text.prose:
        words = sentence.text
        amount = _amount(sentence, text, claims) if sentence.order not in done else None
        many = multiple_in(words, text.lang) if _TIMES.search(words) else None
        if amount is None and many is None:
            continue
        if (
            is_elsewhere(words)
            or elsewhere(sentence, text)
            or OTHERS.search(_THAN_REST.sub(" ", words))
        ):
            continue
        if amount is not None and not ahead.search(words[: amount.end]):
            yield from _of_amount(sentence, amount, text, claims)
        if many is not None and not ahead.search(words):
            yield from _of_times(sentence, many, text, claims)


_THAN_REST = regex.pattern(  # `more than the rest`: than the other of two groups
    r"(?<!\w)(?:than|nekā|чем)\s(?:(?:all|any) )?(?:the rest|the others?|everyone else|остальны\w+|другие|pārējie\w*|citi)(?!\w)",
    regex.IGNORECASE,
)
_TIMES = regex.pattern(  # a cheap test of a multiple
    r"reiz|kārt|kārš|divtik|dubult|uz pusi|times|twice|fold|doubl|tripl|treb|thrice|quadrup|half (?:as|again)|раз|вдвое|втрое|вчетв|впят|вшест|вдес|кратн|удво|утро",
    regex.IGNORECASE,
)


def _amount(sentence: Sentence, text: Text, claims: Claims) -> Number | None:
    """The one amount in points, percent or a unit of means of a sentence: no level, no error, no bound."""
    words = sentence.text
    levels = {claim.number.start for claim in claims.of(sentence)}
    found = [n for n in numbers(words, text.lang) if n.start not in levels and n.value]
    if all(year_of(n) for n in found):
        return None
    told = rf"{GAP}|{text.words.change}|{text.words.rise}|{text.words.fall}|{_COMPARES[text.lang]}"
    pointed = any(n.unit is Unit.POINTS for n in found) and not _TOLERANCE.search(words)
    compared = pointed or word_pattern(told).search(words)
    if not compared:
        return None
    unit, more = word_pattern(UNIT[text.lang]), word_pattern(_COMPARES[text.lang])
    kept = [n for n in found if n.unit is not Unit.NONE and not _is_error(n, words)]
    if not kept and not levels:
        kept = [
            n
            for n in (item for item in found if not _is_error(item, words))
            if (n.digits and more.match(words, n.end + 1))
            or (
                (behind := unit.match(words, n.end + 1) or _PRICED.match(words, n.start - 1))
                and (
                    _is_followed(more, words, behind.end())
                    or _BY.search(words[: n.start])
                    or _GAP_BEFORE.search(words[: n.start])
                )
            )
            or _is_counted_apart(n, more, words)
        ]
    if len(kept) != 1 or kept[0].ranged or kept[0].value > 80:
        return None
    item = kept[0]
    before = words[: item.start]
    if regex.search(LOOSE, before, regex.IGNORECASE) or _BOUND.search(before):
        return None
    return item if item.unit is not Unit.PERCENT or is_change(item, words, text) else None


def _is_followed(more: re.Pattern[str], words: str, place: int) -> bool:
    """Whether a comparison follows, over two words at most: `2.9 hours a week more`."""
    after = words[place : place + 40]
    places = [match.end() for match in itertools.islice(_SPACE.finditer(after), 3)]
    return any(more.match(after, at) for at in places)


_PRICE = regex.pattern(
    r"(?<!\w)(?:prices?|costs?|cen(?:a|as|u|ām)|izmaksas|цен[аыу]?|стоимост\w*)(?!\w)",
    regex.IGNORECASE,
)
_TOLERANCE = regex.pattern(  # what else is told in points than a difference; or in a bracket
    r"(?<!\w)(?:error|margin|precision|confiden|uncertain|kļūd|precizitāt|ticam|погрешн|ошибк|точност|доверит)|±|\([^()]*\d[^()]*(?:point|pp|punkt|пункт|п\. ?п)[^()]*\)",
    regex.IGNORECASE,
)
_PRICED = regex.pattern(r"[€£$]\d[\d.,]*")
_SPACE = regex.pattern(r"\s")
_FEW_COUNTED = 10


def _is_counted_apart(item: Number, more: re.Pattern[str], words: str) -> bool:
    """Whether a number without a unit is by how many more there are: `54 more`, `par 65 mazāk`."""
    if item.digits or item.unit is not Unit.NONE or item.value < _FEW_COUNTED or item.ranged:
        return False
    by = _BY.search(words[: item.start]) is not None
    return more.match(words, item.end + 1) is not None and (
        by or _THAN.match(words[item.end :]) is not None
    )


_BY = regex.pattern(r"(?<!\w)(?:par|by|на)\s$", regex.IGNORECASE)
_THAN = regex.pattern(r"\s(?:more|fewer|less)(?=[,.;]|$|\s(?:than|in)\s)")
_GAP_BEFORE = regex.pattern(  # `the lead, 0.7 points`
    rf"(?<!\w)(?:{GAP}|pārsvar\w*|advantage|margin|перевес\w*|преимуществ\w*)[^.;:%\d]{{0,60}}?(?: (?:of|is|was|comes to|makes|ir|bija|sasniedz|veido|–|—|в|составля\w+|составил\w*|равн\w+))?[,:(]?\s(?:par |by |на )?$",
    regex.IGNORECASE,
)


def _is_error(item: Number, words: str) -> bool:
    """Whether a number is a sampling error or how sure one is."""
    before, after = words[max(0, item.start - 60) : item.start], words[item.end : item.end + 25]
    if regex.search(r"(?:±|\+/-|plus or minus|плюс-минус)\s?$", before) or SPREAD.search(before):
        return True
    said = word_pattern(ERROR)
    near = regex.split(r";|%", words[max(0, item.start - 90) : item.start])[-1]
    behind = regex.match(r"[ -](?:[\w-]+ ){0,2}?", after)
    return said.search(near) is not None or bool(
        behind and said.match(after.lstrip(" -").split(",")[0])
    )


def _of_amount(sentence: Sentence, amount: Number, text: Text, claims: Claims) -> Iterator[Finding]:
    share = amount.unit is not Unit.NONE
    if amount.unit is Unit.PERCENT and _PRICE.search(sentence.text):
        return  # what it costs has grown by so many percent
    clause = replace(sentence, text=_clause(sentence.text, amount.start))
    known = meant(sentence, text, claims, share=share)
    if not known and not claims.of(sentence):
        known = meant(clause, text, claims, share=share)
    if not known and amount.unit is Unit.POINTS and not _OF_PERCENT.search(sentence.text):
        known = meant(sentence, text, claims, share=False)
    known = [item for item in known if item.share or _is_of_unit(sentence, amount, item, text)]
    if word_pattern(text.words.last_wave).search(sentence.text):
        known = [item for item in known if item.waves]  # its earlier level may be told nowhere
    pairs = _pairs(known, sentence, amount.start, text, claims)
    told = regex.split(r"[:„“«\"]\s?(?=\S)", _clause(sentence.text, amount.start))[-1]
    about = any(is_about(words, item, text) for item in known for words in (told, sentence.text))
    if not pairs or not (about or is_linked(sentence, known, text, claims)):
        return
    noun = word_pattern(f"{text.words.share}|{text.words.change}|{GAP}").search(sentence.text)
    if amount.unit is Unit.PERCENT and not (about or noun):
        return  # `Donations were up 4 %`
    if any(gives(one.number, other.number, amount) for one, other in pairs):
        fits = [pair for pair in pairs if gives(pair[0].number, pair[1].number, amount)]
        if amount.unit is Unit.PERCENT:
            yield from _percent(sentence, amount, fits, text)
        return
    if amount.unit is Unit.PERCENT:
        return
    if _is_of_others(sentence, known, text, claims, lambda a, b: gives(a, b, amount)):
        return
    one, other = pairs[-1]
    at = spot(text, sentence, amount.start, amount.end)
    yield wrong(text, at, (one.spot, other.spot), one.number, other.number, amount)


_OF_PERCENT = regex.pattern(
    r"percentage|procent|процент|п\.\s?п|p\.\s?p|(?<!\w)pp(?!\w)", regex.IGNORECASE
)


def _is_of_unit(sentence: Sentence, amount: Number, strand: Strand, text: Text) -> bool:
    """Whether an amount is in the unit of the means: minutes of minutes, and not of euros."""
    unit = word_pattern(UNIT[text.lang]).match(sentence.text, amount.end + 1)
    if unit is None or amount.unit is Unit.POINTS:
        return True
    known = f"{strand.lead} {strand.title} {strand.points[0].spot.quote}".lower()
    return unit.group(0)[:3].lower() in known or bool(regex.match(r"p|б|п", unit.group(0)))


def _pairs(
    known: Sequence[Strand], sentence: Sentence, place: int, text: Text, claims: Claims
) -> list[tuple[Point, Point]]:
    """The pairs of levels that a claim may compare: each with the levels that it prints."""
    clause = _clause(sentence.text, place)
    own = {claim.number.value for claim in claims.of(sentence)}
    pairs = [
        pair
        for strand in known
        for pair in pairs_in(
            strand, sentence, text, only=is_only(strand, text, claims), clause=clause
        )
    ]
    pairs = [pair for pair in pairs if own <= {point.number.value for point in pair}]
    return _of_span(pairs, _clause(sentence.text, place), text)


def _of_span(pairs: list[tuple[Point, Point]], words: str, text: Text) -> list[tuple[Point, Point]]:
    """The pairs that reach as far back as words say: `in two years`; all where they do not say."""
    years = sorted({int(point.when) for pair in pairs for point in pair})
    if len(years) < _SEVERAL or not years[0]:
        return pairs
    since = earlier_waves(words, years, text)
    kept = [
        pair
        for pair in pairs
        if {int(point.when) for point in pair} & set(since or ())
        and years[-1] in {int(point.when) for point in pair}
    ]
    return kept if since and len(since) == 1 and kept else pairs


_SEVERAL = 3  # waves


_CUT = regex.pattern(r"[;,]\s")


def _clause(words: str, place: int) -> str:
    """The part of a sentence, between marks, that a place is in."""
    cuts = [0, *(match.end() for match in _CUT.finditer(words)), len(words) + 1]
    left = max(cut for cut in cuts if cut <= place)
    return words[left : min(cut for cut in cuts if cut > place)]


def _is_of_others(
    sentence: Sentence,
    known: Sequence[Strand],
    text: Text,
    claims: Claims,
    fits: Callable[[Number, Number], bool],
) -> bool:
    """Whether two other levels that stand near give what is told."""
    near = [
        (
            claim.number,
            any(claim.sentence.order in k.orders and claim.number.value in k.values for k in known),
        )
        for claim in claims.levels
        if claim.sentence.block == sentence.block or claim.sentence.order == sentence.order - 1
    ]
    both = itertools.combinations(near, 2)
    pairs = [(one, other) for (one, told), (other, again) in both if not (told and again)]
    prose = any(k.orders and all(p.spot.block == k.block for p in k.points) for k in known)
    waves = is_over_time(sentence.text, text) and not prose
    title = frozenset(stems(known[0].title, text.lang)) if len(known) == 1 else frozenset()
    said = frozenset(stems(sentence.text, text.lang))
    row = bool(title) and hits(title, said) == len(title)  # which it names
    for strand in () if row else strands_of(text, claims):
        if waves and not strand.waves:
            continue
        if strand.section == sentence.section and strand.block not in {k.block for k in known}:
            levels = [point.number for point in strand.points]
            pairs += itertools.combinations(levels, 2)
    return any(fits(one, other) for one, other in pairs)


def _percent(
    sentence: Sentence, amount: Number, pairs: Sequence[tuple[Point, Point]], text: Text
) -> Iterator[Finding]:
    """A difference of shares in percent, where the levels give just so many points."""
    if word_pattern(text.words.relative).search(sentence.text):
        return
    if all(in_points(one.number.value, other.number.value, amount) for one, other in pairs):
        one, other = pairs[0]
        at = spot(text, sentence, amount.start, amount.end)
        yield percent(text, at, (one.spot, other.spot), amount)


_COMPARED = regex.pattern(
    r"as (?:many|much|often|likely|common|high|large|big|popular|frequent)|more|less|fewer|higher|lower|than|that of|what it was|biežāk|retāk|vairāk|mazāk|lielāk|augstāk|zemāk|(?:ne)?kā|чаще|реже|больше|меньше|выше|ниже|чем|doubl|trebl|tripl|quadrupl|halv|kāršoj|dubult|удво|утро|учетвер"
    r"|вдвое|втрое|вчетверо|впятеро|reiz\w* (?:pieaug|samazin|sarucis|augu)|раза? (?:вырос|увелич|снизи|сократи)",
    regex.IGNORECASE,
)


def _of_times(
    sentence: Sentence, many: tuple[float, re.Match[str]], text: Text, claims: Claims
) -> Iterator[Finding]:
    factor, match = many
    words = sentence.text
    if is_counted(words, text) and not claims.of(sentence):
        return
    if claims.of(sentence) and BUT.search(words[: match.start()]):
        return  # of something else than the levels before
    if not _COMPARED.search(match.group(0) + words[match.end() :][:40]):
        return  # how often something was done
    known = meant(sentence, text, claims, share=None)
    pairs = _pairs(known, sentence, match.start(), text, claims)
    if not pairs:
        return
    if any(_multiple(one.number, other.number, factor) for one, other in pairs):
        return
    behind = any(sentence.order - 1 in item.orders for item in known)
    if not behind and not all(is_about(words, item, text) for item in known):
        return  # of something that is measured nowhere
    if _is_of_others(sentence, known, text, claims, lambda a, b: _multiple(a, b, factor)):
        return
    one, other = pairs[-1]
    low, high = sorted((one.number, other.number), key=lambda number: number.value)
    if not low.value:
        return
    at = spot(text, sentence, match.start(), match.end())
    others = tuple(dict.fromkeys((one.spot, other.spot)))
    yield finding(
        text, "value-difference", at, others, code="times-and-levels",
        words=match.group(0), earlier=one.number.shown, later=other.number.shown, right=f"{high.value / low.value:.1f}",
    )  # fmt: skip


def _multiple(one: Number, other: Number, factor: float) -> bool:
    low, high = sorted((one, other), key=lambda number: number.value)
    half = max(low.step, high.step) / 2
    least = (high.value - half) / (low.value + half)
    most = (high.value + half) / max(low.value - half, 0.1)
    return least <= factor * 1.2 and most >= factor * 0.85
