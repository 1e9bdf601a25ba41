"""A course told of a whole series: `grew with every survey`, `unchanged`, `for the first time over half`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from atbalss.audit import regex
from atbalss.audit import words_course as words
from atbalss.audit.bends import Bend, bend_of
from atbalss.audit.claims import Claims
from atbalss.audit.finding import Finding, finding, spot
from atbalss.audit.numbers import Number, Unit, numbers, year_of
from atbalss.audit.spoken import said_shares
from atbalss.audit.stems import stems
from atbalss.audit.strands_meant import is_counted
from atbalss.audit.text import Kind, Sentence, Text, kept_of_words, word_pattern
from atbalss.audit.timelines import Point, Timeline, timelines_of

_CUT = regex.pattern(
    r"[;:]\s|,\s(?:and|but|while|whereas|un|bet|savukārt|kamēr|turklāt|pie tam|а|и|но|причём|причем|тогда как)\s|\s(?:but|while|bet|kamēr|но)\s",
    regex.IGNORECASE,
)
_PART = regex.pattern(r";\s")
OF_SURVEY = regex.pattern(  # stems of how it was asked, and of what is counted elsewhere
    r"answ|respon|refus|quest|method|sampl|planne|plans|stole|theft|accid|atbil|jautā|metod|izlas|nāka|zādz|ответ|вопро|метод|выбор|будущ|краж|построй"
)
_STEADY = 5.0  # points that no author can call unchanged
_STEADY_COUNT = 0.1  # part of a count


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


def find(text: Text, claims: Claims) -> Iterator[Finding]:
    """Courses that a step, a wave or a level of their series denies."""
    known = timelines_of(text, claims)
    if not known:
        return
    for sentence in text.sentences:
        if sentence.kind is Kind.CHART:
            continue
        if word_pattern(words.EXCEPT[text.lang]).search(sentence.text):
            continue
        for course in courses_of(sentence, text):
            for series in series_meant(course, known, text):
                made = denied(course, series, text)
                if made is not None:
                    yield made
                    break


def courses_of(sentence: Sentence, text: Text) -> Iterator[Course]:
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
            found.add(0 if _is_denied(clause[: match.start()], text) else way)
    return found.pop() if len(found) == 1 else 0


_AT_MOST = regex.pattern(  # `who waited no longer than a week`: of the answer, no course
    r"(?<!\w)(?:не (?:больше|меньше|более|менее|дольше|выше|ниже|реже|чаще)|ne (?:vairāk|mazāk|ilgāk|augstāk|zemāk|retāk|biežāk)|(?:not?|any) (?:more|less|fewer|longer|higher|lower))(?!\w)",
    regex.IGNORECASE,
)


def _is_denied(before: str, text: Text) -> bool:
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
        fits = [s for s in known if len(_own(s, known) & whole) >= 2 or len(s.about & said) >= 2]
    if len(fits) != 1 or not levels_fit(course, fits[0], text):
        return []
    head = " ".join(cell for row in text.blocks[fits[0].block].rows[:1] for cell in row)
    shares = "%" in head or fits[0].points[0].number.unit is Unit.PERCENT
    return [] if shares and is_counted(course.clause, text) else fits  # `prices rise every year`


def levels_fit(course: Course, series: Timeline, text: Text) -> bool:
    """Whether all levels that a clause prints are of a series."""
    levels = [n for n in numbers(course.clause, text.lang) if _is_level(n, course.clause, text)]
    printed = {point.number.value for point in series.points}
    return all(item.value in printed for item in levels)


def _is_level(item: Number, clause: str, text: Text) -> bool:
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


# ---- what is denied


def denied(course: Course, series: Timeline, text: Text) -> Finding | None:
    """The finding of what a series denies of a course; None where it bears it."""
    if course.bend is not None:
        return _bent(course, course.bend, series.points, text)
    points = _window(course, series, text)
    if len(points) < 2:
        return None
    for rule in (
        _turned,
        _every,
        _running,
        _goes_on,
        _first_time,
        _times,
        _unchanged,
        _peak,
        _plain,
    ):
        made = rule(course, points, text)
        if made is not None:
            return made
    return None


def _window(course: Course, series: Timeline, text: Text) -> list[Point]:
    """The points that a clause speaks of: since, until, between the years that it names."""
    points = list(series.points)
    match = word_pattern(words.SINCE[text.lang]).search(course.clause)
    if match is not None:
        said = {key: int(value) for key, value in match.groupdict().items() if value}
        first = next((said[key] for key in ("a", "b", "e", "f") if key in said), 0)
        last = next((said[key] for key in ("c", "d", "g") if key in said), 9999)
        if first and first not in {point.year for point in points}:
            return []
        return [point for point in points if first <= point.year <= last]
    few = regex.search(rf"{words.LAST_FEW}\s(\w+)", course.clause, regex.IGNORECASE)
    return (
        points[-2:]
        if few and word_pattern(words.EVERY[text.lang]).search(course.clause) is None
        else points
    )


def _steps(points: Sequence[Point]) -> list[tuple[Point, Point]]:
    return list(itertools.pairwise(points))


def _moved(one: Point, other: Point) -> int:
    return (other.number.value > one.number.value) - (other.number.value < one.number.value)


def _every(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """Every step must go the way that is told."""
    match = word_pattern(words.EVERY[text.lang]).search(course.clause)
    if match is None or not course.way or len(points) < 3:
        return None
    for one, other in _steps(points):
        if _moved(one, other) != course.way:  # also where it stands still
            return _told(course, match, one, other, text)
    return None


def _running(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the third year in a row`: that many last steps."""
    match = word_pattern(words.RUNNING[text.lang]).search(course.clause)
    if match is None or not course.way:
        return None
    said = next(value for value in match.groupdict().values() if value)
    for one, other in _steps(points)[-words.HOW_MANY[said.lower()] :]:
        if _moved(one, other) == -course.way:
            return _told(course, match, one, other, text)
    return None


