"""More, better or worse told of the only two levels that it can be about, which chance alone may part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import sqrt

from atbalss.audit import regex
from atbalss.audit.claims import Claims, is_change
from atbalss.audit.finding import Finding, spot
from atbalss.audit.mean_levels import MEAN
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.numerals import in_words
from atbalss.audit.rules.concluded import OTHERS
from atbalss.audit.rules.sided import FRACTION
from atbalss.audit.rules.unproven import tested_near
from atbalss.audit.rules.untested import margin_of, told
from atbalss.audit.shifts import direction, is_deed, is_elsewhere, is_physical, shift
from atbalss.audit.strand import Point, Strand
from atbalss.audit.strand_pairs import are_groups, own_levels, pairs_in
from atbalss.audit.strands import question_before, strands_of
from atbalss.audit.strands_meant import (
    WORKS,
    claiming,
    is_linked,
    is_lone,
    is_only,
    is_over_time,
    meant,
)
from atbalss.audit.subject_words import is_counted, shared
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.ways_told import BETTER

_DIFFERS = {  # that one is above the other, or has become so
    "lv": r"(?!vis|vēlāk|turpmāk|tālāk|agrāk|vairāk\w|mazāk\w|drīzāk|vecāk|jaunāk)\w{3,}āk(?:s|a|i|as|u|ā|ais|ie|ām|iem|o|os)?|uzlaboj\w+|pasliktin\w+|apsteidz|pārspēj|atpaliek|pārsniedz|atšķiras|progres\w*|panākum\w*|devu\w* (?:rezultāt|augļ)\w*|nes\w* (?:augļ|rezultāt)\w*|izdev(?:ies|ās|ušies)|labvēlīg\w*|atmaksāj\w+|attaisnoj\w+|nostrādā\w+|pozitīv\w* ietekm\w*|ietekmē\w*|palīdzēj\w+|palīdz|vairo\w*|stiprinā\w*|veicin\w*|mazinā\w*|pārsvar\w*|plais\w+|līder\w*|zaudē\w*|atguv\w+",
    "en": r"more(?! than (?:half|one|two|a)\b)|less|fewer|better|worse|(?:are|is|was|were|feels?|becomes?|became|grown|got|gets|far|much|slightly|somewhat|a bit|clearly|visibly) (?!other|number|answer|former|latter|computer|paper|centre|quarter|summer|winter|teacher|offer|order|letter)\w{3,}er(?= (?:than|in|among|group|sex|of the)\b|[.,;]|$)|(?!other|rather)\w{3,}er than|improv\w+|progress|success\w*|(?<!water )works(?= (?:well|better|fine)|[.,;])|worked|helped|pa(?:id|ys?|ying) (?:itself )?off|bear(?:s|ing)? fruit|borne fruit|ma(?:kes|king|de) a difference|effective|boost\w*|lifted|ahead of|outstrip\w*|outperform\w*|exceeds?|surpass\w*|lag\w*|trail\w*|leads?",
    "ru": r"чаще|реже|больше|меньше|выше|ниже|лучше|хуже|легче|проще|чище|тише|(?!хорош|средн|последн|общее|прежн|летн|зимн|весенн|осенн|ранн|сосед|домашн|вечерн|всемирн|будущ|настоящ|следующ|работающ|дальн|внешн|внутренн|верхн|нижн|крайн|сегодн|муз|лиц|юбил|апог|вчера|завтра|давн|поздн|утренн|лишн|более|менее|далее|ранее|скорее|позднее|колл|алл|мор|идее|шоссе|купее)[а-яё]{3,}ее|улучши\w*|улучша\w*|ухудши\w*|благотворн\w*|успе[хш]\w*|прогресс\w*|помог\w*|сработал\w*|дал\w* (?:результат|эффект|плоды)\w*|прин[её]с\w* (?:результат|эффект|плоды)\w*|эффективн\w*|опереж\w+|превосход\w+|превыша\w+|отста\w+|уступа\w+|лидир\w*|отлича\w+|перевес\w*|больш(?:ая|ей|ую|ее|его|ему|им|ие|их|ими) (?:дол\w+|част\w+|числ\w+)|окупа\w+|окупил\w+|оправдал\w*|оправдыва\w+|да[её]т (?:результат|эффект|плоды)\w*|положительн\w+ (?:сдвиг|динамик|эффект)\w*|сдвиг\w*",
}
_HEDGED = {  # the author says that it is not proved, asks, wishes, or forbids to read it so
    "lv": r"nav|nevar|nedrīkst|ne(?:liecina|nozīmē|norāda|pierāda|atšķir\w*|ļauj|pārsnie\w+|sniedz|parād\w*|redz\w*|varam|uzskat\w*)|nejauš\w*|kļūd\w*|robežās|būtisk\w*|nozīmīg\w*|statistisk\w*|iespējams|varbūt|šķiet|ja|vai|būtu|varētu|lai|gaidā\w*|mērķ\w*|nākam\w*|turpmāk|lielāk\w* (?:izlas|aptauj)\w*|pāragri|neskaidr\w*|nezin\w*|p\s?[<>=]",
    "en": r"not|n't|no|nothing|neither|nor|cannot|never|hardly|chance|error|significan\w*|statistic\w*|margin|whether|if|may|might|could|would|seems?|perhaps|possibly|until|too (?:early|few|small)|unclear|unproven|tests?|tested|hopes?|aims?|plans? to|planned|next|will|larger (?:sample|survey)|bigger (?:sample|survey)|p\s?[<>=]|within|asked (?:for|if)|wish\w*",
    "ru": r"не|нет|нельзя|ни|случайн\w*|ошибк\w*|погрешност\w*|значим\w*|статистич\w*|возможно|может|могли|мог|если|ли|бы|будет|будут|должн\w*|рано|неясно|пределах|чтобы|цел[ьи]|p\s?[<>=]",
}
_WISHED = (  # in the clause of the claim alone: what is wished or advised
    r"vajadzētu|jā\w{3,}|ieteic(?:a|am\w*)|iesak\w*|should|must|needs? to|we recommend|recommend(?:s|ed|ation\w*)|ought|стоит|следует|нужно|надо|рекоменду\w+|рекомендаци\w+|предлага\w*|просят|lūdz"
)
_QUESTION = regex.pattern(r"[«„“\"][^“«„»”\"]*\?\s?[“»”\"]")  # as it was put
_CLAUSE = regex.pattern(
    r"[;:]\s|,\s(?=(?:and|but|so|un|bet|tāpēc|tādēļ|и|но|а|поэтому|savukārt|kas|which)\s)"
)
_PART = regex.pattern(r"[;]\s")
_WHO = regex.pattern(  # names a group: `those who know it, but do not use it, made up …`
    r",?\s(?:кто|которые|kuri|kuras|who)\s[^,;–—]*(?:,\s(?:но|bet|but)\s[^,;–—]*)?(?=,)"
)
_LARGEST = 5000  # persons
_EXTREME = regex.pattern(  # of all of them: no claim of two
    r"(?<!\w)(?:всего|всех|где-либо|any other|than any|elsewhere|nekur|citur|vis\w{3,}āk\w*|visiem|least|most (?!of)|otr\w+ \w+āk\w+|treš\w+ \w+āk\w+|second (?:most|best|worst|\w+est|place)|third (?:most|best|worst|\w+est|place)|втор\w+ по|наиболее|сам(?:ая|ый|ое|ые|ой|ом))(?!\w)",
    regex.IGNORECASE,
)
_THAN = regex.pattern(r"(?<!\w)(?:than|чем|(?:ne)?kā)(?!\w)", regex.IGNORECASE)
_TOLD_BY = regex.pattern(  # others say so
    r",\s[^,.;]{3,40}\s(?:says?|said|reports?|believe\w*|stāsta|saka|norāda|teic|uzskata|говор\w+|сообща\w+|считает|считают)[.”\"]*$"
)
_INTERVAL = regex.pattern(  # `from 3.7 to 4.1`
    r"(?<![\d.,])(\d{1,3}[.,]\d{1,2})\s?(?:to|and|līdz|до|–|-|;)\s?(\d{1,3}[.,]\d{1,2})(?![\d.,]*\d|\s?%)"
)
_SURE = 0.95  # of the margin: nearer to it, rounding may decide


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Claims of change or difference whose levels, and the numbers of persons behind them, cannot bear them."""
    known = [item for item in strands_of(text, claims) if not item.cross]
    differs, hedged = _patterns(text.lang)
    for sentence in claiming(text) if known else ():
        words = _QUESTION.sub(lambda match: " " * len(match.group(0)), sentence.text)
        if words.rstrip(' ”“»")').endswith("?") or is_elsewhere(words):
            continue
        if _EXTREME.search(words) or is_counted(words, text):
            continue
        said = None if _TOLD_BY.search(words) else _said(words, differs, text)
        if said is None or _hedged_beside(sentence, text, claims):
            continue
        word, way, place = said
        clause = _clause(words, place)
        part = _PART.split(words[:place])[-1] + _PART.split(words[place:])[0]
        if hedged.search(_WHO.sub(" ", part)):
            continue
        if word_pattern(_WISHED).search(clause) or OTHERS.search(clause):
            continue
        sided = _within(sentence, clause, word, way, text, claims)
        if sided is None:
            continue
        one, other, margin = sided
        at = spot(text, sentence, place, place + len(word))
        spread = abs(one.number.value - other.number.value)
        digits = max(one.number.digits, other.number.digits)
        yield told(text, at, word, spread, min(one.base, other.base), margin, digits)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return word_pattern(_DIFFERS[lang]), word_pattern(_HEDGED[lang])


