"""Standings told in words against a list: second, last but one, ahead of, as often as, all over half."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from atbalss.audit import regex
from atbalss.audit import words_standing as words
from atbalss.audit.claims import Claims
from atbalss.audit.deeds import is_of_another_deed
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.mentions import table_named
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.places import (
    Clause,
    clauses,
    is_of_oneself,
    standing_in,
    tells_place,
    without_again,
)
from atbalss.audit.polarity import are_opposite
from atbalss.audit.rankings import Ranking, rankings_of
from atbalss.audit.retold_tables import table_retold
from atbalss.audit.rules.extremes import is_of_size
from atbalss.audit.rules.lumped import AND
from atbalss.audit.rules.summary import summary_of
from atbalss.audit.scope import is_foreign, is_of_another_kind, is_of_change
from atbalss.audit.spoken import words_in
from atbalss.audit.stems import every_stem
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.audit.words_rank import LEAVES_OUT
from atbalss.study.decimals import marked

_FAR = 5.0  # points between two that nobody calls as many
_ABOUT = 8.0  # ... or almost as many


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Standings that the values of the list deny."""
    if not rankings_of(text, claims):
        return
    moved = word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.change}")
    compares = word_pattern(f"{words.AHEAD[text.lang]}|{words.AS_MUCH[text.lang]}")
    for sentence in text.prose:
        if not (tells_place(sentence.text, text) or compares.search(sentence.text)):
            continue
        if sentence.text.rstrip(' )”“»"').endswith("?") or '?"' in sentence.text:
            continue
        whole = without_again(sentence, text)
        if year_in(whole, text) or word_pattern(text.words.last_wave).search(whole):
            continue
        if regex.match(LEAVES_OUT[text.lang], whole, regex.IGNORECASE):
            continue
        known = [
            ranking
            for ranking in _near(sentence, text, claims)
            if not is_of_another_kind(sentence.text, ranking.context, text)
            and not is_of_change(ranking, sentence, text)
        ]
        for clause in clauses(sentence, text) if known else ():
            if moved.search(clause.words):
                continue
            made = _placed(clause, known, text, claims) or _compared(clause, known, text, claims)
            if made is not None:
                yield made


def _near(sentence: Sentence, text: Text, claims: Claims) -> list[Ranking]:
    """The rankings of a sentence's section; of a summary or a section without any, those of the body."""
    known = [r for r in rankings_of(text, claims) if r.order != sentence.order]
    named = table_named(sentence, text, claims)
    if named >= 0:
        return [ranking for ranking in known if ranking.first == named]
    inside = summary_of(text, claims)
    near = [ranking for ranking in known if ranking.section == sentence.section]
    if claims.drawn or (near and sentence.block not in inside):
        return near
    return [ranking for ranking in known if ranking.first not in inside]


def _nearest(
    sentence: Sentence, known: Sequence[Ranking], text: Text, claims: Claims
) -> list[Ranking]:
    """The list that a passage retells, that before a sentence of a section, else the one after it.

    Of the whole body, all.
    """
    own = [ranking for ranking in known if ranking.section == sentence.section]
    if len(own) < len(known):
        return list(known)
    retold = table_retold(sentence.block, text, claims)
    if retold >= 0 and any(r.first == retold for r in own):
        return [r for r in own if r.first == retold]
    before = [
        (r.last, r.order) for r in own if (r.last, r.order) <= (sentence.block, sentence.order)
    ]
    if before:
        return [
            r
            for r in own
            if r.last == max(before)[0] and (r.order < 0 or (r.last, r.order) == max(before))
        ]
    return [r for r in own if r.first == min(item.first for item in own)]


# ---- places


