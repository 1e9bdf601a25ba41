"""Superlatives and "followed by" against the other numbers of the sentence or its table."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from atbalss.audit import regex
from atbalss.audit import words_standing as standing
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.finding import Finding, finding, row_spot, spot, spot_of
from atbalss.audit.numbers import Number, Unit, numbers
from atbalss.audit.places_told import notions_in
from atbalss.audit.rules.two_values import _row_of as row_of
from atbalss.audit.rules.two_values import _values as values_of
from atbalss.audit.rules.two_values import sides, topic
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.report.words import find_ranks


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Rank words that a larger (or smaller, or equal) number beside them denies."""
    for sentence in text.prose:
        items = _comparable(sentence, text)
        if len(items) < 1:
            continue
        yield from _followed(text, sentence, items)
        yield from _least_or_most(text, sentence, items)
        yield from _the_most(text, claims, sentence, items)
        yield from _both_ends(text, claims, sentence)
        yield from _tied(text, claims, sentence)
        yield from _level(text, claims, sentence)
    yield from _of_table(text, claims)


def _comparable(sentence: Sentence, text: Text) -> list[Number]:
    """The levels of a sentence if all are of one unit and one wave; else none."""
    found = numbers(sentence.text, text.lang)
    if any(1990 <= item.value <= 2039 and not item.digits for item in found):
        return []
    if word_pattern(text.words.last_wave).search(sentence.text):
        return []
    percents = [
        item for item in found if item.unit is Unit.PERCENT and not item.sign and not item.ranged
    ]
    if percents:
        return percents
    return [
        item for item in found if item.digits and item.unit is not Unit.PERCENT and not item.sign
    ]


def _followed(text: Text, sentence: Sentence, items: list[Number]) -> Iterator[Finding]:
    """`A (24 %), followed by B (36 %)`."""
    for match in word_pattern(text.words.followed).finditer(sentence.text):
        before = [item for item in items if item.end <= match.start()]
        after = [item for item in items if item.start >= match.end()]
        if not before or not after or not _is_close(sentence.text[before[-1].end : match.start()]):
            continue
        if ";" in sentence.text[before[-1].end : after[0].start]:
            continue
        last = _heads(
            sentence.text, before
        )  # "(45 % saw it, 16 % met it), followed by B (20 %, 5 %)"
        if after[0].value > last.value and after[0].start - match.end() < 90:
            yield _denied(text, sentence, match.group(0).strip(), last, after[0])


_CLOSE, _CLAUSE = 40, 90  # letters


def _is_close(between: str) -> bool:
    """Whether what is followed still has the last number: near, or a bracket with one clause behind it."""
    if len(between) <= _CLOSE:
        return True
    told = regex.match(r"\)[^,;:()]*,?[^,;:()]{0,12}$", between)
    return told is not None and len(between) <= _CLAUSE and not _TURNS.search(between)


_TURNS = regex.any_case(  # `A (55 %) came late and B, followed by …`: something else is followed
    r"(?<!\w)(?:and|but|while|whereas|un|bet|savukārt|kamēr|и|а|но|тогда как)(?!\w)"
)


def _heads(words: str, items: list[Number]) -> Number:
    """The last of numbers, or the first of the bracket that has the last and others."""
    opened = words.rfind("(", 0, items[-1].start)
    if opened < 0 or ")" in words[opened : items[-1].start]:
        return items[-1]
    return next(item for item in items if item.start > opened)


def _least_or_most(text: Text, sentence: Sentence, items: list[Number]) -> Iterator[Finding]:
    """`A 85 %, B 65 % and least of all C - 70 %`: the last one must be the extreme."""
    if len(items) < 3 or word_pattern(text.words.group).search(sentence.text):
        return
    ranks = [rank for rank in find_ranks(sentence.text, text.lang) if rank[0] in ("top", "bottom")]
    if len(ranks) != 1:
        return
    kind, words, start = ranks[0]
    before = [item for item in items if item.end <= start]
    after = [item for item in items if item.start >= start]
    if (
        len(before) < 2
        or len(after) != 1
        or regex.search(r"[;:]", sentence.text[before[-1].end : after[0].start])
    ):
        return
    if not regex.search(
        r"\s(?:un|and|и|bet|but|а|savukārt)\s(?:\w+\s){0,2}$",
        sentence.text[:start],
        regex.IGNORECASE,
    ):
        return
    least = kind == "bottom"
    worse = [
        item
        for item in before
        if (item.value < after[0].value) == least and item.value != after[0].value
    ]
    if worse:
        yield _denied(text, sentence, words, after[0], worse[0])


