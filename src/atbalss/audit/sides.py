"""Two groups that a sentence compares: which entries of a list they are, and how many persons each has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry, shared
from atbalss.audit.finding import spot
from atbalss.audit.lists import COUNTS, Listing, lists_near, names
from atbalss.audit.numbers import numbers
from atbalss.audit.stems import stems
from atbalss.audit.text import Kind, Sentence, Text, word_pattern
from atbalss.audit.waves import year_in

_COMPARED = {  # words that set one group above or below another
    "lv": r"(?!vis|vairāk\w|vēlāk|turpmāk|tālāk|agrāk)(?:vairāk|mazāk|biežāk|retāk|labāk|sliktāk|\w{3,}āk(?:s|a|i|as|u|ā|ais|ie|ām|iem)?)(?!\s(?:ne)?kā\s(?:puse|trešdaļa|ceturtdaļa|divas|\d))(?!\spar\s(?:pusi|\d))"
    r"|reiz\w*|divtik|divreiz|trīsreiz|divkārt\w*|trīskārt\w*|pārspēj\w*|apsteidz\w*|atpaliek\w*|atšķir\w*|starpīb\w*|plais\w*",
    "en": r"(?:more|less|fewer|better|worse|(?!(?:other|whether|either|neither|another|rather|together|under|over|after|never|ever|per|number|further|her|over)\b)\w{3,}(?:er|ier))(?= (?:[^.;:]{0,60} )?(?:than|among|in|with|when|by)\b|[.,;]|$)(?! than (?:half|a third|a quarter|two|one|\d))"
    r"|times|twice|ahead|behind|lead|outnumber\w*|exceed\w*|outstrip\w*|surpass\w*|differ\w*|gap|trail\w*",
    "ru": r"(?:чаще|реже|больше|меньше|выше|ниже|лучше|хуже|(?!более|менее)[а-яё]{4,}ее)(?! все)(?!,? чем (?:половин|треть|четверт|в половин|у половин|\d))"
    r"|раза?|вдвое|втрое|вчетверо|опережа\w*|обгоня\w*|отста\w*|отлича\w*|различ\w*|разниц\w*|разрыв\w*|превосход\w*|уступа\w*",
}
_YOUNGER = r"young\w*|jaun\w+|молод\w*|младш\w*|юн\w*"
_OLDER = r"old\w*|elder\w*|senior\w*|vecāk\w*|pensionār\w*|gados|старш\w*|пожил\w*|пенсионер\w*"
_N = re.compile(r"(?<!\w)[nN]\s?=\s?(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5})")


@dataclass(frozen=True, slots=True)
class Sides:
    """Two entries that a sentence compares, and the words by which it does."""

    sentence: Sentence
    entries: tuple[Entry, Entry]
    bases: tuple[int, int]  # persons of each; 0 where nothing tells them
    start: int
    end: int

    @property
    def words(self) -> str:
        """The word that compares."""
        return self.sentence.text[self.start : self.end]

    @property
    def apart(self) -> float:
        """The difference of the two shares in points."""
        return abs(self.entries[0].number.value - self.entries[1].number.value)


def sides(text: Text, claims: Claims) -> tuple[Sides, ...]:
    """All comparisons of two groups of a list; found once."""
    if "sides" not in claims.kept:
        claims.kept["sides"] = tuple(_sides(text, claims))
    found: tuple[Sides, ...] = claims.kept["sides"]
    return found


@cache
def _compared(lang: str) -> re.Pattern[str]:
    return word_pattern(_COMPARED[lang])


def _sides(text: Text, claims: Claims) -> Iterator[Sides]:
    for sentence in text.prose:
        own = claims.of(sentence)
        if len(own) > 2 or year_in(sentence.text, text):
            continue
        found = list(_compared(text.lang).finditer(sentence.text))
        if not found or word_pattern(text.words.last_wave).search(sentence.text):
            continue
        lists = _own_list(own, text) if len(own) == 2 else lists_near(sentence, text, claims)
        for listing in lists:
            pair = _pair(sentence, listing, text)
            if pair is None:
                continue
            every = [entry.named for entry in listing.entries]
            bases = [base_of_group(entry, every, text) for entry in pair]
            bases = _rest(bases, pair, listing, claims)
            match = found[-1] if len(own) == 2 else found[0]
            yield Sides(sentence, pair, (bases[0], bases[1]), match.start(), match.end())
            break


def _own_list(own: Sequence[Claim], text: Text) -> Iterator[Listing]:
    """The two shares that a sentence gives itself, each with the words of its part."""
    entries = []
    for claim in own:
        words = re.sub(r"\([^()]*\d[^()]*\)?", " ", claim.segment)
        where = spot(text, claim.sentence, claim.number.start, claim.number.end)
        entries.append(Entry(names(words, text), claim.number, where))
    yield Listing(tuple(entries), frozenset(), names(own[0].sentence.text, text))


def _pair(sentence: Sentence, listing: Listing, text: Text) -> tuple[Entry, Entry] | None:
    """The two entries that a sentence names; of a list of two, one name is enough."""
    entries = [entry for entry in listing.entries if entry.named]
    if len(entries) < 2:
        return None
    said = names(sentence.text, text)
    vague = shared([entry.named for entry in entries])
    hit = [entry for entry in entries if _named(entry, vague, said)]
    if len(hit) < 2 and len(entries) == 2:
        hit = entries if hit or _ages(entries, sentence.text) else []
    if len(hit) != 2 or not _about(listing, said, text):
        return None
    return hit[0], hit[1]


def _named(entry: Entry, vague: frozenset[str], said: frozenset[str]) -> bool:
    own = entry.named - vague
    hit = own & said
    return bool(hit) and 2 * len(hit) >= len(own) - sum(word[0].isdigit() for word in own)


def _ages(entries: Sequence[Entry], words: str) -> bool:
    """Whether two age groups are told as the younger and the older."""
    digits = all(any(word[0].isdigit() for word in entry.named) for entry in entries)
    return digits and word_pattern(f"{_YOUNGER}|{_OLDER}").search(words) is not None


def _about(listing: Listing, said: frozenset[str], text: Text) -> bool:
    """Whether a sentence speaks of what the list measures: no word of it is wholly strange."""
    if not listing.table:
        return True
    named = frozenset().union(*(entry.named for entry in listing.entries))
    known = {word[:4] for word in listing.context}
    rest = {word for word in said - named if not word[0].isdigit()}
    return not rest or any(word[:4] in known for word in rest)


# ---- how many persons a group has


def base_of_group(entry: Entry, every: Sequence[frozenset[str]], text: Text) -> int:
    """The persons of a group: with its label, in its row or column, or counted elsewhere; else 0."""
    block = text.blocks[entry.spot.block] if entry.spot.block >= 0 else None
    if block is not None and block.kind is Kind.TABLE:
        found = _of_row(entry, text) or _of_head(entry, text)
    else:
        found = _beside(entry, text)
    return found or _counted(entry.named - shared(every), text)


def _of_row(entry: Entry, text: Text) -> int:
    block = text.blocks[entry.spot.block]
    if entry.spot.line not in block.row_lines:
        return 0
    row = block.rows[block.row_lines.index(entry.spot.line)]
    if not names(row[0], text) & entry.named:
        return 0
    printed = _N.search(row[0])
    if printed:
        return _whole(printed.group(1))
    for head, cell in zip(block.rows[0], row, strict=False):
        count = re.fullmatch(r"\d{1,3}(?:[ \u00a0,]\d{3})+|\d{1,5}", cell.strip())
        if count and COUNTS.fullmatch(head.strip(" ,.%")):
            return _whole(count.group(0))
    return 0


def _of_head(entry: Entry, text: Text) -> int:
    for head in text.blocks[entry.spot.block].rows[0]:
        printed = _N.search(head)
        if printed and entry.named <= names(head, text):
            return _whole(printed.group(1))
    return 0


def _beside(entry: Entry, text: Text) -> int:
    """`women (n = 230) 45 %`, `45 % of women (n = 230)`: the n that stands by a share."""
    number = entry.number
    for sentence in text.sentences:
        if sentence.block != entry.spot.block or number not in numbers(sentence.text, text.lang):
            continue
        before = _N.search(sentence.text[max(0, number.start - 12) : number.start])
        after = re.match(rf"[^.;%]{{0,40}}?\(\s?{_N.pattern}", sentence.text[number.end :])
        found = [m.group(1) for m in (before, after) if m]
        return _whole(found[0]) if len(found) == 1 else 0
    return 0


_COUNT = re.compile(
    r"(?<![\w.,–-])(\d{1,3}(?:[ \u00a0,]\d{3})+|\d{2,5})\s((?:[^\W\d][\w'-]*\s?){1,4})"
)


def _counted(named: frozenset[str], text: Text) -> int:
    """`310 women and 290 men were asked`: the one count that stands before a group's name."""
    found = set()
    for block in text.blocks:
        for match in _COUNT.finditer(block.text):
            words = re.split(r"\s(?:and|un|и|or|vai|или)\s", match.group(2))[0]
            value = _whole(match.group(1))
            if set(stems(words, text.lang)) & named and not 1990 <= value <= 2039:
                found.add(value)
    return found.pop() if len(found) == 1 else 0


def _rest(
    bases: list[int], pair: tuple[Entry, Entry], listing: Listing, claims: Claims
) -> list[int]:
    """Of two groups that make the whole sample, one base gives the other."""
    known = [base for base in bases if base]
    if len(known) != 1 or len(listing.entries) != 2 or not known[0] < claims.base <= 20 * known[0]:
        return bases
    return [base or claims.base - known[0] for base in bases]


def _whole(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))
