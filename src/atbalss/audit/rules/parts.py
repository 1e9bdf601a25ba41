"""Shares of all who answered, each with the marks of what it is of: for what is told of two of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims, is_confidence
from atbalss.audit.finding import Spot, spot
from atbalss.audit.forms import NOT, marks
from atbalss.audit.kept import read_once
from atbalss.audit.met import same
from atbalss.audit.rules.retold import piece_of
from atbalss.audit.rules.told_shares import is_of_some
from atbalss.audit.sheet_words import question_in
from atbalss.audit.sheets import Sheet, sheets_of, total_column
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year
from atbalss.audit.words_joint import ALONE, BOTH, CONDITION, MAYBE
from atbalss.audit.yes_no import WHETHER, is_no, is_yes, says_no, says_yes

_BACK = 4  # sentences
_FEW = 3  # shares, of which one word is enough to name one
QUOTED = regex.pattern(r"[„“«\"‘]([^?]{6,220}?\?)\s?[”“»\"’]")
_BEHIND = regex.pattern(r"[^.;:()]{0,40}\(([^()]{6,220}\?)[^()]{0,3}\)")
_SAME = regex.pattern(
    r"(?<!\w)(?:same|tād\w+ paš\w+|t(?:as|o|ai) pa[tš]\w+|так\w+ же|т\w+ же) (?:question|jautājum|вопрос)",
    regex.IGNORECASE,
)
_NTH = {
    "lv": (r"pirm\w+", r"otr(?!reiz|iem\w)\w+", r"treš\w+"),
    "en": (r"first|former", r"second|latter", r"third"),
    "ru": (r"перв\w+", r"втор\w+", r"треть\w+|третий"),
}
_SHARE_OF = {  # words of a base that say nothing of what a share is of
    "lv": r"no|lieto\w*|izmanto\w*|visi\w*|vis[aou]\w{0,3}|kopumā|atbild\w+|jautāj\w+|aptauj\w+|savukārt|sniedza",
    "en": r"of|uses?|used|using|all|those|asked|answer\w*|question\w*|survey\w*|total|overall",
    "ru": r"из|польз\w+|использ\w+|все\w*|опрош\w+|ответ\w*|вопрос\w*|всего",
}


@dataclass(frozen=True, slots=True)
class Part:
    """What a share is of, its value and last digit, where it stands; `order` -1: in a table or list."""

    named: frozenset[str]
    label: str  # the words it is told in
    value: float
    step: float
    shown: str
    spot: Spot
    block: int
    order: int = -1
    asked: bool = True  # named by its question or label; else by the words around it
    alone: bool = False  # one of several answers of which one was to be given
    start: int = -1  # in its sentence


@read_once
def parts_told(text: Text, claims: Claims) -> tuple[Part, ...]:
    """All shares of all who answered that are surely of one thing."""
    return (*_of_sheets(text, claims), *_of_prose(text, claims))


def _of_sheets(text: Text, claims: Claims) -> Iterator[Part]:
    for sheet in sheets_of(text, claims):
        column = total_column(sheet, text)
        if column < 0 or not sheet.shares or not stands_apart(sheet):
            continue
        yes = _affirmed(sheet)
        if yes:
            numbers = [n for row, n in sheet.column(column) if row in yes]
            value, digits = sum(n.value for n in numbers), max(n.digits for n in numbers)
            yield from _part(
                question_in(sheet.asked),
                sheet,
                yes[0],
                value,
                numbers[0].step,
                f"{value:.{digits}f}",
                text,
            )
            continue
        for row, number in sheet.column(column):
            label, behind = _asked(sheet.labels[row])
            if is_no(behind) or ALONE.search(behind):
                continue
            if not is_yes(behind) or label != behind:
                yield from _part(label, sheet, row, number.value, number.step, number.shown, text)


def _part(
    words: str, sheet: Sheet, row: int, value: float, step: float, shown: str, text: Text
) -> Iterator[Part]:
    named = _bare(words, text)
    if named:
        yield Part(
            named, sheet.labels[row], value, step, shown, sheet.spots[row], sheet.first,
            alone=sheet.is_whole and not _affirmed(sheet),
        )  # fmt: skip


def _asked(label: str) -> tuple[str, str]:
    """The question that a label holds, and the answer behind it; else the label twice."""
    asked, mark, behind = label.rpartition("?")
    behind = behind.strip(' ”“»"’:–—-')
    return (f"{asked}?", behind) if mark and behind else (label, label)


def _affirmed(sheet: Sheet) -> list[int]:
    """The rows that say yes to the question of a list; none where it does not ask for yes or no."""
    no = any(map(is_no, sheet.labels))
    return (
        [row for row, label in enumerate(sheet.labels) if is_yes(label)]
        if sheet.is_whole and no
        else []
    )


def stands_apart(sheet: Sheet) -> bool:
    """Whether a list stands on lines of its own, or is whole; not two shares of a sentence."""
    lined = len({one.line for one in sheet.spots}) > 1
    return (
        sheet.table
        or sheet.last > sheet.first
        or lined
        or (sheet.is_whole and (len(sheet.labels) > 2 or bool(_affirmed(sheet))))
    )


def _of_prose(text: Text, claims: Claims) -> Iterator[Part]:
    wave = last_year(text)
    joint = word_pattern(f"{BOTH[text.lang]}|{MAYBE[text.lang]}")
    listed = {
        (one.line, one.quote)
        for sheet in sheets_of(text, claims)
        if stands_apart(sheet)
        for one, label in zip(sheet.spots, sheet.labels, strict=False)
        if _affirmed(sheet) or "?" in label or not (is_yes(label) or is_no(label))
    }
    for claim in claims.levels:
        sentence = claim.sentence
        where = spot(text, sentence, claim.number.start, claim.number.end)
        if sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM) or (where.line, where.quote) in listed:
            continue
        if joint.search(claim.segment) or CONDITION.search(claim.segment) or is_confidence(claim):
            continue
        if told_earlier(claim.segment, wave, text):
            continue
        said = said_of(claim, text, claims)
        some = "?" not in said and is_of_some(claim, text, claims.base)
        if says_no(claim.segment) or some or ALONE.search(said):
            continue
        named = _bare(said, text)
        if named:
            yield part_of(named, claim, text, asked="?" in said)


def part_of(named: frozenset[str], claim: Claim, text: Text, *, asked: bool = False) -> Part:
    """A share of prose as a part."""
    number, said = claim.number, claim.sentence
    where = spot(text, said, number.start, number.end)
    return Part(
        named, claim.segment, number.value, number.step, number.shown, where,
        said.block, said.order, asked, start=number.start,
    )  # fmt: skip


def told_earlier(words: str, wave: int, text: Text) -> bool:
    """Whether words put a share in an earlier wave; not where the questions themselves ask of last year."""
    if not is_earlier(words, wave, text):
        return False
    return len(text.years) > 1 or not _asks_of_last_wave(text)


def _asks_of_last_wave(text: Text) -> bool:
    if "asks-of-last-wave" not in text.kept:
        old = word_pattern(text.words.last_wave)
        asked = QUOTED.findall(text.whole)
        text.kept["asks-of-last-wave"] = any(old.search(words) for words in asked)
    return bool(text.kept["asks-of-last-wave"])


def said_of(claim: Claim, text: Text, claims: Claims) -> str:
    """The question that a share says yes to, or the words of its piece."""
    number, words = claim.number, claim.sentence.text
    begin = max(
        (one.number.end for one in claims.of(claim.sentence) if one.number.end <= number.start),
        default=0,
    )
    window = words[begin : number.start]
    asked = QUOTED.findall(window)
    nth = [n for n, rule in enumerate(_NTH[text.lang]) if word_pattern(rule).search(window)]
    if len(asked) != 1 and len(nth) == 1:
        several = QUOTED.findall(words[: number.start]) or questions_before(claim.sentence, text)
        if len(several) > max(nth[0], 1):
            return several[nth[0]]
    told = words[: claim.end]  # `said yes to “A?” 45 %, to “B?” 30 %`
    if says_yes(told if asked and not says_no(told) else claim.segment):
        before = "" if asked else _question_before(claim, text)
        if before and _SAME.search(window):
            return f"{before} {window}"  # `to the same question about exhibitions 33 % said yes`
        return asked[-1] if asked else before or piece_of(claim)
    behind = _BEHIND.match(words, number.end)  # `38 % of all ("Did you …?")`
    if behind and WHETHER.search(behind.group(1)):
        return f"{window} {behind.group(1)}"
    return piece_of(claim)


def _question_before(claim: Claim, text: Text) -> str:
    """The last question before a share in its block, or that the block before puts."""
    block = claim.sentence.block
    said = claim.sentence.text[: claim.number.start]
    for back in range(_BACK):
        found = QUOTED.findall(said) or regex.findall(r"[^.?!„“«\"]{8,}\?", said)
        order = claim.sentence.order - back - 1
        if found or order < 0:
            return str(found[-1]) if found else ""
        before = text.sentences[order]
        if before.block != block and (before.block != block - 1 or "%" in before.text):
            return ""
        block, said = before.block, before.text
    return ""


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
    met: dict[int, int] = {}
    for word in said:
        exact = [n for n, part in enumerate(parts) if word in part.named]
        hits = exact or [
            n for n, part in enumerate(parts) if any(same(word, m) for m in part.named)
        ]
        if len({parts[n].value for n in hits}) == 1:
            for n in hits:
                met[n] = met.get(n, 0) + 1
    shared = {
        mark
        for part in parts
        for one in parts
        if one.value != part.value
        for mark in part.named & one.named
    }
    found = ((parts[n], hit) for n, hit in sorted(met.items()))
    return [
        (p, hit)
        for p, hit in found
        if len(parts) <= _FEW or 6 * hit >= min(len(p.named - shared), 12)
    ]
