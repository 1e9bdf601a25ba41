"""Percent where percentage points are meant: a rise "by 15 %" from 33 % to 48 %."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import Change, changes
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.spread import percent
from atbalss.audit.text import Sentence, Text, word_pattern

_HABIT = 3  # differences so printed: this author writes points as percent


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Differences of shares that are printed in percent, where the levels show it."""
    relative = False
    proved: list[Finding] = []
    for change in changes(text, claims):
        amount = change.amount
        if amount is None or amount.unit is not Unit.PERCENT or not change.earlier.value:
            continue
        if is_relative(change):
            relative = True
        elif abs(abs(change.difference) - amount.value) <= change.step + 1e-9:
            proved.append(_said(text, change.sentence, amount))
    yield from proved
    if relative:  # this author gives relative changes: brackets prove nothing
        return
    yield from _told_apart(text, claims)
    brackets = list(_brackets(text, claims))
    habit = len(proved) + len(brackets) >= _HABIT
    yield from _brackets(text, claims, sure=True) if habit else brackets
    yield from _which_is(text, claims)
    yield from _apart(text, claims)
    if habit:
        yield from _bare(text, claims)


def is_relative(change: Change) -> bool:
    """Whether the amount is the change in percent of the earlier level, within rounding."""
    amount = change.amount
    if amount is None:
        return False
    half = change.step / 2
    low_base, high_base = max(change.earlier.value - half, 0.01), change.earlier.value + half
    spread = abs(change.difference)
    low = (spread - change.step) / high_base * 100 - amount.step
    high = (spread + change.step) / low_base * 100 + amount.step
    exact = abs(spread - amount.value) < 1e-9  # the printed levels give just this difference
    off = abs(100 * spread / change.earlier.value - amount.value)
    return low <= amount.value <= high and not (exact and off > amount.step)


def _said(text: Text, sentence: Sentence, amount: Number) -> Finding:
    return percent(text, spot(text, sentence, amount.start, amount.end), (), amount)


def _brackets(text: Text, claims: Claims, *, sure: bool = False) -> Iterator[Finding]:
    """`82 % (+12 % compared with 2023)`: a signed percent beside the share that changed.

    `sure`: the document writes points as percent, so the share need not stand beside it.
    """
    words = text.words
    compared = regex.any_case(
        rf"[^()]{{0,40}}(?:{words.compared})[^()]*(?:19|20)\d\d|[^()]{{0,40}}(?:{words.last_wave})"
    )
    for sentence in text.prose:
        if word_pattern(words.relative).search(sentence.text):
            continue
        for item in numbers(sentence.text, text.lang):
            if item.unit is not Unit.PERCENT or not item.sign:
                continue
            before = sentence.text[: item.start]
            opened = before.rfind("(")
            if (
                opened < 0
                or ")" in before[opened:]
                or not compared.match(sentence.text[item.end :])
            ):
                continue
            if not sure and not _of_share(sentence, before[:opened], claims, text):
                continue
            yield _said(text, sentence, item)
            break  # one finding a sentence says it all


def _of_share(sentence: Sentence, before: str, claims: Claims, text: Text) -> bool:
    """Whether a bracket belongs to a share of people and not to money or counts."""
    own = [claim for claim in claims.of(sentence) if claim.number.end <= len(before) + 1]
    if own or claims.of(sentence):
        return True
    return bool(word_pattern(text.words.people).search(sentence.text))


def _told_apart(text: Text, claims: Claims) -> Iterator[Finding]:
    """`The share rose by 4.3 %. It was 83.3 % in 2019 and is 87.6 % in 2020.`: one sentence after the other."""
    words = text.words
    known = {change.sentence.order: change for change in changes(text, claims)}
    for sentence in text.prose:
        change = known.get(sentence.order + 1)
        if change is None or change.amount is not None or change.sentence.block != sentence.block:
            continue
        if not word_pattern(words.share).search(sentence.text) or claims.of(sentence):
            continue
        if word_pattern(words.relative).search(sentence.text):
            continue
        found = [n for n in numbers(sentence.text, text.lang) if n.unit is Unit.PERCENT]
        if len(found) != 1 or not _is_moved(sentence.text, found[0], text) or not found[0].value:
            continue
        spread = abs(change.difference)
        relative = 100 * spread / max(change.earlier.value, 0.1)
        step = max(change.step, found[0].step)
        if abs(spread - found[0].value) < step / 2 < abs(relative - found[0].value):
            yield _said(text, sentence, found[0])


def _is_moved(words: str, number: Number, text: Text) -> bool:
    """Whether a number is by how much something rose or fell."""
    by = regex.search(
        rf"(?<!\w)(?:{text.words.by})$", words[: number.start].rstrip(), regex.IGNORECASE
    )
    return (
        bool(by) and word_pattern(f"{text.words.rise}|{text.words.fall}").search(words) is not None
    )


