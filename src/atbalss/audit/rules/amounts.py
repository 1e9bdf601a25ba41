"""Differences of means (`6.4 minutes, 1.5 less than the 8.7 of 2022`) and "twice as many"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, Spot, finding, quoted, spot
from atbalss.audit.mean_levels import LESS, UNIT
from atbalss.audit.multiples import LOOSE
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.spread import wrong
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import wave_columns
from atbalss.audit.words_course import NEARLY, OVER

_TIMES = (
    (2.0, r"doubl(?:ed|es|ing)|twice(?! (?:an?|per|as long)(?!\w))|two times|twofold|divkāršoj\w+|dubultoj\w+|divreiz|div(?:as|ām) reiz\w+|вдвое|удво\w+|в два раза|в 2 раза|в двое"),
    (3.0, r"tripled?|trebled?|three times|threefold|trīskāršoj\w+|trīsreiz|trīs reiz\w+|trīskārt|втрое|утро[ие]\w+|в три раза|в 3 раза"),
    (4.0, r"quadrupled?|four times|fourfold|četrkāršoj\w+|četrreiz|četras reiz\w+|вчетверо|в четыре раза|в 4 раза"),
)  # fmt: skip
_BARE = regex.any_case(
    r"(?:twice|two times|three times|divreiz|div\w+ reiz|trīsreiz|trīs reiz|четыре раза|в два раза|в три раза)"
)
BUT = regex.any_case(
    r"[,;]\s(?:but|however|yet|while|whereas|bet|taču|tomēr|savukārt|kamēr|но|однако|зато|тогда как)\s"
)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Differences of means that their levels deny, and multiples that two shares deny."""
    for sentence in text.prose:
        found = numbers(sentence.text, text.lang)
        if len(found) < 2:
            continue
        if any(item.unit is not Unit.PERCENT for item in found):
            yield from _of_means(text, sentence, found)
        if len(claims.of(sentence)) == 2:
            yield from _of_times(text, claims, sentence)


def _of_means(text: Text, sentence: Sentence, found: tuple[Number, ...]) -> Iterator[Finding]:
    words = sentence.text
    unit, less = word_pattern(UNIT[text.lang]), word_pattern(LESS[text.lang])
    amounts, levels = [], []
    for item in found:
        if item.unit is Unit.PERCENT or year_of(item) or item.ranged or item.value > 1000:
            continue
        named = unit.match(words, item.end + 1) or (item.unit is Unit.POINTS)
        after = item.end if named is True or not named else named.end()
        if named and less.match(words, after + 1):
            amounts.append(item)
        elif item.digits or (named and item.unit is Unit.NONE):
            levels.append(item)
    if (
        len(amounts) != 1
        or not levels
        or regex.search(LOOSE, words[: amounts[0].start], regex.IGNORECASE)
    ):
        return
    amount = amounts[0]
    where: tuple[Spot, ...] = ()
    if len(levels) == 2 and not regex.search(r"[;]", words[levels[0].end : levels[1].start]):
        one, other = levels[1], levels[0]
    else:
        row = _row_with(text, sentence, levels[0])
        if row is None:
            return
        one, other, at = row
        where = (at,)
    if one.digits != other.digits:
        return
    spread, step = abs(one.value - other.value), max(one.step, amount.step)
    if abs(spread - amount.value) <= step + 1e-9 or amount.value in (one.value, other.value):
        return
    at = spot(text, sentence, amount.start, amount.end)
    yield wrong(text, at, where, one, other, amount)


def _row_with(text: Text, sentence: Sentence, level: Number) -> tuple[Number, Number, Spot] | None:
    """(earlier, later, place) of the row over waves that ends with a mean and that a sentence names."""
    fits = []
    said = frozenset(stems(sentence.text, text.lang))
    for index, block in enumerate(text.blocks):
        waves = wave_columns(block) if block.kind is Kind.TABLE else []
        if len(waves) < 2:
            continue
        for place, row in enumerate(block.rows[1:], 1):
            cells = [
                numbers(row[column], text.lang) for _, column in waves[-2:] if column < len(row)
            ]
            if len(cells) != 2 or any(len(cell) != 1 for cell in cells):
                continue
            now = cells[1][0]
            if now.digits and now.value == level.value and said & set(stems(row[0], text.lang)):
                where = Spot(quoted(" | ".join(row)), block.row_lines[place], block.page, index)
                fits.append((cells[0][0], now, where))
    return fits[0] if len(fits) == 1 else None


def _of_times(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`doubled from 6 % to 18 %`; `30 % in the north and 10 % in the south, twice as many`."""
    words = sentence.text
    said = [
        (factor, match)
        for factor, pattern in _TIMES
        for match in word_pattern(pattern).finditer(words)
    ]
    one, other = (claim.number for claim in claims.of(sentence))
    low, high = sorted((one.value, other.value))
    leeway = _leeway(words[: said[0][1].start()]) if len(said) == 1 and low else None
    if leeway is None:
        return
    factor, match = said[0]
    if _BARE.match(match.group(0)) and regex.match(r"\s?(?:[:.,;)]|$)", words[match.end() :]):
        return  # "we asked them twice: …"
    often = r"(?<!\w)(?:once|twice|two|three|one|or|to|reizi|divas|divreiz|vai|un|раз|два|дважды|или)(?: vai| or| или)?\s$"
    if regex.search(often, words[: match.start()], regex.IGNORECASE):
        return  # "were late two or three times": how often, and no ratio
    if regex.match(r"\s(?:a|per|gadā|mēnesī|nedēļā|dienā|в)(?!\w)\s?(?:day|week|month|year|год|месяц|недел\w+|день)?", words[match.end() :]):  # fmt: skip
        return
    if match.start() > other.end and BUT.search(words[other.end : match.start()]):
        return  # of something else: `(68 % against 52 %), but women pay in cash twice as often`
    half = one.step / 2
    least, most = (high - half) / (low + half), (high + half) / max(low - half, 0.1)
    if least <= factor * leeway[1] and most >= factor * leeway[0]:
        return
    yield _ratio_told(text, sentence, match, one, other)


def _leeway(before: str) -> tuple[float, float] | None:
    """How far a ratio may be off a multiple, by the words before it; None where they are too loose."""
    if regex.search(rf"(?<!\w)(?:{NEARLY})\s$", before, regex.IGNORECASE):
        return 0.75, 1.08
    if regex.search(rf"(?<!\w)(?:{OVER})\s$", before, regex.IGNORECASE):
        return 0.95, math.inf
    return None if regex.search(LOOSE, before, regex.IGNORECASE) else (0.85, 1.2)


def _ratio_told(
    text: Text, sentence: Sentence, match: re.Match[str], one: Number, other: Number
) -> Finding:
    """A multiple that is not that of the two levels told with it."""
    low, high = sorted((one.value, other.value))
    at = spot(text, sentence, match.start(), match.end())
    return finding(
        text, "value-difference", at, code="times-and-levels",
        words=match.group(0), earlier=one.shown, later=other.shown, right=f"{high / low:.1f}",
    )  # fmt: skip