_THAN = regex.pattern(r"(?<!\w)(?:than|чем|nekā|kā (?:19|20)\d\d)(?!\w)")


def _turned(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the decline has been reversed`: the last step must go another way, and one before it that way."""
    match = word_pattern(words.TURNED[text.lang]).search(course.clause)
    if match is None or len(points) < 3 or _is_denied(course.clause[: match.start()], text):
        return None
    way = 1 if match.lastgroup == "rise" else -1
    steps = _steps(points)
    if _moved(*steps[-1]) == way:
        return _told(course, match, *steps[-1], text)
    if all(_moved(*step) == -way for step in steps):
        return _told(course, match, *steps[-2], text)
    return None


def _bent(course: Course, bend: Bend, points: Sequence[Point], text: Text) -> Finding | None:
    """`dipped in 2022 and then recovered`: the levels must go the one way, and then the other."""
    if len(points) < 3 or bend.is_borne([(point.year, point.number.value) for point in points]):
        return None
    match = regex.pattern(r".+", regex.DOTALL).match(course.clause, bend.start)
    return _told(course, match, points[0], points[-1], text) if match else None


def _goes_on(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`continues to rise`: the last step, and one before it, must have gone that way."""
    match = word_pattern(words.GOES_ON[text.lang]).search(course.clause)
    if match is None or not course.way or len(points) < 2:
        return None
    if _THAN.search(course.clause, match.end()):
        return None  # `is still lower than in 2021`
    steps = _steps(points)
    if _moved(*steps[-1]) == -course.way:
        return _told(course, match, *steps[-1], text)
    if len(steps) > 1 and all(_moved(*step) == -course.way for step in steps[:-1]):
        return _told(course, match, *steps[-2], text)
    return None


def _first_time(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`for the first time more than half`: no wave before was there, and this one is."""
    match = word_pattern(words.FIRST_TIME[text.lang]).search(course.clause)
    if match is None:
        return None
    above = word_pattern(words.ABOVE[text.lang]).search(course.clause)
    below = word_pattern(words.BELOW[text.lang]).search(course.clause)
    edge = _edge(course, text)
    if (above is None) == (below is None) or edge is None:
        return None
    now = _named_year(course, points, text) or points[-1]
    beyond = [p for p in points if (p.number.value > edge if above else p.number.value < edge)]
    early = [p for p in beyond if p.when < now.when]
    if early:
        return _told(course, match, early[-1], now, text)
    there = now.number.value >= edge if above else now.number.value <= edge
    return None if there else _told(course, match, now, now, text)


def _edge(course: Course, text: Text) -> float | None:
    if word_pattern(words.HALF[text.lang]).search(course.clause):
        return 50.0
    told = {exact for _, _, _, exact, _, _ in said_shares(course.clause, text.lang) if exact}
    if len(told) == 1:
        return told.pop()
    found = [
        n
        for n in numbers(course.clause, text.lang)
        if n.unit is Unit.PERCENT and not n.sign and not _is_level(n, course.clause, text)
    ]
    return found[0].value if len(found) == 1 else None


def _named_year(course: Course, points: Sequence[Point], text: Text) -> Point | None:
    years = [year_of(n) for n in numbers(course.clause, text.lang) if year_of(n)]
    fits = [point for point in points if years == [point.year]]
    return fits[0] if len(fits) == 1 else None


def _times(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`doubled`: some pair of waves that may be meant must bear it."""
    match = word_pattern(words.TIMES[text.lang]).search(course.clause)
    if match is None or match.lastgroup is None or _is_denied(course.clause[: match.start()], text):
        return None
    factor = float(match.lastgroup[1])
    if match.lastgroup[0] == "h" or course.way < 0:
        factor = 1 / factor
    elif not course.way and not regex.match(
        r"\w*(?:kāršoj|dubultoj|bled|bling|tripl|quadr|удво|утро|учетв)",
        match.group(0),
        regex.IGNORECASE,
    ):
        return None
    before = course.clause[: match.start()]
    low, high = 0.88, 1.15
    if regex.search(rf"(?:{words.NEARLY})\s(?:\w+\s)?$", before, regex.IGNORECASE):
        low, high = (0.78, 1.03) if factor > 1 else (0.97, 1.3)
    elif regex.search(rf"(?:{words.OVER})\s(?:\w+\s)?$", before, regex.IGNORECASE):
        low, high = (0.98, 9.0) if factor > 1 else (0.1, 1.02)
    pairs = {(points[0], points[-1]), (points[-2], points[-1])}
    if (named := _named_year(course, points, text)) is not None:
        place = list(points).index(named)
        pairs = {(p, named) for p in points[:place]} | {(named, p) for p in points[place + 1 :]}
    for one, other in pairs:
        if one.number.value and low <= other.number.value / one.number.value / factor <= high:
            return None
    return _told(course, match, points[0], points[-1], text)


def _unchanged(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`unchanged`, where the waves that may be meant all lie far apart."""
    match = word_pattern(words.SAME[text.lang]).search(course.clause)
    if (
        match is None
        or course.way
        or any(p.number.unit is Unit.NONE and p.number.digits for p in points)
    ):
        return None
    if _is_denied(course.clause[: match.start()], text):
        return None
    spans = [abs(p.number.value - points[-1].number.value) for p in (points[0], points[-2])]
    if min(spans) < max(_STEADY, points[-1].number.value * _STEADY_COUNT):
        return None
    return _told(course, match, points[-2], points[-1], text)


def _peak(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`the highest was in 2021`: the year that is named must be the end of the series."""
    match = word_pattern(words.PEAK[text.lang]).search(course.clause)
    begin = (
        course.clause.rfind(", ", 0, match.start()) + 1 if match else 0
    )  # `after a fall in 2022, …`
    near = replace(course, clause=course.clause[begin:]) if begin else course
    now = _named_year(near, points, text)
    if match is None or now is None or len(points) < 3:
        return None
    if word_pattern(words.SINCE[text.lang]).search(course.clause):
        return None
    if regex.search(
        r"(?:nekā|than|чем|second|otr\w+|втор\w+)\s?(?:\w+\s)?$",
        course.clause[: match.start()],
        regex.IGNORECASE,
    ):
        return None
    if match.end() < len(course.clause) and regex.match(
        r",?\s(?:nekā|kā|than|чем)(?!\w)", course.clause[match.end() :], regex.IGNORECASE
    ):
        return None
    least = match.lastgroup == "low"
    values = [p.number.value for p in points]
    end = min(values) if least else max(values)
    if now.number.value == end:
        return None
    return _told(course, match, now, next(p for p in points if p.number.value == end), text)


def _plain(course: Course, points: Sequence[Point], text: Text) -> Finding | None:
    """`has grown over the years`, `grew from 2019 to 2021`: first against last."""
    if not course.way or word_pattern(words.FIRST_TIME[text.lang]).search(course.clause):
        return None
    over = word_pattern(f"{words.SINCE[text.lang]}|{words.EVER_SINCE[text.lang]}").search(
        course.clause
    )
    if over is None or regex.search(
        r"(?:highest|lowest|āk(?:ais|ā)|сам\w+)\s?$",
        course.clause[: over.start()],
        regex.IGNORECASE,
    ):
        return None
    if len([y for n in numbers(course.clause, text.lang) if (y := year_of(n))]) > 2:
        return None
    if _moved(points[0], points[-1]) != -course.way or len(points) < 3:
        return None
    return _told(course, over, points[0], points[-1], text)


def _told(course: Course, match: re.Match[str], one: Point, other: Point, text: Text) -> Finding:
    at = spot(text, course.sentence, *course.at(match))
    where = (one.spot,) if one.spot == other.spot else (one.spot, other.spot)
    return finding(
        text, "trend-word", at, where,
        words=match.group(0).strip(), earlier=one.number.shown, later=other.number.shown,
    )  # fmt: skip
