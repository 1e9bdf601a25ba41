"""A difference told with the earlier level alone, whose later level stands just before it or in a table."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, Spot, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.stems import stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year, rows_of
from atbalss.study.decimals import marked


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts that no level near them gives, and shares whose difference is told in percent."""
    wave = last_year(text)
    own = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose:
        if sentence.order in own:
            continue
        if word_pattern(text.words.relative).search(regex.split(r";\s", sentence.text)[0]):
            continue
        if word_pattern(text.words.counted).search(sentence.text):
            continue
        levels = claims.of(sentence)
        amounts = _amounts(sentence, text, claims)
        if len(levels) == 1:
            left, right = _clause(sentence.text, levels[0].number.start)
            amounts = [item for item in amounts if left <= item.start < right]
        if not levels and ";" in sentence.text:
            amounts = [item for item in amounts if item.end <= sentence.text.index(";")]
        if len(amounts) != 1:
            continue
        if len(levels) == 1 and is_earlier(levels[0].segment, wave, text):
            yield from _with_earlier(text, claims, sentence, amounts[0], levels[0])
        elif len(levels) == 1 and amounts[0].unit is Unit.PERCENT:
            yield from _with_later(text, claims, sentence, amounts[0], levels[0], wave)
        elif not levels and amounts[0].unit is Unit.PERCENT:
            yield from _concluded(text, claims, sentence, amounts[0], wave)


def _amounts(sentence: Sentence, text: Text, claims: Claims) -> list[Number]:
    levels = {claim.number.start for claim in claims.of(sentence)}
    words = text.words
    moved = rf"{words.rise}|{words.fall}|{words.more_than}|{words.change}|up|down|plus|minus|pluss|mīnuss|плюс|минус"
    if not word_pattern(moved).search(sentence.text):
        return []
    return [
        item
        for item in numbers(sentence.text, text.lang)
        if item.unit is not Unit.NONE and item.start not in levels and not item.ranged
    ]


def _clause(words: str, place: int) -> tuple[int, int]:
    """Where the clause begins and ends that has a place in it."""
    cuts = [
        match.end()
        for match in regex.finditer(r";\s|,\s(?:and|but|while|un|bet|savukārt|а|и|но)\s", words)
    ]
    left = max((cut for cut in cuts if cut <= place), default=0)
    return left, min((cut for cut in cuts if cut > place), default=len(words))


def _before(sentence: Sentence, text: Text, claims: Claims) -> tuple[Claim, ...]:
    """The shares of the sentence before, in the same paragraph."""
    if not sentence.order:
        return ()
    before = text.sentences[sentence.order - 1]
    return claims.of(before) if before.block == sentence.block else ()


def _with_earlier(
    text: Text, claims: Claims, sentence: Sentence, amount: Number, earlier: Claim
) -> Iterator[Finding]:
    """`82 % are. This is 6 points more than a year ago (74 %)`; `4 points down on the 15 % of 2022`."""
    before = _before(sentence, text, claims)
    value, step = earlier.number.value, earlier.number.step
    if before:
        fits = [c for c in before if abs(abs(c.number.value - value) - amount.value) <= step + 1e-9]
        if amount.unit is Unit.PERCENT and len(fits) == 1:
            if abs(abs(fits[0].number.value / max(value, 1) - 1) * 100 - amount.value) > 1.5:
                yield _points(text, sentence, amount, fits[0])
            return
        points = len(before) == 1 and not fits and amount.unit is Unit.POINTS
        if points and _one_thing(before[0], sentence, earlier, text):
            later = before[0]
            where = spot(text, later.sentence, later.number.start, later.number.end)
            yield _wrong(text, sentence, amount, earlier.number, later.number, where)
        return
    rows = [
        row
        for row in rows_of(text, claims)
        if row.section == sentence.section
        and not row.before
        and abs(row.earlier.value - value) < 1e-9
    ]
    if len(rows) == 1 and amount.unit is Unit.POINTS:
        spread = abs(rows[0].later.value - value)
        if abs(spread - amount.value) > step + 1e-9:
            yield _wrong(text, sentence, amount, earlier.number, rows[0].later, rows[0].spot)


def _with_later(
    text: Text, claims: Claims, sentence: Sentence, amount: Number, later: Claim, wave: int
) -> Iterator[Finding]:
    """`In 2024 52 % were. This year it is 58 %, an increase of 6 %`."""
    before = _before(sentence, text, claims)
    old = [claim for claim in before if is_earlier(claim.segment, wave, text) or claim.years]
    if len(before) != 1 or len(old) != 1 or not old[0].number.value:
        return
    apart = abs(later.number.value - old[0].number.value)
    relative = 100 * apart / old[0].number.value
    if abs(apart - amount.value) < 1e-9 and abs(relative - amount.value) > 1:
        yield _points(text, sentence, amount, old[0])


def _one_thing(later: Claim, sentence: Sentence, earlier: Claim, text: Text) -> bool:
    """Whether a sentence says "this is", or names just what the sentence before names."""
    pronoun = r"(?:this|that|it|which|tas|šis|šī|šādu|tādu|tie|это|что|данный|такая)(?:\s|,)"
    if regex.match(pronoun, sentence.text, regex.IGNORECASE):
        return True
    own = set(stems(earlier.segment, text.lang))
    return bool(own & set(later.about)) and len(own - set(later.about)) <= 1


def _concluded(
    text: Text, claims: Claims, sentence: Sentence, amount: Number, wave: int
) -> Iterator[Finding]:
    """`72 % did in 2025 compared with 64 % in 2023. Satisfaction is thus up by 8 %`."""
    found = _before(sentence, text, claims)
    if len(found) != 2 or word_pattern(text.words.group).search(sentence.text):
        return
    one, other = found[0].number, found[1].number
    old = [is_earlier(claim.segment, wave, text) for claim in found]
    if sum(old) != 1 or not min(one.value, other.value):
        return
    earlier, later = (one, other) if old[0] else (other, one)
    relative = abs(later.value / earlier.value - 1) * 100
    apart = abs(later.value - earlier.value)
    if abs(apart - amount.value) < 1e-9 and abs(relative - amount.value) > 1:
        yield _points(text, sentence, amount, found[0])


def _points(text: Text, sentence: Sentence, amount: Number, later: Claim) -> Finding:
    at = spot(text, sentence, amount.start, amount.end)
    where = spot(text, later.sentence, later.number.start, later.number.end)
    return finding(text, "percent-for-points", at, (where,), value=_said(amount.shown, text))


def _wrong(
    text: Text, sentence: Sentence, amount: Number, earlier: Number, later: Number, where: Spot
) -> Finding:
    right = f"{abs(later.value - earlier.value):.{max(later.digits, earlier.digits)}f}"
    return finding(
        text, "value-difference", spot(text, sentence, amount.start, amount.end), (where,),
        earlier=_said(earlier.shown, text), later=_said(later.shown, text),
        amount=_said(amount.shown, text), right=_said(right, text),
    )  # fmt: skip


def _said(shown: str, text: Text) -> str:
    return marked(shown, text.lang)