def _clause(words: str, place: int) -> str:
    """The clause of a sentence that a place is in."""
    edges = [0, *(match.end() for match in _CLAUSE.finditer(words)), len(words) + 1]
    start = max(edge for edge in edges if edge <= place)
    return words[start : min(edge for edge in edges if edge > place)]


def _said(words: str, differs: re.Pattern[str], text: Text) -> tuple[str, int, int] | None:
    """(word, way or 0, place) of a change or difference that a sentence tells."""
    moved = direction(words, text)
    if moved is None and (become := shift(words, text)) is not None:
        word, way, place = become
        moved = word, way if _MANY.search(word) else 0, place
    if moved is not None:
        word, way, place = moved
        if is_physical(word, words):
            return None
        better = regex.match(BETTER, word, regex.IGNORECASE)  # which may be less
        return None if is_deed(words, moved) else (word, 0 if better else way, place)
    found = next((m for m in differs.finditer(words) if not _BOUND.match(words, m.end())), None)
    if found is not None and is_physical(found.group(0), words):
        return None
    if found is None or is_deed(words, (found.group(0), 1, 0)):
        return None  # of prices and ages
    return found.group(0), 0, found.start()


_LASTS = r"(?:an? )?(?:minūt|stund|dien|nedēļ|mēnes|gadu|minute|hour|day|week|month|year|минут|час|день|недел|месяц|год)\w{0,3}(?! (?:ago|earlier|before|назад|iepriekš))(?!\w)"
_BOUND = regex.pattern(  # `less than six hours` is an answer, `less than half` a share: no change
    rf"\s(?:than|par|nekā|kā|чем)\s(?:\d|{'|'.join(in_words(lang) for lang in ('lv', 'en', 'ru'))}|{_LASTS})"
    rf"|,?\s(?:(?:than|par|nekā|kā|чем)\s)?{FRACTION}",
    regex.IGNORECASE,
)
_MANY = regex.pattern(  # compares numbers of persons, or how often; `friendlier` may be fewer who complain
    r"(?<!\w)(?:biežāk|retāk|vairāk|mazāk|more (?:people|often|[a-z]+s)|fewer|less often|oftener|чаще|реже|больше|меньше)(?!\w)",
    regex.IGNORECASE,
)


