"""Courses that sentences tell, and which series each is of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_course as words
from atbalss.audit.bends import Bend, bend_of
from atbalss.audit.claims import Claims
from atbalss.audit.kept import listed_once
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.stems import stems
from atbalss.audit.subject_words import is_counted
from atbalss.audit.text import Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.timelines import Timeline

_CUT = regex.pattern(
    r"[;:]\s|,\s(?:and|but|while|whereas|un|bet|savukārt|kamēr|turklāt|pie tam|а|и|но|причём|причем|тогда как)\s|\s(?:but|while|bet|kamēr|но)\s",
    regex.IGNORECASE,
)
_PART = regex.pattern(r";\s")
OF_SURVEY = regex.pattern(  # stems of how it was asked, and of what is counted elsewhere
    r"answ|respon|refus|quest|method|sampl|planne|plans|stole|theft|accid|atbil|jautā|metod|izlas|nāka|zādz|ответ|вопро|метод|выбор|будущ|краж|построй"
)


@dataclass(frozen=True, slots=True)
class Course:
    """A clause that tells a course: its words, its place, which way (0 where none is told), or that it turns."""

    sentence: Sentence
    clause: str
    start: int
    way: int
    bend: Bend | None = None

    def at(self, match: re.Match[str]) -> tuple[int, int]:
        """The place of a match in the sentence."""
        return self.start + match.start(), self.start + match.end()


@listed_once
def courses_of(text: Text, _: Claims, sentence: Sentence) -> Iterator[Course]:
    """The course that turns which a part of a sentence tells, else what each of its clauses tells."""
    for part, begin in _clauses_of(sentence.text, _PART):
        if bend := bend_of(part, text):
            yield Course(sentence, part[: bend.end], begin, 0, bend)
            continue
        for clause, start in _clauses_of(part, _CUT):
            yield Course(sentence, clause, begin + start, way_of(clause, text))


def _clauses_of(said: str, cut: re.Pattern[str]) -> Iterator[tuple[str, int]]:
    """The clauses of a sentence, between joining words, each with its place."""
    start = 0
    for match in cut.finditer(said):
        yield said[start : match.start()], start
        start = match.end()
    yield said[start:], start


@cache
def _ways(lang: str, text_rise: str, text_fall: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        word_pattern(f"{text_rise}|{words.RISES[lang]}"),
        word_pattern(f"{text_fall}|{words.FALLS[lang]}"),
    )


@kept_of_words
def way_of(clause: str, text: Text) -> int:
    """1 where a clause tells a rise, -1 a fall, 0 neither, both, or a denied one."""
    found = set()
    if word_pattern(words.TURNED[text.lang]).search(clause):
        return 0
    clause = _AT_MOST.sub(" ", clause)
    for way, pattern in zip(
        (1, -1), _ways(text.lang, text.words.rise, text.words.fall), strict=True
    ):
        for match in pattern.finditer(clause):
            found.add(0 if is_denied(clause[: match.start()], text) else way)
    return found.pop() if len(found) == 1 else 0


_AT_MOST = regex.pattern(  # `who waited no longer than a week`: of the answer, no course
    r"(?<!\w)(?:не (?:больше|меньше|более|менее|дольше|выше|ниже|реже|чаще)|ne (?:vairāk|mazāk|ilgāk|augstāk|zemāk|retāk|biežāk)|(?:not?|any) (?:more|less|fewer|longer|higher|lower))(?!\w)",
    regex.IGNORECASE,
)


def is_denied(before: str, text: Text) -> bool:
    """Whether what stands before a word denies it."""
    return bool(
        regex.search(rf"(?<!\w)(?:{words.NOT[text.lang]})\s(?:\w+\s)?$", before, regex.IGNORECASE)
    )


# ---- which series is meant


def series_meant(course: Course, known: Sequence[Timeline], text: Text) -> list[Timeline]:
    """The one series that a clause may speak of; [] where that cannot be told."""
    sentence = course.sentence
    said = telling(course.clause, text)
    whole = telling(sentence.text, text)
    near = [s for s in known if s.section == sentence.section and s.block != sentence.block]
    near += [s for s in known if s.block == sentence.block and -1 < s.order <= sentence.order]
    fits = [s for s in near if _names(s, said, known)]
    if not fits and not said:
        fits = [s for s in near if _names(s, whole, known)]
    if not fits and word_pattern(words.FIRST_TIME[text.lang]).search(course.clause):
        fits = [s for s in near if s.block == sentence.block and s.order == sentence.order - 1]
    if not fits:  # the one row of the table right above, whose label may be its unit
        above = [s for s in near if s.order < 0 and s.block == sentence.block - 1]
        fits = [s for s in above if len(above) == 1 and s.about & said]
    if not near:
        fits = [
            s
            for s in known
            if len(s.about & said) >= 2
            or (len(s.named & whole) >= 2 and len(_own(s, known) & whole) >= 2)
        ]
    if len(fits) != 1 or not levels_fit(course, fits[0], text):
        return []
    head = " ".join(cell for row in text.blocks[fits[0].block].rows[:1] for cell in row)
    shares = "%" in head or fits[0].points[0].number.unit is Unit.PERCENT
    return [] if shares and is_counted(course.clause, text) else fits  # `prices rise every year`


def levels_fit(course: Course, series: Timeline, text: Text) -> bool:
    """Whether all levels that a clause prints are of a series."""
    levels = [n for n in numbers(course.clause, text.lang) if is_level(n, course.clause, text)]
    printed = {point.number.value for point in series.points}
    return all(item.value in printed for item in levels)


def is_level(item: Number, clause: str, text: Text) -> bool:
    """Whether a number of a clause is a level of what moved, and no amount."""
    if year_of(item) or item.sign or item.unit is Unit.POINTS:
        return False
    before = clause[: item.start].rstrip()
    if regex.search(rf"(?<!\w)(?:{text.words.by})$", before, regex.IGNORECASE):
        return False
    edge = rf"(?:{words.ABOVE[text.lang]}|{words.BELOW[text.lang]})(?: \w+)?$"
    return item.unit is Unit.PERCENT and not regex.search(edge, before, regex.IGNORECASE)


def _own(series: Timeline, known: Sequence[Timeline]) -> frozenset[str]:
    """The stems that name a series and no other of its table."""
    others = [s.named for s in known if s.block == series.block and s is not series]
    return series.named - frozenset().union(*others)


def _names(series: Timeline, said: frozenset[str], known: Sequence[Timeline]) -> bool:
    """Whether words name a series: its own name among others, else what it is about."""
    own = _own(series, known)
    if own:
        return len(own & said) * 2 >= len(own)
    if others := [s for s in known if s.block == series.block and s is not series]:
        about = series.about.difference(*(s.about for s in others))
        met = {word for word in about if any(_alike(word, other) for other in said)}
        return series.order >= 0 and len(met) * 2 >= len(about) > 0
    rest = {word for word in said if not regex.match(words.GENERIC, word)}
    if rest and all(OF_SURVEY.match(word) for word in rest):
        return False
    if not series.about or any(_alike(word, other) for word in rest for other in series.about):
        return True
    return len(rest) <= (1 if len(rest) < len(said) else 0)


_FOLD = str.maketrans("šžčķļņģ", "szcklng")  # consonants that Latvian endings change


def _alike(one: str, other: str) -> bool:
    """Whether two stems begin alike: `avīžu` and `avīzes`, `lasa` and `lasītāji`."""
    one, other = one.translate(_FOLD), other.translate(_FOLD)
    length = min(4, max(3, min(len(one), len(other))))
    return one[:length] == other[:length]


@kept_of_words
def telling(clause: str, text: Text) -> frozenset[str]:
    """The stems of a clause without the words that tell a course."""
    lang = text.lang
    loud = (words.EVERY, words.GOES_ON, words.RUNNING, words.RISES, words.FALLS, words.SAME,
            words.FIRST_TIME, words.TIMES, words.PEAK, words.SINCE, words.EVER_SINCE, words.HALF,
            words.ABOVE, words.BELOW, words.TURNED)  # fmt: skip
    bare = regex.sub(words.PRONOUN, " ", clause, flags=regex.IGNORECASE)
    for table in loud:
        bare = word_pattern(table[lang]).sub(" ", bare)
    bare = word_pattern(f"{text.words.rise}|{text.words.fall}").sub(" ", bare)
    return frozenset(word for word in stems(bare, lang) if len(word) > 2)
