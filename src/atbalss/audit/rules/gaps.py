"""A gap or a step told right behind its two levels: `Nurses are thus 17 points ahead`, `the rise was 6 %`."""

from __future__ import annotations

from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit.changes import changes, elsewhere
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, spot, spot_of
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.rules.apart import GAP, LOOSE, concludes
from atbalss.audit.rules.retold import signs_of
from atbalss.audit.shifts import direction
from atbalss.audit.spread import against, backwards, gives
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import is_earlier, last_year
from atbalss.audit.ways_told import SO

_MORE = r"higher|lower|larger|smaller|more|fewer|less|lielāk\w*|mazāk\w*|augstāk\w*|zemāk\w*|vairāk|больше|меньше|выше|ниже"
_BY = r"par|by|на"
_BARE_BY = r"(?<!\w)(?:par|by|на)\s$"
_WHICH_IS = regex.pattern(
    r"(?:which|that) is\s$|kas ir(?: par)?\s$|(?:это|что)(?: на)?\s$", regex.IGNORECASE
)
_FAR = 70  # letters between the words that conclude and the amount


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Amounts that the two levels just before them deny, or give in points and not in percent."""
    done = {change.sentence.order for change in changes(text, claims) if change.amount}
    for sentence in text.prose:
        if sentence.order in done or word_pattern(text.words.relative).search(sentence.text):
            continue
        amount = _amount(sentence, text)
        levels = _levels(sentence, amount, text, claims) if amount is not None else ()
        if amount is None or len(levels) != 2 or elsewhere(sentence, text):
            continue
        one, other = levels
        at = spot(text, sentence, amount.start, amount.end)
        yield from against(text, at, (), one.number, other.number, amount)
        if amount.unit is Unit.POINTS and one.sentence.order < sentence.order:
            yield from _reversed(text, sentence, one, other, amount)


_WITHOUT = r"without|lacking|bez|без|unhappy|dissatisf\w+|nemiern\w+|neapmierin\w+|недоволь\w+"


def _reversed(
    text: Text, sentence: Sentence, one: Claim, other: Claim, amount: Number
) -> Iterator[Finding]:
    """`72 % are. In 2023 it was 67 %. So it fell by 5 points`: the right amount, the other way."""
    said = direction(sentence.text, text)
    old = [is_earlier(claim.segment, last_year(text), text) for claim in (one, other)]
    if said is None or sum(old) != 1 or not gives(one.number, other.number, amount):
        return
    earlier, later = (one, other) if old[0] else (other, one)
    lacks = word_pattern(_WITHOUT)
    sides = [
        (lacks.search(w) is None, signs_of(w, text)[0]) for w in (sentence.text, later.segment)
    ]
    if sides[0] == sides[1] and (later.number.value - earlier.number.value) * said[1] < 0:
        at = spot(text, sentence, said[2], said[2] + len(said[0]))
        others = [spot_of(text, c) for c in (earlier, later)]
        yield backwards(text, at, said[0], others, earlier.number, later.number)


def _amount(sentence: Sentence, text: Text) -> Number | None:
    """The last number of a sentence, where its words make it a gap, a rise or a fall."""
    words = sentence.text
    found_all = numbers(words, text.lang)
    found = [n for n in found_all if not year_of(n)]
    if not found or found[-1].unit is Unit.NONE or found[-1].ranged or found[-1].sign:
        return None
    last = found[-1]
    if regex.search(LOOSE, words[: last.start], regex.IGNORECASE) or not 0 < last.value < 60:
        return None
    left = found[-2].end if len(found) > 1 else 0
    near = words[left:]
    told = rf"{GAP}|{text.words.change}|{text.words.rise}|{text.words.fall}"
    by = regex.search(
        rf"(?<!\w)(?:{_MORE})(?: \w+){{0,3}}? (?:{_BY})\s$", words[: last.start], regex.IGNORECASE
    )
    behind = word_pattern(_MORE).search(words[last.end :][:30])
    if word_pattern(told).search(near) is None and not (
        by
        or _WHICH_IS.search(words[: last.start])
        or (behind and (last.unit is Unit.POINTS or regex.search(_BARE_BY, words[: last.start])))
    ):
        return None
    clear = _WHICH_IS.search(words[: last.start]) or word_pattern(f"{SO}|{GAP}").search(
        words[left : last.start]
    )
    if left and not clear:
        return None
    dated = word_pattern(text.words.last_wave).search(words) or any(map(year_of, found_all))
    cut = ";" in (near if dated else words[left : last.start])
    return last if last.start - left < _FAR and not cut else None


def _levels(sentence: Sentence, amount: Number, text: Text, claims: Claims) -> tuple[Claim, ...]:
    """The two levels before an amount: of its sentence, else of the sentence before."""
    own = tuple(c for c in claims.of(sentence) if c.number.end <= amount.start)
    if len(own) == 1 and amount.unit is Unit.PERCENT and sentence.order:
        first = text.sentences[sentence.order - 1]
        found = claims.of(first)
        if first.block == sentence.block and len(found) == 1:
            return found[0], own[0]
    if own:
        return own
    order = sentence.order - 1
    if order < 0 or text.sentences[order].block != sentence.block:
        return ()
    before = claims.of(text.sentences[order])
    since = word_pattern(text.words.last_wave)
    if since.search(sentence.text) and not any(
        claim.years or since.search(claim.segment) for claim in before
    ):
        return ()  # more than in a wave whose level is not told
    so = concludes(sentence, amount, text) or word_pattern(SO).search(sentence.text)
    plain = so or word_pattern(f"{GAP}|{_MORE}|{text.words.change}").search(sentence.text)
    if len(before) == 1 and so and order:
        first = text.sentences[order - 1]
        if first.block == sentence.block:
            before = (*claims.of(first), *before)
    return before if plain else ()