def _hedged_beside(sentence: Sentence, text: Text, claims: Claims) -> bool:
    """Whether a sentence of the paragraph says what chance may do, or that a test was made."""
    tested = word_pattern(rf"{text.words.tested}|{_CHANCE}")
    if claims.of(sentence):  # what others print was tested says nothing of its levels
        return tested_near(sentence, text)
    near = text.sentences[max(0, sentence.order - 2) : sentence.order + 3]
    return any(
        item.block == sentence.block
        and item is not sentence
        and tested.search(item.text)
        and not _MARGIN.search(item.text)
        for item in near
    )


_CHANCE = r"chance|nejauš\w+|случайност\w*|within (?:the )?(?:margin|error)|kļūdas robežās|в пределах (?:ошибки|погрешности)"
_MARGIN = regex.pattern(r"±|\+/-")


def _within(
    sentence: Sentence, clause: str, word: str, way: int, text: Text, claims: Claims
) -> tuple[Point, Point, float] | None:
    """The two levels that a claim is about and their margin, where they are surely within it."""
    known = meant(sentence, text, claims, clause=clause)
    known = known or meant(sentence, text, claims, share=False)
    pairs = [
        pair
        for strand in known
        for pair in pairs_in(strand, sentence, text, only=is_only(strand, text, claims))
    ]
    own = own_levels(sentence, text, claims, clause)
    one = len({item.block for item in known}) == 1 if known and known[0].orders else len(known) == 1
    if not one or not pairs or not is_linked(sentence, known, text, claims):
        return None
    if own and not (known[0].waves and is_over_time(sentence.text, text)):
        pairs = [pair for pair in pairs if own == {point.number.value for point in pair}]
    if not pairs or not (known[0].waves or are_groups(known[0], text)):
        return None
    if not _is_of_amount(sentence, known[0], pairs, text):
        return None
    put = " ".join(regex.findall(r"[^.?!“«„»”\"]*\?", known[0].lead))
    asked = f"{put} {question_before(known[0], text)}".lower()
    if word.lower() in asked and not _THAN.search(sentence.text):
        return None  # of the answer itself: `would pay more`
    lone = is_lone(text, claims)
    if not lone and sentence.block < known[0].block:
        return None  # a summary of a long report speaks of more than this
    behind = sentence.order - 1 in known[0].orders
    between = text.blocks[known[0].block + 1 : sentence.block]
    listed = all(block.kind is Kind.ITEM for block in between)
    next_to = lone and listed and _EFFECT.search(word)
    few = 0 if behind or next_to else 1 if lone else 2
    vague = not way or _MANY.search(word) is not None
    if known[0].waves and vague and shared(sentence, known, text) < few:
        return None
    if known[0].waves and any(_moved(*pair) * way < 0 for pair in pairs):
        return None  # the word itself is wrong
    found = [_margin(known[0], *pair, text, claims) for pair in pairs]
    if any(item is None for item in found):
        return None
    sure = [item for item in found if item is not None]
    return sure[-1]