def _placed(clause: Clause, known: Sequence[Ranking], text: Text, claims: Claims) -> Finding | None:
    """`second comes price`: the place of the entry that the clause names."""
    standing = standing_in(clause, text)
    if standing is None or clause.sentence.text.endswith(":"):
        return None  # or it opens a list
    match, place = standing.match, standing.place
    if is_of_oneself(clause.sentence.text, clause.start + match.start()):
        return None
    if regex.match(words.OF_SOME, match.group(0), regex.IGNORECASE) and words_in(
        clause.sentence, text
    ):
        return None  # "for a quarter the main reason was work"
    several = [c for c in claims.of(clause.sentence) if c.number.value <= 100]
    if abs(place) == 1 and len(several) > 1 and "%" in clause.words:
        return None  # it may open a list of several
    before = clause.words[: match.start()]
    if regex.search(
        rf"(?<!\w)(?:{words.ONE_OF[text.lang]})\s(?:the\s|a\s)?$", before, regex.IGNORECASE
    ):
        return None
    if words.SEVERAL.search(before) or words.OF_PEOPLE.match(
        clause.sentence.text, clause.start + match.end()
    ):
        return None  # "the two top services", "third place, with 74 people"
    rest = f"{before} {clause.words[match.end() :]}"
    if is_of_size(match.group(0), clause.words[match.end() :], text):
        return None
    tied = word_pattern(words.SHARED[text.lang]).search(clause.words) is not None
    verdicts = []
    retold = table_retold(clause.sentence.block, text, claims)
    for ranking in known:
        if not standing.is_of(ranking, clause.words):
            continue
        if not standing.judged and are_opposite(clause.words, ranking.measure, text.lang):
            return None  # `satisfaction is highest` of a list of the dissatisfied
        meant = one_named(rest, ranking, clause, text, claims)
        if meant is None and ranking.first == retold:
            meant = _valued(rest, ranking, clause, text)
        if meant is None:
            continue
        around = ranking.context | ranking.measure
        if is_of_another_deed(rest, match.group(0), meant.named, around, text):
            continue
        other = _beyond(ranking, meant, place, tied, clause, text)
        if other is None:
            return None  # some list bears it out
        verdicts.append((ranking, meant, other))
    nearest = _nearest(clause.sentence, known, text, claims)
    verdicts = [item for item in verdicts if item[0] in nearest]
    if not verdicts:
        return None
    _, meant, other = verdicts[0]
    rule = "rank-tie" if meant.number.value == other.number.value else "rank-word"
    return _told(clause, match, (meant, other), rule, text)


def one_named(
    rest: str, ranking: Ranking, clause: Clause, text: Text, claims: Claims
) -> Entry | None:
    """The one entry that the rest of a clause names, where it speaks of nothing else."""
    said = names(rest, text)
    whole = said | frozenset(every_stem(rest, text.lang))
    fits = ranking.named_in(whole)
    if len(fits) != 1 or is_foreign(said, ranking, fits, clause.sentence, text, claims):
        return None
    telling = {word for word in fits[0].named if not regex.match(words.FILLER, word)}
    if telling and not _begins(frozenset(telling)) & _begins(whole):
        return None  # "of the four reasons" names none of them
    near = ranking.section == clause.sentence.section
    own = fits[0].named - ranking.vague
    own = frozenset(word for word in own if word[0].isdigit()) or own  # ages 30-44
    if not near and not _begins(own) <= _begins(said):
        return None  # from afar, an entry is to be named in full
    if _is_one_of_two(rest, fits[0], ranking, text):
        return None
    levels = [n for n in numbers(clause.words, text.lang) if n.unit is Unit.PERCENT or n.digits]
    told = [claim.number for claim in claims.of(clause.sentence)]
    levels = levels or (told if len(told) == 1 else [])  # "lowest in Ogre, where 39 % trust it"
    if levels and fits[0].number.value not in {item.value for item in levels}:
        return None
    return fits[0]


def _begins(named: frozenset[str]) -> set[str]:
    return {word[:4] for word in named}


def _is_one_of_two(rest: str, meant: Entry, ranking: Ranking, text: Text) -> bool:
    """Whether another thing is named behind or before an "and", which the list does not have."""
    joined = regex.split(rf"\s(?:{AND[text.lang]})\s", rest)
    known = _begins(ranking.context | meant.named)
    if len(joined) > 2:  # of several, a name alone is surely of something else: `X and Y are`
        joined = [
            part for part in joined if regex.match(r"[A-ZĀ-ŽА-ЯЁ]\w+(?:\s(?:is|are|ir)\b|$)", part)
        ]
    for part in joined:
        said = {word for word in names(part, text) if not regex.match(words.FILLER, word)}
        if said and not _begins(frozenset(said)) & known:
            return True
    return False


def _valued(rest: str, ranking: Ranking, clause: Clause, text: Text) -> Entry | None:
    """The entry of a retold table that has a clause's one value, and one of its words."""
    levels = {
        n.value for n in numbers(clause.words, text.lang) if n.unit is Unit.PERCENT or n.digits
    }
    fits = [entry for entry in ranking.entries if entry.number.value in levels]
    said = {word[:4] for word in names(rest, text) if not word[0].isdigit()}
    own = {word[:4] for word in fits[0].named} if len(fits) == 1 and len(levels) == 1 else set()
    return fits[0] if own & said else None


