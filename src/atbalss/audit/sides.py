"""Two groups that a sentence compares: which entries of a list they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit.claims import Claim, Claims
from atbalss.audit.entries import Entry, shared
from atbalss.audit.finding import spot_of
from atbalss.audit.kept import listed_once
from atbalss.audit.lists import Listing, lists_near, names
from atbalss.audit.text import Sentence, Text, word_pattern
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


@dataclass(frozen=True, slots=True)
class Sides:
    """Two entries that a sentence compares, and the words by which it does."""

    sentence: Sentence
    entries: tuple[Entry, Entry]
    start: int
    end: int

    @property
    def apart(self) -> float:
        """The difference of the two shares in points."""
        return abs(self.entries[0].number.value - self.entries[1].number.value)


@cache
def _compared(lang: str) -> re.Pattern[str]:
    return word_pattern(_COMPARED[lang])


@listed_once
def sides(text: Text, claims: Claims) -> Iterator[Sides]:
    """All comparisons of two groups of a list."""
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
            match = found[-1] if len(own) == 2 else found[0]
            yield Sides(sentence, pair, match.start(), match.end())
            break


def _own_list(own: Sequence[Claim], text: Text) -> Iterator[Listing]:
    """The two shares that a sentence gives itself, each with the words of its part."""
    entries = []
    for claim in own:
        words = regex.sub(r"\([^()]*\d[^()]*\)?", " ", claim.segment)
        entries.append(Entry(names(words, text), claim.number, spot_of(text, claim)))
    yield Listing(tuple(entries), frozenset(), names(own[0].sentence.text, text))


def _pair(sentence: Sentence, listing: Listing, text: Text) -> tuple[Entry, Entry] | None:
    """The two entries that a sentence names; of a list of two, one name is enough."""
    entries = [entry for entry in listing.entries if entry.named]
    if len(entries) < 2:
        return None
    said = names(sentence.text, text)
    vague = shared([entry.named for entry in entries])
    hit = [entry for entry in entries if _named(entry, vague, said)]
    if len(hit) < 2 and (ends := _ends_of_age(entries, sentence.text)):
        hit = ends
    elif len(hit) < 2 and len(entries) == 2:
        hit = entries if hit or _ages(entries, sentence.text) else []
    if len(hit) != 2 or not _about(listing, said, text):
        return None
    return hit[0], hit[1]


def _named(entry: Entry, vague: frozenset[str], said: frozenset[str]) -> bool:
    own = entry.named - vague
    hit = own & said
    return bool(hit) and 2 * len(hit) >= len(own) - sum(word[0].isdigit() for word in own)


def of_ages(words: str) -> bool:
    """Whether words set the younger against the older."""
    younger, older = word_pattern(_YOUNGER).search(words), word_pattern(_OLDER).search(words)
    return younger is not None and older is not None


def _ages(entries: Sequence[Entry], words: str) -> bool:
    """Whether two age groups are told as the younger and the older."""
    digits = all(any(word[0].isdigit() for word in entry.named) for entry in entries)
    return digits and word_pattern(f"{_YOUNGER}|{_OLDER}").search(words) is not None


_EMPTY = (
    "starpība atšķirība plaisa pārsvars veido sasniedz tātad tādējādi līdz ar to liecina redzams grupas grupām abām"
    " gap difference lead distance margin amounts comes stands thus therefore hence shows groups group between"
    " разрыв разница отрыв расхождение различие составляет составила достигает итак значит таким образом следовательно"
    " видно группы группами между"
)
_YOUNGEST = r"youngest|visjaunāk\w*|pašos? jaunāk\w*|paši jaunākie|jaunāk(?:ajā|ajos|ā|ie|o|ajai|ajiem)|сам\w{2,3} (?:молод|юн)\w*|молод[её]ж\w*|младш\w*|the young|young people|jauniet\w*|jaunieš\w*"
_OLDEST = r"oldest|eldest|visvecāk\w*|paši vecākie|pašos? vecāk\w*|vecāk(?:ajā|ajos|ā|ie|ajai|ajiem)|сам\w{2,3} (?:пожил|стар)\w*|старш\w*|пожил\w*|пенсионер\w*|seniors?|senior\w*|pensioners?|pensionār\w*"


def _ends_of_age(entries: Sequence[Entry], words: str) -> list[Entry]:
    """The first and the last of age groups, where words set the youngest against the oldest."""
    if not (word_pattern(_YOUNGEST).search(words) and word_pattern(_OLDEST).search(words)):
        return []
    aged = [
        (min(int(part) for word in entry.named for part in regex.findall(r"\d{2}", word)), entry)
        for entry in entries
        if any(regex.match(r"\d{2}(?!\d)", word) for word in entry.named)
    ]
    if len(aged) < 2 or len(aged) < len(entries) - 1:
        return []
    aged.sort(key=lambda item: item[0])
    return [aged[0][1], aged[-1][1]]


def _about(listing: Listing, said: frozenset[str], text: Text) -> bool:
    """Whether a sentence speaks of what the list measures: no word of it is wholly strange."""
    if not listing.table:
        return True
    named = frozenset().union(*(entry.named for entry in listing.entries))
    known = {word[:4] for word in listing.context}
    empty = names(_EMPTY, text)  # they name no subject
    rest = {word for word in said - named - empty if not word[0].isdigit()}
    return not rest or any(word[:4] in known for word in rest)