_EFFECT = regex.pattern(  # that what was done has helped: said of what stands just before
    rf"(?:{WORKS}|devu\w* (?:rezultāt|augļ)|nes\w* (?:augļ|rezultāt)|palīdzēj|izdev|success|borne|bear|worked|help|progress|помог|дал\w* |прин[её]с\w* |успе)",
    regex.IGNORECASE,
)


def _is_of_amount(
    sentence: Sentence, strand: Strand, pairs: Sequence[tuple[Point, Point]], text: Text
) -> bool:
    """Whether the amount that a claim prints, if any, is that of its levels."""
    items = numbers(sentence.text, text.lang)
    told = [n for n in items if n.unit is Unit.POINTS or is_change(n, sentence.text, text)]
    if told and sentence.order in strand.orders:
        return False
    return all(
        any(abs(abs(_moved(*pair)) - n.value) <= n.step for pair in pairs)
        for n in told
        if n.unit is Unit.POINTS
    )


def _moved(one: Point, other: Point) -> float:
    return other.number.value - one.number.value


def _margin(
    strand: Strand, one: Point, other: Point, text: Text, claims: Claims
) -> tuple[Point, Point, float] | None:
    """Two levels and half the 95 % interval of their difference, where they are surely within it.

    Of two groups whose numbers are not told no two are nearer than two halves of all; an earlier
    wave whose number is not told is taken as free of error.
    """
    bases = [one.base, other.base]
    whole = claims.base
    if not strand.share:
        return _of_means(one, other, text)
    if not all(bases):
        if not 30 <= whole <= _LARGEST or (any(bases) and not strand.waves):
            return None
        bases = [bases[0], bases[1] or whole] if strand.waves else [whole // 2, whole // 2]
    margins = [
        margin_of(point.number.value, base) if base else 0.0
        for point, base in zip((one, other), bases, strict=True)
    ]
    margin = sqrt(sum(item**2 for item in margins))
    spread = abs(one.number.value - other.number.value)
    step = max(one.number.step, other.number.step)
    if not spread or spread + step / 2 >= margin * _SURE:
        return None
    made = [replace(p, base=base or whole) for p, base in zip((one, other), bases, strict=True)]
    return made[0], made[1], margin


def _of_means(one: Point, other: Point, text: Text) -> tuple[Point, Point, float] | None:
    """Two means and the error of their difference by the errors that the document states for means."""
    told = [
        float(match.group(1).replace(",", "."))
        for sentence in text.sentences
        if word_pattern(MEAN[text.lang]).search(sentence.text)
        for match in regex.finditer(r"±\s?(\d+(?:[.,]\d+)?)(?!\s?%)", sentence.text)
    ]
    told = told or [
        error
        for match in _INTERVAL.finditer(text.whole)
        for low, high in [[float(end.replace(",", ".")) for end in match.groups()]]
        if (error := (high - low) / 2) > 0
        and any(abs((low + high) / 2 - p.number.value) <= p.number.step for p in (one, other))
    ]
    told = told or [
        float(cell.strip(" ±").replace(",", "."))
        for block in {text.blocks[one.spot.block], text.blocks[other.spot.block]}
        for row in block.rows
        for cell in row
        if regex.fullmatch(r"±\s?\d+(?:[.,]\d+)?", cell.strip())
    ]
    spread = abs(one.number.value - other.number.value)
    if not told or not min(one.base, other.base) or not spread:
        return None
    margin = min(told) * sqrt(2)
    step = max(one.number.step, other.number.step)
    if max(told) > 3 * min(told) or spread + step / 2 >= margin * _SURE:
        return None
    return one, other, margin