def _apart(text: Text, claims: Claims) -> Iterator[Finding]:
    """`women 52 %, men 45 %, a difference of 7 %`: two shares and just their difference."""
    known = {c.sentence.order for c in changes(text, claims) if c.amount is not None}
    for sentence in text.prose:
        found = claims.of(sentence)
        if len(found) == 3:
            found = tuple(c for c in found if not _amount_of(c.number, sentence.text))
        if len(found) != 2 or sentence.order in known:
            continue
        if word_pattern(text.words.relative).search(sentence.text):
            continue
        low, high = sorted(claim.number.value for claim in found)
        if low and abs(100 * (high - low) / low - (high - low)) <= 1:
            continue
        apart = abs(found[0].number.value - found[1].number.value)
        rest = [
            item
            for item in numbers(sentence.text, text.lang)
            if item.unit is Unit.PERCENT and item.start not in {c.number.start for c in found}
        ]
        if len(rest) == 1 and not rest[0].ranged and apart and abs(rest[0].value - apart) < 1e-9:
            yield _said(text, sentence, rest[0])


def _amount_of(number: Number, words: str) -> bool:
    """`5 % higher`, `на 7 % больше`: an amount, although nothing says than what."""
    more = r"\s?(?:higher|lower|more|fewer|less|up|down|больше|меньше|выше|ниже|vairāk|mazāk|augstāk\w*|zemāk\w*)(?!\w)"
    by = r"(?<!\w)(?:plus|minus|pluss|mīnuss|плюс|минус|by|of|на|par|(?:gap|difference|lead|distance)(?: \w+){0,2} (?:is|was)|(?:starpība|atšķirība)(?: \w+){0,2} (?:ir|bija)|(?:разница|разрыв)(?: \w+){0,3} (?:составил\w*|составляет)|составил[аио]?)\s$"
    behind = regex.match(more, words[number.end :], regex.IGNORECASE)
    return bool(behind or regex.search(by, words[: number.start], regex.IGNORECASE))


def _which_is(text: Text, claims: Claims) -> Iterator[Finding]:
    """`13,9 % iedzīvotāju, kas ir par 2,6 % vairāk nekā 2013. gadā`: more of the same share."""
    words = text.words
    for sentence in text.prose:
        if word_pattern(words.relative).search(sentence.text):
            continue
        for claim in claims.of(sentence):
            behind = sentence.text[claim.number.end :]
            match = regex.match(
                rf"(?P<gap>[^,;.()%\d]{{0,60}}),? (?:kas ir |or |which is |which was |that is |что |это )?"
                rf"(?:(?:{words.by}) )?(?=\d)",
                behind,
                regex.IGNORECASE,
            )
            if match is None or not word_pattern(words.people).search(match.group("gap")):
                continue
            place = claim.number.end + match.end()
            item = next((n for n in numbers(sentence.text, text.lang) if n.start == place), None)
            if item is None or item.unit is not Unit.PERCENT:
                continue
            if _is_of_earlier(claim.number, item, claims):
                continue
            if regex.match(
                rf"\s?(?:{words.more_than})", sentence.text[item.end :], regex.IGNORECASE
            ):
                yield _said(text, sentence, item)


def _is_of_earlier(now: Number, amount: Number, claims: Claims) -> bool:
    """Whether an amount is the change in percent of a share that is told of another year: 52,7 to 64 is 21 %."""
    dated = (claim.number.value for claim in claims.levels if claim.years and claim.number.value)
    return any(
        abs(100 * abs(now.value - before) / before - amount.value) <= amount.step
        and abs(abs(now.value - before) - amount.value) > amount.step
        for before in dated
    )


def _bare(text: Text, claims: Claims) -> Iterator[Finding]:
    """`par 5 % mazāk salīdzinājumā ar 2023. gadu`, in a document that writes points as percent."""
    words = text.words
    for sentence in text.prose:
        if word_pattern(words.counted).search(sentence.text) or "(+" in sentence.text:
            continue
        if not word_pattern(rf"(?:19|20)\d\d|{words.last_wave}").search(sentence.text):
            continue
        for item in numbers(sentence.text, text.lang):
            if item.unit is not Unit.PERCENT or not _is_moved_or_more(item, sentence.text, text):
                continue
            if not any(claim.number.start > item.end for claim in claims.of(sentence)):
                yield _said(text, sentence, item)
                break


def _is_moved_or_more(number: Number, words: str, text: Text) -> bool:
    """Whether a number is by how much something rose, or is more than it was."""
    before = words[: number.start]
    more = regex.match(rf"\s?(?:{text.words.more_than})", words[number.end :], regex.IGNORECASE)
    by = regex.search(rf"(?<!\w)(?:{text.words.by})$", before.rstrip(), regex.IGNORECASE)
    return bool(by) and (bool(more) or _is_moved(before, number, text))
