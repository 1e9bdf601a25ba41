"""Figures, tables and annexes that sentences refer to by number, and the table that a sentence points at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.captions import caption_of
from atbalss.audit.claims import Claims
from atbalss.audit.kept import read_once
from atbalss.audit.language import words_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

MANY = 1_000_000  # no block
KINDS = ("figure", "table", "annex")


@dataclass(frozen=True, slots=True)
class Mention:
    """A number that a sentence refers to, and where."""

    kind: str
    number: str
    order: int  # of the sentence
    start: int
    end: int


_NUMBER = r"\d{1,3}(?:\.\d{1,2})?"
_AND = {"lv": r"un|līdz", "en": r"and|to|through", "ru": r"и|по"}
_MANY = {  # plural nouns, behind which a list of numbers may stand
    "lv": r"\w+(?:os|ās|iem|ām|us|as)",
    "en": r"figures|figs\.?|charts|exhibits|tables|annexes|appendices",
    "ru": r"рисунк(?:и|ах|ам|ов)|таблиц(?:ы|ах|ам|)|диаграмм(?:ы|ах|)|график(?:и|ах)|приложени(?:я|ях)|рис\.|табл\.",
}


def noun_of(kind: str, lang: str) -> str:
    """What a language calls a kind: the pattern of its noun."""
    words = words_of(lang)
    return {"figure": words.figure, "table": words.table, "annex": words.annex}[kind]


@cache
def _nouns(lang: str) -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{kind}>{noun_of(kind, lang)})" for kind in KINDS)
    return regex.any_case(rf"(?<!\w)(?:{kinds})(?!\w)")


@cache
def _listed_numbers(lang: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What may stand before a noun (Latvian), and behind it: one number, or several."""
    one = rf"{_NUMBER}(?![\w%]|[.,]\d|\s%|\s?procent|\s?per cent)|(?-i:[A-HА-Е])(?![\w’'-]|\.\w)"
    more = rf"(?:(?:,\s|\s?[–—-]\s?|\s(?:{_AND[lang]})\s)(?:{one}))*"
    mark = r"\s?(?:№|Nr\.?|No\.?)?\s?"
    before = rf"(?<![\w.])(?:(?:{_NUMBER}\.?(?:,\s|\s?[–—-]\s?|\s(?:{_AND[lang]})\s))*{_NUMBER}\.|(?-i:[A-H]))\s?$"
    return (
        regex.any_case(before),
        regex.any_case(rf"{mark}(?:{one})"),
        regex.any_case(rf"{mark}(?:{one}){more}"),
    )


def mentions(text: Text) -> Iterator[Mention]:
    """All references of running text, in order."""
    before, one, several = _listed_numbers(text.lang)
    nouns, many = _nouns(text.lang), word_pattern(_MANY[text.lang])
    for sentence in text.sentences:
        words = sentence.text
        if sentence.kind is Kind.CAPTION:
            continue
        found = list(nouns.finditer(words))
        if not found or (caption_of(words, text.words) and found[0].start() < 12):
            continue
        for noun in found:
            kind = noun.lastgroup or ""
            ahead = before.search(words[: noun.start()]) if text.lang == "lv" else None
            pattern = several if many.fullmatch(noun.group(0)) else one
            match = ahead or pattern.match(words, noun.end())
            if match is None:
                continue
            start, end = min(match.start(), noun.start()), max(match.end(), noun.end())
            for number in regex.findall(rf"{_NUMBER}|[A-HА-Е](?!\w)", match.group(0)):
                if number[0].isdigit() or kind == "annex":
                    yield Mention(kind, number.rstrip("."), sentence.order, start, end)


def table_named(sentence: Sentence, text: Text, claims: Claims) -> int:
    """The block of the one table that a sentence itself names by number; -1 of none, of several `MANY`."""
    own: set[int] = _tables(text, claims)[0].get(sentence.order, set())
    return MANY if len(own) > 1 else next(iter(own), -1)


def table_pointed(sentence: Sentence, text: Text, claims: Claims) -> int:
    """The block of the one table that a sentence, else its paragraph, names by number; -1 where none is."""
    by_order, by_block = _tables(text, claims)
    if sentence.order in by_order:
        return table_named(sentence, text, claims)
    own: set[int] = by_block.get(sentence.block, set())
    return next(iter(own)) if len(own) == 1 else -1


Pointed = tuple[dict[int, set[int]], dict[int, set[int]]]


@read_once
def _tables(text: Text, claims: Claims) -> Pointed:
    """The tables that sentences and paragraphs name."""
    known: dict[tuple[str, str], list[int]] = {}
    for index, block in enumerate(text.blocks):
        label = caption_of(block.text, text.words) if block.kind is Kind.CAPTION else None
        follows = text.blocks[index + 1 : index + 2]
        if label is not None and follows and follows[0].kind is Kind.TABLE:
            known.setdefault((label[0], label[1].upper()), []).append(index + 1)
    by_order: dict[int, set[int]] = {}
    by_block: dict[int, set[int]] = {}
    for item in mentions(text) if known else ():
        places = known.get((item.kind, item.number.upper()), [-1])
        section = text.sentences[item.order].section
        near = [place for place in places if text.sections[place] == section]
        place = (near if len(places) > 1 else places)[-1:] or [-1]  # a number that two have
        by_order.setdefault(item.order, set()).add(place[0])
        by_block.setdefault(text.sentences[item.order].block, set()).add(place[0])
    return by_order, by_block
