"""A fraction told without its number, far from the list that gives it: `every third uses it`, 41 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.rankings import rankings_of
from atbalss.audit.referents import referents
from atbalss.audit.rules import fractions, majorities
from atbalss.audit.rules.standings import one_named
from atbalss.audit.rules.worded import is_of_things
from atbalss.audit.spoken import Spoken, words_in
from atbalss.audit.text import Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.audit.words_share import OR_MORE
from atbalss.report.ranges import choose
from atbalss.report.words import claim_words
from atbalss.study.decimals import marked

_SPARE = 2.0  # points that a word without a number may be off
_NEAR = 2  # blocks
_SOME = (  # says that the share is of a part of those who answered, or of a change
    r"of (?:them|those|these|whom)|among|who|which|whose|no (?:tiem|šiem|viņiem|tām)|kuri|kuras|kurš|kura|starp|vidū"
    r"|из (?:них|тех|этих)|среди|котор\w+|кто"
)

_METHOD = (  # every tenth was asked
    r"interview\w*|sampl\w+|approach\w*|invit\w+|intervij\w*|intervēt\w*|izlas\w*|uzrunā\w*|uzaicin\w*|интервью\w*|выборк\w*|обраща\w+|отбира\w+|отобра\w+|приглаш\w+"
)
_LOOSE = (0.0, -_SPARE, _SPARE)
_AT_LEAST = re.compile(
    r"(?<!\w)(?:at least|or more|vismaz|ne retāk|не реже|хотя бы|как минимум|или больше)(?!\w)",
    re.IGNORECASE,
)
_IF = re.compile(r"(?:^|[,\s])(?:ja|if|если)\s", re.IGNORECASE)
_NOT = r"not|\w+n't|nav|ne|не|no|without|без|bez"


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Fraction and majority words for an entry of a list whose share does not bear them."""
    for sentence in text.prose:
        if claims.of(sentence) or any(
            item.unit is not Unit.NONE for item in numbers(sentence.text, text.lang)
        ):
            continue
        said = [item for item in words_in(sentence, text) if item[1] not in ("all", "none")]
        if len(said) != 1 or year_in(sentence.text, text):
            continue
        moved = rf"{text.words.last_wave}|{text.words.rise}|{text.words.fall}|{text.words.change}"
        if word_pattern(rf"{_SOME}|{_METHOD}|{_NOT}|{moved}").search(sentence.text):
            continue
        if _IF.search(sentence.text):
            continue  # what would be
        for clause in parts_of(sentence):
            if clause.start <= said[0][4] < clause.start + len(clause.words):
                made = _denied(clause, said[0], text, claims)
                if made is not None:
                    yield made


def _denied(
    clause: Clause, said: tuple[str, str, str, float, int, int], text: Text, claims: Claims
) -> Finding | None:
    begin, end = said[4] - clause.start, said[5] - clause.start
    rest = f"{clause.words[:begin]} {clause.words[end:]}"
    if OR_MORE.search(clause.words[end:]):
        return None
    found: list[Entry] = []
    for ranking in rankings_of(text, claims):
        meant = one_named(rest, ranking, clause, text, claims) if ranking.shares else None
        if meant is None or not _is_named(rest, meant.named - ranking.vague, text):
            continue
        if any(_bears(_spoken(said, meant, clause, by, text)) for by in (0.0, -_SPARE, _SPARE)):
            return None
        found.append(meant)
    if not found or _is_near(said, found[0], clause, text) or _AT_LEAST.search(rest):
        return None
    if is_of_things(clause.sentence.text, said[5], None, text, claims):
        return None
    for one in referents(rest, clause.sentence, text, claims)[:2]:  # a net that is meant
        apart = one.value - found[0].number.value
        if apart and any(
            _bears(_spoken(said, found[0], clause, apart + by, text)) for by in _LOOSE
        ):
            return None
    item = _spoken(said, found[0], clause, 0.0, text)
    share = choose(found[0].number.value / 100)
    better = claim_words(share, text.lang) if share else f"{found[0].number.value:g} %"
    at = spot(text, clause.sentence, said[4], said[5])
    return finding(
        text, "fraction-word" if item.exact else "majority-word", at, (found[0].spot,),
        words=item.words, value=marked(found[0].number.shown, text.lang), better=better,
    )  # fmt: skip


def _is_named(rest: str, own: frozenset[str], text: Text) -> bool:
    """Whether words say most of what names an entry: `sorts`, of glass, is not `sorts food`."""
    said = {word[:4] for word in names(rest, text)}
    begun = {word[:4] for word in own}
    return 2 * len(begun & said) > len(begun)


def _is_near(
    said: tuple[str, str, str, float, int, int], meant: Entry, clause: Clause, text: Text
) -> bool:
    """Whether a number close by would bear the words out: of a list that could not be read."""
    block = clause.sentence.block
    for near in text.blocks[max(0, block - _NEAR) : block + _NEAR + 1]:
        for item in numbers(near.text, text.lang):
            apart = item.value - meant.number.value
            bare = item.unit is Unit.NONE and item.value <= 100
            if bare and _bears(_spoken(said, meant, clause, apart, text)):
                return True
    return False


def _spoken(
    said: tuple[str, str, str, float, int, int], meant: Entry, clause: Clause, by: float, text: Text
) -> Spoken:
    """The words with the share of an entry, moved by some points."""
    number = replace(meant.number, value=meant.number.value + by)
    whole = clause.sentence.text
    return Spoken(*said, Claim(clause.sentence, number, 0, len(whole), True, text.lang))


def _bears(item: Spoken) -> bool:
    return fractions.bears(item) if item.exact else majorities.bears(item)
