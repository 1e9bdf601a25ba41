"""Places that words tell: the clauses of a sentence, and what place in a list each claims."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_standing as words
from atbalss.audit.rankings import Ranking
from atbalss.audit.stems import stem
from atbalss.audit.text import Sentence, Text, word_pattern

_CUT = re.compile(
    r"[;:]\s|,\s(?:(?:and|but|while|whereas|with|un|bet|savukārt|kamēr|а|и|но|тогда как)\s)?(?!(?:nekā|чем|than|kā)\s)|\s(?:but(?! one)|while|bet|kamēr|но)\s|\.\s",
    regex.IGNORECASE,
)
_AND = {"lv": r"\sun\s", "en": r"\sand\s", "ru": r"\sи\s"}
_AGAIN = {  # that it was so before, too: the place is claimed of now
    "lv": r",? (?:tāpat kā|tāpat|kā jau|kā arī|tikpat kā) (?:pērn|\w+ gadā|iepriekš\w*(?: \w+)?|pirms \w+(?: \w+)?)",
    "en": r",? (?:just )?(?:as (?:it|they|in|at)(?: (?:did|was|were|had))?|like)(?: (?:in|at))? (?:(?:a|the|last|previous|one|two|three)(?: previous| last)? (?:years?|survey|wave|round|time)(?: ago| before)?|before|(?:19|20)\d\d)",
    "ru": r",? (?:так же,? )?как и (?:год назад|прежде|раньше|в прошл\w+ (?:раз|году)|в (?:19|20)\d\d(?:-м)?(?: году)?|\w+ года? назад)",
}
_PLEASED = re.compile(r"satisf|conten|happ|please|apmie|довол|удовл", regex.IGNORECASE)
_RATED = re.compile(
    r"satisf|conten|happ|pleas|rate|rati|good|score|mark|apprec|courte|apmie|vērtē|novēr|atzīm|ball|punkt|довол|удовл|оцен|балл|прият|понра|patī|patik|liked",
    regex.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"neapm|sūdz|kriti|negat|slikt|probl|trauc|kavē|šķērs|iemes|dissat|unhapp|compla|critic|negati|poor|bad|obstac|reason|barrie|недов|жалоб|жалов|крити|негат|плох|пробл|причин|препя|меша",
    regex.IGNORECASE,
)


_WORRY = word_pattern(words.WORRY)


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence, and where it begins."""

    sentence: Sentence
    words: str
    start: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A place in a list: 1, 2, … from the top, -1, -2 from the bottom, and where it is told.

    `judged`: by how well a thing is rated; `quality`: the stem of what it is most or least of.
    """

    match: re.Match[str]
    place: int
    judged: bool = False
    quality: str = ""

    def is_of(self, ranking: Ranking, said: str) -> bool:
        """Whether a list measures what the words say a thing is best or worst in."""
        measured = ranking.measure | ranking.context
        if _WORRY.search(said) and any(map(_PLEASED.match, measured)):
            return False
        if self.judged:
            return any(map(_RATED.match, measured)) and not self._is_denied(ranking)
        if not self.quality:
            return True
        if _PLEASED.match(self.quality):
            return any(map(_RATED.match, measured)) and not self._is_denied(ranking)
        return any(word.startswith(self.quality[:5]) for word in measured)

    def _is_denied(self, ranking: Ranking) -> bool:
        """Whether a list measures what is wrong."""
        return any(map(_NEGATIVE.match, ranking.measure))


def without_again(sentence: Sentence, text: Text) -> str:
    """The words of a sentence without `as it was a year ago`."""
    found = word_pattern(_AGAIN[text.lang]).search(sentence.text)
    if found is None:
        return sentence.text
    blank = " " * (found.end() - found.start())
    return sentence.text[: found.start()] + blank + sentence.text[found.end() :]


_PART = re.compile(
    r";\s|,\s(?:and|but|while|whereas|un|bet|savukārt|kamēr|а|и|но)\s|:\s", regex.IGNORECASE
)


_OF_ONESELF = re.compile(  # a share, and what its people say of themselves
    r"\d\s?(?:%|procent\w*|per ?cent|процент\w*)[^%;:.\d]{0,70}?(?:,\s(?:ka|kas|kuri|kuras|что|которые|кто)|\s(?:that they|who|they))\s(?:[^\W\d]+\s){0,2}$",
    regex.IGNORECASE,
)


def is_of_oneself(words_said: str, start: int) -> bool:
    """Whether a superlative tells what each person does most: `22 % said that they most often read`."""
    return _OF_ONESELF.search(words_said[:start]) is not None


def parts_of(sentence: Sentence) -> Iterator[Clause]:
    """The main clauses of a sentence."""
    start = 0
    for match in (*_PART.finditer(sentence.text), None):
        end = match.start() if match else len(sentence.text)
        yield Clause(sentence, sentence.text[start:end], start)
        start = match.end() if match else end


def tells_place(words_said: str, text: Text) -> bool:
    """Whether words tell a place anywhere."""
    return next(_standings(words_said, text), None) is not None


def clauses(sentence: Sentence, text: Text) -> Iterator[Clause]:
    """The clauses of a sentence; one with two places is parted at the "and" between them."""
    whole, start = without_again(sentence, text), 0
    for match in (*_CUT.finditer(whole), None):
        end = match.start() if match else len(whole)
        yield from _parted(Clause(sentence, whole[start:end], start), text)
        start = match.end() if match else end


def _parted(clause: Clause, text: Text) -> Iterator[Clause]:
    if regex.search(_AND[text.lang], clause.words) is None:
        yield clause
        return
    found = sorted(_standings(clause.words, text), key=lambda item: item.match.start())
    joints = [
        joint
        for joint in regex.finditer(_AND[text.lang], clause.words)
        if len(found) == 2 and found[0].match.start() < joint.start() < found[1].match.end()
    ]
    if len(joints) != 1:
        yield clause
        return
    yield Clause(clause.sentence, clause.words[: joints[0].start()], clause.start)
    yield Clause(clause.sentence, clause.words[joints[0].end() :], clause.start + joints[0].end())


def standing_in(clause: Clause, text: Text) -> Standing | None:
    """The one place that a clause tells; None where it tells none, or several."""
    found = list(_standings(clause.words, text))
    if not found:
        before = clause.sentence.text[: clause.start]
        if word_pattern(words.PLACE_NOUN[text.lang]).search(before):
            found = list(_listed(words.PLACE_LEFT_OUT[text.lang], clause.words))
    return found[0] if len(found) == 1 else None


@cache
def _simple(lang: str) -> tuple[tuple[str, int, bool], ...]:
    return (
        (words.TOP[lang], 1, False),
        (words.BOTTOM[lang], -1, False),
        (words.BEST[lang], 1, True),
        (words.WORST[lang], -1, True),
    )


_SCHOOLING = re.compile(  # `augstāko izglītību`: a kind of schooling, no place in a list
    r"\s(?:\w+\s)?(?:izglīt|līmeņa (?:vad|spec)|education|образован)", regex.IGNORECASE
)


def _standings(said: str, text: Text) -> Iterator[Standing]:
    for found in _told_standings(said, text):
        if not _SCHOOLING.match(said[found.match.end() :]):
            yield found


def _told_standings(said: str, text: Text) -> Iterator[Standing]:
    lang = text.lang
    found = list(_listed(words.PLACE[lang], said))

    def is_new(match: re.Match[str]) -> bool:
        return not any(
            item.match.start() < match.end() and match.start() < item.match.end() for item in found
        )

    for pattern, place, judged in _simple(lang):
        for match in word_pattern(pattern).finditer(said):
            if is_new(match):
                found.append(Standing(match, place, judged))
    for match in word_pattern(words.MOST_OF[lang]).finditer(said):
        if is_new(match):
            least = match.group("least") is not None
            quality = match.group("quality") or match.group("other") or match.group("chief")
            found.append(Standing(match, -1 if least else 1, False, stem(quality, lang)))
    yield from found


def _listed(pattern: str, said: str) -> Iterator[Standing]:
    for match in word_pattern(pattern).finditer(said):
        if match.lastgroup:
            sign = 1 if match.lastgroup[0] == "p" else -1
            yield Standing(match, int(match.lastgroup[1:]) * sign)
