"""A change that stands behind its level in brackets, told in two places with two values: `41 % (+18 % against 2022)`."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.echoes import weight
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.rules.retold import named_by
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_BRACKET = regex.pattern(r"\(([^()]*\d[^()]*)\)")
_CHANGE = regex.any_case(
    r"(?P<amount>[+−–-]\s?\d+(?:[.,]\d+)?)\s?(?:%|p\.\s?p\.|pp|п\.\s?п\.|procentpunkt\w*|(?:percentage )?points?|(?:процентн\w+ )?пункт\w*)?"
    r"\s(?:salīdzin\w+ ar|pret|kopš|against|versus|vs\.?|compared (?:to|with)|since|on|from|по сравнению с|против|к|с)\s(?P<years>(?:19|20)\d\d[^,;+−()]*)"
)
_RELATIVE = regex.any_case(r"(?:kas|kur\w*|who|which|whom|that|кто|котор\w+)(?!\w)")
_YEAR = regex.pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_FAR = 60  # letters from a level to its bracket
_SHARED, _WEIGHT = 2, 4.0  # words that both places have, and how much they tell
_COVERED = 0.6  # of the shorter place the shared words are


@dataclass(frozen=True, slots=True)
class _Told:
    """The change of a level against one wave, and the words around it."""

    sentence: Sentence
    level: Number
    start: int
    end: int
    amount: str
    year: str
    named: frozenset[str]
    groups: frozenset[str]

    @property
    def value(self) -> float:
        """The change, in the units of its level."""
        bare = self.amount.replace(" ", "").replace(",", ".")
        return float(regex.sub(r"^[−–]", "-", bare))


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Changes of one level against one wave that differ from place to place."""
    told = [item for sentence in text.prose for item in _changes(sentence, text)]
    for one, other in itertools.combinations(told, 2):
        if not _are_of_one(one, other, claims):
            continue
        step = 10.0 ** -min(one.level.digits, other.level.digits)
        if abs(one.value - other.value) < step + 1e-9:
            continue
        at = spot(text, one.sentence, one.start, one.end)
        against = spot(text, other.sentence, other.start, other.end)
        yield finding(
            text, "two-values", at, (against,), code="two-changes", line=against.line,
            value=one.amount, other=other.amount, level=one.level.shown, year=one.year,
        )  # fmt: skip


def _changes(sentence: Sentence, text: Text) -> Iterator[_Told]:
    """The changes in the brackets of a sentence, each of the level that stands before its bracket."""
    words = sentence.text
    found = [n for n in numbers(words, text.lang) if n.unit is Unit.PERCENT or n.digits]
    bare = _BRACKET.sub(" ", words)
    said = (match[0].lower() for match in word_pattern(text.words.group).finditer(bare))
    narrow = frozenset(group for group in said if not _RELATIVE.match(group))
    for bracket in _BRACKET.finditer(words):
        before = [n for n in found if n.end <= bracket.start() and not n.sign]
        gap = words[before[-1].end : bracket.start()] if before else ""
        if not before or len(gap) > _FAR or regex.search(r"[\d;()]", gap):
            continue
        for change in _CHANGE.finditer(words, bracket.start(), bracket.end()):
            for year in _YEAR.findall(change["years"]):
                yield _Told(
                    sentence, before[-1], change.start("amount"), change.end("amount"),
                    change["amount"].replace(" ", ""), year, named_by(bare, text), narrow,
                )  # fmt: skip


def _are_of_one(one: _Told, other: _Told, claims: Claims) -> bool:
    """Whether two changes are of one level of one thing against one wave."""
    if one.sentence.block == other.sentence.block or one.year != other.year:
        return False
    if one.level.shown != other.level.shown or one.level.unit != other.level.unit:
        return False
    same = one.sentence.section == other.sentence.section
    if same and one.sentence.kind is other.sentence.kind is Kind.ITEM:
        return False  # two items of one list
    shared = one.named & other.named
    tells = weight(shared, claims.weights)
    least = min(weight(item.named, claims.weights) for item in (one, other))
    if len(shared) < _SHARED or tells < max(_WEIGHT, _COVERED * least):
        return False
    return one.groups == other.groups
