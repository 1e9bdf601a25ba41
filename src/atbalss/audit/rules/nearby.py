"""A change told without its levels, against the two levels that another sentence prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.two_values import topic
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import last_year
from atbalss.study.decimals import marked


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier and a later level of one answer, printed in one sentence or two in a row."""

    earlier: Claim
    later: Claim

    @property
    def difference(self) -> float:
        """Later minus earlier."""
        return self.later.number.value - self.earlier.number.value

    @property
    def step(self) -> float:
        """One unit of the last printed digit."""
        return max(self.earlier.number.step, self.later.number.step)


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts that differ from the levels of another sentence, or are percent for points."""
    known = pairs(text, claims)
    if not known:
        return
    own = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose:
        amount = amount_of(text, claims, sentence)
        if amount is None or sentence.order in own:
            continue
        fits = [pair for pair in known if _meant(text, claims, sentence, pair)]
        if len({(p.earlier.number.value, p.later.number.value) for p in fits}) == 1:
            yield from _against(text, sentence, amount, fits[0])


def two_waves(told: Sequence[Claim], wave: int, text: Text) -> Pair | None:
    """Two levels, or the last two, of which one alone is said to be of an earlier wave."""
    old = [claim for claim in told[-2:] if _earlier(claim, wave, text)]
    if len(told) < 2 or len(old) != 1:
        return None
    return Pair(old[0], next(claim for claim in told[-2:] if claim is not old[0]))


def pairs(text: Text, claims: Claims) -> list[Pair]:
    """`71 % are; in 2023 it was 66 %`: two levels, of which one names an earlier wave."""
    wave = last_year(text)
    found: list[Pair] = []
    for sentence in text.prose:
        mine = list(claims.of(sentence))
        if word_pattern(text.words.group).search(sentence.text) or len(mine) not in (1, 2):
            continue
        if len(mine) == 1:
            before = claims.by_sentence.get(sentence.order - 1, ())
            if len(before) != 1 or before[0].sentence.block != sentence.block:
                continue
            mine = [_clause(mine[0])]
            dated = not wave and bool(mine[0].years) and not before[0].years
            if not (dated or _earlier(mine[0], wave, text)) or len(topic(mine[0], text)) > 3:
                continue
            mine = [before[0], *mine]
        old = [claim for claim in mine if _earlier(claim, wave, text)]
        if not old and not wave:
            old = [claim for claim in mine[1:] if claim.years and not mine[0].years]
        if len(old) == 1 and not word_pattern(text.words.other).search(sentence.text):
            later = next(claim for claim in mine if claim is not old[0])
            if topic(later, text) and len(topic(old[0], text) - topic(later, text)) <= 2:
                found.append(Pair(old[0], later))
    return found


def _clause(claim: Claim) -> Claim:
    """A level alone in its sentence, without the clause that tells what follows from it."""
    cut = regex.search(r"[,;:]\s|\s[–—-]\s", claim.sentence.text[claim.number.end : claim.end])
    return replace(claim, end=claim.number.end + cut.start()) if cut else claim


def _earlier(claim: Claim, wave: int, text: Text) -> bool:
    """Whether a level is of an earlier wave: it alone names a year, or "last year"."""
    if word_pattern(text.words.last_wave).search(claim.segment):
        return True
    years = {year_of(item) for item in numbers(claim.segment, text.lang)} - {0}
    past = regex.search(
        r"(?<!\w)(?:bija|was|were|had|был[аио]?)(?!\w)", claim.segment, regex.IGNORECASE
    )
    return bool(years) and (max(years) < wave or (not wave and past is not None))


def amount_of(text: Text, claims: Claims, sentence: Sentence) -> Number | None:
    """The only amount of change of a sentence about shares that prints at most the later level."""
    words = text.words
    counted = word_pattern(f"{words.counted}|{words.relative}").search(sentence.text)
    plain = regex.sub(
        r",? kas (?:ir|bija) ", " ", sentence.text
    )  # the pronoun narrows nothing here
    if counted or word_pattern(words.group).search(plain):
        return None
    levels = claims.of(sentence)
    if len(levels) > 2:
        return None
    moved = word_pattern(f"{words.rise}|{words.fall}|{words.more_than}").search(sentence.text)
    rest = [
        item
        for item in numbers(sentence.text, text.lang)
        if item.unit is not Unit.NONE
        and not item.ranged
        and not any(item.start == claim.number.start for claim in levels)
    ]
    return rest[0] if moved and len(rest) == 1 else None


def _meant(text: Text, claims: Claims, sentence: Sentence, pair: Pair) -> bool:
    """Whether a change is of the answer whose levels a pair prints."""
    order = pair.later.sentence.order
    if order == pair.earlier.sentence.order == sentence.order:
        return True
    if sentence.order == pair.earlier.sentence.order == order + 1:
        return len(claims.of(sentence)) == 1  # "68 % do. In 2024 it was 62 %, so … by 9 points"
    if sentence.order in (order, pair.earlier.sentence.order) or len(claims.of(sentence)) > 1:
        return False
    said = frozenset(_topic_of(text, sentence))
    shared = said & (topic(pair.later, text) | topic(pair.earlier, text))
    levels = claims.of(sentence)
    if levels:
        same = abs(levels[0].number.value - pair.later.number.value) < 1e-9
        return same and len(shared) >= 2
    near = 0 < sentence.order - pair.earlier.sentence.order <= 1
    near = near and sentence.block == pair.earlier.sentence.block
    share = word_pattern(text.words.share).search(sentence.text)
    return bool(near and share and shared)


def _topic_of(text: Text, sentence: Sentence) -> frozenset[str]:
    whole = Claim(
        sentence, Number(0, 0, Unit.PERCENT, 0, 0, 0), 0, len(sentence.text), True, text.lang
    )
    return topic(whole, text)


def _against(text: Text, sentence: Sentence, amount: Number, pair: Pair) -> Iterator[Finding]:
    off = abs(abs(pair.difference) - amount.value)
    others = tuple(
        spot(text, claim.sentence, claim.number.start, claim.number.end)
        for claim in (pair.earlier,)
    )
    at = spot(text, sentence, amount.start, amount.end)
    if amount.unit is Unit.PERCENT:
        if off <= pair.step + 1e-9 and pair.earlier.number.value < 90:
            yield finding(text, "percent-for-points", at, others, value=_said(amount.shown, text))
        return
    if off > max(pair.step, amount.step) + 1e-9:
        digits = max(pair.earlier.number.digits, pair.later.number.digits)
        yield finding(
            text,
            "value-difference",
            at,
            others,
            earlier=_said(pair.earlier.number.shown, text),
            later=_said(pair.later.number.shown, text),
            amount=_said(amount.shown, text),
            right=_said(f"{abs(pair.difference):.{digits}f}", text),
        )


def _said(shown: str, text: Text) -> str:
    return marked(shown, text.lang)
