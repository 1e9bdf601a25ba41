"""Whole numbers told in sentences, and which of them other numbers bear out: by their parts, their bases, a share beside them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.parts import parts_of
from atbalss.audit.text import Kind, Sentence, Text

ABOUT = regex.any_case(
    r"(?<!\w)(?:(?:more|less|fewer|bigger|larger|smaller) than|over|under|(?:no|not) less than|ne mazāk (?:par|kā|nekā)|at least|at most|up to|nearly|almost|about|around|some|further|another|other|including|tostarp|включая|vairāk nekā|mazāk nekā|vismaz|līdz|gandrīz|aptuveni|apmēram|ap|vēl|более|менее|больше|меньше|свыше|не менее|не меньше|до|почти|около|примерно|ещё|еще)[\s(]*$|[~≈]\s?$"
)
ELSEWHERE = (  # in a place that nobody was asked in
    r"neighbouring|nearby|nation\w*|country-?wide|across the country|elsewhere|in the country|census|kaimiņ\w+|valstī|tur|там|citur|citviet|Latvijā kopumā|Eiropā|соседн\w+|по стране|в стране|в мире|в других"
)
PEOPLE = {
    "lv": r"anket\w*|interv\w*|atbild(?:es|ēm|ētāj\w*|ēju\w+)|atbilž\w*|aptauj\w*|respond\w*|dalībniek\w*|(?:[^\W\d]\w+,? )?(?:kas|kuri|kuras) (?:atbildēja|aizpildīja|piedalījās)|veidlap\w*",
    "en": r"(?:questionnaires?|forms?|interviews?|repl(?:y|ies)|respon[sd]\w+|answers|participants?|returns|sheets)|(?:[^\W\d]\w+ )?(?:who|that|which) (?:answered|replied|responded|took part|returned)",
    "ru": r"анкет\w*|интервью|ответивш\w+|ответов|опрошенн\w*|респондент\w*|участник\w*|бланк\w*|листк\w+|(?:[^\W\d]\w+,? )?(?:котор\w+ )?(?:ответил\w*|заполнивш\w+|участвовавш\w+)",
}
REPLIED = {
    "lv": r"atbildēj\w+|atbildes|aizpild\w+|piedalīj\w+|aptaujā\w+|iztaujā\w+|saņemt\w+|iesniedz\w*|atsaucās",
    "en": r"answer\w*|repl\w+|respond\w*|took part|fill(?:ed)?|completed|interviewed|surveyed|returned",
    "ru": r"ответ\w+|заполнил\w*|участвовал\w*|опрошен\w*|опросил\w*|вернул\w*|приняли участие|получен\w*",
}
ALL_AGES = r"(?:vecumā|aged|в возрасте|ages)\s[^.;,]{0,40}"  # who was asked at all
_MOST = 9  # numbers of a sentence that are put together


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of prose and its place."""

    value: int
    sentence: Sentence
    start: int
    end: int


_INTEGER = regex.pattern(
    r"(?<![\w.,:/№#=+±−–-])(?<!\d )(?P<n>\d{1,3}(?:[ \u00a0\u202f,]\d{3})+|\d{2,6})"
    r"(?![\d:/+–-]|[.,]\d|\s?(?:%|per ?cent|proc|проц)|\.\s?[a-zāčēģīķļņšūž])|[nN]\s?=\s?(?P<b>\d{1,3}(?:[ ,]\d{3})+|\d{2,6})(?!\d)"
)
_FEWEST = 20


def counts_of(text: Text) -> Iterator[Count]:
    """Whole numbers of twenty and more of all text but tables."""
    for sentence in (*text.sentences, *_heads(text)):
        if sentence.kind is Kind.CHART or not any(map(str.isdigit, sentence.text)):
            continue
        for match in _INTEGER.finditer(sentence.text):
            group = "n" if match["n"] else "b"
            if not match.start() and sentence.text[match.end() :].startswith("."):
                continue  # of a question: `22. Why`
            value = int(regex.sub(r"\D", "", match[group]))
            if value >= _FEWEST and not 1990 <= value <= 2039:
                yield Count(value, sentence, match.start(group), match.end(group))


def _heads(text: Text) -> Iterator[Sentence]:
    """The heads of tables, each as if it were a sentence behind all others."""
    for index, block in enumerate(text.blocks):
        if block.kind is Kind.TABLE and block.rows:
            line = block.row_lines[0] if block.row_lines else block.line
            words, order = " | ".join(block.rows[0]), len(text.sentences) + index
            yield Sentence(
                words, index, 0, line, block.page, Kind.TABLE, text.sections[index], order
            )


def explained(text: Text, claims: Claims) -> tuple[frozenset[int], frozenset[int]]:
    """Counts that other numbers bear out: wholes (by their parts, or as bases of several shares), and parts."""
    bases = {size.value for size in claims.sizes} | {claims.base}
    lists = parts_of(text, claims)
    wholes = {parts.made for parts in lists}
    found: set[int] = set()
    for parts in lists:
        bases.add(parts.made)
        if parts.whole:
            bases.add(parts.whole.count)
            if parts.whole.count == parts.made:
                found |= {part.count for part in parts.parts}
    borne: Counter[int] = Counter()
    sure: set[int] = set()  # told beside a count and its share
    for words in _passages(text):
        read = numbers(words, text.lang)
        shares = [n for n in read if n.unit is Unit.PERCENT]
        whole = [int(n.value) for n in read if n.unit is Unit.NONE and not n.digits]
        for share, count in itertools.product(shares, whole):
            for base in {*bases, *whole}:
                if 0 < count < base and abs(100 * count / base - share.value) <= 0.55 * share.step:
                    found.add(count)
                    borne[base] += 1 + (base in whole)
                    sure |= {base} & set(whole)
        for many in (2, 3):
            for some in itertools.combinations(whole[:_MOST], many):
                if sum(some) in bases or sum(some) in whole:
                    found |= {*some, sum(some)}
                    wholes |= {sum(some)} & {claims.base, claims.survey[0]}
    wholes |= {
        base
        for base, times in borne.items()
        if times > 1 and (base in sure or not any(0 < abs(b - base) <= base / 10 for b in sure))
    }
    return frozenset(wholes), frozenset(found)


def _passages(text: Text) -> Iterator[str]:
    for block in text.blocks:
        yield from (" | ".join(row) for row in block.rows)
    yield from (sentence.text for sentence in text.sentences)
