"""Which two of its points a sentence sets against each other: groups, ages, waves, by the words for them."""

from __future__ import annotations

import itertools

from atbalss.audit import regex
from atbalss.audit.claims import Claims
from atbalss.audit.histories import hits
from atbalss.audit.lists import names
from atbalss.audit.numbers import years_in
from atbalss.audit.stems import stems
from atbalss.audit.strand import Point, Strand
from atbalss.audit.subject_words import AGES, APART, COURSE, GROUPS, PRO, SPAN, shared
from atbalss.audit.text import Sentence, Text, word_pattern
from atbalss.audit.ways_told import SO
from atbalss.audit.words_course import ABOVE, BELOW


def own_levels(
    sentence: Sentence, text: Text, claims: Claims, clause: str = ""
) -> frozenset[float]:
    """The levels that a claim, or its clause, prints, without the marks that it says are passed: `above 50 %`."""
    edge = rf"(?:{ABOVE[text.lang]}|{BELOW[text.lang]}|{_EDGE})(?: \w+)?$"
    begin = sentence.text.find(clause)
    every = claims.of(sentence)
    part = [one for one in every if begin <= one.number.start < begin + len(clause)]
    return frozenset(
        claim.number.value
        for claim in part or every
        if not regex.search(
            rf"(?<!\w){edge}", sentence.text[: claim.number.start].rstrip(), regex.IGNORECASE
        )
    )


_EDGE = r"mark(?: of)?|threshold(?: of)?|robežu|sliekšņ\w+|порог\w*|отметк\w+|рубеж\w*"


def pairs_in(
    strand: Strand, sentence: Sentence, text: Text, *, only: bool = False, clause: str = ""
) -> list[tuple[Point, Point]]:
    """The pairs of levels that a claim may compare: those that it names, else any two.

    `only`: whether the document has no other groups, so that they need not be named;
    `clause`: the part of the sentence that the claim stands in, whose years count.
    """
    points = strand.points
    if strand.waves and sentence.order in strand.orders:
        return list(itertools.combinations(points, 2))
    if strand.waves:
        narrowed = _is_narrowed(clause or sentence.text, text)
        return [] if narrowed else _of_waves(strand, clause or sentence.text)
    ends = of_ages(strand, clause) or of_ages(strand, sentence.text)
    if ends:
        return [(ends[0], ends[1])] if len(ends) == 2 else []
    named = named_points(strand, names(sentence.text, text), text)
    if len(named) == 2 and not _AT_FIRST.match(_telling_cut(sentence.text, text)):
        return [(named[0], named[1])]
    if _is_narrowed(sentence.text, text, first=True):
        return []
    if len(named) == 2:
        return [(named[0], named[1])]
    if len(named) == 1:
        return [(named[0], other) for other in points if other is not named[0]]
    only = only and (
        shared(sentence, (strand,), text) > 1 or word_pattern(SO).search(sentence.text) is not None
    )
    if not (only or word_pattern(APART).search(sentence.text)) or not _between(sentence, text):
        return []  # of groups that the strand has not
    return list(itertools.combinations(points, 2))


def _is_narrowed(words: str, text: Text, *, first: bool = False) -> bool:
    """Whether a claim is of some group that the document names nowhere else: `among car owners`."""
    found = [
        match.group(0)
        for match in word_pattern(rf"{text.words.group}|{AGES}").finditer(words)
        if not word_pattern(GROUPS).fullmatch(match.group(0))
    ]
    found += [match.group("behind") or match.group("before") for match in _AMONG.finditer(words)]
    found += [match.group("at") for match in _AT_FIRST.finditer(_telling_cut(words, text)) if first]
    if not found:
        return False
    rest = text.whole.replace(words, " ").lower()
    return any(
        said and not all(word[:4] in rest for word in said)
        for said in (stems(group, text.lang) for group in found)
    )


def _telling_cut(words: str, text: Text) -> str:
    """Words without those that say when."""
    return word_pattern(f"{COURSE}|{SPAN}|{text.words.last_wave}|{PRO}").sub(" ", words)


_AT_FIRST = regex.pattern(  # `On Sundays the gap is …`
    r"^\s*(?:On|At|During|In|Во?|На|По|Для|У)\s+(?P<at>(?:the )?[^\W\d]{3,}(?:\s[^\W\d]{3,})?)"
)