def _beyond(
    ranking: Ranking, meant: Entry, place: int, tied: bool, clause: Clause, text: Text
) -> Entry | None:
    """The entry that denies a place; None where the place is right, or may be."""
    value = meant.number.value
    for entries in (ranking.entries, (*ranking.entries, *ranking.rests)):
        sign = 1 if place > 0 else -1
        above = [e for e in entries if (e.number.value - value) * sign > 1e-9]
        level = [e for e in entries if e is not meant and abs(e.number.value - value) < 1e-9]
        if abs(place) > len(entries):
            return None
        if len(above) < abs(place) <= len(above) + 1 + len(level):
            if tied or not level or abs(place) == 1:
                return None
            said = names(clause.words, text)
            if any(entry in level for entry in ranking.named_in(said)):
                return None
            return level[0]
        other = above[0] if len(above) >= abs(place) else None
        if other is None:
            rest = [e for e in entries if e is not meant and e not in level]
            other = max(rest, key=lambda e: e.number.value * sign)
    return other


# ---- two compared


def _compared(
    clause: Clause, known: Sequence[Ranking], text: Text, claims: Claims
) -> Finding | None:
    """`A is ahead of B`, `A as often as B`, told without their values or with them."""
    ahead = list(word_pattern(words.AHEAD[text.lang]).finditer(clause.words))
    alike = list(word_pattern(words.AS_MUCH[text.lang]).finditer(clause.words))
    if len(ahead) + len(alike) != 1:
        return None
    match = (ahead or alike)[0]
    before, after = clause.words[: match.start()], clause.words[match.end() :]
    if regex.search(
        r"(?<!\w)(?:nav|ne|not|n't|не|no|times|reiz\w*|раза?|twice)\s(?:\w+\s)?$",
        before,
        regex.IGNORECASE,
    ):
        return None
    if regex.match(r"\s(?:\w+ )?\d", after):
        return None
    for ranking in _nearest(clause.sentence, known, text, claims):
        pair = _pair((before, after), bool(alike), ranking, clause, text, claims)
        if pair is None:
            continue
        gap = pair[0].number.value - pair[1].number.value
        own = [c.number for c in claims.of(clause.sentence)]
        own = [n for n in own if n.end <= clause.start + match.start()]
        if alike and own and own[-1].value not in {entry.number.value for entry in pair}:
            return None  # `29 % rate it high, and just as many low`: as many as the 29 %
        if alike:
            near = regex.search(rf"(?:{words.NEARLY})\s$", before, regex.IGNORECASE)
            if abs(gap) < (_ABOUT if near else _FAR):
                return None
        elif gap == 0 or (gap > 0) == (match.group("up") is not None):
            return None
        return _told(clause, match, pair, "rank-word", text)
    return None


def _pair(
    said: tuple[str, str], alike: bool, ranking: Ranking, clause: Clause, text: Text, claims: Claims
) -> tuple[Entry, Entry] | None:
    """The two entries that stand on both sides of a comparison, and nothing else does."""
    before, after = said
    left, right = names(before, text), names(after, text)
    both = ranking.named_in(left | right)
    if is_foreign(left | right, ranking, both, clause.sentence, text, claims):
        return None
    one = ranking.named_in(left | frozenset(every_stem(before, text.lang)))
    other = ranking.named_in(right | frozenset(every_stem(after, text.lang)))
    if alike and not (one and other):
        two = one or other
        return (two[0], two[1]) if len(two) == 2 else None
    if len(one) != 1 or len(other) != 1 or one[0] is other[0]:
        return None
    if text.lang != "en" and regex.search(r"\w[uуюoi]\s*$", before.strip()) and not alike:
        return None  # the object may stand first
    return one[0], other[0]


def _told(
    clause: Clause, match: re.Match[str], pair: tuple[Entry, Entry], rule: str, text: Text
) -> Finding:
    at = spot(text, clause.sentence, clause.start + match.start(), clause.start + match.end())
    value, other = (marked(entry.number.shown, text.lang) for entry in pair)
    return finding(
        text, rule, at, tuple(entry.spot for entry in reversed(pair)),
        words=match.group(0).strip(), value=value, other=other,
    )  # fmt: skip
