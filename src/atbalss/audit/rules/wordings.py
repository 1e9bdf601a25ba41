"""A fraction or majority word without a number, against the number that another sentence gives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.histories import hits
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.referents import referents
from atbalss.audit.rules import fractions, majorities
from atbalss.audit.rules.two_values import sign_of, topic
from atbalss.audit.spoken import Spoken, words_in
from atbalss.audit.stems import stems
from atbalss.audit.strands import strands_of
from atbalss.audit.subject_words import subject_of
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.things import is_of_things
from atbalss.report.ranges import choose
from atbalss.report.words import claim_words

_NEAR = 4  # sentences
_SPARE = 2.0  # points that a word without a number may be off
_Words = tuple[str, str, str, float, int, int]
_PARTS = r"no tiem|no šiem|no viņiem|of (?:them|those|these|whom)|из них|из тех"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """`half of the readers use it`, where the next sentence says that 79 % do."""
    for sentence in text.sentences:
        told = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
        if sentence.kind not in told or claims.of(sentence):
            continue
        yield from _of_the_one_before(sentence, text, claims)
        if any(item.unit is not Unit.NONE for item in numbers(sentence.text, text.lang)):
            continue
        if word_pattern(rf"{_PARTS}|{text.words.last_wave}").search(sentence.text):
            continue
        near = list(_near(sentence, claims))
        said = words_in(sentence, text) if near else []
        if len(said) != 1 or said[0][1] in ("all", "none"):
            continue
        pseudo = _without(sentence, said[0][4], said[0][5], text)
        for claim in near:
            if not _one(pseudo, claim, text):
                continue
            if any(_bears(Spoken(*said[0], _moved(claim, by))) for by in (0.0, -_SPARE, _SPARE)):
                break
            if _is_of_another(pseudo, said[0], claim, text, claims):
                break
            yield _told(text, sentence, Spoken(*said[0], claim))
            break


def _of_the_one_before(sentence: Sentence, text: Text, claims: Claims) -> Iterator[Finding]:
    """`It was the app for 53 %. So just under half …`, `… 66 % and 72 %. The share is thus over three quarters`."""
    before = text.sentences[sentence.order - 1]
    told = claims.of(before) if before.block == sentence.block else ()
    units = {n.unit for n in numbers(sentence.text, text.lang)} if told else {Unit.PERCENT}
    said = words_in(sentence, text) if units <= {Unit.POINTS, Unit.NONE} else []
    if (
        len(said) != 1
        or said[0][1] in ("all", "none")
        or word_pattern(_PARTS).search(sentence.text)
    ):
        return
    pseudo = _without(sentence, said[0][4], said[0][5], text)
    waves = [s for s in strands_of(text, claims) if s.waves and before.order in s.orders]
    values = {strand.points[-1].number.value for strand in waves} if len(told) > 1 else ()
    found = [one for one in told if len(told) == 1 or one.number.value in values]
    if len(found) != 1 or not word_pattern(rf"{_SO}|{text.words.share}").search(pseudo.segment):
        return
    near = " ".join(
        block.text for block in text.blocks[max(0, before.block - 1) : before.block + 1]
    )
    told_of = near[: near.rfind(sentence.text)]
    about = frozenset(stems(f"{text.titles.get(before.section, '')} {told_of}", text.lang))
    named = subject_of(pseudo.sentence.text, text)
    if (
        (not named or hits(named, about))
        and not any(_bears(Spoken(*said[0], _moved(found[0], by))) for by in (0.0, -_HALF, _HALF))
        and sign_of(pseudo, text) == sign_of(found[0], text)
        and not is_of_things(sentence.text, said[0][5], None, text, claims)
        and not _is_of_another(pseudo, said[0], found[0], text, claims)
    ):
        yield _told(text, sentence, Spoken(*said[0], found[0]))


_HALF = 0.5  # of a point: what rounding may hide
_SO = r"tātad|tādējādi|līdz ar to|so|thus|hence|that is|in other words|значит|таким образом|то есть|следовательно|итак"


def _is_of_another(pseudo: Claim, said: _Words, claim: Claim, text: Text, claims: Claims) -> bool:
    """Whether a list gives another share that the words bear, a net or the yes to a question."""
    found = referents(pseudo.sentence.text, claim.sentence, text, claims)
    found += referents(pseudo.sentence.text, pseudo.sentence, text, claims)
    moved = (_moved(claim, one.value - claim.number.value) for one in found)
    return any(_bears(Spoken(*said, one)) for one in moved)


def _without(sentence: Sentence, start: int, end: int, text: Text) -> Claim:
    """The sentence without its fraction words, as a claim that can be compared with others."""
    before = regex.sub(
        r"(?:tikai|only|just|лишь|только|nepiln\w+)\s(?:nepiln\w+\s)?$",
        "",
        sentence.text[:start],
        flags=regex.IGNORECASE,
    )
    bare = replace(sentence, text=before + " " + sentence.text[end:])
    number = Number(0.0, 0, Unit.PERCENT, 0, 0, 0)
    return Claim(bare, number, 0, len(bare.text), True, text.lang)


def _near(sentence: Sentence, claims: Claims) -> Iterator[Claim]:
    """Claims of the section, the nearest first."""
    found = [
        claim
        for claim in claims.levels
        if claim.sentence.section == sentence.section
        and abs(claim.sentence.order - sentence.order) <= _NEAR
        and claim.sentence.kind in (Kind.PARAGRAPH, Kind.ITEM)
    ]
    yield from sorted(found, key=lambda claim: abs(claim.sentence.order - sentence.order))


def _one(said: Claim, claim: Claim, text: Text) -> bool:
    """Whether words and a number are of one answer."""
    if claim.years or word_pattern(rf"{_PARTS}|{text.words.last_wave}").search(claim.segment):
        return False
    if sign_of(said, text) != sign_of(claim, text):
        return False
    named, own = topic(said, text), topic(claim, text)
    if not own and not regex.search(r"[^\W\d_]", claim.segment):
        return False  # a bare number, of a chart in a PDF
    before = text.sentences[claim.sentence.order - 1] if claim.sentence.order else None
    if before is not None and before.text.rstrip(' ”“"»').endswith("?"):
        own |= frozenset(stems(before.text, text.lang)) & named
    if not named or not own:
        return False
    heads = said.sentence.kind is Kind.HEADING
    adjacent = heads or abs(claim.sentence.order - said.sentence.order) <= 2
    if named == own:
        return len(named) > 1 or adjacent
    return len(named & own) >= 2 and len(named ^ own) <= 1


def _moved(claim: Claim, by: float) -> Claim:
    return replace(claim, number=replace(claim.number, value=claim.number.value + by))


def _bears(item: Spoken) -> bool:
    return fractions.bears(item) if item.exact else majorities.bears(item)


def _told(text: Text, sentence: Sentence, item: Spoken) -> Finding:
    number = item.claim.number
    share = choose(number.value / 100)
    better = claim_words(share, text.lang) if share else f"{number.value:g} %"
    rule = "fraction-word" if item.exact else "majority-word"
    at = spot(text, sentence, item.start, item.end)
    where = spot(text, item.claim.sentence, number.start, number.end)
    return finding(text, rule, at, (where,), words=item.words, value=number.shown, better=better)