_AMONG = regex.pattern(
    r"(?<!\w)(?:among|amongst|среди|starp(?! (?:ab|div|šī|trij)\w+\s))\s(?:the |those |тех,? |всех |tiem |visiem )?(?!who|whom|кто|kuri|kas)(?P<behind>\w+)|(?P<before>\w+(?: \w+)?) vidū(?!\w)",
    regex.IGNORECASE,
)


def _between(sentence: Sentence, text: Text) -> bool:
    """Whether a claim only says that two groups differ: `the gap between the two groups`."""
    words = word_pattern(GROUPS).sub(" ", sentence.text)
    return word_pattern(text.words.group).search(words) is None


def named_points(strand: Strand, said: frozenset[str], text: Text) -> list[Point]:
    """The groups of a strand that words name, each by a word that no other has."""
    labels = [names(point.label, text) for point in strand.points]
    found = []
    for place, point in enumerate(strand.points):
        own = labels[place].difference(*labels[:place], *labels[place + 1 :])
        if own and hits(own, said) * (8 if strand.orders else 2) >= len(own):
            found.append(point)
    return found


def of_ages(strand: Strand, words: str) -> list[Point]:
    """Of groups by age the ends, and the one between, that words call young, old and middle; [] of one alone."""
    ages = [regex.search(r"(?<!\d)[1-9]\d(?!\d|[.,]\d)", point.label) for point in strand.points]
    years = [
        int(age.group()) + bool(_AND_OVER.search(point.label)) / 2
        for age, point in zip(ages, strand.points, strict=True)
        if age is not None
    ]
    if len(years) < len(ages) or len(set(years)) < len(years) or strand.waves:
        return []
    order = sorted(range(len(years)), key=years.__getitem__)
    ends = [(_YOUNG, order[0]), (_OLD, order[-1])]
    ends += [(_MIDDLE, order[1])] if len(order) == 3 else []
    found = [strand.points[place] for rule, place in ends if rule.search(words)]
    said = frozenset(_AGE.findall(words))
    found = found or [p for p in strand.points if said.issuperset(_AGE.findall(p.label))]
    if len(found) == 1 and len(ages) == 2:
        found = [strand.points[place] for _, place in ends]
    return found if len(found) > 1 else []


_AGE = regex.pattern(r"(?<![\d.,])[1-9]\d(?![\d%]|[.,]\d|\s%)")


_AND_OVER = regex.pattern(  # `45 or older`, beside `under 45`
    r"(?<!\w)(?:over|older|above|and more|or more|vairāk|vecāk\w*|virs|старше|более|больше)(?!\w)|\d\s?\+",
    regex.IGNORECASE,
)


_YOUNG = regex.pattern(r"(?<!\w)(?:young|jaun(?:āk|ieš|iem|ie\b)|молод|младш|юн)", regex.IGNORECASE)


_OLD = regex.pattern(r"(?<!\w)(?:old|elder|vecāk|старш|пожил)", regex.IGNORECASE)


_MIDDLE = regex.pattern(
    r"(?<!\w)(?:middle|vidēj\w{1,4} (?:vecuma )?grup|средн\w{2,3} (?:возрастн\w+ )?групп)",
    regex.IGNORECASE,
)


def _of_waves(strand: Strand, words: str) -> list[tuple[Point, Point]]:
    points = strand.points
    years = years_in(words)
    known = [point for point in points if int(point.when) in years]
    dated = [int(point.when) for point in points if 1990 < point.when < 2040]
    beyond = [year for year in years if dated and not min(dated) <= year <= max(dated)]
    if beyond:
        return []  # a year of another survey
    if len(known) >= 2:
        return list(itertools.combinations(known, 2))
    if len(known) == 1:
        one = known[0]
        return [tuple(sorted((one, p), key=lambda q: q.when)) for p in points if p is not one]  # type: ignore[misc]
    return list(itertools.combinations(points, 2))


def are_groups(strand: Strand, text: Text) -> bool:
    """Whether the levels are of groups of persons, and not answers to one question."""
    if all(point.base for point in strand.points):
        return len({point.base for point in strand.points}) > 1 or not strand.title
    group = word_pattern(text.words.group)
    return all(group.search(point.label) for point in strand.points)
