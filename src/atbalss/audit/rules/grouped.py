"""The highest and lowest group of a list of groups: named after it, and not the one it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import are_amounts
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, numbers
from atbalss.audit.rules.extremes import is_of_another, is_of_size
from atbalss.audit.rules.superlatives import BOTTOM, TOP
from atbalss.audit.scope import is_of_another_kind
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import year_in
from atbalss.study.decimals import marked

_BACK = 3


@dataclass(frozen=True, slots=True)
class Group:
    """A group of a list: the stems and numbers that name it, and its share."""

    named: frozenset[str]
    number: Number
    claim: Claim


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """`A – 88 %, B – 81 %, C – 77 %. Highest is B`: sentences without a share of their own."""
    for sentence in text.prose:
        if claims.of(sentence) or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        if year_in(sentence.text, text) or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        groups = _before(sentence, text, claims)
        if groups and not is_of_another_kind(sentence.text, _context(groups, text), text):
            yield from _denied(sentence, groups, text)


def _context(groups: list[Group], text: Text) -> frozenset[str]:
    return frozenset(stems(groups[0].claim.sentence.text, text.lang))


def _denied(sentence: Sentence, groups: list[Group], text: Text) -> Iterator[Finding]:
    for clause, start in _clauses(sentence.text):
        said = [
            (match, least)
            for least, patterns in ((False, TOP), (True, BOTTOM))
            for match in word_pattern(patterns[text.lang]).finditer(clause)
        ]
        if len(said) != 1 or regex.search(
            r"(?<!\w)(?:not|nav|ne|не|one of|viens no|viena no|од\w+ из|second|otr\w+|втор\w+)\s(?:the\s)?$",
            clause[: said[0][0].start()],
            regex.IGNORECASE,
        ):
            continue
        match, least = said[0]
        if is_of_size(match.group(0), clause[match.end() :], text) or is_of_another(
            clause, [group.named for group in groups]
        ):
            continue
        if word_pattern(f"{text.words.rise}|{text.words.fall}|{text.words.change}").search(clause):
            continue
        meant = _meant(clause, groups, text)
        if meant is None or _has_other_value(clause, groups, text):
            continue
        ends = [g.number.value for g in groups]
        extreme = min(ends) if least else max(ends)
        if meant.number.value == extreme:
            continue
        other = next(g for g in groups if g.number.value == extreme)
        at = spot(text, sentence, start + match.start(), start + match.end())
        shown = [item.number.shown for item in (meant, other)]
        shown = [marked(item, text.lang) for item in shown]
        place = spot(text, other.claim.sentence, other.number.start, other.number.end)
        yield finding(
            text, "rank-word", at, (place,), words=match.group(0), value=shown[0], other=shown[1]
        )


def _has_other_value(clause: str, groups: list[Group], text: Text) -> bool:
    """Whether a clause prints a mean or score: `the highest index is that of A: 5,4 points`."""
    known = {group.number.value for group in groups}
    return any(item.digits and item.value not in known for item in numbers(clause, text.lang))


def _clauses(words: str) -> Iterator[tuple[str, int]]:
    cut = r";\s|,\s(?:and|but|while|un|bet|savukārt|kamēr|а|и|но)\s"
    start = 0
    for match in regex.finditer(cut, words):
        yield words[start : match.start()], start
        start = match.end()
    yield words[start:], start


def _meant(clause: str, groups: list[Group], text: Text) -> Group | None:
    """The one group that a clause names by a word or number that no other group has."""
    said = _names(clause, text)
    amounts = are_amounts([group.named for group in groups])
    fits = []
    for group in groups:
        others: set[str] = set().union(*(item.named for item in groups if item is not group))
        hit = (group.named - others) & said
        if hit and (not amounts or any(word[0].isdigit() for word in hit)):
            fits.append(group)
    return fits[0] if len(fits) == 1 else None


def _before(sentence: Sentence, text: Text, claims: Claims) -> list[Group]:
    """The groups of the nearest list before a sentence, in its section."""
    for back in range(1, _BACK + 1):
        order = sentence.order - back
        if order < 0 or text.sentences[order].section != sentence.section:
            break
        found = claims.of(text.sentences[order])
        if len(found) >= 3:
            return _groups(found, text)
        if found:
            break
    return []


def _groups(found: tuple[Claim, ...], text: Text) -> list[Group]:
    if any(claim.years for claim in found):
        return []
    words = found[0].sentence.text
    if word_pattern(rf"{text.words.other}|{text.words.last_wave}").search(words):
        return []
    groups = []
    for place, claim in enumerate(found):
        left = found[place - 1].number.end if place else 0
        before = words[left : claim.number.start]
        piece = regex.split(
            r"(?:[,;:]|\s(?:and|un|и)(?! (?:older|over|more|above|vairāk|vecāki|старше|более)))\s",
            before.rstrip(" –—-("),
        )[-1]
        after = words[claim.number.end : claim.number.end + 40]
        if not piece.strip() or len(piece) > 60:  # "88 % in A, 81 % in B"
            match = regex.match(r"\s(?:in|of|among|no|в|из)\s([^,;.()]{2,40})", after)
            piece = match.group(1) if match else ""
        groups.append(Group(_names(piece, text), claim.number, claim))
    return groups if all(group.named for group in groups) else []


def _names(words: str, text: Text) -> frozenset[str]:
    """Stems, and numbers as printed: route 7, ages 18–34."""
    bare = regex.sub(r"\([^()]*\)?", " ", words)
    printed = regex.findall(r"(?<![\w.,])\d{1,4}(?:\s?[–-]\s?\d{1,3})?(?![\w%])", bare)
    return frozenset(stems(bare, text.lang)) | {
        regex.sub(r"\s", "", item).replace("–", "-") for item in printed
    }
