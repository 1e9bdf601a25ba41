"""Shares of all who answered, each with the marks of what it is of: for what is told of two of them together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Spot, spot
from atbalss.audit.forms import NOT, marks
from atbalss.audit.referents import is_no, is_yes, question_in, same
from atbalss.audit.rules.both import CONDITION
from atbalss.audit.rules.retold import piece_of, question_of
from atbalss.audit.rules.told_shares import is_of_some
from atbalss.audit.sheets import Sheet, sheets_of, total_column
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year

_BACK = 4  # sentences
QUOTED = re.compile(r"[„“«\"‘]([^?]{6,220}?\?)\s?[”“»\"’]")
_BEHIND = re.compile(r"[^.;:()]{0,40}\(([^()]{6,220}\?)[^()]{0,3}\)")
_ALONE = re.compile(  # without the others
    r"(?<!\w)(?:tikai|vienīgi|only|solely|alone|just|exclusively|только|лишь|исключительно)(?!\w)(?! \d)",
    regex.IGNORECASE,
)
WHETHER = re.compile(
    r"^\W*(?:vai|do|does|did|have|has|had|are|is|was|were|will|would|can|could)\s|(?<!\w)ли\s",
    regex.IGNORECASE,
)
SAYS_YES = r"(?:yes|jā|да)(?= ?[:–—-])|[„“«\"‘'](?:yes|jā|да)[”“»\"’',]|(?:said|answered|replied) yes|apstiprinoš\w*|affirmativ\w*|утвердительн\w*|положительн\w*"
_SAYS_NO = (
    r"[„“«\"‘'](?:no|nē|нет)[”“»\"’',]|(?:said|answered|replied) no|noliedzoš\w*|отрицательн\w*"
)
_NTH = {
    "lv": (r"pirm\w+", r"otr(?!reiz|iem\w)\w+", r"treš\w+"),
    "en": (r"first|former", r"second|latter", r"third"),
    "ru": (r"перв\w+", r"втор\w+", r"треть\w+|третий"),
}
_SHARE_OF = {  # words of a base that say nothing of what a share is of
    "lv": r"no|visi\w*|vis[aou]\w{0,3}|kopumā|atbild\w+|jautāj\w+|aptauj\w+|savukārt|sniedza",
    "en": r"of|all|those|asked|answer\w*|question\w*|survey\w*|total|overall",
    "ru": r"из|все\w*|опрош\w+|ответ\w*|вопрос\w*|всего",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What a share is of, its value and last digit, where it stands; `order` -1: in a table or list."""

    named: frozenset[str]
    value: float
    step: float
    shown: str
    spot: Spot
    block: int
    order: int = -1
    asked: bool = True  # named by its question or label; else by the words around it
    alone: bool = False  # one of several answers of which one was to be given


def parts_told(text: Text, claims: Claims) -> tuple[Part, ...]:
    """All shares of all who answered that are surely of one thing; found once."""
    if "parts-told" not in claims.kept:
        claims.kept["parts-told"] = (*_of_sheets(text, claims), *_of_prose(text, claims))
    known: tuple[Part, ...] = claims.kept["parts-told"]
    return known


def _of_sheets(text: Text, claims: Claims) -> Iterator[Part]:
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if column < 0 or not sheet.shares or not _stands_apart(sheet):
            continue
        asked = question_in(sheet.asked)
        yes = [row for row, _ in sheet.column(column) if is_yes(sheet.labels[row])]
        no = [row for row, _ in sheet.column(column) if is_no(sheet.labels[row])]
        asks = sheet.is_whole and len(yes) == 1 and bool(no)
        for row, number in sheet.column(column):
            if (asks and row not in yes) or _ALONE.search(sheet.labels[row]):
                continue
            named = _bare(asked if asks else sheet.labels[row], text)
            if named:
                yield Part(
                    named, number.value, number.step, number.shown, sheet.spots[row], sheet.first,
                    alone=sheet.is_whole and not asks,
                )  # fmt: skip


