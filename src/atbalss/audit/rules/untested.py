"""A change called growth or decline that the stated number of answers cannot show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import sqrt

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern

_Z = 1.96
_LARGEST = 5000  # persons: above, a change within chance is too small to be told
_N = regex.pattern(r"(?<![\w.,])[nN]\s?=\s?(\d{2,4})(?![\d.,]*\d)")


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Changes within the margin of chance even if the earlier wave had no error at all."""
    seen: set[int] = set()
    for change in changes(text, claims):
        if not change.direction or change.compared or change.later.unit is not Unit.PERCENT:
            continue
        if is_tested(text, change.sentence) or change.difference == 0:
            continue
        if (change.difference > 0) != (change.direction > 0):
            continue  # the trend word itself is wrong
        if change.amount and abs(abs(change.difference) - change.amount.value) > change.step:
            continue  # so is the amount: which of the three holds is not known
        base, before = base_of_two(text, claims, (change.sentence,))
        margin = margin_of_two(change.earlier.value, change.later.value, before, base)
        if not base:
            continue
        if abs(change.difference) + change.step / 2 < margin:
            seen.add(change.sentence.order)
            at = spot(text, change.sentence, change.earlier.start, change.later.end)
            shown = abs(change.difference)
            yield told(text, at, change.verb, shown, base, margin, change.later.digits)
    base = claims.base if 30 <= claims.base <= _LARGEST else 0
    for sentence, words, item, share in _brackets(text, claims) if base else ():
        margin = margin_of(share, base)
        if item.value + item.step / 2 < margin and sentence.order not in seen:
            seen.add(sentence.order)
            at = spot(text, sentence, item.start, item.end)
            yield told(text, at, words, item.value, base, margin, item.digits)


def is_tested(text: Text, sentence: Sentence) -> bool:
    """Whether a sentence, or the one before or after it in its paragraph, speaks of a test."""
    pattern = word_pattern(text.words.tested)
    if _N.search(sentence.text) and not pattern.search(sentence.text):
        return False  # a group with an n of its own is not the whole that was tested
    near = text.sentences[max(0, sentence.order - 1) : sentence.order + 2]
    return any(pattern.search(item.text) for item in near if item.block == sentence.block)


def margin_of(percent: float, base: int) -> float:
    """Half the 95 % interval of a share of `base` persons, in points: 1.96 sqrt(p(1-p)/n)."""
    share = min(max(percent / 100, 0.5 / base), 1 - 0.5 / base)
    return 100 * _Z * sqrt(share * (1 - share) / base)


def margin_of_two(earlier: float, later: float, before: int, now: int) -> float:
    """Half the 95 % interval of a difference of two shares, in points; `before` 0: not known.

    1.96 sqrt(p1(1-p1)/n1 + p2(1-p2)/n2); without n1 the earlier share is taken as free of error.
    """
    if not now:
        return 0.0
    margins = [margin_of(later, now), margin_of(earlier, before) if before else 0.0]
    return sqrt(sum(margin**2 for margin in margins))


def base_of_two(text: Text, claims: Claims, sentences: tuple[Sentence, ...]) -> tuple[int, int]:
    """(n of the later wave, n of the earlier or 0): the sentences' own, a table's head, the sample's."""
    own = [int(found) for s in sentences for found in _N.findall(s.text)]
    if len(own) == 1 and any(word_pattern(_BOTH_WAVES).search(s.text) for s in sentences):
        return own[0], own[0]
    now = claims.base if 30 <= claims.base <= _LARGEST else 0
    if len(own) == 2:
        return own[1], own[0]
    if len(own) == 1 and own[0] != claims.base:
        return now, own[0] if now else 0
    section = sentences[0].section
    heads = {
        cell: int(found)
        for block, part in zip(text.blocks, text.sections, strict=True)
        if part == section and block.rows
        for cell in block.rows[0]
        for found in _N.findall(cell)
        if regex.search(r"(?:19|20)\d\d", cell)
    }
    if len(heads) == 2:
        years = sorted(heads, key=lambda cell: regex.findall(r"(?:19|20)\d\d", cell)[0])
        return heads[years[1]], heads[years[0]]
    return now, own[0] if len(own) == 1 and now else 0


_BOTH_WAVES = (
    r"in both (?:years|waves|surveys|rounds)|each (?:year|wave|time|round)|abos (?:gados|viļņos)|abās aptaujās"
    r"|katrā (?:gadā|vilnī|aptaujā)|в обоих опросах|в оба года|в каждом (?:опросе|году)"
)


def told(
    text: Text, at: Spot, words: str, amount: float, base: int, margin: float, digits: int
) -> Finding:
    """The finding of a change of `amount` points that `base` answers cannot show."""
    shown, least = f"{amount:.{digits}f}", f"{margin:.1f}"
    return finding(text, "untested-change", at, words=words, amount=shown, base=base, margin=least)


_USED = r"mazāk tiek|biežāk tiek|retāk tiek|used less|used more|реже|чаще"
_NEAR = 3  # blocks


def _brackets(text: Text, claims: Claims) -> Iterator[tuple[Sentence, str, Number, float]]:
    """`less used (-7 points)` in a sentence with a trend word, with the share it changed."""
    for sentence in text.prose:
        if word_pattern(text.words.tested).search(sentence.text):
            continue
        found = numbers(sentence.text, text.lang)
        signed = [n for n in found if n.sign and _is_of_share(n, sentence.text)]
        levels = claims.of(sentence)
        head = _head(sentence, text) if signed and levels else ""
        if not signed or (len(signed) > 1 and not head) or len(levels) > 1:
            continue
        item = signed[0]
        before = sentence.text[: item.start]
        verb = _moved(text).search(before) or (_moved(text).search(head) if head else None)
        if verb is None or not regex.search(r"\([+−–-]\s?$", before):
            continue
        share = levels[0].number.value if levels else _share_before(text, claims, sentence)
        if share is not None:
            yield sentence, verb.group(0), item, share


def _moved(text: Text) -> re.Pattern[str]:
    return word_pattern(f"{text.words.rise}|{text.words.fall}|{_USED}")


def _head(sentence: Sentence, text: Text) -> str:
    """The sentence that opens the list of an item and names what it is about: `A and B are used more:`."""
    if sentence.kind is not Kind.ITEM:
        return ""
    over = next((b for b in text.blocks[sentence.block :: -1] if b.kind is not Kind.ITEM), None)
    if over is None or not over.text.rstrip().endswith(":"):
        return ""
    head = regex.split(r"[.!?]\s(?=[^\W\d])", over.text)[-1]
    named = stems(regex.split(r"\d", sentence.text)[0], text.lang)
    return head if named and set(named) <= set(stems(head, text.lang)) else ""


def _is_of_share(number: Number, words: str) -> bool:
    """Whether a change is in percent or in percentage points, not in points of a scale."""
    printed = words[number.start : number.end].lower()
    return number.unit is Unit.PERCENT or (
        number.unit is Unit.POINTS
        and any(unit in printed for unit in ("proc", "perc", "p.p", "p. p", "pp", "проц", "п.п"))
    )


def _share_before(text: Text, claims: Claims, sentence: Sentence) -> float | None:
    """The level that changed: of the same few words, else the one near whose margin is narrowest."""
    near = [claim for claim in claims.levels if 0 <= sentence.block - claim.sentence.block <= _NEAR]
    said = set(stems(sentence.text, text.lang))
    for claim in reversed(near):
        if 0 < len(set(claim.about)) <= 2 and set(claim.about) <= said:
            return claim.number.value
    return max((claim.number.value for claim in near), key=lambda v: abs(v - 50), default=None)
