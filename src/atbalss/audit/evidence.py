"""What questions, answers and results of a report say, apart from what it claims of them and from its method."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from atbalss.audit import regex
from atbalss.audit.claimed import advice_of, asks, concluded, is_reported
from atbalss.audit.claims import Claims, is_confidence
from atbalss.audit.group_names import names_group
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.sampling_error import ASKED
from atbalss.audit.sheets import sheets_of
from atbalss.audit.stems import stem
from atbalss.audit.summaries import clauses
from atbalss.audit.text import Kind, Text, word_pattern
from atbalss.audit.waves import rows_of
from atbalss.audit.words_claim import LATER, UNASKED

ANOTHER_TIME = r"wave|compar\w*|salīdz\w*|viln\w*|сравн\w*|волн\w*"


@dataclass(frozen=True, slots=True)
class Told:
    """What questions and answers say, in words; and the words of who was asked."""

    body: str
    known: frozenset[str]
    setting: frozenset[str]
    shares: tuple[tuple[float, ...], ...]  # of each passage
    asks: bool  # its questions are printed
    grouped: bool  # results of groups are told
    moved: bool  # another wave, or a change
    concluded: frozenset[int]  # sentences of a summary, of conclusions, of advice


def told_of(text: Text, claims: Claims, claimed: set[int]) -> Told:
    """The words of questions, answers and results; those of method, plans and titles are the setting."""
    asked = word_pattern(ASKED[text.lang])
    later = word_pattern(LATER[text.lang])
    unasked = word_pattern(UNASKED[text.lang])
    error = word_pattern(text.words.interval)
    inside = concluded(text, claims)
    advice = advice_of(text, claims)
    body, setting = [], []
    for sentence in text.sentences:
        words = sentence.text
        if sentence.order in claimed or sentence.order in inside or sentence.order in advice:
            if inside.get(sentence.order):
                body.append(words[: inside[sentence.order]])
            continue
        sized = regex.search(r"(?<![\d.,])\d[\d ,\u00a0]*(?![\d.,]*\s?%)", words) is not None
        shown = any(not is_confidence(claim) for claim in claims.of(sentence))
        method = (asked.search(words) and sized and not shown) or not sentence.block
        if error.search(words) and not shown and not method:
            continue
        if unasked.search(words) or (later.search(words) and not shown) or method:
            body += regex.findall(r"[„“\"«*][^„“”\"«»*]{6,}[”“\"»*]", words)
            if method:
                setting.append(regex.sub(r"[„“\"«][^„“”\"«»]{6,}[”“\"»]", " ", words))
        else:
            body.append(words)
    body += [item.words for item in clauses(text, claims) if is_reported(item, text, claims)]
    for block in text.blocks:
        body += [cell for row in block.rows for cell in row]
    told = "\n".join(body).lower().replace("ё", "е")
    found = regex.findall(r"[^\W\d_]{4,}", "\n".join(setting).lower().replace("ё", "е"))
    return Told(
        told,
        frozenset(regex.findall(r"[^\W\d_]{3,}", told)),
        frozenset(stem(word, text.lang) for word in found),
        tuple(filter(None, (_shares(text, claims, at) for at in range(len(text.blocks))))),
        asks(text, claims),
        _has_groups(text, claims, claimed),
        _has_waves(text, claims, claimed | inside.keys()),
        frozenset(inside) | advice,
    )


def _has_groups(text: Text, claims: Claims, claimed: set[int]) -> bool:
    """Whether results of parts of those who answered are told."""
    if any(len(sheet.heads) > 1 and sheet.shares for sheet in sheets_of(text, claims)):
        return True
    return any(
        names_group(claim.segment, text.lang)
        for claim in claims.levels
        if claim.sentence.order not in claimed and not is_confidence(claim)
    )


def _has_waves(text: Text, claims: Claims, claimed: set[int]) -> bool:
    """Whether a result or a question of another time than that of the survey is told."""
    if rows_of(text, claims) or any(claim.years for claim in claims.levels) or len(text.years) > 1:
        return True
    words = text.words
    waves = word_pattern(
        rf"{words.last_wave}|{words.rise}|{words.fall}|{words.change}|{words.same}|{words.twice}|{ANOTHER_TIME}"
    )
    return any(
        item.order not in claimed and _SHOWN.search(item.text) and waves.search(item.text)
        for item in text.sentences
    )


_SHOWN = regex.pattern(r"[\d?]")  # a result or a question


def _shares(text: Text, claims: Claims, at: int) -> tuple[float, ...]:
    """The shares of a block: of a table, its numbers in columns of percents, or all where no head says so."""
    block = text.blocks[at]
    if block.kind is not Kind.TABLE:
        inside = {*concluded(text, claims), *advice_of(text, claims)}
        return tuple(
            item.value
            for sentence in text.sentences
            if sentence.block == at and sentence.order not in inside
            for item in numbers(sentence.text, text.lang)
            if item.unit is Unit.PERCENT
        )
    cells = [
        (item, column < len(block.rows[0]) and "%" in block.rows[0][column])
        for row in block.rows[1:]
        for column, cell in enumerate(row)
        for item in numbers(cell, text.lang)
    ]
    sure = [item.value for item, named in cells if named or item.unit is Unit.PERCENT]
    return tuple(sure or [item.value for item, _ in cells if item.value <= 100])


def is_printed(value: float, passages: Sequence[Sequence[float]]) -> bool:
    """Whether a share, or the rest to 100, is one of the told."""
    return any(
        min(abs(value - share), abs(100 - share - value)) <= 0.5
        for known in passages
        for share in known
    )


def is_made(value: float, passages: Sequence[Sequence[float]]) -> bool:
    """Whether a share is one of the told, the rest to 100, or a sum or difference of two or three of a passage."""
    for known in passages:
        if any(abs(value - share) < 0.51 or abs(100 - share - value) < 0.51 for share in known):
            return True
        pairs = [(a + b, abs(a - b)) for a, b in combinations(known[:30], 2)]
        if any(abs(value - made) < 1.01 for pair in pairs for made in pair):
            return True
        if any(abs(value - sum(three)) < 1.01 for three in combinations(known[:10], 3)):
            return True
    return False