_THE_MOST = {
    "lv": r"(?:vis)?(?:biež|liel|augst|populār|izplatīt|svarīg|būtisk)āk(?:ais|ā)(?! (?:daļ|pus)\w+)",
    "en": r"the most (?:common|frequent|popular|important|widely)(?:ly)?|the (?:largest|highest|biggest|main)",
    "ru": r"сам(?:ый|ая|ое|ым|ой) (?:част|популярн|распростран[её]нн|больш|важн)\w+|наиболее (?:част|популярн|распростран[её]нн)(?:ый|ая|ое|ым|ой)",
}
_THE_LEAST = {
    "lv": r"(?:vis)?(?:ret|maz|zem)āk(?:ais|ā)(?! (?:daļ|pus|līme[nņ])\w+)",
    "en": r"the least (?:common|frequent|popular|important)|the (?:smallest|lowest)",
    "ru": r"сам(?:ый|ая|ое|ым|ой) (?:редк|низк|непопулярн|маленьк)\w+|наименее (?:част|популярн)(?:ый|ая|ое|ым|ой)",
}
_SAID = regex.any_case(  # `the most important of all: 64 % say …, and 67 % say …`: what bears it out
    r"\s(?:of \w+ )?(?:say|said|report|think|thought|believe|agree|consider|saka|teica|uzskata|domā|atzīst|norāda|говорят|считают|полагают|отмечают|думают)"
)
_MOVED = r"growth|gains?|changes?|pieaugum\w*|kāpum\w*|kritum\w*|izmaiņ\w*|прирост\w*|рост\w*|снижени\w*|изменени\w*"
_AMONG = r"(?:\w{3,}ing|in|at|from|for|near|one of|among|viens no|viena no|vienu no|starp|од[ин]\w+ из|среди|second|otr\w+|втор\w+|third|treš\w+|треть\w+)\s$"


def _the_most(
    text: Text, claims: Claims, sentence: Sentence, items: list[Number]
) -> Iterator[Finding]:
    """`the most common way is A (38 %), B 47 %`, or B 45 % in another list of the section."""
    words = text.words
    found = claims.of(sentence)
    narrowed = rf"{words.group}|{words.rise}|{words.fall}|{_MOVED}"
    if not found or word_pattern(narrowed).search(sentence.text):
        return
    for least, patterns in ((False, _THE_MOST), (True, _THE_LEAST)):
        matches = list(word_pattern(patterns[text.lang]).finditer(sentence.text))
        if len(matches) != 1 or regex.search(
            _AMONG, sentence.text[: matches[0].start()], regex.IGNORECASE
        ):
            continue
        match = matches[0]
        after = [claim for claim in found if claim.number.start > match.end()]
        if not after or regex.search(r"[;%?]", sentence.text[match.end() : after[0].number.start]):
            continue
        first, rest = after[0], [claim.number for claim in after[1:]]
        other = _beyond(first.number, rest, least)
        if other is None and len(found) == 1:
            other = _in_list(text, claims, first, least)
        aside = regex.search(
            r"(?<!\w)(?:where|kur|где|of whom|no kuriem|из которых)\s",
            sentence.text,
            regex.IGNORECASE,
        )
        gap = sentence.text[match.end() : first.number.start]
        said = _SAID.match(sentence.text, first.number.end) if gap.endswith(": ") else None
        if other is not None and len(items) == len(found) and not aside and not said:
            yield _denied(text, sentence, match.group(0), first.number, other)