def _stands_apart(sheet: Sheet) -> bool:
    """Whether a list stands on lines of its own, or is whole; not two shares of a sentence."""
    lined = len({one.line for one in sheet.spots}) > 1
    return (
        sheet.table
        or sheet.last > sheet.first
        or lined
        or (sheet.is_whole and len(sheet.labels) > 2)
    )


def _of_prose(text: Text, claims: Claims) -> Iterator[Part]:
    wave = last_year(text)
    listed = {
        (one.line, one.quote)
        for sheet in sheets_of(text, claims)
        if _stands_apart(sheet)
        for one in sheet.spots
    }
    for claim in claims.levels:
        sentence = claim.sentence
        where = spot(text, sentence, claim.number.start, claim.number.end)
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or (where.line, where.quote) in listed:
            continue
        if CONDITION.search(claim.segment) or told_earlier(claim.segment, wave, text):
            continue
        said = _said_of(claim, text, claims)
        some = "?" not in said and is_of_some(claim, text, claims.base)
        if word_pattern(_SAYS_NO).search(claim.segment) or some or _ALONE.search(said):
            continue
        named = _bare(said, text)
        if named:
            number = claim.number
            yield Part(
                named, number.value, number.step, number.shown, where, sentence.block, sentence.order,
                "?" in said
            )  # fmt: skip


def told_earlier(words: str, wave: int, text: Text) -> bool:
    """Whether words put a share in an earlier wave; not where the questions themselves ask of last year."""
    if not is_earlier(words, wave, text):
        return False
    old = word_pattern(text.words.last_wave)
    asks = any(old.search(asked) for asked in QUOTED.findall(text.whole))
    return not (asks and len(text.years) < 2)


def _said_of(claim: Claim, text: Text, claims: Claims) -> str:
    """The question that a share says yes to, or the words of its piece."""
    number, words = claim.number, claim.sentence.text
    begin = max(
        (one.number.end for one in claims.of(claim.sentence) if one.number.end <= number.start),
        default=0,
    )
    window = words[begin : number.start]
    asked = QUOTED.findall(window)
    nth = [n for n, rule in enumerate(_NTH[text.lang]) if word_pattern(rule).search(window)]
    if not asked and len(nth) == 1:
        several = questions_before(claim.sentence, text)
        if len(several) > max(nth[0], 1):
            return several[nth[0]]
    if word_pattern(SAYS_YES).search(f"{window} {claim.segment}" if asked else claim.segment):
        return asked[-1] if asked else question_of(claim.sentence, text) or piece_of(claim)
    behind = _BEHIND.match(words, number.end)  # `38 % of all ("Did you …?")`
    if behind and WHETHER.search(behind.group(1)):
        return f"{window} {behind.group(1)}"
    return piece_of(claim)


def questions_before(sentence: Sentence, text: Text) -> list[str]:
    """The questions that are quoted in the nearest sentence or block before that has any."""
    found: list[str] = []
    for back in range(1, _BACK + 1):
        order = sentence.order - back
        if order < 0:
            break
        before = text.sentences[order]
        asked = QUOTED.findall(before.text)
        if found and not asked:
            break
        found = asked + found
    return found


def _bare(words: str, text: Text) -> frozenset[str]:
    drop = word_pattern(_dropped(text.lang))
    bare = drop.sub(" ", regex.sub(r"\([^()]*\d[^()]*\)?", " ", words))
    if "?" not in words:
        bare = word_pattern(text.words.people).sub(" ", bare) if len(bare.split()) > 1 else bare
    found = marks(bare, text.lang).set
    return frozenset(mark for mark in found if not mark.strip(NOT)[0].isdigit())


@cache
def _dropped(lang: str) -> str:
    return _SHARE_OF[lang]


def named_in(said: frozenset[str], parts: tuple[Part, ...] | list[Part]) -> list[tuple[Part, int]]:
    """The parts that words name by marks which no part of another value has, and by how many."""
    found = []
    for part in parts:
        others = [one for one in parts if one.named != part.named]
        own = {m for m in part.named if not any(same(m, w) for one in others for w in one.named)}
        hit = sum(any(same(mark, word) for word in said) for mark in own)
        if hit and 6 * hit >= min(len(own), 12):
            found.append((part, hit))
    return found
