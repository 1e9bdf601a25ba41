"""All, none and the only one of a list above or below a bound: `in every region over half`, one has 47 %."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_quantity as words
from atbalss.audit.claims import Claims
from atbalss.audit.entries import Entry
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.lists import names
from atbalss.audit.numbers import Unit, numbers
from atbalss.audit.places import Clause, parts_of
from atbalss.audit.rankings import Ranking, rankings_of
from atbalss.audit.scope import is_foreign
from atbalss.audit.spoken import words_in
from atbalss.audit.stems import every_stem, stems
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.report.ranges import LESS, MORE
from atbalss.study.decimals import marked

_NOT = r"(?<!\w)(?:not|n't|nav|ne|не|nor|without|без|bez)(?!\w)|n't(?!\w)"


_FEW = 6  # lists of a document far from a sentence, of which one may be meant


@dataclass(frozen=True, slots=True)
class Limit:
    """A bound in percent, whether what is meant lies above it, and where it is told."""

    value: float
    up: bool
    twice: bool  # `does not exceed`: what "none" denies is above
    shown: str
    start: int
    end: int


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return word_pattern(words.EVERY[lang]), regex.pattern(
        rf"(?<!\w)(?:{words.bound(lang)})(?!\w)", regex.IGNORECASE
    )


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Bounds said of every entry of a list, of none or of one only, that its values deny."""
    every, bound = _patterns(text.lang)
    for sentence in text.prose:
        if every.search(sentence.text) is None or not rankings_of(text, claims):
            continue
        if year_in(sentence.text, text) or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        for clause in parts_of(sentence):
            said, limits = list(every.finditer(clause.words)), list(_limits(clause, bound, text))
            if len(said) == len(limits) == 1 and not _is_aside(clause, said[0], limits[0]):
                made = _denied(clause, said[0], limits[0], text, claims)
                if made is not None:
                    yield made


def _is_aside(clause: Clause, said: re.Match[str], limit: Limit) -> bool:
    """Whether `none` and a bound are of two clauses: `No surprises here, most people …`."""
    between = clause.words[said.end() : limit.start]
    if regex.match(
        r"\s(?:of )?(?:the |all )?(?:replies|answers|votes|ratings|comments)",
        clause.words[limit.end :],
    ):
        return True  # of what each was answered
    return said.group("none") is not None and regex.search(r"[,:]\s", between) is not None


def _limits(clause: Clause, bound: re.Pattern[str], text: Text) -> Iterator[Limit]:
    """The bounds that a clause names, in percent or in words; any other share makes it unclear."""
    shares = [item for item in numbers(clause.words, text.lang) if item.unit is Unit.PERCENT]
    found = list(bound.finditer(clause.words))
    if len(found) != len(shares):
        return
    for match in found:
        up = any(match.group(key) is not None for key in ("over", "least"))
        twice = any(match.group(key) is not None for key in ("never", "short"))
        value = float(match.group("n").replace(",", "."))
        yield Limit(value, up, twice, match.group("n"), match.start(), match.end())
    for said, key, mode, exact, start, end in words_in(clause.sentence, text):
        if not clause.start <= start < clause.start + len(clause.words):
            continue
        if key in ("majority", "minority"):
            exact, mode = 50.0, MORE if key == "majority" else LESS
        if regex.search(words.AT_LEAST, clause.sentence.text[:start], regex.IGNORECASE):
            mode = MORE
        if exact and mode in (MORE, LESS):
            begin, stop = start - clause.start, end - clause.start
            yield Limit(exact, mode == MORE, False, said, begin, stop)