def _both_ends(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`lowest among students (64 %) and highest among pensioners (58 %)`: the ends are swapped."""
    found = claims.of(sentence)
    ranks = [rank for rank in find_ranks(sentence.text, text.lang) if rank[0] in ("top", "bottom")]
    if len(found) != 2 or sorted(rank[0] for rank in ranks) != ["bottom", "top"]:
        return
    one, other = found[0].number, found[1].number
    if not ranks[0][2] < one.start < ranks[1][2] < other.start:
        return
    if sides(found[0].segment, text)[0] != sides(found[1].segment, text)[0]:
        return  # `fewest trust it in A: 58 % do not`
    if (one.value < other.value) == (ranks[0][0] == "top") and one.value != other.value:
        yield _denied(text, sentence, ranks[0][1], one, other)


def _tied(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`most often A (29 %), second B (29 %)`: two places for one number."""
    found = claims.of(sentence)
    if len(found) < 2:
        return
    places = [n for n in notions_in(sentence.text, text.lang) if n.kind == "place" and n.place > 1]
    shared = word_pattern(standing.SHARED[text.lang]).search(sentence.text)
    if not places or shared or any(claim.years for claim in found):
        return
    if word_pattern(text.words.group).search(sentence.text):
        return
    for one, other in itertools.pairwise(found):
        between = [n for n in places if one.number.end <= n.start < other.number.start]
        if len(between) == 1 and one.number.value == other.number.value:
            at = spot(text, sentence, one.number.start, other.number.end)
            value, shown = one.number.shown, other.number.shown
            said = between[0].words.strip()
            yield finding(text, "rank-tie", at, words=said, value=value, other=shown)


_TIES = {  # that two stand level, told before them
    "lv": r"(?:dala|dalīja) \w+ vietu|\w+ vietu (?:dala|dalīja)|vienādi bieži|vienlīdz bieži",
    "en": r"(?:tied?|tying) (?:for|at|in)(?: (?:the )?\w+ (?:place|spot))?|shar(?:e|es|ed|ing) (?:the )?\w+ place|place (?:is|are|was|were) shared by|equally (?:often|common|popular|frequent)|joint \w+",
    "ru": r"дел[яи]\w+ \w+ место|место дел[яи]\w+|одинаково часто|поровну",
}
_NEARLY = regex.any_case(r"(?<!\w)(?:almost|nearly|practically|gandrīz|teju|почти|практически)\s$")


def _level(text: Text, claims: Claims, sentence: Sentence) -> Iterator[Finding]:
    """`tied for third place, A (39 %) and B (36 %)`: two that stand level, with a share each."""
    found = claims.of(sentence)
    for match in word_pattern(_TIES[text.lang]).finditer(sentence.text) if len(found) > 1 else ():
        after = [claim.number for claim in found if claim.number.start > match.end()][:2]
        if len(after) < 2 or _NEARLY.search(sentence.text[: match.start()]):
            continue
        first, second = after
        lead = sentence.text[match.end() : first.start]
        between = sentence.text[first.end : second.start]
        joined = regex.fullmatch(r"\)?\s(?:and|un|и)\s[^,;:.()]{2,50}\s?\(?", between)
        if joined is None or regex.search(r"[;.]\s", lead) or len(lead) > _CLOSE:
            continue
        if abs(first.value - second.value) > max(first.step, second.step) / 2:
            yield _denied(text, sentence, match.group(0), first, second)


def _beyond(one: Number, others: list[Number], least: bool) -> Number | None:
    """The first number that is above (or, of the least, below) one."""
    beyond = (
        item for item in others if (item.value < one.value) == least and item.value != one.value
    )
    return next(beyond, None)


def _in_list(text: Text, claims: Claims, claim: Claim, least: bool) -> Number | None:
    """A number beyond a claim's in the one sentence of its section that lists it with others."""
    named = topic(claim, text)
    lists = []
    for sentence in text.prose:
        found = claims.of(sentence)
        if sentence.section != claim.sentence.section or sentence.order == claim.sentence.order:
            continue
        if len(found) < 3 or any(item.years for item in found):
            continue
        if word_pattern(text.words.group).search(sentence.text):
            continue
        own = [item for item in found if abs(item.number.value - claim.number.value) < 1e-9]
        if len(own) == 1 and topic(own[0], text) & named:
            lists.append([item.number for item in found])
    return _beyond(claim.number, lists[0], least) if len(lists) == 1 else None


def _denied(text: Text, sentence: Sentence, words: str, one: Number, other: Number) -> Finding:
    at = spot(text, sentence, min(one.start, other.start), max(one.end, other.end))
    return finding(text, "rank-word", at, words=words, value=one.shown, other=other.shown)


def _of_table(text: Text, claims: Claims) -> Iterator[Finding]:
    """`most often price (24 %)` against the table of the same section, ties included."""
    for claim in claims.levels:
        sentence = claim.sentence
        if len(claims.of(sentence)) != 1 or sentence.kind not in (Kind.PARAGRAPH, Kind.ITEM):
            continue
        ranks = [
            rank for rank in find_ranks(sentence.text, text.lang) if rank[0] in ("top", "bottom")
        ]
        if len(ranks) != 1 or word_pattern(text.words.group).search(sentence.text) or claim.years:
            continue
        near = [
            index
            for index, block in enumerate(text.blocks)
            if block.kind is Kind.TABLE
            and text.sections[index] == sentence.section
            and len(block.rows) > 2
        ]
        if len(near) == 1:
            yield from _in_table(text, claim, near[0], ranks[0][:2])


def _in_table(text: Text, claim: Claim, index: int, rank: tuple[str, str]) -> Iterator[Finding]:
    block = text.blocks[index]
    row = row_of(claim, block, text)
    own = values_of(block, row, text) if row is not None else []
    if row is None or len(own) != 1 or abs(own[0] - claim.number.value) > claim.number.step / 2:
        return
    least = rank[0] == "bottom"
    for place in range(1, len(block.rows)):
        label = block.rows[place][0]
        if place == row or word_pattern(f"{text.words.total}|{text.words.other}").match(
            label.strip()
        ):
            continue
        found = values_of(block, place, text)
        if len(found) != 1 or (found[0] > own[0] if least else found[0] < own[0]):
            continue
        where = row_spot(block, index, place)
        first, second = claim.number.shown, f"{found[0]:g}"
        rule = "rank-tie" if found[0] == own[0] else "rank-word"
        yield finding(
            text, rule, spot_of(text, claim), (where,), words=rank[1], value=first, other=second
        )
        return