def _denied(
    clause: Clause, said: re.Match[str], limit: Limit, text: Text, claims: Claims
) -> Finding | None:
    nouns = [value for key, value in said.groupdict().items() if key.startswith("noun")]
    noun = next(filter(None, nouns), "")
    kinds = {word[:5] for word in every_stem(noun, text.lang)} | {
        word[:5] for word in stems(noun, text.lang)
    }
    rest = clause.words
    places = [(said.start(), said.end()), (limit.start, limit.end)]
    for start, end in sorted(places, reverse=True):
        rest = f"{rest[:start]} {rest[end:]}"
    told = names(rest, text)
    free = said.group("none") is not None and text.lang != "en"  # "none" takes a negation there
    if (
        not free
        and regex.search(_NOT, rest, regex.IGNORECASE)
        and not _is_denied(clause.words, limit)
    ):
        return None
    only = said.group("only") is not None or said.group("alone") is not None
    found: list[tuple[Entry, Ranking]] = []
    for ranking in _measured(_meant(clause.sentence, kinds, text, claims), told):
        named = ranking.named_in(told | frozenset(every_stem(rest, text.lang)))
        if len(named) != only or is_foreign(told, ranking, named, clause.sentence, text, claims):
            continue
        entries = [entry for entry in ranking.entries if entry not in named]
        wrong = _beyond(entries, named, said, limit, clause.words)
        if wrong is None:
            return None  # a list bears it out
        found.append((wrong, ranking))
    if not found:
        return None
    wrong = found[0][0]
    start, end = min(said.start(), limit.start), max(said.end(), limit.end)
    at = spot(text, clause.sentence, clause.start + start, clause.start + end)
    value = limit.shown or f"{limit.value:g}"
    return finding(
        text, "rank-word", at, (wrong.spot,),
        words=said.group(0), value=marked(value, text.lang), other=marked(wrong.number.shown, text.lang),
    )  # fmt: skip


def _meant(sentence: Sentence, kinds: set[str], text: Text, claims: Claims) -> list[Ranking]:
    """The lists of shares whose entries are what a noun calls them: of its section, else of any."""
    fits = [
        ranking
        for ranking in rankings_of(text, claims)
        if ranking.shares
        and len(ranking.entries) > 2
        and ranking.order != sentence.order
        and (not kinds or any(word[:5] in kinds for word in ranking.context))
        and not any(word[:5] in kinds for entry in ranking.entries for word in entry.named)
        and _of_one_sort(ranking)
    ]
    headed = [ranking for ranking in fits if any(word[:5] in kinds for word in ranking.kind)]
    fits = headed or fits
    near = [ranking for ranking in fits if ranking.section == sentence.section]
    fits = [ranking for ranking in fits if ranking.order < 0 or len(ranking.entries) > 3]
    return near or ([] if claims.drawn or len(fits) > _FEW else fits)


def _of_one_sort(ranking: Ranking) -> bool:
    """Whether all entries are ages, or none is: rows of several groupings are not one list."""
    aged = [any(word[0].isdigit() for word in entry.named) for entry in ranking.entries]
    return all(aged) or not any(aged)


def _measured(known: Sequence[Ranking], told: frozenset[str]) -> list[Ranking]:
    """Of the columns of one table, those whose head a sentence names best."""
    found = []
    for ranking in known:
        table = [item for item in known if item.first == ranking.first]
        most = max(len(item.measure & told) for item in table)
        if len(ranking.measure & told) == most:
            found.append(ranking)
    return found


def _beyond(
    entries: Sequence[Entry],
    named: Sequence[Entry],
    said: re.Match[str],
    limit: Limit,
    clause: str,
) -> Entry | None:
    """The entry that denies the sentence; None where none does."""
    value, up = limit.value, limit.up
    none = said.group("none") is not None
    if none and limit.twice:
        up = True
    if not none and _is_denied(clause, limit):
        up = not up  # "nowhere is it below half"; after "none" the negation is doubled
    inside = [e for e in entries if _reaches(e, value, up)]
    outside = [e for e in entries if _reaches(e, value, not up)]
    if none:
        return inside[0] if inside else None
    if named:
        alone = named[0]
        if _reaches(alone, value, not up):
            return alone
        return inside[0] if inside else None
    return outside[0] if outside else None


def _is_denied(clause: str, limit: Limit) -> bool:
    return regex.search(words.DENIED, clause[: limit.start], regex.IGNORECASE) is not None


def _reaches(entry: Entry, value: float, up: bool) -> bool:
    """Whether a share is surely above (below) a bound, however it was rounded."""
    gap = entry.number.value - value
    return (gap if up else -gap) > entry.number.step / 2
